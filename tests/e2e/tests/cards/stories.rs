//! The stories that tests show.

use serde_json::{Value, json};
use story_card_e2e::{Answer, Card, Kit, Page};

/// Serves a story, opens a page with a card for it and waits until it is shown.
#[track_caller]
pub fn show<'k>(kit: &'k Kit, story: &Value) -> Card<'k> {
    show_with(kit, "", story)
}

/// The same with further attributes on the tag.
#[track_caller]
pub fn show_with<'k>(kit: &'k Kit, attributes: &str, story: &Value) -> Card<'k> {
    let url = kit.story(story);
    kit.host(&format!("<story-card src='{url}' {attributes}></story-card>")).card().ready()
}

/// The card in the frame of `show_in_frame`, for scripts of the page around it.
pub const IN_FRAME: &str = "find('iframe').contentDocument.querySelector('story-card')";

/// Shows a story in a frame of its own, 420 pixels wide and this high.
#[track_caller]
pub fn show_in_frame<'k>(kit: &'k Kit, height: u32, story: &Value) -> Page<'k> {
    let url = kit.story(story);
    let page = kit.host(&format!(
        "<iframe style='inline-size: 420px; block-size: {height}px; border: 0'></iframe>"
    ));
    page.run_with(
        "const inner = find('iframe').contentDocument;
         const script = inner.createElement('script');
         script.type = 'module';
         script.src = args[1];
         const card = inner.createElement('story-card');
         card.setAttribute('src', args[0]);
         inner.head.append(script);
         inner.body.append(card);",
        json!([url, format!("{}/story-card.js", kit.server.pages())]),
    );
    page.wait(&format!("{IN_FRAME}.state === 'ready'"));
    page
}

/// Shows a story with every field, all sections open.
#[track_caller]
pub fn show_full(kit: &Kit) -> Card<'_> {
    show_with(kit, "open='all'", &full(&picture(kit, 800, 400)))
}

/// The least that is a story.
pub fn headed(headline: &str) -> Value {
    json!({ "schemaVersion": "story-card/1.0", "headline": headline })
}

/// A story with some fields set.
pub fn with(fields: Value) -> Value {
    let mut story = headed("Council opens the weir");
    for (name, value) in fields.as_object().expect("fields are an object") {
        story[name] = value.clone();
    }
    story
}

/// A story of one open section with these blocks.
pub fn of_blocks(blocks: Value) -> Value {
    with(
        json!({ "sections": [{ "id": "body", "headline": "Body", "open": true, "blocks": blocks }] }),
    )
}

/// Three sections, of which the second starts open.
pub fn folding() -> Value {
    let section = |id: &str, headline: &str, open: bool| {
        let text = format!("What stands under {headline}.");
        json!({ "id": id, "headline": headline, "open": open, "blocks": [text] })
    };
    with(json!({ "id": "folding", "sections": [
        section("one", "First heading", false),
        section("two", "Second heading", true),
        section("three", "Third heading", false),
    ] }))
}

/// Two sources, one cited twice and one once, in two sections.
pub fn cited() -> Value {
    let first = "The gauge stood at four metres [1].";
    let second = "It fell within a day [2], as it had before [1].";
    with(json!({
        "id": "cited",
        "sections": [
            { "id": "flood", "headline": "The flood", "open": true, "blocks": [first] },
            { "id": "after", "headline": "The day after", "open": false, "blocks": [second] },
        ],
        "citation": sources(),
    }))
}

/// Two markers far apart in one paragraph, so that no note hides the other marker.
pub fn far_apart() -> Value {
    let text = format!("First [1]. {} Second [2].", "Water over stone. ".repeat(40));
    let mut story = cited();
    story["sections"] = json!([{ "headline": "Both", "open": true, "blocks": [text] }]);
    story
}

fn sources() -> Value {
    json!([
        {
            "id": "1", "name": "Gauge readings, week nine", "publisher": "River Authority",
            "url": "https://river.example/gauges/9", "author": "M. Okafor",
            "datePublished": "2024-03-04", "accessed": "2024-03-06",
            "text": "At 03:10 the gauge stood at 4.02 metres, as it had before.",
            "archivedAt": "https://archive.example/river/9", "supports": "quote",
            "type": "report",
        },
        {
            "id": "2", "name": "Wasser geht zurück", "publisher": "Talbote", "inLanguage": "de",
            "url": "https://talbote.example/wasser", "supports": "paraphrase",
        },
    ])
}

/// Serves a picture of the given size and gives its URL.
pub fn picture(kit: &Kit, width: u32, height: u32) -> String {
    kit.answer(picture_answer(width, height))
}

/// A picture as an answer, to be held back or counted.
pub fn picture_answer(width: u32, height: u32) -> Answer {
    let svg = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{height}'>\
         <rect width='100%' height='100%' fill='teal'/></svg>"
    );
    Answer::text(svg).content_type("image/svg+xml")
}

