//! `dist/cdn/`: a folder of the version, which never changes, `latest/`, and `sri.json`, the
//! hashes by which a page can tell that a file is the one it means.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use fs_err as fs;
use serde_json::json;
use sha2::{Digest as _, Sha384};
use walkdir::WalkDir;

use crate::release::files::{LOADER, built, copy_folder};
use crate::release::identity::hash_in;

/// Lays the release out as a host of files serves it.
pub fn lay_out(root: &Path, dist: &Path, version: &str) -> Result<()> {
    let folder = dist.join("cdn").join(version);
    fs::create_dir_all(&folder)?;
    for name in built(dist)? {
        fs::copy(dist.join(&name), folder.join(&name))?;
    }
    for (from, to) in [("themes", "static/themes"), ("schema", "schema")] {
        copy_folder(&root.join("static").join(from), &folder.join(to))?;
    }
    copy_folder(&folder, &dist.join("cdn").join("latest"))?;
    let hash = hash_in(&fs::read_to_string(dist.join(LOADER))?)?;
    let list = json!({ "version": version, "build": hash, "files": integrities(&folder)? });
    let text = serde_json::to_string_pretty(&list)? + "\n";
    Ok(fs::write(dist.join("cdn").join("sri.json"), text)?)
}

/// What stands in the attribute `integrity`, for each file of a folder.
fn integrities(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut all = BTreeMap::new();
    for entry in WalkDir::new(folder) {
        let entry = entry?;
        if entry.file_type().is_file() {
            let name = entry.path().strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
            all.insert(name, integrity(&fs::read(entry.path())?));
        }
    }
    Ok(all)
}

fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_integrity_is_what_browsers_compute() {
        // The example of the specification: alert('Hello, world.');
        let expected = "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO";
        assert_eq!(integrity(b"alert('Hello, world.');"), expected);
    }
}
