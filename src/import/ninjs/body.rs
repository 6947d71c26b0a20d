//! Headlines, descriptions and bodies, which are lists of one thing in several forms.

use crate::import::blocks;
use crate::import::common::html_of;
use crate::import::dom::has_markup;
use crate::import::importer::Importer;
use crate::import::keys::{find, spelled, written};
use crate::limits::{MAX_HEADLINE, MAX_SMALL_LIST};
use crate::parse::json::Node;
use crate::parse::{At, is_absent};
use crate::story::{Block, Section, Text};

/// Kinds of items whose text is their description.
const WITHOUT_BODY: &str = "event planning picture graphic video audio animation";
/// What a description may be that is not for readers.
const FOR_STAFF: &str = "creditline credit writer byline ednote note instructions usage";

/// One form of a thing: its role, what kind of text it is said to be, and the text.
struct Form<'n> {
    role: String,
    kind: String,
    text: &'n str,
}

/// Calls `each` for every form: the entries of the list `plural`, the field `single`, and the
/// fields that begin with `single_`, whose ending is the role.
fn each_form(
    importer: &mut Importer,
    at: &At,
    [plural, single]: [&'static str; 2],
    each: &mut dyn FnMut(&mut Importer, &At, &Form),
) {
    importer.each(at, spelled(at, plural), MAX_SMALL_LIST, &mut |importer, entry| {
        let word =
            |key| find(entry.node, spelled(entry, key)).and_then(written).unwrap_or_default();
        let (role, kind) =
            (word("role").to_ascii_lowercase(), word("contenttype").to_ascii_lowercase());
        let value = entry.get("value");
        // An entry may be its text alone.
        let value = value.as_ref().unwrap_or(entry);
        match value.node {
            Node::Text(text) => each(importer, value, &Form { role, kind, text }),
            _ => importer.reader.wrong_type(value, "a text"),
        }
    });
    let Node::Map(fields) = at.node else { return };
    for (key, node) in fields {
        let lower = key.to_ascii_lowercase();
        let role = match lower.strip_prefix(single) {
            Some("") => "main",
            // `bodyXhtml`, as Reuters has it.
            Some(role) if role.starts_with('_') || role.ends_with("html") => {
                role.trim_start_matches('_')
            }
            _ => continue,
        };
        let field = at.child(key, node);
        match node {
            _ if is_absent(node) => {}
            Node::Text(text) => {
                let form = Form { role: role.to_owned(), kind: role.to_owned(), text };
                each(importer, &field, &form);
            }
            _ => importer.reader.wrong_type(&field, "a text"),
        }
    }
}

/// The headline, and the kicker or subtitle.
pub fn headlines(importer: &mut Importer, at: &At) -> (Option<String>, Option<String>) {
    let mut best: Option<(u8, String)> = None;
    let mut second = None;
    each_form(importer, at, ["headlines", "headline"], &mut |importer, value, form| {
        let is_second = ["kicker", "sub", "extended"].iter().any(|r| form.role.contains(r));
        let rank = if form.role == "main" { 0 } else { 1 + u8::from(is_second) };
        let Some(text) = importer.plain_value(value, MAX_HEADLINE) else { return };
        if is_second && second.is_none() {
            second = Some(text.clone());
        }
        if best.as_ref().is_none_or(|(known, _)| rank < *known) {
            best = Some((rank, text));
        }
    });
    let headline = best.map(|(_, text)| text);
    let headline = headline.or_else(|| importer.label(at, spelled(at, "title")));
    let second = second.filter(|second| Some(second) != headline.as_ref());
    (headline, second)
}

/// The description for readers.
pub fn description(importer: &mut Importer, at: &At) -> Vec<Text> {
    let mut best: Option<(u8, Vec<Text>)> = None;
    each_form(importer, at, ["descriptions", "description"], &mut |importer, value, form| {
        if FOR_STAFF.split(' ').any(|role| role == form.role) {
            return;
        }
        let rank = match form.role.as_str() {
            "text" | "main" | "description" => 0,
            "summary" | "html" | "xhtml" | "caption" | "short" | "abstract" | "lead" => 1,
            _ => 2,
        };
        if best.as_ref().is_none_or(|(known, _)| rank < *known) {
            let texts = blocks::paragraphs(importer, value, form.text);
            if !texts.is_empty() {
                best = Some((rank, texts));
            }
        }
    });
    let texts = best.map(|(_, texts)| texts).unwrap_or_default();
    match at.get("caption") {
        Some(caption) if texts.is_empty() => html_of(importer, &caption)
            .map(|text| blocks::paragraphs(importer, &caption, text))
            .unwrap_or_default(),
        _ => texts,
    }
}

/// The description and the body. Kinds of items that have no body have one text: where there
/// is no description, what stands in its place.
pub fn texts(importer: &mut Importer, at: &At, headline: &str) -> (Vec<Text>, Vec<Section>) {
    let lead = description(importer, at);
    let kind = find(at.node, spelled(at, "type")).and_then(written).unwrap_or_default();
    let has_body = WITHOUT_BODY.split(' ').all(|without| !without.eq_ignore_ascii_case(kind));
    if !has_body && !lead.is_empty() {
        return (lead, Vec::new());
    }
    let sections = body(importer, at, headline);
    if has_body {
        return (lead, sections);
    }
    let mut texts = Vec::new();
    for section in sections {
        for block in section.blocks {
            if let Block::Paragraph(text) = block {
                texts.push(text);
            }
        }
    }
    (texts, Vec::new())
}

/// The body in the form that says most.
fn body(importer: &mut Importer, at: &At, headline: &str) -> Vec<Section> {
    let mut best = u8::MAX;
    let forms = ["bodies", "body"];
    each_form(importer, at, forms, &mut |_, _, form| best = best.min(rank(form)));
    let mut sections = Vec::new();
    each_form(importer, at, forms, &mut |importer, value, form| {
        if !sections.is_empty() || rank(form) != best {
            return;
        }
        sections = if form.kind.contains("html") {
            blocks::body(importer, value, form.text, headline, &[])
        } else {
            blocks::any(importer, value, form.text, headline)
        };
    });
    sections
}

/// What a body is said to be is free text, so that its tags count first.
fn rank(form: &Form) -> u8 {
    let says = |word: &str| form.kind.contains(word) || form.role.contains(word);
    let is_html = says("html") && !says("xhtml");
    let is_other = says("nitf") || says("xml") && !says("xhtml");
    match has_markup(form.text) {
        true if is_other => 5,
        true if is_html => 0,
        true if says("xhtml") => 1,
        true => 2,
        false if is_html || says("xhtml") => 4,
        false => 3,
    }
}
