//! Letters that stand higher or lower: what they mean is kept where there are such letters.

use super::out::Out;
use super::walk::Walk;
use crate::import::dom::text_of;

const PLAIN: &str = "0123456789+-=()nxik.,/";
const UP: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿˣⁱᵏ.,/";
const DOWN: &str = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙₓᵢₖ.,/";

/// A number as it stands in `m²` or `CO₂`; nothing where one of its letters has no such form.
pub fn raised(text: &str, is_up: bool) -> Option<String> {
    let text = text.trim();
    let forms = if is_up { UP } else { DOWN };
    let form = |letter: char| {
        let letter = if letter == '−' { '-' } else { letter };
        let place = PLAIN.chars().position(|plain| plain == letter)?;
        forms.chars().nth(place)
    };
    let is_number =
        text.contains(|c: char| c.is_ascii_digit()) || matches!(text, "n" | "x" | "i" | "k");
    (is_number && text.len() <= 8).then(|| text.chars().map(form).collect())?
}

impl Walk<'_, '_> {
    pub fn raise(&mut self, node: u32, is_up: bool, out: &mut Out, depth: usize) {
        if self.cite_inside(node, out) {
            return;
        }
        let text = text_of(self.dom, node);
        match raised(&text, is_up) {
            Some(letters) => {
                // The space before or behind may stand in it.
                let space = |is: bool| if is { " " } else { "" };
                let is_space = |c: char| c.is_ascii_whitespace();
                out.push(space(text.starts_with(is_space)));
                out.push(&letters);
                out.push(space(text.ends_with(is_space)));
            }
            None => self.inside(node, out, depth),
        }
    }
}
