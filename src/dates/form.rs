//! How much of a date is written.

/// How much of a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Year,
    Month,
    Day,
    Minute,
    /// A month without its year, short.
    ShortMonth,
    /// A month and its year, short.
    MonthOfYear,
    /// A day without its year, short.
    ShortDay,
    /// A day and its year, short.
    DayOfYear,
    /// The time of day.
    Clock,
    /// A day without its year, short, and the time of day.
    ShortMinute,
}

impl Form {
    /// Whether it says the year.
    pub const fn has_year(self) -> bool {
        !matches!(self, Self::ShortMonth | Self::ShortDay | Self::Clock | Self::ShortMinute)
    }
}
