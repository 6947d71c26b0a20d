//! The browser's `Intl.DateTimeFormat`, one formatter for each language and form.

use std::cell::RefCell;

use js_sys::{Array, Function, JSON};
use wasm_bindgen::prelude::*;

use super::Form;
use crate::story::{Point, Time};

/// What is written when the language is not one the browser knows.
const FALLBACK: &str = "en";

/// Most formatters kept; a page with more languages makes some of them twice.
const MAX_KEPT: usize = 32;

#[wasm_bindgen]
extern "C" {
    // Not the type of `js_sys`: its constructor lets the `RangeError` for a bad tag through.
    #[wasm_bindgen(js_namespace = Intl)]
    type DateTimeFormat;

    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locales: &Array, options: &JsValue) -> Result<DateTimeFormat, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn format(this: &DateTimeFormat) -> Function;
}

thread_local! {
    static KEPT: RefCell<Vec<(Form, String, Function)>> = const { RefCell::new(Vec::new()) };
}

impl Form {
    /// Options for `Intl`. UTC keeps a day from shifting: it is given midnight in UTC.
    const fn options(self) -> &'static str {
        match self {
            Self::Year => r#"{"calendar":"gregory","timeZone":"UTC","year":"numeric"}"#,
            Self::Month => {
                r#"{"calendar":"gregory","timeZone":"UTC","year":"numeric","month":"long"}"#
            }
            Self::Day => r#"{"calendar":"gregory","timeZone":"UTC","dateStyle":"long"}"#,
            Self::Minute => {
                r#"{"calendar":"gregory","timeZone":"UTC","dateStyle":"long","timeStyle":"short"}"#
            }
            Self::ShortMonth => r#"{"calendar":"gregory","timeZone":"UTC","month":"short"}"#,
            Self::MonthOfYear => {
                r#"{"calendar":"gregory","timeZone":"UTC","year":"numeric","month":"short"}"#
            }
            Self::ShortDay => {
                r#"{"calendar":"gregory","timeZone":"UTC","month":"short","day":"numeric"}"#
            }
            Self::DayOfYear => {
                r#"{"calendar":"gregory","timeZone":"UTC","year":"numeric","month":"short","day":"numeric"}"#
            }
            Self::Clock => {
                r#"{"calendar":"gregory","timeZone":"UTC","hour":"numeric","minute":"2-digit"}"#
            }
            Self::ShortMinute => {
                r#"{"calendar":"gregory","timeZone":"UTC","month":"short","day":"numeric","hour":"numeric","minute":"2-digit"}"#
            }
            Self::ReaderDay => r#"{"timeZone":"UTC","dateStyle":"long"}"#,
            Self::ReaderMinute => r#"{"dateStyle":"long","timeStyle":"short"}"#,
        }
    }
}

/// Writes a date of at most four digits, the year counted within its era.
pub(super) fn written(point: &Point, form: Form, language: &str) -> Option<String> {
    let millis = match form {
        Form::ReaderMinute => point.earliest_millis(),
        _ => point.wall_millis(),
    };
    let format = formatter(form, language)?;
    let text = format.call1(&JsValue::UNDEFINED, &JsValue::from_f64(millis));
    let mut text = text.ok()?.as_string()?;
    if matches!(form, Form::Minute | Form::Clock)
        && let Some(zone) = point.time().and_then(Time::zone)
    {
        text.push(' ');
        text.push_str(&zone);
    }
    Some(text)
}

fn formatter(form: Form, language: &str) -> Option<Function> {
    KEPT.with_borrow_mut(|kept| {
        let mut known = kept.iter();
        if let Some((.., format)) = known.find(|(f, l, _)| *f == form && l == language) {
            return Some(format.clone());
        }
        let format = make(form, language)?.format();
        if kept.len() == MAX_KEPT {
            kept.clear();
        }
        kept.push((form, language.to_owned(), format.clone()));
        Some(format)
    })
}

/// Makes a formatter, for [`FALLBACK`] when the tag is bad or not supported.
fn make(form: Form, language: &str) -> Option<DateTimeFormat> {
    let options = JSON::parse(form.options()).ok()?;
    let fallback = JsValue::from_str(FALLBACK);
    DateTimeFormat::new(&Array::of2(&JsValue::from_str(language), &fallback), &options)
        .or_else(|_| DateTimeFormat::new(&Array::of1(&fallback), &options))
        .ok()
}
