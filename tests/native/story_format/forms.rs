//! The other forms in which a field may be given.

use serde_json::{Value, json};
use story_card::story::{AgentKind, AiDisclosure, ArticleType, Block, Image, SafeLink, plain};

use crate::reading::{check_problems, problems, read_with, runs};

/// A block as one line of text.
pub fn block_in_short(block: &Block) -> String {
    let join = |texts: Vec<String>| texts.join(" / ");
    match block {
        Block::Paragraph(text) => format!("paragraph {}", runs(text)),
        Block::Heading(text) => format!("heading {text}"),
        Block::List { ordered, start, items } => {
            let kind = if *ordered { "ordered" } else { "plain" };
            let start = start.map(|start| format!(" from {start}")).unwrap_or_default();
            format!("list {kind}{start}: {}", join(items.iter().map(runs).collect()))
        }
        Block::Quote(quote) => format!("quote {}", quote_in_short(quote)),
        Block::PullQuote(quote) => format!("pullquote {}", quote_in_short(quote)),
        Block::Image(image) => format!("image {}", image_in_short(image)),
        Block::Table(table) => {
            let caption = table.caption.as_ref().map(runs).unwrap_or_default();
            let mut lines = vec![join(table.header.iter().map(runs).collect())];
            lines.extend(table.rows.iter().map(|row| join(row.iter().map(runs).collect())));
            format!("table {caption}: {}", lines.join(" // "))
        }
        Block::Known { known, unknown } => {
            let lists = [known, unknown].map(|items| join(items.iter().map(runs).collect()));
            format!("known {}", lists.join(" // "))
        }
        Block::Code { text, language } => {
            format!("code {}: {text}", language.as_deref().unwrap_or_default())
        }
        Block::Embed { url, title } => {
            format!("embed {} {}", url.as_str(), title.as_deref().unwrap_or_default())
        }
        other => panic!("{other:?}"),
    }
}

fn quote_in_short(quote: &story_card::story::Quote) -> String {
    let speaker = quote.attribution.as_ref().map(runs).unwrap_or_default();
    let url = quote.url.as_ref().map(SafeLink::as_str).unwrap_or_default();
    format!("{} — {speaker} <{url}>", runs(&quote.text))
}

fn image_in_short(image: &Image) -> String {
    let caption = image.caption.as_ref().map(|text| plain(text)).unwrap_or_default();
    let credit = image.credit.as_deref().unwrap_or_default();
    let size = image.size.map(|(width, height)| format!("{width}x{height}")).unwrap_or_default();
    format!("{} {} {caption} {credit} {size}", image.url.as_str(), image.alt)
}

fn names(authors: &Value) -> Vec<(String, AgentKind)> {
    let story = read_with(&json!({ "author": authors })).story;
    story.authors.into_iter().map(|author| (author.name, author.kind)).collect()
}

#[test]
fn an_author_may_be_an_object_or_a_bare_name_and_need_not_be_in_a_list() {
    let ada = [("Ada".to_owned(), AgentKind::Person)];
    for authors in [
        json!("Ada"),
        json!(["Ada"]),
        json!({ "name": "Ada" }),
        json!([{ "name": "Ada", "type": "Person" }]),
    ] {
        assert_eq!(names(&authors), ada, "{authors}");
    }
    let mixed = names(&json!(["Ada", { "name": "Bot", "type": "SoftwareApplication" }]));
    assert_eq!(mixed[1], ("Bot".to_owned(), AgentKind::Software));
}

#[test]
fn names_are_never_split() {
    let printed = "By A and B, Agency";
    assert_eq!(names(&json!(printed))[0].0, printed);
}

#[test]
fn a_bare_string_is_a_paragraph_and_a_number_is_an_id() {
    let parsed = read_with(&json!({
        "id": 42,
        "citation": [{ "id": 7, "name": "Seven" }],
        "sections": [{ "id": 3, "blocks": ["Words.[7]"] }],
    }));
    assert_eq!(problems(&parsed), []);
    assert_eq!(parsed.story.id.as_deref(), Some("42"));
    assert_eq!(parsed.story.sources[0].id, "7");
    assert_eq!(parsed.story.sections[0].id, "3");
    assert_eq!(block_in_short(&parsed.story.sections[0].blocks[0]), "paragraph Words.|#1.1");
}

