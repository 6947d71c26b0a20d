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
            fs::write(&to, if name == GLUE { modules::converter_by_name(&text)? } else { text })?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn themes_of_the_package_ask_nothing_of_a_part() {
        let theme = "a::part(lead) { }\na::part(lead):dir(ltr)::first-letter { }";
        let told = "a::part(lead) { }\na:dir(ltr)::part(lead)::first-letter { }";
        assert_eq!(for_bundlers(theme), told);
    }
}
