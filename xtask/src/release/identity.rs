//! Ties the files of one build together, so that those of two builds never run as one.
//!
//! Caches answer with files of different builds after every release. So the loader asks for glue
//! and wasm by addresses that carry the build's hash, and what comes says of which build it is:
//! the glue by what it exports, the wasm by a section of its own (`docs/decisions/0025-files-of-one-build.md`).

use std::path::Path;

use anyhow::{Context as _, Result, bail, ensure};
use fs_err as fs;
use wasm_encoder::{CustomSection, Section as _};

use crate::release::files::{CONVERTER, CONVERTER_WASM, GLUE, LATER, LOADER, WASM};
use crate::tools::fingerprint::fingerprint;

/// The module that holds the hash, and how it stands there before a build.
const MODULE: &str = "build.js";
const NONE: &str = "BUILD = \"\"";
/// Stands for the hash until it is known.
const ROOM: &str = "@build@";
/// The name of the section, for `WebAssembly.Module.customSections`.
const SECTION: &str = "build";
/// What the addresses carry the hash behind.
pub const QUERY: &str = "?build=";

/// Makes room for the hash in the staged module, before it is bundled with the others.
pub fn leave_room(staged: &Path) -> Result<()> {
    let module = staged.join(MODULE);
    let text = fs::read_to_string(&module)?;
    let places = text.matches(NONE).count();
    ensure!(places == 1, "{MODULE} has no place for the hash of the build");
    let text = text.replace(NONE, &format!("BUILD = \"{ROOM}\""));
    Ok(fs::write(&module, text)?)
}

/// The files whose addresses carry the hash: those of JavaScript, and those of wasm.
const SCRIPTS: [&str; 2] = [GLUE, CONVERTER];
const MODULES: [&str; 3] = [WASM, LATER, CONVERTER_WASM];

/// Puts the hash of all that the loader brings along into all staged files.
pub fn tie(staged: &Path) -> Result<()> {
    let mut bytes = Vec::new();
    let mut scripts = Vec::new();
    for name in [LOADER].into_iter().chain(SCRIPTS) {
        let text = addressed(&fs::read_to_string(staged.join(name))?)?;
        if name != LOADER {
            bytes.extend_from_slice(text.as_bytes());
        }
        scripts.push((name, text));
    }
    for name in MODULES {
        bytes.extend(fs::read(staged.join(name))?);
    }
    let hash = format!("{:016x}", fingerprint(&bytes));
    for (name, text) in scripts {
        fs::write(staged.join(name), text.replace(ROOM, &hash))?;
    }
    for name in MODULES {
        let file = staged.join(name);
        let mut bytes = fs::read(&file)?;
        // What runs the wasm passes over it.
        let section = CustomSection { name: SECTION.into(), data: hash.as_bytes().into() };
        section.append_to(&mut bytes);
        fs::write(file, bytes)?;
    }
    Ok(())
}

/// The text with room for the hash in every address of a script or a wasm.
fn addressed(text: &str) -> Result<String> {
    ensure!(text.contains(ROOM), "a bundled file does not know of which build it is");
    Ok(SCRIPTS.iter().chain(&MODULES).fold(text.to_owned(), |text, name| {
        text.replace(&format!("\"./{name}\""), &format!("\"./{name}{QUERY}{ROOM}\""))
    }))
}

/// The hash of the build, as its loader has it.
pub fn hash_in(loader: &str) -> Result<String> {
    let (_, after) = loader.split_once(QUERY).context("the loader has no hash of a build")?;
    Ok(after.chars().take_while(char::is_ascii_hexdigit).collect())
}

/// The links by which a page has glue and wasm on their way before the loader asks for them.
pub fn preload_lines(dist: &Path) -> Result<String> {
    let loader = dist.join(LOADER);
    let text = fs::read_to_string(&loader)?;
    let address = |name: &str| {
        let (_, after) = text.split_once(&format!("\"./{name}{QUERY}"))?;
        Some(format!("{name}{QUERY}{}", after.split('"').next()?))
    };
    let (Some(glue), Some(wasm)) = (address(GLUE), address(WASM)) else {
        bail!("{} names no glue and wasm", loader.display());
    };
    Ok(format!(
        "<link rel=\"modulepreload\" href=\"https://cdn.example/{glue}\">\n\
         <link rel=\"preload\" as=\"fetch\" crossorigin href=\"https://cdn.example/{wasm}\">\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A staged build of very little.
    fn staged(name: &str, wasm: &[u8]) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let loader =
            "import(\"./story-card-app.js\");fetch(\"./story-card-app_bg.wasm\");b=\"@build@\"";
        let glue = "fetch(\"./story-card-app_bg.wasm\");fetch(\"./story-card-later.wasm\");\
             import(\"./story-card-converter.js\");b=\"@build@\"";
        fs::write(folder.join(LOADER), loader).unwrap();
        fs::write(folder.join(GLUE), glue).unwrap();
        fs::write(folder.join(CONVERTER), "b=\"@build@\"").unwrap();
        fs::write(folder.join(WASM), wasm).unwrap();
        for part in [LATER, CONVERTER_WASM] {
            fs::write(folder.join(part), b"\0asm\x01\0\0\0").unwrap();
        }
        folder
    }

    #[test]
    fn all_files_carry_the_hash_of_what_they_are() {
        let wasm = b"\0asm\x01\0\0\0";
        let (one, other) = (staged("one", wasm), staged("other", b"\0asm\x01\0\0\0\0"));
        let more = |name: &str, file: &str| {
            let folder = staged(name, wasm);
            let text = fs::read_to_string(folder.join(file)).unwrap();
            fs::write(folder.join(file), format!(";{text}")).unwrap();
            folder
        };
        let (loader, glue) = (more("loader", LOADER), more("glue", GLUE));
        let hash = |folder: &Path| {
            tie(folder).unwrap();
            let text = |name| fs::read_to_string(folder.join(name)).unwrap();
            let hash = text(LOADER).split('"').nth_back(1).unwrap().to_owned();
            let wasm = format!("\"./story-card-app_bg.wasm?build={hash}\"");
            assert!(text(LOADER).contains(&format!("\"./story-card-app.js?build={hash}\"")));
            assert!(text(LOADER).contains(&wasm) && text(GLUE).contains(&wasm));
            assert!(text(GLUE).contains(&format!("\"./story-card-later.wasm?build={hash}\"")));
            assert!(text(GLUE).contains(&format!("\"./story-card-converter.js?build={hash}\"")));
            assert!(text(CONVERTER).contains(&hash));
            for part in MODULES {
                let bytes = fs::read(folder.join(part)).unwrap();
                assert!(bytes.ends_with(format!("\0\x16\x05build{hash}").as_bytes()), "{bytes:?}");
            }
            assert!(preload_lines(folder).unwrap().contains(&format!("_bg.wasm?build={hash}\"")));
            fs::remove_dir_all(folder).unwrap();
            hash
        };
        let hashes = [&one, &other, &glue].map(|folder| hash(folder));
        assert!(hashes[0] != hashes[1] && hashes[0] != hashes[2], "{hashes:?}");
        // A loader brings the same along whatever else is in it.
        assert_eq!(hash(&loader), hashes[0]);
    }

    #[test]
    fn a_file_without_room_is_refused() {
        assert!(addressed("fetch(\"./story-card-app_bg.wasm\")").is_err());
        let module = include_str!("../../../src/element/loader/build.js");
        assert_eq!(module.matches(NONE).count(), 1);
    }
}
