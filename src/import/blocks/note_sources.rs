//! Footnotes to sources, and markers where something leads to them.

use super::inline::is_visible;
use super::script::raised;
use super::survey::{Reference, Survey};
use super::walk::Walk;
use crate::import::dom::fold;
use crate::parse::cut;
use crate::story::{Run, SafeLink, Source, Text, plain};

/// The longest name that is made of the words of a note.
const MAX_NAME: usize = 120;

/// A note that stands beside the HTML: its name, and its words.
pub type Beside = (String, String);

impl Walk<'_, '_> {
    /// Makes sources of the notes that something leads to.
    pub fn read_notes(&mut self, survey: &Survey, beside: &[(&str, Text)]) {
        self.notes.is_inside = true;
        for reference in &survey.references {
            let source = match survey.note(reference) {
                Some(note) => self.source_of_note(note, reference),
                None if reference.is_named => self.source_beside(reference, beside),
                None => None,
            };
            self.notes.references.extend(source.map(|source| (reference.node, source)));
        }
        self.notes.is_inside = false;
    }

    fn source_of_note(&mut self, note: u32, reference: &Reference) -> Option<usize> {
        if let Some((_, source)) = self.notes.found.iter().find(|(known, _)| *known == note) {
            return *source;
        }
        let text = self.words_of(note);
        let source = self.source(&text, &reference.label);
        self.notes.found.push((note, source));
        source
    }

    fn source_beside(&mut self, reference: &Reference, beside: &[(&str, Text)]) -> Option<usize> {
        let known = |id: &str| beside.iter().position(|(name, _)| *name == id);
        let place = known(&reference.to)?;
        // Notes have numbers from above, so that no element is one.
        let key = u32::MAX - u32::try_from(place).ok()?;
        if let Some((_, source)) = self.notes.found.iter().find(|(note, _)| *note == key) {
            return *source;
        }
        let (_, words) = beside.get(place)?;
        let source = self.source(words, &reference.label);
        self.notes.found.push((key, source));
        source
    }

    pub fn source(&mut self, text: &[Run], label: &str) -> Option<usize> {
        let words = fold(&plain(text));
        let words = words.trim_start_matches(['^', '↑', ' ']);
        // What stood around a way back.
        let words = words.strip_prefix("[]").or_else(|| words.strip_prefix(". ")).unwrap_or(words);
        let words = words.trim_start();
        let label = label.trim_matches(|c: char| "[]().:* ".contains(c));
        // The same number, raised.
        let high = raised(label, true).and_then(|label| words.strip_prefix(&*label));
        let words = high.map_or(words, str::trim_start);
        // Many notes begin with their own number.
        let rest =
            words.trim_start_matches(['[', '(']).strip_prefix(label).filter(|_| !label.is_empty());
        let rest = rest.filter(|rest| rest.starts_with(|c: char| "]). :".contains(c)));
        let words =
            rest.map_or(words, |rest| rest.trim_start_matches(|c: char| "]). :".contains(c)));
        if !is_visible(words) {
            return None;
        }
        let link =
            self.chosen_link(text).or_else(|| Some((self.written_out(words)?, String::new())));
        let name = link.as_ref().map(|(_, name)| name.as_str()).filter(|name| {
            // Addresses and numbers of works say nothing.
            let is_number = name.starts_with(|c: char| c.is_ascii_digit()) && !name.contains(' ');
            !name.contains("://")
                && !name.starts_with("www.")
                && !is_number
                && name.chars().count() > 3
        });
        let name = name.map_or_else(
            || cut(words, MAX_NAME).unwrap_or_else(|| words.to_owned()),
            str::to_owned,
        );
        let url = link.map(|(url, _)| url);
        let publisher =
            url.as_ref().map(|url| url.host().to_owned()).filter(|host| !host.is_empty());
        let excerpt = Some(words.to_owned()).filter(|words| *words != name);
        let source = Source { name: Some(name), url, publisher, excerpt, ..Source::default() };
        self.importer.add_source(label, source)
    }

    /// The address that a note writes out, without the signs around it.
    fn written_out(&self, words: &str) -> Option<SafeLink> {
        words.split_whitespace().find_map(|word| {
            let (before, after) = word.split_once("://")?;
            let scheme = before.rsplit(|c: char| !c.is_ascii_alphabetic()).next()?;
            let mut open = 0_i32;
            // A bracket that begins in the address ends there.
            let is_around = |c: char| {
                open += i32::from(c == '(') - i32::from(c == ')');
                open < 0 || "<>\"“”„«»。、，；（）「」".contains(c)
            };
            let address = after.split(is_around).next()?;
            let address = address.trim_end_matches(|c| ".,;:!?'’…]".contains(c));
            let address = [scheme, "://", address].concat();
            self.importer.safe_link(&address).filter(SafeLink::is_web)
        })
    }

    /// The first link of a note. One into the wiki that the note stands in tells what a word of
    /// it means, or who somebody is; what it leads to is taken where there is no other.
    fn chosen_link(&self, text: &[Run]) -> Option<(SafeLink, String)> {
        let own = self.importer.safe_link("/wiki/");
        let own = own.as_ref().map(SafeLink::as_str);
        let is_away = |url: &SafeLink| own.is_none_or(|own| !url.as_str().starts_with(own));
        first_link(text, &is_away).or_else(|| first_link(text, &|_| true))
    }
}

/// The first link to the web in a text that is fit, and its words.
pub fn first_link(text: &[Run], is_fit: &dyn Fn(&SafeLink) -> bool) -> Option<(SafeLink, String)> {
    text.iter().find_map(|run| match run {
        Run::Link { url, text } if url.is_web() && is_fit(url) => Some((url.clone(), plain(text))),
        Run::Strong(text) | Run::Emphasis(text) => first_link(text, is_fit),
        _ => None,
    })
}
