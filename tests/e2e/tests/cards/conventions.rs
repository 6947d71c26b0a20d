//! The element behaves as those of the browser do: its properties, its attributes, its module.

use serde_json::{Value, json};
use story_card_e2e::{Answer, Card, Kit, node, suite};

use crate::stories::{folding, headed, show};

suite! {
    EVERYWHERE:
        boolean_property_takes_what_is_false,
        other_properties_take_nothing_for_no_attribute,
        story_of_nothing_is_no_story,
        story_of_nothing_falls_back,
        story_may_be_any_object_that_json_writes,
        same_story_again_changes_nothing,
        story_that_json_cannot_write_is_an_error,
        what_is_no_story_is_an_error,
        story_that_was_set_early_goes_before_src,
        card_writes_nothing_on_its_tag,
        object_as_an_attribute_is_told_once,
        worker_may_import_the_module;
    CHROMIUM:
        server_may_import_the_module;
}

fn empty<'k>(kit: &'k Kit, tag: &str) -> Card<'k> {
    let card = kit.host(tag).card();
    card.wait("card.matches(':defined') && card.state === 'idle'");
    card
}

fn boolean_property_takes_what_is_false(kit: &Kit) {
    let card = show(kit, &folding());
    // As `hidden` takes them.
    let body = "
        const input = document.createElement('input');
        const values = [true, '', 'yes', null, 'false', undefined, 1, 0, NaN, {}, false, [], true];
        return values.map((value) => {
          input.disabled = value;
          card.exclusive = value;
          return [String(value), input.disabled, card.exclusive, card.getAttribute('exclusive')];
        });";
    let rows = card.run(body);
    for row in rows.as_array().into_iter().flatten() {
        assert_eq!(row[1], row[2], "{row}");
        let expected = if row[1] == true { json!("") } else { Value::Null };
        assert_eq!(row[3], expected, "{row}");
    }
}

fn other_properties_take_nothing_for_no_attribute(kit: &Kit) {
    let card = show(kit, &folding());
    for property in ["theme", "headingLevel", "timeline", "open", "images", "timeout", "item"] {
        let default = card.property(property);
        for nothing in ["null", "undefined", "false"] {
            let body = format!(
                "card[args[0]] = 'dark'; card[args[0]] = {nothing};
                 const name = args[0].replace(/[A-Z]/, (letter) => `-${{letter.toLowerCase()}}`);
                 return [card.getAttribute(name), card[args[0]]];"
            );
            let seen = card.run_with(&body, json!([property]));
            assert_eq!(seen, json!([null, default]), "{property} = {nothing}");
        }
        card.set(property, json!(""));
        assert_eq!(card.property(property), default, "{property} = ''");
    }
    for nothing in ["null", "undefined", "false", "''"] {
        card.run(&format!("card.src = {nothing}"));
        card.wait("card.state === 'idle'");
        assert_eq!(card.property("src"), "", "src = {nothing}");
    }
    assert_eq!(card.count("headline"), 0, "the story of a src that is gone");
    let url = kit.story(&headed("By a URL object"));
    card.run_with("card.src = new URL(args[0])", json!([url]));
    card.wait(
        "card.state === 'ready' && tidy(part(card, 'headline').textContent) === 'By a URL object'",
    );
}

fn story_of_nothing_is_no_story(kit: &Kit) {
    for nothing in ["null", "undefined", "''", "false"] {
        let card = empty(kit, "<story-card><p id='fallback'>Read it there</p></story-card>");
        card.run(&format!("card.story = {nothing}"));
        card.page().settle();
        assert_eq!(card.state(), "idle", "{nothing} at first");
        card.set("story", headed("There"));
        let card = card.ready();
        assert_eq!(card.run("return find('#fallback').checkVisibility()"), false);
        card.run(&format!("card.story = {nothing}"));
        card.wait("card.state === 'idle' && find('#fallback').checkVisibility()");
        assert_eq!(card.count("headline"), 0, "{nothing}: the story is still there");
        assert_eq!(card.run("return card.story === undefined"), true);
        assert_eq!(card.page().details("story-card-error").len(), 0, "{nothing}");
        card.set("story", headed("Again"));
        card.wait("card.state === 'ready' && tidy(part(card, 'headline').textContent) === 'Again'");
    }
}

