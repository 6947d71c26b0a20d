//! HTML as a tree: what it has to answer, who parses it, and what its elements are.

mod guard;
mod letters;
mod node;
#[cfg(all(feature = "import", not(target_arch = "wasm32")))]
mod parsed;
mod role;
#[cfg(all(feature = "import", not(target_arch = "wasm32")))]
mod tree;

pub use guard::within_reason;
pub use letters::{
    escaped, fold, has_markup, lower, lowered, raw_text_of, simply_unescaped, text_of,
};
pub use node::{Dom, HtmlParser, attribute, children, descend, has_class, holds_more, squeezed};
#[cfg(all(feature = "import", not(target_arch = "wasm32")))]
pub use parsed::parse_html;
pub use role::{EMOJI, Role, is_hidden, role};
