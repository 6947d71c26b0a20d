//! HTML that would keep a parser busy for minutes.

/// White space of one tag: each piece of it may begin an attribute, and a parser compares
/// every attribute with those before it.
const MAX_SPACES: usize = 1_000;

/// The same of all elements of type, such as `<b class="x">`, that are open at once: a parser opens
/// them again in each paragraph, and compares each with all others.
const MAX_OPEN: usize = 3_000;

/// Names of these elements, but for those that end where the next of them begins.
const OF_TYPE: &str = "b big code em font i s small strike strong tt u";

/// Names of elements in which no tag begins.
const RAW: &str = "script style textarea title";

/// The HTML up to the first tag with more attributes than any element has, or to where more
/// elements are open than any page has.
#[must_use]
pub fn within_reason(html: &str) -> &str {
    let bytes = html.as_bytes();
    let (mut tag, mut spaces, mut quotation, mut last) = (None, 0, None, b' ');
    let mut open = Open::default();
    // The element in which no tag begins.
    let mut raw: Option<&str> = None;
    for (at, byte) in bytes.iter().copied().enumerate() {
        match (tag, quotation) {
            (None, _) => {
                let opens = |next: &u8| next.is_ascii_alphabetic() || *next == b'/';
                if byte == b'<' && bytes.get(at + 1).is_some_and(opens) {
                    let (is_end, name) = name(html.get(at + 1..).unwrap_or_default());
                    if raw.is_none_or(|raw| is_end && raw.eq_ignore_ascii_case(name)) {
                        (tag, spaces, raw) = (Some((at, is_end, name)), 0, None);
                    }
                }
            }
            (Some(_), Some(mark)) => {
                if byte == mark {
                    (quotation, spaces) = (None, spaces + 1);
                }
            }
            (Some((_, is_end, name)), None) => match byte {
                b'>' => {
                    tag = None;
                    raw = Some(name).filter(|name| !is_end && is_one_of(RAW, name));
                    if is_one_of(OF_TYPE, name) {
                        open.pass(is_end, spaces);
                    }
                }
                b'"' | b'\'' if last == b'=' => quotation = Some(byte),
                b'/' | b'\t' | b'\n' | b'\x0C' | b'\r' | b' ' => spaces += 1,
                _ => {}
            },
        }
        if !byte.is_ascii_whitespace() {
            last = byte;
        }
        if let Some((start, ..)) = tag
            && (spaces > MAX_SPACES || open.sum > MAX_OPEN)
        {
            return html.get(..start).unwrap_or_default();
        }
    }
    html
}

/// The pieces of the elements of type that are open.
#[derive(Default)]
struct Open {
    pieces: Vec<usize>,
    sum: usize,
}

impl Open {
    /// One ends, or begins with so many pieces.
    fn pass(&mut self, is_end: bool, pieces: usize) {
        if is_end {
            self.sum -= self.pieces.pop().unwrap_or_default();
        } else {
            self.pieces.push(pieces);
            self.sum += pieces;
        }
    }
}

/// Whether a tag is the end of an element, and of which.
fn name(tag: &str) -> (bool, &str) {
    let name = tag.strip_prefix('/').unwrap_or(tag);
    let length = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
    (tag.starts_with('/'), name.get(..length).unwrap_or_default())
}

fn is_one_of(names: &str, name: &str) -> bool {
    names.split(' ').any(|other| other.eq_ignore_ascii_case(name))
}
