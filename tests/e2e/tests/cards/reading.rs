//! What is read leniently, and what is said where something is wrong with it.

use serde_json::{Value, json};
use story_card_e2e::{Answer, Card, Gate, Kit, suite};

use crate::drawing::drawn;
use crate::host::LOADER;
use crate::stories::{headed, show, with};

suite! {
    EVERYWHERE:
        times_as_programs_write_them_are_told_in_words_and_drawn,
        midnight_of_a_program_is_the_day,
        a_timeline_of_a_database_is_told_in_words_and_drawn,
        an_interval_that_ends_before_it_begins_is_told_in_words,
        times_before_our_era_are_told_in_words_and_drawn,
        a_key_nobody_knows_is_told_with_the_one_that_is_meant,
        html_and_mistyped_links_are_told_and_shown_as_typed,
        what_came_instead_is_called_what_it_is,
        a_reader_is_not_called_offline_who_is_online,
        a_deadline_amid_another_try_tells_what_went_wrong;
}

/// The timeline of a night, as several programs write it.
fn night() -> Value {
    with(json!({
        "headline": "Ferry fire: the night, hour by hour",
        "datePublished": "2026-03-10T09:30:00.000Z",
        "timeline": { "events": [
            { "date": "2026-03-10T01:12:00.000Z", "text": "A passenger smells smoke." },
            { "date": "2026-03-10T01:19Z", "text": "The bridge calls the coast guard." },
            { "date": "2026-03-10T01:24:31.482+01:00", "text": "A first helicopter takes off." },
            { "date": "2026-03-10 02:05:00", "text": "All boats are in the water." },
            { "date": "2026-03-10T03:00:00Z/2026-03-10T05:40:00Z", "text": "The rescue." },
            { "date": "2026-03-10T06:15:00+0100", "text": "The fire is out." },
        ] },
        "citation": [{
            "id": "1", "name": "Log of the coast guard", "publisher": "Coast guard",
            "url": "https://coast.example/log", "datePublished": "2026-03-10T07:00:00.000Z",
            "accessed": "2026-03-10T08:45:12.120Z",
        }],
    }))
}

/// Checks that no date is told raw, and that so many events stand on the scale.
#[track_caller]
fn check_told_and_drawn(card: &Card<'_>, events: usize) {
    let raw = card.run("return tidy(card.shadowRoot.textContent).match(/[0-9]T?[0-9]{2}:[0-9]{2}:[0-9]{2}|T[0-9]{2}:[0-9]{2}|[0-9]{4}-[0-9]{2}-[0-9]{2}/)?.[0] ?? null");
    assert_eq!(raw, Value::Null, "a date is told raw");
    let marked = card.part("timeline-graphic").run(
        "return [...el.querySelectorAll('svg [role][data-event]')]
           .flatMap((mark) => mark.dataset.event.split(' ')).length",
    );
    assert_eq!(marked, json!(events), "events on the scale");
}

fn times_as_programs_write_them_are_told_in_words_and_drawn(kit: &Kit) {
    let card = drawn(kit, "", &night());
    check_told_and_drawn(&card, 6);
    let dates = card.texts("event-date");
    for (date, clock) in dates.iter().zip(["1:12", "1:19", "1:24", "2:05", "3:00", "6:15"]) {
        assert!(date.contains("2026") && date.contains("March"), "{date}");
        assert!(date.contains(clock), "{date} lacks {clock}");
    }
    assert!(dates[4].contains("5:40"), "{}", dates[4]);
    let source = card.part("source").text();
    assert!(source.contains("March") && source.contains("8:45"), "{source}");
    let problems = card.page().wait_for_event("story-card-load")["problems"].clone();
    let problems = problems.as_array().expect("a list");
    assert!(problems.iter().all(|problem| problem["code"] == "lenient-date"), "{problems:?}");
    assert_eq!(problems.len(), 8, "{problems:?}");
}

fn midnight_of_a_program_is_the_day(kit: &Kit) {
    let card = drawn(
        kit,
        "",
        &with(json!({
            "datePublished": "2026-03-10T00:00:00.000Z",
            "timeline": { "events": [
                { "date": "2026-03-08T00:00:00.000Z", "text": "The storm." },
                { "date": "2026-03-09T00:00:00Z/2026-03-10T00:00:00Z", "text": "The flood." },
            ] },
        })),
    );
    check_told_and_drawn(&card, 2);
    for date in card.texts("event-date").iter().chain([&card.part("dates").text()]) {
        assert!(!date.contains(':'), "{date} has no time of day");
    }
    // The kit's reader lives in Los Angeles, where that was the day before.
    let published = card.part("dates").text();
    assert!(published.contains("10"), "{published}");
}

