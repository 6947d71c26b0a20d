//! Joins the sheets of `src/style/` into one text without comments.

use std::path::Path;
use std::{env, fs, io};

/// What the loader needs before the app is there, in the order in which they apply.
const FIRST: [&str; 3] = ["tokens", "base", "first"];
/// The rest, in the order in which they apply.
const APP: [&str; 8] =
    ["header", "section", "prose", "citation", "timeline", "sources", "footer", "print"];

fn main() -> io::Result<()> {
    let folder = Path::new("src/style");
    println!("cargo::rerun-if-changed={}", folder.display());
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    fs::write(Path::new(&out).join("first.css"), join(folder, &FIRST)?)?;
    fs::write(Path::new(&out).join("app.css"), join(folder, &APP)?)
}

fn join(folder: &Path, sheets: &[&str]) -> io::Result<String> {
    let read = |sheet: &&str| fs::read_to_string(folder.join(sheet).with_extension("css"));
    sheets.iter().map(read).map(|sheet| Ok(squeeze(&sheet?))).collect()
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
