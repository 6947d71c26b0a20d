//! Every field of the format is read, in every form in which it may be given.

mod absent;
mod forms;

mod items;

use serde_json::Value;
use story_card::Story;
use story_card::parse::edtf::{strict, timestamp};
use story_card::story::{
    Agent, AgentKind, AiDisclosure, ArticleType, Block, Direction, EdtfDate, Image, Language,
    Quote, SafeLink, Section, Source, Support, Text, plain,
};

use crate::reading::{complete_story, problems, read};

pub use forms::block_in_short;

fn complete() -> (Value, Story) {
    let json = complete_story();
    let parsed = read(&json);
    assert_eq!(problems(&parsed), [], "the complete story is sound");
    (json, parsed.story)
}

/// Reads a text from a story; nothing when it is not there.
type Get = fn(&Story) -> Option<&str>;

fn url(link: Option<&SafeLink>) -> Option<&str> {
    link.map(SafeLink::as_str)
}

fn author(story: &Story, index: usize) -> Option<&Agent> {
    story.authors.get(index)
}

fn picture(story: &Story) -> Option<&Image> {
    story.image.as_ref()
}

fn source(story: &Story) -> Option<&Source> {
    story.sources.first()
}

fn section(story: &Story) -> Option<&Section> {
    story.sections.first()
}

#[rustfmt::skip]
const TEXTS: &[(&str, Get)] = &[
    ("/id", |s| s.id.as_deref()),
    ("/url", |s| url(s.url.as_ref())),
    ("/headline", |s| Some(&s.headline)),
    ("/alternativeHeadline", |s| s.alternative_headline.as_deref()),
    ("/articleSection", |s| s.article_section.as_deref()),
    ("/keywords/0", |s| s.keywords.first().map(String::as_str)),
    ("/keywords/1", |s| s.keywords.get(1).map(String::as_str)),
    ("/inLanguage", |s| s.language.as_ref().map(Language::as_str)),
    ("/dir", |s| s.direction.map(Direction::as_str)),
    ("/author/0/name", |s| Some(&author(s, 0)?.name)),
    ("/author/0/url", |s| url(author(s, 0)?.url.as_ref())),
    ("/author/0/image", |s| url(author(s, 0)?.image.as_ref())),
    ("/author/0/jobTitle", |s| author(s, 0)?.job_title.as_deref()),
    ("/author/1/name", |s| Some(&author(s, 1)?.name)),
    ("/author/1/image/url", |s| url(author(s, 1)?.image.as_ref())),
    ("/author/2/name", |s| Some(&author(s, 2)?.name)),
    ("/editor/0/name", |s| Some(&s.editors.first()?.name)),
    ("/editor/0/url", |s| url(s.editors.first()?.url.as_ref())),
    ("/editor/0/image", |s| url(s.editors.first()?.image.as_ref())),
    ("/editor/0/jobTitle", |s| s.editors.first()?.job_title.as_deref()),
    ("/publisher/name", |s| Some(&s.publisher.as_ref()?.name)),
    ("/publisher/url", |s| url(s.publisher.as_ref()?.url.as_ref())),
    ("/publisher/image", |s| url(s.publisher.as_ref()?.image.as_ref())),
    ("/publisher/jobTitle", |s| s.publisher.as_ref()?.job_title.as_deref()),
    ("/image/url", |s| Some(picture(s)?.url.as_str())),
    ("/image/dark", |s| url(picture(s)?.dark.as_ref())),
    ("/image/alt", |s| Some(&picture(s)?.alt)),
    ("/image/creditText", |s| picture(s)?.credit.as_deref()),
    ("/sections/0/id", |s| Some(&section(s)?.id)),
    ("/sections/0/headline", |s| Some(&section(s)?.headline)),
    ("/sections/0/summary", |s| section(s)?.summary.as_deref()),
    ("/sections/0/inLanguage", |s| section(s)?.language.as_ref().map(Language::as_str)),
    ("/sections/0/aiInfoRef", |s| section(s)?.ai_info_ref.as_deref()),
    ("/timeline/headline", |s| s.timeline.as_ref()?.headline.as_deref()),
    ("/timeline/events/0/displayDate", |s| s.timeline.as_ref()?.events[0].display_date.as_deref()),
    ("/timeline/events/0/headline", |s| s.timeline.as_ref()?.events[0].headline.as_deref()),
    ("/timeline/events/0/group", |s| s.timeline.as_ref()?.events[0].group.as_deref()),
    ("/timeline/events/0/url", |s| url(s.timeline.as_ref()?.events[0].url.as_ref())),
    ("/citation/0/name", |s| source(s)?.name.as_deref()),
    ("/citation/0/url", |s| url(source(s)?.url.as_ref())),
    ("/citation/0/publisher", |s| source(s)?.publisher.as_deref()),
    ("/citation/0/author", |s| source(s)?.author.as_deref()),
    ("/citation/0/text", |s| source(s)?.excerpt.as_deref()),
    ("/citation/0/archivedAt", |s| url(source(s)?.archived_at.as_ref())),
    ("/citation/0/inLanguage", |s| source(s)?.language.as_ref().map(Language::as_str)),
    ("/citation/0/type", |s| source(s)?.kind.as_deref()),
    ("/citation/1/id", |s| Some(&s.sources.get(1)?.id)),
    ("/citation/1/name", |s| s.sources.get(1)?.name.as_deref()),
    ("/aiDisclosure", |s| s.ai_disclosure.map(AiDisclosure::as_attribute)),
    ("/digitalSourceType", |s| s.digital_source_type.as_deref()),
    ("/aiInfo/0/name", |s| Some(&s.ai_info.first()?.name)),
    ("/aiInfo/0/system", |s| s.ai_info.first()?.system.as_deref()),
    ("/aiInfo/0/provider", |s| s.ai_info.first()?.provider.as_deref()),
    ("/aiInfo/0/role", |s| s.ai_info.first()?.role.as_deref()),
    ("/aiInfo/0/version", |s| s.ai_info.first()?.version.as_deref()),
    ("/aiInfoRef", |s| s.ai_info_ref.as_deref()),
    ("/publishingPrinciples", |s| url(s.publishing_principles.as_ref())),
    ("/copyrightNotice", |s| s.copyright_notice.as_deref()),
    ("/license", |s| url(s.license.as_ref())),
    ("/creditText", |s| s.credit_text.as_deref()),
    ("/relatedLink/0/name", |s| Some(&s.related.first()?.name)),
    ("/relatedLink/0/url", |s| Some(s.related.first()?.url.as_str())),
    ("/relatedLink/0/image", |s| url(s.related.first()?.image.as_ref())),
    ("/relatedLink/0/description", |s| s.related.first()?.description.as_deref()),
];

