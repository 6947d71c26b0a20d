//! The timeline drawn to scale.

use serde_json::{Value, json};
use story_card_e2e::{Card, Kit, Part, suite};

use crate::stories::{show_with, with};

suite! {
    EVERYWHERE:
        drawing_is_an_image_with_a_list_of_marks,
        mark_leads_to_its_event,
        mark_is_reached_and_pressed_by_key,
        mark_is_pressed_by_touch,
        event_and_its_mark_light_each_other,
        words_neither_overlap_nor_leave_the_drawing,
        keys_zoom_and_pan_the_drawing_that_has_the_focus,
        drag_pans_and_presses_nothing,
        plain_wheel_is_the_pages,
        wheel_with_control_zooms,
        cluster_opens,
        scale_changes_where_most_events_come_together,
        time_runs_from_right_to_left_in_such_a_story;
    CHROMIUM:
        nothing_moves_by_itself,
        forced_colours_are_kept;
}

pub fn of(events: Value) -> Value {
    with(json!({ "datePublished": "2024-07-21", "timeline": { "events": events } }))
}

pub fn four() -> Value {
    of(json!([
        { "date": "2014", "headline": "The north is lost", "text": "All of it." },
        { "date": "2017", "headline": "Victory is declared", "text": "Nearly all is back." },
        { "date": "2020/..", "displayDate": "2020–present", "headline": "It goes on", "text": "Still." },
        { "date": "2024", "headline": "A strike, and a break", "text": "They are to leave." },
    ]))
}

pub fn many(count: u32) -> Value {
    let event = |n: u32| {
        json!({
            "date": format!("{}-{:02}-{:02}", 1900 + n % 120, n % 12 + 1, n % 28 + 1),
            "headline": format!("Event number {n}"), "text": "Words.",
        })
    };
    of((0..count).map(event).collect())
}

#[track_caller]
pub fn drawn<'k>(kit: &'k Kit, attributes: &str, story: &Value) -> Card<'k> {
    // By default a short timeline is a list.
    let view = if attributes.contains("timeline") { "" } else { "timeline='both'" };
    let card = show_with(kit, &format!("loading='eager' {view} {attributes}"), story);
    card.wait(FITS);
    card
}

/// Whether the drawing is there, not only room for it, and as wide as its place.
pub const FITS: &str =
    "(() => { const svg = parts(card, 'timeline-graphic')[0]?.querySelector('svg:not([aria-hidden])');
    return svg && Number(svg.getAttribute('width')) === svg.parentElement.clientWidth; })()";

/// The drawing of a card.
pub fn graphic<'k>(card: &Card<'k>) -> Part<'k> {
    card.part("timeline-graphic")
}

fn marks(card: &Card<'_>) -> u64 {
    graphic(card)
        .run("return el.querySelectorAll('svg [tabindex]').length")
        .as_u64()
        .unwrap_or_default()
}

/// What has the focus inside the card.
pub const FOCUSED: &str = "card.shadowRoot.activeElement";

fn drawing_is_an_image_with_a_list_of_marks(kit: &Kit) {
    let card = drawn(kit, "", &four());
    let image = graphic(&card).inside("[role=img]");
    assert!(image.label().contains('4') && image.label().contains("2014"), "{}", image.label());
    assert_eq!(graphic(&card).inside("[role=list]").role(), "list");
    assert_eq!(marks(&card), 4);
    let mark = graphic(&card).inside("svg [tabindex]");
    assert_eq!(mark.role(), "link");
    assert_eq!(mark.label(), "2014: The north is lost");
}

fn mark_leads_to_its_event(kit: &Kit) {
    let card = drawn(kit, "", &four());
    card.page().pointer().press(&graphic(&card).inside("[role][data-event='1'] circle"));
    card.wait(&format!("{FOCUSED} === parts(card, 'event')[1]"));
    assert_eq!(card.page().run("return location.hash"), "", "the page's address is the page's");
}

fn mark_is_reached_and_pressed_by_key(kit: &Kit) {
    let card = drawn(kit, "", &four());
    card.page().pointer().press(&card.part("headline"));
    for _ in 0..30 {
        card.page().press_key("Tab");
        if card.run(&format!("return {FOCUSED}?.dataset.event")) == "0" {
            break;
        }
    }
    card.page().press_key("ArrowRight");
    card.page().press_key("ArrowRight");
    card.page().press_key("Enter");
    card.wait(&format!("{FOCUSED} === parts(card, 'event')[2]"));
}

