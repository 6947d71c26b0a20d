//! Story text: the whole grammar.

mod amount;
mod links;
mod plain;
mod stars;

use serde_json::json;

use crate::reading::{problems, read_with, runs};

/// The text in short, read where the sources 1, 2, 3, 5, `a-1` and `b_2` are known, and
/// the codes of its problems.
fn read(text: &str) -> (String, Vec<&'static str>) {
    let sources = ["1", "2", "3", "5", "a-1", "b_2"].map(|id| json!({ "id": id, "name": "N" }));
    let parsed = read_with(&json!({ "citation": sources, "sections": [{ "blocks": [text] }] }));
    let story_card::story::Block::Paragraph(paragraph) = &parsed.story.sections[0].blocks[0] else {
        panic!("{text:?} is a paragraph");
    };
    let codes = parsed.problems.iter().map(|problem| problem.code).collect();
    let path = "/sections/0/blocks/0";
    assert!(parsed.problems.iter().all(|problem| problem.path == path), "{:?}", problems(&parsed));
    (runs(paragraph), codes)
}

/// Checks that each text reads as what stands beside it, without a problem.
fn check(table: &[(&str, &str)]) {
    check_with(table, &[]);
}

fn check_with(table: &[(&str, &str)], codes: &[&str]) {
    for (text, expected) in table {
        let (seen, seen_codes) = read(text);
        assert_eq!(seen, *expected, "{text:?}");
        assert_eq!(seen_codes, codes, "problems of {text:?}");
    }
}

/// Checks that each text stays as it is written.
fn check_literal(texts: &[&str], codes: &[&str]) {
    for text in texts {
        check_with(&[(text, text)], codes);
    }
}

#[test]
fn stars_make_emphasis() {
    check(&[
        ("a *b* c", "a |E(b)| c"),
        ("**strong**", "S(strong)"),
        ("*a* *b*", "E(a)| |E(b)"),
        ("**a *b* c**", "S(a |E(b)| c)"),
        ("*a **b** c*", "E(a |S(b)| c)"),
        ("***both***", "S(E(both))"),
        ("*a*b*c*", "E(a*b*c)"),
        ("*several words, and more*.", "E(several words, and more)|."),
        ("*“quoted”*", "E(“quoted”)"),
    ]);
}

#[test]
fn unpaired_stars_are_stars() {
    check_literal(
        &[
            "5* hotel",
            "2 * 3",
            "2 ** 3",
            "*",
            "**",
            "***",
            "****",
            "a *b",
            "a* b",
            "**a",
            "a**",
            "* a list",
            "(*a\u{A0})",
            "5* and 4* hotels",
            "* a *",
            "** a **",
        ],
        &[],
    );
}

#[test]
fn what_is_closed_out_of_order_keeps_its_inner_stars() {
    check(&[
        ("*a **b*", "E(a **b)"),
        ("**a *b**", "S(a *b)"),
        ("**a*", "**a*"),
        ("*a *b*", "*a |E(b)"),
    ]);
}

