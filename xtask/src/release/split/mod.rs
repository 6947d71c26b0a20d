//! Parts the wasm in two: what the first view needs, and what comes later.
//!
//! A function in a module named `later` is called only where `crate::later` says that the
//! second part has come. Here such functions move there, with all that nothing else calls.
//! Both parts have one memory and one table: the main one calls the other through places in
//! the table, which are empty until the other fills them
//! (`docs/decisions/0035-a-part-that-comes-later.md`).

mod link;
mod plan;

use std::path::Path;

use anyhow::{Context as _, Result};
use fs_err as fs;
use walrus::{Module, ModuleConfig};

use self::plan::Plan;
use crate::release::files::{LATER, WASM};
use crate::tools::shell::announce;

/// The module name by which the second part imports what the first has.
pub const LINK: &str = "main";

/// Parts the staged wasm, in place: as wasm-bindgen left it, for later no function has a name.
pub fn split(staged: &Path) -> Result<()> {
    announce("Parting what the first view needs from what comes later");
    let (main, later) = (staged.join(WASM), staged.join(LATER));
    let (first, second) = parts(&fs::read(&main)?)?;
    fs::write(&main, first)?;
    Ok(fs::write(&later, second)?)
}

/// The two modules that do what this one does.
fn parts(wasm: &[u8]) -> Result<(Vec<u8>, Vec<u8>)> {
    // Read twice: what is read in the same way has the same indices.
    let read = || {
        let module = ModuleConfig::new().generate_name_section(false).parse(wasm);
        module.context("the wasm cannot be read")
    };
    let (mut main, mut later) = (read()?, read()?);
    let plan = Plan::of(&main)?;
    link::cut_later(&mut later, &plan);
    link::cut_main(&mut main, &plan)?;
    link::join(&mut main, &mut later);
    Ok((main.emit_wasm(), later.emit_wasm()))
}

/// Gives what the second part imports other names: by module and name.
pub fn rename(wasm: &Path, new: &mut dyn FnMut(&str, &str) -> (String, String)) -> Result<()> {
    let mut module = Module::from_file(wasm)?;
    for import in module.imports.iter_mut() {
        (import.module, import.name) = new(&import.module, &import.name);
    }
    Ok(fs::write(wasm, module.emit_wasm())?)
}
