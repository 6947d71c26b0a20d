//! The tables of the README are those of the sources.

use super::api;
use super::css::tokens;
use super::made::keep_current;
use crate::reading::file;

/// The tables, by the name in their markers.
fn tables() -> [(&'static str, String); 5] {
    let properties = tokens()
        .into_iter()
        .map(|token| vec![code(&token.name), code(&token.default), token.about]);
    [
        (
            "attributes",
            table(&["Attribute", "Values, default first", "Meaning"], api::attributes()),
        ),
        ("events", table(&["Event", "Detail", "When"], api::events())),
        ("problems", table(&["Code", "What is wrong"], api::problems())),
        ("parts", table(&["Part", "What it is"], api::parts())),
        ("properties", table(&["Property", "Default", "Meaning"], properties.collect())),
    ]
}

pub fn code(text: &str) -> String {
    format!("`{text}`")
}

fn table(head: &[&str], rows: Vec<Vec<String>>) -> String {
    let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let head = head.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
    let rule = vec!["---".to_owned(); head.len()];
    [head, rule].into_iter().chain(rows).map(row).collect()
}

/// The text with a table between its markers; nothing when they are not there.
fn with_table(text: &str, name: &str, table: &str) -> Option<String> {
    let (begin, end) = (format!("<!-- begin: {name} -->"), format!("<!-- end: {name} -->"));
    let (before, rest) = text.split_once(&begin)?;
    let (_, after) = rest.split_once(&end)?;
    Some(format!("{before}{begin}\n\n{table}\n{end}{after}"))
}

#[test]
fn the_tables_of_the_readme_are_current() {
    let mut readme = file("README.md");
    for (name, table) in tables() {
        let next = with_table(&readme, name, &table);
        readme = next.unwrap_or_else(|| {
            panic!("README.md lacks <!-- begin: {name} --> … <!-- end: {name} -->")
        });
    }
    keep_current("README.md", &readme);
}

#[test]
fn a_table_goes_between_its_markers_and_touches_nothing_else() {
    let text = "a\n<!-- begin: x -->old<!-- end: x -->\nb";
    let expected = "a\n<!-- begin: x -->\n\nnew\n<!-- end: x -->\nb";
    let made = with_table(text, "x", "new");
    assert_eq!(made.as_deref(), Some(expected));
    assert_eq!(
        with_table(expected, "x", "new").as_deref(),
        Some(expected),
        "a second time changes nothing"
    );
    assert_eq!(with_table(text, "y", "new"), None);
}

#[test]
fn no_cell_breaks_its_table() {
    for (name, table) in tables() {
        let widths: Vec<usize> =
            table.lines().map(|line| line.replace("\\|", "").matches('|').count()).collect();
        assert!(
            widths.len() > 6 && widths.windows(2).all(|pair| pair[0] == pair[1]),
            "{name}: {widths:?}"
        );
    }
}
