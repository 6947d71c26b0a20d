//! Light and dark: `theme="auto"` is what the page is, at any time and however it says so.

use serde_json::json;
use story_card_e2e::{Card, Engine, Kit, Page, suite};

use crate::stories::headed;

suite! {
    EVERYWHERE:
        card_follows_a_switch_on_the_root,
        card_follows_the_meta_element,
        card_follows_whatever_says_the_scheme,
        page_that_says_nothing_is_light,
        theme_goes_before_the_page,
        fallback_has_the_colours_of_the_page,
        bars_of_what_scrolls_go_with_the_paper;
    CHROMIUM:
        dark_reader_of_a_light_page_sees_it_light,
        page_of_both_schemes_follows_the_reader,
        paper_is_always_light_in_print;
}

const LOADER: &str = "<script type='module' src='/story-card.js'></script>";

/// Whether the card's paper is dark, as it is painted.
const IS_DARK: &str = "(() => {
    const pixel = new OffscreenCanvas(1, 1).getContext('2d');
    pixel.fillStyle = getComputedStyle(part(card, 'card')).backgroundColor;
    pixel.fillRect(0, 0, 1, 1);
    return pixel.getImageData(0, 0, 1, 1).data[1] < 128;
})()";

#[track_caller]
fn assert_dark(card: &Card<'_>, is_dark: bool, what: &str) {
    let condition = format!("{IS_DARK} === {is_dark}");
    // A sheet or a meta element is seen by the browser when it next looks.
    card.page().settle();
    assert_eq!(card.run(&format!("return {condition}")), true, "{what}: dark should be {is_dark}");
}

fn card_on<'k>(kit: &'k Kit, head: &str, around: &str) -> Card<'k> {
    let url = kit.story(&headed("Night"));
    let tag = format!("<story-card loading='eager' src='{url}'></story-card>");
    kit.page(&format!("{head}{LOADER}"), &around.replace("CARD", &tag)).card().ready()
}

fn card_follows_a_switch_on_the_root(kit: &Kit) {
    let head = "<style>body { background: #fff } html.dark { color-scheme: dark }</style>";
    let card = card_on(kit, head, "<p>Words</p>CARD");
    assert_dark(&card, false, "at first");
    for is_dark in [true, false, true] {
        card.page().run("document.documentElement.classList.toggle('dark')");
        assert_dark(&card, is_dark, "after a press");
    }
}

fn card_follows_the_meta_element(kit: &Kit) {
    let card = card_on(kit, "<meta name='color-scheme' content='dark'>", "CARD");
    assert_dark(&card, true, "dark by its meta element");
    let card = card_on(kit, "", "CARD");
    card.page().run(
        "document.head.insertAdjacentHTML('beforeend', '<meta name=color-scheme content=dark>')",
    );
    assert_dark(&card, true, "a meta element that comes later");
    card.page().run("find('meta[name=color-scheme]').content = 'light'");
    assert_dark(&card, false, "a meta element that changes");
    card.page().run("find('meta[name=color-scheme]').content = 'only dark'; ");
    assert_dark(&card, true, "only dark");
    card.page().run("find('meta[name=color-scheme]').remove()");
    assert_dark(&card, false, "a meta element that goes");
}

fn card_follows_whatever_says_the_scheme(kit: &Kit) {
    let head = "<style>.night { color-scheme: dark } @media (max-width: 700px) { #narrow { color-scheme: dark } }</style>";
    let body = "<main id='narrow'><section id='near'><div>CARD</div></section></main>";
    let card = card_on(kit, head, body);
    let page = card.page();
    assert_dark(&card, false, "nothing is said");
    for (say, unsay) in [
        ("document.body.className = 'night'", "document.body.className = ''"),
        ("find('#near').className = 'night'", "find('#near').className = ''"),
        ("card.className = 'night'", "card.className = ''"),
        ("card.style.colorScheme = 'dark'", "card.style.colorScheme = ''"),
        (
            "const late = document.createElement('style'); late.id = 'late'; late.textContent = 'body { color-scheme: dark }'; document.head.append(late)",
            "find('#late').disabled = true",
        ),
        ("find('#late').disabled = false", "find('#late').sheet.deleteRule(0)"),
        (
            "const sheet = new CSSStyleSheet(); sheet.replaceSync(':root { color-scheme: dark }'); document.adoptedStyleSheets.push(sheet)",
            "document.adoptedStyleSheets = []",
        ),
        (
            "find('#near').setAttribute('style', 'color-scheme: only dark')",
            "find('#near').removeAttribute('style')",
        ),
    ] {
        card.run(say);
        assert_dark(&card, true, say);
        card.run(unsay);
        assert_dark(&card, false, unsay);
    }
    // WebKit's driver does not have the page look at its width again.
    if kit.engine != Engine::WebKit {
        page.resize(600, 800);
        page.wait("getComputedStyle(find('#narrow')).colorScheme === 'dark'");
        card.wait(&format!("{IS_DARK} === true"));
    }
}

