//! The fields of the format, and what each takes.

use serde_json::Value;

use crate::reading::complete_story;

/// What a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A text of at most this many characters.
    Text(usize),
    /// A text or a number.
    Id,
    /// The id of a source: short, letters and digits.
    SourceId,
    /// A date; a number is read as a year.
    Date,
    /// One of a few words.
    Word,
    /// The word that holds a story back.
    Status,
    /// A language tag.
    Language,
    /// True or false.
    Flag,
    /// A whole number of pixels.
    Pixels,
    /// A URL.
    Url,
    /// A picture, or its URL.
    Picture,
    /// A list.
    List,
    /// A list of agents, one of them, or a name.
    Agents,
    /// An object.
    Object,
    /// An object or a bare text.
    ObjectOrText,
    /// An entry of a table's row or header.
    Cell,
    /// An object in an unordered list of forms, or a text.
    SourceType,
}

use Kind::{
    Agents, Cell, Date, Flag, Id, Language, List, Object, ObjectOrText, Picture, Pixels, SourceId,
    SourceType, Status, Text, Url, Word,
};

/// Characters of a text field, and of what is set as a headline or a name.
const LONG: Kind = Text(20_000);
const SHORT: Kind = Text(300);

/// Every field of the format; `*` is any index.
#[rustfmt::skip]
pub const FIELDS: &[(&str, Kind)] = &[
    ("/id", Id), ("/url", Url), ("/headline", SHORT), ("/alternativeHeadline", LONG),
    ("/description", LONG), ("/keyPoints", Agents), ("/keyPoints/*", LONG), ("/keyPointsAi", Flag),
    ("/articleSection", LONG), ("/articleType", Word), ("/urgent", Flag),
    ("/keywords", List), ("/keywords/*", SHORT), ("/inLanguage", Language), ("/dir", Word),
    ("/author", Agents), ("/author/*", ObjectOrText), ("/author/*/type", Word),
    ("/author/*/name", SHORT), ("/author/*/url", Url), ("/author/*/image", Picture),
    ("/author/*/image/url", Url), ("/author/*/jobTitle", LONG), ("/author/*/description", LONG),
    ("/editor", Agents), ("/editor/*", ObjectOrText), ("/editor/*/type", Word),
    ("/editor/*/name", SHORT), ("/editor/*/url", Url), ("/editor/*/image", Picture),
    ("/editor/*/jobTitle", LONG), ("/editor/*/description", LONG),
    ("/publisher", ObjectOrText), ("/publisher/type", Word), ("/publisher/name", SHORT), ("/publisher/url", Url),
    ("/publisher/image", Picture), ("/publisher/jobTitle", LONG), ("/publisher/description", LONG),
    ("/datePublished", Date), ("/dateModified", Date),
    ("/pubStatus", Status), ("/embargoedUntil", Date), ("/expires", Date),
    ("/image", Picture), ("/image/url", Url), ("/image/dark", Url), ("/image/alt", LONG), ("/image/caption", LONG),
    ("/image/creditText", LONG), ("/image/width", Pixels), ("/image/height", Pixels),
    ("/sections", List), ("/sections/*", Object), ("/sections/*/id", Id),
    ("/sections/*/headline", SHORT), ("/sections/*/summary", LONG),
    ("/sections/*/dateModified", Date), ("/sections/*/open", Flag), ("/sections/*/inLanguage", Language),
    ("/sections/*/aiDisclosure", Word), ("/sections/*/aiInfoRef", LONG),
    ("/sections/*/blocks", List), ("/sections/*/blocks/*", ObjectOrText),
    ("/sections/*/blocks/*/type", LONG), ("/sections/*/blocks/*/text", LONG),
    ("/sections/*/blocks/*/items", List), ("/sections/*/blocks/*/items/*", LONG),
    ("/sections/*/blocks/*/ordered", Flag), ("/sections/*/blocks/*/start", Pixels), ("/sections/*/blocks/*/attribution", LONG),
    ("/sections/*/blocks/*/url", Url), ("/sections/*/blocks/*/dark", Url), ("/sections/*/blocks/*/alt", LONG),
    ("/sections/*/blocks/*/caption", LONG), ("/sections/*/blocks/*/creditText", LONG),
    ("/sections/*/blocks/*/width", Pixels), ("/sections/*/blocks/*/height", Pixels),
    ("/sections/*/blocks/*/header", List), ("/sections/*/blocks/*/header/*", Cell),
    ("/sections/*/blocks/*/rows", List), ("/sections/*/blocks/*/rows/*", List),
    ("/sections/*/blocks/*/rows/*/*", Cell), ("/sections/*/blocks/*/language", LONG),
    ("/sections/*/blocks/*/title", LONG), ("/sections/*/blocks/*/dateModified", Date),
    ("/sections/*/blocks/*/known", List), ("/sections/*/blocks/*/known/*", LONG),
    ("/sections/*/blocks/*/unknown", List), ("/sections/*/blocks/*/unknown/*", LONG),
    ("/timeline", Object), ("/timeline/headline", SHORT), ("/timeline/events", List),
    ("/timeline/events/*", Object), ("/timeline/events/*/date", Date),
    ("/timeline/events/*/displayDate", LONG), ("/timeline/events/*/headline", LONG),
    ("/timeline/events/*/text", LONG), ("/timeline/events/*/group", LONG), ("/timeline/events/*/url", Url),
    ("/timeline/events/*/key", Flag),
    ("/citation", List), ("/citation/*", Object), ("/citation/*/id", SourceId),
    ("/citation/*/name", LONG), ("/citation/*/url", Url), ("/citation/*/publisher", LONG),
    ("/citation/*/author", LONG), ("/citation/*/datePublished", Date), ("/citation/*/accessed", Date),
    ("/citation/*/text", LONG), ("/citation/*/archivedAt", Url), ("/citation/*/inLanguage", Language),
    ("/citation/*/type", LONG), ("/citation/*/supports", Word),
    ("/correction", Agents), ("/correction/*", ObjectOrText), ("/correction/*/datePublished", Date),
    ("/correction/*/text", LONG),
    ("/aiDisclosure", Word), ("/digitalSourceType", SourceType),
    ("/aiInfo", List), ("/aiInfo/*", Object), ("/aiInfo/*/name", LONG), ("/aiInfo/*/system", LONG),
    ("/aiInfo/*/provider", LONG), ("/aiInfo/*/role", LONG), ("/aiInfo/*/version", LONG),
    ("/aiInfoRef", LONG), ("/publishingPrinciples", Url), ("/disclaimer", LONG),
    ("/copyrightNotice", LONG), ("/license", Url), ("/creditText", LONG),
    ("/relatedLink", List), ("/relatedLink/*", Object), ("/relatedLink/*/name", LONG),
    ("/relatedLink/*/url", Url), ("/relatedLink/*/datePublished", Date),
    ("/relatedLink/*/image", Picture), ("/relatedLink/*/description", LONG),
];

