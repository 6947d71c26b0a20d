//! The release files: read once, compressed once, found by name alone.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use axum::body::Bytes;

use super::asset::Asset;
use super::encoding::{Effort, Encoding};
use super::media;

/// Read into memory; a release takes a hundredth of it.
const MAX_BYTES: usize = 256 << 20;
const MAX_FILES: usize = 10_000;
const MAX_DEPTH: usize = 16;
/// The one file without which there is nothing to serve.
const LOADER: &str = "story-card.js";

/// All release files.
#[derive(Debug)]
pub struct Release {
    files: HashMap<String, Asset>,
    /// The hash by which the loader asks for the other files of its build.
    build: Option<String>,
}

/// The forms that may lie beside a file.
const FORMS: [Encoding; 2] = [Encoding::Brotli, Encoding::Gzip];

impl Release {
    /// Reads the files below a folder. Links and hidden files are left out.
    pub fn read(folder: &Path) -> Result<Self> {
        let mut found = HashMap::new();
        collect(folder, "", 0, &mut found)?;
        let Some(loader) = found.get(LOADER) else {
            bail!("{} holds no {LOADER}", folder.display());
        };
        let build = build(&String::from_utf8_lossy(loader));
        let mut files: HashMap<String, Asset> = HashMap::new();
        // Copies of one file, as in versioned folders, are compressed once.
        let mut made: HashMap<(&Vec<u8>, &str), Asset> = HashMap::new();
        for (name, plain) in &found {
            if is_packed_form(name, &found) {
                continue;
            }
            let media = media::of(name);
            let pack = || {
                Asset::packed(media, plain.clone(), &|encoding, plain| {
                    beside(name, encoding, plain, &found)
                        .or_else(|| encoding.compress(plain, Effort::Most))
                })
            };
            // A copy elsewhere has no say in the forms that lie beside this one.
            let has_form = FORMS.iter().any(|form| beside(name, *form, plain, &found).is_some());
            let asset = if has_form {
                pack()
            } else {
                made.entry((plain, media.name)).or_insert_with(pack).clone()
            };
            files.insert(name.clone(), asset);
        }
        Ok(Self { files, build })
    }

    /// The file of this name.
    pub fn get(&self, name: &str) -> Option<&Asset> {
        self.files.get(name)
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.files.len()
    }

    /// Whether a query asks for this very build. Only then is the answer good for ever: while
    /// one release follows another, readers ask for files of either.
    pub fn is_of_build(&self, query: Option<&str>) -> bool {
        let pairs = url::form_urlencoded::parse(query.unwrap_or_default().as_bytes());
        let asked = pairs.filter(|(key, _)| key == "build").map(|(_, value)| value).next();
        asked.is_some_and(|asked| Some(asked.as_ref()) == self.build.as_deref())
    }
}

/// Reads all files of a folder and of those in it.
fn collect(
    folder: &Path,
    before: &str,
    depth: usize,
    found: &mut HashMap<String, Vec<u8>>,
) -> Result<()> {
    let context = || folder.display().to_string();
    if depth > MAX_DEPTH {
        bail!("{} is too deep", context());
    }
    for entry in fs::read_dir(folder).with_context(context)? {
        let entry = entry.with_context(context)?;
        let kind = entry.file_type().with_context(context)?;
        let name = entry.file_name();
        let Some(name) = name.to_str().filter(|name| !name.starts_with('.')) else { continue };
        let path = format!("{before}{name}");
        if kind.is_dir() {
            collect(&entry.path(), &format!("{path}/"), depth + 1, found)?;
        } else if kind.is_file() {
            let bytes = fs::read(entry.path()).with_context(|| path.clone())?;
            found.insert(path, bytes);
        }
        let weight: usize = found.values().map(Vec::len).sum();
        if weight > MAX_BYTES || found.len() > MAX_FILES {
            bail!("{} holds more than a release", context());
        }
    }
    Ok(())
}

/// Whether this is but another form of a file beside it.
fn is_packed_form(name: &str, found: &HashMap<String, Vec<u8>>) -> bool {
    FORMS.iter().any(|encoding| {
        name.strip_suffix(encoding.end()).is_some_and(|plain| found.contains_key(plain))
    })
}

/// The compressed form that lies beside a file, if it is one of this very file: an old one would
/// be a card of two builds.
fn beside(
    name: &str,
    encoding: Encoding,
    plain: &[u8],
    found: &HashMap<String, Vec<u8>>,
) -> Option<Bytes> {
    let packed = found.get(&format!("{name}{}", encoding.end()))?;
    encoding.holds(packed, plain).then(|| Bytes::from(packed.clone()))
}

/// The hash of the build, as the loader writes it.
fn build(loader: &str) -> Option<String> {
    let (_, rest) = loader.split_once("?build=")?;
    Some(rest.chars().take_while(char::is_ascii_alphanumeric).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_release_is_refused() {
        let place = tempfile::tempdir().unwrap();
        assert!(Release::read(place.path()).is_err(), "no loader");
        fs::write(place.path().join(LOADER), "").unwrap();
        assert_eq!(Release::read(place.path()).unwrap().count(), 1);
        let folders = |depth| place.path().join(vec!["a"; depth].join("/"));
        fs::create_dir_all(folders(MAX_DEPTH)).unwrap();
        assert!(Release::read(place.path()).is_ok());
        fs::create_dir_all(folders(MAX_DEPTH + 1)).unwrap();
        assert!(Release::read(place.path()).is_err(), "too deep");
    }

    #[test]
    fn a_copy_has_the_type_of_its_own_name() {
        let place = tempfile::tempdir().unwrap();
        for name in [LOADER, "a.txt", "a.json"] {
            fs::write(place.path().join(name), "{}").unwrap();
        }
        let release = Release::read(place.path()).unwrap();
        for name in [LOADER, "a.txt", "a.json"] {
            assert_eq!(release.get(name).unwrap().media, media::of(name), "{name}");
        }
    }
}
