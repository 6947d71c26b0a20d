//! What the tag is told beside the story.

use super::Imported;
use crate::error::Error;
use crate::write::{Json, object};

/// What has come of a conversion, as one line of JSON: `{ format, stories, problems }`, or
/// `{ code, message }`.
#[must_use]
pub fn news(read: &Result<Imported, Error>) -> String {
    let news = match read {
        Ok(imported) => object([
            ("format", imported.format.as_str().into()),
            ("stories", Json::Number(u32::try_from(imported.stories).unwrap_or(u32::MAX))),
            ("problems", Json::List(imported.problems.iter().map(problem).collect())),
        ]),
        Err(error) => {
            object([("code", error.code().into()), ("message", text(&error.to_string()))])
        }
    };
    news.text()
}

fn problem(problem: &crate::parse::Problem) -> Json {
    object([
        ("code", problem.code.into()),
        ("path", text(&problem.path)),
        ("message", text(&problem.message)),
    ])
}

/// A text that is there where it is empty too.
fn text(text: &str) -> Json {
    Json::Text(text.to_owned())
}
