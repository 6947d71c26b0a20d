//! Stories that mean harm, or are merely broken.

use serde_json::{Value, json};
use story_card_e2e::{Answer, Card, Kit, suite};

use crate::stories::{full, headed, picture, show_with, with};

suite! {
    EVERYWHERE:
        html_fires_where_it_is_html,
        html_in_every_text_stays_text,
        alternative_text_stays_text,
        script_urls_are_script_urls_when_raw,
        script_urls_never_become_links,
        script_urls_in_text_stay_text,
        wrong_type_of_any_field_costs_that_field_only,
        byte_order_mark_is_skipped,
        half_a_character_is_replaced,
        any_text_ends_in_a_state,
        long_list_is_cut_and_says_so;
}

/// Each pushes into the kit's list of mishaps if anything makes it HTML.
const PAYLOADS: [&str; 3] = [
    "<img src='x:' onerror=\"kit.mishaps.push('fired')\">",
    "</style></title><script>kit.mishaps.push('fired')</script><svg onload=\"kit.mishaps.push('fired')\">",
    "&lt;b&gt; <b>{{7}}</b> <a href='https://evil.example'>",
];

/// What is not text: identifiers, addresses, dates and words of fixed lists.
const NO_TEXT: [&str; 26] = [
    "schemaVersion",
    "id",
    "url",
    "image",
    "type",
    "date",
    "datePublished",
    "dateModified",
    "accessed",
    "archivedAt",
    "supports",
    "inLanguage",
    "aiDisclosure",
    "digitalSourceType",
    "aiInfoRef",
    "license",
    "publishingPrinciples",
    "articleType",
    "width",
    "height",
    "ordered",
    "open",
    "language",
    "keywords",
    "alt",
    "aiInfo",
];

/// Puts a payload with a number of its own in front of every text; gives how many.
fn poison(value: &mut Value, payload: &str, count: &mut usize) {
    match value {
        Value::String(text) => {
            *text = format!("{payload} #{count}. {text}");
            *count += 1;
        }
        Value::Array(items) => items
            .iter_mut()
            .for_each(|item| poison(item, payload, count)),
        Value::Object(fields) => {
            for (key, value) in fields {
                let is_text = !NO_TEXT.contains(&key.as_str()) || value.is_object();
                if is_text {
                    poison(value, payload, count);
                }
            }
        }
        _ => {}
    }
}

fn html_fires_where_it_is_html(kit: &Kit) {
    kit.expect_mishap("fired");
    let page = kit.host("<main></main>");
    page.run_with("find('main').innerHTML = args[0]", json!([PAYLOADS[0]]));
    page.wait("kit.mishaps.length");
}

fn html_in_every_text_stays_text(kit: &Kit) {
    let picture = picture(kit, 80, 40);
    for payload in PAYLOADS {
        let (mut story, mut count) = (full(&picture), 0);
        poison(&mut story, payload, &mut count);
        assert!(count > 60, "only {count} texts");
        let card = show_with(kit, "open='all'", &story);
        let all = card.text();
        let missing: Vec<usize> = (0..count)
            .filter(|n| !all.contains(&format!("{payload} #{n}.")))
            .collect();
        assert!(
            missing.is_empty(),
            "texts {missing:?} are not shown as written in\n{story:#}"
        );
        let foreign = "return el.querySelectorAll('script, svg, b, style, iframe, object').length";
        assert_eq!(card.part("card").run(foreign), 0);
        let evil = "return [...el.querySelectorAll('a')].filter((a) => /evil/.test(a.href)).length";
        assert_eq!(card.part("card").run(evil), 0);
        card.page().settle();
    }
}

fn alternative_text_stays_text(kit: &Kit) {
    let alt = "\"><img src=x: onerror=\"kit.mishaps.push('fired')\">";
    let image = json!({ "url": picture(kit, 80, 40), "alt": alt });
    let card = show_with(kit, "", &with(json!({ "image": image })));
    assert_eq!(card.part("image").inside("img").attribute("alt"), alt);
    assert_eq!(
        card.part("image")
            .run("return el.querySelectorAll('img').length"),
        1
    );
}

