//! Makes a factory of instances of what wasm-bindgen wrote.
//!
//! As written, the glue is a module with one instance for as long as the page lives, which a
//! crash leaves dead. wasm-bindgen's own way out, `schedule_reinit`, lets what is left of the
//! old instance throw into the page (`docs/decisions/0021-a-factory-of-instances.md`). Here the
//! same text becomes the body of a function, and all that leads into the wasm goes through a
//! guard that the caller gives.

use anyhow::{Context as _, Result, ensure};

use crate::release::split::LINK;

/// Where the part begins that fetches and starts the wasm: the loader does that.
const START: &str = "\nasync function __wbg_load(";
/// Some libraries put a class of their own in this one's place; without it the wasm finds no page.
const WINDOW: &str = "const Window = Object.getPrototypeOf(globalThis).constructor;";
/// What stands at the begin of each call from the page into a closure of the app.
const CALLED: &str = "state.cnt++;";
/// Scripts that wrap what they are given to listen with, or to wait with, may call it after it was
/// taken back: nothing is done then. As written, that throws, which is a crash of the app.
const CALLED_IN_TIME: &str = "if (state.cnt == 0) return;\nstate.cnt++;";
/// What is called by the end of the body.
const NEEDED: [&str; 2] = ["function __wbg_get_imports()", "function __wbg_finalize_init("];

/// What gives the exports of a new instance.
struct Factory {
    outer: String,
    inner: String,
    names: String,
}

/// The module `instance.js` of the app: `open(module, guard)` gives the exports of a new
/// instance, and `join`, which has the part that comes later take its place in the table of that
/// instance.
pub fn contain(glue: &str) -> Result<String> {
    let Factory { outer, inner, names } = factory(glue)?;
    Ok(format!(
        "{outer}export const open = (module, guard) => {{\n{WINDOW}\n{inner}\
         const imports = __wbg_get_imports();\n\
         const {{ exports }} = new WebAssembly.Instance(module, imports);\n\
         __wbg_finalize_init({{ exports: guard(exports) }}, module);\n\
         const join = (part) => new WebAssembly.Instance(part, {{ ...imports, {LINK}: exports }});\n\
         return {{ join, {names} }};\n}};\n"
    ))
}

/// The module `instance.js` of the converter, which asks nothing of the page: `open(module)`.
/// Its instances are made beside the page's work, as browsers want it for a wasm of that size.
pub fn contain_converter(glue: &str) -> Result<String> {
    let Factory { outer, inner, names } = factory(glue)?;
    Ok(format!(
        "{outer}export const open = async (module) => {{\n{inner}\
         __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()), module);\n\
         return {{ {names} }};\n}};\n"
    ))
}

fn factory(glue: &str) -> Result<Factory> {
    let (body, _) = glue.split_once(START).context("the glue starts in a way that is not known")?;
    let is_whole = NEEDED.iter().all(|function| body.contains(function));
    let is_called = body.contains("_wbg_cb_unref = ") == body.contains(CALLED);
    ensure!(is_whole && is_called, "the glue is not made of what it was made of");
    let body = body.replace(CALLED, CALLED_IN_TIME);
    let (mut outer, mut inner, mut names) = (String::new(), String::new(), Vec::new());
    for line in body.lines() {
        // Functions of our own that the wasm calls are the same for all instances.
        if line.starts_with("import ") {
            outer.push_str(line);
            outer.push('\n');
            continue;
        }
        let plain = line.strip_prefix("export ").unwrap_or(line);
        if plain.len() < line.len() {
            let name = plain.trim_start_matches("function ").trim_start_matches("class ");
            let end = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
            names.push(name.get(..end.unwrap_or(name.len())).unwrap_or_default().to_owned());
        }
        inner.push_str(plain);
        inner.push('\n');
    }
    ensure!(!names.is_empty(), "the glue exports nothing");
    Ok(Factory { outer, inner, names: names.join(", ") })
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "/* types */\nexport class Mounted {\n  free() {}\n}\n\
        export function mount(root) {\n  return wasm.mount(root);\n}\n\
        function __wbg_get_imports() {}\nlet wasm;\n\
        function __wbg_finalize_init(instance) { wasm = instance.exports }\n\
        async function __wbg_load(module) {}\nexport { initSync, __wbg_init as default };\n";

    #[test]
    fn the_glue_becomes_a_function_that_returns_its_exports() {
        let made = contain(GLUE).unwrap();
        assert!(
            made.starts_with("export const open = (module, guard) => {\nconst Window"),
            "{made}"
        );
        assert!(made.contains("return { join, Mounted, mount };"), "{made}");
        assert!(!made.contains("__wbg_load") && made.matches("export ").count() == 1, "{made}");
    }

    #[test]
    fn converter_is_a_factory_without_a_guard() {
        let made = contain_converter(GLUE).unwrap();
        assert!(
            made.starts_with("export const open = async (module) => {\n") && !made.contains(WINDOW),
            "{made}"
        );
        assert!(made.contains("return { Mounted, mount };"), "{made}");
    }

    #[test]
    fn closures_that_were_taken_back_do_nothing() {
        let closure =
            "function makeClosure(f) {\n  state.cnt++;\n  real._wbg_cb_unref = () => {};\n}\n";
        let made = contain(&GLUE.replace("let wasm;\n", closure)).unwrap();
        assert!(made.contains(CALLED_IN_TIME), "{made}");
        let other = closure.replace("state.cnt++", "state.count++");
        assert!(contain(&GLUE.replace("let wasm;\n", &other)).is_err());
    }

    #[test]
    fn imports_stay_outside() {
        let import = "import { draw } from './snippets/draw.js';\n";
        let made = contain(&GLUE.replace("/* types */\n", import)).unwrap();
        assert!(made.starts_with(import) && made.matches("import ").count() == 1, "{made}");
    }

    #[test]
    fn glue_of_another_shape_is_refused() {
        assert!(contain("export { a };").is_err());
        assert!(contain(&GLUE.replace("__wbg_finalize_init", "other")).is_err());
    }
}
