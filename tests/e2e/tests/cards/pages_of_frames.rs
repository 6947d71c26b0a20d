//! Pages that have frames with a story in boxes and components of their own.

use serde_json::json;
use story_card_e2e::{Answer, Kit, suite};

use crate::formats::sample;
use crate::framed::{SCRIPT, around};
use crate::stories::{cited, with};

suite! {
    EVERYWHERE:
        frame_with_padding_has_room_for_its_card,
        frame_in_a_component_is_as_high_as_its_card,
        frames_in_two_components_that_speak_at_once_are_both_heard,
        frame_that_leads_to_a_place_is_as_high_as_its_card,
        frame_reads_stories_that_hold_html;
}

/// As of iframe-resizer 33 and 683.
fn frame_with_padding_has_room_for_its_card(kit: &Kit) {
    for sizing in ["border-box", "content-box"] {
        let url = kit.story(&cited());
        let style = format!("style='box-sizing: {sizing}; padding: 16px 8px; border: 3px solid'");
        let page = around(kit, &format!("/embed.html?src={url}"), &style);
        page.wait(
            "find('iframe').contentDocument?.querySelector('story-card')?.state === 'ready'
             && find('iframe').contentWindow.innerHeight === find('iframe').contentDocument.documentElement.scrollHeight
             && find('iframe').clientHeight > 250",
        );
    }
}

fn frame_in_a_component_is_as_high_as_its_card(kit: &Kit) {
    let url = kit.story(&cited());
    let page = kit.page(
        SCRIPT,
        &format!(
            "<div id='one'></div><script>
               find = (selector) => document.querySelector(selector);
               const outer = find('#one').attachShadow({{ mode: 'open' }});
               outer.innerHTML = '<p></p>';
               outer.firstChild.attachShadow({{ mode: 'open' }}).innerHTML = \"<iframe title='A story' src='/embed.html?src={url}'></iframe>\";
             </script>"
        ),
    );
    page.wait(
        "(() => {
           const frame = document.querySelector('#one').shadowRoot.firstChild.shadowRoot.firstChild;
           return frame.contentDocument?.querySelector('story-card')?.state === 'ready' && frame.clientHeight > 250
             && frame.contentWindow.innerHeight === frame.contentDocument.documentElement.scrollHeight;
         })()",
    );
}

fn frames_in_two_components_that_speak_at_once_are_both_heard(kit: &Kit) {
    let speaker = "<!doctype html><title>Frame</title><script>
        window.say = (data) => parent.postMessage(data, '*');</script>";
    let speaker = Answer::text(speaker).content_type("text/html; charset=utf-8");
    kit.server.instead("/embed.html", speaker);
    let page = kit.page(
        SCRIPT,
        "<div></div><div></div><script>
           window.both = [...document.querySelectorAll('div')].map((host) => {
             const root = host.attachShadow({ mode: 'open' });
             root.innerHTML = \"<iframe title='A story' src='/embed.html?src=x'></iframe>\";
             return root.firstChild;
           });
         </script>",
    );
    page.wait("both.every((frame) => frame.contentWindow?.say)");
    page.run("for (const frame of both) frame.contentWindow.say({ type: 'story-card-height', height: 321 })");
    page.wait("both.every((frame) => frame.style.height === '321px')");
}

fn frame_that_leads_to_a_place_is_as_high_as_its_card(kit: &Kit) {
    let long = "What stands there takes several lines. ".repeat(30);
    let section = |id: &str| json!({ "id": id, "headline": id, "blocks": [long] });
    let sections = ["one", "two", "three"].map(section);
    let story = with(json!({ "sections": sections }));
    for place in ["three", "story-card:two", "nowhere"] {
        let url = kit.story(&story);
        let page = around(kit, &format!("/embed.html?src={url}&open=none#{place}"), "");
        page.wait(
            "(() => {
               const frame = find('iframe');
               const root = frame.contentDocument?.documentElement;
               return frame.contentDocument?.querySelector('story-card')?.state === 'ready'
                 && frame.clientHeight === Math.ceil(root.getBoundingClientRect().height)
                 && frame.clientHeight === root.scrollHeight && frame.contentWindow.scrollY === 0;
             })()",
        );
    }
}

/// Its own policy has to let the converter parse that.
fn frame_reads_stories_that_hold_html(kit: &Kit) {
    for format in ["wordpress", "ghost", "json-feed", "ninjs"] {
        let page = around(kit, &format!("/embed.html?src={}", sample(kit, format)), "");
        page.wait("find('iframe').contentDocument?.querySelector('story-card')?.state === 'ready'");
        let seen = page.run(
            "const { story } = find('iframe').contentDocument.querySelector('story-card');
             return [story.sections?.length > 0, /[<&]/.test(story.headline)]",
        );
        assert_eq!(seen, json!([true, false]), "{format}");
    }
}
