//! Cuts each part out of the whole, and ties them together again.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use walrus::ir::{
    Call, CallIndirect, Const, Instr, InstrSeq, Value, VisitorMut, dfs_pre_order_mut,
};
use walrus::{
    ConstExpr, Data, Element, ElementItems, ElementKind, Export, ExportItem, Function,
    FunctionBuilder, FunctionId, FunctionKind, Global, GlobalKind, ImportKind, ImportedFunction,
    Module, Table, TableId, TypeId, passes,
};

use super::plan::Plan;

/// The module name by which the second part imports what the first has.
pub const LINK: &str = "main";

/// Makes the second part of the whole: what stays in the main one becomes an import.
pub fn cut_later(module: &mut Module, plan: &Plan) {
    module.start = None;
    for export in module.exports.iter().map(Export::id).collect::<Vec<_>>() {
        module.exports.delete(export);
    }
    for data in module.data.iter().map(Data::id).collect::<Vec<_>>() {
        module.data.delete(data);
    }
    for memory in module.memories.iter_mut() {
        memory.data_segments.clear();
        let id = memory.id();
        memory.import = Some(module.imports.add(LINK, "", id));
    }
    let table = main_table(module);
    for element in module.elements.iter().map(Element::id).collect::<Vec<_>>() {
        module.elements.delete(element);
    }
    let entries: Vec<FunctionId> =
        plan.entries.iter().filter_map(|at| id_of(module, *at)).collect();
    for table in module.tables.iter_mut() {
        table.elem_segments.clear();
        let id = table.id();
        table.import = Some(module.imports.add(LINK, "", id));
    }
    for id in module.globals.iter().map(Global::id).collect::<Vec<_>>() {
        let import = module.imports.add(LINK, "", id);
        module.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
    for function in module.funcs.iter_mut() {
        let (id, ty) = (function.id(), function.ty());
        let is_import = matches!(function.kind, FunctionKind::Import(_));
        if !is_import && !plan.moved.contains(&id.index()) {
            let import = module.imports.add(LINK, "", id);
            function.kind = FunctionKind::Import(ImportedFunction { import, ty });
        }
    }
    if let Some(table) = table {
        let end = usize::try_from(module.tables.get(table).initial).unwrap_or_default();
        let count = entries.len();
        fill(module, table, end, entries);
        for (place, function) in &plan.addressed {
            let function = id_of(module, *function).into_iter().collect();
            fill(module, table, *place, function);
        }
        grow(module.tables.get_mut(table), count);
    }
    passes::gc::run(module);
}

/// Makes the main part of the whole: it calls what has moved through the table.
pub fn cut_main(module: &mut Module, plan: &Plan) -> Result<()> {
    let table = main_table(module).context("the wasm has no table of functions")?;
    let first = i32::try_from(module.tables.get(table).initial)?;
    grow(module.tables.get_mut(table), plan.entries.len());
    let slot = |(at, function): (i32, &usize)| {
        let ty = id_of(module, *function).map(|id| module.funcs.get(id).ty())?;
        Some((*function, (first + at, ty)))
    };
    let slots = (0..).zip(&plan.entries).filter_map(slot).collect();
    let mut calls = ThroughTable { table, slots };
    for (id, body) in module.funcs.iter_local_mut() {
        if !plan.moved.contains(&id.index()) {
            let entry = body.entry_block();
            dfs_pre_order_mut(&mut calls, body, entry);
        }
    }
    stop_the_early(module, plan);
    let moved = plan.moved.iter().filter_map(|function| id_of(module, *function));
    for function in moved.collect::<Vec<_>>() {
        module.funcs.delete(function);
    }
    Ok(())
}

/// Puts what stops whoever calls it at the places of the table that the other part fills.
fn stop_the_early(module: &mut Module, plan: &Plan) {
    let has_moved = |id: &FunctionId| plan.moved.contains(&id.index());
    let mut lists: Vec<&mut Vec<FunctionId>> = Vec::new();
    for element in module.elements.iter_mut() {
        if let ElementItems::Functions(functions) = &mut element.items {
            lists.extend(functions.iter().any(has_moved).then_some(functions));
        }
    }
    if lists.is_empty() {
        return;
    }
    let mut body = FunctionBuilder::new(&mut module.types, &[], &[]);
    body.func_body().unreachable();
    let stop = body.finish(Vec::new(), &mut module.funcs);
    for function in lists.into_iter().flatten().filter(|function| has_moved(function)) {
        *function = stop;
    }
}

/// Has the main part export all that the second one imports of it.
pub fn join(main: &mut Module, later: &mut Module) {
    let mut exported = BTreeMap::new();
    for export in main.exports.iter() {
        exported.insert(kind_and_index(export.item), export.name.clone());
    }
    let items = items(main);
    for import in later.imports.iter_mut().filter(|import| import.module == LINK) {
        let wanted = kind_and_index(match import.kind {
            ImportKind::Function(id) => ExportItem::Function(id),
            ImportKind::Table(id) => ExportItem::Table(id),
            ImportKind::Memory(id) => ExportItem::Memory(id),
            ImportKind::Global(id) => ExportItem::Global(id),
            ImportKind::Tag(id) => ExportItem::Tag(id),
        });
        let name = exported.entry(wanted).or_insert_with(|| {
            let name = format!("{LINK}_{}{}", wanted.0, wanted.1);
            if let Some(item) = items.get(&wanted) {
                main.exports.add(&name, *item);
            }
            name
        });
        import.name.clone_from(name);
    }
}

/// Has a module put functions into the table.
fn fill(module: &mut Module, table: TableId, place: usize, functions: Vec<FunctionId>) {
    let offset = ConstExpr::Value(Value::I32(i32::try_from(place).unwrap_or_default()));
    let kind = ElementKind::Active { table, offset };
    let element = module.elements.add(kind, ElementItems::Functions(functions));
    module.tables.get_mut(table).elem_segments.insert(element);
}

/// All that a module can export, by kind and index.
fn items(module: &Module) -> BTreeMap<(char, usize), ExportItem> {
    let functions = module.funcs.iter().map(|item| ExportItem::Function(item.id()));
    let tables = module.tables.iter().map(|item| ExportItem::Table(item.id()));
    let memories = module.memories.iter().map(|item| ExportItem::Memory(item.id()));
    let globals = module.globals.iter().map(|item| ExportItem::Global(item.id()));
    let all = functions.chain(tables).chain(memories).chain(globals);
    all.map(|item| (kind_and_index(item), item)).collect()
}

fn kind_and_index(item: ExportItem) -> (char, usize) {
    match item {
        ExportItem::Function(id) => ('f', id.index()),
        ExportItem::Table(id) => ('t', id.index()),
        ExportItem::Memory(id) => ('m', id.index()),
        ExportItem::Global(id) => ('g', id.index()),
        ExportItem::Tag(id) => ('e', id.index()),
    }
}

/// The table that functions are called through.
fn main_table(module: &Module) -> Option<TableId> {
    module.elements.iter().find_map(|element| match element.kind {
        ElementKind::Active { table, .. } => Some(table),
        _ => None,
    })
}

fn grow(table: &mut Table, by: usize) {
    let by = by as u64;
    table.initial += by;
    table.maximum = table.maximum.map(|maximum| maximum + by);
}

fn id_of(module: &Module, index: usize) -> Option<FunctionId> {
    module.funcs.iter().map(Function::id).find(|id| id.index() == index)
}

/// Puts calls through the table in the place of calls of what is not here.
struct ThroughTable {
    table: TableId,
    /// The place and the type of each function that has moved.
    slots: BTreeMap<usize, (i32, TypeId)>,
}

impl VisitorMut for ThroughTable {
    fn start_instr_seq_mut(&mut self, sequence: &mut InstrSeq) {
        let mut made = Vec::with_capacity(sequence.instrs.len());
        for (instruction, place) in sequence.instrs.drain(..) {
            let slot = match &instruction {
                Instr::Call(Call { func }) => self.slots.get(&func.index()),
                _ => None,
            };
            let Some((slot, ty)) = slot else {
                made.push((instruction, place));
                continue;
            };
            made.push((Instr::Const(Const { value: Value::I32(*slot) }), place));
            made.push((Instr::CallIndirect(CallIndirect { ty: *ty, table: self.table }), place));
        }
        sequence.instrs = made;
    }
}
