//! Tables, lists and frames with what belongs to them.

use serde_json::{Value, json};
use story_card::import::Imported;
use story_card::limits::MAX_ROWS;

use super::import;
use super::said::{blocks, check, codes};

fn read(field: &str, text: &str) -> Imported {
    let item = json!({ "version": "https://jsonfeed.org/version/1.1", "items": [{ "title": "T", field: text }] });
    import(&item.to_string()).expect("a story")
}

fn html(text: &str) -> Vec<String> {
    blocks(&read("content_html", text))
}

#[test]
fn import_keeps_the_caption_of_a_table() {
    let table = |inside: &str| format!("<table>{inside}<tr><td>Mon</td><td>3</td></tr></table>");
    for text in [
        table("<caption>Height in <em>m</em></caption>"),
        format!(
            "<figure class=\"wp-block-table\">{}<figcaption>Height in <em>m</em></figcaption></figure>",
            table("")
        ),
    ] {
        let imported = read("content_html", &text);
        let story = imported.to_json(None);
        assert!(story.contains(r#""caption":"Height in *m*""#), "{story}");
    }
    let imported = read("content_html", &table("<caption> </caption>")).to_json(None);
    assert!(!imported.contains("caption"), "{imported}");
}

#[test]
fn import_keeps_both_captions_of_a_table_that_has_two() {
    let seen = html(
        "<figure><table><caption>Tides</caption><tr><td>Mon</td><td>3</td></tr></table><figcaption>By the port</figcaption></figure>",
    );
    assert_eq!(seen, ["table  / Mon,3", "p By the port"]);
}

#[test]
fn import_cuts_tables_and_lists_at_the_limit_and_tells() {
    for (around, row) in [("table", "<tr><td>x</td><td>y</td></tr>"), ("ul", "<li>x</li>")] {
        for (count, expected) in [(MAX_ROWS, None), (MAX_ROWS + 1, Some("too-many"))] {
            let imported =
                read("content_html", &format!("<{around}>{}</{around}>", row.repeat(count)));
            let told = codes(&imported).first().map(|(code, _)| *code);
            assert_eq!(told, expected, "{around} of {count}");
            assert_eq!(blocks(&imported)[0].matches('x').count(), MAX_ROWS, "{around} of {count}");
        }
    }
}

#[test]
fn import_links_a_framed_video_to_its_page() {
    for (src, page) in [
        ("https://player.vimeo.com/video/76979871?dnt=1", "https://vimeo.com/76979871"),
        ("https://www.youtube.com/embed/a-b_cD?rel=0", "https://www.youtube.com/watch?v=a-b_cD"),
    ] {
        let seen = html(&format!("<iframe src=\"{src}\" title=\"V\"></iframe>"));
        assert_eq!(seen, [format!("embed {page} \"V\"")]);
    }
}

#[test]
fn import_reads_definitions_in_groups_as_those_without() {
    let pairs = "<dt>Ebb</dt><dd>Out</dd><dt>Flow</dt><dd>In</dd>";
    let grouped = pairs.replace("<dt>", "<div><dt>").replace("</dd>", "</dd></div>");
    let seen = html(&format!("<dl>{grouped}</dl>"));
    assert_eq!(seen, html(&format!("<dl>{pairs}</dl>")));
    assert!(seen[0].contains("**Ebb**"), "{seen:?}");
}

#[test]
fn import_reads_a_table_of_markdown_with_blanks_in_its_rule() {
    let seen = blocks(&read(
        "content_text",
        "# Tides\n\n**High** and low.\n\n| Day | Height |\n| --- | :--: |\n| Mon | 3 |\n",
    ));
    assert_eq!(seen.last().map(String::as_str), Some("table Day,Height / Mon,3"), "{seen:?}");
}

#[test]
fn import_reads_an_apostrophe_by_its_name() {
    assert_eq!(html("<p>Anna&apos;s</p>"), ["p Anna's"]);
    let item = json!({ "version": "https://jsonfeed.org/version/1.1", "items": [{ "title": "Anna&apos;s", "content_html": "x" }] });
    assert_eq!(import(&item.to_string()).expect("a story").story.headline, "Anna's");
}

#[test]
fn import_shows_the_picture_that_a_post_is() {
    let media = json!({ "id": 193, "type": "attachment", "status": "inherit",
        "link": "https://w.example/att/", "title": { "rendered": "Quay" },
        "caption": { "rendered": "<p>At <em>noon</em>.</p>" }, "alt_text": "Ships",
        "media_type": "image", "media_details": { "width": 700, "height": 467 },
        "source_url": "https://w.example/quay.png" });
    check(
        &media,
        &[
            ("/image/url", json!("https://w.example/quay.png")),
            ("/image/alt", json!("Ships")),
            ("/image/caption", json!("At *noon*.")),
            ("/image/width", json!(700)),
        ],
    );
    let mut film = media;
    film["media_type"] = json!("file");
    check(&film, &[("/image", Value::Null)]);
}
