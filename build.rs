//! Joins the sheets, each beside the code that it is for, into one text without comments.

use std::path::Path;
use std::{env, fs, io};

/// What the app may take of the reader's memory, all cards together: a multiple of 64 KiB.
const MAX_MEMORY_BYTES: u32 = 128 << 20;

/// How a card looks by the publisher's choices; all other sheets build on it.
const TOKENS: [&str; 1] = ["style/tokens"];
/// What shows before the app is there: the loader carries it.
const FIRST: [&str; 3] = ["style/base", "style/first", "style/words"];
/// The rest, in the order in which they apply.
const APP: [&str; 16] = [
    "style/shared",
    "card/header",
    "loading/freshness",
    "card/whats_new",
    "sections/sections",
    "prose/prose",
    "prose/table",
    "citations/citations",
    "citations/note",
    "timeline/timeline",
    "timeline/drawing",
    "citations/list",
    "card/footer",
    "style/bars",
    "style/print",
    "style/contrast",
];

/// Where the tokens of the whole card stand.
const HOST: &str = ":host";

fn main() -> io::Result<()> {
    // A story that takes more than this ends in a crash that the card recovers from, instead of
    // taking the tab down with it.
    if env::var_os("CARGO_CFG_TARGET_ARCH").is_some_and(|arch| arch == "wasm32") {
        println!("cargo::rustc-link-arg-bins=--max-memory={MAX_MEMORY_BYTES}");
    }
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    let tokens = join(&TOKENS)?;
    let first = join(&FIRST)?;
    let (needed, left) = part(&rules(&tokens), &first);
    fs::write(Path::new(&out).join("first.css"), text(&needed) + &first)?;
    fs::write(Path::new(&out).join("app.css"), text(&left) + &join(&APP)?)
}

fn join(sheets: &[&str]) -> io::Result<String> {
    let read = |sheet: &&str| {
        let file = Path::new("src").join(sheet).with_extension("css");
        println!("cargo::rerun-if-changed={}", file.display());
        fs::read_to_string(file)
    };
    sheets.iter().map(read).map(|sheet| Ok(widened(&squeeze(&sheet?)))).collect()
}

/// A wide card, and one that its publisher wants in two columns. No style sheet can name two
/// containers in one condition, so that a rule for the first comes again for the second.
const WIDE: &str = "@container story-card-wide (min-width:52em)";
const TWO: &str = "@container story-card-two (min-width:40em)";

fn widened(sheet: &str) -> String {
    let mut parts = sheet.split(WIDE);
    let mut wider = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let mut depth = 0_usize;
        let end = part.find(|letter| {
            depth += usize::from(letter == '{');
            depth -= usize::from(letter == '}');
            letter == '}' && depth == 0
        });
        let (rules, rest) = part.split_at(end.map_or(part.len(), |end| end + 1));
        wider += &[WIDE, rules, TWO, rules, rest].concat();
    }
    wider
}

/// A rule of the tokens: the at-rule around it, its selector, its declarations.
struct Rule<'a> {
    around: &'a str,
    selector: &'a str,
    tokens: Vec<&'a str>,
}

/// Reads squeezed rules, of which some stand in an at-rule.
fn rules(mut sheet: &str) -> Vec<Rule<'_>> {
    let (mut rules, mut around) = (Vec::new(), "");
    while let Some((head, rest)) = sheet.split_once('{') {
        if let Some(selector) = head.strip_prefix('}') {
            around = "";
            sheet = &sheet[sheet.len() - rest.len() - selector.len() - 1..];
        } else if head.starts_with('@') {
            around = head;
            sheet = rest;
        } else {
            let (tokens, after) = rest.split_once('}').unwrap_or((rest, ""));
            rules.push(Rule { around, selector: head, tokens: tokens.split(';').collect() });
            sheet = after;
        }
    }
    rules
}

/// Parts the tokens into those that the first sheet needs and those that can wait.
///
/// What does not begin at the host always waits, and so does how colours follow from each
/// other: the loader has a budget. A rule that is for other grounds too is needed for the host
/// alone, and comes again in full.
fn part<'a>(rules: &[Rule<'a>], sheet: &str) -> (Vec<Rule<'a>>, Vec<Rule<'a>>) {
    let name = |token: &str| token.split(':').next().unwrap_or_default().to_owned();
    let is_first = |rule: &Rule| rule.selector.starts_with(HOST) && rule.around.is_empty();
    let mut read = sheet.to_owned();
    // Until nothing is found any more: a token may be read by any other.
    loop {
        let tokens = rules.iter().filter(|rule| is_first(rule)).flat_map(|rule| &rule.tokens);
        let is_read = |token: &&&str| {
            let name = name(token);
            !read.contains(&format!(";{name}:")) && read.contains(&format!("var({name})"))
        };
        let more: Vec<&str> = tokens.filter(is_read).copied().collect();
        if more.is_empty() {
            break;
        }
        read = [&read, ";", &more.join(";")].concat();
    }
    let pick = |is_needed: bool| {
        let keep = |rule: &Rule<'a>| {
            let is_whole = !is_needed && rule.selector != HOST;
            let is_kept = |token: &&str| {
                is_whole || (is_first(rule) && read.contains(&format!(";{token}"))) == is_needed
            };
            let tokens: Vec<&str> = rule.tokens.iter().copied().filter(is_kept).collect();
            let selector = if is_needed { HOST } else { rule.selector };
            (!tokens.is_empty()).then_some(Rule { around: rule.around, selector, tokens })
        };
        rules.iter().filter_map(keep).collect()
    };
    (pick(true), pick(false))
}

/// The rules as a sheet.
fn text(rules: &[Rule]) -> String {
    let mut text = String::new();
    let (mut around, mut selector) = ("", "");
    for rule in rules {
        if rule.selector == selector && rule.around == around {
            text.pop();
            text += &[";", &rule.tokens.join(";"), "}"].concat();
            continue;
        }
        selector = rule.selector;
        if rule.around != around {
            let close = if around.is_empty() { "" } else { "}" };
            let open = if rule.around.is_empty() { "" } else { "{" };
            text += &[close, rule.around, open].concat();
            around = rule.around;
        }
        text += &[rule.selector, "{", &rule.tokens.join(";"), "}"].concat();
    }
    if around.is_empty() { text } else { text + "}" }
}

/// Takes out comments, and white space where CSS does not need it.
///
/// The sheets hold no text in quotation marks that contains a comment.
fn squeeze(sheet: &str) -> String {
    let mut plain = String::new();
    let mut rest = sheet;
    while let Some((before, after)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, tail)| tail);
    }
    plain.push_str(rest);
    let mut is_quoted = true;
    let piece = |piece: &str| {
        is_quoted = !is_quoted;
        if is_quoted { piece.to_owned() } else { squeeze_unquoted(piece) }
    };
    plain.split('"').map(piece).collect::<Vec<_>>().join("\"")
}

fn squeeze_unquoted(sheet: &str) -> String {
    let words: Vec<&str> = sheet.split_whitespace().collect();
    let mut squeezed = words.join(" ");
    for mark in ["{", "}", ";", ","] {
        for spaced in [format!(" {mark}"), format!("{mark} ")] {
            squeezed = squeezed.replace(&spaced, mark);
        }
    }
    // `0.3em` is `.3em`.
    for before in [":", " ", ",", "("] {
        squeezed = squeezed.replace(&format!("{before}0."), &format!("{before}."));
    }
    let squeezed = squeezed.replace(": ", ":").replace(";}", "}");
    squeezed.replace(" > ", ">").replace(" !", "!")
}
