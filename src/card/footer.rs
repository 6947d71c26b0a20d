//! Who the authors are, what else to read, and whose the story is.

use super::header;
use crate::attributes;
use crate::context::Card;
use crate::dates::moment_element;
use crate::disclosure;
use crate::html::{El, el, kind, link};
use crate::prose::{self, image};
use crate::story::{Agent, Related, SafeLink};
use crate::words::Word;

pub fn view(card: &Card) -> El {
    el("div.footer")
        .add(authors(card))
        .add(related(card))
        .add(disclosure::view(card, true))
        .add(rights(card))
        .add(el("p.address").text_or_hide(card.story.url.as_ref().map(SafeLink::as_str)))
        .add(el("slot").set("name", "footer"))
}

/// The biographies of those who have one.
fn authors(card: &Card) -> El {
    let mut known = 0;
    let mut section = el("div.biographies")
        .set("role", "group")
        .set("aria-labelledby", "about")
        .add(card.own_heading("about", card.word(Word::AboutAuthors)));
    for author in card.story.authors.iter().filter(|author| author.biography.is_some()) {
        known += 1;
        section = section.add(biography(card, author));
    }
    section.hidden(known == 0)
}

fn biography(card: &Card, author: &Agent) -> El {
    let name = el("p.biography-name").add(header::agent_name(author));
    let text = author.biography.as_deref().unwrap_or_default();
    image::avatar(card, el("div.biography@biography"), author)
        .add(el("div").add(name).add(prose::text(card, el("p"), text)))
}

fn related(card: &Card) -> El {
    let stories = &card.story.related;
    let mut list = el("ul.related-list").set("role", "list");
    for story in stories {
        list = list.add(related_story(card, story));
    }
    el("div.related@related")
        .set("role", "group")
        .set("aria-labelledby", "related")
        .hidden(stories.is_empty())
        .add(card.own_heading("related", card.word(Word::Related)))
        .add(list)
        .add(card.more(card.story.omitted.related))
}

fn related_story(card: &Card, story: &Related) -> El {
    let text = el("div.related-text")
        .add(link("a", &story.url, kind::RELATED).text(&story.name))
        .add(el("p").text_or_hide(story.description.as_deref()))
        .add(match &story.published {
            Some(date) => el("p.related-date").add(moment_element(date, &card.locale())),
            None => el("p.related-date").hidden(true),
        });
    let entry = el("li.related-story").add(text);
    match &story.image {
        Some(url) => {
            let picture = image::picture(card, "img.thumbnail", url, Some((96, 64)));
            entry.add(picture.attr("alt", ""))
        }
        None => entry,
    }
}

/// Publisher, copyright, credit and licence: what wire copy must show.
fn rights(card: &Card) -> El {
    let story = &*card.story;
    let mut rights = el("p.rights@rights").set("id", "rights").flag(attributes::STOP, true);
    let publisher = story.publisher.as_ref();
    let copyright = story.copyright_notice.as_deref().unwrap_or_default();
    if let Some(publisher) = publisher
        && let Some((before, after)) = split_at(copyright, &publisher.name)
    {
        // A name that the notice says already is said there.
        let name = header::agent_name(publisher);
        rights = rights.add(el("span").text(before).add(name).text(after));
    } else {
        if let Some(publisher) = publisher {
            rights = rights.add(header::agent_name(publisher));
        }
        rights = rights.add_text("span", story.copyright_notice.as_deref());
    }
    let is_said = |credit: &&str| {
        publisher.is_some_and(|agent| agent.name == *credit)
            || split_at(copyright, credit).is_some()
    };
    let credit = story.credit_text.as_deref().filter(|credit| !is_said(credit));
    rights = rights.add_text("span", credit);
    if let Some(url) = &story.license {
        rights = rights.add(card.own(link("a", url, kind::TEXT)).text(card.word(Word::License)));
    }
    let is_empty = story.publisher.is_none()
        && story.copyright_notice.is_none()
        && story.credit_text.is_none()
        && story.license.is_none();
    rights.hidden(is_empty)
}

/// What stands before a name in a text, and after it. Not `str::split_once`, whose search
/// for texts is 2 kB.
fn split_at<'t>(text: &'t str, name: &str) -> Option<(&'t str, &'t str)> {
    let rest = |at: usize| text.get(at..).and_then(|rest| rest.strip_prefix(name));
    text.char_indices().find_map(|(at, _)| Some((text.get(..at)?, rest(at)?)))
}
