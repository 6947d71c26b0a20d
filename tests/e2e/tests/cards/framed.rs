//! A card in a frame of its own page: `embed.html`, and what it tells the page around.

use serde_json::{Value, json};
use story_card_e2e::{Kit, Page, suite};

use crate::stories::{cited, folding, headed, of_blocks, with};

suite! {
    EVERYWHERE:
        frame_is_as_high_as_its_card,
        frame_grows_and_shrinks_with_its_card,
        frame_of_no_origin_is_as_high_as_its_card,
        height_is_told_in_four_dialects,
        every_attribute_is_a_parameter,
        parameters_that_mean_harm_are_refused,
        frame_is_called_by_its_headline,
        frame_is_transparent_and_of_the_scheme_it_is_told,
        short_frame_grows_for_an_open_note,
        links_lead_out_of_the_frame_and_fragments_stay,
        ready_theme_can_be_named,
        frame_without_a_card_shows_the_link_it_is_given,
        snippets_of_the_guide_work_as_they_are,
        script_that_comes_late_is_told_the_height;
}

pub const SCRIPT: &str = "<script src='/story-card-frame.js'></script>
    <script>window.heard = []; addEventListener('message', (event) => heard.push(event.data));</script>";

/// A page around a frame, at this address, with these attributes.
pub fn around<'k>(kit: &'k Kit, address: &str, attributes: &str) -> Page<'k> {
    let frame = format!("<iframe src='{address}' {attributes} title='A story'></iframe>");
    kit.page(
        SCRIPT,
        &format!(
            "<style>iframe {{ width: 600px; height: 200px; border: 0 }}</style>{frame}<p>After it.</p>"
        ),
    )
}

/// The same on the page's own origin, where the test can look inside; the card stands.
fn inside<'k>(kit: &'k Kit, story: &Value, more: &str) -> Page<'k> {
    let url = kit.story(story);
    let page = around(kit, &format!("/embed.html?src={url}{more}"), "");
    page.wait("find('iframe').contentDocument?.querySelector('story-card')?.state === 'ready'");
    page
}

/// Code that may ask the frame's own page.
fn ask(page: Page<'_>, code: &str) -> Value {
    page.run(&format!(
        "const inner = find('iframe').contentWindow;
         const card = inner.document.querySelector('story-card');
         {code}"
    ))
}

const FITS: &str = "(() => {
    const inner = find('iframe').contentWindow;
    const high = Math.ceil(inner.document.documentElement.getBoundingClientRect().height);
    return high > 100 && find('iframe').clientHeight === high && inner.innerHeight === high;
})()";

fn frame_is_as_high_as_its_card(kit: &Kit) {
    let page = inside(kit, &cited(), "");
    page.wait(FITS);
    assert_eq!(page.run("return document.documentElement.scrollWidth > innerWidth"), false);
}

fn frame_grows_and_shrinks_with_its_card(kit: &Kit) {
    let page = inside(kit, &folding(), "&open=none");
    page.wait(FITS);
    let shut = page.run("return find('iframe').clientHeight").as_u64();
    ask(page, "await card.expandAll()");
    page.wait(&format!("{FITS} && find('iframe').clientHeight > {}", shut.unwrap_or_default()));
    let open = page.run("return find('iframe').clientHeight").as_u64();
    ask(page, "await card.collapseAll()");
    page.wait(&format!("{FITS} && find('iframe').clientHeight < {}", open.unwrap_or_default()));
}

fn frame_of_no_origin_is_as_high_as_its_card(kit: &Kit) {
    let url = kit.story(&cited());
    let address = format!("{}/embed.html?src={url}", kit.server.stories());
    let page = around(kit, &address, "sandbox='allow-scripts'");
    page.wait("heard.some((data) => data.type === 'story-card-height')");
    let told = page.run("return heard.findLast((data) => data.height && data.type).height");
    page.wait(&format!("find('iframe').clientHeight === {told}"));
    assert!(told.as_u64().is_some_and(|height| height > 250), "{told}");
}

