//! From a URL to a story on the page.

use serde_json::json;
use story_card_e2e::{Answer, Gate, Kit, suite};

use crate::host::LOADER;
use crate::stories::{folding, headed, show, with};

suite! {
    EVERYWHERE:
        story_of_another_origin_is_shown,
        story_and_wasm_are_asked_for_together,
        cards_of_a_page_share_one_wasm,
        english_page_asks_for_no_words,
        story_is_asked_for_without_cookies_or_referrer,
        preloaded_story_is_asked_for_once,
        relative_src_is_resolved_against_the_page,
        redirected_story_is_shown,
        any_media_type_is_read,
        lazy_card_waits_until_it_is_near,
        eager_card_does_not_wait,
        stories_that_hang_hold_no_other_up,
        card_that_stands_nowhere_does_nothing_until_it_does,
        card_made_by_script_is_shown,
        second_copy_of_the_script_changes_nothing,
        face_of_loading_shows_while_the_story_is_away,
        retry_without_the_app_leaves_the_focus_in_the_card,
        browser_that_is_too_old_shows_the_fallback_and_asks_for_nothing;
}

const WASM: &str = "/story-card-app_bg.wasm";

fn story_of_another_origin_is_shown(kit: &Kit) {
    let card = show(kit, &headed("Rain"));
    assert_eq!(card.part("headline").text(), "Rain");
    assert!(card.part("headline").is_shown());
}

fn story_and_wasm_are_asked_for_together(kit: &Kit) {
    let (story, wasm) = (Gate::new(), Gate::new());
    kit.server.instead(WASM, Answer::status(500).behind(&wasm));
    let url = kit.answer(Answer::json(&headed("Rain")).behind(&story));
    kit.host(&format!("<story-card src='{url}'></story-card>"));
    // Neither has been answered: neither waits for the other.
    kit.server.wait_for(&url, "a request", |seen| seen.len() == 1);
    kit.server.wait_for(WASM, "a request", |seen| seen.len() == 1);
}

fn cards_of_a_page_share_one_wasm(kit: &Kit) {
    let body: String = (0..3)
        .map(|n| {
            let url = kit.story(&headed(&format!("Story {n}")));
            format!("<story-card id='c{n}' src='{url}'></story-card>")
        })
        .collect();
    let page = kit.host(&body);
    for n in 0..3 {
        let card = page.card_at(&format!("#c{n}")).ready();
        assert_eq!(card.part("headline").text(), format!("Story {n}"));
    }
    for file in [WASM, "/story-card-app.js"] {
        let asked = kit.server.requests_for(file);
        assert_eq!(asked.len(), 1, "{asked:#?}");
    }
}

fn english_page_asks_for_no_words(kit: &Kit) {
    show(kit, &headed("Rain"));
    let requests = kit.server.requests();
    assert!(requests.iter().any(|request| request.path.starts_with(WASM)), "{requests:#?}");
    assert!(!requests.iter().any(|request| request.path.contains("locales")), "{requests:#?}");
}

fn story_is_asked_for_without_cookies_or_referrer(kit: &Kit) {
    // Cookies know no ports: this one would go to the stories' origin too.
    let page = kit.host("<main></main>");
    page.run("document.cookie = 'reader=42; path=/'");
    let url = kit.story(&headed("Rain"));
    let page = kit.host(&format!("<story-card src='{url}'></story-card>"));
    assert_eq!(page.run("return document.cookie"), "reader=42");
    page.card().ready();
    page.run("document.cookie = 'reader=; max-age=0; path=/'");
    let requests = kit.server.requests_for(&url);
    assert_eq!(requests.len(), 1);
    assert_eq!(requests[0].header("cookie"), None);
    assert_eq!(requests[0].header("referer"), None);
}

