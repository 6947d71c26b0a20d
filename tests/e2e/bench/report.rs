//! The medians as a table and as JSON.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::json;

use crate::figures::{Samples, Visit};
use crate::options::{Case, Kind};

/// A column: its heading, the figure, what to divide it by, and whether a ratio makes sense.
type Column = (&'static str, &'static str, f64, bool);

const COLUMNS: [Column; 13] = [
    ("wire kB", "bytes", 1_000.0, false),
    ("first ms", "first words", 1.0, true),
    ("last ms", "last words", 1.0, true),
    ("whole ms", "whole", 1.0, true),
    ("main ms", "task", 1.0, true),
    ("script", "script", 1.0, false),
    ("style", "style", 1.0, false),
    ("layout", "layout", 1.0, false),
    ("CLS", "cls", 1.0, false),
    ("expand ms", "expand", 1.0, false),
    ("hover ms", "hover", 1.0, false),
    ("heap MB", "heap", 1_000_000.0, false),
    ("wasm MB", "wasm", 1_000_000.0, false),
];

/// A table of every case, as Markdown; ratios are against the plain page of the same run.
pub fn table(samples: &Samples, cases: &[Case], kinds: &[Kind]) -> String {
    let mut table = String::new();
    for visit in [Visit::Cold, Visit::Warm] {
        let _ = writeln!(table, "\n{visit:?} visits, medians; in brackets: times the plain page\n");
        let headings = COLUMNS.map(|(heading, ..)| heading).join(" | ");
        let _ = writeln!(
            table,
            "| case | kind | {headings} |\n|---|---|{}",
            "---|".repeat(COLUMNS.len())
        );
        for case in cases {
            for &kind in kinds {
                let cells = COLUMNS.map(|column| cell(samples, *case, kind, visit, column));
                let _ = writeln!(table, "| {case} | {kind} | {} |", cells.join(" | "));
            }
        }
    }
    if samples.lost > 0 {
        let _ =
            writeln!(table, "\n{} visits were left out: the browser did not answer.", samples.lost);
    }
    table
}

fn cell(samples: &Samples, case: Case, kind: Kind, visit: Visit, column: Column) -> String {
    let (_, figure, unit, has_ratio) = column;
    let Some(value) = samples.median(case, kind, visit, figure) else { return String::new() };
    let plain = samples.median(case, Kind::Plain, visit, figure);
    let ratio = plain.filter(|plain| has_ratio && kind != Kind::Plain && *plain > 0.0);
    let ratio = ratio.map(|plain| format!(" ({:.2})", value / plain)).unwrap_or_default();
    let value = value / unit;
    let digits = if figure == "cls" { 3 } else { usize::from(unit > 1.0) };
    format!("{value:.digits$}{ratio}")
}

/// Writes medians and samples to a file.
pub fn save(samples: &Samples, cases: &[Case], path: &Path) -> Result<(), String> {
    let cases: Vec<String> = cases.iter().map(ToString::to_string).collect();
    let record = json!({ "cases": cases, "lost": samples.lost, "visits": samples.to_json() });
    if let Some(folder) = path.parent() {
        // A failure shows at the write that follows.
        drop(std::fs::create_dir_all(folder));
    }
    std::fs::write(path, format!("{record:#}\n"))
        .map_err(|error| format!("{}: {error}", path.display()))
}
