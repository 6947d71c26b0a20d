//! The folder that tools are kept in, one folder per tool and version. A folder is there whole or
//! not at all: it is filled under another name and renamed, and one install runs at a time.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use etcetera::base_strategy::{BaseStrategy as _, Xdg};
use fs_err as fs;

use crate::tools::shell::announce;

/// The tools' folder.
#[derive(Debug, Clone)]
pub struct Store {
    folder: PathBuf,
}

impl Store {
    /// The store in the user's cache folder; nothing is created yet.
    pub fn open() -> Result<Self> {
        let user = Xdg::new().context("there is no home folder to keep tools in")?;
        Ok(Self { folder: user.cache_dir().join("story-card").join("tools") })
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
        fill: impl FnOnce(&Path) -> Result<()>,
    ) -> Result<PathBuf> {
        let _lock = self.lock()?;
        let folder = self.folder(name);
        if is_whole(&folder) {
            return Ok(folder);
        }
        let partial = self.folder(&format!("{name}.partial"));
        for leftover in [&partial, &folder] {
            if leftover.exists() {
                fs::remove_dir_all(leftover)?;
            }
        }
        fs::create_dir_all(&partial)?;
        fill(&partial)?;
        fs::rename(&partial, &folder)?;
        let shown = folder.display();
        ensure!(is_whole(&folder), "{name} was installed but does not run from {shown}");
        Ok(folder)
    }

    /// Waits until no other process installs. The lock ends with the file, or with this process.
    fn lock(&self) -> Result<fs::File> {
        fs::create_dir_all(&self.folder)?;
        let path = self.folder(".lock");
        let file = fs::File::create(&path)?;
        if file.try_lock().is_err() {
            announce("Waiting for another install to end");
            file.lock()?;
        }
        Ok(file)
    }
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

    use super::*;

    fn store(home: &tempfile::TempDir) -> Store {
        Store { folder: home.path().join("tools") }
    }

    #[test]
    fn a_failed_install_leaves_no_tool_and_the_next_one_works() {
        let home = tempfile::tempdir().unwrap();
        let store = store(&home);
        let is_whole = |folder: &Path| folder.join("tool").exists();
        fs::create_dir_all(store.folder("a-1").join("of-an-older-install")).unwrap();
        let broken = store.install("a-1", is_whole, |folder| {
            fs::write(folder.join("half"), "")?;
            bail!("no network")
        });
        assert_eq!(broken.unwrap_err().to_string(), "no network");
        assert!(!store.folder("a-1").exists());

        let write = |folder: &Path| Ok(fs::write(folder.join("tool"), "")?);
        assert_eq!(store.install("a-1", is_whole, write).unwrap(), store.folder("a-1"));
        assert!(!store.folder("a-1.partial").exists());
        let held: Vec<_> = fs::read_dir(store.folder("a-1")).unwrap().collect();
        assert_eq!(held.len(), 1, "{held:?}");
    }

    #[test]
    fn a_tool_that_does_not_run_is_not_said_to_be_installed() {
        let home = tempfile::tempdir().unwrap();
        let problem = store(&home).install("a-1", |_| false, |_| Ok(())).unwrap_err().to_string();
        assert!(problem.starts_with("a-1 was installed but does not run"), "{problem}");
    }

    #[test]
    fn a_whole_tool_is_not_installed_again() {
        let home = tempfile::tempdir().unwrap();
        let store = store(&home);
        let again = store.install("a-1", |_| true, |_| bail!("installed again"));
        assert_eq!(again.unwrap(), store.folder("a-1"));
    }
}
