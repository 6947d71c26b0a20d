//! A news story as a card: headline, dates and authors, sections that fold, citations that
//! show their source, and a timeline drawn to scale.
//!
//! In a Yew application the card is a component:
//!
//! ```
//! use story_card::settings::{HeadingLevel, Open, Settings};
//! use story_card::{CardEvent, StyledStoryCard};
//! use yew::prelude::*;
//!
//! #[component]
//! fn Page() -> Html {
//!     let settings =
//!         Settings { open: Open::First, heading_level: HeadingLevel::H3, ..Settings::default() };
//!     let on_event = Callback::from(|event: CardEvent| {
//!         if let CardEvent::Failed(error) = event {
//!             eprintln!("no story: {error}");
//!         }
//!     });
//!     html! { <StyledStoryCard src="https://news.example/stories/42.json" {settings} {on_event} /> }
//! }
//! ```
//!
//! Without a browser a story can be read, checked and rendered:
//!
//! ```
//! use story_card::{Options, parse};
//!
//! let json = r#"{
//!     "schemaVersion": "story-card/1.0",
//!     "headline": "Ferry afloat again",
//!     "datePublished": "20 or 21 November"
//! }"#;
//! let parsed = parse(json, &Options::default())?;
//! assert_eq!(parsed.story.headline, "Ferry afloat again");
//! assert_eq!(parsed.problems[0].code, "unreadable-date");
//! # Ok::<(), story_card::Error>(())
//! ```
//!
//! Pages that are not written in Rust use the tag `<story-card>`, which needs nothing of
//! this crate but its release files. The README has its attributes and events, and the
//! format of a story.
//!
//! # Where to find what
//!
//! | to | use |
//! |---|---|
//! | show a card with its styles | [`StyledStoryCard`] |
//! | show a card in a shadow root of your own | [`StoryCard`] with the sheets of [`style`] |
//! | choose what it shows | [`StoryCardProps`], [`settings`], [`words`] |
//! | hear what the reader does | [`CardEvent`] |
//! | read JSON, and learn what is wrong with it | [`parse()`], [`Options`], [`Parsed`], [`Problem`], [`Error`] |
//! | read the JSON of other formats, such as `WordPress` or ninjs | [`import`] |
//! | make a story, or look into one | [`Story`] and the parts in [`story`] |
//! | write a story as JSON | [`Story`] as `serde::Serialize`, such as with `serde_json` |
//! | render to HTML on a server | `render_to_html`, with the feature `ssr` |
//!
//! The other modules are the card's own. Those that are public are so for its tests and for
//! those who build on it, and may change in any release: [`browser`], [`citations`],
//! [`dates`], [`limits`], [`loading`], [`sections`], [`timeline`].
//!
//! # Features
//!
//! - `load` (default): the component asks for the story at `src` itself. Without it, give
//!   it a `story`.
//! - `ssr`: `render_to_html`. Native only.
//! - `import`: stories in other formats: the component reads them at its `src`, and there is a
//!   parser for the HTML in them, `parse_html` in a browser and `import::parse_html` without.

mod active_card;
mod attributes;
pub mod browser;
mod card;
pub mod citations;
mod context;
pub mod dates;
mod disclosure;
#[cfg(all(feature = "element", target_arch = "wasm32"))]
mod element;
mod error;
mod html;
pub mod import;
pub mod limits;
pub mod loading;
pub mod parse;
mod part;
mod phrase;
#[cfg(all(feature = "ssr", not(target_arch = "wasm32")))]
mod prerender;
mod prose;
mod search;
mod second_part;
pub mod sections;
pub mod settings;
pub mod story;
pub mod style;
pub mod timeline;
mod turns;
pub mod words;
mod write;

pub use card::{CardEvent, StoryCard, StoryCardProps, StyledStoryCard};
pub use error::Error;
#[cfg(all(feature = "import", target_arch = "wasm32"))]
pub use loading::tree::parse_html;
pub use parse::{Options, Parsed, Problem, parse};
#[cfg(all(feature = "ssr", not(target_arch = "wasm32")))]
pub use prerender::render_to_html;
pub use story::Story;