fn preloaded_story_is_asked_for_once(kit: &Kit) {
    let url = kit.answer(Answer::json(&headed("Rain")).header("cache-control", "no-store"));
    let hint = format!("<link rel='preload' as='fetch' crossorigin='anonymous' href='{url}'>");
    let page =
        kit.page(&[&hint, LOADER].concat(), &format!("<story-card src='{url}'></story-card>"));
    page.card().ready();
    assert_eq!(kit.server.requests_for(&url).len(), 1);
}

fn relative_src_is_resolved_against_the_page(kit: &Kit) {
    kit.server.instead("/host/near.json", Answer::json(&headed("Near")));
    let card = kit.host("<story-card src='near.json'></story-card>").card().ready();
    assert_eq!(card.part("headline").text(), "Near");
}

fn redirected_story_is_shown(kit: &Kit) {
    let there = kit.story(&headed("Moved"));
    let here = kit.answer(Answer::redirect(&there));
    let card = kit.host(&format!("<story-card src='{here}'></story-card>")).card().ready();
    assert_eq!(card.part("headline").text(), "Moved");
}

fn any_media_type_is_read(kit: &Kit) {
    let url = kit.answer(Answer::json(&headed("Plain")).content_type("text/plain"));
    let card = kit.host(&format!("<story-card src='{url}'></story-card>")).card().ready();
    assert_eq!(card.part("headline").text(), "Plain");
}

/// Two cards: one in view, one twenty screens below it.
fn near_and_far(kit: &Kit, loading: &str) -> (String, String) {
    let (near, far) = (kit.story(&headed("Near")), kit.story(&headed("Far")));
    let body = format!(
        "<story-card id='near' src='{near}'></story-card>\
         <div style='height: 2000vh'></div>\
         <story-card id='far' src='{far}' {loading}></story-card>"
    );
    (far, body)
}

fn lazy_card_waits_until_it_is_near(kit: &Kit) {
    let (far, body) = near_and_far(kit, "");
    let page = kit.host(&body);
    page.card_at("#near").ready();
    page.settle();
    assert_eq!(kit.server.requests_for(&far).len(), 0);
    assert_eq!(page.card_at("#far").state(), "idle");
    page.run("scrollTo(0, document.documentElement.scrollHeight)");
    page.card_at("#far").ready();
    assert_eq!(kit.server.requests_for(&far).len(), 1);
}

fn eager_card_does_not_wait(kit: &Kit) {
    let (_, body) = near_and_far(kit, "loading='eager'");
    let page = kit.host(&body);
    page.card_at("#far").ready();
    assert_eq!(page.run("return scrollY"), 0);
}

fn card_made_by_script_is_shown(kit: &Kit) {
    let url = kit.story(&headed("Made"));
    let page = kit.host("<main></main>");
    page.run("await customElements.whenDefined('story-card')");
    let body = "const card = document.createElement('story-card'); card.src = args[0];
        find('main').append(card);";
    page.run_with(body, json!([url]));
    assert_eq!(page.card().ready().part("headline").text(), "Made");
}

fn second_copy_of_the_script_changes_nothing(kit: &Kit) {
    let card = show(kit, &headed("Rain"));
    let page = card.page();
    page.run(
        "const script = document.createElement('script');
         Object.assign(script, { type: 'module', src: '/story-card.js?second' });
         await new Promise((done) => { script.onload = done; document.head.append(script); });",
    );
    page.settle();
    assert_eq!(card.part("headline").text(), "Rain");
    assert_eq!(page.details("story-card-load").len(), 1);
}

fn face_of_loading_shows_while_the_story_is_away(kit: &Kit) {
    let gate = Gate::new();
    let url = kit.answer(Answer::json(&headed("Rain")).behind(&gate));
    let card = kit.host(&format!("<story-card src='{url}'></story-card>")).card();
    card.wait(
        "card.state === 'loading' && part(card, 'skeleton').getBoundingClientRect().height > 0",
    );
    gate.open();
    let card = card.ready();
    card.wait("!parts(card, 'skeleton').some((el) => el.getBoundingClientRect().height > 0)");
}

