//! Whether a source's excerpt holds the words that a story quotes.
//!
//! What typography changes is no difference: the form of quotation marks and dashes, white
//! space, soft hyphens, the case of a first letter. Words that a quotation leaves out or puts
//! in take it apart; its pieces have to stand in the excerpt one after the other.

use std::ops::Range;

use crate::story::excerpt::{is_enough, pieces};
use crate::story::letters::{is_hangul, is_unspaced, is_word};

/// Finds what is quoted in an excerpt; nothing where a part of it is not there. `work` is how
/// many letters may still be looked at: a hostile story would have the reader wait.
#[must_use]
pub(crate) fn find(quoted: &str, excerpt: &str, work: &mut usize) -> Option<Vec<Range<usize>>> {
    *work = work.checked_sub(excerpt.len())?;
    let letters = folded(excerpt);
    let (mut found, mut rest) = (Vec::new(), letters.as_slice());
    for piece in pieces(quoted) {
        let wanted = folded(piece.trim_matches(|letter| !is_word(letter)));
        if !wanted.is_empty() {
            let (stretch, after) = find_piece(&wanted, excerpt, rest, work)?;
            found.push(stretch);
            rest = after;
        }
    }
    (!found.is_empty()).then_some(found)
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
        {
            let end = excerpt.get(*last..).and_then(|rest| rest.chars().next());
            let stretch = *from..last + end.map_or(0, char::len_utf8);
            if is_whole(excerpt, &stretch) {
                return Some((stretch, after));
            }
        }
        letters = letters.get(1..)?;
    }
    None
}

/// The letters of a text as they are compared.
fn folded(text: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::new();
    for (at, letter) in text.char_indices() {
        let Some(letter) = fold(letter) else { continue };
        // Two hyphens are a typist's dash.
        if letter != '-' || letters.last().is_none_or(|(last, _)| *last != '-') {
            letters.push((letter, at));
        }
    }
    letters
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
    let joins = |letter: char| is_word(letter) && !is_unspaced(letter) && !is_hangul(letter);
    let ends = |around: Option<char>| !around.is_some_and(joins);
    ends(excerpt.get(..stretch.start).and_then(|before| before.chars().next_back()))
        && ends(excerpt.get(stretch.end..).and_then(|after| after.chars().next()))
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

/// What stands between quotation marks in a text, as far as it is more than a word: single
/// words in marks are somebody's distance rather than somebody's.
#[must_use]
pub(crate) fn passages(text: &str) -> Vec<&str> {
    let (mut passages, mut open) = (Vec::new(), None);
    for (at, letter) in text.char_indices() {
        let Some((from, marks)) = open else {
            open = closing(letter).map(|marks| (at + letter.len_utf8(), marks));
            continue;
        };
        if marks.contains(letter) {
            open = None;
            passages.extend(text.get(from..at).filter(|passage| is_enough(passage.trim())));
        }
    }
    passages
}
