//! The card beside both yardsticks: the figures of the cold visits, and what each is times the
//! plain page's and times Lit's of the same run.

use std::fmt::Write as _;

use crate::figures::{Samples, Visit};
use crate::options::{Case, Kind};

/// A row: what it says, the figure, and how many digits it has after the point.
type Row = (&'static str, &'static str, usize);

/// Of a page with one card.
const ONE: [Row; 5] = [
    ("first words, ms", "first words", 0),
    ("whole, ms", "whole", 0),
    ("main thread, ms", "task", 0),
    ("hover to note, ms", "hover without delay", 0),
    ("layout shift", "cls", 3),
];

/// Of a page with many: there the parts of the work show what to look at.
const MANY: [Row; 8] = [
    ("first words, ms", "first words", 0),
    ("last first words, ms", "last words", 0),
    ("whole, ms", "whole", 0),
    ("main thread, ms", "task", 0),
    ("of it script", "script", 0),
    ("of it style", "style", 0),
    ("of it layout", "layout", 0),
    ("layout shift", "cls", 3),
];

/// What the ratios are to.
const YARDSTICKS: [Kind; 2] = [Kind::Plain, Kind::Lit];

/// A table as Markdown.
pub fn table(samples: &Samples, cases: &[Case], kinds: &[Kind]) -> String {
    let cards: Vec<Kind> = kinds.iter().copied().filter(|kind| kind.is_card()).collect();
    let mut headings: Vec<String> = kinds.iter().map(ToString::to_string).collect();
    for card in &cards {
        headings.extend(YARDSTICKS.map(|yardstick| format!("{card}/{yardstick}")));
    }
    let mut table = "\nThe card beside both yardsticks: cold visits, medians\n\n".to_owned();
    let (line, headings) = ("---|".repeat(headings.len() + 2), headings.join(" | "));
    let _ = writeln!(table, "| case | figure | {headings} |\n|{line}");
    for case in cases {
        let rows: &[Row] = if case.count == 1 { &ONE } else { &MANY };
        for (words, figure, digits) in rows {
            let median = |kind| samples.median(*case, kind, Visit::Cold, figure);
            let value = |kind: &Kind| shown(median(*kind), *digits);
            let mut cells: Vec<String> = kinds.iter().map(value).collect();
            for card in &cards {
                let ratio = |yardstick| shown(ratio(median(*card), median(yardstick)), 2);
                cells.extend(YARDSTICKS.map(ratio));
            }
            let _ = writeln!(table, "| {case} | {words} | {} |", cells.join(" | "));
        }
    }
    table
}

/// Nothing where a page has no such thing, or has it at no cost.
fn ratio(card: Option<f64>, yardstick: Option<f64>) -> Option<f64> {
    yardstick
        .filter(|yardstick| *yardstick > 0.0)
        .zip(card)
        .map(|(yardstick, card)| card / yardstick)
}

fn shown(value: Option<f64>, digits: usize) -> String {
    value.map_or_else(String::new, |value| format!("{value:.digits$}"))
}
