//! Badge, headline, dates, byline, picture, lead, and what has been put right.

use yew::prelude::*;

use super::{Card, image, prose, when};
use crate::card::LinkKind;
use crate::story::{Agent, AgentKind, ArticleType, EdtfDate, Story};
use crate::words::{Words, fill};

/// A change within a minute of publication is not an update: a third of all stories
/// carry the same time twice.
const UPDATE_MILLIS: f64 = 60_000.0;

pub fn view(card: &Card) -> Html {
    let story = &card.story;
    html! {
        <header part="header" class="header">
            { badges(card) }
            { headline(card) }
            <p class="alternative" hidden={story.alternative_headline.is_none()}>
                { story.alternative_headline.clone() }
            </p>
            { byline(card) }
            <div class="dateline">
                { dates(card) }
                <slot name="actions" />
            </div>
            { image::view(card, story.image.as_ref(), false) }
            <div part="lead" class="lead" hidden={story.lead.is_empty()}>
                { for story.lead.iter().map(|text| html! { <p>{ prose::text(card, text) }</p> }) }
            </div>
            <slot name="after-lead" />
        </header>
    }
}

fn badges(card: &Card) -> Html {
    let story = &card.story;
    let kind = story.article_type.and_then(|kind| article_type(&card.words, kind));
    html! {
        <div class="badges">
            <span
                part="badge"
                class={classes!("badge", is_urgent(story).then_some("urgent"))}
                hidden={story.article_section.is_none()}
            >
                { story.article_section.clone() }
            </span>
            <span class="kind" hidden={kind.is_none()}>{ kind }</span>
            <slot name="badge" />
        </div>
    }
}

/// Breaking and live news is set in the colour for it.
fn is_urgent(story: &Story) -> bool {
    let is_breaking = |section: &String| section.trim().eq_ignore_ascii_case("breaking");
    story.article_type == Some(ArticleType::Live)
        || story.article_section.as_ref().is_some_and(is_breaking)
}

fn article_type(words: &Words, kind: ArticleType) -> Option<String> {
    let word = match kind {
        ArticleType::News => return None,
        ArticleType::Analysis => &words.analysis,
        ArticleType::Background => &words.background,
        ArticleType::Opinion => &words.opinion,
        ArticleType::Review => &words.review,
        ArticleType::Live => &words.live,
    };
    Some(word.to_string())
}

fn headline(card: &Card) -> Html {
    let story = &card.story;
    let words = match &story.url {
        Some(url) => html! {
            <a href={url.as_str().to_owned()} onclick={card.on_follow(url, LinkKind::Text)}>
                { &story.headline }
            </a>
        },
        None => html! { <span>{ &story.headline }</span> },
    };
    html! { <@{card.heading(0)} part="headline" class="headline" id="headline">{ words }</@> }
}

fn dates(card: &Card) -> Html {
    let story = &card.story;
    let updated = story.modified.as_ref().filter(|modified| is_update(story, modified));
    html! {
        <p part="dates" class="dates" hidden={story.published.is_none() && updated.is_none()}>
            { dated(card, &card.words.published, story.published.as_ref()) }
            { dated(card, &card.words.updated, updated) }
        </p>
    }
}

fn is_update(story: &Story, modified: &EdtfDate) -> bool {
    let Some(published) = &story.published else { return true };
    match (published.earliest_millis(), modified.earliest_millis()) {
        (Some(published), Some(modified)) => modified > published + UPDATE_MILLIS,
        _ => false,
    }
}

/// A phrase with a moment in it, such as "Published 5 January 2024".
fn dated(card: &Card, phrase: &str, date: Option<&EdtfDate>) -> Html {
    let (before, after) = phrase.split_once("{date}").unwrap_or((phrase, ""));
    let moment = date.map(|date| when::moment(date, &card.words, card.language()));
    html! {
        <span class="dated" hidden={date.is_none()}>
            { before }
            <time datetime={date.and_then(EdtfDate::datetime)}>{ moment }</time>
            { after }
        </span>
    }
}

/// One or many authors; who edited it beneath.
fn byline(card: &Card) -> Html {
    let story = &card.story;
    let (before, after) = card.words.by.split_once("{names}").unwrap_or((&card.words.by, ""));
    let editors: Vec<&str> = story.editors.iter().map(|editor| editor.name.as_str()).collect();
    let edited_by = fill(&card.words.edited_by, &[("names", &editors.join(", "))]);
    html! {
        <div part="byline" class="byline" hidden={story.authors.is_empty() && editors.is_empty()}>
            <p class="authors" hidden={story.authors.is_empty()}>
                { before }
                { for story.authors.iter().enumerate().map(|(index, author)| html! {
                    <span class="by" key={index}>
                        { separator(&card.words, index, story.authors.len()) }
                        { agent(card, author) }
                    </span>
                }) }
                { after }
            </p>
            <p class="editors" hidden={editors.is_empty()}>{ edited_by }</p>
        </div>
    }
}

/// What stands before a name: nothing, a comma, or "and".
fn separator(words: &Words, index: usize, count: usize) -> String {
    match index {
        0 => String::new(),
        _ if index + 1 == count => [" ", &words.and, " "].concat(),
        _ => ", ".to_owned(),
    }
}

/// A name with its portrait and role; a machine is marked as one.
fn agent(card: &Card, agent: &Agent) -> Html {
    let is_machine = agent.kind == AgentKind::Software;
    let role = agent.job_title.as_ref().map(|role| [", ", role].concat());
    html! {
        <>
            { image::avatar(card, agent.image.as_ref()) }
            <span part="author" class="author">{ agent_name(card, agent) }</span>
            <span class="machine" hidden={!is_machine}>{ card.words.machine.to_string() }</span>
            <span class="role" hidden={role.is_none()}>{ role }</span>
        </>
    }
}

pub fn agent_name(card: &Card, agent: &Agent) -> Html {
    match &agent.url {
        Some(url) => html! {
            <a href={url.as_str().to_owned()} onclick={card.on_follow(url, LinkKind::Author)}>
                <bdi>{ &agent.name }</bdi>
            </a>
        },
        None => html! { <bdi>{ &agent.name }</bdi> },
    }
}

/// What was wrong and is right now, above the body.
pub fn corrections(card: &Card) -> Html {
    let corrections = &card.story.corrections;
    let words = &card.words;
    let title = if corrections.len() > 1 { &words.corrections } else { &words.correction };
    html! {
        <section part="corrections" class="corrections" aria-labelledby="corrections" hidden={corrections.is_empty()}>
            <@{card.heading(1)} id="corrections" class="small-heading">{ title.to_string() }</@>
            { for corrections.iter().map(|correction| html! {
                <p>
                    <span class="correction-date" hidden={correction.published.is_none()}>
                        { when::time(correction.published.as_ref(), None, words, card.language()) }
                    </span>
                    { prose::text(card, &correction.text) }
                </p>
            }) }
        </section>
    }
}
