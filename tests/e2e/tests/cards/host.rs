//! Pages that get in the way, and pages that the card must not get in the way of.

use serde_json::json;
use story_card_e2e::{Card, Engine, Kit, suite};

use crate::stories::{cited, folding, headed};

suite! {
    EVERYWHERE:
        p15_broken_natives_end_in_a_card_or_the_fallback,
        p15_card_works_beside_libraries_that_change_natives,
        p17_any_optional_interface_may_be_missing,
        p18_page_is_as_it_was_when_the_cards_are_gone,
        p20_policy_without_connections_leaves_the_fallback,
        p20_policies_that_allow_the_card_are_kept,
        p21_other_element_of_the_name_stays,
        p21_two_copies_make_one_card,
        p21_card_in_a_yew_page_is_closed_to_it;
}

/// What a page names of the card.
pub const LOADER: &str = "<script type='module' src='/story-card.js'></script>";

/// A card with a fallback.
pub fn tag(url: &str) -> String {
    format!("<story-card src='{url}'><p id='fallback'>Read it there</p></story-card>")
}

/// Waits for a story or a failure, and sees to it that the reader has something to read.
#[track_caller]
pub fn assert_not_blank(card: &Card<'_>, what: &str) {
    card.wait("['ready', 'error'].includes(card.state)");
    let is_shown = card.run(
        "const isSeen = (el) => el && el.checkVisibility() && el.getBoundingClientRect().height > 0;
         return card.state === 'ready' ? isSeen(part(card, 'headline')) : isSeen(find('#fallback'));",
    );
    assert_eq!(is_shown, true, "{what}: {}", card.state());
}

/// What a page has done to the language before the card comes.
const BROKEN: [&str; 23] = [
    "Object.prototype.extra = () => 1",
    "Array.prototype.extra = () => 1",
    "Array.from = () => []",
    "Array.isArray = () => false",
    "window.Reflect = undefined",
    "{ const Old = Promise; window.Promise = class extends Old {} }",
    "{ const then = Promise.prototype.then; Promise.prototype.then = function (...all) { return then.apply(this, all) } }",
    "window.queueMicrotask = undefined",
    "{ const late = window.setTimeout; window.setTimeout = (...all) => late.apply(window, all) }",
    "window.FinalizationRegistry = undefined",
    "delete WebAssembly.compileStreaming",
    "{ const make = document.createElement; document.createElement = function (...all) { return make.apply(this, all) } }",
    "window.console = undefined",
    "Date.now = () => 0",
    "window.fetch = () => Promise.resolve({ blocked: true })",
    "window.TextDecoder = class { decode() { throw new Error('polyfill') } }",
    "Array.prototype.reduce = function () { return this.length > 1 ? this : this[0] }",
    "{ const { insertBefore } = Node.prototype; Node.prototype.insertBefore = function (...all) { return insertBefore.apply(this, all) } }",
    "{ const add = EventTarget.prototype.addEventListener; EventTarget.prototype.addEventListener = function (...all) { return add.apply(this ?? window, all) } }",
    "{ const old = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent'); Object.defineProperty(Node.prototype, 'textContent', { ...old, set(text) { old.set.call(this, text) } }) }",
    "window.Map = class { #all = {}; get(key) { return this.#all[key] } set(key, value) { this.#all[key] = value; return this } }",
    "delete NodeList.prototype[Symbol.iterator]",
    "delete window.WebAssembly",
];

fn p15_broken_natives_end_in_a_card_or_the_fallback(kit: &Kit) {
    let mut ready = 0;
    for fault in BROKEN {
        // WebKit's driver itself needs a sound one.
        if kit.engine == Engine::WebKit && fault.contains("Map") {
            continue;
        }
        let url = kit.story(&cited());
        let head = format!("<script>{fault}</script>{LOADER}");
        let card = kit.page(&head, &tag(&url)).card();
        assert_not_blank(&card, fault);
        ready += usize::from(card.state() == "ready");
    }
    assert!(ready >= 17, "only {ready} work");
}

/// Files of the kit, and the name by which a page knows what they bring.
const LIBRARIES: [(&str, &str); 3] =
    [("prototype.js", "Prototype"), ("mootools.js", "MooTools"), ("zone.js", "Zone")];

fn p15_card_works_beside_libraries_that_change_natives(kit: &Kit) {
    for (file, name) in LIBRARIES {
        let url = kit.story(&folding());
        let page = kit.page(&format!("<script src='/kit/{file}'></script>{LOADER}"), &tag(&url));
        assert_eq!(page.run(&format!("return typeof {name} !== 'undefined'")), true, "{file}");
        let card = page.card().ready();
        page.pointer().press(&card.nth("section-heading", 0));
        card.wait_for_sections(&[true, true, false]);
        card.set("story", headed("Given"));
        card.wait("tidy(part(card, 'headline').textContent) === 'Given'");
        page.run("find('story-card').remove()");
    }
}

