//! What a publisher puts between the tags.

use serde_json::json;
use story_card_e2e::{Answer, Card, Gate, Kit, suite};

use crate::stories::{folding, headed, with};

suite! {
    EVERYWHERE:
        fallback_shows_until_the_card_is_ready,
        fallback_hides_for_a_story_by_property,
        fallback_returns_when_the_card_fails,
        fallback_stays_in_the_page,
        fallback_without_script_is_readable,
        badge_stands_beside_the_badge,
        actions_stand_beside_the_dates,
        after_lead_stands_between_lead_and_sections,
        footer_stands_below_everything,
        footer_has_the_whole_of_a_wide_card,
        slotted_elements_mean_what_the_page_means;
}

#[track_caller]
fn is_shown(card: &Card<'_>, selector: &str) -> bool {
    let body = "const el = find(args[0]);
        return el.checkVisibility() && el.getBoundingClientRect().height > 0;";
    card.page().run_with(body, json!([selector])) == true
}

fn fallback_shows_until_the_card_is_ready(kit: &Kit) {
    let gate = Gate::new();
    let url = kit.answer(Answer::json(&headed("Rain")).behind(&gate));
    let page = kit.host(&format!("<story-card src='{url}'><p id='fallback'>Soon</p></story-card>"));
    let card = page.card();
    card.wait("card.state === 'loading'");
    assert!(is_shown(&card, "#fallback"));
    gate.open();
    let card = card.ready();
    assert!(!is_shown(&card, "#fallback"));
}

fn fallback_hides_for_a_story_by_property(kit: &Kit) {
    let card = kit.host("<story-card><p id='fallback'>Soon</p></story-card>").card();
    assert!(is_shown(&card, "#fallback"));
    card.set("story", headed("Given"));
    let card = card.ready();
    assert!(!is_shown(&card, "#fallback"));
}

fn fallback_returns_when_the_card_fails(kit: &Kit) {
    let (good, bad) = (kit.story(&headed("Rain")), kit.answer(Answer::status(404)));
    let tag = format!("<story-card src='{good}'><p id='fallback'>Read it there</p></story-card>");
    let card = kit.host(&tag).card().ready();
    assert!(!is_shown(&card, "#fallback"));
    card.set("src", json!(bad));
    card.failure();
    assert!(is_shown(&card, "#fallback"));
}

fn fallback_stays_in_the_page(kit: &Kit) {
    let url = kit.story(&headed("Rain"));
    let page = kit.host(&format!("<story-card src='{url}'><p>For search engines</p></story-card>"));
    let card = page.card().ready();
    assert_eq!(card.run("return tidy(card.textContent)"), "For search engines");
}

fn fallback_without_script_is_readable(kit: &Kit) {
    let page = kit
        .page("", "<story-card src='/none.json'><p id='fallback'>Read it there</p></story-card>");
    assert!(is_shown(&page.card(), "#fallback"));
}

/// A card with all named slots filled; gives the vertical extent of each.
fn filled(kit: &Kit) -> Card<'_> {
    let mut story = folding();
    let head = with(json!({
        "articleSection": "Local", "description": "The lead.", "datePublished": "2024-03-05",
        "copyrightNotice": "© 2024",
    }));
    for (name, value) in head.as_object().expect("an object") {
        story[name] = value.clone();
    }
    let url = kit.story(&story);
    let slots: String = ["badge", "actions", "after-lead", "footer"]
        .iter()
        .map(|name| format!("<span id='{name}' slot='{name}'>{name} of the page</span>"))
        .collect();
    let card = kit.host(&format!("<story-card src='{url}'>{slots}</story-card>")).card().ready();
    for name in ["badge", "actions", "after-lead", "footer"] {
        assert!(is_shown(&card, &format!("#{name}")), "the slot {name} is not shown");
    }
    card
}

/// Top and bottom of what stands in a slot.
#[track_caller]
fn slotted(card: &Card<'_>, name: &str) -> (f64, f64) {
    let body = "const box = find(args[0]).getBoundingClientRect(); return [box.top, box.bottom]";
    let extent = card.page().run_with(body, json!([format!("#{name}")]));
    (extent[0].as_f64().expect("a top"), extent[1].as_f64().expect("a bottom"))
}

fn badge_stands_beside_the_badge(kit: &Kit) {
    let card = filled(kit);
    let (top, bottom) = slotted(&card, "badge");
    let badge = card.part("badge").rect();
    assert!(top < badge.bottom() && bottom > badge.y, "{top}..{bottom} beside {badge:?}");
}

fn actions_stand_beside_the_dates(kit: &Kit) {
    let card = filled(kit);
    let (top, bottom) = slotted(&card, "actions");
    let dates = card.part("dates").rect();
    assert!(top < dates.bottom() && bottom > dates.y, "{top}..{bottom} beside {dates:?}");
}

fn after_lead_stands_between_lead_and_sections(kit: &Kit) {
    let card = filled(kit);
    let (top, bottom) = slotted(&card, "after-lead");
    let (lead, sections) = (card.part("lead").rect(), card.part("sections").rect());
    assert!(top >= lead.bottom() - 1.0, "{top} below the lead {lead:?}");
    assert!(bottom <= sections.y + 1.0, "{bottom} above the sections {sections:?}");
}

fn footer_stands_below_everything(kit: &Kit) {
    let card = filled(kit);
    let (top, _) = slotted(&card, "footer");
    let sections = card.part("sections").rect();
    assert!(top >= sections.bottom() - 1.0, "{top} below {sections:?}");
}

/// A publisher's names may be the card's own.
fn slotted_elements_mean_what_the_page_means(kit: &Kit) {
    let url = kit.story(&folding());
    let page = kit.host(&format!(
        "<story-card src='{url}'><div slot='actions'>\
           <button id='share' class='marker' data-act='open' data-cites='0'>Share</button>\
           <a id='more' href='#more' data-link='source'>More</a>\
           <details id='section-one'><summary id='fold'>Mine</summary>Text</details>\
         </div></story-card>"
    ));
    let card = page.card().ready();
    page.run("window.kept = true; document.addEventListener('click', (event) => { kept &&= !event.defaultPrevented; })");
    for id in ["share", "more", "fold"] {
        page.run(&format!("find('#{id}').click(); find('#{id}').focus();"));
        page.settle();
    }
    assert_eq!(card.open_sections(), [false, true, false]);
    assert_eq!(page.run("return kept"), true);
    for event in ["story-card-cite", "story-card-link", "story-card-toggle"] {
        assert_eq!(page.details(event).len(), 0, "{event}");
    }
}

fn footer_has_the_whole_of_a_wide_card(kit: &Kit) {
    let mut story = folding();
    story["timeline"] = json!({ "events": [
        { "date": "2024-01-04", "headline": "Gate" }, { "date": "2024-02-04", "headline": "Lock" },
    ] });
    let url = kit.story(&story);
    let page = kit.host(&format!(
        "<main style='width: 1100px'><story-card src='{url}'><div id='foot' slot='footer'>F</div></story-card></main>"
    ));
    let card = page.card().ready();
    let widths = "return [find('#foot'), card.shadowRoot.querySelector('.footer')].map((el) => el.getBoundingClientRect().width)";
    let widths = card.run(widths);
    assert_eq!(widths[0], widths[1]);
    assert!(widths[0].as_f64().is_some_and(|width| width > 800.0), "{widths}");
}
