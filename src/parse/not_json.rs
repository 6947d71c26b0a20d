//! Documents that are no JSON, by their first letters.

use crate::error::Document;

/// How far the first element is looked for, in bytes.
const REACH: usize = 4_096;

/// What a document is instead; nothing where it may be JSON.
pub fn recognized(text: &str) -> Option<Document> {
    let text = text.trim_ascii_start();
    if text.is_empty() {
        return Some(Document::Empty);
    }
    if !text.starts_with('<') {
        return is_table(text).then_some(Document::Csv);
    }
    Some(match root(text).as_str() {
        "rss" | "rdf:rdf" => Document::Rss,
        "feed" => Document::Atom,
        "html" => Document::Html,
        _ if text.starts_with("<?xml") => Document::Xml,
        _ => Document::Html,
    })
}

/// Whether the first line is the head of a table: words with commas between, or the like.
/// Where there is only one comma, the second line has one too.
fn is_table(text: &str) -> bool {
    let mut lines = text.lines();
    let [line, second] = [lines.next(), lines.next()].map(Option::unwrap_or_default);
    let marks = [',', ';', '\t'];
    // A text alone is JSON too, whatever it holds.
    let is_word = match line.strip_prefix('"') {
        Some(rest) => rest
            .split_once('"')
            .is_some_and(|(word, after)| !word.ends_with('\\') && after.starts_with(marks)),
        None => line.starts_with(char::is_alphabetic),
    };
    let count = |line: &str, mark| line.matches(mark).count();
    let has = |mark: char| count(line, mark) > usize::from(count(second, mark) != 1);
    // A brace stands in scripts that hold JSON, or look like it.
    is_word && !line.contains('{') && marks.into_iter().any(has)
}

/// The name of the first element.
fn root(text: &str) -> String {
    let (mut is_comment, mut name) = (false, String::new());
    // What follows each `<`; comments end with `--` before a `>`.
    for piece in text.get(..REACH).unwrap_or(text).split('<').skip(1) {
        is_comment |= piece.starts_with("!--");
        if is_comment {
            is_comment = !piece.split('>').rev().skip(1).any(|part| part.ends_with("--"));
        } else if piece.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            let is_in = |b: &u8| b.is_ascii_alphanumeric() || *b == b':';
            name.extend(
                piece.bytes().take_while(is_in).map(|b| char::from(b.to_ascii_lowercase())),
            );
            break;
        }
    }
    name
}
