//! The preview: one story at three widths, light and dark, with its problems.

use serde_json::{Value, json};
use story_card_e2e::{Answer, Kit, suite};

use crate::playground::STORY;

suite! {
    EVERYWHERE:
        preview_shows_one_story_at_three_widths_light_and_dark,
        preview_leads_on_with_all_that_its_address_says,
        both_pages_fit_a_narrow_window;
    CHROMIUM:
        axe_is_content_with_the_preview;
}

fn preview_shows_one_story_at_three_widths_light_and_dark(kit: &Kit) {
    let url = kit.answer(Answer::text(STORY.replace("\"2026-03-10\"", "\"soon\"")));
    let page = kit.open(&format!("/preview.html?src={url}"));
    page.wait("find('#problems').children.length === 1");
    let said = page.run("return tidy(find('#problems').textContent)");
    assert!(said.as_str().is_some_and(|said| said.contains("Line 4")), "{said}");
    let shown = page.run(
        "const cards = [...document.querySelectorAll('main story-card')];
         for (const card of cards) {
           card.scrollIntoView();
           while (card.state !== 'ready' && card.state !== 'error') await frame();
         }
         return cards.map((card) => [getComputedStyle(card).colorScheme, card.state]);",
    );
    let (light, dark) = (json!(["light", "ready"]), json!(["dark", "ready"]));
    assert_eq!(shown, json!([light, light, light, dark, dark, dark]));
    let page = kit.open("/preview.html?src=javascript:alert(1)");
    page.wait("find('#summary').textContent === 'This is no address of the web'");
}

fn preview_leads_on_with_all_that_its_address_says(kit: &Kit) {
    let stories = json!([{ "schemaVersion": "story-card/1.0", "headline": "Rain" },
        { "schemaVersion": "story-card/1.0", "headline": "Sun" }]);
    let url = kit.answer(Answer::json(&stories));
    let other = kit.answer(Answer::json(&stories));
    let address = format!("/preview.html?src={url}&item=1&look=wire&open=none");
    let wishes = "return ['src', 'item', 'look', 'open'].map((name) => new URLSearchParams(location.search).get(name))";
    let submit = "const { src } = find('#fetch').elements; src.value = VALUE;
        src.dispatchEvent(new Event('input')); find('#fetch button').click()";
    for (value, item) in [(&url, json!("1")), (&other, Value::Null)] {
        let page = kit.open(&address);
        page.wait("document.title.startsWith('Sun')");
        page.run(&submit.replace("VALUE", &json!(value).to_string()));
        page.wait("performance.getEntriesByType('navigation')[0].name.includes('open=none')");
        page.wait(&format!("new URLSearchParams(location.search).get('item') === {item}"));
        assert_eq!(page.run(wishes), json!([value, item, "wire", "none"]));
    }
    let page = kit.open(&address);
    page.wait("find('#edit').hash");
    // Once the script has answered: a driver may run it again on the page that it leads to.
    page.run("setTimeout(() => find('#edit').click())");
    page.wait("location.pathname === '/playground.html' && find('#look')?.value === 'wire'");
    page.wait("find('#card').elements.open.value === 'none'");
}

fn both_pages_fit_a_narrow_window(kit: &Kit) {
    for path in ["/playground.html", "/preview.html?src=static/stories/ferry-breaking.json"] {
        let page = kit.open(path);
        let width = page.resize(360, 800);
        page.wait("find('#summary').textContent === 'No problems'");
        let wide = page.run("return document.documentElement.scrollWidth");
        assert!(wide.as_u64().is_some_and(|wide| wide <= u64::from(width)), "{path}: {wide}");
    }
}

fn axe_is_content_with_the_preview(kit: &Kit) {
    for scheme in ["light", "dark"] {
        let page = kit.open("/preview.html?src=static/stories/ferry-breaking.json");
        page.prefer_scheme(scheme);
        page.wait("find('#summary').textContent === 'No problems'");
        assert_eq!(page.axe(), Vec::<String>::new(), "{scheme}");
    }
}
