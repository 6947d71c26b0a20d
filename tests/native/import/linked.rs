//! What JSON-LD of real sites has: names behind names, parts of live reports, videos, rights.

use serde_json::{Value, json};

use super::import;
use super::said::{article, blocks, check};

#[test]
fn import_reads_the_author_behind_a_name_and_an_id() {
    let author = json!({ "name": "ida", "@id": "https://y.example/#/schema/person/1" });
    let person = json!({
        "@type": "Person", "@id": "https://y.example/#/schema/person/1", "name": "Ida Example",
        "description": "Writes of rivers.", "url": "https://y.example/author/ida/",
    });
    let of = |author: &Value, person: &Value| {
        let article = article(&json!({ "author": author }));
        json!({ "@context": "https://schema.org", "@graph": [article, person] })
    };
    check(
        &of(&author, &person),
        &[
            ("/author/0/name", json!("Ida Example")),
            ("/author/0/description", json!("Writes of rivers.")),
        ],
    );
    // What says less is not taken.
    let less = json!({ "@id": "https://y.example/#/schema/person/1", "image": "x", "url": "y" });
    check(&of(&author, &less), &[("/author/0/name", json!("ida"))]);
    let parts = json!({ "@type": "Person", "givenName": "Ida", "familyName": "Example" });
    check(&article(&json!({ "author": parts })), &[("/author/0/name", json!("Ida Example"))]);
}

#[test]
fn import_shows_pictures_and_videos_of_live_reports() {
    let report = |number: u8, image: &str| {
        json!({
            "@type": "BlogPosting", "headline": format!("Report {number}"), "articleBody": "Rain.",
            "datePublished": format!("2026-05-04T0{number}:00:00Z"), "image": image,
        })
    };
    let mut first = report(2, "https://i.example/roof.jpg");
    first["video"] =
        json!({ "@type": "VideoObject", "name": "V", "contentUrl": "https://v.example/v.mp4" });
    let page = "https://i.example/page.jpg";
    let read = import(
        &article(&json!({ "@type": "LiveBlogPosting", "image": page, "liveBlogUpdate": [first, report(1, page)] }))
            .to_string(),
    );
    assert_eq!(
        blocks(&read.expect("a story")),
        [
            "# Report 2",
            "p Rain.",
            "img https://i.example/roof.jpg None ",
            "embed https://v.example/v.mp4 \"V\"",
            "# Report 1",
            "p Rain.",
        ]
    );
}

#[test]
fn import_links_the_video_of_an_article_once() {
    let video = json!({ "@type": "VideoObject", "name": "The weir", "url": "https://v.example/1" });
    for body in
        ["Water.", "<p>Water.</p><iframe src='https://v.example/1' title='The weir'></iframe>"]
    {
        let read = import(&article(&json!({ "articleBody": body, "video": [video] })).to_string());
        let expected = ["p Water.", "embed https://v.example/1 \"The weir\""];
        assert_eq!(blocks(&read.expect("a story")), expected, "{body}");
    }
    let page = "https://news.example/weir";
    let video = json!({ "@type": "VideoObject", "name": "V", "url": page, "embedUrl": "https://v.example/e" });
    let read = import(&article(&json!({ "video": video })).to_string()).expect("a story");
    assert_eq!(blocks(&read), ["embed https://v.example/e \"V\""]);
    let video = json!({ "@type": "VideoObject", "name": "V", "url": page });
    let read = import(&article(&json!({ "video": video })).to_string()).expect("a story");
    assert!(blocks(&read).is_empty());
}

#[test]
fn import_reads_rights_and_principles_wherever_they_stand() {
    check(
        &article(&json!({
            "copyrightHolder": { "@type": "Organization", "name": "The Post" }, "copyrightYear": "2026",
            "publisher": { "name": "The Post", "publishingPrinciples": "https://news.example/ethics" },
        })),
        &[
            ("/copyrightNotice", json!("© 2026 The Post")),
            ("/publishingPrinciples", json!("https://news.example/ethics")),
        ],
    );
    let report =
        json!({ "@context": "https://schema.org", "@type": "Report", "headline": "A report" });
    check(&report, &[("/headline", json!("A report"))]);
}