#[test]
fn a_backslash_makes_ascii_punctuation_literal() {
    check(&[
        (r"\*a\*", "*a*"),
        (r"\[1]", "[1]"),
        (r"[1\]", "[1]"),
        (r"a\\b", r"a\b"),
        (r"\**a*", "*|E(a)"),
        (r"*a\**", "E(a*)"),
        (r"\a \1 \ß", r"\a \1 \ß"),
        (r"end\", r"end\"),
    ]);
    for letter in (b'!'..=b'~').map(char::from).filter(char::is_ascii_punctuation) {
        check(&[(&format!("a\\{letter}b"), &format!("a{letter}b"))]);
    }
}

#[test]
fn ids_in_brackets_are_markers() {
    check(&[
        ("a[1]", "a|#1.1"),
        ("a [1]", "a|#1.1"),
        ("a[1][2]", "a|#1.1|#2.1"),
        ("a[1] [2]", "a|#1.1|#2.1"),
        ("a[1, 2]", "a|#1.1|#2.1"),
        ("a[1,2]", "a|#1.1|#2.1"),
        ("a[ 1 , 2 ]", "a|#1.1|#2.1"),
        ("a[1-3]", "a|#1.1|#2.1|#3.1"),
        ("a[1–3]", "a|#1.1|#2.1|#3.1"),
        ("a[1-2, 5]", "a|#1.1|#2.1|#4.1"),
        ("a[a-1]", "a|#5.1"),
        ("a[b_2, a-1]", "a|#6.1|#5.1"),
        ("a[2].", "a|#2.1|."),
        ("a[1] b[1] c[2][1]", "a|#1.1| b|#1.2| c|#2.1|#1.3"),
        ("*a[1]*", "E(a|#1.1)"),
        ("[1]", "#1.1"),
    ]);
}

#[test]
fn ids_that_no_source_has_are_literal_and_told() {
    let unknown =
        ["a[7]", "a[1, 7]", "a[7, 1]", "a[1-5]", "a[3-1]", "a[c3]", "a[1-99999999999999999999]"];
    check_literal(&unknown, &["unknown-source"]);
}

#[test]
fn words_in_brackets_are_the_authors_own() {
    check_literal(
        &[
            "[sic]",
            "[...]",
            "[…]",
            "[the company]",
            "[]",
            "[ ]",
            "[,]",
            "[He] said",
            "a]b",
            "[a",
            "]1[",
            "[the 3 men]",
            "[1; 2]",
            "[^1]",
            "【1】",
        ],
        &[],
    );
}

#[test]
fn nested_brackets_are_read_from_the_inside() {
    check(&[
        ("[see [1]]", "[see|#1.1|]"),
        ("[[1]]", "[|#1.1|]"),
        ("[a [b](https://x.example/) c]", "[a |L(b>https://x.example/)| c]"),
    ]);
}

#[test]
fn a_label_and_a_url_are_a_link() {
    check(&[
        ("[a](https://x.example/p)", "L(a>https://x.example/p)"),
        ("[a](http://x.example)", "L(a>http://x.example/)"),
        ("[a](mailto:desk@x.example)", "L(a>mailto:desk@x.example)"),
        ("[a](#part)", "L(a>#part)"),
        ("[a](/path)", "L(a>/path)"),
        ("[a](next?x=1)", "L(a>next?x=1)"),
        ("[1](https://x.example/)", "L(1>https://x.example/)"),
        ("[a](https://x.example/(b)_(c))d", "L(a>https://x.example/(b)_(c))|d"),
        ("[*a* b](https://x.example/)", "L(E(a)| b>https://x.example/)"),
        ("[**a *b***](https://x.example/)", "L(S(a |E(b))>https://x.example/)"),
        ("*[a](https://x.example/)*", "E(L(a>https://x.example/))"),
        (r"[a\]b](https://x.example/)", "L(a]b>https://x.example/)"),
        ("[a](https://x.example/)[1]", "L(a>https://x.example/)|#1.1"),
    ]);
}

#[test]
fn a_marker_in_a_label_comes_after_the_link() {
    check(&[
        ("[a [1] b](https://x.example/)", "L(a b>https://x.example/)|#1.1"),
        ("[*a[2]* b [1]](https://x.example/) c", "L(E(a)| b>https://x.example/)|#2.1|#1.1| c"),
    ]);
}

#[test]
fn a_url_that_could_do_harm_leaves_the_whole_link_literal() {
    let texts = [
        "[a](javascript:alert(1))",
        "[a](JaVaScript:alert(1))",
        "[a](data:text/html,x)",
        "[a](vbscript:x)",
        "[a](file:///etc/passwd)",
        "[a](//evil.example/)",
        "[a](blob:https://x.example/1)",
        "[a](ftp://x.example/)",
        "[a](https://me:pw@x.example/)",
        "[1](javascript:alert(1))",
    ];
    check_literal(&texts, &["unsafe-url"]);
}

#[test]
fn what_is_no_link_is_literal() {
    check_literal(&["[a] (https://x.example/)", "[a", "a](b", "f(x)[y]"], &[]);
}

#[test]
fn html_entities_and_other_markdown_stay_as_written() {
    check_literal(
        &[
            "<b>bold</b>",
            "<script>alert(1)</script>",
            "&amp; &lt;b&gt; &#106;",
            "`code`",
            "_em_ __strong__",
            "# Heading",
            "> quote",
            "<!-- no -->",
        ],
        &["markup"],
    );
    check_literal(&["![alt]", "~~no~~", "https://x.example/ stays", "-- ---"], &[]);
}

#[test]
fn a_line_break_is_a_space() {
    check(&[("a\nb", "a b"), ("*a\nb*", "E(a b)"), ("a\r\nb", "a b")]);
}

#[test]
fn letters_beyond_ascii_are_kept_whole() {
    check(&[
        ("*é* ü **日本**", "E(é)| ü |S(日本)"),
        ("👩‍👩‍👧‍👦[1]", "👩‍👩‍👧‍👦|#1.1"),
        ("שלום [1] *עולם*", "שלום|#1.1| |E(עולם)"),
    ]);
    check_literal(&["[日本]", "\\日"], &[]);
}
