//! What a story says: its text, and the blocks of its sections.

pub mod block;
pub mod image;
pub mod missing;
mod quotation_marks;
mod quote;
pub mod scheme;
pub mod scrolling;
mod table;
mod text;

pub use self::text::text;
