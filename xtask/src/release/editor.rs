//! The editor of the playground: what it takes of `CodeMirror`, as one file beside its modules.
//! It is no part of a release that pages name, and the playground has a plain field without it.

use anyhow::{Context as _, Result};
use fs_err as fs;

use crate::release::bundle::SYNTAX;
use crate::tools::shell::run;
use crate::tools::toolbox::Toolbox;

/// Where `Trunk` finds it with the other files of the pages. Git does not.
const FILE: &str = "pages/playground/codemirror.js";
const ENTRY: &str = "xtask/npm/codemirror.js";

/// Writes the file, unless it is there as it should be: `Trunk` watches its folder.
pub fn bundle(toolbox: &Toolbox) -> Result<()> {
    let root = toolbox.root();
    let (made, file) = (root.join("target").join("codemirror.js"), root.join(FILE));
    let modules = toolbox.modules().context("npm's packages have not been installed")?;
    let esbuild = toolbox.command("esbuild")?.env("NODE_PATH", modules);
    run(esbuild
        .args(["--bundle", "--minify", "--format=esm", "--legal-comments=none", SYNTAX])
        .args(["--log-level=warning", &format!("--outfile={}", made.display())])
        .arg(root.join(ENTRY)))?;
    let text = fs::read(&made)?;
    if fs::read(&file).is_ok_and(|before| before == text) {
        return Ok(());
    }
    Ok(fs::write(file, text)?)
}
