//! The programs that tasks run: which, where they come from, and how they are started.

pub mod compiler;
pub mod fingerprint;
pub mod install;
pub mod packages;
pub mod path;
pub mod pinned;
pub mod quiet;
pub mod shell;
pub mod store;
pub mod toolbox;
pub mod toolchain;
pub mod version;
