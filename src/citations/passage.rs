//! A passage that a reader copies: its words, plain and as HTML, and below them the
//! sources cited in it. Pure: it is told what stands in the passage, one after another.

use super::numbers::insert;
use crate::story::{LINE_BREAK, SafeLink, Source};

/// A passage being put together.
#[derive(Debug, Default)]
pub struct Passage {
    plain: String,
    html: String,
    /// Elements not closed yet.
    open: Vec<&'static str>,
    /// Whether the row has a cell.
    has_cell: bool,
    /// The sources cited, by index, in order.
    cited: Vec<usize>,
}

/// What goes to the clipboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// `text/plain`.
    pub plain: String,
    /// `text/html`, without attributes but `href`.
    pub html: String,
}

/// Elements that a copied text keeps, and whether each is a block of its own.
const KEPT: [(&str, bool); 20] = [
    ("p", true),
    ("h2", true),
    ("h3", true),
    ("h4", true),
    ("h5", true),
    ("h6", true),
    ("blockquote", true),
    ("figcaption", true),
    ("ul", true),
    ("ol", true),
    ("li", true),
    ("pre", true),
    ("table", true),
    ("tr", true),
    ("td", false),
    ("th", false),
    ("strong", false),
    ("em", false),
    ("code", false),
    ("a", false),
];

impl Passage {
    /// Adds letters.
    pub fn text(&mut self, letters: &str) {
        // A word joiner is there for the line, not for whoever pastes the text; where a line ends
        // its element says.
        for letters in letters.split(['\u{2060}', LINE_BREAK]) {
            self.plain.push_str(letters);
            escape(letters, &mut self.html);
        }
    }

    /// Begins an element; one that a copied text does not keep gives its content alone.
    pub fn open(&mut self, name: &str, href: Option<&str>) {
        if name == "br" {
            self.plain.push('\n');
            self.html.push_str("<br>");
        }
        let kept = KEPT.iter().find(|(kept, _)| *kept == name).copied();
        let (name, is_block) = kept.unwrap_or(("", false));
        self.open.push(name);
        if is_block {
            self.break_line(name);
        }
        if name == "tr" {
            self.has_cell = false;
        } else if matches!(name, "td" | "th") && std::mem::replace(&mut self.has_cell, true) {
            self.plain.push('\t');
        }
        if !name.is_empty() {
            self.html.extend(["<", name]);
            if let Some(href) = href.filter(|_| name == "a") {
                self.html.push_str(" href=\"");
                escape(href, &mut self.html);
                self.html.push('"');
            }
            self.html.push('>');
        }
    }

    /// Ends the element begun last.
    pub fn close(&mut self) {
        let Some(name) = self.open.pop().filter(|name| !name.is_empty()) else { return };
        self.html.extend(["</", name, ">"]);
        if KEPT.iter().any(|(kept, is_block)| *kept == name && *is_block) {
            self.break_line(name);
        }
    }

    /// Adds a marker: its label, and the sources it stands for.
    pub fn cite(&mut self, label: &str, sources: &[usize]) {
        self.text(label);
        for source in sources {
            insert(&mut self.cited, *source);
        }
    }

    /// The passage with its sources below, numbered as `number` writes numbers; nothing
    /// when it cites none: then the browser's own copy is as good.
    #[must_use]
    pub fn with_sources(
        mut self,
        sources: &[Source],
        number: &dyn Fn(&str) -> String,
    ) -> Option<Copied> {
        if self.cited.is_empty() {
            return None;
        }
        while !self.open.is_empty() {
            self.close();
        }
        self.break_line("");
        for source in self.cited.iter().filter_map(|source| sources.get(*source)) {
            let number = ["[", &number(&source.number), "] "].concat();
            let name = name_of(source);
            let url = source.url.as_ref().map(SafeLink::as_str);
            self.plain.extend([
                &*number,
                &name,
                if url.is_some() && !name.is_empty() { " " } else { "" },
            ]);
            self.plain.extend([url.unwrap_or_default(), "\n"]);
            self.html.extend(["<p>", &number]);
            match url {
                Some(url) => {
                    self.html.push_str("<a href=\"");
                    escape(url, &mut self.html);
                    self.html.push_str("\">");
                    escape(if name.is_empty() { url } else { &name }, &mut self.html);
                    self.html.push_str("</a>");
                }
                None => escape(&name, &mut self.html),
            }
            self.html.push_str("</p>");
        }
        Some(Copied {
            plain: self.plain.trim_start_matches(['\n', ' ']).trim_end().to_owned(),
            html: self.html,
        })
    }

    /// A new line between the entries of a list, at least, and a blank one between
    /// other blocks.
    fn break_line(&mut self, name: &str) {
        let end = self.plain.trim_end().len();
        let is_in_list = |name: &str| matches!(name, "li" | "tr");
        let is_close = is_in_list(name) || self.open.iter().any(|name| is_in_list(name));
        let is_blank = !is_close || self.plain.get(end..).is_some_and(|end| end == "\n\n");
        self.plain.truncate(end);
        if end > 0 {
            self.plain.push_str(if is_blank { "\n\n" } else { "\n" });
        }
    }
}

/// "Publisher: Title".
fn name_of(source: &Source) -> String {
    let parts = [source.publisher.as_deref(), source.name.as_deref()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(": ")
}

fn escape(text: &str, html: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            _ => html.push(letter),
        }
    }
}
