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
    assert_eq!(
        article("**Write** to <mailto:desk@news.example>."),
        ["p **Write** to [desk@news.example](mailto:desk@news.example)."]
    );
}

#[test]
fn import_ends_a_tag_behind_its_quotation_marks() {
    assert_eq!(
        article(
            "**A** <a title=\"a > b\" href='https://a.example/\"x'>so</a> \"they\" say.\n\n\
             <div title = \"5 > 3\">Here</div>\n\nEnd."
        ),
        ["p **A** [so](https://a.example/%22x) \"they\" say.", "p Here", "p End."]
    );
    // What ends nowhere is no tag, and takes no words along.
    for open in ["<a href=\"https://a.example/ >so", "<div class=\"x>"] {
        assert_eq!(
            article(&format!("**A**\n\n{open} they\n\nsay \"so\"")),
            ["p **A**", &format!("p {open} they"), "p say \"so\""]
        );
    }
}

#[test]
fn import_reads_a_tag_of_several_lines_where_each_is_a_paragraph() {
    assert_eq!(
        article(
            "**A**\n<iframe\n  src=\"https://www.youtube.com/embed/abcdefghijk\"\n  \
             title=\"Weir\"></iframe>\n**B**\n<div\nand **so** on"
        ),
        [
            "p **A**",
            "embed https://www.youtube.com/watch?v=abcdefghijk \"Weir\"",
            "p **B**",
            "p <div",
            "p and **so** on"
        ]
    );
}

#[test]
fn import_keeps_the_words_behind_a_comment_of_several_lines() {
    assert_eq!(
        article("**A**\n\n<!-- more\n\nof this --> words\n\n<!-- and\n\nso **on**"),
        ["p **A**", "p words", "p <!-- and", "p so **on**"]
    );
}

#[test]
fn import_reads_tags_that_end_nowhere_in_time() {
    for piece in ["<!--\n", "<div\n", "<div a=\"\n", "<a b='"] {
        let text = format!("**a**\n\n{}", piece.repeat(200_000 / piece.len()));
        let started = std::time::Instant::now();
        article(&text);
        assert!(started.elapsed().as_secs() < 20, "{piece}: {:?}", started.elapsed());
    }
}
