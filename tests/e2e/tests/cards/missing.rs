//! Pictures that do not come.

use serde_json::{Value, json};
use story_card_e2e::{Answer, Card, Kit, Page, suite};

use crate::host::LOADER;
use crate::stories::{picture_answer, with};

suite! {
    EVERYWHERE:
        pictures_without_cors_are_drawn_from_another_site,
        pictures_without_cors_of_the_pages_own_site_leave_their_words,
        whatever_is_no_picture_leaves_its_words,
        a_picture_that_a_policy_blocks_leaves_its_words,
        a_picture_without_words_leaves_nothing,
        what_is_missing_stays_missing_when_the_card_is_drawn_anew,
        another_picture_takes_the_place_of_a_missing_one;
}

/// Listens to what a developer is told.
const CONSOLE: &str = "<script>
    window.warned = [];
    console.warn = (...words) => window.warned.push(words.join(' '));
</script>";

/// The four places of a picture: lead, portrait, section, thumbnail.
const IMAGES: &str = "[...card.shadowRoot.querySelectorAll('img')]";

fn story(urls: &[String; 4]) -> Value {
    let [lead, portrait, inner, thumbnail] = urls;
    with(json!({
        "headline": "Storks nest on the crane",
        "image": {
            "url": lead, "alt": "Two storks on the arm of a yellow crane.",
            "caption": "The nest, seen from the town hall.", "creditText": "Photo desk",
            "width": 1200, "height": 800,
        },
        "author": [{ "type": "Person", "name": "A. Reporter", "image": portrait }],
        "sections": [{ "headline": "The site", "open": true, "blocks": [
            "Work goes on at the other end.",
            { "type": "image", "url": inner, "alt": "The building site.", "caption": "The other end." },
        ] }],
        "relatedLink": [{ "name": "Cranes", "url": "https://news.example/cranes", "image": thumbnail }],
    }))
}

/// Four answers of one kind, at URLs of their own.
fn four(kit: &Kit, answer: &Answer) -> [String; 4] {
    [(); 4].map(|()| kit.answer(answer.clone()))
}

#[track_caller]
fn shown<'k>(kit: &'k Kit, attributes: &str, story: &Value) -> Card<'k> {
    let url = kit.story(story);
    let tag = format!("<story-card loading='eager' src='{url}' {attributes}></story-card>");
    kit.page(&[CONSOLE, LOADER].concat(), &tag).card().ready()
}

/// Waits until no picture is on its way; those below the window are fetched by scrolling.
#[track_caller]
fn settled(card: &Card<'_>) {
    let images = card.run(&format!("return {IMAGES}.length")).as_u64().expect("a number");
    for index in 0..images {
        card.run(&format!("{IMAGES}[{index}].parentElement.scrollIntoView({{ block: 'center' }})"));
        card.wait(&format!(
            "(() => {{ const img = {IMAGES}[{index}];
               return !img.checkVisibility() || (img.complete && img.naturalWidth > 0); }})()"
        ));
    }
}

fn warned(page: Page<'_>) -> Vec<String> {
    let warned = page.run("return window.warned.filter((words) => words.includes('image'))");
    let warned = warned.as_array().expect("a list").iter();
    warned.map(|words| words.as_str().expect("a text").to_owned()).collect()
}

/// Checks that each picture has left its words and no hole.
#[track_caller]
fn check_words(card: &Card<'_>) {
    settled(card);
    assert_eq!(
        card.run(&format!("return {IMAGES}.filter((img) => img.checkVisibility()).length")),
        0
    );
    let figures = card.parts("image");
    assert_eq!(figures.len(), 2);
    for (figure, [words, caption]) in figures.iter().zip([
        ["Two storks on the arm of a yellow crane.", "The nest, seen from the town hall."],
        ["The building site.", "The other end."],
    ]) {
        let seen = figure.seen_text();
        assert!(seen.contains(words) && seen.contains(caption), "{seen}");
        let height = figure.rect().height;
        assert!(height > 10.0 && height < 120.0, "{height}");
    }
    let byline = card.part("byline");
    assert!(byline.rect().height < 60.0, "{:?}", byline.rect());
    let initials = byline.run("return [...el.querySelectorAll('[part~=portrait]')].filter((portrait) => portrait.checkVisibility()).map((portrait) => portrait.textContent.length)");
    assert_eq!(initials, serde_json::json!([2]), "the initials stand for the portrait");
}

