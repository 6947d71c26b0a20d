//! Rows of text -> a table: the first column to the left, the others to the right.

use comfy_table::{CellAlignment, Table, presets};

/// Lays the rows out; every line ends with a line feed.
pub fn table(rows: &[Vec<String>]) -> String {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).add_rows(rows);
    for (index, column) in table.column_iter_mut().enumerate() {
        if index > 0 {
            column.set_cell_alignment(CellAlignment::Right);
        }
        let left = if index > 0 { 2 } else { 0 };
        column.set_padding((left, 0));
    }
    table.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}

/// A number with a comma before every three digits.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.char_indices() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// What was added or taken away, with its sign; nothing for no change.
pub fn change(before: u64, now: u64) -> String {
    match now.cmp(&before) {
        std::cmp::Ordering::Less => format!("-{}", grouped(before - now)),
        std::cmp::Ordering::Equal => "=".to_owned(),
        std::cmp::Ordering::Greater => format!("+{}", grouped(now - before)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_below_each_other() {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let rows = [row(["file", "raw", "brotli"]), row(["loader", "7,012", "2,803"])];
        let expected = "file      raw  brotli\nloader  7,012   2,803\n";
        assert_eq!(table(&rows), expected);
    }

    #[test]
    fn digits_are_grouped_by_three() {
        let cases = [(0, "0"), (999, "999"), (1_000, "1,000"), (75_000, "75,000")];
        for (number, text) in cases {
            assert_eq!(grouped(number), text);
        }
        assert_eq!(grouped(1_234_567), "1,234,567");
    }

    #[test]
    fn a_change_has_its_sign() {
        assert_eq!(change(1_000, 2_500), "+1,500");
        assert_eq!(change(10, 7), "-3");
        assert_eq!(change(7, 7), "=");
    }
}
