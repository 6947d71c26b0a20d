//! P3 and P5: where links lead, and what they say of it.

use serde_json::{Value, json};
use story_card::story::ParsedUrl;

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

/// The `url` crate knows the parts; the card takes apart what is written out.
#[test]
fn a_written_url_is_taken_apart_as_its_parser_has_it() {
    let mut urls = hostile::all(URLS);
    let hosts = ["news.example", "[2001:db8::1]", "127.0.0.1", "bücher.example", "a.b.c.example"];
    for (scheme, login) in [("https", ""), ("http", "a@"), ("https", "a:b@"), ("ftp", ":b@")] {
        for (host, tail) in hosts.iter().zip(["", "/a@b:c", "?q=@/", "#f@//x", ":8080/x"]) {
            urls.push(format!("{scheme}://{login}{host}{tail}"));
        }
    }
    let base = url::Url::parse("https://news.example/a/b").unwrap();
    let parsed: Vec<_> = urls.iter().filter_map(|url| base.join(url).ok()).collect();
    assert!(parsed.len() > 150, "only {}", parsed.len());
    for url in parsed {
        let seen = ParsedUrl::of_serialized(url.as_str().to_owned());
        let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
        let host = url.host_str().map(|host| format!("{host}{port}")).unwrap_or_default();
        let has_credentials = !url.username().is_empty() || url.password().is_some();
        assert_eq!(
            (&*seen.scheme, &*seen.host, seen.has_credentials),
            (url.scheme(), &*host, has_credentials),
            "{url}"
        );
    }
}
