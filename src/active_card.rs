//! Which card the app was last busy with: after a crash, the one to suspect.

use std::cell::Cell;

thread_local! {
    static LAST: Cell<u32> = const { Cell::new(0) };
}

/// Notes that the app turns to the card of this number.
pub fn set(number: u32) {
    LAST.set(number);
}

/// The number of the card noted last; 0 before the first.
#[cfg(all(feature = "element", target_arch = "wasm32"))]
pub fn last() -> u32 {
    LAST.get()
}
