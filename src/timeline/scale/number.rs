//! Numbers between kinds, each cast with the reason why it cuts nothing off.

/// A count as a number to reckon with.
#[expect(clippy::cast_precision_loss, reason = "counts of events and letters are small")]
pub const fn count(count: usize) -> f64 {
    count as f64
}

/// The order in which these numbers rise; equal ones stay in theirs.
///
/// The library's sort is 3 kB for each kind of thing it sorts. This one compares as often
/// and moves more, which for a thousand numbers is nothing.
pub fn order(numbers: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::with_capacity(numbers.len());
    for (index, number) in numbers.iter().enumerate() {
        let is_before = |other: &usize| numbers.get(*other).is_some_and(|other| other <= number);
        order.insert(order.partition_point(is_before), index);
    }
    order
}

/// A number held between two others; the first, for what is no number.
///
/// `f64::clamp` can panic and say with which numbers, and writing those is 9 kB.
pub const fn held(number: f64, least: f64, most: f64) -> f64 {
    number.max(least).min(most)
}

/// The nearest whole pixel.
#[expect(clippy::cast_possible_truncation, reason = "held in range, and `as` saturates")]
pub const fn whole(number: f64) -> i32 {
    number.round() as i32
}

/// The whole number below, for days and years.
#[expect(clippy::cast_possible_truncation, reason = "`as` saturates; dates reach 4e17 days")]
pub const fn floor(number: f64) -> i64 {
    number.floor() as i64
}

/// Days or years as a number to reckon with.
#[expect(clippy::cast_precision_loss, reason = "exact for four-digit years; then a year is all")]
pub const fn real(number: i64) -> f64 {
    number as f64
}
