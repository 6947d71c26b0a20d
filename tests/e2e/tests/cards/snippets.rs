//! The README's snippets survive the editors that people put them into.

use serde_json::{Value, json};
use story_card_e2e::{Card, Kit, Page, edited, suite};

use crate::stories::headed;

suite! {
    EVERYWHERE:
        first_snippet_survives_every_editor,
        every_snippet_is_the_same_after_every_editor,
        story_in_the_tag_survives_every_editor,
        fallback_that_was_cut_off_is_taken_in,
        words_that_only_stand_near_stay_where_they_are;
}

const README: &str = include_str!("../../../../README.md");

/// The HTML snippets of the README, in their order.
fn snippets() -> Vec<&'static str> {
    let blocks = README.split("\n```html\n").skip(1);
    let blocks: Vec<_> = blocks.filter_map(|block| block.split("\n```").next()).collect();
    assert!(blocks.len() >= 3, "{} snippets", blocks.len());
    blocks
}

/// A post with a snippet in it.
fn post(snippet: &str) -> String {
    format!("The post's first words, \"quoted\".\n\n{snippet}\n\nThe post's last words.")
}

/// The page that shows a post, with the files and the story of this run.
fn open<'k>(kit: &'k Kit, html: &str, story: &str) -> Page<'k> {
    let body = html
        .replace("https://cdn.example/", "/")
        .replace("https://news.example/stories/42.json", story);
    kit.page("", &body)
}

#[track_caller]
fn assert_whole(card: &Card<'_>, headline: &str, editor: &str) {
    assert_eq!(card.part("headline").text(), headline, "{editor}");
    assert!(card.part("headline").is_shown(), "{editor}");
    let page = card.page();
    let seen = page.run(
        "const seen = (el) => el.checkVisibility() && el.getClientRects().length > 0;
         const words = [...document.querySelectorAll('a')].filter(seen).map((el) => el.textContent);
         return [words, document.body.innerText.includes('first words'), document.body.innerText.includes('last words')];",
    );
    assert_eq!(seen, json!([[], true, true]), "{editor}: the fallback is seen, or the post is not");
}

fn first_snippet_survives_every_editor(kit: &Kit) {
    let url = kit.story(&headed("As the README says"));
    let snippet = snippets()[0];
    for (editor, html) in edited(&post(snippet)) {
        let card = open(kit, &html, &url).card().ready();
        assert_whole(&card, "As the README says", &editor);
    }
    // And the fallback is there for whoever has no scripts.
    for (editor, html) in edited(&post(snippet)) {
        let html = html.replace("https://cdn.example/story-card.js", "data:text/javascript,");
        let seen = kit.page("", &html).run(
            "const link = find('story-card a'); return [link.textContent, link.checkVisibility()];",
        );
        assert_eq!(seen, json!(["Read the story", true]), "{editor}");
    }
}

/// What a snippet is, whatever stands between: each element with its attributes and the
/// element around it, and the text of scripts and links.
const SHAPE: &str = "
    const shape = (html) => {
      const { head, body } = new DOMParser().parseFromString(html, 'text/html');
      const all = [...head.children, ...body.querySelectorAll('*')];
      const own = all.filter((el) => !el.matches('p, br') || el.id);
      return own.map((el) => {
        const attributes = [...el.attributes].map(({ name, value }) => `${name}=${value}`).sort();
        const around = el.parentElement.closest('story-card')?.localName ?? '';
        const text = el.matches('script, a') ? el.textContent.trim() : '';
        const words = text.startsWith('{') ? JSON.stringify(JSON.parse(text)) : text;
        return [around, el.localName, ...attributes, words].join(' ');
      });
    };
    return args.map(shape);";

fn every_snippet_is_the_same_after_every_editor(kit: &Kit) {
    let page = kit.page("", "<p>Words</p>");
    for snippet in snippets() {
        for (editor, html) in edited(&post(snippet)) {
            let shapes = page.run_with(SHAPE, json!([snippet, html]));
            assert_ne!(shapes[0], json!([]), "{snippet}");
            assert_eq!(shapes[0], shapes[1], "{editor} has broken\n{snippet}\ninto\n{html}");
        }
    }
}

fn story_in_the_tag_survives_every_editor(kit: &Kit) {
    let snippet = snippets().into_iter().find(|snippet| snippet.contains("application/json"));
    let snippet = snippet.expect("a snippet with the story inside");
    let script = "<script type=\"module\" src=\"https://cdn.example/story-card.js\"></script>";
    for (editor, html) in edited(&post(&format!("{script}\n{snippet}"))) {
        let card = open(kit, &html, "").card().ready();
        assert_whole(&card, "Ferry afloat again", &editor);
    }
}

fn fallback_that_was_cut_off_is_taken_in(kit: &Kit) {
    let url = kit.story(&headed("Whole again"));
    for fallback in [
        "<p><a id='fallback' href='https://news.example/42'>Read the story</a></p>",
        "<p>Fallback: <a href='https://news.example/42'>Read the story</a></p>",
        "<div><a href='https://news.example/42'>Read the story</a></div>",
    ] {
        let snippet = format!(
            "<script type='module' src='https://cdn.example/story-card.js'></script>\n\
             <story-card src='https://news.example/stories/42.json'>\n  {fallback}\n</story-card>"
        );
        for (editor, html) in edited(&post(&snippet)) {
            let card = open(kit, &html, &url).card().ready();
            assert_whole(&card, "Whole again", &format!("{editor}: {html}"));
        }
    }
    // It is a fallback again when the story cannot be shown.
    let missing = kit.answer(story_card_e2e::Answer::status(404));
    let html = "<p><script type='module' src='https://cdn.example/story-card.js'></script><br />\n\
        <story-card src='https://news.example/stories/42.json'></p>\n\
        <p><a href='https://news.example/42'>Read the story</a></p>\n<p></story-card></p>";
    let page = open(kit, html, &missing);
    page.card().failure();
    assert_eq!(page.run("return find('story-card > p > a').checkVisibility()"), true);
}

fn words_that_only_stand_near_stay_where_they_are(kit: &Kit) {
    let url = kit.story(&headed("Beside"));
    let tag = format!("<story-card src='{url}'></story-card>");
    let own = tag.replace("><", "> <");
    let long = "Next post. ".repeat(20);
    for html in [
        format!("<p>{tag}</p><p>A paragraph of the post.</p><p></p>"),
        format!(
            "<p>{tag}</p><p>Read more of this in <a href='#x'>our report</a> of last week.</p><p></p>"
        ),
        format!("<p>{tag}</p><p><a href='#x'>Next post</a></p><p>More words.</p>"),
        format!("<p>{tag}</p><p><a href='#x'>One</a> <a href='#y'>Two</a></p><p></p>"),
        format!("<p>{tag}</p><p><a href='#x'>The report</a> <a href='#y'>Two</a></p><p></p>"),
        format!("<p>{tag}</p><p><a href='#x'>{long}</a></p><p></p>"),
        format!("<p>{tag}</p><p><a href='#x'>Next post</a></p><div></div>"),
        format!("<p>{own}</p><p><a href='#x'>Next post</a></p><p></p>"),
        format!("<p>{tag} And more.</p><p><a href='#x'>Next post</a></p><p></p>"),
        format!("<div>{tag}</div><p><a href='#x'>Next post</a></p><p></p>"),
    ] {
        let page = kit.host(&html);
        let before = page.run("return document.body.innerText.length > 0");
        let card = page.card().ready();
        let inside = card.run("return card.children.length");
        assert_eq!((before, inside), (Value::Bool(true), json!(0)), "{html}");
    }
}
