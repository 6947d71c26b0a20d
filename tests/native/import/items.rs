//! Items of agencies, articles for search engines and timelines, in shapes that publishers
//! give them.

use serde_json::{Value, json};

use super::said::check;

const TEXT: &str = "/sections/0/blocks/0/text";

#[test]
fn import_items_of_every_version_of_ninjs() {
    let renditions = json!({
        "small": { "href": "https://i.example/s.jpg", "mimetype": "image/jpg", "width": "100", "height": 50 },
        "print": { "href": "https://i.example/t.tif", "mimetype": "image/tiff", "width": 1000, "height": 500 },
        "lost": { "mimetype": "image/jpeg", "width": 5000, "height": 500 },
    });
    check(
        &json!({ "uri": "urn:x:1", "type": "picture", "headline": "H", "body_text": "A caption.",
            "by": "Von Max Muster", "renditions": renditions }),
        &[
            ("/description", json!("A caption.")),
            ("/sections", Value::Null),
            ("/author/0/name", json!("Max Muster")),
            ("/image/url", json!("https://i.example/s.jpg")),
            ("/image/creditText", json!("Max Muster")),
            ("/image/width", json!(100)),
        ],
    );
    check(
        &json!({ "uri": "x", "headline": "H", "body_html": "no tags\nat all" }),
        &[("/sections/0/blocks", json!([{ "type": "paragraph", "text": "no tags at all" }]))],
    );
    let bodies = json!([
        { "contentType": "text/plain", "value": "one\ntwo", "charcount": 7 },
        { "contentType": "application/xhtml+xml", "value": "<html><head><title>Long H</title></head><body><h1>Long H</h1><p>One</p></body></html>" },
        { "contentType": "application/nitf+xml", "value": "<nitf><body><p>n</p></body></nitf>" },
    ]);
    let associations = json!([
        { "type": "text", "uri": "http://id.agency.example/6", "headline": "Without a page" },
        { "type": "text", "uri": "https://agency.example/7", "headline": "With one" },
    ]);
    check(
        &json!({ "standard": { "name": "ninjs", "version": "3.0" }, "uri": "http://id.agency.example/5",
            "title": "Meta", "edNote": "For staff", "pubStatus": "usable", "usageTerms": "No sale",
            "embargoedUntil": "2020-01-01T00:00:00Z", "versionCreated": "2026-01-01T10:00:00Z",
            "headlines": [{ "role": "kicker", "value": "K" }, { "role": "long", "value": "Long <b>H</b>" }],
            "descriptions": [{ "role": "creditline", "value": "no" }, { "role": "summary", "value": "D" }],
            "bodies": bodies, "associations": associations, "subjects": [{ "name": "S", "rel": "about" }],
            "digitalSourceType": { "uri": "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia" } }),
        &[
            ("/url", Value::Null),
            ("/headline", json!("Long H")),
            ("/alternativeHeadline", json!("K")),
            ("/description", json!("D")),
            ("/sections/0/blocks", json!([{ "type": "paragraph", "text": "One" }])),
            ("/datePublished", json!("2026-01-01T10:00:00Z")),
            ("/articleSection", json!("S")),
            ("/relatedLink", json!([{ "name": "With one", "url": "https://agency.example/7" }])),
            ("/digitalSourceType", json!("trainedAlgorithmicMedia")),
            ("/copyrightNotice", json!("No sale")),
        ],
    );
}

/// An article with more fields.
fn article(more: &Value) -> Value {
    let mut article = json!({
        "@context": "https://schema.org",
        "@type": "OpinionNewsArticle",
        "headline": "Head &quot;x&quot; &amp;amp; y",
        "datePublished": "2026-01-02T03:04:05+0100",
        "dateModified": "2026-01-01",
    });
    let fields = article.as_object_mut().expect("an object");
    fields.extend(more.as_object().expect("an object").clone());
    article
}

