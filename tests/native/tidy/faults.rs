//! The table of faults names every test that puts one in.

use super::code::{Keep, stripped};
use super::{check_none, files, read, root};

/// Tests named after a promise: `p12_any_http_answer_ends_in_a_state`.
fn tests(text: &str) -> Vec<String> {
    let code = stripped(text, Keep::Code);
    let names = code.split("fn p").skip(1).map(|rest| {
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        format!("p{}", &rest[..end])
    });
    let has_number = |name: &String| {
        name[1..].split('_').next().is_some_and(|number| number.parse::<u32>().is_ok())
    };
    names.filter(has_number).collect()
}

/// Rows of the table that are of no test.
fn gone(page: &str, tests: &[String]) -> Vec<String> {
    let rows = page.lines().filter_map(|line| line.strip_prefix("| `p")?.split('`').next());
    let rows = rows.map(|rest| format!("p{rest}"));
    rows.filter(|row| !tests.contains(row)).collect()
}

fn missing(page: &str, tests: &[String]) -> Vec<String> {
    tests.iter().filter(|test| !page.contains(&format!("| `{test}` |"))).cloned().collect()
}

#[test]
fn the_table_of_faults_names_every_test_of_a_promise_and_no_other() {
    let page = read(&root().join("docs/reliability.md")).text;
    let all: Vec<String> =
        files("tests/e2e/tests/cards", "rs").iter().flat_map(|file| tests(&file.text)).collect();
    assert!(all.len() >= 15, "only {all:?}");
    check_none(&missing(&page, &all), "UPDATE=1 cargo xtask test e2e -- ::p");
    check_none(&gone(&page, &all), "tests that are gone: UPDATE=1 cargo xtask test e2e -- ::p");
}

#[test]
fn every_row_has_been_seen_in_an_engine_and_held() {
    let page = read(&root().join("docs/reliability.md")).text;
    let rows = page.lines().filter(|line| line.starts_with("| `p"));
    let bad = rows.filter(|row| {
        let cells: Vec<&str> = row.split(" | ").collect();
        let seen = cells.iter().skip(3).map(|cell| cell.trim_matches([' ', '|']));
        let seen: Vec<&str> = seen.filter(|cell| !cell.is_empty()).collect();
        seen.is_empty() || seen.iter().any(|cell| *cell != "held")
    });
    check_none(&bad.map(str::to_owned).collect::<Vec<_>>(), "a promise that did not hold");
}

#[test]
fn the_check_of_faults_bites() {
    let code = "fn p7_x(kit: &Kit) {} fn page() {} fn p9x_y() {} // fn p8_z()";
    assert_eq!(tests(code), ["p7_x"]);
    assert_eq!(missing("| `p1_a` | fault |", &["p1_a".into(), "p1_ab".into()]), ["p1_ab"]);
    let page = "| test |\n| `p1_a` | fault |\n| `p1_ab` | fault |\n";
    assert_eq!(gone(page, &["p1_a".into()]), ["p1_ab"]);
}
