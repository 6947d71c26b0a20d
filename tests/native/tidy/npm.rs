//! The npm package is told by what the README's tables are told by: types and manifests are
//! made from the same description, and a test fails where they are not current.

mod describe;
mod element;
mod frameworks;
mod manifests;
mod story;

use serde_json::Value;

use super::made::keep_current;
use super::root;
use crate::reading::file;

const MADE: &str = "// Made by `UPDATE=1 cargo test --test native --features ssr`; do not edit.\n";

#[test]
fn the_types_of_the_package_are_current() {
    keep_current("npm/types/story.d.ts", &[MADE, &story::types()].concat());
    keep_current("npm/types/element.d.ts", &[MADE, &element::types()].concat());
    for (name, text) in frameworks::all() {
        keep_current(&format!("npm/types/{name}.d.ts"), &[MADE, &text].concat());
    }
}

#[test]
fn the_manifests_of_the_package_are_current() {
    for (name, manifest) in manifests::all() {
        let text = serde_json::to_string_pretty(&manifest).expect("JSON") + "\n";
        keep_current(&format!("npm/{name}"), &text);
    }
}

#[test]
fn the_package_is_of_the_crates_version_and_lists_its_types_first() {
    let package: Value = serde_json::from_str(&file("npm/package.json")).expect("JSON");
    assert_eq!(package["version"], env!("CARGO_PKG_VERSION"));
    let exports = package["exports"].as_object().expect("exports");
    for (name, target) in exports {
        let Some(conditions) = target.as_object() else { continue };
        let types = conditions["types"].as_str().expect("types");
        assert!(root().join("npm").join(types).is_file(), "{name}: {types}");
    }
    // A page may preload any of them.
    let files = file("xtask/src/release/files.rs");
    for name in files.split('"').filter(|text| text.strip_suffix(".wasm").is_some()) {
        assert!(exports.contains_key(&format!("./{name}")), "{name}");
    }
    for line in file("npm/package.json").lines() {
        let is_late = line.contains("\"default\"")
            && line.contains("\"types\"")
            && line.find("\"default\"") < line.find("\"types\"");
        assert!(!is_late, "{line}");
    }
}

/// What the guide shows is what `cargo xtask test package` builds and looks at.
#[test]
fn the_recipes_of_the_guide_are_those_that_are_tested() {
    let guide = file("docs/embedding.md");
    for (name, kind) in
        [("react/Story.tsx", "tsx"), ("vue/Story.vue", "vue"), ("svelte/Story.svelte", "svelte")]
    {
        let recipe = file(&format!("tests/package/recipes/{name}"));
        assert!(guide.contains(&format!("```{kind}\n{recipe}```")), "{name}");
    }
    let version = format!("| `{}/` |", env!("CARGO_PKG_VERSION"));
    assert!(guide.contains(&version), "the guide names another version");
}

/// `cargo xtask test package` takes these files out of the guide.
#[test]
fn the_recipes_with_a_server_have_their_files_in_the_guide() {
    let guide = file("docs/embedding.md");
    let sites = file("tests/package/sites.mjs");
    let headings: Vec<&str> =
        sites.split("heading: \"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(headings.len(), 2, "{headings:?}");
    for heading in [&headings[..], &["### AMP"]].concat() {
        let (_, section) = guide.split_once(&format!("\n{heading}\n")).expect(heading);
        let section = section.split("\n##").next().unwrap_or_default();
        assert!(section.contains("`:\n\n```") || section.contains("```html\n<!--"), "{heading}");
    }
}

#[test]
fn the_frame_knows_every_attribute() {
    let script = file("pages/embed.js");
    let (_, list) = script.split_once("const ATTRIBUTES = [").expect("the list");
    let list = list.split(']').next().unwrap_or_default();
    let told: Vec<&str> = list.split('"').skip(1).step_by(2).collect();
    let read: Vec<String> = describe::attributes().into_iter().map(|one| one.name).collect();
    assert_eq!(told, read);
}
