//! What is drawn at once: bodies of sections, long lists, and all that holds no component.
//!
//! To Yew it is one node, which it neither compares nor changes. A story of thousands of
//! paragraphs is drawn in less than half the time, and its virtual nodes, 26 MB for a story
//! of 2 MB, are never made (`docs/decisions/0023-drawn-at-once.md`). And where a translator
//! has put other elements in the place of the card's, there is nothing of Yew's to lose.

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
    /// Draws what the description says, or changes what was drawn before, by the
    /// description that comes after it.
    #[wasm_bindgen(js_name = draw)]
    fn draw_or_change(
        letters: &str,
        words: &[u32],
        before: Option<Node>,
        letters_before: &str,
        words_before: &[u32],
    ) -> Node;
}

/// Draws an element, or makes it of the node that was drawn of another description.
#[cfg(target_arch = "wasm32")]
fn draw(el: &El, before: Option<(Node, &El)>) -> Node {
    let words = packed(el);
    match before {
        Some((node, was)) => {
            draw_or_change(el.letters(), &words, Some(node), was.letters(), &packed(was))
        }
        None => draw_or_change(el.letters(), &words, None, "", &[]),
    }
}

/// `draw.js` says how a word is packed; JavaScript counts letters by UTF-16. The limits of
/// `parse` keep each far below what is cut off here.
#[cfg(target_arch = "wasm32")]
#[allow(clippy::cast_possible_truncation)]
fn packed(el: &El) -> Vec<u32> {
    let pack = |(word, letters): (Word, &str)| {
        let length = letters.chars().map(char::len_utf16).sum::<usize>();
        (length as u32) << 3 | word as u32
    };
    el.words().map(pack).collect()
}

/// Describes a part of a card, of several the one with this index.
pub type Describe = fn(&Card, usize) -> El;

/// What a piece of the card has drawn by itself.
#[derive(Debug, Default)]
pub struct Drawn {
    #[cfg(target_arch = "wasm32")]
    last: RefCell<Option<Last>>,
}

#[cfg(target_arch = "wasm32")]
#[derive(Debug)]
struct Last {
    card: CardRef,
    index: usize,
    node: Node,
}

impl Drawn {
    /// Draws what is described, unless it stands there already.
    #[cfg(target_arch = "wasm32")]
    pub fn of(&self, card: &CardRef, index: usize, describe: Describe) -> Html {
        let last = self.last.take();
        let node = match last {
            Some(last) if last.index == index && last.card.0.draws_like(&card.0) => last.node,
            Some(last) => {
                // Its description is not kept: it would be as long as the story.
                let was = describe(&last.card.0, last.index);
                draw(&describe(&card.0, index), Some((last.node, &was)))
            }
            None => draw(&describe(&card.0, index), None),
        };
        self.last.replace(Some(Last { card: card.clone(), index, node: node.clone() }));
        VNode::VRef(node)
    }

    /// Without a browser there is nothing to draw on: Yew writes it.
    #[cfg(not(target_arch = "wasm32"))]
    #[expect(clippy::unused_self, reason = "as in a browser")]
    pub fn of(&self, card: &CardRef, index: usize, describe: Describe) -> Html {
        describe(&card.0, index).build()
    }

    /// What stands there.
    #[cfg(target_arch = "wasm32")]
    pub fn node(&self) -> Option<Node> {
        self.last.borrow().as_ref().map(|last| last.node.clone())
    }
}

/// Properties of [`Plain`].
#[cfg(target_arch = "wasm32")]
#[derive(Debug, Properties, PartialEq)]
pub struct PlainProps {
    /// What is drawn.
    pub el: El,
}

/// An element that holds no component, as a component: drawn at once, and again when its
/// description is another.
#[cfg(target_arch = "wasm32")]
#[derive(Debug)]
pub struct Plain(Node);

#[cfg(target_arch = "wasm32")]
impl Component for Plain {
    type Message = ();
    type Properties = PlainProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self(draw(&ctx.props().el, None))
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Self::Properties) -> bool {
        let drawn = draw(&ctx.props().el, Some((self.0.clone(), &old.el)));
        let is_another = drawn != self.0;
        self.0 = drawn;
        is_another
    }

    fn view(&self, _: &Context<Self>) -> Html {
        VNode::VRef(self.0.clone())
    }
}
