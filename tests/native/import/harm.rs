//! Documents that mean harm, or are broken in every way.

use serde_json::{Value, json};
use story_card::import::Imported;
use story_card::{Error, Options, Story, parse, render_to_html};

use super::said::fixture;
use super::shown::Shown;
use super::{import, import_item};
use crate::hostile::documents::Maker;
use crate::hostile::{MARKS, SCRIPTS, URLS, all, places};

const FIXTURES: [&str; 10] = [
    "ghost_closed.json",
    "json_feed_odd.json",
    "json_ld_graph.json",
    "json_ld_live.json",
    "kagi_news.json",
    "ninjs_roles.json",
    "timeline_odd.json",
    "timeline_two.json",
    "wordpress_footnotes.json",
    "wordpress_people.json",
];

/// What the card says when it refuses.
const CODES: [&str; 5] =
    ["not-json", "not-a-story", "too-large", "unsupported-version", "withheld"];

fn document(name: &str) -> Value {
    serde_json::from_str(&fixture(name)).expect("JSON")
}

/// Fails where a story can do harm, or cannot be read again.
fn check(result: &Result<Imported, Error>, text: &str) {
    match result {
        Err(error) => assert!(CODES.contains(&error.code()), "{error}: {text}"),
        Ok(imported) => {
            harmless(&imported.story, text);
            let again = parse(&imported.to_json(None), &Options::default());
            let again = again.unwrap_or_else(|error| panic!("{error}: {text}"));
            harmless(&again.story, text);
        }
    }
}

fn harmless(story: &Story, text: &str) {
    for link in Shown::of(story).links {
        let is_path = !link.split(['/', '?', '#']).next().unwrap_or_default().contains(':');
        let is_safe =
            ["https://", "http://", "mailto:", "#"].iter().any(|start| link.starts_with(start));
        assert!(is_safe || is_path && !link.starts_with("//"), "{link}: {text}");
    }
}

/// Puts a text wherever a document has one.
fn put(value: &mut Value, text: &str, keeps: &[&str]) {
    match value {
        Value::String(old) => text.clone_into(old),
        Value::Array(items) => items.iter_mut().for_each(|item| put(item, text, keeps)),
        Value::Object(fields) => {
            for (key, value) in fields {
                if !keeps.contains(&key.as_str()) {
                    put(value, text, keeps);
                }
            }
        }
        _ => {}
    }
}

/// What tells the format, and whether a story may be shown.
const STRUCTURE: &[&str] = &[
    "version",
    "@context",
    "@type",
    "status",
    "pubStatus",
    "pubstatus",
    "embargoed",
    "embargoedUntil",
    "standard",
];

#[test]
fn import_keeps_harm_out_of_every_field() {
    let texts = [SCRIPTS, URLS, MARKS].into_iter().flat_map(all);
    for (index, text) in texts.enumerate() {
        // Three documents for each, and each document for many.
        for name in FIXTURES.iter().cycle().skip(index).step_by(3).take(3) {
            let mut value = document(name);
            put(&mut value, &text, STRUCTURE);
            let written = value.to_string();
            check(&import(&written), &text);
        }
    }
}

#[test]
fn import_runs_no_script_of_html() {
    for script in all(SCRIPTS) {
        let html = format!("<p>before</p>{script}<p>after</p>");
        let feed = json!({ "version": "https://jsonfeed.org/version/1", "items": [{ "id": 1, "title": "T", "content_html": html }] });
        let result = import(&feed.to_string());
        check(&result, &script);
        let imported = result.expect("a story");
        let shown = Shown::of(&imported.story).text;
        assert!(shown.contains("before"), "{script}");
        let page = pollster::block_on(render_to_html(std::rc::Rc::new(imported.story)));
        for sink in [
            "<script",
            "<iframe",
            "<object",
            "<embed",
            "<base",
            "<meta",
            "<form",
            "javascript:",
            " onerror=",
            " onload=",
        ] {
            let is_text = shown.to_lowercase().contains(sink.trim());
            assert!(is_text || !page.to_lowercase().contains(sink), "{sink}: {script}: {page}");
        }
    }
}

