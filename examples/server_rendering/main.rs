//! Renders a story on a server: a page that shows the card without any script.
//!
//! ```sh
//! cargo run --example server_rendering -- static/stories/ferry-breaking.json > card.html
//! ```
//!
//! Without a file it renders a small story of its own. What is wrong with a story goes to
//! standard error.

use std::error::Error;
use std::rc::Rc;
use std::{env, fs};

use story_card::{Options, parse, render_to_html, style};

const STORY: &str = r#"{
  "schemaVersion": "story-card/1.0",
  "headline": "Ferry afloat again",
  "description": "The *Larkspur* is back in port.[1]",
  "citation": [{ "id": "1", "name": "Notice to mariners 15", "publisher": "Harbour office" }]
}"#;

fn main() -> Result<(), Box<dyn Error>> {
    let json = match env::args().nth(1) {
        Some(path) => fs::read_to_string(path)?,
        None => STORY.to_owned(),
    };
    println!("{}", page(&json)?);
    Ok(())
}

/// A page with the card of a story.
fn page(json: &str) -> Result<String, story_card::Error> {
    // Where the story is published: relative addresses in it resolve against this.
    let options = Options { base: Some("https://news.example/"), ..Options::default() };
    let parsed = parse(json, &options)?;
    for problem in &parsed.problems {
        eprintln!("{} at {}: {}", problem.code, problem.path, problem.message);
    }
    let card = pollster::block_on(render_to_html(Rc::new(parsed.story)));
    let sheets = [style::FIRST_SHEET, style::WORDS_SHEET, style::APP_SHEET].concat();
    // The browser makes a shadow root of the template, where the sheets belong.
    Ok(format!(
        "<!doctype html>\n\
         <meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>A story card from a server</title>\n\
         <div><template shadowrootmode=\"open\">\
         <style>{sheets}</style><div class=\"frame\"><div class=\"app\">{card}</div></div>\
         </template></div>"
    ))
}