fn stories_that_hang_hold_no_other_up(kit: &Kit) {
    let gate = Gate::new();
    let tags: String = (0..16)
        .map(|n| {
            let answer = Answer::json(&headed(&format!("Story {n}")));
            // The last of them, more than are asked for at once: two are still to be while six hang.
            let (answer, kind) =
                if n >= 8 { (answer.behind(&gate), "hangs") } else { (answer, "comes") };
            let url = kit.answer(answer);
            format!("<story-card class='{kind}' src='{url}' loading='eager'></story-card>")
        })
        .collect();
    let page = kit.host(&tags);
    let are = |kind: &str| {
        format!("[...document.querySelectorAll('.{kind}')].every((card) => card.state === 'ready')")
    };
    page.wait(&are("comes"));
    gate.open();
    page.wait(&are("hangs"));
}

fn card_that_stands_nowhere_does_nothing_until_it_does(kit: &Kit) {
    let url = kit.story(&folding());
    let page = kit.host("<main></main>");
    let told = page.run_with(
        "await customElements.whenDefined('story-card');
         window.made = Object.assign(document.createElement('story-card'), { src: args[0], loading: 'eager' });
         await made.reload();
         await made.expandAll();
         const before = [await made.openSection('any'), made.state];
         find('main').append(made);
         return before;",
        json!([url]),
    );
    assert_eq!(told, json!([false, "idle"]));
    page.card().ready();
    // Out again: nothing is asked for, and nothing is held.
    page.run("made.remove()");
    page.wait("made.state === 'idle'");
    let asked = kit.server.requests_for(&url).len();
    page.run("return made.reload().then(() => made.openSection('any'))");
    assert_eq!(page.run("return made.state"), "idle");
    assert_eq!(kit.server.requests_for(&url).len(), asked);
}

fn retry_without_the_app_leaves_the_focus_in_the_card(kit: &Kit) {
    kit.server.instead(WASM, Answer::status(404));
    let url = kit.story(&with(json!({ "url": "https://news.example/weir" })));
    let page = kit.host(&format!("<a href='#top'>Top</a><story-card src='{url}'></story-card>"));
    let card = page.card();
    assert_eq!(card.failure(), "wasm");
    card.run("parts(card, 'retry')[0].focus()");
    let wasm = std::fs::read(kit.server.built(WASM.trim_start_matches('/'))).expect("the build");
    kit.server.instead(WASM, Answer::text(wasm).content_type("application/wasm"));
    page.press_key("\u{e007}");
    let card = card.ready();
    assert_eq!(page.run("return document.activeElement.localName"), "story-card");
    // The next stop is in the story.
    page.press_key("\u{e004}");
    let is_in_the_headline =
        card.run("return parts(card, 'headline')[0].contains(card.shadowRoot.activeElement)");
    assert_eq!(is_in_the_headline, true);
}

/// What Chrome 122, Firefox 119 and Safari 17.4 say of these colours.
const OLD: &str = "<script>
    const real = CSS.supports;
    CSS.supports = (...all) => !all.join().includes('light-dark') && real.apply(CSS, all);
</script>";

fn browser_that_is_too_old_shows_the_fallback_and_asks_for_nothing(kit: &Kit) {
    let url = kit.story(&headed("Rain"));
    let tag = format!("<story-card src='{url}'><p id='fallback'>Read it there</p></story-card>");
    let page = kit.page(&format!("{OLD}{LOADER}"), &tag);
    assert_eq!(page.wait_for_event("story-card-error")["code"], "wasm");
    let card = page.card();
    assert_eq!(card.state(), "error");
    assert_eq!(page.run("return find('#fallback').checkVisibility()"), true);
    assert_eq!(
        card.run("return !!card.shadowRoot.querySelector('button')"),
        false,
        "no retry helps"
    );
    let asked: Vec<_> = kit.server.requests().into_iter().map(|request| request.path).collect();
    let is_needless =
        |path: &String| path.contains("story-card-app") || url.ends_with(path.as_str());
    assert!(!asked.iter().any(is_needless), "{asked:#?}");
}
