//! Tables: they scroll inside the card where it is narrow.

use yew::prelude::*;

use super::{Card, prose};
use crate::story::{Table, Text};

pub fn view(card: &Card, table: &Table) -> Html {
    let caption = table.caption.as_ref();
    html! {
        <div class="scroller" tabindex="0" role="group">
            <table part="table" class="table">
                <caption hidden={caption.is_none()}>
                    { for caption.map(|text| prose::text(card, text)) }
                </caption>
                <thead hidden={table.header.is_empty()}>
                    <tr>{ for table.header.iter().map(|name| html! { <th scope="col">{ name }</th> }) }</tr>
                </thead>
                <tbody>{ for table.rows.iter().map(|cells| row(card, cells)) }</tbody>
            </table>
        </div>
    }
}

fn row(card: &Card, cells: &[Text]) -> Html {
    html! {
        <tr>{ for cells.iter().map(|cell| html! {
            <td class={is_number(cell).then_some("number")}>{ prose::text(card, cell) }</td>
        }) }</tr>
    }
}

/// Figures are set flush on the far side, so that their digits stand under each other.
fn is_number(cell: &Text) -> bool {
    let letters = crate::story::plain(cell);
    let is_figure = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '−' | '-' | '+' | '%' | ' ' | '\u{A0}' | '\u{202F}');
    letters.chars().any(|c| c.is_ascii_digit()) && letters.chars().all(is_figure)
}
