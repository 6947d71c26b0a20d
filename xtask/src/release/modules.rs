//! The loader's modules, bundled in two more ways: the class alone, for bundlers, and all
//! JavaScript in one file, which one `integrity` covers.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use fs_err as fs;

use crate::release::bundle::{IGNORE, SYNTAX, banner};
use crate::release::files::{CONVERTER, GLUE, LOADER, WASM, built, copy_folder, extension};
use crate::release::identity::QUERY;
use crate::release::integrity::integrity;
use crate::tools::shell::run;
use crate::tools::toolbox::Toolbox;

/// How the loader registers its class, in its last line.
const DEFINE: &str = "if (globalThis.document?.createElement(\"a\").style && !customElements.get(\"story-card\")) customElements.define(\"story-card\", StoryCard);";
/// What stands there in the package.
const EXPORT: &str = "export { StoryCard as StoryCardElement };";
/// Has the card's own files checked when they are fetched, and its list before a build.
const FETCH: &str = "checked-fetch.js";
const NO_HASHES: &str = "HASHES = {}";

/// The class alone: it registers nothing, and names its files as bundlers find them.
pub fn element(toolbox: &Toolbox, hash: &str, to: &Path) -> Result<()> {
    let work = modules(toolbox, hash)?;
    let module = work.join(LOADER);
    fs::write(&module, exported(&fs::read_to_string(&module)?)?)?;
    bundle(toolbox, &module, to, &[format!("--external:./{GLUE}")])
}

/// All JavaScript in one file; the wasm is taken only if it is that of this build.
pub fn whole(toolbox: &Toolbox, dist: &Path, hash: &str, to: &Path) -> Result<()> {
    let work = modules(toolbox, hash)?;
    let query = format!("{QUERY}{hash}");
    let glue = fs::read_to_string(dist.join(GLUE))?;
    let glue = glue.replace(&format!("{CONVERTER}{query}"), CONVERTER);
    fs::write(work.join(GLUE), converter_by_name(&glue)?)?;
    fs::copy(dist.join(CONVERTER), work.join(CONVERTER))?;
    let fetch = work.join(FETCH);
    let mut hashes = serde_json::Map::new();
    for name in built(dist)?.into_iter().filter(|name| extension(name) == Some("wasm")) {
        let value = integrity(&fs::read(dist.join(&name))?);
        hashes.insert(name, value.into());
    }
    let text = fs::read_to_string(&fetch)?;
    ensure!(text.contains(NO_HASHES), "{FETCH} has no place for the hashes");
    let list = format!("HASHES = {}", serde_json::to_string(&hashes)?);
    fs::write(&fetch, text.replace(NO_HASHES, &list))?;
    bundle(toolbox, &work.join(LOADER), to, &[format!("--inject:{}", fetch.display())])?;
    let address = |query: &str| format!("\"./{WASM}{query}\"");
    let text = fs::read_to_string(to)?.replace(&address(""), &address(&query));
    // What it would import no `integrity` covers.
    ensure!(!text.contains("import("), "{} is not whole", to.display());
    Ok(fs::write(to, text)?)
}

/// A copy of the loader's modules that start the app in a way bundlers can follow.
fn modules(toolbox: &Toolbox, hash: &str) -> Result<PathBuf> {
    let (root, work) = (toolbox.root(), toolbox.root().join("target").join("npm"));
    if work.exists() {
        fs::remove_dir_all(&work)?;
    }
    copy_folder(&root.join("src/element/loader"), &work)?;
    copy_folder(&root.join("npm").join("build"), &work)?;
    let build = work.join("build.js");
    let text = fs::read_to_string(&build)?;
    fs::write(&build, text.replace("BUILD = \"\"", &format!("BUILD = \"{hash}\"")))?;
    Ok(work)
}

fn bundle(toolbox: &Toolbox, module: &Path, to: &Path, more: &[String]) -> Result<()> {
    let esbuild = toolbox.command("esbuild")?;
    run(esbuild
        .args(["--bundle", "--minify", "--format=esm", "--legal-comments=none", SYNTAX])
        .args(["--log-level=warning", &banner(), &format!("--outfile={}", to.display())])
        .args(more)
        .arg(module))
}

/// The loader's text, with its class exported instead of registered.
fn exported(loader: &str) -> Result<String> {
    ensure!(loader.matches(DEFINE).count() == 1, "the loader registers its class in another way");
    Ok(loader.replace(DEFINE, EXPORT))
}

/// Has the glue import the converter by its name, which bundlers follow. What is imported by its
/// address some of them put into the bundle as a `data:` address, if it is as small, and that a
/// page's policy refuses.
pub fn converter_by_name(glue: &str) -> Result<String> {
    let name = format!("\"./{CONVERTER}\"");
    let address = format!("new URL({name},import.meta.url)");
    let import = format!("import({IGNORE}");
    let (before, rest) = glue.split_once(&import).context("the glue imports no converter")?;
    let (_, after) = rest.split_once(')').context("an import without end")?;
    ensure!(before.contains(&address), "the glue names its converter in another way");
    ensure!(!after.contains(&import), "the glue imports more than a converter");
    Ok([&before.replace(&address, "{}"), "import(", &name, ")", after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bundlers_find_the_converter_by_its_name() {
        let glue = format!(
            r#"a(new URL("./story-card-converter.js",import.meta.url),async({{href:r}})=>(await import({IGNORE}r)).of(b))"#
        );
        let named = r#"a({},async({href:r})=>(await import("./story-card-converter.js")).of(b))"#;
        assert_eq!(converter_by_name(&glue).unwrap(), named);
        assert!(converter_by_name(named).is_err());
        assert!(converter_by_name(&glue.repeat(2)).is_err());
    }

    #[test]
    fn the_loader_registers_its_class_in_the_way_that_is_known() {
        let loader = include_str!("../../../src/element/loader/story-card.js");
        let text = exported(loader).unwrap();
        assert!(text.contains(EXPORT) && !text.contains("customElements.define"));
        assert!(exported("class StoryCard {}").is_err());
    }
}
