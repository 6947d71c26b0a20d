//! What plugins and publishing systems put into a text, as documents of other people have it;
//! in words of our own.

use serde_json::json;

use super::import;
use super::said::{article, blocks, line};
use super::seen::read;

#[test]
fn import_leaves_out_contents_and_minutes() {
    for around in [
        "<div id='toc_container'><p class='toc_title'>目次</p><ul class='toc_list'><li><a href='#i'>1 A</a></li></ul></div>",
        "<div class='wp-block-yoast-seo-table-of-contents'><h2>Contents</h2><ul><li>A</li></ul></div>",
        "<div id='ez-toc-container'><div class='ez-toc-title-container'><p>Contents</p></div><nav><ul><li>A</li></ul></nav></div>",
        "<p><span class='rt-reading-time'><span>Reading time:</span> <span>7</span></span></p>",
        "<p class='yoast-reading-time__wrapper'>5 minutes</p>",
        "<div class='kg-card kg-cta-card'><p>Buy this</p></div>",
    ] {
        assert_eq!(read(&format!("{around}<p>Water.</p>")), ["p Water."], "{around}");
    }
    let contents = "<div class='toc'><ul><li><a href='#a'>A</a></li></ul></div>";
    assert_eq!(read(&format!("{contents}<p>Water.</p>")), ["p Water."]);
    for kept in [
        "<div class='post toc'><p>Water.</p></div>",
        "<div class='toc'><p>Water.</p><a href='/b'></a></div>",
        "<p class='ln'>Water.</p>",
    ] {
        assert_eq!(read(kept), ["p Water."], "{kept}");
    }
}

#[test]
fn import_reads_notes_of_word_processors_and_plugins() {
    for html in [
        "<p>It ran <a href='#_ftn1' name='_ftnref1'><span>[1]</span></a> dry.</p>\
         <div><a href='#_ftnref1' name='_ftn1'><span>[1]</span></a> Log of the lock</div>",
        "<p>It ran <span class='footnote_referrer'><a role='button'><sup id='footnote_plugin_tooltip_19_1' class='footnote_plugin_tooltip_text'>1</sup></a>\
         <span id='footnote_plugin_tooltip_text_19_1' class='footnote_tooltip'>Log of the lock</span></span> dry.</p>\
         <div class='speaker-mute footnotes_reference_container'><p>Footnotes</p><table><tr><td>1</td><td>Log</td></tr></table></div>",
        "<p>It ran <sup><a href='#n1'>1</a></sup> dry.</p>\
         <ol><li id='n1'>Log of the lock<span class='footnote-back-link-wrapper'>[<a href='#r1'>↩</a>]</span></li></ol>",
    ] {
        let item = json!({ "id": "1", "title": "Headline", "content_html": html });
        let feed = json!({ "version": "https://jsonfeed.org/version/1.1", "items": [item] });
        let read = import(&feed.to_string()).expect("a story");
        assert_eq!(blocks(&read), ["p It ran[^0] dry."], "{html}");
        assert_eq!(read.story.sources[0].name.as_deref(), Some("Log of the lock"), "{html}");
    }
    // A word that leads to such a name is a word.
    assert_eq!(read("<p>See <a href='#_ftnref2'>above</a>.</p>"), ["p See above."]);
}

#[test]
fn import_keeps_lines_of_verse_quotations_and_events() {
    for (html, expected) in [
        (
            "<pre class='wp-block-verse'>One<br>\ntwo\n\nthree</pre>",
            vec!["p One\u{2028}two", "p three"],
        ),
        ("<blockquote><p>One.</p><p>Two.</p></blockquote>", vec!["q One.\u{2028}Two. / "]),
    ] {
        assert_eq!(read(html), expected, "{html}");
    }
}

