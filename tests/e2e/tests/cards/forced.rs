//! For readers who need contrast. In a contrast theme, which takes backgrounds and shadows away,
//! every state can be seen.

use serde_json::{Value, json};
use story_card_e2e::{Card, Kit, Page, Part, suite};

use crate::drawing::FITS;
use crate::notes::open_note;
use crate::stories::{picture, show_with, with};

suite! {
    CHROMIUM:
        place_one_was_led_to_is_seen_in_a_contrast_theme,
        mark_and_event_that_belong_together_are_seen_in_a_contrast_theme,
        way_back_one_came_by_is_seen_in_a_contrast_theme,
        view_that_is_chosen_is_seen_in_a_contrast_theme,
        badge_and_buttons_have_an_edge_in_a_contrast_theme,
        picture_is_that_for_the_ground_of_a_contrast_theme,
        words_and_lines_are_no_greys_for_readers_who_ask_for_contrast;
}

fn dam() -> Value {
    with(json!({
        "description": "Sixty years in five dates.[1]",
        "timeline": { "events": [
            { "date": "1961", "text": "The valley is surveyed.[1]" },
            { "date": "1968/1971", "text": "The villages are moved.[2]" },
            { "date": "1974-05-03", "text": "The gates are shut.[1]" },
            { "date": "1990", "text": "A first crack is found.[2]" },
            { "date": "2026", "text": "The wall is to be raised." },
        ] },
        "citation": [
            { "id": "1", "name": "The building of the dam", "publisher": "Water board", "url": "https://water.example/dam" },
            { "id": "2", "name": "The drowned villages", "publisher": "County archive", "url": "https://archive.example/villages" },
        ],
    }))
}

fn force_colours(page: Page<'_>, value: &str) {
    prefer(page, "forced-colors", value);
}

fn prefer(page: Page<'_>, name: &str, value: &str) {
    let feature = json!({ "name": name, "value": value });
    page.devtools("Emulation.setEmulatedMedia", json!({ "features": [feature] }));
    page.wait(&format!("matchMedia('({name}: {value})').matches"));
    page.settle();
}

/// How a part looks, as a picture.
#[track_caller]
fn look(part: &Part<'_>, page: Page<'_>) -> Value {
    page.settle();
    let clip = part.run(
        "const box = el.getBoundingClientRect();
         return { x: box.x + scrollX - 8, y: box.y + scrollY - 8, width: box.width + 16, height: box.height + 16, scale: 1 };",
    );
    page.devtools("Page.captureScreenshot", json!({ "clip": clip, "captureBeyondViewport": true }))
}

/// Fails unless a deed changes how a part looks, with and without a contrast theme, and
/// nothing else does.
#[track_caller]
fn assert_seen(kit: &Kit, what: &str, place: &str, deed: impl Fn(&Card<'_>)) {
    for theme in ["active", "none"] {
        let card = show_with(kit, "loading='eager' timeline='both'", &dam());
        let page = card.page();
        card.wait(FITS);
        force_colours(page, theme);
        card.wait(
            "parts(card, 'timeline-graphic')[0]?.querySelectorAll('[role=link]').length === 5",
        );
        card.part("sources")
            .run("for (const line of el.querySelectorAll('details')) line.open = true");
        let part = card.part("card").inside(place);
        // The first picture has the browser measure the page anew.
        look(&part, page);
        let before = look(&part, page);
        assert_eq!(look(&part, page), before, "{what}: two pictures of the same differ");
        deed(&card);
        // The note itself is no part of the picture, nor is the pointer.
        page.run("const style = new CSSStyleSheet(); style.replaceSync('[popover] { opacity: 0 !important }');
            find('story-card').shadowRoot.adoptedStyleSheets.push(style);");
        assert_ne!(look(&part, page), before, "{what}, forced colours: {theme}");
    }
}

fn place_one_was_led_to_is_seen_in_a_contrast_theme(kit: &Kit) {
    let pressed = |card: &Card<'_>, plan: &str| {
        card.run_with("card.shadowRoot.querySelector(args[0]).dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }))", json!([plan]));
    };
    assert_seen(kit, "event", "[part~=timeline] ol", |card| {
        pressed(card, "[part~=timeline-graphic] [role=listitem]:nth-child(3) [role=link]");
        card.wait("card.shadowRoot.activeElement?.localName === 'li'");
        card.page().pointer().move_to_point(1, 1);
    });
    assert_seen(kit, "source", "[part~=sources] ol", |card| {
        card.page().pointer().press(&card.part("marker"));
        open_note(card).inside("button[data-go]").run("el.click()");
        card.wait("card.shadowRoot.activeElement?.localName === 'li'");
        card.page().pointer().move_to_point(1, 1);
    });
    assert_seen(kit, "active marker", "[part~=lead]", |card| {
        card.page().pointer().press(&card.part("marker"));
        open_note(card);
        card.page().pointer().move_to_point(1, 1);
    });
    assert_seen(kit, "marker led to", "[part~=lead]", |card| {
        pressed(card, "[part~=sources] button[data-go]");
        card.wait("card.shadowRoot.activeElement?.localName === 'button'");
    });
}

fn mark_and_event_that_belong_together_are_seen_in_a_contrast_theme(kit: &Kit) {
    let over = |card: &Card<'_>, plan: &str| {
        card.run_with("card.shadowRoot.querySelector(args[0]).dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }))", json!([plan]));
    };
    assert_seen(kit, "event of a mark", "[part~=timeline] ol", |card| {
        over(card, "[part~=timeline-graphic] [role=listitem]:nth-child(2) [role=link]");
    });
    assert_seen(kit, "mark of an event", "[part~=timeline-graphic]", |card| {
        over(card, "[part~=timeline] ol > li:nth-child(4) p");
    });
}

