//! Badge, headline, dates, byline, picture, lead, and what has been put right.

use super::trust::{self, separator};
use super::whats_new;
use crate::attributes;
use crate::context::Card;
use crate::dates::moment_element;
use crate::disclosure;
use crate::html::{El, el, kind, maybe_link};
use crate::prose::{self, image};
use crate::sections;
use crate::story::{Agent, AgentKind, ArticleType, EdtfDate};
use crate::words::{Word, around, fill};

/// The lead comes before the byline, where the first words stood while the app was on
/// its way.
pub fn view(card: &Card) -> El {
    let story = &*card.story;
    let dateline =
        el("div.dateline@dateline").add(dates(card)).add(el("slot").set("name", "actions"));
    head(card)
        .add(whats_new::view(card))
        .add(key_points(card))
        .add(lead(card))
        .add(byline(card))
        .add(dateline)
        .add(image::view(card, story.image.as_ref()))
        .add(el("slot").set("name", "after-lead"))
}

/// As much as tells whether to read on.
pub fn teaser(card: &Card) -> El {
    head(card).add(lead(card))
}

/// What stands first in every card, down to the trust line.
fn head(card: &Card) -> El {
    let subtitle = card.story.alternative_headline.as_deref();
    el("header.header@header")
        .add(badges(card))
        .add(headline(card))
        .add(el("p.alternative@subtitle").text_or_hide(subtitle))
        .add(trust::view(card))
}

/// What matters most; a machine that made it is named.
fn key_points(card: &Card) -> El {
    let story = &*card.story;
    let is_by_ai = story.key_points_ai || disclosure::is_by_ai(story);
    let title = if is_by_ai { Word::KeyPointsAi } else { Word::KeyPoints };
    let mut points = el("ul.points");
    for point in &story.key_points {
        points = points.add(prose::text(card, el("li"), point));
    }
    el("div.key-points@key-points")
        .hidden(story.key_points.is_empty())
        .add(card.own_heading("key-points", card.word(title)))
        .add(points)
}

/// The lead, or the section that stands for it.
fn lead(card: &Card) -> El {
    let lead = el("div.lead@lead");
    if let Some(section) = sections::lead(&card.story) {
        return sections::standing(card, section, lead);
    }
    let texts = card.story.lead.iter();
    let lead = lead
        .set("id", "lead")
        .hidden(card.story.lead.is_empty())
        .maybe(attributes::NEWS, is_changed(card, card.news.lead));
    texts.fold(lead, |lead, text| lead.add(prose::text(card, el("p"), text)))
}

/// The kind, what is urgent, the category. The headline is spoken with the kind before it.
fn badges(card: &Card) -> El {
    let story = &*card.story;
    let is_live = story.article_type == Some(ArticleType::Live);
    // Where the category says so, the card need not.
    let is_called = story.is_called_breaking();
    let is_breaking = card.is_urgent && story.urgent && !is_live && !is_called;
    let is_urgent_badge = card.is_urgent && is_called && !is_live;
    let kind = if is_live && card.is_urgent { "span.kind urgent@kind" } else { "span.kind@kind" };
    let badge = if is_urgent_badge { "span.badge urgent@badge" } else { "span.badge@badge" };
    let kind = el(kind).set("aria-hidden", "true").text_or_hide(kind_word(card));
    let mut badges = el("div.badges").add(kind);
    if is_breaking {
        badges =
            badges.add(card.own(el("span.badge urgent@badge")).text(card.word(Word::Breaking)));
    }
    badges
        .add(el(badge).set("dir", "auto").text_or_hide(story.article_section.as_deref()))
        .add(el("slot").set("name", "badge"))
}

fn kind_word(card: &Card) -> Option<&str> {
    card.story.article_type.and_then(article_type).map(|word| card.word(word))
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

fn is_changed(card: &Card, is_changed: bool) -> Option<&str> {
    is_changed.then(|| card.word(Word::Changed))
}

fn headline(card: &Card) -> El {
    let story = &*card.story;
    card.heading(0)
        .set("part", "headline")
        .set("class", "headline")
        .set("id", "headline")
        .maybe(attributes::KIND, kind_word(card))
        .maybe(attributes::NEWS, is_changed(card, card.news.headline))
        .add(maybe_link(story.url.as_ref(), kind::TEXT).text(&story.headline))
}

fn dates(card: &Card) -> El {
    let story = &*card.story;
    let updated = story.updated();
    el("p.dates@dates")
        .hidden(story.published.is_none() && updated.is_none())
        .add(dated(card, Word::Published, story.published.as_ref()))
        .add(dated(card, Word::Updated, updated))
}

/// A phrase with a moment in it, such as "Published 5 January 2024".
fn dated(card: &Card, phrase: Word, date: Option<&EdtfDate>) -> El {
    let Some(date) = date else {
        return el("span.dated").hidden(true);
    };
    let phrase = card.word(phrase);
    let (before, after) = around(phrase);
    let moment = card.of_story(moment_element(date, &card.locale()));
    card.own(el("span.dated")).text(before).add(moment).text(after)
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
        .set("id", "byline")
        .flag(attributes::STOP, true)
        .hidden(story.authors.is_empty() && names.is_empty())
        .add(authors.text(after))
        .add(el("p.editors").hidden(names.is_empty()).text(&edited_by))
}

/// A name with its portrait and role. A machine among people is told from them.
fn agent(card: &Card, agent: &Agent) -> El {
    let is_machine = agent.kind == AgentKind::Software
        && (agent.job_title.is_none() || card.story.authors.len() > 1);
    let mut role = String::new();
    let machine = is_machine.then(|| card.word(Word::Machine));
    for word in agent.job_title.as_deref().into_iter().chain(machine) {
        role.push_str(", ");
        role.push_str(word);
    }
    image::avatar(card, el("span.by"), agent)
        .add(el("span.author@author").add(agent_name(agent)))
        .add(el("span.role").hidden(role.is_empty()).text(&role))
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
        .hidden(corrections.is_empty())
        .add(card.own_heading("corrections", card.word(title)));
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
