//! What is written about the project names what is in it.

use crate::reading::file;

/// The value of a key in a section of a TOML file, where it is a bare string.
fn value_in(toml: &str, section: &str, key: &str) -> Option<String> {
    let (_, rest) = toml.split_once(&format!("[{section}]\n"))?;
    let body = rest.split("\n[").next()?;
    let line =
        body.lines().find(|line| line.split('=').next().is_some_and(|name| name.trim() == key))?;
    Some(line.split_once('=')?.1.trim().trim_matches('"').to_owned())
}

/// The crates that a Cargo.toml depends on, for whatever target and purpose.
fn dependencies(toml: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut is_inside = false;
    for line in toml.lines() {
        if let Some(section) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            is_inside = section.ends_with("dependencies");
            let single = section.rsplit_once("dependencies.").map(|(_, name)| name.to_owned());
            names.extend(single);
        } else if is_inside {
            let name = line.split(['=', '.']).next().unwrap_or_default().trim();
            let is_name = !name.is_empty() && !name.starts_with('#') && line.contains('=');
            names.extend(is_name.then(|| name.to_owned()));
        }
    }
    names.sort();
    names.dedup();
    names
}

#[test]
fn a_cargo_file_is_read() {
    let toml = "[package]\nversion = \"1.2.3\"\n\n[dependencies]\na = \"1\"\nb.workspace = true\n# c = 1\n\n[dependencies.d]\nfeatures = [\n  \"x\",\n]\n\n[target.'cfg(x)'.dev-dependencies]\ne = { version = \"1\" }\n\n[features]\nf = []\n";
    assert_eq!(dependencies(toml), ["a", "b", "d", "e"]);
    assert_eq!(value_in(toml, "package", "version").as_deref(), Some("1.2.3"));
}

#[test]
fn the_changelog_has_an_entry_for_this_version() {
    let version = value_in(&file("Cargo.toml"), "workspace.package", "version").expect("a version");
    let changelog = file("CHANGELOG.md");
    let entry = changelog.lines().find(|line| {
        line.starts_with("## ") && line.split([' ', '[', ']']).any(|word| word == version)
    });
    assert!(entry.is_some(), "CHANGELOG.md has no entry \"## {version}\"");
}

#[test]
fn the_architecture_names_every_dependency() {
    let architecture = file("ARCHITECTURE.md");
    let manifests = ["Cargo.toml", "cli/Cargo.toml"].map(|manifest| dependencies(&file(manifest)));
    for names in &manifests {
        assert!(names.len() > 8, "only {names:?}");
    }
    let names = manifests.concat();
    let is_named = |name: &&String| {
        let mut places = architecture.match_indices(name.as_str()).map(|(at, _)| at);
        let is_letter = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        places.any(|at| {
            !architecture[..at].ends_with(is_letter)
                && !architecture[at + name.len()..].starts_with(is_letter)
        })
    };
    let missing: Vec<_> = names.iter().filter(|name| !is_named(name)).collect();
    assert!(missing.is_empty(), "ARCHITECTURE.md says nothing of {missing:?}");
}

/// Rows of the code map that go through their folder file by file.
const FILE_BY_FILE: [&str; 10] = [
    "src/html/",
    "src/browser/",
    "src/citations/",
    "src/timeline/",
    "src/timeline/scale/",
    "src/search/",
    "src/loading/",
    "src/card/",
    "src/element/loader/",
    "src/element/loader/runtime/",
];

fn extension(name: &str) -> Option<&str> {
    std::path::Path::new(name).extension()?.to_str()
}

/// What stands between backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// What is wrong with the code map, where these are the sources: files that it names and that are
/// not there, and those that a row leaves out which goes file by file.
fn faults_of_map(map: &str, sources: &[String]) -> Vec<String> {
    let is_name = |name: &&str| matches!(extension(name), Some("rs" | "js"));
    let mut faults = Vec::new();
    for row in map.lines().filter(|row| row.starts_with("| `src/")) {
        let (place, says) = row[2..].split_once(" | ").expect("two cells");
        let named: Vec<&str> = quoted(place).chain(quoted(says)).filter(is_name).collect();
        let is_there = |name: &str| {
            sources.iter().any(|path| path == name || path.ends_with(&format!("/{name}")))
        };
        let gone = named.iter().filter(|name| !is_there(name));
        faults.extend(gone.map(|name| format!("{place}: {name} is not there")));
        for folder in quoted(place).filter(|place| FILE_BY_FILE.contains(place)) {
            let files = sources.iter().filter_map(|path| path.strip_prefix(folder));
            let files = files.filter(|file| !file.contains('/') && *file != "mod.rs");
            let left_out = files.filter(|file| !named.contains(file));
            faults.extend(left_out.map(|file| format!("{folder}: nothing is said of {file}")));
        }
    }
    faults
}

