//! Links in a story that lead to a section of it, or to a place of the page.

use serde_json::{Value, json};
use story_card_e2e::{Card, Kit, Page, suite};

use crate::stories::folding;

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
        link_to_a_place_of_the_page_leads_there;
}

/// A lead that links to the third of three sections, and to wherever else.
pub fn linking(more: &str) -> Value {
    let mut story = folding();
    story["description"] = json!(format!("See [the third](#three) {more}"));
    story["url"] = json!("https://news.example/42");
    story
}

pub fn tag(kit: &Kit, story: &Value) -> String {
    format!("<story-card loading='eager' src='{}'></story-card>", kit.story(story))
}

/// A page with this head around a card, high enough to scroll; it knows when it is left.
pub fn page_of<'k>(kit: &'k Kit, path: &str, head: &str, story: &Value) -> Card<'k> {
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
pub fn address(page: Page<'_>) -> String {
    let address = page.run("return isTheSame && location.pathname + location.hash");
    address.as_str().expect("the same page").to_owned()
}

#[track_caller]
pub fn press_link(card: &Card<'_>, words: &str) {
    let find = format!(
        "[...card.shadowRoot.querySelectorAll('a')].find((a) => a.textContent === '{words}')"
    );
    card.run(&format!("{find}.setAttribute('aria-details', '')"));
    let link = card.part("lead").inside("[aria-details]");
    card.page().pointer().press(&link);
    card.run("for (const a of card.shadowRoot.querySelectorAll('[aria-details]')) a.removeAttribute('aria-details')");
}

/// The heading of the third section stands at the top and has the focus.
pub const AT_THREE: &str = "(() => { const el = card.shadowRoot.activeElement; const box = el?.getBoundingClientRect();
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
    // One that another test has closed may still be going.
    let before = card.page().tabs();
    press_link(&card, "the third");
    card.wait_for_sections(&[false, true, true]);
    press_link(&card, "the end");
    card.wait("location.hash === '#colophon'");
    assert_eq!(address(card.page()), "/news/42#colophon");
    assert!(card.page().tabs() <= before, "another tab was opened");
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
        press_link(&card, "the third");
        card.wait("location.hash === '#three'");
        card.wait(AT_THREE);
        // The same place once more is no other entry: one way back leads to the beginning.
        press_link(&card, "the third");
        card.wait(AT_THREE);
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
