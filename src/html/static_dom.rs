//! What is drawn in one go: bodies of sections, long lists, and all that holds no component.
//!
//! To Yew it is one node, which it neither compares nor changes. A story of thousands of
//! paragraphs is drawn in less than half the time, and its virtual nodes, 26 MB for a story
//! of 2 MB, are never made (`docs/decisions/0023-drawn-at-once.md`). And where a translator
//! has put other elements in the place of the card's, there is nothing of Yew's to lose.

use web_sys::{Node, wasm_bindgen::prelude::*};
use yew::prelude::*;
use yew::virtual_dom::VNode;

use super::el::{El, Op};

#[wasm_bindgen(module = "/src/html/static_dom.js")]
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
pub fn draw(el: &El, before: Option<(Node, &El)>) -> Node {
    let words = packed(el);
    match before {
        Some((node, was)) => {
            draw_or_change(el.letters(), &words, Some(node), was.letters(), &packed(was))
        }
        None => draw_or_change(el.letters(), &words, None, "", &[]),
    }
}

/// `static_dom.js` says how a word is packed; JavaScript counts letters by UTF-16. The limits of
/// `parse` keep each far below what is cut off here.
fn packed(el: &El) -> Vec<u32> {
    let pack = |(op, letters): (Op, &str)| {
        // One for each byte that begins a character, two where that has four bytes.
        let begins = |byte: u8| u32::from(byte & 0xC0 != 0x80) + u32::from(byte >= 0xF0);
        letters.bytes().map(begins).sum::<u32>() << 3 | op as u32
    };
    el.ops().map(pack).collect()
}

/// Properties of [`Plain`].
#[derive(Debug, Properties, PartialEq)]
pub struct PlainProps {
    /// What is drawn.
    pub el: El,
}

/// An element that holds no component, as a component: drawn at once, and again when its
/// description is another.
#[derive(Debug)]
pub struct Plain(Node);

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
