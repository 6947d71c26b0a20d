//! HTML that would keep a parser busy for minutes.

/// White space of one tag: each piece of it may begin an attribute, and a parser compares
/// every attribute with those before it.
const MAX_SPACES: usize = 1_000;

/// The HTML up to the first tag with more attributes than any element has.
#[must_use]
pub fn within_reason(html: &str) -> &str {
    let bytes = html.as_bytes();
    let (mut tag, mut spaces, mut quotation, mut last) = (None, 0, None, b' ');
    for (at, byte) in bytes.iter().copied().enumerate() {
        match (tag, quotation) {
            (None, _) => {
                let opens = |next: &u8| next.is_ascii_alphabetic() || *next == b'/';
                if byte == b'<' && bytes.get(at + 1).is_some_and(opens) {
                    (tag, spaces) = (Some(at), 0);
                }
            }
            (Some(_), Some(mark)) => {
                if byte == mark {
                    (quotation, spaces) = (None, spaces + 1);
                }
            }
            (Some(_), None) => match byte {
                b'>' => tag = None,
                b'"' | b'\'' if last == b'=' => quotation = Some(byte),
                b'/' | b'\t' | b'\n' | b'\x0C' | b'\r' | b' ' => spaces += 1,
                _ => {}
            },
        }
        if !byte.is_ascii_whitespace() {
            last = byte;
        }
        if let Some(start) = tag.filter(|_| spaces > MAX_SPACES) {
            return html.get(..start).unwrap_or_default();
        }
    }
    html
}
