//! Whether a source's excerpt holds the words that a story quotes.
//!
//! What typography changes is no difference: the form of quotation marks and dashes, white
//! space, soft hyphens, the case of a first letter. Words that a quotation leaves out or puts
//! in take it apart; its pieces have to stand in the excerpt one after the other.

use std::ops::Range;

use crate::story::excerpt::{is_enough, pieces};
use crate::story::letters::{is_hangul, is_unspaced, is_word};

/// The pieces of a quotation, as they are compared: one for all the excerpts it may stand in.
#[derive(Debug)]
pub(crate) struct Wanted(Vec<Vec<Letter>>);

impl Wanted {
    /// What is quoted. `work` is how many letters may still be looked at: a hostile story would
    /// have the reader wait. Nothing where that is too few. `compose` gives letters their one
    /// form, [`Compose`].
    #[must_use]
    pub fn of(quoted: &str, compose: Compose, work: &mut usize) -> Option<Self> {
        let mut wanted = Vec::new();
        for piece in pieces(quoted) {
            wanted.push(folded(piece.trim_matches(|letter| !is_word(letter)), compose, work)?);
        }
        wanted.retain(|piece| !piece.is_empty());
        Some(Self(wanted))
    }

    /// Where it stands in an excerpt; nothing where a part of it is not there.
    #[must_use]
    pub fn find(
        &self,
        excerpt: &str,
        compose: Compose,
        work: &mut usize,
    ) -> Option<Vec<Range<usize>>> {
        let letters = folded(excerpt, compose, work)?;
        let (mut found, mut rest) = (Vec::new(), letters.as_slice());
        for piece in &self.0 {
            let (stretch, after) = find_piece(piece, excerpt, rest, work)?;
            found.push(stretch);
            rest = after;
        }
        (!found.is_empty()).then_some(found)
    }
}

/// A letter, and where it stands.
type Letter = (char, usize);

/// The first place of a piece, and the letters after it.
fn find_piece<'l>(
    wanted: &[Letter],
    excerpt: &str,
    mut letters: &'l [Letter],
    work: &mut usize,
) -> Option<(Range<usize>, &'l [Letter])> {
    while let Some((here, after)) = letters.split_at_checked(wanted.len()) {
        let is_same = |(at, ((a, _), (b, _))): &(usize, (&Letter, &Letter))| {
            a == b || *at == 0 && is_other_case(*a, *b)
        };
        let same = wanted.iter().zip(here).enumerate().take_while(is_same).count();
        *work = work.checked_sub(same + 1)?;
        if let (Some((_, from)), Some((_, last))) = (here.first(), here.last())
            && same == wanted.len()
            // Within a letter and its marks nothing ends.
            && after.first().is_none_or(|(_, next)| next != last)
        {
            let stretch = *from..last + first_length(excerpt.get(*last..).unwrap_or_default());
            if is_whole(excerpt, &stretch) {
                return Some((stretch, after));
            }
        }
        letters = letters.get(1..)?;
    }
    None
}

/// Writes letters in their one form (Unicode's NFKC): the browser has the tables for that.
pub(crate) type Compose = fn(&str) -> String;

/// Whether a letter is part of the one before it, and may be written as one with it: accents
/// in the texts of macOS and of PDFs, the dots of kana, the parts of a syllable of Hangul.
fn is_mark(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36F}' | '\u{1160}'..='\u{11FF}' | '\u{3099}' | '\u{309A}' | '\u{FF9E}' | '\u{FF9F}')
}

/// Whether a letter is another in a form of its own: ligatures of PDFs, wide and narrow letters.
fn is_form(letter: char) -> bool {
    matches!(letter, '\u{FB00}'..='\u{FB06}' | '\u{FF61}'..='\u{FFEE}')
}

/// The length of the first letter with its marks, in bytes.
fn first_length(text: &str) -> usize {
    let marks = text.chars().skip(1).take_while(|letter| is_mark(*letter));
    text.chars().take(1).chain(marks).map(char::len_utf8).sum()
}

/// What it costs to compose a letter, in letters that are looked at: it is asked of the browser.
const COMPOSING: usize = 12;

/// The letters of a text as they are compared.
fn folded(text: &str, compose: Compose, work: &mut usize) -> Option<Vec<Letter>> {
    *work = work.checked_sub(text.len())?;
    let mut letters: Vec<Letter> = Vec::new();
    let (mut at, mut rest) = (0, text);
    while let Some(letter) = rest.chars().next() {
        let (first, after) = rest.split_at_checked(first_length(rest)).unwrap_or_default();
        if first.len() == letter.len_utf8() && !is_form(letter) {
            add(&mut letters, narrow(letter), at);
        } else {
            *work = work.checked_sub(COMPOSING)?;
            compose(first).chars().for_each(|letter| add(&mut letters, letter, at));
        }
        (at, rest) = (at + first.len(), after);
    }
    Some(letters)
}

