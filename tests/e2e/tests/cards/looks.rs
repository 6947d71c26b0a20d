//! How the card sits on a page: width, type, and pictures for a person to look at.

use serde_json::{Value, json};
use story_card_e2e::{Card, Kit, suite};

use crate::a11y::show_demo;
use crate::stories::{of_blocks, show_full, show_with, with};

suite! {
    EVERYWHERE:
        every_demo_story_fits_every_width,
        every_field_fits_every_width,
        long_words_break,
        font_of_the_page_is_taken,
        size_of_the_page_is_taken_within_reason,
        size_of_the_readers_own_type_is_taken,
        hidden_card_is_hidden,
        pictures_of_every_demo_story_on_a_page;
    CHROMIUM:
        pictures_of_every_demo_story_at_320,
        pictures_of_every_demo_story_at_720,
        pictures_of_every_demo_story_at_1200;
}

const WIDTHS: [u32; 6] = [280, 320, 480, 720, 960, 1200];

/// What sticks out of the card, by its first letters; nothing where all is well.
const STICKING_OUT: &str = "
    const box = card.getBoundingClientRect();
    const scrolls = (el) => el && (/auto|scroll|hidden|clip/.test(getComputedStyle(el).overflowX) || scrolls(el.parentElement));
    return [...card.shadowRoot.querySelectorAll('*')].filter((el) => {
      if (!el.checkVisibility() || el.closest('[popover]') || scrolls(el.parentElement)) return false;
      const own = el.getBoundingClientRect();
      // What is kept for screen readers alone is a pixel wide.
      return own.width > 2 && (own.right > box.right + 1 || own.left < box.left - 1);
    }).map((el) => `${el.localName} ${el.getAttribute('part') ?? ''}: ${tidy(el.textContent).slice(0, 60)}`);";

#[track_caller]
fn assert_fits(card: &Card<'_>, what: &str) {
    for width in WIDTHS {
        card.run_with(
            "card.style.inlineSize = `${args[0]}px`; await frame(); await frame();",
            json!([width]),
        );
        let wide = card.run("return card.getBoundingClientRect().width");
        assert_eq!(wide, f64::from(width), "{what}: the card is not as wide as it is told");
        assert_eq!(card.run(STICKING_OUT), json!([]), "{what} at {width} px");
        let scrolls = "const root = document.documentElement; return root.scrollWidth - Math.max(root.clientWidth, args[0])";
        let overflow = card.run_with(scrolls, json!([width]));
        assert!(
            overflow.as_f64().is_some_and(|pixels| pixels <= 0.0),
            "{what} at {width} px scrolls by {overflow}"
        );
    }
}

fn every_demo_story_fits_every_width(kit: &Kit) {
    for name in kit.server.demo_stories() {
        let card = show_demo(kit, &name, "light");
        card.run("document.body.style.margin = 0");
        assert_fits(&card, &name);
    }
}

fn every_field_fits_every_width(kit: &Kit) {
    let card = show_full(kit);
    card.run("document.body.style.margin = 0");
    assert_fits(&card, "a story with every field");
}

fn long_words_break(kit: &Kit) {
    let word = "Donaudampfschifffahrtsgesellschaft".repeat(6);
    let mut story = of_blocks(json!([
        word,
        { "type": "quote", "text": word, "attribution": word },
        { "type": "table", "header": ["A", "B"], "rows": [[word, "1"]] },
        { "type": "code", "text": word },
    ]));
    let head = with(json!({
        "headline": word, "articleSection": word, "description": word,
        "author": [{ "name": word }],
        "citation": [{ "id": "1", "name": word, "url": format!("https://{}.example/", "a".repeat(60)) }],
        "timeline": { "events": [{ "displayDate": word, "headline": word, "text": word }] },
        "relatedLink": [{ "name": word, "url": "https://news.example/" }],
    }));
    for (name, value) in head.as_object().expect("an object") {
        story[name] = value.clone();
    }
    let card = show_with(kit, "open='all'", &story);
    card.run("document.body.style.margin = 0");
    assert_fits(&card, "long words");
}