fn story_of_nothing_falls_back(kit: &Kit) {
    let url = kit.story(&headed("By src"));
    let card = kit.host(&format!("<story-card src='{url}'></story-card>")).card().ready();
    card.run("card.story = null");
    card.page().settle();
    assert_eq!(kit.server.requests_for(&url).len(), 1, "nothing is asked for again");
    assert_eq!(card.state(), "ready");
    card.set("story", headed("By property"));
    card.wait("tidy(part(card, 'headline').textContent) === 'By property'");
    card.run("card.story = undefined");
    card.wait("tidy(part(card, 'headline').textContent) === 'By src'");
    card.run_with(
        "card.src = null; card.innerHTML = `<script type='application/json'>${args[0]}<\\/script>`",
        json!([headed("In the tag").to_string()]),
    );
    card.wait("tidy(part(card, 'headline').textContent) === 'In the tag'");
}

fn story_may_be_any_object_that_json_writes(kit: &Kit) {
    let card = empty(kit, "<story-card></story-card>");
    for (what, make) in [
        ("frozen", "Object.freeze(story)"),
        (
            "a proxy",
            "new Proxy(story, { get: (target, name, self) => Reflect.get(target, name, self) })",
        ),
        ("without prototype", "Object.assign(Object.create(null), story)"),
        ("a list", "[story]"),
        ("an instance", "Object.assign(new (class Story {})(), story)"),
        (
            "an instance that writes itself",
            "new (class { #own = story; toJSON() { return this.#own; } })()",
        ),
        ("an instance with getters", "({ ...story, get headline() { return story.headline; } })"),
        ("text", "JSON.stringify(story)"),
    ] {
        let body = format!(
            "const story = {{ schemaVersion: 'story-card/1.0', headline: args[0] }}; card.story = {make};"
        );
        card.run_with(&body, json!([what]));
        let shown = Value::from(what);
        card.wait(&format!(
            "card.state === 'ready' && tidy(part(card, 'headline').textContent) === {shown}"
        ));
    }
    assert_eq!(card.page().details("story-card-error").len(), 0);
}

fn same_story_again_changes_nothing(kit: &Kit) {
    let card = empty(kit, "<story-card></story-card>");
    card.set("story", folding());
    let card = card.ready();
    card.page().pointer().press(&card.nth("section-heading", 2));
    card.wait_for_sections(&[false, true, true]);
    // As a framework does that draws anew.
    for _ in 0..3 {
        card.set("story", folding());
    }
    card.page().settle();
    assert_eq!(card.open_sections(), [false, true, true]);
    assert_eq!(card.page().details("story-card-load").len(), 1);
}

fn story_that_json_cannot_write_is_an_error(kit: &Kit) {
    for make in [
        "const story = { headline: 'Round' }; story.self = story; card.story = story",
        "card.story = { headline: 1n }",
        "card.story = { toJSON() { throw new Error('not today') } }",
        "const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); card.story = proxy",
    ] {
        let card = empty(kit, "<story-card><p id='fallback'>Read it there</p></story-card>");
        card.set("story", headed("Before"));
        let card = card.ready();
        // It does not throw: a framework would break off there.
        card.run(make);
        assert_eq!(card.failure(), "not-json", "{make}");
        assert_eq!(card.run("return find('#fallback').checkVisibility()"), true, "{make}");
        assert_eq!(card.count("headline"), 0, "{make}: the story before is still there");
        let detail = card.page().wait_for_event("story-card-error");
        assert!(detail["message"].as_str().is_some_and(|message| !message.is_empty()), "{detail}");
        card.set("story", headed("After"));
        card.wait("card.state === 'ready' && tidy(part(card, 'headline').textContent) === 'After'");
    }
}

fn what_is_no_story_is_an_error(kit: &Kit) {
    for (value, code) in [
        ("'[object Object]'", "not-json"),
        ("() => {}", "not-json"),
        ("Symbol('story')", "not-json"),
        ("[]", "not-a-story"),
        ("{}", "not-a-story"),
        ("7", "not-a-story"),
        ("new Map()", "not-a-story"),
    ] {
        let card = empty(kit, "<story-card></story-card>");
        card.run(&format!("card.story = {value}"));
        assert_eq!(card.failure(), code, "{value}");
    }
}

