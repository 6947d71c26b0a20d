//! Documents that are broken: one bad thing costs that thing only.

use serde_json::{Value, json};
use story_card_e2e::{Answer, Kit, suite};

use crate::stories::{full, headed, show_with, with};

suite! {
    // Some 700 stories: what is read of each is the same in every engine.
    CHROMIUM: wrong_type_of_any_field_costs_that_field_only;
    EVERYWHERE:
        byte_order_mark_is_skipped,
        half_a_character_is_replaced,
        any_text_ends_in_a_state,
        long_list_is_cut_and_says_so;
}

/// JSON pointers of everything below the root.
fn places(value: &Value, path: &str, found: &mut Vec<String>) {
    let mut visit = |key: String, value: &Value| {
        let path = format!("{path}/{key}");
        found.push(path.clone());
        places(value, &path, found);
    };
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| visit(index.to_string(), item));
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(key, value)| visit(key.clone(), value));
        }
        _ => {}
    }
}

/// Shows the story once for each place, with that place spoiled; gives the failures.
const SPOIL: &str = "
    const [story, places, value] = args;
    const failures = [];
    const outcome = (n) => new Promise((tell) => {
      const hear = (event) => { clearTimeout(late); tell(event.type); };
      const late = setTimeout(() => tell('silence'), 60000);
      for (const type of ['load', 'error']) card.addEventListener(`story-card-${type}`, hear, { once: true });
    });
    for (const place of places) {
      const spoiled = structuredClone(story);
      const keys = place.split('/').slice(1);
      const last = keys.pop();
      keys.reduce((node, key) => node[key], spoiled)[last] = value;
      const answer = outcome();
      card.story = spoiled;
      const type = await answer;
      const headline = tidy(part(card, 'headline').textContent);
      if (type !== 'story-card-load' || headline !== story.headline) failures.push(`${place}: ${type} ${headline}`);
    }
    return failures;";

fn wrong_type_of_any_field_costs_that_field_only(kit: &Kit) {
    let story = full("https://news.example/p.svg");
    let mut all = Vec::new();
    places(&story, "", &mut all);
    all.retain(|place| place != "/headline" && place != "/schemaVersion");
    assert!(all.len() > 150, "only {} places", all.len());
    let card = show_with(kit, "images='off'", &headed("Before"));
    let deep = (0..40).fold(json!("deep"), |inner, _| json!([inner]));
    for value in [json!(7), json!({ "x": [1] }), json!(""), deep] {
        let failures = card.run_with(SPOIL, json!([story, all, value]));
        assert_eq!(failures, json!([]), "with {value}");
    }
}

fn byte_order_mark_is_skipped(kit: &Kit) {
    let text = format!("\u{feff}{}", headed("Marked"));
    let url = kit.answer(Answer::text(text));
    let card = kit.host(&format!("<story-card src='{url}'></story-card>")).card().ready();
    assert_eq!(card.part("headline").text(), "Marked");
}

fn half_a_character_is_replaced(kit: &Kit) {
    let text =
        r#"{ "schemaVersion": "story-card/1.0", "headline": "Half \ud800 and \udc00 whole" }"#;
    let url = kit.answer(Answer::text(text));
    let card = kit.host(&format!("<story-card src='{url}'></story-card>")).card().ready();
    assert_eq!(card.part("headline").text(), "Half \u{fffd} and \u{fffd} whole");
}

fn any_text_ends_in_a_state(kit: &Kit) {
    let utf16: Vec<u8> =
        headed("Wide").to_string().encode_utf16().flat_map(u16::to_le_bytes).collect();
    let nested = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let texts: Vec<Vec<u8>> = vec![
        [vec![0xff, 0xfe], utf16.clone()].concat(),
        utf16,
        nested.into_bytes(),
        b"{\"schemaVersion\":\"story-card/1.0\",\"headline\":\"tab\there \x01 and \x00 there\"}"
            .to_vec(),
        b"{\"schemaVersion\":\"story-card/1.0\",\"headline\":\"bad \xff\xfe bytes\"}".to_vec(),
        b"{\"schemaVersion\":\"story-card/1.0\",\"headline\":\"one\",\"headline\":\"two\"}"
            .to_vec(),
        b"{\"schemaVersion\":\"story-card/1.0\",\"headline\":1e999}".to_vec(),
        b"\x00\x00\x00".to_vec(),
    ];
    for text in texts {
        let shown = String::from_utf8_lossy(&text[..text.len().min(80)]).into_owned();
        let url = kit.answer(Answer::text(text));
        let card = kit.host(&format!("<story-card src='{url}'></story-card>")).card();
        card.wait("['ready', 'error'].includes(card.state)");
        let face = if card.state() == "ready" { "headline" } else { "error" };
        assert!(card.part(face).is_shown(), "a blank box for {shown:?}");
    }
}

fn long_list_is_cut_and_says_so(kit: &Kit) {
    let section = |n: usize| json!({ "headline": format!("Section {n}"), "blocks": ["Text."] });
    let sections: Vec<Value> = (0..250).map(section).collect();
    let card = show_with(kit, "", &with(json!({ "sections": sections })));
    assert_eq!(card.count("section"), 200);
    assert!(card.text().contains("50 more"));
    let problems = card.page().wait_for_event("story-card-load")["problems"].clone();
    assert!(problems.to_string().contains("/sections"), "{problems}");
}
