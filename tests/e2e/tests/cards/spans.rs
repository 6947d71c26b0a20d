//! The drawing says no more than the story does: what goes on, seasons, centuries.

use std::time::SystemTime;

use serde_json::{Value, json};
use story_card_e2e::{Card, Kit, suite};

use crate::clocks::{SCALE, timed};
use crate::drawing::{drawn, graphic};
use crate::stories::{show, with};

suite! {
    EVERYWHERE:
        what_goes_on_ends_when_the_story_speaks,
        season_is_drawn_over_its_year,
        century_is_not_said_like_a_decade,
        labels_of_the_scale_stay_on_the_paper;
}

/// The years that the scale gives the two ends of an event's mark.
fn reach(card: &Card<'_>, event: u32) -> (f64, f64) {
    let value = r"const value = (text) => Number(/\d{4}/.exec(text)[0]);";
    let read = format!(
        "const ends = marks({event}).flatMap((box) => [at(box.left), at(box.right)]);
         return [Math.min(...ends), Math.max(...ends)];"
    );
    serde_json::from_value(graphic(card).run(&[value, SCALE, &read].concat())).expect("two years")
}

/// The present as a year with a fraction.
fn this_year() -> f64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("after 1970");
    1_970.0 + since.as_secs_f64() / 31_556_952.0
}

fn what_goes_on_ends_when_the_story_speaks(kit: &Kit) {
    let plan = |fields: Value, dates: &[&str]| {
        let event = |date: &&str| json!({ "date": date, "headline": "Plan" });
        let events: Vec<Value> = dates.iter().map(event).collect();
        let mut story = with(json!({ "timeline": { "events": events } }));
        for (name, value) in fields.as_object().expect("fields") {
            story[name] = value.clone();
        }
        story
    };
    let published = json!({ "datePublished": "2026-03-10" });
    let modified = json!({ "datePublished": "2010-03-10", "dateModified": "2026-03-10T00:00:00Z" });
    let arabic = json!({ "datePublished": "2026-03-10T09:00:00+03:00", "inLanguage": "ar-AE" });
    for (story, from, until) in [
        (plan(published.clone(), &["2015", "2020/..", "2035", "2050"]), 2020.0, 2026.2),
        (plan(modified, &["1990", "2004-06/..", "2049", "2090"]), 2004.4, 2026.2),
        (plan(arabic, &["2015", "2020/..", "2035", "2050"]), 2020.0, 2026.2),
        // A story without a date knows no more than its last event, and a plan is one.
        (plan(json!({}), &["1950", "1980/..", "2000"]), 1980.0, 2001.0),
        // But what goes on has not come to plans that are still ahead.
        (plan(json!({}), &["2015", "2020/..", "2050", "2060/.."]), 2020.0, this_year()),
    ] {
        for attributes in ["timeline='graphic'", "style='inline-size: 900px'"] {
            let card = drawn(kit, attributes, &story);
            let (start, end) = reach(&card, 1);
            // Four pixels of a narrow drawing are a year.
            assert!((start - from).abs() < 1.5, "{start}, not {from}: {}", story["timeline"]);
            assert!((end - until).abs() < 1.5, "{end}, not {until}: {}", story["timeline"]);
        }
    }
    // Its end pales.
    let card = drawn(kit, "", &plan(published, &["2015", "2020/..", "2035", "2050"]));
    let paleness = graphic(&card)
        .run("return [...el.querySelectorAll(\"[data-event='1'] [opacity]\")].length");
    assert_eq!(paleness, 4);
}

fn season_is_drawn_over_its_year(kit: &Kit) {
    for season in ["2021-21", "2021-22", "2021-23", "2021-24"] {
        let story = timed("en", "2026-03-10", &["2019", season, "2024"]);
        let card = drawn(kit, "style='inline-size: 640px'", &story);
        let (start, end) = reach(&card, 1);
        assert!((start - 2021.0).abs() < 0.1 && (end - 2022.0).abs() < 0.1, "{start} {end}");
        let words = card.texts("event-date");
        assert!(words[1].ends_with("2021") && !words[1].contains("ern"), "{words:?}");
    }
}

fn century_is_not_said_like_a_decade(kit: &Kit) {
    for language in ["en", "de", "fa", "ja", "ar-EG"] {
        let story = timed(language, "2026-03-10", &["19XX", "190X", "20XX", "200X"]);
        let dates = show(kit, &story).texts("event-date");
        assert!(dates[0] != dates[1] && dates[2] != dates[3], "{language}: {dates:?}");
    }
    let story = timed("en", "2026-03-10", &["19XX", "190X", "20XX", "200X"]);
    let dates = show(kit, &story).texts("event-date");
    assert_eq!(dates, ["1900–1999", "1900s", "2000–2099", "2000s"]);
}

fn labels_of_the_scale_stay_on_the_paper(kit: &Kit) {
    let event = |year: u16| json!({ "date": year.to_string(), "headline": "Built" });
    let events: Vec<Value> = (2000..=2011).map(event).collect();
    let story = with(json!({ "timeline": { "events": events } }));
    for (language, face) in [("en", "serif"), ("en", "system-ui"), ("ar", "serif")] {
        let mut story = story.clone();
        story["inLanguage"] = json!(language);
        for width in [300, 333, 371, 418, 460] {
            let style =
                format!("timeline='graphic' style='inline-size: {width}px; font-family: {face}'");
            let card = drawn(kit, &style, &story);
            let beyond = graphic(&card).run(
                // The letters alone: the box that Firefox tells has their rim too.
                "const paper = Number(el.querySelector('svg').getAttribute('width'));
                 const labels = [...el.querySelectorAll('text.when')].map((one) => [one.textContent, one.getBBox()]);
                 return labels.filter(([, { x, width }]) => x < -0.5 || x + width > paper + 0.5)
                   .map(([words, { x, width }]) => [words, x + width - paper])",
            );
            assert_eq!(beyond, json!([]), "{language} {face} {width}");
        }
    }
}
