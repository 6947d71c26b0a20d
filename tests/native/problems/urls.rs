//! No URL that could run code, read a file or deceive gets through, in any field.

use serde_json::{Value, json};

use super::fields::{Kind, of_the_complete_story};
use crate::reading::{complete_story, problems, read};

/// URLs in disguise. What a browser would not take for dangerous is not here.
pub const DISGUISES: &[&str] = &[
    // The scheme as it is, in any case, and with space around it.
    "javascript:alert(1)",
    "JAVASCRIPT:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "\tjavascript:alert(1)",
    "\njavascript:alert(1)",
    "\r\njavascript:alert(1)",
    "javascript:alert(1) ",
    "\u{1}javascript:alert(1)",
    "\u{1f}javascript:alert(1)",
    "\u{8}\u{1b}javascript:alert(1)",
    // Browsers drop tabs and line breaks inside.
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "java\rscript:alert(1)",
    "java\r\nscript:alert(1)",
    "j\ta\tv\ta\ts\tc\tr\ti\tp\tt:alert(1)",
    "javascript\t:alert(1)",
    "javascript\n:alert(1)",
    "javascript:\talert(1)",
    "ja\nva\tscript\r:alert(1)",
    "\tja\tvascript:alert(1)",
    // What follows the scheme looks like something else.
    "javascript://example.com/%0aalert(1)",
    "javascript://https://x.example/%0aalert(1)",
    "javascript:/*https://x.example/*/alert(1)",
    "javascript:https://x.example/",
    "javascript:void(0)",
    "javascript:\"/*'/*`/*--></script>",
    "javascript:%61lert(1)",
    "javascript:\u{2028}alert(1)",
    "javascript:",
    "javascript:x@y.example",
    "javascript:#",
    "javascript:?https",
    "javascript:\\x.example",
    // Other schemes that run or read.
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD4=",
    "DATA:text/html,x",
    "data:,x",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "da\nta:text/html,x",
    " data:text/html,x",
    "data:image/png;base64,iVBORw0KGgo=",
    "data:text/javascript,alert(1)",
    "vbscript:msgbox(1)",
    "VBScript:x",
    "vb\tscript:x",
    "livescript:x",
    "mocha:x",
    "blob:https://x.example/9b2a",
    "BLOB:null/9b2a",
    "file:///etc/passwd",
    "file://server/share",
    "FILE:/etc/passwd",
    "fi\nle:///etc/passwd",
    "file:a",
    "filesystem:https://x.example/temporary/a",
    "view-source:https://x.example/",
    "about:blank",
    "chrome://settings",
    "resource://gre/",
    "jar:https://x.example!/",
    "ftp://x.example/",
    "ws://x.example/",
    "wss://x.example/",
    "tel:+123",
    "sms:+123",
    "intent://x#Intent;end",
    "ms-settings:",
    "urn:isbn:1",
    "feed:https://x.example/",
    "wyciwyg://0/https://x.example/",
    // Another host than it seems.
    "//evil.example/",
    "///evil.example/",
    "////evil.example/",
    "\\\\evil.example/",
    "/\\evil.example/",
    "\\/evil.example/",
    "/\t/evil.example/",
    "\t//evil.example/",
    "/\n/evil.example/",
    " //evil.example/",
    "/\r\\evil.example/",
    "\u{1}//evil.example/",
    "https://user@evil.example/",
    "https://user:pass@evil.example/",
    "https://good.example@evil.example/",
    "https://good.example%2f@evil.example/",
    "http://a:b@c:d@e.example/",
    // No address at all.
    "https://",
    "http://",
    "http:///",
    "https://[",
    "https://[::1",
    "https://exa mple.example/",
    "https://x.example:99999/",
    "https://%00.example/",
    "https://a%2fb.example/",
    "http://?",
    "http://#",
];

