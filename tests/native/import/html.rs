//! HTML to blocks.

use serde_json::json;
use story_card::import::Imported;

use super::import;
use super::said::{blocks, line};

/// A feed with one item of this content.
pub fn imported(html: &str) -> Imported {
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Feed",
        "items": [{ "id": "1", "title": "Headline", "content_html": html }],
    });
    import(&feed.to_string()).expect("a story")
}

pub fn read(html: &str) -> Vec<String> {
    blocks(&imported(html))
}

#[test]
fn import_paragraphs() {
    for (html, expected) in [
        ("a<p>b", vec!["p a", "p b"]),
        ("<div>a</div><div><div>b</div></div><div> &nbsp; </div><p></p>", vec!["p a", "p b"]),
        ("<p>a<br>b</p>", vec!["p a\u{2028}b"]),
        ("<p><br>a <b>b<br> </b>\n<i>c</i><br></p>", vec!["p a **b**\u{2028}*c*"]),
        ("<h2>a<br>b</h2><p>c</p><h2>d</h2><p>e</p>", vec!["# a b", "p c", "# d", "p e"]),
        ("a<br>\n<br>b<br/><br/><br/>c", vec!["p a", "p b", "p c"]),
        ("<p><b>a </b>b<i> c</i></p>", vec!["p **a** b *c*"]),
        ("<p><strong>a<p>b</strong>", vec!["p **a**", "p **b**"]),
        ("<p>1<sup>st</sup> m<sup>2</sup> CO<sub>2</sub></p>", vec!["p 1st m² CO₂"]),
        ("<p>&amp;lt;b&amp;gt; &lt;i&gt;</p>", vec!["p &lt;b&gt; <i>"]),
        ("<p>\u{200b}</p><p>\u{feff} </p>", vec![]),
        (
            "<script>x</script><style>y</style><p>a<noscript>n</noscript></p><template>t</template>",
            vec!["p a"],
        ),
        (
            "<p>a</p><!-- c --><nav>n</nav><form>f</form><button>b</button><svg><text>s</text></svg>",
            vec!["p a"],
        ),
        ("<p>E <math alttext=\"mc^2\"><mi>m</mi></math></p>", vec!["p E mc^2"]),
        ("<p><q>a</q> <del>x</del><ins>b</ins></p>", vec!["p “a” b"]),
        ("<p><span style=\"display: none\">x</span><span hidden>y</span>a</p>", vec!["p a"]),
        ("<b style=\"font-weight:normal\"><p>a</p><p>b</p></b>", vec!["p a", "p b"]),
        ("<pre class=\"wp-block-verse\">a\nb</pre>", vec!["p a\u{2028}b"]),
        ("<p>日本<ruby>語<rt>ご</rt></ruby></p>", vec!["p 日本語"]),
    ] {
        assert_eq!(read(html), expected, "{html}");
    }
}

#[test]
fn import_headings() {
    for (html, expected) in [
        ("<h2>A</h2><p>a</p><h3>B</h3><p>b</p>", vec!["# A", "p a", "h B", "p b"]),
        ("<p>o</p><h3>A</h3><p>a</p><h3>B</h3><p>b</p>", vec!["p o", "# A", "p a", "# B", "p b"]),
        ("<h3>A</h3><p>a</p>", vec!["h A", "p a"]),
        ("<h1>Headline</h1><p>a</p>", vec!["p a"]),
        ("<p><strong>A</strong></p><p>a</p>", vec!["p **A**", "p a"]),
        ("<h1>X</h1><h2>A</h2><p>a</p><h2>B</h2><p>b</p>", vec!["# X", "# A", "p a", "# B", "p b"]),
        (
            "<h2></h2><h2><img src=\"https://i.example/a.jpg\"></h2>",
            vec!["img https://i.example/a.jpg None "],
        ),
    ] {
        assert_eq!(read(html), expected, "{html}");
    }
}

#[test]
fn import_lists_and_tables() {
    for (html, expected) in [
        ("<ul><li>a</li><li><p>b</p><p>c</p></li><li></li></ul>", vec!["ul a | b\u{2028}c"]),
        ("<ol><li>a<ul><li>b</li></ul></li></ol>", vec!["ol a\u{2028}– b"]),
        (
            "<ul><li><img src=\"https://i.example/a.jpg\"></li></ul>",
            vec!["img https://i.example/a.jpg None "],
        ),
        ("<dl><dt>T</dt><dd>m</dd><dd>n</dd></dl>", vec!["ul **T** m n"]),
        ("<dl><dd>m</dd><dd>n</dd></dl>", vec!["ul m | n"]),
        (
            "<dl><dt>T</dt><dd><p>m</p><p>n</p></dd><dt>U</dt><dd>o</dd></dl>",
            vec!["ul **T** m\u{2028}n | **U** o"],
        ),
        (
            "<dl><dt>T</dt><dd><p>m</p><pre>c</pre><p>n</p></dd><dt>U</dt><dd><pre>d</pre></dd></dl>",
            vec!["ul **T** m", "code None \"c\"", "p n", "ul **U**", "code None \"d\""],
        ),
        ("<table><tr><td>one <p>two</p></td></tr></table>", vec!["p one", "p two"]),
        ("<table><tr><td>a</td><td>b</td></tr></table>", vec!["table  / a,b"]),
        (
            "<table><tr><th colspan=2>H</th></tr><tr><td>a</td><td>b</td></tr></table>",
            vec!["table H, / a,b"],
        ),
        (
            "<table><tr><th>Name</th><th>Age</th></tr><tr><td>A</td><td>1</td></tr></table>",
            vec!["table Name,Age / A,1"],
        ),
        (
            "<table><tr><td>1999</td><td>a</td></tr><tr><td>c. 2001</td><td>b</td></tr></table>",
            vec![],
        ),
        (
            "<table><tr><td>Jahr</td><td>Was</td></tr><tr><td>einst</td><td>b</td></tr></table>",
            vec![],
        ),
    ] {
        assert_eq!(read(html), expected, "{html}");
    }
    let timeline = imported(
        "<table><tr><td>1999</td><td>a</td></tr><tr><td>c. 2001</td><td>b</td></tr></table><p>x</p>",
    );
    assert_eq!(timeline.story.timeline.expect("a timeline").events.len(), 2);
}

