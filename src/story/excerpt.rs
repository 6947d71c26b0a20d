//! Words relied on, as a text fragment (WICG): the end of an address by which a browser
//! finds them in the page it leads to.
//!
//! A fragment names the words whole, or how they begin and how they end. What is named has
//! to stand in one paragraph of the source, letter for letter and from edge to edge of its
//! words; else nothing at all is found. An excerpt may leave words out, put words in and go
//! over paragraphs: it is taken apart where it does.

use crate::story::letters::{is_unspaced, is_word};

/// Words at each end of a long excerpt that are enough to find it.
const WORDS_AT_AN_END: usize = 5;
/// The most letters of an end; more only where words have no spaces between them.
const LONGEST_END: usize = 60;
/// The least that is looked for: a single word stands anywhere.
const LEAST_WORDS: usize = 2;
/// The same for a script without spaces, in letters.
const LEAST_LETTERS: usize = 4;

/// How far a bracket's other end is looked for, in bytes.
const LONGEST_BRACKET: usize = 500;

/// Languages that are not written in Latin letters.
const NOT_LATIN: &str = "am ar be bg bn bo el fa gu he hi hy iw ja ka kk km kn ko ky lo mk ml mr my \
    ne or pa ps ru si sr ta te th ti uk ur yi yue zh";

/// What follows `#:~:text=`; nothing where the words could not be found.
#[must_use]
pub(super) fn fragment(excerpt: &str, language: Option<&str>) -> Option<String> {
    if is_translated(excerpt, language) {
        return None;
    }
    let stretches = stretches(excerpt);
    // The end is looked for behind the beginning; the beginning has to be known by itself.
    let telling = stretches.iter().position(|stretch| is_telling(stretch)).unwrap_or_default();
    let stretches = stretches.get(telling..).unwrap_or_default();
    let (first, last) = (stretches.first()?, stretches.last()?);
    let mut fragment = String::new();
    if stretches.len() == 1 && is_short(first) {
        encode(first, &mut fragment);
    } else {
        encode(beginning(first)?, &mut fragment);
        fragment.push(',');
        encode(ending(last)?, &mut fragment);
    }
    Some(fragment)
}

/// Whether the source has other letters than the excerpt.
fn is_translated(excerpt: &str, language: Option<&str>) -> bool {
    let mut subtags = language.unwrap_or_default().split('-');
    let language = subtags.next().unwrap_or_default();
    NOT_LATIN.split_whitespace().any(|other| other.eq_ignore_ascii_case(language))
        && !subtags.any(|script| script == "Latn")
        && !excerpt.chars().any(|letter| letter > '\u{36F}' && is_word(letter))
}

/// What stands in the source without a break, as far as it is long enough to be found.
fn stretches(excerpt: &str) -> Vec<String> {
    let tidy = |stretch: &String| {
        stretch.split_whitespace().collect::<Vec<_>>().join(" ").trim_matches(is_edge).to_owned()
    };
    pieces(excerpt).iter().map(tidy).filter(|stretch| is_enough(stretch)).collect()
}

/// A text taken apart where it leaves words out, puts words in or begins a paragraph.
pub(super) fn pieces(text: &str) -> Vec<String> {
    let mut stretches = vec![String::new()];
    // A letter beside a break may be half a word: `compan[ies]`, `[T]he`.
    let mut is_cut = false;
    let mut rest = unquoted(text.trim());
    while let Some(letter) = rest.chars().next() {
        let gap = if may_break(letter) { gap(rest) } else { 0 };
        let Some(stretch) = stretches.last_mut() else { break };
        if gap == 0 {
            rest = rest.get(letter.len_utf8()..).unwrap_or_default();
            is_cut &= is_joined(letter);
            if !is_cut {
                stretch.push(letter);
            }
            continue;
        }
        let is_bracket = letter == '[';
        if is_bracket {
            let whole = stretch.trim_end_matches(is_joined).len();
            stretch.truncate(whole);
        }
        rest = rest.get(gap..).unwrap_or_default();
        is_cut = is_bracket;
        stretches.push(String::new());
    }
    stretches
}

/// A letter that belongs to the word beside a bracket.
fn is_joined(letter: char) -> bool {
    is_word(letter) && !is_unspaced(letter)
}

