//! A story that is written and read again is the same story.

mod dates;
mod made;
mod stories;
mod texts;

use serde_json::Value;
use story_card::{Options, Parsed, Story, parse};

/// A story as JSON.
pub fn written(story: &Story) -> Value {
    serde_json::to_value(story).expect("JSON")
}

/// A story written and read again.
pub fn read_again(story: &Story) -> Parsed {
    let text = serde_json::to_string(story).expect("JSON");
    parse(&text, &Options::default()).unwrap_or_else(|error| panic!("{error}: {text:.300}"))
}
