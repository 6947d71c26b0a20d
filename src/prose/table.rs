//! Tables: they scroll inside the card where it is narrow.

use super::text;
use crate::context::Card;
use crate::html::{El, el};
use crate::story::{Table, Text, plain};

pub fn view(card: &Card, table: &Table) -> El {
    let mut caption = el("caption").hidden(table.caption.is_none());
    if let Some(runs) = &table.caption {
        caption = text(card, caption, runs);
    }
    let mut header = el("tr");
    for (index, name) in table.header.iter().enumerate() {
        let mut column = table.rows.iter().filter_map(|row| row.get(index));
        let tag = if column.all(is_number) { "th.number@cell" } else { "th@cell" };
        header = header.add(text(card, el(tag).set("scope", "col"), name));
    }
    let mut body = el("tbody");
    for cells in &table.rows {
        let mut row = el("tr");
        for cell in cells {
            let tag = if is_number(cell) { "td.number@cell" } else { "td@cell" };
            row = row.add(text(card, el(tag), cell));
        }
        body = body.add(row);
    }
    let header = el("thead").hidden(table.header.is_empty()).add(header);
    let table = el("table.table@table").add(caption).add(header).add(body);
    // Scrolled by key as well as by hand.
    el("div.scroller").set("tabindex", "0").add(table)
}

/// Figures are set flush on the far side, so that their digits stand under each other.
fn is_number(cell: &Text) -> bool {
    let is_around =
        |c| matches!(c, '.' | ',' | '−' | '-' | '+' | '%' | ' ' | '\u{A0}' | '\u{202F}');
    let letters = plain(cell);
    letters.bytes().any(|b| b.is_ascii_digit())
        && letters.chars().all(|c| c.is_ascii_digit() || is_around(c))
}
