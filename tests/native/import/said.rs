//! What was read of a document, in few letters.

use serde_json::{Value, json};
use story_card::import::Imported;
use story_card::story::{Block, Run};

use super::{import, import_item};

/// A document of `tests/fixtures/formats`.
pub fn fixture(name: &str) -> String {
    let path = format!("{}/tests/fixtures/formats/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).expect("a fixture")
}

/// Reads a document of ours.
pub fn read(name: &str) -> Imported {
    import(&fixture(name)).expect("a story")
}

/// Reads one of its stories.
pub fn item(name: &str, item: &str) -> Imported {
    import_item(&fixture(name), item).expect("a story")
}

/// An article of JSON-LD with these fields too.
pub fn article(fields: &Value) -> Value {
    let mut article = json!({
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": "The weir",
        "url": "https://news.example/weir",
    });
    for (key, value) in fields.as_object().expect("fields") {
        article[key] = value.clone();
    }
    article
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
        Block::List { ordered, start, items } => {
            let items: Vec<String> = items.iter().map(|item| line(item)).collect();
            let start = start.map(|start| format!(" {start}:")).unwrap_or_default();
            format!("{}{start} {}", if *ordered { "ol" } else { "ul" }, items.join(" | "))
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

/// What the events say.
pub fn events(imported: &Imported) -> Value {
    let events = imported.story.timeline.iter().flat_map(|timeline| &timeline.events);
    let event = |event: &story_card::story::Event| {
        let date = event.date.as_ref().map(ToString::to_string);
        json!([date, event.display_date, event.headline, line(&event.text)])
    };
    events.map(event).collect()
}

/// Codes of the problems, and where they are.
pub fn codes(imported: &Imported) -> Vec<(&str, &str)> {
    imported.problems.iter().map(|problem| (problem.code, problem.path.as_str())).collect()
}

/// Checks what stands at some places of the native story that a document becomes; nothing is
/// `null`.
pub fn check(document: &Value, facts: &[(&str, Value)]) {
    let imported = import(&document.to_string()).unwrap_or_else(|e| panic!("{e}: {document}"));
    let story: Value = serde_json::from_str(&imported.to_json(None)).expect("JSON");
    for (pointer, expected) in facts {
        let found = story.pointer(pointer).cloned().unwrap_or_default();
        assert_eq!(found, *expected, "{pointer} of {story}");
    }
}
