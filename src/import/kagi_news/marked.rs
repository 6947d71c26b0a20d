//! Texts with markers that name the host of an article and its number: `[news.example#2]`.

use super::fields::{Article, bare};
use crate::import::blocks::{join, plain_text};
use crate::import::importer::Importer;
use crate::limits::MAX_TEXT;
use crate::parse::json::Node;
use crate::parse::{At, closed, cut};
use crate::story::{Image, Run, Text};

/// What reads such texts.
pub struct Marked<'i, 'o> {
    pub importer: &'i mut Importer<'o>,
    pub articles: Vec<Article>,
}

/// Whether what stands in brackets is a marker, or says that what is told is common knowledge.
pub fn is_marker(inside: &str) -> bool {
    matches!(inside, "common" | "*") || numbered(inside).is_some()
}

/// The host of a marker and its number.
fn numbered(inside: &str) -> Option<(&str, usize)> {
    let (domain, number) = inside.trim().rsplit_once('#')?;
    let is_host = !domain.is_empty() && !domain.contains(' ');
    let number = number.parse().ok().filter(|number| *number > 0)?;
    is_host.then_some((domain, number))
}

impl Marked<'_, '_> {
    /// Calls `each` for the entries of a list.
    pub fn each(&mut self, at: &At, key: &str, limit: usize, each: &mut dyn FnMut(&mut Self, &At)) {
        let Some(value) = at.get(key) else { return };
        let Node::List(items) = value.node else { return each(self, &value) };
        if items.len() > limit {
            self.importer.report(
                &value,
                "too-many",
                "more entries than the limit, the rest left out",
            );
        }
        for item in value.items().take(limit) {
            each(self, &item);
        }
    }

    /// A field with a text; nothing where it is empty.
    pub fn field(&mut self, at: &At, key: &str) -> Option<Text> {
        let value = at.get(key)?;
        let Node::Text(text) = value.node else {
            self.importer.reader.wrong_type(&value, "a text");
            return None;
        };
        Some(self.text(&value, text)).filter(|text| !text.is_empty())
    }

    /// A field with a text in which a blank line begins a paragraph.
    pub fn paragraphs(&mut self, at: &At, key: &str) -> Vec<Text> {
        let Some(value) = at.get(key) else { return Vec::new() };
        let Node::Text(text) = value.node else {
            self.importer.reader.wrong_type(&value, "a text");
            return Vec::new();
        };
        let paragraphs = text.split("\n\n").map(|paragraph| self.text(&value, paragraph));
        paragraphs.filter(|text| !text.is_empty()).collect()
    }

    /// A text with its markers.
    pub fn text(&mut self, at: &At, text: &str) -> Text {
        let cut = cut(text, MAX_TEXT);
        if cut.is_some() {
            self.importer.report(at, "too-long", "longer than the limit, cut");
        }
        let mut rest = cut.as_deref().unwrap_or(text);
        let mut runs = Text::new();
        let mut letters = String::new();
        while let Some((before, after)) = rest.split_once('[') {
            letters.push_str(before);
            let Some((inside, behind)) = closed(after).filter(|(inside, _)| is_marker(inside))
            else {
                letters.push('[');
                rest = after;
                continue;
            };
            rest = behind;
            letters.truncate(letters.trim_end().len());
            if let Some((domain, number)) = numbered(inside) {
                let Some(source) = self.source(domain, number) else {
                    let message = "a marker of an article that is not in the list, left out";
                    self.importer.report(at, "unknown-source", message);
                    continue;
                };
                self.add_letters(&mut runs, &mut letters);
                let place = self.importer.next_use(source);
                runs.push(Run::Citation { source, place });
            }
        }
        letters.push_str(rest);
        self.add_letters(&mut runs, &mut letters);
        runs
    }

    /// Adds letters; behind a marker a space stays.
    fn add_letters(&mut self, runs: &mut Text, letters: &mut String) {
        let letters = std::mem::take(letters);
        let words = self.importer.clean(&letters);
        if !words.is_empty() {
            let is_apart = letters.starts_with(char::is_whitespace) && !runs.is_empty();
            runs.push(Run::Plain([if is_apart { " " } else { "" }, &words].concat()));
        }
    }

    /// The n-th article of a host.
    fn source(&self, domain: &str, number: usize) -> Option<usize> {
        let wanted = bare(domain);
        let first = self.articles.partition_point(|article| article.domain < wanted);
        let article = self.articles.get(first.checked_add(number - 1)?)?;
        (article.domain == wanted).then_some(article.source)
    }

    /// A picture with its caption.
    pub fn image(&mut self, at: &At, key: &str) -> Option<Image> {
        let value = at.get(key)?;
        if !matches!(value.node, Node::Map(_)) {
            let url = self.importer.link_value(&value)?;
            return Some(Image::new(url, ""));
        }
        let url = self.importer.link(&value, "url")?;
        let mut caption = Text::new();
        join(&mut caption, self.field(&value, "caption").unwrap_or_default());
        let caption = Some(caption).filter(|caption| !caption.is_empty());
        let credit = self.importer.label(&value, "credit");
        let alt = self.importer.plain(&value, "alt").unwrap_or_default();
        Some(Image { caption, credit, ..Image::new(url, alt) })
    }

    /// A label and what follows as one text, the label in bold.
    pub fn labelled(&mut self, at: &At, text: &str) -> Text {
        let Some((label, rest)) = super::fields::labelled(text) else { return self.text(at, text) };
        let label = [&self.importer.clean(label), ":"].concat();
        let mut runs = vec![Run::Strong(plain_text(&label))];
        join(&mut runs, self.text(at, rest));
        runs
    }
}
