//! Cards that are moved, many, slow, failed or gone: what the reader has all the same.

use serde_json::{Value, json};
use story_card_e2e::{Answer, Ending, Engine, Gate, Kit, Page, suite};

use crate::crowd::MEMORY;
use crate::host::{LOADER, assert_not_blank, tag};
use crate::stories::{cited, folding, headed};

suite! {
    EVERYWHERE:
        p11_silence_ends_at_the_deadline,
        p11_half_an_answer_ends_at_the_deadline,
        p22_card_moved_to_an_iframe_and_back_works,
        p22_card_moved_in_one_piece_keeps_its_state,
        p22_clone_of_a_card_is_a_card,
        p30_app_that_never_comes_is_given_up,
        p31_removed_cards_leave_nothing,
        p32_cards_of_one_story_ask_once,
        p32_six_are_asked_for_at_once_and_the_nearest_first,
        p36_failed_card_takes_no_focus;
    CHROMIUM:
        p30_nothing_shifts_from_first_frame_to_last,
        p22_card_survives_the_way_back;
    // WebKit's driver loses its script when the page leaves.
    FIREFOX: p22_card_survives_the_way_back;
}

/// Waits for the failure of a card that may take two seconds, and sees that it hangs up.
#[track_caller]
fn assert_deadline(kit: &Kit, answer: Answer) {
    let url = kit.answer(answer);
    let page = kit.host("<main></main>");
    page.run_with(
        "await customElements.whenDefined('story-card');
         document.addEventListener('story-card-error', () => { window.took = performance.now() - began });
         window.began = performance.now();
         find('main').append(Object.assign(document.createElement('story-card'), { src: args[0], timeout: 2, loading: 'eager' }));",
        json!([url]),
    );
    assert_eq!(page.card().failure(), "timeout");
    let took = page.run("return window.took").as_f64().expect("a number");
    // Fifteen seconds are what a card takes that was told nothing.
    assert!((1_900.0..14_000.0).contains(&took), "{took} ms");
    kit.server.wait_for(&url, "the card's hanging up", |seen| {
        seen.len() == 1 && seen.iter().all(|request| request.ending == Ending::Aborted)
    });
}

fn p11_silence_ends_at_the_deadline(kit: &Kit) {
    assert_deadline(kit, Answer::json(&headed("Late")).behind(&Gate::new()));
}

fn p11_half_an_answer_ends_at_the_deadline(kit: &Kit) {
    assert_deadline(kit, Answer::json(&headed("Half")).halfway(&Gate::new()));
}

fn p22_card_moved_to_an_iframe_and_back_works(kit: &Kit) {
    let url = kit.story(&folding());
    let page = kit.host(&format!("{}<iframe></iframe><main></main>", tag(&url)));
    page.card().ready();
    page.run(
        "window.moved = find('story-card'); find('iframe').contentDocument.body.append(moved)",
    );
    // An engine may give the element of another document another class.
    page.wait("moved.state === undefined || moved.state === 'ready'");
    page.run("find('main').append(moved)");
    let card = page.card();
    card.wait("card.state === undefined || card.state === 'ready' && part(card, 'headline')");
    if card.property("state") == "ready" {
        page.pointer().press(&card.nth("section-heading", 0));
        card.wait_for_sections(&[true, true, false]);
        assert!(card.part("headline").style("line-height") != "normal");
        assert_eq!(card.part("badge").run("return getComputedStyle(el.getRootNode().host.shadowRoot.firstElementChild).display"), "block");
    }
}

fn p22_card_moved_in_one_piece_keeps_its_state(kit: &Kit) {
    let url = kit.story(&folding());
    let page = kit.host(&format!("{}<main></main>", tag(&url)));
    let card = page.card().ready();
    page.pointer().press(&card.nth("section-heading", 2));
    card.wait_for_sections(&[false, true, true]);
    card.run("const main = find('main'); main.moveBefore ? main.moveBefore(card, null) : main.append(card)");
    page.settle();
    assert_eq!(card.open_sections(), [false, true, true]);
    assert_eq!(kit.server.requests_for(&url).len(), 1);
}

fn p22_card_survives_the_way_back(kit: &Kit) {
    let url = kit.story(&folding());
    let page = kit.host(&tag(&url));
    page.card().ready();
    page.run("setTimeout(() => { location.href = '/kit/watch.js' })");
    page.wait("location.pathname === '/kit/watch.js'");
    page.run("setTimeout(() => history.back())");
    page.wait("location.pathname !== '/kit/watch.js' && document.querySelector('story-card')");
    let card = page.card().ready();
    page.pointer().press(&card.nth("section-heading", 0));
    card.wait_for_sections(&[true, true, false]);
}

