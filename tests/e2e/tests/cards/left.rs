//! Pages that a reader leaves before their cards are there, and comes back to.

use story_card_e2e::{Answer, Gate, Kit, Page, suite};

use crate::host::{LOADER, tag};
use crate::stories::folding;

suite! {
    CHROMIUM:
        p22_card_left_while_its_story_comes_is_there_on_the_way_back,
        p22_card_left_while_its_app_comes_is_there_on_the_way_back;
    // WebKit's driver loses its script when the page leaves.
    FIREFOX:
        p22_card_left_while_its_story_comes_is_there_on_the_way_back,
        p22_card_left_while_its_app_comes_is_there_on_the_way_back;
}

/// Writes down each error of a card, across pages.
const TELL: &str = "<script>
    sessionStorage.left ??= '';
    document.addEventListener('story-card-error', ({ detail }) => { sessionStorage.left += `${detail.code} `; });
</script>";

/// A page with a card, which a reader leaves while what waits behind the gate is on its way.
fn leave_and_come_back(kit: &Kit, page: Page<'_>, url: &str, gate: &Gate) {
    kit.server.wait_for(url, "has been asked for", |asked| !asked.is_empty());
    page.run("setTimeout(() => { location.href = '/kit/watch.js' })");
    page.wait("location.pathname === '/kit/watch.js'");
    gate.open();
    page.run("setTimeout(() => history.back())");
    page.wait("location.pathname !== '/kit/watch.js' && document.querySelector('story-card')");
    let card = page.card_at("#left").ready();
    assert_eq!(card.count("section"), 3);
    let told = page
        .run("const told = sessionStorage.left; sessionStorage.removeItem('left'); return told");
    assert_eq!(told, "", "errors told");
}

fn p22_card_left_while_its_story_comes_is_there_on_the_way_back(kit: &Kit) {
    let story = || Answer::json(&folding());
    for is_begun in [false, true] {
        let gate = Gate::new();
        let first = if is_begun { story().halfway(&gate) } else { story().behind(&gate) };
        let url = kit.server.answers(vec![first, story()]);
        // The app is there by then: it shows another card.
        let other = tag(&kit.story(&folding()));
        let body =
            format!("{other}<story-card id='left' src='{url}' loading='eager'></story-card>");
        let page = kit.page(&format!("{TELL}{LOADER}"), &body);
        page.card().ready();
        leave_and_come_back(kit, page, &url, &gate);
    }
}

fn p22_card_left_while_its_app_comes_is_there_on_the_way_back(kit: &Kit) {
    let gate = Gate::new();
    let wasm = std::fs::read(kit.server.built("story-card-app_bg.wasm")).expect("the built wasm");
    let wasm = Answer::text(wasm).content_type("application/wasm").behind(&gate);
    kit.server.instead("/story-card-app_bg.wasm", wasm);
    let url = kit.story(&folding());
    let body = format!("<story-card id='left' src='{url}' loading='eager'></story-card>");
    let page = kit.page(&format!("{TELL}{LOADER}"), &body);
    leave_and_come_back(kit, page, &url, &gate);
}