#[test]
fn a_list_counts_from_where_it_says_and_nothing_is_less_than_none() {
    for (start, expected, found) in [
        (json!(0), "list ordered from 0: a", &[][..]),
        (json!(4), "list ordered from 4: a", &[]),
        (json!(-1), "list ordered: a", &["wrong-type"]),
        (json!(100_001), "list ordered: a", &["wrong-type"]),
    ] {
        let list = json!({ "type": "list", "ordered": true, "start": start, "items": ["a"] });
        let parsed = read_with(&json!({ "sections": [{ "blocks": [list] }] }));
        assert_eq!(block_in_short(&parsed.story.sections[0].blocks[0]), expected);
        let codes: Vec<_> = parsed.problems.iter().map(|problem| problem.code).collect();
        assert_eq!(codes, found, "{start}");
    }
    // A picture has a width.
    check_problems(
        &json!({ "image": { "url": "https://news.example/a.jpg", "alt": "A", "width": 0 } }),
        &[("wrong-type", "/image/width")],
    );
}

#[test]
fn an_image_may_be_a_bare_url() {
    let address = "https://news.example/a.jpg";
    for image in [json!(address), json!({ "url": address })] {
        let parsed = read_with(&json!({
            "image": image,
            "author": [{ "name": "Ada", "image": image }],
            "relatedLink": [{ "name": "N", "url": address, "image": image }],
        }));
        assert_eq!(problems(&parsed), [], "{image}");
        let story = parsed.story;
        assert_eq!(
            story.image.map(|image| image.url.as_str().to_owned()).as_deref(),
            Some(address)
        );
        assert_eq!(story.authors[0].image.as_ref().map(SafeLink::as_str), Some(address));
        assert_eq!(story.related[0].image.as_ref().map(SafeLink::as_str), Some(address));
    }
}

#[test]
fn a_picture_has_a_size_only_when_both_sides_are_given() {
    for (image, size) in [
        (json!({ "url": "a.jpg", "width": 4, "height": 3 }), Some((4, 3))),
        (json!({ "url": "a.jpg", "width": 4 }), None),
        (json!({ "url": "a.jpg", "width": 4, "height": 0 }), None),
        (json!({ "url": "a.jpg", "width": -4, "height": 3 }), None),
    ] {
        let story = read_with(&json!({ "image": image })).story;
        assert_eq!(story.image.and_then(|image| image.size), size, "{image}");
    }
}

#[test]
fn a_digital_source_type_has_many_forms_and_one_code() {
    let code = "trainedAlgorithmicMedia";
    for form in [
        json!(code),
        json!("TrainedAlgorithmicMedia"),
        json!("http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"),
        json!("https://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia/"),
        json!("https://schema.org/TrainedAlgorithmicMediaDigitalSource"),
        json!({ "name": "Trained", "uri": "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia" }),
        json!({ "literal": code }),
    ] {
        let parsed = read_with(&json!({ "digitalSourceType": form }));
        assert_eq!(parsed.story.digital_source_type.as_deref(), Some(code), "{form}");
        assert_eq!(problems(&parsed), [], "{form}");
    }
    let unknown = [("unknown-value", "/digitalSourceType")];
    check_problems(&json!({ "digitalSourceType": "made by hand, mostly" }), &unknown);
}

#[test]
fn the_words_of_a_disclosure_are_the_drafts_old_and_new() {
    for (word, expected) in [
        ("none", Some(AiDisclosure::None)),
        ("human-only", Some(AiDisclosure::None)),
        ("ai-assisted", Some(AiDisclosure::Assisted)),
        ("ai-generated", Some(AiDisclosure::Generated)),
        ("ai-autonomous", Some(AiDisclosure::Autonomous)),
        ("autonomous", Some(AiDisclosure::Autonomous)),
        (" ai-assisted ", Some(AiDisclosure::Assisted)),
        ("AI-ASSISTED-ISH", None),
    ] {
        let section = json!({ "aiDisclosure": word, "blocks": ["Words."] });
        let story = read_with(&json!({ "aiDisclosure": word, "sections": [section] })).story;
        assert_eq!(story.ai_disclosure, expected, "{word}");
        assert_eq!(story.sections[0].ai_disclosure, expected, "{word}, of a section");
    }
    check_problems(&json!({ "aiDisclosure": "mixed" }), &[("unknown-value", "/aiDisclosure")]);
}

