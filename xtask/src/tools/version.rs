//! Version numbers as programs print them, as `Cargo.lock` holds them and as npm pins them.

/// The version in what `program --version` prints.
pub fn printed(output: &str) -> Option<&str> {
    let words = output.lines().next()?.split_whitespace();
    words
        .map(|word| word.strip_prefix('v').unwrap_or(word))
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
}

/// Whether a printed version is the pinned one. Binaryen prints `132` for its release 132.0.0.
pub fn is_same(printed: &str, pinned: &str) -> bool {
    printed == pinned || pinned.strip_suffix(".0.0") == Some(printed)
}

/// The version of a crate in the text of a `Cargo.lock`.
pub fn locked<'a>(lock: &'a str, name: &str) -> Option<&'a str> {
    let quoted =
        |line: &'a str, key: &str| line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"');
    let mut lines = lock.lines();
    lines.find(|line| quoted(line, "name") == Some(name))?;
    quoted(lines.next()?, "version")
}

/// The exact version of a package in the text of a `package.json`.
pub fn npm_pinned(package_json: &str, name: &str) -> Option<String> {
    let json: serde_json::Value = serde_json::from_str(package_json).ok()?;
    Some(json.get("devDependencies")?.get(name)?.as_str()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_found_in_what_programs_print() {
        assert_eq!(printed("trunk 0.21.14\n"), Some("0.21.14"));
        assert_eq!(printed("geckodriver 0.36.0\n\nThe source code 1"), Some("0.36.0"));
        assert_eq!(printed("wasm-opt version 132 (version_132)"), Some("132"));
        assert_eq!(printed("wasm-opt version 108"), Some("108"));
        assert_eq!(printed("0.28.2"), Some("0.28.2"));
        assert_eq!(printed("v20.20.2"), Some("20.20.2"));
        assert_eq!(printed("command not found"), None);
        assert_eq!(printed(""), None);
    }

    #[test]
    fn only_the_pinned_version_is_the_same() {
        assert!(is_same("0.21.14", "0.21.14"));
        assert!(is_same("132", "132.0.0"));
        assert!(!is_same("108", "132.0.0"));
        assert!(!is_same("0.21", "0.21.14"));
    }

    #[test]
    fn a_lock_gives_the_version_of_the_very_crate() {
        let lock = "[[package]]\nname = \"wasm-bindgen-shared\"\nversion = \"0.2.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked(lock, "yew"), None);
    }

    #[test]
    fn npm_pins_are_read_from_the_manifest() {
        let manifest = include_str!("../../npm/package.json");
        assert!(npm_pinned(manifest, "binaryen").is_some());
        assert_eq!(npm_pinned(manifest, "left-pad"), None);
        assert_eq!(npm_pinned("{", "binaryen"), None);
    }
}
