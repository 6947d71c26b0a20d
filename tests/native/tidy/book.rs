//! The pages in `docs/` are a book: each is in its table of contents, and each link leads to a
//! page, and to a heading of it, that is there. `cargo xtask docs` makes a site of them.

use std::collections::HashMap;

use super::{File, check_none, files, root};
use crate::reading::file;

/// What stands between brackets after a text in brackets, code left out.
fn links(text: &str) -> Vec<String> {
    let mut prose = String::new();
    let mut is_code = false;
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            is_code = !is_code;
        } else if !is_code {
            prose.extend(line.split('`').step_by(2));
            prose.push('\n');
        }
    }
    let ends = prose.split("](").skip(1).filter_map(|rest| rest.split([')', '\n']).next());
    ends.filter(|link| !link.contains("://") && !link.is_empty()).map(str::to_owned).collect()
}

/// A heading as the end of an address, as code hosts and mdBook make it.
fn slug(heading: &str) -> String {
    let letters = heading.trim().to_lowercase();
    let kept = letters.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

fn slugs(text: &str) -> Vec<String> {
    let headings = text.lines().filter(|line| line.starts_with('#'));
    headings.map(|line| slug(line.trim_start_matches('#'))).collect()
}

/// The path of a link from a page, with its dots resolved.
fn resolved(page: &str, link: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." | "" => {}
            name => parts.push(name),
        }
    }
    parts.join("/")
}

fn path_is_page(path: &str) -> bool {
    std::path::Path::new(path).extension().is_some_and(|extension| extension == "md")
}

/// What is wrong with the links of a page.
fn dead(page: &File, known: &mut HashMap<String, Vec<String>>) -> Vec<String> {
    let mut found = Vec::new();
    for link in links(&page.text) {
        let (path, place) = link.split_once('#').unwrap_or((&link, ""));
        let target = if path.is_empty() { page.path.clone() } else { resolved(&page.path, path) };
        if !root().join(&target).exists() {
            found.push(format!("{}: {link}", page.path));
        } else if !place.is_empty() && path_is_page(&target) {
            let places = known.entry(target.clone()).or_insert_with(|| slugs(&file(&target)));
            if !places.iter().any(|name| name == place) {
                found.push(format!("{}: {link} has no such heading", page.path));
            }
        }
    }
    found
}

#[test]
fn every_page_is_in_the_table_of_contents() {
    let named = links(&file("docs/SUMMARY.md"));
    let pages = files("docs", "md").into_iter().map(|page| page.path);
    let missing: Vec<String> = pages
        .filter(|page| !page.starts_with("docs/decisions/") && page != "docs/SUMMARY.md")
        .filter(|page| !named.iter().any(|link| resolved("docs/SUMMARY.md", link) == *page))
        .collect();
    check_none(&missing, "not in docs/SUMMARY.md");
}

#[test]
fn every_link_of_a_page_leads_somewhere() {
    let mut pages = files("docs", "md");
    for name in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"] {
        pages.push(File { path: name.to_owned(), text: file(name) });
    }
    let mut known = HashMap::new();
    let count: usize = pages.iter().map(|page| links(&page.text).len()).sum();
    assert!(count > 150, "only {count} links");
    let found: Vec<String> = pages.iter().flat_map(|page| dead(page, &mut known)).collect();
    check_none(&found, "dead links");
}

#[test]
fn the_check_of_links_bites() {
    let text = "# A `b`, c\n[x](y.md) `[no](z.md)` [h](#a-b-c) [w](https://w.example/)\n```\n[q](r.md)\n```\n";
    assert_eq!(links(text), ["y.md", "#a-b-c"]);
    assert_eq!(slugs(text), ["a-b-c"]);
    assert_eq!(resolved("docs/a/b.md", "../c.md"), "docs/c.md");
    let page =
        File { path: "docs/start.md".to_owned(), text: "[a](gone.md) [b](#none)".to_owned() };
    let mut known = HashMap::from([("docs/start.md".to_owned(), Vec::new())]);
    let found = dead(&page, &mut known);
    assert_eq!(found.len(), 2, "{found:?}");
}
