//! Fragments: the address is the page's, and a link in a story leads to its section.

use serde_json::{Value, json};
use story_card_e2e::{Answer, Card, Gate, Kit, Page, suite};

use crate::drawing::many;
use crate::stories::{folding, with};

suite! {
    EVERYWHERE:
        link_opens_its_section_under_a_base,
        link_stays_in_its_tab_whatever_the_base_says,
        link_shows_the_pages_own_address,
        link_to_the_storys_own_address_opens_its_section,
        link_is_the_browsers_with_a_key_and_the_pages_when_cancelled,
        address_tells_where_a_link_has_led_and_back_leads_back,
        route_in_the_fragment_is_left_alone,
        route_to_come_is_left_alone,
        link_to_a_place_of_the_page_leads_there,
        page_keeps_the_names_that_it_has,
        hidden_fallback_has_no_names,
        first_card_that_has_it_takes_the_fragment,
        first_card_takes_it_when_it_comes_last,
        names_of_every_script_are_found,
        prefixed_fragment_is_always_a_cards,
        far_card_comes_when_it_is_called,
        reload_does_not_go_there_again,
        reader_who_reads_elsewhere_is_not_torn_away;
}

/// A lead that links to the third of three sections, and to wherever else.
fn linking(more: &str) -> Value {
    let mut story = folding();
    story["description"] = json!(format!("See [the third](#three) {more}"));
    story["url"] = json!("https://news.example/42");
    story
}

fn tag(kit: &Kit, story: &Value) -> String {
    format!("<story-card loading='eager' src='{}'></story-card>", kit.story(story))
}

/// A page with this head around a card, high enough to scroll; it knows when it is left.
fn page_of<'k>(kit: &'k Kit, path: &str, head: &str, story: &Value) -> Card<'k> {
    let body = format!(
        "<p style='height: 60vh'>Words.</p>{}<h2 id='colophon' style='margin-top: 150vh'>Colophon</h2><p style='height: 150vh'></p>",
        tag(kit, story)
    );
    let page = kit.page_at(path, head, &body);
    page.run("window.isTheSame = true");
    page.card().ready()
}

/// Path and fragment, as long as the page is the same one.
#[track_caller]
fn address(page: Page<'_>) -> String {
    let address = page.run("return isTheSame && location.pathname + location.hash");
    address.as_str().expect("the same page").to_owned()
}

#[track_caller]
fn press_link(card: &Card<'_>, words: &str) {
    let find = format!(
        "[...card.shadowRoot.querySelectorAll('a')].find((a) => a.textContent === '{words}')"
    );
    card.run(&format!("{find}.setAttribute('aria-details', '')"));
    let link = card.part("lead").inside("[aria-details]");
    card.page().pointer().press(&link);
    card.run("for (const a of card.shadowRoot.querySelectorAll('[aria-details]')) a.removeAttribute('aria-details')");
}

/// The heading of the third section stands at the top and has the focus.
const AT_THREE: &str = "(() => { const el = card.shadowRoot.activeElement; const box = el?.getBoundingClientRect();
    return el?.localName === 'summary' && el.textContent.includes('Third') && box.top > -2 && box.bottom < innerHeight; })()";

fn link_opens_its_section_under_a_base(kit: &Kit) {
    let elsewhere = format!("<base href='{}/app/'>", kit.server.stories());
    for head in ["<base href='/'>", "<base href='/news/'>", "", &elsewhere] {
        let card = page_of(kit, "/news/42", head, &linking(""));
        press_link(&card, "the third");
        card.wait_for_sections(&[false, true, true]);
        card.wait(AT_THREE);
        assert!(address(card.page()).starts_with("/news/42"), "{head}");
    }
}

fn link_stays_in_its_tab_whatever_the_base_says(kit: &Kit) {
    let head = "<base href='/' target='_blank'>";
    let card = page_of(kit, "/news/42", head, &linking("or [the end](#colophon)."));
    press_link(&card, "the third");
    card.wait_for_sections(&[false, true, true]);
    press_link(&card, "the end");
    card.wait("location.hash === '#colophon'");
    assert_eq!(address(card.page()), "/news/42#colophon");
    assert_eq!(card.page().tabs(), 1);
}

const HREF: &str = "card.shadowRoot.querySelector('[part~=lead] a').href";

