//! Markers in the text: which brackets are markers, and how they read.

use serde_json::{Value, json};
use story_card_e2e::{Kit, suite};

use crate::stories::{cited, far_apart, show, with};

suite! {
    EVERYWHERE:
        marker_is_named_after_its_source,
        marker_never_starts_a_line,
        marker_stands_clear_of_the_letters,
        unknown_source_stays_text,
        brackets_of_the_text_stay_text,
        numbers_are_the_publishers,
        sources_with_names_are_numbered_by_place;
}

fn marker_is_named_after_its_source(kit: &Kit) {
    let card = show(kit, &cited());
    let marker = card.part("marker");
    assert_eq!(marker.role(), "button");
    assert_eq!(marker.label(), "1, River Authority");
    assert_eq!(marker.text(), "[1]");
}

fn marker_never_starts_a_line(kit: &Kit) {
    let card = show(kit, &far_apart());
    for width in [280, 300, 320, 340, 360, 400, 440, 480] {
        card.run(&format!("card.style.inlineSize = '{width}px'; await frame();"));
        for marker in card.parts("marker") {
            // The word before the marker, and the marker, stand on one line.
            let stays = marker.run(
                "const range = document.createRange();
                 const walker = document.createTreeWalker(el.closest('p'), NodeFilter.SHOW_TEXT);
                 let before, node;
                 while ((node = walker.nextNode()) && !el.contains(node)) if (/\\S/.test(node.data)) before = node;
                 const end = before.data.trimEnd().length;
                 range.setStart(before, end - 1); range.setEnd(before, end);
                 const [letter, mark] = [range.getBoundingClientRect(), el.getBoundingClientRect()];
                 return letter.top < mark.bottom && mark.top < letter.bottom;",
            );
            assert_eq!(stays, true, "at {width} px");
        }
    }
}

/// Where the letter before a marker ends, where the marker's begin and end, and where
/// the letter after it begins.
const LETTERS: &str = "
    const letter = (node, from) => {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, from + 1);
      return range.getBoundingClientRect();
    };
    const walker = document.createTreeWalker(el.closest('p'), NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) if (walker.currentNode.length) nodes.push(walker.currentNode);
    const own = nodes.findIndex((node) => el.contains(node));
    const [before, mark, after] = nodes.slice(own - 1, own + 2);
    return [letter(before, before.length - 1).right, letter(mark, 0).left,
      letter(mark, mark.length - 1).right, letter(after, 0).left];";

fn marker_stands_clear_of_the_letters(kit: &Kit) {
    let card = show(kit, &cited());
    let edges = card.part("marker").run(LETTERS);
    let edges: Vec<f64> =
        edges.as_array().expect("a list").iter().filter_map(Value::as_f64).collect();
    assert!(edges[1] > edges[0] - 0.5, "the marker lies over the word before it: {edges:?}");
    assert!(edges[3] > edges[2] - 0.5, "the marker lies over the letter after it: {edges:?}");
}

fn unknown_source_stays_text(kit: &Kit) {
    let mut story = cited();
    story["description"] = json!("Nobody knows [7], nor [1, 7].");
    let card = show(kit, &story);
    assert_eq!(card.part("lead").text(), "Nobody knows [7], nor [1, 7].");
    assert_eq!(card.part("lead").run("return el.querySelector('button')"), json!(null));
}

fn brackets_of_the_text_stay_text(kit: &Kit) {
    let text =
        "He said \"it were [sic] [the river]\" and 2 * 3 * 4, a 5* hotel, [...] \\[1\\] end.";
    let mut story = cited();
    story["description"] = json!(text);
    let card = show(kit, &story);
    assert_eq!(card.part("lead").text(), text.replace('\\', ""));
}

fn numbers_are_the_publishers(kit: &Kit) {
    let card = show(
        kit,
        &with(json!({
            "description": "Late first [12], then early [3].",
            "citation": [{ "id": "3", "name": "Three" }, { "id": "12", "name": "Twelve" }],
        })),
    );
    assert_eq!(card.texts("marker"), ["[12]", "[3]"]);
}

fn sources_with_names_are_numbered_by_place(kit: &Kit) {
    let card = show(
        kit,
        &with(json!({
            "description": "One [gauge], another [mayor], both [gauge, mayor].",
            "citation": [{ "id": "mayor", "name": "Mayor" }, { "id": "gauge", "name": "Gauge" }],
        })),
    );
    let numbers = card.texts("marker").join(" ");
    assert!(numbers.starts_with("[2] [1]"), "{numbers}");
}
