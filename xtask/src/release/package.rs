//! `dist/npm/`: the package for bundlers, ready to be published. Types and manifests stand in
//! `npm/`, made from the description of the README's tables; here they meet the built files.

use std::path::Path;

use anyhow::Result;
use fs_err as fs;

use crate::release::files::{CONVERTER, GLUE, LOADER, built, copy_folder, extension};
use crate::release::identity::{QUERY, hash_in};
use crate::release::{cdn, modules};
use crate::tools::shell::announce;
use crate::tools::toolbox::Toolbox;

/// Makes the folders `npm` and `cdn` of the release, inside it.
pub fn package(toolbox: &Toolbox, dist: &Path) -> Result<()> {
    announce("Packing dist/npm/ and dist/cdn/");
    for folder in ["npm", "cdn"].map(|name| dist.join(name)) {
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
    }
    let version = env!("CARGO_PKG_VERSION");
    let hash = hash_in(&fs::read_to_string(dist.join(LOADER))?)?;
    cdn::lay_out(toolbox, dist, version, &hash)?;
    let (root, npm) = (toolbox.root(), dist.join("npm"));
    copy_folder(&root.join("npm"), &npm)?;
    fs::remove_dir_all(npm.join("build"))?;
    for name in ["themes", "schema"] {
        copy_folder(&root.join("static").join(name), &npm.join(name))?;
    }
    for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
        fs::copy(root.join(name), npm.join(name))?;
    }
    copy_folder(&dist.join("cdn").join(version), &npm.join("cdn"))?;
    for name in built(dist)? {
        let (from, to) = (dist.join(&name), npm.join(&name));
        if name == GLUE || name == CONVERTER {
            // Bundlers name files by content: an address has no hash to carry.
            fs::write(&to, fs::read_to_string(&from)?.replace(&format!("{QUERY}{hash}"), ""))?;
        } else if extension(&name) == Some("wasm") {
            fs::copy(&from, &to)?;
        }
    }
    modules::element(toolbox, &hash, &npm.join("element.js"))
}
