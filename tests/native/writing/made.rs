//! Documents made at random: sound ones, with any of the fields that there are.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Map, Value, json};

type Made = BoxedStrategy<Value>;

/// An object of some of these fields; those without a `?` are always there.
fn object(fields: Vec<(&'static str, Made)>) -> Made {
    let entry = |(key, value): (&'static str, Made)| match key.strip_suffix('?') {
        Some(key) => prop::option::of(value.prop_map(move |value| (key, value))).boxed(),
        None => value.prop_map(move |value| Some((key, value))).boxed(),
    };
    let entries: Vec<_> = fields.into_iter().map(entry).collect();
    let collected = |entries: Vec<Option<(&str, Value)>>| {
        let entries = entries.into_iter().flatten();
        Value::Object(entries.map(|(key, value)| (key.to_owned(), value)).collect::<Map<_, _>>())
    };
    entries.prop_map(collected).boxed()
}

fn list(entry: Made, count: std::ops::Range<usize>) -> Made {
    prop::collection::vec(entry, count).prop_map(Value::from).boxed()
}

fn one_of(words: &'static [&'static str]) -> Made {
    select(words).prop_map(Value::from).boxed()
}

fn words() -> impl Strategy<Value = String> {
    "[A-Za-zéß日“”’.,;:?—]{1,12}( [A-Za-z0-9*éß(),.$%\\\\]{1,12}){0,5}"
}

fn plain() -> Made {
    words().prop_map(Value::from).boxed()
}

/// Story text with all that can stand in one.
fn text() -> Made {
    let piece = prop_oneof![
        4 => words(),
        1 => words().prop_map(|words| format!("{words}[1]")),
        1 => select(vec!["**loud**", "*soft*", "***both***", "**very *soft***", "\\*", "\\[sic\\]"])
            .prop_map(str::to_owned),
        1 => select(vec!["[there](https://x.example/a_(b)?c=[d])", "[*here*](/a)", "[at](#s-1)"])
            .prop_map(str::to_owned),
        1 => select(vec!["\\<b>", "5 < 6 & more", "\\`code`", "x_y", "2 - 1", "[1-2]", "[1, 2]"])
            .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 1..5).prop_map(|pieces| pieces.join(" ").into()).boxed()
}

fn lead() -> Made {
    let joined = |texts: Vec<Value>| {
        let texts: Vec<&str> = texts.iter().filter_map(Value::as_str).collect();
        texts.join("\n\n").into()
    };
    prop::collection::vec(text(), 1..4).prop_map(joined).boxed()
}

fn url() -> Made {
    one_of(&["https://x.example/a?b=c&d=é#e", "http://x.example", "/a/b", "c.jpg", "../d"])
}

fn date() -> Made {
    one_of(&[
        "2024",
        "2024-05",
        "2024-05-17",
        "2020/..",
        "../1831",
        "1056/",
        "2014/2016",
        "1797~",
        "1756?",
        "1700%",
        "198X",
        "19XX",
        "-20XX",
        "2001-21",
        "-0043",
        "Y170000002",
        "2004-06-XX",
        "2024-05-17T09:40:00Z",
        "2024-05-17T09:40:00+05:30",
        "2024-05-17T09:40:00",
        "2024-05-17T00:00:00Z",
    ])
}

fn moment() -> Made {
    one_of(&["2024-05-17", "2024-05-17T09:40:00Z", "2024-05-17T09:40:01-03:30"])
}

fn language() -> Made {
    one_of(&["en", "de-AT", "ar", "az-Arab"])
}

fn disclosure() -> Made {
    one_of(&["none", "ai-assisted", "ai-generated", "ai-autonomous"])
}

fn agent() -> Made {
    object(vec![
        ("type?", one_of(&["Person", "Organization", "SoftwareApplication"])),
        ("name", plain()),
        ("url?", url()),
        ("image?", url()),
        ("jobTitle?", plain()),
        ("description?", text()),
    ])
}

fn image(kind: &'static str) -> Made {
    let pixels = || (2_u32..5_000).prop_map(Value::from).boxed();
    let image = object(vec![
        ("url", url()),
        ("alt?", plain()),
        ("caption?", text()),
        ("creditText?", plain()),
        ("width?", pixels()),
        ("height?", pixels()),
    ]);
    typed(kind, image)
}

fn typed(kind: &'static str, part: Made) -> Made {
    let put = move |mut part: Value| {
        if !kind.is_empty() {
            part["type"] = kind.into();
        }
        part
    };
    part.prop_map(put).boxed()
}

fn block() -> Made {
    // A quotation without a source is a problem.
    let quote = || object(vec![("text", text()), ("attribution?", text()), ("url", url())]);
    let cells = || list(prop_oneof![3 => text(), 1 => Just(json!(""))].boxed(), 0..4);
    let table =
        vec![("caption?", text()), ("header", list(text(), 1..4)), ("rows", list(cells(), 0..4))];
    let items = vec![
        ("items", list(text(), 1..4)),
        ("ordered?", any::<bool>().prop_map(Value::from).boxed()),
        ("start?", (0_u32..5_000).prop_map(Value::from).boxed()),
    ];
    let code = vec![("text", one_of(&["let a = b[1];\n  <b>*c*", "x"])), ("language?", plain())];
    prop_oneof![
        text(),
        typed("paragraph", object(vec![("text", text())])),
        typed("heading", object(vec![("text", plain())])),
        typed("list", object(items)),
        typed("quote", quote()),
        typed("pullquote", quote()),
        image("image"),
        typed("table", object(table)),
        typed(
            "known",
            object(vec![("known", list(text(), 1..3)), ("unknown?", list(text(), 1..3))])
        ),
        typed("heading", object(vec![("text", plain()), ("dateModified", moment())])),
        typed("code", object(code)),
        typed("embed", object(vec![("url", url()), ("title?", plain())])),
    ]
    .boxed()
}

