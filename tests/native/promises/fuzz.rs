//! P35: documents made at random neither stop the reader nor break the card's markup.
//!
//! `cargo xtask fuzz` sets `STORY_CARD_FUZZ_SECONDS` and `STORY_CARD_FUZZ_SEED` and runs
//! `long_run`, which goes on until the time is over.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;
use std::time::{Duration, Instant};

use serde_json::Value;
use story_card::parse::edtf::{lenient, strict, timestamp};
use story_card::{Options, parse};

use crate::hostile::documents::Maker;
use crate::hostile::random::Random;
use crate::hostile::{DATES, SCRIPTS, URLS, all};
use crate::markup::escaping::check_harmless;

/// Documents of the usual run.
const DOCUMENTS: u64 = 10_000;
/// Every so many are drawn as well; drawing takes ten times as long as reading.
const DRAWN: u64 = 25;

/// What documents are made from: not the longest demo story, which takes as long to read
/// as ten others.
fn stories() -> Vec<Value> {
    let mut stories = super::stories();
    stories.retain(|story| story.to_string().len() < 40_000);
    assert!(stories.len() >= 3, "only {}", stories.len());
    stories
}

/// Reads a document, draws it if asked to; says how it ended.
fn put_through(document: &str, is_drawn: bool) -> &'static str {
    let base = Some("https://x.example/a/");
    match parse(document, &Options { now: Some(crate::reading::NOON), base, ..Options::default() })
    {
        Err(error) => error.code(),
        Ok(parsed) => {
            assert!(!parsed.story.headline.is_empty(), "a story has a headline");
            if is_drawn {
                let html = pollster::block_on(story_card::render_to_html(Rc::new(parsed.story)));
                check_harmless(&crate::html::parse(&html));
            }
            "a story"
        }
    }
}

/// The same, with the seed named when it fails.
fn check(maker: &Maker, seed: u64, is_drawn: bool) -> &'static str {
    let document = maker.document(seed);
    let outcome = catch_unwind(AssertUnwindSafe(|| put_through(&document, is_drawn)));
    outcome.unwrap_or_else(|_| panic!("the document of seed {seed} breaks the card"))
}

#[test]
fn p35_ten_thousand_random_documents_end_in_a_state() {
    let maker = Maker::new(stories());
    let mut ends = BTreeMap::new();
    for seed in 0..DOCUMENTS {
        *ends.entry(check(&maker, seed, seed.is_multiple_of(DRAWN))).or_insert(0_u64) += 1;
    }
    // A maker whose documents all are refused would prove nothing.
    assert!(ends.get("a story").is_some_and(|count| *count > DOCUMENTS / 2), "{ends:?}");
    assert!(ends.get("not-json").is_some_and(|count| *count > 100), "{ends:?}");
    assert!(ends.get("not-a-story").is_some_and(|count| *count > 10), "{ends:?}");
}

#[test]
fn a_seed_makes_one_document_and_another_another() {
    let maker = Maker::new(stories());
    assert_eq!(maker.document(7), maker.document(7));
    let mut all: Vec<String> = (0..200).map(|seed| maker.document(seed)).collect();
    all.sort();
    all.dedup();
    assert!(all.len() > 190, "only {} differ", all.len());
}

/// A text put together from two entries of the lists, with letters taken out and put in.
fn crossed(entries: &[String], random: &mut Random) -> String {
    let (one, other) = (random.pick(entries).clone(), random.pick(entries));
    let mut letters: Vec<char> = one.chars().take(120).collect();
    let keep = random.below(letters.len() + 1);
    letters.truncate(keep);
    letters.extend(other.chars().skip(random.below(20)).take(100));
    for _ in 0..random.below(4) {
        if !letters.is_empty() {
            let at = random.below(letters.len());
            letters[at] = *random.pick(&[
                '[', ']', '(', ')', '*', '\\', ':', '/', '@', '-', 'X', '0', '\u{202E}', '\t',
            ]);
        }
    }
    letters.into_iter().collect()
}

fn variable(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// Reader, grammar, dates and links, by turns, until the time is over.
#[test]
#[ignore = "takes as long as it is given: cargo xtask fuzz"]
fn long_run() {
    let seconds = variable("STORY_CARD_FUZZ_SECONDS").unwrap_or(60);
    let first = variable("STORY_CARD_FUZZ_SEED").unwrap_or(1_000_000);
    let maker = Maker::new(stories());
    let texts = all(SCRIPTS).into_iter().chain(all(URLS)).collect::<Vec<_>>();
    let dates = all(DATES);
    let until = Instant::now() + Duration::from_secs(seconds);
    let mut ends = BTreeMap::new();
    let mut seed = first;
    while Instant::now() < until {
        for _ in 0..100 {
            // Any number may be asked for.
            seed = seed.wrapping_add(1);
            *ends.entry(check(&maker, seed, seed.is_multiple_of(DRAWN))).or_insert(0_u64) += 1;
            let mut random = Random::new(seed);
            let date = crossed(&dates, &mut random);
            let _ = (strict(&date), lenient(&date), timestamp(&date));
            let text = crossed(&texts, &mut random);
            let story = serde_json::json!({
                "schemaVersion": "story-card/1.0", "headline": "H", "disclaimer": text, "url": text,
                "citation": [{ "id": 1, "name": "N", "url": crossed(&texts, &mut random) }],
            });
            check_text(&story.to_string(), seed);
        }
    }
    let count = seed.wrapping_sub(first);
    println!("{count} documents, dates, texts and links each from seed {first}: {ends:?}");
}

fn check_text(story: &str, seed: u64) {
    let outcome = catch_unwind(AssertUnwindSafe(|| put_through(story, true)));
    assert!(outcome.is_ok(), "the text of seed {seed} breaks the card: {story}");
}
