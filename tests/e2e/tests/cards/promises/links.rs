//! P3, P4 and P5: where links lead, what they carry and what they say.

use serde_json::{Value, json};
use story_card_e2e::{Answer, Kit, suite};

use super::none;
use crate::lists::{self, URLS};
use crate::stories::{show_with, with};

suite! {
    CHROMIUM:
        p3_no_live_link_leaves_the_web,
        p4_a_link_gives_no_hold_on_the_page,
        p5_the_host_shown_is_the_real_host;
}

/// A story that has each address in every field that takes one.
fn story_of(urls: &[String]) -> Value {
    let each = |make: &dyn Fn(&String) -> Value| urls.iter().map(make).collect::<Vec<_>>();
    let blocks = urls.iter().flat_map(|url| {
        [
            json!(format!("[a]({url}) [**b**]({url}) [1]({url})")),
            json!({ "type": "embed", "url": url }),
        ]
    });
    with(json!({
        "url": urls[0], "license": urls[0], "publishingPrinciples": urls[0],
        "author": each(&|url| json!({ "name": "A", "url": url })),
        "citation": each(&|url| json!({ "name": "N", "url": url, "archivedAt": url, "text": "T" })),
        "relatedLink": each(&|url| json!({ "name": "R", "url": url })),
        "timeline": { "events": each(&|url| json!({ "date": "2020", "text": "W", "url": url })) },
        "sections": [{ "open": true, "blocks": blocks.collect::<Vec<_>>() }],
    }))
}

fn sources(urls: &[String]) -> Value {
    let source = |(number, url): (usize, &String)| json!({ "id": number + 1, "name": "N", "url": url, "archivedAt": url, "text": "T" });
    urls.iter().enumerate().map(source).collect()
}

/// Presses every link, at which the page says no; gives how many there were and which
/// led out of the web.
const PRESS: &str = "
    const heard = [];
    document.addEventListener('story-card-link', (event) => { event.preventDefault(); heard.push(event.detail.url); });
    const links = [...card.shadowRoot.querySelectorAll('a[href], area[href]')];
    for (const link of links) link.click();
    const all = [...links.map((link) => link.href), ...heard];
    return [heard.length, all.filter((url) => !/^(https?:|mailto:)/.test(url) || new URL(url).username)];";

fn p3_no_live_link_leaves_the_web(kit: &Kit) {
    let urls = lists::all(URLS);
    let page = kit.host("<a></a>");
    let raw = page.run_with(
        "return args[0].filter((url) => { find('a').href = url; return find('a').protocol === 'javascript:' }).length",
        json!([urls]),
    );
    assert!(raw.as_u64().is_some_and(|raw| raw >= 60), "only {raw} are scripts when raw");
    let (mut pressed, mut bad) = (0, Vec::new());
    for urls in urls.chunks(60) {
        let card = show_with(kit, "open='all' images='off'", &story_of(urls));
        let found = card.run(PRESS);
        pressed += found[0].as_u64().expect("a number");
        bad.extend(found[1].as_array().expect("a list").iter().map(ToString::to_string));
        assert!(
            card.page()
                .run("return location.pathname")
                .as_str()
                .is_some_and(|path| path.starts_with("/host/"))
        );
    }
    assert!(pressed > 400, "only {pressed} links were pressed");
    kit.fault(
        &format!("{} addresses in every field, each link pressed", urls.len()),
        "links out of the web: none",
        &format!("links out of the web: {}", none(&bad)),
    );
}

fn p4_a_link_gives_no_hold_on_the_page(kit: &Kit) {
    let telling = "<!doctype html><script>
        fetch(`/told?opener=${window.opener === null}&referrer=${document.referrer}`).finally(() => close());
    </script>";
    let target = kit.answer(Answer::text(telling).content_type("text/html"));
    let story = with(json!({
        "sections": [{ "open": true, "headline": "Body", "blocks": ["Words [1]."] }],
        "citation": [{ "id": 1, "name": "Work", "url": target, "text": "The words relied on." }],
    }));
    let card = show_with(kit, "", &story);
    card.page().pointer().press(&card.part("source").inside("summary"));
    card.page().pointer().press(&card.part("source").inside("a"));
    let told = "/told?opener=true&referrer=";
    kit.server
        .wait_for(told, "the page's opening without opener and referrer", |seen| !seen.is_empty());
    let asked = kit.server.requests_for(&target);
    assert!(asked.iter().all(|request| request.header("referer").is_none()), "{asked:?}");
    kit.fault(
        "a source that looks for its opener",
        "no opener, no referrer",
        "no opener, no referrer",
    );
}

fn p5_the_host_shown_is_the_real_host(kit: &Kit) {
    let urls =
        lists::of(URLS, &["deceptive hosts", "letters of the world", "credentials", "sound"]);

    let card = show_with(kit, "", &with(json!({ "citation": sources(&urls) })));
    let body = "
        const bad = [];
        let deceiving = 0, linked = 0;
        for (const [number, source] of parts(card, 'source').entries()) {
          const text = source.textContent, link = source.querySelector('a[href]');
          if (text.includes('@')) bad.push(`${args[0][number]} shows credentials`);
          if (!link) continue;
          linked++;
          const { host } = new URL(link.href);
          const raw = args[0][number].replace(/^[a-z]+:[\\\\/]*/i, '').split(/[/?#]/)[0];
          if (raw !== host) deceiving++;
          const shown = [...source.querySelectorAll('bdi, .host')].map((el) => el.textContent);
          if (!/^[\\x21-\\x7e]+$/.test(host) || !text.includes(host) || !shown.includes(host)) bad.push(`${args[0][number]} shows ${shown}, not ${host}`);
        }
        return [linked, deceiving, bad];";
    let found = card.run_with(body, json!([urls]));
    assert!(found[0].as_u64().is_some_and(|linked| linked > 55), "only {} links", found[0]);
    assert!(found[1].as_u64().is_some_and(|raw| raw >= 30), "only {} deceive when raw", found[1]);
    let bad: Vec<String> =
        found[2].as_array().expect("a list").iter().map(ToString::to_string).collect();
    kit.fault(
        &format!("{} deceptive and foreign hosts", urls.len()),
        "hosts shown wrong: none",
        &format!("hosts shown wrong: {}", none(&bad)),
    );
}
