//! `cargo xtask size`: what a reader downloads, in bytes, against its limit, its goal and the
//! figures that were committed last.

use clap::Args;
use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Result, ensure};
use brotli::enc::{BrotliCompress, BrotliEncoderParams};
use fs_err as fs;
use serde::{Deserialize, Serialize};

use crate::release::build;
use crate::release::claims::{self, Claim};
use crate::release::files::{self, CONVERTER, CONVERTER_WASM, GLUE, LATER, WASM};
use crate::release::table::{change, grouped, table};
use crate::tools::shell::announce;
use crate::tools::toolbox::Toolbox;

/// How to weigh.
#[derive(Debug, PartialEq, Eq, Args)]
pub struct Size {
    /// Build dist/ first
    #[arg(long)]
    pub build: bool,
    /// Keep the figures in xtask/size.json
    #[arg(long)]
    pub save: bool,
}

/// What every page should pay before a card is near, and what it may not pass today. The hash of
/// the build in it takes some twenty bytes more or less.
const LOADER: Budget = Budget { goal: 4_500, limit: 6_790 };
/// What the first card of a page should cost, and what it may not pass today.
///
/// The limits stand just above what was reached and are lowered with every gain
/// (`docs/decisions/0006-size-budget.md`).
const TOTAL: Budget = Budget { goal: 95_000, limit: 164_900 };

/// What a page pays besides for its first story of another format.
const CONVERTING: Budget = Budget { goal: 45_000, limit: 139_300 };

/// Compressed bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Budget {
    /// What is aimed at.
    goal: u64,
    /// What fails the build.
    limit: u64,
}

/// The files of a first view, and what they are called here.
const PARTS: [(&str, &str); 3] = [("loader", files::LOADER), ("glue", GLUE), ("wasm", WASM)];

/// All of them.
const FIRST_VIEW: &str = "first view";
/// What comes once the first card stands; no part of what is held to a limit.
const LATER_PART: &str = "later";
/// What comes for stories in other formats.
const CONVERTER_PART: &str = "converter";

/// The bytes of one file, or of all of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Weight {
    raw: u64,
    brotli: u64,
}

impl Weight {
    fn and(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, brotli: self.brotli + other.brotli }
    }
}

/// The weights that were committed last, by name.
type Record = BTreeMap<String, Weight>;

/// A row of the table.
#[derive(Debug, PartialEq, Eq)]
struct Row {
    name: &'static str,
    weight: Weight,
    budget: Option<Budget>,
}

/// Builds when it has to, then weighs.
pub fn size(toolbox: &mut Toolbox, wish: &Size) -> Result<()> {
    if wish.build || !build::dist(toolbox).is_dir() {
        build::build(toolbox)?;
    }
    weigh(toolbox, wish.save)
}

/// Prints the table. An error if a limit is passed, or README says something else.
pub fn weigh(toolbox: &Toolbox, save: bool) -> Result<()> {
    let rows = measure(&build::dist(toolbox))?;
    let record = toolbox.root().join("xtask").join("size.json");
    let before = fs::read_to_string(&record).ok().and_then(|text| serde_json::from_str(&text).ok());
    print!("{}", table(&cells(&rows, before.as_ref())));
    if save {
        fs::write(&record, to_json(&rows)?)?;
        announce("The figures are in xtask/size.json");
    }
    check(&rows)?;
    claims::check(&fs::read_to_string(toolbox.root().join("README.md"))?, &claimed(&rows))
}

/// What README says of the rows. The hash of a build moves the wasm by some hundred bytes.
fn claimed(rows: &[Row]) -> [Claim; 6] {
    let of = |name: &str| {
        rows.iter().find(|row| row.name == name).map(|row| row.weight).unwrap_or_default()
    };
    let (first, later, converter) = (of(FIRST_VIEW), of(LATER_PART), of(CONVERTER_PART));
    let claim = |before, bytes| Claim { before, bytes, tolerance: 250 };
    let raw = first.and(later).and(converter).raw;
    [
        Claim { tolerance: 100, ..claim("The loader is", of("loader").brotli) },
        claim("of a first view together are", first.brotli),
        claim("once for all cards of a page, and", later.brotli),
        claim("brings a converter of", converter.brotli),
        claim("The converter takes", converter.brotli),
        Claim { tolerance: 10_000, ..claim("uncompressed they take", raw) },
    ]
}

fn measure(dist: &Path) -> Result<Vec<Row>> {
    let mut total = Weight::default();
    let mut rows = Vec::new();
    for (name, file) in PARTS {
        let weight = weight(&dist.join(file))?;
        total = total.and(weight);
        let budget = (file == files::LOADER).then_some(LOADER);
        rows.push(Row { name, weight, budget });
    }
    rows.push(Row { name: FIRST_VIEW, weight: total, budget: Some(TOTAL) });
    let later = weight(&dist.join(LATER))?;
    rows.push(Row { name: LATER_PART, weight: later, budget: None });
    let converter = weight(&dist.join(CONVERTER))?.and(weight(&dist.join(CONVERTER_WASM))?);
    rows.push(Row { name: CONVERTER_PART, weight: converter, budget: Some(CONVERTING) });
    Ok(rows)
}

