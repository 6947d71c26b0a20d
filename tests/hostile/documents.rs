//! Documents made at random from a seed: stories with parts spoiled, lost, doubled, moved
//! or grown, and now and then letters of the text itself.

use serde_json::{Value, json};

use super::random::Random;
use super::{DATES, MARKS, SCRIPTS, URLS, all, places};

/// Makes documents from stories and from the lists.
#[derive(Debug)]
pub struct Maker {
    stories: Vec<Value>,
    texts: Vec<String>,
    keys: Vec<String>,
}

impl Maker {
    /// A maker that begins with these stories.
    pub fn new(stories: Vec<Value>) -> Self {
        let mut keys = Vec::new();
        for story in &stories {
            collect_keys(story, &mut keys);
        }
        keys.extend(["__proto__", "constructor", ""].map(str::to_owned));
        keys.sort();
        keys.dedup();
        let texts = [SCRIPTS, URLS, DATES, MARKS].into_iter().flat_map(all).collect();
        Self { stories, texts, keys }
    }

    /// The document of a seed.
    pub fn document(&self, seed: u64) -> String {
        let mut random = Random::new(seed);
        let mut story = random.pick(&self.stories).clone();
        for _ in 0..=random.below(8) {
            self.spoil(&mut story, &mut random);
        }
        let text = story.to_string();
        if random.once_in(8) { misspelt(text, &mut random) } else { text }
    }

    fn spoil(&self, story: &mut Value, random: &mut Random) {
        let mut pointers = Vec::new();
        places(story, "", &mut pointers);
        // Nothing is left of it.
        if pointers.is_empty() {
            return;
        }
        let pointer = random.pick(&pointers).clone();
        let other = random.pick(&pointers).clone();
        let other = story.pointer(&other).cloned().unwrap_or_default();
        let deed = random.below(7);
        let (parent, key) = pointer.rsplit_once('/').unwrap_or_default();
        let Some(parent) = story.pointer_mut(parent) else { return };
        match (deed, parent) {
            (0, Value::Object(fields)) => drop(fields.remove(key)),
            (1, Value::Object(fields)) => {
                let value = fields.remove(key).unwrap_or_default();
                fields.insert(random.pick(&self.keys).clone(), value);
            }
            (0, Value::Array(items)) => {
                let at = key.parse().unwrap_or(0);
                drop(items.remove(at));
            }
            (1, Value::Array(items)) => {
                let item = items[key.parse().unwrap_or(0)].clone();
                let count = *random.pick(&[2, 10, 300]);
                items.extend(std::iter::repeat_n(item, count));
            }
            (2, parent) => *parent = other,
            (3, Value::Object(fields)) => drop(fields.insert(key.to_owned(), other)),
            (_, Value::Object(fields)) => {
                fields.insert(key.to_owned(), self.value(random, 4));
            }
            (_, Value::Array(items)) => items[key.parse().unwrap_or(0)] = self.value(random, 4),
            _ => {}
        }
    }

    /// Any value, nested at most so deep.
    fn value(&self, random: &mut Random, depth: usize) -> Value {
        match random.below(if depth == 0 { 8 } else { 12 }) {
            0 => Value::Null,
            1 => json!(random.once_in(2)),
            2 => json!(*random.pick(&[0.0, -1.0, 1.5, 1e300, -1e300, 4_294_967_296.0])),
            3 => json!(*random.pick(&[0_i64, 1, -1, 2020, i64::MAX, i64::MIN])),
            4..=7 => json!(self.text(random)),
            8 | 9 => (0..random.below(5)).map(|_| self.value(random, depth - 1)).collect::<Value>(),
            10 => {
                let deep = *random.pick(&[3, 63, 64, 65, 100]);
                (0..deep).fold(json!("deep"), |inner, _| json!([inner]))
            }
            _ => {
                let mut entry = || (random.pick(&self.keys).clone(), self.value(random, depth - 1));
                (0..3).map(|_| entry()).collect::<serde_json::Map<_, _>>().into()
            }
        }
    }

    fn text(&self, random: &mut Random) -> String {
        let text = random.pick(&self.texts).clone();
        match random.below(10) {
            0 => text + random.pick(&self.texts).as_str(),
            1 => format!("**{text}** [1][2-3] *{text}"),
            2 => format!("[{text}]({})", random.pick(&self.texts)),
            3 => text.chars().rev().collect(),
            4 => text.repeat(random.below(30)),
            _ => text,
        }
    }
}

/// Takes out, doubles or changes a stretch of the text itself.
fn misspelt(mut text: String, random: &mut Random) -> String {
    let place = |text: &str, random: &mut Random| {
        let mut at = random.below(text.len().max(1));
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let (one, other) = (place(&text, random), place(&text, random));
    let (start, end) = (one.min(other), one.max(other));
    match random.below(4) {
        0 => text.truncate(start),
        1 => text.replace_range(start..end, ""),
        2 => {
            let stretch = text[start..end].to_owned();
            text.insert_str(start, &stretch);
        }
        _ => text.insert(start, *random.pick(&['"', '{', ']', '\\', '\u{0}', ','])),
    }
    text
}

fn collect_keys(value: &Value, keys: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect_keys(item, keys)),
        Value::Object(fields) => {
            for (key, value) in fields {
                keys.push(key.clone());
                collect_keys(value, keys);
            }
        }
        _ => {}
    }
}