#[test]
fn every_text_of_the_format_is_read() {
    let (json, story) = complete();
    for (pointer, get) in TEXTS {
        let given = json.pointer(pointer).and_then(Value::as_str);
        assert!(given.is_some(), "{pointer} is in the fixture");
        assert_eq!(get(&story), given, "{pointer}");
    }
}

/// Reads story text.
type GetText = fn(&Story) -> Option<&Text>;

fn block(story: &Story, index: usize) -> Option<&Block> {
    section(story)?.blocks.get(index)
}

fn quote(story: &Story, index: usize) -> Option<&Quote> {
    match block(story, index)? {
        Block::Quote(quote) if index == 4 => Some(quote),
        Block::PullQuote(quote) if index == 5 => Some(quote),
        _ => None,
    }
}

#[rustfmt::skip]
const STORY_TEXTS: &[(&str, GetText)] = &[
    ("/author/0/description", |s| author(s, 0)?.biography.as_ref()),
    ("/editor/0/description", |s| s.editors.first()?.biography.as_ref()),
    ("/publisher/description", |s| s.publisher.as_ref()?.biography.as_ref()),
    ("/image/caption", |s| picture(s)?.caption.as_ref()),
    ("/sections/0/blocks/4/text", |s| Some(&quote(s, 4)?.text)),
    ("/sections/0/blocks/4/attribution", |s| quote(s, 4)?.attribution.as_ref()),
    ("/sections/0/blocks/5/text", |s| Some(&quote(s, 5)?.text)),
    ("/sections/0/blocks/5/attribution", |s| quote(s, 5)?.attribution.as_ref()),
    ("/timeline/events/1/text", |s| Some(&s.timeline.as_ref()?.events.get(1)?.text)),
    ("/correction/0/text", |s| Some(&s.corrections.first()?.text)),
    ("/disclaimer", |s| s.disclaimer.as_ref()),
];

#[test]
fn every_story_text_of_the_format_is_read() {
    let (json, story) = complete();
    for (pointer, get) in STORY_TEXTS {
        let given = json.pointer(pointer).and_then(Value::as_str);
        assert!(given.is_some(), "{pointer} is in the fixture");
        assert_eq!(get(&story).map(|text| plain(text)).as_deref(), given, "{pointer}");
    }
}

type GetDate = fn(&Story) -> Option<EdtfDate>;

#[rustfmt::skip]
const DATES: &[(&str, GetDate)] = &[
    ("/datePublished", |s| s.published),
    ("/sections/0/dateModified", |s| section(s)?.modified),
    ("/dateModified", |s| s.modified),
    ("/timeline/events/0/date", |s| s.timeline.as_ref()?.events[0].date),
    ("/timeline/events/1/date", |s| s.timeline.as_ref()?.events[1].date),
    ("/citation/0/datePublished", |s| source(s)?.published),
    ("/citation/0/accessed", |s| source(s)?.accessed),
    ("/correction/0/datePublished", |s| s.corrections.first()?.published),
    ("/relatedLink/0/datePublished", |s| s.related.first()?.published),
];