fn weight(file: &Path) -> Result<Weight> {
    let bytes = fs::read(file)?;
    let best = BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    let mut compressed = Vec::new();
    BrotliCompress(&mut bytes.as_slice(), &mut compressed, &best)?;
    Ok(Weight { raw: bytes.len() as u64, brotli: compressed.len() as u64 })
}

/// The table's cells. The change is that of the compressed bytes.
fn cells(rows: &[Row], before: Option<&Record>) -> Vec<Vec<String>> {
    let heading = ["", "raw", "brotli", "change", "limit", "goal"].map(str::to_owned).to_vec();
    let lines = rows.iter().map(|row| {
        let recorded = before.and_then(|record| record.get(row.name));
        vec![
            row.name.to_owned(),
            grouped(row.weight.raw),
            grouped(row.weight.brotli),
            recorded.map_or_else(String::new, |before| change(before.brotli, row.weight.brotli)),
            row.budget.map_or_else(String::new, |budget| grouped(budget.limit)),
            row.budget.map_or_else(String::new, |budget| grouped(budget.goal)),
        ]
    });
    std::iter::once(heading).chain(lines).collect()
}

fn to_json(rows: &[Row]) -> Result<String> {
    let record: Record = rows.iter().map(|row| (row.name.to_owned(), row.weight)).collect();
    Ok(serde_json::to_string_pretty(&record)? + "\n")
}

fn check(rows: &[Row]) -> Result<()> {
    let over = rows.iter().filter_map(|row| {
        let excess =
            row.weight.brotli.checked_sub(row.budget?.limit).filter(|excess| *excess > 0)?;
        Some(format!("{} is {} bytes over its limit", row.name, grouped(excess)))
    });
    let over: Vec<String> = over.collect();
    ensure!(over.is_empty(), "{}", over.join("; "));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(brotli: u64, limit: Option<u64>) -> Row {
        let budget = limit.map(|limit| Budget { goal: 2_000, limit });
        Row { name: "loader", weight: Weight { raw: 9_000, brotli }, budget }
    }

    #[test]
    fn the_loader_and_all_of_a_first_view_have_their_limits() {
        let dist = tempfile::tempdir().unwrap();
        for (length, file) in
            [files::LOADER, GLUE, WASM, LATER, CONVERTER, CONVERTER_WASM].into_iter().enumerate()
        {
            fs::write(dist.path().join(file), "a".repeat(length + 1)).unwrap();
        }
        let rows = measure(dist.path()).unwrap();
        let seen: Vec<_> = rows.iter().map(|row| (row.name, row.weight.raw, row.budget)).collect();
        let expected = [
            ("loader", 1, Some(LOADER)),
            ("glue", 2, None),
            ("wasm", 3, None),
            (FIRST_VIEW, 6, Some(TOTAL)),
            (LATER_PART, 4, None),
            (CONVERTER_PART, 11, Some(CONVERTING)),
        ];
        assert_eq!(seen, expected);
    }

    #[test]
    fn readme_makes_every_claim_that_is_checked() {
        let readme = include_str!("../../../README.md");
        for claim in claimed(&[]) {
            assert!(readme.contains(claim.before), "{claim:?}");
        }
        let one = |name| Row { name, weight: Weight { raw: 1_000, brotli: 500 }, budget: None };
        let rows = ["loader", FIRST_VIEW, LATER_PART, CONVERTER_PART].map(one);
        assert_eq!(claimed(&rows).map(|claim| claim.bytes), [500, 500, 500, 500, 500, 3_000]);
    }

    #[test]
    fn a_budget_may_be_met_but_not_passed() {
        assert!(check(&[row(3_000, Some(3_000)), row(9_000, None)]).is_ok());
        let problem = check(&[row(3_001, Some(3_000))]).unwrap_err().to_string();
        assert_eq!(problem, "loader is 1 bytes over its limit");
    }

    #[test]
    fn the_table_says_what_changed_since_the_record() {
        let rows = [row(2_900, Some(3_000))];
        let record = serde_json::from_str(&to_json(&[row(2_800, None)]).unwrap()).unwrap();
        let cells = cells(&rows, Some(&record));
        assert_eq!(cells[1], ["loader", "9,000", "2,900", "+100", "3,000", "2,000"]);
    }

    #[test]
    fn without_a_record_nothing_has_changed() {
        assert_eq!(cells(&[row(1, None)], None)[1], ["loader", "9,000", "1", "", "", ""]);
    }
}
