//! Markers, counted.

use std::slice::from_mut;

use super::{Agent, Block, Quote, Run, Source, Story, Text};

impl Story {
    /// Counts the markers of each source, in the order that [`parse`](crate::parse()) does: sets
    /// the `place` of each [`Run::Citation`], and [`Source::uses`].
    ///
    /// What is read is counted. A story that a program has made is to be counted before it is
    /// shown, or its markers lead nowhere.
    ///
    /// ```
    /// use story_card::story::{Run, Source, Story};
    ///
    /// let marker = Run::Citation { source: 0, place: 1 };
    /// let mut story = Story {
    ///     headline: "Ferry afloat again".to_owned(),
    ///     lead: vec![vec!["She is back".into(), marker.clone()], vec!["For good".into(), marker]],
    ///     sources: vec![Source::new("1", "Notice to mariners 15")],
    ///     ..Story::default()
    /// };
    /// story.count_citations();
    /// assert_eq!(story.sources[0].uses, 2);
    /// assert_eq!(story.lead[1][1], Run::Citation { source: 0, place: 2 });
    /// ```
    pub fn count_citations(&mut self) {
        let Self { image, corrections, key_points, lead, sections, timeline, sources, .. } = self;
        for source in &mut *sources {
            source.uses = 0;
        }
        let mut count = |texts: &mut [Text]| count(texts, sources);
        if let Some(image) = image {
            count(image.caption.as_mut_slice());
        }
        for correction in corrections {
            count(from_mut(&mut correction.text));
        }
        count(key_points);
        count(lead);
        for section in sections {
            for block in &mut section.blocks {
                each_of(block, &mut count);
            }
        }
        for event in timeline.iter_mut().flat_map(|timeline| &mut timeline.events) {
            count(from_mut(&mut event.text));
        }
        let Self { authors, editors, publisher, disclaimer, .. } = self;
        for Agent { biography, .. } in authors.iter_mut().chain(editors).chain(publisher) {
            count(biography.as_mut_slice());
        }
        count(disclaimer.as_mut_slice());
    }
}

/// The texts of a block, in the order of [`Block::each_text`].
fn each_of(block: &mut Block, each: &mut dyn FnMut(&mut [Text])) {
    match block {
        Block::Paragraph(text) => each(from_mut(text)),
        Block::List { items, .. } => each(items),
        Block::Quote(Quote { text, attribution, .. })
        | Block::PullQuote(Quote { text, attribution, .. }) => {
            each(from_mut(text));
            each(attribution.as_mut_slice());
        }
        Block::Image(image) => each(image.caption.as_mut_slice()),
        Block::Table(table) => {
            each(table.caption.as_mut_slice());
            each(&mut table.header);
            for row in &mut table.rows {
                each(row);
            }
        }
        Block::Known { known, unknown } => {
            each(known);
            each(unknown);
        }
        Block::Heading(_) | Block::Code { .. } | Block::Embed { .. } => {}
    }
}

fn count(texts: &mut [Text], sources: &mut [Source]) {
    for run in texts.iter_mut().flatten() {
        match run {
            Run::Citation { source, place } => {
                if let Some(source) = sources.get_mut(*source) {
                    source.uses += 1;
                    *place = source.uses;
                }
            }
            Run::Strong(text) | Run::Emphasis(text) | Run::Link { text, .. } => {
                count(from_mut(text), sources);
            }
            Run::Plain(_) => {}
        }
    }
}
