//! Where a text may be cut, and what is a letter of a word: for every script, in few bytes.
//!
//! What a reader takes for one letter may be many characters: a flag, a family, a vowel
//! with its accents, a syllable of Hangul or Devanagari. Unicode's tables for that (UAX 29)
//! are large. A cut has not to know every border, only never to fall where there is none:
//! the table below holds the marks of the scripts that are written today. Others, and letters
//! of mathematics, are cut at spaces alone.

/// Flags in a row that are counted two by two; among more there is no border.
const MAX_FLAGS: usize = 100;

/// Where characters begin and cease to join the one before them, in turns (plane 0).
#[rustfmt::skip]
const JOINING: [u16; 256] = [
    0x300, 0x370, 0x483, 0x48A, 0x591, 0x5C8, 0x610, 0x61B, 0x64B, 0x660, 0x670, 0x671, 0x6D6,
    0x6EE, 0x711, 0x712, 0x730, 0x74B, 0x7A6, 0x7B1, 0x7EB, 0x7F4, 0x7FD, 0x7FE, 0x816, 0x82E,
    0x859, 0x85C, 0x897, 0x8A0, 0x8CA, 0x904, 0x93A, 0x958, 0x962, 0x964, 0x981, 0x984, 0x9BC,
    0x9CE, 0x9D7, 0x9D8, 0x9E2, 0x9E4, 0x9FE, 0xA04, 0xA3C, 0xA52, 0xA70, 0xA72, 0xA75, 0xA76,
    0xA81, 0xA84, 0xABC, 0xACE, 0xAE2, 0xAE4, 0xAFA, 0xB04, 0xB3C, 0xB58, 0xB62, 0xB64, 0xB82,
    0xB83, 0xBBE, 0xBCE, 0xBD7, 0xBD8, 0xC00, 0xC05, 0xC3C, 0xC57, 0xC62, 0xC64, 0xC81, 0xC84,
    0xCBC, 0xCD7, 0xCE2, 0xCE4, 0xCF3, 0xD04, 0xD3B, 0xD4E, 0xD57, 0xD58, 0xD62, 0xD64, 0xD81,
    0xD84, 0xDCA, 0xDE0, 0xDF2, 0xDF4, 0xE31, 0xE3B, 0xE47, 0xE4F, 0xEB1, 0xEBD, 0xEC8, 0xECF,
    0xF18, 0xF1A, 0xF35, 0xF3A, 0xF3E, 0xF40, 0xF71, 0xF88, 0xF8D, 0xFBD, 0xFC6, 0xFC7, 0x102D,
    0x103F, 0x1056, 0x105A, 0x105E, 0x1061, 0x1071, 0x1075, 0x1082, 0x1087, 0x108D, 0x108E,
    0x109A, 0x109E, 0x1160, 0x1200, 0x135D, 0x1360, 0x1712, 0x1716, 0x1732, 0x1735, 0x1752,
    0x1754, 0x1772, 0x1774, 0x17B4, 0x17D4, 0x17DD, 0x17DE, 0x180B, 0x1810, 0x1885, 0x1887,
    0x18A9, 0x18AA, 0x1920, 0x193C, 0x1A17, 0x1A1C, 0x1A55, 0x1A80, 0x1AB0, 0x1B05, 0x1B34,
    0x1B45, 0x1B6B, 0x1B74, 0x1B80, 0x1B83, 0x1BA1, 0x1BAE, 0x1BE6, 0x1BF4, 0x1C24, 0x1C38,
    0x1CD0, 0x1CE9, 0x1CED, 0x1CEE, 0x1CF4, 0x1CFA, 0x1DC0, 0x1E00, 0x200C, 0x200E, 0x20D0,
    0x20F1, 0x2CEF, 0x2CF2, 0x2D7F, 0x2D80, 0x2DE0, 0x2E00, 0x302A, 0x3030, 0x3099, 0x309B,
    0xA66F, 0xA67E, 0xA69E, 0xA6A0, 0xA6F0, 0xA6F2, 0xA802, 0xA803, 0xA806, 0xA807, 0xA80B,
    0xA80C, 0xA823, 0xA828, 0xA82C, 0xA82D, 0xA880, 0xA882, 0xA8B4, 0xA8C6, 0xA8E0, 0xA8F2,
    0xA8FF, 0xA900, 0xA926, 0xA92E, 0xA947, 0xA954, 0xA980, 0xA984, 0xA9B3, 0xA9C1, 0xA9E5,
    0xA9E6, 0xAA29, 0xAA37, 0xAA43, 0xAA44, 0xAA4C, 0xAA4E, 0xAA7B, 0xAA7E, 0xAAB0, 0xAAB9,
    0xAABE, 0xAAC2, 0xAAEB, 0xAAF0, 0xAAF5, 0xAAF7, 0xABE3, 0xABEE, 0xD7B0, 0xD800, 0xFB1E,
    0xFB1F, 0xFE00, 0xFE10, 0xFE20, 0xFE30, 0xFF9E, 0xFFA0,
];

