//! Installs tools of an exact version into the store: by Cargo or by npm.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::identity::fingerprint;
use crate::lookup;
use crate::process::{Outcome, announce, failed, output};
use crate::quiet::run_quietly;
use crate::store::Store;
use crate::tools::Pin;
use crate::version;

/// Compiles a tool into the store and gives the folder of its programs.
pub fn cargo_tool(store: &Store, programs: &[&str], order: &CargoOrder) -> Outcome<PathBuf> {
    let CargoOrder { package, version, locked, wait } = order;
    let name = format!("{package}-{version}");
    let is_whole = |folder: &Path| are_of_version(programs, &folder.join("bin"), version);
    let present = store.folder(&name);
    if is_whole(&present) {
        return Ok(present.join("bin"));
    }
    announce(&format!("Installing {package} {version} ({wait}, once)"));
    let folder = store.install(&name, is_whole, |partial| {
        let objects = partial.join("target");
        let mut command = Command::new("cargo");
        command.args(["install", package, "--version", version, "--root"]).arg(partial);
        command.arg("--target-dir").arg(&objects);
        // From the store, so that the settings of this repository do not apply.
        command.args(locked.then_some("--locked")).current_dir(partial);
        run_quietly(&mut command)?;
        failed("removing", &objects, fs::remove_dir_all(&objects))
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
pub fn pinned(pin: &Pin, root: &Path) -> Outcome<String> {
    match pin {
        Pin::Exact(version) => Ok((*version).to_owned()),
        Pin::LikeCrate(name) => {
            let path = root.join("Cargo.lock");
            let lock = failed("reading", &path, fs::read_to_string(&path))?;
            let version = version::locked(&lock, name).map(str::to_owned);
            version.ok_or_else(|| format!("Cargo.lock does not name {name}"))
        }
    }
}

/// Whether all programs are in that folder and print that version.
pub fn are_of_version(programs: &[&str], folder: &Path, pinned: &str) -> bool {
    programs.iter().all(|program| {
        lookup::find(program, folder.as_os_str()).is_some_and(|file| is_of_version(&file, pinned))
    })
}

/// Whether a program prints that version.
pub fn is_of_version(file: &Path, pinned: &str) -> bool {
    let printed = output(Command::new(file).arg("--version")).unwrap_or_default();
    version::printed(&printed).is_some_and(|printed| version::is_same(printed, pinned))
}

/// Installs npm's packages into the store and gives their `node_modules`.
pub fn npm_packages(store: &Store, root: &Path) -> Outcome<PathBuf> {
    let source = root.join("xtask").join("npm");
    let lock_path = source.join("package-lock.json");
    let lock = failed("reading", &lock_path, fs::read(&lock_path))?;
    let name = format!("npm-{:016x}", fingerprint(&lock));
    let is_whole = |folder: &Path| folder.join("node_modules").is_dir();
    let present = store.folder(&name);
    if is_whole(&present) {
        return Ok(present.join("node_modules"));
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let npm = lookup::find("npm", &path)
        .ok_or("npm is missing; on Debian run: apt-get install -y nodejs npm")?;
    announce("Installing wasm-opt, esbuild and axe-core from npm (about a minute, once)");
    let folder = store.install(&name, is_whole, |partial| {
        for file in ["package.json", "package-lock.json"] {
            failed("copying", Path::new(file), fs::copy(source.join(file), partial.join(file)))?;
        }
        let quiet = ["--ignore-scripts", "--no-audit", "--no-fund"];
        run_quietly(Command::new(&npm).arg("ci").args(quiet).current_dir(partial))
    })?;
    Ok(folder.join("node_modules"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_lock_of_npm_names_no_host() {
        let lock = include_str!("../npm/package-lock.json");
        assert!(!lock.contains("\"resolved\"") && !lock.contains("://"));
    }
}
