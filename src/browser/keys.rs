//! What the reader's keys mean to a card: pure.
//!
//! Times are milliseconds on any clock that runs evenly.

/// What comes of an input comes this soon.
pub const INPUT_MILLIS: f64 = 500.0;

/// A key as it is pressed.
#[expect(clippy::struct_excessive_bools, reason = "as the browser tells them")]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Key<'k> {
    /// Its name, or what it writes (`KeyboardEvent.key`).
    pub name: &'k str,
    /// Whether it is part of a letter that takes more than one key.
    pub is_composing: bool,
    /// Whether Control or Command is held.
    pub has_command: bool,
    /// Whether Alt or Option is held.
    pub has_alt: bool,
    /// Whether the keyboard's third level is on, which some systems tell as Control and Alt.
    pub has_third_level: bool,
}

/// What a box for text does with keys that write nothing.
const EDITING: [&str; 10] = [
    "Backspace",
    "Delete",
    "Enter",
    "ArrowLeft",
    "ArrowRight",
    "ArrowUp",
    "ArrowDown",
    "Home",
    "End",
    "Clear",
];

/// What goes on to another place, in a page or in a text with a caret.
const MOVING: [&str; 10] = [
    "Tab",
    "F6",
    "ArrowLeft",
    "ArrowRight",
    "ArrowUp",
    "ArrowDown",
    "Home",
    "End",
    "PageUp",
    "PageDown",
];

/// Keys that do nothing by themselves; those of a screen reader are among them.
const HELD: [&str; 8] = ["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "Insert", "Fn"];

impl Key<'_> {
    /// Whether it is the business of the box for text it is pressed in: it writes, edits,
    /// or moves the caret. Everything else is the page's too.
    #[must_use]
    pub fn is_for_box(&self) -> bool {
        if self.is_composing || EDITING.contains(&self.name) {
            return true;
        }
        let mut letters = self.name.chars();
        let letter = letters.next().filter(|_| letters.next().is_none());
        let Some(letter) = letter else {
            // Half a letter, and what an input method keeps for itself.
            return matches!(self.name, "Dead" | "Process" | "Unidentified");
        };
        if self.has_third_level {
            return true;
        }
        if self.has_command {
            // Select, copy, paste, cut and undo are done to what is in the box.
            return !self.has_alt && "acvxyz".contains(letter.to_ascii_lowercase());
        }
        // With Option a Mac writes signs; elsewhere Alt with a letter is a shortcut.
        !self.has_alt || !letter.is_ascii_alphanumeric()
    }
}

/// The reader's last input, as far as it may have moved the focus.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub enum Last {
    /// None that is not over.
    #[default]
    Nothing,
    /// A key that moves the focus is held since then.
    Moves(f64),
    /// Something else was done then: a press, another key, or the window came back.
    Other(f64),
}

impl Last {
    /// A key goes down.
    pub fn key_down(&mut self, key: Key<'_>, now: f64) {
        if HELD.contains(&key.name) {
            return;
        }
        let moves = MOVING.contains(&key.name) && !key.has_command && !key.has_alt;
        *self = if moves { Self::Moves(now) } else { Self::Other(now) };
    }

    /// A key goes up: what it moved is moved; what it presses is pressed now.
    pub fn key_up(&mut self, now: f64) {
        *self = match self {
            Self::Other(_) => Self::Other(now),
            _ => Self::Nothing,
        };
    }

    /// Whether the reader has just pressed a key that moves the focus.
    #[must_use]
    pub fn is_moving(&self, now: f64) -> bool {
        matches!(self, Self::Moves(at) if now - at < INPUT_MILLIS)
    }

    /// Whether it was the reader who moved the focus, on purpose, to where it came now.
    ///
    /// A screen reader moves it without a key that the page sees. So does a browser that
    /// gives the focus back, but only in answer to something; a script does it whenever it
    /// likes, and is known by itself.
    #[must_use]
    pub fn has_moved_focus(&self, is_by_script: bool, now: f64) -> bool {
        match self {
            Self::Moves(_) if self.is_moving(now) => true,
            Self::Other(at) if now - at < INPUT_MILLIS => false,
            _ => !is_by_script,
        }
    }
}
