//! P19: the page's styles stay outside, and the card's inside.

use serde_json::{Value, json};
use story_card_e2e::{Kit, suite};

use crate::drawing::FITS;
use crate::stories::{full, picture};

suite! {
    EVERYWHERE:
        p19_styles_stay_on_their_side;
}

/// What pages set on everything, by carelessness or as a "reset". Not what hides or shuts
/// everything: that is for the card, too.
const RESETS: [&str; 11] = [
    "* { all: unset !important }",
    "* { font-size: 0 !important }",
    "* { direction: rtl !important }",
    "* { letter-spacing: 9px !important; word-spacing: 3em !important }",
    "* { user-select: none !important }",
    "* { box-sizing: content-box !important; margin: 0 !important; padding: 0 !important }",
    "* { line-height: 0 !important }",
    "* { text-transform: uppercase !important; font-variant: small-caps !important }",
    "[hidden] { display: block !important }",
    "p, ul, ol, li, h2, h3, section, button, details, summary { display: none !important }",
    "* { text-align: center !important; text-indent: 5em !important; white-space: nowrap !important }",
];

/// The card in a box that keeps its width; its type is the publisher's choice, for a card
/// takes the page's else.
const PUBLISHERS: &str = "<style>
    #box { display: block !important; inline-size: 600px !important; color-scheme: light !important }
    story-card { --story-card-font: serif; --story-card-font-size: 17px }
</style><script type='module' src='/story-card.js'></script>";

/// Every part that shows: its place in the card, and how its letters look.
const LOOKS: &str = "
    await document.fonts.ready;
    await frame(); await frame();
    const origin = part(card, 'card').getBoundingClientRect();
    const names = ['color', 'font-size', 'letter-spacing', 'word-spacing', 'text-transform',
      'font-variant-caps', 'visibility', 'pointer-events', 'text-indent', 'cursor'];
    return [...card.shadowRoot.querySelectorAll('[part]')].filter((el) => el.checkVisibility()).map((el) => {
      const box = el.getBoundingClientRect();
      const style = getComputedStyle(el);
      const place = [box.x - origin.x, box.y - origin.y, box.width, box.height].map(Math.round);
      return [el.getAttribute('part'), ...place, ...names.map((name) => style.getPropertyValue(name))].join(' ');
    });";

/// How the page's own elements look.
const WITNESS: &str = "
    return ['html', 'body', '#box', '#witness', '#link'].map((plan) => {
      const style = getComputedStyle(document.querySelector(plan));
      return ['color', 'background-color', 'font', 'margin', 'padding', 'border', 'display', 'position', 'cursor',
        'letter-spacing', 'text-transform', 'direction', 'visibility', 'text-decoration', 'z-index', 'overflow']
        .map((name) => style.getPropertyValue(name)).join();
    });";

const BODY: &str = "<p id='witness'>Text with a <a id='link' href='#there'>link</a></p>";

fn looks(kit: &Kit, reset: &str, url: &str) -> Value {
    let head = format!("<style>{reset}</style>{PUBLISHERS}");
    let body = format!(
        "{BODY}<div id='box'><story-card src='{url}' loading='eager' open='all' theme='light' timeline='both'></story-card></div>"
    );
    let card = kit.page(&head, &body).card().ready();
    card.wait(FITS);
    let looks = card.run(LOOKS);
    let with_card = card.page().run(WITNESS);
    card.run("card.remove()");
    assert_eq!(card.page().run(WITNESS), with_card, "{reset}: the card changes the page");
    looks
}

fn p19_styles_stay_on_their_side(kit: &Kit) {
    let url = kit.story(&full(&picture(kit, 80, 40)));
    let reference = looks(kit, "", &url);
    assert!(reference.as_array().is_some_and(|parts| parts.len() > 40), "{reference}");
    for reset in RESETS {
        let seen = looks(kit, reset, &url);
        let pairs =
            seen.as_array().into_iter().flatten().zip(reference.as_array().into_iter().flatten());
        let other: Vec<String> = pairs
            .filter(|(seen, reference)| seen != reference)
            .map(|(seen, reference)| format!("{seen} instead of {reference}"))
            .take(3)
            .collect();
        let is_same = other.is_empty() && seen == reference;
        kit.fault(
            reset,
            "the card looks the same",
            if is_same { "the card looks the same" } else { &other[0] },
        );
    }
    // The resets do bite: the page's own text shows it.
    let page = kit.page(&format!("<style>{}</style>", RESETS[0]), BODY);
    assert_eq!(page.run("return getComputedStyle(find('#link')).color === getComputedStyle(find('#witness')).color"), json!(true));
}
