//! Tables: rows between lines, the first of which names the columns.

use super::defined::Defined;
use super::inline::converted;

/// The table that begins with a line, as HTML, and the lines behind it; nothing where none does.
pub fn read<'l, 't>(
    first: &str,
    after: &'l [&'t str],
    defined: &Defined,
) -> Option<(String, &'l [&'t str])> {
    let (divider, rows) = after.split_first()?;
    let is_divider = divider.contains('|')
        && divider.contains("--")
        && divider.chars().all(|c| matches!(c, '|' | '-' | ':') || c.is_whitespace());
    if !is_divider || !first.contains('|') {
        return None;
    }
    let count = rows.iter().take_while(|row| row.contains('|')).count();
    let (rows, behind) = rows.split_at_checked(count)?;
    let mut table = String::from("<table>");
    write_row(first, "th", defined, &mut table);
    for row in rows {
        write_row(row, "td", defined, &mut table);
    }
    table.push_str("</table>\n");
    Some((table, behind))
}

fn write_row(row: &str, name: &str, defined: &Defined, table: &mut String) {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let row = row.strip_suffix('|').filter(|row| !row.ends_with('\\')).unwrap_or(row);
    table.push_str("<tr>");
    let mut cell = String::new();
    for piece in row.split_inclusive('|') {
        // A backslash before it makes it a letter.
        if let Some(start) = piece.strip_suffix("\\|") {
            cell.push_str(start);
            cell.push('|');
            continue;
        }
        cell.push_str(piece.strip_suffix('|').unwrap_or(piece));
        write_cell(&cell, name, defined, table);
        cell.clear();
    }
    if row.ends_with('|') || !cell.is_empty() {
        write_cell(&cell, name, defined, table);
    }
    table.push_str("</tr>");
}

fn write_cell(cell: &str, name: &str, defined: &Defined, table: &mut String) {
    for piece in ["<", name, ">", &converted(cell.trim(), defined), "</", name, ">"] {
        table.push_str(piece);
    }
}