/// Addresses that run, read or deceive, in many dresses.
const ADDRESSES: [&str; 18] = [
    "javascript:kit.mishaps.push('fired')",
    "JaVaScRiPt:kit.mishaps.push('fired')",
    " javascript:kit.mishaps.push('fired')",
    "\u{1}javascript:kit.mishaps.push('fired')",
    "java\nscript:kit.mishaps.push('fired')",
    "java\tscript:kit.mishaps.push('fired')",
    "javascript\r\n:kit.mishaps.push('fired')",
    "\u{a0}javascript:kit.mishaps.push('fired')",
    "javascript:javascript:kit.mishaps.push('fired')",
    "javascript://news.example/%0akit.mishaps.push('fired')",
    "data:text/html,<script>parent.kit.mishaps.push('fired')</script>",
    "data:image/svg+xml,<svg onload=\"kit.mishaps.push('fired')\"/>",
    "vbscript:msgbox(1)",
    "blob:https://news.example/42",
    "file:///etc/passwd",
    "view-source:https://news.example/",
    "filesystem:https://news.example/temporary/a",
    "about:blank#x",
];

fn script_urls_are_script_urls_when_raw(kit: &Kit) {
    let page = kit.host("<a></a>");
    let body = "return args[0].filter((url) => { find('a').href = url; return find('a').protocol === 'javascript:' }).length";
    let count = page.run_with(body, json!([ADDRESSES]));
    assert!(
        count.as_u64().is_some_and(|count| count >= 8),
        "{count} of the disguises work"
    );
}

/// Puts an address wherever the format has one.
fn readdress(value: &mut Value, address: &str) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| readdress(item, address)),
        Value::Object(fields) => {
            for (key, value) in fields {
                let is_address = [
                    "url",
                    "image",
                    "archivedAt",
                    "license",
                    "publishingPrinciples",
                ]
                .contains(&key.as_str());
                if is_address && value.is_string() {
                    *value = json!(address);
                } else {
                    readdress(value, address);
                }
            }
        }
        _ => {}
    }
}

/// Links and pictures whose address is neither of the web nor mail.
#[track_caller]
fn live_addresses(card: &Card<'_>) -> Value {
    card.run(
        "const links = [...card.shadowRoot.querySelectorAll('a[href], area[href]')].map((a) => a.href);
         const pictures = [...card.shadowRoot.querySelectorAll('[src], [srcset], [data], [action]')].map((el) => el.src);
         return links.filter((url) => !/^(https?|mailto):/.test(url))
           .concat(pictures.filter((url) => !/^https?:/.test(url)));",
    )
}

fn script_urls_never_become_links(kit: &Kit) {
    let card = show_with(kit, "open='all'", &full(&picture(kit, 80, 40)));
    assert_ne!(
        card.run("return card.shadowRoot.querySelectorAll('a[href]').length"),
        0
    );
    for (n, address) in ADDRESSES.iter().enumerate() {
        let mut story = full("");
        readdress(&mut story, address);
        let headline = format!("Number {n}");
        story["headline"] = json!(headline);
        card.set("story", story);
        card.wait(&format!(
            "tidy(part(card, 'headline').textContent) === '{headline}'"
        ));
        assert_eq!(live_addresses(&card), json!([]), "{address:?}");
    }
}

fn script_urls_in_text_stay_text(kit: &Kit) {
    for address in [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,x",
        "//evil.example/x",
    ] {
        let text = format!("Press [here]({address}) now.");
        let card = show_with(kit, "", &with(json!({ "description": text })));
        assert_eq!(card.part("lead").text(), text);
        assert_eq!(
            card.part("lead")
                .run("return el.querySelectorAll('a').length"),
            0
        );
    }
}

/// JSON pointers of everything below the root.
fn places(value: &Value, path: &str, found: &mut Vec<String>) {
    let mut visit = |key: String, value: &Value| {
        let path = format!("{path}/{key}");
        found.push(path.clone());
        places(value, &path, found);
    };
    match value {
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(index, item)| visit(index.to_string(), item));
        }
        Value::Object(fields) => {
            fields
                .iter()
                .for_each(|(key, value)| visit(key.clone(), value));
        }
        _ => {}
    }
}

