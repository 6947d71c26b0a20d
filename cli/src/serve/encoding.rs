//! Compression: what a reader takes, and what becomes of bytes.

use std::io::{Read as _, Write as _};

use axum::body::Bytes;
use axum::http::HeaderMap;
use axum::http::header::ACCEPT_ENCODING;
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

/// Below this a header would cost more than is saved.
const MIN_BYTES: usize = 256;

/// How hard to try.
#[derive(Debug, Clone, Copy)]
pub enum Effort {
    /// Once, when the server starts.
    Most,
    /// While a reader waits.
    Quick,
}

/// A form in which bytes are sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Brotli.
    Brotli,
    /// gzip.
    Gzip,
}

impl Encoding {
    /// Its name in headers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    /// The end of the name of a file that holds it.
    pub fn end(self) -> &'static str {
        match self {
            Self::Brotli => ".br",
            Self::Gzip => ".gz",
        }
    }

    /// Compresses; nothing where that saves nothing.
    pub fn compress(self, bytes: &[u8], effort: Effort) -> Option<Bytes> {
        if bytes.len() < MIN_BYTES {
            return None;
        }
        let made = match self {
            Self::Brotli => brotli(bytes, effort),
            Self::Gzip => gzip(bytes, effort),
        };
        made.ok().filter(|made| made.len() < bytes.len()).map(Bytes::from)
    }

    /// Whether `packed` holds these bytes and no other.
    pub fn holds(self, packed: &[u8], bytes: &[u8]) -> bool {
        let limit = u64::try_from(bytes.len()).unwrap_or(u64::MAX).saturating_add(1);
        let mut held = Vec::new();
        let read = match self {
            Self::Brotli => {
                brotli::Decompressor::new(packed, 4_096).take(limit).read_to_end(&mut held)
            }
            Self::Gzip => GzDecoder::new(packed).take(limit).read_to_end(&mut held),
        };
        read.is_ok() && held == bytes
    }
}

fn brotli(mut bytes: &[u8], effort: Effort) -> std::io::Result<Vec<u8>> {
    let quality = match effort {
        Effort::Most => 11,
        Effort::Quick => 5,
    };
    let parameters = BrotliEncoderParams { quality, ..BrotliEncoderParams::default() };
    let mut made = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut made, &parameters)?;
    Ok(made)
}

fn gzip(bytes: &[u8], effort: Effort) -> std::io::Result<Vec<u8>> {
    let level = match effort {
        Effort::Most => Compression::best(),
        Effort::Quick => Compression::default(),
    };
    let mut encoder = GzEncoder::new(Vec::new(), level);
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// What a reader takes, the best first; Brotli where both are as welcome.
pub fn taken(headers: &HeaderMap) -> Vec<Encoding> {
    let values = headers.get_all(ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    let wishes: Vec<(&str, f32)> = values.flat_map(|value| value.split(',')).map(wish).collect();
    let weight = |name: &str| {
        let find = |name: &str| wishes.iter().find(|wish| wish.0.eq_ignore_ascii_case(name));
        find(name).or_else(|| find("*")).map_or(0.0, |wish| wish.1)
    };
    let mut known = [Encoding::Brotli, Encoding::Gzip].map(|one| (weight(one.name()), one));
    known.sort_by(|one, other| other.0.total_cmp(&one.0));
    known.into_iter().filter(|(weight, _)| *weight > 0.0).map(|(_, one)| one).collect()
}

/// `gzip;q=0.5`: a name and how welcome it is. A weight that is none is as good as no.
fn wish(text: &str) -> (&str, f32) {
    let (name, parameters) = text.split_once(';').unwrap_or((text, ""));
    let weight = match parameters.trim().split_once('=') {
        Some((key, weight)) if key.trim().eq_ignore_ascii_case("q") => {
            weight.trim().parse().unwrap_or(0.0)
        }
        _ => 1.0,
    };
    (name.trim(), weight)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;
    use sha2::{Digest as _, Sha256};

    #[test]
    fn a_reader_gets_what_it_takes() {
        use Encoding::{Brotli, Gzip};
        let table: [(&str, &[Encoding]); 9] = [
            ("gzip, deflate, br, zstd", &[Brotli, Gzip]),
            ("gzip", &[Gzip]),
            ("br;q=0.1, gzip;q=0.9", &[Gzip, Brotli]),
            ("br;q=0, *", &[Gzip]),
            ("*;q=0", &[]),
            ("BR ; Q=1", &[Brotli]),
            ("br;q=lots", &[]),
            ("identity", &[]),
            ("", &[]),
        ];
        for (header, expected) in table {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT_ENCODING, HeaderValue::from_static(header));
            assert_eq!(taken(&headers), expected, "{header}");
        }
        assert_eq!(taken(&HeaderMap::new()), []);
    }

    #[test]
    fn a_packed_file_is_taken_only_if_it_holds_the_plain_one() {
        let bytes = b"story ".repeat(100);
        for encoding in [Encoding::Brotli, Encoding::Gzip] {
            let packed = encoding.compress(&bytes, Effort::Quick).unwrap();
            assert!(encoding.holds(&packed, &bytes));
            assert!(!encoding.holds(&packed, &bytes[1..]));
            assert!(!encoding.holds(&packed, &bytes[..bytes.len() - 1]));
            assert!(!encoding.holds(b"no such thing", &bytes));
        }
        let mut broken = Encoding::Gzip.compress(&bytes, Effort::Quick).unwrap().to_vec();
        *broken.last_mut().unwrap() ^= 1;
        assert!(!Encoding::Gzip.holds(&broken, &bytes), "it says another length");
    }

    #[test]
    fn what_gains_nothing_is_not_packed() {
        let noise: Vec<u8> = (0..100_u32).flat_map(|n| Sha256::digest(n.to_le_bytes())).collect();
        for encoding in [Encoding::Brotli, Encoding::Gzip] {
            let gains = |bytes: &[u8]| encoding.compress(bytes, Effort::Most).is_some();
            assert!(!gains(&noise));
            assert!(!gains(&[b'a'; MIN_BYTES - 1]) && gains(&[b'a'; MIN_BYTES]));
        }
    }
}
