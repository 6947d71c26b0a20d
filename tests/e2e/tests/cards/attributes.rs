//! The attributes of the tag: each mirrored by a property, a bad value means the default.

use serde_json::{Value, json};
use story_card_e2e::{Kit, suite};

use crate::stories::{folding, headed, show, show_with};

suite! {
    EVERYWHERE:
        property_reads_its_attribute,
        attribute_follows_its_property,
        bad_value_means_the_default,
        open_decides_which_sections_start_open,
        exclusive_keeps_one_section_open,
        heading_level_moves_the_whole_outline,
        item_picks_a_story_of_a_list,
        changed_attribute_does_not_ask_again;
}

/// Attribute, property, default, another value.
fn table() -> Vec<(&'static str, &'static str, Value, Value)> {
    vec![
        ("theme", "theme", json!("auto"), json!("dark")),
        ("loading", "loading", json!("lazy"), json!("eager")),
        ("open", "open", json!("story"), json!("all")),
        ("exclusive", "exclusive", json!(false), json!(true)),
        ("heading-level", "headingLevel", json!(2), json!(4)),
        ("timeline", "timeline", json!("both"), json!("list")),
        ("images", "images", json!("on"), json!("same-origin")),
        ("timeout", "timeout", json!(15), json!(30)),
        ("item", "item", json!(""), json!("second")),
        ("lang", "lang", json!(""), json!("de")),
    ]
}

/// As it stands in the tag; null for a boolean that is off.
fn written(value: &Value) -> Value {
    match value {
        Value::Bool(false) => Value::Null,
        Value::Bool(true) => json!(""),
        Value::String(text) => json!(text),
        other => json!(other.to_string()),
    }
}

fn property_reads_its_attribute(kit: &Kit) {
    let card = show(kit, &headed("Rain"));
    for (attribute, property, default, other) in table() {
        assert_eq!(card.property(property), default, "{property} by default");
        card.set_attribute(attribute, written(&other));
        assert_eq!(card.property(property), other, "{property} after {attribute}");
    }
    let src = card.attribute("src");
    assert_eq!(card.property("src"), src);
}

fn attribute_follows_its_property(kit: &Kit) {
    let card = show(kit, &headed("Rain"));
    for (attribute, property, _, other) in table() {
        card.set(property, other.clone());
        assert_eq!(card.attribute(attribute), written(&other), "{attribute} after {property}");
    }
    card.set("exclusive", json!(false));
    assert_eq!(card.attribute("exclusive"), Value::Null);
}

fn bad_value_means_the_default(kit: &Kit) {
    let card = show(kit, &folding());
    let bad = [
        ("theme", "neon"),
        ("loading", "never"),
        ("open", "third"),
        ("heading-level", "9"),
        ("timeline", "sideways"),
        ("images", "maybe"),
        ("timeout", "soon"),
    ];
    for (attribute, value) in bad {
        card.set_attribute(attribute, json!(value));
    }
    for (attribute, property, default, _) in table() {
        if bad.iter().any(|(name, _)| *name == attribute) {
            assert_eq!(card.property(property), default, "{property}");
        }
    }
    assert_eq!(card.part("headline").run("return el.localName"), "h2");
    assert_eq!(card.state(), "ready");
}

fn open_decides_which_sections_start_open(kit: &Kit) {
    for (value, open) in [
        ("story", [false, true, false]),
        ("first", [true, false, false]),
        ("all", [true, true, true]),
        ("none", [false, false, false]),
        ("bad", [false, true, false]),
    ] {
        let card = show_with(kit, &format!("open='{value}'"), &folding());
        assert_eq!(card.open_sections(), open, "open={value}");
        for (index, is_open) in open.into_iter().enumerate() {
            assert_eq!(card.nth("paragraph", index).is_shown(), is_open, "open={value} {index}");
        }
    }
}

fn exclusive_keeps_one_section_open(kit: &Kit) {
    let card = show_with(kit, "exclusive", &folding());
    card.wait_for_sections(&[false, true, false]);
    card.page().pointer().press(&card.nth("section-heading", 2));
    card.wait_for_sections(&[false, false, true]);
    card.page().pointer().press(&card.nth("section-heading", 0));
    card.wait_for_sections(&[true, false, false]);
    assert!(!card.nth("paragraph", 2).is_shown());
    assert!(card.nth("paragraph", 0).is_shown());
    // Vue writes this for a property that is not set, where the tag is defined late.
    let card = show_with(kit, "exclusive='false'", &folding());
    card.page().pointer().press(&card.nth("section-heading", 2));
    card.wait_for_sections(&[false, true, true]);
    assert_eq!(card.property("exclusive"), false);
}

fn heading_level_moves_the_whole_outline(kit: &Kit) {
    for (level, headline, section) in [("2", "h2", "h3"), ("3", "h3", "h4"), ("5", "h5", "h6")] {
        let card = show_with(kit, &format!("heading-level='{level}'"), &folding());
        assert_eq!(card.part("headline").run("return el.localName"), headline);
        assert_eq!(card.part("section-heading").run("return el.localName"), section);
    }
}

fn item_picks_a_story_of_a_list(kit: &Kit) {
    let mut stories = ["Alpha", "Beta", "Gamma"].map(headed);
    stories[1]["id"] = json!("b-7");
    stories[2]["url"] = json!("https://news.example/2024/gamma-rising");
    for (item, headline) in [
        ("0", "Alpha"),
        ("1", "Beta"),
        ("b-7", "Beta"),
        ("gamma-rising", "Gamma"),
        ("https://news.example/2024/gamma-rising", "Gamma"),
    ] {
        let card = show_with(kit, &format!("item='{item}'"), &json!(stories));
        assert_eq!(card.part("headline").text(), headline, "item={item}");
        assert_eq!(card.property("story")["headline"], headline, "item={item}");
    }
}

fn changed_attribute_does_not_ask_again(kit: &Kit) {
    let url = kit.story(&folding());
    let card = kit.host(&format!("<story-card src='{url}'></story-card>")).card().ready();
    for (attribute, value) in [("theme", "dark"), ("heading-level", "3"), ("timeline", "list")] {
        card.set_attribute(attribute, json!(value));
    }
    card.wait("part(card, 'headline').localName === 'h3'");
    assert_eq!(kit.server.requests_for(&url).len(), 1);
}
