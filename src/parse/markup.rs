//! Markup that the format does not have, in texts: it is shown as it is typed, which its
//! author did not mean.

/// Elements that people write into texts.
const TAGS: &str = "a abbr b blockquote br cite code del div em figure font h1 h2 h3 h4 h5 h6 \
    hr i iframe img ins li mark ol p pre s script small span strike strong style sub sup table \
    tbody td th tr u ul video";
/// How far the end of a piece of markup is looked for, in bytes.
const REACH: usize = 300;

const HTML: &str = "HTML is shown as it is typed";
const REFERENCE: &str = "a character of HTML is shown as it is typed; write the character itself";
const MARKDOWN: &str = "markdown that this format does not have, shown as it is typed";

/// What is wrong with a text, where it holds markup that nothing reads. A backslash before it
/// says that it is meant.
pub fn foreign(text: &str) -> Option<&'static str> {
    places(text).next().map(|(_, message)| message)
}

/// The places, in bytes, of all such markup, and what is wrong there.
pub fn places(text: &str) -> impl Iterator<Item = (usize, &'static str)> {
    let text = text.as_bytes();
    let (mut before, mut is_line_start) = (b' ', true);
    text.iter().enumerate().filter_map(move |(at, byte)| {
        // Most bytes begin nothing, and this is asked of every one of a story.
        let may_begin = matches!(byte, b'<' | b'&' | b'#' | b'-' | b'>' | b'!' | b'`' | b'_');
        let found = (may_begin && before != b'\\').then(|| {
            let rest = text.get(at + 1..).unwrap_or_default();
            let rest = rest.get(..REACH).unwrap_or(rest);
            match byte {
                b'<' => is_tag(rest).then_some(HTML),
                b'&' => is_reference(rest).then_some(REFERENCE),
                _ => is_markdown(*byte, rest, before, is_line_start).then_some(MARKDOWN),
            }
        });
        let found = found.flatten();
        is_line_start = *byte == b'\n' || (is_line_start && *byte == b' ');
        before = *byte;
        found.map(|message| (at, message))
    })
}

/// `<b>`, `</p>`, `<br/>`, `<a href="…">`, `<!-- … -->`; not `a < b`.
fn is_tag(rest: &[u8]) -> bool {
    let name = rest.strip_prefix(b"/").unwrap_or(rest);
    let length = name.iter().take_while(|b| b.is_ascii_alphanumeric()).count();
    let (name, after) = name.split_at_checked(length).unwrap_or_default();
    let is_name =
        length > 0 && TAGS.split(' ').any(|tag| name.eq_ignore_ascii_case(tag.as_bytes()));
    let is_end = matches!(after.first(), Some(b'>' | b'/' | b' ' | b'\n'));
    (is_name && is_end && after.contains(&b'>')) || rest.starts_with(b"!--")
}

/// `&amp;`, `&#39;`, `&#x2019;`; not `AT&T`.
fn is_reference(rest: &[u8]) -> bool {
    let name = rest.strip_prefix(b"#").unwrap_or(rest);
    let length = name.iter().take_while(|b| b.is_ascii_alphanumeric()).count();
    (2..=8).contains(&length) && name.get(length) == Some(&b';')
}

/// `## `, `- `, `> `, `![…](…)`, `` `code` ``, `__strong__`.
fn is_markdown(byte: u8, rest: &[u8], before: u8, is_line_start: bool) -> bool {
    let opens =
        |mark: u8| rest.first().is_some_and(|next| *next != mark && !next.is_ascii_whitespace());
    let is_word = before.is_ascii_alphanumeric() || !before.is_ascii();
    match byte {
        b'#' if is_line_start => {
            let level = rest.iter().take_while(|b| **b == b'#').count();
            level < 6 && rest.get(level) == Some(&b' ')
        }
        b'-' | b'>' if is_line_start => rest.starts_with(b" "),
        b'!' => rest.starts_with(b"[") && has(rest, b"]("),
        b'`' if !is_word => opens(b'`') && rest.contains(&b'`') || rest.starts_with(b"``"),
        b'_' if matches!(before, b' ' | b'\n' | b'(' | b'"' | b'*') => match rest.split_first() {
            Some((b'_', inside)) => {
                let is_open =
                    inside.first().is_some_and(|b| *b != b'_' && !b.is_ascii_whitespace());
                is_open && has(inside, b"__")
            }
            _ => false,
        },
        _ => false,
    }
}

fn has(text: &[u8], wanted: &[u8]) -> bool {
    text.windows(wanted.len()).any(|window| window == wanted)
}