fn link_shows_the_pages_own_address(kit: &Kit) {
    for head in ["<base href='/'>", "<base href='/app/' target='_top'>", ""] {
        let card = page_of(kit, "/news/42?from=front", head, &linking(""));
        let here = "location.href.split('#')[0] + '#three'";
        assert_eq!(card.run(&format!("return {HREF} === {here}")), true, "{head}");
        // An application has gone on to another address; the link is looked at then.
        card.run("history.pushState({}, '', '/news/43')");
        let (x, y) = card.part("lead").inside("a").target();
        card.page().pointer().move_to_point(1, 1).move_to_point(x, y);
        card.wait(&format!("{HREF} === {here} && {HREF}.includes('/news/43#')"));
        card.run("history.pushState({}, '', '/news/44')");
        card.run("card.shadowRoot.querySelector('[part~=lead] a').focus()");
        card.wait(&format!("{HREF} === {here} && {HREF}.includes('/news/44#')"));
    }
}

fn link_to_the_storys_own_address_opens_its_section(kit: &Kit) {
    let more =
        "or [the first](https://news.example/42#one) or [elsewhere](https://news.example/42#no).";
    let card = page_of(kit, "/news/42", "<base href='/'>", &linking(more));
    let href = card.run("return [...card.shadowRoot.querySelectorAll('[part~=lead] a')][1].href");
    assert_eq!(href, "https://news.example/42#one");
    press_link(&card, "the first");
    card.wait_for_sections(&[true, true, false]);
    assert!(address(card.page()).starts_with("/news/42"));
    // What the story has not is on that page.
    card.run("addEventListener('click', (event) => { window.wasLeft = !event.defaultPrevented; event.preventDefault(); })");
    press_link(&card, "elsewhere");
    card.wait("window.wasLeft === true");
}

fn link_is_the_browsers_with_a_key_and_the_pages_when_cancelled(kit: &Kit) {
    let card = page_of(kit, "/news/42", "<base href='/'>", &linking(""));
    let with_key = card.run(
        "const seen = [];
         addEventListener('click', (event) => { seen.push(event.defaultPrevented); event.preventDefault(); });
         const link = card.shadowRoot.querySelector('[part~=lead] a');
         for (const key of ['ctrlKey', 'metaKey', 'shiftKey', 'altKey']) {
           link.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, [key]: true }));
         }
         return seen",
    );
    assert_eq!(with_key, json!([false, false, false, false]));
    card.page().settle();
    card.wait_for_sections(&[false, true, false]);
    card.run("card.addEventListener('story-card-link', (event) => event.preventDefault())");
    press_link(&card, "the third");
    card.page().settle();
    assert_eq!(card.open_sections(), [false, true, false]);
    assert_eq!(address(card.page()), "/news/42");
    let told = card.page().details("story-card-link");
    assert!(told.iter().all(|detail| *detail == json!({ "url": "#three", "kind": "text" })));
    assert_eq!(told.len(), 5);
}

fn address_tells_where_a_link_has_led_and_back_leads_back(kit: &Kit) {
    for head in ["", "<base href='/'>"] {
        let card = page_of(kit, "/news/42", head, &linking(""));
        let entries = card.run("return history.length");
        press_link(&card, "the third");
        card.wait("location.hash === '#three'");
        card.wait(AT_THREE);
        let now = card.run("return history.length");
        assert_eq!(now.as_u64(), entries.as_u64().map(|entries| entries + 1), "{head}");
        press_link(&card, "the third");
        card.wait(AT_THREE);
        assert_eq!(card.run("return history.length"), now, "the same place once more");
        card.run("setTimeout(() => history.back())");
        card.wait("location.hash === ''");
        assert_eq!(address(card.page()), "/news/42");
        card.run("setTimeout(() => history.forward())");
        card.wait("location.hash === '#three'");
        card.wait(AT_THREE);
    }
}

fn route_in_the_fragment_is_left_alone(kit: &Kit) {
    let more = "or [the end](#colophon), or [nowhere](#nowhere).";
    for route in ["#/news/42", "#!news", "#inbox/5"] {
        let path = format!("/app{route}");
        let card = page_of(kit, &path, "", &linking(more));
        card.run(
            "window.routes = []; addEventListener('hashchange', () => routes.push(location.hash))",
        );
        press_link(&card, "the third");
        card.wait_for_sections(&[false, true, true]);
        card.wait(AT_THREE);
        if route != "#inbox/5" {
            press_link(&card, "the end");
            card.wait(
                "document.querySelector('#colophon').getBoundingClientRect().top < innerHeight",
            );
            press_link(&card, "nowhere");
        }
        card.page().settle();
        assert_eq!(address(card.page()), path);
        assert_eq!(card.run("return routes"), json!([]), "{route}");
    }
}

