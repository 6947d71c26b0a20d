//! A card that stands asks for nothing, and draws nothing more.

use serde_json::{Value, json};
use story_card_e2e::{Answer, Card, Kit, suite};

use crate::drawing::{FITS, many};
use crate::formats::post;
use crate::stories::{full, headed, picture};

suite! {
    EVERYWHERE:
        card_comes_to_rest_whatever_is_done_to_it,
        card_without_its_pictures_comes_to_rest,
        card_without_its_second_part_comes_to_rest,
        drawing_beside_a_scrollbar_comes_to_rest,
        live_story_that_nobody_may_read_is_looked_into_once,
        live_story_without_a_converter_is_told_once;
}

/// Counts what the card has the browser do: frames, timers and requests.
const COUNTED: &str = "<script>
    window.work = {};
    for (const name of ['requestAnimationFrame', 'setTimeout', 'setInterval', 'fetch']) {
      const own = window[name];
      window[name] = (...given) => {
        if (/story-card/.test(new Error().stack)) work[name] = (work[name] ?? 0) + 1;
        return own.apply(window, given);
      };
    }
</script><script type='module' src='/story-card.js'></script>";

/// What the card does in twenty frames, and what changes in it and on the page. A note that is
/// open looks before each frame where its marker is.
const DONE: &str = "
    window.work = {};
    const watch = new MutationObserver((list) => {
      for (const { target, type, attributeName } of list) {
        const name = `${type} ${attributeName ?? ''} of ${target.nodeName}`;
        work[name] = (work[name] ?? 0) + 1;
      }
    });
    const all = { subtree: true, childList: true, attributes: true, characterData: true };
    for (const root of [card.shadowRoot, document]) watch.observe(root, all);
    for (let count = 0; count < 20; count += 1) await frame();
    watch.disconnect();
    if (parts(card, 'popover').some((note) => note.matches(':popover-open'))) delete work.requestAnimationFrame;
    return work;";

/// Waits until it does nothing any more. What has no end has none after a few seconds either.
#[track_caller]
fn rest(kit: &Kit, card: &Card<'_>, when: &str) {
    let mut last = (Value::Null, 0);
    for _ in 0..25 {
        let asked = kit.server.requests().len();
        last = (card.run(DONE), kit.server.requests().len() - asked);
        if last == (json!({}), 0) {
            return;
        }
    }
    panic!("{when}: {} and {} requests in twenty frames", last.0, last.1);
}

/// What is done to a card, one after another.
const DEEDS: [(&str, &str); 14] = [
    ("nothing is done", ""),
    ("all is open", "await card.expandAll()"),
    ("the drawing is seen", "part(card, 'timeline').scrollIntoView()"),
    (
        "a list is searched",
        "for (const box of card.shadowRoot.querySelectorAll('input')) { box.value = 'e'; box.dispatchEvent(new Event('input', { bubbles: true })); }",
    ),
    ("it is dark", "card.theme = 'dark'"),
    (
        "the page is dark",
        "card.theme = 'auto'; document.documentElement.style.colorScheme = 'dark'",
    ),
    ("it is narrow", "card.parentElement.style.width = '320px'"),
    ("it is zoomed", "card.parentElement.style.zoom = '1.37'"),
    ("it is turned", "card.parentElement.style.transform = 'rotate(3deg) scale(.83)'"),
    ("it is hidden", "card.parentElement.style.display = 'none'"),
    ("it is shown again", "card.parentElement.style = ''"),
    (
        "it was moved a hundred times",
        "for (let n = 0; n < 100; n += 1) card.parentElement.append(card)",
    ),
    (
        "a note is open",
        "part(card, 'marker').scrollIntoView({ block: 'center' }); part(card, 'marker').click()",
    ),
    ("all is shut", "await card.collapseAll()"),
];

fn card_comes_to_rest_whatever_is_done_to_it(kit: &Kit) {
    let mut story = full(&picture(kit, 800, 400));
    story["timeline"] = many(40)["timeline"].clone();
    let url = kit.story(&story);
    let tag = format!("<story-card src='{url}' loading='eager' timeline='both'></story-card>");
    let card = kit.page(COUNTED, &format!("<div>{tag}</div>")).card().ready();
    for (when, deed) in DEEDS {
        card.run(deed);
        rest(kit, &card, when);
    }
}

fn card_without_its_pictures_comes_to_rest(kit: &Kit) {
    let broken: [fn() -> Answer; 3] = [
        || Answer::status(404),
        || Answer::text("<p>No picture"),
        || Answer::text("").without_cors(),
    ];
    for answer in broken {
        for theme in ["light", "dark"] {
            let pictures = [kit.answer(answer()), kit.answer(answer())];
            let mut story = full(&pictures[0]);
            story["image"]["dark"] = json!(pictures[1]);
            let url = kit.story(&story);
            let tag = format!("<story-card src='{url}' theme='{theme}' open='all'></story-card>");
            let card = kit.page(COUNTED, &tag).card().ready();
            rest(kit, &card, theme);
            let other = if theme == "dark" { "light" } else { "dark" };
            card.set("theme", json!(other));
            rest(kit, &card, &format!("{theme}, then {other}"));
            // Once with leave to read it, and once without, of a host that gives none.
            for picture in pictures {
                let asked = kit.server.requests_for(&picture).len();
                assert!(asked <= 8, "in a {theme} card {picture} was asked for {asked} times");
            }
        }
    }
}

