//! The first words come from the first bytes of a story, ahead of the app.

use serde_json::{Value, json};
use story_card_e2e::{Answer, Card, Gate, Kit, Page, suite};

use crate::host::LOADER;
use crate::stories::{cited, headed, with};

suite! {
    EVERYWHERE:
        words_show_while_the_body_is_still_open,
        words_need_nothing_but_the_loader,
        words_of_many_cards_need_nothing_but_the_loader,
        words_of_a_story_in_the_tag_show_at_once,
        lead_that_comes_late_is_added,
        story_whose_words_come_last_is_shown_all_the_same,
        words_stand_without_marks,
        words_have_the_parts_of_the_card,
        words_can_be_read_on_a_paper_that_is_set,
        story_that_is_held_back_shows_no_words,
        text_below_stays_where_room_is_reserved,
        text_below_is_out_of_the_window_without_a_reserve,
        room_is_given_back_when_nothing_comes,
        story_that_a_server_has_drawn_stands_until_the_app_has_drawn;
    CHROMIUM:
        story_is_asked_for_before_the_code;
}

const GLUE: &str = "/story-card-app.js";
const WASM: &str = "/story-card-app_bg.wasm";

/// Badge, headline and lead, then a body as long as it is to be.
fn written(body: usize) -> String {
    let body = "A sentence of the body. ".repeat(body / 24);
    format!(
        r#"{{ "schemaVersion": "story-card/1.0", "articleSection": "Breaking", "headline": "Rain [1]",
        "description": "It *rained* for [three days](https://river.example/).\n\nThen it stopped.",
        "sections": [{{ "headline": "At {{ length }} \" ]", "blocks": ["{body}"] }}] }}"#
    )
}

/// Code beside the app that is never ready. A request that nothing answers would keep Firefox
/// from telling that the page has loaded.
fn withhold_the_glue(kit: &Kit) {
    let glue = Answer::text("await new Promise(() => {});").content_type("text/javascript");
    kit.server.instead(GLUE, glue);
}

/// What the reader sees of a story on its way.
fn seen(card: &Card<'_>) -> Value {
    card.run("return ['badge', 'headline', 'lead'].map((name) => tidy(parts(card, name)[0]?.innerText ?? ''))")
}

const HAS_WORDS: &str = "part(card, 'headline')?.checkVisibility()";

fn words_show_while_the_body_is_still_open(kit: &Kit) {
    withhold_the_glue(kit);
    let gate = Gate::new();
    let url = kit.answer(Answer::text(written(20_000)).halfway(&gate));
    let card = kit.host(&format!("<story-card src='{url}'></story-card>")).card();
    card.wait(HAS_WORDS);
    assert_eq!(seen(&card), json!(["Breaking", "Rain", "It rained for three days."]));
    assert_eq!(card.state(), "loading");
}

fn words_need_nothing_but_the_loader(kit: &Kit) {
    withhold_the_glue(kit);
    kit.server.instead(WASM, Answer::status(404));
    let url = kit.answer(Answer::text(written(200)));
    let card = kit.host(&format!("<story-card src='{url}'></story-card>")).card();
    card.wait(HAS_WORDS);
    assert_eq!(seen(&card), json!(["Breaking", "Rain", "It rained for three days."]));
}

/// More of them than are asked for at once: each waits for the words of others alone.
fn words_of_many_cards_need_nothing_but_the_loader(kit: &Kit) {
    withhold_the_glue(kit);
    let tags: String = (0..14)
        .map(|n| kit.story(&headed(&format!("Story {n}"))))
        .map(|url| format!("<story-card src='{url}' loading='eager'></story-card>"))
        .collect();
    kit.host(&tags).wait(
        "[...document.querySelectorAll('story-card')].every((card) => part(card, 'headline')?.innerText.startsWith('Story'))",
    );
}

fn words_of_a_story_in_the_tag_show_at_once(kit: &Kit) {
    withhold_the_glue(kit);
    let text = written(200);
    let script = format!("<script type='application/json'>{text}</script>");
    let card = kit.host(&format!("<story-card>{script}</story-card>")).card();
    card.wait(HAS_WORDS);
    assert_eq!(seen(&card)[1], "Rain");
}

fn lead_that_comes_late_is_added(kit: &Kit) {
    withhold_the_glue(kit);
    let gate = Gate::new();
    let body = "A sentence of the body. ".repeat(400);
    let text = format!(
        r#"{{ "headline": "Rain", "schemaVersion": "story-card/1", "sections": [{{ "blocks": ["{body}"] }}], "description": "It rained." }}"#
    );
    let url = kit.answer(Answer::text(text).halfway(&gate));
    let card = kit.host(&format!("<story-card src='{url}'></story-card>")).card();
    card.wait(HAS_WORDS);
    assert_eq!(seen(&card), json!(["", "Rain", ""]));
    gate.open();
    card.wait("tidy(part(card, 'lead').innerText) === 'It rained.'");
}