fn route_to_come_is_left_alone(kit: &Kit) {
    for link in ["<a href='#/about'>About</a>", "<a href='#!about'>About</a>"] {
        let page = kit.host(&format!("{link}{}", tag(kit, &linking(""))));
        page.run("window.isTheSame = true");
        let card = page.card().ready();
        press_link(&card, "the third");
        card.wait_for_sections(&[false, true, true]);
        page.settle();
        assert_eq!(page.run("return isTheSame && location.hash"), "", "{link}");
    }
}

fn link_to_a_place_of_the_page_leads_there(kit: &Kit) {
    let card = page_of(kit, "/news/42", "<base href='/'>", &linking("or [the end](#colophon)."));
    press_link(&card, "the end");
    card.wait("document.querySelector('#colophon').getBoundingClientRect().top < innerHeight");
    assert_eq!(address(card.page()), "/news/42#colophon");
    assert_eq!(card.open_sections(), [false, true, false]);
}

fn page_keeps_the_names_that_it_has(kit: &Kit) {
    for own in ["<h2 id='three'>Three</h2>", "<a name='three'>Three</a>"] {
        for path in ["/news/42", "/news/42#three"] {
            let body = format!("{}{own}", tag(kit, &linking("")));
            let page = kit.page_at(path, "", &body);
            let card = page.card().ready();
            page.run("location.hash = 'three'");
            page.wait("location.hash === '#three'");
            page.settle();
            assert_eq!(card.open_sections(), [false, true, false], "{own} at {path}");
            // A link in the story means the story's own, and the address not that.
            page.run("location.hash = ''; window.isTheSame = true");
            press_link(&card, "the third");
            card.wait_for_sections(&[false, true, true]);
            page.settle();
            assert_eq!(address(page), "/news/42", "{own}");
        }
    }
    // What is named otherwise is no place.
    let page =
        kit.page_at("/news/42", "", &format!("<input name='three'>{}", tag(kit, &folding())));
    let card = page.card().ready();
    page.run("location.hash = 'three'");
    card.wait_for_sections(&[false, true, true]);
}

fn hidden_fallback_has_no_names(kit: &Kit) {
    let url = kit.story(&folding());
    let fallback =
        "<h2 id='one'>One</h2><h2 id='three'>Third heading</h2><p id='two' slot='footer'>Two</p>";
    let page = kit.page_at(
        "/news/42#three",
        "",
        &format!("<story-card src='{url}' open='none'>{fallback}</story-card>"),
    );
    let card = page.card().ready();
    card.wait_for_sections(&[false, false, true]);
    page.run("location.hash = 'two'");
    page.settle();
    page.run("location.hash = 'one'");
    card.wait_for_sections(&[true, false, true]);
}

fn first_card_that_has_it_takes_the_fragment(kit: &Kit) {
    let other = with(json!({ "sections": [{ "id": "other", "headline": "O", "blocks": ["x"] }] }));
    let (other, same) = (kit.story(&other), kit.story(&folding()));
    let cards = format!(
        "<story-card id='a' src='{other}'></story-card><story-card id='b' src='{same}'></story-card><story-card id='c' src='{same}'></story-card>"
    );
    for (at_load, later) in [("#three", "one"), ("#story-card:three", "story-card:one")] {
        let page = kit.page_at(&format!("/news/42{at_load}"), "", &cards);
        let [a, b, c] = ["#a", "#b", "#c"].map(|id| page.card_at(id).ready());
        b.wait_for_sections(&[false, true, true]);
        page.run_with("location.hash = args[0]", json!([later]));
        b.wait_for_sections(&[true, true, true]);
        page.settle();
        assert_eq!(c.open_sections(), [false, true, false], "{at_load}");
        assert_eq!(a.open_sections(), [false]);
        // The order is the document's, whenever they came.
        page.run("document.body.prepend(document.querySelector('#c'))");
        let c = page.card_at("#c").ready();
        page.run("location.hash = ''; location.hash = 'three'");
        c.wait_for_sections(&[false, true, true]);
    }
}

fn first_card_takes_it_when_it_comes_last(kit: &Kit) {
    let gate = Gate::new();
    let slow = kit.answer(Answer::json(&folding()).behind(&gate));
    let fast = kit.story(&folding());
    let body = format!(
        "<story-card id='a' loading='eager' src='{slow}'></story-card><story-card id='b' loading='eager' src='{fast}'></story-card>"
    );
    let page = kit.page_at("/news/42#three", "", &body);
    let b = page.card_at("#b").ready();
    page.settle();
    gate.open();
    let a = page.card_at("#a").ready();
    a.wait_for_sections(&[false, true, true]);
    page.settle();
    assert_eq!(b.open_sections(), [false, true, false]);
    // One that fails has nothing.
    let gate = Gate::new();
    let gone = kit.answer(Answer::status(404).behind(&gate));
    let page = kit.page_at("/news/42#three", "", &body.replace(&slow, &gone));
    let b = page.card_at("#b").ready();
    gate.open();
    b.wait_for_sections(&[false, true, true]);
}

