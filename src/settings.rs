//! What a publisher chooses by the attributes of the tag.
//!
//! A value that is not in the table means the default: an attribute must never break a
//! page.

/// The choices of one card.
///
/// There will be more of them: end a value with `..Settings::default()`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Settings {
    /// Which sections start open.
    pub open: Open,
    /// One open section at a time.
    pub exclusive: bool,
    /// Level of the headline.
    pub heading_level: HeadingLevel,
    /// Which view of the timeline is shown.
    pub timeline: TimelineView,
    /// How the card is laid out.
    pub layout: Layout,
    /// Which images are fetched.
    pub images: Images,
    /// What changed after this moment is marked as new; in seconds since 1970, UTC.
    pub since: Option<u32>,
}

macro_rules! choices {
    ($(#[$doc:meta])* $name:ident { $first:ident = $first_word:literal, $($other:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
        pub enum $name {
            #[doc = concat!("`", $first_word, "`, the default.")]
            #[default]
            $first,
            $(#[doc = concat!("`", $word, "`.")] $other,)*
        }

        impl $name {
            /// Reads the attribute's value.
            #[must_use]
            pub fn from_attribute(value: &str) -> Self {
                match value {
                    $($word => Self::$other,)*
                    _ => Self::$first,
                }
            }

            /// The attribute's value.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    Self::$first => $first_word,
                    $(Self::$other => $word,)*
                }
            }
        }
    };
}

choices! {
    /// Which sections start open.
    Open { Story = "story", First = "first", All = "all", Nothing = "none", }
}

choices! {
    /// Which view of the timeline is shown: by default both where the drawing tells what the
    /// list does not, with eight dated events or more.
    TimelineView { Auto = "auto", Both = "both", List = "list", Graphic = "graphic", }
}

choices! {
    /// How the card is laid out: in two columns where there is room, in one, in two as early as
    /// can be; or as a teaser, which is headline, trust line and lead alone.
    Layout { Auto = "auto", One = "one", Two = "two", Teaser = "teaser", }
}

choices! {
    /// Which images are fetched.
    Images { On = "on", SameOrigin = "same-origin", Off = "off", }
}

/// Level of the headline, 2 to 5; sections are one deeper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeadingLevel(u8);

impl Default for HeadingLevel {
    fn default() -> Self {
        Self::H2
    }
}

impl HeadingLevel {
    /// The headline is an `h2`, the default.
    pub const H2: Self = Self(2);
    /// The headline is an `h3`.
    pub const H3: Self = Self(3);
    /// The headline is an `h4`.
    pub const H4: Self = Self(4);
    /// The headline is an `h5`.
    pub const H5: Self = Self(5);

    /// Reads the attribute's value.
    #[must_use]
    pub fn from_attribute(value: &str) -> Self {
        match value {
            "3" => Self::H3,
            "4" => Self::H4,
            "5" => Self::H5,
            _ => Self::default(),
        }
    }

    /// The tag of a heading `deeper` levels below the headline.
    #[must_use]
    pub fn tag(self, deeper: u8) -> &'static str {
        match self.0.saturating_add(deeper) {
            0..=2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            _ => "h6",
        }
    }
}

impl Settings {
    /// Sets one choice by the name of its attribute; nothing for other names.
    pub fn set(&mut self, attribute: &str, value: &str) {
        match attribute {
            "open" => self.open = Open::from_attribute(value),
            "exclusive" => self.exclusive = value == "true",
            "heading-level" => self.heading_level = HeadingLevel::from_attribute(value),
            "timeline" => self.timeline = TimelineView::from_attribute(value),
            "layout" => self.layout = Layout::from_attribute(value),
            "since" => self.since = value.parse().ok(),
            "images" => self.images = Images::from_attribute(value),
            _ => {}
        }
    }
}
