//! Which functions come later.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use walrus::ir::{Visitor, dfs_in_order};
use walrus::{ElementItems, ExportItem, FunctionId, FunctionKind, LocalFunction, Module};

/// Our own crate, as the names of functions begin.
const CRATE: &str = "story_card[";
/// The module whose functions are called only when the second part is there.
const MARK: &str = "later";
/// What Yew can do and the element asks of it never: listeners
/// (`docs/decisions/0024-listeners-of-our-own.md`), suspense, raw HTML, and portals, which only
/// cards in Yew applications have. Should a card call it all the same, by a mistake of ours,
/// before the second part is there, that is a crash as any other. Where Yew has new names for
/// it the limit of sizes is passed.
const UNUSED: [&str; 6] = [
    "<yew::dom_bundle::btag::listeners::ListenerRegistration>::register",
    "<yew::dom_bundle::btag::listeners::Registry>::unregister",
    "<yew::dom_bundle::subtree_root::BSubtree>::ensure_handled",
    "<yew::virtual_dom::vportal::VPortal as yew::dom_bundle::traits::Reconcilable>::attach",
    "<yew::virtual_dom::vraw::VRaw as yew::dom_bundle::traits::Reconcilable>::attach",
    "<yew::virtual_dom::vsuspense::VSuspense as yew::dom_bundle::traits::Reconcilable>::attach",
];

/// Functions by their index in the module as it was read.
#[derive(Debug, PartialEq, Eq)]
pub struct Plan {
    /// All that the second part takes over.
    pub moved: BTreeSet<usize>,
    /// Those of them that the main part calls.
    pub entries: Vec<usize>,
}

impl Plan {
    /// Finds what nothing but the marked functions needs. What is called by its address in
    /// the table stays: nobody knows by whom.
    pub fn of(module: &Module) -> Result<Self> {
        let entries = marked(module);
        ensure!(!entries.is_empty(), "no function of the wasm stands in a module `{MARK}`");
        let mut todo: Vec<FunctionId> = module.start.into_iter().collect();
        todo.extend(module.exports.iter().filter_map(|export| match export.item {
            ExportItem::Function(function) => Some(function),
            _ => None,
        }));
        todo.extend(module.elements.iter().flat_map(|element| match &element.items {
            ElementItems::Functions(functions) => functions.as_slice(),
            ElementItems::Expressions(..) => &[],
        }));
        let lost = todo.iter().find(|function| entries.contains(&function.index()));
        ensure!(lost.is_none(), "a function in a module `{MARK}` is called by its address");
        let mut stay = BTreeSet::new();
        while let Some(function) = todo.pop() {
            if !entries.contains(&function.index()) && stay.insert(function.index()) {
                todo.extend(calls(module, function));
            }
        }
        let all = module.funcs.iter_local().map(|(id, _)| id.index());
        let moved = all.filter(|function| !stay.contains(function)).collect();
        Ok(Self { moved, entries: entries.into_iter().collect() })
    }
}

/// The marked functions, and those of Yew that no card calls.
fn marked(module: &Module) -> BTreeSet<usize> {
    let is_marked = |name: &str| {
        let mut path = name.rsplit("::");
        (name.starts_with(CRATE) && path.nth(1) == Some(MARK))
            || UNUSED.contains(&&*without_hashes(name))
    };
    let is_named = |id: &FunctionId| module.funcs.get(*id).name.as_deref().is_some_and(is_marked);
    let functions = module.funcs.iter_local().map(|(id, _)| id);
    functions.filter(is_named).map(|id| id.index()).collect()
}

/// A name without the hashes of crates, which stand in brackets.
fn without_hashes(name: &str) -> String {
    let mut parts = name.split('[');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |made, part| made + part.split_once(']').map_or(part, |(_, rest)| rest))
}

/// The functions that one calls.
fn calls(module: &Module, function: FunctionId) -> Vec<FunctionId> {
    let mut calls = Calls::default();
    if let FunctionKind::Local(body) = &module.funcs.get(function).kind {
        calls.read(body);
    }
    calls.0
}

#[derive(Debug, Default)]
struct Calls(Vec<FunctionId>);

impl Calls {
    fn read(&mut self, body: &LocalFunction) {
        dfs_in_order(self, body, body.entry_block());
    }
}

impl Visitor<'_> for Calls {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.0.push(*function);
    }
}
