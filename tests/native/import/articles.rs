//! Agencies, feeds and articles of our own.

use serde_json::{Value, json};
use story_card::story::{AiDisclosure, Language, SafeLink, plain};

use super::said::{article, blocks, check, fixture, item, line, read};
use super::shown::Shown;
use super::{import, import_item};

#[test]
fn import_forms_of_ninjs() {
    let imported = read("ninjs_roles.json");
    let story = &imported.story;
    assert_eq!((imported.stories, story.headline.as_str()), (5, "Ferry afloat"));
    assert_eq!(story.alternative_headline.as_deref(), Some("Shipping"));
    assert_eq!(blocks(&imported), ["p First paragraph.", "p Second\u{a0}paragraph."]);
    assert_eq!(story.authors[0].name, "Ann Lee and Bo Ek, Agency");
    assert_eq!(plain(&story.lead[0]), "The ferry floats.");
    assert_eq!(story.url.as_ref().map(SafeLink::as_str), Some("https://agency.example/ferry"));
    assert_eq!(
        story.image.as_ref().map(|image| image.url.as_str()),
        Some("https://img.example/m.jpg")
    );
    let links: Vec<&str> = story.related.iter().map(|link| link.name.as_str()).collect();
    assert_eq!(links, ["Ownership", "Earlier story"]);
    assert_eq!(story.digital_source_type.as_deref(), Some("compositeWithTrainedAlgorithmicMedia"));
    assert!(!Shown::of(story).text.contains("Not for readers"));
    for item in ["1", "2", "3"] {
        let error = import_item(&fixture("ninjs_roles.json"), item).expect_err("held back");
        assert_eq!(error.code(), "withheld", "{item}");
    }
    let titled = item("ninjs_roles.json", "tag:agency.example,2026:5");
    assert_eq!(titled.story.headline, "Titled");
    assert_eq!(blocks(&titled), ["p One.", "p Two."]);
    assert_eq!(titled.story.published.map(|date| date.to_string()).as_deref(), Some("2026-01-02"));
}

#[test]
fn import_odd_feeds() {
    let error = import_item(&fixture("json_feed_odd.json"), "2").expect_err("nothing to show");
    assert_eq!(error.code(), "not-a-story");
    let imported = read("json_feed_odd.json");
    let story = &imported.story;
    assert_eq!((imported.stories, imported.index), (3, Some(0)));
    assert_eq!(story.headline, "AT&T <b> again");
    assert_eq!(line(&story.lead[0]), "Short **lead**.");
    assert_eq!(story.keywords, ["sea", "ferry"]);
    assert_eq!(story.authors[0].name, "who.example");
    assert_eq!(story.publisher.as_ref().map(|agent| agent.name.as_str()), Some("Feed & more"));
    assert_eq!(
        blocks(&imported),
        [
            "# One",
            "p See [above](#a), nowhere.",
            "p New paragraph.",
            "# Two",
            "code Some(\"rust\") \"fn main() {\\n}\"",
            "table Name,Size / A,1 | ,2",
            "embed https://feed.example/a.mp3 \"a.mp3 (audio/mpeg, 1:01:01)\"",
        ]
    );
    assert_eq!(story.sections[0].id, "a");
    assert_eq!(story.ai_disclosure, Some(AiDisclosure::Assisted));
    assert_eq!(story.sources.len(), 1);
    assert_eq!(story.published.map(|date| date.to_string()).as_deref(), Some("2026-01-02"));
    let third = item("json_feed_odd.json", "three");
    assert_eq!(third.story.headline, "How to use <div>");
    assert_eq!(blocks(&third), ["p One. Still one.", "p Two https://a.example"]);
    assert_eq!(third.story.authors[0].name, "Par Anne");
}

