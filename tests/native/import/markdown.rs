//! Text that plainly is Markdown, and text that only has its signs.

use serde_json::json;

use super::import;
use super::said::blocks;

pub fn article(text: &str) -> Vec<String> {
    let article = json!({
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": "The weir",
        "url": "https://news.example/weir", "articleBody": text,
    });
    blocks(&import(&article.to_string()).expect("a story"))
}

#[test]
fn import_reads_text_that_plainly_is_markdown() {
    let link = "[the log](https://log.example/1)";
    for (text, expected) in [
        (format!("See {link}."), vec![format!("p See {link}.")]),
        (
            "# The weir\n\nThe *port* is **full**\nof __water__.\n\n## Why ##\n\nRain \\*fell\\*."
                .into(),
            vec![
                "p The *port* is **full** of **water**.".into(),
                "# Why".into(),
                "p Rain *fell*.".into(),
            ],
        ),
        (
            format!("{link}\n\n- One\n- Two\n  - inner\n- Three\n\n3. a\n4. b"),
            vec![
                format!("p {link}"),
                "ul One | Two | – inner | Three".into(),
                "ol 3: a | b".into(),
            ],
        ),
        (
            "**Said:**\n\n> It is so.\n> It was.\n\n---\n\n![Weir](https://i.example/a.jpg)".into(),
            vec![
                "p **Said:**".into(),
                "q It is so. It was. / ".into(),
                "img https://i.example/a.jpg None ".into(),
            ],
        ),
        (
            "## Run `a < b`\n\n```sh\na && b <c>\n```\n\nSee <https://a.example/x> &amp; more."
                .into(),
            vec![
                "# Run a < b".into(),
                "code Some(\"sh\") \"a && b <c>\"".into(),
                "p See [https://a.example/x](https://a.example/x) & more.".into(),
            ],
        ),
        // A paragraph a line.
        (
            format!("One {link}.\nTwo.\nThree."),
            vec![format!("p One {link}."), "p Two.".into(), "p Three.".into()],
        ),
        // Two spaces break a line.
        (format!("{link}\n\nOne  \ntwo"), vec![format!("p {link}"), "p One\u{2028}two".into()]),
        // An address that no card opens is none.
        (
            "**A** [b](javascript:alert(1)) [c](/d)".into(),
            vec!["p **A** b [c](https://news.example/d)".into()],
        ),
    ] {
        assert_eq!(article(&text), expected, "{text}");
    }
}

#[test]
fn import_leaves_text_alone_that_only_has_signs() {
    for text in [
        "He said f**k and s**t. 5* and 4* hotels. *Terms apply.",
        "** Update: ** it rained ** again **",
        "Call #1 or #2, snake_case_name and __init__",
        "See [1](note), [sic] and 2**3 or 4**5",
        "# 1 hit",
        "Wähler*innen und *Bürger*innen",
        "[1]: note [1]",
        "See [1]. [2]: https://a.example",
        "[1]: https://a.example [2]: https://b.example",
        "a_b_c _d_ ~e~ `f` > g - h",
    ] {
        assert_eq!(article(text), [format!("p {text}")]);
    }
    assert_eq!(
        article("* one\n- two\n1. three\n> four"),
        ["p * one", "p - two", "p 1. three", "p > four"]
    );
    assert_eq!(article("***\nEnds\n***"), ["p ***", "p Ends", "p ***"]);
    for text in [
        "[Smith]: U.S. law says so.\n[Jones]: No.\n[Smith]: And/or no law.",
        "The weir broke [1].\n[1]: U.S. Department of Water, p. 3.",
        "Name Points\n-----------\nAnna 3\n-----------\nBerta 4",
        "O rose\n### ••••\nthou art sick\n---\nthe worm\n---\n* dies",
    ] {
        let lines: Vec<String> = text.lines().map(|line| ["p ", line].concat()).collect();
        assert_eq!(article(text), lines);
    }
}

#[test]
fn import_reads_markdown_in_feeds_and_items() {
    let text = "It **rained**.\n\n* a\n* b";
    let feed = json!({ "version": "https://jsonfeed.org/version/1.1", "items": [{ "id": "1", "title": "T", "content_text": text }] });
    let item = json!({ "uri": "urn:x", "headline": "T", "body_text": text });
    for document in [feed, item] {
        let read = import(&document.to_string()).expect("a story");
        assert_eq!(blocks(&read), ["p It **rained**.", "ul a | b"], "{document}");
    }
}

