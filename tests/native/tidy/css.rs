//! Colours are tokens, and every token is declared with a word about it.

use std::collections::BTreeMap;

use super::{File, check_none, files};

/// A public custom property, as `tokens.css` declares it.
#[derive(Debug, PartialEq, Eq)]
pub struct Token {
    pub name: String,
    pub default: String,
    pub about: String,
}

const PREFIX: &str = "--story-card-";

/// The public properties, in the order in which they are declared.
pub fn tokens() -> Vec<Token> {
    let tokens = read_tokens(&crate::reading::file("src/style/tokens.css"));
    assert!(tokens.len() >= 20, "only {} tokens", tokens.len());
    tokens
}

/// Reads lines such as `--_sc-ink: var(--story-card-ink, #111); /* text */`. Other lines may read
/// the same property, to make something else of it.
fn read_tokens(css: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    for line in css.lines() {
        let Some((private, value)) =
            line.trim().strip_prefix("--_sc-").and_then(|l| l.split_once(": "))
        else {
            continue;
        };
        let name = format!("{PREFIX}{private}");
        let Some((_, after)) = value.split_once(&format!("var({name}, ")) else { continue };
        let Some((default, about)) = after.split_once(';') else { panic!("an end of {line}") };
        let about = about.trim().strip_prefix("/*").and_then(|about| about.strip_suffix("*/"));
        let about = about.unwrap_or_else(|| panic!("a comment on {line}")).trim().to_owned();
        tokens.push(Token { name, default: plain(default), about });
    }
    tokens
}

/// What stands where nothing is set: the last of `var(--_sc-a-on, var(--_sc-b-on, #111))`, without the
/// brackets that close what was before it.
fn plain(default: &str) -> String {
    let mut rest = default;
    while let Some((name, other)) = rest.strip_prefix("var(").and_then(|r| r.split_once(", ")) {
        if name.contains(')') {
            break;
        }
        rest = other;
    }
    let excess = rest.matches(')').count().saturating_sub(rest.matches('(').count());
    rest[..rest.len() - excess].to_owned()
}

#[test]
fn a_token_is_read_with_its_default_and_its_comment() {
    let read = read_tokens(
        ".a {\n  --_sc-ink: var(--story-card-ink, light-dark(#111, #eee)); /* text */\n}\n",
    );
    let expected = Token {
        name: "--story-card-ink".into(),
        default: "light-dark(#111, #eee)".into(),
        about: "text".into(),
    };
    assert_eq!(read, [expected]);
    let read = read_tokens(
        "--_sc-ink: var(--_sc-ink-set, var(--story-card-ink, var(--_sc-ink-on, var(--_sc-text)))); /* text */\n\
         --_sc-line-on: color-mix(in srgb, var(--story-card-ink) 20%, red);\n",
    );
    assert_eq!(read.len(), 1);
    assert_eq!(
        (read[0].name.as_str(), read[0].default.as_str()),
        ("--story-card-ink", "var(--_sc-text)")
    );
    assert!(
        std::panic::catch_unwind(|| read_tokens("--_sc-ink: var(--story-card-ink, red);")).is_err(),
        "no comment"
    );
}

#[test]
fn every_public_property_is_declared_once() {
    let mut declared = BTreeMap::new();
    for token in tokens() {
        assert!(!token.about.is_empty(), "{} says what it is for", token.name);
        let before = declared.insert(token.name.clone(), token);
        assert!(before.is_none(), "{before:?} is declared twice");
    }
    let mut used = 0;
    for (folder, extension) in
        [("src", "css"), ("src", "rs"), ("src", "js"), ("index.html", "html"), ("pages", "js")]
    {
        for file in files(folder, extension) {
            for name in properties(&file.text) {
                assert!(
                    declared.contains_key(&name),
                    "{}: {name} is not declared in tokens.css",
                    file.path
                );
                used += 1;
            }
        }
    }
    assert!(used > 20, "only {used} uses found");
}

/// The public properties that a text names.
fn properties(text: &str) -> Vec<String> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let starts = text.match_indices(PREFIX).map(|(at, _)| at);
    let names = starts.map(|at| text[at..].chars().take_while(|c| is_part(*c)).collect::<String>());
    names.filter(|name| name != PREFIX).collect()
}

/// CSS without comments.
fn without_comments(css: &str) -> String {
    let mut left = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        left.push_str(before);
        let comment = after.split_once("*/").expect("a comment that ends");
        left.push_str(&"\n".repeat(comment.0.matches('\n').count()));
        rest = comment.1;
    }
    left + rest
}

/// Functions that make a colour from numbers.
const FUNCTIONS: [&str; 10] =
    ["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch(", "light-dark("];

