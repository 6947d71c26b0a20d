//! What a card can live with: reported, never fatal.

/// Something in the document that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What kind of problem, in kebab-case: `wrong-type`, `unknown-source` …
    pub code: &'static str,
    /// Where: a JSON pointer (RFC 6901); empty for the whole document.
    pub path: String,
    /// What, and what was done about it, in a sentence without a full stop.
    pub message: String,
}