fn story_whose_words_come_last_is_shown_all_the_same(kit: &Kit) {
    let body = "A sentence of the body. ".repeat(8000);
    let text = format!(
        r#"{{ "sections": [{{ "blocks": ["{body}"] }}], "headline": "Rain", "schemaVersion": "story-card/1" }}"#
    );
    let url = kit.answer(Answer::text(text));
    let card = kit.host(&format!("<story-card src='{url}'></story-card>")).card().ready();
    assert_eq!(card.part("headline").text(), "Rain");
}

fn words_stand_without_marks(kit: &Kit) {
    withhold_the_glue(kit);
    let lead = "The **gates** of 2*3 m [1, 2] and *Wähler*innen* \\[sic\\] [cost](https://a.example/b_(c)) £12. f*ck[3].";
    let url = kit.story(&with(json!({ "description": lead })));
    let card = kit.host(&format!("<story-card src='{url}'></story-card>")).card();
    card.wait(HAS_WORDS);
    let seen = seen(&card);
    let seen = seen[2].as_str().expect("a lead");
    assert!(seen.starts_with("The gates of 2*3 m and Wähler*innen [sic] cost"), "{seen}");
    assert!(seen.ends_with("£12. f*ck."), "{seen}");
}

fn words_have_the_parts_of_the_card(kit: &Kit) {
    let gate = Gate::new();
    let text = r#"{ "schemaVersion": "story-card/1.0", "articleSection": "Weather", "headline": "Rain",
        "alternativeHeadline": "For days", "description": "It rained.", "sections": [] }"#;
    let url = kit.answer(Answer::text(format!("{text}{:20000}", "")).halfway(&gate));
    let card = kit.host(&format!("<story-card src='{url}'></story-card>")).card();
    card.wait(HAS_WORDS);
    let parts = "return ['Weather', 'Rain', 'For days', 'It rained.'].map((words) =>
        [...card.shadowRoot.querySelectorAll('[part]')].filter((el) => el.innerText?.trim() === words)
            .map((el) => el.getAttribute('part')))";
    let first = card.run(parts);
    gate.open();
    assert_eq!(first, card.ready().run(parts));
}

fn words_can_be_read_on_a_paper_that_is_set(kit: &Kit) {
    withhold_the_glue(kit);
    let url = kit.answer(Answer::text(written(200)));
    let cases = [
        ("paper: #000", "light", ["rgb(0, 0, 0)", "white"]),
        ("paper: #fff", "dark", ["rgb(255, 255, 255)", "black"]),
        ("ink: #fff", "light", ["black", "rgb(255, 255, 255)"]),
        ("ink: #000", "dark", ["white", "rgb(0, 0, 0)"]),
    ];
    for (token, scheme, expected) in cases {
        let style = format!("color-scheme: {scheme}; --story-card-{token}");
        let page = kit.host(&format!("<story-card src='{url}' style='{style}'></story-card>"));
        let card = page.card();
        card.wait(HAS_WORDS);
        let seen = card.run(
            "const { color, backgroundColor } = getComputedStyle(part(card, 'skeleton'));
             const name = (value) => { const y = value.startsWith('rgb') ? NaN : Number(value.split(' ')[1]); return y > 0.9 ? 'white' : y < 0.1 ? 'black' : value; };
             return [name(backgroundColor), name(color)];",
        );
        assert_eq!(seen, json!(expected), "{token}");
    }
}

fn story_that_is_held_back_shows_no_words(kit: &Kit) {
    withhold_the_glue(kit);
    let mut story = headed("Not yet");
    story["embargoedUntil"] = json!("2999-01-01T00:00:00Z");
    let held = kit.story(&story);
    let url = kit.story(&headed("Now"));
    let page = kit.host(&format!(
        "<story-card src='{held}'></story-card><story-card id=open src='{url}'></story-card>"
    ));
    page.card_at("#open").wait(HAS_WORDS);
    page.settle();
    assert_eq!(
        page.run("return find('story-card').shadowRoot.textContent.includes('Not yet')"),
        false
    );
}

/// A page with text below the card, which must not move in view.
fn page_with_text_below<'k>(kit: &'k Kit, url: &str, style: &str) -> Page<'k> {
    let watch = "<style>html { overflow-y: scroll } body { margin: 0 }</style>
        <script>
          window.tops = [];
          const look = () => {
            const top = document.querySelector('#below')?.getBoundingClientRect().top;
            if (top !== undefined && top !== tops.at(-1)) tops.push(top);
            requestAnimationFrame(look);
          };
          look();
        </script>";
    kit.page(
        &format!("{watch}{LOADER}<style>{style}</style>"),
        &format!("<story-card src='{url}' loading=eager></story-card><p id='below'>Below.</p>"),
    )
}

