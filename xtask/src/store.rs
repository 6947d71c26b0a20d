//! The folder that tools are kept in, one folder per tool and version. A folder is there whole or
//! not at all: it is filled under another name and renamed, and one install runs at a time.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use crate::process::{Outcome, announce, failed};

/// The tools' folder.
#[derive(Debug, Clone)]
pub struct Store {
    folder: PathBuf,
}

impl Store {
    /// The store in the user's cache folder; nothing is created yet.
    pub fn open() -> Outcome<Self> {
        let cache = cache_folder(std::env::var_os("XDG_CACHE_HOME"), std::env::home_dir())
            .ok_or("there is no home folder to keep tools in: set XDG_CACHE_HOME")?;
        Ok(Self { folder: cache.join("story-card").join("tools") })
    }

    /// Where the tool of that name is, or would be.
    pub fn folder(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Fills the folder of that name, unless it is whole by now.
    pub fn install(
        &self,
        name: &str,
        is_whole: impl Fn(&Path) -> bool,
        fill: impl FnOnce(&Path) -> Outcome,
    ) -> Outcome<PathBuf> {
        let _lock = self.lock()?;
        let folder = self.folder(name);
        if is_whole(&folder) {
            return Ok(folder);
        }
        let partial = self.folder(&format!("{name}.partial"));
        for leftover in [&partial, &folder] {
            if leftover.exists() {
                failed("removing", leftover, fs::remove_dir_all(leftover))?;
            }
        }
        failed("creating", &partial, fs::create_dir_all(&partial))?;
        fill(&partial)?;
        failed("creating", &folder, fs::rename(&partial, &folder))?;
        if is_whole(&folder) {
            return Ok(folder);
        }
        Err(format!("{name} was installed but does not run from {}", folder.display()))
    }

    /// Waits until no other process installs. The lock ends with the file, or with this process.
    fn lock(&self) -> Outcome<fs::File> {
        failed("creating", &self.folder, fs::create_dir_all(&self.folder))?;
        let path = self.folder(".lock");
        let file = failed("creating", &path, fs::File::create(&path))?;
        if file.try_lock().is_err() {
            announce("Waiting for another install to end");
            failed("locking", &path, file.lock())?;
        }
        Ok(file)
    }
}

/// `XDG_CACHE_HOME` when it is an absolute path, else `.cache` at home.
fn cache_folder(configured: Option<OsString>, home: Option<PathBuf>) -> Option<PathBuf> {
    let configured = configured.map(PathBuf::from).filter(|path| path.is_absolute());
    configured.or_else(|| Some(home?.join(".cache")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn store(name: &str) -> Store {
        let folder = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        Store { folder }
    }

    #[test]
    fn the_cache_folder_is_the_configured_one_or_at_home() {
        let home = || Some(PathBuf::from("/home/ann"));
        assert_eq!(cache_folder(Some("/var/c".into()), home()), Some("/var/c".into()));
        assert_eq!(cache_folder(Some("c".into()), home()), Some("/home/ann/.cache".into()));
        assert_eq!(cache_folder(None, home()), Some("/home/ann/.cache".into()));
        assert_eq!(cache_folder(None, None), None);
    }

    #[test]
    fn a_failed_install_leaves_no_tool_and_the_next_one_works() {
        let store = store("failed");
        let is_whole = |folder: &Path| folder.join("tool").exists();
        let broken = store.install("a-1", is_whole, |_| Err("no network".to_owned()));
        assert_eq!(broken, Err("no network".to_owned()));
        assert!(!store.folder("a-1").exists());

        let write = |folder: &Path| failed("writing", folder, fs::write(folder.join("tool"), ""));
        assert_eq!(store.install("a-1", is_whole, write), Ok(store.folder("a-1")));
        assert!(!store.folder("a-1.partial").exists());
        fs::remove_dir_all(&store.folder).unwrap();
    }

    #[test]
    fn a_whole_tool_is_not_installed_again() {
        let store = store("whole");
        let again = store.install("a-1", |_| true, |_| Err("installed again".to_owned()));
        assert_eq!(again, Ok(store.folder("a-1")));
        fs::remove_dir_all(&store.folder).unwrap();
    }
}