/// Whether a [`gap`] can begin with it.
fn may_break(letter: char) -> bool {
    matches!(letter, '[' | '(' | '.' | '…' | '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

/// The length of what is not of the source: an ellipsis, an editor's bracket, the end of a
/// paragraph.
fn gap(text: &str) -> usize {
    if let Some(inside) = text.strip_prefix('[') {
        // Not over another one: no letter is looked at for two brackets.
        let mut bytes = inside.bytes().take(LONGEST_BRACKET);
        let end = bytes.position(|b| matches!(b, b'[' | b']'));
        let end = end.filter(|end| inside.as_bytes().get(*end) == Some(&b']'));
        return end.map_or(1, |end| end + 2);
    }
    for gap in ["(…)", "(...)", "…", "...", ". . .", "\n", "\r", "\u{2028}", "\u{2029}"] {
        if text.starts_with(gap) {
            return gap.len();
        }
    }
    0
}

/// An excerpt without the quotation marks around all of it, which are not the source's.
fn unquoted(text: &str) -> &str {
    const PAIRS: [(char, char); 6] =
        [('"', '"'), ('“', '”'), ('„', '“'), ('”', '”'), ('«', '»'), ('「', '」')];
    PAIRS
        .iter()
        .find_map(|(opening, closing)| {
            let inside = text.strip_prefix(*opening)?.strip_suffix(*closing)?;
            (!inside.contains([*opening, *closing])).then_some(inside)
        })
        .unwrap_or(text)
}

/// What may be lost at the ends of a stretch: it is found without.
fn is_edge(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '.' | ',' | ';' | ':' | '…' | '-' | '–' | '—' | '(' | ')' | ']' | '*')
        || matches!(letter, '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '‚' | '\'')
}

/// Whether words are enough to be known by.
pub(super) fn is_enough(stretch: &str) -> bool {
    let unspaced = stretch.chars().filter(|letter| is_unspaced(*letter) && is_word(*letter));
    unspaced.count() >= LEAST_LETTERS || stretch.split(' ').count() >= LEAST_WORDS
}

fn is_telling(stretch: &str) -> bool {
    let letters = stretch.chars().filter(|letter| is_word(*letter)).count();
    stretch.split(' ').count() > LEAST_WORDS || letters > 2 * LEAST_LETTERS
}

fn is_short(stretch: &str) -> bool {
    stretch.split(' ').count() <= 2 * WORDS_AT_AN_END && stretch.chars().count() <= 2 * LONGEST_END
}

/// The first words.
fn beginning(stretch: &str) -> Option<&str> {
    let end = stretch.match_indices(' ').nth(WORDS_AT_AN_END - 1);
    let words = end.map_or(stretch, |(end, _)| stretch.get(..end).unwrap_or_default());
    let Some((limit, _)) = words.char_indices().nth(LONGEST_END) else { return Some(words) };
    // Without a space a word ends, for certain, only where a clause does.
    let head = words.get(..limit)?;
    let head = head.get(..head.rfind(is_clause_end)?)?;
    is_enough(head).then_some(head)
}

/// The last words.
fn ending(stretch: &str) -> Option<&str> {
    let start = stretch.rmatch_indices(' ').nth(WORDS_AT_AN_END - 1);
    let words = start.map_or(stretch, |(start, _)| stretch.get(start + 1..).unwrap_or_default());
    let Some((limit, _)) = words.char_indices().rev().nth(LONGEST_END) else { return Some(words) };
    let tail = words.get(limit..)?;
    let (start, mark) = tail.char_indices().find(|(_, letter)| is_clause_end(*letter))?;
    let tail = tail.get(start + mark.len_utf8()..)?;
    is_enough(tail).then_some(tail)
}

fn is_clause_end(letter: char) -> bool {
    !is_word(letter)
}

/// Percent-encodes all but ASCII letters and digits: a comma, a hyphen or an ampersand
/// means something in a text fragment.
fn encode(text: &str, address: &mut String) {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            address.push(char::from(byte));
        } else {
            let digits = [byte >> 4, byte & 15].map(|half| DIGITS.get(usize::from(half)));
            address.push('%');
            address.extend(digits.into_iter().flatten());
        }
    }
}