fn card_without_its_second_part_comes_to_rest(kit: &Kit) {
    kit.server.instead("/story-card-later.wasm", Answer::status(404));
    let url = kit.story(&many(40));
    let tag = format!("<story-card src='{url}' timeline='both'></story-card>");
    let card = kit.page(COUNTED, &tag).card().ready();
    rest(kit, &card, "without it");
    card.run("card.parentElement.style.width = '320px'; await card.reload()");
    rest(kit, &card, "after a reload");
    assert!(kit.server.requests_for("/story-card-later.wasm").len() <= 2);
}

/// Widths, a scrollbar apart, of which the narrower one makes the card less high: then a box of a
/// height between both has a scrollbar beside the wide drawing, and none beside the narrow one.
const TO_AND_FRO: &str = "
    const frames = async (count) => { while (count--) await frame(); };
    const box = card.parentElement;
    const bar = 15;
    const heights = [];
    for (let width = 300; width <= 600; width += bar) {
      box.style.width = `${width}px`;
      await frames(4);
      heights.push([width, card.offsetHeight]);
    }
    const tried = [];
    for (const [n, [width, height]] of heights.entries()) {
      const lower = heights[n - 1]?.[1];
      if (!(lower < height - 10)) continue;
      box.style.width = `${width}px`;
      let isScrolled = true;
      const scroll = () => {
        const isHigher = card.offsetHeight > (lower + height) / 2;
        box.style.paddingRight = isHigher ? `${bar}px` : '0';
        if (isScrolled) requestAnimationFrame(scroll);
      };
      scroll();
      await frames(30);
      let changes = 0;
      const watch = new MutationObserver((list) => { changes += list.length; });
      watch.observe(card.shadowRoot, { subtree: true, childList: true, attributes: true, characterData: true });
      await frames(20);
      watch.disconnect();
      isScrolled = false;
      await frames(2);
      box.style.paddingRight = '0';
      tried.push([width, changes]);
    }
    return tried;";

fn drawing_beside_a_scrollbar_comes_to_rest(kit: &Kit) {
    let url = kit.story(&many(40));
    let tag = format!("<story-card src='{url}' loading='eager' timeline='graphic'></story-card>");
    let box_of = |inside: &str| format!("<div style='box-sizing: border-box'>{inside}</div>");
    let card = kit.host(&box_of(&tag)).card().ready();
    card.wait(FITS);
    let tried = card.run(TO_AND_FRO);
    let tried = tried.as_array().expect("a list");
    assert!(!tried.is_empty(), "no width makes the card higher");
    for one in tried {
        assert_eq!(one[1], json!(0), "changes of the card at a width of {} pixels", one[0]);
    }
}

/// Holds each refresh back until `refresh` is called, and waits for nothing else; writes
/// down what the console is told.
const HELD: &str = "<script>{
    const late = window.setTimeout;
    window.setTimeout = (act, millis, ...rest) => {
      if (!(millis >= 15000 && millis < 60000)) return late(act, millis >= 500 && millis <= 3000 ? 0 : millis, ...rest);
      window.refresh = () => { delete window.refresh; act(); };
      return 0;
    };
    window.warnings = [];
    console.warn = (...words) => warnings.push(words.join(' '));
}</script><script type='module' src='/story-card.js'></script>";

/// A live story that fails is asked for four times.
fn failing<'k>(kit: &'k Kit, url: &str) -> Card<'k> {
    let tag = format!("<story-card src='{url}' refresh='15' timeout='14'></story-card>");
    let page = kit.page(HELD, &tag);
    let card = page.card();
    card.failure();
    page.wait("window.warnings.length && window.refresh");
    for _ in 0..3 {
        page.run("window.kit.events.length = 0; window.refresh()");
        page.wait_for_event("story-card-error");
        page.wait("window.refresh");
    }
    page.settle();
    assert_eq!(page.run("return window.warnings.length"), json!(1), "warnings");
    card
}

fn live_story_that_nobody_may_read_is_looked_into_once(kit: &Kit) {
    let url = kit.answer(Answer::json(&headed("Secret")).without_cors());
    failing(kit, &url);
    let asked = kit.server.requests_for(&url);
    let looked = asked.iter().filter(|request| request.method == "HEAD").count();
    assert_eq!(looked, 1, "of {} requests", asked.len());
}

fn live_story_without_a_converter_is_told_once(kit: &Kit) {
    // One file: of two that are missing now one and now the other is told of.
    kit.server.instead("/story-card-converter_bg.wasm", Answer::status(404));
    assert_eq!(failing(kit, &kit.story(&post("Rain", "<p>Rain.</p>"))).failure(), "wasm");
}
