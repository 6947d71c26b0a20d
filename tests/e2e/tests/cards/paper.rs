//! The card on paper.

use serde_json::json;
use story_card_e2e::{Card, Kit, suite};

use crate::stories::{picture, with};

suite! {
    CHROMIUM:
        sources_are_printed_in_full_with_their_addresses,
        badge_of_what_is_urgent_is_legible,
        paper_has_one_column,
        caption_begins_where_its_picture_does,
        byline_has_no_portrait_amid_its_words;
}

fn printed(kit: &Kit) -> Card<'_> {
    let long = "A title that is longer than the line of a list of sources on paper, by far";
    let url = kit.story(&with(json!({
        "description": "It rained.[1]",
        "sections": [{ "headline": "Rain", "blocks": ["It rained.[1]"] }],
        "timeline": { "events": [
            { "date": "2024-01-04", "headline": "Gate" }, { "date": "2024-02-04", "headline": "Lock" },
        ] },
        "citation": [{
            "id": "1", "name": long, "publisher": long, "text": "It has rained.",
            "url": "https://news.example/2024/rain",
        }],
    })));
    let tag = format!("<main style='width: 1000px'><story-card src='{url}'></story-card></main>");
    let card = kit.host(&tag).card().ready();
    card.page().devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    card
}

fn sources_are_printed_in_full_with_their_addresses(kit: &Kit) {
    let card = printed(kit);
    let cut = "return ['publisher', 'title'].map((name) => part(card, 'sources').querySelector(`.source-${name}`)).filter((el) => {
        const range = new Range();
        range.selectNodeContents(el);
        const { right } = part(card, 'sources').getBoundingClientRect();
        return getComputedStyle(el).overflow !== 'visible' || [...range.getClientRects()].some((rect) => rect.right > right + 1);
    }).length";
    assert_eq!(card.run(cut), json!(0));
    let address =
        "return getComputedStyle(part(card, 'sources').querySelector('.host'), '::after').content";
    let address = card.run(address);
    assert!(
        address.as_str().is_some_and(
            |said| said.contains("(https://news.example/2024/rain)") || said.contains("attr(")
        ),
        "{address}"
    );
}

fn badge_of_what_is_urgent_is_legible(kit: &Kit) {
    let url = kit.story(&with(json!({
        "articleType": "live", "urgent": true, "dateModified": "2100-01-01T00:00:00Z",
    })));
    let card = kit.host(&format!("<story-card src='{url}'></story-card>")).card().ready();
    card.page().devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    let colours = "const { color, backgroundColor } = getComputedStyle(card.shadowRoot.querySelector('.badges > .urgent:not([hidden])')); return [color, backgroundColor]";
    let colours = card.run(colours);
    assert_eq!(colours[1], "rgba(0, 0, 0, 0)");
    assert_ne!(colours[0], "rgb(255, 255, 255)");
}

fn paper_has_one_column(kit: &Kit) {
    let card = printed(kit);
    let columns = "const { display, gridTemplateColumns } = getComputedStyle(part(card, 'card'));
        return display === 'grid' ? gridTemplateColumns.split(' ').length : 1";
    assert_eq!(card.run(columns), json!(1));
    card.page().devtools("Emulation.setEmulatedMedia", json!({ "media": "" }));
    assert_eq!(card.run(columns), json!(2), "on the screen");
}

/// Paper has no room for a picture as high as a window.
fn caption_begins_where_its_picture_does(kit: &Kit) {
    for language in ["en", "ar"] {
        let image = json!({
            "url": picture(kit, 800, 600), "alt": "A weir", "caption": "The weir.",
            "width": 800, "height": 600,
        });
        let card =
            crate::stories::show(kit, &with(json!({ "image": image, "inLanguage": language })));
        card.page().resize(900, 600);
        card.wait("part(card, 'image').querySelector('img').complete");
        card.page().devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
        let seen = card.run(
            "const picture = part(card, 'image').querySelector('img').getBoundingClientRect();
             const caption = part(card, 'caption').getBoundingClientRect();
             const side = getComputedStyle(part(card, 'card')).direction === 'rtl' ? 'right' : 'left';
             return [Math.abs(picture[side] - caption[side]) < 1, Math.round(picture.width / picture.height * 3)]",
        );
        assert_eq!(seen, json!([true, 4]), "{language}");
    }
}

fn byline_has_no_portrait_amid_its_words(kit: &Kit) {
    let author = json!({ "name": "Ada Lind", "image": picture(kit, 40, 40) });
    let card = crate::stories::show(kit, &with(json!({ "author": author })));
    assert!(card.part("portrait").is_shown());
    card.page().devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    assert!(!card.part("portrait").is_shown());
}
