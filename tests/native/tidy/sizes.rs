//! No file over 300 lines, no function over 60, no component over 80.

use super::code::{Keep, line, stripped, words};
use super::{check_none, files};

const MAX_FILE: usize = 300;
const MAX_FUNCTION: usize = 60;
const MAX_COMPONENT: usize = 80;

/// Sources of which every file counts; tests too are read by people.
const FOLDERS: [(&str, &str); 11] = [
    ("src", "rs"),
    ("src", "js"),
    ("src", "css"),
    ("build.rs", "rs"),
    ("xtask/src", "rs"),
    ("tests/hostile", "rs"),
    ("tests/native", "rs"),
    ("tests/browser", "rs"),
    ("tests/e2e", "rs"),
    ("tests/js", "mjs"),
    ("examples", "rs"),
];

fn long_files(limit: usize) -> Vec<String> {
    let all = FOLDERS.iter().flat_map(|(folder, extension)| files(folder, extension));
    let lines = all.map(|file| (file.text.lines().count(), file.path));
    lines
        .filter(|(count, _)| *count > limit)
        .map(|(count, path)| format!("{path}: {count} lines"))
        .collect()
}

#[test]
fn no_file_is_longer_than_three_hundred_lines() {
    assert!(long_files(20).len() > 30, "files are counted");
    check_none(&long_files(MAX_FILE), "split these files");
}

/// Name, line and length of each function.
fn functions(text: &str) -> Vec<(String, usize, usize, bool)> {
    let code = stripped(text, Keep::Code);
    let starts = words(&code, "fn").filter(|at| code[at + 2..].starts_with(' '));
    starts.filter_map(|at| function(&code, at)).collect()
}

fn function(code: &str, start: usize) -> Option<(String, usize, usize, bool)> {
    let name: String =
        code[start + 3..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    let end = end_of_body(&code[start..])?;
    let body = &code[start..start + end];
    Some((name, line(code, start), body.matches('\n').count() + 1, body.contains("html!")))
}

/// Where the body ends; nothing for a function without one.
fn end_of_body(code: &str) -> Option<usize> {
    let (mut braces, mut others) = (0_usize, 0_usize);
    for (at, letter) in code.char_indices() {
        match letter {
            '(' | '[' => others += 1,
            ')' | ']' => others = others.checked_sub(1)?,
            ';' if braces == 0 && others == 0 => return None,
            '{' => braces += 1,
            '}' => {
                braces = braces.checked_sub(1)?;
                if braces == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

fn long_functions(path: &str, text: &str) -> Vec<String> {
    let limit = |is_component| if is_component { MAX_COMPONENT } else { MAX_FUNCTION };
    let long =
        functions(text).into_iter().filter(|(_, _, lines, component)| *lines > limit(*component));
    long.map(|(name, line, lines, _)| format!("{path}:{line} {name} has {lines} lines")).collect()
}

#[test]
fn no_function_is_longer_than_sixty_lines() {
    let sources = FOLDERS.iter().filter(|(_, extension)| *extension == "rs");
    let sources: Vec<_> =
        sources.flat_map(|(folder, extension)| files(folder, extension)).collect();
    let count: usize = sources.iter().map(|file| functions(&file.text).len()).sum();
    assert!(count > 500, "only {count} functions found");
    let long: Vec<String> =
        sources.iter().flat_map(|file| long_functions(&file.path, &file.text)).collect();
    check_none(&long, "split these functions");
}

#[test]
fn the_check_of_sizes_bites() {
    let of = |lines: usize, word: &str| {
        format!("fn f(x: [u8; 2]) -> [u8; 2] {{\n{}}}\n", format!("    {word}\n").repeat(lines - 2))
    };
    assert_eq!(long_functions("a", &of(60, "x();")), Vec::<String>::new());
    assert_eq!(long_functions("a", &of(61, "x();")), ["a:1 f has 61 lines"]);
    assert_eq!(long_functions("a", &of(80, "html!{};")), Vec::<String>::new());
    assert_eq!(long_functions("a", &of(81, "html!{};")), ["a:1 f has 81 lines"]);
    let names: Vec<String> = functions("trait T { fn a(); fn b() { if x { } } }\nfn c() { \"}\" }")
        .into_iter()
        .map(|f| f.0)
        .collect();
    assert_eq!(names, ["b", "c"]);
}