#[test]
fn import_pictures_and_frames() {
    for (html, expected) in [
        (
            "<p>a <img src=\"https://i.example/a.jpg\" width=10 height=\"20px\"> b</p>",
            vec!["p a b", "img https://i.example/a.jpg Some((10, 20)) "],
        ),
        (
            "<img src=\"data:image/gif;base64,R0\" data-src=\"https://i.example/a.jpg\">",
            vec!["img https://i.example/a.jpg None "],
        ),
        (
            "<img src=\"https://i.example/p.gif\" width=1 height=1><img src=\"javascript:x\">",
            vec![],
        ),
        (
            "<img src=\"https://i.example/s.jpg\" srcset=\"https://i.example/m.jpg 800w,https://i.example/l.jpg 1500w, https://i.example/x.jpg 3000w\">",
            vec!["img https://i.example/l.jpg None "],
        ),
        (
            "<p>:<img class=\"wp-smiley\" alt=\"🙂\" src=\"https://s.example/1.png\"></p>",
            vec!["p :🙂"],
        ),
        (
            "<figure><img src=\"https://i.example/a.jpg\"><figcaption>By <b>A</b></figcaption></figure>",
            vec!["img https://i.example/a.jpg None By **A**"],
        ),
        (
            "<div class=\"wp-caption\"><img src=\"//i.example/a.jpg\"><p class=\"wp-caption-text\">C</p></div>",
            vec!["img https://i.example/a.jpg None C"],
        ),
        (
            "<iframe src=\"//www.youtube.com/embed/abc?rel=0\" title=\"T\"></iframe>",
            vec!["embed https://www.youtube.com/watch?v=abc \"T\""],
        ),
        ("<iframe src=\"about:blank\"></iframe><iframe srcdoc=\"<p>x\"></iframe>", vec![]),
        (
            "<video><source src=\"https://v.example/a.mp4\"><a href=\"x\">x</a></video>",
            vec!["embed https://v.example/a.mp4 \"\""],
        ),
        (
            "<picture><source srcset=\"https://i.example/w.webp\"><img src=\"https://i.example/a.jpg\"></picture>",
            vec!["img https://i.example/a.jpg None "],
        ),
        // What is loaded late stands in the files.
        (
            "<picture><source data-srcset=\"https://i.example/s.jpg 800w, https://i.example/l.jpg 1500w\"><img class=\"lazyload\" src=\"data:image/gif;base64,R0lG\"></picture><p>x</p>",
            vec!["img https://i.example/l.jpg None ", "p x"],
        ),
        (
            "<picture><source srcset=\"https://i.example/a.webp, https://i.example/b.webp 2x\"><img></picture><img src=\"data:,\" data-srcset=\"https://i.example/c.jpg 1x\">",
            vec!["img https://i.example/a.webp None ", "img https://i.example/c.jpg None "],
        ),
    ] {
        assert_eq!(read(html), expected, "{html}");
    }
}

#[test]
fn import_quotations() {
    for (html, expected) in [
        ("<blockquote><p>a</p><p>b</p><cite>C</cite></blockquote>", vec!["q a\u{2028}b / C"]),
        ("<blockquote>a <cite>Book</cite> b</blockquote>", vec!["q a *Book* b / "]),
        (
            "<figure><blockquote>a</blockquote><figcaption>— C</figcaption></figure>",
            vec!["q a / C"],
        ),
        (
            "<blockquote class=\"twitter-tweet\"><p>t</p>— N <a href=\"https://t.example/1\">d</a></blockquote>",
            vec!["embed https://t.example/1 \"t — N d\""],
        ),
        (
            "<blockquote class=\"wp-embedded-content\"><a href=\"https://o.example/p/\">P</a></blockquote><iframe class=\"wp-embedded-content\" src=\"https://o.example/p/embed/#?secret=x\"></iframe>",
            vec!["embed https://o.example/p/ \"P\""],
        ),
        ("<blockquote class=\"wp-block-pullquote\">a</blockquote>", vec!["pq a / "]),
    ] {
        assert_eq!(read(html), expected, "{html}");
    }
}

