//! Rust without its comments, and without its strings where those are not asked for.

/// What is left of a text when it is read as Rust.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// Strings keep what is in them.
    Strings,
    /// Nothing but code.
    Code,
}

/// Blanks out comments, and strings unless they are kept; lines stay where they are.
pub fn stripped(text: &str, keep: Keep) -> String {
    let mut left = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let (length, kind) = next(rest);
        let (piece, tail) = rest.split_at(length);
        match kind {
            Piece::Code => left.push_str(piece),
            Piece::Text if keep == Keep::Strings => left.push_str(piece),
            Piece::Text => left.push_str(&blank(piece, "\"\"")),
            Piece::Comment => left.push_str(&blank(piece, "")),
        }
        rest = tail;
    }
    left
}

enum Piece {
    Code,
    Text,
    Comment,
}

/// As many line breaks as the piece has.
fn blank(piece: &str, instead: &str) -> String {
    [instead, &"\n".repeat(piece.matches('\n').count())].concat()
}

/// Length and kind of what stands at the start.
fn next(text: &str) -> (usize, Piece) {
    if text.starts_with("//") {
        return (text.find('\n').unwrap_or(text.len()), Piece::Comment);
    }
    if text.starts_with("/*") {
        return (block_comment(text), Piece::Comment);
    }
    if text.starts_with('"') {
        return (string(text), Piece::Text);
    }
    if let Some(length) = raw_string(text) {
        return (length, Piece::Text);
    }
    if let Some(length) = letter(text) {
        return (length, Piece::Text);
    }
    // A whole word at once, so that the r of `for"` begins no raw string.
    let word = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    (word.max(text.chars().next().map_or(1, char::len_utf8)), Piece::Code)
}

fn block_comment(text: &str) -> usize {
    let mut depth = 0;
    for (at, _) in text.char_indices() {
        if text[at..].starts_with("/*") {
            depth += 1;
        } else if text[..at].ends_with("*/") && at > 2 {
            depth -= 1;
            if depth == 0 {
                return at;
            }
        }
    }
    text.len()
}

fn string(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

fn raw_string(text: &str) -> Option<usize> {
    let rest = text.strip_prefix('r').or_else(|| text.strip_prefix("br"))?;
    let marks = rest.len() - rest.trim_start_matches('#').len();
    rest[marks..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(marks));
    let start = text.len() - rest.len() + marks + 1;
    Some(text[start..].find(&end).map_or(text.len(), |at| start + at + end.len()))
}

/// A letter in quotation marks, not a lifetime.
fn letter(text: &str) -> Option<usize> {
    let rest = text.strip_prefix('\'')?;
    let first = rest.chars().next()?;
    if first == '\\' {
        let end = rest.char_indices().skip(2).find(|(_, c)| *c == '\'')?.0;
        return Some(end + 2);
    }
    rest[first.len_utf8()..].starts_with('\'').then_some(first.len_utf8() + 2)
}

/// Every literal text in Rust code, without its quotation marks.
pub fn literals(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (length, kind) = next(rest);
        if matches!(kind, Piece::Text) && rest.starts_with('"') {
            found.push(rest[1..length - 1].to_owned());
        }
        rest = &rest[length..];
    }
    found
}

/// Where a word stands by itself, not as a part of another.
pub fn words<'text>(text: &'text str, word: &'text str) -> impl Iterator<Item = usize> + 'text {
    let is_letter = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(word).map(|(at, _)| at).filter(move |at| {
        !text[..*at].ends_with(is_letter) && !text[at + word.len()..].starts_with(is_letter)
    })
}

/// The number of the line at a place, from 1.
pub fn line(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

#[test]
fn comments_and_strings_are_told_from_code() {
    let text = "a // b \" c\n/* d /* e */ w\n*/ g \"h // i \\\" j\" k r#\"l \" m\"# n 'o' '\\'' &'p q '\"' r for\"s\"";
    let words: Vec<String> = stripped(text, Keep::Code)
        .replace("\"\"", " ")
        .split_whitespace()
        .map(str::to_owned)
        .collect();
    assert_eq!(words.join(" "), "a g k n &'p q r for");
    let kept = stripped(text, Keep::Strings);
    assert!(
        kept.contains("h // i")
            && kept.contains("l \" m")
            && !kept.contains(" b ")
            && !kept.contains('w'),
        "{kept}"
    );
    assert_eq!(kept.matches('\n').count(), 2, "lines stay where they are");
    assert_eq!(literals("el(\"a\") // \"b\"\n + \"c\\\"d\""), ["a", "c\\\"d"]);
    assert_eq!(words_at("load load_all preload x.load", "load"), [0, 24]);
}

#[cfg(test)]
fn words_at(text: &str, word: &str) -> Vec<usize> {
    words(text, word).collect()
}