#[test]
fn import_authors_of_every_shape() {
    let authors = json!([["Ann", "Bo"], { "@type": "person", "name": ["<a href='/c'>Cy</a>", "Di"] },
        { "@id": "#nobody" }, "https://social.example/x", { "name": " " }, "by Eve Vant"]);
    let names =
        ["Ann", "Bo", "Cy", "Di", "Eve Vant"].map(|n| json!({ "type": "Person", "name": n }));
    check(
        &article(&json!({ "author": authors, "image": { "@list": ["https://i.example/1.jpg"] } })),
        &[
            ("/author", json!(names)),
            ("/headline", json!("Head \"x\" &amp; y")),
            ("/datePublished", json!("2026-01-02T03:04:05+01:00")),
            ("/dateModified", Value::Null),
            ("/articleType", json!("opinion")),
            ("/image/url", json!("https://i.example/1.jpg")),
        ],
    );
    let both = json!({ "author": { "@type": ["Person", "Organization"], "name": "Pat" } });
    check(&article(&both), &[("/author/0/type", json!("Person"))]);
    let publisher = json!({ "author": { "@type": "Organization", "name": "Org" }, "publisher": { "name": "Org" } });
    check(&article(&publisher), &[("/author", Value::Null), ("/publisher/name", json!("Org"))]);
}

#[test]
fn import_names_the_author_of_a_site_that_bears_the_same_name() {
    let site = json!({ "@type": "Organization", "name": "Ida Holm" });
    let person = json!({ "@type": "Person", "name": "Ida Holm" });
    for author in [person.clone(), json!([person]), json!([person, site])] {
        let fields = json!({ "author": author, "publisher": site });
        check(
            &article(&fields),
            &[
                ("/author/0/name", json!("Ida Holm")),
                ("/author/0/type", json!("Person")),
                ("/author/1", Value::Null),
            ],
        );
    }
    // A name alone may be the site's.
    let fields = json!({ "author": "Ida Holm", "publisher": site });
    check(&article(&fields), &[("/author", Value::Null)]);
}

#[test]
fn import_what_an_article_relies_on() {
    let more = json!({
        "isAccessibleForFree": "False", "url": "https://s.example/m", "speakable": { "cssSelector": ["p"] },
        "correction": { "@type": "CorrectionComment", "text": "We <b>erred</b>", "datePublished": "2026-01-03" },
        "citation": ["Book, 1999", "https://c.example/x", { "name": "N", "url": "https://c.example/y", "author": "Q" }],
        "articleBody": "One.\n\nTwo &amp; three.",
        "digitalSourceType": { "@id": "https://schema.org/TrainedAlgorithmicMediaDigitalSource" },
    });
    let page = json!({ "@context": "https://schema.org", "@type": "WebPage", "inLanguage": "fr", "mainEntity": article(&more) });
    check(
        &page,
        &[
            ("/inLanguage", json!("fr")),
            ("/disclaimer", json!("[Subscriber content](https://s.example/m)")),
            ("/correction", json!([{ "datePublished": "2026-01-03", "text": "We erred" }])),
            ("/citation/0", json!({ "id": "1", "name": "Book, 1999" })),
            ("/citation/1/url", json!("https://c.example/x")),
            ("/citation/2/author", json!("Q")),
            (TEXT, json!("One.")),
            ("/sections/0/blocks/1/text", json!("Two & three.")),
            ("/digitalSourceType", json!("trainedAlgorithmicMedia")),
        ],
    );
}

