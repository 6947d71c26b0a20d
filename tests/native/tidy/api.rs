//! What the card offers a page, in words.
//!
//! Names, values and defaults are the sources' own: attributes those of
//! `src/element/loader/attributes.js`, events those that the code fires, properties those of
//! `tokens.css`. The sources have no place for a sentence about an attribute, an event or
//! a part; it stands here, and a name that only one side has fails the test.

use std::collections::BTreeSet;

use story_card::parse::CODES;

use super::readme::code;
use crate::reading::file;

/// Attributes, and what they do.
pub const ATTRIBUTES: &[(&str, &str)] = &[
    (
        "src",
        "URL of the story's JSON, on any origin that allows CORS; resolved against the document",
    ),
    ("item", "which story, where the JSON holds several: an index, id, URL or slug"),
    (
        "theme",
        "`auto` follows the page's `color-scheme` at any time; a page that says nothing is light, `light dark` is as the reader's setting says",
    ),
    ("loading", "`lazy` starts one viewport ahead; in a frame of another origin, when it is seen"),
    ("open", "which sections start open; `story` as the story's own `open` fields say"),
    ("exclusive", "one open section at a time"),
    ("heading-level", "level of the headline; sections are one deeper"),
    (
        "timeline",
        "which view of the timeline is shown; without the attribute the drawing comes with eight dated events or more, else it waits behind its button",
    ),
    (
        "layout",
        "`auto` has a second column where there is room, `two` as early as can be, `one` never; `teaser` is headline, trust line and lead alone",
    ),
    ("images", "which images are fetched; never with a referrer"),
    (
        "since",
        "a moment (RFC 3339), such as the reader's last visit: what a story says to have changed after it is marked, with a line that leads there",
    ),
    ("refresh", "seconds after which a live story is asked for again"),
    ("timeout", "seconds until a story that has not arrived has failed"),
    ("quiet", "nothing in the console"),
    ("lang", "language of the interface's words; the story's own comes from the JSON"),
];

/// Events, what they carry, and when they are fired.
pub const EVENTS: &[(&str, &str, &str)] = &[
    (
        "load",
        "id, headline, sections, citations, events, stories, format, problems",
        "a story is shown; `sections` to `stories` are counts, the last of all stories in the document, `format` is `story-card` or one of [docs/formats.md](docs/formats.md), `problems` is a list of `{ code, path, message }`, whose paths lead into the document as it came",
    ),
    ("error", "code, message, status?", "no story can be shown"),
    ("toggle", "id, open", "the reader opened or closed a section"),
    ("cite", "id, url, how", "the reader opened a source's note"),
    ("link", "url, kind", "the reader pressed a link; cancelable"),
    ("update", "id, dateModified", "a refreshed story replaced the one shown before"),
];

/// Parts, and what they are.
pub const PARTS: &[(&str, &str)] = &[
    ("card", "the whole card"),
    ("header", "all above the body"),
    ("badge", "the category above the headline"),
    ("kind", "the kind of story above the headline: Opinion, Analysis, Live"),
    ("headline", "the headline"),
    ("subtitle", "the second headline"),
    ("trust", "the line under the headline: who wrote it, sources, corrections, minutes"),
    ("whats-new", "the line that tells what is new, and leads there"),
    ("key-points", "what matters most, before the lead"),
    ("dateline", "the line of the dates, with the slot beside them"),
    ("dates", "when it was published and updated"),
    ("byline", "authors and editors"),
    ("author", "the name of one author"),
    ("portrait", "the picture of an author, or the initials in its place"),
    ("image", "a picture with its caption"),
    ("caption", "what stands under a picture"),
    ("lead", "the first paragraphs, set larger"),
    ("disclosure", "what a machine had to do with the story"),
    ("corrections", "what was wrong and has been put right"),
    ("toggle-all", "the button that opens or closes every section"),
    ("sections", "all sections"),
    ("index", "links to the sections, beside a wide card's timeline"),
    ("section", "one section"),
    ("section-open", "a section while it is open, as well as `section`"),
    ("section-heading", "the heading of a section, which opens it"),
    ("heading", "every other heading below the headline"),
    ("section-summary", "what a section says, while it is shut"),
    ("section-body", "what a section holds"),
    ("paragraph", "a paragraph of the body"),
    ("quote", "a quotation with its speaker"),
    ("quote-text", "the words of a quotation"),
    ("attribution", "the speaker of a quotation"),
    ("pullquote", "words of the story set large, as well as `quote`"),
    ("table", "a table"),
    ("cell", "a cell of a table, or of its head"),
    ("list", "a list"),
    ("known", "what is known, as a list"),
    ("unknown", "what is not known yet, as a list"),
    ("code", "preformatted text"),
    ("embed", "a link to something elsewhere"),
    ("marker", "the number of a source in the text"),
    ("marker-active", "a marker while its note is shown, as well as `marker`"),
    ("popover", "the note with a source"),
    ("close", "the button that closes a note"),
    ("search", "the box that searches a long list"),
    ("source", "what is known of a source, in a note and in the list"),
    ("source-title", "the title of a source"),
    ("source-publisher", "the publisher of a source"),
    ("source-excerpt", "the words of a source that were relied on"),
    ("timeline", "the timeline"),
    ("timeline-graphic", "the timeline drawn to scale"),
    ("timeline-list", "the timeline as a list"),
    ("view-switch", "the choice between the views of the timeline"),
    ("zoom", "the buttons that zoom the drawn timeline"),
    ("mark", "an event in the drawn timeline, or several as one"),
    ("mark-label", "the words of a mark"),
    ("tick", "a line across the drawn timeline, and its date"),
    ("lane", "the name of a group in the drawn timeline"),
    ("rail", "the axis of the drawn timeline"),
    ("event", "one event"),
    ("event-date", "when an event was"),
    ("event-headline", "an event in a few words"),
    ("event-text", "an event in full"),
    ("sources", "the list of sources"),
    ("related", "related stories"),
    ("biography", "an author in a few words"),
    ("rights", "whose the story is"),
    ("skeleton", "what shows while the story is on its way"),
    ("error", "what shows when it cannot be shown"),
    ("retry", "the button that asks for it again"),
];

