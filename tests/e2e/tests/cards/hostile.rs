//! Stories that mean harm: no text becomes markup, no address becomes a script.

use serde_json::{Value, json};
use story_card_e2e::{Card, Kit, suite};

use crate::lists::{change_texts, readdress};
use crate::stories::{full, picture, show_full, show_with, with};

suite! {
    EVERYWHERE:
        html_fires_where_it_is_html,
        html_in_every_text_stays_text,
        alternative_text_stays_text,
        script_urls_are_script_urls_when_raw,
        script_urls_never_become_links,
        script_urls_in_text_stay_text;
}

/// Each pushes into the kit's list of mishaps if anything makes it HTML.
const PAYLOADS: [&str; 3] = [
    "<img src='x:' onerror=\"kit.mishaps.push('fired')\">",
    "</style></title><script>kit.mishaps.push('fired')</script><svg onload=\"kit.mishaps.push('fired')\">",
    "&lt;b&gt; <b>{{7}}</b> <a href='https://evil.example'>",
];

/// Puts a payload with a number of its own in front of every text; gives how many.
fn poison(story: &mut Value, payload: &str) -> usize {
    let mut count = 0;
    change_texts(story, &mut |text| {
        *text = format!("{payload} #{count}. {text}");
        count += 1;
    });
    count
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
        let mut story = full(&picture);
        let count = poison(&mut story, payload);
        assert!(count > 60, "only {count} texts");
        let card = show_with(kit, "open='all'", &story);
        let all = card.text();
        let missing: Vec<usize> =
            (0..count).filter(|n| !all.contains(&format!("{payload} #{n}."))).collect();
        assert!(missing.is_empty(), "texts {missing:?} are not shown as written in\n{story:#}");
        let foreign = "return el.querySelectorAll('script, b, style, iframe, object, [onerror], [onload], svg image').length";
        assert_eq!(card.part("card").run(foreign), 0);
        // An excerpt may name it in a text fragment; what counts is where a link leads.
        let evil = "return [...el.querySelectorAll('a')].filter((a) => /evil/.test(a.host)).length";
        assert_eq!(card.part("card").run(evil), 0);
        card.page().settle();
    }
}

fn alternative_text_stays_text(kit: &Kit) {
    let alt = "\"><img src=x: onerror=\"kit.mishaps.push('fired')\">";
    let image = json!({ "url": picture(kit, 80, 40), "alt": alt });
    let card = show_with(kit, "", &with(json!({ "image": image })));
    assert_eq!(card.part("image").inside("img").attribute("alt"), alt);
    assert_eq!(card.part("image").run("return el.querySelectorAll('img').length"), 1);
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
    assert!(count.as_u64().is_some_and(|count| count >= 8), "{count} of the disguises work");
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
    let card = show_full(kit);
    assert_ne!(card.run("return card.shadowRoot.querySelectorAll('a[href]').length"), 0);
    for (n, address) in ADDRESSES.iter().enumerate() {
        let mut story = full("");
        readdress(&mut story, address);
        let headline = format!("Number {n}");
        story["headline"] = json!(headline);
        card.set("story", story);
        card.wait(&format!("tidy(part(card, 'headline').textContent) === '{headline}'"));
        assert_eq!(live_addresses(&card), json!([]), "{address:?}");
    }
}

fn script_urls_in_text_stay_text(kit: &Kit) {
    for address in
        ["javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "//evil.example/x"]
    {
        let text = format!("Press [here]({address}) now.");
        let card = show_with(kit, "", &with(json!({ "description": text })));
        assert_eq!(card.part("lead").text(), text);
        assert_eq!(card.part("lead").run("return el.querySelectorAll('a').length"), 0);
    }
}
