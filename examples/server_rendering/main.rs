//! Renders a story on a server: a page that shows the card without any script.
//!
//! ```sh
//! cargo run --example server_rendering -- static/stories/ferry-breaking.json > card.html
//! ```
//!
//! Without a file it makes a small story of its own, and writes it as JSON. What is wrong with
//! a story goes to standard error.

use std::error::Error;
use std::rc::Rc;
use std::{env, fs};

use story_card::story::{Agent, Block, Event, Run, Section, Source, Timeline};
use story_card::{Options, Story, parse, render_to_html, style};

fn main() -> Result<(), Box<dyn Error>> {
    let json = match env::args().nth(1) {
        Some(path) => fs::read_to_string(path)?,
        None => serde_json::to_string_pretty(&story())?,
    };
    println!("{}", page(&json)?);
    Ok(())
}

/// A story as a program makes it: from a database, say.
fn story() -> Story {
    // The first of the sources; where it stands among its markers is counted when it is read.
    let marker = Run::Citation { source: 0, place: 1 };
    let lead = vec!["The ".into(), Run::Emphasis(vec!["Larkspur".into()]), " is back.".into()];
    let event = Event {
        display_date: Some("20 November".to_owned()),
        text: vec!["She went aground.".into()],
        ..Event::default()
    };
    Story {
        headline: "Ferry afloat again".to_owned(),
        lead: vec![[lead, vec![marker]].concat()],
        authors: vec![Agent::organization("News desk")],
        sections: vec![Section::new(
            "What it costs",
            vec![Block::Paragraph(vec!["A ticket is 5*, as before.".into()])],
        )],
        timeline: Some(Timeline { events: vec![event], ..Timeline::default() }),
        sources: vec![Source::new("1", "Notice to mariners 15")],
        ..Story::default()
    }
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
    let sheets = [style::FIRST_SHEET, style::APP_SHEET].concat();
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
