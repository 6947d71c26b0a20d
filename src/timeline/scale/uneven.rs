//! Where the axis changes its scale: where most events come together in a small part of the
//! time, as in a history that ends in our days.

use super::number::count;
use super::steps::roundest;

/// Fewer events have room enough.
const LEAST_EVENTS: usize = 8;
/// How far events may be from an even pace: the greatest distance of the part that is over
/// from the part of the time that is (that of Kolmogorov and Smirnov).
const UNEVEN: f64 = 0.4;
/// A crowd's events have less room each than this part of the stretch.
const CLOSE: f64 = 0.02;
/// The change may come so much before the crowd, or after it, to come at a round date: as a part
/// of the crowd's time, and of the gap beside it.
const BESIDE: (f64, f64) = (0.3, 0.1);

/// Where the scale should change between two instants, and after how many of the events that
/// begin there, at these, which rise; nowhere where they come at an even pace. `least` is the
/// shortest part, in milliseconds.
pub fn bend((begin, end): (f64, f64), starts: &[f64], least: f64) -> Option<(f64, usize)> {
    let all = starts.len();
    if all < LEAST_EVENTS {
        return None;
    }
    let length = end - begin;
    let (mut farthest, mut best) = (UNEVEN, None);
    for (before, (one, next)) in (1..).zip(starts.iter().zip(starts.iter().skip(1))) {
        let over = count(before) / count(all);
        let time = |instant: &f64| (instant - begin) / length;
        let (early, late) = (over - time(one), time(next) - over);
        let beside = |crowd: f64| (crowd * BESIDE.0).min((next - one) * BESIDE.1);
        // The side of the crowd, and where the change may come.
        let (distance, crowd, events, from, to) = if late > early {
            let crowd = end - next;
            (late, crowd, all - before, next - beside(crowd), *next)
        } else {
            let crowd = one - begin;
            (early, crowd, before, *one, one + beside(crowd))
        };
        if distance > farthest && crowd < length * CLOSE * count(events) {
            // No finer than the dates, which are at least a third of that long.
            let round = |from, to| roundest(from, to, least / 3.0);
            let at = round(from, to).or_else(|| round(*one, *next));
            let is_long = |at: &f64| at - begin >= least && end - at >= least;
            if let Some(at) = at.filter(is_long) {
                (farthest, best) = (distance, Some((at, before)));
            }
        }
    }
    best
}