fn height_is_told_in_four_dialects(kit: &Kit) {
    let url = kit.story(&cited());
    let address = format!("{}/embed.html?src={url}#?secret=aB3dE5gH7k", kit.server.stories());
    let page = around(kit, &address, "sandbox='allow-scripts'");
    page.wait("heard.some((data) => data.message === 'height')");
    let told = page.run(
        "const at = heard.findIndex((data) => data.type === 'story-card-height');
         const text = JSON.parse(heard[at + 2]);
         return [heard[at], heard[at + 1], { type: text.type, value: text.value }, heard[at + 3]]",
    );
    let height = told[0]["height"].clone();
    let expected = json!([
        { "type": "story-card-height", "height": height },
        { "sentinel": "amp", "type": "embed-size", "height": height },
        { "type": "set-height", "value": height },
        { "message": "height", "value": height, "secret": "aB3dE5gH7k" },
    ]);
    assert_eq!(told, expected);
}

fn every_attribute_is_a_parameter(kit: &Kit) {
    let more = "&item=0&theme=dark&loading=lazy&open=all&exclusive=false&heading-level=4\
                &timeline=list&layout=one&since=2026-01-01&images=off&refresh=60&timeout=9&quiet&lang=de&onload=alert(1)&style=x";
    let page = inside(kit, &cited(), more);
    let given = ask(
        page,
        "return Object.fromEntries([...card.attributes].map((one) => [one.name, one.value]))",
    );
    let src = given["src"].clone();
    let expected = json!({
        "src": src, "item": "0", "theme": "dark", "loading": "lazy", "open": "all",
        "heading-level": "4", "timeline": "list", "layout": "one",
        "since": "2026-01-01", "images": "off", "refresh": "60",
        "timeout": "9", "quiet": "", "lang": "de",
    });
    assert_eq!(given, expected);
}

fn parameters_that_mean_harm_are_refused(kit: &Kit) {
    for src in [
        "javascript:alert(1)",
        "JaVaScRiPt:parent.hit=1",
        "%20javascript:alert(1)",
        "data:application/json,{%22schemaVersion%22:%22story-card/1.0%22,%22headline%22:%22x%22}",
        "data:text/html,%3Cscript%3Eparent.hit=1%3C/script%3E",
        "blob:https://news.example/1",
        "file:///etc/passwd",
        "https://user:word@news.example/1.json",
        "vbscript:x",
        "http://",
        "",
    ] {
        let page = around(kit, &format!("/embed.html?src={src}&link=javascript:parent.hit=1"), "");
        page.wait("Boolean(find('iframe').contentDocument?.querySelector('.refused'))");
        let seen = page.run(
            "const { document: inner } = find('iframe').contentWindow;
             return [inner.querySelector('story-card'), inner.querySelector('a'), inner.body.innerText.length > 10, window.hit ?? 0]",
        );
        assert_eq!(seen, json!([null, null, true, 0]), "{src}");
    }
    let page = inside(kit, &headed("Sound"), "&link=javascript:parent.hit=1&look=../../x");
    assert_eq!(
        ask(page, "return [card.querySelector('a'), inner.document.adoptedStyleSheets.length]"),
        json!([null, 0])
    );
}

fn frame_is_called_by_its_headline(kit: &Kit) {
    let page = inside(kit, &headed("Rain at last"), "");
    page.wait("find('iframe').contentDocument.title === 'Rain at last'");
}

fn frame_is_transparent_and_of_the_scheme_it_is_told(kit: &Kit) {
    for (theme, scheme) in
        [("", "normal"), ("light", "normal"), ("dark", "dark"), ("auto", "light dark")]
    {
        let page = inside(kit, &headed("Rain"), &format!("&theme={theme}"));
        let seen = ask(page, "const of = (el) => inner.getComputedStyle(el); const root = inner.document.documentElement;
            return [of(root).backgroundColor, of(inner.document.body).backgroundColor, of(root).colorScheme]");
        assert_eq!(seen, json!(["rgba(0, 0, 0, 0)", "rgba(0, 0, 0, 0)", scheme]));
    }
}

/// A note too long for less than half of the frame that its card needs.
fn short_frame_grows_for_an_open_note(kit: &Kit) {
    let mut story = of_blocks(json!(["A claim.[1]"]));
    story["citation"] = json!([{
        "id": "1", "name": "A title of some length that takes two lines in a note",
        "publisher": "River Authority", "text": "What was relied on. ".repeat(14),
    }]);
    let page = inside(kit, &story, "");
    page.wait(FITS);
    let before = page.run("return find('iframe').clientHeight");
    ask(page, "card.shadowRoot.querySelector('[part~=marker]').click()");
    page.wait(
        "(() => {
            const inner = find('iframe').contentWindow;
            const note = inner.document.querySelector('story-card').shadowRoot.querySelector('[part~=popover]:popover-open');
            const box = note?.getBoundingClientRect();
            return box && box.top >= 0 && box.bottom <= inner.innerHeight && note.scrollHeight <= note.clientHeight + 1;
        })()",
    );
    let grown = page.run("return find('iframe').clientHeight");
    assert!(grown.as_f64() > before.as_f64(), "{before} became {grown}");
    ask(page, "card.shadowRoot.querySelector('[part~=popover]:popover-open').hidePopover()");
    page.wait(&format!("{FITS} && find('iframe').clientHeight < {grown}"));
}