/// Names and readers of the attributes, as `attributes.js` has them.
pub fn attributes_in_js() -> Vec<(String, String)> {
    let text = file("src/element/loader/attributes.js");
    let (_, after) = text.split_once("export const ATTRIBUTES = {\n").expect("the table");
    let (table, _) = after.split_once("\n};").expect("its end");
    let rows = table.lines().map(|line| line.trim().trim_end_matches(','));
    let rows = rows.filter_map(|row| row.split_once(": "));
    rows.map(|(name, reader)| (name.trim_matches('"').to_owned(), reader.to_owned())).collect()
}

/// What an attribute takes, told by the function that reads it.
fn values(name: &str, reader: &str) -> String {
    let arguments = reader.split_once('(').map_or("", |(_, rest)| rest.trim_end_matches(')'));
    let arguments: Vec<&str> = arguments.split(", ").map(|word| word.trim_matches('"')).collect();
    let kind = reader.split('(').next().unwrap_or_default();
    match (kind, arguments.as_slice()) {
        ("text", _) if name == "src" => "URL".into(),
        ("text", _) if name == "lang" => "BCP 47".into(),
        ("text", _) if name == "since" => "RFC 3339".into(),
        ("text", _) => "text".into(),
        ("flag", _) => "present or not".into(),
        ("words", words) => words.iter().map(|word| code(word)).collect::<Vec<_>>().join(" "),
        ("number", ["0", min, max]) => format!("off, or {min} to {max}"),
        ("number", [default, min, max]) => format!("{} ({min} to {max})", code(default)),
        _ => panic!("{name}: {reader} is read in a way this table does not know"),
    }
}

pub fn attributes() -> Vec<Vec<String>> {
    let about =
        |name: &str| ATTRIBUTES.iter().find(|row| row.0 == name).map_or("", |row| row.1).to_owned();
    let rows = attributes_in_js().into_iter();
    rows.map(|(name, reader)| vec![code(&name), values(&name, &reader), about(&name)]).collect()
}

pub fn events() -> Vec<Vec<String>> {
    let detail = |keys: &str| code(&format!("{{ {keys} }}"));
    EVENTS
        .iter()
        .map(|(name, keys, when)| {
            vec![code(&format!("story-card-{name}")), detail(keys), (*when).to_owned()]
        })
        .collect()
}

pub fn parts() -> Vec<Vec<String>> {
    PARTS.iter().map(|(name, about)| vec![code(name), (*about).to_owned()]).collect()
}

pub fn problems() -> Vec<Vec<String>> {
    CODES.iter().map(|(code_, about)| vec![code(code_), (*about).to_owned()]).collect()
}

/// Codes that the code reports.
fn reported() -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    for source in super::files("src", "rs") {
        let calls = ["report(", "Problem { code: "].map(|call| source.text.split(call).skip(1));
        for call in calls.into_iter().flatten() {
            let words: Vec<&str> =
                call.split([';', '{']).next().unwrap_or_default().split('"').collect();
            // The first text of a call that is one word is its code.
            let is_code = |word: &&&str| {
                !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
            };
            codes.extend(
                words.iter().skip(1).step_by(2).find(is_code).map(|code| (*code).to_owned()),
            );
        }
    }
    codes
}

#[test]
fn every_code_that_is_reported_is_told_and_no_other() {
    let told: BTreeSet<String> = CODES.iter().map(|(code, _)| (*code).to_owned()).collect();
    assert_eq!(told.len(), CODES.len(), "a code stands twice");
    assert_eq!(reported(), told);
}

#[test]
fn the_attributes_told_are_those_that_are_read() {
    let read = attributes_in_js();
    let names: Vec<&str> = read.iter().map(|(name, _)| name.as_str()).collect();
    let told: Vec<&str> = ATTRIBUTES.iter().map(|row| row.0).collect();
    assert_eq!(names, told);
}

#[test]
fn the_events_told_are_those_that_are_fired() {
    let sources =
        ["src/element/detail.rs", "src/element/loader/runtime/card.js"].map(file).concat();
    for (name, _, _) in EVENTS {
        let is_fired = sources.contains(&format!("\"{name}\""));
        assert!(is_fired, "story-card-{name} is told, yet never fired");
    }
}

/// Fields that events carry: each is written with its value.
fn fields(text: &str) -> BTreeSet<&str> {
    let values = ["text(", "Text(", "Flag(", "url)", "Field::"];
    let named = text.split("(\"").skip(1).filter_map(|rest| rest.split_once("\", "));
    named
        .filter(|(_, value)| values.iter().any(|begin| value.starts_with(begin)))
        .map(|(name, _)| name)
        .collect()
}

#[test]
fn the_keys_told_of_an_event_are_those_it_carries() {
    let details = file("src/element/detail.rs");
    let card = ["card.js", "foreign.js"]
        .map(|name| file(&format!("src/element/loader/runtime/{name}")))
        .concat();
    let fields = fields(&details);
    assert!(fields.contains("citations") && fields.contains("status"), "{fields:?}");
    for key in
        EVENTS.iter().flat_map(|event| event.1.split(", ")).map(|key| key.trim_end_matches('?'))
    {
        let is_carried = fields.contains(key) || card.contains(key);
        assert!(is_carried, "{key} is told, yet no event carries it");
    }
}
