//! One colour is enough: whatever a publisher sets, what is not set can be read with it.

use serde_json::{Value, json};
use story_card_e2e::{Card, Engine, Kit, suite};

use crate::stories::{full, picture};

suite! {
    EVERYWHERE:
        any_paper_is_read,
        any_ink_is_read,
        any_accent_is_read,
        any_other_colour_is_read,
        any_two_colours_are_read,
        translucent_paper_is_read_on_its_page,
        translucent_ink_is_read,
        way_out_of_a_translucent_note_is_seen,
        set_colours_are_painted_as_they_are,
        failed_card_is_read,
        set_paper_and_ink_are_read_where_nothing_follows,
        card_without_colours_has_the_defaults;
}

/// Papers and inks as publishers have them, and those that are hardest to read on.
const COLOURS: [&str; 18] = [
    "black",
    "white",
    "navy",
    "#808080",
    "#767676",
    "#757575",
    "#ffd400",
    "yellow",
    "red",
    "#e4002b",
    "#ff6600",
    "green",
    "#1a73e8",
    "magenta",
    "#fdf6e3",
    "#002b36",
    "oklch(70% 0.2 150)",
    "color(display-p3 1 0 0)",
];

/// Everything with words in the card, its contrast with what is painted behind it.
///
/// Gives `too weak` as a list: words, contrast, colours. Both are brought to sRGB by the
/// engine itself, in a canvas, as it does when it paints.
const WEAK: &str = "
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const over = (...colours) => {
      canvas.clearRect(0, 0, 1, 1);
      for (const colour of colours) {
        canvas.fillStyle = 'rgb(1, 2, 3)';
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
      }
      return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const linear = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    const contrast = (one, other) => {
      const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
      return (high + 0.05) / (low + 0.05);
    };
    const page = () => getComputedStyle(card).colorScheme === 'dark' ? '#17191c' : '#fff';
    const behind = (el) => {
      const layers = [];
      for (; el && el !== card.shadowRoot; el = el.parentElement) {
        layers.unshift(getComputedStyle(el).backgroundColor);
        if (el.matches('[popover]')) break;
      }
      return [page(), ...layers];
    };
    const weak = [];
    let count = 0;
    const look = () => {
      const walker = document.createTreeWalker(card.shadowRoot, NodeFilter.SHOW_TEXT);
      const seen = new Set();
      for (let text = walker.nextNode(); text; text = walker.nextNode()) {
        const el = text.parentElement;
        // One of each kind is enough.
        const kind = [el, el.parentElement].map((el) => [el.localName, el.getAttribute('part'), el.getAttribute('class')].join()).join();
        if (!tidy(text.data) || seen.has(kind) || !el.checkVisibility()) continue;
        seen.add(kind);
        const layers = behind(el);
        const style = getComputedStyle(el);
        const isDrawn = el.closest('svg');
        const colour = isDrawn ? style.fill : style.color;
        // Drawn words stand in a halo, or on the mark that counts its events.
        if (isDrawn) {
          const mark = el.parentElement.querySelector('.pill, .dot');
          layers.push(style.stroke === 'none' ? getComputedStyle(mark).fill : style.stroke);
        }
        const ground = over(...layers);
        const value = contrast(over(`rgb(${ground})`, colour), ground);
        count += 1;
        if (value < 4.5) weak.push(`${el.localName} ${el.getAttribute('part') ?? el.className.baseVal ?? el.className} ${tidy(text.data).slice(0, 20)}: ${value.toFixed(2)}, ${colour} on ${ground}`);
      }
    };
    const edge = (part, side) => {
      const style = getComputedStyle(part);
      const ground = over(...behind(part));
      return contrast(over(`rgb(${ground})`, style[side]), ground);
    };";

/// Sets properties, looks at all of the card, and at what is pointed out in it.
const TRY: &str = "
    const found = [];
    for (const properties of args[0]) {
      for (const [name, value] of Object.entries(properties)) card.style.setProperty(`--story-card-${name}`, value);
      for (const scheme of ['light', 'dark']) {
        card.style.colorScheme = scheme;
        weak.length = 0;
        look();
        const line = edge(part(card, 'card'), 'borderLeftColor');
        const note = edge(part(card, 'popover'), 'borderTopColor');
        if (!('line' in properties) && Math.min(line, note) < 1.15) weak.push(`a border: ${line} ${note}`);
        found.push(...weak.map((line) => `${JSON.stringify(properties)} ${scheme}: ${line}`));
      }
      for (const name of Object.keys(properties)) card.style.removeProperty(`--story-card-${name}`);
    }
    return { count, found: found.slice(0, 20) };";

/// A card with every field, a note that is open, an event that is pointed out.
fn shown(kit: &Kit) -> Card<'_> {
    let mut story = full(&picture(kit, 80, 40));
    story["articleType"] = json!("live");
    // The note is of several sources, with words that are marked.
    story["description"] = json!("“Quoted word for word”[1][2].");
    story["citation"][0]["text"] = json!("Before that. Quoted word for word. And more.");
    let url = kit.story(&story);
    let tag = format!("<story-card open='all' timeline='both' src='{url}'></story-card>");
    let card = kit.host(&tag).card().ready();
    card.page().pointer().press(&card.part("marker"));
    card.wait("parts(card, 'popover').some((el) => el.matches(':popover-open') && el.querySelector('mark'))");
    card.run("part(card, 'event').focus({ preventScroll: true })");
    card.wait("parts(card, 'popover').some((el) => el.matches(':popover-open'))");
    card
}

