//! Whether an item may be shown.

use crate::error::Error;
use crate::import::common::withheld;
use crate::import::importer::Importer;
use crate::import::keys::{spelled, written};
use crate::parse::At;
use crate::parse::json::Node;
use crate::story::EdtfDate;

/// Refuses what its agency holds back. Where it cannot be told until when, it is held back.
pub fn refuse_withheld(importer: &mut Importer, at: &At) -> Result<(), Error> {
    if let Some(status) = at.get(spelled(at, "pubstatus")) {
        let word = written(status.node).unwrap_or_default().to_ascii_lowercase();
        match word.as_str() {
            "usable" | "published" => {}
            "withheld" => return withheld("withheld"),
            "canceled" | "cancelled" => return withheld("cancelled"),
            _ => importer.report(&status, "unknown-value", "not a status of ninjs, left out"),
        }
    }
    for key in ["embargoeduntil", "embargoed"] {
        let key = spelled(at, key);
        let Some(embargo) = at.get(key).filter(|value| !matches!(value.node, Node::Bool(false)))
        else {
            continue;
        };
        let is_text = matches!(embargo.node, Node::Text(_) | Node::Number(_));
        let Some(date) = importer.reader.moment(at, key).filter(|_| is_text) else {
            return withheld("embargoed");
        };
        if importer.now().is_some_and(|now| now < end(date)) {
            return withheld("embargoed");
        }
    }
    let expires = importer.reader.moment(at, spelled(at, "expires"));
    if expires.zip(importer.now()).is_some_and(|(date, now)| now >= end(date)) {
        return withheld("expired");
    }
    Ok(())
}

/// A day without a time lasts to its end.
fn end(date: EdtfDate) -> f64 {
    let end = if date.has_time() { date.earliest_millis() } else { date.latest_millis() };
    end.unwrap_or(f64::INFINITY)
}
