//! Pictures: with room kept for them, and without telling anyone who looks.

use super::text;
use crate::context::Card;
use crate::html::{El, HAS_APP, el};
use crate::story::{Agent, Image, SafeLink};

/// A picture with caption and credit. Without one, or without leave to fetch it, the
/// figure is there but hidden.
pub fn view(card: &Card, image: Option<&Image>) -> El {
    let Some(image) = image else {
        return el("figure").hidden(true);
    };
    let credit = image.credit.as_ref();
    let mut caption = el("figcaption.caption").hidden(image.caption.is_none() && credit.is_none());
    if let Some(runs) = &image.caption {
        caption = text(card, caption, runs).text(" ");
    }
    let mut figure =
        el("figure.image@image").hidden(!card.shows(&image.url)).add(in_both_schemes(card, image));
    if HAS_APP {
        // Shown where the picture does not come: no browser does that well by itself.
        figure = figure.add(el("p.picture-words").hidden(true).text(&image.alt));
    }
    let credit = el("span.credit").text_or_hide(credit.map(String::as_str));
    figure.add(caption.set("part", "caption").add(credit))
}

/// The picture, and where there is another for dark cards, both: the browser asks for one
/// ([`super::scheme`] says which). Without an app the reader's own setting decides.
fn in_both_schemes(card: &Card, image: &Image) -> El {
    let is_tall = image.size.is_some_and(|(width, height)| height > width);
    let tag = if is_tall { "img.picture tall" } else { "img.picture" };
    let light = picture(card, tag, &image.url, image.size).attr("alt", &image.alt);
    let Some(dark) = image.dark.as_ref().filter(|dark| card.shows(dark)) else { return light };
    let media = if HAS_APP { "not all" } else { "(prefers-color-scheme: dark)" };
    let source = el("source").set("media", media).attr("srcset", dark.as_str());
    el("picture").key(image.url.as_str()).add(source).add(light)
}

/// Adds an author's portrait: decoration, the name stands beside it. Where it does not come,
/// the initials do.
pub fn avatar(card: &Card, parent: El, agent: &Agent) -> El {
    let Some(url) = &agent.image else { return parent };
    let portrait = picture(card, "img.avatar@portrait", url, Some((40, 40))).attr("alt", "");
    let parent = parent.add(portrait);
    if !HAS_APP {
        return parent;
    }
    let initials = el("span.avatar initials@portrait").set("aria-hidden", "true").hidden(true);
    parent.add(initials.text(&initials_of(&agent.name)))
}

/// The first letters of the first and the last word of a name.
fn initials_of(name: &str) -> String {
    let (mut letters, mut first, mut is_start) = (String::new(), 0, true);
    for letter in name.chars() {
        if is_start && letter != ' ' {
            letters.truncate(first);
            letters.push(letter);
            first = if first == 0 { letters.len() } else { first };
        }
        is_start = letter == ' ';
    }
    letters
}

/// No referrer and no cookies for whoever holds the file; nothing is fetched when the
/// publisher does not want it. Another picture is another element: what has become of
/// the one before is no concern of it.
pub fn picture(card: &Card, tag: &'static str, url: &SafeLink, size: Option<(u32, u32)>) -> El {
    let mut picture = el(tag)
        .key(url.as_str())
        .set("crossorigin", "anonymous")
        .set("referrerpolicy", "no-referrer")
        .set("loading", "lazy")
        .set("decoding", "async");
    if let Some((width, height)) = size {
        picture = picture.attr("width", &width.to_string()).attr("height", &height.to_string());
    }
    if card.shows(url) { picture.attr("src", url.as_str()) } else { picture.hidden(true) }
}
