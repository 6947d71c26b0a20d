//! The types of every script that ships are checked, and every one is where `tsc` looks.

use super::{File, check_none, files};
use crate::reading::file;

const FOLDERS: [&str; 4] = ["src", "npm", "pages", "wordpress"];
/// Made from the sheets; and of others, there only where the tools are.
const MADE: [&str; 2] = ["src/element/loader/sheet.js", "pages/playground/codemirror.js"];

fn is_unchecked(script: &File) -> bool {
    !script.text.starts_with("// @ts-check\n")
}

#[test]
fn types_of_every_script_are_checked() {
    let config = file("tsconfig.json");
    let unread = FOLDERS.iter().filter(|folder| !config.contains(&format!("\"{folder}/*")));
    let unread: Vec<String> = unread.map(|folder| (*folder).to_owned()).collect();
    check_none(&unread, "folders that tsconfig.json leaves out");

    let scripts = FOLDERS.iter().flat_map(|folder| files(folder, "js"));
    let scripts: Vec<File> =
        scripts.filter(|script| !MADE.contains(&script.path.as_str())).collect();
    let unchecked =
        scripts.iter().filter(|script| is_unchecked(script)).map(|script| script.path.clone());
    check_none(&unchecked.collect::<Vec<_>>(), "scripts that do not begin with // @ts-check");
}

#[test]
fn the_check_of_scripts_bites() {
    let script = |text: &str| File { path: "a.js".into(), text: text.into() };
    assert!(is_unchecked(&script("// What it does.\n// @ts-check\n")));
    assert!(!is_unchecked(&script("// @ts-check\n// What it does.\n")));
}
