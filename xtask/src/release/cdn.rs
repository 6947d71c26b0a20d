//! `dist/cdn/`: a folder of the version, which never changes, `latest/`, and `sri.json`, the
//! hashes by which a page can tell that a file is the one it means.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use fs_err as fs;
use serde_json::json;
use walkdir::WalkDir;

use crate::release::files::{built, copy_folder};
use crate::release::integrity::integrity;
use crate::release::modules::whole;
use crate::tools::toolbox::Toolbox;

/// All JavaScript in one file.
const WHOLE: &str = "story-card-whole.js";

/// Lays the release out as a host of files serves it.
pub fn lay_out(toolbox: &Toolbox, dist: &Path, version: &str, hash: &str) -> Result<()> {
    let folder = dist.join("cdn").join(version);
    fs::create_dir_all(&folder)?;
    for name in built(dist)? {
        fs::copy(dist.join(&name), folder.join(&name))?;
    }
    for (from, to) in [("themes", "static/themes"), ("schema", "schema")] {
        copy_folder(&toolbox.root().join("static").join(from), &folder.join(to))?;
    }
    whole(toolbox, dist, hash, &folder.join(WHOLE))?;
    copy_folder(&folder, &dist.join("cdn").join("latest"))?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_has_its_hash() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("themes")).unwrap();
        fs::write(folder.path().join("a.js"), "a").unwrap();
        fs::write(folder.path().join("themes/b.css"), "b").unwrap();
        let expected = [("a.js", "a"), ("themes/b.css", "b")]
            .map(|(name, text)| (name.to_owned(), integrity(text.as_bytes())));
        assert_eq!(integrities(folder.path()).unwrap(), BTreeMap::from(expected));
    }
}