/// A letter of ASCII for its wide form.
fn narrow(letter: char) -> char {
    match letter {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        letter => letter,
    }
}

/// Adds a letter as it is compared.
fn add(letters: &mut Vec<Letter>, letter: char, at: usize) {
    let Some(letter) = fold(letter) else { return };
    // Two hyphens are a typist's dash.
    if letter != '-' || letters.last().is_none_or(|(last, _)| *last != '-') {
        letters.push((letter, at));
    }
}

/// A letter in the form that all its forms are compared in; nothing where it counts for nothing.
fn fold(letter: char) -> Option<char> {
    match letter {
        '\u{AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}'
        | '\u{FEFF}'
        | '['
        | ']' => None,
        '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '‘' | '’' | '‚' | '‛' | '`' | '´'
        | '′' | '″' | '「' | '」' | '『' | '』' | '〝' | '〟' | '＂' | '＇' => {
            Some('\'')
        }
        '\u{2010}'..='\u{2015}' | '−' | '－' => Some('-'),
        letter => (!letter.is_whitespace()).then_some(letter),
    }
}

/// Whether two letters are one in its two cases: in the scripts of today's news, without the
/// tables for all.
fn is_other_case(one: char, other: char) -> bool {
    let (one, other) = (u32::from(one), u32::from(other));
    matches!(
        (one.min(other), one.abs_diff(other)),
        (0x41..=0x5A | 0xC0..=0xDE | 0x391..=0x3A9 | 0x410..=0x42F, 0x20)
            | (0x400..=0x40F, 0x50)
            | (0x531..=0x556, 0x30)
            | (0x100..=0x17F | 0x460..=0x52F | 0x1E00..=0x1EFF, 1)
    )
}

/// Whether a stretch begins and ends where words do.
fn is_whole(excerpt: &str, stretch: &Range<usize>) -> bool {
    let ends = |around: Option<char>| !around.is_some_and(joins);
    ends(excerpt.get(..stretch.start).and_then(|before| before.chars().next_back()))
        && ends(excerpt.get(stretch.end..).and_then(|after| after.chars().next()))
}

/// Whether a letter belongs to the word beside it.
fn joins(letter: char) -> bool {
    is_word(letter) && !is_unspaced(letter) && !is_hangul(letter)
}

/// What closes a passage that this mark opens.
fn closing(mark: char) -> Option<&'static str> {
    Some(match mark {
        '"' => "\"",
        '“' | '”' => "”“",
        '„' => "“”‟",
        '«' => "»",
        '»' => "«»",
        '「' => "」",
        '『' => "』",
        _ => return None,
    })
}

/// The same of single marks, which may be apostrophes.
fn closing_single(mark: char) -> Option<&'static str> {
    Some(match mark {
        '\'' => "'",
        '‘' => "’",
        '‚' => "‘’",
        '‹' => "›",
        '›' => "‹›",
        _ => return None,
    })
}

/// What stands between quotation marks in a text.
#[derive(Debug)]
pub(crate) struct Passages<'t> {
    /// Words that are somebody's.
    pub sure: Vec<&'t str>,
    /// Words between single marks, which may have been apostrophes.
    pub likely: Vec<&'t str>,
    /// Whether there are single words too. Those stand anywhere, or are somebody's distance
    /// rather than somebody's words.
    pub has_single_words: bool,
}

/// What stands between quotation marks in a text.
#[must_use]
pub(crate) fn passages(text: &str) -> Passages<'_> {
    let all = [between(text, closing), between(text, closing_single)];
    let is_passage = |words: &&str| is_enough(words.trim());
    let [sure, likely] = &all;
    // Not what an apostrophe leaves of a word: `rock 'n' roll`.
    let is_word = |words: &&&str| words.chars().count() > 3;
    let mut single = sure.iter().chain(likely.iter().filter(is_word));
    let has_single_words = single.any(|words| !is_passage(words));
    let [sure, likely] = all.map(|words| words.into_iter().filter(is_passage).collect());
    Passages { sure, likely, has_single_words }
}

/// What stands between the marks of a kind.
fn between(text: &str, closing: fn(char) -> Option<&'static str>) -> Vec<&str> {
    let (mut passages, mut open, mut last) = (Vec::new(), None, ' ');
    for (at, letter) in text.char_indices() {
        let after = at + letter.len_utf8();
        let next = text.get(after..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
        let may_be_apostrophe = matches!(letter, '\'' | '‘' | '’');
        match open {
            None if may_be_apostrophe && (joins(last) || next.is_whitespace()) => {}
            None => open = closing(letter).map(|marks| (after, marks)),
            Some((from, marks))
                if marks.contains(letter) && !(may_be_apostrophe && joins(next)) =>
            {
                open = None;
                passages.extend(text.get(from..at));
            }
            Some(_) => {}
        }
        last = letter;
    }
    passages
}
