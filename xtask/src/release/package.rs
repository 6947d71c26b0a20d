//! `dist/npm/`: the package for bundlers, ready to be published. Types and manifests stand in
//! `npm/`, made from the description of the README's tables; here they meet the built files.

use std::path::Path;

use anyhow::{Result, ensure};
use fs_err as fs;

use crate::release::bundle::{SYNTAX, banner};
use crate::release::cdn;
use crate::release::files::{GLUE, LOADER, built, copy_folder, extension};
use crate::release::identity::{QUERY, hash_in};
use crate::tools::shell::{announce, run};
use crate::tools::toolbox::Toolbox;

/// The class alone.
const ELEMENT: &str = "element.js";
/// How the loader registers its class, in its last line.
const DEFINE: &str = "if (globalThis.customElements && !customElements.get(\"story-card\")) customElements.define(\"story-card\", StoryCard);";
/// What stands there in the package.
const EXPORT: &str = "export { StoryCard as StoryCardElement };";
/// Stands in for the loader's module of that name.
const START: &str = "start-runtime.js";

/// Makes the folders `npm` and `cdn` of the release, inside it.
pub fn package(toolbox: &Toolbox, dist: &Path) -> Result<()> {
    announce("Packing dist/npm/ and dist/cdn/");
    for folder in ["npm", "cdn"].map(|name| dist.join(name)) {
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
    }
    let version = env!("CARGO_PKG_VERSION");
    cdn::lay_out(toolbox.root(), dist, version)?;
    let npm = dist.join("npm");
    let (source, root) = (toolbox.root().join("npm"), toolbox.root());
    copy_folder(&source, &npm)?;
    fs::remove_file(npm.join(START))?;
    for name in ["themes", "schema"] {
        copy_folder(&root.join("static").join(name), &npm.join(name))?;
    }
    for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
        fs::copy(root.join(name), npm.join(name))?;
    }
    copy_folder(&dist.join("cdn").join(version), &npm.join("cdn"))?;
    let hash = hash_in(&fs::read_to_string(dist.join(LOADER))?)?;
    for name in built(dist)? {
        let (from, to) = (dist.join(&name), npm.join(&name));
        if name == GLUE {
            // Bundlers name files by content: an address has no hash to carry.
            fs::write(&to, fs::read_to_string(&from)?.replace(&format!("{QUERY}{hash}"), ""))?;
        } else if extension(&name) == Some("wasm") {
            fs::copy(&from, &to)?;
        }
    }
    element(toolbox, &npm, &hash)
}

/// Bundles the loader's modules once more, with a start that bundlers can follow.
fn element(toolbox: &Toolbox, npm: &Path, hash: &str) -> Result<()> {
    let work = toolbox.root().join("target").join("npm");
    if work.exists() {
        fs::remove_dir_all(&work)?;
    }
    copy_folder(&toolbox.root().join("src/element/loader"), &work)?;
    fs::copy(toolbox.root().join("npm").join(START), work.join(START))?;
    let module = work.join(LOADER);
    fs::write(&module, exported(&fs::read_to_string(&module)?)?)?;
    let build = work.join("build.js");
    let text = fs::read_to_string(&build)?;
    fs::write(&build, text.replace("BUILD = \"\"", &format!("BUILD = \"{hash}\"")))?;
    let esbuild = toolbox.command("esbuild")?;
    run(esbuild
        .args(["--bundle", "--minify", "--format=esm", "--legal-comments=none", SYNTAX])
        .args(["--log-level=warning", &banner(), &format!("--external:./{GLUE}")])
        .arg(format!("--outfile={}", npm.join(ELEMENT).display()))
        .arg(&module))
}

/// The loader's text, with its class exported instead of registered.
fn exported(loader: &str) -> Result<String> {
    ensure!(loader.matches(DEFINE).count() == 1, "the loader registers its class in another way");
    Ok(loader.replace(DEFINE, EXPORT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_registers_its_class_in_the_way_that_is_known() {
        let loader = include_str!("../../../src/element/loader/story-card.js");
        let text = exported(loader).unwrap();
        assert!(text.contains(EXPORT) && !text.contains("customElements.define"));
        assert!(exported("class StoryCard {}").is_err());
    }
}
