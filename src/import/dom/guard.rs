//! HTML that would keep a parser busy for minutes.

/// White space of one tag: each piece of it may begin an attribute, and a parser compares
/// every attribute with those before it.
const MAX_SPACES: usize = 1_000;

/// Elements of type, such as `<b>`, that may be open at once: a parser opens them again in each
/// paragraph, and compares each with all others.
const MAX_OPEN: usize = 500;

/// Names of these elements.
const OF_TYPE: &str = "a b big code em font i nobr s small strike strong tt u";

/// The HTML up to the first tag with more attributes than any element has, or to where more
/// elements are open than any page has.
#[must_use]
pub fn within_reason(html: &str) -> &str {
    let bytes = html.as_bytes();
    let (mut tag, mut spaces, mut quotation, mut last) = (None, 0, None, b' ');
    let mut open: usize = 0;
    for (at, byte) in bytes.iter().copied().enumerate() {
        match (tag, quotation) {
            (None, _) => {
                let opens = |next: &u8| next.is_ascii_alphabetic() || *next == b'/';
                if byte == b'<' && bytes.get(at + 1).is_some_and(opens) {
                    (tag, spaces) = (Some(at), 0);
                    open = match of_type(html.get(at + 1..).unwrap_or_default()) {
                        Some(true) => open + 1,
                        Some(false) => open.saturating_sub(1),
                        None => open,
                    };
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
        if let Some(start) = tag.filter(|_| spaces > MAX_SPACES || open > MAX_OPEN) {
            return html.get(..start).unwrap_or_default();
        }
    }
    html
}

/// Whether a tag begins an element of type, or ends one; nothing for all others.
fn of_type(tag: &str) -> Option<bool> {
    let name = tag.strip_prefix('/').unwrap_or(tag);
    let length = name.bytes().take_while(u8::is_ascii_alphanumeric).take(7).count();
    let name = name.get(..length)?;
    OF_TYPE.split(' ').any(|other| other.eq_ignore_ascii_case(name)).then(|| !tag.starts_with('/'))
}
