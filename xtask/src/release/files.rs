//! The files that a page loads.

use std::path::Path;

use anyhow::{Context as _, Result};
use fs_err as fs;
use walkdir::WalkDir;

/// The file that a page names.
pub const LOADER: &str = "story-card.js";
/// What wasm-bindgen wrote, and what runs beside it; the loader imports both when a card nears
/// the viewport.
pub const GLUE: &str = "story-card-app.js";
/// What wasm-bindgen wrote for the machine.
pub const WASM: &str = "story-card-app_bg.wasm";
/// What no first view needs of the wasm; the glue fetches it when the first card stands.
pub const LATER: &str = "story-card-later.wasm";
/// What wasm-bindgen wrote for the converter of other formats, and what starts it; the glue
/// imports it when a story needs it.
pub const CONVERTER: &str = "story-card-converter.js";
/// What wasm-bindgen wrote of the converter for the machine.
pub const CONVERTER_WASM: &str = "story-card-converter_bg.wasm";

/// What stands behind the last dot of a name.
pub fn extension(name: &str) -> Option<&str> {
    Path::new(name).extension().and_then(|extension| extension.to_str())
}

/// Files of the release that lie at the top of `dist/`, pages of the demo left out.
pub fn built(dist: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(dist)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let is_part = matches!(extension(&name), Some("js" | "wasm")) || name == "embed.html";
        names.extend(is_part.then_some(name));
    }
    names.sort();
    Ok(names)
}

/// Copies a folder with all that is in it.
pub fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    for entry in WalkDir::new(from) {
        let entry = entry.with_context(|| from.display().to_string())?;
        let target = to.join(entry.path().strip_prefix(from)?);
        if entry.file_type().is_dir() {
            fs::create_dir_all(target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_is_its_scripts_its_wasm_and_its_frame() {
        let folder = tempfile::tempdir().unwrap();
        let (dist, copy) = (folder.path().join("dist"), folder.path().join("copy"));
        fs::create_dir_all(dist.join("cdn")).unwrap();
        for name in [WASM, "a.js", "embed.html", "index.html", "c.json", "cdn/d.js"] {
            fs::write(dist.join(name), name).unwrap();
        }
        copy_folder(&dist, &copy).unwrap();
        assert_eq!(built(&copy).unwrap(), ["a.js", "embed.html", WASM]);
        for number in 0..20 {
            fs::write(copy.join(format!("{}.js", number * 7 % 20)), "").unwrap();
        }
        assert!(built(&copy).unwrap().is_sorted());
        assert_eq!(fs::read_to_string(copy.join("cdn/d.js")).unwrap(), "cdn/d.js");
    }
}
