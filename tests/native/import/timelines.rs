//! Timelines and posts of our own, and all of them once more as native stories.

use serde_json::{Value, json};
use story_card::{Options, parse};

use super::said::{blocks, codes, events, fixture, item, line, read};
use super::shown::Shown;
use super::{import, import_item};

#[test]
fn import_odd_timelines() {
    let imported = read("timeline_odd.json");
    assert_eq!(imported.story.headline, "Ferries of Sandholm");
    assert_eq!(
        imported.story.image.as_ref().map(|image| image.url.as_str()),
        Some("https://img.example/f.png?x=1")
    );
    assert_eq!(
        events(&imported),
        json!([
            ["-0043-03-15", null, "Ides", ""],
            ["0000", null, "Zero", ""],
            ["1974-02", null, null, "See [this](https://a.example/) & **that** [1]"],
            [null, "Now", "Ongoing", ""],
            ["2001", "Spring 2001", "Spring", ""],
            [null, "undated", "Some day", ""],
            ["2010/2005", null, "Backwards", ""]
        ])
    );
    assert_eq!(
        codes(&imported),
        [
            ("unreadable-date", "/events/3/start_date/year"),
            ("reversed-interval", "/events/6"),
            ("missing-field", "/events/7"),
            ("not-shown", "/eras")
        ]
    );
    let two = read("timeline_two.json");
    assert_eq!(
        events(&two),
        json!([
            ["2011-12-10/2011-12-11", null, "Minute", ""],
            ["1974", null, "Year", "Long & short"],
            [null, "5/24/2012", "As they say", ""]
        ])
    );
}

#[test]
fn import_calls_both_ends_of_an_event_what_they_are_called() {
    let date = |year: &str, said: &str| json!({ "year": year, "display_date": said });
    for (start, end, expected) in [
        (date("2011", "c. 2011"), date("2013", "late 2013"), json!("c. 2011 – late 2013")),
        (date("2011", "c. 2011"), date("2013", ""), json!("c. 2011 – 2013")),
        (date("2011", ""), date("2013", "late 2013"), json!("2011 – late 2013")),
        (date("2011", "c. 2011"), date("2011", ""), json!("c. 2011")),
        (date("2011", "c. 2011"), json!(null), json!("c. 2011")),
        (date("2011", ""), date("2013", ""), json!(null)),
    ] {
        let event = json!({ "start_date": start, "end_date": end, "text": { "headline": "A" } });
        let read = import(&json!({ "events": [event] }).to_string()).expect("a story");
        assert_eq!(events(&read)[0][1], expected, "{event}");
    }
}

#[test]
fn import_links_media_that_are_given_as_html() {
    for (media, expected) in [
        (
            "<iframe src='https://www.youtube.com/embed/a1'></iframe>",
            Some("https://www.youtube.com/watch?v=a1"),
        ),
        (
            "<blockquote class='twitter-tweet'><p>Water</p>Ida <a href='https://x.example/1'>4 May</a>\
             </blockquote>",
            Some("https://x.example/1"),
        ),
        (
            "<blockquote>Water <a href='https://w.example/'>log</a></blockquote>",
            Some("https://w.example/"),
        ),
        ("<blockquote>Water</blockquote>", None),
        ("<iframe src='javascript:alert(1)'></iframe>", None),
    ] {
        let event = json!({
            "start_date": { "year": "2011" }, "text": { "headline": "A" }, "media": { "url": media },
        });
        let read = import(&json!({ "events": [event] }).to_string()).expect("a story");
        let url = read.story.timeline.as_ref().and_then(|timeline| timeline.events[0].url.as_ref());
        assert_eq!(url.map(story_card::story::SafeLink::as_str), expected, "{media}");
    }
}

#[test]
fn import_posts_of_ghost() {
    let closed = read("ghost_closed.json");
    assert_eq!(
        closed.story.disclaimer.as_ref().map(|text| line(text)).as_deref(),
        Some("[Subscriber content](https://ghost.example/members/)")
    );
    assert_eq!(closed.story.article_section.as_deref(), Some("Sea"));
    assert_eq!(
        closed.story.authors[0].biography.as_ref().map(|text| line(text)).as_deref(),
        Some("Writes & sails")
    );
    assert!(closed.story.lead.is_empty() && closed.story.modified.is_none());
    let shown = Shown::of(&closed.story).text;
    assert!(!shown.contains("FIRE") && !shown.contains("#internal"), "{shown}");
    assert_eq!(
        blocks(&item("ghost_closed.json", "cards")),
        [
            "embed https://b.example/ \"Bookmark\"",
            "img https://i.example/1.jpg Some((10, 10)) ",
            "img https://i.example/2.jpg None Two",
            "q Words. / Anna",
        ]
    );
    let error = import_item(&fixture("ghost_closed.json"), "draft").expect_err("a draft");
    assert_eq!(error.code(), "withheld");
}

