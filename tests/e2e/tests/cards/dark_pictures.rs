//! Pictures that have another for dark cards: one of the two is asked for, and shown.

use serde_json::json;
use story_card_e2e::{Answer, Card, Kit, suite};

use crate::host::LOADER;
use crate::stories::{picture, show, show_with, with};

suite! {
    EVERYWHERE:
        card_asks_for_the_picture_of_its_scheme_alone,
        picture_follows_the_page,
        dark_picture_that_does_not_come_leaves_the_light_one,
        words_stand_where_neither_comes,
        schemes_of_many_cards_are_read_in_one_frame;
    CHROMIUM:
        pictures_of_older_versions_are_not_kept;
}

fn story(light: &str, dark: &str) -> serde_json::Value {
    with(json!({
        "image": { "url": light, "dark": dark, "alt": "A map", "width": 80, "height": 40 },
    }))
}

#[track_caller]
fn wait_for(card: &Card<'_>, url: &str) {
    let picture = card.part("image").inside("img");
    picture.wait(&format!("el.complete && el.naturalWidth > 0 && el.currentSrc === '{url}'"));
}

fn card_asks_for_the_picture_of_its_scheme_alone(kit: &Kit) {
    for theme in ["light", "dark"] {
        let (light, dark) = (picture(kit, 80, 40), picture(kit, 80, 40));
        let (shown, other) = if theme == "dark" { (&dark, &light) } else { (&light, &dark) };
        let card = show_with(kit, &format!("theme='{theme}'"), &story(&light, &dark));
        wait_for(&card, shown);
        card.page().settle();
        assert_eq!(kit.server.requests_for(other).len(), 0, "in a {theme} card");
    }
}

fn picture_follows_the_page(kit: &Kit) {
    let (light, dark) = (picture(kit, 80, 40), picture(kit, 80, 40));
    let card = show(kit, &story(&light, &dark));
    wait_for(&card, &light);
    for (scheme, shown) in [("dark", &dark), ("light", &light), ("dark", &dark)] {
        card.page().run(&format!("document.documentElement.style.colorScheme = '{scheme}'"));
        wait_for(&card, shown);
    }
    card.run("card.theme = 'light'");
    wait_for(&card, &light);
    card.run("card.theme = 'dark'");
    wait_for(&card, &dark);
}

fn dark_picture_that_does_not_come_leaves_the_light_one(kit: &Kit) {
    let light = picture(kit, 80, 40);
    let dark = kit.answer(Answer::status(404));
    let card = show_with(kit, "theme='dark'", &story(&light, &dark));
    wait_for(&card, &light);
    assert!(card.part("image").inside("img").is_shown());
    card.run("card.theme = 'light'");
    card.run("card.theme = 'dark'");
    card.page().settle();
    wait_for(&card, &light);
}

fn words_stand_where_neither_comes(kit: &Kit) {
    let gone = || kit.answer(Answer::status(404));
    for theme in ["light", "dark"] {
        let pictures = [gone(), gone()];
        let [light, dark] = &pictures;
        let card = show_with(kit, &format!("theme='{theme}'"), &story(light, dark));
        card.wait("part(card, 'image').innerText.includes('A map')");
        assert!(!card.part("image").inside("img").is_shown());
        // Time enough for whoever asks for a picture over and over to be seen at it.
        let others = "for (let n = 0; n < 20; n += 1) await fetch(args[0])";
        card.run_with(others, json!([gone()]));
        for picture in &pictures {
            let asked = kit.server.requests_for(picture).len();
            assert!(asked <= 1, "in a {theme} card {picture} was asked for {asked} times");
        }
    }
}

/// Writes down each image that is made, for as long as it is there.
const MADE: &str = "<script>
    window.made = [];
    const clone = Node.prototype.cloneNode;
    Node.prototype.cloneNode = function (...given) {
      const node = clone.apply(this, given);
      if (node.localName === 'img') made.push(new WeakRef(node));
      return node;
    };
</script><script type='module' src='/story-card.js'></script>";

/// Counts how often the scheme of a card is read, in a frame and outside of any.
const READ: &str = "<script>
    window.read = { inside: 0, outside: 0 };
    let where = 'outside';
    const [ask, style] = [requestAnimationFrame, getComputedStyle];
    window.requestAnimationFrame = (call) => ask.call(window, (now) => {
        where = 'inside';
        try { call(now) } finally { where = 'outside' }
    });
    window.getComputedStyle = (element, pseudo) => {
        read[where] += Number(element.matches('.app'));
        return style.call(window, element, pseudo);
    };
</script>";

fn schemes_of_many_cards_are_read_in_one_frame(kit: &Kit) {
    let story = kit.story(&story(&picture(kit, 80, 40), &picture(kit, 80, 40)));
    let cards = format!("<story-card loading='eager' src='{story}'></story-card>").repeat(4);
    let page = kit.page(&format!("{READ}{LOADER}"), &cards);
    page.wait("read.inside >= 4");
    // Outside of a frame the page would be laid out anew for each card.
    assert_eq!(page.run("return read.outside"), 0);
}

fn pictures_of_older_versions_are_not_kept(kit: &Kit) {
    let (light, dark) = (picture(kit, 80, 40), picture(kit, 80, 40));
    let mut story = story(&light, &dark);
    story["id"] = json!("one");
    let card = kit.page(MADE, "<story-card loading='eager'></story-card>").card();
    let body = "for (let day = 10; day < 30; day += 1) {
          const loaded = new Promise((end) => card.addEventListener('story-card-load', end, { once: true }));
          card.story = { ...args[0], description: `On day ${day}.`, dateModified: `2024-03-${day}` };
          await loaded;
          await frame();
        }
        return made.length";
    let made = card.run_with(body, json!([story])).as_u64();
    assert!(made > Some(20), "only {made:?} images were made");
    let alive = "return made.filter((ref) => ref.deref()).length";
    for _ in 0..20 {
        card.page().collect_garbage();
        card.page().settle();
        if card.run(alive).as_u64() <= Some(2) {
            break;
        }
    }
    let alive = card.run(alive).as_u64();
    assert!(alive <= Some(2), "{alive:?} of {made:?} images are still there");
}
