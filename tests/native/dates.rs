//! Dates: what is read, what it spans, and what it is called.

#![allow(clippy::float_cmp, reason = "instants are whole numbers")]

mod clocks;
mod elements;
mod instants;
mod programs;
mod reading;
mod words;
