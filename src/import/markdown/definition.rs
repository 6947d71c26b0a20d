//! Lines that define what stands apart from where it is named: the addresses of links, and notes.

use crate::parse::label;

/// The longest name of a link or a note, in bytes.
const MAX_NAME: usize = 100;
/// Definitions that are looked at to tell whether a text is Markdown.
const MOST_TRIED: usize = 20;

/// Where the links of a name lead.
pub struct Link<'t> {
    pub address: &'t str,
    pub title: &'t str,
}

/// Whether a text defines a note, or a link to the web, and names it elsewhere.
pub fn holds_defined(text: &str) -> bool {
    let defined = text.lines().filter_map(definition).take(MOST_TRIED);
    let is_real = |(name, words): &(&str, &str)| {
        name.starts_with('^') || link(name, words).is_some_and(|link| is_of_web(link.address))
    };
    defined.filter(is_real).any(|(name, _)| is_named(text, name))
}

/// Whether a name stands elsewhere than where it is defined.
fn is_named(text: &str, name: &str) -> bool {
    let named = ["[", name, "]"].concat();
    text.match_indices(&named).any(|(at, _)| {
        let (before, rest) = text.split_at_checked(at).unwrap_or_default();
        let before = before.trim_end_matches(' ');
        let is_first = before.is_empty() || before.ends_with('\n');
        !(is_first && rest.get(named.len()..).is_some_and(|behind| behind.starts_with(':')))
    })
}

/// The name that a line defines, and the words behind it.
pub fn definition(line: &str) -> Option<(&str, &str)> {
    let text = line.trim_start_matches(' ');
    let name = Some(text).filter(|text| text.starts_with('[') && line.len() - text.len() < 4);
    let name = label(name?).filter(|name| !name.is_empty() && name.len() <= MAX_NAME)?;
    let words = text.get(name.len() + 1..)?.strip_prefix("]:")?;
    Some((name, words.trim()))
}

/// The address that a name stands for, and its title. Who speaks in an interview stands in brackets
/// too: words behind an address that are not quoted make it one only for a number, and of the web.
pub fn link<'t>(name: &str, words: &'t str) -> Option<Link<'t>> {
    let (address, title) = parted(words);
    let is_number = name.bytes().all(|byte| byte.is_ascii_digit());
    let is_address = is_of_web(address)
        || address.starts_with(['/', '#', '.'])
        || address.contains('/') && address.contains('.');
    let is_address = is_address && !address.ends_with(['.', '?', '!', ',']);
    let is_whole = is_quoted(title) || is_number && is_of_web(address);
    let title = title.trim_matches(|c: char| c.is_whitespace() || "\"'()".contains(c));
    let found = Some(address).filter(|_| is_address && is_whole && !name.starts_with('^'))?;
    Some(Link { address: found, title })
}

/// Whether there is plainly nothing in it but an address, and a title for that, or a comment,
/// `# (words)`.
pub fn is_plain(words: &str) -> bool {
    let (address, title) = parted(words);
    let is_path = ["/", "./", "../"].iter().any(|start| address.starts_with(start));
    (is_of_web(address) || is_path || address == "#") && is_quoted(title)
}

fn parted(words: &str) -> (&str, &str) {
    let (address, title) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
    let bare = address.strip_prefix('<').and_then(|address| address.strip_suffix('>'));
    (bare.unwrap_or(address), title.trim())
}

pub fn is_of_web(address: &str) -> bool {
    ["http://", "https://", "mailto:"].iter().any(|start| address.starts_with(start))
}

fn is_quoted(title: &str) -> bool {
    let ends = [('"', '"'), ('\'', '\''), ('(', ')')];
    title.is_empty()
        || ends.iter().any(|(start, end)| title.starts_with(*start) && title.ends_with(*end))
}
