//! Bytes to text, whatever Unicode encoding they came in.

use serde_json::json;
use story_card::parse::decode;
use story_card::{Options, parse};

use crate::reading::{problems, story_with};

const TEXTS: [&str; 4] = ["Plain", "Größe 日本 עברית", "👩‍👩‍👧‍👦 \u{10FFFF}", "\u{FEFF}inside\u{FEFF}"];

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn a_story_may_be_in_any_unicode_encoding() {
    for headline in TEXTS {
        let text = story_with(&json!({ "headline": headline })).to_string();
        let marked = format!("\u{FEFF}{text}");
        for (name, bytes) in [
            ("UTF-8", text.clone().into_bytes()),
            ("UTF-8 with a mark", marked.clone().into_bytes()),
            ("UTF-16 little-endian", utf16(&text, u16::to_le_bytes)),
            ("UTF-16 big-endian", utf16(&text, u16::to_be_bytes)),
            ("UTF-16 little-endian with a mark", utf16(&marked, u16::to_le_bytes)),
            ("UTF-16 big-endian with a mark", utf16(&marked, u16::to_be_bytes)),
        ] {
            let decoded = decode(bytes);
            assert_eq!(decoded, text, "{name}");
            let parsed =
                parse(&decoded, &Options::default()).unwrap_or_else(|e| panic!("{name}: {e}"));
            assert_eq!(parsed.story.headline, headline.trim(), "{name}");
        }
    }
}

#[test]
fn bytes_that_are_no_unicode_become_replacement_characters() {
    for (bytes, text) in [
        (&b"a\xFFb"[..], "a\u{FFFD}b"),
        (b"a\xC3", "a\u{FFFD}"),
        (b"a\xED\xA0\x80b", "a\u{FFFD}\u{FFFD}\u{FFFD}b"),
        (b"\xFF\xFEa\0\x00\xD8b\0", "a\u{FFFD}b"),
        (b"\xFE\xFF\0a\0", "a"),
        (b"", ""),
        (b"\xEF\xBB\xBF", ""),
        (b"\xFF\xFE", ""),
        (b"\xFF", "\u{FFFD}"),
        (b"\0\0\0\0", "\0\0\0\0"),
    ] {
        assert_eq!(decode(bytes.to_vec()), text, "{bytes:?}");
    }
}

#[test]
fn bad_bytes_in_a_text_leave_the_story_standing() {
    let mut bytes = story_with(&json!({ "articleSection": "Wa?ter" })).to_string().into_bytes();
    let at = bytes.iter().position(|byte| *byte == b'?').expect("a place");
    bytes[at] = 0xE4;
    let parsed = parse(&decode(bytes), &Options::default()).expect("a story");
    assert_eq!(parsed.story.article_section.as_deref(), Some("Wa\u{FFFD}ter"));
}

#[test]
fn a_mark_that_decoding_left_is_dropped_once() {
    let text = story_with(&json!({})).to_string();
    assert!(parse(&format!("\u{FEFF}{text}"), &Options::default()).is_ok());
    let twice = parse(&format!("\u{FEFF}\u{FEFF}{text}"), &Options::default());
    assert_eq!(twice.expect_err("not JSON").code(), "not-json");
}

#[test]
fn half_a_character_is_shown_as_a_replacement_and_told() {
    for (written, shown) in [
        (r"a\ud800b", "a\u{FFFD}b"),
        (r"a\udc00b", "a\u{FFFD}b"),
        (r"\ud800", "\u{FFFD}"),
        (r"\udc00\ud800", "\u{FFFD}\u{FFFD}"),
        (r"\ud800\ud800", "\u{FFFD}\u{FFFD}"),
        (r"\ud800\u0041", "\u{FFFD}A"),
        (r"\ud800\n", "\u{FFFD}"),
        (r"\uD83D", "\u{FFFD}"),
        (r"\ud800\ud83d\ude00", "\u{FFFD}😀"),
    ] {
        let text = format!(r#"{{"schemaVersion":"story-card/1.0","headline":"{written}"}}"#);
        let parsed = parse(&text, &Options::default()).unwrap_or_else(|e| panic!("{written}: {e}"));
        assert_eq!(parsed.story.headline, shown, "{written}");
        assert_eq!(problems(&parsed), [("lone-surrogate", "")], "{written}");
    }
}

#[test]
fn whole_pairs_are_characters_and_no_problem() {
    for (written, shown) in [
        (r"\ud83d\ude00", "😀"),
        (r"\uD83D\uDE00", "😀"),
        (r"\u00e9", "é"),
        (r"\udbff\udfff", "\u{10FFFF}"),
    ] {
        let text = format!(r#"{{"schemaVersion":"story-card/1.0","headline":"{written}"}}"#);
        let parsed = parse(&text, &Options::default()).expect(written);
        assert_eq!((parsed.story.headline.as_str(), problems(&parsed)), (shown, vec![]));
    }
}