fn mark_is_pressed_by_touch(kit: &Kit) {
    let card = drawn(kit, "", &four());
    card.page().touch().press(&graphic(&card).inside("[role][data-event='3'] circle"));
    card.wait(&format!("{FOCUSED} === parts(card, 'event')[3]"));
}

fn event_and_its_mark_light_each_other(kit: &Kit) {
    let card = drawn(kit, "", &four());
    let fill = "getComputedStyle(parts(card, 'timeline-graphic')[0].querySelector(\"[role][data-event='1'] rect\")).fill";
    let before = card.run(&format!("return {fill}"));
    card.page().pointer().move_to(&card.nth("event-headline", 1));
    card.wait(&format!("{fill} !== {before}"));
    let paint = "getComputedStyle(parts(card, 'event')[3].lastElementChild).backgroundColor";
    let before = card.run(&format!("return {paint}"));
    card.page().pointer().move_to(&graphic(&card).inside("[role][data-event='3'] circle"));
    card.wait(&format!("{paint} !== {before}"));
}

fn words_neither_overlap_nor_leave_the_drawing(kit: &Kit) {
    for story in [four(), many(40), many(500)] {
        let card = drawn(kit, "", &story);
        for width in [280, 420, 720, 1200] {
            card.run_with("card.style.inlineSize = `${args[0]}px`", json!([width]));
            card.wait(FITS);
            let faults = graphic(&card).run(
                "const box = (el) => el.getBoundingClientRect();
                 const out = box(el.querySelector('svg'));
                 const boxes = [...el.querySelectorAll('svg [tabindex] > rect:first-child')].map(box);
                 const words = [...el.querySelectorAll('svg [tabindex] text')].map(box);
                 const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
                   && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
                 const faults = [];
                 boxes.forEach((a, i) => {
                   if (a.left < out.left - 1 || a.right > out.right + 1) faults.push(`box ${i} is outside`);
                   if (a.width < 23 || a.height < 23) faults.push(`box ${i} is small`);
                   boxes.slice(i + 1).forEach((b) => { if (over(a, b)) faults.push(`box ${i} is under another`); });
                 });
                 words.forEach((a, i) => { if (a.left < out.left - 4 || a.right > out.right + 4) faults.push(`words ${i} are outside`); });
                 return faults;",
            );
            assert_eq!(faults, json!([]), "at {width} px");
        }
    }
}

/// The label of the first tick, which zooming and panning change.
pub const TICKS: &str = "[...parts(card, 'timeline-graphic')[0].querySelectorAll('[role=img] text')].map((el) => el.textContent).join()";

fn keys_zoom_and_pan_the_drawing_that_has_the_focus(kit: &Kit) {
    let card = drawn(kit, "", &many(40));
    let whole = card.run(&format!("return {TICKS}"));
    card.page().press_key("=");
    card.page().settle();
    assert_eq!(card.run(&format!("return {TICKS}")), whole, "the focus is elsewhere");
    graphic(&card).run("el.querySelector('svg [tabindex]').focus()");
    let mut before = whole.clone();
    for key in ["=", "=", "ArrowRight", "ArrowLeft", "-"] {
        // Arrows go from mark to mark, and beyond the last one along the axis.
        for _ in 0..40 {
            card.page().press_key(key);
            card.page().settle();
            if card.run(&format!("return {TICKS}")) != before {
                break;
            }
        }
        card.wait(&format!("{TICKS} !== {before}"));
        before = card.run(&format!("return {TICKS}"));
        assert_eq!(card.run("return Boolean(card.shadowRoot.activeElement)"), true, "{key}");
    }
    card.page().press_key("0");
    card.wait(&format!("{TICKS} === {whole}"));
    card.page().pointer().press(&graphic(&card).inside("[data-zoom=in]"));
    card.wait(&format!("{TICKS} !== {whole}"));
}

fn drag_pans_and_presses_nothing(kit: &Kit) {
    let card = drawn(kit, "", &many(40));
    graphic(&card).run(
        "el.querySelector('[data-zoom=in]').click(); el.querySelector('[data-zoom=in]').click()",
    );
    card.page().settle();
    let before = card.run(&format!("return {TICKS}"));
    let mark = graphic(&card).inside("svg [tabindex]");
    let (x, y) = mark.target();
    card.page().pointer().move_to_point(x, y).down().glide_to_point(x + 120, y, 60).up();
    card.wait(&format!("{TICKS} !== {before}"));
    card.page().settle();
    assert_eq!(card.run(&format!("return {FOCUSED}?.part.contains('event') ?? false")), false);
    // Pressed here and let go above the card: nothing is held any more.
    let before = card.run(&format!("return {TICKS}"));
    card.page().pointer().move_to_point(x, y).down().move_to_point(x, 1).up();
    card.page().pointer().move_to_point(x, y).glide_to_point(x + 120, y, 60);
    card.page().settle();
    assert_eq!(card.run(&format!("return {TICKS}")), before);
}

