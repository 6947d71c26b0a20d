//! Entries of lists.

/// Blank lines within a list.
const MAX_BLANK: usize = 3;

/// The first line of an entry of a list.
pub struct Entry<'t> {
    pub number: Option<&'t str>,
    pub text: &'t str,
    indent: usize,
}

impl Entry<'_> {
    /// Whether a list begins with it that nothing announces.
    pub fn may_be_first(&self) -> bool {
        self.number.is_none_or(|number| number == "1")
    }

    /// The entry that begins with this line, of the same list.
    pub fn next<'t>(&self, line: &'t str) -> Option<Entry<'t>> {
        let is_same = |entry: &Entry| entry.number.is_some() == self.number.is_some();
        entry(line).filter(|entry| is_same(entry) && entry.indent <= self.indent + 1)
    }

    /// Whether a line belongs to this entry: it stands further in, or it is blank before one that
    /// does, or before the next entry.
    pub fn goes_on(&self, line: &str, behind: &[&str]) -> bool {
        let is_inner = |line: &str| line.len() - line.trim_start().len() > self.indent + 1;
        if !line.trim().is_empty() {
            return is_inner(line);
        }
        let next = behind.iter().take(MAX_BLANK).find(|line| !line.trim().is_empty());
        next.is_some_and(|next| is_inner(next) || self.next(next).is_some())
    }
}

/// The entry of a list that a line begins.
pub fn entry(line: &str) -> Option<Entry<'_>> {
    let text = line.trim_start();
    let indent = line.len() - text.len();
    if let Some(text) = ["- ", "* ", "+ "].iter().find_map(|mark| text.strip_prefix(mark)) {
        return Some(Entry { number: None, text, indent });
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at_checked(digits).filter(|_| (1..=3).contains(&digits))?;
    let text = rest.strip_prefix(". ").or_else(|| rest.strip_prefix(") "))?;
    Some(Entry { number: Some(number), text, indent })
}
