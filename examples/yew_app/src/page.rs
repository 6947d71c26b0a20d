//! The page: a card, and what has happened to it.

use story_card::settings::{HeadingLevel, Open, Settings};
use story_card::{CardEvent, StyledStoryCard};
use yew::prelude::*;

/// A page with one card.
#[component]
pub fn Page() -> Html {
    let status = use_state(|| "…".to_owned());
    let settings =
        Settings { open: Open::First, heading_level: HeadingLevel::H3, ..Settings::default() };
    let on_event = {
        let status = status.clone();
        Callback::from(move |event: CardEvent| match event {
            CardEvent::Loaded { story, .. } => status.set(story.headline.clone()),
            CardEvent::Failed(error) => status.set(error.to_string()),
            _ => {}
        })
    };
    html! {
        <main>
            <p>{ (*status).clone() }</p>
            <StyledStoryCard src="ferry-breaking.json" {settings} {on_event} />
        </main>
    }
}