#[test]
fn import_resolves_addresses_against_the_page() {
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "items": [{ "id": "1", "url": "https://news.example/a/b", "title": "T",
            "content_html": "<p><a href=\"c\">c</a> <a href=\"/d\">d</a></p><details><summary>S</summary>x</details>" }],
    });
    let imported = import(&feed.to_string()).expect("a story");
    let expected = ["p [c](https://news.example/a/c) [d](https://news.example/d)", "h S", "p x"];
    assert_eq!(blocks(&imported), expected);
}

#[test]
fn import_footnotes() {
    let wiki = "<p>a<sup class=\"reference\"><a href=\"#cite_note-1\">[1]</a></sup> b.</p><ol class=\"references\"><li id=\"cite_note-1\"><span class=\"mw-cite-backlink\"><a href=\"#cite_ref-1\">^</a></span> <span>The <a href=\"https://l.example/\">Log book</a>, p. 3</span></li></ol>";
    let markdown = "<p>a<sup id=\"fnref:1\"><a href=\"#fn:1\" rel=\"footnote\">1</a></sup></p><div class=\"footnotes\"><hr><ol><li id=\"fn:1\"><p>Note. <a href=\"#fnref:1\" class=\"reversefootnote\">&#8617;</a></p></li></ol></div>";
    let word = "<p>a<a href=\"#_ftn1\" name=\"_ftnref1\"><sup>[1]</sup></a></p><p><a href=\"#_ftnref1\" name=\"_ftn1\">[1]</a> Note.</p>";
    let plain = "<p>a[1]</p><p>[1] Note.</p>";
    for (html, sources, expected) in [
        (wiki, vec![("1", "Log book", "The Log book, p. 3")], vec!["p a[^0] b."]),
        (markdown, vec![("1", "Note.", "")], vec!["p a[^0]"]),
        (word, vec![("1", "Note.", "")], vec!["p a[^0]"]),
        (plain, vec![], vec!["p a[1]", "p [1] Note."]),
    ] {
        let imported = imported(html);
        assert_eq!(blocks(&imported), expected, "{html}");
        let found: Vec<_> = imported
            .story
            .sources
            .iter()
            .map(|s| {
                (
                    s.id.as_str(),
                    s.name.as_deref().unwrap_or_default(),
                    s.excerpt.as_deref().unwrap_or_default(),
                )
            })
            .collect();
        assert_eq!(found, sources, "{html}");
    }
}

#[test]
fn import_is_not_stopped_by_amounts() {
    let deep = ["<div>".repeat(10_000), "deep".to_owned(), "</div>".repeat(10_000)].concat();
    assert_eq!(read(&deep), ["p deep"]);
    let spans = ["<p>".to_owned(), "<span>".repeat(10_000), "deep".to_owned()].concat();
    assert_eq!(read(&spans), ["p deep"]);
    for one in [
        "<b>",
        "<div>",
        "<div",
        "<a x='",
        "<p x ",
        "<!--",
        "&amp;",
        "<table><td>",
        "<svg><a>",
        "</p>",
        "<ul><li>",
        "<h2>a",
        "<a href=#a>",
    ] {
        let text = one.repeat(if one.contains('>') { 1_500 } else { 100_000 });
        let started = std::time::Instant::now();
        let _ = imported(&text);
        assert!(started.elapsed().as_secs() < 60, "{one}: {:?}", started.elapsed());
        println!("{one}: {:?}", started.elapsed());
    }
    let attributes = (0..200_000).map(|index| format!(" a{index}=1")).collect::<Vec<_>>().concat();
    assert_eq!(read(&format!("<p>a</p><p{attributes}>b</p>")), ["p a"]);
    let many = imported(&"<p>a</p>".repeat(12_000));
    assert!(blocks(&many).len() < 10_001);
    assert!(many.problems.iter().any(|problem| problem.code == "too-many"), "{:?}", many.problems);
    let letters = read(&["<p>", &"a".repeat(1 << 20), "</p>"].concat());
    assert_eq!(letters[0].chars().count(), 20_003, "`p `, the letters and an ellipsis");
}

#[test]
fn import_leaves_out_nothing_of_a_text() {
    let imported =
        imported("<section lang=\"de\"><p>Eins</p></section><p><u>zwei</u> <mark>drei</mark></p>");
    let texts: Vec<String> = blocks(&imported);
    assert_eq!(texts, ["p Eins", "p zwei drei"]);
    assert_eq!(line(&[]), "");
}

#[test]
fn import_html_knows_the_head_of_dates_in_capitals() {
    for head in ["YEAR", "Année", "Дата", "ГОД", "Έτος", "ÅR", "PÄIVÄMÄÄRÄ", "Tidspunkt"]
    {
        let imported = imported(&format!(
            "<table><tr><td>{head}</td><td>?</td></tr><tr><td>einst</td><td>b</td></tr></table>"
        ));
        assert!(imported.story.timeline.is_some(), "{head}");
    }
}
