//! The browser's `Intl.DateTimeFormat`, one formatter for each language and its options.

use std::cell::RefCell;

use js_sys::{Array, Function, JSON, JsString};
use wasm_bindgen::prelude::*;

use super::form::Form;
use super::locale::{Calendar, Locale};
use crate::story::{Point, Precision};

/// What is written when the language is not one the browser knows.
const FALLBACK: &str = "en";

/// The time of day as [`Form::ShortMinute`] has it.
const BARE_CLOCK: &str = r#""hour":"numeric","minute":"2-digit"}"#;

/// Most formatters kept; a page with more languages makes some of them twice.
const MAX_KEPT: usize = 32;

#[wasm_bindgen]
extern "C" {
    // Not the type of `js_sys`: its constructor lets the `RangeError` for a bad tag through.
    #[wasm_bindgen(js_namespace = Intl)]
    #[derive(Clone)]
    type DateTimeFormat;

    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locales: &Array, options: &JsValue) -> Result<DateTimeFormat, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn format(this: &DateTimeFormat) -> Function;

    #[wasm_bindgen(method, catch, js_name = formatRange)]
    fn format_range(this: &DateTimeFormat, from: f64, to: f64) -> Result<String, JsValue>;
}

thread_local! {
    static KEPT: RefCell<Vec<(&'static str, String, DateTimeFormat)>> = const { RefCell::new(Vec::new()) };
}

impl Form {
    /// Options for `Intl`, but for calendar and zone.
    const fn options(self) -> &'static str {
        match self {
            Self::Year => r#""year":"numeric"}"#,
            Self::Month => r#""year":"numeric","month":"long"}"#,
            Self::Day => r#""dateStyle":"long"}"#,
            Self::Minute => r#""dateStyle":"long","timeStyle":"short"}"#,
            Self::ShortMonth => r#""month":"short"}"#,
            Self::MonthOfYear => r#""year":"numeric","month":"short"}"#,
            Self::ShortDay => r#""month":"short","day":"numeric"}"#,
            Self::DayOfYear => r#""year":"numeric","month":"short","day":"numeric"}"#,
            Self::Clock => r#""timeStyle":"short"}"#,
            Self::ShortMinute => {
                r#""month":"short","day":"numeric","hour":"numeric","minute":"2-digit"}"#
            }
        }
    }
}

/// Writes a date of at most four digits, the year counted within its era, without a zone.
/// A year or month that another calendar cuts in two is written as the range it is there.
pub(super) fn written(point: &Point, form: Form, locale: &Locale) -> Option<String> {
    let format = formatter(form.options(), locale)?;
    let is_exact = matches!(point.precision(), Precision::Day { .. } | Precision::Second { .. });
    if !is_exact && locale.calendar() != Calendar::Gregorian {
        // The last second, not the next first.
        let last = point.latest_millis() - 1_000.0;
        return format.format_range(point.earliest_millis(), last).ok();
    }
    let text = said(&format, point)?;
    // No options ask for a day without its year beside the hour as it is written with the year:
    // Chrome 156 has `06:00` in the one and `6:00` in the other.
    let text = if form == Form::ShortMinute {
        let said = |options| said(&formatter(options, locale)?, point);
        let [bare, clock] = [said(BARE_CLOCK)?, said(Form::Clock.options())?];
        text.replace(&String::from(bare), &String::from(clock))
    } else {
        text
    };
    Some(text.into())
}

fn said(format: &DateTimeFormat, point: &Point) -> Option<JsString> {
    let millis = JsValue::from_f64(point.wall_millis());
    format.format().call1(&JsValue::UNDEFINED, &millis).ok()?.dyn_into().ok()
}

fn formatter(options: &'static str, locale: &Locale) -> Option<DateTimeFormat> {
    let language = locale.language;
    KEPT.with_borrow_mut(|kept| {
        let mut known = kept.iter();
        if let Some((.., format)) = known.find(|(o, l, _)| *o == options && l == language) {
            return Some(format.clone());
        }
        let format = make(options, locale)?;
        if kept.len() == MAX_KEPT {
            kept.clear();
        }
        kept.push((options, language.to_owned(), format.clone()));
        Some(format)
    })
}

/// Makes a formatter, for [`FALLBACK`] when the tag is bad or not supported. The only
/// place that does: no date has a calendar or a zone of its own.
fn make(form: &str, locale: &Locale) -> Option<DateTimeFormat> {
    // UTC keeps a date from shifting: it is given as if its own clock were UTC.
    let mut options = String::from(r#"{"timeZone":"UTC","#);
    if locale.calendar() == Calendar::Gregorian {
        options.push_str(r#""calendar":"gregory","#);
    }
    options.push_str(form);
    let options = JSON::parse(&options).ok()?;
    let fallback = JsValue::from_str(FALLBACK);
    DateTimeFormat::new(&Array::of2(&JsValue::from_str(locale.language), &fallback), &options)
        .or_else(|_| DateTimeFormat::new(&Array::of1(&fallback), &options))
        .ok()
}
