//! Story text: typed runs to `**strong**`, `*em*`, `[label](url)`, `[id]` and `\*`.
//!
//! First the letters are written, with all that has to be escaped in them, and beside them
//! the places where emphases begin and end. The letters around each place then tell whether
//! stars can stand there.

use super::json::Json;
use super::link::address;
use super::stars::{Mark, kept, with_stars};
use crate::parse::places_of_foreign_markup;
use crate::story::{Run, Source, Text};

/// What the markers in the texts of a story point to.
pub struct Texts<'s> {
    pub sources: &'s [Source],
}

impl Texts<'_> {
    /// A field of story text; absent where there is none.
    pub fn field(&self, text: Option<&Text>) -> Json {
        Json::of(text, |text| self.markup(text).as_str().into())
    }

    /// A cell of a table or an item of a list: one that is empty keeps its place.
    pub fn cell(&self, text: &Text) -> Json {
        Json::Text(self.markup(text))
    }

    /// A field of several paragraphs.
    pub fn paragraphs(&self, paragraphs: &[Text]) -> Json {
        let written: Vec<String> = paragraphs.iter().map(|text| self.markup(text)).collect();
        written.join("\n\n").as_str().into()
    }

    fn markup(&self, text: &[Run]) -> String {
        let mut markup = Markup::new(self.sources, true);
        markup.add(text);
        markup.finish()
    }
}

/// A text that is being written.
struct Markup<'s> {
    sources: &'s [Source],
    /// False in the label of a link, which has no links and no markers.
    is_outermost: bool,
    letters: String,
    marks: Vec<Mark>,
    /// How many emphases there are.
    count: usize,
    /// The markers of a label, which come after its link.
    markers: String,
}

impl<'s> Markup<'s> {
    fn new(sources: &'s [Source], is_outermost: bool) -> Self {
        let (letters, marks, markers) = (String::new(), Vec::new(), String::new());
        Self { sources, is_outermost, letters, marks, count: 0, markers }
    }

    fn add(&mut self, text: &[Run]) {
        for run in text {
            match run {
                Run::Plain(letters) => self.add_letters(letters),
                Run::Strong(inner) => self.emphasize(true, inner),
                Run::Emphasis(inner) => match inner.as_slice() {
                    // Three stars are strong first.
                    [Run::Strong(both)] => {
                        self.emphasize(true, &[Run::Emphasis(both.clone())]);
                    }
                    inner => self.emphasize(false, inner),
                },
                Run::Link { url, text } => self.add_link(url.as_str(), text),
                Run::Citation { source, .. } => self.add_marker(*source),
            }
        }
    }

    fn add_letters(&mut self, letters: &str) {
        let mut letters = letters.chars().peekable();
        while let Some(letter) = letters.next() {
            let is_markup = match letter {
                '*' | '[' | '\\' => true,
                // Of tags and signs the rest stays as it is.
                '<' => letters.clone().take(4).eq("http".chars()),
                ']' => {
                    !self.is_outermost
                        || self.opens_here()
                        || letters.peek().is_none_or(|next| *next == '(')
                }
                // Or the marker before it would be the label of a link.
                '(' => self.letters.ends_with(']'),
                // With these no emphasis begins.
                ')' | '}' | ',' | ';' | ':' | '!' | '?' | '.' => self.opens_here(),
                _ => false,
            };
            if is_markup {
                self.letters.push('\\');
            }
            self.letters.push(if matches!(letter, '\n' | '\r') { ' ' } else { letter });
        }
    }

    /// Whether an emphasis has just begun.
    fn opens_here(&self) -> bool {
        self.marks.last().is_some_and(|mark| mark.opens && mark.at == self.letters.len())
    }

    fn emphasize(&mut self, is_strong: bool, inner: &[Run]) {
        let emphasis = self.count;
        self.count += 1;
        let mark = |at, opens| Mark { at, is_strong, opens, emphasis };
        self.marks.push(mark(self.letters.len(), true));
        self.add(inner);
        self.marks.push(mark(self.letters.len(), false));
    }

    /// A link in a link is its words alone; so is one that has none to press.
    fn add_link(&mut self, url: &str, text: &[Run]) {
        if !self.is_outermost {
            return self.add(text);
        }
        let mut label = Markup::new(self.sources, false);
        label.add(text);
        let markers = std::mem::take(&mut label.markers);
        let label = label.finish();
        if label.trim().is_empty() {
            self.letters.push_str(&label);
        } else {
            self.letters.extend(["[", &label, "]", &address(url)]);
        }
        self.letters.push_str(&markers);
    }

    fn add_marker(&mut self, source: usize) {
        let Some(source) = self.sources.get(source) else { return };
        let letters = if self.is_outermost { &mut self.letters } else { &mut self.markers };
        letters.extend(["[", &source.id, "]"]);
    }

    /// The text, with a backslash before what is meant letter for letter and would be told
    /// as markup of another format.
    fn finish(self) -> String {
        let mut marks = kept(&self.letters, self.marks);
        let mut letters = self.letters;
        loop {
            let text = with_stars(&letters, &marks);
            let places = places_of_foreign_markup(&text).map(|(at, _)| at);
            // The angle bracket of an address has to stay one.
            let is_letter =
                |at: &usize| text.get(..*at).is_none_or(|before| !before.ends_with("]("));
            let places: Vec<usize> = places.filter(is_letter).collect();
            if places.is_empty() {
                return text;
            }
            let (next, next_marks) = escaped(&letters, &marks, &places);
            let next_marks = kept(&next, next_marks);
            // Behind some marks no emphasis begins at a backslash: better to be told.
            if next_marks.len() < marks.len() {
                return text;
            }
            (letters, marks) = (next, next_marks);
        }
    }
}

/// Letters and marks with a backslash at each of these places of the text with its stars.
fn escaped(letters: &str, marks: &[Mark], places: &[usize]) -> (String, Vec<Mark>) {
    let (mut escaped, mut done) = (String::new(), 0);
    let (mut stars, mut moved) = (0, Vec::new());
    let mut rest = marks.iter().peekable();
    for place in places.iter().copied().chain([usize::MAX]) {
        while let Some(mark) = rest.next_if(|mark| mark.at + stars < place) {
            stars += mark.stars().len();
            moved.push(Mark { at: mark.at + escaped.len() - done, ..*mark });
        }
        let end = place.saturating_sub(stars).min(letters.len());
        escaped.push_str(letters.get(done..end).unwrap_or_default());
        if place != usize::MAX {
            escaped.push('\\');
        }
        done = end;
    }
    (escaped, moved)
}
