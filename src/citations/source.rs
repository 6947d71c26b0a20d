//! What is known of a source, as its note and the list of sources say it.

use std::ops::Range;

use crate::attributes;
use crate::context::Card;
use crate::dates;
use crate::html::{El, dir, el, kind, link, maybe_link};
use crate::story::{SafeLink, Source, Support};
use crate::words::{Word, around, fill};

/// "3, publisher".
pub fn spoken(card: &Card, source: &Source) -> String {
    let known = source.publisher.as_ref().or(source.name.as_ref());
    let word = if known.is_some() { Word::SourceN } else { Word::SourceNAlone };
    let publisher = known.map_or("", String::as_str);
    fill(card.word(word), &[("n", &source.number), ("publisher", publisher)])
}

/// What a note says of a source: the words relied on, then whose they are.
pub fn in_note(card: &Card, source: &Source) -> El {
    let title = named(source, "p.source-title@source-title", outward(source));
    let mut note = el("div.source@source").add(excerpt(source));
    if let Some(publisher) = &source.publisher {
        // The line keeps to the card's side; only the name runs as its letters do.
        let line = el("p.source-publisher@source-publisher");
        note = note.add(line.add(el("bdi").text(publisher)));
    }
    note.add(title).add(details(card, source, false)).add(links(card, source, None))
}

/// One line: publisher, title, date. It opens what stands behind it.
pub fn in_line(card: &Card, source: &Source) -> El {
    let mut line = el("summary.source-line");
    if let Some(publisher) = &source.publisher {
        let name = el("span.source-publisher@source-publisher").set("dir", "auto");
        line = line.add(name.text(publisher));
    }
    line = line.add(named(source, "span.source-title@source-title", el("span")));
    if source.published.is_some() {
        let date = dates::time(source.published.as_ref(), None, &card.locale());
        line = line.add(el("span.source-date").add(date));
    }
    line
}

/// What stands behind the line: all the rest.
pub fn behind(card: &Card, source: &Source) -> El {
    let host = outward(source).set("class", "host").set("dir", "auto");
    let host = match &source.url {
        Some(url) => host.text(url.host()),
        None => card.own(host).text(card.word(Word::NoLink)),
    };
    el("div.source-more").add(details(card, source, true)).add(excerpt(source)).add(links(
        card,
        source,
        Some(host),
    ))
}

/// The title in its own language; it may be a link.
fn named(source: &Source, tag: &'static str, title: El) -> El {
    let name = source.name.as_deref().or(source.publisher.as_deref());
    el(tag)
        .set("dir", dir(source.direction))
        .language(source.language.as_ref(), source.direction)
        .add(title.text(name.unwrap_or_default()))
}

/// The words relied on.
fn excerpt(source: &Source) -> El {
    let block = el("blockquote.source-excerpt@source-excerpt");
    let Some(excerpt) = &source.excerpt else { return block.hidden(true) };
    // The block keeps to the card's side; only the words run as their language does.
    let quoted = el("p")
        .set("dir", dir(source.direction))
        .language(source.language.as_ref(), source.direction);
    block.add(words(quoted, excerpt, &source.quoted))
}

/// The words relied on; those that the story quotes are marked.
fn words(mut words: El, excerpt: &str, quoted: &[Range<usize>]) -> El {
    let mut done = 0;
    for stretch in quoted {
        words = words
            .text(excerpt.get(done..stretch.start).unwrap_or_default())
            .add(el("mark").text(excerpt.get(stretch.clone()).unwrap_or_default()));
        done = stretch.end;
    }
    words.text(excerpt.get(done..).unwrap_or_default())
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

/// Author and kind; in a note the date, which the line of the list has, else when it was read.
fn details(card: &Card, source: &Source, is_in_list: bool) -> El {
    let kind = source.kind.as_deref().and_then(kind_of_work).map(|word| card.word(word));
    let mut details = el("p.source-details").add_text("bdi", source.author.as_deref());
    if source.published.is_some() && !is_in_list {
        let published = dates::time(source.published.as_ref(), None, &card.locale());
        details = details.add(el("span").add(published));
    }
    let details = own(card, details, "span", kind);
    match &source.accessed {
        Some(date) if is_in_list => {
            let (before, after) = around(card.word(Word::Accessed));
            let day = card.of_story(dates::moment_element(date, &card.locale()));
            details.add(card.own(el("span")).text(before).add(day).text(after))
        }
        _ => details,
    }
}

/// What the citation claims of its source. That its words are the source's own is said only
/// where they were found there.
fn supports<'c>(card: &'c Card, source: &Source) -> Option<&'c str> {
    let word = match source.supports {
        _ if !source.quoted.is_empty() => Word::SupportsQuote,
        Some(Support::Paraphrase) => Word::SupportsParaphrase,
        Some(Support::Background) => Word::SupportsBackground,
        Some(Support::Quote) | None => return None,
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

/// The same kinds as they are counted.
pub fn counted(kind: &str) -> Option<Word> {
    Some(match kind_of_work(kind)? {
        Word::KindNews => Word::NewsN,
        Word::KindJournal => Word::JournalN,
        Word::KindReport => Word::ReportN,
        Word::KindBook => Word::BookN,
        Word::KindData => Word::DataN,
        Word::KindInterview => Word::InterviewN,
        Word::KindSpeech => Word::SpeechN,
        _ => Word::LawN,
    })
}

/// What the citation claims; in the list where the link really leads, the host in ASCII, or
/// that there is none; and the copy that stays.
fn links(card: &Card, source: &Source, host: Option<El>) -> El {
    let mut links = own(card, el("p.source-links"), "span.supports", supports(card, source));
    if let Some(host) = host {
        links = links.add(host);
    }
    if let Some(url) = &source.archived_at {
        let archived = link("a", url, kind::SOURCE).set("target", "_blank");
        links = links.add(card.own(archived).text(card.word(Word::Archived)));
    }
    links
}

/// Adds what the card itself says, where it does.
fn own(card: &Card, parent: El, tag: &'static str, words: Option<&str>) -> El {
    match words {
        Some(words) => parent.add(card.own(el(tag)).text(words)),
        None => parent,
    }
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
