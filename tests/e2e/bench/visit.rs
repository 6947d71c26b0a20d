//! One browser, two visits of a page: what a reader waits for and what it costs.

use serde_json::{Value, json};
use story_card_e2e::Browser;
use tokio::runtime::Handle;

use crate::figures::Figures;
use crate::options::{Case, Kind, Profile};
use crate::site::Site;

/// Whoever takes longer than this hangs.
const PATIENCE_SECS: u64 = 45;
/// How long a pointer rests on a marker of the card before its note opens, on purpose; a test
/// holds it to the card's own figure. Lit's note opens at once.
const HOVER_DELAY_MILLIS: f64 = 150.0;
/// Runs before the page's own scripts.
const WATCH: &str = include_str!("watch.js");
/// Runs when all is there.
const EXPAND: &str = include_str!("expand.js");
/// Runs while the pointer comes to a marker.
const HOVER: &str = include_str!("hover.js");

/// Visits a page for the first and for the second time.
pub fn cold_and_warm(
    site: &Site,
    runtime: &Handle,
    case: Case,
    kind: Kind,
) -> Result<(Figures, Figures), String> {
    let address = site.prepare(case, kind)?;
    let browser = Browser::start(runtime, PATIENCE_SECS)?;
    furnish(&browser, case.profile)?;
    site.sent();
    let cold = visit(&browser, site, &address, kind)?;
    browser.open("about:blank")?;
    let warm = visit(&browser, site, &address, kind)?;
    Ok((cold, warm))
}

fn furnish(browser: &Browser, profile: Profile) -> Result<(), String> {
    let tell = |command: &str, parameters: Value| browser.devtools(command, parameters);
    tell("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH }))?;
    tell("Network.enable", json!({}))?;
    tell("Performance.enable", json!({}))?;
    // The window of a browser without a screen is smaller than any desk's: what shifts would
    // count for more than it does for a reader.
    let screen = match profile {
        Profile::Desktop => {
            json!({ "width": 1280, "height": 800, "deviceScaleFactor": 1, "mobile": false })
        }
        Profile::Mobile => {
            json!({ "width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": true })
        }
    };
    tell("Emulation.setDeviceMetricsOverride", screen)?;
    if profile == Profile::Mobile {
        tell("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }))?;
        let line = json!({
            "offline": false, "latency": 150,
            "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8,
        });
        tell("Network.emulateNetworkConditions", line)?;
    }
    Ok(())
}

fn visit(browser: &Browser, site: &Site, address: &str, kind: Kind) -> Result<Figures, String> {
    let mut figures = Figures::new();
    browser.open(address)?;
    let seen = browser.run("return await bench.done")?;
    for (name, value) in seen.as_object().into_iter().flatten() {
        figures.extend(value.as_f64().map(|value| (name.clone(), value)));
    }
    metrics(browser, &mut figures)?;
    for (kind, bytes) in site.sent() {
        let bytes = f64::from(bytes);
        figures.insert(format!("bytes {kind}"), bytes);
        *figures.entry("bytes".into()).or_default() += bytes;
    }
    // Before anything is pressed by a script: what a reader presses may move.
    let shift = browser.run("return bench.shift")?;
    figures.extend(shift.as_f64().map(|shift| ("cls".into(), shift)));
    let expand = browser.run(EXPAND)?;
    figures.extend(expand.as_f64().map(|millis| ("expand".into(), millis)));
    hover(browser, kind, &mut figures)?;
    memory(browser, &mut figures)?;
    Ok(figures)
}

/// What the main thread did, in milliseconds.
fn metrics(browser: &Browser, figures: &mut Figures) -> Result<(), String> {
    let metrics = browser.devtools("Performance.getMetrics", json!({}))?;
    for (metric, name) in [
        ("TaskDuration", "task"),
        ("ScriptDuration", "script"),
        ("LayoutDuration", "layout"),
        ("RecalcStyleDuration", "style"),
        ("V8CompileDuration", "compile"),
    ] {
        figures.extend(value(&metrics, metric).map(|seconds| (name.into(), seconds * 1_000.0)));
    }
    figures.extend(value(&metrics, "Nodes").map(|nodes| ("nodes".into(), nodes)));
    Ok(())
}

fn value(metrics: &Value, name: &str) -> Option<f64> {
    let list = metrics.get("metrics")?.as_array()?;
    let found = list.iter().find(|metric| metric.get("name").is_some_and(|other| other == name))?;
    found.get("value")?.as_f64()
}

fn memory(browser: &Browser, figures: &mut Figures) -> Result<(), String> {
    browser.devtools("HeapProfiler.collectGarbage", json!({}))?;
    let metrics = browser.devtools("Performance.getMetrics", json!({}))?;
    figures.extend(value(&metrics, "JSHeapUsedSize").map(|bytes| ("heap".into(), bytes)));
    let wasm = browser.run("return bench.memory?.buffer.byteLength ?? 0")?;
    figures.extend(wasm.as_f64().map(|bytes| ("wasm".into(), bytes)));
    Ok(())
}

/// From the pointer's coming to a marker to the note's being painted.
fn hover(browser: &Browser, kind: Kind, figures: &mut Figures) -> Result<(), String> {
    let place = browser.run(HOVER)?;
    let coordinate = |index: usize| place.get(index).and_then(Value::as_f64);
    let (Some(x), Some(y)) = (coordinate(0), coordinate(1)) else { return Ok(()) };
    for (x, y) in [(1.0, 1.0), (x, y)] {
        let movement = json!({ "type": "mouseMoved", "x": x, "y": y });
        browser.devtools("Input.dispatchMouseEvent", movement)?;
    }
    let millis = browser.run("return await bench.hover")?;
    let delay = if kind.is_card() { HOVER_DELAY_MILLIS } else { 0.0 };
    if let Some(millis) = millis.as_f64() {
        figures.insert("hover".into(), millis);
        figures.insert("hover without delay".into(), millis - delay);
    }
    Ok(())
}
