//! Which section a name in the fragment of an address stands for.

use serde_json::json;

use crate::reading::read_with;

#[test]
fn section_is_named_by_its_id_or_as_its_author_wrote_that() {
    let sections = json!([
        { "id": "What Changed", "headline": "One", "blocks": ["a"] },
        { "headline": "水位の測り方", "blocks": ["b"] },
        { "headline": "كيف تُقاس المستويات", "blocks": ["c"] },
        { "id": "what-changed", "headline": "Two", "blocks": ["d"] },
    ]);
    let story = read_with(&json!({ "sections": sections })).story;
    let headline = |name: &str| story.section(name).map(|section| section.headline.as_str());
    for (name, expected) in [
        ("what-changed", Some("One")),
        ("What Changed", Some("One")),
        ("WHAT-CHANGED", Some("One")),
        ("what-changed-4", Some("Two")),
        ("水位の測り方", Some("水位の測り方")),
        ("كيف-تُقاس-المستويات", Some("كيف تُقاس المستويات")),
        ("كيف تُقاس المستويات", Some("كيف تُقاس المستويات")),
        ("", None),
        ("what", None),
        ("/what-changed-not", None),
    ] {
        assert_eq!(headline(name), expected, "{name}");
    }
}
