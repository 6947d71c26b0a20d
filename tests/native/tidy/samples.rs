//! A story that a guide shows is one to copy: the card has nothing to say of it.

use jsonschema::Validator;
use serde_json::Value;

use super::{check_none, files};
use crate::reading::{file, read};

const SCHEMAS: [&str; 2] = ["story-card-1.schema.json", "story-card-1.strict.schema.json"];
/// It shows what is wrong; `errors.rs` reads its examples.
const MISTAKES: &str = "docs/errors.md";

/// The whole stories in a text: those that stand in a fence or in a tag.
fn stories(text: &str) -> Vec<&str> {
    let fences = text.split("```json\n").skip(1).filter_map(|rest| rest.split("```").next());
    let tag = "<script type=\"application/json\">";
    let tags = text.split(tag).skip(1).filter_map(|rest| rest.split("</script>").next());
    let is_whole =
        |story: &&str| ["schemaVersion", "headline"].iter().all(|key| story.contains(key));
    fences.chain(tags).filter(is_whole).collect()
}

fn schemas() -> Vec<Validator> {
    let schema = |name| serde_json::from_str(&file(&format!("static/schema/{name}"))).expect(name);
    SCHEMAS.map(|name| jsonschema::validator_for(&schema(name)).expect(name)).into()
}

/// What the card and the schemas say of a story.
fn said(story: &str, schemas: &[Validator]) -> Vec<String> {
    let tree: Value = serde_json::from_str(story).expect("JSON");
    let problems = read(&tree).problems;
    let problems = problems.iter().map(|it| format!("{} at {}: {}", it.code, it.path, it.message));
    let refusals = schemas.iter().filter_map(|schema| schema.validate(&tree).err());
    problems.chain(refusals.map(|refusal| refusal.to_string())).collect()
}

#[test]
fn the_card_finds_nothing_wrong_in_the_stories_of_the_guides() {
    let schemas = schemas();
    let guides = files("docs", "md").into_iter().chain(files("README.md", "md"));
    let (mut count, mut findings) = (0, Vec::new());
    for guide in guides.filter(|guide| guide.path != MISTAKES) {
        for story in stories(&guide.text) {
            count += 1;
            let said = said(story, &schemas).into_iter();
            findings.extend(said.map(|words| format!("{}: {words}", guide.path)));
        }
    }
    assert!(count > 3, "only {count} stories found");
    check_none(&findings, "a story to copy has a fault");
}

#[test]
fn the_check_of_stories_bites() {
    let text =
        "```json\n{ \"schemaVersion\": \"story-card/1.0\", \"headline\": \"H\", \"foo\": 1 }\n```";
    let found = stories(text);
    assert_eq!(found.len(), 1);
    assert_eq!(said(found[0], &schemas()).len(), 2, "by the card, and by the strict schema");
    assert_eq!(stories("```json\n{ \"glob\": \"*\" }\n```").len(), 0);
}