/// The last place up to `at`, in bytes, at which a text may be cut.
#[must_use]
pub fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| is_border(text, *at)).unwrap_or_default()
}

/// The places at which a text may be cut, its two ends among them.
pub fn borders(text: &str) -> impl Iterator<Item = usize> {
    (0..=text.len()).filter(|at| is_border(text, *at))
}

/// Whether nothing that a reader takes for one letter goes on across this place.
fn is_border(text: &str, at: usize) -> bool {
    let Some((before, after)) = text.split_at_checked(at) else { return false };
    let (Some(last), Some(next)) = (before.chars().next_back(), after.chars().next()) else {
        return true;
    };
    if last.is_ascii() && next.is_ascii() {
        return (last, next) != ('\r', '\n');
    }
    if joins(next) || holds(last) {
        return false;
    }
    if is_flag(last) && is_flag(next) {
        // Two by two.
        let flags = before.chars().rev().take(MAX_FLAGS).take_while(|c| is_flag(*c)).count();
        return flags < MAX_FLAGS && flags % 2 == 0;
    }
    // A virama ties the next consonant to the syllable.
    let is_tied = |()| before.chars().rev().take_while(|c| joins(*c)).any(is_virama);
    next.is_ascii() || next.is_whitespace() || !is_tied(())
}

/// Whether a character is part of what stands before it.
fn joins(letter: char) -> bool {
    match u16::try_from(u32::from(letter)) {
        Ok(letter) => JOINING.partition_point(|edge| *edge <= letter) % 2 == 1,
        Err(_) => {
            matches!(letter, '\u{10000}'..='\u{1EFFF}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0000}'..)
        }
    }
}

/// Whether a character takes what stands behind it along: signs that begin numbers, the
/// first letters of syllables of Hangul, the joiner of emoji.
fn holds(letter: char) -> bool {
    matches!(letter,
        '\u{600}'..='\u{605}' | '\u{6DD}' | '\u{70F}' | '\u{890}' | '\u{891}' | '\u{8E2}'
        | '\u{D4E}' | '\u{1100}'..='\u{115F}' | '\u{200D}' | '\u{A960}'..='\u{A97F}'
        | '\u{11000}'..='\u{11FFF}')
}

/// One of the two letters of a flag.
fn is_flag(letter: char) -> bool {
    matches!(letter, '\u{1F1E6}'..='\u{1F1FF}')
}

/// The sign that takes a consonant's vowel away.
fn is_virama(letter: char) -> bool {
    let place = u32::from(letter);
    (0x900..0xE00).contains(&place) && place & 0x7F == 0x4D
        || matches!(
            letter,
            '\u{DCA}'
                | '\u{1039}'
                | '\u{17D2}'
                | '\u{1A60}'
                | '\u{1B44}'
                | '\u{1BAB}'
                | '\u{A9C0}'
                | '\u{AAF6}'
                | '\u{10A3F}'
        )
}

