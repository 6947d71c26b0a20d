//! Links as other tools write them, and what becomes of those that cannot be read.

use proptest::prelude::*;

use super::{check, check_literal, check_with, read};

const FERRY: &str = "https://en.wikipedia.org/wiki/Larkspur_(ferry)";

#[test]
fn an_exporters_link_is_a_link() {
    let to_ferry = format!("L(ferry>{FERRY})");
    check(&[
        (
            "[ferry](https://en.wikipedia.org/wiki/Larkspur_%28ferry%29)",
            "L(ferry>https://en.wikipedia.org/wiki/Larkspur_%28ferry%29)",
        ),
        (r"[ferry](https://en.wikipedia.org/wiki/Larkspur_\(ferry\))", &to_ferry),
        ("[ferry](<https://en.wikipedia.org/wiki/Larkspur_(ferry)>)", &to_ferry),
        ("[ferry](https://en.wikipedia.org/wiki/Larkspur_(ferry))", &to_ferry),
        (r"[ferry](https://en.wikipedia.org/wiki/Larkspur\_(ferry))", &to_ferry),
        ("[ferry]( https://en.wikipedia.org/wiki/Larkspur_(ferry)\n)", &to_ferry),
        (r"[ferry](<https://en.wikipedia.org/wiki/Larkspur_\(ferry\)>)", &to_ferry),
    ]);
}

#[test]
fn a_title_is_dropped() {
    let expected = "L(a>https://x.example/14)| b";
    for title in [
        r#""Notice 14""#,
        "'Notice 14'",
        "(Notice 14)",
        "“Notice 14”",
        "„Notiz 14“",
        "‘Notice 14’",
        "« Avis 14 »",
        r#""the "big" one""#,
        r#""an \" escaped one""#,
        r#""with (parentheses) [and] brackets""#,
        r#""""#,
    ] {
        check(&[(&format!("[a](https://x.example/14 {title}) b"), expected)]);
        check(&[(&format!("[a](<https://x.example/14>\n{title} ) b"), expected)]);
    }
}

#[test]
fn a_bracket_in_a_label_is_letters() {
    check(&[
        (
            "[the \"[sic]\" letter](https://x.example/)",
            "L(the \"[sic]\" letter>https://x.example/)",
        ),
        ("[a [b [c]] d](https://x.example/)", "L(a [b [c]] d>https://x.example/)"),
        (r"[a \[b](https://x.example/)", "L(a [b>https://x.example/)"),
        ("[[PDF]](https://x.example/)", "L([PDF]>https://x.example/)"),
        ("[*a [sic]* b](https://x.example/)", "L(E(a [sic])| b>https://x.example/)"),
    ]);
}

#[test]
fn brackets_in_an_address_are_part_of_it() {
    check(&[
        ("[a](https://x.example/?q[]=1&f[year]=2)", "L(a>https://x.example/?q[]=1&f[year]=2)"),
        (r"[a](https://x.example/?q\[\]=1)", "L(a>https://x.example/?q[]=1)"),
        ("[a](<https://x.example/a b>)", "L(a>https://x.example/a%20b)"),
        ("[a](https://x.example/*b*)", "L(a>https://x.example/*b*)"),
    ]);
}

#[test]
fn an_address_in_angles_is_a_link_of_its_own_words() {
    check(&[
        ("see <https://x.example/a>.", "see |L(https://x.example/a>https://x.example/a)|."),
        ("<http://x.example/*b*_c>", "L(http://x.example/*b*_c>http://x.example/*b*_c)"),
        (
            "[<https://y.example/>](https://x.example/)",
            "L(<https://y.example/>>https://x.example/)",
        ),
    ]);
    check_literal(
        &[
            "<https://x.example/",
            "<https://x.example/a b>",
            "<https://x.example/<x>",
            "<https>",
            "<http://>",
            "<ftp://x.example/>",
            "<httpx>",
            "<www.x.example>",
            "a <h> b",
        ],
        &[],
    );
    check(&[
        (r"\<https://x.example/>", "<https://x.example/>"),
        ("<https://x.example/\\\nb>", "<https://x.example/\\ b>"),
    ]);
}

#[test]
fn what_cannot_be_read_is_letters_and_is_told() {
    check_literal(
        &[
            "[a](not a url)",
            "[a](https://x.example/",
            "[](https://x.example/)",
            "[ ](https://x.example/)",
            "[a]()",
            "[a](<>)",
            "[a](https://x.example/ title)",
            "[a](https://x.example/ \"title)",
            "[a](https://x.example/b c)",
            "[a](https://x.example/a_(b)",
            "[a](<https://x.example/",
            "a](https://x.example/)",
            "[a]b](https://x.example/)",
            "[1](as was said)",
        ],
        &["unreadable-link"],
    );
}

#[test]
fn a_backslash_that_stays_makes_no_link() {
    // Browsers take it for a slash: the link would lead elsewhere.
    check_literal(
        &[r"[a](https://x.example\path)", r"[a](https://x.example/a\b)"],
        &["unreadable-link"],
    );
    check_with(
        &[(r"[a](https://x.example/a\\b)", r"[a](https://x.example/a\b)")],
        &["unreadable-link"],
    );
}

#[test]
fn a_link_in_a_label_is_its_words() {
    check_with(
        &[("[a [b](https://y.example/) c](https://x.example/)", "L(a b c>https://x.example/)")],
        &["unreadable-link"],
    );
    check_with(
        &[("[![alt](a.png)](https://x.example/)", "L(!alt>https://x.example/)")],
        &["markup", "unreadable-link"],
    );
}

#[test]
fn a_link_around_a_marker_is_the_marker() {
    check_with(&[("said [[1]](https://x.example/).", "said|#1.1|.")], &["unreadable-link"]);
}

#[test]
fn each_link_that_cannot_be_read_is_told_once() {
    let (seen, codes) = read("[a](b c) [d](javascript:e) [f [g](h i) j](k l)");
    assert_eq!(seen, "[a](b c) [d](javascript:e) [f [g](h i) j](k l)");
    assert_eq!(codes, ["unreadable-link", "unsafe-url", "unreadable-link", "unreadable-link"]);
}

/// An address as an exporter writes it that escapes every sign that could mean something.
fn escaped(address: &str) -> String {
    address.chars().fold(String::new(), |mut written, letter| {
        if matches!(letter, '(' | ')' | '[' | ']' | '_' | '*') {
            written.push('\\');
        }
        written.push(letter);
        written
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_address_comes_out_as_it_went_in(
        path in "[a-z0-9_*()\\[\\],;:@!$&'~.-]{0,20}", label in "[a-z]{1,5}( [a-z]{1,5}){0,2}",
    ) {
        let address = format!("https://x.example/p/{path}q");
        let expected = format!("L({label}>{address})");
        for written in [escaped(&address), format!("<{address}>"), format!("{} \"t (1)\"", escaped(&address))] {
            let (seen, codes) = read(&format!("[{label}]({written})"));
            prop_assert_eq!(&seen, &expected);
            // An address may look like markdown: that is another matter.
            prop_assert!(!codes.contains(&"unreadable-link"));
        }
    }

    #[test]
    fn no_address_is_seen_without_being_told(text in "[a\\[\\]() <>\"x]{0,24}") {
        let text = format!("{text}](https://x.example/)");
        let (seen, codes) = read(&text);
        prop_assert!(!seen.contains("](http") || !codes.is_empty(), "{} is {}", text, seen);
    }
}