#[test]
fn import_reads_seconds_and_dates_of_east_asia() {
    for (date, expected) in [
        (json!("1777881600"), "2026-05-04T08:00:00Z"),
        (json!(1_777_881_600_000_u64), "2026-05-04T08:00:00Z"),
        (json!("2026年5月4日"), "2026-05-04"),
        (json!("2026年05月04日 08:00"), "2026-05-04"),
        (json!("20260504"), "2026-05-04"),
    ] {
        check(&article(&json!({ "datePublished": date })), &[("/datePublished", json!(expected))]);
    }
}

#[test]
fn import_takes_no_site_for_the_author_that_has_its_name() {
    let site = json!({ "@type": "WebSite", "@id": "https://x.example/", "name": "X News", "url": "https://x.example/", "inLanguage": "en" });
    let author = json!({ "@type": "Person", "@id": "https://x.example/", "name": "Ida Example" });
    let document = json!({ "@context": "https://schema.org", "@graph": [site, article(&json!({ "author": author }))] });
    let read = import(&document.to_string()).expect("a story");
    assert_eq!(read.story.authors[0].name, "Ida Example");
}

#[test]
fn import_links_no_video_to_a_place_in_its_own_page_and_says_no_sign_twice() {
    for (url, expected) in [
        ("https://news.example/weir#video", "embed https://v.example/1 \"V\""),
        ("https://news.example/weir/", "embed https://v.example/1 \"V\""),
        ("https://news.example/watch?v=1", "embed https://news.example/watch?v=1 \"V\""),
    ] {
        let video = json!({ "@type": "VideoObject", "name": "V", "url": url, "embedUrl": "https://v.example/1" });
        let document = article(&json!({ "articleBody": "a", "video": video }));
        assert_eq!(blocks(&import(&document.to_string()).expect("a story"))[1], expected);
    }
    let holder = json!({ "copyrightHolder": { "name": "© X News" }, "copyrightYear": 2024 });
    let read = import(&article(&holder).to_string()).expect("a story");
    assert_eq!(read.story.copyright_notice.as_deref(), Some("© 2024 X News"));
}

#[test]
fn import_finds_what_stands_in_another_thing_by_its_name() {
    let logo = json!({ "@type": "ImageObject", "@id": "https://y.example/#logo", "url": "https://y.example/l.png" });
    let publisher = json!({
        "@type": "Organization", "@id": "https://y.example/#org", "name": "Example Courier",
        "image": { "@id": "https://y.example/#logo" }, "logo": logo,
    });
    let site = json!({ "@type": "WebSite", "name": "Courier", "publisher": publisher });
    let person =
        json!({ "@type": "Person", "@id": "https://y.example/#ida", "name": "Ida Example" });
    let page = json!({ "@type": "WebPage", "author": person });
    let article = article(&json!({
        "publisher": { "@id": "https://y.example/#org" }, "author": { "@id": "https://y.example/#ida" },
    }));
    check(
        &json!({ "@context": "https://schema.org", "@graph": [site, page, article] }),
        &[("/publisher/name", json!("Example Courier")), ("/author/0/name", json!("Ida Example"))],
    );
    let own = json!({ "@context": "https://schema.org", "@graph": [publisher, article] });
    check(&own, &[("/publisher/image", json!("https://y.example/l.png"))]);
}

#[test]
fn import_reads_texts_that_stand_in_lists() {
    let author = json!({ "@type": "Person", "name": "Ida", "description": ["Writes of rivers."] });
    let document = article(&json!({
        "articleBody": ["The weir <em>rose</em>.", { "@value": "Boats went under." }, "<h2>After</h2><p>Dry.</p>"],
        "description": ["<p>Water &amp; boats</p>"], "author": author,
    }));
    let read = import(&document.to_string()).expect("a story");
    assert_eq!(blocks(&read), ["p The weir *rose*.", "p Boats went under.", "# After", "p Dry."]);
    assert!(read.problems.is_empty(), "{:?}", read.problems);
    check(
        &document,
        &[
            ("/description", json!("Water & boats")),
            ("/author/0/description", json!("Writes of rivers.")),
        ],
    );
}

#[test]
fn import_looks_through_so_many_things_inside_of_others() {
    // However many stand inside, those of the upper level are found.
    let mut fields = json!({ "publisher": { "@id": "https://y.example/#org" } });
    for number in 0..3_000 {
        let id = format!("https://y.example/#{number}");
        fields[format!("thing{number:04}")] =
            json!({ "@id": id, "name": format!("Other {number}"), "url": "x" });
    }
    let org = json!({ "@type": "Organization", "@id": "https://y.example/#org", "name": "Example Courier" });
    fields["author"] = json!([
        { "@id": "https://y.example/#10" },
        { "@id": "https://y.example/#2999" },
    ]);
    let graph = json!({ "@context": "https://schema.org", "@graph": [article(&fields), org] });
    let read = [
        ("/publisher/name", json!("Example Courier")),
        ("/author", json!([{ "type": "Person", "name": "Other 10" }])),
    ];
    check(&graph, &read);
}

