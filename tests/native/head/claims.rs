//! What is claimed of machines is never more than all fields of a story bear out.

use serde_json::{Value, json};

use super::{drawn, trust};
use crate::reading::{problems, read_with};

/// Whether the card says of the whole story that people wrote it alone.
fn is_claimed(fields: &Value) -> bool {
    let notice = drawn(fields).text();
    trust(fields).contains("without AI") || notice.contains("Written by people, without AI")
}

#[test]
fn people_alone_are_not_claimed_where_a_field_names_a_machine() {
    let fields = |other: Value| {
        let mut fields = json!({ "aiDisclosure": "none", "author": [{ "name": "Ada" }] });
        fields.as_object_mut().expect("one").extend(other.as_object().expect("one").clone());
        fields
    };
    assert!(is_claimed(&fields(json!({ "keyPoints": ["A"] }))));
    let bot = json!([{ "name": "Bot", "type": "SoftwareApplication" }]);
    for (other, is_told) in [
        (json!({ "author": bot }), true),
        (json!({ "editor": bot }), true),
        (json!({ "aiInfo": [{ "name": "T", "system": "Transcriber" }] }), true),
        (json!({ "keyPoints": ["A"], "keyPointsAi": true }), false),
        (
            json!({ "sections": [{ "headline": "H", "blocks": ["W"], "aiDisclosure": "ai-generated" }] }),
            false,
        ),
    ] {
        let fields = fields(other);
        assert!(!is_claimed(&fields), "{fields}");
        let parsed = read_with(&fields);
        let told = problems(&parsed).contains(&("contradiction", "/aiDisclosure"));
        assert_eq!(told, is_told, "{fields}");
    }
}

#[test]
fn a_disclosure_is_read_however_a_program_writes_it() {
    for word in ["ai-generated", "AI-Generated", "ai_generated", "AI generated"] {
        let said = trust(&json!({ "aiDisclosure": word }));
        assert!(said.starts_with("Written by AI, human"), "{word}: {said}");
    }
}

#[test]
fn a_correction_is_shown_in_every_form_it_comes_in() {
    let object = json!({ "text": "It was two.", "datePublished": "2026-03-10" });
    for correction in
        [json!("It was two."), json!(["It was two."]), object.clone(), json!([object])]
    {
        let card = drawn(&json!({ "correction": correction }));
        assert!(card.part("corrections").text().ends_with("It was two."), "{correction}");
        assert!(card.part("trust").text().starts_with("1 correction"), "{correction}");
    }
}