fn way_back_one_came_by_is_seen_in_a_contrast_theme(kit: &Kit) {
    assert_seen(kit, "way back", "[part~=sources] ol", |card| {
        card.page().pointer().press(&card.part("marker"));
        open_note(card);
    });
}

fn view_that_is_chosen_is_seen_in_a_contrast_theme(kit: &Kit) {
    let card = show_with(kit, "loading='eager' timeline='both'", &dam());
    force_colours(card.page(), "active");
    let outlined = "return [...el.querySelectorAll('[aria-pressed]')]
        .map((button) => [button.ariaPressed, getComputedStyle(button).outlineStyle !== 'none'])";
    for _ in 0..2 {
        let views = card.part("timeline").run(outlined);
        for view in views.as_array().expect("a list") {
            assert_eq!(view[0] == "true", view[1] == true, "{views}");
        }
        assert!(views.as_array().is_some_and(|views| views.len() > 1), "{views}");
        card.part("timeline")
            .inside("[aria-pressed=false]")
            .run("el.click(); await frame(); document.activeElement.blur()");
    }
}

fn badge_and_buttons_have_an_edge_in_a_contrast_theme(kit: &Kit) {
    let story = kit.story(&with(json!({ "articleSection": "Breaking" })));
    let card = kit.host(&format!("<story-card src='{story}'></story-card>")).card().ready();
    force_colours(card.page(), "active");
    let edge = |part: &Part<'_>| {
        part.run("const style = getComputedStyle(el); return parseFloat(style.borderTopWidth) > 0 && style.borderTopStyle === 'solid'")
    };
    assert_eq!(edge(&card.part("badge")), true, "breaking");
    let url = kit.answer(story_card_e2e::Answer::status(404));
    let card = kit.host(&format!("<story-card src='{url}'></story-card>")).card();
    force_colours(card.page(), "active");
    card.failure();
    assert_eq!(edge(&card.part("retry")), true, "retry");
}

/// The theme's ground is dark or light whatever page and publisher say.
fn picture_is_that_for_the_ground_of_a_contrast_theme(kit: &Kit) {
    for (theme, ground) in [("auto", "dark"), ("light", "dark"), ("dark", "light")] {
        let (light, dark) = (picture(kit, 80, 40), picture(kit, 80, 40));
        let image =
            json!({ "url": light, "dark": dark, "alt": "A map", "width": 80, "height": 40 });
        let card = show_with(kit, &format!("theme='{theme}'"), &with(json!({ "image": image })));
        let features = json!([
            { "name": "forced-colors", "value": "active" },
            { "name": "prefers-color-scheme", "value": ground },
        ]);
        card.page().devtools("Emulation.setEmulatedMedia", json!({ "features": features }));
        let shown = if ground == "dark" { &dark } else { &light };
        card.part("image").inside("img").wait(&format!("el.currentSrc === '{shown}'"));
    }
}

/// Whatever colours the publisher has set.
fn words_and_lines_are_no_greys_for_readers_who_ask_for_contrast(kit: &Kit) {
    for own in ["", "--story-card-muted: #888; --story-card-line: #eee", "--story-card-paper: navy"]
    {
        let card = show_with(kit, &format!("style='{own}'"), &dam());
        let greys = "const note = part(card, 'popover');
            const seen = (el, property) => getComputedStyle(el)[property];
            const ink = [part(card, 'headline'), note].map((el) => seen(el, 'color'));
            return [part(card, 'card'), note].flatMap((el, at) => [
              seen(el, 'borderBottomColor'), seen(el.querySelector('[part=source-publisher]'), 'color'),
            ].filter((colour) => colour !== ink[at])).length";
        card.page().pointer().press(&card.part("marker"));
        open_note(&card);
        prefer(card.page(), "prefers-contrast", "more");
        assert_eq!(card.run(greys), 0, "{own}");
        prefer(card.page(), "prefers-contrast", "no-preference");
        assert_eq!(card.run(greys), 4, "{own}");
    }
}
