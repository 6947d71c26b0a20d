//! HTML whose parts do not stand where they should, or are not there for readers.

use super::seen::read;

/// What is read of each, beside it.
fn check(cases: &[(&str, &[&str])]) {
    for (html, expected) in cases {
        assert_eq!(read(html), *expected, "{html}");
    }
}

#[test]
fn import_reads_what_stands_in_a_list_beside_its_entries() {
    check(&[
        ("<ul>first<li>second</li></ul>", &["ul first | second"]),
        (
            "<ul><b>Weir</b> and <a href='https://y.example/'>boats</a>.</ul>",
            &["ul **Weir** and [boats](https://y.example/)."],
        ),
        ("<ol><li>one</li>and a half<li>two</li></ol>", &["ol one\u{2028}and a half | two"]),
        ("<ol><p>one</p><p>two</p></ol>", &["ol one | two"]),
        ("<ul><div><li>one</li><li>two</li></div></ul>", &["ul one | two"]),
        (
            "<dl>River words<dt>weir</dt><dd>a low dam</dd></dl>",
            &["ul River words | **weir** a low dam"],
        ),
    ]);
}

#[test]
fn import_leaves_out_signs_between_entries() {
    check(&[
        ("<ul><li>one</li>,<li>two</li>, ,</ul>", &["ul one | two"]),
        ("<ol><li>one</li>,<li>two</li>,</ol>", &["ol one | two"]),
    ]);
}

#[test]
fn import_leaves_out_what_no_reader_sees_of_lists_and_tables() {
    check(&[
        ("<ul><script>var x</script><li>one</li><style>p{}</style></ul>", &["ul one"]),
        ("<ul><li hidden>no</li><li style='display: none'>no</li><li>one</li></ul>", &["ul one"]),
        (
            "<dl><script>x</script><dt hidden>no</dt><dd hidden>no</dd><dt>a</dt><dd>b</dd></dl>",
            &["ul **a** b"],
        ),
        (
            "<table><tr hidden><td>no</td><td>no</td></tr><tr><td>a</td><td hidden>no</td><td>b</td></tr></table>",
            &["table  / a,b"],
        ),
        (
            "<figure><img src='https://i.example/p.jpg'><figcaption hidden>no</figcaption></figure>",
            &["img https://i.example/p.jpg None "],
        ),
    ]);
}

#[test]
fn import_keeps_what_is_written_over_a_table_of_one_column() {
    check(&[
        ("<table><caption>Boats</caption><tr><td>one</td></tr></table>", &["p Boats", "p one"]),
        ("<table><caption>Boats</caption></table>", &["p Boats"]),
    ]);
}

#[test]
fn import_keeps_the_lists_of_a_quotation_in_their_place() {
    check(&[
        (
            "<blockquote><p>We need:</p><ul><li>pumps<li>boats</ul><p>And time.</p></blockquote>",
            &["q We need:\u{2028}– pumps\u{2028}– boats\u{2028}And time. / "],
        ),
        // Nobody is quoted: it is set in.
        ("<blockquote><ul><li>pumps<li>boats</ul></blockquote>", &["ul pumps | boats"]),
        ("<table><tr><td>a<td>b<ul><li>c</ul>d</table>", &["table  / a,b\u{2028}– c\u{2028}d"]),
    ]);
}

#[test]
fn import_keeps_what_stands_between_the_words_of_a_quotation_there() {
    check(&[
        (
            "<blockquote><p>He asked:<blockquote>When?</blockquote><p>Now.<footer>— Ida</footer></blockquote>",
            &["q He asked: / ", "q When? / ", "q Now. / Ida"],
        ),
        (
            "<blockquote><p>Water.</p><pre>1 2</pre><cite>Ida</cite></blockquote>",
            &["q Water. / Ida", "code None \"1 2\""],
        ),
    ]);
}

#[test]
fn import_names_once_who_is_quoted_in_a_figure() {
    check(&[(
        "<blockquote><figure><p>Water.</p><cite>Ida</cite></figure></blockquote>",
        &["q Water. / Ida"],
    )]);
}

#[test]
fn import_says_once_what_stands_in_a_heading() {
    check(&[
        ("<h2><blockquote>Water</blockquote></h2><p>x</p>", &["q Water / ", "p x"]),
        ("<h2><ul><li>Water</ul></h2><p>x</p>", &["# Water", "p x"]),
        ("<h2>– 12 <em>°C</em></h2><p>x</p>", &["# – 12 °C", "p x"]),
        (
            "<h2><figure><img src='https://i.example/p.jpg'><figcaption>Weir</figcaption></figure></h2>",
            &["img https://i.example/p.jpg None Weir"],
        ),
    ]);
}

#[test]
fn import_reads_html_that_was_escaped_once_too_often() {
    let html = "&lt;p&gt;One &amp;amp; &lt;b&gt;two&lt;/b&gt;&lt;/p&gt;\n&lt;P&gt;Three&lt;/P&gt; ";
    check(&[(html, &["p One & **two**", "p Three"])]);
}

#[test]
fn import_keeps_tags_that_a_text_speaks_of() {
    check(&[
        ("<p>&lt;p&gt;One&lt;/p&gt;</p>", &["p <p>One</p>"]),
        ("&lt;br&gt; is a tag", &["p <br> is a tag"]),
        ("Use &lt;p&gt; and &lt;/p&gt;", &["p Use <p> and </p>"]),
        ("&lt;b&gt;", &["p <b>"]),
        ("&lt;p&gt;a&lt;/p&gt;<br>b", &["p <p>a</p>\u{2028}b"]),
    ]);
}

#[test]
fn import_names_who_signs_a_quotation_in_its_last_line() {
    for (html, quote) in [
        ("<p>a b</p><p>— Ida Berg, mayor</p>", "q a b / Ida Berg, mayor"),
        ("<p>a b<br>– Ida</p>", "q a b / Ida"),
        (
            "<p><em>a</em><br>― <a href='https://x.example/'>Ida</a></p>",
            "q *a* / [Ida](https://x.example/)",
        ),
        ("<p>a <em>b</em> c</p><p>- <strong>Ida</strong>, poet</p>", "q a *b* c / **Ida**, poet"),
        // Talk, a list, a number, words alone, and more than a name.
        ("<p>— Who?</p><p>— Me.</p>", "q — Who?\u{2028}— Me. / "),
        ("<p>a</p><ul><li>b</li></ul>", "q a\u{2028}– b / "),
        ("<p>It was</p><p>-5 degrees</p>", "q It was\u{2028}-5 degrees / "),
        ("<p>— Ida</p>", "q — Ida / "),
        ("<p>a</p><p>b — c</p>", "q a\u{2028}b — c / "),
    ] {
        let html = format!("<blockquote>{html}</blockquote>");
        assert_eq!(read(&html), [quote], "{html}");
    }
    let long = format!("<blockquote><p>a</p><p>— {}</p></blockquote>", "and so on ".repeat(13));
    assert!(read(&long)[0].ends_with(" / "), "{:?}", read(&long));
}
