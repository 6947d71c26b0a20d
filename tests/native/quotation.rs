//! Quotations are looked for in the sources they cite: what is found is known, what is not
//! is a problem, and where nothing can be said nothing is.

use serde_json::{Value, json};

use crate::reading::{read, story_with};

/// What stands marked in the excerpt of the first source, and the problems with quotations.
fn checked(fields: &Value) -> (Vec<String>, Vec<String>) {
    let parsed = read(&story_with(fields));
    let source = &parsed.story.sources[0];
    let excerpt = source.excerpt.as_deref().unwrap_or_default();
    let marked = source.quoted.iter().map(|stretch| excerpt[stretch.clone()].to_owned()).collect();
    let told = parsed.problems.iter().filter(|problem| problem.code == "quote-not-found");
    (marked, told.map(|problem| problem.path.clone()).collect())
}

/// A block quotation of one source.
fn quote(words: &str, excerpt: &str) -> (Vec<String>, Vec<String>) {
    checked(&json!({
        "sections": [{ "blocks": [{ "type": "quote", "text": words, "attribution": "She [1]" }] }],
        "citation": [{ "id": "1", "name": "N", "text": excerpt }],
    }))
}

/// A paragraph that cites a source for its very words.
fn said(text: &str, excerpt: &str) -> (Vec<String>, Vec<String>) {
    checked(&json!({
        "sections": [{ "blocks": [text] }],
        "citation": [{ "id": "1", "name": "N", "text": excerpt, "supports": "quote" }],
    }))
}

#[test]
fn words_are_found_whatever_typography_has_done_to_them() {
    for (words, excerpt, marked) in [
        (
            "We will not leave.",
            "He said: \"We will not leave,\" and left.",
            &["We will not leave"][..],
        ),
        ("we will not leave", "We will not leave.", &["We will not leave"]),
        ("Über den Fluss", "sie gingen über den Fluss.", &["über den Fluss"]),
        ("It’s “done”, she said", "It's 'done', she said.", &["It's 'done', she said"]),
        (
            "it's \"done\" now",
            "it’s «\u{202F}done\u{202F}» now",
            &["it’s «\u{202F}done\u{202F}» now"],
        ),
        (
            "a long – and wide – river",
            "A long -- and wide -- river",
            &["A long -- and wide -- river"],
        ),
        ("the over\u{AD}flow rose", "The overflow rose", &["The overflow rose"]),
        ("the overflow rose", "The over\u{AD}flow rose", &["The over\u{AD}flow rose"]),
        ("10 km away", "10\u{A0}km away", &["10\u{A0}km away"]),
        ("two\u{202F}words", "two\n  words", &["two\n  words"]),
        (
            "We will … leave at dawn",
            "We will all have to leave at dawn",
            &["We will", "leave at dawn"],
        ),
        ("We will [...] leave", "We will all have to leave", &["We will", "leave"]),
        ("[T]he river rose", "Then the river rose", &["river rose"]),
        ("[The mayor] has resigned today", "He has resigned today", &["has resigned today"]),
        ("The river rose", "[T]he river rose", &["T]he river rose"]),
        (
            "“We stay,” she said, “here”",
            "\"We stay,\" she said, \"here\"",
            &["We stay,\" she said, \"here"],
        ),
        ("水位が上がった", "昨夜、水位が上がったという。", &["水位が上がった"]),
        ("ارتفع منسوب النهر", "قال: «ارتفع منسوب النهر».", &["ارتفع منسوب النهر"]),
        ("река поднялась", "Ночью Река поднялась.", &["Река поднялась"]),
        ("정부는 철수", "어제 정부는 철수를 요구했다", &["정부는 철수"]),
        ("नदी बढ़ी", "रात में नदी बढ़ी।", &["नदी बढ़ी"]),
        ("แม่น้ำสูงขึ้น", "เมื่อคืนแม่น้ำสูงขึ้นมาก", &["แม่น้ำสูงขึ้น"]),
        // As macOS and PDFs write, and as keyboards do.
        ("ont e\u{301}te\u{301} évacués", "Ils ont été évacués hier", &["ont été évacués"]),
        ("ont été", "Ils ont e\u{301}te\u{301} hier", &["ont e\u{301}te\u{301}"]),
        ("first flood", "the ﬁrst ﬂood", &["ﬁrst ﬂood"]),
        ("the ﬁrst ﬂood", "the first flood", &["the first flood"]),
        ("１２人が避難", "住民12人が避難した", &["12人が避難"]),
        ("か\u{3099}んばる人", "がんばる人", &["がんばる人"]),
    ] {
        let (found, told) = quote(words, excerpt);
        assert_eq!(found, marked, "{words:?} in {excerpt:?}");
        assert_eq!(told, Vec::<String>::new(), "{words:?} in {excerpt:?}");
    }
}

#[test]
fn words_that_the_source_does_not_hold_are_told() {
    for (words, excerpt) in [
        ("We will leave", "We will not leave"),
        ("we WILL leave", "We will leave"),
        ("art of war", "The start of war"),
        ("leave … we will", "We will all have to leave"),
        ("Now it goes", "How it goes"),
        ("水位が下がった", "昨夜、水位が上がったという。"),
        ("Never.", "Nevermore."),
    ] {
        let (found, told) = quote(words, excerpt);
        assert_eq!(found, Vec::<String>::new(), "{words:?} in {excerpt:?}");
        assert_eq!(told, ["/sections/0/blocks/0"], "{words:?} in {excerpt:?}");
    }
}