#[track_caller]
fn assert_read(card: &Card<'_>, sets: &[Value]) {
    // A few at a time: a script has a deadline.
    for few in sets.chunks(6) {
        let result = card.run_with(&format!("{WEAK}{TRY}"), json!([few]));
        let count = result["count"].as_u64().unwrap_or_default();
        assert!(count > 60 * few.len() as u64, "only {count} words were looked at");
        assert_eq!(result["found"], json!([]));
    }
}

fn each(name: &str) -> Vec<Value> {
    COLOURS.iter().map(|colour| json!({ name: colour })).collect()
}

fn any_paper_is_read(kit: &Kit) {
    let card = shown(kit);
    assert_read(&card, &each("paper"));
    let few: Vec<Value> = each("popover-paper").into_iter().step_by(3).collect();
    assert_read(&card, &few);
}

fn any_ink_is_read(kit: &Kit) {
    assert_read(&shown(kit), &each("ink"));
}

/// Takes away what Chrome before 132 does not know.
const PLAIN: &str = "
    let count = 0;
    for (const sheet of card.shadowRoot.adoptedStyleSheets) {
      const late = [...sheet.cssRules].findIndex((rule) => rule.conditionText?.includes('1 / z'));
      if (late >= 0) count += 1 + (sheet.deleteRule(late) ?? 0);
    }
    return count;";

fn set_paper_and_ink_are_read_where_nothing_follows(kit: &Kit) {
    let card = shown(kit);
    assert_eq!(card.run(PLAIN), 1);
    // What lies between black and white is as it is.
    let sets = ["black", "white", "navy", "yellow", "#fdf6e3", "#002b36"]
        .map(|colour| [json!({ "paper": colour }), json!({ "ink": colour })]);
    assert_read(&card, sets.as_flattened());
}

/// Inks as some design systems have them: the colour at less than full strength.
fn translucent_ink_is_read(kit: &Kit) {
    let inks = ["rgb(0 0 0 / 87%)", "rgb(255 255 255 / 87%)", "rgb(255 255 255 / 70%)"];
    assert_read(&shown(kit), &inks.map(|ink| json!({ "ink": ink })));
}

fn way_out_of_a_translucent_note_is_seen(kit: &Kit) {
    let card = shown(kit);
    for (paper, scheme) in [("rgb(0 0 0 / 50%)", "light"), ("rgb(255 255 255 / 50%)", "dark")] {
        let style = format!("--story-card-popover-paper: {paper}; color-scheme: {scheme}");
        let seen = card.run_with(
            &format!("{WEAK} card.style = args[0]; look(); return weak.filter((line) => line.startsWith('button close'))"),
            json!([style]),
        );
        assert_eq!(seen, json!([]), "{style}");
    }
}

fn any_accent_is_read(kit: &Kit) {
    let card = shown(kit);
    assert_read(&card, &each("accent"));
    let few: Vec<Value> = each("accent-ink").into_iter().step_by(3).collect();
    assert_read(&card, &few);
}