#[test]
fn import_a_graph() {
    let imported = read("json_ld_graph.json");
    let story = &imported.story;
    assert_eq!(story.headline, "Ferry \"afloat\"");
    let names: Vec<&str> = story.authors.iter().map(|agent| agent.name.as_str()).collect();
    assert_eq!(names, ["Anna Muster", "Bo Ek", "Cy"]);
    assert_eq!(story.authors[0].job_title.as_deref(), Some("Editor"));
    assert_eq!(story.language.as_ref().map(Language::as_str), Some("de-DE"));
    assert_eq!(story.modified, None);
    assert_eq!(
        story.published.map(|date| date.to_string()).as_deref(),
        Some("2019-11-19T07:09:00Z")
    );
    assert_eq!(story.keywords, ["sea", "ferry", "tug, boat"]);
    assert_eq!(blocks(&imported), ["p One.", "p Two."]);
    let image = story.image.as_ref().expect("a picture");
    assert_eq!(
        (image.url.as_str(), image.size),
        ("https://news.example/i.jpg", Some((1_200, 800)))
    );
    let sources: Vec<_> = story
        .sources
        .iter()
        .map(|s| (s.id.as_str(), s.name.as_deref(), s.author.as_deref()))
        .collect();
    assert_eq!(
        sources,
        [("1", None, None), ("2", Some("A book"), None), ("3", Some("Notice"), Some("Port"))]
    );
    assert_eq!(story.corrections.len(), 3);
    assert_eq!(story.digital_source_type.as_deref(), Some("trainedAlgorithmicMedia"));
    assert_eq!(
        story.disclaimer.as_ref().map(|text| line(text)).as_deref(),
        Some("[Subscriber content](https://news.example/a/)")
    );
    assert!(!Shown::of(story).text.contains("anna@"));
    let live = read("json_ld_live.json");
    assert_eq!(blocks(&live), ["p It **floats**.", "# First", "p It is stuck."]);
}

#[test]
fn import_says_a_second_headline_that_is_the_lead_once() {
    let article = |second: &str| {
        let article = serde_json::json!({
            "@context": "https://schema.org", "@type": "NewsArticle", "headline": "Rain",
            "alternativeHeadline": second, "description": "It rained for three days.",
        });
        super::import(&article.to_string()).expect("a story").story
    };
    let story = article("It rained for three days.");
    assert_eq!((story.alternative_headline, story.lead.len()), (None, 1));
    assert_eq!(article("The flood").alternative_headline.as_deref(), Some("The flood"));
}

#[test]
fn import_shows_the_questions_of_an_article_with_their_answers() {
    let question = |name: &str, answer: &str| {
        json!({ "@type": "Question", "name": name,
            "acceptedAnswer": { "@type": "Answer", "text": answer } })
    };
    let asked =
        [question("Is it open?", "<p>From <b>May</b> on.</p>"), question("Who pays?", "You.")];
    let page = json!({ "@type": "FAQPage", "mainEntity": asked });
    for parts in [json!(asked), json!(page), json!([page])] {
        let article = article(&json!({ "articleBody": "Text.", "hasPart": parts }));
        assert_eq!(
            blocks(&import(&article.to_string()).expect("a story")),
            ["p Text.", "# Is it open?", "p From **May** on.", "# Who pays?", "p You."]
        );
    }
}

#[test]
fn import_tells_an_update_once_that_stands_there_twice() {
    let update = |hour: u8, text: &str| {
        json!({ "@type": "BlogPosting", "headline": "Goal", "articleBody": text,
            "datePublished": format!("2026-05-04T0{hour}:00:00Z") })
    };
    let read = |updates: &[Value]| {
        let live =
            json!({ "@type": "LiveBlogPosting", "headline": "Final", "liveBlogUpdate": updates });
        blocks(&import(&live.to_string()).expect("a story"))
    };
    let twice = [update(2, "One."), update(1, "None."), update(2, "One.")];
    assert_eq!(read(&twice), ["# Goal", "p One.", "# Goal", "p None."]);
    // The same words may be said again later.
    let again = [update(2, "One."), update(1, "One.")];
    assert_eq!(read(&again), ["# Goal", "p One.", "# Goal", "p One."]);
    let created = |hour: u8| json!({ "articleBody": "Goal!", "dateCreated": format!("2026-05-04T0{hour}:00:00Z") });
    assert_eq!(read(&[created(2), created(1)]), ["p Goal!", "p Goal!"]);
    // Other pictures, or another name.
    let with = |key: &str, value: &str| {
        let mut update = update(1, "See.");
        update[key] = json!(value);
        update
    };
    let pictures =
        ["https://i.example/a.jpg", "https://i.example/b.jpg"].map(|url| with("image", url));
    assert_eq!(read(&pictures).len(), 6);
    let mut named = [with("name", "A"), with("name", "B")];
    for update in &mut named {
        update["headline"] = Value::Null;
    }
    assert_eq!(read(&named), ["# A", "p See.", "# B", "p See."]);
    // One of the name of the whole may be but a picture.
    let mut bare = with("image", "https://i.example/a.jpg");
    bare["headline"] = json!("Final");
    bare["articleBody"] = Value::Null;
    assert_eq!(read(&[bare]), ["img https://i.example/a.jpg None "]);
}

