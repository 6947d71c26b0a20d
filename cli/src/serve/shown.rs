//! A story as its page shows it.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use story_card::import::{parse_html, read};
use story_card::{Options, Story, render_to_html};

use super::asset::Asset;
use super::encoding::Effort;
use super::log::tell;
use super::media;
use super::place::Place;
use super::share;

/// Embargoes end and stories expire without any change of the file.
const KEPT_FOR: Duration = Duration::from_mins(1);
/// Pages in memory; beyond that all are drawn anew.
const MAX_KEPT: usize = 500;

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
pub struct Shows(Mutex<HashMap<String, Kept>>);

#[derive(Debug)]
struct Kept {
    file: Arc<Asset>,
    since: Instant,
    shown: Arc<Shown>,
}

impl Shows {
    /// Reads and draws the story in a file, unless that has been done lately.
    pub fn of(&self, place: &Place, name: &str, file: &Arc<Asset>) -> Result<Arc<Shown>, Trouble> {
        let is_good =
            |kept: &&Kept| Arc::ptr_eq(&kept.file, file) && kept.since.elapsed() < KEPT_FOR;
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = lock().get(name).filter(is_good) {
            return Ok(Arc::clone(&kept.shown));
        }
        let shown = Arc::new(show(place, name, file)?);
        let mut kept = lock();
        if kept.len() >= MAX_KEPT {
            kept.clear();
        }
        let new = Kept { file: Arc::clone(file), since: Instant::now(), shown: Arc::clone(&shown) };
        kept.insert(name.to_owned(), new);
        Ok(shown)
    }
}

fn show(place: &Place, name: &str, file: &Asset) -> Result<Shown, Trouble> {
    let text = std::str::from_utf8(file.plain()).map_err(|_| Trouble::Unreadable)?;
    let base = place.public.of(&format!("stories/{name}.json"));
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let now = now.ok().map(|now| now.as_secs_f64() * 1e3);
    let options = Options { base: Some(&base), now, ..Options::default() };
    let story = read(text, &options, parse_html).map_err(|problem| {
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