fn names_of_every_script_are_found(kit: &Kit) {
    let story = with(json!({
        "description": "[The method](#水位の測り方), [levels](#%D9%85%D8%B3%D8%AA%D9%88%D9%8A%D8%A7%D8%AA), [changes](#What%20Changed)",
        "sections": [
            { "headline": "水位の測り方", "blocks": ["a"] },
            { "id": "مستويات", "headline": "كيف تُقاس", "blocks": ["b"] },
            { "id": "What Changed", "headline": "Changed", "blocks": ["c"] },
        ],
    }));
    let card = page_of(kit, "/news/42", "<base href='/'>", &story);
    press_link(&card, "The method");
    card.wait_for_sections(&[true, false, false]);
    press_link(&card, "levels");
    card.wait_for_sections(&[true, true, false]);
    press_link(&card, "changes");
    card.wait_for_sections(&[true, true, true]);
    for (fragment, open) in [
        ("#水位の測り方", [true, false, false]),
        ("#%E6%B0%B4%E4%BD%8D%E3%81%AE%E6%B8%AC%E3%82%8A%E6%96%B9", [true, false, false]),
        ("#مستويات", [false, true, false]),
        ("#story-card:مستويات", [false, true, false]),
        ("#story-card%3Awhat-changed", [false, false, true]),
        ("#100%", [false, false, false]),
    ] {
        let page = kit.page_at("/news/42", "", &tag(kit, &story));
        let card = page.card().ready();
        page.run_with("location.hash = args[0]", json!([fragment]));
        page.settle();
        card.wait_for_sections(&open);
    }
}

fn prefixed_fragment_is_always_a_cards(kit: &Kit) {
    let mut story = many(40);
    story["sections"] = folding()["sections"].clone();
    let body = format!("<h2 id='three'>3</h2><h2 id='event-3'>3</h2>{}", tag(kit, &story));
    let page = kit.page_at("/news/42#story-card:three", "", &body);
    let card = page.card().ready();
    card.wait_for_sections(&[false, true, true]);
    page.run("location.hash = 'event-3'");
    page.settle();
    assert!(!card.nth("event", 2).is_shown());
    page.run("location.hash = 'story-card:event-3'");
    card.wait("parts(card, 'event')[2].checkVisibility()");
    page.run("location.hash = 'story-card:nothing'");
    page.settle();
    assert_eq!(card.open_sections(), [false, true, true]);
}

fn far_card_comes_when_it_is_called(kit: &Kit) {
    let far = |id: &str| {
        let url = kit.story(&folding());
        format!("<p style='height: 500vh'></p><story-card id='{id}' src='{url}'></story-card>")
    };
    let page = kit.page_at("/news/42#story-card:three", "", &far("a"));
    let card = page.card().ready();
    card.wait_for_sections(&[false, true, true]);
    card.wait(AT_THREE);
    let page = kit.page_at("/news/43", "", &far("b"));
    page.settle();
    assert_eq!(page.card().state(), "idle");
    page.run("location.hash = 'story-card:three'");
    page.card().ready().wait(AT_THREE);
}

fn reload_does_not_go_there_again(kit: &Kit) {
    let page = kit.page_at("/news/42#three", "", &tag(kit, &folding()));
    let card = page.card().ready();
    card.wait_for_sections(&[false, true, true]);
    page.pointer().press(&card.nth("section-heading", 2));
    card.wait_for_sections(&[false, true, false]);
    card.run("await card.reload()");
    page.settle();
    assert_eq!(card.open_sections(), [false, true, false]);
}

fn reader_who_reads_elsewhere_is_not_torn_away(kit: &Kit) {
    let gate = Gate::new();
    let url = kit.answer(Answer::json(&folding()).behind(&gate));
    let body = format!(
        "<input id='search'><story-card loading='eager' src='{url}'></story-card><p style='height: 300vh'></p>"
    );
    let page = kit.page_at("/news/42#three", "", &body);
    page.run("document.querySelector('#search').focus({ preventScroll: true }); scrollTo(0, 400)");
    gate.open();
    let card = page.card().ready();
    card.wait_for_sections(&[false, true, true]);
    page.settle();
    let seen = page.run("return [document.activeElement.id, scrollY >= 400]");
    assert_eq!(seen, json!(["search", true]));
}
