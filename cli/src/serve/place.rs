//! Where this is, and whose.

use super::address::Address;

/// What the pages of a server say of it.
#[derive(Debug)]
pub struct Place {
    /// Where readers find it.
    pub public: Address,
    /// Who publishes here.
    pub name: String,
    /// Whether the release has a page for frames.
    pub has_frame: bool,
}