/// Addresses that stay, so that the tables above cannot pass by refusing everything.
const SOUND: &[&str] = &[
    "https://x.example/",
    "http://x.example/a?b=c#d",
    "HTTPS://X.EXAMPLE/",
    "https://x.example:8443/",
    "https://xn--bcher-kva.example/",
    "https://bücher.example/ü",
    "https://192.0.2.1/",
    "https://[2001:db8::1]/",
    "https://x.example/javascript:alert(1)",
    "https://x.example/?u=javascript:alert(1)",
    "/relative/path",
    "relative.jpg",
    "../up",
    "?query",
    "./javascript:alert(1)",
    " https://x.example/ ",
    "https:\\\\x.example\\a",
    "https://x.example/a@b",
    "a/b:c",
];

fn with(pointer: &str, url: &str) -> Value {
    let mut story = complete_story();
    *story.pointer_mut(pointer).expect("a field of the fixture") = json!(url);
    story
}

/// Fields that hold a URL, alone or as one of their forms.
fn url_fields() -> Vec<String> {
    let is_url = |kind: Kind| matches!(kind, Kind::Url | Kind::Picture);
    let fields = of_the_complete_story().into_iter().filter(|(_, kind)| is_url(*kind));
    let fields: Vec<String> = fields.map(|(pointer, _)| pointer).collect();
    assert!(fields.len() > 20, "only {}", fields.len());
    fields
}

#[test]
fn no_disguise_gets_through_in_any_field() {
    assert!(DISGUISES.len() > 90, "only {}", DISGUISES.len());
    for pointer in url_fields() {
        let expected = read(&with(&pointer, "")).story;
        for url in DISGUISES {
            let parsed = read(&with(&pointer, url));
            let is_told = problems(&parsed).contains(&("unsafe-url", &pointer));
            assert!(is_told, "{pointer} = {url:?}: {:?}", problems(&parsed));
            assert_eq!(parsed.story, expected, "{pointer} = {url:?}");
        }
    }
}

#[test]
fn a_sound_url_stays_in_every_field() {
    for pointer in url_fields() {
        for url in SOUND {
            let parsed = read(&with(&pointer, url));
            assert_eq!(problems(&parsed), [], "{pointer} = {url:?}");
        }
    }
}

#[test]
fn no_disguise_gets_through_in_story_text() {
    for url in DISGUISES.iter().filter(|url| !url.contains([' ', '\t', '\n', ')', '('])) {
        let text = format!("Read [this]({url}) now");
        let parsed = crate::reading::read_with(&json!({ "disclaimer": text }));
        let shown = crate::reading::runs(&parsed.story.disclaimer.expect("a disclaimer"));
        assert!(!shown.contains("L("), "{url:?} became {shown}");
    }
    let parsed = crate::reading::read_with(&json!({ "disclaimer": "[this](https://x.example/)" }));
    let shown = crate::reading::runs(&parsed.story.disclaimer.expect("a disclaimer"));
    assert_eq!(shown, "L(this>https://x.example/)");
}

#[test]
fn mail_and_fragments_are_for_texts_only() {
    for pointer in url_fields() {
        for url in ["mailto:desk@x.example", "#part"] {
            let parsed = read(&with(&pointer, url));
            assert_eq!(problems(&parsed).first(), Some(&("unsafe-url", pointer.as_str())), "{url}");
        }
    }
}

#[test]
fn a_url_is_two_thousand_and_forty_eight_bytes_at_most() {
    let url = |length: usize| format!("https://x.example/{}", "a".repeat(length - 18));
    for (length, codes) in [(2_048, 0), (2_049, 1)] {
        let parsed = crate::reading::read_with(&json!({ "url": url(length) }));
        assert_eq!(parsed.problems.len(), codes, "{length}");
    }
}

#[test]
fn the_host_is_the_real_one_in_ascii() {
    for (url, host) in [
        ("https://EXAMPLE.com/", "example.com"),
        ("https://аррӏе.example/", "xn--80ak6aa92e.example"),
        ("https://x.example:8443/", "x.example:8443"),
        ("https://0x7f.1/", "127.0.0.1"),
        ("https://ⓔxample.example/", "example.example"),
        ("https:\\\\x.example\\@evil.example", "x.example"),
    ] {
        let story = crate::reading::read_with(&json!({ "url": url })).story;
        assert_eq!(story.url.expect(url).host(), host, "{url}");
    }
}
