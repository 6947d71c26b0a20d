//! The ready themes on the demo stories, and the gallery that shows them.

use std::path::Path;

use serde_json::json;
use story_card_e2e::{Answer, Card, Kit, suite};

suite! {
    EVERYWHERE:
        gallery_shows_every_theme_at_three_widths_light_and_dark,
        gallery_fits_a_narrow_window,
        headline_stands_still_when_the_app_comes;
    CHROMIUM:
        broadsheet_has_a_drop_cap_only_where_letters_stand_apart,
        axe_is_content_with_every_theme_in_light,
        axe_is_content_with_every_theme_in_dark,
        axe_is_content_with_the_brand_that_the_guide_makes;
}

const THEMES: [&str; 4] = ["broadsheet", "tabloid", "wire", "blog"];

const GUIDE: &str = include_str!("../../../../docs/theming.md");

/// The theme's sheet, on a ground that is the page's own.
fn head(theme: &str, scheme: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../static/themes");
    let sheet = std::fs::read_to_string(file.join(format!("{theme}.css"))).expect("the theme");
    dressed(&sheet, scheme)
}

fn dressed(sheet: &str, scheme: &str) -> String {
    format!(
        "<style>:root {{ color-scheme: {scheme}; background: Canvas; color: CanvasText }}{sheet}</style>\
         <script type='module' src='/story-card.js'></script>"
    )
}

fn show<'k>(kit: &'k Kit, head: &str, story: &str) -> Card<'k> {
    let url = format!("{}/stories/{story}", kit.server.stories());
    let body =
        format!("<main><h1>Paper</h1><story-card src='{url}' open='all'></story-card></main>");
    kit.page(head, &body).card().ready()
}

/// What a sheet can break: it changes no names, roles or order.
const RULES: [&str; 4] =
    ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"];

fn axe_on_themes(kit: &Kit, scheme: &str) {
    let mut faults = Vec::new();
    for theme in THEMES {
        for story in kit.server.demo_stories() {
            let card = show(kit, &head(theme, scheme), &story);
            let found = card.page().axe_by(&RULES).into_iter();
            faults.extend(found.map(|fault| format!("{theme}, {story}: {fault}")));
        }
    }
    assert!(faults.is_empty(), "{scheme}:\n{}", faults.join("\n"));
}

fn axe_is_content_with_the_brand_that_the_guide_makes(kit: &Kit) {
    let (steps, _) = GUIDE.split_once("## Ready themes").expect("the steps");
    let blocks = steps.split("```css\n").skip(1).filter_map(|rest| rest.split("```").next());
    let sheet: String = blocks.collect();
    for scheme in ["light", "dark"] {
        for story in kit.server.demo_stories() {
            let card = show(kit, &dressed(&sheet, scheme), &story);
            assert_eq!(card.page().axe_by(&RULES), Vec::<String>::new(), "{scheme}, {story}");
        }
    }
}

fn axe_is_content_with_every_theme_in_light(kit: &Kit) {
    axe_on_themes(kit, "light");
}

fn axe_is_content_with_every_theme_in_dark(kit: &Kit) {
    axe_on_themes(kit, "dark");
}

fn gallery_shows_every_theme_at_three_widths_light_and_dark(kit: &Kit) {
    for theme in THEMES {
        let page = kit.open(&format!("/gallery.html?theme={theme}&story=ferry-breaking"));
        page.wait("document.querySelectorAll('main story-card').length === 6");
        let shown = page.run(
            "const cards = [...document.querySelectorAll('main story-card')];
             for (const card of cards) {
               card.scrollIntoView();
               while (card.state !== 'ready' && card.state !== 'error') await frame();
             }
             const sheet = document.querySelector('#theme');
             while (![...document.styleSheets].some((one) => one.href === sheet.href)) await frame();
             return [sheet.getAttribute('href'), cards.map((card) => getComputedStyle(card).colorScheme + ' ' + card.state)];",
        );
        let cards = [["light ready"; 3], ["dark ready"; 3]].concat();
        assert_eq!(shown, json!([format!("static/themes/{theme}.css"), cards]));
        page.screenshot(&format!("theme-{theme}"));
    }
}

fn gallery_fits_a_narrow_window(kit: &Kit) {
    let page = kit.open("/gallery.html");
    let width = page.resize(360, 800);
    page.wait("document.querySelector('story-card').state === 'ready'");
    let wide = page.run("return document.documentElement.scrollWidth");
    assert!(wide.as_u64().is_some_and(|wide| wide <= u64::from(width)), "{wide} in {width}");
}

/// Whichever way the page runs.
fn broadsheet_has_a_drop_cap_only_where_letters_stand_apart(kit: &Kit) {
    for (language, lead, cap) in [("ar", "سقط المطر", "normal"), ("en", "It rained.", "3")]
    {
        let url = kit.story(&json!({
            "schemaVersion": "story-card/1.0", "inLanguage": language, "headline": lead,
            "description": lead,
        }));
        let body = format!("<story-card src='{url}'></story-card>");
        let card = kit.page(&head("broadsheet", "light"), &body).card().ready();
        let first = "return getComputedStyle(part(card, 'lead'), '::first-letter').initialLetter";
        assert_eq!(card.run(first), cap, "{language}");
    }
}

/// The first words have the theme's parts too.
fn headline_stands_still_when_the_app_comes(kit: &Kit) {
    let story = &kit.server.demo_stories()[0];
    let url = format!("{}/stories/{story}", kit.server.stories());
    let glue = std::fs::read_to_string(kit.server.built("story-card-app.js")).expect("the glue");
    // It waits by itself: Firefox calls no page loaded whose requests have no answer.
    let glue = format!("await new Promise((go) => {{ window.go = go; }});\n{glue}");
    let answer = Answer::text(glue).content_type("text/javascript");
    for theme in THEMES {
        kit.server.instead("/story-card-app.js", answer.clone());
        let body = format!("<story-card src='{url}'></story-card>");
        let card = kit.page(&head(theme, "light"), &body).card();
        card.wait("parts(card, 'headline').length > 0");
        card.page().settle();
        let place = "const box = part(card, 'headline').getBoundingClientRect();
            return [box.x, box.y, box.width, box.height].map(Math.round)";
        let before = card.run(place);
        card.page().wait("window.go");
        card.page().run("go()");
        assert_eq!(card.ready().run(place), before, "{theme}");
    }
}