#[test]
fn what_is_in_quotation_marks_before_a_citation_is_looked_for() {
    for (text, excerpt, marked) in [
        ("She said “we will not leave”.[1]", "\"We will not leave.\"", &["We will not leave"][..]),
        ("Sie sagte: „Wir gehen nicht“.[1]", "Wir gehen nicht, sagte sie.", &["Wir gehen nicht"]),
        ("Elle dit : « nous restons là ».[1]", "« Nous restons là »", &["Nous restons là"]),
        ("The “so-called experts” met. “We will stay.”[1]", "We will stay.", &["We will stay"]),
        (
            "He said ‘we will never stop’ on Monday.[1]",
            "We will never stop.",
            &["We will never stop"],
        ),
        ("He said 'we don't stop' then.[1]", "we don’t stop", &["we don’t stop"]),
        ("He said ‘we don’t stop’ then.[1]", "we don't stop", &["we don't stop"]),
        ("Er sagte: ‚wir gehen nicht‘.[1]", "wir gehen nicht", &["wir gehen nicht"]),
        ("Elle dit ‹nous restons là›.[1]", "nous restons là", &["nous restons là"]),
        // An apostrophe opens nothing that a quotation would be lost in.
        ("In the '90s he said “we will stay”.[1]", "we will stay", &["we will stay"]),
        // Without marks the sentence.
        (
            "It was late. The gauge stood at 3.5 metres.[1]",
            "The gauge stood at 3.5 metres at noon.",
            &["The gauge stood at 3.5 metres"],
        ),
    ] {
        let (found, told) = said(text, excerpt);
        assert_eq!(found, marked, "{text:?} in {excerpt:?}");
        assert_eq!(told, Vec::<String>::new(), "{text:?} in {excerpt:?}");
    }
    let (found, told) = said("She said “we will leave now”.[1]", "We will not leave.");
    assert_eq!((found, told), (vec![], vec!["/sections/0/blocks/0".to_owned()]));
}

#[test]
fn source_that_is_said_to_be_quoted_and_is_not_is_told() {
    let (found, told) = said("The river fell.[1]", "Water levels went down.");
    assert_eq!((found, told), (vec![], vec!["/citation/0".to_owned()]));
    let (found, told) = said("Nobody cites it.", "Water levels went down.");
    assert_eq!((found, told), (vec![], vec![]));
}

#[test]
fn where_nothing_can_be_said_nothing_is() {
    let block = json!([{ "type": "quote", "text": "We stay here.[1][2]" }]);
    let of = |one: Value, two: Value| {
        checked(&json!({ "sections": [{ "blocks": block }], "citation": [one, two] })).1
    };
    let silent = json!({ "id": "2", "name": "No words" });
    let other = json!({ "id": "1", "name": "N", "text": "Something else." });
    assert_eq!(of(other.clone(), silent), Vec::<String>::new());
    let right = json!({ "id": "2", "name": "N", "text": "“We stay here.”" });
    assert_eq!(of(other.clone(), right), Vec::<String>::new());
    // A translation claims no words.
    let translated =
        json!({ "id": "2", "name": "N", "text": "Wir bleiben.", "supports": "paraphrase" });
    assert_eq!(of(other.clone(), translated), Vec::<String>::new());
    let wrong = json!({ "id": "2", "name": "N", "text": "Nor this." });
    assert_eq!(of(other, wrong), ["/sections/0/blocks/0"]);
}

#[test]
fn stretches_that_overlap_are_marked_as_one() {
    let (found, _) = checked(&json!({
        "sections": [{ "blocks": [
            { "type": "quote", "text": "will not leave the island [1]" },
            { "type": "quote", "text": "We will not leave [1]" },
        ] }],
        "citation": [{ "id": "1", "name": "N", "text": "We will not leave the island today." }],
    }));
    assert_eq!(found, ["We will not leave the island"]);
}

#[test]
fn no_story_makes_the_reader_wait() {
    let excerpt = "a".repeat(20_000);
    let blocks: Vec<String> = (0..2_000).map(|_| format!("“{}b c” [1]", "a".repeat(300))).collect();
    let begun = std::time::Instant::now();
    let (found, _) = checked(&json!({
        "sections": [{ "blocks": blocks }],
        "citation": [{ "id": "1", "name": "N", "text": excerpt, "supports": "quote" }],
    }));
    assert_eq!(found, Vec::<String>::new());
    assert!(begun.elapsed().as_secs() < 60, "{:?}", begun.elapsed());
}

#[test]
fn of_single_words_and_of_apostrophes_nothing_is_said() {
    for (text, excerpt) in [
        ("She said “no”.[1]", "no, she said"),
        ("The 'so-called' plan failed.[1]", "It came to nothing."),
    ] {
        let (found, told) = said(text, excerpt);
        assert_eq!((found, told), (Vec::new(), Vec::new()), "{text:?} in {excerpt:?}");
    }
    // Words that nobody marked are still the source's own, or not.
    let (_, told) = said("The dogs' bowl, the cats' bowl and more.[1]", "It came to nothing.");
    assert_eq!(told, ["/citation/0"]);
}