#[test]
fn import_is_native_when_it_is_written() {
    for name in [
        "kagi_news.json",
        "wordpress_footnotes.json",
        "ninjs_roles.json",
        "json_feed_odd.json",
        "json_ld_graph.json",
        "timeline_odd.json",
    ] {
        let imported = read(name);
        let json = imported.to_json(Some("https://news.example/story.json"));
        let written: Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(
            written["_source"],
            json!({ "format": imported.format.as_str(), "url": "https://news.example/story.json" })
        );
        let parsed = parse(&json, &Options::default()).expect("a native story");
        assert_eq!(parsed.story.headline, imported.story.headline);
        assert_eq!(parsed.story.sources, imported.story.sources, "{name}");
        assert_eq!(Shown::of(&parsed.story).text, Shown::of(&imported.story).text, "{name}");
    }
}

/// The dates of events at these hours of these days.
fn dates(moments: &[(u8, &str)]) -> Value {
    let event = |(day, hour): &(u8, &str)| {
        let date = json!({ "year": "2026", "month": "3", "day": day.to_string(), "hour": hour });
        json!({ "start_date": date, "text": { "headline": "H" } })
    };
    let events: Vec<Value> = moments.iter().map(event).collect();
    let story = import(&json!({ "events": events }).to_string()).expect("a story").to_json(None);
    let story: Value = serde_json::from_str(&story).expect("JSON");
    story["timeline"]["events"]
        .as_array()
        .expect("events")
        .iter()
        .map(|e| e["date"].clone())
        .collect()
}

#[test]
fn import_tells_the_hours_of_a_timeline_where_one_day_has_several() {
    let two_days = [(1, "12"), (1, "14"), (2, "3"), (4, "")];
    let expected =
        ["2026-03-01T12:00:00", "2026-03-01T14:00:00", "2026-03-02T03:00:00", "2026-03-04"];
    assert_eq!(dates(&two_days), json!(expected));
    // Of a day on which nothing else happens, midnight is what a program writes that knows no hour.
    let expected = ["2026-03-01T12:00:00", "2026-03-01T14:00:00", "2026-03-02", "2026-03-04"];
    assert_eq!(dates(&[(1, "12"), (1, "14"), (2, "0"), (4, "0")]), json!(expected));
    let night = ["2026-03-01T00:00:00", "2026-03-01T07:00:00"];
    assert_eq!(dates(&[(1, "0"), (1, "7")]), json!(night));
    for days in [
        [(1, "0"), (2, "0"), (3, "0")],
        [(1, "0"), (1, "0"), (2, "")],
        [(1, ""), (1, "7"), (2, "")],
    ] {
        let expected = days.map(|(day, _)| format!("2026-03-0{day}"));
        assert_eq!(dates(&days), json!(expected), "{days:?}");
    }
}

#[test]
fn import_shows_the_picture_of_a_page_about_it() {
    for (page, picture) in [
        (
            "https://commons.wikimedia.org/wiki/File:HST-SM4.jpeg",
            "https://commons.wikimedia.org/wiki/Special:FilePath/HST-SM4.jpeg",
        ),
        (
            "https://de.wikipedia.org/wiki/Datei:Hafen%20von_Oslo.JPG",
            "https://de.wikipedia.org/wiki/Special:FilePath/Hafen%20von_Oslo.JPG",
        ),
        ("https://img.example/wiki/a.jpg", "https://img.example/wiki/a.jpg"),
        (
            "https://commons.wikimedia.org/wiki/Special:FilePath/HST-SM4.jpeg",
            "https://commons.wikimedia.org/wiki/Special:FilePath/HST-SM4.jpeg",
        ),
    ] {
        let timeline = json!({ "title": { "text": { "headline": "H" }, "media": { "url": page } },
            "events": [{ "start_date": { "year": 2001 }, "text": { "headline": "One" } }] });
        let imported = import(&timeline.to_string()).expect("a story");
        assert_eq!(
            imported.story.image.map(|image| image.url.as_str().to_owned()).as_deref(),
            Some(picture)
        );
    }
}

#[test]
fn import_reads_the_day_before_an_hour_and_months_by_name() {
    let two = |start: &str| {
        let event = json!({ "startDate": start, "headline": "A" });
        events(&import(&json!({ "timeline": { "date": [event] } }).to_string()).expect("a story"))
            [0][0]
            .clone()
    };
    for (start, expected) in [
        ("2013,1,26 10:30", json!("2013-01-26T10:30:00")),
        ("2013, 1, 26 10:30:15", json!("2013-01-26T10:30:15")),
        ("2013,1,26 10:30 PM", json!("2013-01-26T22:30:00")),
        ("2013,1,26,10:30", json!("2013-01-26T10:30:00")),
        ("2013,1,26,10,30", json!("2013-01-26T10:30:00")),
        ("2013,1,26", json!("2013-01-26")),
    ] {
        let day = expected.as_str().and_then(|text| text.get(..10));
        assert_eq!(two(start).as_str().and_then(|text| text.get(..10)), day, "{start}");
    }
    let three = |month: &str, day: &str| {
        let start = json!({ "year": "1998", "month": month, "day": day });
        let event = json!({ "start_date": start, "text": { "headline": "A" } });
        events(&import(&json!({ "events": [event] }).to_string()).expect("a story"))[0][0].clone()
    };
    for (month, day, expected) in [
        ("March", "9", json!("1998-03-09")),
        ("Sept.", "", json!("1998-09")),
        ("dec", "40", json!("1998-12")),
        ("Spring", "1", json!("1998")),
    ] {
        assert_eq!(three(month, day), expected, "{month}");
    }
}
