//! Text is never HTML, and no address that could do harm is an attribute.

use serde_json::{Value, json};

use super::{card_with, demo_stories};
use crate::html::{Element, card, render};
use crate::problems::DISGUISES;
use crate::reading::{complete_story, story_with};

/// Each breaks out of another context, were it not escaped.
const PAYLOADS: [&str; 6] = [
    "<img src=x onerror=alert(1)>",
    "\"><script>alert(1)</script>",
    "' onmouseover='alert(1)",
    "</p></article></template><svg/onload=alert(1)>",
    "&lt;b&gt; &amp;amp; &#x3c;",
    "<!-- --><style>*{display:none}</style>]]>",
];

/// Elements that no card is made of.
const FOREIGN: [&str; 12] = [
    "script", "style", "iframe", "object", "embed", "svg", "math", "form", "input", "link", "meta",
    "base",
];

/// Fields that are text, told by what stands in them: words with a space between.
fn poison(value: &mut Value, payload: &str, count: &mut usize) {
    match value {
        Value::Object(fields) => {
            fields.values_mut().for_each(|value| poison(value, payload, count));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| poison(item, payload, count)),
        Value::String(text) if text.contains(' ') => {
            *text = format!("{payload} #{count}.");
            *count += 1;
        }
        _ => {}
    }
}

pub fn letters_and_attributes(card: &Element) -> String {
    let alts = card.all().into_iter().filter_map(|element| element.get("alt")).collect::<Vec<_>>();
    format!("{}\n{}", card.text(), alts.join("\n"))
}

#[test]
fn html_in_every_text_field_appears_as_literal_characters() {
    for payload in PAYLOADS {
        let (mut story, mut count) = (complete_story(), 0);
        for untold in ["/publisher", "/editor/0"] {
            let agent = story.pointer_mut(untold).and_then(Value::as_object_mut).expect("an agent");
            agent.retain(|key, _| key != "jobTitle" && key != "description");
        }
        poison(&mut story, payload, &mut count);
        assert!(count > 40, "only {count} texts");
        let card = card(&story);
        let seen = letters_and_attributes(&card);
        let missing: Vec<_> =
            (0..count).filter(|n| !seen.contains(&format!("{payload} #{n}."))).collect();
        assert!(missing.is_empty(), "{payload}: {missing:?} of {count} in\n{seen}");
        check_harmless(&card);
    }
}

/// Checks that the card is made of its own elements, and of addresses that do no harm.
pub fn check_harmless(card: &Element) {
    for element in card.all() {
        assert!(!FOREIGN.contains(&element.name.as_str()), "<{}>", element.name);
        for (name, value) in &element.attributes {
            assert!(
                !name.starts_with("on") && name != "style" && name != "srcdoc",
                "{name}={value}"
            );
            if matches!(name.as_str(), "href" | "src" | "srcset") {
                check_address(value);
            }
        }
    }
}

fn check_address(address: &str) {
    let is_relative = !address.split(['/', '?', '#']).next().unwrap_or_default().contains(':');
    let is_sound =
        ["https://", "http://", "mailto:", "#"].iter().any(|start| address.starts_with(start));
    assert!((is_sound || is_relative) && !address.starts_with("//"), "{address:?}");
}

#[test]
fn the_check_for_harm_bites() {
    for html in [
        "<p><script>1</script></p>",
        "<p onclick=\"x\"></p>",
        "<p style=\"x\"></p>",
        "<a href=\"javascript:x\"></a>",
        "<a href=\"//evil.example\"></a>",
        "<img src=\"data:,x\">",
    ] {
        let element = crate::html::parse(html);
        assert!(std::panic::catch_unwind(|| check_harmless(&element)).is_err(), "{html}");
    }
}

#[test]
fn no_disguise_of_a_script_becomes_an_address() {
    for url in DISGUISES {
        let agent = json!({ "name": "A", "url": url, "image": url });
        let fields = json!({
            "url": url, "author": [agent], "publisher": agent, "image": { "url": url }, "license": url,
            "publishingPrinciples": url, "citation": [{ "id": 1, "name": "N", "url": url, "archivedAt": url }],
            "relatedLink": [{ "name": "R", "url": url, "image": url }],
            "timeline": { "events": [{ "date": "2020", "text": "W", "url": url }] },
            "sections": [{ "blocks": [
                format!("[a]({url}) [1]({url})"), { "type": "embed", "url": url }, { "type": "image", "url": url },
                { "type": "quote", "text": "Q", "url": url },
            ] }],
        });
        let card = card_with(&fields);
        check_harmless(&card);
        let links =
            card.all().into_iter().filter(|e| e.get("href").is_some() || e.get("src").is_some());
        assert_eq!(links.count(), 0, "{url:?}");
    }
}

#[test]
fn the_demo_stories_and_the_complete_one_are_harmless() {
    for (name, story) in demo_stories().into_iter().chain([("complete", complete_story())]) {
        let html = render(&story);
        let links = html.matches("href=").count();
        assert!(links > 3, "{name} has {links} links");
        check_harmless(&crate::html::parse(&html));
    }
}

#[test]
fn a_text_is_set_as_it_is_down_to_the_last_letter() {
    for text in [
        "a  b",
        "{{7*7}} ${x} {x} {",
        "a\u{202E}b\u{2066}c",
        "\u{0}\u{FFFD}",
        "🏴‍☠️ Z̷̢͓a̸l̷g̷o̸",
        "%3Cb%3E",
    ] {
        let shown = card(&story_with(&json!({ "headline": text }))).part("headline").text();
        assert_eq!(shown, text);
    }
}

#[test]
fn images_tell_nobody_who_looks() {
    let card = card(&complete_story());
    let images: Vec<_> = card.all().into_iter().filter(|element| element.name == "img").collect();
    assert!(images.len() >= 5, "only {}", images.len());
    for image in images {
        assert_eq!(image.get("referrerpolicy"), Some("no-referrer"));
        assert_eq!(image.get("crossorigin"), Some("anonymous"));
        assert!(
            image.get("alt").is_some(),
            "every picture has an alternative text, an empty one too"
        );
    }
}

#[test]
fn a_link_that_opens_elsewhere_has_no_hold_on_the_page() {
    let card = card(&complete_story());
    let outward = card.all().into_iter().filter(|element| element.get("target").is_some());
    for link in outward {
        let rel = link.get("rel").unwrap_or_default();
        assert!(rel.split(' ').any(|word| word == "noopener"), "{link:?}");
    }
}
