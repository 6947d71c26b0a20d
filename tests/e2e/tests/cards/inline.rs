//! A story inside the tag is seen whenever it comes, and when it changes.

use serde_json::json;
use story_card_e2e::{Answer, Gate, Kit, Page, suite};

use crate::stories::headed;

suite! {
    EVERYWHERE:
        page_that_comes_in_pieces_shows_its_story,
        story_is_shown_before_the_page_has_ended,
        broken_story_of_a_slow_page_is_told_at_its_end,
        script_that_comes_later_is_seen,
        script_of_any_json_is_read,
        story_in_a_section_of_xml_is_read,
        story_that_changes_is_shown,
        story_that_goes_leaves_the_fallback,
        children_do_not_matter_where_another_story_counts;
}

const HEAD: &str =
    "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>In pieces</title>
    <script type='module' async src='/story-card.js'></script></head><body><p>The first words.</p>";

/// An expression over the card of the page in the frame, and its headline.
fn within(expression: &str) -> String {
    format!(
        "(() => {{
            const card = find('iframe').contentDocument?.querySelector('story-card');
            const shown = card?.shadowRoot?.querySelector('[part~=headline]')?.textContent;
            return card && card.matches(':defined') && ({expression});
        }})()"
    )
}

/// A page with a frame whose document comes in these pieces.
fn framed<'k>(kit: &'k Kit, pieces: &[&str], gates: &[Gate]) -> Page<'k> {
    // WebKit begins to read when it has a kilobyte.
    let first = format!("{}<!-- {} -->", pieces[0], "-".repeat(2048).replace("--", "- "));
    let pieces: Vec<&str> =
        [first.as_str()].into_iter().chain(pieces[1..].iter().copied()).collect();
    kit.server.instead("/in-pieces.html", Answer::in_pieces(&pieces, gates));
    let page = kit.host("<main></main>");
    page.run(
        "const frame = document.createElement('iframe');
         Object.assign(frame, { src: '/in-pieces.html', width: 600, height: 600 });
         find('main').append(frame);",
    );
    page.wait("Boolean(find('iframe').contentDocument?.querySelector('script[async]'))");
    // The loader is there before the page: WebKit runs it by itself only when more comes.
    page.run("await find('iframe').contentWindow.eval(`import('/story-card.js')`)");
    page
}

/// What has come of the text in the script, in a frame.
const COME: &str = "card.querySelector('script')?.text";

fn page_that_comes_in_pieces_shows_its_story(kit: &Kit) {
    let gates = [Gate::new(), Gate::new(), Gate::new()];
    let pieces = [
        HEAD,
        "<story-card><p id='fallback'>The story is in this page.</p>",
        "<script type='application/json'>{ \"schemaVersion\": \"story-card/1.0\", \"headline\": \"Swans hold up the ferry\",",
        "\"sections\": [{ \"headline\": \"How long\", \"open\": true, \"blocks\": [\"Forty minutes.\"] }] }</script></story-card><p>The last words.</p></body></html>",
    ];
    let page = framed(kit, &pieces, &gates);
    gates[0].open();
    page.wait(&within("card.querySelector('#fallback') && card.state === 'idle'"));
    gates[1].open();
    page.wait(&within(&format!("{COME}?.includes('Swans')")));
    page.settle();
    assert_eq!(page.run(&format!("return {}", within("card.state"))), "idle", "half a story");
    gates[2].open();
    page.wait(&within("card.state === 'ready' && shown === 'Swans hold up the ferry'"));
    assert_eq!(
        page.run(&format!(
            "return {}",
            within("!card.querySelector('#fallback').checkVisibility()")
        )),
        true
    );
}

fn story_is_shown_before_the_page_has_ended(kit: &Kit) {
    let gates = [Gate::new(), Gate::new()];
    let story = headed("Early enough");
    let tag = format!("<story-card><script type='application/json'>{story}</script></story-card>");
    let page = framed(kit, &[HEAD, &tag, "<p>The end.</p>"], &gates);
    gates[0].open();
    page.wait(&within("card.state === 'ready' && shown === 'Early enough'"));
    assert_eq!(page.run("return find('iframe').contentDocument.readyState"), "loading");
    gates[1].open();
    page.wait("find('iframe').contentDocument.readyState === 'complete'");
    page.settle();
    assert_eq!(page.run(&format!("return {}", within("card.state"))), "ready");
}

fn broken_story_of_a_slow_page_is_told_at_its_end(kit: &Kit) {
    let gates = [Gate::new(), Gate::new()];
    let tag =
        "<story-card><script type='application/json'>{ \"headline\": ,}</script></story-card>";
    let page = framed(kit, &[HEAD, tag, "<p>The end.</p>"], &gates);
    gates[0].open();
    page.wait(&within(&format!("{COME}?.includes(',}}')")));
    page.settle();
    assert_eq!(page.run(&format!("return {}", within("card.state"))), "idle");
    gates[1].open();
    page.wait(&within("card.state === 'error'"));
}

