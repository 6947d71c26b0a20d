//! The Rust compiler as a build uses it: with the standard library made anew, and without the
//! folders of this machine in what it makes.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use fs_err as fs;
use xshell::{Cmd, Shell, cmd};

/// Where the sources of the standard library are, below the compiler's own folder, if the
/// component `rust-src` has been added to the toolchain.
const SOURCES: &str = "lib/rustlib/src/rust";

/// Has Cargo compile the standard library for small code, with panics that stop at once: their
/// messages, and the code that writes them, are a twelfth of what a reader downloads.
///
/// Cargo offers this to nightly compilers alone; the first variable has a stable one take it.
const LIBRARY: [(&str, &str); 5] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    ("CARGO_UNSTABLE_PANIC_IMMEDIATE_ABORT", "true"),
    ("CARGO_PROFILE_RELEASE_PANIC", "immediate-abort"),
];

/// A compiler, and the crates that Cargo keeps for it.
#[derive(Debug, Clone)]
pub struct Compiler {
    sysroot: PathBuf,
    /// Cargo's own folder.
    home: Option<PathBuf>,
    /// How the compiler names the sources of the standard library that it came with.
    name: String,
    /// A program that starts the compiler with another folder for its own.
    wrapper: Option<PathBuf>,
}

impl Compiler {
    /// The compiler of a repository.
    pub fn of(shell: &Shell) -> Result<Self> {
        let sysroot = cmd!(shell, "rustc --print sysroot").quiet().read()?;
        let version = cmd!(shell, "rustc -vV").quiet().read()?;
        let name = virtual_name(&version).context("`rustc -vV` names no version")?;
        let at_home = || env::home_dir().map(|home| home.join(".cargo"));
        let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(at_home);
        Ok(Self { sysroot: sysroot.into(), home, name, wrapper: None })
    }

    /// The manifest of the standard library, where it would be.
    pub fn library(&self) -> PathBuf {
        self.sysroot.join(SOURCES).join("library").join("Cargo.toml")
    }

    /// The same compiler and the same crates as they would be found on another machine: by links
    /// in a folder, which is new.
    #[cfg(unix)]
    pub fn elsewhere(&self, folder: &Path) -> Result<Self> {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        fs::create_dir_all(folder)?;
        let (sysroot, wrapper) = (folder.join("sysroot"), folder.join("rustc"));
        symlink(&self.sysroot, &sysroot)?;
        let script = format!("#!/bin/sh\nexec \"$@\" --sysroot '{}'\n", sysroot.display());
        fs::write(&wrapper, script)?;
        let may_run = std::fs::Permissions::from_mode(0o755);
        fs::set_permissions(&wrapper, may_run)?;
        let home = self.home.as_ref().map(|home| (home, folder.join("home")));
        if let Some((from, to)) = &home {
            symlink(from, to)?;
        }
        let home = home.map(|(_, to)| to);
        Ok(Self { sysroot, home, name: self.name.clone(), wrapper: Some(wrapper) })
    }

    /// The same compiler: what it takes to see it elsewhere is not everywhere.
    #[cfg(not(unix))]
    pub fn elsewhere(&self, _: &Path) -> Result<Self> {
        Ok(self.clone())
    }

    /// Has a command compile with this compiler, in two parts (`release/split/`), and keep the
    /// folders of this machine out of the wasm, where panic messages would name them.
    pub fn prepare<'a>(&self, command: Cmd<'a>, makes_library: bool) -> Cmd<'a> {
        let registries = self.home.as_ref().map(|home| home.join("registry").join("src"));
        let registries = registries.and_then(|folder| fs::read_dir(folder).ok());
        let registries = registries.into_iter().flatten().flatten();
        let mut flags = env::var("RUSTFLAGS").unwrap_or_default();
        let renamed = registries.map(|entry| (entry.path(), "."));
        for (folder, name) in renamed.chain([(self.sysroot.join(SOURCES), self.name.as_str())]) {
            flags =
                [&flags, " --remap-path-prefix=", &folder.to_string_lossy(), "=", name].concat();
        }
        flags.push_str(" --cfg split");
        let command = command.env("RUSTFLAGS", flags);
        let command = if makes_library { command.envs(LIBRARY) } else { command };
        let Some(wrapper) = &self.wrapper else { return command };
        let home = self.home.as_ref().map(|home| ("CARGO_HOME", home));
        command.env("RUSTC_WRAPPER", wrapper).envs(home)
    }
}

/// The folder of the standard library's sources as the compiler was built with it: by the commit,
/// or by the release where the commit is not known.
fn virtual_name(version: &str) -> Option<String> {
    let value = |key: &str| version.lines().find_map(|line| line.strip_prefix(key));
    let commit = value("commit-hash: ").filter(|commit| *commit != "unknown");
    Some(format!("/rustc/{}", commit.or_else(|| value("release: "))?))
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::*;

    #[test]
    fn sources_are_named_by_the_commit_or_the_release() {
        let known = "rustc 1.95.0 (5980 2026)\ncommit-hash: 5980\nrelease: 1.95.0\n";
        assert_eq!(virtual_name(known).as_deref(), Some("/rustc/5980"));
        let unknown = "commit-hash: unknown\nrelease: 1.95.0\n";
        assert_eq!(virtual_name(unknown).as_deref(), Some("/rustc/1.95.0"));
        assert_eq!(virtual_name(""), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_compiler_elsewhere_says_that_it_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let (folder, shell) = (folder.path(), Shell::new().unwrap());
        let here = Compiler::of(&shell).unwrap();
        let other = here.elsewhere(folder).unwrap();
        let wrapper = other.wrapper.as_ref().unwrap();
        // By a shell: a file that was just written is busy while another test starts a process.
        let seen = cmd!(shell, "sh {wrapper} rustc --print sysroot").quiet().read().unwrap();
        assert_eq!(Path::new(&seen), folder.join("sysroot"));
        assert_eq!(other.library().is_file(), here.library().is_file());
    }

    #[test]
    fn every_folder_of_this_machine_has_another_name() {
        let shell = Shell::new().unwrap();
        let here = Compiler::of(&shell).unwrap();
        let command = Command::from(here.prepare(shell.cmd("trunk"), true));
        let value = |name: &str| {
            let mut set = command.get_envs();
            set.find_map(|(key, value)| (key == name).then(|| value.unwrap().to_owned()))
        };
        let flags = value("RUSTFLAGS").unwrap().into_string().unwrap();
        let sources = here.sysroot.join(SOURCES);
        assert!(flags.contains(&format!("={}={}", sources.display(), here.name)), "{flags}");
        assert!(flags.contains("/registry/src/"), "{flags}");
        assert_eq!(value("CARGO_PROFILE_RELEASE_PANIC").unwrap(), "immediate-abort");
    }
}
