//! Named fields to sections, where they are not empty.

use super::fields::{heading_of, text_in};
use super::marked::Marked;
use crate::import::common::related;
use crate::limits::MAX_SMALL_LIST;
use crate::parse::json::Node;
use crate::parse::{At, is_absent};
use crate::story::{Block, Quote, Run, Section, Text, slug};

/// Fields that become sections, in the order in which they are told.
const FIELDS: &str = "perspectives historical_background humanitarian_impact \
    international_reactions economic_implications geopolitical_context technical_details \
    technical_specifications scientific_significance business_angle_text business_angle_points \
    industry_impact market_impact performance_statistics league_standings key_players \
    gameplay_mechanics user_experience_impact design_principles culinary_significance \
    travel_advisory destination_highlights diy_tips user_action_items future_outlook \
    suggested_qna did_you_know";

impl Marked<'_, '_> {
    /// What stands before all sections: the quotation; then the points.
    pub fn quotation_and_points(&mut self, at: &At) -> Vec<Section> {
        let mut sections = Vec::new();
        if let Some(text) = self.field(at, "quote") {
            let attribution = self.attribution(at);
            let url = self.importer.link(at, "quote_source_url");
            let quote = Block::Quote(Quote { text, attribution, url });
            let id = "section-1".to_owned();
            sections.push(Section { id, blocks: vec![quote], ..Section::default() });
        }
        let points = self.section(at, "talking_points", "Key points");
        sections.extend(points);
        sections
    }

    fn attribution(&mut self, at: &At) -> Option<Text> {
        let author = self.importer.label(at, "quote_author");
        let source = self.importer.label(at, "quote_attribution");
        let parts: Vec<String> = author.into_iter().chain(source).collect();
        let words = match parts.as_slice() {
            [author, source] if source.contains(author.as_str()) => source.clone(),
            parts => parts.join(", "),
        };
        Some(crate::import::blocks::plain_text(&words)).filter(|text| !text.is_empty())
    }

    /// All other fields that have a section of their own.
    pub fn named_sections(&mut self, at: &At) -> Vec<Section> {
        let keys = FIELDS.split_ascii_whitespace();
        let sections: Vec<Section> = keys
            .filter_map(|key| {
                let heading = match key {
                    "suggested_qna" => "Questions and answers".to_owned(),
                    "business_angle_text" | "business_angle_points" => "Business angle".to_owned(),
                    "did_you_know" => "Did you know?".to_owned(),
                    key => heading_of(key),
                };
                self.section(at, key, &heading)
            })
            .collect();
        joined(sections)
    }

    fn section(&mut self, at: &At, key: &str, heading: &str) -> Option<Section> {
        let value = at.get(key)?;
        let mut blocks: Vec<Block> = Vec::new();
        if let Node::List(_) = value.node {
            let mut items = Vec::new();
            self.each(at, key, MAX_SMALL_LIST, &mut |marked, entry| match key {
                "suggested_qna" => blocks.extend(marked.answer(entry)),
                _ => items.extend(marked.item(entry)),
            });
            if !items.is_empty() {
                blocks.push(Block::List { ordered: false, start: None, items });
            }
        } else if let Node::Text(_) = value.node {
            blocks.extend(self.paragraphs(at, key).into_iter().map(Block::Paragraph));
        } else {
            self.importer.reader.wrong_type(&value, "a text or a list");
        }
        let section = Section {
            id: slug(heading),
            headline: heading.to_owned(),
            blocks,
            ..Section::default()
        };
        Some(section).filter(|section| !section.blocks.is_empty())
    }

    /// A question as a small heading, and its answer.
    fn answer(&mut self, entry: &At) -> Vec<Block> {
        let question = self.importer.label(entry, "question");
        let answer = self.field(entry, "answer");
        let question = question.map(Block::Heading).filter(|_| answer.is_some());
        question.into_iter().chain(answer.map(Block::Paragraph)).collect()
    }

    /// An entry of a list: a text, or an object with a text and links to where it is from.
    fn item(&mut self, entry: &At) -> Option<Text> {
        if is_absent(entry.node) {
            return None;
        }
        let Some(text) = text_in(entry.node) else {
            self.importer.reader.wrong_type(entry, "a text");
            return None;
        };
        let mut runs = self.labelled(entry, text);
        if runs.is_empty() {
            return None;
        }
        let mut links = Vec::new();
        self.each(entry, "sources", MAX_SMALL_LIST, &mut |marked, source| {
            if matches!(source.node, Node::Map(_)) {
                let name = marked.importer.label(source, "name");
                let url = marked.importer.link(source, "url");
                links.extend(url.map(|url| related(name, url)));
            }
        });
        for (index, link) in links.into_iter().enumerate() {
            let before = if index == 0 { " (" } else { ", " };
            runs.push(Run::Plain(before.to_owned()));
            runs.push(Run::Link { url: link.url, text: vec![Run::Plain(link.name)] });
        }
        if matches!(runs.last(), Some(Run::Link { .. })) {
            runs.push(Run::Plain(")".to_owned()));
        }
        Some(runs)
    }
}

/// Sections of one heading as one.
fn joined(sections: Vec<Section>) -> Vec<Section> {
    let mut all: Vec<Section> = Vec::new();
    for section in sections {
        match all.last_mut() {
            Some(last) if last.headline == section.headline => last.blocks.extend(section.blocks),
            _ => all.push(section),
        }
    }
    all
}
