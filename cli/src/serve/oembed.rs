//! oEmbed (<https://oembed.com>): from the address of a story to what another site puts in.

use axum::http::StatusCode;
use serde_json::{Map, Value};
use story_card::Story;
use url::form_urlencoded::{byte_serialize, parse};

use super::escape::Escaped;
use super::facts::{own_page, picture};
use super::place::Place;

/// Size of a frame, where nobody asks for another.
const WIDTH: u32 = 640;
const HEIGHT: u32 = 640;
/// How long another site may keep an answer, in seconds.
const CACHE_AGE: u32 = 3_600;
/// The page for frames, in a release.
pub const FRAME_PAGE: &str = "embed.html";

/// What is asked for.
#[derive(Debug, PartialEq, Eq)]
pub struct Wish {
    /// The story's name.
    pub name: String,
    max_width: Option<u32>,
    max_height: Option<u32>,
}

/// Why there is no answer.
pub type Refusal = (StatusCode, &'static str);

/// Where a story's oEmbed is found.
pub fn discovery(place: &Place, name: &str) -> String {
    let page = place.public.of(&format!("s/{name}"));
    place.public.of(&format!("oembed?url={}&format=json", encoded(&page)))
}

fn encoded(text: &str) -> String {
    byte_serialize(text.as_bytes()).collect()
}

/// Reads the query.
pub fn wish(place: &Place, query: &str) -> Result<Wish, Refusal> {
    const BAD: StatusCode = StatusCode::BAD_REQUEST;
    let (mut url, mut format) = (None, None);
    let (mut max_width, mut max_height) = (None, None);
    for (key, value) in parse(query.as_bytes()) {
        let place = match key.as_ref() {
            "url" => &mut url,
            "format" => &mut format,
            "maxwidth" => &mut max_width,
            "maxheight" => &mut max_height,
            _ => continue,
        };
        if place.replace(value.into_owned()).is_some() {
            return Err((BAD, "A parameter stands there twice."));
        }
    }
    if format.is_some_and(|format| !format.eq_ignore_ascii_case("json")) {
        return Err((StatusCode::NOT_IMPLEMENTED, "There is JSON only."));
    }
    let number = |value: Option<String>| value.as_deref().map(pixels).transpose();
    let bad_number = (BAD, "maxwidth and maxheight are whole numbers of pixels.");
    let max_width = number(max_width).map_err(|()| bad_number)?;
    let max_height = number(max_height).map_err(|()| bad_number)?;
    let url = url.filter(|url| !url.is_empty()).ok_or((BAD, "There is no url."))?;
    let name = name(place, &url).ok_or((StatusCode::NOT_FOUND, "No story of this server."))?;
    Ok(Wish { name, max_width, max_height })
}

/// A number from 1; one beyond all screens is as good as the largest there is.
fn pixels(text: &str) -> Result<u32, ()> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = if is_number { text.parse().unwrap_or(u32::MAX) } else { 0 };
    if number == 0 { Err(()) } else { Ok(number) }
}

/// The story at this address: its page, or its file.
fn name(place: &Place, url: &str) -> Option<String> {
    let path = place.public.path_of(url)?;
    let page = path.strip_prefix("s/");
    let name = page.or_else(|| path.strip_prefix("stories/")?.strip_suffix(".json"))?;
    Some(name.to_owned())
}

/// The answer.
pub fn answer(place: &Place, wish: &Wish, story: &Story) -> Value {
    let width = wish.max_width.map_or(WIDTH, |most| most.min(WIDTH));
    let height = wish.max_height.map_or(HEIGHT, |most| most.min(HEIGHT));
    let mut answer = Map::new();
    let mut put = |key: &str, value: Value| {
        answer.insert(key.to_owned(), value);
    };
    put("type", "rich".into());
    put("version", "1.0".into());
    put("title", story.headline.clone().into());
    put("provider_name", place.name.clone().into());
    put("provider_url", place.public.to_string().into());
    put("cache_age", CACHE_AGE.into());
    put("width", width.into());
    put("height", height.into());
    put("html", html(place, wish, story, (width, height)).into());
    if !story.authors.is_empty() {
        let names: Vec<&str> = story.authors.iter().map(|agent| agent.name.as_str()).collect();
        put("author_name", names.join(", ").into());
    }
    if let [author] = story.authors.as_slice()
        && let Some(url) = author.url.as_ref().filter(|url| url.is_web())
    {
        put("author_url", url.as_str().into());
    }
    // All three or none, and no larger than was asked for.
    if let Some(image) = picture(story)
        && let Some((width, height)) = image.size
        && wish.max_width.is_none_or(|most| width <= most)
        && wish.max_height.is_none_or(|most| height <= most)
    {
        put("thumbnail_url", image.url.as_str().into());
        put("thumbnail_width", width.into());
        put("thumbnail_height", height.into());
    }
    Value::Object(answer)
}

/// A frame, where the release has a page for it; else the tag.
fn html(place: &Place, wish: &Wish, story: &Story, (width, height): (u32, u32)) -> String {
    let headline = Escaped(&story.headline);
    let file = place.public.of(&format!("stories/{}.json", wish.name));
    let own = own_page(place, &wish.name, story);
    if !place.has_frame {
        let loader = place.public.of("story-card.js");
        return format!(
            "<script type=\"module\" src=\"{}\"></script>\
             <story-card src=\"{}\"><a href=\"{}\">{headline}</a></story-card>",
            Escaped(&loader),
            Escaped(&file),
            Escaped(&own)
        );
    }
    let query = format!("?src={}&link={}", encoded(&file), encoded(&own));
    let frame = place.public.of(&format!("{FRAME_PAGE}{query}"));
    format!(
        "<iframe src=\"{}\" width=\"{width}\" height=\"{height}\" title=\"{headline}\" \
         frameborder=\"0\" loading=\"lazy\" style=\"max-width: 100%; border: 0\"></iframe>",
        Escaped(&frame)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_a_whole_number_of_pixels() {
        assert_eq!(pixels("1"), Ok(1));
        assert_eq!(pixels("99999999999999999999999"), Ok(u32::MAX));
        for bad in ["", "0", "-1", "+5", "1.5", "1e3", "NaN", " 5", "٣"] {
            assert_eq!(pixels(bad), Err(()), "{bad}");
        }
    }
}
