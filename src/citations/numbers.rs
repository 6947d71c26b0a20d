//! Short lists of numbers in order.

/// Adds a number to a list in order that has each number once. For lists of dozens, as
/// of the sources behind a marker: sorting would cost more, in the bytes of its code.
pub fn insert(numbers: &mut Vec<usize>, number: usize) {
    let place = numbers.iter().take_while(|other| **other < number).count();
    if numbers.get(place) != Some(&number) {
        numbers.insert(place, number);
    }
}