/// Whether a character is part of a word or a number.
#[must_use]
pub fn is_word(letter: char) -> bool {
    if letter.is_ascii() {
        return letter.is_ascii_alphanumeric();
    }
    !letter.is_whitespace()
        && !matches!(letter,
            '\u{80}'..='\u{A9}' | '\u{AB}'..='\u{B1}' | '´' | '¶'..='¸' | '»' | '¿' | '×' | '÷'
            // Greek, Armenian, Hebrew, Arabic, Indic, Burmese, Georgian, Ethiopic, Khmer.
            | '\u{37E}' | '\u{387}' | '\u{55A}'..='\u{55F}' | '\u{589}' | '\u{58A}' | '\u{5BE}'
            | '\u{5C0}' | '\u{5C3}' | '\u{5C6}' | '\u{5F3}' | '\u{5F4}' | '\u{606}'..='\u{60F}'
            | '\u{61B}'..='\u{61F}' | '\u{66A}'..='\u{66D}' | '\u{6D4}' | '\u{964}' | '\u{965}'
            | '\u{970}' | '\u{E3F}' | '\u{E4F}' | '\u{E5A}' | '\u{E5B}'
            | '\u{104A}'..='\u{104F}' | '\u{10FB}' | '\u{1361}'..='\u{1368}'
            | '\u{17D4}'..='\u{17D6}' | '\u{17D8}'..='\u{17DB}' | '\u{1800}'..='\u{180F}'
            // Marks, signs and symbols of all scripts; numbers in circles are numbers.
            | '\u{2000}'..='\u{200B}' | '\u{200E}'..='\u{206F}' | '\u{20A0}'..='\u{20CF}'
            | '\u{2190}'..='\u{245F}' | '\u{2500}'..='\u{2775}' | '\u{2794}'..='\u{2BFF}'
            | '\u{2E00}'..='\u{2E7F}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}'
            | '\u{3030}' | '\u{303D}' | '\u{30A0}' | '\u{30FB}' | '\u{E000}'..='\u{F8FF}'
            | '\u{FD3E}' | '\u{FD3F}' | '\u{FE00}'..='\u{FE1F}' | '\u{FE30}'..='\u{FE6F}'
            | '\u{FEFF}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF40}'
            | '\u{FF5B}'..='\u{FF65}' | '\u{FFE0}'..='\u{FFFD}' | '\u{1F000}'..='\u{1FAFF}'
            | '\u{E0000}'..)
}

/// Whether a letter is of a script that is written without spaces between words: there a
/// word may begin and end at any letter. Digits are as everywhere.
#[must_use]
pub fn is_unspaced(letter: char) -> bool {
    matches!(letter,
        // Thai, Lao, Tibetan, Burmese, Khmer and their neighbours.
        '\u{E01}'..='\u{E4E}' | '\u{E80}'..='\u{ECF}' | '\u{EDC}'..='\u{F1F}'
        | '\u{F34}'..='\u{103F}' | '\u{1050}'..='\u{1089}' | '\u{109A}'..='\u{109F}'
        | '\u{1780}'..='\u{17DF}' | '\u{1950}'..='\u{19CF}' | '\u{1A20}'..='\u{1A7F}'
        | '\u{1B00}'..='\u{1B4F}' | '\u{A980}'..='\u{A9CF}' | '\u{A9E0}'..='\u{A9EF}'
        | '\u{AA60}'..='\u{AADF}'
        // Chinese and Japanese.
        | '\u{2E80}'..='\u{312F}' | '\u{31A0}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FF66}'..='\u{FF9F}' | '\u{16FE0}'..='\u{1B2FF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Whether a letter is of Hangul, where what follows a word as its ending is joined to it.
#[must_use]
pub fn is_hangul(letter: char) -> bool {
    matches!(letter, '\u{1100}'..='\u{11FF}' | '\u{3130}'..='\u{318F}' | '\u{AC00}'..='\u{D7FF}')
}
