//! Locks of what the server and the tests share.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// A lock that survives a test that failed while it held it.
pub(super) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
