//! The blocks of a section.

use super::image::image;
use super::json::{Json, list, object};
use super::text::Texts;
use crate::story::{Block, Quote, SafeLink, Table, Text};

pub fn block(texts: &Texts, block: &Block) -> Json {
    match block {
        Block::Paragraph(text) => {
            object([("type", "paragraph".into()), ("text", texts.field(Some(text)))])
        }
        Block::Heading(text) => object([("type", "heading".into()), ("text", text.into())]),
        Block::List { ordered, start, items } => object([
            ("type", "list".into()),
            ("ordered", (*ordered).into()),
            ("start", (*start).into()),
            ("items", cells(texts, items)),
        ]),
        Block::Quote(words) => quote(texts, "quote", words),
        Block::PullQuote(words) => quote(texts, "pullquote", words),
        Block::Image(picture) => image(texts, "image", picture),
        Block::Table(rows) => table(texts, rows),
        Block::Known { known, unknown } => object([
            ("type", "known".into()),
            ("known", cells(texts, known)),
            ("unknown", cells(texts, unknown)),
        ]),
        Block::Code { text, language } => {
            object([("type", "code".into()), ("text", text.into()), ("language", language.into())])
        }
        Block::Embed { url, title } => embed(url, title.as_ref()),
    }
}

fn embed(url: &SafeLink, title: Option<&String>) -> Json {
    object([("type", "embed".into()), ("url", url.into()), ("title", Json::of(title, Into::into))])
}

fn quote(texts: &Texts, kind: &str, quote: &Quote) -> Json {
    let Quote { text, attribution, url } = quote;
    object([
        ("type", kind.into()),
        ("text", texts.field(Some(text))),
        ("attribution", texts.field(attribution.as_ref())),
        ("url", url.into()),
    ])
}

fn table(texts: &Texts, table: &Table) -> Json {
    let Table { caption, header, rows } = table;
    let row = |row: &Vec<Text>| Json::List(row.iter().map(|cell| texts.cell(cell)).collect());
    object([
        ("type", "table".into()),
        ("caption", texts.field(caption.as_ref())),
        ("header", cells(texts, header)),
        // Needed, though there may be none.
        ("rows", Json::List(rows.iter().map(row).collect())),
    ])
}

fn cells(texts: &Texts, cells: &[Text]) -> Json {
    list(cells, |cell| texts.cell(cell))
}