fn sections() -> Made {
    let section = object(vec![
        ("id?", plain()),
        ("headline?", plain()),
        ("summary?", plain()),
        ("dateModified?", moment()),
        ("open?", any::<bool>().prop_map(Value::from).boxed()),
        ("inLanguage?", language()),
        ("aiDisclosure?", disclosure()),
        ("aiInfoRef?", plain()),
        ("blocks", list(block(), 0..5)),
    ]);
    let with_ids = |mut sections: Vec<Value>| {
        for (index, section) in sections.iter_mut().enumerate() {
            if section.get("id").is_some() {
                section["id"] = format!("s-{index}").into();
            }
        }
        sections.into()
    };
    prop::collection::vec(section, 0..5).prop_map(with_ids).boxed()
}

fn timeline() -> Made {
    let event = |when: &'static str, what: &'static str| {
        let when = (when, if when == "date" { date() } else { plain() });
        let what = (what, if what == "text" { text() } else { plain() });
        object(vec![when, what, ("group?", plain()), ("url?", url())])
    };
    let event = prop_oneof![
        event("date", "text"),
        event("date", "headline"),
        event("displayDate", "text"),
        object(vec![
            ("date", date()),
            ("displayDate", plain()),
            ("headline", plain()),
            ("text", text())
        ]),
    ];
    object(vec![("headline?", plain()), ("events", list(event.boxed(), 0..5))])
}

fn sources() -> Made {
    let source = |id: &'static str| {
        let fields = object(vec![
            ("name", plain()),
            ("url?", url()),
            ("publisher?", plain()),
            ("author?", plain()),
            ("datePublished?", date()),
            ("accessed?", date()),
            ("text?", plain()),
            ("archivedAt?", url()),
            ("inLanguage?", language()),
            ("type?", one_of(&["report", "webpage"])),
            ("supports?", one_of(&["quote", "paraphrase", "background"])),
        ]);
        let with_id = move |mut source: Value| {
            source["id"] = id.into();
            source
        };
        fields.prop_map(with_id).boxed()
    };
    // The texts have markers of the first two.
    let others = subsequence(vec!["3", "four", "a-b_c"], 0..4);
    let ids = others.prop_map(|others| [vec!["1", "2"], others].concat());
    ids.prop_flat_map(move |ids| ids.into_iter().map(source).collect::<Vec<_>>())
        .prop_map(Value::from)
        .boxed()
}

fn parts() -> Vec<(&'static str, Made)> {
    let related = object(vec![
        ("name", plain()),
        ("url", url()),
        ("datePublished?", moment()),
        ("image?", url()),
        ("description?", plain()),
    ]);
    let system = object(vec![
        ("name", plain()),
        ("system?", plain()),
        ("provider?", plain()),
        ("role?", plain()),
        ("version?", plain()),
    ]);
    vec![
        ("author?", list(agent(), 0..3)),
        ("editor?", list(agent(), 0..3)),
        ("publisher?", agent()),
        ("image?", image("")),
        ("sections?", sections()),
        ("timeline?", timeline()),
        ("citation", sources()),
        ("correction?", list(object(vec![("datePublished?", moment()), ("text", text())]), 0..3)),
        ("relatedLink?", list(related, 0..3)),
        ("aiInfo?", list(system, 0..3)),
    ]
}

/// A story without problems.
pub fn document() -> Made {
    let fields = vec![
        ("schemaVersion", one_of(&["story-card/1.0", "story-card/1.7"])),
        ("id?", plain()),
        ("url?", one_of(&["https://news.example/2026/42", "/42"])),
        ("headline", plain()),
        ("alternativeHeadline?", plain()),
        ("description?", lead()),
        ("articleSection?", plain()),
        ("articleType?", one_of(&["news", "analysis", "background", "opinion", "review", "live"])),
        ("keyPoints?", list(text(), 0..4)),
        ("keyPointsAi?", any::<bool>().prop_map(Value::from).boxed()),
        ("urgent?", any::<bool>().prop_map(Value::from).boxed()),
        ("keywords?", list(plain(), 0..4)),
        ("inLanguage?", language()),
        ("dir?", one_of(&["ltr", "rtl"])),
        ("datePublished?", moment()),
        ("dateModified?", moment()),
        ("aiDisclosure?", disclosure()),
        ("aiInfoRef?", plain()),
        ("digitalSourceType?", one_of(&["trainedAlgorithmicMedia", "digitalCapture"])),
        ("publishingPrinciples?", url()),
        ("disclaimer?", text()),
        ("copyrightNotice?", plain()),
        ("license?", url()),
        ("creditText?", plain()),
    ];
    object(fields.into_iter().chain(parts()).collect())
}