fn pictures_without_cors_are_drawn_from_another_site(kit: &Kit) {
    let urls = four(kit, &picture_answer(120, 80).without_cors());
    // To a browser another site than the page's, which is on 127.0.0.1.
    let elsewhere = urls.clone().map(|url| url.replacen("127.0.0.1", "localhost", 1));
    let card = shown(kit, "open='all'", &story(&elsewhere));
    settled(&card);
    assert_eq!(
        card.run(&format!(
            "return {IMAGES}.filter((img) => img.checkVisibility() && img.naturalWidth > 0).length"
        )),
        4
    );
    assert_eq!(warned(card.page()), Vec::<String>::new());
    for url in &urls {
        let requests = kit.server.requests_for(url);
        let first = requests.first().expect("a request");
        assert!(first.header("origin").is_some(), "without credentials first: {first:?}");
        assert!(requests.len() <= 2, "{requests:?}");
        assert!(requests.iter().all(|request| request.header("referer").is_none()));
    }
}

fn pictures_without_cors_of_the_pages_own_site_leave_their_words(kit: &Kit) {
    let urls = four(kit, &picture_answer(120, 80).without_cors());
    kit.host("<main></main>").run("document.cookie = 'reader=42; path=/'");
    let card = shown(kit, "open='all'", &story(&urls));
    check_words(&card);
    card.page().run("document.cookie = 'reader=; max-age=0; path=/'");
    for url in &urls {
        for request in kit.server.requests_for(url) {
            assert_eq!(request.header("cookie"), None, "the page's cookies stay at home");
        }
    }
    let warned = warned(card.page());
    assert_eq!(warned.len(), 4, "each once: {warned:?}");
    assert!(urls.iter().all(|url| warned.iter().any(|words| words.contains(url))), "{warned:?}");
    let quiet = shown(kit, "open='all' quiet", &story(&urls));
    settled(&quiet);
    assert_eq!(self::warned(quiet.page()), Vec::<String>::new());
}

fn whatever_is_no_picture_leaves_its_words(kit: &Kit) {
    let gone = Answer::status(404);
    let page = Answer::text("<!doctype html><p>Sign in").content_type("text/html");
    let empty = Answer::text("").content_type("image/png");
    let broken = Answer::text("not a picture").content_type("image/png");
    for answer in [gone, page, empty, broken] {
        let urls = four(kit, &answer);
        check_words(&shown(kit, "open='all'", &story(&urls)));
        let elsewhere = urls.map(|url| url.replacen("127.0.0.1", "localhost", 1));
        check_words(&shown(kit, "open='all'", &story(&elsewhere)));
    }
}

fn a_picture_that_a_policy_blocks_leaves_its_words(kit: &Kit) {
    kit.expect_mishap("img-src");
    let url = kit.story(&story(&four(kit, &picture_answer(120, 80))));
    let tag = format!("<story-card loading='eager' open='all' src='{url}'></story-card>");
    let policy = "img-src 'none'";
    check_words(&kit.page_under_policy(policy, &tag).card().ready());
}

fn a_picture_without_words_leaves_nothing(kit: &Kit) {
    let gone = kit.answer(Answer::status(404));
    let image = json!({ "url": gone, "alt": "", "width": 1200, "height": 800 });
    let mut block = image.clone();
    block["type"] = json!("image");
    let card = shown(
        kit,
        "",
        &with(json!({
            "image": image, "sections": [{ "blocks": ["Before.", block, "After."] }],
        })),
    );
    card.wait("!parts(card, 'image').some((el) => el.checkVisibility())");
    let gap = card.run("const [one, other] = parts(card, 'paragraph'); return other.getBoundingClientRect().top - one.getBoundingClientRect().bottom");
    assert!(gap.as_f64().is_some_and(|gap| gap < 40.0), "{gap}");
}

fn what_is_missing_stays_missing_when_the_card_is_drawn_anew(kit: &Kit) {
    let urls = four(kit, &Answer::status(404));
    let card = shown(kit, "open='all'", &story(&urls));
    check_words(&card);
    let before = kit.server.requests().len();
    card.set_attribute("heading-level", json!("4"));
    card.wait("part(card, 'headline').localName === 'h4'");
    card.page().settle();
    check_words(&card);
    assert_eq!(kit.server.requests().len(), before, "nothing is asked for again");
}

fn another_picture_takes_the_place_of_a_missing_one(kit: &Kit) {
    let urls = four(kit, &Answer::status(404));
    let card = shown(kit, "open='all'", &story(&urls));
    check_words(&card);
    let sound = four(kit, &picture_answer(120, 80));
    card.set("story", story(&sound));
    card.wait(&format!("{IMAGES}.every((img) => {sound:?}.includes(img.getAttribute('src')))"));
    settled(&card);
    assert_eq!(
        card.run(&format!(
            "return {IMAGES}.filter((img) => img.checkVisibility() && img.naturalWidth > 0).length"
        )),
        4
    );
    let seen = card.part("image").seen_text();
    assert!(!seen.contains("Two storks"), "{seen}");
}
