//! The tree that a story becomes.

use serde::{Serialize, Serializer};

use crate::story::{
    AgentKind, AiDisclosure, ArticleType, Direction, EdtfDate, Language, SafeLink, Support,
};

/// A value of the tree. Objects keep their keys in the order in which they are written:
/// people read them too.
#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    /// Nothing to say: an object leaves the key out.
    Absent,
    Flag(bool),
    Number(u32),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(&'static str, Json)>),
}

/// An object of the keys that have something to say.
pub fn object<const N: usize>(entries: [(&'static str, Json); N]) -> Json {
    without_absent(entries.into())
}

/// One function for objects of every size.
fn without_absent(mut entries: Vec<(&'static str, Json)>) -> Json {
    entries.retain(|(_, value)| *value != Json::Absent);
    Json::Object(entries)
}

/// A list, absent where it is empty.
pub fn list<'a, T>(items: &'a [T], write: impl Fn(&'a T) -> Json) -> Json {
    if items.is_empty() { Json::Absent } else { Json::List(items.iter().map(write).collect()) }
}

impl Json {
    /// What may be absent.
    pub fn of<'a, T>(value: Option<&'a T>, write: impl Fn(&'a T) -> Self) -> Self
    where
        T: ?Sized,
    {
        value.map_or(Self::Absent, write)
    }
}

impl Json {
    /// The value as JSON text. What is absent is `null`; no object has it.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.push_to(&mut text);
        text
    }

    fn push_to(&self, text: &mut String) {
        match self {
            Self::Absent => text.push_str("null"),
            Self::Flag(flag) => text.push_str(if *flag { "true" } else { "false" }),
            Self::Number(number) => text.push_str(&number.to_string()),
            Self::Text(letters) => push_string(letters, text),
            Self::List(items) => {
                text.push('[');
                for (index, item) in items.iter().enumerate() {
                    text.push_str(if index == 0 { "" } else { "," });
                    item.push_to(text);
                }
                text.push(']');
            }
            Self::Object(entries) => {
                text.push('{');
                for (index, (key, value)) in entries.iter().enumerate() {
                    text.push_str(if index == 0 { "" } else { "," });
                    push_string(key, text);
                    text.push(':');
                    value.push_to(text);
                }
                text.push('}');
            }
        }
    }
}

fn push_string(letters: &str, text: &mut String) {
    text.push('"');
    for letter in letters.chars() {
        match letter {
            '"' | '\\' => text.extend(['\\', letter]),
            '\n' => text.push_str("\\n"),
            letter if letter < ' ' => {
                let digit = |nibble| char::from_digit(nibble, 16).unwrap_or('0');
                let code = u32::from(letter);
                text.push_str("\\u00");
                text.extend([digit(code / 16), digit(code % 16)]);
            }
            letter => text.push(letter),
        }
    }
    text.push('"');
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Absent => serializer.serialize_none(),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Number(number) => serializer.serialize_u32(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(entries) => {
                serializer.collect_map(entries.iter().map(|(key, value)| (key, value)))
            }
        }
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Absent } else { Self::Text(text.to_owned()) }
    }
}

impl From<&String> for Json {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

/// False is what an absent flag says.
impl From<bool> for Json {
    fn from(flag: bool) -> Self {
        if flag { Self::Flag(true) } else { Self::Absent }
    }
}

impl From<Option<u32>> for Json {
    fn from(number: Option<u32>) -> Self {
        number.map_or(Self::Absent, Self::Number)
    }
}

impl From<&SafeLink> for Json {
    fn from(link: &SafeLink) -> Self {
        link.as_str().into()
    }
}

impl From<&Language> for Json {
    fn from(language: &Language) -> Self {
        language.as_str().into()
    }
}

impl From<&EdtfDate> for Json {
    fn from(date: &EdtfDate) -> Self {
        Self::Text(date.to_string())
    }
}

impl From<&AgentKind> for Json {
    fn from(kind: &AgentKind) -> Self {
        kind.as_str().into()
    }
}

impl From<&AiDisclosure> for Json {
    fn from(disclosure: &AiDisclosure) -> Self {
        disclosure.as_attribute().into()
    }
}

impl From<&ArticleType> for Json {
    fn from(kind: &ArticleType) -> Self {
        kind.as_str().into()
    }
}

impl From<&Direction> for Json {
    fn from(direction: &Direction) -> Self {
        direction.as_str().into()
    }
}

impl From<&Support> for Json {
    fn from(support: &Support) -> Self {
        support.as_str().into()
    }
}

impl<'a, T> From<&'a Option<T>> for Json
where
    Self: From<&'a T>,
{
    fn from(value: &'a Option<T>) -> Self {
        value.as_ref().map_or(Self::Absent, <Self as From<&'a T>>::from)
    }
}
