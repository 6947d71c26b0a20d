//! What is known of a source, as its note and the list of sources say it.

use crate::attributes;
use crate::context::Card;
use crate::dates;
use crate::html::{El, dir, el, kind, link, maybe_link};
use crate::story::{SafeLink, Source, Support};
use crate::words::{Word, around, fill};

/// "Source 3: publisher".
pub fn spoken(card: &Card, source: &Source) -> String {
    let known = source.publisher.as_ref().or(source.name.as_ref());
    let word = if known.is_some() { Word::SourceN } else { Word::SourceNAlone };
    let publisher = known.map_or("", String::as_str);
    fill(card.word(word), &[("n", &source.number), ("publisher", publisher)])
}

/// What is known of a source: publisher, title, author, date, the words relied on.
pub fn facts(card: &Card, source: &Source) -> El {
    let language = source.language.as_ref();
    let name = source.name.as_deref().or(source.publisher.as_deref());
    let title = outward(source).text(name.unwrap_or_default());
    let title = el("p.source-title@source-title")
        .set("dir", dir(source.direction))
        .language(language, source.direction)
        .add(title);
    let mut known = el("div.source@source")
        .add_text("p.source-publisher@source-publisher", source.publisher.as_deref())
        .add(title)
        .add(details(card, source));
    if let Some(excerpt) = &source.excerpt {
        let quoted = el("blockquote.source-excerpt@source-excerpt")
            .set("dir", dir(source.direction))
            .language(language, source.direction);
        known = known.add(quoted.add(el("p").text(excerpt)));
    }
    known.add(links(card, source))
}

/// A link to the very words in a new tab: the reader keeps the place in the story.
fn outward(source: &Source) -> El {
    let link = maybe_link(source.url.as_ref(), kind::SOURCE);
    match source.url_of_excerpt() {
        // On paper the words to look for are only in the way.
        Some(url) => link
            .attr("href", &url)
            .maybe(attributes::ADDRESS, source.url.as_ref().map(SafeLink::as_str))
            .set("target", "_blank"),
        None => link,
    }
}

/// Author, date, kind, and when it was read.
fn details(card: &Card, source: &Source) -> El {
    let kind = source.kind.as_deref().and_then(kind_of_work).map(|word| card.word(word));
    let mut details = el("p.source-details").add_text("bdi", source.author.as_deref());
    if source.published.is_some() {
        let published = dates::time(source.published.as_ref(), None, &card.locale());
        details = details.add(el("span").add(published));
    }
    let details = details.add_text("span", kind);
    match &source.accessed {
        Some(date) => {
            let (before, after) = around(card.word(Word::Accessed));
            let accessed = el("span").text(before).add(dates::moment_element(date, &card.locale()));
            details.add(accessed.text(after))
        }
        None => details,
    }
}

/// What the citation claims of its source.
pub fn supports<'c>(card: &'c Card, source: &Source) -> Option<&'c str> {
    let word = match source.supports? {
        Support::Quote => Word::SupportsQuote,
        Support::Paraphrase => Word::SupportsParaphrase,
        Support::Background => Word::SupportsBackground,
    };
    Some(card.word(word))
}

/// The kinds of work (CSL item types) that tell a reader something.
fn kind_of_work(kind: &str) -> Option<Word> {
    Some(match kind {
        "article-newspaper" | "article-magazine" => Word::KindNews,
        "article-journal" | "paper-conference" => Word::KindJournal,
        "report" => Word::KindReport,
        "book" | "chapter" => Word::KindBook,
        "dataset" => Word::KindData,
        "interview" => Word::KindInterview,
        "speech" => Word::KindSpeech,
        "legislation" | "legal_case" | "bill" => Word::KindLaw,
        _ => return None,
    })
}

/// What the citation claims, and where the link really leads: the host in ASCII. That
/// there is no link is said too.
fn links(card: &Card, source: &Source) -> El {
    let host = source.url.as_ref().map_or(card.word(Word::NoLink), SafeLink::host);
    let mut links = el("p.source-links")
        .add_text("span.supports", supports(card, source))
        .add(el("bdi.host").text(host));
    if let Some(url) = &source.archived_at {
        let archived = link("a", url, kind::SOURCE).set("target", "_blank");
        links = links.add(archived.text(card.word(Word::Archived)));
    }
    links
}

/// "Cited 3 times".
pub fn uses(card: &Card, uses: usize) -> String {
    let word = match uses {
        0 => Word::NotCited,
        1 => Word::CitedOnce,
        _ => Word::CitedTimes,
    };
    fill(card.word(word), &[("n", &uses.to_string())])
}
