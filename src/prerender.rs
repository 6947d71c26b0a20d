//! A card as an HTML string, without a browser.

use std::rc::Rc;

use yew::LocalServerRenderer;

use crate::card::{StoryCard, StoryCardProps};
use crate::story::Story;

/// Renders a story to HTML, by the default settings and without styles: these belong with it
/// into a shadow root, for which a browser takes a `<template>`. Dates are in English: there is
/// no `Intl`.
///
/// For other settings, or other words, hand [`StoryCardProps`] to [`LocalServerRenderer`], as this
/// does.
///
/// ```
/// use std::rc::Rc;
/// use story_card::style::{APP_SHEET, FIRST_SHEET};
/// use story_card::{Options, parse, render_to_html};
///
/// let json = r#"{ "schemaVersion": "story-card/1.0", "headline": "Ferry afloat again" }"#;
/// let story = parse(json, &Options::default())?.story;
/// let card = pollster::block_on(render_to_html(Rc::new(story)));
/// let page = format!(
///     r#"<div><template shadowrootmode="open"><style>{FIRST_SHEET}{APP_SHEET}</style>
///     <div class="frame"><div class="app">{card}</div></div></template></div>"#
/// );
/// assert!(page.contains("Ferry afloat again"));
/// # Ok::<(), story_card::Error>(())
/// ```
pub async fn render_to_html(story: Rc<Story>) -> String {
    let props = yew::props!(StoryCardProps { story });
    LocalServerRenderer::<StoryCard>::with_props(props).hydratable(false).render().await
}
