//! Quotations, looked for in the sources they cite.
//!
//! What is found is kept with its source, and shown there. What is not is a problem, unless
//! a source cited with it says nothing of its words: then nothing can be said.

use std::ops::Range;

use super::reader::{At, Reader};
use crate::browser::page::composed;
use crate::limits::MAX_TEXT;
use crate::story::quotation::{Passages, Wanted, passages};
use crate::story::{Quote, Run, Support, each_citation, plain};

/// Somebody's words, with all that is cited for them.
pub fn in_quote(reader: &mut Reader, at: &At, quote: &Quote) {
    let mut cited = Vec::new();
    each_citation(&quote.text, &mut |source, _| cited.push(source));
    let attribution = quote.attribution.as_deref().unwrap_or_default();
    each_citation(attribution, &mut |source, _| cited.push(source));
    let words = plain(&quote.text);
    // A translation gives the sense: whoever says so claims no words.
    let is_claimed = cited.iter().all(|source| {
        let supports = reader.sources.get(*source).and_then(|source| source.supports);
        supports.is_none_or(|supports| supports == Support::Quote)
    });
    if check(reader, &[&words], &cited) == Some(false) && is_claimed {
        report(reader, at, &cited);
    }
}

/// A text: before each citation that claims the source's own words those have to stand.
pub fn in_text(reader: &mut Reader, at: &At, runs: &[Run]) {
    if reader.is_in_quote {
        return;
    }
    let is_citation = |run: &Run| matches!(run, Run::Citation { .. });
    let mut rest = runs;
    while let Some(at_citation) = rest.iter().position(is_citation) {
        let (before, from) = rest.split_at_checked(at_citation).unwrap_or_default();
        let count = from.iter().take_while(|run| is_citation(run)).count();
        let (neighbours, after) = from.split_at_checked(count).unwrap_or_default();
        let mut cited = Vec::new();
        each_citation(neighbours, &mut |source, _| cited.push(source));
        claim(reader, at, before, &cited);
        rest = after;
    }
}

/// Looks for the passages between quotation marks; where there are none, for the sentence.
fn claim(reader: &mut Reader, at: &At, before: &[Run], cited: &[usize]) {
    let claims = |source: &usize| {
        reader.sources.get(*source).is_some_and(|source| source.supports == Some(Support::Quote))
    };
    if !cited.iter().any(claims) {
        return;
    }
    let words = plain(before);
    let Passages { sure, likely, has_single_words } = passages(&words);
    // What may have been apostrophes excuses nothing.
    let likely = check(reader, &likely, cited).filter(|_| sure.is_empty());
    match check(reader, &sure, cited).or(likely) {
        Some(true) => {}
        Some(false) if !sure.is_empty() => report(reader, at, cited),
        // Of a word, nothing can be said.
        _ if check(reader, &[last_sentence(&words)], cited) != Some(true) && has_single_words => {
            reader.unproven.extend_from_slice(cited);
        }
        _ => {}
    }
}

fn last_sentence(words: &str) -> &str {
    let words = words.trim();
    let (mut start, mut last) = (0, ' ');
    for (at, letter) in words.char_indices() {
        let is_end = matches!(last, '.' | '!' | '?' | '؟' | '।') && letter.is_whitespace();
        if is_end || last == '。' {
            start = at;
        }
        last = letter;
    }
    words.get(start..).unwrap_or_default()
}

/// Whether any of these words stand in one of the sources; nothing where that is not known.
fn check(reader: &mut Reader, quoted: &[&str], cited: &[usize]) -> Option<bool> {
    let (mut is_found, mut is_known) = (false, !cited.is_empty() && !quoted.is_empty());
    for words in quoted {
        let wanted = Wanted::of(words, composed, &mut reader.quotation_work)?;
        for source in cited {
            let Some(source) = reader.sources.get_mut(*source) else { continue };
            let Some(excerpt) = &source.excerpt else {
                is_known = false;
                continue;
            };
            let found = wanted.find(excerpt, composed, &mut reader.quotation_work);
            is_found |= found.is_some();
            for stretch in found.into_iter().flatten() {
                let before = |other: &&Range<usize>| other.start < stretch.start;
                let place = source.quoted.iter().take_while(before).count();
                if source.quoted.get(place) != Some(&stretch) {
                    source.quoted.insert(place, stretch);
                }
            }
        }
    }
    (is_found || is_known && self::is_known(reader)).then_some(is_found)
}

/// Whether every excerpt has been looked at to its end: there is work left for another.
fn is_known(reader: &Reader) -> bool {
    reader.quotation_work > 5 * MAX_TEXT
}

fn report(reader: &mut Reader, at: &At, cited: &[usize]) {
    reader.report(at, "quote-not-found", "the words quoted are not in the text of their source");
    reader.unproven.extend_from_slice(cited);
}

/// Joins what overlaps, and tells of each source that is said to be quoted and of
/// which no words were found.
pub fn settle(reader: &mut Reader) {
    for source in &mut reader.sources {
        let mut joined: Vec<Range<usize>> = Vec::new();
        for stretch in source.quoted.drain(..) {
            match joined.last_mut() {
                Some(last) if stretch.start <= last.end => last.end = last.end.max(stretch.end),
                _ => joined.push(stretch),
            }
        }
        source.quoted = joined;
    }
    let is_known = is_known(reader);
    for (index, path) in std::mem::take(&mut reader.claims) {
        let is_cited = reader.uses.get(index).is_some_and(|uses| *uses > 0);
        let is_found = reader.sources.get(index).is_some_and(|source| !source.quoted.is_empty());
        let is_told = reader.unproven.contains(&index);
        if is_known && is_cited && !is_found && !is_told {
            reader.report_at(path, "quote-not-found", "no words of the story are in its text");
        }
    }
}