#[track_caller]
fn size_of_text(kit: &Kit, style: &str) -> (f64, String) {
    let url = kit.story(&of_blocks(json!(["Text."])));
    let body = format!("<div style=\"{style}\"><story-card src='{url}'></story-card></div>");
    let text = kit.host(&body).card().ready().part("paragraph");
    let size = text.style("font-size").trim_end_matches("px").parse().expect("a size in px");
    (size, text.style("font-family"))
}

fn font_of_the_page_is_taken(kit: &Kit) {
    let (_, font) = size_of_text(kit, "font-family: Courier, monospace");
    assert!(font.contains("Courier"), "{font}");
}

fn size_of_the_page_is_taken_within_reason(kit: &Kit) {
    let (usual, _) = size_of_text(kit, "font-size: 18px");
    assert!((usual - 18.0).abs() < 2.0, "{usual}");
    let (tiny, _) = size_of_text(kit, "font-size: 2px");
    assert!((13.0..=16.0).contains(&tiny), "{tiny}");
    let (huge, _) = size_of_text(kit, "font-size: 90px");
    assert!((20.0..=26.0).contains(&huge), "{huge}");
}

/// Who has chosen large type has it in the card as well; a page that counts in tenths has not.
fn size_of_the_readers_own_type_is_taken(kit: &Kit) {
    let url = kit.story(&of_blocks(json!(["Text, of some words that stand in lines."])));
    let page = kit.host(&format!("<story-card src='{url}' loading='eager'></story-card>"));
    let card = page.card().ready();
    for (root, body, expected) in [
        ("30px", "1rem", "30px"),
        ("40px", "1rem", "40px"),
        ("30px", "90px", "45px"),
        ("62.5%", "1.8rem", "18px"),
        ("62.5%", "9rem", "24px"),
    ] {
        card.run_with(
            "document.documentElement.style.fontSize = args[0]; document.body.style.fontSize = args[1]",
            json!([root, body]),
        );
        assert_eq!(card.part("paragraph").style("font-size"), expected, "{root} {body}");
    }
    card.run("document.documentElement.style.fontSize = '40px'; document.body.style = 'font-size: 1rem; margin: 0'");
    assert_fits(&card, "large type");
}

fn hidden_card_is_hidden(kit: &Kit) {
    let card = show_with(kit, "loading='eager'", &of_blocks(json!(["Text."])));
    card.set("hidden", Value::Bool(true));
    assert_eq!(card.run("return card.getClientRects().length"), 0);
}

fn pictures_of_every_demo_story_on_a_page(kit: &Kit) {
    for name in kit.server.demo_stories() {
        let card = show_demo(kit, &name, "light");
        card.page().resize(720, 900);
        picture_of(&card, &format!("{}-page", name.trim_end_matches(".json")));
    }
}

fn pictures_at(kit: &Kit, width: u32) {
    for name in kit.server.demo_stories() {
        for theme in ["light", "dark"] {
            let card = show_demo(kit, &name, theme);
            assert_eq!(card.page().resize(width, 900), width);
            let story = name.trim_end_matches(".json");
            picture_of(&card, &format!("{story}-{width}-{theme}"));
        }
    }
}

/// Saves a picture once every image has come.
#[track_caller]
fn picture_of(card: &Card<'_>, name: &str) {
    let broken = card.run(
        "const broken = [];
         for (const image of card.shadowRoot.querySelectorAll('img[src]')) {
           image.loading = 'eager';
           await image.decode().catch(() => broken.push(image.src));
         }
         return broken;",
    );
    assert_eq!(broken, json!([]), "{name} has pictures that do not load");
    card.page().settle();
    let path = card.page().screenshot(name);
    let length = std::fs::metadata(&path).map(|file| file.len()).unwrap_or_default();
    assert!(length > 5_000, "{} has {length} bytes", path.display());
}

fn pictures_of_every_demo_story_at_320(kit: &Kit) {
    pictures_at(kit, 320);
}

fn pictures_of_every_demo_story_at_720(kit: &Kit) {
    pictures_at(kit, 720);
}

fn pictures_of_every_demo_story_at_1200(kit: &Kit) {
    pictures_at(kit, 1200);
}
