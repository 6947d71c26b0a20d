//! A folder whose files may change while it is served.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use anyhow::{Context as _, Result, ensure};

use super::asset::Asset;
use super::encoding::Effort;
use super::log::tell;
use super::media;

const MAX_NAME: usize = 128;
/// What is kept in memory; beyond that all of it is read anew.
const MAX_KEPT: usize = 128 << 20;

/// A folder.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    takes: fn(&str) -> bool,
    max_bytes: u64,
    kept: Mutex<HashMap<String, Kept>>,
}

/// A file as it was when it was read.
#[derive(Debug)]
struct Kept {
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
        let root = fs::canonicalize(path).with_context(|| path.display().to_string())?;
        ensure!(root.is_dir(), "{} is no folder", path.display());
        Ok(Self { root, takes, max_bytes, kept: Mutex::default() })
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
        let real = fs::canonicalize(self.root.join(name))?;
        let about = fs::metadata(&real)?;
        if !real.starts_with(&self.root) || !about.is_file() {
            return Ok(None);
        }
        let stamp = Stamp { modified: about.modified().ok(), bytes: about.len(), real };
        if let Some(asset) = self.kept_as(name, &stamp) {
            return Ok(Some(asset));
        }
        let mut plain = Vec::new();
        File::open(&stamp.real)?.take(self.max_bytes.saturating_add(1)).read_to_end(&mut plain)?;
        if u64::try_from(plain.len()).is_ok_and(|bytes| bytes > self.max_bytes) {
            return Err(io::Error::other(format!("more than {} bytes", self.max_bytes)));
        }
        let asset = Arc::new(Asset::new(media::of(name), plain, Effort::Quick));
        self.keep(name, Kept { stamp, asset: Arc::clone(&asset) });
        Ok(Some(asset))
    }

    fn kept_as(&self, name: &str, stamp: &Stamp) -> Option<Arc<Asset>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = kept.get(name).filter(|kept| kept.stamp == *stamp)?;
        Some(Arc::clone(&kept.asset))
    }

    fn keep(&self, name: &str, new: Kept) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.remove(name);
        let weight: usize = kept.values().map(|kept| kept.asset.weight()).sum();
        if weight.saturating_add(new.asset.weight()) > MAX_KEPT {
            kept.clear();
        }
        kept.insert(name.to_owned(), new);
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

    #[test]
    fn a_name_leads_nowhere_else() {
        for good in ["ferry.json", "Ferry_2026-11.v2.json", "a"] {
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
        let folder = Folder::open(place.path(), |_| true, 10).unwrap();
        let first = folder.get("a.json").unwrap();
        assert!(Arc::ptr_eq(&first, &folder.get("a.json").unwrap()));
        fs::write(&file, "[1, 2]").unwrap();
        assert_eq!(&folder.get("a.json").unwrap().plain()[..], b"[1, 2]");
        fs::write(&file, "[1, 2, 3, 4]").unwrap();
        assert!(folder.get("a.json").is_none(), "too large");
        fs::remove_file(&file).unwrap();
        assert!(folder.get("a.json").is_none());
    }
}
