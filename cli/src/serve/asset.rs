//! Bytes that are ready to be sent, in each form.

use std::fmt::Write as _;

use axum::body::Bytes;
use sha2::{Digest as _, Sha256};

use super::encoding::{Effort, Encoding};
use super::media::Media;

/// Bytes of the hash that an `ETag` shows.
const TAG_BYTES: usize = 12;

/// A file, a story or a page, plain and compressed.
#[derive(Debug, Clone)]
pub struct Asset {
    /// What it is.
    pub media: Media,
    plain: Bytes,
    brotli: Option<Bytes>,
    gzip: Option<Bytes>,
    tag: String,
}

/// One form of an asset.
#[derive(Debug)]
pub struct Form<'a> {
    /// What is sent.
    pub bytes: &'a Bytes,
    /// How it is compressed.
    pub encoding: Option<Encoding>,
    /// Its strong `ETag`: another one for each form.
    pub tag: String,
}

impl Asset {
    /// Compresses where that helps.
    pub fn new(media: Media, plain: Vec<u8>, effort: Effort) -> Self {
        Self::packed(media, plain, &|encoding, plain| encoding.compress(plain, effort))
    }

    /// With compressed forms from elsewhere.
    pub fn packed(
        media: Media,
        plain: Vec<u8>,
        pack: &dyn Fn(Encoding, &[u8]) -> Option<Bytes>,
    ) -> Self {
        let pack = |encoding| if media.shrinks { pack(encoding, &plain) } else { None };
        let (brotli, gzip) = (pack(Encoding::Brotli), pack(Encoding::Gzip));
        let tag = hash(&plain);
        Self { media, plain: plain.into(), brotli, gzip, tag }
    }

    /// The bytes as they are.
    pub fn plain(&self) -> &Bytes {
        &self.plain
    }

    /// How much memory it takes.
    pub fn weight(&self) -> usize {
        let packed = self.brotli.iter().chain(&self.gzip).map(Bytes::len).sum::<usize>();
        self.plain.len().saturating_add(packed)
    }

    /// Whether the answer depends on what the reader takes.
    pub fn varies(&self) -> bool {
        self.media.shrinks
    }

    /// The first form that the reader takes.
    pub fn form(&self, taken: &[Encoding]) -> Form<'_> {
        let packed = taken.iter().find_map(|encoding| {
            let bytes = match encoding {
                Encoding::Brotli => self.brotli.as_ref(),
                Encoding::Gzip => self.gzip.as_ref(),
            }?;
            Some((*encoding, bytes))
        });
        let Some((encoding, bytes)) = packed else {
            return Form { bytes: &self.plain, encoding: None, tag: format!("\"{}\"", self.tag) };
        };
        let tag = format!("\"{}-{}\"", self.tag, encoding.name());
        Form { bytes, encoding: Some(encoding), tag }
    }
}

/// The first letters of a hash.
fn hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let mut letters = String::new();
    for byte in digest.iter().take(TAG_BYTES) {
        let _ = write!(letters, "{byte:02x}");
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::serve::media::JSON;

    #[test]
    fn all_forms_weigh() {
        let asset = Asset::new(JSON, b"story ".repeat(100), Effort::Quick);
        let packed: usize = [Encoding::Brotli, Encoding::Gzip]
            .map(|encoding| asset.form(&[encoding]).bytes.len())
            .iter()
            .sum();
        assert!(packed > 0);
        assert_eq!(asset.weight(), 600 + packed);
    }
}