fn p22_clone_of_a_card_is_a_card(kit: &Kit) {
    let url = kit.story(&folding());
    let page = kit.host(&tag(&url));
    page.card().ready();
    page.run("const copy = find('story-card').cloneNode(true); copy.id = 'copy'; document.body.append(copy)");
    assert_eq!(page.card_at("#copy").ready().count("section"), 3);
}

fn p30_app_that_never_comes_is_given_up(kit: &Kit) {
    // Only the card's timers: a driver may set some of its own in the page.
    let hurry = "<script>const late = setTimeout; window.setTimeout = (act, millis, ...rest) => late(act, /story-card/.test(new Error().stack) && millis >= 60000 ? 500 : millis, ...rest)</script>";
    for file in ["/story-card-app_bg.wasm", "/story-card-app.js"] {
        // Firefox holds a page to be loading while code is on its way, and so its driver waits.
        if kit.engine == Engine::Firefox && file == "/story-card-app.js" {
            continue;
        }
        kit.server.instead(file, Answer::status(200).behind(&Gate::new()));
        let url = kit.story(&headed("Rain"));
        let card = kit.page(&format!("{hurry}{LOADER}"), &tag(&url)).card();
        assert_eq!(card.failure(), "wasm", "without {file}");
        assert_not_blank(&card, "no app");
    }
}

fn p32_cards_of_one_story_ask_once(kit: &Kit) {
    let url = kit.story(&headed("One"));
    let tags: String = (0..50)
        .map(|n| format!("<story-card id='c{n}' src='{url}' loading='eager'></story-card>"))
        .collect();
    let page = kit.host(&tags);
    page.wait(
        "[...document.querySelectorAll('story-card')].every((card) => card.state === 'ready')",
    );
    assert_eq!(kit.server.requests_for(&url).len(), 1);
    // The next one has it too.
    page.run_with(
        "document.body.append(Object.assign(document.createElement('story-card'), { id: 'next', src: args[0], loading: 'eager' }))",
        json!([url]),
    );
    page.card_at("#next").ready();
    assert_eq!(kit.server.requests_for(&url).len(), 1);
}

fn p32_six_are_asked_for_at_once_and_the_nearest_first(kit: &Kit) {
    let gates: Vec<Gate> = (0..20).map(|_| Gate::new()).collect();
    let urls: Vec<String> = gates
        .iter()
        .enumerate()
        .map(|(n, gate)| kit.answer(Answer::json(&headed(&format!("Story {n}"))).behind(gate)))
        .collect();
    let tags: String = urls
        .iter()
        .map(|url| format!("<div style='height:90vh'><story-card src='{url}' loading='eager'></story-card></div>"))
        .collect();
    // The reader is amid the page when the card's code comes.
    let head = "<style>html { overflow-anchor: none }</style>";
    let page = kit.page(head, &tags);
    page.run("scrollTo(0, innerHeight * 0.9 * 12)");
    page.run("document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: '/story-card.js' }))");
    let asked = |kit: &Kit| -> Vec<usize> {
        (0..20).filter(|n| !kit.server.requests_for(&urls[*n]).is_empty()).collect()
    };
    kit.server.wait_for(&urls[12], "a request", |seen| seen.len() == 1);
    page.settle();
    let first = asked(kit);
    assert!(first.len() <= 6 && first.contains(&12) && first.contains(&13), "{first:?}");
    assert!(first.iter().all(|n| (9..=16).contains(n)), "{first:?}");
    for gate in &gates {
        gate.open();
    }
    page.wait(
        "[...document.querySelectorAll('story-card')].every((card) => card.state === 'ready')",
    );
}

fn p36_failed_card_takes_no_focus(kit: &Kit) {
    for answer in [Answer::status(404), Answer::status(500), Answer::text("nonsense")] {
        let url = kit.answer(answer);
        let page = kit.page(LOADER, &format!("<input id='typing'>{}", tag(&url)));
        page.run("find('#typing').focus()");
        let card = page.card();
        card.failure();
        page.settle();
        assert_eq!(page.run("return document.activeElement.id"), "typing");
        let error = card.part("error");
        assert!(["alert", "status"].contains(&error.role().as_str()));
        assert!(error.text().split_whitespace().count() > 3, "{}", error.text());
        let reach = card.run(
            "const retry = parts(card, 'retry').find((el) => el.checkVisibility());
             if (!retry) return true; retry.focus(); return card.shadowRoot.activeElement === retry;",
        );
        assert_eq!(reach, true);
    }
}

