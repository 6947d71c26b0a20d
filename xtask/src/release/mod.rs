//! The files in `dist/`: made, weighed, and made again.

pub mod build;
pub mod bundle;
pub mod cdn;
mod claims;
pub mod contain;
pub mod editor;
pub mod files;
pub mod identity;
pub mod integrity;
pub mod modules;
pub mod package;
pub mod reproduce;
pub mod shorten;
pub mod size;
pub mod split;
pub mod table;
