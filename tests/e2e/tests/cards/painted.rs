//! What is really painted of one colour that a publisher sets, read from pictures.

use serde_json::json;
use story_card_e2e::{Kit, suite};

suite! {
    EVERYWHERE:
        painted_letters_are_read,
        link_around_a_card_draws_no_lines_through_it,
        note_has_a_ground_whatever_the_paper_is;
}

/// The colours of a picture of the window within a box: the commonest, and the one that is
/// farthest from it.
const PIXELS: &str = "
    const picture = new Image();
    picture.src = `data:image/png;base64,${args[0]}`;
    await picture.decode();
    const scale = picture.width / innerWidth;
    const [x, y, width, height] = args[1].map((number) => Math.round(number * scale));
    const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    canvas.drawImage(picture, 0, 0);
    const { data } = canvas.getImageData(x, y, width, height);
    const linear = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    const counts = {};
    for (let at = 0; at < data.length; at += 4) {
      const key = [data[at], data[at + 1], data[at + 2]].join();
      counts[key] = (counts[key] ?? 0) + 1;
    }
    const light = (key) => {
      const [r, g, b] = key.split(',').map(linear);
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    const [ground] = Object.entries(counts).sort((one, other) => other[1] - one[1])[0];
    return Math.max(...Object.keys(counts).map((key) => contrast(light(key), light(ground))));";

fn painted_letters_are_read(kit: &Kit) {
    // Letters so large that their strokes have their full colour in the middle.
    let head = "<style>story-card::part(headline), story-card::part(dates), story-card::part(badge), story-card::part(author) {
          font-size: 44px; font-weight: 900; line-height: 1.4 }
        story-card { --story-card-padding: 8px }</style>
        <script type='module' src='/story-card.js'></script>";
    let story = json!({
        "schemaVersion": "story-card/1.0", "headline": "MMMM HHHH", "articleSection": "HHMM",
        "datePublished": "2024-03-05",
    });
    let url = kit.story(&story);
    let card = kit.page(head, &format!("<story-card src='{url}'></story-card>")).card().ready();
    for (name, value) in [
        ("paper", "black"),
        ("paper", "white"),
        ("paper", "navy"),
        ("paper", "#808080"),
        ("paper", "#ffd400"),
        ("paper", "red"),
        ("ink", "#eee"),
        ("ink", "#222"),
        ("accent", "#ffd400"),
        ("muted", "#999"),
    ] {
        for scheme in ["light", "dark"] {
            card.run_with(
                "card.setAttribute('style', `--story-card-${args[0]}: ${args[1]}; color-scheme: ${args[2]}`); await frame(); await frame();",
                json!([name, value, scheme]),
            );
            let picture = card.page().picture();
            for part in ["headline", "badge", "dates"] {
                let rect = card.part(part).rect();
                let area = json!([rect.x, rect.y, rect.width, rect.height]);
                let contrast = card.page().run_with(PIXELS, json!([picture, area]));
                let contrast = contrast.as_f64().unwrap_or_default();
                assert!(contrast >= 4.5, "{name} {value} {scheme}: {part} has {contrast:.2}");
            }
        }
    }
}

/// A page may set a whole card into a link, which browsers would underline to its end.
fn link_around_a_card_draws_no_lines_through_it(kit: &Kit) {
    let url = kit.story(&crate::stories::cited());
    for tag in ["a", "u", "del"] {
        let page =
            kit.host(&format!("<{tag} href='#'><story-card src='{url}'></story-card></{tag}>"));
        page.card().ready();
        let seen = |line: &str| {
            let set = "find(args[0]).style.textDecoration = args[1]; await frame(); await frame();";
            page.run_with(set, json!([tag, line]));
            page.picture()
        };
        assert!(seen("underline 3px red") == seen("none"), "there are lines of <{tag}>");
        // It stands where it would stand without.
        let places = page.run(
            "const { top, height, width } = find('story-card').getBoundingClientRect();
             const card = part(find('story-card'), 'card').getBoundingClientRect();
             return [top - card.top, height - card.height, width - card.width]",
        );
        assert_eq!(places, json!([0, 0, 0]));
    }
}

/// A paper that is no colour, and one that is not to be seen.
fn note_has_a_ground_whatever_the_paper_is(kit: &Kit) {
    for paper in ["none", "transparent", "nonsense"] {
        for (scheme, name) in [("light", "paper"), ("dark", "paper"), ("light", "popover-paper")] {
            let url = kit.story(&crate::stories::cited());
            let card = kit
                .host(&format!(
                    "<story-card src='{url}' theme='{scheme}' style='--story-card-{name}: {paper}'></story-card>"
                ))
                .card()
                .ready();
            crate::notes::press_open(&card, &card.part("marker"));
            let seen = card.part("popover").run(
                "const canvas = document.createElement('canvas');
                 canvas.width = canvas.height = 1;
                 const paint = canvas.getContext('2d', { willReadFrequently: true });
                 const rgba = (colour) => {
                   paint.clearRect(0, 0, 1, 1);
                   paint.fillStyle = colour;
                   paint.fillRect(0, 0, 1, 1);
                   return [...paint.getImageData(0, 0, 1, 1).data];
                 };
                 const { backgroundColor, color } = getComputedStyle(el);
                 const [ground, ink] = [rgba(backgroundColor), rgba(color)];
                 return [ground[3], Math.abs(ground[1] - ink[1]) > 120]",
            );
            assert_eq!(seen, json!([255, true]), "{name}: {paper}, {scheme}");
        }
    }
}