fn a_timeline_of_a_database_is_told_in_words_and_drawn(kit: &Kit) {
    let card = drawn(
        kit,
        "",
        &with(json!({
            "dateModified": "Tue, 10 Mar 2026 18:00:00 GMT",
            "timeline": { "events": [
                { "date": "Tue Mar 10 2026 01:12:00 GMT+0100 (Central European Standard Time)", "text": "A." },
                { "date": "20260310T021200+0100", "text": "B." },
                { "date": "2026-03-10 03:12:00.5+01", "text": "C." },
                { "date": "2026-03-10 04:12:00 CET", "text": "D." },
                { "date": "March 10, 2026 5:12 AM", "text": "E." },
                { "date": "2026/03/10 06:12", "text": "F." },
                { "date": "2026-03-10T07:12/08:12", "text": "G." },
                { "date": 2026, "text": "H." },
            ] },
            "relatedLink": [{ "name": "N", "url": "https://news.example/n", "datePublished": "19 Nov 2019" }],
            "correction": [{ "datePublished": "2026-03-10T10:00:00+0000", "text": "It was the stern." }],
        })),
    );
    check_told_and_drawn(&card, 8);
    assert!(
        card.part("related").text().contains("November 19, 2019"),
        "{}",
        card.part("related").text()
    );
    assert!(
        card.part("corrections").text().contains("2026"),
        "{}",
        card.part("corrections").text()
    );
    assert!(card.part("dates").text().contains("2026"), "{}", card.part("dates").text());
}

fn an_interval_that_ends_before_it_begins_is_told_in_words(kit: &Kit) {
    let card = drawn(
        kit,
        "",
        &with(json!({ "timeline": { "events": [
            { "date": "2012", "text": "A." },
            { "date": "2026-03-10T05:40:00.000Z/2026-03-10T03:00:00.000Z", "text": "B." },
            { "date": "2016/2014", "text": "C." },
            { "date": "2019/2018", "displayDate": "in the wrong order", "text": "D." },
            { "date": "2020", "text": "E." },
        ] } })),
    );
    check_told_and_drawn(&card, 2);
    let dates = card.texts("event-date");
    assert!(dates[1].contains("5:40") && dates[1].contains("3:00"), "{dates:?}");
    assert!(dates[2].contains("2016") && dates[2].contains("2014"), "{dates:?}");
    assert_eq!(dates[3], "in the wrong order");
    let problems = card.page().wait_for_event("story-card-load")["problems"].clone();
    let problems = problems.as_array().expect("a list");
    let places: Vec<&Value> = problems.iter().map(|problem| &problem["path"]).collect();
    assert!(problems.iter().all(|problem| problem["code"] == "reversed-interval"), "{problems:?}");
    assert_eq!(
        places,
        ["/timeline/events/1/date", "/timeline/events/2/date", "/timeline/events/3/date"]
    );
}

fn times_before_our_era_are_told_in_words_and_drawn(kit: &Kit) {
    let card = drawn(
        kit,
        "",
        &with(json!({ "timeline": { "events": [
            { "date": "-20XX", "text": "Bronze." },
            { "date": "-198X", "text": "A king." },
            { "date": "-1985-04-12T23:20:30Z", "text": "An eclipse." },
            { "date": "-000043-03-15T12:00:00.000Z", "text": "The Ides." },
        ] } })),
    );
    check_told_and_drawn(&card, 4);
    let dates = card.texts("event-date");
    assert!(dates[0].contains("2100–2001 BCE"), "{dates:?}");
    assert!(dates[1].contains("1990–1981 BCE"), "{dates:?}");
    assert!(dates[2].contains("1986 BCE") && dates[2].contains("20"), "{dates:?}");
    assert!(dates[3].contains("44 BCE") && dates[3].contains("March"), "{dates:?}");
}

fn a_key_nobody_knows_is_told_with_the_one_that_is_meant(kit: &Kit) {
    let card = show(kit, &with(json!({ "authors": ["Ada"], "body": "Text.", "_own": 1 })));
    let problems = card.page().wait_for_event("story-card-load")["problems"].clone();
    let told = |path: &str| {
        let problem = problems.as_array()?.iter().find(|problem| problem["path"] == path)?;
        Some(format!("{} {}", problem["code"].as_str()?, problem["message"].as_str()?))
    };
    let (authors, body) = (told("/authors").expect("told"), told("/body").expect("told"));
    assert!(authors.starts_with("unknown-key") && authors.contains("author "), "{authors}");
    assert!(body.starts_with("unknown-key") && body.contains("sections"), "{body}");
    assert_eq!(told("/_own"), None);
}

