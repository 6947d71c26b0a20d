//! Finds programs on a `PATH` and puts folders before one. Runs nothing.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use crate::process::Outcome;

/// The first file of that name on the path, as the system itself would choose it.
pub fn find(program: &str, path: &OsStr) -> Option<PathBuf> {
    std::env::split_paths(path)
        .filter(|folder| folder.is_absolute())
        .flat_map(|folder| file_names(program).map(move |name| folder.join(name)))
        .find(|file| is_program(file))
}

/// A path on which the folders come before everything else, the first one first.
pub fn path_with(folders: &[PathBuf], path: &OsStr) -> Outcome<OsString> {
    let rest = std::env::split_paths(path).filter(|folder| !folders.contains(folder));
    std::env::join_paths(folders.iter().cloned().chain(rest))
        .map_err(|error| format!("a folder cannot stand on the PATH: {error}"))
}

/// The names a program's file may have.
fn file_names(program: &str) -> impl Iterator<Item = String> {
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd", ".bat"] } else { &[""] };
    endings.iter().map(move |ending| format!("{program}{ending}"))
}

#[cfg(unix)]
fn is_program(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    file.metadata().is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(file: &Path) -> bool {
    file.is_file()
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
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert_eq!(find("Cargo.toml", manifest.as_os_str()), None);
        assert!(find("sh", OsStr::new("/nowhere:/bin:/usr/bin")).is_some());
    }
}