#[track_caller]
fn turn_wheel(card: &Card<'_>, keys: &str) -> bool {
    let body = format!(
        "const svg = el.querySelector('svg'); const box = svg.getBoundingClientRect();
         return svg.dispatchEvent(new WheelEvent('wheel', {{ bubbles: true, composed: true, cancelable: true,
           deltaY: -120, clientX: box.left + 50, clientY: box.top + 20, {keys} }}))"
    );
    graphic(card).run(&body) == true
}

fn plain_wheel_is_the_pages(kit: &Kit) {
    let card = drawn(kit, "", &many(40));
    let before = card.run(&format!("return {TICKS}"));
    assert!(turn_wheel(&card, ""), "the page may scroll");
    card.page().settle();
    assert_eq!(card.run(&format!("return {TICKS}")), before);
}

fn wheel_with_control_zooms(kit: &Kit) {
    let card = drawn(kit, "", &many(40));
    let before = card.run(&format!("return {TICKS}"));
    assert!(!turn_wheel(&card, "ctrlKey: true"), "the page does not zoom too");
    card.wait(&format!("{TICKS} !== {before}"));
}

fn cluster_opens(kit: &Kit) {
    let card = drawn(kit, "", &many(500));
    let before = card.run(&format!("return {TICKS}"));
    let cluster = graphic(&card).inside("[data-event][role=button]");
    assert!(cluster.label().contains("events"), "{}", cluster.label());
    card.page().pointer().press(&cluster);
    card.wait(&format!("{TICKS} !== {before}"));
    card.wait(&format!("{FOCUSED}?.hasAttribute('data-event')"));
}

fn scale_changes_where_most_events_come_together(kit: &Kit) {
    let years = ["-0439", "-0054", "0725", "1056", "1216"].map(str::to_owned).into_iter();
    let years = years.chain((0..28).map(|n| (1_616 + n * 14).to_string()));
    let event = |date: String| json!({ "headline": format!("In {date}"), "date": date });
    let card = drawn(kit, "", &of(years.map(event).collect()));
    assert!(card.part("timeline").seen_text().contains("The scale changes at 1600."));
    let ticks = "parts(card, 'tick').map((tick) => tick.textContent).filter(Boolean)";
    card.wait(&format!("{ticks}.includes('1600')"));
    // What comes after it has most of the room.
    let part = card.run(
        "const at = (text) => parts(card, 'tick').find((tick) => tick.textContent === text).getBoundingClientRect().left;
         const box = part(card, 'timeline-graphic').getBoundingClientRect();
         return (at('1600') - box.left) / box.width",
    );
    assert!(part.as_f64().is_some_and(|part| part < 0.5), "{part}");
}

fn time_runs_from_right_to_left_in_such_a_story(kit: &Kit) {
    let mut story = four();
    story["inLanguage"] = json!("ar");
    let card = drawn(kit, "", &story);
    let left = |event: u32| {
        graphic(&card).inside(&format!("[role][data-event='{event}'] circle")).rect().x
    };
    assert!(left(0) > left(1) && left(1) > left(3), "{} {} {}", left(0), left(1), left(3));
}

fn nothing_moves_by_itself(kit: &Kit) {
    let card = drawn(kit, "", &many(40));
    graphic(&card).run("el.querySelector('[data-zoom=in]').click()");
    card.page().settle();
    let moving = card.part("timeline").run("return el.getAnimations({ subtree: true }).length");
    assert_eq!(moving, 0, "with or without a wish for less motion");
}

fn forced_colours_are_kept(kit: &Kit) {
    let card = drawn(kit, "", &four());
    let dot = graphic(&card).inside("circle");
    let before = dot.style("fill");
    let feature = json!({ "name": "forced-colors", "value": "active" });
    card.page().devtools("Emulation.setEmulatedMedia", json!({ "features": [feature] }));
    dot.wait(&format!("getComputedStyle(el).fill !== '{before}'"));
    let system = dot.run(
        "const probe = document.createElement('span'); probe.style.color = 'LinkText'; document.body.append(probe);
         const colour = getComputedStyle(probe).color; probe.remove(); return colour",
    );
    assert_eq!(json!(dot.style("fill")), system);
}
