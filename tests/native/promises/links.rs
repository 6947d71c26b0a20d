//! P3 and P5: where links lead, and what they say of it.

use serde_json::{Value, json};

use crate::hostile::{self, URLS};
use crate::html::{Element, card};
use crate::markup::escaping::check_harmless;
use crate::reading::story_with;

/// Groups of which no entry may become a link.
const REFUSED: [&str; 5] = ["script", "other schemes", "two slashes", "credentials", "no address"];

/// A story that has each address in every field that takes one.
fn story_of(urls: &[String]) -> Value {
    let source = |(number, url): (usize, &String)| json!({ "id": number + 1, "name": "N", "url": url, "archivedAt": url });
    let each = |make: &dyn Fn(&String) -> Value| urls.iter().map(make).collect::<Vec<_>>();
    story_with(&json!({
        "url": urls[0], "license": urls[0], "publishingPrinciples": urls[0],
        "author": each(&|url| json!({ "name": "A", "url": url, "image": url })),
        "citation": urls.iter().enumerate().map(source).collect::<Vec<_>>(),
        "relatedLink": each(&|url| json!({ "name": "R", "url": url, "image": url })),
        "timeline": { "events": each(&|url| json!({ "date": "2020", "text": "W", "url": url })) },
        "sections": [{ "blocks": urls.iter().flat_map(|url| [
            json!(format!("[a]({url}) [**b**]({url})")),
            json!({ "type": "embed", "url": url }), json!({ "type": "image", "url": url }),
        ]).collect::<Vec<_>>() }],
    }))
}

fn addresses(card: &Element) -> Vec<String> {
    let elements = card.all().into_iter();
    let addresses = elements.filter_map(|element| element.get("href").or(element.get("src")));
    addresses.filter(|address| !address.starts_with('#')).map(str::to_owned).collect()
}

#[test]
fn p3_no_address_in_disguise_becomes_a_link() {
    let refused = hostile::of(URLS, &REFUSED);
    assert!(refused.len() > 150, "only {}", refused.len());
    for urls in refused.chunks(40) {
        let card = card(&story_of(urls));
        check_harmless(&card);
        assert_eq!(addresses(&card), Vec::<String>::new(), "{urls:?}");
    }
}

#[test]
fn p3_sound_addresses_stay_links() {
    let sound = hostile::of(URLS, &["sound"]);
    let card = card(&story_of(&sound));
    check_harmless(&card);
    assert!(addresses(&card).len() >= sound.len() * 6, "{:?}", addresses(&card));
}

#[test]
fn p5_the_host_shown_is_the_real_one_in_ascii() {
    let urls = hostile::of(URLS, &["deceptive hosts", "letters of the world", "sound"]);
    let mut seen = 0;
    for url in &urls {
        let story = story_with(&json!({
            "citation": [{ "id": 1, "name": "N", "url": url }],
            "sections": [{ "blocks": ["A [1]"] }],
        }));
        let card = card(&story);
        let source = card.part("source");
        let Some(link) = source.all().into_iter().find_map(|element| element.get("href")) else {
            continue;
        };
        let real = url::Url::parse(link).expect("an absolute address");
        let host = real.host_str().expect("a host");
        assert!(host.is_ascii(), "{host}");
        assert!(source.text().contains(host), "{url:?}: {host} is not in {}", source.text());
        assert!(!source.text().contains('@'), "{}", source.text());
        seen += 1;
    }
    assert!(seen > 45, "only {seen} of {} are links", urls.len());
}