#[test]
fn a_kind_of_journalism_is_one_of_six_words() {
    for (word, expected) in [
        ("news", Some(ArticleType::News)),
        ("analysis", Some(ArticleType::Analysis)),
        ("background", Some(ArticleType::Background)),
        ("opinion", Some(ArticleType::Opinion)),
        ("review", Some(ArticleType::Review)),
        ("live", Some(ArticleType::Live)),
        ("satire", None),
    ] {
        assert_eq!(
            read_with(&json!({ "articleType": word })).story.article_type,
            expected,
            "{word}"
        );
    }
}

#[test]
fn the_direction_follows_the_script_then_the_language_unless_given() {
    for (language, dir, expected) in [
        ("en", "", "ltr"),
        ("ar", "", "rtl"),
        ("he-IL", "", "rtl"),
        ("fa", "", "rtl"),
        ("ur", "", "rtl"),
        ("yi", "", "rtl"),
        ("az-Arab", "", "rtl"),
        ("pa-Arab-PK", "", "rtl"),
        ("az", "", "ltr"),
        ("ur-Latn", "", "ltr"),
        ("ar", "ltr", "ltr"),
        ("en", "rtl", "rtl"),
        ("en", "sideways", "ltr"),
        ("pt_BR", "", "ltr"),
        ("prs", "", "rtl"),
        ("heb", "", "rtl"),
        ("ku-IQ", "", "rtl"),
        ("ku-TR", "", "ltr"),
        ("arn", "", "ltr"),
        ("ar-EG-u-nu-latn", "", "rtl"),
    ] {
        let story = read_with(&json!({ "inLanguage": language, "dir": dir })).story;
        let direction = story.direction.map(story_card::story::Direction::as_str);
        assert_eq!(direction, Some(expected), "{language} {dir}");
    }
    assert_eq!(read_with(&json!({})).story.direction, None);
}

#[test]
fn sources_are_numbered_by_id_where_all_are_digits_else_by_place() {
    for (ids, numbers) in
        [(json!([3, "1", 20]), ["3", "1", "20"]), (json!([3, "a", 20]), ["1", "2", "3"])]
    {
        let sources: Vec<Value> = ids
            .as_array()
            .expect("ids")
            .iter()
            .map(|id| json!({ "id": id, "name": "N" }))
            .collect();
        let story = read_with(&json!({ "citation": sources })).story;
        let shown: Vec<&str> = story.sources.iter().map(|source| source.number.as_str()).collect();
        assert_eq!(shown, numbers, "{ids}");
    }
}

#[test]
fn a_source_without_a_publisher_has_the_host_of_its_url() {
    let source = json!({ "id": "a", "name": "N", "url": "https://bücher.example/x" });
    let story = read_with(&json!({ "citation": [source] })).story;
    assert_eq!(story.sources[0].publisher.as_deref(), Some("xn--bcher-kva.example"));
}

#[test]
fn a_section_is_named_by_its_id_its_headline_or_its_place() {
    for (section, id) in [
        (json!({ "id": "Was it?", "headline": "H" }), "was-it"),
        (json!({ "headline": "  What — now?  " }), "what-now"),
        (json!({ "headline": "مقدمة قصيرة" }), "مقدمة-قصيرة"),
        (json!({ "headline": "«?»" }), "section-1"),
        (json!({}), "section-1"),
    ] {
        let mut section = section;
        section["blocks"] = json!(["Words."]);
        let story = read_with(&json!({ "sections": [section] })).story;
        assert_eq!(story.sections[0].id, id, "{section}");
    }
}

#[test]
fn relative_urls_resolve_against_the_story_else_against_the_document() {
    let base = Some("https://files.example/feed/story.json");
    let options = story_card::Options { base, ..story_card::Options::default() };
    for (url, expected) in [
        (json!("https://news.example/2026/page"), "https://news.example/2026/a.jpg"),
        (json!("/pages/one"), "https://files.example/pages/a.jpg"),
        (Value::Null, "https://files.example/feed/a.jpg"),
    ] {
        let text = crate::reading::story_with(&json!({ "url": url, "image": "a.jpg" })).to_string();
        let story = story_card::parse(&text, &options).expect("a story").story;
        let image = story.image.expect("an image");
        assert_eq!(image.url.as_str(), expected, "{url}");
    }
}