/// Colours that have a name, the ones that people write.
const NAMES: [&str; 28] = [
    "black", "white", "red", "green", "blue", "yellow", "orange", "purple", "gray", "grey",
    "silver", "navy", "teal", "maroon", "olive", "lime", "aqua", "cyan", "magenta", "fuchsia",
    "pink", "brown", "gold", "crimson", "beige", "ivory", "tomato", "darkgray",
];

fn raw_colours(file: &File) -> Vec<String> {
    let css = without_comments(&file.text);
    let lines = css.lines().enumerate();
    let raw =
        lines.filter(|(_, line)| line.split_once(':').is_some_and(|(_, value)| is_raw(value)));
    raw.map(|(index, line)| format!("{}:{} {}", file.path, index + 1, line.trim())).collect()
}

/// Whether the value of a declaration holds a colour of its own.
fn is_raw(value: &str) -> bool {
    // Behind the brace is a selector's declaration; before it may be a pseudo-class.
    let value = value.rsplit('{').next().unwrap_or(value);
    let words = value.split(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '#' | '_'));
    let is_hex = |word: &str| {
        word.strip_prefix('#')
            .is_some_and(|hex| hex.len() >= 3 && hex.bytes().all(|b| b.is_ascii_hexdigit()))
    };
    let is_named = words
        .into_iter()
        .any(|word| is_hex(word) || NAMES.contains(&word.to_ascii_lowercase().as_str()));
    is_named || FUNCTIONS.iter().any(|function| value.contains(function))
}

#[test]
fn no_sheet_but_the_tokens_holds_a_colour() {
    let sheets = files("src", "css");
    assert!(sheets.iter().any(|file| !raw_colours(file).is_empty()), "the tokens hold colours");
    let others = sheets.iter().filter(|file| !file.path.ends_with("/tokens.css"));
    let all: Vec<String> = others.flat_map(raw_colours).collect();
    check_none(&all, "a colour outside tokens.css");
}

/// Firefox 140 takes a whole colour for invalid that has one of these with a channel in it, and
/// Chrome 133 ends the page.
const LATE: [&str; 6] = ["pow(", "sqrt(", "hypot(", "log(", "exp(", "round("];

#[test]
fn no_colour_is_reckoned_with_functions_that_came_late() {
    let is_late = |line: &&str| LATE.iter().any(|function| line.contains(function));
    let tokens = crate::reading::file("src/style/tokens.css");
    let late: Vec<String> = tokens.lines().filter(is_late).map(str::to_owned).collect();
    check_none(&late, "a function that came late");
}

#[test]
fn the_check_of_colours_bites() {
    for line in [
        "color: #fff;",
        "color: rgb(0 0 0 / 10%);",
        "border: 1px solid Black;",
        "a { color: red; }",
        "box-shadow: 0 0 1px #00000080;",
        "fill: hsl(1 2% 3%);",
    ] {
        assert_eq!(
            raw_colours(&File { path: "a.css".into(), text: line.into() }).len(),
            1,
            "{line}"
        );
    }
    for line in [
        "color: var(--_sc-ink);",
        "background: transparent;",
        "color: currentColor;",
        "/* color: red; */",
        "#fade:hover {",
        "color: CanvasText;",
        "white-space: nowrap;",
        "grid-area: red-box;",
        "color: color-mix(in srgb, var(--_sc-ink) 40%, transparent);",
    ] {
        assert_eq!(
            raw_colours(&File { path: "a.css".into(), text: line.into() }).len(),
            0,
            "{line}"
        );
    }
}

/// Rules that look further than to a child or a neighbour. A browser goes through all that is in
/// the subject of such a rule each time that something in it changes: through a card of 2 MB
/// that took 10 ms of a desk's time for each note that opened.
fn far_looks(file: &File) -> Vec<String> {
    let css = without_comments(&file.text);
    let is_far = |line: &str| {
        let mut looks = line.split(":has(").skip(1);
        // A byline is small.
        looks.any(|look| !look.starts_with(['>', '+'])) && !line.trim().starts_with(".byline:has(")
    };
    css.lines().filter(|line| is_far(line)).map(|line| format!("{}: {line}", file.path)).collect()
}

#[test]
fn no_rule_looks_through_a_whole_card() {
    let far = files("src", "css").iter().flat_map(far_looks).collect::<Vec<_>>();
    check_none(&far, "a rule that looks through all that is in its subject");
    for (line, count) in [(".card:has(.urgent) {", 1), (".event:has(+ [data-out]) {", 0)] {
        let file = File { path: "a.css".into(), text: line.into() };
        assert_eq!(far_looks(&file).len(), count, "{line}");
    }
}