fn shifts(page: Page<'_>) -> f64 {
    page.run("return window.shifted").as_f64().expect("a number")
}

fn p30_nothing_shifts_from_first_frame_to_last(kit: &Kit) {
    let gate = Gate::new();
    let mut story: Value = cited();
    story["description"] = json!("A lead of some length. ".repeat(8));
    let url = kit.answer(Answer::json(&story).behind(&gate));
    // A scrollbar that comes with the card would be the page's shift.
    let watch = "<style>html { overflow-y: scroll }</style><script>window.shifted = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.shifted += entry.value }))
          .observe({ type: 'layout-shift', buffered: true });</script>";
    let app = Gate::new();
    let wasm = std::fs::read(kit.server.built("story-card-app_bg.wasm")).expect("the build");
    let wasm = Answer::text(wasm).content_type("application/wasm").behind(&app);
    kit.server.instead("/story-card-app_bg.wasm", wasm);
    let page =
        kit.page(&format!("{watch}{LOADER}"), &format!("<story-card src='{url}'></story-card>"));
    let card = page.card();
    // The skeleton, the first words, the card, one after another.
    card.wait("part(card, 'skeleton').getBoundingClientRect().height > 0");
    page.settle();
    gate.open();
    card.wait("part(card, 'headline').getBoundingClientRect().height > 0");
    page.settle();
    assert_eq!(card.state(), "loading", "the first words came before the app");
    app.open();
    let card = card.ready();
    page.settle();
    assert!(card.part("headline").is_shown());
    let sum = shifts(page);
    assert!(sum < 0.005, "the page has shifted by {sum}");
}

/// Counts what is under way in the page for the card: timers and requests.
const COUNTING: &str = "<script>{
    window.under = { timers: new Set(), requests: 0 };
    const { setTimeout: late, clearTimeout: clear, fetch: ask } = window;
    const isOurs = () => /story-card/.test(new Error().stack);
    window.setTimeout = (act, millis, ...rest) => {
      if (!isOurs()) return late(act, millis, ...rest);
      const id = late((...all) => { under.timers.delete(id); act(...all); }, millis, ...rest);
      under.timers.add(id);
      return id;
    };
    window.clearTimeout = (id) => { under.timers.delete(id); clear(id); };
    window.fetch = (...all) => {
      under.requests += 1;
      const end = () => { under.requests -= 1; };
      const answer = ask(...all);
      answer.then(end, end);
      return answer;
    };
}</script>";

fn p31_removed_cards_leave_nothing(kit: &Kit) {
    let url = kit.story(&cited());
    let page = kit.page(&[MEMORY, COUNTING, LOADER].concat(), "<main></main>");
    // The last of each fifty goes before its story has come.
    let held = kit.answer(Answer::json(&cited()).behind(&Gate::new()));
    let body = "window.gone ??= [];
        for (let round = 1; round <= 50; round += 1) {
          const src = args[round === 50 ? 1 : 0];
          const card = Object.assign(document.createElement('story-card'), { src, loading: 'eager' });
          find('main').append(card);
          while (card.state !== (round === 50 ? 'loading' : 'ready')) await frame();
          gone.push(new WeakRef(card));
          card.remove();
          await frame();
        }
        return memory.buffer.byteLength;";
    let memory: Vec<_> = (0..4).map(|_| page.run_with(body, json!([url, held])).as_u64()).collect();
    assert!(memory[0] > Some(0), "no memory was found");
    // WebKit's collector cannot be asked to, and takes for an address whatever looks like
    // one: it may keep some. What leaks is there two hundred times.
    let most = if kit.engine == Engine::WebKit { 20 } else { 1 };
    let alive = "return gone.filter((ref) => ref.deref()).length";
    for _ in 0..20 {
        page.collect_garbage();
        page.settle();
        if page.run(alive).as_u64() <= Some(most) {
            break;
        }
    }
    let alive = page.run(alive).as_u64();
    assert!(alive <= Some(most), "{alive:?} of 200 cards are still alive");
    page.wait("under.timers.size === 0 && under.requests === 0");
    kit.fault(
        "200 cards added and removed",
        "alive at most 1 (WebKit: 20), timers 0, requests 0, memory of the wasm as after 50",
        &format!(
            "alive at most 1 (WebKit: 20), timers 0, requests 0, memory of the wasm {}",
            if memory.iter().all(|bytes| *bytes == memory[0]) { "as after 50" } else { "grown" }
        ),
    );
}
