//! Bytes to text.

/// The text of a document, whatever Unicode encoding it came in.
///
/// JSON is UTF-8 (RFC 8259), yet files saved as UTF-16 turn up; a byte order mark or
/// the zero byte beside the first ASCII letter gives them away. What is not valid
/// becomes U+FFFD. A byte order mark is dropped.
#[must_use]
pub fn decode(bytes: Vec<u8>) -> String {
    match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [letter, 0, ..] if *letter != 0 => utf16(&bytes, u16::from_le_bytes),
        [0, letter, ..] if *letter != 0 => utf16(&bytes, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => String::from_utf8(bytes)
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()),
    }
}

fn utf16(bytes: &[u8], join: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).filter_map(|pair| pair.try_into().ok()).map(join);
    char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}
