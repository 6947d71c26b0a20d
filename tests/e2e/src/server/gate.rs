//! A gate that a test opens: what a slow server is, without a clock.

use std::sync::Arc;

use tokio::sync::watch;

/// Holds back whatever waits behind it until it is opened, for good.
#[derive(Debug, Clone)]
pub struct Gate(Arc<watch::Sender<bool>>);

impl Gate {
    /// A closed gate. The end of the test opens it.
    #[must_use]
    pub fn new() -> Self {
        Self(Arc::new(watch::Sender::new(false)))
    }

    /// Lets everything through, now and later.
    pub fn open(&self) {
        self.0.send_replace(true);
    }

    /// Waits until the gate is open.
    pub(super) async fn passed(&self) {
        let mut state = self.0.subscribe();
        // The sender lives in self, so that waiting cannot fail.
        drop(state.wait_for(|open| *open).await);
    }
}

impl Default for Gate {
    fn default() -> Self {
        Self::new()
    }
}
