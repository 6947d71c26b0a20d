//! The reset is total: neither the document's mode nor the browser's own rules make the
//! card look otherwise.

use serde_json::{Value, json};
use story_card_e2e::{Kit, Page, suite};

use crate::stories::{full, headed, of_blocks, picture};

suite! {
    EVERYWHERE:
        card_looks_the_same_without_a_doctype,
        table_has_the_type_and_colour_of_its_card_without_a_doctype,
        failed_face_looks_the_same_without_a_doctype,
        fallback_looks_the_same_without_a_doctype,
        adjustments_of_the_page_to_its_type_are_kept;
}

const LOADER: &str = "<script type='module' src='/story-card.js'></script>";

/// A page whose type and colours differ from the browser's own, in a box of one width.
fn page<'k>(kit: &'k Kit, has_doctype: bool, scheme: &str, body: &str) -> Page<'k> {
    let head = format!(
        "<style>:root {{ color-scheme: {scheme} }}
           body {{ color: rgb(90, 10, 60); font: italic bold 19px/2 Georgia, serif; text-align: right;
             white-space: pre-wrap; text-indent: 20px; font-variant: small-caps }}
           .box {{ inline-size: 640px }}</style>{LOADER}"
    );
    let body = format!("<div class=box>{body}</div>");
    let page =
        if has_doctype { kit.page(&head, &body) } else { kit.page_without_doctype(&head, &body) };
    assert_eq!(page.run("return document.compatMode === 'CSS1Compat'"), has_doctype);
    page
}

/// Every element of the card, as its tag and class, with each computed value that is not
/// the initial one; of what the browser draws around it as well.
const LOOKS: &str = "
    await document.fonts.ready;
    await frame(); await frame();
    const plain = document.createElement('div');
    plain.style.all = 'initial';
    card.shadowRoot.append(plain);
    const initial = getComputedStyle(plain);
    const names = [...initial];
    const usual = Object.fromEntries(names.map((name) => [name, initial.getPropertyValue(name)]));
    plain.remove();
    const looks = [];
    for (const el of card.shadowRoot.querySelectorAll('*')) {
      for (const pseudo of [null, '::before', '::after', '::marker']) {
        const style = getComputedStyle(el, pseudo);
        if (pseudo && pseudo !== '::marker' && style.content === 'none') continue;
        if (pseudo === '::marker' && style.display !== 'list-item' && getComputedStyle(el).display !== 'list-item') continue;
        const own = names.filter((name) => style.getPropertyValue(name) !== usual[name]);
        looks.push([`${el.localName}.${el.getAttribute('class') ?? ''}${pseudo ?? ''}`,
          Object.fromEntries(own.map((name) => [name, style.getPropertyValue(name)]))]);
      }
    }";

/// Shows the same in both kinds of page, lets `act` do something to the card, and fails
/// where an element looks otherwise.
#[track_caller]
fn assert_same(kit: &Kit, scheme: &str, body: &str, ready: &str, act: &str) {
    let mut differences = Value::Null;
    for has_doctype in [true, false] {
        let page = page(kit, has_doctype, scheme, body);
        let card = page.card();
        card.wait(ready);
        card.run(act);
        let keep = format!(
            "{LOOKS} sessionStorage.setItem('looks', JSON.stringify(looks)); return looks.length;"
        );
        if has_doctype {
            let count = card.run(&keep);
            assert!(count.as_u64().is_some_and(|count| count > 5), "{count} elements");
            continue;
        }
        differences = card.run(&format!(
            "{LOOKS}
             const before = JSON.parse(sessionStorage.getItem('looks'));
             if (before.length !== looks.length) return [`${{before.length}} and ${{looks.length}} elements`];
             return looks.flatMap(([name, own], at) => [...new Set([...Object.keys(own), ...Object.keys(before[at][1])])]
               .filter((property) => !/^opacity$|-origin$/.test(property) && own[property] !== before[at][1][property])
               .map((property) => `${{name}} ${{property}}: ${{own[property]}} instead of ${{before[at][1][property]}}`)).slice(0, 40);"
        ));
    }
    assert_eq!(differences, json!([]), "{scheme}");
}

const READY: &str = "card.state === 'ready' && part(card, 'headline')";

