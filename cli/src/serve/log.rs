//! Lines on standard error: one for each request, without anything of the reader.

use std::io::Write as _;
use std::time::Instant;

use axum::body::HttpBody as _;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;

/// Letters of a path in a line.
const MAX_PATH: usize = 200;

/// Writes a line, and no more than one: a message may hold words of a story. Where nobody takes
/// it there is nothing to be done.
pub fn tell(line: &str) {
    let mut plain = String::with_capacity(line.len());
    for letter in line.chars() {
        if moves(letter) {
            plain.extend(letter.escape_default());
        } else {
            plain.push(letter);
        }
    }
    let _ = writeln!(std::io::stderr().lock(), "{plain}");
}

/// Whether a letter does something on a terminal: ends the line, colours it, turns it around.
fn moves(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Tells of a request when its answer is there: method, path, status, bytes, milliseconds. What
/// stands behind `?` may be the reader's, and stays out.
pub async fn log(request: Request, next: Next) -> Response {
    let start = Instant::now();
    let method = request.method().clone();
    // Whatever is sent moves nothing on a terminal.
    let path = request.uri().path().chars().take(MAX_PATH);
    let path: String = path.flat_map(char::escape_default).collect();
    let answer = next.run(request).await;
    let bytes = answer.body().size_hint().exact().unwrap_or(0);
    let millis = start.elapsed().as_secs_f64() * 1e3;
    tell(&format!("{method} {path} {} {bytes} {millis:.1}", answer.status().as_u16()));
    answer
}
