//! What a story's page, oEmbed and search engines say of a story alike.

use story_card::Story;
use story_card::story::{Image, plain};

use super::place::Place;

/// Letters of a description.
const MAX_DESCRIPTION: usize = 300;

/// The page that the story has at its publisher's, or else here.
pub fn own_page(place: &Place, name: &str, story: &Story) -> String {
    let own = story.url.as_ref().filter(|url| url.is_web());
    own.map_or_else(|| place.public.of(&format!("s/{name}")), |url| url.as_str().to_owned())
}

/// What the story says first, in a few lines.
pub fn description(story: &Story) -> String {
    let lead: Vec<String> = story.lead.iter().map(|text| plain(text)).collect();
    let lead = lead.join(" ");
    match lead.char_indices().nth(MAX_DESCRIPTION) {
        None => lead,
        Some((end, _)) => {
            let short = lead.get(..end).unwrap_or_default();
            let words = short.rsplit_once(' ').map_or(short, |(words, _)| words);
            format!("{words}…")
        }
    }
}

/// The picture above the story, if it has an address of its own.
pub fn picture(story: &Story) -> Option<&Image> {
    story.image.as_ref().filter(|image| image.url.is_web())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::serve::address::Address;
    use story_card::parse::Options;
    use story_card::story::SafeLink;

    #[test]
    fn what_has_no_address_on_the_web_is_not_named() {
        let link = SafeLink::new("a/b", None, Options::default().url_parser).unwrap();
        let story = Story {
            url: Some(link.clone()),
            image: Some(Image::new(link, "")),
            ..Story::default()
        };
        let public = Address::new("https://news.example").unwrap();
        let place = Place { public, name: String::new(), has_frame: false };
        assert_eq!(own_page(&place, "ferry", &story), "https://news.example/s/ferry");
        assert_eq!(picture(&story), None);
    }

    #[test]
    fn a_description_ends_with_a_word() {
        let story =
            |lead: String| Story { lead: vec![vec![lead.as_str().into()]], ..Story::default() };
        assert_eq!(description(&story("Short.".to_owned())), "Short.");
        let lead = ["One.", "Two."].map(|text| vec![text.into()]).to_vec();
        assert_eq!(description(&Story { lead, ..Story::default() }), "One. Two.");
        let long = description(&story("ferry ".repeat(100)));
        assert!(long.ends_with("ferry…") && long.chars().count() <= 301, "{long}");
        assert_eq!(description(&story("ö".repeat(400))).chars().count(), 301);
    }
}
