//! Parts the wasm in two: what the first view needs, and what comes later.
//!
//! A function in a module named `later` is called only where `src/second_part.rs` says
//! that the second part has come. Here such functions move there, with all that nothing else calls,
//! and so does what Yew has and no card calls. What `js-sys` has for the calls of closures, and
//! nothing uses, goes.
//! Both parts have one memory and one table: the main one calls the other through places in
//! the table, which are empty until the other fills them
//! (`docs/decisions/0035-a-part-that-comes-later.md`).

mod link;
mod plan;

use std::path::Path;

use anyhow::{Context as _, Result};
use fs_err as fs;
use walrus::{Module, ModuleConfig};

pub use self::link::LINK;
use self::plan::Plan;
use crate::release::files::{LATER, WASM};
use crate::tools::shell::announce;

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
        let module = ModuleConfig::new().parse(wasm);
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

#[cfg(test)]
mod tests {
    use walrus::{
        ConstExpr, ElementItems, ElementKind, FunctionBuilder, FunctionId, ImportKind, RefType,
        ir::Value,
    };

    use super::*;

    /// A module of functions that call the ones before them: by name, and who is called.
    fn module(functions: &[(&str, &[usize])], in_table: usize) -> Vec<u8> {
        let mut module = Module::default();
        let mut made: Vec<FunctionId> = Vec::new();
        for (name, calls) in functions {
            let mut function = FunctionBuilder::new(&mut module.types, &[], &[]);
            function.name((*name).to_owned());
            let mut body = function.func_body();
            for call in *calls {
                body.call(made[*call]);
            }
            made.push(function.finish(Vec::new(), &mut module.funcs));
        }
        let table = module.tables.add_local(false, 2, Some(2), RefType::FUNCREF);
        let offset = ConstExpr::Value(Value::I32(1));
        let items = ElementItems::Functions(vec![made[in_table]]);
        let element = module.elements.add(ElementKind::Active { table, offset }, items);
        module.tables.get_mut(table).elem_segments.insert(element);
        let last = made.last().copied().unwrap();
        module.exports.add("start", last);
        module.emit_wasm()
    }

    const OURS: &str = "story_card[0]::timeline::later::draw";
    const FUNCTIONS: [(&str, &[usize]); 5] =
        [("line", &[]), ("both", &[]), (OURS, &[0, 1]), ("pointer", &[]), ("view", &[1, 2])];

    #[test]
    fn what_nothing_else_calls_moves_and_what_it_calls_is_lent() {
        let (main, later) = parts(&module(&FUNCTIONS, 3)).unwrap();
        let main = Module::from_buffer(&main).unwrap();
        let later = Module::from_buffer(&later).unwrap();
        assert_eq!(main.funcs.iter_local().count(), 3);
        assert_eq!(later.funcs.iter_local().count(), 2);
        assert_eq!(later.exports.iter().count(), 0);
        let exported: Vec<&str> = main.exports.iter().map(|export| &*export.name).collect();
        let lent =
            |import: &&walrus::Import| import.module == LINK && exported.contains(&&*import.name);
        let imports: Vec<_> = later.imports.iter().filter(lent).collect();
        assert_eq!((later.imports.iter().count(), imports.len()), (2, 2), "{exported:?}");
        assert!(imports.iter().any(|import| matches!(import.kind, ImportKind::Table(_))));
        // One more place in the table, which the part fills.
        let sizes = |module: &Module| module.tables.iter().map(|table| table.initial).sum::<u64>();
        assert_eq!((sizes(&main), sizes(&later)), (3, 3));
        let offset = later.elements.iter().next().map(|element| element.kind.clone());
        let place = matches!(
            offset,
            Some(ElementKind::Active { offset: ConstExpr::Value(Value::I32(2)), .. })
        );
        assert!(place, "{offset:?}");
    }

    #[test]
    fn what_no_card_asks_of_yew_moves_too() {
        let listen = "<yew[0]::dom_bundle::btag::listeners::ListenerRegistration>::register";
        let functions = [(OURS, &[][..]), (listen, &[]), ("pointer", &[]), ("view", &[0, 1])];
        let (main, later) = parts(&module(&functions, 2)).unwrap();
        let count = |wasm: &[u8]| Module::from_buffer(wasm).unwrap().funcs.iter_local().count();
        assert_eq!((count(&main), count(&later)), (2, 2));
    }

    #[test]
    fn what_no_card_asks_of_yew_stands_at_its_place_in_the_table_once_it_is_there() {
        let closure = "<<yew[0]::dom_bundle::subtree_root::SubtreeData>::add_listener::{closure#0} as core[0]::ops::function::FnOnce>::call_once";
        let described = "wasm_bindgen[0]::convert::closures::_::invoke::<i8>";
        for (name, count) in [(closure, 2), (described, 1)] {
            let functions = [(OURS, &[][..]), (name, &[]), ("view", &[0])];
            let (main, later) = parts(&module(&functions, 1)).unwrap();
            let [main, later] = [main, later].map(|wasm| Module::from_buffer(&wasm).unwrap());
            // What calls the others, and what stops whoever is early.
            assert_eq!(
                (main.funcs.iter_local().count(), later.funcs.iter_local().count()),
                (2, count)
            );
            let first = |element: &walrus::Element| match element.kind {
                ElementKind::Active { offset: ConstExpr::Value(Value::I32(at)), .. } => at,
                _ => -1,
            };
            let places: Vec<i32> = later.elements.iter().map(first).collect();
            assert_eq!(places.contains(&1), name == closure, "{places:?}");
        }
    }

    #[test]
    fn module_without_a_mark_is_refused_and_so_is_a_pointer_to_one() {
        let plain =
            FUNCTIONS.map(|(name, calls)| (if name == OURS { "draw" } else { name }, calls));
        assert!(parts(&module(&plain, 3)).is_err());
        let error = parts(&module(&FUNCTIONS, 2)).unwrap_err().to_string();
        assert!(error.contains("by its address"), "{error}");
    }
}
