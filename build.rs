//! Joins the sheets of `src/style/` into one text without comments.

use std::path::Path;
use std::{env, fs, io};

/// What the app may take of the reader's memory, all cards together: a multiple of 64 KiB.
const MAX_MEMORY_BYTES: u32 = 128 << 20;

/// What shows before a story is there: the loader carries it.
const FIRST: [&str; 2] = ["base", "first"];
/// What the first words of a story need: it comes with the code beside the app.
const WORDS: [&str; 1] = ["words"];
/// The rest, in the order in which they apply.
const APP: [&str; 12] = [
    "header",
    "freshness",
    "section",
    "prose",
    "citation",
    "note",
    "timeline",
    "drawing",
    "sources",
    "footer",
    "print",
    "contrast",
];

fn main() -> io::Result<()> {
    // A story that takes more than this ends in a crash that the card recovers from, instead of
    // taking the tab down with it.
    if env::var_os("CARGO_CFG_TARGET_ARCH").is_some_and(|arch| arch == "wasm32") {
        println!("cargo::rustc-link-arg-bins=--max-memory={MAX_MEMORY_BYTES}");
    }
    let folder = Path::new("src/style");
    println!("cargo::rerun-if-changed={}", folder.display());
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    let mut left = join(folder, &["tokens"])?;
    for (name, sheets) in [("first.css", &FIRST[..]), ("words.css", &WORDS)] {
        let sheet = join(folder, sheets)?;
        let (needed, others) = tokens(&left, &sheet);
        fs::write(Path::new(&out).join(name), needed + &sheet)?;
        left = others;
    }
    fs::write(Path::new(&out).join("app.css"), left + &join(folder, &APP)?)
}

fn join(folder: &Path, sheets: &[&str]) -> io::Result<String> {
    let read = |sheet: &&str| fs::read_to_string(folder.join(sheet).with_extension("css"));
    sheets.iter().map(read).map(|sheet| Ok(squeeze(&sheet?))).collect()
}

/// Parts the tokens into those that a sheet needs and those that can wait.
///
/// The loader has a budget of 3 kB, and the tokens are a third of its sheet.
fn tokens(tokens: &str, sheet: &str) -> (String, String) {
    let rules = tokens.strip_prefix(":host{").and_then(|rest| rest.strip_suffix('}'));
    let (mut needed, mut others) = (String::new(), String::new());
    // From the last to the first: a token may be read by one that stands after it.
    for token in rules.unwrap_or_default().split(';').rev() {
        let name = token.split(':').next().unwrap_or_default();
        let is_read =
            |sheet: &str| [")", ","].iter().any(|end| sheet.contains(&format!("var({name}{end}")));
        let part = if is_read(sheet) || is_read(&needed) { &mut needed } else { &mut others };
        part.insert_str(0, &format!("{token};"));
    }
    (format!(":host{{{needed}}}"), format!(":host{{{others}}}"))
}

/// Takes out comments, and white space where CSS does not need it.
///
/// The sheets hold no text in quotation marks that contains a comment or two spaces.
fn squeeze(sheet: &str) -> String {
    let mut plain = String::new();
    let mut rest = sheet;
    while let Some((before, after)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, tail)| tail);
    }
    plain.push_str(rest);
    let words: Vec<&str> = plain.split_whitespace().collect();
    let mut squeezed = words.join(" ");
    for mark in ["{", "}", ";", ","] {
        for spaced in [format!(" {mark}"), format!("{mark} ")] {
            squeezed = squeezed.replace(&spaced, mark);
        }
    }
    squeezed.replace(": ", ":").replace(";}", "}")
}
