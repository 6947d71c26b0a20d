//! What editors read: the custom elements manifest, VS Code's data, web types.

use serde_json::{Value, json};

use super::super::api::{EVENTS, PARTS};
use super::super::css::tokens;
use super::describe::{Attribute, METHODS, SLOTS, STATE, Takes, attributes, plain};

const TAG: &str = "story-card";
const ABOUT: &str = "Shows a news story from JSON, with its sources beside each cited claim.";

pub fn all() -> [(&'static str, Value); 3] {
    [
        ("custom-elements.json", custom_elements()),
        ("vscode.html-custom-data.json", vscode()),
        ("web-types.json", web_types()),
    ]
}

fn text(kind: &str) -> Value {
    json!({ "text": kind })
}

fn events() -> Vec<Value> {
    let event = |(name, keys, when): &(&str, &str, &str)| {
        json!({
            "name": format!("{TAG}-{name}"),
            "type": text(&format!("CustomEvent<{{ {keys} }}>")),
            "description": plain(when),
        })
    };
    EVENTS.iter().map(event).collect()
}

fn named(rows: &[(&str, &str)]) -> Vec<Value> {
    rows.iter().map(|(name, about)| json!({ "name": name, "description": plain(about) })).collect()
}

fn members() -> Vec<Value> {
    let field = |one: &Attribute| {
        json!({
            "kind": "field", "name": one.property(), "attribute": one.name, "reflects": true,
            "type": text(&one.typed()), "description": plain(one.about),
        })
    };
    let mut members: Vec<Value> =
        attributes().iter().filter(|one| one.name != "lang").map(field).collect();
    members.push(json!({
        "kind": "field", "name": "story", "type": text("Story | string | null | undefined"),
        "description": "the story last shown; set it to show one without a request",
    }));
    members.push(json!({
        "kind": "field", "name": "state", "type": text(STATE), "readonly": true,
        "description": "what the card is doing",
    }));
    members.extend(METHODS.iter().map(|(name, arguments, result, about)| {
        let mut method = json!({
            "kind": "method", "name": name, "description": about,
            "return": { "type": text(&format!("Promise<{result}>")) },
        });
        if let Some((argument, kind)) = arguments.split_once(": ") {
            method["parameters"] = json!([{ "name": argument, "type": text(kind) }]);
        }
        method
    }));
    members
}

/// The form of version 2.1.0 of the community's schema.
fn custom_elements() -> Value {
    let attributes: Vec<Value> = attributes()
        .iter()
        .map(|one| {
            json!({ "name": one.name, "fieldName": one.property(), "type": text(&one.typed()), "description": plain(one.about) })
        })
        .collect();
    let properties: Vec<Value> = tokens()
        .iter()
        .map(|one| json!({ "name": one.name, "default": one.default, "description": one.about }))
        .collect();
    let states = json!([
        { "name": "idle" }, { "name": "loading" }, { "name": "ready" }, { "name": "error" },
        { "name": "reserved", "description": "room is kept for a story on its way" },
        { "name": "opinion" }, { "name": "ai" }, { "name": "urgent" },
    ]);
    let declaration = json!({
        "kind": "class", "name": "StoryCardElement", "customElement": true, "tagName": TAG,
        "description": ABOUT, "superclass": { "name": "HTMLElement", "package": "global:" },
        "attributes": attributes, "members": members(), "events": events(),
        "slots": named(&SLOTS), "cssParts": named(PARTS), "cssProperties": properties,
        "cssStates": states,
    });
    let exported = |path: &str, kind: &str, name: &str| json!({ "kind": kind, "name": name, "declaration": { "name": "StoryCardElement", "module": path } });
    json!({
        "schemaVersion": "2.1.0",
        "modules": [
            {
                "kind": "javascript-module", "path": "element.js", "declarations": [declaration],
                "exports": [exported("element.js", "js", "StoryCardElement")],
            },
            {
                "kind": "javascript-module", "path": "story-card.js",
                "exports": [exported("element.js", "custom-element-definition", TAG)],
            },
        ],
    })
}

fn vscode() -> Value {
    let attribute = |one: &Attribute| {
        let mut made = json!({ "name": one.name, "description": plain(one.about) });
        match &one.takes {
            Takes::Words(words) => {
                made["values"] = words.iter().map(|word| json!({ "name": word })).collect();
            }
            Takes::Flag => made["valueSet"] = "v".into(),
            _ => {}
        }
        made
    };
    let attributes: Vec<Value> = attributes().iter().map(attribute).collect();
    json!({ "version": 1.1, "tags": [{ "name": TAG, "description": ABOUT, "attributes": attributes }] })
}

fn web_types() -> Value {
    let attribute = |one: &Attribute| {
        let kind = if matches!(one.takes, Takes::Flag) { "boolean".into() } else { one.typed() };
        json!({ "name": one.name, "description": plain(one.about), "value": { "type": kind } })
    };
    let attributes: Vec<Value> = attributes().iter().map(attribute).collect();
    let events: Vec<Value> = EVENTS
        .iter()
        .map(|(name, _, when)| json!({ "name": format!("{TAG}-{name}"), "description": plain(when) }))
        .collect();
    let properties: Vec<Value> =
        tokens().iter().map(|one| json!({ "name": one.name, "description": one.about })).collect();
    let element = json!({
        "name": TAG, "description": ABOUT, "attributes": attributes, "slots": named(&SLOTS),
        "js": { "events": events, "properties": [{ "name": "story" }, { "name": "state" }] },
        "css": { "parts": named(PARTS), "properties": properties },
    });
    json!({
        "$schema": "https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json",
        "name": TAG, "version": env!("CARGO_PKG_VERSION"), "description-markup": "markdown",
        "contributions": { "html": { "elements": [element] } },
    })
}