fn any_other_colour_is_read(kit: &Kit) {
    let card = shown(kit);
    for name in ["muted", "breaking", "mark", "line", "focus"] {
        let few: Vec<Value> = each(name).into_iter().step_by(3).collect();
        assert_read(&card, &few);
    }
}

fn any_two_colours_are_read(kit: &Kit) {
    let card = shown(kit);
    let mut sets = Vec::new();
    for paper in ["white", "#808080", "#e4002b"] {
        for accent in ["black", "#ffd400"] {
            sets.push(json!({ "paper": paper, "accent": accent }));
        }
        sets.push(json!({ "paper": paper, "mark": "#fff3a0" }));
        sets.push(json!({ "paper": paper, "popover-paper": "#222" }));
        sets.push(json!({ "paper": paper, "muted": "#999" }));
    }
    assert_read(&card, &sets);
}

fn translucent_paper_is_read_on_its_page(kit: &Kit) {
    let papers = ["transparent", "rgb(255 255 255 / 5%)", "rgb(0 0 0 / 50%)", "#14285ae6"];
    let sets: Vec<Value> = papers.iter().map(|paper| json!({ "paper": paper })).collect();
    assert_read(&shown(kit), &sets);
}

fn set_colours_are_painted_as_they_are(kit: &Kit) {
    let card = shown(kit);
    card.run(
        "card.setAttribute('style', '--story-card-paper: rgb(250, 240, 230); --story-card-ink: rgb(60, 20, 20); \
           --story-card-accent: rgb(120, 20, 90); --story-card-muted: rgb(90, 60, 60); --story-card-line: rgb(1, 2, 3)')",
    );
    for (part, property, expected) in [
        ("card", "background-color", [250, 240, 230]),
        ("card", "border-left-color", [1, 2, 3]),
        ("headline", "color", [60, 20, 20]),
        ("toggle-all", "color", [120, 20, 90]),
        ("caption", "color", [90, 60, 60]),
    ] {
        let painted = card.part(part).run_with(
            "const pixel = new OffscreenCanvas(1, 1).getContext('2d');
             pixel.fillStyle = getComputedStyle(el)[args[0]];
             pixel.fillRect(0, 0, 1, 1);
             return [...pixel.getImageData(0, 0, 1, 1).data].slice(0, 3);",
            json!([property]),
        );
        let painted: Vec<i64> =
            painted.as_array().into_iter().flatten().filter_map(Value::as_i64).collect();
        let near = painted.iter().zip(expected).all(|(seen, set)| (seen - set).abs() <= 1);
        assert!(painted.len() == 3 && near, "{part} {property}: {painted:?}, set {expected:?}");
    }
}

fn failed_card_is_read(kit: &Kit) {
    // Whether the app is there (a bad answer) or not (a page that refuses wasm).
    let style = "--story-card-paper: navy";
    let bad = kit.answer(story_card_e2e::Answer::status(404));
    let card = kit.host(&format!("<story-card style='{style}' src='{bad}'></story-card>")).card();
    card.failure();
    let weak = "look(); return weak";
    assert_eq!(card.run(&format!("{WEAK}{weak}")), json!([]));
    let policy = "script-src 'self' 'unsafe-inline'";
    let url = kit.story(&json!({}));
    let page = kit.page_under_policy(policy, &format!("<story-card src='{url}'></story-card>"));
    // WebKit refuses without a word.
    if kit.engine != Engine::WebKit {
        kit.expect_mishap("script-src");
    }
    page.run(&format!("find('story-card').setAttribute('style', '{style}')"));
    page.card().failure();
    assert_eq!(page.card().run(&format!("{WEAK}{weak}")), json!([]));
}

fn card_without_colours_has_the_defaults(kit: &Kit) {
    let card = shown(kit);
    for (scheme, ink, paper, muted) in [
        ("light", "rgb(27, 27, 26)", "rgb(255, 255, 255)", "rgb(92, 91, 87)"),
        ("dark", "rgb(233, 232, 228)", "rgb(23, 25, 28)", "rgb(170, 169, 163)"),
    ] {
        card.run_with("card.style.colorScheme = args[0]", json!([scheme]));
        assert_eq!(card.part("headline").style("color"), ink);
        assert_eq!(card.part("card").style("background-color"), paper);
        assert_eq!(card.part("caption").style("color"), muted);
    }
    assert_read(&card, &[json!({})]);
}
