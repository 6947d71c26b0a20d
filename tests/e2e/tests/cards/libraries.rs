//! Libraries that stand between the card and the browser.

use serde_json::json;
use story_card_e2e::{Kit, suite};

use crate::host::{LOADER, tag};
use crate::stories::{cited, with};

suite! {
    EVERYWHERE:
        recorder_of_visits_learns_of_every_sheet,
        what_stands_in_for_import_is_given_text,
        what_stands_in_for_fetch_is_given_text,
        what_stands_in_for_fetch_may_answer_without_a_stream,
        listeners_that_are_never_let_go_of_crash_nothing,
        what_scrolls_in_a_card_has_the_wheel_before_the_page;
}

/// Recorders of visits learn of sheets as this does; so do stand-ins for adopted sheets.
const RECORDER: &str = "<script>
    const { get, set } = Object.getOwnPropertyDescriptor(ShadowRoot.prototype, 'adoptedStyleSheets')
        ?? Object.getOwnPropertyDescriptor(Document.prototype, 'adoptedStyleSheets');
    Object.defineProperty(ShadowRoot.prototype, 'adoptedStyleSheets', {
        get, set(sheets) { this.recorded = [...sheets]; set.call(this, sheets); } });
</script>";

fn recorder_of_visits_learns_of_every_sheet(kit: &Kit) {
    let url = kit.story(&cited());
    let card = kit.page(&format!("{RECORDER}{LOADER}"), &tag(&url)).card();
    card.wait("card.state === 'ready'");
    let sheets = card.run(
        "const { recorded = [], adoptedStyleSheets: worn } = card.shadowRoot;
         return [recorded.length > 1, [...worn].every((sheet) => recorded.includes(sheet))];",
    );
    assert_eq!(sheets, json!([true, true]));
}

/// Loads a module as shims do that read it first, and what it imports by the same way.
const SHIM: &str = r"<script type='module'>
    window.standIn = async (id) => {
        if (id.indexOf('/') < 0) throw new Error(id);
        const text = await (await fetch(id)).text();
        const own = text.replaceAll('import.meta.url', JSON.stringify(id)).replace(/\bimport\(/g, 'standIn(');
        return import(URL.createObjectURL(new Blob([own], { type: 'text/javascript' })));
    };
    standIn(location.origin + '/story-card.js');
</script>";

/// Scripts that watch requests take an address for text, or for a `Request`.
const WATCHER: &str = "<script>
    const real = window.fetch;
    window.fetch = (input, ...more) => {
        if ((typeof input === 'string' ? input : input.url).startsWith('ads:')) return;
        return real(input, ...more);
    };
</script>";

fn what_stands_in_for_import_is_given_text(kit: &Kit) {
    shows_every_story(kit, SHIM);
}

fn what_stands_in_for_fetch_is_given_text(kit: &Kit) {
    shows_every_story(kit, &format!("{WATCHER}{LOADER}"));
}

/// Answers as stand-ins do that know no streams.
const STREAMLESS: &str = "<script>
    const real = window.fetch;
    window.fetch = async (...all) => {
        const answer = await real(...all);
        const { ok, status, headers, url } = answer;
        return { ok, status, headers, url, arrayBuffer: () => answer.arrayBuffer() };
    };
</script>";

fn what_stands_in_for_fetch_may_answer_without_a_stream(kit: &Kit) {
    shows_every_story(kit, &format!("{STREAMLESS}{LOADER}"));
}

fn shows_every_story(kit: &Kit, head: &str) {
    // Code of the card, then that of the converter too.
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Harbour",
        "items": [{ "id": "1", "title": "Ferry afloat again", "content_text": "It was towed." }],
    });
    for story in [cited(), feed] {
        let card = kit.page(head, &tag(&kit.story(&story))).card();
        card.wait("['ready', 'error'].includes(card.state)");
        assert_eq!(card.state(), "ready", "{story}");
    }
}

/// Wraps what listens, as scripts do that watch for errors, and does not know the wrapped one
/// again when it is to be removed.
const WRAPPER: &str = "<script>
    const real = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (name, listener, ...more) {
        const call = listener?.call && function (event) { return listener.call(this, event); };
        real.call(this, name, call ?? listener, ...more);
    };
    window.crashes = [];
    const { warn } = console;
    console.warn = (...words) => {
        if (/crash/.test(words)) crashes.push(String(words));
        warn(...words);
    };
</script>";

fn listeners_that_are_never_let_go_of_crash_nothing(kit: &Kit) {
    let tags = tag(&kit.story(&cited())).repeat(2);
    let page = kit.page(&format!("{WRAPPER}{LOADER}"), &tags);
    page.wait(
        "[...document.querySelectorAll('story-card')].every((card) => card.state === 'ready')",
    );
    page.run("find('story-card').remove()");
    page.settle();
    // Of such a press the card that is gone would still hear.
    page.run("find('h1, p, body').click()");
    page.settle();
    assert_eq!(page.run("return crashes"), json!([]));
    assert_eq!(page.card().state(), "ready");
}

/// Turns the wheel over an element; gives whether the page hears of that. Nothing scrolls by it:
/// `WebKit` would, in its own time, for events of scripts too.
const TURN: &str = "const turn = (element, deltaX, deltaY) => {
        let isHeard = false;
        const stand = (event) => event.preventDefault();
        const hear = () => { isHeard = true; };
        addEventListener('wheel', stand, { capture: true, passive: false });
        addEventListener('wheel', hear);
        element.dispatchEvent(
            new WheelEvent('wheel', { bubbles: true, composed: true, cancelable: true, deltaX, deltaY }));
        removeEventListener('wheel', stand, true);
        removeEventListener('wheel', hear);
        return isHeard;
    };";

fn what_scrolls_in_a_card_has_the_wheel_before_the_page(kit: &Kit) {
    let words = "Words of a paragraph that goes on. ";
    let wide = words.repeat(60);
    let events: Vec<_> = (10..30)
        .map(|day| json!({ "date": format!("2024-01-{day}"), "headline": words }))
        .collect();
    let story = with(json!({
        "description": "Said [1].",
        "sections": [{ "headline": "Part", "open": true, "blocks": [words.repeat(300), { "type": "code", "text": wide }] }],
        "timeline": { "events": events },
        "citation": [{ "id": "1", "name": "W", "text": words.repeat(120) }],
    }));
    let page = kit.page(
        LOADER,
        &format!("<story-card src='{}' layout='two'></story-card>", kit.story(&story)),
    );
    page.resize(1200, 500);
    let card = page.card().ready();
    let column = "part(card, 'timeline').closest('.stays')";
    card.wait(&format!("{column}.scrollHeight > {column}.clientHeight + 50"));
    let takes = |element: &str, by: &str| card.run(&format!("{TURN} return turn({element}, {by})"));
    assert_eq!(takes(column, "0, 100"), false, "the column goes on");
    assert_eq!(takes(column, "0, -100"), true, "it is at its top");
    card.run(&format!("{column}.scrollTop = 100_000"));
    assert_eq!(takes(column, "0, 100"), true, "it is at its end");
    let code = "part(card, 'section-body').querySelector('pre')";
    assert_eq!(takes(code, "100, 0"), false, "the code goes on");
    assert_eq!(takes(code, "0, 100"), true, "only sideways");
    assert_eq!(takes("part(card, 'paragraph')", "0, 100"), true, "what does not scroll");
    page.pointer().press(&card.part("marker"));
    card.wait("part(card, 'popover').matches(':popover-open')");
    let note = "part(card, 'popover').firstElementChild";
    assert_eq!(takes(note, "0, 100"), false, "the note goes on");
}
