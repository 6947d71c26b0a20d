//! Where programs and built files are.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// Finds the first of several names on `PATH`.
pub(crate) fn first_program(names: &[&str]) -> Result<PathBuf, String> {
    let path = env::var_os("PATH").unwrap_or_default();
    names
        .iter()
        .flat_map(|name| env::split_paths(&path).map(move |folder| folder.join(name)))
        .find(|candidate| candidate.is_file())
        .ok_or_else(|| {
            let names = names.join(" or ");
            format!("{names} is not on PATH; `cargo xtask test` installs what is missing")
        })
}

/// Finds WebKitGTK's small browser, which distributions keep off `PATH`.
pub(crate) fn mini_browser() -> Result<PathBuf, String> {
    let mut found: Vec<PathBuf> = ["/usr/lib", "/usr/libexec"]
        .into_iter()
        .flat_map(|top| folders(Path::new(top)).into_iter().chain([top.into()]))
        .flat_map(|folder| folders(&folder))
        .filter(|folder| name_of(folder).starts_with("webkit2gtk-4."))
        .map(|folder| folder.join("MiniBrowser"))
        .filter(|program| program.is_file())
        .collect();
    found.sort();
    found
        .pop()
        .ok_or_else(|| "WebKit's MiniBrowser is missing; Debian has it in webkit2gtk-driver".into())
}

fn folders(parent: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(parent).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect()
}

fn name_of(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).unwrap_or_default()
}

/// The repository's root, as seen from this package.
pub(crate) fn repository() -> PathBuf {
    let package = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| ".".into(), PathBuf::from);
    package.join("../..")
}

/// The built files a publisher would serve.
pub(crate) fn dist() -> PathBuf {
    env::var_os("STORY_CARD_DIST").map_or_else(|| repository().join("dist"), PathBuf::from)
}

/// The demo stories and their pictures.
pub(crate) fn statics() -> PathBuf {
    repository().join("static")
}

/// axe-core's script, which comes from npm.
pub(crate) fn axe() -> Result<PathBuf, String> {
    let path = env::var_os("STORY_CARD_AXE").map(PathBuf::from);
    path.filter(|path| path.is_file())
        .ok_or_else(|| "STORY_CARD_AXE does not name axe.min.js; `cargo xtask test` sets it".into())
}

/// Where npm's packages are, axe-core among them.
pub(crate) fn npm_packages() -> Result<PathBuf, String> {
    let folder = axe()?.parent().and_then(Path::parent).map(PathBuf::from);
    folder.ok_or_else(|| "axe-core is in no folder of packages".into())
}

/// A library for a page, by the name of its file: two are packages of Debian, the others stand
/// beside axe-core.
pub(crate) fn library(name: &str) -> Option<PathBuf> {
    let shared = Path::new("/usr/share/javascript");
    let path = match name {
        "prototype.js" => shared.join("prototype/prototype.js"),
        "mootools.js" => shared.join("mootools/mootools-core-nc.js"),
        "zone.js" => npm_packages().ok()?.join("zone.js/bundles/zone.umd.js"),
        "idiomorph.js" => npm_packages().ok()?.join("idiomorph/dist/idiomorph.js"),
        _ => return None,
    };
    path.is_file().then_some(path)
}

/// Where screenshots go, made if it is not there.
pub(crate) fn screenshots() -> PathBuf {
    target("screenshots")
}

/// A folder for what a run leaves behind, made if it is not there.
pub(crate) fn target(name: &str) -> PathBuf {
    let target =
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| repository().join("target"), PathBuf::from);
    let folder = target.join(name);
    // A failure shows at the write that follows, with the path in its message.
    drop(fs::create_dir_all(&folder));
    folder
}
