//! Our own documents: each of the oddities that the formats are known for.

use serde_json::json;
use story_card::import::Format;
use story_card::story::{Language, SafeLink};

use super::said::{blocks, codes, events, item, line, read};

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
    let url = |index: usize| story.sources[index].url.as_ref().map(SafeLink::as_str);
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
fn import_people_of_wordpress() {
    let imported = read("wordpress_people.json");
    let story = &imported.story;
    assert_eq!(
        story.headline,
        "A text without a title that goes on for longer than the eighty letters which a…"
    );
    assert_eq!(story.published.map(|date| date.to_string()).as_deref(), Some("2026-01-02"));
    assert_eq!(story.modified.map(|date| date.to_string()).as_deref(), Some("2026-01-03"));
    let lead: Vec<String> = story.lead.iter().map(|text| line(text)).collect();
    assert_eq!(lead, ["Another lead."]);
    let names: Vec<&str> = story.authors.iter().map(|agent| agent.name.as_str()).collect();
    assert_eq!(names, ["Anna & Bo", "Cy"]);
    let portrait = story.authors[0].image.as_ref().map(SafeLink::as_str);
    assert_eq!(portrait, Some("https://a.example/96"));
    assert_eq!(
        story.image.as_ref().map(|image| image.url.as_str()),
        Some("https://news.example/f.jpg")
    );
    assert_eq!(story.related[0].name, "Other");
    assert_eq!(story.publisher.as_ref().map(|agent| agent.name.as_str()), Some("news.example"));
    let two = item("wordpress_people.json", "two");
    assert_eq!(two.story.authors[0].name, "Dag");
    assert_eq!(two.story.language.as_ref().map(Language::as_str), Some("nb"));
    assert_eq!(line(&two.story.lead[0]), "For search");
}
