//! Who the authors are, what else to read, and whose the story is.

use super::header;
use crate::context::Card;
use crate::dates::moment_element;
use crate::html::{El, el, kind, link};
use crate::prose::{self, image};
use crate::story::{Agent, Related};
use crate::words::Word;

pub fn view(card: &Card) -> El {
    el("div.footer")
        .add(authors(card))
        .add(related(card))
        .add(rights(card))
        .add(el("slot").set("name", "footer"))
}

/// The biographies of those who have one.
fn authors(card: &Card) -> El {
    let mut known = 0;
    let mut section = el("div.biographies")
        .set("role", "group")
        .set("aria-labelledby", "about")
        .add(card.small_heading("about", card.word(Word::AboutAuthors)));
    for author in card.story.authors.iter().filter(|author| author.biography.is_some()) {
        known += 1;
        section = section.add(biography(card, author));
    }
    section.hidden(known == 0)
}

fn biography(card: &Card, author: &Agent) -> El {
    let name =
        el("p.biography-name").add(header::agent_name(author)).add(header::machine(card, author));
    let text = author.biography.as_deref().unwrap_or_default();
    el("div.biography")
        .add(image::avatar(card, author.image.as_ref()))
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
        .add(card.small_heading("related", card.word(Word::Related)))
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
    let mut rights = el("p.rights");
    if let Some(publisher) = &story.publisher {
        rights = rights.add(header::agent_name(publisher));
    }
    for line in [&story.copyright_notice, &story.credit_text].into_iter().flatten() {
        rights = rights.add(el("span").text(line));
    }
    if let Some(url) = &story.license {
        rights = rights.add(link("a", url, kind::TEXT).text(card.word(Word::License)));
    }
    let is_empty = story.publisher.is_none()
        && story.copyright_notice.is_none()
        && story.credit_text.is_none()
        && story.license.is_none();
    rights.hidden(is_empty)
}
