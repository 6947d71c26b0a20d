//! `cargo xtask docs`: the pages of `docs/` as a small site, in `target/docs/book/`.

use std::path::Path;

use anyhow::{Context as _, Result};
use fs_err as fs;

use crate::release::files::{copy_folder, extension};
use crate::tools::pinned::MDBOOK;
use crate::tools::shell::{announce, run};
use crate::tools::toolbox::{Need, Toolbox};

/// Where the list of decisions is, and how a line of it begins.
const DECISIONS: &str = "docs/decisions/README.md";
const DECISION: &str = "- [";

/// Builds the site.
pub fn docs(toolbox: &mut Toolbox) -> Result<()> {
    toolbox.provide(&[Need::Tool(&MDBOOK)])?;
    let work = toolbox.root().join("target").join("docs");
    stage(toolbox.root(), &work)?;
    run(toolbox.command("mdbook")?.arg("build").arg(&work))?;
    // mdBook calls a README the index of its folder, and leaves the links to it as they are.
    for folder in ["", "docs/decisions"] {
        let folder = work.join("book").join(folder);
        fs::copy(folder.join("index.html"), folder.join("README.html"))?;
    }
    announce("The site is in target/docs/book/");
    Ok(())
}

/// A copy of the pages with the folders they have in the repository, so that links between them
/// lead where they do there.
fn stage(root: &Path, work: &Path) -> Result<()> {
    if work.exists() {
        fs::remove_dir_all(work)?;
    }
    let pages = work.join("src");
    copy_folder(&root.join("docs"), &pages.join("docs"))?;
    for entry in fs::read_dir(root)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if extension(&name) == Some("md") || name.starts_with("LICENSE") {
            fs::copy(root.join(&name), pages.join(&name))?;
        }
    }
    // What pages link to, and is no page.
    for folder in ["cli", "static", "examples", "wordpress"] {
        copy_folder(&root.join(folder), &pages.join(folder))?;
    }
    let summary = fs::read_to_string(root.join("docs/SUMMARY.md"))?;
    let decisions = fs::read_to_string(root.join(DECISIONS))?;
    fs::write(pages.join("SUMMARY.md"), summary_of(&summary, &decisions)?)?;
    fs::rename(pages.join("docs/book.toml"), work.join("book.toml"))?;
    Ok(fs::remove_file(pages.join("docs/SUMMARY.md"))?)
}

/// The table of contents as seen from the top of the repository, with every decision.
fn summary_of(summary: &str, decisions: &str) -> Result<String> {
    let mut all = format!(
        "{}- [Decisions]({DECISIONS})\n",
        summary.replace("](", "](docs/").replace("](docs/../", "](")
    );
    for line in decisions.lines().filter(|line| line.starts_with(DECISION)) {
        let parts = line.split_once("](").and_then(|(_, rest)| rest.split_once(") "));
        let (file, title) = parts.with_context(|| format!("no decision: {line}"))?;
        all.extend(["  - [", title, "](docs/decisions/", file, ")\n"]);
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_named_from_the_top_of_the_repository() {
        let decisions = "# Decisions\n\n- [0001](0001-a.md) A title\n";
        let all = summary_of("- [A](a.md)\n- [B](../B.md)\n", decisions).unwrap();
        assert_eq!(
            all,
            "- [A](docs/a.md)\n- [B](B.md)\n- [Decisions](docs/decisions/README.md)\n  - [A title](docs/decisions/0001-a.md)\n"
        );
    }
}
