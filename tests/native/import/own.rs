//! Our own documents: each of the oddities that the formats are known for.

use serde_json::{Value, json};
use story_card::import::{Format, Imported};
use story_card::story::{AiDisclosure, Block, Run, plain};
use story_card::{Options, parse};

use super::shown::Shown;
use super::{import, import_item};

/// A document of `tests/fixtures/formats`.
pub fn fixture(name: &str) -> String {
    let path = format!("{}/tests/fixtures/formats/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).expect("a fixture")
}

fn read(name: &str) -> Imported {
    import(&fixture(name)).expect("a story")
}

fn item(name: &str, item: &str) -> Imported {
    import_item(&fixture(name), item).expect("a story")
}

/// What each block says, by its kind.
pub fn blocks(imported: &Imported) -> Vec<String> {
    let mut all = Vec::new();
    for section in &imported.story.sections {
        if !section.headline.is_empty() {
            all.push(format!("# {}", section.headline));
        }
        all.extend(section.blocks.iter().map(block));
    }
    all
}

fn block(block: &Block) -> String {
    match block {
        Block::Paragraph(text) => format!("p {}", line(text)),
        Block::Heading(text) => format!("h {text}"),
        Block::List { ordered, items } => {
            let items: Vec<String> = items.iter().map(|item| line(item)).collect();
            format!("{} {}", if *ordered { "ol" } else { "ul" }, items.join(" | "))
        }
        Block::Quote(quote) => {
            format!(
                "q {} / {}",
                line(&quote.text),
                line(&quote.attribution.clone().unwrap_or_default())
            )
        }
        Block::PullQuote(quote) => {
            format!(
                "pq {} / {}",
                line(&quote.text),
                line(&quote.attribution.clone().unwrap_or_default())
            )
        }
        Block::Image(image) => format!(
            "img {} {:?} {}",
            image.url.as_str(),
            image.size,
            line(&image.caption.clone().unwrap_or_default())
        ),
        Block::Table(table) => {
            let row = |row: &Vec<_>| {
                row.iter().map(|cell: &Vec<Run>| line(cell)).collect::<Vec<_>>().join(",")
            };
            let rows: Vec<String> = table.rows.iter().map(row).collect();
            format!("table {} / {}", row(&table.header), rows.join(" | "))
        }
        Block::Code { text, language } => format!("code {language:?} {text:?}"),
        Block::Embed { url, title } => {
            format!("embed {} {:?}", url.as_str(), title.as_deref().unwrap_or_default())
        }
        _ => panic!("a block that this test does not know"),
    }
}

/// A text with its marks.
pub fn line(text: &[Run]) -> String {
    text.iter()
        .map(|run| match run {
            Run::Plain(letters) => letters.clone(),
            Run::Strong(text) => format!("**{}**", line(text)),
            Run::Emphasis(text) => format!("*{}*", line(text)),
            Run::Link { url, text } => format!("[{}]({})", line(text), url.as_str()),
            Run::Citation { source, .. } => format!("[^{source}]"),
            _ => panic!("a run that this test does not know"),
        })
        .collect()
}

fn events(imported: &Imported) -> Value {
    let events = imported.story.timeline.iter().flat_map(|timeline| &timeline.events);
    let event = |event: &story_card::story::Event| {
        let date = event.date.as_ref().map(ToString::to_string);
        json!([date, event.display_date, event.headline, line(&event.text)])
    };
    events.map(event).collect()
}

fn codes(imported: &Imported) -> Vec<(&str, &str)> {
    imported.problems.iter().map(|problem| (problem.code, problem.path.as_str())).collect()
}

#[test]
fn import_kagi_news() {
    let imported = read("kagi_news.json");
    let story = &imported.story;
    assert_eq!((imported.format, imported.stories), (Format::KagiNews, 2));
    assert_eq!(story.headline, "Ferry afloat again after a night on the sandbank");
    let lead: Vec<String> = story.lead.iter().map(|text| line(text)).collect();
    assert_eq!(
        lead,
        ["The ferry floats again[^0][^3]. Nobody was hurt.", "The owner pays for the tugs."]
    );
    assert_eq!(story.article_section.as_deref(), Some("World"));
    assert_eq!(
        story.published.map(|date| date.to_string()).as_deref(),
        Some("2026-01-01T00:00:00Z")
    );
    assert_eq!(
        blocks(&imported),
        [
            "q We heard a scrape, and then nothing. / A passenger",
            "# Key points",
            "ul **Tide:** The ferry came free at high water[^1]. | **費用:** 船会社が払う。 | No label here",
            "# Perspectives",
            "ul **Owner:** The chart was old[^2]. ([Harbour News](https://harbour.example/chart))",
            "# Historical background",
            "p A ferry ran aground here in 1974[^1].",
            "# Questions and answers",
            "h Is the line open?",
            "p Since noon[^0].",
            "# Did you know?",
            "p The sandbank moves a metre each year.",
        ]
    );
    assert_eq!(
        events(&imported),
        json!([
            ["2025-11-20", null, null, "The ferry runs aground[^1]"],
            ["2025-11-21", "the next morning", null, "Tugs arrive"]
        ])
    );
    let ids: Vec<&str> = story.sources.iter().map(|source| source.id.as_str()).collect();
    assert_eq!(ids, ["1", "2", "3", "4"]);
    let url = |index: usize| story.sources[index].url.as_ref().map(|url| url.as_str());
    assert_eq!(url(0), Some("https://harbour.example/floats"));
    assert_eq!(
        codes(&imported),
        [
            ("unknown-source", "/clusters/0/short_summary"),
            ("unsafe-url", "/clusters/0/secondary_image/url")
        ]
    );
    assert_eq!(story.ai_disclosure, None);
}

#[test]
fn import_footnotes_of_wordpress() {
    let imported = read("wordpress_footnotes.json");
    let story = &imported.story;
    assert_eq!(story.headline, "Ferry “afloat” &amp; well");
    assert!(story.lead.is_empty(), "{:?}", story.lead);
    assert_eq!(story.modified, None);
    assert_eq!(
        blocks(&imported),
        [
            "p The ferry floats.[^0] It was stuck.[^1] And again.[^0]",
            "p Said [sic] the owner. Beware",
            "pq It floats / The owner",
            "p History",
            "embed https://video.example/watch?v=1 \"\"",
        ]
    );
    assert_eq!(
        events(&imported),
        json!([
            ["1974", null, null, "First *grounding*"],
            ["2020/..", "2020-Present", null, "New charts"]
        ])
    );
    let sources: Vec<_> = story
        .sources
        .iter()
        .map(|s| (s.id.as_str(), s.name.as_deref(), s.excerpt.as_deref(), s.uses))
        .collect();
    assert_eq!(
        sources,
        [
            ("1", Some("Port of Sandholm"), Some("Notice to mariners, Port of Sandholm."), 2),
            ("2", Some("Log of the tug"), None, 1)
        ]
    );
    let image = story.image.as_ref().expect("a picture");
    assert_eq!(
        (image.url.as_str(), image.size),
        ("https://img.example/ferry.jpg", Some((1_200, 800)))
    );
    assert_eq!(story.authors[0].name, "Anna Muster");
    assert_eq!(story.article_section.as_deref(), Some("News & more"));
    assert_eq!(codes(&imported), [("unsafe-url", "/content/rendered")]);
}

#[test]
fn import_forms_of_ninjs() {
    let imported = read("ninjs_roles.json");
    let story = &imported.story;
    assert_eq!((imported.stories, story.headline.as_str()), (5, "Ferry afloat"));
    assert_eq!(story.alternative_headline.as_deref(), Some("Shipping"));
    assert_eq!(blocks(&imported), ["p First paragraph.", "p Second\u{a0}paragraph."]);
    assert_eq!(story.authors[0].name, "Ann Lee and Bo Ek, Agency");
    assert_eq!(plain(&story.lead[0]), "The ferry floats.");
    assert_eq!(story.url.as_ref().map(|url| url.as_str()), Some("https://agency.example/ferry"));
    assert_eq!(
        story.image.as_ref().map(|image| image.url.as_str()),
        Some("https://img.example/m.jpg")
    );
    let links: Vec<&str> = story.related.iter().map(|link| link.name.as_str()).collect();
    assert_eq!(links, ["Ownership", "Earlier story"]);
    assert_eq!(story.digital_source_type.as_deref(), Some("compositeWithTrainedAlgorithmicMedia"));
    assert!(!Shown::of(story).text.contains("Not for readers"));
    for item in ["1", "2", "3"] {
        let error = import_item(&fixture("ninjs_roles.json"), item).expect_err("held back");
        assert_eq!(error.code(), "withheld", "{item}");
    }
    let titled = item("ninjs_roles.json", "tag:agency.example,2026:5");
    assert_eq!(titled.story.headline, "Titled");
    assert_eq!(blocks(&titled), ["p One.", "p Two."]);
    assert_eq!(titled.story.published.map(|date| date.to_string()).as_deref(), Some("2026-01-02"));
}

#[test]
fn import_odd_feeds() {
    let imported = read("json_feed_odd.json");
    let story = &imported.story;
    // The first item has nothing to show.
    assert_eq!((imported.stories, imported.index), (3, Some(1)));
    assert_eq!(story.headline, "AT&T <b> again");
    assert_eq!(line(&story.lead[0]), "Short **lead**.");
    assert_eq!(story.keywords, ["sea", "ferry"]);
    assert_eq!(story.authors[0].name, "who.example");
    assert_eq!(story.publisher.as_ref().map(|agent| agent.name.as_str()), Some("Feed & more"));
    assert_eq!(
        blocks(&imported),
        [
            "# One",
            "p See [above](#a), nowhere.",
            "p New paragraph.",
            "# Two",
            "code Some(\"rust\") \"fn main() {\\n}\"",
            "table Name,Size / A,1 | ,2",
            "embed https://feed.example/a.mp3 \"a.mp3 (audio/mpeg, 1:01:01)\"",
        ]
    );
    assert_eq!(story.sections[0].id, "a");
    assert_eq!(story.ai_disclosure, Some(AiDisclosure::Assisted));
    assert_eq!(story.sources.len(), 1);
    assert_eq!(story.published.map(|date| date.to_string()).as_deref(), Some("2026-01-02"));
    let third = item("json_feed_odd.json", "three");
    assert_eq!(third.story.headline, "How to use <div>");
    assert_eq!(blocks(&third), ["p One. Still one.", "p Two https://a.example"]);
    assert_eq!(third.story.authors[0].name, "Par Anne");
}

#[test]
fn import_a_graph() {
    let imported = read("json_ld_graph.json");
    let story = &imported.story;
    assert_eq!(story.headline, "Ferry \"afloat\"");
    let names: Vec<&str> = story.authors.iter().map(|agent| agent.name.as_str()).collect();
    assert_eq!(names, ["Anna Muster", "Bo Ek", "Cy"]);
    assert_eq!(story.authors[0].job_title.as_deref(), Some("Editor"));
    assert_eq!(story.language.as_ref().map(|language| language.as_str()), Some("de-DE"));
    assert_eq!(story.modified, None);
    assert_eq!(
        story.published.map(|date| date.to_string()).as_deref(),
        Some("2019-11-19T07:09:00Z")
    );
    assert_eq!(story.keywords, ["sea", "ferry", "tug, boat"]);
    assert_eq!(blocks(&imported), ["p One.", "p Two."]);
    let image = story.image.as_ref().expect("a picture");
    assert_eq!(
        (image.url.as_str(), image.size),
        ("https://news.example/i.jpg", Some((1_200, 800)))
    );
    let sources: Vec<_> = story
        .sources
        .iter()
        .map(|s| (s.id.as_str(), s.name.as_deref(), s.author.as_deref()))
        .collect();
    assert_eq!(
        sources,
        [("1", None, None), ("2", Some("A book"), None), ("3", Some("Notice"), Some("Port"))]
    );
    assert_eq!(story.corrections.len(), 3);
    assert_eq!(story.digital_source_type.as_deref(), Some("trainedAlgorithmicMedia"));
    assert_eq!(
        story.disclaimer.as_ref().map(|text| line(text)).as_deref(),
        Some("[Subscriber content](https://news.example/a/)")
    );
    assert!(!Shown::of(story).text.contains("anna@"));
    let live = read("json_ld_live.json");
    assert_eq!(blocks(&live), ["# It floats.", "p It **floats**.", "# First", "p It is stuck."]);
}

#[test]
fn import_odd_timelines() {
    let imported = read("timeline_odd.json");
    assert_eq!(imported.story.headline, "Ferries of Sandholm");
    assert_eq!(
        imported.story.image.as_ref().map(|image| image.url.as_str()),
        Some("https://img.example/f.png?x=1")
    );
    assert_eq!(
        events(&imported),
        json!([
            ["-0043-03-15", null, "Ides", ""],
            ["0000", null, "Zero", ""],
            ["1974-02", null, null, "See [this](https://a.example/) & **that** [1]"],
            [null, "Now", "Ongoing", ""],
            ["2001", "Spring 2001", "Spring", ""],
            [null, "undated", "Some day", ""],
            ["2010/2005", null, "Backwards", ""]
        ])
    );
    assert_eq!(
        codes(&imported),
        [
            ("unreadable-date", "/events/3/start_date/year"),
            ("reversed-interval", "/events/6"),
            ("missing-field", "/events/7"),
            ("not-shown", "/eras")
        ]
    );
    let two = read("timeline_two.json");
    assert_eq!(
        events(&two),
        json!([
            ["2011-12-10/2011-12-11", null, "Minute", ""],
            ["1974", null, "Year", "Long & short"],
            [null, "5/24/2012", "As they say", ""]
        ])
    );
}

#[test]
fn import_posts_of_ghost() {
    let closed = read("ghost_closed.json");
    assert_eq!(
        closed.story.disclaimer.as_ref().map(|text| line(text)).as_deref(),
        Some("[Subscriber content](https://ghost.example/members/)")
    );
    assert_eq!(closed.story.article_section.as_deref(), Some("Sea"));
    assert_eq!(
        closed.story.authors[0].biography.as_ref().map(|text| line(text)).as_deref(),
        Some("Writes & sails")
    );
    assert!(closed.story.lead.is_empty() && closed.story.modified.is_none());
    let shown = Shown::of(&closed.story).text;
    assert!(!shown.contains("FIRE") && !shown.contains("#internal"), "{shown}");
    assert_eq!(
        blocks(&item("ghost_closed.json", "cards")),
        [
            "embed https://b.example/ \"Bookmark\"",
            "img https://i.example/1.jpg Some((10, 10)) ",
            "img https://i.example/2.jpg None Two",
            "q Words. / Anna",
        ]
    );
    let error = import_item(&fixture("ghost_closed.json"), "draft").expect_err("a draft");
    assert_eq!(error.code(), "withheld");
}

#[test]
fn import_is_native_when_it_is_written() {
    for name in [
        "kagi_news.json",
        "wordpress_footnotes.json",
        "ninjs_roles.json",
        "json_feed_odd.json",
        "json_ld_graph.json",
        "timeline_odd.json",
    ] {
        let imported = read(name);
        let json = imported.to_json(Some("https://news.example/story.json"));
        let written: Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(
            written["_source"],
            json!({ "format": imported.format.as_str(), "url": "https://news.example/story.json" })
        );
        let parsed = parse(&json, &Options::default()).expect("a native story");
        assert_eq!(parsed.story.headline, imported.story.headline);
        assert_eq!(parsed.story.sources, imported.story.sources, "{name}");
        assert_eq!(Shown::of(&parsed.story).text, Shown::of(&imported.story).text, "{name}");
    }
}