#[test]
fn the_check_of_the_code_map_bites() {
    let sources = ["src/html/el.rs", "src/html/mod.rs", "src/story/link.rs"].map(str::to_owned);
    for (map, count) in [
        ("| `src/html/` | `el.rs` elements |", 0),
        ("| `src/html/` | our writer |", 1),
        ("| `src/html/` | `el.rs` elements, `vnode.rs` nodes |", 1),
        ("| `src/story/` | the vocabulary |", 0),
        ("| `src/story/name.rs` | names |", 1),
    ] {
        assert_eq!(faults_of_map(map, &sources).len(), count, "{map}");
    }
}

#[test]
fn the_code_map_says_what_is_there() {
    let places = [("src", "rs"), ("src", "js"), ("build.rs", "rs")];
    let sources = places.into_iter().flat_map(|(place, kind)| super::files(place, kind));
    let sources: Vec<String> = sources.map(|file| file.path).collect();
    let architecture = file("ARCHITECTURE.md");
    let (_, map) = architecture.split_once("## Code map").expect("a map");
    let map = map.split("\n## ").next().unwrap_or_default();
    super::check_none(&faults_of_map(map, &sources), "the map of ARCHITECTURE.md is another");
}

#[test]
fn the_decisions_name_files_that_are_there() {
    // Yew's own.
    const OTHERS: [&str; 1] = ["dom_bundle/subtree_root.rs"];
    let places = ["src", "cli/src", "xtask/src", "tests/native", "tests/e2e/src", "tests/hostile"];
    let sources: Vec<String> =
        places.iter().flat_map(|place| super::files(place, "rs")).map(|file| file.path).collect();
    let is_there = |name: &str| {
        std::iter::once("build.rs").chain(OTHERS).any(|known| known == name)
            || sources.iter().any(|path| path == name || path.ends_with(&format!("/{name}")))
    };
    let mut gone = Vec::new();
    for decision in super::files("docs/decisions", "md") {
        let names = quoted(&decision.text).filter(|name| extension(name) == Some("rs"));
        let lost = names.filter(|name| !name.contains(' ') && !is_there(name));
        gone.extend(lost.map(|name| format!("{}: {name}", decision.path)));
    }
    super::check_none(&gone, "a decision names a file that is not there");
}

#[test]
fn every_decision_that_a_comment_names_is_recorded() {
    let mut count = 0;
    for source in super::files("src", "rs") {
        for (at, _) in source.text.match_indices("docs/decisions/") {
            let name: String = source.text[at..]
                .chars()
                .take_while(|c| !c.is_whitespace() && !matches!(c, '`' | ')'))
                .collect();
            assert!(super::root().join(&name).is_file(), "{}: {name} is not there", source.path);
            count += 1;
        }
    }
    assert!(count > 0, "no comment names a decision");
}

/// The Rust in a text, block by block, its lines without the space around them.
fn rust_in(markdown: &str) -> Vec<Vec<String>> {
    let blocks = markdown.split("```rust\n").skip(1);
    blocks.map(|block| lines(block.split("```").next().unwrap_or_default())).collect()
}

fn lines(code: &str) -> Vec<String> {
    code.lines().map(|line| line.trim().to_owned()).collect()
}

#[test]
fn the_rust_of_the_readme_is_that_of_the_examples() {
    let examples = ["examples/yew_app/src/page.rs", "examples/server_rendering/main.rs"]
        .map(|path| lines(&file(path)));
    let blocks = rust_in(&file("README.md"));
    assert_eq!(blocks.len(), 2);
    for block in blocks {
        let is_shown = |example: &Vec<String>| {
            example.windows(block.len()).any(|part| part == block.as_slice())
        };
        assert!(examples.iter().any(is_shown), "in no example:\n{}", block.join("\n"));
    }
}
