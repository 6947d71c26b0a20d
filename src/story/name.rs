//! Names of places in a story, as they stand in the fragment of an address.

use crate::story::letters::floor;

/// A name that can stand in a URL's fragment: letters and digits, hyphens between.
///
/// Letters outside ASCII stay as they are: `#مقدمة` is a good fragment.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    let end = text.char_indices().nth(80).map_or(text.len(), |(end, _)| floor(text, end));
    for letter in text.get(..end).unwrap_or_default().chars() {
        if letter.is_ascii_alphanumeric()
            || letter == '_'
            || (!letter.is_ascii() && is_word(letter))
        {
            slug.push(letter.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// Not a space, dash, quotation mark or invisible character of the general blocks.
fn is_word(letter: char) -> bool {
    !letter.is_whitespace()
        && !matches!(letter, '\u{80}'..='\u{BF}' | '\u{2000}'..='\u{206F}' | '\u{FEFF}')
}