#[test]
fn import_reads_breaks_that_were_escaped_amid_a_text() {
    for (body, expected) in [
        ("One.&lt;br /&gt;&lt;br /&gt;Two.", vec!["p One.", "p Two."]),
        ("One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;", vec!["p One.", "p Two."]),
        ("One.&lt;BR&gt;Two &amp;amp; three.", vec!["p One.\u{2028}Two & three."]),
        ("“One.”&lt;br/&gt;Two.", vec!["p “One.”\u{2028}Two."]),
        // These speak of a tag.
        ("Write &lt;br /&gt; for a break.", vec!["p Write <br /> for a break."]),
        ("Nothing needs &lt;/p&gt;, or &lt;br&gt;.", vec!["p Nothing needs </p>, or <br>."]),
        ("Write \"&lt;br&gt;\" there.", vec!["p Write \"<br>\" there."]),
        ("Skriv ”&lt;br&gt;” där.", vec!["p Skriv ”<br>” där."]),
        ("»&lt;/p&gt;« endet, »&lt;br&gt;« bricht.", vec!["p »</p>« endet, »<br>« bricht."]),
        ("An empty &lt;p&gt;&lt;/p&gt; is bad.", vec!["p An empty <p></p> is bad."]),
        ("One&lt;br&gt;&lt;br&gt;Two", vec!["p One", "p Two"]),
    ] {
        let article = article(&json!({ "articleBody": body }));
        assert_eq!(blocks(&import(&article.to_string()).expect("a story")), expected, "{body}");
    }
}

#[test]
fn import_takes_the_beginning_of_a_date_with_a_length() {
    for (date, expected) in [
        ("2026-05-01T18:00+02:00/PT4H", "2026-05-01T18:00:00+02:00"),
        ("2026-05-01T18:00/PT4H", "2026-05-01"),
        ("2026-05-01/P3D", "2026-05-01"),
    ] {
        check(&article(&json!({ "datePublished": date })), &[("/datePublished", json!(expected))]);
    }
}

#[test]
fn import_keeps_words_that_begin_as_a_name_of_schema_org() {
    let prefixed = json!({
        "@context": { "schema": "https://schema.org/" }, "@type": "schema:NewsArticle",
        "schema:headline": "schema: what it is", "schema:articleSection": "schema:org",
        "schema:articleBody": "schema:headline is a word.",
        "schema:isAccessibleForFree": "schema:False",
    });
    check(
        &prefixed,
        &[
            ("/headline", json!("schema: what it is")),
            ("/articleSection", json!("schema:org")),
            ("/sections/0/blocks/0/text", json!("schema:headline is a word.")),
            ("/disclaimer", json!("Subscriber content")),
        ],
    );
}

#[test]
fn import_calls_no_update_by_the_name_of_the_whole_report() {
    let update = |hour: u8, text: &str| {
        json!({ "@type": "BlogPosting", "headline": "Final", "articleBody": text,
            "datePublished": format!("2026-05-04T0{hour}:00:00Z") })
    };
    let updates =
        [update(2, "A goal. And more of it."), update(1, "<p>It begins.</p><p>At noon.</p>")];
    let live =
        json!({ "@type": "LiveBlogPosting", "headline": "Final", "liveBlogUpdate": updates });
    assert_eq!(
        blocks(&import(&live.to_string()).expect("a story")),
        ["p A goal. And more of it.", "# It begins. At noon.", "p It begins.", "p At noon."]
    );
}

#[test]
fn import_reads_an_answer_that_is_named_many_times_only_a_few() {
    let answer = json!({ "@id": "#a", "@type": "Answer", "text": "Rain." });
    let question = json!({ "@type": "Question", "name": "Why?",
        "acceptedAnswer": vec![json!({ "@id": "#a" }); 90] });
    let article = article(&json!({ "hasPart": [question] }));
    let graph = json!({ "@context": "https://schema.org", "@graph": [article, answer] });
    let read = blocks(&import(&graph.to_string()).expect("a story"));
    assert_eq!(read.iter().filter(|block| *block == "p Rain.").count(), 3);
}
