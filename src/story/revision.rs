//! A newer version of a story beside the one before it: which section is which, which of
//! them say something else, which source is which. Pure.

use crate::story::{Block, Image, Quote, Run, Section, Story, Text};

/// For each section of `now` the one of `before` that it is.
///
/// A section that says the very same below the same headline is the same. Else it is known by
/// its id, else by its headline, else by what it says: by half of its blocks at least. One
/// whose headline alone is another has been renamed; an id that is made of that is another too.
#[must_use]
pub fn sections(before: &Story, now: &Story) -> Vec<Option<usize>> {
    let mut pairing = Pairing {
        before: before.sections.iter().map(|section| Known::of(before, section)).collect(),
        now: now.sections.iter().map(|section| Known::of(now, section)).collect(),
        found: vec![None; now.sections.len()],
    };
    // Programs number sections by their place, or make ids anew with every version.
    pairing.find(&|one, other| one.headline == other.headline && one.says == other.says);
    pairing.find(&|one, other| one.id.is_some() && one.id == other.id);
    // Ids that are made of headlines change with them, and a headline may be another's now.
    pairing.find(&|one, other| one.says_much() && one.says == other.says);
    // Else two ids that differ are two sections.
    let may_be = |one: &Known, other: &Known| one.id.is_none() || other.id.is_none();
    pairing.find(&|one, other| {
        may_be(one, other) && !one.headline.is_empty() && one.headline == other.headline
    });
    pairing.find(&|one, other| may_be(one, other) && says_the_same(&one.says, &other.says));
    let is_bare = |one: &Known| one.id.is_none() && one.headline.is_empty();
    pairing.find(&|one, other| is_bare(one) && is_bare(other));
    pairing.found
}

/// For each section of `now`, whether it says something else than the one it was.
#[must_use]
pub fn changes(before: &Story, now: &Story, was: &[Option<usize>]) -> Vec<bool> {
    let is_changed = |(section, was): (&Section, &Option<usize>)| {
        let Some(old) = was.and_then(|was| before.sections.get(was)) else { return true };
        section.headline != old.headline
            || section.summary != old.summary
            || section.ai_disclosure != old.ai_disclosure
            || section.omitted != old.omitted
            || said(now, section) != said(before, old)
    };
    now.sections.iter().zip(was).map(is_changed).collect()
}

/// The same sources by their places in `now`; nothing where one of them is gone.
#[must_use]
pub fn sources(before: &Story, now: &Story, places: &[usize]) -> Option<Vec<usize>> {
    let place = |old: &usize| {
        let id = &before.sources.get(*old)?.id;
        now.sources.iter().position(|source| source.id == *id)
    };
    places.iter().map(place).collect()
}

/// What a section is known by.
struct Known<'s> {
    id: Option<&'s str>,
    headline: &'s str,
    says: Vec<Said>,
}

impl<'s> Known<'s> {
    fn of(story: &Story, section: &'s Section) -> Self {
        let id = section.has_given_id.then_some(section.id.as_str());
        Self { id, headline: &section.headline, says: said(story, section) }
    }
}

impl Known<'_> {
    /// Whether it says enough to be known by its words alone.
    fn says_much(&self) -> bool {
        self.says.iter().map(|block| block.length).sum::<usize>() > 40
    }
}

struct Pairing<'s> {
    before: Vec<Known<'s>>,
    now: Vec<Known<'s>>,
    found: Vec<Option<usize>>,
}

impl Pairing<'_> {
    /// Pairs those still alone that are the same by this rule, in order.
    fn find(&mut self, is_same: &dyn Fn(&Known, &Known) -> bool) {
        for (index, section) in self.now.iter().enumerate() {
            if self.found.get(index).copied().flatten().is_some() {
                continue;
            }
            let mut others = self.before.iter().enumerate();
            let place = others.position(|(place, other)| {
                !self.found.contains(&Some(place)) && is_same(other, section)
            });
            if let Some(found) = self.found.get_mut(index) {
                *found = place;
            }
        }
    }
}

