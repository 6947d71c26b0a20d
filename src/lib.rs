//! ```html
//! <script type="module" src="https://cdn.example/story-card.js"></script>
//! <story-card src="https://news.example/stories/42.json"></story-card>
//! ```
//!
//! Shows a news story that readers can trust and skim. The same card is the Yew
//! component [`StoryCard`] for applications written with Yew.
//!
//! [`story`] is the vocabulary and [`mod@parse`] fills it from JSON. Each feature has a
//! folder: [`citations`], [`sections`], [`timeline`] and so on. [`StoryCard`] puts them
//! together, and `element` serves the `<story-card>` tag.

mod active_card;
pub mod browser;
mod card;
pub mod citations;
mod context;
pub mod dates;
mod disclosure;
#[cfg(target_arch = "wasm32")]
mod element;
mod error;
mod html;
pub mod limits;
pub mod loading;
pub mod parse;
mod part;
#[cfg(all(feature = "ssr", not(target_arch = "wasm32")))]
mod prerender;
mod prose;
mod search;
pub mod sections;
pub mod settings;
pub mod story;
pub mod style;
pub mod timeline;
mod turns;
pub mod words;

pub use card::{CardEvent, StoryCard, StoryCardProps};
pub use error::Error;
pub use parse::{Options, Parsed, Problem, parse};
#[cfg(all(feature = "ssr", not(target_arch = "wasm32")))]
pub use prerender::render_to_html;
pub use story::Story;