/// Shows the story once for each place, with that place spoiled; gives the failures.
const SPOIL: &str = "
    const [story, places, value] = args;
    const failures = [];
    const outcome = (n) => new Promise((tell) => {
      const hear = (event) => { clearTimeout(late); tell(event.type); };
      const late = setTimeout(() => tell('silence'), 5000);
      for (const type of ['load', 'error']) card.addEventListener(`story-card-${type}`, hear, { once: true });
    });
    for (const place of places) {
      const spoiled = structuredClone(story);
      const keys = place.split('/').slice(1);
      const last = keys.pop();
      keys.reduce((node, key) => node[key], spoiled)[last] = value;
      const answer = outcome();
      card.story = spoiled;
      const type = await answer;
      const headline = tidy(part(card, 'headline').textContent);
      if (type !== 'story-card-load' || headline !== story.headline) failures.push(`${place}: ${type} ${headline}`);
    }
    return failures;";

fn wrong_type_of_any_field_costs_that_field_only(kit: &Kit) {
    let story = full("https://news.example/p.svg");
    let mut all = Vec::new();
    places(&story, "", &mut all);
    all.retain(|place| place != "/headline" && place != "/schemaVersion");
    assert!(all.len() > 150, "only {} places", all.len());
    let card = show_with(kit, "images='off'", &headed("Before"));
    let deep = (0..40).fold(json!("deep"), |inner, _| json!([inner]));
    for value in [json!(7), json!({ "x": [1] }), json!(""), deep] {
        let failures = card.run_with(SPOIL, json!([story, all, value]));
        assert_eq!(failures, json!([]), "with {value}");
    }
}

fn byte_order_mark_is_skipped(kit: &Kit) {
    let text = format!("\u{feff}{}", headed("Marked"));
    let url = kit.answer(Answer::text(text));
    let card = kit
        .host(&format!("<story-card src='{url}'></story-card>"))
        .card()
        .ready();
    assert_eq!(card.part("headline").text(), "Marked");
}

fn half_a_character_is_replaced(kit: &Kit) {
    let text =
        r#"{ "schemaVersion": "story-card/1.0", "headline": "Half \ud800 and \udc00 whole" }"#;
    let url = kit.answer(Answer::text(text));
    let card = kit
        .host(&format!("<story-card src='{url}'></story-card>"))
        .card()
        .ready();
    assert_eq!(
        card.part("headline").text(),
        "Half \u{fffd} and \u{fffd} whole"
    );
}

fn any_text_ends_in_a_state(kit: &Kit) {
    let utf16: Vec<u8> = headed("Wide")
        .to_string()
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let nested = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let texts: Vec<Vec<u8>> = vec![
        [vec![0xff, 0xfe], utf16.clone()].concat(),
        utf16,
        nested.into_bytes(),
        b"{\"schemaVersion\":\"story-card/1.0\",\"headline\":\"tab\there \x01 and \x00 there\"}"
            .to_vec(),
        b"{\"schemaVersion\":\"story-card/1.0\",\"headline\":\"bad \xff\xfe bytes\"}".to_vec(),
        b"{\"schemaVersion\":\"story-card/1.0\",\"headline\":\"one\",\"headline\":\"two\"}"
            .to_vec(),
        b"{\"schemaVersion\":\"story-card/1.0\",\"headline\":1e999}".to_vec(),
        b"\x00\x00\x00".to_vec(),
    ];
    for text in texts {
        let shown = String::from_utf8_lossy(&text[..text.len().min(80)]).into_owned();
        let url = kit.answer(Answer::text(text));
        let card = kit
            .host(&format!("<story-card src='{url}'></story-card>"))
            .card();
        card.wait("['ready', 'error'].includes(card.state)");
        let face = if card.state() == "ready" {
            "headline"
        } else {
            "error"
        };
        assert!(card.part(face).is_shown(), "a blank box for {shown:?}");
    }
}

fn long_list_is_cut_and_says_so(kit: &Kit) {
    let section = |n: usize| json!({ "headline": format!("Section {n}"), "blocks": ["Text."] });
    let sections: Vec<Value> = (0..250).map(section).collect();
    let card = show_with(kit, "", &with(json!({ "sections": sections })));
    assert_eq!(card.count("section"), 200);
    assert!(card.text().contains("50 more"));
    let problems = card.page().wait_for_event("story-card-load")["problems"].clone();
    assert!(problems.to_string().contains("/sections"), "{problems}");
}
