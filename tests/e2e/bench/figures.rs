//! What was measured, and the middle of it.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::options::{Case, Kind};

/// The figures of one visit, by name; what could not be measured is not there.
pub type Figures = BTreeMap<String, f64>;

/// A visit: with nothing in the cache, or again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Visit {
    /// The first of a browser.
    Cold,
    /// The second of the same browser.
    Warm,
}

/// All visits.
#[derive(Debug, Default)]
pub struct Samples {
    visits: BTreeMap<(Case, Kind, Visit), Vec<Figures>>,
    /// Visits left out because the browser did not answer.
    pub lost: usize,
}

impl Samples {
    /// Adds both visits of one browser.
    pub fn add(&mut self, case: Case, kind: Kind, cold: Figures, warm: Figures) {
        self.visits.entry((case, kind, Visit::Cold)).or_default().push(cold);
        self.visits.entry((case, kind, Visit::Warm)).or_default().push(warm);
    }

    /// The median of a figure.
    pub fn median(&self, case: Case, kind: Kind, visit: Visit, figure: &str) -> Option<f64> {
        let visits = self.visits.get(&(case, kind, visit))?;
        let mut values: Vec<f64> =
            visits.iter().filter_map(|figures| figures.get(figure).copied()).collect();
        values.sort_by(f64::total_cmp);
        let upper = values.get(values.len() / 2)?;
        let lower = values.get(values.len().saturating_sub(1) / 2)?;
        Some(f64::midpoint(*upper, *lower))
    }

    /// Every figure of every visit.
    pub fn to_json(&self) -> Value {
        let entry = |((case, kind, visit), figures): (&(Case, Kind, Visit), &Vec<Figures>)| {
            serde_json::json!({
                "case": case.to_string(), "kind": kind.to_string(),
                "visit": format!("{visit:?}").to_lowercase(), "figures": figures,
            })
        };
        self.visits.iter().map(entry).collect()
    }
}
