//! `docs/errors.md`: each code with what makes it, what is said then, and what to do. The
//! examples are read when the page is made, so what it says is what a card says.

use std::fmt::Write as _;

use serde_json::Value;
use story_card::import::{parse_html, read};
use story_card::parse::CODES;
use story_card::{Error, Options};

use super::made::keep_current;
use crate::reading::read_with;

/// Problems: what to put into a story to meet each, and what cures it. The first that is
/// reported under that code is told. Nothing to put in: it takes more than a document.
const PROBLEMS: [(&str, &str, &str); 24] = [
    (
        "wrong-type",
        r#"{ "keywords": "ferry" }"#,
        "Write the value in the type that the field takes; the README's table and the schema name it.",
    ),
    (
        "missing-field",
        r#"{ "author": [{ "type": "Person", "url": "https://news.example/ada" }] }"#,
        "Add the field that the message names.",
    ),
    (
        "unknown-key",
        r#"{ "autor": [{ "name": "Ada" }] }"#,
        "Use the name that the message suggests, or begin a key of your own with `_`, `$` or `@`.",
    ),
    (
        "duplicate-key",
        "",
        "One object has two keys of the same name: keep the right one. Most programs that write JSON cannot make this mistake.",
    ),
    (
        "unknown-value",
        r#"{ "articleType": "comment" }"#,
        "Use one of the words in the schema. A language is a tag such as `en-GB`.",
    ),
    (
        "contradiction",
        r#"{ "aiDisclosure": "none", "author": [{ "type": "SoftwareApplication", "name": "Newsbot" }] }"#,
        "Say what the machine did: `ai-assisted`, `ai-generated` or `ai-autonomous`; or leave the machine out.",
    ),
    (
        "unknown-block",
        r#"{ "sections": [{ "blocks": [{ "type": "poll", "text": "Yes or no?" }] }] }"#,
        "Write it as one of the known kinds; until then its text is shown as a paragraph.",
    ),
    (
        "unknown-source",
        r#"{ "description": "All are ashore.[2]", "citation": [{ "id": "1", "name": "Notice 14" }] }"#,
        "Add the source to `citation`, or correct the number. To print a bracket, write `\\\\[2]` in JSON.",
    ),
    (
        "marker-in-plain-text",
        r#"{ "articleSection": "Breaking [1]", "citation": [{ "id": "1", "name": "Notice 14" }] }"#,
        "Move the citation into the lead or a paragraph.",
    ),
    (
        "uncited-quote",
        r#"{ "sections": [{ "blocks": [{ "type": "quote", "text": "Nobody was hurt." }] }], "citation": [{ "id": "1", "name": "Notice 14" }] }"#,
        "Cite the source of the words: `Nobody was hurt.[1]`, or give the block a `url`.",
    ),
    (
        "quote-not-found",
        r#"{ "sections": [{ "blocks": [{ "type": "quote", "text": "Nobody at all was hurt on board.[1]" }] }], "citation": [{ "id": "1", "name": "Notice 14", "text": "No injuries reported." }] }"#,
        "Quote the very words, or put the passage that has them into the source's `text`.",
    ),
    (
        "duplicate-id",
        r#"{ "citation": [{ "id": "1", "name": "Notice 14" }, { "id": "1", "name": "Notice 15" }] }"#,
        "Give each source, and each section, an id of its own; the first keeps it.",
    ),
    (
        "unsafe-url",
        r#"{ "url": "htps://news.example/42" }"#,
        "Addresses are `http`, `https` or relative; in texts `mailto` too.",
    ),
    (
        "unreadable-link",
        r#"{ "description": "See [the notice](https://harbour.example/a b)." }"#,
        "Write spaces in addresses as `%20`, or the whole address between `<` and `>`.",
    ),
    (
        "markup",
        r#"{ "description": "All <b>84</b> are ashore." }"#,
        "Write `**84**`: a text knows strong, emphasis, links and citations, and nothing else.",
    ),
    (
        "image",
        "",
        "Check that the picture is there, and that its host sends `Access-Control-Allow-Origin`. The console reports this problem when the picture fails; `story-card-load` does not.",
    ),
    (
        "lenient-date",
        r#"{ "datePublished": "March 10, 2026" }"#,
        "Write `2026-03-10`, or a moment with its zone: `2026-03-10T07:05:00Z`.",
    ),
    (
        "unreadable-date",
        r#"{ "datePublished": "last Tuesday" }"#,
        "Write `2026-03-10`; in a timeline, put words into `displayDate`.",
    ),
    (
        "reversed-interval",
        r#"{ "timeline": { "events": [{ "date": "2020/2014", "text": "The siege." }] } }"#,
        "Put the earlier date first.",
    ),
    (
        "too-long",
        "",
        "A headline has at most 300 characters, another text 20,000. Split it into paragraphs.",
    ),
    (
        "too-many",
        r#"{ "keyPoints": ["One.", "Two.", "Three.", "Four.", "Five.", "Six."] }"#,
        "Keep to the limit: 5 key points, 200 sections, 10,000 blocks, 1,000 events, 4,000 sources.",
    ),
    ("too-deep", "", "Nest values no deeper than 64 levels, and emphasis no deeper than 4."),
    (
        "not-shown",
        "",
        "This happens only to stories in other formats: the message names what has no place in a card. Say it in a paragraph.",
    ),
    (
        "lone-surrogate",
        "",
        "A program has cut a text in the middle of a character, such as an emoji. Cut by characters, not by UTF-16 units.",
    ),
];

