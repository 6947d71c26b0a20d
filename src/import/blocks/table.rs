//! Tables: a timeline where the first column is of dates, else rows and cells.

use super::inline::is_blank;
use super::out::{Item, Out};
use super::walk::Walk;
use crate::import::dom::{attribute, descend, fold, has_class, has_markup, is_hidden, lowered};
use crate::limits::{MAX_CELLS, MAX_EVENTS, MAX_ROWS};
use crate::parse::edtf;
use crate::story::letters::is_word;
use crate::story::{Block, Event, Table, Text, Timeline, plain};

/// What the head of a column of dates is called.
const DATE_WORDS: &str = "year years date dates when time period jahr jahre datum wann zeit \
    zeitpunkt zeitraum année années annee date quand période año años ano anos fecha fechas cuándo \
    data quando anno anni periodo jaar jaartal wanneer år dato datum när når hvornår tidspunkt vuosi \
    päivämäärä rok roky data kdy kiedy év dátum mikor год годы дата когда рік година година χρόνος \
    έτος ημερομηνία yıl tarih سنة السنة تاريخ التاريخ שנה תאריך سال تاریخ वर्ष तारीख दिनांक tahun tanggal \
    năm ngày ปี วันที่ 年 年份 日期 时间 時間 日付 年月日 年代 연도 날짜";

/// Letters of the longest unit: `million`, `hectares`.
const MAX_UNIT: usize = 8;

struct Row {
    cells: Vec<Text>,
    is_head: bool,
}

impl Walk<'_, '_> {
    pub fn table(&mut self, node: u32, out: &mut Out, depth: usize) {
        let rows = self.rows(node);
        // A table with one cell in each row is there for its looks.
        let widest = rows.iter().map(|row| self.children_named(*row, "td th").len()).max();
        if widest.unwrap_or_default() < 2 {
            out.flush();
            let mut cells = self.children_named(node, "caption");
            for row in &rows {
                cells.extend(self.children_named(*row, "td th"));
            }
            for cell in cells {
                self.inside(cell, out, depth);
                out.flush();
            }
            return;
        }
        let (rows, rest) = self.cells(&rows, depth);
        let caption = self.children_named(node, "caption").first().copied();
        let caption = caption.map(|node| self.collected(node, depth).0);
        let caption = caption.filter(|text| !is_blank(text));
        out.flush();
        self.add_table(rows, caption, out);
        out.items.extend(rest);
    }

    fn add_table(&mut self, rows: Vec<Row>, caption: Option<Text>, out: &mut Out) {
        if self.importer.timeline.is_none()
            && let Some(timeline) = timeline(&rows, caption.as_ref())
        {
            self.importer.timeline = Some(timeline);
            return;
        }
        let mut rows = rows.into_iter().peekable();
        let header = rows.next_if(|row| row.is_head).map(|row| row.cells).unwrap_or_default();
        let rows: Vec<Vec<Text>> = rows.map(|row| row.cells).collect();
        if !rows.is_empty() || !header.is_empty() {
            out.block(Block::Table(Table { caption, header, rows }));
        }
    }

    /// The rows of a table, not those of tables in it.
    fn rows(&mut self, node: u32) -> Vec<u32> {
        let mut rows = Vec::new();
        let dom = self.dom;
        descend(dom, node, &mut |inner| match dom.name(inner).as_deref() {
            _ if is_hidden(dom, inner) => false,
            Some("tr") => {
                rows.push(inner);
                false
            }
            Some("table") | None => false,
            _ => true,
        });
        if rows.len() > MAX_ROWS {
            rows.truncate(MAX_ROWS);
            self.importer.report(self.at, "too-many", "a table with more rows than the limit");
        }
        rows
    }