fn script_that_comes_later_is_seen(kit: &Kit) {
    let text = headed("Late").to_string();
    for add in [
        "const script = document.createElement('script');
         Object.assign(script, { type: 'application/json', text: args[0] });
         card.append(script);",
        "const script = document.createElement('script');
         script.type = 'application/json';
         card.append(script);
         await frame();
         script.append(args[0].slice(0, 9), args[0].slice(9));",
        "card.innerHTML = `<p>Words</p><script type='application/json'>${args[0]}<\\/script>`;",
        "card.append(document.createRange().createContextualFragment(`<div><script type='application/json'>${args[0]}<\\/script></div>`));",
    ] {
        let card = kit.host("<story-card></story-card>").card();
        card.wait("card.matches(':defined') && card.state === 'idle'");
        card.page().settle();
        card.run_with(add, json!([text]));
        assert_eq!(card.ready().part("headline").text(), "Late", "{add}");
    }
}

/// As servers and structured data name it.
fn script_of_any_json_is_read(kit: &Kit) {
    let article = json!({ "@context": "https://schema.org", "@type": "NewsArticle", "headline": "In the tag", "articleBody": "Words." });
    for (kind, story) in [
        ("application/json; charset=utf-8", headed("In the tag")),
        ("text/json", headed("In the tag")),
        ("APPLICATION/LD+JSON", article),
    ] {
        let body = format!("<story-card><script type='{kind}'>{story}</script></story-card>");
        let card = kit.host(&body).card().ready();
        assert_eq!(card.part("headline").text(), "In the tag", "{kind}");
    }
}

/// What some editors and serializers of XML put around every script.
fn story_in_a_section_of_xml_is_read(kit: &Kit) {
    for (before, after) in [
        ("// <![CDATA[\n", "\n// ]]>"),
        ("<![CDATA[", "]]>"),
        ("/* <![CDATA[ */", "/* ]]> */"),
        ("<!--//--><![CDATA[//><!--\n", "\n//--><!]]>"),
    ] {
        for story in [headed("]]> in the tag"), json!([headed("]]> in the tag")])] {
            let body = format!(
                "<story-card><script type='application/json'>{before}{story}{after}</script></story-card>"
            );
            let card = kit.host(&body).card().ready();
            assert_eq!(card.part("headline").text(), "]]> in the tag", "{before}");
        }
    }
}

fn story_that_changes_is_shown(kit: &Kit) {
    let body = format!(
        "<story-card><script type='application/json'>{}</script></story-card>",
        headed("First")
    );
    let card = kit.host(&body).card().ready();
    for (change, headline) in [
        ("card.querySelector('script').text = args[0]", "Second"),
        ("card.querySelector('script').firstChild.data = args[0]", "Third"),
        ("card.innerHTML = `<script type='application/json'>${args[0]}<\\/script>`", "Fourth"),
    ] {
        card.run_with(change, json!([headed(headline).to_string()]));
        card.wait(&format!(
            "card.state === 'ready' && tidy(part(card, 'headline').textContent) === '{headline}'"
        ));
    }
    // What changes beside it is nothing new.
    let loads = card.page().details("story-card-load").len();
    card.run("card.append('Words')");
    card.page().settle();
    assert_eq!(card.page().details("story-card-load").len(), loads);
}

fn story_that_goes_leaves_the_fallback(kit: &Kit) {
    let body = format!(
        "<story-card><p id='fallback'>Words</p><script type='application/json'>{}</script></story-card>",
        headed("Here")
    );
    let card = kit.host(&body).card().ready();
    card.run("card.querySelector('script').remove()");
    card.wait("card.state === 'idle' && find('#fallback').checkVisibility()");
    assert_eq!(card.count("headline"), 0);
}

fn children_do_not_matter_where_another_story_counts(kit: &Kit) {
    let url = kit.story(&headed("By src"));
    let card = kit.host(&format!("<story-card src='{url}'></story-card>")).card().ready();
    let add = "card.innerHTML = `<script type='application/json'>${args[0]}<\\/script>`";
    card.run_with(add, json!([headed("In the tag").to_string()]));
    card.page().settle();
    assert_eq!(card.part("headline").text(), "By src");
    card.set("story", headed("By property"));
    card.wait("tidy(part(card, 'headline').textContent) === 'By property'");
    card.run_with(add, json!([headed("Another").to_string()]));
    card.page().settle();
    assert_eq!(card.part("headline").text(), "By property");
    assert_eq!(kit.server.requests_for(&url).len(), 1);
}
