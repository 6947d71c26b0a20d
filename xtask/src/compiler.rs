//! The Rust compiler as a build uses it: without the folders of this machine in what it makes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::{Outcome, failed, output};

/// Where the sources of the standard library are, below the compiler's own folder, if the
/// component `rust-src` has been added to the toolchain.
const SOURCES: &str = "lib/rustlib/src/rust";
/// The file by which the compiler knows that they are there.
const FIRST_SOURCE: &str = "library/std/src/lib.rs";

/// A compiler.
#[derive(Debug, Clone)]
pub struct Compiler {
    sysroot: PathBuf,
    /// How the compiler itself names those sources when it has them not.
    name: String,
    /// A program that starts the compiler with another folder for its own.
    wrapper: Option<PathBuf>,
}

impl Compiler {
    /// The compiler of a repository.
    pub fn of(root: &Path) -> Outcome<Self> {
        let ask =
            |question: &[&str]| output(Command::new("rustc").args(question).current_dir(root));
        let sysroot = ask(&["--print", "sysroot"]).ok_or("`rustc --print sysroot` failed")?;
        let version = ask(&["-vV"]).ok_or("`rustc -vV` failed")?;
        let name = virtual_name(&version).ok_or("`rustc -vV` names no version")?;
        Ok(Self { sysroot: sysroot.trim().into(), name, wrapper: None })
    }

    /// Whether the sources of the standard library are there.
    pub fn has_sources(&self) -> bool {
        self.sysroot.join(SOURCES).join(FIRST_SOURCE).is_file()
    }

    /// The same compiler with those sources if this one is without, and without if it has them.
    /// What it needs for that goes into a folder, which is new; the toolchain stays as it is.
    #[cfg(unix)]
    pub fn otherwise(&self, folder: &Path) -> Outcome<Self> {
        use std::os::unix::fs::PermissionsExt as _;
        let sysroot = folder.join("sysroot");
        mirror(&self.sysroot, &sysroot, &["lib", "rustlib", "src"])?;
        if !self.has_sources() {
            // It looks for the file alone, and reads it only to show a line of it.
            let first = sysroot.join(SOURCES).join(FIRST_SOURCE);
            let place = first.parent().unwrap_or(&sysroot);
            failed("creating", place, fs::create_dir_all(place))?;
            failed("writing", &first, fs::write(&first, ""))?;
        }
        let wrapper = folder.join("rustc");
        let script = format!("#!/bin/sh\nexec \"$@\" --sysroot '{}'\n", sysroot.display());
        failed("writing", &wrapper, fs::write(&wrapper, script))?;
        let may_run = fs::Permissions::from_mode(0o755);
        failed("changing", &wrapper, fs::set_permissions(&wrapper, may_run))?;
        Ok(Self { sysroot, name: self.name.clone(), wrapper: Some(wrapper) })
    }

    /// The same compiler: what it takes to hide its sources is not everywhere.
    #[cfg(not(unix))]
    pub fn otherwise(&self, _: &Path) -> Outcome<Self> {
        Ok(self.clone())
    }

    /// Has a command compile with this compiler, and keep the folders of this machine out of the
    /// wasm, where panic messages would name them.
    pub fn prepare(&self, command: &mut Command) {
        let home = std::env::var("CARGO_HOME")
            .or_else(|_| std::env::var("HOME").map(|home| home + "/.cargo"));
        let registries = home.map(|home| Path::new(&home).join("registry").join("src"));
        let registries = registries.ok().and_then(|folder| fs::read_dir(folder).ok());
        let registries = registries.into_iter().flatten().flatten();
        let mut flags = std::env::var("RUSTFLAGS").unwrap_or_default();
        let renamed = registries.map(|entry| (entry.path(), "."));
        for (folder, name) in renamed.chain([(self.sysroot.join(SOURCES), self.name.as_str())]) {
            flags =
                [&flags, " --remap-path-prefix=", &folder.to_string_lossy(), "=", name].concat();
        }
        command.env("RUSTFLAGS", flags);
        if let Some(wrapper) = &self.wrapper {
            command.env("RUSTC_WRAPPER", wrapper);
        }
    }
}

/// The folder of the standard library's sources as the compiler was built with it: by the commit,
/// or by the release where the commit is not known.
fn virtual_name(version: &str) -> Option<String> {
    let value = |key: &str| version.lines().find_map(|line| line.strip_prefix(key));
    let commit = value("commit-hash: ").filter(|commit| *commit != "unknown");
    Some(format!("/rustc/{}", commit.or_else(|| value("release: "))?))
}

/// Links to all that is in a folder, but for what is below it by these names one in the other.
#[cfg(unix)]
fn mirror(from: &Path, to: &Path, left_out: &[&str]) -> Outcome {
    failed("creating", to, fs::create_dir_all(to))?;
    for entry in failed("reading", from, fs::read_dir(from))?.flatten() {
        let (place, link) = (entry.path(), to.join(entry.file_name()));
        match left_out {
            [name] if entry.file_name() == *name => {}
            [name, rest @ ..] if entry.file_name() == *name => mirror(&place, &link, rest)?,
            _ => failed("linking", &link, std::os::unix::fs::symlink(&place, &link))?,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
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
    fn a_compiler_can_be_had_with_and_without_its_sources() {
        let folder = std::env::temp_dir().join(format!("xtask-compiler-{}", std::process::id()));
        let here = Compiler::of(Path::new(".")).unwrap();
        let other = here.otherwise(&folder.join("other")).unwrap();
        assert_eq!(other.has_sources(), !here.has_sources());
        let third = other.otherwise(&folder.join("third")).unwrap();
        assert_eq!(third.has_sources(), here.has_sources());
        for compiler in [&other, &third] {
            let wrapper = compiler.wrapper.as_ref().unwrap();
            let seen = output(Command::new(wrapper).args(["rustc", "--print", "sysroot"])).unwrap();
            assert_eq!(Path::new(seen.trim()), compiler.sysroot);
            assert!(compiler.sysroot.join("lib/rustlib/components").is_file());
        }
        fs::remove_dir_all(&folder).unwrap();
    }
}
