//! Every script: which way it runs, its marks of quotation, where it may be cut, how wide it is.

use serde_json::{Value, json};
use story_card_e2e::{Kit, suite};

use crate::drawing::{drawn, graphic, of};
use crate::stories::{of_blocks, show, with};

suite! {
    EVERYWHERE:
        code_stands_from_left_to_right,
        quotation_has_the_marks_of_its_region,
        headline_is_cut_between_letters,
        label_of_a_mark_is_as_wide_as_its_words,
        label_of_a_mark_is_cut_between_letters;
}

fn code_stands_from_left_to_right(kit: &Kit) {
    for language in ["ar", "he", "fa"] {
        let mut story = of_blocks(json!([{ "type": "code", "text": "if (a[0] > 1) { return; }" }]));
        story["inLanguage"] = json!(language);
        let card = show(kit, &story);
        let code = card.part("section-body").inside("pre");
        assert_eq!(code.style("direction"), "ltr", "{language}");
        assert_eq!(code.style("unicode-bidi"), "isolate", "{language}");
        // The first letter is on the left of the last.
        let edges = code.run(
            "const text = el.querySelector('code').firstChild; const range = document.createRange();
             const left = (at) => { range.setStart(text, at); range.setEnd(text, at + 1); return range.getBoundingClientRect().left; };
             return left(0) < left(text.length - 1) && left(0) - el.getBoundingClientRect().left < 40;",
        );
        assert_eq!(edges, true, "{language}");
    }
}

fn quotation_has_the_marks_of_its_region(kit: &Kit) {
    for (language, expected) in [
        ("zh", "“水”"),
        ("zh-TW", "「水」"),
        ("pt", "«水»"),
        ("pt-BR", "“水”"),
        ("de-CH", "«水»"),
        ("fr", "«\u{202F}水\u{202F}»"),
        ("he", "”水”"),
    ] {
        let mut story = of_blocks(json!([{ "type": "quote", "text": "水" }]));
        story["inLanguage"] = json!(language);
        assert_eq!(show(kit, &story).part("quote-text").raw_text(), expected, "{language}");
    }
}

fn headline_is_cut_between_letters(kit: &Kit) {
    for letter in ["👨‍👩‍👧‍👦", "🇩🇪", "e\u{301}\u{323}", "क्षि", "한"]
    {
        let story = with(json!({ "headline": letter.repeat(310) }));
        let headline = show(kit, &story).part("headline").raw_text();
        let kept = headline.trim_end_matches('…');
        assert!(kept.len() < headline.len() && kept.len() > 100, "{headline}");
        assert_eq!(kept.len() % letter.len(), 0, "{headline}");
    }
}

/// Four events far apart, with these headlines.
fn events(headlines: [&str; 4]) -> Value {
    let event = |(index, headline): (usize, &str)| json!({ "date": (1900 + 30 * index).to_string(), "headline": headline, "text": "a" });
    of(headlines.into_iter().enumerate().map(event).collect())
}

/// For each label of the drawing: its words, how wide they are, and how much room they have.
const LABELS: &str = "return [...el.querySelectorAll('text.what')].map((text) =>
    [text.textContent, text.getComputedTextLength(), text.parentNode.width.baseVal.value - 6])";

fn label_of_a_mark_is_as_wide_as_its_words(kit: &Kit) {
    for headlines in [
        ["ill till lily", "MAMMOTH WWW", "水位上升", "Пожар"],
        ["المياه", "Überschwemmung", "น้ำท่วมใหญ่", "fill @@@@"],
        ["한강 수위", "पानी बढ़ गया", "🇩🇪🇫🇷 👨‍👩‍👧", "1111 1111"],
    ] {
        let card = drawn(kit, "", &events(headlines));
        card.run("card.style.inlineSize = '1100px'");
        card.wait("part(card, 'timeline-graphic').querySelector('svg:not([aria-hidden])').clientWidth > 300");
        let labels = graphic(&card).run(LABELS);
        let labels = labels.as_array().expect("a list");
        assert_eq!(labels.len(), 4);
        for label in labels {
            let (wide, room) = (label[1].as_f64().unwrap(), label[2].as_f64().unwrap());
            assert!(wide <= room + 1.0, "cut off: {label}");
            assert!(wide > room - 6.0 - wide * 0.03, "too much room: {label}");
        }
    }
}

fn label_of_a_mark_is_cut_between_letters(kit: &Kit) {
    let letters = ["👨‍👩‍👧‍👦", "🇩🇪", "e\u{301}\u{323}", "क्षि"];
    let headlines = letters.map(|letter| letter.repeat(60));
    let card =
        drawn(kit, "", &events([&headlines[0], &headlines[1], &headlines[2], &headlines[3]]));
    for width in [340, 520, 760] {
        card.run_with(
            "card.style.inlineSize = `${args[0]}px`; await frame(); await frame();",
            json!([width]),
        );
        let labels = graphic(&card).run(LABELS);
        for label in labels.as_array().expect("a list") {
            let text = label[0].as_str().expect("words").trim_end_matches('…');
            let letter = letters.iter().find(|letter| text.starts_with(**letter));
            let is_whole =
                letter.is_some_and(|letter| letter.repeat(text.len() / letter.len()) == text);
            assert!(is_whole, "{label} at {width} px");
            assert!(label[1].as_f64().unwrap() <= label[2].as_f64().unwrap() + 1.0, "{label}");
        }
    }
}
