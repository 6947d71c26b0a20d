//! A card as an HTML string, without a browser.

use std::rc::Rc;

use yew::LocalServerRenderer;

use crate::card::{StoryCard, StoryCardProps};
use crate::story::Story;

/// Renders a story to HTML. Dates are in English: there is no `Intl`.
pub async fn render_to_html(story: Rc<Story>) -> String {
    let props = yew::props!(StoryCardProps { story });
    LocalServerRenderer::<StoryCard>::with_props(props).hydratable(false).render().await
}
