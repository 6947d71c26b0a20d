//! No file imports in a circle, and no folder either.

use std::collections::{BTreeMap, BTreeSet};

use super::modules::{House, Imports};
use super::{check_none, files};

/// Files, or folders, and those each one imports.
type Graph = BTreeMap<String, BTreeSet<String>>;

fn files_of(imports: &Imports) -> Graph {
    let mut graph = Graph::new();
    for (from, to) in imports {
        graph.entry(from.clone()).or_default().insert(to.clone());
    }
    graph
}

/// What lies in one folder, each folder in it as one room.
fn rooms_of(folder: &str, imports: &Imports) -> Graph {
    let room = |path: &str| {
        let rest = path.strip_prefix(folder)?.strip_prefix('/')?;
        Some(rest.split('/').next().unwrap_or(rest).to_owned())
    };
    let mut graph = Graph::new();
    for (from, to) in imports {
        if let (Some(from), Some(to)) = (room(from), room(to))
            && from != to
        {
            graph.entry(from).or_default().insert(to);
        }
    }
    graph
}

/// All that a room imports, and what that imports, and so on.
fn reached<'a>(graph: &'a Graph, room: &str) -> BTreeSet<&'a String> {
    let mut seen = BTreeSet::new();
    let mut next: Vec<&String> = graph.get(room).into_iter().flatten().collect();
    while let Some(room) = next.pop() {
        if seen.insert(room) {
            next.extend(graph.get(room).into_iter().flatten());
        }
    }
    seen
}

/// The imports that lead back to where they come from.
fn circles(graph: &Graph) -> Vec<String> {
    let arrows = graph.iter().flat_map(|(from, to)| to.iter().map(move |to| (from, to)));
    let around = arrows.filter(|(from, to)| reached(graph, to).contains(from));
    around.map(|(from, to)| format!("{from} -> {to}")).collect()
}

fn folders(imports: &Imports) -> BTreeSet<String> {
    let parents = |path: &String| {
        let ends = path.match_indices('/').map(|(at, _)| path[..at].to_owned());
        ends.collect::<Vec<_>>()
    };
    imports.iter().flat_map(|(from, _)| parents(from)).collect()
}

fn all_circles(house: &House) -> Vec<String> {
    let imports = house.imports();
    let mut found = circles(&files_of(&imports));
    for folder in folders(&imports) {
        let inside = circles(&rooms_of(&folder, &imports)).into_iter();
        found.extend(inside.map(|arrow| format!("in {folder}/: {arrow}")));
    }
    found
}

fn house(root: &str) -> House {
    let has_scripts = root == "src";
    let kinds: &[&str] = if has_scripts { &["rs", "js"] } else { &["rs"] };
    let files = kinds.iter().flat_map(|kind| files(root, kind));
    House::new(root, files.map(|file| (file.path, file.text)))
}

#[test]
fn nothing_imports_in_a_circle() {
    for (root, least) in [
        ("src", 100),
        ("cli/src", 10),
        ("xtask/src", 10),
        ("tests/e2e/src", 10),
        ("converter/src", 0),
    ] {
        let house = house(root);
        assert!(house.imports().len() >= least, "{root} has imports");
        check_none(&all_circles(&house), "imports run in a circle");
    }
}

#[test]
fn the_check_of_circles_bites() {
    let found = |files: &[(&str, &str)]| {
        let files = files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
        all_circles(&House::new("src", files))
    };
    let lib = ("src/lib.rs", "mod a; mod b; pub use a::A;");
    let files = [lib, ("src/a.rs", "use crate::b::B;"), ("src/b.rs", "fn f(_: super::a::A) {}")];
    let arrows = ["src/a.rs -> src/b.rs", "src/b.rs -> src/a.rs"];
    assert_eq!(found(&files)[..2], arrows);

    // By a name that is handed on.
    let files = [lib, ("src/a.rs", "use crate::b::B;"), ("src/b.rs", "use crate::{A};")];
    assert_eq!(found(&files)[..2], arrows);

    // What is below imports what is above, and names the other only in a comment.
    let files = [lib, ("src/a.rs", "use crate::b::B;"), ("src/b.rs", "// crate::a::A\nstruct B;")];
    assert_eq!(found(&files), Vec::<String>::new());

    // Folders in a circle, of files that are in none.
    let files = [
        ("src/lib.rs", "mod a; mod b;"),
        ("src/a/mod.rs", "mod x; mod y;"),
        ("src/a/x.rs", "use crate::b::z;"),
        ("src/a/y.rs", "pub struct Y;"),
        ("src/b/mod.rs", "pub mod z;"),
        ("src/b/z.rs", "use crate::a::y::Y;"),
    ];
    assert_eq!(found(&files), ["in src/: a -> b", "in src/: b -> a"]);

    let files = [
        ("src/a.js", "import { b } from \"./b.js\";"),
        ("src/b.js", "export { a } from \"./a.js\";"),
    ];
    assert_eq!(found(&files).len(), 4);
}
