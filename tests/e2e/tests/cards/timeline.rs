//! The timeline as a list.

use serde_json::{Value, json};
use story_card_e2e::{Card, Kit, suite};

use crate::stories::{show, show_with, with};

suite! {
    EVERYWHERE:
        events_keep_the_order_of_the_story,
        exact_dates_are_machine_readable,
        given_words_win_over_the_date,
        open_range_says_present,
        year_before_our_era_says_so,
        uncertain_date_says_so,
        lenient_range_is_read,
        impossible_day_is_shown_as_written,
        event_without_date_stays,
        event_cites_its_source,
        list_is_shown_on_request;
}

fn of(events: Value) -> Value {
    with(json!({
        "timeline": { "headline": "Through time", "events": events },
        "citation": [{ "id": "1", "name": "Annals", "publisher": "Town archive" }],
    }))
}

/// What stands as the date of the only event.
#[track_caller]
fn date_of(kit: &Kit, date: &str) -> (String, Value) {
    let card = show(kit, &of(json!([{ "date": date, "text": "It happened." }])));
    let times = card
        .part("event")
        .run("return [...el.querySelectorAll('time')].map((t) => t.getAttribute('datetime'))");
    (card.part("event-date").seen_text(), times)
}

fn events_keep_the_order_of_the_story(kit: &Kit) {
    let card = show(
        kit,
        &of(json!([
            { "date": "1999", "headline": "Later", "text": "Second in time." },
            { "date": "1850", "headline": "Earlier", "text": "First in time." },
        ])),
    );
    assert_eq!(card.texts("event-headline"), ["Later", "Earlier"]);
    assert_eq!(card.part("timeline-list").run("return el.localName"), "ol");
    assert_eq!(card.count("event"), 2);
    assert!(card.part("timeline").text().starts_with("Through time"));
}

fn exact_dates_are_machine_readable(kit: &Kit) {
    for (date, words) in
        [("1904-06-12", ["12", "1904"]), ("2004-06", ["June", "2004"]), ("1956", ["1956", "1956"])]
    {
        let (seen, times) = date_of(kit, date);
        assert_eq!(times, json!([date]));
        for word in words {
            assert!(seen.contains(word), "{word} in {seen}");
        }
    }
}

fn given_words_win_over_the_date(kit: &Kit) {
    let card = show(
        kit,
        &of(json!([{ "date": "1956", "displayDate": "the hard winter", "text": "Ice." }])),
    );
    assert_eq!(card.part("event-date").seen_text(), "the hard winter");
    assert_eq!(card.part("event").inside("time").attribute("datetime"), "1956");
}

fn open_range_says_present(kit: &Kit) {
    let (seen, times) = date_of(kit, "2020/..");
    assert!(seen.contains("2020") && seen.contains("present"), "{seen}");
    assert_eq!(times, json!(["2020"]));
}

fn year_before_our_era_says_so(kit: &Kit) {
    let (seen, _) = date_of(kit, "-0043");
    assert!(seen.contains("44") && (seen.contains("BC")), "{seen}");
}

fn uncertain_date_says_so(kit: &Kit) {
    let (seen, times) = date_of(kit, "1756~");
    assert!(seen.contains("1756") && seen.contains("about"), "{seen}");
    assert_eq!(times, json!([]), "no machine date for what is uncertain");
    let (seen, _) = date_of(kit, "174X");
    assert!(seen.contains("1740s"), "{seen}");
}

fn lenient_range_is_read(kit: &Kit) {
    for date in ["2020-Present", "2020–present", "2020-now"] {
        let (seen, _) = date_of(kit, date);
        assert!(seen.contains("2020") && seen.contains("present"), "{date}: {seen}");
    }
}

fn impossible_day_is_shown_as_written(kit: &Kit) {
    let (seen, times) = date_of(kit, "2024-02-30");
    assert_eq!(seen, "2024-02-30");
    assert_eq!(times, json!([]));
}

fn event_without_date_stays(kit: &Kit) {
    let card = show(
        kit,
        &of(json!([
            { "date": "1904", "text": "Dated." },
            { "displayDate": "Once", "text": "Undated." },
            { "date": "1956", "text": "Dated again." },
        ])),
    );
    assert_eq!(card.texts("event-text"), ["Dated.", "Undated.", "Dated again."]);
}

fn event_cites_its_source(kit: &Kit) {
    let card: Card<'_> = show(kit, &of(json!([{ "date": "1904", "text": "Built [1]." }])));
    let marker = card.part("event").part("marker");
    card.page().pointer().press(&marker);
    card.wait("parts(card, 'popover').some((el) => el.matches(':popover-open') && el.innerText.includes('Town archive'))");
}

fn list_is_shown_on_request(kit: &Kit) {
    let card =
        show_with(kit, "timeline='list'", &of(json!([{ "date": "1904", "text": "Built." }])));
    assert!(card.part("timeline-list").is_shown());
    let graphic =
        card.run("return parts(card, 'timeline-graphic').some((el) => el.checkVisibility())");
    assert_eq!(graphic, false);
}
