//! What a task needs -> programs that are there. Holds the folders that go before the `PATH` of
//! every program a task starts, so that a wrong version elsewhere is never seen.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use xshell::{Cmd, Shell};

use crate::tools::install::{self, CargoOrder};
use crate::tools::packages;
use crate::tools::path;
use crate::tools::pinned::{AXE, Package, Source, Tool};
use crate::tools::store::Store;
use crate::tools::toolchain;
use crate::tools::version;

/// Something a task cannot do without.
#[derive(Debug, Clone, Copy)]
pub enum Need {
    /// The standard library for wasm.
    WasmTarget,
    /// The sources of the standard library, where they can be had.
    LibrarySources,
    /// A part of the toolchain: the `cargo` subcommand and the part that brings it.
    Component(&'static str, &'static str),
    /// A tool of one exact version.
    Tool(&'static Tool),
    /// What comes from npm and is no program.
    Modules,
    /// Whatever Debian packages bring.
    Packages(&'static [Package]),
}

/// The repository and the programs that work on it.
#[derive(Debug, Clone)]
pub struct Toolbox {
    root: PathBuf,
    /// Works in the repository, with our tools before its `PATH`.
    shell: Shell,
    store: Store,
    folders: Vec<PathBuf>,
    node_modules: Option<PathBuf>,
    makes_library: bool,
    keeps_names: bool,
}

impl Toolbox {
    /// A toolbox for the repository in that folder; it holds what is on the `PATH`.
    pub fn open(root: PathBuf) -> Result<Self> {
        let (shell, store, folders) = (Shell::new()?, Store::open()?, Vec::new());
        shell.change_dir(&root);
        Ok(Self {
            root,
            shell,
            store,
            folders,
            node_modules: None,
            makes_library: false,
            keeps_names: false,
        })
    }

    /// The same tools for a copy of the repository.
    pub fn at(&self, root: PathBuf) -> Self {
        let copied = Self { root, ..self.clone() };
        copied.shell.change_dir(&copied.root);
        copied
    }

    /// The repository's folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Starts programs in the repository, with our tools before its `PATH`.
    pub fn shell(&self) -> &Shell {
        &self.shell
    }

    /// Whether a release is made together with its standard library.
    pub fn makes_library(&self) -> bool {
        self.makes_library
    }

    /// Whether a release has the names of its functions.
    pub fn keeps_names(&self) -> bool {
        self.keeps_names
    }

    /// Has releases keep the names of their functions, or not.
    pub fn keep_names(&mut self, names: bool) {
        self.keeps_names = names;
    }

    /// Makes sure that everything needed is there. All packages are installed in one go, first.
    pub fn provide(&mut self, needs: &[Need]) -> Result<()> {
        let lists = needs.iter().filter_map(|need| match need {
            Need::Packages(list) => Some(list.iter()),
            _ => None,
        });
        packages::install(&self.shell, &lists.flatten().collect::<Vec<_>>())?;
        for need in needs {
            match need {
                Need::WasmTarget => toolchain::wasm_target(&self.shell)?,
                Need::LibrarySources => {
                    self.makes_library = toolchain::library_sources(&self.shell)?;
                }
                Need::Component(subcommand, name) => {
                    toolchain::component(&self.shell, subcommand, name)?;
                }
                Need::Tool(tool) => self.provide_tool(tool)?,
                Need::Modules => drop(self.node_modules()?),
                Need::Packages(_) => {}
            }
        }
        Ok(())
    }

    /// One of our tools, by its very file: some systems find no others than `.exe` by name.
    pub fn command(&self, program: &str) -> Result<Cmd<'_>> {
        Ok(self.shell.cmd(self.find(program)?))
    }

    /// The file of a program.
    pub fn find(&self, program: &str) -> Result<PathBuf> {
        let file = path::find(program, &self.path());
        file.with_context(|| format!("`{program}` is not on the PATH: install it and try again"))
    }

    /// The file of the accessibility checks.
    pub fn axe(&mut self) -> Result<PathBuf> {
        Ok(self.node_modules()?.join(AXE))
    }

    fn path(&self) -> OsString {
        self.shell.var_os("PATH").unwrap_or_default()
    }

    fn provide_tool(&mut self, tool: &Tool) -> Result<()> {
        let version = self.version_of(tool)?;
        if self.has(tool, &version) {
            return Ok(());
        }
        let folder = match &tool.source {
            Source::Npm => self.node_modules()?.join(".bin"),
            Source::Cargo { locked, wait, .. } => {
                let order =
                    CargoOrder { package: tool.package, version: &version, locked: *locked, wait };
                install::cargo_tool(&self.shell, &self.store, tool.programs, &order)?
            }
        };
        self.folders.push(folder);
        self.shell.set_var("PATH", path::path_with(&self.folders, &self.path())?);
        Ok(())
    }

    /// Whether the programs that would be run now are of the right version.
    fn has(&self, tool: &Tool, version: &str) -> bool {
        install::are_of_version(&self.shell, tool.programs, &self.path(), version)
    }

    fn version_of(&self, tool: &Tool) -> Result<String> {
        match &tool.source {
            Source::Cargo { pin, .. } => install::pinned(pin, &self.root),
            Source::Npm => {
                let path = self.root.join("xtask").join("npm").join("package.json");
                let manifest = fs_err::read_to_string(&path)?;
                version::npm_pinned(&manifest, tool.package)
                    .with_context(|| format!("{} does not name {}", path.display(), tool.package))
            }
        }
    }

    /// The folder of npm's packages, if they have been asked for.
    pub fn modules(&self) -> Option<&Path> {
        self.node_modules.as_deref()
    }

    /// The folder of npm's packages, installed by now.
    pub fn node_modules(&mut self) -> Result<PathBuf> {
        if let Some(folder) = &self.node_modules {
            return Ok(folder.clone());
        }
        let folder = install::npm_packages(&self.shell, &self.store, &self.root)?;
        Ok(self.node_modules.insert(folder).clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_of_the_repository_is_worked_on_in_its_own_folder() {
        let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let toolbox = Toolbox::open(here.path().to_owned()).unwrap();
        let copied = toolbox.at(there.path().to_owned());
        assert_eq!(copied.root(), there.path());
        assert_eq!(copied.shell().current_dir(), there.path());
        assert_eq!(toolbox.shell().current_dir(), here.path());
    }
}
