//! What a page puts around a story: words over advertisements, and links that share it.

use super::out::Item;
use crate::import::dom::lowered;
use crate::story::{Block, Run, plain};

/// Whether something is nothing of the story.
pub fn is_around(item: &Item) -> bool {
    match item {
        Item::Paragraph(text) => is_advertisement(text) || shares(text),
        Item::Block(Block::List { items, .. }) => items.iter().all(|item| shares(item)),
        _ => false,
    }
}

/// What stands over an advertisement, in a paragraph of its own.
const ADVERTISEMENT: [&str; 14] = [
    "advertisement",
    "advertising",
    "advertentie",
    "pubblicità",
    "publicidade",
    "реклама",
    "reklama",
    "advertisement continue reading below",
    "story continues below advertisement",
    "article continues below advertisement",
    "anzeige",
    "werbung",
    "publicité",
    "publicidad",
];

pub fn is_advertisement(text: &[Run]) -> bool {
    if !matches!(text, [_]) {
        return false;
    }
    let words = lowered(&plain(text));
    let is_sign = |word: &&str| word.chars().all(|c| c.is_ascii_punctuation() || c == '–');
    let words: Vec<&str> = words.split_whitespace().filter(|word| !is_sign(word)).collect();
    ADVERTISEMENT.contains(&words.join(" ").trim_end_matches([':', 's']))
}

/// What addresses hold by which a page is shared, or its writer followed.
const SHARING: &str = "facebook.com/sharer facebook.com/share.php facebook.com/dialog/ \
    twitter.com/intent/ x.com/intent/ twitter.com/share bsky.app/intent/ plus.google.com/share \
    linkedin.com/share mailto:? /pin/create/ t.me/share reddit.com/submit api.whatsapp.com/send \
    wa.me/?";

/// Bytes beside links that share: `Share this story:`.
const MAX_BESIDE: usize = 24;

/// Whether a text is links that share a page, with hardly a word beside them.
fn shares(text: &[Run]) -> bool {
    let (mut links, mut beside) = (0, 0);
    is_of_links(text, &mut links, &mut beside) && links > 0 && beside < MAX_BESIDE
}

/// Counts links that share, and the bytes beside them; no where anything else is there.
fn is_of_links(text: &[Run], links: &mut usize, beside: &mut usize) -> bool {
    text.iter().all(|run| match run {
        Run::Link { url, .. } => {
            *links += 1;
            SHARING.split(' ').any(|address| url.as_str().contains(address))
        }
        Run::Strong(text) | Run::Emphasis(text) => is_of_links(text, links, beside),
        Run::Plain(letters) => {
            *beside += letters.len();
            true
        }
        Run::Citation { .. } => false,
    })
}
