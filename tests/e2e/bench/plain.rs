//! The same story as a page of plain HTML with its style inside: what no card can beat.

use serde_json::Value;

use crate::host::TEXT;

const STYLE: &str = "
    body { margin: 0 } article { max-width: 42em; margin: 0 auto 2em; padding: 1.2em; font: 17px/1.55 Georgia, serif; border-top: 3px solid }
    h2 { font-size: 1.8em; line-height: 1.15 } summary { padding: .7em 0; font-weight: 700; cursor: pointer; border-top: 1px solid #ccc }
    sup a { text-decoration: none } ol { padding: 0; list-style: none } li { margin: .8em 0; font-size: .94em; line-height: 1.5 }
    time, .by { color: #5c5b57; font-size: .88em } blockquote { margin: .3em 0; padding-left: 1em; border-left: 3px solid #ccc }";

/// A page of one or many stories.
pub fn page(stories: &[Value]) -> String {
    let articles: String = stories.iter().map(article).collect();
    format!(
        "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>Bench</title>\
         <link rel='icon' href='data:,'><meta name='viewport' content='width=device-width'>\
         <style>{STYLE}</style></head><body>{articles}{TEXT}</body></html>"
    )
}

fn article(story: &Value) -> String {
    let id = text(story, "id");
    let sections: String = list(story, "sections").map(|part| section(&id, part)).collect();
    let events = story.get("timeline").into_iter().flat_map(|timeline| list(timeline, "events"));
    let events: String = events.map(event).collect();
    let sources: String = list(story, "citation").map(|source| citation(&id, source)).collect();
    let author = list(story, "author").map(|author| text(author, "name")).collect::<String>();
    format!(
        "<article><p>{}</p><h2>{}</h2><p class='lead'>{}</p><p class='by'>By {author} \
         <time datetime='{}'>March 5, 2026</time></p>{sections}<h3>Timeline</h3><ol>{events}</ol>\
         <h3>Sources</h3><ol>{sources}</ol></article>",
        text(story, "articleSection"),
        text(story, "headline"),
        text(story, "description"),
        text(story, "datePublished"),
    )
}

fn section(story: &str, section: &Value) -> String {
    let open = if section.get("open") == Some(&Value::Bool(true)) { " open" } else { "" };
    let paragraphs = list(section, "blocks").filter_map(Value::as_str);
    let body: Vec<String> =
        paragraphs.map(|words| ["<p>", &with_markers(story, words), "</p>"].concat()).collect();
    let body = body.concat();
    let headline = text(section, "headline");
    format!("<details{open}><summary>{headline}</summary>{body}</details>")
}

/// `[7]` becomes a link to source 7.
fn with_markers(story: &str, words: &str) -> String {
    let mut html = String::new();
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('[') {
        let (number, tail) = after.split_once(']').unwrap_or((after, ""));
        html.push_str(before);
        for piece in ["<sup><a href='#", story, "-", number, "'>[", number, "]</a></sup>"] {
            html.push_str(piece);
        }
        rest = tail;
    }
    html + rest
}

fn event(event: &Value) -> String {
    let date = text(event, "date");
    let (headline, words) = (text(event, "headline"), text(event, "text"));
    format!(
        "<li><time datetime='{date}'>{date}</time><div><b>{headline}</b><p>{words}</p></div></li>"
    )
}

fn citation(story: &str, source: &Value) -> String {
    let id = source.get("id").map(ToString::to_string).unwrap_or_default();
    format!(
        "<li id='{story}-{id}'>{id} <b>{}</b> <a href='{}'>{}</a> <time>{}</time><blockquote>{}</blockquote></li>",
        text(source, "publisher"),
        text(source, "url"),
        text(source, "name"),
        text(source, "datePublished"),
        text(source, "text"),
    )
}

fn list<'v>(value: &'v Value, key: &str) -> impl Iterator<Item = &'v Value> {
    value.get(key).and_then(Value::as_array).into_iter().flatten()
}

fn text(value: &Value, key: &str) -> String {
    value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}
