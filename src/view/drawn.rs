//! What is drawn at once and then stays: bodies of sections, long lists.
//!
//! To Yew it is one node, which it neither compares nor changes. A story of thousands of
//! paragraphs is drawn in less than half the time, and its virtual nodes, 26 MB for a story
//! of 2 MB, are never made (`docs/decisions/0023-drawn-at-once.md`).

#[cfg(target_arch = "wasm32")]
use std::cell::RefCell;

#[cfg(target_arch = "wasm32")]
use web_sys::{Node, wasm_bindgen::prelude::*};
use yew::prelude::*;
#[cfg(target_arch = "wasm32")]
use yew::virtual_dom::VNode;

use super::el::El;
#[cfg(target_arch = "wasm32")]
use super::el::Word;
use super::{Card, CardRef};

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen(module = "/src/view/draw.js")]
extern "C" {
    /// Draws what the description says, or changes what was drawn before.
    fn draw(letters: &str, words: &[u32], before: Option<Node>) -> Node;
}

/// What a piece of the card has drawn by itself.
#[derive(Debug, Default)]
pub struct Drawn {
    #[cfg(target_arch = "wasm32")]
    last: RefCell<Option<(CardRef, Node)>>,
}

impl Drawn {
    /// Draws what is described, unless it stands there already.
    #[cfg(target_arch = "wasm32")]
    pub fn of(&self, card: &CardRef, describe: impl FnOnce(&Card) -> El) -> Html {
        let last = self.last.take();
        let before = match last {
            Some((card_before, node)) if card_before.0.draws_like(&card.0) => {
                self.last.replace(Some((card.clone(), node.clone())));
                return VNode::VRef(node);
            }
            last => last.map(|(_, node)| node),
        };
        let el = describe(&card.0);
        // `draw.js` says how a word is packed; JavaScript counts letters by UTF-16. The
        // limits of `parse` keep each far below what is cut off here.
        #[allow(clippy::cast_possible_truncation)]
        let pack = |(word, letters): (Word, &str)| {
            let length = letters.chars().map(char::len_utf16).sum::<usize>();
            (length as u32) << 3 | word as u32
        };
        let words: Vec<u32> = el.words().map(pack).collect();
        let node = draw(el.letters(), &words, before);
        self.last.replace(Some((card.clone(), node.clone())));
        VNode::VRef(node)
    }

    /// Without a browser there is nothing to draw on: Yew writes it.
    #[cfg(not(target_arch = "wasm32"))]
    #[expect(clippy::unused_self, reason = "as in a browser")]
    pub fn of(&self, card: &CardRef, describe: impl FnOnce(&Card) -> El) -> Html {
        describe(&card.0).build()
    }
}
