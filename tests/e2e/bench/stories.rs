//! Stories of three sizes, the same at every run.

use serde_json::{Value, json};

use crate::options::Size;

/// Words of the sentences, enough that brotli finds no more than in a newspaper.
const WORDS: [&str; 64] = [
    "river", "council", "weir", "morning", "gauge", "harbour", "engineer", "winter", "report",
    "bridge", "valley", "minister", "record", "evening", "station", "village", "northern",
    "measure", "quarter", "decision", "public", "water", "between", "before", "after", "during",
    "against", "without", "rose", "fell", "opened", "closed", "agreed", "warned", "found", "said",
    "showed", "expected", "reached", "carried", "the", "a", "its", "their", "every", "another",
    "first", "second", "third", "early", "late", "heavy", "narrow", "steady", "and", "but",
    "while", "because", "of", "in", "at", "near", "along", "beyond",
];

/// How much of everything a size has.
struct Amounts {
    sections: usize,
    paragraphs: usize,
    sources: usize,
    events: usize,
}

const fn amounts(size: Size) -> Amounts {
    match size {
        Size::S => Amounts { sections: 6, paragraphs: 3, sources: 6, events: 8 },
        Size::M => Amounts { sections: 20, paragraphs: 10, sources: 100, events: 50 },
        Size::L => Amounts { sections: 100, paragraphs: 50, sources: 2_000, events: 500 },
    }
}

/// Numbers that look random and are the same for a seed (splitmix64).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % (limit as u64)).unwrap_or_default()
    }

    fn words(&mut self, count: usize) -> String {
        let words = (0..count).filter_map(|_| WORDS.get(self.below(WORDS.len())).copied());
        let text = words.collect::<Vec<_>>().join(" ");
        let mut letters = text.chars();
        letters
            .next()
            .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }

    fn sentences(&mut self, count: usize) -> String {
        let mut sentence = || {
            let length = 9 + self.below(12);
            self.words(length) + "."
        };
        (0..count).map(|_| sentence()).collect::<Vec<_>>().join(" ")
    }
}

/// The story of a size; `number` makes another of the same size.
pub fn story(size: Size, number: u64) -> Value {
    let amounts = amounts(size);
    let mut random = Random(0x5707 + number);
    let mut source = 0;
    let sections: Vec<Value> =
        (0..amounts.sections).map(|at| section(&mut random, &amounts, at, &mut source)).collect();
    json!({
        "schemaVersion": "story-card/1.0",
        "id": format!("bench-{number}"),
        "headline": random.words(9),
        "description": random.sentences(2),
        "articleSection": "Analysis",
        "inLanguage": "en",
        "author": [{ "name": "Ada Brook", "type": "Person", "jobTitle": "River correspondent" }],
        "datePublished": "2026-03-05T23:30:00Z",
        "dateModified": "2026-03-06T20:00:00Z",
        "sections": sections,
        "timeline": { "events": (0..amounts.events).map(|at| event(&mut random, at)).collect::<Vec<_>>() },
        "citation": (1..=amounts.sources).map(|id| citation(&mut random, id)).collect::<Vec<_>>(),
    })
}

/// Every source is cited once, in the order of the text.
fn section(random: &mut Random, amounts: &Amounts, at: usize, source: &mut usize) -> Value {
    let share = amounts.sources * (at + 1) / amounts.sections;
    let blocks: Vec<String> = (0..amounts.paragraphs)
        .map(|paragraph| {
            let mut text = random.sentences(3);
            let left = amounts.paragraphs - paragraph;
            for _ in 0..(share - *source).div_ceil(left) {
                *source += 1;
                text.extend([" ", &random.words(6), " [", &source.to_string(), "]."]);
            }
            text
        })
        .collect();
    json!({
        "id": format!("s{at}"), "headline": random.words(5), "open": at == 0, "blocks": blocks,
    })
}

fn event(random: &mut Random, at: usize) -> Value {
    let date = format!("{}-{:02}-{:02}", 1600 + at / 2, at % 12 + 1, at % 28 + 1);
    json!({ "date": date, "headline": random.words(4), "text": random.sentences(1) })
}

fn citation(random: &mut Random, id: usize) -> Value {
    json!({
        "id": id, "name": random.words(7), "publisher": random.words(2),
        "url": format!("https://source-{}.example/{id}", id % 40),
        "datePublished": format!("2026-01-{:02}", id % 28 + 1),
        "text": random.sentences(1),
    })
}