/// What a browser, or an extension, may not have.
const MISSING: [&str; 12] = [
    "delete window.IntersectionObserver",
    "delete window.ResizeObserver",
    "delete ShadowRoot.prototype.adoptedStyleSheets; delete window.CSSStyleSheet",
    "delete HTMLElement.prototype.showPopover; delete HTMLElement.prototype.hidePopover",
    "delete AbortSignal.timeout; delete AbortSignal.any",
    "Object.defineProperty(navigator, 'onLine', { get: () => undefined })",
    "Object.defineProperty(window, 'sessionStorage', { get: () => { throw new Error('no') } })",
    "delete window.WebAssembly",
    "delete window.FinalizationRegistry",
    "delete window.Intl",
    "delete window.matchMedia",
    "delete HTMLElement.prototype.attachInternals",
];

fn p17_any_optional_interface_may_be_missing(kit: &Kit) {
    for fault in MISSING {
        let url = kit.story(&cited());
        let head = format!("<script>{fault}</script>{LOADER}");
        let card = kit.page(&head, &tag(&url)).card();
        assert_not_blank(&card, fault);
        let needed = fault.contains("WebAssembly");
        assert_eq!(card.state() == "error", needed, "{fault}");
    }
}

fn p18_page_is_as_it_was_when_the_cards_are_gone(kit: &Kit) {
    let url = kit.story(&cited());
    // Counts what listens to the window and the document.
    let count = "<script>
        window.listening = new Map();
        for (const target of [window, document]) {
          const { addEventListener: add, removeEventListener: remove } = target;
          target.addEventListener = (type, act, ...rest) => { listening.set(act, type); add.call(target, type, act, ...rest); };
          target.removeEventListener = (type, act, ...rest) => { listening.delete(act); remove.call(target, type, act, ...rest); };
        }
    </script>";
    let page = kit.page(&format!("{count}{LOADER}"), "<main></main>");
    page.run("await customElements.whenDefined('story-card'); window.before = listening.size");
    page.run_with(
        "find('main').append(...Array.from({ length: 20 }, () => Object.assign(document.createElement('story-card'), { src: args[0], refresh: 15, loading: 'eager' })))",
        json!([url]),
    );
    page.wait(
        "[...document.querySelectorAll('story-card')].every((card) => card.state === 'ready')",
    );
    assert!(page.run("return listening.size - before").as_u64() > Some(0), "nothing was counted");
    page.run("find('main').replaceChildren(); await frame(); await frame();");
    assert_eq!(page.run("return listening.size - before"), 0);
    assert_eq!(page.run("return document.adoptedStyleSheets.length"), 0);
}

fn p20_policy_without_connections_leaves_the_fallback(kit: &Kit) {
    kit.expect_mishap("connect-src");
    let policy = "script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'";
    let page = kit.page_under_policy(policy, &tag("/static/none.json"));
    let card = page.card();
    card.wait("card.state === 'error'");
    assert_not_blank(&card, policy);
    page.run("kit.mishaps.splice(1)");
}

fn p20_policies_that_allow_the_card_are_kept(kit: &Kit) {
    let stories = kit.server.stories().to_owned();
    for policy in [
        "script-src 'self' 'wasm-unsafe-eval'".to_owned(),
        "script-src 'self' 'unsafe-eval'".to_owned(),
        "script-src 'self' 'wasm-unsafe-eval'; style-src 'none'".to_owned(),
        format!("script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' {stories}"),
        "script-src 'self' 'wasm-unsafe-eval'; sandbox allow-scripts allow-same-origin".to_owned(),
    ] {
        let url = kit.story(&cited());
        let card = kit.page_under_policy(&policy, &tag(&url)).card().ready();
        assert!(card.part("headline").is_shown(), "{policy}");
    }
}

fn p21_other_element_of_the_name_stays(kit: &Kit) {
    let url = kit.story(&headed("Rain"));
    let head = format!(
        "<script>customElements.define('story-card', class extends HTMLElement {{ get state() {{ return 'mine' }} }})</script>{LOADER}"
    );
    let page = kit.page(&head, &tag(&url));
    page.settle();
    assert_eq!(page.card().state(), "mine");
    assert_eq!(kit.server.requests_for(&url).len(), 0);
}

fn p21_two_copies_make_one_card(kit: &Kit) {
    let url = kit.story(&folding());
    let head = format!("{LOADER}<script type='module' src='/story-card.js?other'></script>");
    let page = kit.page(&head, &tag(&url));
    let card = page.card().ready();
    page.pointer().press(&card.nth("section-heading", 0));
    card.wait_for_sections(&[true, true, false]);
    assert_eq!(page.details("story-card-toggle").len(), 1);
    assert_eq!(kit.server.requests_for(&url).len(), 1);
}

fn p21_card_in_a_yew_page_is_closed_to_it(kit: &Kit) {
    let url = kit.story(&folding());
    // What Yew writes on the roots of its applications.
    let head = format!(
        "<script>Element.prototype.mark = function () {{ this.__yew_subtree_id = 1 }}</script>{LOADER}"
    );
    let page = kit.page(&head, "<main></main>");
    page.run_with(
        "find('main').mark(); delete Element.prototype.mark;
         const card = document.createElement('story-card'); card.src = args[0]; find('main').append(card);",
        json!([url]),
    );
    page.card().wait("card.state === 'ready'");
    assert_eq!(page.run("return find('story-card').shadowRoot"), json!(null));
}
