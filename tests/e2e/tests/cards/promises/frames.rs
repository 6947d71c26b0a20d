//! P23: a page believes no message but that of the frame it is about.

use serde_json::{Value, json};
use story_card_e2e::{Answer, Kit, Page, suite};

suite! {
    EVERYWHERE:
        p23_messages_that_are_none_of_a_frame_change_nothing,
        p23_frame_that_went_elsewhere_is_not_believed,
        p23_flood_costs_a_page_little;
}

/// Stands in for the page in a frame: it says whatever the test has it say.
const SPEAKER: &str = "<!doctype html><title>Frame</title><script>
    window.say = (data) => parent.postMessage(data, '*');</script>";

/// A page with two frames, one of a story, one of something else; each change of a height is
/// written down.
fn open(kit: &Kit) -> Page<'_> {
    let html = || Answer::text(SPEAKER).content_type("text/html; charset=utf-8");
    kit.server.instead("/embed.html", html());
    kit.server.instead("/other.html", html());
    let page = kit.page(
        "<script src='/story-card-frame.js'></script>",
        "<iframe id='story' src='/embed.html?src=x' style='border: 0'></iframe>
         <iframe id='other' src='/other.html'></iframe>",
    );
    page.wait("[...document.querySelectorAll('iframe')].every((one) => one.contentWindow.say)");
    page.run(
        "window.heights = [];
         new MutationObserver(() => heights.push([find('#story').style.height, find('#other').style.height]))
           .observe(document.body, { subtree: true, attributes: true, attributeFilter: ['style', 'height'] })",
    );
    page
}

/// What became of the heights; a sound message comes last, and it alone may be seen.
fn heights_after(page: Page<'_>, lies: &str) -> Value {
    page.run("heights.length = 0");
    page.run(&format!(
        "const [story, other] = ['#story', '#other'].map((name) => find(name).contentWindow); {lies}"
    ));
    page.run("find('#story').contentWindow.say({ type: 'story-card-height', height: 321 })");
    page.wait("find('#story').style.height === '321px'");
    let seen = page.run("return heights");
    page.run("find('#story').contentWindow.say({ type: 'story-card-height', height: 200 })");
    page.wait("find('#story').style.height === '200px'");
    seen
}

fn p23_messages_that_are_none_of_a_frame_change_nothing(kit: &Kit) {
    let page = open(kit);
    for (fault, lies) in [
        (
            "the right origin, another frame",
            "other.say({ type: 'story-card-height', height: 900 })",
        ),
        (
            "the page to itself",
            "window.postMessage({ type: 'story-card-height', height: 900 }, '*')",
        ),
        ("null and nothing", "story.say(null); story.say(undefined); story.say(0)"),
        (
            "a string",
            "story.say('story-card-height'); story.say('{\"type\":\"story-card-height\",\"height\":900}')",
        ),
        (
            "other dialects and shapes",
            "story.say({ type: 'set-height', height: 900 }); story.say([900]); story.say({ height: 900 }); story.say(new Map([['height', 900]]))",
        ),
        (
            "a huge height",
            "for (const height of [1e9, 50001, Infinity, Number.MAX_VALUE]) story.say({ type: 'story-card-height', height })",
        ),
        (
            "a negative height, and none",
            "for (const height of [-1, -Infinity, 0, -0]) story.say({ type: 'story-card-height', height })",
        ),
        (
            "NaN, and what is no number",
            "for (const height of [NaN, '900', null, [900], {}, true, 900n]) story.say({ type: 'story-card-height', height })",
        ),
        (
            "keys of the prototype",
            "story.say(JSON.parse('{\"__proto__\": { \"type\": \"story-card-height\", \"height\": 900 }}')); story.say({ type: 'story-card-height', constructor: 900 })",
        ),
        (
            "10,000 from another frame",
            "for (let n = 0; n < 10000; n += 1) other.say({ type: 'story-card-height', height: 300 + n })",
        ),
    ] {
        let seen = heights_after(page, lies);
        let seen = if seen == json!([["321px", ""]]) { "none".into() } else { seen.to_string() };
        kit.fault(fault, "none", &seen);
    }
    assert_eq!(page.run("return [({}).height, Object.prototype.type]"), json!([null, null]));
}

fn p23_frame_that_went_elsewhere_is_not_believed(kit: &Kit) {
    let page = open(kit);
    let lie = "<!doctype html><script>parent.postMessage({ type: 'story-card-height', height: 900 }, '*'); parent.postMessage('said', '*');</script>";
    let url = kit.answer(Answer::text(lie).content_type("text/html"));
    page.run("addEventListener('message', (event) => { window.said ||= event.data === 'said' && event.origin; })");
    page.run(&format!("heights.length = 0; find('#story').contentWindow.location = '{url}'"));
    page.wait("window.said");
    page.run("for (const end = performance.now() + 300; performance.now() < end;) await frame()");
    let seen = page.run("return [heights.length, said === location.origin]");
    let seen = if seen == json!([0, false]) { "none".into() } else { seen.to_string() };
    kit.fault("the right frame, gone to another origin", "none", &seen);
}

fn p23_flood_costs_a_page_little(kit: &Kit) {
    let page = open(kit);
    let seen = heights_after(
        page,
        "for (let n = 0; n < 10000; n += 1) story.say({ type: 'story-card-height', height: 300 + n % 700 })",
    );
    // How many depends on how long the browser takes to deliver them: one in 50 ms.
    let few = seen.as_array().is_some_and(|all| all.len() < 100);
    kit.fault(
        "10,000 heights from the frame itself",
        "under 100 changes",
        if few { "under 100 changes" } else { "more" },
    );
}
