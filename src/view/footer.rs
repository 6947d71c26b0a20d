//! Who the authors are, what else to read, and whose the story is.

use yew::prelude::*;

use super::{Card, header, image, more, prose, when};
use crate::card::LinkKind;
use crate::story::{Agent, AgentKind, Related};

pub fn view(card: &Card) -> Html {
    html! {
        <footer class="footer">
            { authors(card) }
            { related(card) }
            { rights(card) }
            <slot name="footer" />
        </footer>
    }
}

/// The biographies of those who have one.
fn authors(card: &Card) -> Html {
    let known = card.story.authors.iter().filter(|author| author.biography.is_some());
    let known: Vec<&Agent> = known.collect();
    html! {
        <section class="biographies" aria-labelledby="about" hidden={known.is_empty()}>
            <@{card.heading(1)} id="about" class="small-heading">{ card.words.about_authors.to_string() }</@>
            { for known.into_iter().map(|author| biography(card, author)) }
        </section>
    }
}

fn biography(card: &Card, author: &Agent) -> Html {
    let is_machine = author.kind == AgentKind::Software;
    html! {
        <div class="biography">
            { image::avatar(card, author.image.as_ref()) }
            <div>
                <p class="biography-name">
                    { header::agent_name(card, author) }
                    <span class="machine" hidden={!is_machine}>{ card.words.machine.to_string() }</span>
                </p>
                <p>{ for author.biography.as_ref().map(|text| prose::text(card, text)) }</p>
            </div>
        </div>
    }
}

fn related(card: &Card) -> Html {
    let stories = &card.story.related;
    html! {
        <nav part="related" class="related" aria-labelledby="related" hidden={stories.is_empty()}>
            <@{card.heading(1)} id="related" class="small-heading">{ card.words.related.to_string() }</@>
            <ul class="related-list" role="list">
                { for stories.iter().map(|story| related_story(card, story)) }
            </ul>
            { more(&card.words, card.story.omitted.related) }
        </nav>
    }
}

fn related_story(card: &Card, story: &Related) -> Html {
    let thumbnail = story.image.as_ref().filter(|url| card.shows(url));
    html! {
        <li class="related-story">
            <div class="related-text">
                <a
                    href={story.url.as_str().to_owned()}
                    rel="noopener"
                    onclick={card.on_follow(&story.url, LinkKind::Related)}
                >{ &story.name }</a>
                <p hidden={story.description.is_none()}>{ story.description.clone() }</p>
                <p class="related-date" hidden={story.published.is_none()}>
                    { when::time(story.published.as_ref(), None, &card.words, card.language()) }
                </p>
            </div>
            { for thumbnail.map(|url| image::picture(card, url, "", Some(96), Some(64), "thumbnail")) }
        </li>
    }
}

/// Publisher, copyright, credit and licence: what wire copy must show.
fn rights(card: &Card) -> Html {
    let story = &card.story;
    let is_empty = story.publisher.is_none()
        && story.copyright_notice.is_none()
        && story.credit_text.is_none()
        && story.license.is_none();
    html! {
        <p class="rights" hidden={is_empty}>
            <span hidden={story.publisher.is_none()}>
                { for story.publisher.as_ref().map(|publisher| header::agent_name(card, publisher)) }
            </span>
            <span hidden={story.copyright_notice.is_none()}>{ story.copyright_notice.clone() }</span>
            <span hidden={story.credit_text.is_none()}>{ story.credit_text.clone() }</span>
            { for story.license.as_ref().map(|url| html! {
                <a
                    href={url.as_str().to_owned()}
                    rel="license noopener noreferrer"
                    onclick={card.on_follow(url, LinkKind::Text)}
                >{ card.words.license.to_string() }</a>
            }) }
        </p>
    }
}
