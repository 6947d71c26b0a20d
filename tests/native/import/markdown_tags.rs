//! HTML amid Markdown.

use serde_json::json;

use super::import;
use super::markdown::article;
use super::said::blocks;

fn item(text: &str) -> Vec<String> {
    let feed = json!({ "version": "https://jsonfeed.org/version/1.1", "items": [{ "id": "1", "title": "T", "content_text": text }] });
    blocks(&import(&feed.to_string()).expect("a story"))
}

#[test]
fn import_reads_tags_in_lines_of_markdown() {
    let text = "It **rained**.<br>Then <b>it</b> snowed, <a href=\"https://a.example/x\">they \
                *say*</a><!-- who? -->.\n\nWater is H<sub>2</sub>O.";
    let expected = [
        "p It **rained**.\u{2028}Then **it** snowed, [they *say*](https://a.example/x).",
        "p Water is H₂O.",
    ];
    assert_eq!(article(text), expected);
    assert_eq!(item(text), expected);
}

#[test]
fn import_reads_blocks_of_html_amid_markdown() {
    assert_eq!(
        article(
            "## Rain\n\n<figure>\n<img src=\"https://i.example/a.jpg\" alt=\"Weir\">\n\
             <figcaption>The weir</figcaption>\n</figure>\n\nIt **rained**.\n<!-- more\n\nof \
             this -->\n<details><summary>How much</summary>\n\n- 3 mm\n- 4 mm\n\n</details>\n\nEnd."
        ),
        [
            "# Rain",
            "img https://i.example/a.jpg None The weir",
            "p It **rained**.",
            "h How much",
            "ul 3 mm | 4 mm",
            "p End.",
        ]
    );
    // Who writes a paragraph a line writes no empty lines.
    assert_eq!(
        article("**One**\n<div>two</div>\n**Three**"),
        ["p **One**", "p two", "p **Three**"]
    );
    assert_eq!(
        item("**So:**\n\n<pre>\na **b**\n\nc\n</pre>\n\n**End**"),
        ["p **So:**", "code None \"a **b**\\n\\nc\"", "p **End**"]
    );
}

#[test]
fn import_keeps_signs_in_texts_that_are_html() {
    assert_eq!(
        article("<p>See **this**:</p>\n\n## Words\n\n<p>End</p>"),
        ["p See **this**:", "p ## Words", "p End"]
    );
    assert_eq!(
        article("Write <code>[words](https://a.example)</code><br>so."),
        ["p Write [words](https://a.example)\u{2028}so."]
    );
}

#[test]
fn import_keeps_letters_that_are_no_tags_of_html() {
    for text in [
        "**A** is <b or >c, Vec<T> and a <- b.",
        "**A** <who or https://a.example/x> said so.",
        "**A** <!-- that ends nowhere",
    ] {
        assert_eq!(article(text), [format!("p {text}")]);
    }
    assert_eq!(
        article("**Write** to <desk@news.example>."),
        ["p **Write** to [desk@news.example](mailto:desk@news.example)."]
    );
}