fn card_looks_the_same_without_a_doctype(kit: &Kit) {
    let url = kit.story(&full(&picture(kit, 800, 400)));
    for scheme in ["light", "dark"] {
        let body = format!("<story-card src='{url}' loading=eager open=all></story-card>");
        let act = "for (const image of card.shadowRoot.querySelectorAll('img')) { image.loading = 'eager'; await image.decode(); }
            for (let left = 3600; card.shadowRoot.querySelector('.switch:is(.kept, [hidden])'); left--) {
              if (!left) throw new Error('no drawing');
              await frame();
            }
            // Now that the part is there that places it.
            part(card, 'marker').click();
            for (let left = 600; !part(card, 'popover').matches(':popover-open'); left--) {
              if (!left) throw new Error('no note');
              await frame();
            }";
        assert_same(kit, scheme, &body, READY, act);
    }
}

fn table_has_the_type_and_colour_of_its_card_without_a_doctype(kit: &Kit) {
    let table = json!({ "type": "table", "caption": "Levels", "header": ["Hour", "Metres"], "rows": [["02:00", "3.1"], ["04:00", "4.0"]] });
    let list = json!({ "type": "list", "items": ["One", "Two"] });
    let url =
        kit.story(&of_blocks(json!(["Text.", table, list, { "type": "code", "text": "let a;" }])));
    for scheme in ["light", "dark"] {
        let body = format!("<story-card src='{url}' loading=eager></story-card>");
        let page = page(kit, false, scheme, &body);
        let card = page.card().ready();
        let (text, table) = (card.part("paragraph"), card.part("table"));
        for property in [
            "color",
            "font-family",
            "font-weight",
            "font-style",
            "white-space-collapse",
            "text-indent",
        ] {
            assert_eq!(table.style(property), text.style(property), "{scheme} {property}");
        }
        let size = |value: String| value.trim_end_matches("px").parse::<f64>().expect("px");
        let (text, table) = (size(text.style("font-size")), size(table.style("font-size")));
        assert!((table / text - 0.9).abs() < 0.01, "{table} {text}");
    }
}

fn failed_face_looks_the_same_without_a_doctype(kit: &Kit) {
    let url = kit.answer(story_card_e2e::Answer::status(404));
    for scheme in ["light", "dark"] {
        let body = format!("<story-card src='{url}' loading=eager></story-card>");
        assert_same(kit, scheme, &body, "card.state === 'error' && part(card, 'error')", "");
    }
}

fn fallback_looks_the_same_without_a_doctype(kit: &Kit) {
    let gate = story_card_e2e::Gate::default();
    let url = kit.answer(story_card_e2e::Answer::json(&headed("Late")).behind(&gate));
    let body = format!("<story-card src='{url}' loading=eager>Read it there</story-card>");
    let bones =
        "card.state === 'loading' && part(card, 'skeleton').getBoundingClientRect().height > 0";
    assert_same(kit, "light", &body, bones, "");
    gate.open();
}

/// Else a phone on its side blows some of the card's text up, and a Mac draws its letters bolder,
/// and not the page's.
fn adjustments_of_the_page_to_its_type_are_kept(kit: &Kit) {
    let url = kit.story(&headed("Adjusted"));
    let page = kit.host(&format!("<story-card src='{url}'></story-card>"));
    let card = page.card().ready();
    // Each engine knows some of them, Firefox on a Mac or a phone alone.
    let seen = card.run(
        "const set = { 'text-size-adjust': '100%', '-webkit-text-size-adjust': '100%', '-moz-text-size-adjust': '100%',
           '-webkit-font-smoothing': 'antialiased', '-moz-osx-font-smoothing': 'grayscale' };
         const known = Object.entries(set).filter((it) => CSS.supports(...it));
         for (const it of known) document.documentElement.style.setProperty(...it);
         const style = getComputedStyle(part(card, 'headline'));
         return [known.length, known.filter(([name, value]) => style.getPropertyValue(name) !== value)]",
    );
    let is_known = seen[0].as_u64().is_some_and(|known| known > 0);
    assert!(is_known || kit.engine == story_card_e2e::Engine::Firefox, "{seen}");
    assert_eq!(seen[1], serde_json::json!([]));
}