#[test]
fn import_leaves_a_table_of_figures_a_table() {
    let rows = |second: [&str; 2]| {
        format!(
            "<table><tr><th>Year</th><th>Votes</th></tr><tr><td>2016</td><td>{}</td></tr><tr><td>2020</td><td>{}</td></tr></table>",
            second[0], second[1]
        )
    };
    for figures in [["1,200", "980"], ["12%", "9 %"], ["€ 4", "5 million"], ["1100万人", "76天"]]
    {
        assert!(read(&rows(figures))[0].starts_with("table"), "{figures:?}");
    }
    // That many were there is something that happened, and so is what has a number in it.
    for events in [
        ["1,200 people came", "7"],
        ["Apollo 1", "Apollo 11"],
        ["武汉封城，影响1100万人", "武汉解封，历时76天"],
    ] {
        assert!(read(&rows(events)).is_empty(), "{events:?}");
    }
}

#[test]
fn import_reads_html_that_was_escaped_once_too_often() {
    let read = |body: &str| {
        let fields =
            json!({ "articleBody": body, "description": "&lt;p&gt;Lead &amp;amp; more&lt;/p&gt;" });
        let read = import(&article(&fields).to_string()).expect("a story");
        assert_eq!(line(&read.story.lead[0]), "Lead & more");
        blocks(&read)
    };
    assert_eq!(
        read("&lt;p&gt;One&lt;/p&gt;.&lt;p&gt;&lt;b&gt;Two&lt;/b&gt;&lt;/p&gt;"),
        ["p One", "p **Two**"]
    );
    // Words about HTML stay words.
    assert_eq!(read("Write &lt;b&gt; for bold."), ["p Write <b> for bold."]);
    assert_eq!(read("Use &lt;p&gt; and &lt;/p&gt;."), ["p Use <p> and </p>."]);
}

