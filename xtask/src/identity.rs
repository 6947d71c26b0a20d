//! Ties the files of one build together, so that those of two builds never run as one.
//!
//! Caches answer with files of different builds after every release. So the loader asks for glue
//! and wasm by addresses that carry the build's hash, and what comes says of which build it is:
//! the glue by what it exports, the wasm by a section of its own (`docs/decisions/0025`).

use std::fs;
use std::path::Path;

use crate::bundle::{GLUE, LOADER};
use crate::process::{Outcome, failed};
use crate::shorten::WASM;

/// The module that holds the hash, and how it stands there before a build.
const MODULE: &str = "build.js";
const NONE: &str = "BUILD = \"\"";
/// Stands for the hash until it is known.
const ROOM: &str = "@build@";
/// The name of the section, for `WebAssembly.Module.customSections`.
const SECTION: &[u8] = b"build";
/// What the addresses carry the hash behind.
const QUERY: &str = "?build=";

/// Makes room for the hash in the staged module, before it is bundled with the others.
pub fn leave_room(staged: &Path) -> Outcome {
    let module = staged.join(MODULE);
    let text = failed("reading", &module, fs::read_to_string(&module))?;
    if text.matches(NONE).count() != 1 {
        return Err(format!("{MODULE} has no place for the hash of the build"));
    }
    let text = text.replace(NONE, &format!("BUILD = \"{ROOM}\""));
    failed("writing", &module, fs::write(&module, text))
}

/// Puts the hash of glue and wasm into all three staged files.
pub fn tie(staged: &Path) -> Outcome {
    let (loader, glue, wasm) = (staged.join(LOADER), staged.join(GLUE), staged.join(WASM));
    let loader_text = addressed(&failed("reading", &loader, fs::read_to_string(&loader))?)?;
    let glue_text = addressed(&failed("reading", &glue, fs::read_to_string(&glue))?)?;
    let mut bytes = failed("reading", &wasm, fs::read(&wasm))?;
    let hash = format!("{:016x}", fingerprint(&[glue_text.as_bytes(), &bytes].concat()));
    stamp(&mut bytes, hash.as_bytes())?;
    failed("writing", &loader, fs::write(&loader, loader_text.replace(ROOM, &hash)))?;
    failed("writing", &glue, fs::write(&glue, glue_text.replace(ROOM, &hash)))?;
    failed("writing", &wasm, fs::write(&wasm, bytes))
}

/// The text with room for the hash in every address of glue and wasm.
fn addressed(text: &str) -> Outcome<String> {
    if !text.contains(ROOM) {
        return Err("a bundled file does not know of which build it is".into());
    }
    let names = [GLUE, WASM].iter();
    Ok(names.fold(text.to_owned(), |text, name| {
        text.replace(&format!("\"./{name}\""), &format!("\"./{name}{QUERY}{ROOM}\""))
    }))
}

/// Adds a section of our own; what runs the wasm passes over it.
fn stamp(wasm: &mut Vec<u8>, hash: &[u8]) -> Outcome {
    let length = u8::try_from(1 + SECTION.len() + hash.len()).ok().filter(|length| *length < 128);
    let (Some(length), Ok(name)) = (length, u8::try_from(SECTION.len())) else {
        return Err("the hash is too long for a short section".into());
    };
    wasm.extend([0, length, name]);
    wasm.extend(SECTION.iter().chain(hash));
    Ok(())
}

/// The links by which a page has glue and wasm on their way before the loader asks for them.
pub fn preload_lines(dist: &Path) -> Outcome<String> {
    let loader = dist.join(LOADER);
    let text = failed("reading", &loader, fs::read_to_string(&loader))?;
    let address = |name: &str| {
        let (_, after) = text.split_once(&format!("\"./{name}{QUERY}"))?;
        Some(format!("{name}{QUERY}{}", after.split('"').next()?))
    };
    let (Some(glue), Some(wasm)) = (address(GLUE), address(WASM)) else {
        return Err(format!("{} names no glue and wasm", loader.display()));
    };
    Ok(format!(
        "<link rel=\"modulepreload\" href=\"https://cdn.example/{glue}\">\n\
         <link rel=\"preload\" as=\"fetch\" crossorigin href=\"https://cdn.example/{wasm}\">\n"
    ))
}

/// FNV-1a: short, and the same on every machine and with every compiler.
pub fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
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
        let glue = "fetch(\"./story-card-app_bg.wasm\");b=\"@build@\"";
        fs::write(folder.join(LOADER), loader).unwrap();
        fs::write(folder.join(GLUE), glue).unwrap();
        fs::write(folder.join(WASM), wasm).unwrap();
        folder
    }

    #[test]
    fn a_fingerprint_never_changes() {
        assert_eq!(fingerprint(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fingerprint(b"a"), 0xaf63_dc4c_8601_ec8c);
    }

    #[test]
    fn all_three_files_carry_the_hash_of_what_they_are() {
        let (one, other) =
            (staged("one", b"\0asm\x01\0\0\0"), staged("other", b"\0asm\x01\0\0\0\0"));
        let hash = |folder: &Path| {
            tie(folder).unwrap();
            let text = |name| fs::read_to_string(folder.join(name)).unwrap();
            let hash = text(LOADER).split('"').nth_back(1).unwrap().to_owned();
            let wasm = format!("\"./story-card-app_bg.wasm?build={hash}\"");
            assert!(text(LOADER).contains(&format!("\"./story-card-app.js?build={hash}\"")));
            assert!(text(LOADER).contains(&wasm) && text(GLUE).contains(&wasm));
            let bytes = fs::read(folder.join(WASM)).unwrap();
            assert!(bytes.ends_with(format!("\0\x16\x05build{hash}").as_bytes()), "{bytes:?}");
            assert!(preload_lines(folder).unwrap().contains(&format!("_bg.wasm?build={hash}\"")));
            fs::remove_dir_all(folder).unwrap();
            hash
        };
        assert_ne!(hash(&one), hash(&other));
    }

    #[test]
    fn a_file_without_room_is_refused() {
        assert!(addressed("fetch(\"./story-card-app_bg.wasm\")").is_err());
        let module = include_str!("../../src/element/loader/build.js");
        assert_eq!(module.matches(NONE).count(), 1);
    }
}
