//! Documents as a whole: their encoding, their JSON, and whether they are a story.

mod decoding;
mod fuzz;
mod gates;
mod grammar;
mod oracle;
