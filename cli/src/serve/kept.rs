//! What is kept in memory by name, up to a weight.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What each of these may hold; beyond that all of it is made anew.
const MAX_BYTES: usize = 128 << 20;

/// Things by name, each with how much memory it takes.
#[derive(Debug)]
pub struct Kept<T> {
    things: Mutex<HashMap<String, (T, usize)>>,
    most: usize,
}

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self { things: Mutex::default(), most: MAX_BYTES }
    }
}

impl<T> Kept<T> {
    /// What `pick` takes of the thing of this name.
    pub fn get<P>(&self, name: &str, pick: impl FnOnce(&T) -> Option<P>) -> Option<P> {
        self.lock().get(name).and_then(|(thing, _)| pick(thing))
    }

    /// Keeps a thing in place of the one of this name, and of all others where they would be too
    /// much together.
    pub fn put(&self, name: &str, thing: T, weight: usize) {
        let mut things = self.lock();
        things.remove(name);
        let others: usize = things.values().map(|(_, weight)| weight).sum();
        if others.saturating_add(weight) > self.most {
            things.clear();
        }
        things.insert(name.to_owned(), (thing, weight));
    }

    /// How much all that is kept weighs.
    #[cfg(test)]
    pub fn weight(&self) -> usize {
        self.lock().values().map(|(_, weight)| weight).sum()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, (T, usize)>> {
        self.things.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_is_kept_than_may_be() {
        let kept = Kept { most: 10, ..Kept::default() };
        let has = |name| kept.get(name, |thing: &&str| Some(*thing)).is_some();
        kept.put("a", "first", 6);
        kept.put("b", "other", 4);
        kept.put("a", "second", 6);
        assert_eq!(kept.get("a", |thing| Some(*thing)), Some("second"));
        assert!(has("b"));
        kept.put("c", "one too many", 1);
        assert!(!has("a") && !has("b") && has("c"));
    }
}