#[test]
fn import_reads_hostile_markdown_in_time() {
    for piece in [
        "[",
        "[a](",
        "[^1]: a\n",
        "[^1]",
        "[^1][a]",
        "[1]: http://a\n",
        "**a ",
        "*a _b ",
        "`",
        "``a",
        "<http",
        "![",
        "> ",
        "- \n\n",
        "```\n",
        "([",
        "<a",
        "<a>",
        "<!--",
        "<div>\n",
        "<pre>\n",
        "<a@b",
    ] {
        let text = format!("**a** {}", piece.repeat(200_000 / piece.len()));
        let started = std::time::Instant::now();
        article(&text);
        assert!(started.elapsed().as_secs() < 20, "{piece}: {:?}", started.elapsed());
    }
}

#[test]
fn import_takes_no_hidden_names_and_comments_for_markdown() {
    for text in ["嫌疑人王**、李**和张**被抓。", "王**与李**发生争执。", "他说这**的，真**的。"]
    {
        assert_eq!(article(text), [format!("p {text}")]);
    }
    assert_eq!(article("# One\nrun a\n# Two\nrun b"), ["p # One", "p run a", "p # Two", "p run b"]);
}

#[test]
fn import_keeps_addresses_and_long_lines_and_rows_of_markdown() {
    assert_eq!(
        article("**A** https://a.example/_x_/*b (https://a.example/_c_)"),
        ["p **A** https://a.example/_x_/*b (https://a.example/_c_)"]
    );
    assert_eq!(
        article("**A**\n\n## **Sabres** (6-6-0)\n\nText\n\n### [More](https://a.example)\n\nEnd"),
        ["p **A**", "# Sabres (6-6-0)", "p Text", "h More", "p End"]
    );
    let long = "word ".repeat(40);
    let long = long.trim();
    assert_eq!(
        article(&format!("**A** {long}\n{long}\n\n{long}")),
        [format!("p **A** {long}"), format!("p {long}"), format!("p {long}")]
    );
    assert_eq!(
        article("**A**\n\n| a | b |\n|---|:-:|\n| 1 \\| 2 | **c** |\n\nEnd"),
        ["p **A**", "table a,b / 1 | 2,**c**", "p End"]
    );
}

#[test]
fn import_reads_notes_and_links_that_markdown_defines_below() {
    let document = |text: &str| {
        let feed = json!({ "version": "https://jsonfeed.org/version/1.1", "items": [{ "id": "1", "title": "T", "content_text": text }] });
        import(&feed.to_string()).expect("a story")
    };
    let sources = |text: &str| -> Vec<String> {
        let read = document(text);
        let shown = |source: &story_card::story::Source| {
            let url = source.url.as_ref().map(|url| url.as_str().to_owned()).unwrap_or_default();
            let name = source.name.clone().unwrap_or_default();
            let excerpt = source.excerpt.clone().unwrap_or_default();
            format!("{} {name} {url} {excerpt}", source.id)
        };
        read.story.sources.iter().map(shown).collect()
    };
    let text = "The weir fell[^log], twice.[^2]\n\nIt *rained*.[^log]\n\n[^log]: See [the log](https://log.example/1),\n    page 3.\n[^2]: Said in May.\n\n    And in June.\n\nThe end.";
    assert_eq!(
        blocks(&document(text)),
        ["p The weir fell[^0], twice.[^1]", "p It *rained*.[^0]", "p The end."]
    );
    assert_eq!(
        sources(text),
        ["1 the log https://log.example/1 See the log, page 3.", "2 Said in May. And in June.  "]
    );
    // Notes lead to notes above them, begin with a day, and hold lists; lists behind are none.
    let text = "A[^b] c.[^d]\n\n[^a]: First.\n\n[^b]: As [^a].\n\n[^d]: 2. May\n    - one\n\n[^e]: As [^f].\n\n[^f]: Last.\n- two";
    assert_eq!(blocks(&document(text)), ["p A[^0] c.[^1]", "ul two", "p As [^f].", "p Last."]);
    assert_eq!(sources(text), ["1 As ³.  ", "2 2. May - one  ", "3 First.  "]);
    let text = "As [the port][P] says [1][2], and [more][] or [less].\n\n[p]: <https://port.example/> \"The port\"\n[1]: https://a.example/x \"Logs\"\n[2]: https://b.example/y\n[more]: https://m.example/\n";
    assert_eq!(
        blocks(&document(text)),
        [
            "p As [the port](https://port.example/) says[^0][^1], and [more](https://m.example/) or [less]."
        ]
    );
    assert_eq!(
        sources(text),
        ["1 Logs https://a.example/x ", "2 https://b.example/y https://b.example/y "]
    );
}

