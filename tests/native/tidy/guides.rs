//! What people read first leads to what is there: the list of decisions, and every file that
//! the guides name.

use super::made::keep_current;
use super::{check_none, files, root};
use crate::reading::file;

const GUIDES: [&str; 6] = [
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "cli/README.md",
    "docs/decisions/README.md",
    "docs/releasing.md",
    "docs/server.md",
];

/// Number and title of a decision, from its first line: `# 7. One note for all markers`.
fn heading(text: &str) -> Option<(u32, &str)> {
    let (number, title) = text.lines().next()?.strip_prefix("# ")?.split_once(". ")?;
    Some((number.parse().ok()?, title))
}

fn index() -> String {
    let mut index = "\
# Decisions

Why it is as it is: half a page each, with what was tried and measured.
Numbers that are missing were never used.
This list is made by `UPDATE=1 cargo test --test native`.

"
    .to_owned();
    for decision in files("docs/decisions", "md") {
        let name = decision.path.trim_start_matches("docs/decisions/");
        if name == "README.md" {
            continue;
        }
        let (number, title) = heading(&decision.text)
            .unwrap_or_else(|| panic!("{name} does not begin with # NUMBER. TITLE"));
        let digits = format!("{number:04}");
        assert!(name.starts_with(&digits), "{name} is number {digits} by its title");
        index.push_str(&["- [", &digits, "](", name, ") ", title, "\n"].concat());
    }
    index
}

#[test]
fn every_decision_is_listed() {
    let index = index();
    assert!(index.lines().count() > 20, "{index}");
    keep_current("docs/decisions/README.md", &index);
}

/// Whether a word looks like the path of a file of the repository.
fn is_ours(word: &str) -> bool {
    let first = word.split('/').next().unwrap_or_default();
    let is_ours = ["src", "tests", "static", "docs", "xtask", "examples", "cli"].contains(&first);
    is_ours && word.contains('/') && !word.contains([' ', '*', '{'])
}

/// Names in a text that look like files of the repository: in code with a folder before
/// them, or behind a link. With the folder that links go from.
fn named(guide: &str, text: &str) -> Vec<String> {
    let code = text.split('`').skip(1).step_by(2).filter(|word| is_ours(word)).map(str::to_owned);
    let folder = guide.rsplit_once('/').map_or("", |(folder, _)| folder);
    let links = text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
    let links = links.filter(|link| !link.is_empty() && !link.contains("://"));
    code.chain(links.map(|link| format!("{folder}/{link}").trim_start_matches('/').to_owned()))
        .collect()
}

#[test]
fn every_file_that_a_guide_names_is_there() {
    let mut missing = Vec::new();
    let mut count = 0;
    for guide in GUIDES {
        let names = named(guide, &file(guide));
        count += names.len();
        let is_missing = |name: &String| !root().join(name).exists();
        missing.extend(names.into_iter().filter(is_missing).map(|name| format!("{guide}: {name}")));
    }
    assert!(count > 60, "only {count} names found");
    check_none(&missing, "not there");
}

/// In sources and decisions only names in code count: links there lead to many places.
#[test]
fn every_file_that_a_comment_or_a_decision_names_is_there() {
    let places = [
        ("src", "rs"),
        ("src", "js"),
        ("xtask/src", "rs"),
        ("cli/src", "rs"),
        ("docs/decisions", "md"),
    ];
    let texts = places.iter().flat_map(|(folder, kind)| files(folder, kind));
    let missing: Vec<String> = texts
        .flat_map(|file| {
            let names = file.text.lines().flat_map(|line| {
                let code = line.split('`').skip(1).step_by(2);
                code.filter(|name| is_ours(name)).map(str::to_owned).collect::<Vec<_>>()
            });
            let missing = names.filter(|name| !root().join(name).exists());
            missing.map(|name| format!("{}: {name}", file.path)).collect::<Vec<_>>()
        })
        .collect();
    check_none(&missing, "not there");
}

#[test]
fn the_check_of_guides_bites() {
    let text = "`src/a.rs`, `src/b/*.rs`, `view/`, [c](d.md), [e](https://e.example/), [f](g.md#h)";
    assert_eq!(named("docs/guide.md", text), ["src/a.rs", "docs/d.md", "docs/g.md"]);
    assert_eq!(named("GUIDE.md", "[c](d.md)"), ["d.md"]);
    assert_eq!(heading("# 7. One note\n\nText"), Some((7, "One note")));
    assert_eq!(heading("# 0032: Colours"), None);
}
