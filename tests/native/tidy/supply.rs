//! P25: where the code of others comes from, and on what terms.

use std::process::Command;

use serde_json::Value;

use super::{check_none, root};

/// What a package may be under. All allow what `MIT OR Apache-2.0` allows.
const LICENCES: [&str; 9] = [
    "MIT",
    "MIT-0",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];
/// The one registry; each version in it is there for good.
const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Whether an SPDX expression offers terms that are allowed. Without precedence: an `OR`
/// within an `AND` is in parentheses in every expression there is.
fn is_allowed(expression: &str) -> bool {
    let plain = expression.replace('/', " OR ").replace(['(', ')'], " ");
    plain
        .split(" AND ")
        .all(|needed| needed.split(" OR ").any(|licence| LICENCES.contains(&licence.trim())))
}

/// What cargo knows of every package, for the lock file as it is.
fn packages(platform: &str) -> Vec<Value> {
    let words = ["metadata", "--format-version", "1", "--locked", "--filter-platform", platform];
    let output = Command::new(env!("CARGO")).args(words).current_dir(root()).output();
    let output = output.expect("cargo");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let known: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    known["packages"].as_array().expect("a list").clone()
}

fn finding(package: &Value) -> Option<String> {
    let name = &package["name"];
    // The workspace's own have no source.
    let source = package["source"].as_str()?;
    let licence = package["license"].as_str().unwrap_or("none");
    if source != REGISTRY {
        return Some(format!("{name} comes from {source}"));
    }
    (!is_allowed(licence)).then(|| format!("{name} is under {licence}"))
}

#[test]
fn p25_code_of_others_is_locked_licensed_and_from_one_registry() {
    for platform in ["wasm32-unknown-unknown", "x86_64-unknown-linux-gnu"] {
        let packages = packages(platform);
        assert!(packages.len() > 40, "only {} packages", packages.len());
        let findings: Vec<String> = packages.iter().filter_map(finding).collect();
        check_none(&findings, platform);
    }
}

#[test]
fn p25_every_version_has_its_checksum() {
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).expect("Cargo.lock");
    let from_outside = lock.matches(&format!("source = \"{REGISTRY}\"")).count();
    assert_eq!(lock.matches("\nsource = ").count(), from_outside, "another registry");
    assert_eq!(lock.matches("\nchecksum = \"").count(), from_outside);
    let npm = std::fs::read_to_string(root().join("xtask/npm/package-lock.json"));
    let npm: Value = serde_json::from_str(&npm.expect("the lock file of npm")).expect("JSON");
    let packages = npm["packages"].as_object().expect("packages").iter();
    let unchecked: Vec<String> = packages
        .filter(|(path, package)| !path.is_empty() && package["integrity"].is_null())
        .map(|(path, _)| path.clone())
        .collect();
    check_none(&unchecked, "without an integrity");
}

#[test]
fn the_check_of_licences_bites() {
    for good in ["MIT/Apache-2.0", "GPL-3.0 OR MIT", "(MIT OR Apache-2.0) AND Unicode-3.0"] {
        assert!(is_allowed(good), "{good}");
    }
    for bad in ["GPL-3.0", "MIT AND GPL-3.0", "none", "Apache-2.0 WITH Something"] {
        assert!(!is_allowed(bad), "{bad}");
    }
    let foreign =
        serde_json::json!({ "name": "x", "source": "git+https://x.example", "license": "MIT" });
    assert!(finding(&foreign).is_some());
}