#[test]
fn import_takes_no_example_for_the_page_and_no_name_for_a_picture() {
    let fields = json!({
        "mainEntityOfPage": { "@type": "WebPage", "@id": "https://google.com/article" },
        "image": { "@id": "https://news.example/weir#primaryimage" },
        "articleSection": "Audio,Rivers,Locks",
    });
    let read = import(&article(&fields).to_string()).expect("a story");
    assert_eq!(
        read.story.url.as_ref().map(story_card::story::SafeLink::as_str),
        Some("https://news.example/weir")
    );
    assert_eq!(read.story.image, None);
    assert_eq!(read.story.article_section.as_deref(), Some("Audio"));
    let fields =
        json!({ "image": { "@id": "https://news.example/a.jpg" }, "articleSection": "1,000 days" });
    let read = import(&article(&fields).to_string()).expect("a story");
    assert!(read.story.image.is_some());
    assert_eq!(read.story.article_section.as_deref(), Some("1,000 days"));
    // A publisher's sign is no picture of the story.
    let sign = "https://news.example/sign.png";
    let fields =
        json!({ "image": { "url": sign }, "publisher": { "name": "N", "logo": { "url": sign } } });
    assert_eq!(import(&article(&fields).to_string()).expect("a story").story.image, None);
    let typeless = import(r#"{ "@context": "https://schema.org", "@type": [], "headline": "A" }"#);
    assert_eq!(typeless.expect("a story").story.headline, "A");
}

#[test]
fn import_dates_the_reports_of_a_live_blog() {
    let updates = json!([
        { "@type": "BlogPosting", "headline": "Gate opens", "dateCreated": "2026-05-04T10:00:00Z" },
        { "@type": "BlogPosting", "articleBody": "Stay calm.", "datePublished": "2026-05-04T11:00:00Z" },
        { "@type": "BlogPosting", "headline": "Rain", "description": "It falls.", "datePublished": "2026-05-04T09:00:00Z" },
    ]);
    let read = import(
        &article(&json!({ "@type": "LiveBlogPosting", "liveBlogUpdate": updates })).to_string(),
    );
    let read = read.expect("a story");
    assert_eq!(blocks(&read), ["p Stay calm.", "# Gate opens", "# Rain", "p It falls."]);
    assert!(read.story.sections.iter().all(|section| section.modified.is_some()));
}

#[test]
fn import_reads_items_of_superdesk() {
    let item = json!({
        "guid": "urn:newsml:weir", "type": "text", "headline": "The weir", "pubstatus": "usable",
        "versioncreated": "2026-05-04T10:00:00+0000", "body_html": "<p>Water.</p>", "language": "en",
    });
    for document in [item.clone(), json!([item]), json!({ "_links": {}, "_items": [item] })] {
        let read = import(&document.to_string()).expect("a story");
        assert_eq!(read.format.as_str(), "ninjs");
        assert_eq!(read.story.id.as_deref(), Some("urn:newsml:weir"));
        assert_eq!(blocks(&read), ["p Water."]);
    }
    // What comes of a feed has a `guid` too.
    let other = json!({ "guid": "1", "title": "A", "description": "B" });
    assert!(import(&other.to_string()).is_err());
}

#[test]
fn import_gives_a_picture_the_name_beneath_it() {
    let figure = "<figure><img src='https://i.example/a.jpg' alt='Weir'><div class='byline'>Ida/EX</div><figcaption>Cap</figcaption></figure><p>a</p>";
    assert_eq!(read(figure), ["img https://i.example/a.jpg None Cap", "p a"]);
}

#[test]
fn import_keeps_the_space_in_a_raised_number() {
    assert_eq!(
        read("<p>patients.<sup>1,2 </sup>HSC, x <sup> 2</sup></p>"),
        ["p patients.¹,² HSC, x ²"]
    );
}

#[test]
fn import_leaves_out_the_head_of_nitf() {
    let body = "<body.head><hedline><hl1>The weir</hl1></hedline><byline>By Ida</byline></body.head><body.content><block><p>Water.</p></block></body.content>";
    assert_eq!(read(body), ["p Water."]);
}

#[test]
fn import_keeps_a_list_whole_whose_entries_have_signs() {
    let sign = "<img src='https://i.example/a.svg' width=16 height=16>";
    let list = format!("<ul><li>{sign} Free</li><li>{sign} Fast</li></ul><p>b</p>");
    let picture = "img https://i.example/a.svg Some((16, 16)) ";
    assert_eq!(read(&list), ["ul Free | Fast", picture, picture, "p b"]);
    let down = "<ol reversed><li>a</li><li>b</li><li>c</li></ol>";
    assert_eq!(read(down), ["ol 3: a", "ol 2: b", "ol c"]);
    let down = "<ol reversed><li>a<pre>c</pre>more</li><li><img src='https://i.example/a.svg'>b</li><li></li><li>c</li></ol>";
    let picture = "img https://i.example/a.svg None ";
    assert_eq!(read(down), ["ol 4: a", "code None \"c\"", "p more", picture, "ol 3: b", "ol 2: c"]);
}

#[test]
fn import_reads_headings_that_open_or_lead_to_themselves() {
    let accordion = "<h3 class='wp-block-accordion-heading'><button aria-expanded='false'><span>How much?</span>\
        <span class='wp-block-accordion-heading__toggle-icon'>+</span></button></h3><div><p>Ten.</p></div>";
    assert_eq!(read(accordion), ["h How much?", "p Ten."]);
    for sign in ["<a href='#m'>#</a>", "<a class='anchor' href='#m'>¶</a>", "<a href='#m'>🔗</a>"]
    {
        let heading = format!("<h2 id='m'>{sign} Methods {sign}</h2><p>a</p>");
        assert_eq!(read(&heading), ["# Methods", "p a"], "{sign}");
    }
}

#[test]
fn import_knows_the_number_of_a_note_in_every_form() {
    for number in ["<sup>1</sup>", "^ ", "1. ", "[1] ", "↑ "] {
        let html = format!("<p>A<sup><a href='#n1'>1</a></sup></p><p id='n1'>{number} A note.</p>");
        let item = json!({ "id": "1", "title": "Headline", "content_html": html });
        let feed = json!({ "version": "https://jsonfeed.org/version/1.1", "items": [item] });
        let read = import(&feed.to_string()).expect("a story");
        assert_eq!(read.story.sources[0].name.as_deref(), Some("A note."), "{number}");
    }
}

#[test]
fn import_leaves_out_the_numbers_of_lines() {
    let beside = "<table><tr><td class='gutter'><pre>1\n2\n</pre></td><td class='code'><pre>a();\nb();</pre></td></tr></table>";
    assert_eq!(read(beside), ["code None \"a();\\nb();\""]);
    let inside =
        "<pre><code><span class='ln'>1</span>ls\n<span class='ln'>2</span>pwd</code></pre>";
    assert_eq!(read(inside), ["code None \"ls\\npwd\""]);
    // What a program has printed is no number of a line.
    assert_eq!(
        read("<p>It says:</p><pre>1\n2\n3</pre>"),
        ["p It says:", "code None \"1\\n2\\n3\""]
    );
}

#[test]
fn import_names_the_authors_of_an_item() {
    let item = json!({
        "guid": "urn:newsml:weir", "type": "text", "headline": "The weir", "pubstatus": "usable",
        "versioncreated": "2026-05-04T10:00:00+0000",
        "authors": [{ "name": "Ida Example", "role": "writer" }, { "name": "Ed Example", "role": "editor" }],
    });
    let read = import(&item.to_string()).expect("a story");
    let names: Vec<&str> = read.story.authors.iter().map(|author| &*author.name).collect();
    assert_eq!(names, ["Ida Example"]);
}

#[test]
fn import_leaves_out_other_posts_and_forms_for_letters() {
    for around in [
        "<ul class='wp-block-latest-posts__list wp-block-latest-posts'><li><a href='https://w.example/q'>Other</a></li></ul>",
        "<div class='wp-block-newspack-blocks-homepage-articles'><article><h3><a href='https://w.example/z'>Other</a></h3></article></div>",
        "<div class='wp-block-query'><ul class='wp-block-post-template'><li><h2><a href='https://w.example/z'>Other</a></h2></li></ul></div>",
        "<div class='newsletter-signup'><h3>Our letter</h3><p>Each week.</p><form><input type='email'></form></div>",
        "<section class='box subscribe-box'><p>Our letter</p><div><form><input></form></div></section>",
    ] {
        assert_eq!(read(&format!("<p>Water.</p>{around}")), ["p Water."], "{around}");
    }
    for kept in [
        "<div class='newsletter'><p>Water.</p></div>",
        "<div class='post'><p>Water.</p><form><input type='email'></form></div>",
        "<article class='newsletter'><p>Water.</p><form><input type='email'></form></article>",
    ] {
        assert_eq!(read(kept), ["p Water."], "{kept}");
    }
}

#[test]
fn import_leaves_out_links_that_share_the_page() {
    let facebook =
        "<a href='https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fw.example'>Share</a>";
    let letter = "<a href='mailto:?subject=Water'>Mail</a>";
    for around in [
        format!("<div class='buttons'>{facebook} {letter}</div>"),
        format!("<p>Share this story: <b>{facebook}</b> | {letter}</p>"),
        format!("<ul><li>{facebook}</li><li>{letter}</li></ul>"),
    ] {
        assert_eq!(read(&format!("<p>Water.</p>{around}")), ["p Water."], "{around}");
    }
    for kept in [
        "<p>She asked all readers to <a href='https://twitter.com/intent/tweet?text=x'>tweet it</a>.</p>",
        "<p><a href='https://www.facebook.com/port'>The port</a></p>",
        "<p><a href='mailto:port@w.example'>Write to the port</a></p>",
        "<p><a href='https://w.example/share'>Shares</a> <a href='mailto:?subject=x'>Mail</a></p>",
    ] {
        assert_eq!(read(kept).len(), 1, "{kept}");
    }
}

#[test]
fn import_leaves_out_what_stands_over_advertisements_in_more_languages() {
    for word in ["ADVERTISING", "Pubblicità", "Advertentie", "Publicidade", "Реклама", "Reklama"]
    {
        assert_eq!(read(&format!("<p>{word}</p><p>Water.</p>")), ["p Water."], "{word}");
    }
    assert_eq!(read("<p>Advertising rose.</p>"), ["p Advertising rose."]);
}
