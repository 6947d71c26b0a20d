//! Columns of figures and columns of words.

use serde_json::{Value, json};

use crate::html::card;
use crate::reading::story_with;

/// For each column of a table, whether it is set as figures, by all of its cells.
fn columns(rows: &Value) -> Vec<Option<bool>> {
    let blocks = json!([{ "type": "table", "header": ["A", "B"], "rows": rows }]);
    let card = card(&story_with(&json!({ "sections": [{ "blocks": blocks }] })));
    let cells = card.parts("cell");
    let is_figure = |index: usize| {
        let column: Vec<bool> = cells
            .iter()
            .skip(index)
            .step_by(2)
            .map(|cell| cell.get("class") == Some("number"))
            .collect();
        column.iter().all(|is_figure| *is_figure == column[0]).then_some(column[0])
    };
    vec![is_figure(0), is_figure(1)]
}

#[test]
fn a_column_has_one_side_whatever_is_missing_in_it() {
    for (cells, expected) in [
        (["−5%", "—", "n/a"], true),
        (["2024", "", "+3"], true),
        (["–0,3 %", "9*", "1.234,50 €"], true),
        (["CHF 9’999", "$1.2m", "1–0"], true),
        (["12 EUR", "3bn", "~5"], true),
        (["١٢", "٣", "—"], true),
        (["12", "twelve", "13"], false),
        (["Q1", "Q2", "Q3"], false),
        (["3 km", "4 miles", "5 m and more"], false),
        (["—", "", "n/a"], false),
    ] {
        let rows: Value = cells.iter().map(|cell| json!(["name", cell])).collect();
        assert_eq!(columns(&rows), [Some(false), Some(expected)], "{cells:?}");
    }
}
