//! The address of a link, as tools write it: `(url)`, `(<url>)`, `(url "title")`.

/// Longest address looked for inside a text, in bytes.
const MAX_ADDRESS: usize = 2_048;
/// Longest title passed over.
const MAX_TITLE: usize = 512;
/// Longest pair of square brackets in an address: `?filter[year]=2026`.
const MAX_PAIR: usize = 64;

/// The address in a text that begins with its parenthesis, and how much of the text it
/// takes. Nothing where that cannot be told; then no more has been looked at than up to
/// the next link, so that nothing is looked at twice.
pub fn read(text: &str) -> Option<(String, usize)> {
    let rest = text.strip_prefix('(')?.trim_start();
    let (address, rest) = match rest.strip_prefix('<') {
        Some(rest) => in_angles(rest),
        None => bare(rest),
    }?;
    let after = rest.trim_start();
    let after = after.strip_prefix(')').or_else(|| title(after).filter(|_| after != rest))?;
    // Two slashes to a browser; to unescape one would make a path of a host.
    let has_host = address.starts_with("\\/");
    let address = unescaped(address);
    // What a browser takes for a slash, or leaves out, would make another address of it.
    let is_sound = !has_host
        && !address.is_empty()
        && !address.contains(|c: char| c == '\\' || c.is_control());
    is_sound.then_some((address, text.len() - after.len()))
}

/// Up to a space or the parenthesis that closes it; pairs inside are part of it.
fn bare(text: &str) -> Option<(&str, &str)> {
    let bytes = text.as_bytes();
    let (mut depth, mut at) = (0_usize, 0);
    while at < MAX_ADDRESS {
        match bytes.get(at)? {
            b'\\' if bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) => at += 1,
            b'(' => depth += 1,
            b')' if depth > 0 => depth -= 1,
            b'[' => at += pair(text.get(at..)?)?,
            b')' => return text.split_at_checked(at),
            byte if byte.is_ascii_whitespace() => {
                return text.split_at_checked(at).filter(|_| depth == 0);
            }
            _ => {}
        }
        at += 1;
    }
    None
}

/// How far a pair of square brackets reaches that is not the label of another link.
fn pair(text: &str) -> Option<usize> {
    let end = text.bytes().take(MAX_PAIR).position(|b| b == b']')?;
    let inside = text.get(1..end)?;
    let is_label = text.get(end + 1..)?.starts_with('(');
    let is_plain = !inside.contains(|c: char| matches!(c, '[' | '(' | ')') || c.is_whitespace());
    (is_plain && !is_label).then_some(end)
}

/// What stands up to the bracket that closes it, and what follows.
pub fn in_angles(text: &str) -> Option<(&str, &str)> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < MAX_ADDRESS {
        match bytes.get(at)? {
            b'\\' if bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) => at += 1,
            b'>' => return Some((text.get(..at)?, text.get(at + 1..)?)),
            b'<' | b'\n' => return None,
            _ => {}
        }
        at += 1;
    }
    None
}

/// What follows a title in quotation marks, or in parentheses, and the parenthesis behind
/// it. Marks inside the title need no backslash: the last mark before `)` ends it.
fn title(text: &str) -> Option<&str> {
    let mut letters = text.char_indices();
    let closing = match letters.next()?.1 {
        mark @ ('"' | '\'') => mark,
        '“' | '„' => '”',
        '‘' => '’',
        '«' => '»',
        '(' => ')',
        _ => return None,
    };
    while let Some((at, letter)) = letters.next().filter(|(at, _)| *at < MAX_TITLE) {
        let rest = text.get(at + letter.len_utf8()..)?;
        if letter == '\\' {
            letters.next();
        } else if letter == closing || closing == '”' && letter == '“' {
            if let Some(rest) = rest.trim_start().strip_prefix(')') {
                return Some(rest);
            }
        } else if letter == ']' && rest.starts_with('(') {
            return None;
        }
    }
    None
}

/// An address without the backslashes before its signs.
fn unescaped(address: &str) -> String {
    let mut letters = address.chars().peekable();
    let mut plain = String::new();
    while let Some(letter) = letters.next() {
        let escaped = letters.next_if(|next| letter == '\\' && next.is_ascii_punctuation());
        plain.push(escaped.unwrap_or(letter));
    }
    plain
}
