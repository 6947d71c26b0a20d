//! Letters that stand higher or lower: what they mean is kept where there are such letters.

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
