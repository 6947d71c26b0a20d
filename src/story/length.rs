//! How long a story is, and on how much it rests.

use super::letters::is_unspaced;
use super::{Block, Quote, Run, Section, Story, Text, each_citation};

/// Half words that are read in a minute. Of scripts without spaces a letter is half a word.
const MINUTE: usize = 460;

impl Block {
    /// Hands over its texts, one after the other.
    pub fn each_text<'b>(&'b self, each: &mut dyn FnMut(&'b [Run])) {
        let mut all = |texts: &'b [Text]| {
            for text in texts {
                each(text);
            }
        };
        match self {
            Self::Paragraph(text) => all(std::slice::from_ref(text)),
            Self::List { items, .. } => all(items),
            Self::Quote(Quote { text, attribution, .. })
            | Self::PullQuote(Quote { text, attribution, .. }) => {
                all(std::slice::from_ref(text));
                all(attribution.as_slice());
            }
            Self::Image(image) => all(image.caption.as_slice()),
            Self::Table(table) => {
                all(table.caption.as_slice());
                all(&table.header);
                for row in &table.rows {
                    all(row);
                }
            }
            Self::Known { known, unknown } => {
                all(known);
                all(unknown);
            }
            Self::Heading(_) | Self::Code { .. } | Self::Embed { .. } => {}
        }
    }
}

impl Story {
    /// How many minutes it takes to read: 1 at least, none where there is nothing to read.
    #[must_use]
    pub fn minutes(&self) -> usize {
        let mut halves = 0;
        let mut count = |text: &[Run]| halves += half_words(text);
        for texts in [&self.lead, &self.key_points] {
            for text in texts {
                count(text);
            }
        }
        for section in &self.sections {
            for block in &section.blocks {
                // It repeats the body.
                if !matches!(block, Block::PullQuote(_)) {
                    block.each_text(&mut count);
                }
            }
        }
        (halves.saturating_add(MINUTE / 2) / MINUTE).max(halves.min(1))
    }

    /// How many publishers its sources have; the host counts where none is named.
    #[must_use]
    pub fn publishers(&self) -> usize {
        let mut names: Vec<&str> = Vec::new();
        for source in &self.sources {
            let name = match (&source.publisher, &source.url) {
                (Some(name), _) => name,
                (None, Some(url)) => url.host(),
                (None, None) => continue,
            };
            if !name.is_empty() && !names.contains(&name) {
                names.push(name);
            }
        }
        names.len()
    }
}

impl Section {
    /// How many sources its texts cite.
    #[must_use]
    pub fn sources(&self) -> usize {
        let mut cited = Vec::new();
        let mut cite = |source, _| {
            if !cited.contains(&source) {
                cited.push(source);
            }
        };
        for block in &self.blocks {
            block.each_text(&mut |text| each_citation(text, &mut cite));
        }
        cited.len()
    }
}

fn half_words(text: &[Run]) -> usize {
    let mut halves = 0;
    for run in text {
        match run {
            Run::Plain(letters) => {
                let mut is_space = true;
                // By bytes: most letters have one. The others are looked at where they begin.
                for (at, byte) in letters.bytes().enumerate() {
                    let is_unspaced = byte >= 0xE0
                        && letters
                            .get(at..)
                            .and_then(|rest| rest.chars().next())
                            .is_some_and(is_unspaced);
                    halves += match byte {
                        _ if is_unspaced => 1,
                        b' ' => 0,
                        _ if is_space => 2,
                        _ => 0,
                    };
                    is_space = byte == b' ';
                }
            }
            Run::Strong(text) | Run::Emphasis(text) | Run::Link { text, .. } => {
                halves += half_words(text);
            }
            Run::Citation { .. } => {}
        }
    }
    halves
}
