//! What is said once, though a document says it twice.

use serde_json::{Value, json};

use super::said::check;

const NOTHING: Value = Value::Null;

#[test]
fn import_says_the_headline_once() {
    let article = |fields: Value| {
        let mut article = json!({ "@type": "NewsArticle", "headline": "The \"ferry\" rose",
            "articleBody": "Text." });
        for (key, value) in fields.as_object().into_iter().flatten() {
            article[key] = value.clone();
        }
        article
    };
    let same = "The &quot;ferry&quot; rose";
    check(&article(json!({ "description": same })), &[("/description", NOTHING)]);
    for second in [json!(same), json!([same, same])] {
        check(
            &article(json!({ "alternativeHeadline": second, "description": "More of it." })),
            &[("/alternativeHeadline", NOTHING), ("/description", json!("More of it."))],
        );
    }
    // Of an item without a title the summary is the headline.
    check(
        &json!({ "version": "https://jsonfeed.org/version/1.1", "title": "F",
            "items": [{ "id": "1", "summary": "The ferry rose." }] }),
        &[("/headline", json!("The ferry rose.")), ("/description", NOTHING)],
    );
    check(
        &json!({ "id": 1, "link": "https://w.example/x", "title": { "rendered": "The ferry rose" },
            "excerpt": { "rendered": "<p>The ferry rose</p>" },
            "content": { "rendered": "<p>Text.</p>" } }),
        &[("/headline", json!("The ferry rose")), ("/description", NOTHING)],
    );
    check(&article(json!({ "description": "The ferry" })), &[("/description", json!("The ferry"))]);
}

#[test]
fn import_says_a_long_lead_once_that_a_program_has_cut_in_a_word() {
    let first = "The ferry Anna was raised at noon on Sunday, the port of Sandholm said, after \
        divers had closed the hole in her side and pumped her dry for two days and a night.";
    let item = |lead: &str| {
        json!({ "uri": "urn:x:1", "type": "text", "headline": "H", "description_text": lead,
            "body_html": format!("<div><span>Harbours</span><span>XY</span></div><p>{first}</p>") })
    };
    let cut = first.strip_suffix("ight.").expect("a night");
    check(&item(cut), &[("/description", NOTHING)]);
    check(&item("The ferry An"), &[("/description", json!("The ferry An"))]);
}

#[test]
fn import_begins_no_text_with_its_headline() {
    let item =
        |body: &str| json!({ "uri": "urn:x:1", "headline": "Ferry rises", "body_text": body });
    check(
        &item("Ferry rises\nHarbours XY\nShe floats."),
        &[("/sections/0/blocks/0/text", json!("Harbours XY"))],
    );
    // Where that is all there is, it stays.
    check(&item("Ferry rises"), &[("/sections/0/blocks/0/text", json!("Ferry rises"))]);
}

#[test]
fn import_leaves_out_a_last_link_to_the_story_itself() {
    let item = |html: &str| {
        json!({ "version": "https://jsonfeed.org/version/1.1", "items": [{ "id": "1", "title": "T",
            "url": "https://f.example/1", "content_html": html }] })
    };
    for last in [
        "<a href='https://f.example/1'>Read more</a>",
        "<strong><a href='https://f.example/1'>Continue reading →</a></strong>",
    ] {
        let html = format!("<p>She floats.</p><p>{last}</p>");
        check(&item(&html), &[("/sections/0/blocks/1", NOTHING)]);
    }
    for kept in [
        "<a href='https://f.example/2'>Read more</a>",
        "More in <a href='https://f.example/1'>the log</a>",
    ] {
        let html = format!("<p>She floats.</p><p>{kept}</p>");
        check(&item(&html), &[("/sections/0/blocks/1/type", json!("paragraph"))]);
    }
    check(
        &item("<p><a href='https://f.example/1'>Read more</a></p>"),
        &[("/sections/0/blocks/0/type", json!("paragraph"))],
    );
}

#[test]
fn import_keeps_a_lead_that_ends_in_the_midst_of_a_word_of_the_text() {
    let item = |lead: &str, text: &str| {
        json!({ "version": "https://jsonfeed.org/version/1.1", "title": "F",
            "items": [{ "id": "1", "title": "H", "summary": lead, "content_html": text }] })
    };
    for (lead, text, expected) in [
        ("War", "<p>Warsaw has a new bridge.</p>", json!("War")),
        ("Rates rise 5", "<p>Rates rise 50 percent.</p>", json!("Rates rise 5")),
        ("Warsaw has", "<p>Warsaw has a new bridge.</p>", NOTHING),
        ("Warsaw has a new", "<p>Warsaw <b>has</b> a – new bridge.</p>", NOTHING),
        ("Warsaw has a ne…", "<p>Warsaw has a new bridge.</p>", NOTHING),
        ("Warsaw has a new bridge", "<p>Warsaw has a new bridge</p><p>More.</p>", NOTHING),
        ("东京今天下雨", "<p>东京今天下雨了。</p>", NOTHING),
    ] {
        check(&item(lead, text), &[("/description", expected)]);
    }
}

#[test]
fn import_says_a_lead_once_that_is_all_of_the_text() {
    let feed = |lead: &str, text: &str| {
        json!({ "version": "https://jsonfeed.org/version/1.1", "title": "F",
            "items": [{ "id": "1", "title": "H", "summary": lead, "content_html": text }] })
    };
    let notes = "<p>A note that says little.</p>".repeat(20);
    let listed =
        "<p>Three ways:</p><ul><li>One way</li><li>Another way</li></ul><p>That is all.</p>";
    let headed = "<p>First words.</p><h3>A heading</h3><p>Last words.</p>";
    for text in [&notes, listed, headed] {
        check(&feed(text, text), &[("/description", NOTHING)]);
    }
    check(&feed("One way", listed), &[("/description", json!("One way"))]);
}
