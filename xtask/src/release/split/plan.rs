//! Which functions come later.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, bail, ensure};
use walrus::ir::{Value, Visitor, dfs_in_order};
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind, LocalFunction,
    Module,
};

/// Our own crate, as the names of functions begin.
const CRATE: &str = "story_card[";
/// The module whose functions are called only when the second part is there.
const MARK: &str = "later";
/// How the names begin of what Yew can do and the element asks of it never: listeners
/// (`docs/decisions/0024-listeners-of-our-own.md`), suspense, raw HTML, and what only cards in
/// Yew applications have: portals, and properties that change. Should a card call it all the same, by a mistake of ours,
/// before the second part is there, that is a crash as any other. Where Yew has new names for
/// it the limit of sizes is passed.
const UNUSED: [&str; 17] = [
    "<yew::dom_bundle::btag::listeners::ListenerRegistration>::register",
    "<yew::dom_bundle::btag::listeners::Registry>::unregister",
    "<yew::dom_bundle::subtree_root::BSubtree>::ensure_handled",
    "<yew::dom_bundle::subtree_root::SubtreeData>::add_listener",
    "<<yew::dom_bundle::subtree_root::SubtreeData>::add_listener",
    "<std::collections::hash::map::HashMap<yew::dom_bundle::subtree_root::EventDescriptor",
    "<std::collections::hash::map::Entry<yew::dom_bundle::subtree_root::EventDescriptor",
    "<yew::virtual_dom::vportal::VPortal as yew::dom_bundle::traits::Reconcilable>::attach",
    "<alloc::rc::Rc<yew::virtual_dom::vportal::VPortal> as yew::utils::RcExt",
    "<yew::dom_bundle::braw::BRaw>::detach_bundle",
    "<indexmap::map::IndexMap<implicit_clone::unsync::string::IString, yew",
    "<yew::virtual_dom::vraw::VRaw as yew::dom_bundle::traits::Reconcilable>::attach",
    "<yew::virtual_dom::vsuspense::VSuspense as yew::dom_bundle::traits::Reconcilable>::attach",
    "<alloc::rc::Rc<yew::virtual_dom::vsuspense::VSuspense> as yew::utils::RcExt",
    "<yew::html::component::scope::AnyScope>::find_parent_scope::<yew::suspense",
    "<yew::html::component::lifecycle::CompStateInner<story_card::card::StoryCard> as yew::html::component::lifecycle::Stateful>::props_changed",
    "<yew::html::component::scope::Scope<yew::suspense",
];

/// How the names begin of what wasm-bindgen knows by its address alone while it makes the glue:
/// what calls closures, for every kind that `js-sys` has. Those that are used are exported.
const DESCRIBED: &str = "wasm_bindgen::convert::closures::_::invoke";

/// Functions by their index in the module as it was read.
#[derive(Debug, PartialEq, Eq)]
pub struct Plan {
    /// All that the second part takes over.
    pub moved: BTreeSet<usize>,
    /// Those of them that the main part calls.
    pub entries: Vec<usize>,
    /// Those of them that may be called by their address, by their place in the table.
    pub addressed: BTreeMap<usize, usize>,
}

impl Plan {
    /// Finds what nothing but the marked functions needs. What is called by its address in
    /// the table stays: nobody knows by whom.
    pub fn of(module: &Module) -> Result<Self> {
        let later = named(module, &is_marked);
        ensure!(!later.is_empty(), "no function of the wasm stands in a module `{MARK}`");
        let unused = named(module, &is_unused);
        let mut todo: Vec<FunctionId> = module.start.into_iter().collect();
        todo.extend(module.exports.iter().filter_map(|export| match export.item {
            ExportItem::Function(function) => Some(function),
            _ => None,
        }));
        let table = in_table(module)?;
        let lost = table.values().find(|function| later.contains(&function.index()));
        ensure!(lost.is_none(), "a function in a module `{MARK}` is called by its address");
        let quiet = &unused | &named(module, &|name| without_hashes(name).starts_with(DESCRIBED));
        todo.extend(table.values().filter(|function| !quiet.contains(&function.index())));
        let entries = &later | &unused;
        let mut stay = BTreeSet::new();
        while let Some(function) = todo.pop() {
            if !entries.contains(&function.index()) && stay.insert(function.index()) {
                todo.extend(calls(module, function));
            }
        }
        let all = module.funcs.iter_local().map(|(id, _)| id.index());
        let moved: BTreeSet<usize> = all.filter(|function| !stay.contains(function)).collect();
        let places = table.into_iter().map(|(place, function)| (place, function.index()));
        let addressed = places.filter(|(_, function)| unused.contains(function)).collect();
        Ok(Self { moved, entries: entries.into_iter().collect(), addressed })
    }
}

/// The functions that are called by their address, by their place in the table.
fn in_table(module: &Module) -> Result<BTreeMap<usize, FunctionId>> {
    let mut found = BTreeMap::new();
    for element in module.elements.iter() {
        let (ElementKind::Active { offset, .. }, ElementItems::Functions(functions)) =
            (&element.kind, &element.items)
        else {
            bail!("the table of functions is filled in a way that is not known");
        };
        let ConstExpr::Value(Value::I32(first)) = offset else {
            bail!("the table of functions begins at a place that is not known");
        };
        found.extend((usize::try_from(*first)?..).zip(functions.iter().copied()));
    }
    Ok(found)
}

/// Whether a function stands in a module that comes later.
fn is_marked(name: &str) -> bool {
    let mut path = name.rsplit("::");
    name.starts_with(CRATE) && path.nth(1) == Some(MARK)
}

/// Whether no card calls a function of Yew.
fn is_unused(name: &str) -> bool {
    let name = without_hashes(name);
    UNUSED.iter().any(|unused| name.starts_with(unused))
}

fn named(module: &Module, is_one: &dyn Fn(&str) -> bool) -> BTreeSet<usize> {
    let is_named = |id: &FunctionId| module.funcs.get(*id).name.as_deref().is_some_and(is_one);
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
