//! A story as its page shows it.

use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use story_card::import::{parse_html, read};
use story_card::parse::decode;
use story_card::{Options, Story, render_to_html};
use tokio::time::Instant;

use super::asset::Asset;
use super::encoding::Effort;
use super::kept::Kept;
use super::log::tell;
use super::media;
use super::place::Place;
use super::share;

/// Embargoes end and stories expire without any change of the file.
const KEPT_FOR: Duration = Duration::from_mins(1);
/// How many times its file a story takes in memory: measured with 3 MB of short runs.
const STORY_PER_FILE: usize = 6;

/// A story, and its page.
#[derive(Debug)]
pub struct Shown {
    /// The story.
    pub story: Story,
    /// Its page.
    pub page: Asset,
}

/// Why a story is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// There is none of this name, or its publisher holds it back: nobody learns which.
    Nothing,
    /// The file holds no story.
    Unreadable,
}

/// The stories that are kept.
#[derive(Debug, Default)]
pub struct Shows(Kept<Drawn>);

#[derive(Debug)]
struct Drawn {
    file: Arc<Asset>,
    since: Instant,
    shown: Arc<Shown>,
}

impl Shows {
    /// Reads and draws the story in a file, unless that has been done lately.
    pub fn of(&self, place: &Place, name: &str, file: &Arc<Asset>) -> Result<Arc<Shown>, Trouble> {
        let is_good =
            |drawn: &Drawn| Arc::ptr_eq(&drawn.file, file) && drawn.since.elapsed() < KEPT_FOR;
        let good = |drawn: &Drawn| is_good(drawn).then(|| Arc::clone(&drawn.shown));
        if let Some(shown) = self.0.get(name, good) {
            return Ok(shown);
        }
        let shown = Arc::new(show(place, name, file)?);
        let story = file.plain().len().saturating_mul(STORY_PER_FILE);
        let weight = shown.page.weight().saturating_add(file.weight()).saturating_add(story);
        let file = Arc::clone(file);
        let new = Drawn { file, since: Instant::now(), shown: Arc::clone(&shown) };
        self.0.put(name, new, weight);
        Ok(shown)
    }
}

fn show(place: &Place, name: &str, file: &Asset) -> Result<Shown, Trouble> {
    let text = decode(file.plain().to_vec());
    let base = place.public.of(&format!("stories/{name}.json"));
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let now = now.ok().map(|now| now.as_secs_f64() * 1e3);
    let options = Options { base: Some(&base), now, ..Options::default() };
    let story = read(&text, &options, parse_html).map_err(|problem| {
        tell(&format!("{name}.json: {problem}"));
        if problem.code() == "withheld" { Trouble::Nothing } else { Trouble::Unreadable }
    })?;
    let story = Rc::new(story.story);
    let card = pollster::block_on(render_to_html(Rc::clone(&story)));
    let page = share::page(place, name, &story, &card);
    let page = Asset::new(media::HTML, page.into_bytes(), Effort::Quick);
    let story = Rc::unwrap_or_clone(story);
    Ok(Shown { story, page })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::serve::address::Address;
    use tokio::time::advance;

    #[tokio::test(start_paused = true)]
    async fn a_page_is_drawn_again_in_time() {
        let public = Address::new("https://news.example").unwrap();
        let place = Place { public, name: String::new(), has_frame: false };
        let json = br#"{"schemaVersion":"story-card/1.0","headline":"Ferry"}"#.to_vec();
        let file = Arc::new(Asset::new(media::JSON, json, Effort::Quick));
        let shows = Shows::default();
        let first = shows.of(&place, "ferry", &file).unwrap();
        assert!(shows.0.weight() > first.page.weight() + file.weight());
        advance(KEPT_FOR.saturating_sub(Duration::from_secs(1))).await;
        assert!(Arc::ptr_eq(&first, &shows.of(&place, "ferry", &file).unwrap()));
        advance(Duration::from_secs(1)).await;
        assert!(!Arc::ptr_eq(&first, &shows.of(&place, "ferry", &file).unwrap()));
    }
}
