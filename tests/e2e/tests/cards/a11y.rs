//! The card for those who hear it and those who use no mouse.

use serde_json::{Value, json};
use story_card_e2e::{Answer, Card, Kit, suite};

use crate::stories::{cited, full, picture, show_full, show_with, with};

suite! {
    EVERYWHERE:
        card_is_an_article_named_by_its_headline,
        outline_has_no_gaps,
        tab_reaches_sections_and_markers_in_order,
        closed_note_is_not_on_the_way,
        landmark_names_are_not_empty,
        zoom_button_that_shows_all_says_what_it_does,
        text_takes_the_focus_only_once_it_is_led_to,
        words_of_the_trust_line_do_not_run_into_each_other;
    CHROMIUM:
        axe_is_content_with_every_field,
        axe_is_content_with_every_demo_story_in_light,
        axe_is_content_with_every_demo_story_in_dark,
        axe_is_content_with_the_failed_face;
}

fn card_is_an_article_named_by_its_headline(kit: &Kit) {
    let card = show_with(kit, "", &cited());
    assert_eq!(card.part("card").role(), "article");
    assert_eq!(card.part("card").label(), "Council opens the weir");
}

fn outline_has_no_gaps(kit: &Kit) {
    let picture = picture(kit, 80, 40);
    for level in 2_u64..=4 {
        let card = show_with(kit, &format!("open='all' heading-level='{level}'"), &full(&picture));
        let levels = card.run(
            "return [...card.shadowRoot.querySelectorAll('h1, h2, h3, h4, h5, h6')]
                .filter((el) => el.checkVisibility()).map((el) => Number(el.localName[1]))",
        );
        let levels: Vec<u64> =
            levels.as_array().expect("a list").iter().filter_map(Value::as_u64).collect();
        assert_eq!(levels[0], level, "{levels:?}");
        assert!(levels.len() > 5, "{levels:?}");
        let jumps = levels.windows(2).any(|pair| pair[1] > pair[0] + 1);
        assert!(!jumps, "{levels:?}");
        let headlines = levels.iter().filter(|other| **other == level).count();
        assert_eq!(headlines, 1, "{levels:?}");
    }
}

fn tab_reaches_sections_and_markers_in_order(kit: &Kit) {
    let card = show_with(kit, "open='all'", &cited());
    card.page().run("getSelection().removeAllRanges(); document.activeElement.blur()");
    let mut reached = Vec::new();
    for _ in 0..30 {
        card.page().press_key("Tab");
        let focused = card.run(
            "const el = card.shadowRoot.activeElement;
             return el && (el.localName === 'summary' ? tidy(el.querySelector('[part~=section-heading]').textContent) : el.part.contains('marker') ? tidy(el.textContent) : '')",
        );
        reached.extend(focused.as_str().filter(|name| !name.is_empty()).map(str::to_owned));
        if reached.len() == 5 {
            break;
        }
    }
    assert_eq!(reached, ["The flood", "[1]", "The day after", "[2]", "[1]"]);
}

fn closed_note_is_not_on_the_way(kit: &Kit) {
    let card = show_with(kit, "", &cited());
    let focusable = card.run(
        "return parts(card, 'popover').flatMap((note) => [...note.querySelectorAll('a, button')])
            .filter((el) => el.checkVisibility()).length",
    );
    assert_eq!(focusable, 0);
    assert_ne!(card.count("popover"), 0);
}

fn landmark_names_are_not_empty(kit: &Kit) {
    let card = show_full(kit);
    for part in ["timeline", "sources"] {
        assert_ne!(card.part(part).label(), "", "{part}");
    }
}

fn zoom_button_that_shows_all_says_what_it_does(kit: &Kit) {
    let events: Vec<Value> =
        (0..12).map(|n| json!({ "date": (1990 + n).to_string(), "text": "It rose." })).collect();
    let card =
        show_with(kit, "timeline='graphic'", &with(json!({ "timeline": { "events": events } })));
    card.wait("!!part(card, 'zoom')?.checkVisibility()");
    let said = card.run(
        "return [...part(card, 'zoom').children].map((el) => [tidy(el.textContent), el.ariaLabel])",
    );
    assert_eq!(said[2], json!(["All", "Show all"]), "{said}");
}

fn text_takes_the_focus_only_once_it_is_led_to(kit: &Kit) {
    let picture = picture(kit, 80, 40);
    let card = show_with(kit, "open='all' timeline='list'", &full(&picture));
    let text = "return [...card.shadowRoot.querySelectorAll('[part~=card] [tabindex]')]
        .filter((el) => !el.matches('button, figure, .scroller, [role=dialog], [role=dialog] *'))
        .map((el) => el.outerHTML.slice(0, 80))";
    assert_eq!(card.run(text), json!([]));
    card.part("trust").inside("[data-go='sources']").run("el.click()");
    card.wait("card.shadowRoot.activeElement?.matches('h3#sources')");
}

fn words_of_the_trust_line_do_not_run_into_each_other(kit: &Kit) {
    let card = show_with(kit, "", &cited());
    // What is spoken instead of the point, as far as the browser tells.
    let spoken = card.run(
        "return [...parts(card, 'trust')[0].children].map((el) =>
            [el.localName, getComputedStyle(el, '::before').content])",
    );
    for part in spoken.as_array().expect("parts") {
        let expected = if part[0] == "span" { "\"·\" / \" \"" } else { "\"·\" / \"\"" };
        assert_eq!(part[1], expected, "{spoken}");
    }
}

fn axe_is_content_with_every_field(kit: &Kit) {
    let picture = picture(kit, 800, 400);
    for theme in ["light", "dark"] {
        let url = kit.story(&full(&picture));
        let card = show_url(kit, &url, theme);
        assert_eq!(card.page().axe(), Vec::<String>::new(), "{theme}");
    }
}

/// A page of the theme's colours with a demo story on it.
pub fn show_demo<'k>(kit: &'k Kit, name: &str, theme: &str) -> Card<'k> {
    show_url(kit, &format!("{}/stories/{name}", kit.server.stories()), theme)
}

fn show_url<'k>(kit: &'k Kit, url: &str, theme: &str) -> Card<'k> {
    let head = format!(
        "<style>:root {{ color-scheme: {theme}; background: Canvas; color: CanvasText }}</style>\
         <script type='module' src='/story-card.js'></script>"
    );
    let body =
        format!("<main><h1>Paper</h1><story-card src='{url}' open='all'></story-card></main>");
    kit.page(&head, &body).card().ready()
}

fn axe_on_demos(kit: &Kit, theme: &str) {
    let mut faults = Vec::new();
    for name in kit.server.demo_stories() {
        let card = show_demo(kit, &name, theme);
        assert!(card.parts("section-body").iter().all(story_card_e2e::Part::is_shown), "{name}");
        faults.extend(card.page().axe().into_iter().map(|fault| format!("{name}: {fault}")));
    }
    assert!(faults.is_empty(), "{theme}:\n{}", faults.join("\n"));
}

fn axe_is_content_with_every_demo_story_in_light(kit: &Kit) {
    axe_on_demos(kit, "light");
}

fn axe_is_content_with_every_demo_story_in_dark(kit: &Kit) {
    axe_on_demos(kit, "dark");
}

fn axe_is_content_with_the_failed_face(kit: &Kit) {
    let url = kit.answer(Answer::status(500));
    let card = kit
        .host(&format!(
            "<main><h1>Paper</h1><story-card src='{url}'><p>Read it there</p></story-card></main>"
        ))
        .card();
    card.failure();
    assert_eq!(card.page().axe(), Vec::<String>::new());
}
