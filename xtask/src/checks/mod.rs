//! What `cargo xtask test` does: the stages, what each needs, and what each runs.

pub mod run;
pub mod stage;
pub mod test;