fn story_that_was_set_early_goes_before_src(kit: &Kit) {
    let url = kit.story(&headed("By src"));
    let card = kit.page("", "<story-card></story-card>").card();
    card.run_with(
        "card.story = args[0]; card.src = args[1]; card.exclusive = ''; card.headingLevel = 3;
         const script = document.createElement('script');
         Object.assign(script, { type: 'module', src: '/story-card.js' });
         document.head.append(script);
         await customElements.whenDefined('story-card');",
        json!([headed("Early"), url]),
    );
    let card = card.ready();
    assert_eq!(card.part("headline").text(), "Early");
    assert_eq!(card.part("headline").run("return el.localName"), "h3");
    assert_eq!(card.attribute("exclusive"), Value::Null);
}

fn card_writes_nothing_on_its_tag(kit: &Kit) {
    let gate = story_card_e2e::Gate::new();
    let url = kit.answer(Answer::json(&headed("Quiet")).behind(&gate));
    let page = kit.host(&format!("<story-card id='card' src='{url}'></story-card>"));
    let card = page.card();
    let names = "return card.getAttributeNames()";
    let matches = "return ['idle', 'loading', 'ready', 'error'].filter((state) => card.matches(`:state(${state})`))";
    card.wait("card.state === 'loading'");
    assert_eq!(card.run(names), json!(["id", "src"]));
    assert_eq!(card.run(matches), json!(["loading"]));
    gate.open();
    let card = card.ready();
    assert_eq!(card.run(names), json!(["id", "src"]));
    assert_eq!(card.run(matches), json!(["ready"]));
    card.set("src", json!(kit.answer(Answer::status(404))));
    card.failure();
    assert_eq!(card.run(names), json!(["id", "src"]));
    assert_eq!(card.run(matches), json!(["error"]));
}

/// What the console is told while a page is made of this body.
const CONSOLE: &str =
    "<script>window.said = []; console.warn = (...words) => said.push(words.join(' '))</script>
    <script type='module' src='/story-card.js'></script>";

fn object_as_an_attribute_is_told_once(kit: &Kit) {
    let body =
        "<story-card story='[object Object]'></story-card><story-card story='{}'></story-card>";
    let page = kit.page(CONSOLE, body);
    page.wait("customElements.get('story-card')");
    page.run("find('story-card').setAttribute('story', 'again')");
    let said = page.run("return said");
    assert_eq!(said.as_array().map(Vec::len), Some(1), "{said}");
    assert!(said[0].as_str().is_some_and(|words| words.contains("attribute story")), "{said}");
    let page = kit.page(CONSOLE, "<story-card quiet story='[object Object]'></story-card>");
    page.wait("customElements.get('story-card')");
    page.settle();
    assert_eq!(page.run("return said"), json!([]));
}

fn worker_may_import_the_module(kit: &Kit) {
    let page = kit.host("<p>Words</p>");
    let seen = page.run(
        "const source = `import '${location.origin}/story-card.js'; postMessage('done')`;
         const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
         const worker = new Worker(url, { type: 'module' });
         return await new Promise((tell) => {
           worker.onmessage = ({ data }) => tell(data);
           worker.onerror = ({ message }) => tell(`failed: ${message}`);
         });",
    );
    assert_eq!(seen, "done");
}

fn server_may_import_the_module(kit: &Kit) {
    let file = kit.server.built("story-card.js");
    let loader = std::fs::read_to_string(&file).expect("the loader");
    // node asks a package whether a file is a module; text says it itself.
    let module = "const { readFileSync } = await import('node:fs');
        const loader = readFileSync(0, 'utf8');
        const before = Object.getOwnPropertyNames(globalThis).length;
        await import(`data:text/javascript,${encodeURIComponent(loader)}`);
        console.log(Object.getOwnPropertyNames(globalThis).length - before);";
    assert_eq!(node(module, &[], &loader).trim(), "0");
}
