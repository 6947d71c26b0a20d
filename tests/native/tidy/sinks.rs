//! No way from text to HTML or to code, in Rust and in JavaScript.

use std::path::Path;

use super::code::{Keep, line, stripped, words};
use super::{File, check_none, files};

/// Ways into the page or the interpreter. `Html::from` makes text nodes and is not one.
const SINKS: &[&str] = &[
    "from_html_unchecked",
    "VRaw",
    "set_inner_html",
    "inner_html",
    "innerHTML",
    "outerHTML",
    "set_outer_html",
    "insertAdjacentHTML",
    "insert_adjacent_html",
    "setHTMLUnsafe",
    "parseHTMLUnsafe",
    "document.write",
    "DOMParser",
    "DomParser",
    "createContextualFragment",
    "eval",
    "execScript",
    "importScripts",
    "srcdoc",
];

/// The same, where the word alone would say too little.
const SINK_FORMS: &[&str] =
    &["new Function", "setTimeout(\"", "setTimeout('", "setTimeout(`", "javascript:", "Function("];

/// Ways to set a style that a strict policy blocks.
const STYLES: &[&str] = &[
    "style=",
    "<style",
    "set_attribute(\"style\"",
    "setAttribute(\"style\"",
    "set(\"style\"",
    "attr(\"style\"",
    "cssText",
];

/// The one place that parses the HTML in stories of other formats: into a document that loads
/// and runs nothing, and from which letters alone come.
const PARSER: (&str, &str) = ("src/loading/tree.js", "DOMParser");

fn without_comments(file: &File) -> String {
    if Path::new(&file.path).extension().is_some_and(|extension| extension == "rs") {
        return stripped(&file.text, Keep::Strings);
    }
    let code = |line: &str| {
        if line.trim_start().starts_with("//") { String::new() } else { line.to_owned() }
    };
    file.text.lines().map(code).collect::<Vec<_>>().join("\n")
}

fn findings(file: &File) -> Vec<String> {
    let code = without_comments(file);
    let sinks = SINKS.iter().flat_map(|word| words(&code, word).map(move |at| (at, *word)));
    let forms = SINK_FORMS.iter().chain(STYLES).flat_map(|form| code.match_indices(*form));
    let all = sinks.chain(forms).filter(|(_, word)| (file.path.as_str(), *word) != PARSER);
    all.map(|(at, word)| format!("{}:{} {word}", file.path, line(&code, at))).collect()
}

fn sources() -> Vec<File> {
    let mut sources = files("src", "rs");
    sources.extend(files("src", "js"));
    sources
}

#[test]
fn there_is_no_way_from_text_to_html_or_to_code() {
    let all: Vec<String> = sources().iter().flat_map(findings).collect();
    check_none(&all, "a sink for HTML, code or styles");
}

#[test]
fn the_check_of_sinks_bites() {
    for (path, text) in [
        ("a.rs", "Html::from_html_unchecked(text)"),
        ("a.rs", "element.set_inner_html(&text)"),
        ("a.rs", "html! { <p style={x} /> }"),
        ("a.rs", "el(\"p\").set(\"style\", \"x\")"),
        ("a.rs", "#[wasm_bindgen(inline_js = \"export const f = (x) => eval(x)\")]"),
        ("a.js", "node.innerHTML = text"),
        ("a.js", "new Function(text)()"),
        ("a.js", "setTimeout(\"x\", 1)"),
        ("a.js", "document.write(x)"),
    ] {
        let file = File { path: path.into(), text: text.into() };
        assert!(!findings(&file).is_empty(), "{text}");
    }
    for (path, text) in
        [("a.rs", "// innerHTML is bad\nlet evaluated = 1;"), ("a.js", "  // eval(x)\nretrieval()")]
    {
        let file = File { path: path.into(), text: text.into() };
        assert_eq!(findings(&file), Vec::<String>::new(), "{text}");
    }
}
