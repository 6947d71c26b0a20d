//! A folder whose files may change while it is served.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use anyhow::{Context as _, Result, ensure};

use super::asset::Asset;
use super::encoding::Effort;
use super::kept::Kept;
use super::log::tell;
use super::media;

const MAX_NAME: usize = 128;

/// A folder.
#[derive(Debug)]
pub struct Folder {
    /// Perhaps a link, which a deployment moves from one folder to the next.
    path: PathBuf,
    takes: fn(&str) -> bool,
    max_bytes: u64,
    kept: Kept<State>,
}

/// A file as it was when it was read.
#[derive(Debug)]
struct State {
    stamp: Stamp,
    asset: Arc<Asset>,
}

/// What tells one state of a file from the next.
#[derive(Debug, PartialEq, Eq)]
struct Stamp {
    real: PathBuf,
    modified: Option<SystemTime>,
    bytes: u64,
}

impl Folder {
    /// Opens a folder; `takes` says which names are served.
    pub fn open(path: &Path, takes: fn(&str) -> bool, max_bytes: u64) -> Result<Self> {
        let about = fs::metadata(path).with_context(|| path.display().to_string())?;
        ensure!(about.is_dir(), "{} is no folder", path.display());
        Ok(Self { path: path.to_owned(), takes, max_bytes, kept: Kept::default() })
    }

    /// The file of this name, as it is now; the same `Arc` as long as it has not changed.
    pub fn get(&self, name: &str) -> Option<Arc<Asset>> {
        if !is_name(name) || !(self.takes)(name) {
            return None;
        }
        match self.look(name) {
            Ok(asset) => asset,
            Err(problem) if problem.kind() == io::ErrorKind::NotFound => None,
            Err(problem) => {
                tell(&format!("{name}: {problem}"));
                None
            }
        }
    }

    fn look(&self, name: &str) -> io::Result<Option<Arc<Asset>>> {
        // Where links lead, so that none leads out.
        let root = fs::canonicalize(&self.path)?;
        let real = fs::canonicalize(root.join(name))?;
        let about = fs::metadata(&real)?;
        if !real.starts_with(&root) || !about.is_file() {
            return Ok(None);
        }
        let stamp = Stamp { modified: about.modified().ok(), bytes: about.len(), real };
        let same = |state: &State| (state.stamp == stamp).then(|| Arc::clone(&state.asset));
        if let Some(asset) = self.kept.get(name, same) {
            return Ok(Some(asset));
        }
        let mut plain = Vec::new();
        File::open(&stamp.real)?.take(self.max_bytes.saturating_add(1)).read_to_end(&mut plain)?;
        if u64::try_from(plain.len()).is_ok_and(|bytes| bytes > self.max_bytes) {
            return Err(io::Error::other(format!("more than {} bytes", self.max_bytes)));
        }
        let asset = Arc::new(Asset::new(media::of(name), plain, Effort::Quick));
        self.kept.put(name, State { stamp, asset: Arc::clone(&asset) }, asset.weight());
        Ok(Some(asset))
    }
}

/// Whether this names a file of the folder itself: letters, digits, `.`, `-` and `_`, no dot first.
fn is_name(name: &str) -> bool {
    let is_fit = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_');
    name.len() <= MAX_NAME && !name.starts_with('.') && !name.is_empty() && name.chars().all(is_fit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn a_name_leads_nowhere_else() {
        for good in ["ferry.json", "Ferry_2026-11.v2.json", "a", &"a".repeat(128)] {
            assert!(is_name(good), "{good}");
        }
        let bad = [
            "",
            ".",
            "..",
            ".env",
            "a/b",
            "a\\b",
            "a:b",
            "a%2fb",
            "a b",
            "é",
            "a\0",
            &"a".repeat(129),
        ];
        for bad in bad {
            assert!(!is_name(bad), "{bad}");
        }
    }

    #[test]
    fn a_file_is_read_again_when_it_has_changed() {
        let place = tempfile::tempdir().unwrap();
        let file = place.path().join("a.json");
        fs::write(&file, "[1]").unwrap();
        let folder = Folder::open(place.path(), |_| true, 9).unwrap();
        let first = folder.get("a.json").unwrap();
        assert!(Arc::ptr_eq(&first, &folder.get("a.json").unwrap()));
        // Later and as long, as late and longer.
        let now = fs::metadata(&file).unwrap().modified().unwrap();
        let then = now + Duration::from_secs(1);
        for (text, modified) in [("[2]", then), ("[2, 3]", then), ("[2, 3, 4]", then)] {
            fs::write(&file, text).unwrap();
            File::options().write(true).open(&file).unwrap().set_modified(modified).unwrap();
            assert_eq!(&folder.get("a.json").unwrap().plain()[..], text.as_bytes());
        }
        assert_eq!(folder.kept.weight(), 9);
        fs::write(&file, "[2, 3, 45]").unwrap();
        assert!(folder.get("a.json").is_none(), "too large");
        fs::remove_file(&file).unwrap();
        assert!(folder.get("a.json").is_none());
    }
}
