//! How large pictures are: as large as they are, and never more than the reader can see.

use serde_json::{Value, json};
use story_card_e2e::{Answer, Card, Gate, Kit, suite};

use crate::stories::{picture, picture_answer, show, with};

suite! {
    EVERYWHERE:
        picture_is_never_taller_than_the_window,
        picture_is_never_larger_than_it_is,
        panorama_is_as_wide_as_the_column_and_keeps_its_shape,
        picture_without_a_size_of_its_own_has_one,
        tall_picture_keeps_its_place_before_it_comes;
}

fn of(picture: Value) -> Value {
    with(json!({ "sections": [{ "headline": "", "blocks": ["Above.", picture, "Below."] }] }))
}

/// Width and height of the picture once it is there, and the window's height.
fn sizes(card: &Card<'_>) -> (f64, f64, f64) {
    let picture = card.part("image").inside("img");
    picture.run("el.scrollIntoView({ block: 'center', behavior: 'instant' })");
    picture.wait("el.complete && el.naturalWidth > 0");
    card.page().settle();
    let seen = picture
        .run("const box = el.getBoundingClientRect(); return [box.width, box.height, innerHeight]");
    let number = |index: usize| seen[index].as_f64().expect("a number");
    (number(0), number(1), number(2))
}

fn picture_is_never_taller_than_the_window(kit: &Kit) {
    for (width, height, is_told) in
        [(400, 1200, false), (400, 1200, true), (900, 4000, false), (1200, 1600, true)]
    {
        let url = picture(kit, width, height);
        let mut block = json!({ "type": "image", "url": url, "alt": "A tower" });
        if is_told {
            block["width"] = json!(width);
            block["height"] = json!(height);
        }
        for window in [(1200, 700), (640, 500)] {
            let card = show(kit, &of(block.clone()));
            card.page().resize(window.0, window.1);
            let (wide, tall, inner) = sizes(&card);
            assert!(tall <= inner, "{width} by {height}: {tall} in {inner}");
            assert!(tall > inner * 0.5 || wide > 300.0, "{wide} by {tall} can be seen");
            if !is_told {
                let shape = (wide / tall) / (f64::from(width) / f64::from(height));
                assert!((shape - 1.0).abs() < 0.03, "{wide} by {tall}");
            }
            let fit = card.part("image").inside("img").style("object-fit");
            assert_eq!(fit, "contain", "nothing is squeezed or cut off");
        }
    }
}

fn picture_is_never_larger_than_it_is(kit: &Kit) {
    for (width, height) in [(120, 80), (16, 16), (300, 60)] {
        for is_told in [false, true] {
            let url = picture(kit, width, height);
            let mut block = json!({ "type": "image", "url": url, "alt": "A badge" });
            if is_told {
                block["width"] = json!(width);
                block["height"] = json!(height);
            }
            let (wide, tall, _) = sizes(&show(kit, &of(block)));
            assert_eq!((wide, tall), (f64::from(width), f64::from(height)));
        }
    }
}

fn panorama_is_as_wide_as_the_column_and_keeps_its_shape(kit: &Kit) {
    let url = picture(kit, 3000, 300);
    let card = show(kit, &of(json!({ "type": "image", "url": url, "alt": "A coast" })));
    let (wide, tall, _) = sizes(&card);
    let column = card.part("paragraph").rect().width;
    assert!((wide - column).abs() < 1.0, "{wide} in {column}");
    assert!((wide / tall - 10.0).abs() < 0.3, "{wide} by {tall}");
}

fn picture_without_a_size_of_its_own_has_one(kit: &Kit) {
    let svg = |attributes: &str| {
        let text = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' {attributes}><rect width='100%' height='100%' fill='teal'/></svg>"
        );
        kit.answer(Answer::text(text).content_type("image/svg+xml"))
    };
    for (attributes, shape) in [
        ("viewBox='0 0 40 20'", Some(2.0)),
        ("viewBox='0 0 30 120'", Some(0.25)),
        ("width='100%' height='100%' viewBox='0 0 40 30'", Some(4.0 / 3.0)),
        ("", None),
    ] {
        for lead in [false, true] {
            let image = json!({ "type": "image", "url": svg(attributes), "alt": "A chart" });
            let story = if lead { with(json!({ "image": image })) } else { of(image) };
            let card = show(kit, &story);
            card.part("image").inside("img").wait("el.complete");
            card.page().settle();
            let seen = card.part("image").inside("img").run(
                "const box = el.getBoundingClientRect(); return [box.width, box.height, innerHeight, el.parentElement.clientWidth]",
            );
            let number = |index: usize| seen[index].as_f64().expect("a number");
            let (wide, tall) = (number(0), number(1));
            assert!(wide >= 100.0 && tall >= 75.0, "{attributes}: {wide} by {tall}");
            assert!(tall <= number(2) && wide <= number(3), "{attributes}: {wide} by {tall}");
            // Where the window is too low for it, WebKit leaves room beside it.
            if let Some(shape) = shape.filter(|_| tall < number(2) * 0.85) {
                assert!((wide / tall / shape - 1.0).abs() < 0.03, "{attributes}: {wide} by {tall}");
            }
        }
    }
}

fn tall_picture_keeps_its_place_before_it_comes(kit: &Kit) {
    for (width, height) in [(400, 1200), (1600, 900), (90, 60)] {
        let gate = Gate::new();
        let url = kit.answer(picture_answer(width, height).behind(&gate));
        let block = json!({ "type": "image", "url": url, "alt": "A tower", "width": width, "height": height });
        let card = show(kit, &of(block));
        let place = "return [...parts(card, 'paragraph'), part(card, 'image').querySelector('img')]
            .map((el) => { const box = el.getBoundingClientRect(); return [box.top, box.width, box.height]; })";
        let before = card.run(place);
        gate.open();
        card.part("image").inside("img").wait("el.complete && el.naturalWidth > 0");
        card.page().settle();
        assert_eq!(card.run(place), before, "{width} by {height}");
    }
}
