//! Tables: they scroll inside the card where it is narrow.

use super::text;
use crate::context::Card;
use crate::html::{El, el};
use crate::story::letters::is_word;
use crate::story::{Run, Table, Text, plain};

pub fn view(card: &Card, table: &Table) -> El {
    let mut caption = el("caption").hidden(table.caption.is_none());
    if let Some(runs) = &table.caption {
        caption = text(card, caption, runs);
    }
    let columns = columns(table);
    // A row is known by its first cell, where that is no figure and has a name above it.
    let is_named =
        !table.header.is_empty() && columns.first().is_some_and(|first| !first.is_figures);
    let mut header = el("tr");
    for (index, name) in table.header.iter().enumerate() {
        header = header.add(cell(card, "th", columns.get(index), name).set("scope", "col"));
    }
    let mut body = el("tbody");
    for cells in &table.rows {
        let mut row = el("tr");
        for (index, words) in cells.iter().enumerate() {
            let names_row = is_named && index == 0;
            let tag = if names_row { "th" } else { "td" };
            let scope = names_row.then_some("row");
            row = row.add(cell(card, tag, columns.get(index), words).maybe("scope", scope));
        }
        body = body.add(row);
    }
    let header = el("thead").hidden(table.header.is_empty()).add(header);
    let table = el("table.table@table").add(caption).add(header).add(body);
    // Scrolled by key as well as by hand.
    el("div.scroller").set("tabindex", "0").add(table)
}

/// A cell. What a figure cites stands beside its column: digits stand under each other.
fn cell(card: &Card, tag: &'static str, column: Option<&Column>, words: &Text) -> El {
    let Some(Column { is_figures: true, cites }) = column else {
        return text(card, el(tag).set("part", "cell"), words);
    };
    let class = ["number", "number citing", "number citing several"].get(*cites);
    let cell = el(tag).maybe("class", class.copied()).set("part", "cell");
    let (figure, cited) = words.split_at(words.len() - cited(words));
    let cell = text(card, cell, figure);
    if cited.is_empty() { cell } else { cell.add(text(card, el("span.beside"), cited)) }
}

/// How many citations a text ends with.
fn cited(words: &Text) -> usize {
    words.iter().rev().take_while(|run| matches!(run, Run::Citation { .. })).count()
}

/// What a column holds.
struct Column {
    /// Figures: those are set flush on the far side, so that their digits stand under each other.
    /// A column has one side.
    is_figures: bool,
    /// How many sources one of its cells ends with, at most: 2 for more.
    cites: usize,
}

fn columns(table: &Table) -> Vec<Column> {
    let count = table.rows.iter().map(Vec::len).max().unwrap_or_default();
    let column = |index: usize| {
        let cells = || table.rows.iter().filter_map(|row| row.get(index));
        let mut said = cells().filter_map(is_figure).peekable();
        let is_figures = said.peek().is_some() && said.all(|is_figure| is_figure);
        let cites = cells().chain(table.header.get(index)).map(cited).max();
        Column { is_figures, cites: cites.unwrap_or_default().min(2) }
    };
    (0..count).map(column).collect()
}

/// What stands for a figure that there is not, in words; a dash does too.
const NOTHING: &str = "n/a n.a. na n.d. nd k.a.";
/// Currencies whose figures are written with their codes; other capitals are names.
const CURRENCIES: &str = "EUR USD GBP CHF JPY CNY SEK NOK DKK PLN CZK HUF RON TRY RUB UAH INR BRL MXN \
    ZAR CAD AUD NZD SGD HKD KRW ILS AED SAR";
/// Thousands and more, as they are shortened.
const SHORT: [&str; 7] = ["k", "K", "m", "M", "mn", "bn", "B"];

/// Whether a cell holds a figure; nothing where it holds nothing at all.
fn is_figure(cell: &Text) -> Option<bool> {
    let letters = plain(cell);
    let letters = letters.trim();
    let is_nothing = NOTHING.split(' ').any(|word| word.eq_ignore_ascii_case(letters));
    if is_nothing || !letters.chars().any(is_word) {
        return None;
    }
    let figure = without_unit(letters);
    let is_around = |c| {
        matches!(c, '.' | ',' | '\'' | '’' | '−' | '-' | '–' | '+' | '±' | '~' | '≈' | '<' | '>')
            || matches!(c, '%' | '‰' | ' ' | '\u{A0}' | '\u{202F}' | '*' | '†' | '‡' | '(' | ')')
            || matches!(c, '\u{66A}'..='\u{66C}' | '\u{200E}' | '\u{200F}' | '\u{61C}')
            || matches!(c, '$' | '\u{A2}'..='\u{A5}' | '\u{20A0}'..='\u{20CF}')
    };
    let is_digit = |c: char| {
        c.is_ascii_digit()
            || matches!(c, '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}' | '\u{966}'..='\u{96F}')
    };
    let is_made = figure.chars().all(|c| is_digit(c) || is_around(c));
    Some(is_made && figure.chars().any(is_digit))
}

/// A figure without the code of its currency and its short thousands: `CHF 9’999`, `1.2m`.
fn without_unit(letters: &str) -> &str {
    let is_code = |code: &str| CURRENCIES.split(' ').any(|known| known == code);
    let letters = match letters.split_at_checked(3) {
        Some((code, rest)) if is_code(code) => rest,
        _ => letters,
    };
    let letters = match letters.split_at_checked(letters.len().saturating_sub(3)) {
        Some((rest, code)) if is_code(code) => rest,
        _ => letters,
    };
    SHORT.iter().find_map(|short| letters.strip_suffix(short)).unwrap_or(letters)
}
