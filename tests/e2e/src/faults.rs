//! What was put in, what should become of it, and what became of it: each kept as a file,
//! and written with `UPDATE=1` as the table of `docs/reliability.md`.

use std::collections::BTreeMap;
use std::fs;

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::kit::Kit;
use crate::tools;

/// The page, and what stands around the table.
const PAGE: &str = "docs/reliability.md";
const BEGIN: &str = "<!-- faults: made by UPDATE=1 cargo xtask test e2e -->\n";
const END: &str = "<!-- end of faults -->";

impl Kit {
    /// Notes a fault of the test that runs, and fails it unless what was seen is what was
    /// expected. The test itself proves that the fault was put in.
    #[track_caller]
    pub fn fault(&self, fault: &str, expected: &str, seen: &str) {
        self.has_fault.set(true);
        self.record(fault, expected, seen);
        assert_eq!(seen, expected, "{fault}");
    }

    /// Notes that a test named after a promise has passed, whose claim says it all.
    pub(crate) fn note_promise(&self) {
        if self.has_fault.take() {
            return;
        }
        let test = self.test.borrow().clone();
        let (number, claim) = last(&test).split_once('_').unwrap_or_default();
        if number.strip_prefix('p').is_some_and(|number| number.parse::<u32>().is_ok()) {
            self.record("as the test has it", &claim.replace('_', " "), &claim.replace('_', " "));
        }
    }

    /// Forgets what the test that runs has noted before: its faults may have other names by now.
    pub(crate) fn forget_faults(&self) {
        self.has_fault.set(false);
        let start = format!("{}-{}-", self.engine.name(), last(&self.test.borrow()));
        for entry in fs::read_dir(tools::target("faults")).into_iter().flatten().flatten() {
            if entry.file_name().to_string_lossy().starts_with(&start) {
                // What stays is seen in the table.
                drop(fs::remove_file(entry.path()));
            }
        }
    }

    fn record(&self, fault: &str, expected: &str, seen: &str) {
        let test = self.test.borrow();
        let test = last(&test);
        let record = json!({
            "test": test, "fault": fault, "expected": expected, "seen": seen,
            "engine": self.engine.name(),
        });
        let name = |text: &str| text.replace(|c: char| !c.is_ascii_alphanumeric(), "-");
        let file = format!("{}-{test}-{}.json", self.engine.name(), name(fault));
        let place = tools::target("faults").join(file);
        if let Err(error) = fs::write(&place, record.to_string()) {
            panic!("{}: {error}", place.display());
        }
    }
}

/// A test's name without that of its file.
fn last(name: &str) -> &str {
    name.rsplit("::").next().unwrap_or_default()
}

/// Writes the table anew where `UPDATE=1` asks for it: of the tests that there are.
pub(crate) fn update_when_asked(tests: &[&str]) {
    if std::env::var_os("UPDATE").is_some_and(|update| update == "1")
        && let Err(error) = update(tests)
    {
        eprintln!("{PAGE} stays as it is: {error}");
    }
}

/// What each engine showed, by test, fault and expectation.
type Rows = BTreeMap<(u32, String, String, String), BTreeMap<String, String>>;

fn update(tests: &[&str]) -> Result<(), String> {
    let page = tools::repository().join(PAGE);
    let text = fs::read_to_string(&page).map_err(|error| error.to_string())?;
    let (head, rest) = text.split_once(BEGIN).ok_or("no place for the table")?;
    let (_, tail) = rest.split_once(END).ok_or("no end of the table")?;
    let mut rows = rows()?;
    rows.retain(|(_, test, ..), _| tests.iter().any(|one| last(one) == test));
    let table = table(&rows);
    fs::write(page, [head, BEGIN, &table, END, tail].concat()).map_err(|error| error.to_string())
}

fn rows() -> Result<Rows, String> {
    let mut rows = Rows::new();
    let entries = fs::read_dir(tools::target("faults")).map_err(|error| error.to_string())?;
    for entry in entries.flatten() {
        let text = fs::read_to_string(entry.path()).map_err(|error| error.to_string())?;
        let record: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
        let field = |name: &str| {
            record.get(name).and_then(Value::as_str).unwrap_or_default().replace('|', "\\|")
        };
        let number = field("test").trim_start_matches('p').split('_').next().map(str::parse);
        let number = number.and_then(Result::ok).unwrap_or(u32::MAX);
        let key = (number, field("test"), field("fault"), field("expected"));
        rows.entry(key).or_default().insert(field("engine"), field("seen"));
    }
    Ok(rows)
}

fn table(rows: &Rows) -> String {
    let row = |((_, test, fault, expected), seen): (&_, &BTreeMap<String, String>)| {
        let (test, fault, expected): (&String, &String, &String) = (test, fault, expected);
        let cell = |engine: &Engine| match seen.get(engine.name()) {
            None => " ",
            Some(seen) if seen == expected => "held",
            Some(seen) => seen.as_str(),
        };
        let cells: Vec<&str> = Engine::EVERYWHERE.iter().map(cell).collect();
        format!("| `{test}` | {fault} | {expected} | {} |\n", cells.join(" | "))
    };
    let lines: Vec<String> = rows.iter().map(row).collect();
    let head =
        "| test | fault | expected | Chromium | Firefox | WebKit |\n|---|---|---|---|---|---|\n";
    ["\n", head, &lines.concat(), "\n"].concat()
}
