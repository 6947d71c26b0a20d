//! What a right reading of a document gives, and whether it was given.

use serde_json::{Value, json};
use story_card::import::Imported;
use story_card::parse::edtf;
use story_card::story::{Block, EdtfDate, Event, Language, plain};

use super::shown::Shown;

/// How many facts were right, and what was wrong.
#[derive(Debug, Default)]
pub struct Count {
    pub right: usize,
    pub checked: usize,
    pub wrong: Vec<String>,
}

impl Count {
    pub fn add(&mut self, name: &str, is_right: bool, found: &str) {
        self.checked += 1;
        if is_right {
            self.right += 1;
        } else {
            self.wrong.push(format!("{name}: found {found}"));
        }
    }
}

/// White space of any kind as one space.
pub fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Checks the facts of a story.
pub fn check(facts: &Value, imported: &Imported, count: &mut Count) {
    let facts = facts.as_object().expect("facts");
    for (name, expected) in facts {
        match name.as_str() {
            "note" | "items" | "mayRefuse" | "refuse" | "orElse" | "beforeExpiry" => {}
            "contains" | "absent" | "noUrlScheme" => phrases(name, expected, imported, count),
            _ => {
                let found = fact(name, imported);
                let is_right = matches(name, expected, &found);
                count.add(&format!("{name} {expected}"), is_right, &found.to_string());
            }
        }
    }
}

fn phrases(name: &str, expected: &Value, imported: &Imported, count: &mut Count) {
    let shown = Shown::of(&imported.story);
    let text = folded(&shown.text);
    for phrase in expected.as_array().into_iter().flatten().filter_map(Value::as_str) {
        let phrase = folded(phrase);
        let is_linked = shown.links.iter().any(|link| link.contains(&phrase));
        let is_right = match name {
            "contains" => text.contains(&phrase),
            "absent" => !text.contains(&phrase) && !is_linked,
            _ => !shown.links.iter().any(|link| link.starts_with(&phrase)),
        };
        count.add(&format!("{name} {phrase:?}"), is_right, "otherwise");
    }
}

fn fact(name: &str, imported: &Imported) -> Value {
    let story = &imported.story;
    let blocks = || story.sections.iter().flat_map(|section| &section.blocks);
    let counted =
        |is_one: fn(&Block) -> bool| json!(blocks().filter(|block| is_one(block)).count());
    let date = |date: &Option<EdtfDate>| json!(date.as_ref().map(ToString::to_string));
    let events = || story.timeline.iter().flat_map(|timeline| &timeline.events);
    match name {
        "format" => json!(imported.format.as_str()),
        "stories" => json!(imported.stories),
        "headline" => json!(story.headline),
        "authors" => json!(story.authors.iter().map(|agent| &agent.name).collect::<Vec<_>>()),
        "authorJobTitle" => json!(story.authors.first().and_then(|agent| agent.job_title.clone())),
        "publisher" => json!(story.publisher.as_ref().map(|agent| &agent.name)),
        "articleSection" => json!(story.article_section),
        "datePublished" => date(&story.published),
        "dateModified" => date(&story.modified),
        "showsUpdated" => json!(story.modified.is_some()),
        "language" => json!(story.language.as_ref().map(Language::as_str)),
        "image" => json!(story.image.as_ref().map(|image| image.url.as_str())),
        "paragraphs" => counted(|block| matches!(block, Block::Paragraph(_))),
        "sections" => json!(story.sections.iter().filter(|s| !s.headline.is_empty()).count()),
        "quotes" => counted(|block| matches!(block, Block::Quote(_) | Block::PullQuote(_))),
        "tables" => counted(|block| matches!(block, Block::Table(_))),
        "embeds" => counted(|block| matches!(block, Block::Embed { .. })),
        "relatedLinks" => json!(story.related.len()),
        "corrections" => json!(story.corrections.len()),
        "keywordsCount" => json!(story.keywords.len()),
        "sources" => json!(story.sources.len()),
        "events" => json!(events().count()),
        "groups" => {
            let groups: std::collections::BTreeSet<_> =
                events().filter_map(|e| e.group.as_ref()).collect();
            json!(groups.len())
        }
        "paywalled" => {
            json!(story.disclaimer.as_ref().is_some_and(|text| plain(text).contains("Subscriber")))
        }
        _ => {
            let order = ["first", "second", "third", "fourth", "fifth", "sixth"];
            let place = order.iter().position(|order| name == format!("{order}Event"));
            match place {
                Some(place) => event(events().nth(place)),
                None if name == "lastEvent" => event(events().last()),
                None => panic!("a fact that this test does not know: {name}"),
            }
        }
    }
}

fn event(event: Option<&Event>) -> Value {
    let Some(event) = event else { return Value::Null };
    let date = event.date.as_ref().map(ToString::to_string);
    json!({ "date": date, "headline": event.headline, "text": plain(&event.text) })
}

fn matches(name: &str, expected: &Value, found: &Value) -> bool {
    match expected {
        Value::Object(rule) if rule.contains_key("anyOf") => {
            let any = rule["anyOf"].as_array().expect("a list");
            any.iter().any(|one| matches(name, one, found))
        }
        Value::Object(rule) if rule.contains_key("min") => {
            let found = found.as_u64().expect("a number");
            (rule["min"].as_u64().expect("a number")..=rule["max"].as_u64().expect("a number"))
                .contains(&found)
        }
        Value::Object(rule) if rule.contains_key("startsWith") => {
            let start = folded(rule["startsWith"].as_str().expect("a text"));
            found.as_str().is_some_and(|found| folded(found).starts_with(&start))
        }
        Value::Object(rule) if rule.contains_key("notEmpty") => {
            found.as_str().is_some_and(|found| !found.trim().is_empty())
        }
        // Of an event: its own facts.
        Value::Object(facts) => facts.iter().all(|(key, expected)| match key.as_str() {
            "text" => {
                let start = folded(expected.as_str().expect("a text"));
                folded(found[key].as_str().unwrap_or_default()).starts_with(&start)
            }
            key => matches(key, expected, &found[key]),
        }),
        Value::Array(expected) => found.as_array().is_some_and(|found| {
            let mut pairs = expected.iter().zip(found);
            expected.len() == found.len() && pairs.all(|(one, other)| matches("", one, other))
        }),
        Value::String(text) => match found.as_str() {
            Some(found) if name.starts_with("date") => same_date(text, found),
            Some(found) => folded(text) == folded(found),
            None => false,
        },
        other => other == found,
    }
}

/// Instants are compared as instants.
fn same_date(expected: &str, found: &str) -> bool {
    if expected == found {
        return true;
    }
    let both = edtf::timestamp(expected).zip(edtf::timestamp(found));
    both.is_some_and(|(one, other)| {
        one.has_time() == other.has_time() && one.earliest_millis() == other.earliest_millis()
    })
}
