//! Sections that fold: `<details>`, which the platform opens by itself.

use web_sys::Element;
use yew::prelude::*;

use super::{Card, CardRef, Intent, dir, disclosure, more, prose};
use crate::state::{Action, State};
use crate::story::Section;

/// The button for all sections, and the sections.
pub fn view(card: &CardRef, state: &State) -> Html {
    let CardRef(shared) = card;
    let story = &shared.story;
    let folding = story.sections.iter().filter(|section| !section.headline.is_empty()).count();
    let is_all_open = state.is_all_open(story);
    let words = &shared.words;
    let label = if is_all_open { &words.collapse_all } else { &words.expand_all };
    let action = if is_all_open { Action::CloseAll } else { Action::OpenAll };
    html! {
        <div class="body">
            <button
                part="toggle-all"
                class="toggle-all"
                type="button"
                hidden={folding < 2 || shared.settings.exclusive}
                onclick={shared.on.reform(move |_| Intent::Act(action))}
            >{ label.to_string() }</button>
            <div part="sections" class="sections" hidden={story.sections.is_empty()}>
                { for story.sections.iter().enumerate().map(|(index, section)| html! {
                    <SectionView
                        key={section.id.clone()}
                        card={card.clone()}
                        {index}
                        is_open={state.is_open(index)}
                    />
                }) }
            </div>
            { more(words, story.omitted.sections) }
        </div>
    }
}

/// Properties of [`SectionView`].
#[derive(Debug, Properties, PartialEq)]
pub struct SectionProps {
    card: CardRef,
    index: usize,
    is_open: bool,
}

/// One section. A component of its own, so that it is drawn again only when it is
/// opened or closed itself.
#[derive(Debug)]
pub struct SectionView;

impl Component for SectionView {
    type Message = ();
    type Properties = SectionProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let SectionProps { card: CardRef(card), index, is_open } = ctx.props();
        match card.story.sections.get(*index) {
            Some(section) if section.headline.is_empty() => standing(card, section),
            Some(section) => folding(card, section, *index, *is_open),
            None => html! { <div hidden=true /> },
        }
    }
}

/// A section without a headline: always open.
fn standing(card: &Card, section: &Section) -> Html {
    html! {
        <div part="section" class="section standing" id={anchor(section)} lang={lang(section)} dir={direction(section)}>
            { body(card, section) }
        </div>
    }
}

fn folding(card: &Card, section: &Section, index: usize, is_open: bool) -> Html {
    let on = card.on.clone();
    let ontoggle = move |event: Event| {
        if let Some(details) = event.target_dyn_into::<Element>() {
            let open = details.has_attribute("open");
            on.emit(Intent::Toggled { section: index, open });
        }
    };
    html! {
        <details
            part={if is_open { "section section-open" } else { "section" }}
            class="section"
            id={anchor(section)}
            name={card.settings.exclusive.then_some("section")}
            open={is_open}
            lang={lang(section)}
            dir={direction(section)}
            {ontoggle}
        >
            <summary class="summary">
                <@{card.heading(1)} part="section-heading" class="section-heading">{ &section.headline }</@>
            </summary>
            { body(card, section) }
        </details>
    }
}

fn body(card: &Card, section: &Section) -> Html {
    html! {
        <div part="section-body" class="section-body">
            { disclosure::of_section(card, section) }
            { for section.blocks.iter().map(|block| prose::block(card, block)) }
            { more(&card.words, section.omitted) }
        </div>
    }
}

/// Id inside the shadow root, apart from the card's own.
pub fn anchor(section: &Section) -> String {
    ["section-", &section.id].concat()
}

fn lang(section: &Section) -> Option<String> {
    section.language.as_ref().map(|language| language.as_str().to_owned())
}

fn direction(section: &Section) -> Option<&'static str> {
    section.language.as_ref().map(|_| dir(section.direction))
}
