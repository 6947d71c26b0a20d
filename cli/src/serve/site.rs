//! What is served.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, Result};
use story_card::limits::MAX_BYTES;
use story_card::style;

use super::address::Address;
use super::asset::Asset;
use super::encoding::Effort;
use super::folder::Folder;
use super::media;
use super::oembed::FRAME_PAGE;
use super::options::Serve;
use super::place::Place;
use super::release::Release;
use super::shown::{Shown, Shows, Trouble};

const MAX_PICTURE: u64 = 16 << 20;
/// The page around the card.
const PAGE_SHEET: &str = include_str!("share.css");

/// Everything there is to serve.
#[derive(Debug)]
pub struct Site {
    /// Where it is, and whose.
    pub place: Place,
    /// The release files.
    pub release: Release,
    /// The stories.
    pub stories: Folder,
    /// Their pictures.
    pub images: Option<Folder>,
    /// The sheet of pages.
    pub page_sheet: Asset,
    /// The sheet of cards that are drawn here.
    pub card_sheet: Asset,
    shows: Shows,
}

impl Site {
    /// Opens all that the command names.
    pub fn open(wish: &Serve, public: Address) -> Result<Self> {
        let sheet = |text: &str| Asset::new(media::CSS, text.as_bytes().to_vec(), Effort::Most);
        let is_story = |name: &str| name.strip_suffix(".json").is_some();
        let max_bytes = u64::try_from(MAX_BYTES).context("limits")?;
        let pictures = |path: &Path| Folder::open(path, media::is_picture, MAX_PICTURE);
        // Before the release, which takes its time: a wrong name is told of at once.
        let stories = Folder::open(&wish.stories, is_story, max_bytes)?;
        let images = wish.images.as_deref().map(pictures).transpose()?;
        let release = Release::read(&wish.dist)?;
        let name = wish.name.clone().unwrap_or_else(|| public.host().to_owned());
        let place = Place { public, name, has_frame: release.get(FRAME_PAGE).is_some() };
        Ok(Self {
            place,
            release,
            stories,
            images,
            page_sheet: sheet(PAGE_SHEET),
            card_sheet: sheet(&[style::FIRST_SHEET, style::APP_SHEET].concat()),
            shows: Shows::default(),
        })
    }

    /// The story of this name, read and drawn.
    pub fn shown(&self, name: &str) -> Result<Arc<Shown>, Trouble> {
        let file = self.stories.get(&format!("{name}.json")).ok_or(Trouble::Nothing)?;
        self.shows.of(&self.place, name, &file)
    }
}
