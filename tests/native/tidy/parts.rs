//! The parts that a publisher may style are those of the contract, no more and no fewer.

use std::collections::BTreeSet;

use super::api::PARTS;
use super::code::{Keep, literals, stripped};
use super::files;

/// Promised, and not drawn yet.
const NOT_YET: [&str; 0] = [];

/// The parts named in Rust: the plans of elements (`"p.lead@lead"`), `part="…"` of
/// `html!`, and `set("part", "…")`.
fn of_rust(text: &str) -> BTreeSet<String> {
    let code = stripped(text, Keep::Strings);
    let mut parts = BTreeSet::new();
    for literal in literals(&code) {
        if let Some((_, names)) =
            literal.split_once('@').filter(|(plan, names)| is_plan(plan) && are_names(names))
        {
            parts.extend(names.split(' ').map(str::to_owned));
        }
    }
    for start in ["part=", "\"part\","] {
        for (at, _) in code.match_indices(start) {
            let value = code[at + start.len()..].trim_start();
            let end = match value.chars().next() {
                Some('{') => value.find('}').unwrap_or(value.len()),
                Some('"') => value[1..].find('"').map_or(value.len(), |at| at + 2),
                _ => 0,
            };
            let names = literals(&value[..end]);
            parts.extend(names.iter().flat_map(|names| names.split(' ')).map(str::to_owned));
        }
    }
    parts
}

/// Whether this is a tag and its classes.
fn is_plan(plan: &str) -> bool {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | ' ');
    plan.starts_with(|c: char| c.is_ascii_lowercase()) && plan.chars().all(is_name)
}

fn are_names(names: &str) -> bool {
    names.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '-' | ' '))
}

/// The parts named in the loader: `make(tag, part, …)` and `setAttribute("part", …)`.
fn of_loader(text: &str) -> BTreeSet<String> {
    let mut parts = BTreeSet::new();
    for call in text.split("make(\"").skip(1) {
        let mut strings = call.split('"');
        // The tag, what stands between, the part.
        parts.extend(strings.nth(2).map(str::to_owned));
    }
    for call in text.split("setAttribute(\"part\", \"").skip(1) {
        parts.extend(call.split('"').next().map(str::to_owned));
    }
    parts.remove("");
    parts
}

fn used() -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for file in files("src", "rs") {
        used.extend(of_rust(&file.text));
    }
    for file in files("src/element/loader", "js") {
        used.extend(of_loader(&file.text));
    }
    used
}

#[test]
fn every_part_that_is_used_is_promised() {
    let promised: BTreeSet<&str> = PARTS.iter().map(|(name, _)| *name).collect();
    for part in used() {
        assert!(promised.contains(part.as_str()), "{part} is used, yet not in the contract");
    }
}

#[test]
fn every_part_that_is_promised_is_used() {
    let used = used();
    for (part, _) in PARTS {
        assert_eq!(used.contains(*part), !NOT_YET.contains(part), "{part}");
    }
}

#[test]
fn parts_are_found_however_they_are_written() {
    let rust = "el(\"p.lead x@lead\").set(\"part\", \"table\"); html!{ <p part=\"a b\" part={if x { \"c\" } else { \"c d\" }} /> } \"me@x.example is no plan@\" // part=\"z\"";
    let parts: Vec<String> = of_rust(rust).into_iter().collect();
    assert_eq!(parts, ["a", "b", "c", "lead", "table"]);
    let loader =
        "make(\"div\", \"error\", x); make(\"p\", \"\", y); s.setAttribute(\"part\", \"badge\")";
    assert_eq!(of_loader(loader).into_iter().collect::<Vec<_>>(), ["badge", "error"]);
}