fn links_lead_out_of_the_frame_and_fragments_stay(kit: &Kit) {
    let story = with(json!({ "url": "https://news.example/42",
        "description": "See [there](https://river.example/) and [below](#body).",
        "sections": [{ "id": "body", "headline": "Body", "blocks": ["Text."] }] }));
    let page = inside(kit, &story, "");
    let targets = ask(
        page,
        "inner.document.addEventListener('click', (event) => event.preventDefault());
         const links = [...card.shadowRoot.querySelectorAll('[part~=lead] a')];
         return links.map((link) => { link.click(); return [link.target, link.rel]; })",
    );
    assert_eq!(targets[0], json!(["_blank", "noopener noreferrer"]));
    assert_ne!(targets[1][0], "_blank");
    page.wait("find('iframe').contentDocument.querySelector('story-card').shadowRoot.querySelector('details[open]') !== null");
}

fn ready_theme_can_be_named(kit: &Kit) {
    let page = inside(kit, &headed("Rain"), "&look=tabloid");
    page.wait("find('iframe').contentDocument.adoptedStyleSheets.length === 1");
    let weight = ask(
        page,
        "return inner.getComputedStyle(card).getPropertyValue('--story-card-heading-weight').trim()",
    );
    assert_eq!(weight, "800");
}

fn frame_without_a_card_shows_the_link_it_is_given(kit: &Kit) {
    kit.server.instead("/story-card.js", story_card_e2e::Answer::status(404));
    let page = around(
        kit,
        &format!("/embed.html?src={}&link=https://news.example/42", kit.story(&headed("Rain"))),
        "",
    );
    page.wait("find('iframe').contentDocument?.querySelector('story-card > a')?.checkVisibility()");
}

/// The HTML of the guide that holds these words, with the hosts of this run.
fn snippet(kit: &Kit, story: &str, words: &str) -> String {
    let guide = include_str!("../../../../docs/embedding.md");
    let blocks = guide.split("```html\n").skip(1).filter_map(|rest| rest.split("```").next());
    let found = blocks.filter(|block| block.contains(words)).collect::<Vec<_>>();
    assert_eq!(found.len(), 1, "{words}");
    let origin = kit.server.stories();
    found[0]
        .replace("https://cdn.example", origin)
        .replace("https://news.example/stories/42.json", story)
}

fn snippets_of_the_guide_work_as_they_are(kit: &Kit) {
    let story = kit.story(&cited());
    let script = snippet(kit, &story, "story-card-frame.js");
    for words in ["loading=\"lazy\"", "allow-popups-to-escape-sandbox\" src"] {
        let frame = snippet(kit, &story, words);
        let page = kit.page(&script, &frame);
        page.wait("find('iframe').style.height !== ''");
        assert_ne!(page.run("return find('iframe').title"), "");
    }
}

fn script_that_comes_late_is_told_the_height(kit: &Kit) {
    // One that refuses its address has a height as well.
    for src in [kit.story(&cited()), "javascript:alert(1)".to_owned()] {
        let address = format!("{}/embed.html?src={src}", kit.server.stories());
        let listen = "<script>addEventListener('message', (event) => { window.told = event.data.type === 'story-card-height' || window.told; })</script>";
        let frame =
            format!("<iframe src='{address}' title='A story' sandbox='allow-scripts'></iframe>");
        let page = kit.page(listen, &frame);
        page.wait("window.told");
        page.run(
        "document.head.append(Object.assign(document.createElement('script'), { src: '/story-card-frame.js' }))",
    );
        page.wait("find('iframe').style.height !== ''");
    }
}
