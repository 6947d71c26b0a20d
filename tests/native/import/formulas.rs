//! Formulas in HTML.

use super::html::read;

#[test]
fn import_formulas() {
    let power = "<math><semantics><mrow><msup><mn>10</mn><mn>5</mn></msup></mrow><annotation \
        encoding=\"application/x-tex\">10^5</annotation></semantics></math>";
    for (html, expected) in [
        (power, "10⁵"),
        ("<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", "1/2"),
        (
            "<math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac></math>",
            "(a+b)/2",
        ),
        (
            "<math><msub><mi>x</mi><mn>1</mn></msub><mo>=</mo><msqrt><mn>2</mn></msqrt></math>",
            "x₁=√2",
        ),
        ("<math><msup><mi>e</mi><mrow><mo>−</mo><mi>t</mi></mrow></msup></math>", "e^(−t)"),
        ("<math><msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup></math>", "x₁²"),
        ("<math alttext=\"\\frac{1}{2}\"><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", "1/2"),
        ("<math><mn>7</mn> <mtext>km</mtext></math>", "7km"),
        // Drawn in pieces, and as MathML: KaTeX, MathJax, MediaWiki.
        (
            &format!(
                "<span class=\"katex\"><span class=\"katex-mathml\">{power}</span><span \
                 class=\"katex-html\" aria-hidden=\"true\">1<span>0<span>5</span></span></span></span>"
            ),
            "10⁵",
        ),
        (
            &format!(
                "<mjx-container class=\"MathJax\"><mjx-math aria-hidden=\"true\"><mjx-mn>10\
                 </mjx-mn><mjx-mn>5</mjx-mn></mjx-math><mjx-assistive-mml>{power}\
                 </mjx-assistive-mml></mjx-container>"
            ),
            "10⁵",
        ),
        (
            &format!(
                "<span class=\"mwe-math-element\"><span style=\"display: none;\">{power}</span>\
                 <img src=\"https://w.example/a.svg\" alt=\"{{\\displaystyle 10^5}}\"></span>"
            ),
            "10⁵",
        ),
    ] {
        assert_eq!(read(&format!("<p>A {html} b</p>")), [format!("p A {expected} b")], "{html}");
    }
}
