//! How the kit's scripts are put together before they travel to the browser.

use serde_json::Value;

/// The script that every page runs first.
pub(crate) const WATCH: &str = include_str!("watch.js");

/// Names that every script of a test may use.
const PRELUDE: &str = r#"
const done = arguments[arguments.length - 1];
const args = Array.from(arguments).slice(0, -1);
const find = (selector) => {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
};
const parts = (card, name) => card.shadowRoot
  ? [...card.shadowRoot.querySelectorAll(`[part~="${name}"]`)] : [];
const part = (card, name, index = 0) => {
  const found = parts(card, name)[index];
  if (!found) throw new Error(`the card has no part "${name}" number ${index + 1}`);
  return found;
};
const tidy = (text) => text.replace(/\s+/g, " ").trim();
const frame = () => new Promise((next) => requestAnimationFrame(() => next()));
"#;

/// Wraps the body of an async function for the asynchronous script command.
///
/// It runs as a task of its own, as a page's scripts do: some drivers run theirs where
/// microtasks come between any two statements.
pub(crate) fn wrapped(body: &str) -> String {
    format!(
        "{PRELUDE}\nsetTimeout(() => (async () => {{ {body}\n }})().then(\
         (value) => done([true, value === undefined ? null : value]),\
         (error) => done([false, String(error) + '\\n' + (error && error.stack)])));"
    )
}

/// The body of a function that looks until an expression is true, and returns it.
pub(crate) fn until(condition: &str, millis: u64) -> String {
    format!(
        "const deadline = performance.now() + {millis}; let value, error;
         for (;;) {{
           try {{ error = undefined; value = await ({condition}); }} catch (thrown) {{ error = thrown; }}
           if (!error && value) return value;
           if (performance.now() > deadline) throw error || new Error(`still ${{value}}`);
           await new Promise((next) => setTimeout(next, 8));
         }}"
    )
}

/// A string as JavaScript source.
pub(crate) fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}
