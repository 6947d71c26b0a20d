//! The page of a story: the card, and what search engines, chats and other sites look for.

use std::fmt::Write as _;

use story_card::Story;
use story_card::story::{Direction, Language, SafeLink, plain};

use super::escape::{Escaped, script};
use super::facts::{description, own_page, picture};
use super::json_ld::news_article;
use super::oembed;
use super::place::Place;

/// A page may do this and no more: our own scripts and sheets, pictures from anywhere.
pub fn policy(place: &Place) -> String {
    let plain = if place.public.is_plain() { " http:" } else { "" };
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
         connect-src 'self'; img-src 'self' https: data:{plain}; base-uri 'none'; \
         form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
         trusted-types story-card"
    )
}

/// The page. `card` is the card as it is drawn here: what stands before the app has come, and
/// without scripts for good.
pub fn page(place: &Place, name: &str, story: &Story, card: &str) -> String {
    let language = story.language.as_ref();
    format!(
        "<!doctype html>\n\
         <html lang=\"{lang}\" dir=\"{dir}\">\n\
         <head>\n\
         <meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{headline} · {publisher}</title>\n\
         {meta}\
         <link rel=\"icon\" href=\"data:,\">\n\
         <link rel=\"stylesheet\" href=\"../share.css\">\n\
         <script type=\"module\" src=\"../story-card.js\"></script>\n\
         <script type=\"application/ld+json\">{data}</script>\n\
         </head>\n\
         <body>\n\
         <main>\n\
         <story-card src=\"../stories/{name}.json\" loading=\"eager\">\n\
         <template shadowrootmode=\"open\"><link rel=\"stylesheet\" href=\"../card.css\">\
         <div class=\"frame\"><div class=\"app\">{card}</div></div></template>\n\
         {fallback}\
         </story-card>\n\
         </main>\n\
         </body>\n\
         </html>\n",
        lang = Escaped(language.map_or("en", Language::as_str)),
        dir = story.direction.map_or("ltr", Direction::as_str),
        headline = Escaped(&story.headline),
        publisher = Escaped(&place.name),
        meta = meta(place, name, story),
        data = script(&news_article(story, &own_page(place, name, story), &place.name)),
        name = Escaped(name),
        fallback = fallback(place, name, story),
    )
}

/// What stands inside the tag where neither scripts nor shadow roots are known.
fn fallback(place: &Place, name: &str, story: &Story) -> String {
    let mut html = format!("<h1>{}</h1>\n", Escaped(&story.headline));
    for text in &story.lead {
        let _ = writeln!(html, "<p>{}</p>", Escaped(&plain(text)));
    }
    if story.url.as_ref().is_some_and(SafeLink::is_web) {
        let own = own_page(place, name, story);
        let headline = Escaped(&story.headline);
        let _ = writeln!(html, "<p><a href=\"{}\">{headline}</a></p>", Escaped(&own));
    }
    html
}

/// Canonical address, oEmbed, Open Graph, Twitter's card.
fn meta(place: &Place, name: &str, story: &Story) -> String {
    let own = own_page(place, name, story);
    let description = description(story);
    let discovery = oembed::discovery(place, name);
    let mut html = String::new();
    let headline = Escaped(&story.headline);
    let _ = writeln!(html, "<link rel=\"canonical\" href=\"{}\">", Escaped(&own));
    let _ = writeln!(
        html,
        "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}\" title=\"{headline}\">",
        Escaped(&discovery)
    );
    let date = |date: &Option<story_card::story::EdtfDate>| date.as_ref()?.datetime();
    let picture = picture(story);
    let pixels = |pick: fn((u32, u32)) -> u32| Some(pick(picture?.size?).to_string());
    let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let card = if picture.is_some() { "summary_large_image" } else { "summary" };
    let entries = [
        ("name", "description", text(&description)),
        ("property", "og:type", text("article")),
        ("property", "og:title", text(&story.headline)),
        ("property", "og:description", text(&description)),
        ("property", "og:url", text(&own)),
        ("property", "og:site_name", text(&place.name)),
        ("property", "og:image", picture.map(|image| image.url.as_str().to_owned())),
        ("property", "og:image:width", pixels(|size| size.0)),
        ("property", "og:image:height", pixels(|size| size.1)),
        ("property", "og:image:alt", picture.and_then(|image| text(&image.alt))),
        ("property", "article:published_time", date(&story.published)),
        ("property", "article:modified_time", date(&story.modified)),
        ("property", "article:section", story.article_section.clone()),
        ("name", "twitter:card", text(card)),
        ("name", "twitter:title", text(&story.headline)),
        ("name", "twitter:description", text(&description)),
        ("name", "twitter:image", picture.map(|image| image.url.as_str().to_owned())),
    ];
    for (key, name, value) in entries {
        if let Some(value) = value {
            let _ = writeln!(html, "<meta {key}=\"{name}\" content=\"{}\">", Escaped(&value));
        }
    }
    html
}