/// A story that comes piece by piece, and the app after it.
fn hold_back(kit: &Kit) -> (String, [Gate; 3]) {
    let gates = [Gate::new(), Gate::new(), Gate::new()];
    let mut story = cited();
    story["description"] = json!("A lead of some length. ".repeat(8));
    let url = kit.answer(Answer::json(&story).behind(&gates[0]).halfway(&gates[1]));
    let wasm = std::fs::read(kit.server.built(WASM.trim_start_matches('/'))).expect("the build");
    let wasm = Answer::text(wasm).content_type("application/wasm").behind(&gates[2]);
    kit.server.instead(WASM, wasm);
    (url, gates)
}

/// Skeleton, first words and card, one after another.
fn go_through(page: Page<'_>, gates: &[Gate; 3]) {
    let card = page.card();
    card.wait("part(card, 'skeleton').getBoundingClientRect().height > 0");
    page.settle();
    gates[0].open();
    gates[1].open();
    card.wait(HAS_WORDS);
    page.settle();
    assert_eq!(card.state(), "loading", "the first words came before the app");
    gates[2].open();
    card.ready();
    page.settle();
}

fn text_below_stays_where_room_is_reserved(kit: &Kit) {
    let (url, gates) = hold_back(kit);
    let page = page_with_text_below(kit, &url, "story-card { display: block; min-height: 700px }");
    go_through(page, &gates);
    assert_eq!(page.run("return [...new Set(tops.map((top) => Math.round(top)))]"), json!([716]));
}

fn text_below_is_out_of_the_window_without_a_reserve(kit: &Kit) {
    let (url, gates) = hold_back(kit);
    let page = page_with_text_below(kit, &url, "");
    page.card().wait("card.state === 'loading'");
    page.settle();
    let below = "return find('#below').getBoundingClientRect().top >= Math.min(innerHeight, 700)";
    assert_eq!(page.run(below), true, "before the skeleton {}", page.run("return [innerHeight, tops, getComputedStyle(find('story-card')).minBlockSize, find('story-card').matches(':state(reserved)')]"));
    go_through(page, &gates);
    let away = "return tops.slice(0, -1).filter((top) => top > 100).every((top) => top >= Math.min(innerHeight, 700))";
    assert_eq!(page.run(away), true, "{}", page.run("return tops"));
}

fn room_is_given_back_when_nothing_comes(kit: &Kit) {
    let url = kit.answer(Answer::status(404));
    let page = page_with_text_below(kit, &url, "");
    let card = page.card();
    card.wait("card.state === 'error'");
    let height = card.run("return card.getBoundingClientRect().height");
    assert!(height.as_f64().is_some_and(|height| height < 300.0), "{height}");
}

fn story_that_a_server_has_drawn_stands_until_the_app_has_drawn(kit: &Kit) {
    let gate = Gate::new();
    let url = kit.answer(Answer::json(&headed("Rain")).behind(&gate));
    let drawn = "<template shadowrootmode='open'><article id='drawn' style='height: 300px'>Rain, as drawn</article></template>";
    let page = kit.host(&format!("<story-card src='{url}' loading=eager>{drawn}</story-card>"));
    let card = page.card();
    card.wait("card.state === 'loading'");
    page.settle();
    let height = "return Math.round(card.getBoundingClientRect().height)";
    assert_eq!(card.run(height), 300);
    gate.open();
    let card = card.ready();
    assert_eq!(card.part("headline").text(), "Rain");
    assert_eq!(card.run("return card.shadowRoot.querySelector('#drawn')"), Value::Null);
    assert!(card.part("headline").is_shown());
}

fn story_is_asked_for_before_the_code(kit: &Kit) {
    let url = kit.story(&headed("Rain"));
    let page = kit.host(&format!("<story-card src='{url}'></story-card>"));
    page.card().ready();
    // By the page's clock: on a busy machine a server may hear of the second one first.
    let begun = |file: &str| {
        let entry = format!(
            "performance.getEntriesByType('resource').find(({{ name }}) => name.includes('{file}'))"
        );
        page.wait(&format!("!!{entry}"));
        page.run(&format!("return {entry}.startTime")).as_f64().expect("a time")
    };
    let (story, wasm) = (begun(url.trim_start_matches(kit.server.stories())), begun(WASM));
    assert!(story <= wasm, "{story} and {wasm}");
}