/// The pointers of the complete story, each with what it takes; what decides whether
/// there is a story at all is left out.
pub fn of_the_complete_story() -> Vec<(String, Kind)> {
    let mut pointers = Vec::new();
    collect(&complete_story(), "", &mut pointers);
    let is_asked = |pointer: &String| !pointer.starts_with("/_") && pointer != "/schemaVersion";
    let pointers = pointers.into_iter().filter(is_asked);
    pointers.map(|pointer| (pointer.clone(), kind(&pointer))).collect()
}

fn kind(pointer: &str) -> Kind {
    let wanted = pattern(pointer);
    let row = FIELDS.iter().find(|(pattern, _)| *pattern == wanted);
    row.unwrap_or_else(|| panic!("{pointer} is in no row of the table")).1
}

/// The pointer with `*` for each index.
pub fn pattern(pointer: &str) -> String {
    let is_index = |step: &&str| !step.is_empty() && step.bytes().all(|b| b.is_ascii_digit());
    let steps = pointer.split('/').map(|step| if is_index(&step) { "*" } else { step });
    steps.collect::<Vec<_>>().join("/")
}

fn collect(value: &Value, pointer: &str, pointers: &mut Vec<String>) {
    if !pointer.is_empty() {
        pointers.push(pointer.to_owned());
    }
    match value {
        Value::Object(fields) => {
            fields
                .iter()
                .for_each(|(key, value)| collect(value, &format!("{pointer}/{key}"), pointers));
        }
        Value::Array(items) => {
            let items = items.iter().enumerate();
            items
                .for_each(|(index, value)| collect(value, &format!("{pointer}/{index}"), pointers));
        }
        _ => {}
    }
}

#[test]
fn the_complete_story_has_every_field_of_the_table() {
    let asked = of_the_complete_story();
    for (wanted, _) in FIELDS {
        assert!(
            asked.iter().any(|(pointer, _)| pattern(pointer) == *wanted),
            "{wanted} is not in the fixture"
        );
    }
}
