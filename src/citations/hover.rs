//! Hover intent: decides when a note opens and closes, from the reader's input and the time.
//! Pure: it does not touch the browser.
//!
//! Times are milliseconds on any clock that runs evenly.

/// A pointer rests this long on a marker before its note opens: below it, notes flicker
/// as the pointer crosses a text (Wikipedia's figure).
pub const OPEN_MILLIS: f64 = 150.0;
/// A note stays this long after the pointer or the focus has left: time to cross over to
/// it, on any path.
pub const CLOSE_MILLIS: f64 = 300.0;
/// A pointer's coming so soon after a touch is the touch's, told once more as a mouse's.
pub const TOUCH_MILLIS: f64 = 500.0;

/// More than this a pointer's coming is not told late, in milliseconds: clocks of browsers that
/// keep their readers unknown are coarser than that.
const MAX_LATENESS: f64 = 50.0;

/// How a note was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// A pointer rested on its marker.
    Hover,
    /// The keyboard's focus came to its marker.
    Focus,
    /// Its marker was pressed.
    Press,
}

impl How {
    /// The word in the `story-card-cite` event.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Hover => "hover",
            Self::Focus => "focus",
            Self::Press => "press",
        }
    }
}

/// What the reader does. A marker is named by its id.
#[derive(Debug, Clone, PartialEq)]
pub enum Input {
    /// A marker came under the pointer, which may rest: the page may have moved.
    Under(String),
    /// The pointer came to a marker, so many milliseconds ago: a busy page is told late.
    Enter(String, f64),
    /// The keyboard's focus came to a marker.
    Focus(String),
    /// The pointer or the focus is in the open note.
    Stay,
    /// The pointer or the focus is on neither a marker nor the note.
    Leave,
    /// A marker was pressed.
    Press(String),
    /// A finger was put down, on whatever it was.
    Touch,
    /// The note is closed: by Escape, its button, or a press outside.
    Closed,
    /// Time has passed.
    Wait,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Open the note of this marker.
    Open(String),
    /// Close the note that is open.
    Close,
    /// Nothing: the open note stays, whatever the pointer does.
    Pin,
}

/// The notes of one card: at most one is open.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Hover {
    open: Option<Open>,
    /// The marker the pointer rests on, and when its note opens.
    next: Option<(String, f64)>,
    /// When a finger was last put down.
    touched_at: Option<f64>,
}

#[derive(Debug, Clone, PartialEq)]
struct Open {
    marker: String,
    how: How,
    is_pinned: bool,
    closes_at: Option<f64>,
}

impl Hover {
    /// How the open note was opened.
    #[must_use]
    pub fn how(&self) -> Option<How> {
        self.open.as_ref().map(|open| open.how)
    }

    /// The marker whose note is open.
    #[must_use]
    pub fn marker(&self) -> Option<&str> {
        self.open.as_ref().map(|open| open.marker.as_str())
    }

    /// The marker whose note is open has another id now.
    pub fn rename(&mut self, marker: String) {
        if let Some(open) = &mut self.open {
            open.marker = marker;
        }
    }

    /// When [`Input::Wait`] is to be told next.
    #[must_use]
    pub fn wakes_at(&self) -> Option<f64> {
        let opens = self.next.as_ref().map(|(_, at)| *at);
        let closes = self.open.as_ref().and_then(|open| open.closes_at);
        match (opens, closes) {
            (Some(opens), Some(closes)) => Some(opens.min(closes)),
            (opens, closes) => opens.or(closes),
        }
    }

    /// Takes what the reader did, and says what is to be done.
    pub fn tell(&mut self, input: Input, now: f64) -> Option<Effect> {
        match input {
            Input::Under(marker) if self.marker() == Some(&marker) => self.stay(),
            Input::Under(_) | Input::Leave => self.leave(now),
            Input::Enter(marker, lateness) => self.enter(marker, now, lateness),
            Input::Focus(marker) => return self.show(marker, How::Focus),
            Input::Stay => self.stay(),
            Input::Press(marker) => return self.press(marker),
            Input::Touch => self.touched_at = Some(now),
            Input::Closed => self.open = None,
            Input::Wait => return self.wait(now),
        }
        None
    }

    fn enter(&mut self, marker: String, now: f64, lateness: f64) {
        if self.touched_at.is_some_and(|at| now - at < TOUCH_MILLIS) {
            return;
        }
        if self.marker() == Some(&marker) {
            self.stay();
        } else if self.next.as_ref().is_none_or(|(next, _)| *next != marker) {
            self.leave(now);
            self.next = Some((marker, now - lateness.clamp(0.0, MAX_LATENESS) + OPEN_MILLIS));
        }
    }

    fn stay(&mut self) {
        self.next = None;
        if let Some(open) = &mut self.open {
            open.closes_at = None;
        }
    }

    /// The reader works in the open note, as who selects words there: it stays until it is
    /// closed.
    pub fn hold(&mut self) {
        self.stay();
        if let Some(open) = &mut self.open {
            open.is_pinned = true;
        }
    }

    fn leave(&mut self, now: f64) {
        self.next = None;
        if let Some(open) = self.open.as_mut().filter(|open| !open.is_pinned) {
            open.closes_at.get_or_insert(now + CLOSE_MILLIS);
        }
    }

    /// The first press on the marker of an open note pins it, the second closes it.
    fn press(&mut self, marker: String) -> Option<Effect> {
        self.next = None;
        match &mut self.open {
            Some(open) if open.marker == marker && !open.is_pinned => {
                *open = Open { marker, how: How::Press, is_pinned: true, closes_at: None };
                Some(Effect::Pin)
            }
            Some(open) if open.marker == marker => {
                self.open = None;
                Some(Effect::Close)
            }
            _ => self.show(marker, How::Press),
        }
    }

    fn show(&mut self, marker: String, how: How) -> Option<Effect> {
        if self.marker() == Some(&marker) {
            self.stay();
            return None;
        }
        self.next = None;
        let effect = Effect::Open(marker.clone());
        let is_pinned = how == How::Press;
        self.open = Some(Open { marker, how, is_pinned, closes_at: None });
        Some(effect)
    }

    fn wait(&mut self, now: f64) -> Option<Effect> {
        if let Some((marker, _)) = self.next.take_if(|(_, at)| *at <= now) {
            return self.show(marker, How::Hover);
        }
        let is_over = |open: &mut Open| open.closes_at.is_some_and(|at| at <= now);
        self.open.take_if(is_over).map(|_| Effect::Close)
    }
}
