//! What an editor or a compiler is to know of the element, from the same tables as the README.

use super::super::api::{ATTRIBUTES, attributes_in_js};

/// What an attribute takes.
pub enum Takes {
    Text,
    Flag,
    Words(Vec<String>),
    Number,
}

pub struct Attribute {
    pub name: String,
    pub takes: Takes,
    pub about: &'static str,
}

impl Attribute {
    /// The name of the property that mirrors it.
    pub fn property(&self) -> String {
        let mut parts = self.name.split('-');
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |name, part| name + &part[..1].to_uppercase() + &part[1..])
    }

    /// What is written for it in a template, in TypeScript.
    pub fn written(&self) -> String {
        match &self.takes {
            Takes::Flag => "boolean | \"\"".into(),
            Takes::Number => "number | `${number}`".into(),
            Takes::Text | Takes::Words(_) => self.typed(),
        }
    }

    /// What the property takes, in TypeScript: for flags anything, for all others also what
    /// removes the attribute.
    pub fn settable(&self) -> String {
        match &self.takes {
            Takes::Flag => "unknown".into(),
            _ => format!("{} | false | null | undefined", self.written()),
        }
    }

    /// What the property is, in TypeScript.
    pub fn typed(&self) -> String {
        match &self.takes {
            Takes::Text => "string".into(),
            Takes::Flag => "boolean".into(),
            Takes::Number => "number".into(),
            Takes::Words(words) => {
                words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" | ")
            }
        }
    }
}

pub fn attributes() -> Vec<Attribute> {
    let about = |name: &str| ATTRIBUTES.iter().find(|row| row.0 == name).expect("a row").1;
    let all = attributes_in_js().into_iter().map(|(name, reader)| {
        let words = reader.split('"').skip(1).step_by(2).map(str::to_owned).collect();
        let takes = match reader.split('(').next().unwrap_or_default() {
            "flag" => Takes::Flag,
            "number" => Takes::Number,
            "words" => Takes::Words(words),
            _ => Takes::Text,
        };
        Attribute { about: about(&name), name, takes }
    });
    all.collect()
}

/// Methods: name, arguments, what the promise holds, what it does.
pub const METHODS: [(&str, &str, &str, &str); 4] = [
    ("reload", "", "void", "asks for the story again; resolves when that has ended"),
    ("expandAll", "", "void", "opens every section"),
    ("collapseAll", "", "void", "closes every section"),
    ("openSection", "id: string", "boolean", "opens one section; false when there is none"),
];

/// Slots, and what is put there; the first is the default.
pub const SLOTS: [(&str, &str); 5] = [
    ("", "the fallback: shown until the card is ready, and when it fails"),
    ("badge", "beside the badge"),
    ("actions", "beside the dates"),
    ("after-lead", "above the body, below lead, byline and picture"),
    ("footer", "at the end of the card"),
];

pub const STATE: &str = "\"idle\" | \"loading\" | \"ready\" | \"error\"";

/// What a key of an event's detail holds, in TypeScript.
pub fn typed(event: &str, key: &str) -> &'static str {
    match (event, key) {
        ("load" | "update", "id") | ("cite", "url") | ("update", "dateModified") => {
            "string | undefined"
        }
        ("load", "sections" | "citations" | "events" | "stories") | ("error", "status?") => {
            "number"
        }
        ("load", "problems") => "StoryCardProblem[]",
        ("toggle", "open") => "boolean",
        ("cite", "how") => "\"hover\" | \"focus\" | \"press\"",
        ("link", "kind") => "\"source\" | \"related\" | \"text\" | \"author\"",
        ("error", "code") => "StoryCardErrorCode",
        (_, "id" | "headline" | "message" | "url" | "format") => "string",
        _ => panic!("the type of {key} in story-card-{event}"),
    }
}

/// Sentences without the marks of the README.
pub fn plain(text: &str) -> String {
    text.replace('`', "")
}

#[test]
fn the_readme_tells_the_methods_and_the_slots() {
    let readme = crate::reading::file("README.md");
    for (name, ..) in METHODS {
        assert!(readme.contains(&format!("card.{name}(")), "{name}");
    }
    for (slot, about) in SLOTS.iter().skip(1) {
        assert!(readme.contains(&format!("| `{slot}` | {about} |")), "{slot}");
    }
}