#[test]
fn import_loses_no_more_than_the_field_of_a_wrong_type() {
    let others = [
        json!(null),
        json!(true),
        json!(-7.5),
        json!("x"),
        json!([]),
        json!({}),
        json!([1, [2]]),
        json!({ "x": { "y": 1 } }),
    ];
    // Without these nothing is left, or nobody knows what it is.
    let needed = [
        "headline",
        "title",
        "rendered",
        "value",
        "items",
        "posts",
        "clusters",
        "events",
        "start_date",
        "timeline",
        "date",
        "@graph",
        "@type",
        "@context",
        "version",
        "text",
        "status",
        "protected",
        "pubStatus",
        "content",
        "headlines",
        "html",
    ];
    for name in FIXTURES {
        let whole = document(name);
        let mut paths = Vec::new();
        places(&whole, "", &mut paths);
        for (index, path) in paths.iter().enumerate() {
            for other in others.iter().cycle().skip(index).step_by(3).take(3) {
                let mut broken = whole.clone();
                *broken.pointer_mut(path).expect("a place") = other.clone();
                let text = broken.to_string();
                let result = import(&text);
                check(&result, &format!("{name}{path}: {other}"));
                let key = path.rsplit('/').next().unwrap_or_default();
                let is_needed = needed.contains(&key) || key.bytes().all(|b| b.is_ascii_digit());
                assert!(
                    result.is_ok() || is_needed,
                    "{name}{path} {other}: {:?}",
                    result.err().map(|e| e.to_string())
                );
            }
        }
    }
}

#[test]
fn import_ends_in_a_story_or_a_code() {
    let maker = Maker::new(FIXTURES.map(document).to_vec());
    for seed in 0..400 {
        let text = maker.document(seed);
        check(&import(&text), &text);
        check(&import_item(&text, "1"), &text);
    }
}

/// Signs and places that are never closed, and scripts, are on honest pages too.
#[test]
fn import_cuts_no_page_for_what_it_leaves_open() {
    for odd in ["<a id='page7'/>", "<a name=x>", "<i class='icon'/>", "<script>i<b;</script>"] {
        let text = format!("<p>{odd}A line of the story.</p>").repeat(700);
        let post = json!({ "id": 1, "link": "https://e.example/1", "title": { "rendered": "t" }, "content": { "rendered": text } });
        let story = import(&post.to_string()).expect("a story").story;
        let blocks: usize = story.sections.iter().map(|section| section.blocks.len()).sum();
        assert_eq!(blocks, 700, "{odd}");
    }
}

/// Each of these took minutes, or all of the stack.
#[test]
fn import_bears_what_goes_round_or_never_ends() {
    let article = |more: Value| {
        let mut article = json!({ "@type": "NewsArticle", "headline": "t", "articleBody": "x" });
        article
            .as_object_mut()
            .expect("an object")
            .extend(more.as_object().expect("an object").clone());
        article
    };
    let post = |html: String| json!({ "id": 1, "link": "https://e.example/1", "title": { "rendered": "t" }, "content": { "rendered": html } });
    let chain = (0..40).map(|n| {
        let next = json!({ "@id": format!("#{}", n + 1) });
        json!({ "@id": format!("#{n}"), "url": next, "contentUrl": next, "contentURL": next })
    });
    let chain = [article(json!({ "image": { "@id": "#0" } }))].into_iter().chain(chain);
    let agents: Vec<_> = (0..100).map(|n| format!("Ada {n}")).collect();
    let agents = vec![vec![json!({ "name": agents }); 50]; 40];
    for document in [
        json!({ "@context": "https://schema.org", "@graph": [
            article(json!({ "image": { "@id": "#a" } })),
            { "@id": "#a", "url": { "@id": "#a" }, "x": 1 },
        ] }),
        json!({ "@context": "https://schema.org", "@graph": chain.collect::<Vec<_>>() }),
        json!({ "@context": "https://schema.org", "@graph": [article(json!({ "author": agents }))] }),
        post("<ul>".repeat(20_000) + "<li>x"),
        post("<p>x".to_owned() + &"<sup data-fn=x>".repeat(10_000) + "1"),
        post(
            "<p>x".to_owned()
                + &"<sup data-fn=x class=toc>".repeat(5_000)
                + "<a href=http://a.b>1</a>",
        ),
        post((0..10_000).map(|n| format!("<b id={n}>")).collect::<Vec<_>>().concat()),
    ] {
        let text = document.to_string();
        check(&import(&text), &text[..80.min(text.len())]);
    }
}