#[test]
fn import_shows_nothing_of_what_a_program_did_not_know() {
    let authors = json!([{ "@type": "Person", "name": "null" }, "undefined", "Ida Null"]);
    let expected = json!([{ "name": "Ida Null", "type": "Person" }]);
    let fields = json!({
        "author": authors, "articleSection": "nil", "keywords": ["None", "Water"],
    });
    let read =
        [("/author", expected), ("/articleSection", json!(null)), ("/keywords", json!(["Water"]))];
    check(&article(&fields), &read);
}

#[test]
fn import_reads_the_body_of_a_review() {
    let review = article(&json!({ "@type": "ReviewNewsArticle", "reviewBody": "It leaks." }));
    check(&review, &[("/sections/0/blocks/0/text", json!("It leaks."))]);
}

#[test]
fn import_names_who_is_quoted_in_a_part() {
    let parts = json!([
        { "@type": "Quotation", "text": "It rose.", "creator": { "@type": "Person", "name": "Ida Holm" } },
        { "@type": "Quotation", "text": "It fell.\nThen it rose." },
        { "@type": "Quotation", "name": "Log", "text": "Dry.", "author": "Ida Holm" },
        { "@type": "Quotation", "text": "Wet.", "spokenByCharacter": { "@type": "Person", "name": "Bo Strand" } },
    ]);
    let read = import(&article(&json!({ "articleBody": "Water.", "hasPart": parts })).to_string());
    assert_eq!(
        blocks(&read.expect("a story")),
        [
            "p Water.",
            "q It rose. / Ida Holm",
            "q It fell.\u{2028}Then it rose. / ",
            "# Log",
            "q Dry. / Ida Holm",
            "q Wet. / Bo Strand",
        ]
    );
}

#[test]
fn import_takes_the_name_of_an_article_of_wikipedia_for_its_headline() {
    let fields = json!({
        "@type": "Article", "name": "Holm weir", "headline": "weir in a river",
        "sameAs": "http://www.wikidata.org/entity/Q1",
        "mainEntity": "http://www.wikidata.org/entity/Q1",
    });
    let read = [("/headline", json!("Holm weir")), ("/description", json!("weir in a river"))];
    check(&article(&fields), &read);
    // One that only names a thing is called as others are.
    let fields = json!({
        "headline": "The weir opens", "name": "weir-2024", "description": "It runs.",
        "sameAs": "http://www.wikidata.org/entity/Q1",
    });
    let read = [("/headline", json!("The weir opens")), ("/description", json!("It runs."))];
    check(&article(&fields), &read);
}

#[test]
fn import_reads_an_article_whose_words_have_a_prefix() {
    check(
        &json!({ "@context": { "schema": "https://schema.org/" }, "@type": "schema:NewsArticle",
            "schema:headline": { "@value": "Die Fähre", "@language": "de" },
            "schema:datePublished": { "@value": "2024-03-01T10:00:00+01:00", "@type": "schema:DateTime" },
            "schema:author": { "@type": "schema:Person", "schema:name": "Ida Holm" },
            "schema:articleBody": "She rose." }),
        &[
            ("/headline", json!("Die Fähre")),
            ("/datePublished", json!("2024-03-01T10:00:00+01:00")),
            ("/author/0/name", json!("Ida Holm")),
            ("/sections/0/blocks/0/text", json!("She rose.")),
        ],
    );
}

#[test]
fn import_reads_reports_of_a_list_in_a_list() {
    let live = json!({ "@type": "LiveBlogPosting", "headline": "L", "liveBlogUpdate": [
        { "@type": "BlogPosting", "headline": "One", "articleBody": "First." },
        [{ "@type": "NewsArticle", "headline": "Two", "articleBody": "Second." }],
        { "@type": "BlogPosting", "headline": "Three", "articleBody": "Third." },
    ] });
    check(
        &live,
        &[
            ("/sections/1/headline", json!("Two")),
            ("/sections/1/blocks/0/text", json!("Second.")),
            ("/sections/2/headline", json!("Three")),
        ],
    );
}
