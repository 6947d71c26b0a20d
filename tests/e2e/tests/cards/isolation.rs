//! The page and the card leave each other alone.

use serde_json::json;
use story_card_e2e::{Card, Kit, suite};

use crate::notes::open_note;
use crate::stories::{cited, full, headed, picture, show};

suite! {
    EVERYWHERE:
        page_gets_no_new_global,
        page_gets_no_new_style_or_node,
        prototypes_stay_as_they_are,
        rules_of_the_page_stay_outside,
        inherited_madness_stays_outside,
        card_is_hidden_with_what_is_around_it,
        card_is_shut_with_what_is_around_it,
        page_styles_parts,
        strict_policy_is_kept;
}

fn page_gets_no_new_global(kit: &Kit) {
    let url = kit.story(&full(&picture(kit, 80, 40)));
    let page = kit.page("", &format!("<story-card src='{url}'></story-card>"));
    // Drivers leave names of their own with the first scripts they run.
    page.settle();
    page.run("kit.globals = Object.getOwnPropertyNames(window)");
    page.run(
        "const script = document.createElement('script');
         Object.assign(script, { type: 'module', src: '/story-card.js' });
         document.head.append(script);",
    );
    page.card().ready();
    let body =
        "return Object.getOwnPropertyNames(window).filter((name) => !kit.globals.includes(name))";
    assert_eq!(page.run(body), json!([]));
}

fn page_gets_no_new_style_or_node(kit: &Kit) {
    let url = kit.story(&full(&picture(kit, 80, 40)));
    let page = kit.host(&format!("<p id='witness'>Text</p><story-card src='{url}'></story-card>"));
    let card = page.card().ready();
    page.pointer().press(&card.part("marker"));
    assert_eq!(page.run("return document.adoptedStyleSheets.length"), 0);
    assert_eq!(page.run("return document.styleSheets.length"), 0);
    assert_eq!(page.run("return document.body.children.length"), 2);
    let head = "return [...document.head.children].map((el) => el.localName)";
    let head = page.run(head);
    assert_eq!(head, json!(["meta", "script", "title", "link", "meta", "script"]));
    assert_eq!(card.run("return card.children.length"), 0);
}

fn prototypes_stay_as_they_are(kit: &Kit) {
    let names = "return ['Object', 'Array', 'String', 'Promise', 'Function', 'Element', 'HTMLElement', 'Node', 'Event']
        .map((type) => Object.getOwnPropertyNames(window[type].prototype).sort().join());";
    let before = kit.page("", "<main></main>").run(names);
    let card = show(kit, &cited());
    assert_eq!(card.page().run(names), before);
}

/// What a careless or hostile page may do to everything on it.
const RESET: &str = "<style>
    * { all: unset !important; font-size: 3px !important; color: rgb(255, 0, 0) !important; }
    [part], h2, details, summary, p { display: none !important; }
</style>";

fn rules_of_the_page_stay_outside(kit: &Kit) {
    let url = kit.story(&cited());
    let loader = "<script type='module' src='/story-card.js'></script>";
    let page =
        kit.page(&format!("{RESET}{loader}"), &format!("<story-card src='{url}'></story-card>"));
    let card = page.card().ready();
    for part in ["headline", "section-heading", "paragraph"] {
        let part = card.part(part);
        assert!(part.is_shown());
        assert_ne!(part.style("color"), "rgb(255, 0, 0)");
        let size = part.style("font-size");
        let size: f64 = size.trim_end_matches("px").parse().expect("a size in px");
        assert!(size >= 12.0, "{size}");
    }
}

fn inherited_madness_stays_outside(kit: &Kit) {
    let style = "font-size: 0; text-transform: uppercase; letter-spacing: 9px; \
        direction: rtl; text-align: center; line-height: 0; word-spacing: 3em; \
        user-select: none; white-space: nowrap; text-indent: 5em";
    let url = kit.story(&cited());
    let body = format!("<div style='{style}'><story-card src='{url}'></story-card></div>");
    let card = kit.host(&body).card().ready();
    let text = card.part("paragraph");
    for (property, kept) in [
        ("text-transform", "none"),
        ("letter-spacing", "normal"),
        ("word-spacing", "0px"),
        ("white-space-collapse", "collapse"),
        ("text-indent", "0px"),
        ("direction", "ltr"),
    ] {
        assert_eq!(text.style(property), kept, "{property}");
    }
    assert!(text.rect().height > 12.0, "{:?}", text.rect());
    assert!(card.part("headline").is_shown());
}

/// A card with its note open, in a box.
#[track_caller]
fn boxed(kit: &Kit) -> Card<'_> {
    let url = kit.story(&cited());
    let card = kit.host(&format!("<main><story-card src='{url}'></story-card></main>"));
    let card = card.card().ready();
    card.page().pointer().press(&card.part("marker"));
    open_note(&card);
    card
}

/// A closed menu or tab keeps its content laid out.
fn card_is_hidden_with_what_is_around_it(kit: &Kit) {
    let card = boxed(kit);
    let names = ["card", "headline", "section-heading", "paragraph", "marker", "popover"];
    for name in names {
        assert!(card.part(name).is_shown(), "{name}");
    }
    card.run("find('main').style.visibility = 'hidden'");
    for name in names {
        assert!(!card.part(name).is_shown(), "{name}");
    }
    card.run("find('main').style.visibility = ''");
    assert!(card.part("headline").is_shown());
}

/// What is behind a dialog takes no press.
fn card_is_shut_with_what_is_around_it(kit: &Kit) {
    let card = boxed(kit);
    let reached = "const box = part(card, args[0]).getBoundingClientRect();
        return document.elementFromPoint(box.x + box.width / 2, box.y + 5) === card";
    for shut in ["main.style.pointerEvents = 'none'", "main.inert = true"] {
        for name in ["headline", "section-heading", "popover"] {
            assert_eq!(card.run_with(reached, json!([name])), true, "{name} before {shut}");
        }
        card.run(&format!("const main = find('main'); {shut}"));
        for name in ["headline", "section-heading", "popover"] {
            assert_eq!(card.run_with(reached, json!([name])), false, "{name} where {shut}");
        }
        card.run("find('main').inert = false; find('main').style.pointerEvents = ''");
    }
}

fn page_styles_parts(kit: &Kit) {
    let head = "<style>story-card::part(headline) { color: rgb(1, 2, 3); }
        story-card { --story-card-accent: rgb(4, 5, 6); }</style>
        <script type='module' src='/story-card.js'></script>";
    let url = kit.story(&headed("Styled"));
    let card = kit.page(head, &format!("<story-card src='{url}'></story-card>")).card().ready();
    assert_eq!(card.part("headline").style("color"), "rgb(1, 2, 3)");
    assert_eq!(card.part("card").style("--story-card-accent"), "rgb(4, 5, 6)");
}

fn strict_policy_is_kept(kit: &Kit) {
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'none'; \
         connect-src 'self' {stories}; img-src {stories} data:; \
         require-trusted-types-for 'script'; trusted-types 'none'",
        stories = kit.server.stories(),
    );
    let url = kit.story(&full(&picture(kit, 80, 40)));
    let page = kit.page_under_policy(&policy, &format!("<story-card src='{url}'></story-card>"));
    let card = page.card().ready();
    page.pointer().press(&card.part("marker"));
    card.wait("parts(card, 'popover').some((el) => el.matches(':popover-open'))");
    // The sheets work where <style> and style= are refused. The kit notices violations.
    assert_ne!(card.part("badge").style("font-size"), "");
    assert_eq!(page.run("return kit.mishaps"), json!([]));
}
