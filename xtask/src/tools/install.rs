//! Installs tools of an exact version into the store: by Cargo or by npm.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use fs_err as fs;
use xshell::{Shell, cmd};

use crate::tools::fingerprint::fingerprint;
use crate::tools::path;
use crate::tools::pinned::Pin;
use crate::tools::quiet::run_quietly;
use crate::tools::shell::{announce, output};
use crate::tools::store::Store;
use crate::tools::version;

/// Compiles a tool into the store and gives the folder of its programs.
pub fn cargo_tool(
    shell: &Shell,
    store: &Store,
    programs: &[&str],
    order: &CargoOrder,
) -> Result<PathBuf> {
    let CargoOrder { package, version, locked, wait } = order;
    let name = format!("{package}-{version}");
    let is_whole =
        |folder: &Path| are_of_version(shell, programs, folder.join("bin").as_os_str(), version);
    let present = store.folder(&name);
    if is_whole(&present) {
        return Ok(present.join("bin"));
    }
    announce(&format!("Installing {package} {version} ({wait}, once)"));
    let folder = store.install(&name, is_whole, |partial| {
        let objects = partial.join("target");
        // From the store, so that the settings of this repository do not apply.
        let _there = shell.push_dir(partial);
        let locked = locked.then_some("--locked");
        let folders = cmd!(shell, "cargo install --root {partial} --target-dir {objects}");
        run_quietly(folders.arg(package).arg("--version").arg(version).args(locked))?;
        Ok(fs::remove_dir_all(&objects)?)
    })?;
    Ok(folder.join("bin"))
}

/// What `cargo install` is asked for.
#[derive(Debug)]
pub struct CargoOrder<'a> {
    pub package: &'a str,
    pub version: &'a str,
    pub locked: bool,
    pub wait: &'a str,
}

/// The version a pin stands for in this repository.
pub fn pinned(pin: &Pin, root: &Path) -> Result<String> {
    match pin {
        Pin::Exact(version) => Ok((*version).to_owned()),
        Pin::LikeCrate(name) => {
            let path = root.join("Cargo.lock");
            let lock = fs::read_to_string(&path)?;
            let version = version::locked(&lock, name).map(str::to_owned);
            version.with_context(|| format!("Cargo.lock does not name {name}"))
        }
    }
}

/// Whether the programs that a path leads to are all there and print that version.
pub fn are_of_version(shell: &Shell, programs: &[&str], path: &OsStr, pinned: &str) -> bool {
    programs.iter().all(|program| {
        let file = path::find(program, path);
        let printed = file.and_then(|file| output(cmd!(shell, "{file} --version")));
        let printed = printed.as_deref().and_then(version::printed);
        printed.is_some_and(|printed| version::is_same(printed, pinned))
    })
}

/// Installs npm's packages into the store and gives their `node_modules`.
pub fn npm_packages(shell: &Shell, store: &Store, root: &Path) -> Result<PathBuf> {
    let source = root.join("xtask").join("npm");
    let lock_path = source.join("package-lock.json");
    let lock = fs::read(&lock_path)?;
    let name = format!("npm-{:016x}", fingerprint(&lock));
    let is_whole = |folder: &Path| folder.join("node_modules").is_dir();
    let present = store.folder(&name);
    if is_whole(&present) {
        return Ok(present.join("node_modules"));
    }
    let path = shell.var_os("PATH").unwrap_or_default();
    let npm = path::find("npm", &path)
        .context("npm is missing; on Debian run: apt-get install -y nodejs npm")?;
    announce("Installing wasm-opt, esbuild and others from npm (about a minute, once)");
    let folder = store.install(&name, is_whole, |partial| {
        for file in ["package.json", "package-lock.json"] {
            fs::copy(source.join(file), partial.join(file))?;
        }
        let quiet = ["--ignore-scripts", "--no-audit", "--no-fund"];
        let _there = shell.push_dir(partial);
        run_quietly(cmd!(shell, "{npm} ci {quiet...}"))
    })?;
    Ok(folder.join("node_modules"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tools_are_there_if_each_is_of_the_version() {
        let shell = Shell::new().unwrap();
        let path = shell.var_os("PATH").unwrap();
        let printed = output(cmd!(shell, "cargo --version")).unwrap();
        let version = version::printed(&printed).unwrap();
        let are = |programs: &[&str], version| are_of_version(&shell, programs, &path, version);
        assert!(are(&["cargo"], version));
        assert!(!are(&["cargo"], "0.0.1"));
        assert!(!are(&["cargo", "no-such-program-here"], version));
    }

    #[test]
    fn a_tool_that_follows_a_crate_has_its_version() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let lock = fs::read_to_string(root.join("Cargo.lock")).unwrap();
        let of_crate = pinned(&Pin::LikeCrate("wasm-bindgen"), root).unwrap();
        assert_eq!(Some(&*of_crate), version::locked(&lock, "wasm-bindgen"));
        assert!(pinned(&Pin::LikeCrate("no-such-crate"), root).is_err());
        assert_eq!(pinned(&Pin::Exact("1.2.3"), root).unwrap(), "1.2.3");
    }

    #[test]
    fn the_lock_of_npm_names_no_host() {
        let lock = include_str!("../../npm/package-lock.json");
        assert!(!lock.contains("\"resolved\"") && !lock.contains("://"));
    }
}
