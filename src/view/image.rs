//! Pictures: with room kept for them, and without telling anyone who looks.

use yew::prelude::*;

use super::{Card, prose};
use crate::story::{Image, SafeLink};
use crate::words::fill;

/// A picture with caption and credit. Without one, or without leave to fetch it, the
/// figure is there but hidden.
pub fn view(card: &Card, image: Option<&Image>, is_inner: bool) -> Html {
    let Some(image) = image else { return html! { <figure hidden=true /> } };
    let caption = image.caption.as_ref();
    let credit = image.credit.as_ref().map(|name| fill(&card.words.image_credit, &[("name", name)]));
    let (width, height) = image.size.unzip();
    html! {
        <figure part="image" class={classes!("image", is_inner.then_some("inner"))} hidden={!card.shows(&image.url)}>
            { picture(card, &image.url, &image.alt, width, height, "picture") }
            <figcaption part="caption" class="caption" hidden={caption.is_none() && credit.is_none()}>
                <span hidden={caption.is_none()}>{ for caption.map(|text| prose::text(card, text)) }</span>
                <span class="credit" hidden={credit.is_none()}>{ credit }</span>
            </figcaption>
        </figure>
    }
}

/// An author's portrait: decoration, the name stands beside it.
pub fn avatar(card: &Card, url: Option<&SafeLink>) -> Html {
    match url.filter(|url| card.shows(url)) {
        Some(url) => picture(card, url, "", Some(40), Some(40), "avatar"),
        None => html! { <span class="avatar" hidden=true /> },
    }
}

/// No referrer and no cookies for whoever holds the file; nothing is fetched when the
/// publisher does not want it.
pub fn picture(
    card: &Card,
    url: &SafeLink,
    alt: &str,
    width: Option<u32>,
    height: Option<u32>,
    class: &'static str,
) -> Html {
    let src = card.shows(url).then(|| url.as_str().to_owned());
    let pixels = |length: Option<u32>| length.map(|length| length.to_string());
    html! {
        <img
            class={class}
            crossorigin="anonymous"
            referrerpolicy="no-referrer"
            loading="lazy"
            decoding="async"
            width={pixels(width)}
            height={pixels(height)}
            alt={alt.to_owned()}
            src={src}
        />
    }
}
