//! Documents of publishers, which stay outside of the repository: `STORY_CARD_FORMATS` names
//! their folder, or they are beside it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;
use story_card::import::{convert, parse_html};
use story_card::parse::decode;

use super::facts::{Count, check};
use super::{import_item, options};

/// The folder of the samples.
fn folder() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let beside = root.ancestors().skip(1).map(|parent| parent.join("shared/formats"));
    let named = std::env::var_os("STORY_CARD_FORMATS").map(PathBuf::from);
    named.into_iter().chain(beside).find(|folder| folder.join("expected.json").is_file())
}

fn check_file(folder: &Path, file: &str, facts: &Value, count: &mut Count) {
    let bytes = std::fs::read(folder.join(file)).expect("a sample");
    let text = decode(bytes);
    let result = convert(&text, &options(None), parse_html);
    if let Some(refusal) = facts.get("refuse") {
        let Err(error) = result else {
            return count.add(file, facts.get("orElse").is_some(), "a story");
        };
        let codes = refusal["code"].as_array().expect("codes");
        count.add(&format!("{file} {codes:?}"), codes.contains(&error.code().into()), error.code());
        let message = error.to_string().to_lowercase();
        for words in refusal["says"].as_array().into_iter().flatten() {
            let mut words = words.as_array().expect("words").iter().filter_map(Value::as_str);
            let is_said = words.any(|word| message.contains(&word.to_lowercase()));
            count.add(&format!("{file} says"), is_said, &message);
        }
        return;
    }
    match result {
        Ok(imported) => {
            check(facts, &imported, count);
            for (index, item) in facts["items"].as_array().into_iter().flatten().enumerate() {
                let imported = import_item(&text, &index.to_string()).expect("an item");
                check(item, &imported, count);
            }
        }
        Err(error) => {
            let may =
                facts["mayRefuse"].as_array().is_some_and(|c| c.contains(&error.code().into()));
            count.add(file, may, &error.to_string());
        }
    }
}

#[test]
fn import_reads_the_samples() {
    let Some(folder) = folder() else {
        println!("skipped: there is no folder of samples (STORY_CARD_FORMATS)");
        return;
    };
    let expected = std::fs::read_to_string(folder.join("expected.json")).expect("expected.json");
    let expected: Value = serde_json::from_str(&expected).expect("JSON");
    let mut counts: BTreeMap<&str, Count> = BTreeMap::new();
    for (file, facts) in expected["files"].as_object().expect("files") {
        let count = counts.entry(file.split('/').next().unwrap_or_default()).or_default();
        let mut own = Count::default();
        check_file(&folder, file, facts, &mut own);
        count.right += own.right;
        count.checked += own.checked;
        count.wrong.extend(own.wrong.into_iter().map(|wrong| format!("{file}: {wrong}")));
    }
    let mut wrong = Vec::new();
    for (format, count) in counts {
        println!("{format}: {} of {} facts right", count.right, count.checked);
        wrong.extend(count.wrong);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
