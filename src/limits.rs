//! How much of anything a card takes (story format, section 10).
//!
//! Each is checked before work is done on what exceeds it.

/// Bytes of a story document: a real newsroom dump is 4.1 MB, a story 9 kB.
pub const MAX_BYTES: usize = 4 << 20;
/// Nesting of JSON values.
pub const MAX_DEPTH: usize = 64;
/// Sections of a story.
pub const MAX_SECTIONS: usize = 200;
/// Blocks of all sections together.
pub const MAX_BLOCKS: usize = 10_000;
/// Events of the timeline; the longest real one seen has 149.
pub const MAX_EVENTS: usize = 1_000;
/// Sources of a story.
pub const MAX_SOURCES: usize = 4_000;
/// Related stories.
pub const MAX_RELATED: usize = 50;
/// Authors, editors, corrections, keywords and the like.
pub const MAX_SMALL_LIST: usize = 100;
/// Items of a list, rows of a table.
pub const MAX_ROWS: usize = 2_000;
/// Cells of a table row.
pub const MAX_CELLS: usize = 50;
/// Key points: of more the reader gets the first ones.
pub const MAX_KEY_POINTS: usize = 5;
/// Markers of all texts together: a range such as `[1-400]` makes many.
pub const MAX_CITATIONS: usize = 20_000;
/// Emphases and links of all texts together: four million stars make a million elements.
pub const MAX_MARKED: usize = 20_000;
/// Characters of a text field.
pub const MAX_TEXT: usize = 20_000;
/// Letters of excerpts that are looked at for what the story quotes.
pub const MAX_QUOTATION_WORK: usize = 2 << 20;
/// Characters of a headline; the longest real one seen has 148.
pub const MAX_HEADLINE: usize = 300;
/// The largest whole number of a field: pixels, or the number of a list's entry.
pub const MAX_NUMBER: u32 = 100_000;
/// Emphasis inside emphasis.
pub const MAX_INLINE_DEPTH: usize = 4;
/// Nodes of a document of HTML: a story has some hundreds.
pub const MAX_NODES: usize = 20_000;
/// Tags of all HTML in a document of another format: a hostile one has deep trees in each of many
/// fields.
pub const MAX_TAGS: usize = 200_000;
/// Keys of one object that are looked at for names nobody reads.
pub const MAX_KEYS: usize = 1_000;
/// Unknown keys that are told: of a document in some other format the first will do.
pub const MAX_UNKNOWN_KEYS: usize = 20;
/// Texts with foreign markup that are told, for the same reason.
pub const MAX_MARKUP: usize = 20;
/// Problems kept; those after it are dropped.
pub const MAX_PROBLEMS: usize = 200;