#[test]
fn import_dates_of_timelines_in_every_shape() {
    let dates = [
        (json!({ "year": "-44", "month": "3", "day": "15" }), json!("-0043-03-15")),
        (json!({ "year": -13_800_000_000_i64 }), json!("Y-13800000000")),
        (json!({ "year": "1,999", "month": "", "day": "" }), json!("1999")),
        (json!({ "year": "0" }), json!("0000")),
        (json!({ "year": "2020", "month": "13" }), json!("2020")),
        (json!({ "year": "2001", "month": 2, "day": 31 }), json!("2001-02")),
        (json!("2011,12,10,07,02"), json!("2011-12-10")),
        (json!({ "year": "Now" }), Value::Null),
    ];
    for (start, expected) in dates {
        let blank = json!({ "year": "", "month": "", "day": "" });
        let event = json!({ "start_date": start, "end_date": blank, "text": { "headline": "H" }, "group": "G &amp; H",
            "media": { "url": "https://v.example/x" } });
        let title = json!([{ "text": { "headline": "<b>Bold</b> &amp; x" } }]);
        check(
            &json!({ "title": title, "events": [event], "eras": [], "scale": "human" }),
            &[
                ("/headline", json!("Bold & x")),
                ("/timeline/events/0/date", expected),
                ("/timeline/events/0/group", json!("G & H")),
                ("/timeline/events/0/url", json!("https://v.example/x")),
            ],
        );
    }
}

#[test]
fn import_takes_no_letter_of_a_code_for_the_name_of_a_subject() {
    check(
        &json!({ "uri": "x", "headline": "H", "body_html": "<p>a</p>", "subject": [
            { "rels": ["category"], "code": "s", "name": "s" }, { "name": "Baseball" }, { "name": "海" }] }),
        &[("/articleSection", json!("Baseball")), ("/keywords", json!(["Baseball", "海"]))],
    );
}

#[test]
fn import_takes_no_logo_for_the_picture_of_an_item() {
    let graphic = |name: &str, url: &str| json!({ "name": name, "type": "graphic", "renditions": [{ "href": url, "contenttype": "image/jpeg" }] });
    let (logo, map) =
        (graphic("logo", "https://i.example/l.jpg"), graphic("map", "https://i.example/m.jpg"));
    let item = |parts: Value| json!({ "uri": "x", "headline": "H", "associations": parts });
    check(&item(json!([logo])), &[("/image", Value::Null)]);
    check(&item(json!([logo, map])), &[("/image/url", json!("https://i.example/m.jpg"))]);
    let mut parts = json!({ "logo": logo, "map": map });
    parts["logo"].as_object_mut().expect("an object").remove("name");
    check(&item(parts), &[("/image/url", json!("https://i.example/m.jpg"))]);
}

#[test]
fn import_takes_a_part_with_a_picture_for_one_though_it_does_not_say_so() {
    let picture = json!({ "headline": "The quay", "description_text": "At noon",
        "renditions": { "16-9": { "href": "https://n.example/assets/12", "mimetype": "image/jpeg" } } });
    let story = json!({ "headline": "Another", "uri": "https://n.example/2" });
    let item = json!({ "guid": "1", "versioncreated": "2026-01-01T10:00:00Z", "headline": "H",
        "associations": { "featuremedia": picture, "related": story } });
    check(
        &item,
        &[
            ("/image/url", json!("https://n.example/assets/12")),
            ("/image/caption", json!("At noon")),
            ("/relatedLink", json!([{ "name": "Another", "url": "https://n.example/2" }])),
        ],
    );
}

#[test]
fn import_calls_no_section_by_the_form_of_an_item() {
    let item = |fields: &[(&str, Value)]| {
        let mut item = json!({ "uri": "urn:x:1", "type": "text", "headline": "H",
            "body_html": "<p>Text.</p>" });
        for (key, value) in fields {
            item[*key] = value.clone();
        }
        item
    };
    let named = |name: &str| json!([{ "name": name }]);
    let subject = ("subject", named("Harbours"));
    for form in ["Article", "Article (news)", "article (News)", "Current"] {
        check(
            &item(&[("genre", named(form)), subject.clone()]),
            &[("/articleSection", json!("Harbours"))],
        );
        check(&item(&[("genre", named(form))]), &[("/articleSection", Value::Null)]);
    }
    check(
        &item(&[("genre", named("Analysis")), subject]),
        &[("/articleSection", json!("Analysis"))],
    );
}