fn page_that_says_nothing_is_light(kit: &Kit) {
    let card = card_on(kit, "<style>body { background: #111; color: #eee }</style>", "CARD");
    assert_dark(&card, false, "nothing is said");
    assert_eq!(card.part("headline").style("color"), "rgb(27, 27, 26)");
}

fn theme_goes_before_the_page(kit: &Kit) {
    let card = card_on(kit, "<style>html { color-scheme: dark }</style>", "CARD");
    assert_dark(&card, true, "auto");
    for (theme, is_dark) in [("light", false), ("dark", true), ("neon", true), ("light", false)] {
        card.set_attribute("theme", json!(theme));
        assert_dark(&card, is_dark, theme);
    }
    card.page().run("document.documentElement.style.colorScheme = 'light'");
    card.set_attribute("theme", json!("dark"));
    assert_dark(&card, true, "dark on a light page");
    card.set("theme", json!(null));
    assert_dark(&card, false, "auto again");
}

/// The colour that the fallback's words have.
fn colour_of_fallback(page: Page<'_>) -> String {
    let colour = page.run("return getComputedStyle(find('#fallback')).color");
    colour.as_str().unwrap_or_default().to_owned()
}

fn fallback_has_the_colours_of_the_page(kit: &Kit) {
    let head = format!(
        "<style>body {{ color: rgb(9, 8, 7) }}
         story-card {{ --story-card-paper: navy; --story-card-ink: white }}</style>{LOADER}"
    );
    let page = kit.page(&head, "<story-card><p id='fallback'>Words</p></story-card>");
    page.card().wait("card.state === 'idle' && card.shadowRoot");
    assert_eq!(colour_of_fallback(page), "rgb(9, 8, 7)");
}

fn dark_reader_of_a_light_page_sees_it_light(kit: &Kit) {
    let card = card_on(kit, "", "CARD");
    card.page().prefer_scheme("dark");
    assert_dark(&card, false, "the page says nothing");
}

fn page_of_both_schemes_follows_the_reader(kit: &Kit) {
    for head in [
        "<style>html { color-scheme: light dark }</style>",
        "<meta name='color-scheme' content='light dark'>",
    ] {
        let card = card_on(kit, head, "CARD");
        for scheme in ["dark", "light", "dark"] {
            card.page().prefer_scheme(scheme);
            assert_dark(&card, scheme == "dark", scheme);
        }
    }
}

fn paper_is_always_light_in_print(kit: &Kit) {
    let card = card_on(kit, "<style>html { color-scheme: dark }</style>", "CARD");
    card.set_attribute("theme", json!("dark"));
    card.page().devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    assert_dark(&card, false, "print");
    card.page().devtools("Emulation.setEmulatedMedia", json!({ "media": "" }));
    assert_dark(&card, true, "screen");
}

fn bars_of_what_scrolls_go_with_the_paper(kit: &Kit) {
    let head = "<style>story-card { --story-card-paper: #101418 }</style>";
    let card = card_on(kit, head, "CARD");
    let old = card.run("return !CSS.supports('scrollbar-color', 'red blue')") == true;
    let bars = card.part("popover").style("scrollbar-color");
    assert!(old || bars.ends_with("transparent") || bars.ends_with("rgba(0, 0, 0, 0)"), "{bars}");
    // What a page puts into the card has bars of its own.
    assert!(old || card.part("card").style("scrollbar-color") == "auto");
}
