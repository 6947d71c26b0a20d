//! The ready themes are what any publisher could have written: short sheets that name nothing
//! but the public contract.

use std::collections::BTreeSet;

use super::api::PARTS;
use super::css::tokens;
use super::{File, check_none, files};

const MAX_LINES: usize = 60;
/// What may stand after a part: pseudo-elements and classes of the element itself.
const AFTER: [&str; 2] = ["", ":dir(ltr)::first-letter"];

/// Each selector of a sheet with its declarations, those inside `@supports` too.
fn rules(css: &str) -> Vec<(String, String)> {
    let mut plain = String::new();
    for (index, piece) in css.split("/*").enumerate() {
        plain.push_str(if index == 0 {
            piece
        } else {
            piece.split_once("*/").map_or("", |(_, after)| after)
        });
    }
    let rules = plain.split('}').filter_map(|rule| {
        let (selector, body) = rule.rsplit_once('{')?;
        let selector = selector.rsplit(['{', ';']).next().unwrap_or_default();
        Some((selector.trim().to_owned(), body.trim().to_owned()))
    });
    rules.collect()
}

fn is_public(selector: &str, parts: &BTreeSet<&str>) -> bool {
    let Some(rest) = selector.strip_prefix("story-card") else { return false };
    if rest.is_empty() {
        return true;
    }
    let part = rest.strip_prefix("::part(").and_then(|rest| rest.split_once(')'));
    part.is_some_and(|(part, after)| parts.contains(part) && AFTER.contains(&after))
}

/// The custom properties that a text names.
fn custom(text: &str) -> impl Iterator<Item = &str> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    text.split(move |c| !is_name(c)).filter(|word| word.starts_with("--"))
}

fn faults(file: &File) -> Vec<String> {
    let parts: BTreeSet<&str> = PARTS.iter().map(|(name, _)| *name).collect();
    let known: BTreeSet<String> = tokens().into_iter().map(|token| token.name).collect();
    let mut faults = Vec::new();
    let lines = file.text.lines().count();
    if lines > MAX_LINES {
        faults.push(format!("{lines} lines"));
    }
    for (selectors, body) in rules(&file.text) {
        let others = selectors.split(',').map(str::trim).filter(|one| !is_public(one, &parts));
        faults.extend(others.map(|one| format!("the selector {one}")));
        let others = custom(&body).filter(|name| !known.contains(*name));
        faults.extend(others.map(|name| format!("the property {name}")));
    }
    let words = ["url(", "@import", "!important"];
    faults.extend(words.iter().filter(|word| file.text.contains(**word)).map(ToString::to_string));
    faults.iter().map(|fault| format!("{}: {fault}", file.path)).collect()
}

#[test]
fn themes_are_short_and_name_only_what_is_public() {
    let themes = files("static/themes", "css");
    assert_eq!(themes.len(), 4);
    check_none(&themes.iter().flat_map(faults).collect::<Vec<_>>(), "no theme has");
}

#[test]
fn themes_say_every_colour_for_light_and_for_dark() {
    for theme in files("static/themes", "css") {
        assert!(theme.text.matches("light-dark(").count() >= 6, "{}", theme.path);
        let colours = theme.text.lines().filter(|line| line.contains(": #"));
        check_none(&colours.map(str::to_owned).collect::<Vec<_>>(), "a colour for one scheme");
    }
}

#[test]
fn the_gallery_and_the_guide_name_each_theme() {
    let texts = ["pages/gallery.html", "docs/theming.md"].map(crate::reading::file);
    for theme in files("static/themes", "css") {
        let name = theme.path.trim_start_matches("static/themes/").trim_end_matches(".css");
        assert!(texts.iter().all(|text| text.contains(name)), "{name}");
    }
}

/// Names of parts in a text: `::part(lead)`.
fn parts_in(text: &str) -> impl Iterator<Item = &str> {
    text.split("::part(").skip(1).filter_map(|rest| rest.split(')').next())
}

#[test]
fn the_guide_to_theming_names_only_what_is_public() {
    let text = crate::reading::file("docs/theming.md");
    let css = text.split("```css\n").skip(1).filter_map(|rest| rest.split("```").next());
    let css: String = css.collect();
    let parts: BTreeSet<&str> = PARTS.iter().map(|(name, _)| *name).collect();
    let known: BTreeSet<String> = tokens().into_iter().map(|token| token.name).collect();
    let named: Vec<&str> = custom(&css).collect();
    assert!(named.len() > 15, "{named:?}");
    let others = named.into_iter().filter(|name| !known.contains(*name));
    let others = others.chain(parts_in(&css).filter(|name| !parts.contains(name)));
    check_none(&others.map(str::to_owned).collect::<Vec<_>>(), "not public");
    for picture in text.split("](images/").skip(1).filter_map(|rest| rest.split(')').next()) {
        assert!(super::root().join("docs/images").join(picture).is_file(), "{picture}");
    }
}

#[test]
fn the_check_of_themes_bites() {
    for css in [
        "story-card .headline { color: red }",
        "story-card::part(hedline) { color: red }",
        "body { color: red }",
        "story-card { --story-card-papr: red }",
        "story-card { color: var(--_sc-ink) }",
        "@supports (a: b) { .x { color: red } }",
        "story-card { color: red !important }",
    ] {
        let file = File { path: "a.css".into(), text: css.into() };
        assert!(!faults(&file).is_empty(), "{css}");
    }
    let text = "/* a */ story-card::part(lead),\nstory-card { color: var(--story-card-ink) }";
    assert!(faults(&File { path: "a.css".into(), text: text.into() }).is_empty());
}
