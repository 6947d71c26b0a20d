//! Badge, headline, dates, byline, picture, lead, and what has been put right.

use crate::context::Card;
use crate::dates::moment_element;
use crate::html::{El, el, kind, maybe_link};
use crate::prose::{self, image};
use crate::story::{Agent, AgentKind, ArticleType, EdtfDate, Story};
use crate::words::{Word, around, fill};

/// A change within a minute of publication is not an update: a third of all stories
/// carry the same time twice.
const UPDATE_MILLIS: f64 = 60_000.0;

/// The lead comes before the byline, where the first words stood while the app was on
/// its way.
pub fn view(card: &Card) -> El {
    let story = &*card.story;
    let mut lead = el("div.lead@lead").hidden(story.lead.is_empty());
    for text in &story.lead {
        lead = lead.add(prose::text(card, el("p"), text));
    }
    let dateline = el("div.dateline").add(dates(card)).add(el("slot").set("name", "actions"));
    el("header.header@header")
        .add(badges(card))
        .add(headline(card))
        .add(el("p.alternative").text_or_hide(story.alternative_headline.as_deref()))
        .add(lead)
        .add(byline(card))
        .add(dateline)
        .add(image::view(card, story.image.as_ref()))
        .add(el("slot").set("name", "after-lead"))
}

fn badges(card: &Card) -> El {
    let story = &*card.story;
    let badge = if is_urgent(story) { "span.badge urgent@badge" } else { "span.badge@badge" };
    let kind = story.article_type.and_then(article_type).map(|word| card.word(word));
    el("div.badges")
        .add(el(badge).text_or_hide(story.article_section.as_deref()))
        .add(el("span.kind").text_or_hide(kind))
        .add(el("slot").set("name", "badge"))
}

/// Breaking and live news is set in the colour for it.
fn is_urgent(story: &Story) -> bool {
    let is_breaking = |section: &String| section.trim().eq_ignore_ascii_case("breaking");
    story.article_type == Some(ArticleType::Live)
        || story.article_section.as_ref().is_some_and(is_breaking)
}

fn article_type(kind: ArticleType) -> Option<Word> {
    Some(match kind {
        ArticleType::News => return None,
        ArticleType::Analysis => Word::Analysis,
        ArticleType::Background => Word::Background,
        ArticleType::Opinion => Word::Opinion,
        ArticleType::Review => Word::Review,
        ArticleType::Live => Word::Live,
    })
}

fn headline(card: &Card) -> El {
    let story = &*card.story;
    card.heading(0)
        .set("part", "headline")
        .set("class", "headline")
        .set("id", "headline")
        .add(maybe_link(story.url.as_ref(), kind::TEXT).text(&story.headline))
}

fn dates(card: &Card) -> El {
    let story = &*card.story;
    let updated = story.modified.as_ref().filter(|modified| is_update(story, modified));
    el("p.dates@dates")
        .hidden(story.published.is_none() && updated.is_none())
        .add(dated(card, Word::Published, story.published.as_ref()))
        .add(dated(card, Word::Updated, updated))
}

fn is_update(story: &Story, modified: &EdtfDate) -> bool {
    let Some(published) = &story.published else {
        return true;
    };
    match (published.earliest_millis(), modified.earliest_millis()) {
        (Some(published), Some(modified)) => modified > published + UPDATE_MILLIS,
        _ => false,
    }
}

/// A phrase with a moment in it, such as "Published 5 January 2024".
fn dated(card: &Card, phrase: Word, date: Option<&EdtfDate>) -> El {
    let Some(date) = date else {
        return el("span.dated").hidden(true);
    };
    let phrase = card.word(phrase);
    let (before, after) = around(phrase);
    el("span.dated").text(before).add(moment_element(date, &card.locale())).text(after)
}

/// One or many authors; who edited it beneath.
fn byline(card: &Card) -> El {
    let story = &*card.story;
    let by = card.word(Word::By);
    let (before, after) = around(by);
    let mut authors = el("p.authors").hidden(story.authors.is_empty()).text(before);
    for (index, author) in story.authors.iter().enumerate() {
        authors = authors.text(&separator(card, index)).add(agent(card, author));
    }
    let names: Vec<&str> = story.editors.iter().map(|editor| editor.name.as_str()).collect();
    let edited_by = fill(card.word(Word::EditedBy), &[("names", &names.join(", "))]);
    el("div.byline@byline")
        .hidden(story.authors.is_empty() && names.is_empty())
        .add(authors.text(after))
        .add(el("p.editors").hidden(names.is_empty()).text(&edited_by))
}

/// What stands before a name: nothing, a comma, or "and".
fn separator(card: &Card, index: usize) -> String {
    match index {
        0 => String::new(),
        _ if index + 1 == card.story.authors.len() => [" ", card.word(Word::And), " "].concat(),
        _ => ", ".to_owned(),
    }
}

/// A name with its portrait and role; a machine is marked as one.
fn agent(card: &Card, agent: &Agent) -> El {
    let role = agent.job_title.as_ref().map(|role| [", ", role].concat());
    el("span.by")
        .add(image::avatar(card, agent.image.as_ref()))
        .add(el("span.author@author").add(agent_name(agent)))
        .add(el("span.role").text_or_hide(role.as_deref()))
        .add(machine(card, agent))
}

/// The mark of a machine.
pub fn machine(card: &Card, agent: &Agent) -> El {
    let is_machine = agent.kind == AgentKind::Software;
    el("span.machine").hidden(!is_machine).text(card.word(Word::Machine))
}

/// A name, isolated: it may be written in another direction.
pub fn agent_name(agent: &Agent) -> El {
    maybe_link(agent.url.as_ref(), kind::AUTHOR).add(el("bdi").text(&agent.name))
}

/// What was wrong and is right now, above the body.
pub fn corrections(card: &Card) -> El {
    let corrections = &card.story.corrections;
    let title = if corrections.len() > 1 { Word::Corrections } else { Word::Correction };
    let mut section = el("section.corrections@corrections")
        .set("aria-labelledby", "corrections")
        .hidden(corrections.is_empty())
        .add(card.small_heading("corrections", card.word(title)));
    for correction in corrections {
        let mut line = el("p");
        if let Some(date) = &correction.published {
            line = line
                .add(el("span.correction-date").add(moment_element(date, &card.locale())))
                .text(" ");
        }
        section = section.add(prose::text(card, line, &correction.text));
    }
    section
}
