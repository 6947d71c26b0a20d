//! Text to dates: EDTF as the standard has it, as people write it, and as programs do.
//! Total: whatever cannot be read is nothing.

mod lenient;
mod moment;
mod strict;

pub use self::lenient::{as_written, lenient, timestamp};
pub use self::moment::{counted, is_exact_timestamp};
pub use self::strict::strict;
