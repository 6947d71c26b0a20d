//! The words of the interface, English by default, each replaceable by name.
//!
//! A placeholder in braces is filled in by [`fill`]: `{n}` a number, `{date}` a date.

use std::borrow::Cow;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident = $english:literal;)*) => {
        /// Every word and sentence the card itself says.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct Words {
            $($(#[$doc])* pub $name: Cow<'static, str>,)*
        }

        impl Words {
            /// The names a publisher or a language file may set, with the English words.
            pub const ENGLISH: &'static [(&'static str, &'static str)] =
                &[$((stringify!($name), $english),)*];

            /// The English words.
            #[must_use]
            pub const fn english() -> Self {
                Self { $($name: Cow::Borrowed($english),)* }
            }

            /// Replaces one; false when there is no word of that name.
            pub fn set(&mut self, name: &str, value: &str) -> bool {
                match name {
                    $(stringify!($name) => self.$name = Cow::Owned(value.to_owned()),)*
                    _ => return false,
                }
                true
            }
        }
    };
}

words! {
    /// Before the date of first publication.
    published = "Published {date}";
    /// Before the date of the last change.
    updated = "Updated {date}";
    /// Before the names of the authors.
    by = "By {names}";
    /// Joins the last two names of a list.
    and = "and";
    /// Marks an author that is a machine.
    machine = "automated";
    /// Before the names of the editors.
    edited_by = "Editor: {names}";
    /// Heading over one correction.
    correction = "Correction";
    /// Heading over several corrections.
    corrections = "Corrections";
    /// Opens every section.
    expand_all = "Open all sections";
    /// Closes every section.
    collapse_all = "Close all sections";
    /// Heading of the timeline where the story gives none.
    timeline = "Timeline";
    /// Heading of the list of sources.
    sources = "Sources";
    /// Heading of the related stories.
    related = "Related stories";
    /// Heading over the authors' biographies.
    about_authors = "About the author";
    /// Spoken name of a marker.
    source_n = "Source {n}: {publisher}";
    /// Spoken name of a marker whose source names nobody.
    source_n_alone = "Source {n}";
    /// A source that was read.
    accessed = "Accessed {date}";
    /// Link to the copy that stays.
    archived = "Archived copy";
    /// A source without a URL.
    no_link = "No link given";
    /// A source that no marker points to.
    not_cited = "Not cited in the text";
    /// How often a source is cited: once.
    cited_once = "Cited once";
    /// How often a source is cited: several times.
    cited_times = "Cited {n} times";
    /// Spoken name of the way back from a source to a marker.
    back_to = "Back to mention {n} of source {source}";
    /// The citation gives the source's own words.
    supports_quote = "Quoted word for word";
    /// The citation gives the source's sense.
    supports_paraphrase = "Paraphrased";
    /// The citation gives background.
    supports_background = "For background";
    /// Closes a note.
    close = "Close";
    /// Written by people alone.
    ai_none = "Written by people, without AI.";
    /// Written with AI, reviewed by people.
    ai_assisted = "Written with the help of AI and reviewed by people.";
    /// Written by AI at a person's request.
    ai_generated = "Written by AI.";
    /// Written and published by AI alone.
    ai_autonomous = "Written by AI and published without human review.";
    /// A machine is the author and nothing more is said.
    ai_author = "Written by an automated author.";
    /// The same of one section: written by people alone.
    ai_section_none = "This section was written by people, without AI.";
    /// The same of one section: written with AI.
    ai_section_assisted = "This section was written with the help of AI and reviewed by people.";
    /// The same of one section: written by AI.
    ai_section_generated = "This section was written by AI.";
    /// The same of one section: written and published by AI alone.
    ai_section_autonomous = "This section was written by AI and published without human review.";
    /// The systems that took part.
    ai_systems = "AI system: {names}";
    /// Link to the publisher's principles.
    principles = "How we work";
    /// Link to the licence.
    license = "Licence";
    /// Credit of a picture.
    image_credit = "Image: {name}";
    /// Entries left out of a list for being over the limit.
    more = "{n} more, not shown";
    /// The kind of journalism: what events mean.
    analysis = "Analysis";
    /// The kind of journalism: what led to events.
    background = "Background";
    /// The kind of journalism: what somebody thinks.
    opinion = "Opinion";
    /// The kind of journalism: a judgement.
    review = "Review";
    /// The kind of journalism: growing while events go on.
    live = "Live";
    /// While a story is on its way.
    loading = "Loading the story";
    /// Asks again.
    retry = "Try again";
    /// Nothing came back.
    error_network = "The story could not be reached. You may be offline, or the site that holds it does not answer.";
    /// It took too long.
    error_timeout = "The story took too long to arrive.";
    /// The server said no.
    error_http = "The site that holds this story could not deliver it (answer {status}).";
    /// There is no such story.
    error_gone = "This story is not there any more.";
    /// More bytes than a card takes.
    error_too_large = "This story is too large to show.";
    /// The document is broken or something else.
    error_document = "This story cannot be shown: what the site sent is not a story this card can read.";
    /// Another major version.
    error_version = "This story is written for a newer version of the card.";
    /// Embargoed, expired or cancelled.
    error_withheld = "The publisher is not showing this story now.";
    /// Before an approximate date (EDTF `~`).
    date_about = "about {date}";
    /// Before an uncertain date (EDTF `?`).
    date_possibly = "possibly {date}";
    /// Before a date that is both (EDTF `%`).
    date_possibly_about = "possibly about {date}";
    /// An interval that goes on (EDTF `2020/..`).
    date_until_now = "{date} – present";
    /// An interval whose end is unknown (EDTF `2020/`).
    date_end_unknown = "from {date}, end unknown";
    /// An interval whose start is open (EDTF `../2020`).
    date_until = "until {date}";
    /// An interval whose start is unknown (EDTF `/2020`).
    date_start_unknown = "until {date}, start unknown";
    /// A closed interval.
    date_range = "{start} – {end}";
    /// A decade (EDTF `198X`).
    date_decade = "{n}s";
    /// A century (EDTF `19XX`), by its first year.
    date_century = "{n}s";
    /// Northern or southern, the word is the same (EDTF season 21).
    spring = "spring";
    /// EDTF season 22.
    summer = "summer";
    /// EDTF season 23.
    autumn = "autumn";
    /// EDTF season 24.
    winter = "winter";
    /// A season and its year.
    date_season = "{season} {year}";
    /// A year before our era; `{n}` is the year, or the whole date.
    date_bce = "{n} BCE";
}

/// Puts values into the braces of a phrase.
#[must_use]
pub fn fill(phrase: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(phrase.len() + 16);
    let mut rest = phrase;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            continue;
        };
        if let Some((_, value)) = values.iter().find(|(key, _)| *key == name) {
            filled.push_str(value);
        }
        rest = tail;
    }
    filled + rest
}
