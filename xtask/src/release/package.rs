//! `dist/npm/`: the package for bundlers, ready to be published. Types and manifests stand in
//! `npm/`, made from the description of the README's tables; here they meet the built files.

use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use fs_err as fs;

use crate::release::bundle::IGNORE;
use crate::release::files::{CONVERTER, GLUE, LOADER, built, copy_folder, extension};
use crate::release::identity::{QUERY, hash_in};
use crate::release::{cdn, modules};
use crate::tools::shell::announce;
use crate::tools::toolbox::Toolbox;

/// What a theme asks a part for.
const ASKED: &str = ":dir(ltr)";

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
    for theme in fs::read_dir(npm.join("themes"))? {
        let theme = theme?.path();
        fs::write(&theme, for_bundlers(&fs::read_to_string(&theme)?))?;
    }
    for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
        fs::copy(root.join(name), npm.join(name))?;
    }
    copy_folder(&dist.join("cdn").join(version), &npm.join("cdn"))?;
    for name in built(dist)? {
        let (from, to) = (dist.join(&name), npm.join(&name));
        if name == GLUE || name == CONVERTER {
            // Bundlers name files by content: an address has no hash to carry.
            let text = fs::read_to_string(&from)?.replace(&format!("{QUERY}{hash}"), "");
            fs::write(&to, if name == GLUE { converter_by_name(&text)? } else { text })?;
        } else if extension(&name) == Some("wasm") {
            fs::copy(&from, &to)?;
        }
    }
    modules::element(toolbox, &hash, &npm.join("element.js"))
}

/// Has a theme ask the tag for what it asks a part for: which way it runs. Vite's builds end with
/// an error at a class with brackets behind a part.
fn for_bundlers(theme: &str) -> String {
    let mut pieces = theme.split("::part(");
    let mut told = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, after) = piece.split_once(')').unwrap_or((piece, ""));
        let asked = after.strip_prefix(ASKED);
        let start = if asked.is_some() { ASKED } else { "" };
        told.extend([start, "::part(", name, ")", asked.unwrap_or(after)]);
    }
    told
}

/// Has the glue import the converter by its name, which bundlers follow. What is imported by its
/// address some of them put into the bundle as a `data:` address, if it is as small, and that a
/// page's policy refuses.
fn converter_by_name(glue: &str) -> Result<String> {
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
    fn themes_of_the_package_ask_nothing_of_a_part() {
        let theme = "a::part(lead) { }\na::part(lead):dir(ltr)::first-letter { }";
        let told = "a::part(lead) { }\na:dir(ltr)::part(lead)::first-letter { }";
        assert_eq!(for_bundlers(theme), told);
    }

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
}
