//! ```html
//! <script type="module" src="https://cdn.example/story-card.js"></script>
//! <story-card src="https://news.example/stories/42.json"></story-card>
//! ```
//!
//! Shows a news story that readers can trust and skim. The same card is the Yew
//! component [`StoryCard`] for applications written with Yew.
//!
//! Modules in reading order: [`story`] is the vocabulary, [`mod@parse`] fills it from JSON,
//! [`state`] is what a reader changes, [`timeline`] places events on a scale, [`view`]
//! draws them, [`StoryCard`] ties them
//! together, and `element` serves the `<story-card>` tag.

pub mod story;

mod error;
pub mod parse;

mod ascending;
pub mod beside;
pub mod dwell;
pub mod keys;
pub mod letters;
pub mod passage;
pub mod revision;
pub mod settings;
pub mod state;
pub mod timeline;

pub mod words;

pub mod view;

mod card;
#[cfg(target_arch = "wasm32")]
mod element;
mod listening;
#[cfg(all(feature = "load", target_arch = "wasm32"))]
mod load;
mod platform;
#[cfg(all(feature = "ssr", not(target_arch = "wasm32")))]
mod prerender;
mod reveal;
pub mod style;
mod suspect;

pub use card::{CardEvent, StoryCard, StoryCardProps};
pub use error::Error;
pub use parse::{Options, Parsed, Problem, parse};
#[cfg(all(feature = "ssr", not(target_arch = "wasm32")))]
pub use prerender::render_to_html;
pub use story::Story;
