//! What a task needs -> programs that are there. Holds the folders that go before the `PATH` of
//! every program a task starts, so that a wrong version elsewhere is never seen.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::install::{self, CargoOrder};
use crate::lookup;
use crate::packages;
use crate::process::{Outcome, failed};
use crate::store::Store;
use crate::toolchain;
use crate::tools::{AXE, Package, Source, Tool};
use crate::version;

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
    /// The accessibility checks.
    Axe,
    /// Whatever Debian packages bring.
    Packages(&'static [Package]),
}

/// The repository and the programs that work on it.
#[derive(Debug, Clone)]
pub struct Toolbox {
    root: PathBuf,
    store: Store,
    folders: Vec<PathBuf>,
    node_modules: Option<PathBuf>,
    makes_library: bool,
}

impl Toolbox {
    /// A toolbox for the repository in that folder; it holds what is on the `PATH`.
    pub fn open(root: PathBuf) -> Outcome<Self> {
        let (store, folders) = (Store::open()?, Vec::new());
        Ok(Self { root, store, folders, node_modules: None, makes_library: false })
    }

    /// The same tools for a copy of the repository.
    pub fn at(&self, root: PathBuf) -> Self {
        Self { root, ..self.clone() }
    }

    /// The repository's folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Whether a release is made together with its standard library.
    pub fn makes_library(&self) -> bool {
        self.makes_library
    }

    /// Makes sure that everything needed is there. All packages are installed in one go, first.
    pub fn provide(&mut self, needs: &[Need]) -> Outcome {
        let lists = needs.iter().filter_map(|need| match need {
            Need::Packages(list) => Some(list.iter()),
            _ => None,
        });
        packages::install(&lists.flatten().collect::<Vec<_>>())?;
        for need in needs {
            match need {
                Need::WasmTarget => toolchain::wasm_target(&self.root)?,
                Need::LibrarySources => {
                    self.makes_library = toolchain::library_sources(&self.root)?;
                }
                Need::Component(subcommand, name) => {
                    toolchain::component(&self.root, subcommand, name)?;
                }
                Need::Tool(tool) => self.provide_tool(tool)?,
                Need::Axe => drop(self.node_modules()?),
                Need::Packages(_) => {}
            }
        }
        Ok(())
    }

    /// A program with our tools before its `PATH`, working in the repository.
    pub fn command(&self, program: &str) -> Outcome<Command> {
        let mut command = Command::new(self.find(program)?);
        command.current_dir(&self.root).env("PATH", self.path()?);
        Ok(command)
    }

    /// The file of a program.
    pub fn find(&self, program: &str) -> Outcome<PathBuf> {
        let file = lookup::find(program, &self.path()?);
        file.ok_or_else(|| format!("`{program}` is not on the PATH: install it and try again"))
    }

    /// The file of the accessibility checks.
    pub fn axe(&mut self) -> Outcome<PathBuf> {
        Ok(self.node_modules()?.join(AXE))
    }

    fn path(&self) -> Outcome<OsString> {
        lookup::path_with(&self.folders, &std::env::var_os("PATH").unwrap_or_default())
    }

    fn provide_tool(&mut self, tool: &Tool) -> Outcome {
        let version = self.version_of(tool)?;
        if self.has(tool, &version)? {
            return Ok(());
        }
        let folder = match &tool.source {
            Source::Npm => self.node_modules()?.join(".bin"),
            Source::Cargo { locked, wait, .. } => {
                let order =
                    CargoOrder { package: tool.package, version: &version, locked: *locked, wait };
                install::cargo_tool(&self.store, tool.programs, &order)?
            }
        };
        self.folders.push(folder);
        Ok(())
    }

    /// Whether the programs that would be run now are of the right version.
    fn has(&self, tool: &Tool, version: &str) -> Outcome<bool> {
        let path = self.path()?;
        Ok(tool.programs.iter().all(|program| {
            lookup::find(program, &path).is_some_and(|file| install::is_of_version(&file, version))
        }))
    }

    fn version_of(&self, tool: &Tool) -> Outcome<String> {
        match &tool.source {
            Source::Cargo { pin, .. } => install::pinned(pin, &self.root),
            Source::Npm => {
                let path = self.root.join("xtask").join("npm").join("package.json");
                let manifest = failed("reading", &path, std::fs::read_to_string(&path))?;
                version::npm_pinned(&manifest, tool.package)
                    .ok_or_else(|| format!("{} does not name {}", path.display(), tool.package))
            }
        }
    }

    fn node_modules(&mut self) -> Outcome<PathBuf> {
        if let Some(folder) = &self.node_modules {
            return Ok(folder.clone());
        }
        let folder = install::npm_packages(&self.store, &self.root)?;
        Ok(self.node_modules.insert(folder).clone())
    }
}
