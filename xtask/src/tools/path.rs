//! Finds programs on a `PATH` and puts folders before one. Runs nothing.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use anyhow::{Context as _, Result};

/// The first program of that name on the path, as the system itself would choose it.
pub fn find(program: &str, path: &OsStr) -> Option<PathBuf> {
    which::which_in_global(program, Some(path)).ok()?.next()
}

/// A path on which the folders come before everything else, the first one first.
pub fn path_with(folders: &[PathBuf], path: &OsStr) -> Result<OsString> {
    let rest = std::env::split_paths(path).filter(|folder| !folders.contains(folder));
    std::env::join_paths(folders.iter().cloned().chain(rest))
        .context("a folder cannot stand on the PATH")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_folders_come_first_and_once() {
        let own = [PathBuf::from("/tools/trunk/bin"), PathBuf::from("/tools/npm/bin")];
        let path = std::env::join_paths(["/usr/bin", "/tools/npm/bin", "/bin"]).unwrap();
        let joined = path_with(&own, &path).unwrap();
        let folders: Vec<_> = std::env::split_paths(&joined).collect();
        let expected = ["/tools/trunk/bin", "/tools/npm/bin", "/usr/bin", "/bin"];
        assert_eq!(folders, expected.map(PathBuf::from));
    }

    #[cfg(unix)]
    #[test]
    fn a_file_nobody_may_run_is_no_program() {
        let manifest = OsStr::new(env!("CARGO_MANIFEST_DIR"));
        assert_eq!(find("Cargo.toml", manifest), None);
        assert!(find("sh", OsStr::new("/nowhere:/bin:/usr/bin")).is_some());
    }
}
