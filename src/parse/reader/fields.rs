//! Fields whose value has a meaning: URLs, languages, dates, words of a list.

use super::{At, Reader};
use crate::limits::MAX_NUMBER;
use crate::parse::distance::distance;
use crate::parse::edtf;
use crate::parse::json::Node;
use crate::story::{EdtfDate, Language, SafeLink};

impl Reader<'_> {
    /// A field that holds a URL, made safe.
    pub fn link(&mut self, at: &At, key: &str) -> Option<SafeLink> {
        let value = at.get(key)?;
        let Node::Text(raw) = value.node else {
            self.wrong_type(&value, "a URL");
            return None;
        };
        let link = self.safe_link(raw);
        if link.is_none() {
            let message = match mistake(raw) {
                Some(mistake) => [mistake, ", left out"].concat(),
                None => "not a URL this card opens, left out".to_owned(),
            };
            self.report(&value, "unsafe-url", &message);
        }
        link
    }

    /// A URL field that must lead somewhere on the web.
    pub fn web_link(&mut self, at: &At, key: &str) -> Option<SafeLink> {
        let link = self.link(at, key)?;
        if link.is_web() || link.is_relative() {
            return Some(link);
        }
        if let Some(value) = at.get(key) {
            self.report(&value, "unsafe-url", "expected http or https, left out");
        }
        None
    }

    /// A URL made safe, relative ones resolved.
    pub fn safe_link(&self, raw: &str) -> Option<SafeLink> {
        if mistake(raw).is_some() {
            return None;
        }
        SafeLink::new(raw, self.base.as_deref(), self.options.url_parser)
    }

    /// A whole number, at least one such as a width in pixels, or at least none such as that
    /// from which a list counts.
    pub fn whole_number(&mut self, at: &At, key: &str, least: u32) -> Option<u32> {
        let value = at.get(key)?;
        let number = match value.node {
            Node::Number(digits) => digits.parse().ok(),
            _ => None,
        };
        let number = number.filter(|number| (least..=MAX_NUMBER).contains(number));
        if number.is_none() {
            let expected = match least {
                0 => "a whole number from 0 to 100,000",
                _ => "a whole number from 1 to 100,000",
            };
            self.wrong_type(&value, expected);
        }
        number
    }

    /// A field that holds a language tag.
    pub fn language(&mut self, at: &At, key: &str) -> Option<Language> {
        let value = at.get(key)?;
        let language = match value.node {
            Node::Text(tag) => Language::new(tag),
            _ => None,
        };
        if language.is_none() {
            self.report(&value, "unknown-value", "not a language tag (BCP 47), left out");
        }
        language
    }

    /// A field that holds an EDTF date.
    pub fn date(&mut self, at: &At, key: &str) -> Option<EdtfDate> {
        self.read_date(at, key, |text| edtf::strict(text).is_some(), EdtfDate::by_day)
    }

    /// A field that holds a moment or a day, told by the reader's clock.
    pub fn timestamp(&mut self, at: &At, key: &str) -> Option<EdtfDate> {
        let by_day = |date: EdtfDate| date.without_local_time().by_day();
        self.read_date(at, key, edtf::is_exact_timestamp, by_day)
    }

    /// The same for the value of a field.
    pub fn timestamp_of(&mut self, value: &At) -> Option<EdtfDate> {
        let by_day = |date: EdtfDate| date.without_local_time().by_day();
        self.read_date_of(value, edtf::is_exact_timestamp, by_day)
    }

    /// The same where it decides something: midnight is an instant.
    pub fn moment(&mut self, at: &At, key: &str) -> Option<EdtfDate> {
        self.read_date(at, key, edtf::is_exact_timestamp, EdtfDate::without_local_time)
    }

    /// Every date is read by the same reader; what is told is whether it had to be lenient.
    #[inline(never)]
    fn read_date(
        &mut self,
        at: &At,
        key: &str,
        is_exact: fn(&str) -> bool,
        finish: fn(EdtfDate) -> EdtfDate,
    ) -> Option<EdtfDate> {
        self.read_date_of(&at.get(key)?, is_exact, finish)
    }

    fn read_date_of(
        &mut self,
        value: &At,
        is_exact: fn(&str) -> bool,
        finish: fn(EdtfDate) -> EdtfDate,
    ) -> Option<EdtfDate> {
        let text: &str = match value.node {
            Node::Text(text) => text.trim(),
            // A bare year is the commonest slip of all.
            Node::Number(digits) => digits,
            _ => {
                self.wrong_type(value, "a date");
                return None;
            }
        };
        let is_text = matches!(value.node, Node::Text(_));
        let date = edtf::as_written(text).or_else(|| edtf::counted(text).filter(|_| !is_text));
        let is_exact = is_text && is_exact(text);
        match &date {
            Some(date) if date.is_reversed() => {
                let message = "ends before it begins: told in words, not drawn to scale";
                self.report(value, "reversed-interval", message);
            }
            Some(_) if is_exact => {}
            Some(_) => self.report(value, "lenient-date", "not an EDTF date, read as one"),
            None => self.report(value, "unreadable-date", "not a date this card can read"),
        }
        date.map(finish)
    }

    /// A field whose value is one of a few words.
    pub fn choice<T>(&mut self, at: &At, key: &str, find: impl Fn(&str) -> Option<T>) -> Option<T> {
        let value = at.get(key)?;
        let Node::Text(word) = value.node else {
            self.wrong_type(&value, "a word");
            return None;
        };
        let found = find(word.trim());
        if found.is_none() {
            self.report(&value, "unknown-value", "not a value this card knows, left out");
        }
        found
    }
}

/// What is mistyped in a URL. A browser would take `www.news.example` for a path of the
/// story's own site, `http:/news.example` too or not, and `htps://` for a scheme of its own.
fn mistake(raw: &str) -> Option<&'static str> {
    let start: String = raw.trim().chars().take(20).collect();
    let start = start.to_ascii_lowercase();
    if start.starts_with("www.") {
        return Some("https:// is missing in front of it");
    }
    let length = start.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (scheme, rest) = start.split_at_checked(length)?;
    let is_web = matches!(scheme, "http" | "https");
    let is_cut = is_web && matches!(rest.as_bytes(), [b':' | b';', ..] | [b'/', b'/', ..]);
    let is_near = !is_web && rest.starts_with(":/") && distance(scheme, "https") <= 2;
    let is_right = rest.starts_with("://") || rest.starts_with(r":\\");
    let is_wrong = is_near || is_cut && !is_right;
    is_wrong.then_some("its beginning is mistyped: http:// or https:// may be meant")
}
