//! What is not JSON is refused with line and column; what is, is read.

use crate::reading::refusal;

/// Checks the place that the error of each text names.
fn check(table: &[(&str, usize, usize)]) {
    for (text, line, column) in table {
        let error = refusal(text);
        assert_eq!(error.code(), "not-json", "{text:?}: {error}");
        let place = format!("not JSON at line {line} column {column}: expected ");
        assert!(error.to_string().starts_with(&place), "{text:?} is {place:?}, not {error}");
    }
}

#[test]
fn what_is_not_json_is_refused_with_line_and_column() {
    check(&[
        ("{", 1, 2),
        ("{\n  \"a\": 1,\n}", 3, 1),
        ("{\"a\" 1}", 1, 6),
        ("{\"a\": }", 1, 7),
        ("{\"a\": 1 \"b\": 2}", 1, 9),
        ("{a: 1}", 1, 2),
        ("{'a': 1}", 1, 2),
        ("[1, 2", 1, 6),
        ("[1, ]", 1, 5),
        ("[1 2]", 1, 4),
        ("[1]]", 1, 4),
        ("{}\n{}", 2, 1),
        ("{} // no", 1, 4),
        ("tru", 1, 1),
        ("nul", 1, 1),
        ("[NaN]", 1, 2),
        ("[+1]", 1, 2),
        ("[01]", 1, 3),
        ("[.5]", 1, 2),
        ("[1.]", 1, 4),
        ("[1e]", 1, 4),
        ("[-]", 1, 3),
        ("\"abc", 1, 5),
        ("[\"日本\" x]", 1, 7),
        ("[\"é\",\r\n \"👩\" x]", 2, 6),
    ]);
}

#[test]
fn control_characters_in_strings_are_refused_where_they_stand() {
    for letter in (0..0x20_u8).map(char::from) {
        let text = format!("{{\"headline\": \"a{letter}b\"}}");
        let error = refusal(&text);
        assert_eq!(error.code(), "not-json", "{letter:?}");
        assert!(error.to_string().contains("line 1 column 16:"), "{letter:?}: {error}");
    }
    // DEL and what follows are letters to JSON.
    let text = "{\"schemaVersion\":\"story-card/1.0\",\"headline\":\"a\u{7F}\u{85}\u{2028}b\"}";
    assert!(story_card::parse(text, &story_card::Options::default()).is_ok());
}

#[test]
fn unsound_escapes_are_refused() {
    for escape in [
        r"\x41",
        r"\a",
        r"\'",
        r"\",
        r"\u",
        r"\u12",
        r"\u12G4",
        r"\U0041",
        r"\u{41}",
        r"\u+041",
        r"\ud800\u12",
    ] {
        let error = refusal(&format!("[\"{escape}\"]"));
        assert_eq!(error.code(), "not-json", "{escape}");
    }
}

#[test]
fn space_is_four_characters_and_no_other() {
    for space in [" ", "\t", "\n", "\r", " \r\n\t "] {
        let text = format!(
            "{space}[{space}1{space},{space}{{{space}\"a\"{space}:{space}2{space}}}{space}]{space}"
        );
        assert_eq!(refusal(&text).code(), "not-a-story", "{space:?}");
    }
    for space in ["\u{A0}", "\u{B}", "\u{C}", "\u{2028}", "\u{FEFF}", "\0"] {
        assert_eq!(refusal(&format!("[1,{space}2]")).code(), "not-json", "{space:?}");
    }
}

#[test]
fn what_follows_a_document_is_refused() {
    let story = crate::reading::story_with(&serde_json::json!({})).to_string();
    for tail in ["}", "]", ",", "x", "{}", "null", "\0", "\u{FEFF}", "//", "</html>"] {
        assert_eq!(refusal(&format!("{story}{tail}")).code(), "not-json", "{tail:?}");
    }
}

#[test]
fn of_equal_keys_the_last_one_counts() {
    let text = r#"{"schemaVersion":"story-card/1.0","headline":"First","headline":"Last"}"#;
    let parsed = story_card::parse(text, &story_card::Options::default()).expect("a story");
    assert_eq!(parsed.story.headline, "Last");
}

#[test]
fn an_unknown_field_may_be_nested_without_end() {
    for depth in [63, 64, 65, 100, 1_000, 100_000] {
        for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":", "}]")] {
            let nest = format!("{}1{}", open.repeat(depth), close.repeat(depth));
            let text =
                format!(r#"{{"_deep":{nest},"schemaVersion":"story-card/1.0","headline":"Here"}}"#);
            let parsed = story_card::parse(&text, &story_card::Options::default());
            let parsed = parsed.unwrap_or_else(|error| panic!("{depth} deep: {error}"));
            assert_eq!(parsed.story.headline, "Here", "{depth} deep");
        }
    }
}

#[test]
fn a_nest_that_is_not_closed_is_refused_however_deep() {
    for depth in [10, 64, 65, 100_000] {
        for text in
            ["[".repeat(depth), "{\"a\":".repeat(depth), format!("{}]", "[".repeat(depth + 1))]
        {
            assert_eq!(refusal(&text).code(), "not-json", "{depth} deep");
        }
        let crossed = format!("{}}}{}", "[".repeat(depth), "]".repeat(depth - 1));
        assert_eq!(refusal(&crossed).code(), "not-json", "{depth} deep");
    }
}
