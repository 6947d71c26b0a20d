//! What the fields are called in each version.

/// How the fields of a version are called.
pub struct Names {
    /// The list of events.
    pub events: &'static str,
    /// Whether texts stand in an object `text`.
    pub is_nested: bool,
    pub start: &'static str,
    pub end: &'static str,
    pub media: &'static str,
    /// The address in `media`.
    pub address: &'static str,
    /// What groups events.
    pub group: &'static str,
}

pub const THREE: Names = Names {
    events: "events",
    is_nested: true,
    start: "start_date",
    end: "end_date",
    media: "media",
    address: "url",
    group: "group",
};
pub const TWO: Names = Names {
    events: "date",
    is_nested: false,
    start: "startDate",
    end: "endDate",
    media: "asset",
    address: "media",
    group: "tag tags group",
};

/// Version 3 with another word for its events.
pub const SLIDES: Names = Names { events: "slides", ..THREE };
