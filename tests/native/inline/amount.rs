//! Much of everything is read in time that grows with the length, and no faster.

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use story_card::story::{Block, Run, Text, plain};

use crate::reading::read_with;

/// As long as a text may be.
const LIMIT: usize = 20_000;

fn read(text: &str, sources: usize) -> Text {
    let sources: Vec<Value> = (1..=sources).map(|id| json!({ "id": id, "name": "N" })).collect();
    let fields = json!({ "citation": sources, "sections": [{ "blocks": [text] }] });
    match read_with(&fields).story.sections[0].blocks.remove(0) {
        Block::Paragraph(text) => text,
        other => panic!("{other:?}"),
    }
}

/// Texts in which a careless reader looks again and again for what closes.
const PIECES: [&str; 24] = [
    "*", "**", "***", "* ", " *", "*a ", "*a", "**a", "[", "]", "[a", "[](", "[a](", "[a](x ",
    "\\", "*a**", "[[", "[a]", "[[a] ", "[a](<", "[a](x \"", "[a](x[b]", "[a]((", "](",
];

#[test]
fn a_text_of_nothing_but_marks_is_read_and_loses_no_letter() {
    for piece in PIECES {
        let text = piece.repeat(LIMIT / piece.len());
        let runs = read(text.trim(), 0);
        let letters = plain(&runs).len() + marks(&runs);
        let escaped = text.matches("\\\\").count();
        assert_eq!(letters + escaped, text.trim().len(), "{piece:?}");
    }
}

/// How many stars became emphasis.
fn marks(text: &Text) -> usize {
    let of_run = |run: &Run| match run {
        Run::Strong(inner) => 4 + marks(inner),
        Run::Emphasis(inner) => 2 + marks(inner),
        _ => 0,
    };
    text.iter().map(of_run).sum()
}

/// Twice the text takes twice the time; for a reader that looks far ahead at each mark it
/// would be four times.
#[test]
fn time_does_not_grow_with_the_square_of_the_length() {
    let mut slow = Vec::new();
    let time = |piece: &str, length: usize| {
        let text = piece.repeat(length / piece.len());
        let start = time_spent();
        read_with(&json!({ "sections": [{ "blocks": vec![text; 20] }] }));
        time_spent().saturating_sub(start)
    };
    for piece in PIECES {
        let (half, whole) = (time(piece, LIMIT / 2), time(piece, LIMIT));
        // What takes little is not measured well.
        if whole > half * 3 + Duration::from_millis(100) {
            slow.push(format!("{piece:?} took {half:?}, and twice of it {whole:?}"));
        }
    }
    assert!(slow.is_empty(), "{slow:?}");
}

/// Time that this thread had a processor, so that others on the machine do not count;
/// where the system does not tell, time on the clock.
fn time_spent() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = told.and_then(|text| text.split(' ').next()?.parse().ok());
    nanos.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

fn depth(text: &Text) -> usize {
    let of_run = |run: &Run| match run {
        Run::Strong(inner) | Run::Emphasis(inner) => 1 + depth(inner),
        Run::Link { text, .. } => depth(text),
        _ => 0,
    };
    text.iter().map(of_run).max().unwrap_or_default()
}

#[test]
fn emphasis_goes_four_deep_at_most() {
    for levels in [1, 2, 3, 4, 5, 6, 500] {
        let open: String =
            (0..levels).map(|level| if level % 2 == 0 { "**a " } else { "*a " }).collect();
        let close: String =
            (0..levels).rev().map(|level| if level % 2 == 0 { " b**" } else { " b*" }).collect();
        let text = format!("{open}c{close}");
        let depth = depth(&read(&text, 0));
        let is_sound = if levels <= 4 { depth == levels } else { (1..=4).contains(&depth) };
        assert!(is_sound, "{levels} levels became {depth}");
    }
}

/// A billion ids, of which no more are looked for than can be cited.
#[test]
fn ranges_without_end_are_too_many() {
    let text = format!("[{}1]", "1-4000,".repeat(250_000));
    let runs = read(&text, 4_000);
    assert!(!runs.iter().any(|run| matches!(run, Run::Citation { .. })));
    assert_eq!(plain(&runs).get(..8), Some("[1-4000,"));
}

#[test]
fn markers_end_at_twenty_thousand() {
    let range = "[1-4000]".repeat(6);
    let runs = read(&range, 4_000);
    let markers = runs.iter().filter(|run| matches!(run, Run::Citation { .. })).count();
    assert_eq!(markers, 20_000);
    assert_eq!(plain(&runs), "[1-4000]");
}

#[test]
fn emphases_and_links_end_at_twenty_thousand() {
    for (mark, shown) in [("*a* ", "*a*"), ("[a](/b) ", "a")] {
        let blocks = vec![mark.repeat(2_000); 11];
        let parsed = read_with(&json!({ "sections": [{ "blocks": blocks }] }));
        let of_block = |block: &Block| match block {
            Block::Paragraph(text) => text.clone(),
            other => panic!("{other:?}"),
        };
        let texts: Vec<Text> = parsed.story.sections[0].blocks.iter().map(of_block).collect();
        let is_mark = |run: &&Run| matches!(run, Run::Emphasis(_) | Run::Link { .. });
        assert_eq!(texts.iter().flatten().filter(is_mark).count(), 20_000, "{mark}");
        assert!(plain(&texts[10]).starts_with(shown), "{mark}");
        let told = parsed.problems.iter().filter(|problem| problem.code == "too-many").count();
        assert_eq!(told, 1, "{mark}");
    }
}
