//! A story as its page shows it.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use story_card::import::{parse_html, read};
use story_card::story::{Image, plain};
use story_card::{Options, Story, render_to_html};

use super::asset::Asset;
use super::encoding::Effort;
use super::log::tell;
use super::media;
use super::share;
use super::site::Site;

/// Embargoes end and stories expire without any change of the file.
const KEPT_FOR: Duration = Duration::from_mins(1);
/// Pages in memory; beyond that all are drawn anew.
const MAX_KEPT: usize = 500;
/// Letters of a description.
const MAX_DESCRIPTION: usize = 300;

/// A story, and its page.
#[derive(Debug)]
pub struct Shown {
    /// The story.
    pub story: Story,
    /// Its name in addresses.
    pub name: String,
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
    pub fn of(&self, site: &Site, name: &str, file: &Arc<Asset>) -> Result<Arc<Shown>, Trouble> {
        let is_good =
            |kept: &&Kept| Arc::ptr_eq(&kept.file, file) && kept.since.elapsed() < KEPT_FOR;
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = lock().get(name).filter(is_good) {
            return Ok(Arc::clone(&kept.shown));
        }
        let shown = Arc::new(show(site, name, file)?);
        let mut kept = lock();
        if kept.len() >= MAX_KEPT {
            kept.clear();
        }
        let new = Kept { file: Arc::clone(file), since: Instant::now(), shown: Arc::clone(&shown) };
        kept.insert(name.to_owned(), new);
        Ok(shown)
    }
}

fn show(site: &Site, name: &str, file: &Asset) -> Result<Shown, Trouble> {
    let text = std::str::from_utf8(file.plain()).map_err(|_| Trouble::Unreadable)?;
    let base = site.public.of(&format!("stories/{name}.json"));
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let now = now.ok().map(|now| now.as_secs_f64() * 1e3);
    let options = Options { base: Some(&base), now, ..Options::default() };
    let story = read(text, &options, parse_html).map_err(|problem| {
        tell(&format!("{name}.json: {problem}"));
        if problem.code() == "withheld" { Trouble::Nothing } else { Trouble::Unreadable }
    })?;
    let story = Rc::new(story.story);
    let card = pollster::block_on(render_to_html(Rc::clone(&story)));
    let page = share::page(site, name, &story, &card);
    let page = Asset::new(media::HTML, page.into_bytes(), Effort::Quick);
    let story = Rc::unwrap_or_clone(story);
    Ok(Shown { story, name: name.to_owned(), page })
}

/// The page that the story has at its publisher's, or else here.
pub fn own_page(site: &Site, name: &str, story: &Story) -> String {
    let own = story.url.as_ref().filter(|url| url.is_web());
    own.map_or_else(|| site.public.of(&format!("s/{name}")), |url| url.as_str().to_owned())
}

/// What the story says first, in a few lines.
pub fn description(story: &Story) -> String {
    let lead: Vec<String> = story.lead.iter().map(|text| plain(text)).collect();
    let lead = lead.join(" ");
    match lead.char_indices().nth(MAX_DESCRIPTION) {
        None => lead,
        Some((end, _)) => {
            let short = lead.get(..end).unwrap_or_default();
            let words = short.rsplit_once(' ').map_or(short, |(words, _)| words);
            format!("{words}…")
        }
    }
}

/// The picture above the story, if it has an address of its own.
pub fn picture(story: &Story) -> Option<&Image> {
    story.image.as_ref().filter(|image| image.url.is_web())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_ends_with_a_word() {
        let story =
            |lead: String| Story { lead: vec![vec![lead.as_str().into()]], ..Story::default() };
        assert_eq!(description(&story("Short.".to_owned())), "Short.");
        let long = description(&story("ferry ".repeat(100)));
        assert!(long.ends_with("ferry…") && long.chars().count() <= 301, "{long}");
        assert_eq!(description(&story("ö".repeat(400))).chars().count(), 301);
    }
}
