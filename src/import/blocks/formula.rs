//! Formulas in one line of text: `10⁵`, `(a+b)/2`.

use super::out::Out;
use super::script::raised;
use super::walk::Walk;
use crate::import::dom::{Dom, children, descend, fold, has_class, text_of};

/// Elements that hold a formula twice or more: for eyes in pieces, whose numbers would run
/// together (`105` for `10⁵`), and as `MathML`.
const DRAWN: &str = "katex MathJax mwe-math-element";
/// Elements in elements of a formula; what is deeper gives its letters alone.
const MAX_DEPTH: usize = 20;

impl Walk<'_, '_> {
    /// The words that stand for a formula, but not the source of one (`\frac{1}{2}`), else
    /// what it says.
    pub fn math(&mut self, node: u32, out: &mut Out) {
        let words = self.attribute(node, "alttext");
        let is_told = !words.is_empty() && !words.contains('\\');
        out.push(&if is_told { words } else { said(self.dom, node, 0) });
    }

    /// The `MathML` in an element that also draws it.
    pub fn drawn_formula(&self, node: u32) -> Option<u32> {
        let dom = self.dom;
        let mut math = None;
        if has_class(dom, node, DRAWN) {
            descend(dom, node, &mut |inner| {
                math = math.or(Some(inner).filter(|_| is_named(dom, inner, "math")));
                math.is_none()
            });
        }
        math
    }
}

fn is_named(dom: &dyn Dom, node: u32, name: &str) -> bool {
    dom.name(node).as_deref() == Some(name)
}

/// What an element of a formula says.
fn said(dom: &dyn Dom, node: u32, depth: usize) -> String {
    let name = dom.name(node).unwrap_or_default();
    let parts: Vec<u32> = children(dom, node).filter(|child| dom.name(*child).is_some()).collect();
    // The same once more, in another language.
    if name.starts_with("annotation") {
        return String::new();
    }
    if parts.is_empty() || depth > MAX_DEPTH {
        return fold(&text_of(dom, node));
    }
    let mut text = String::from(if name == "msqrt" { "√" } else { "" });
    for (index, part) in parts.iter().enumerate() {
        let part = said(dom, *part, depth + 1);
        match (&*name, index) {
            ("mfrac", 0) | ("msqrt", _) => text.push_str(&held(part)),
            ("mfrac", _) => text.extend(["/", &held(part)]),
            ("msup", 1) | ("msubsup", 2) => text.push_str(&moved(part, true)),
            ("msub" | "msubsup", 1) => text.push_str(&moved(part, false)),
            _ => text.push_str(&part),
        }
    }
    text
}

/// A part of a formula that stands higher or lower.
fn moved(part: String, is_up: bool) -> String {
    let mark = if is_up { "^" } else { "_" };
    raised(&part, is_up).unwrap_or_else(|| [mark, &held(part)].concat())
}

/// A part of a formula in brackets where it is more than one number or name.
fn held(part: String) -> String {
    let is_one = part.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | ','));
    if is_one { part } else { ["(", &part, ")"].concat() }
}