/// Errors: a document that makes each, where one does; what it means; what to do.
const ERRORS: [(&str, &str, &str, &str); 10] = [
    (
        "network",
        "",
        "Nothing answered, or the page may not read the answer.",
        "The console says why: the address, a missing `Access-Control-Allow-Origin`, the page's `connect-src`, or no connection.",
    ),
    (
        "timeout",
        "",
        "The story was not complete when the time was up.",
        "Make the server faster, or raise the attribute `timeout`.",
    ),
    (
        "http",
        "",
        "The server refused; `status` says how.",
        "404: check the address. 403: check the permissions. 5xx: the card has tried three times; look at the server.",
    ),
    (
        "too-large",
        "",
        "The document is larger than 4 MiB.",
        "Leave out what readers do not see; serve one story, not an archive.",
    ),
    (
        "not-json",
        r#"{ "schemaVersion": "story-card/1.0", "headline": "Rain", }"#,
        "The document is not JSON.",
        "The message says where, and what the card expected; it recognises a web page or a feed.",
    ),
    (
        "not-a-story",
        r#"{ "title": "Rain", "body": "It rained." }"#,
        "The document is JSON, but not a story in a format that the card knows.",
        "Check the address, and the keys that the message names.",
    ),
    (
        "unsupported-version",
        r#"{ "schemaVersion": "story-card/2.0", "headline": "Rain" }"#,
        "The story has another major version.",
        "Use the version of the card that the story was written for.",
    ),
    (
        "withheld",
        r#"{ "schemaVersion": "story-card/1.0", "headline": "Rain", "pubStatus": "withheld" }"#,
        "The publisher holds the story back: it is embargoed, expired, withheld or cancelled.",
        "Check `pubStatus`, `embargoedUntil` and `expires`, and the server's clock.",
    ),
    (
        "wasm",
        "",
        "The card's own code did not start.",
        "Check the policy: `script-src` needs `'wasm-unsafe-eval'`. Check caches: they may hold files of two builds. Check the server: all files belong in one folder, with CORS.",
    ),
    (
        "crashed",
        "",
        "The card's own code broke down, and a restart did not help.",
        "This is our bug: please report it with the story.",
    ),
];

const HEAD: &str = "# Errors and problems

An *error* stops a card: the fallback stays, and `story-card-error` carries the code.
A card lives with a *problem*: it shows the rest, and `story-card-load` lists the problem with a JSON pointer.
The console reports both, unless the tag is `quiet`.

`UPDATE=1 cargo test --test native --features ssr,import tidy` makes this page, and has the parser read its examples.

";

/// Why a tag shows no card: it reads other formats too, and its words tell of them.
fn refusal(document: &str) -> Error {
    read(document, &Options::default(), parse_html).expect_err("a document that is refused")
}

fn page() -> String {
    let mut page = HEAD.to_owned();
    page += "## Errors\n";
    for (code, document, meaning, cure) in ERRORS {
        let _ = write!(page, "\n### {code}\n\n{meaning}\n");
        if !document.is_empty() {
            let error = refusal(document);
            assert_eq!(error.code(), code, "{document}");
            let _ = write!(page, "\n```text\n{document}\n```\n\nThe card says: {error}\n");
        }
        let _ = writeln!(page, "\n**What to do.** {cure}");
    }
    page += "\n## Problems\n";
    for ((code, fields, cure), (known, meaning)) in PROBLEMS.iter().zip(CODES) {
        assert_eq!(code, known, "in the order of the codes");
        let mut letters = meaning.chars();
        let first = letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
        let _ = write!(page, "\n### {code}\n\n{first}{}.\n", letters.as_str());
        if !fields.is_empty() {
            page += &said(code, fields);
        }
        let _ = writeln!(page, "\n**What to do.** {cure}");
    }
    page
}

/// An example, and what is said of it.
fn said(code: &str, fields: &str) -> String {
    let fields_read: Value = serde_json::from_str(fields).expect("JSON");
    let parsed = read_with(&fields_read);
    let problem = parsed.problems.iter().find(|problem| problem.code == code);
    let problem = problem.unwrap_or_else(|| panic!("{fields} makes {:?}", parsed.problems));
    format!(
        "\n```json\n{fields}\n```\n\nThe card says, at `{}`: {}\n",
        problem.path, problem.message
    )
}

#[test]
fn the_page_of_errors_is_current() {
    assert_eq!(PROBLEMS.len(), CODES.len());
    keep_current("docs/errors.md", &page());
}

#[test]
fn the_errors_told_are_those_of_the_readme() {
    let readme = crate::reading::file("README.md");
    let (_, after) = readme.split_once("### Error codes").expect("the codes");
    let (table, _) = after.split_once("### The console").expect("their end");
    for (code, ..) in ERRORS {
        assert!(table.contains(&format!("| `{code}` |")), "{code}");
    }
}