/// Whether half of the blocks that there were are there still.
fn says_the_same(before: &[Said], now: &[Said]) -> bool {
    let kept = before.iter().filter(|block| now.contains(block)).count();
    kept > 0 && 2 * kept >= before.len()
}

/// Whether texts of two versions say the same.
pub(super) fn same_texts(before: (&Story, &[Text]), now: (&Story, &[Text])) -> bool {
    words_of(before.0, before.1) == words_of(now.0, now.1)
}

/// What texts say.
pub(super) fn words_of(story: &Story, texts: &[Text]) -> String {
    let mut words = Words { story, letters: String::new() };
    for text in texts {
        words.text("p", text);
    }
    words.letters
}

/// What a block says, as it is compared: with thousands of others, whose words may be long and
/// much alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Said {
    hash: u64,
    /// In bytes.
    length: usize,
}

/// What a section says, block by block.
pub(super) fn said(story: &Story, section: &Section) -> Vec<Said> {
    let said = |words: String| {
        // FNV-1a, as its authors describe it: what is compared are the versions of one text.
        let add = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
        Said { hash: words.bytes().fold(0xCBF2_9CE4_8422_2325, add), length: words.len() }
    };
    section.blocks.iter().map(|block| said(words(story, block))).collect()
}

/// What a block says, and what it links to; a source by its id, as its number changes with
/// every source before it.
fn words(story: &Story, block: &Block) -> String {
    let mut words = Words { story, letters: String::new() };
    match block {
        Block::Paragraph(text) => words.text("p", text),
        Block::Heading(heading) => words.add("h", heading),
        Block::List { ordered, items, .. } => {
            for item in items {
                words.text(if *ordered { "o" } else { "u" }, item);
            }
        }
        Block::Quote(quote) => words.quote("q", quote),
        Block::PullQuote(quote) => words.quote("pq", quote),
        Block::Image(image) => words.image(image),
        Block::Table(table) => {
            words.text("t", table.caption.as_deref().unwrap_or_default());
            for name in &table.header {
                words.text("th", name);
            }
            for row in &table.rows {
                words.add("tr", "");
                for cell in row {
                    words.text("td", cell);
                }
            }
        }
        Block::Known { known, unknown } => {
            for item in known {
                words.text("k", item);
            }
            for item in unknown {
                words.text("n", item);
            }
        }
        Block::Code { text, .. } => words.add("c", text),
        Block::Embed { url, title } => {
            words.add("e", url.as_str());
            words.add("", title.as_deref().unwrap_or_default());
        }
    }
    words.letters
}

struct Words<'s> {
    story: &'s Story,
    letters: String,
}

impl Words<'_> {
    /// A stretch of its own, between control characters that hardly a text has.
    fn add(&mut self, kind: &str, letters: &str) {
        self.letters.extend(["\u{1}", kind, "\u{1}", letters]);
    }

    fn text(&mut self, kind: &str, runs: &[Run]) {
        self.add(kind, "");
        for run in runs {
            match run {
                Run::Plain(letters) => self.letters.push_str(letters),
                Run::Strong(runs) => self.text("s", runs),
                Run::Emphasis(runs) => self.text("i", runs),
                Run::Link { url, text } => {
                    self.add("a", url.as_str());
                    self.text("", text);
                }
                Run::Citation { source, .. } => {
                    let id = self.story.sources.get(*source).map(|source| source.id.as_str());
                    self.add("[", id.unwrap_or_default());
                }
            }
        }
        self.add("/", "");
    }

    fn quote(&mut self, kind: &str, quote: &Quote) {
        self.text(kind, &quote.text);
        self.text("by", quote.attribution.as_deref().unwrap_or_default());
        self.add("a", quote.url.as_ref().map_or("", |url| url.as_str()));
    }

    fn image(&mut self, image: &Image) {
        self.add("img", image.url.as_str());
        self.add("alt", &image.alt);
        self.text("", image.caption.as_deref().unwrap_or_default());
        self.add("", image.credit.as_deref().unwrap_or_default());
    }
}