    fn cells(&mut self, rows: &[u32], depth: usize) -> (Vec<Row>, Vec<Item>) {
        let (mut read, mut rest) = (Vec::new(), Vec::new());
        // For each column the rows that a cell above still takes.
        let mut taken = [0_u32; MAX_CELLS];
        for (index, row) in rows.iter().enumerate() {
            let mut nodes = self.children_named(*row, "td th");
            // The numbers of the lines of code in the next cell.
            nodes.retain(|cell| !has_class(self.dom, *cell, "gutter"));
            let is_head = index == 0
                && !nodes.is_empty()
                && nodes.iter().all(|cell| self.dom.name(*cell).as_deref() == Some("th"));
            let mut cells: Vec<Text> = Vec::new();
            let mut nodes = nodes.into_iter();
            for column in 0..MAX_CELLS {
                if cells.len() > column {
                    continue;
                }
                if let Some(left) = taken.get_mut(column).filter(|left| **left > 0) {
                    *left -= 1;
                    cells.push(Text::new());
                    continue;
                }
                let Some(node) = nodes.next() else { break };
                let (text, inner) = self.collected(node, depth);
                rest.extend(inner);
                let [wide, high] = ["colspan", "rowspan"].map(|name| self.span(node, name));
                let end = column.saturating_add(wide).min(MAX_CELLS);
                taken.iter_mut().take(end).skip(column).for_each(|left| {
                    *left = u32::try_from(high).unwrap_or(1) - 1;
                });
                cells.push(text);
                cells.resize(end, Text::new());
            }
            if cells.iter().any(|cell| !is_blank(cell)) {
                read.push(Row { cells, is_head });
            }
        }
        (read, rest)
    }

    fn span(&self, node: u32, name: &str) -> usize {
        let number = super::addresses::pixels(&attribute(self.dom, node, name));
        usize::try_from(number.unwrap_or(1)).unwrap_or(1).clamp(1, MAX_ROWS)
    }
}

/// The events of a table with two columns, the first of dates.
fn timeline(rows: &[Row], caption: Option<&Text>) -> Option<Timeline> {
    if rows.len() < 2 || rows.iter().any(|row| row.cells.len() != 2) {
        return None;
    }
    let first = |row: &Row| row.cells.first().map(|cell| fold(&plain(cell))).unwrap_or_default();
    let (head, body) = rows.split_first()?;
    let is_named = is_date_word(&first(head));
    let is_date = |row: &Row| edtf::lenient(&first(row)).is_some();
    let body = if is_named || head.is_head { body } else { rows };
    if !is_named && !body.iter().all(is_date) {
        return None;
    }
    if body.iter().all(is_figure) {
        return None;
    }
    let events: Vec<Event> = body.iter().take(MAX_EVENTS).filter_map(event).collect();
    if events.is_empty() {
        return None;
    }
    let second = (is_named || head.is_head).then(|| head.cells.get(1)).flatten();
    let headline =
        caption.or(second).map(|text| fold(&plain(text))).filter(|text| !text.is_empty());
    Some(Timeline { headline, events })
}

/// Whether a row tells a number and no more than its unit: what has been counted is a table.
fn is_figure(row: &Row) -> bool {
    let told = row.cells.get(1).map(|cell| plain(cell)).unwrap_or_default();
    let is_digit = |c: &char| c.is_ascii_digit();
    let is_letter = |c: &char| is_word(*c) && !is_digit(c);
    let starts = told.chars().find(|c| is_word(*c)).is_some_and(|first| is_digit(&first));
    starts && told.chars().filter(is_letter).count() <= MAX_UNIT
}

fn event(row: &Row) -> Option<Event> {
    let [when, what] = row.cells.as_slice() else { return None };
    let when = fold(&plain(when));
    let date = edtf::lenient(&when).map(crate::story::EdtfDate::by_day);
    let is_said = edtf::strict(&when).is_some() || when.is_empty();
    let display_date = Some(when).filter(|_| !is_said);
    (!is_blank(what)).then(|| Event { date, display_date, text: what.clone(), ..Event::default() })
}

fn is_date_word(head: &str) -> bool {
    let head = lowered(head.trim_end_matches([':', '.']));
    !head.is_empty() && !has_markup(&head) && DATE_WORDS.split_whitespace().any(|word| word == head)
}