#[test]
fn import_loses_no_words_of_markdown_that_look_like_a_definition() {
    for (text, expected) in [
        (
            "It **rained**.\n\n[Anna]: 3.5 percent, she said.\n\n[Q]: and/or?\n\n[A]: ...\n\n[r]: https://a.example/\n[//]: # (lists)\n[s]: ../s",
            vec![
                "p It **rained**.",
                "p [Anna]: 3.5 percent, she said.",
                "p [Q]: and/or?",
                "p [A]: ...",
            ],
        ),
        ("**A**\n\n[Q]: Yes/no\n\nSo.", vec!["p **A**", "p [Q]: Yes/no", "p So."]),
        // Marks of code at both ends of a line, behind the end of code, and without an end.
        (
            "**A**\n\n```make``` it\n\nSo.\n\n```\nrun\n```then\n\n```go\n\n[r]: https://a.example/",
            vec!["p **A**", "p ```make``` it", "p So.", "code None \"run\"", "p then", "p ```go"],
        ),
        (
            "**A** b.\n\n[1]: https://a.example/ Smith, The Weir",
            vec!["p **A** b.", "p [1](https://a.example/): https://a.example/ Smith, The Weir"],
        ),
        (
            "See [it][1].\n\n[1]: https://a.example/ Smith\n[it]: https://b.example/",
            vec![
                "p See [it](https://a.example/).",
                "p [1](https://a.example/): https://a.example/ Smith",
            ],
        ),
    ] {
        assert_eq!(article(text), expected, "{text}");
    }
}

#[test]
fn import_reads_headings_that_are_underlined() {
    let text =
        "The weir\n========\n\nIt **rained**.\n\nWhy\n---\n\nOne\ntwo\n---\n\nThe end.\n---\nSo.";
    assert_eq!(article(text), ["p It **rained**.", "# Why", "p One two", "p The end.", "p So."]);
}

#[test]
fn import_reads_lists_of_markdown_that_lines_announce_and_break() {
    for (text, expected) in [
        ("**A**\n\nOn the list:\n- one\n- two", vec!["p **A**", "p On the list:", "ul one | two"]),
        ("**A**\n\nOn the list\n* one\n* two", vec!["p **A**", "p On the list", "ul one | two"]),
        ("**A**\n\n* one\n* two\n* * *\nSo.", vec!["p **A**", "ul one | two", "p So."]),
        ("**A**\n\nIt cost 3\n- or 4 - in all", vec!["p **A**", "p It cost 3 - or 4 - in all"]),
        ("**A**\n\nIn the year\n1904. 2. So.", vec!["p **A**", "p In the year 1904. 2. So."]),
        (
            "**A**\n\n* one that goes\non in the next\n* two\n\nThe end.",
            vec!["p **A**", "ul one that goes on in the next | two", "p The end."],
        ),
        (
            "[a](./b) and [c](../d)",
            vec!["p [a](https://news.example/b) and [c](https://news.example/d)"],
        ),
        ("**A**\n\n    # make\n", vec!["p **A**", "p # make"]),
        ("---\ntitle: The weir\ntags:\n  - rain\n---\n\n**A** b", vec!["p **A** b"]),
        ("---\r\ntitle: The weir\r\n---\r\n\r\n**A** b", vec!["p **A** b"]),
        ("---\nHe said so.\n---\n\n**A** b", vec!["p He said so.", "p **A** b"]),
        ("---\nNote: corrected.\n---\n\n**A** b", vec!["p Note: corrected.", "p **A** b"]),
        ("One\n===\n\nText\n\nTwo\n---\nMore", vec!["# One", "p Text", "# Two", "p More"]),
    ] {
        assert_eq!(article(text), expected, "{text}");
    }
    let long = "word ".repeat(30);
    let broken = "It rained on the weir, which had stood there since the war, and";
    let text = format!("**A**\n\n{long}\n{long}\n\n{broken}\nfell.\nIt rained.");
    assert_eq!(
        article(&text),
        [
            "p **A**".to_owned(),
            format!("p {}", long.trim()),
            format!("p {}", long.trim()),
            format!("p {broken} fell."),
            "p It rained.".to_owned(),
        ]
    );
}