fn html_and_mistyped_links_are_told_and_shown_as_typed(kit: &Kit) {
    let card = show(
        kit,
        &with(json!({ "sections": [{ "blocks": [
            "A <b>bold</b> claim", "Salt &amp; water", "## A heading", "[the county](www.county.example/7)",
        ] }] })),
    );
    let shown = [
        "A <b>bold</b> claim",
        "Salt &amp; water",
        "## A heading",
        "[the county](www.county.example/7)",
    ];
    assert_eq!(card.texts("paragraph"), shown);
    let problems = card.page().wait_for_event("story-card-load")["problems"].clone();
    let problems = problems.as_array().expect("a list");
    let codes: Vec<&Value> = problems.iter().map(|problem| &problem["code"]).collect();
    assert_eq!(codes, ["markup", "markup", "markup", "unsafe-url"]);
}

fn what_came_instead_is_called_what_it_is(kit: &Kit) {
    for (text, told, seen) in [
        ("<!doctype html><title>Sign in</title>", "HTML", "web page"),
        ("<?xml version='1.0'?><rss version='2.0'></rss>", "RSS", "news feed"),
        ("<feed xmlns='http://www.w3.org/2005/Atom'></feed>", "Atom", "news feed"),
        ("  \n", "empty", "empty"),
    ] {
        let url = kit.answer(Answer::text(text));
        let card = kit.host(&format!("<story-card src='{url}'></story-card>")).card();
        assert_eq!(card.failure(), "not-json", "{text}");
        let detail = card.page().wait_for_event("story-card-error");
        let message = detail["message"].as_str().expect("a message");
        assert!(message.contains(told), "{message}");
        let sentence = card.part("error").text();
        assert!(sentence.contains(seen), "{sentence}");
    }
    for (document, told) in [
        (json!({ "kind": "feed", "entries": [] }), "kind, entries"),
        (json!([{ "id": 7, "date": "2026", "slug": "a" }]), "id, date, slug"),
        (json!({ "data": headed("H") }), "data"),
    ] {
        let url = kit.story(&document);
        let card = kit.host(&format!("<story-card src='{url}'></story-card>")).card();
        assert_eq!(card.failure(), "not-a-story", "{document}");
        let detail = card.page().wait_for_event("story-card-error");
        let message = detail["message"].as_str().expect("a message");
        let keys: Vec<&str> = told.split(", ").collect();
        assert!(keys.iter().all(|key| message.contains(key)), "{message}");
    }
}

fn a_reader_is_not_called_offline_who_is_online(kit: &Kit) {
    let silent = kit.answer(Answer::json(&headed("Secret")).without_cors());
    let tag = format!("<story-card src='{silent}' timeout='1'></story-card>");
    let card = kit.host(&tag).card();
    assert_eq!(card.failure(), "network");
    let sentence = card.part("error").text();
    assert!(!sentence.contains("offline"), "{sentence}");
    let offline =
        "<script>Object.defineProperty(navigator, 'onLine', { get: () => false })</script>";
    let card = kit.page(&[offline, LOADER].concat(), &tag).card();
    assert_eq!(card.failure(), "network");
    let sentence = card.part("error").text();
    assert!(sentence.contains("offline"), "{sentence}");
}

fn a_deadline_amid_another_try_tells_what_went_wrong(kit: &Kit) {
    let never = || Answer::json(&headed("Never")).behind(&Gate::new());
    for (first, code, status) in [
        (Answer::status(503), "http", json!(503)),
        (Answer::json(&headed("Cut")).truncated(), "network", Value::Null),
        (Answer::json(&headed("Silent")).without_cors(), "network", Value::Null),
    ] {
        let url = kit.server.answers(vec![first, never()]);
        let card = kit.host(&format!("<story-card src='{url}' timeout='4'></story-card>")).card();
        assert_eq!(card.failure(), code);
        assert_eq!(card.page().wait_for_event("story-card-error")["status"], status, "{code}");
        assert_eq!(kit.server.requests_for(&url).len(), 2, "{code}: it was amid another try");
    }
}