#[test]
fn every_date_of_the_format_is_read() {
    let (json, story) = complete();
    for (pointer, get) in DATES {
        let given = json.pointer(pointer).and_then(Value::as_str).expect(pointer);
        let expected = timestamp(given).or_else(|| strict(given));
        assert!(expected.is_some(), "{pointer} holds a date");
        assert_eq!(get(&story), expected, "{pointer}");
    }
}

#[test]
fn words_and_numbers_become_values() {
    let (_, story) = complete();
    assert_eq!(story.article_type, Some(ArticleType::Analysis));
    let kinds: Vec<AgentKind> = story.authors.iter().map(|author| author.kind).collect();
    assert_eq!(kinds, [AgentKind::Person, AgentKind::Software, AgentKind::Organization]);
    assert_eq!(picture(&story).and_then(|image| image.size), Some((1200, 800)));
    let first = source(&story).expect("a source");
    assert_eq!((first.id.as_str(), first.number.as_str()), ("1", "1"));
    assert_eq!(first.supports, Some(Support::Quote));
    assert_eq!(first.direction, Some(Direction::Ltr));
    assert_eq!(story.ai_disclosure, Some(AiDisclosure::Generated));
}

#[test]
fn a_section_is_read_with_what_it_says_of_itself() {
    let (_, story) = complete();
    let first = section(&story).expect("a section");
    assert_eq!((first.open, first.ai_disclosure), (true, Some(AiDisclosure::Assisted)));
    assert_eq!((first.blocks.len(), first.omitted), (11, 0));
    let second = &story.sections[1];
    assert_eq!((second.headline.as_str(), second.open), ("", false));
    assert_eq!(second.id, "section-2");
}

#[test]
fn the_lead_is_split_where_a_line_is_blank() {
    let (_, story) = complete();
    let lead: Vec<String> = story.lead.iter().map(crate::reading::runs).collect();
    assert_eq!(lead, ["The lead in one paragraph.|#1.2", "The lead goes on in another."]);
}

/// Blocks in short, in the order of the fixture.
#[rustfmt::skip]
const BLOCKS: [&str; 11] = [
    "paragraph A bare string is a paragraph.",
    "paragraph A paragraph cites.|#1.3| And |S(loudly)|, |E(softly)|, |L(elsewhere>https://else.example/page)|.",
    "heading A minor heading",
    "list ordered from 3: The first item / The second item",
    "quote The water keeps its own books. — Harbour master Quill <https://quotes.example/quill>",
    "pullquote Its own books. — Quill again <https://quotes.example/again>",
    "image https://news.example/quay.jpg The quay in fog Fog on the quay. Fog Pictures 640x480",
    "table Readings by year: Year read / Height read // 1901 / seven feet // 1902 / ",
    "known The gauge has stopped.|#1.4 // Whether it starts again.",
    "code rust: let gauge = read();",
    "embed https://video.example/gauge Film of the gauge",
];

#[test]
fn every_kind_of_block_is_read() {
    let blocks = &complete().1.sections[0].blocks;
    assert_eq!(blocks.iter().map(forms::block_in_short).collect::<Vec<_>>(), BLOCKS);
}

/// Objects, lists, and what the other tables of this file are not about.
const ELSEWHERE: [&str; 20] = [
    "/timeline/events/0/key",
    "/keyPoints",
    "/urgent",
    "/schemaVersion",
    "/description",
    "/articleType",
    "/type",
    "/width",
    "/height",
    "/pubStatus",
    "/embargoedUntil",
    "/expires",
    "/open",
    "/supports",
    "/citation/0/id",
    "/sections/0/blocks/",
    "/sections/1/",
    "/sections/0/aiDisclosure",
    "/timeline/events/0/text",
    "/_vendor/",
];

#[test]
fn no_field_of_the_fixture_is_forgotten_by_the_tables() {
    let (json, _) = complete();
    let mut leaves = Vec::new();
    collect(&json, String::new(), &mut leaves);
    let tables = TEXTS.iter().map(|row| row.0);
    let tables = tables.chain(STORY_TEXTS.iter().map(|row| row.0));
    let tables: Vec<&str> = tables.chain(DATES.iter().map(|row| row.0)).collect();
    let is_told = |leaf: &&String| {
        tables.contains(&leaf.as_str()) || ELSEWHERE.iter().any(|part| leaf.contains(part))
    };
    let forgotten: Vec<&String> = leaves.iter().filter(|leaf| !is_told(leaf)).collect();
    assert_eq!(forgotten, Vec::<&String>::new());
}

fn collect(value: &Value, pointer: String, leaves: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            fields
                .iter()
                .for_each(|(key, value)| collect(value, format!("{pointer}/{key}"), leaves));
        }
        Value::Array(items) => {
            let items = items.iter().enumerate();
            items.for_each(|(index, value)| collect(value, format!("{pointer}/{index}"), leaves));
        }
        _ => leaves.push(pointer),
    }
}
