//! The component with its sheets: a shadow root of its own, as the tag has.

use web_sys::ShadowRoot;
use web_sys::wasm_bindgen::JsCast;
use yew::prelude::*;

use super::{StoryCard, StoryCardProps};

/// A [`StoryCard`] that brings its styles along.
///
/// It stands in a shadow root: the page's styles and the card's do not meet, and no id of
/// the card is in the page. Parts and custom properties are the tag's, so that
/// `.story > ::part(headline)` styles the headline of a card inside an element of class
/// `story`.
///
/// The root is there only in a browser; on a server use `render_to_html`.
///
/// ```
/// # use story_card::StyledStoryCard;
/// # use yew::prelude::*;
/// #[component]
/// fn Page() -> Html {
///     html! { <StyledStoryCard src="https://news.example/stories/42.json" /> }
/// }
/// ```
#[component]
pub fn StyledStoryCard(props: &StoryCardProps) -> Html {
    let host = use_node_ref();
    let root = use_state(|| None::<ShadowRoot>);
    #[cfg(target_arch = "wasm32")]
    {
        let (host, root) = (host.clone(), root.clone());
        use_effect_with((), move |()| root.set(host.cast().as_ref().and_then(sheet::styled_root)));
    }
    let card = (*root).as_ref().map(|root| {
        let card = html! {
            <div class="frame"><div class="app"><StoryCard ..props.clone() /></div></div>
        };
        // To Yew a root is an element: it only puts children into it.
        create_portal(card, root.clone().unchecked_into())
    });
    // The sheets look for it where the tag has it.
    let layout = props.settings.layout.name();
    html! { <div ref={host} {layout}>{ card }</div> }
}

#[cfg(target_arch = "wasm32")]
mod sheet {
    use web_sys::js_sys::Array;
    use web_sys::{CssStyleSheet, Element, ShadowRoot, ShadowRootInit, ShadowRootMode};

    use crate::style::{APP_SHEET, FIRST_SHEET};

    thread_local! {
        /// One for all cards: each would hold the same 40 kB of rules.
        static SHEET: Option<CssStyleSheet> = sheet();
    }

    fn sheet() -> Option<CssStyleSheet> {
        let sheet = CssStyleSheet::new().ok()?;
        sheet.replace_sync(&[FIRST_SHEET, APP_SHEET].concat()).ok()?;
        Some(sheet)
    }

    /// A new root with the sheet. Where there are no such sheets the card is plain.
    pub fn styled_root(host: &Element) -> Option<ShadowRoot> {
        let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).ok()?;
        SHEET.with(|sheet| {
            if let Some(sheet) = sheet {
                root.set_adopted_style_sheets(&Array::of1(sheet));
            }
        });
        Some(root)
    }
}