/// Every field of the format, each with words of its own.
pub fn full(picture: &str) -> Value {
    let mut story = with(json!({
        "id": "weir-42",
        "url": "https://news.example/2024/weir",
        "alternativeHeadline": "Gates raised before dawn",
        "description": "The gates went up at **four in the morning** [1].\n\nNobody was hurt.",
        "articleSection": "Breaking",
        "articleType": "analysis",
        "keywords": ["river", "flood"],
        "inLanguage": "en",
        "datePublished": "2024-03-05T23:30:00Z",
        "dateModified": "2024-03-06T20:00:00Z",
        "image": picture_field(picture, "The weir from the east bank"),
        "citation": sources(),
        "correction": [
            { "datePublished": "2024-03-07", "text": "An earlier version named the *wrong* bridge." },
            { "datePublished": "2024-03-06", "text": "The first report gave the gauge in feet." },
        ],
        "disclaimer": "Check the **gauge** yourself before you travel.",
        "publishingPrinciples": "https://news.example/how-we-work",
        "copyrightNotice": "© 2024 Valley News",
        "license": "https://news.example/licence",
        "creditText": "Valley Wire",
    }));
    for part in [people(picture), body(picture), machine(), timeline(), related()] {
        for (name, value) in part.as_object().expect("a part is an object") {
            story[name] = value.clone();
        }
    }
    story
}

fn picture_field(url: &str, alt: &str) -> Value {
    json!({
        "url": url, "alt": alt, "caption": "The weir on *Tuesday*.", "creditText": "J. Lind",
        "width": 800, "height": 400,
    })
}

fn people(picture: &str) -> Value {
    json!({
        "author": [
            {
                "type": "Person", "name": "Ada Brook", "jobTitle": "River correspondent",
                "url": "https://news.example/ada", "image": picture,
                "description": "Ada has covered the valley for **ten** years.",
            },
            { "type": "SoftwareApplication", "name": "GaugeBot", "description": "Reads the gauges." },
        ],
        "editor": [{ "type": "Person", "name": "Jonas Feld" }],
        "publisher": { "name": "Valley News", "url": "https://news.example/" },
    })
}

fn machine() -> Value {
    json!({
        "aiDisclosure": "ai-generated",
        "digitalSourceType": "trainedAlgorithmicMedia",
        "aiInfo": [{
            "name": "draft", "system": "Quill", "provider": "Example Labs", "role": "drafting",
            "version": "3.1",
        }],
        "aiInfoRef": "draft",
    })
}

fn body(picture: &str) -> Value {
    json!({ "sections": [
        {
            "id": "night", "headline": "The night", "open": true,
            "blocks": [
                "Rain fell for *nine* hours [1][2]. Read [the log](https://news.example/log).",
                { "type": "heading", "text": "Hour by hour" },
                { "type": "list", "ordered": true, "items": ["Alarm at two", "Gates at four [2]"] },
                { "type": "list", "items": ["Sandbags", "Pumps"] },
                { "type": "quote", "text": "We had no choice.", "attribution": "Mayor Iris Holm [1]" },
                { "type": "pullquote", "text": "Nine hours of rain", "attribution": "GaugeBot" },
            ],
        },
        {
            "id": "figures", "headline": "The figures", "aiDisclosure": "ai-assisted",
            "blocks": [
                { "type": "image", "url": picture, "alt": "A chart of levels", "width": 600,
                  "height": 300, "caption": "Levels by hour" },
                { "type": "table", "caption": "Gauge levels", "header": ["Hour", "Metres"],
                  "rows": [["02:00", "3.1"], ["04:00", "4.0 [1]"]] },
                { "type": "code", "text": "level = 4.02;", "language": "text" },
                { "type": "embed", "url": "https://video.example/flood", "title": "Film of the flood" },
                { "type": "hologram", "text": "A block from the future." },
            ],
        },
        { "blocks": ["A section without a heading is always open."] },
    ] })
}

fn timeline() -> Value {
    json!({ "timeline": { "headline": "The weir through time", "events": [
        { "date": "-0043", "headline": "A ford", "text": "First mention of a crossing." },
        { "date": "1904-06-12", "headline": "The weir is built", "text": "Of oak and stone.",
          "group": "Building", "url": "https://news.example/1904" },
        { "date": "1956", "displayDate": "the hard winter", "text": "Ice breaks two gates [2]." },
        { "displayDate": "Some say earlier", "text": "Undated, but remembered." },
        { "date": "2020/..", "headline": "Repairs", "text": "Still going on." },
    ] } })
}

fn related() -> Value {
    json!({ "relatedLink": [
        { "name": "How the gates work", "url": "https://news.example/gates",
          "description": "A short tour.", "datePublished": "2023-11-02" },
        { "name": "Floods of the century", "url": "https://news.example/floods" },
    ] })
}
