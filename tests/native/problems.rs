//! What a story can live with: each is told with code and JSON pointer, and the rest of
//! the story survives.

mod fields;
mod ids;
mod keys;
mod limits;
mod markup;
mod urls;
mod values;

pub use fields::{FIELDS, Kind, of_the_complete_story, pattern};
pub use urls::DISGUISES;
pub use values::{code, with};
