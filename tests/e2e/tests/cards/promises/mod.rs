//! The promises of reliability, each by its number: what is put in, and what becomes of it.
//!
//! Every test notes its faults (`kit.fault`), from which the table of `docs/reliability.md`
//! is made, and proves that they were put in: by the server's log, or by showing the same
//! to something that has no defence.

pub mod amounts;
pub mod answers;
pub mod boxes;
pub mod bytes;
pub mod direction;
pub mod frames;
pub mod integrity;
pub mod links;
pub mod readers;
pub mod styles;
pub mod surgery;
pub mod texts;

use serde_json::{Value, json};
use story_card_e2e::{Card, Kit, Page};

/// One page with a card for each URL, all begun at once.
#[track_caller]
pub fn page_of<'k>(kit: &'k Kit, urls: &[String], attributes: &str) -> Page<'k> {
    let card = |(number, url): (usize, &String)| {
        format!(
            "<story-card id='card-{number}' loading='eager' src='{url}' {attributes}><p>Fallback {number}</p></story-card>"
        )
    };
    let cards: String = urls.iter().enumerate().map(card).collect();
    kit.host(&cards)
}

/// How each card of the page ended: `story`, `http 404`, `network, retry`. A box without
/// anything to see is `blank`.
#[track_caller]
pub fn endings(page: Page<'_>) -> Vec<String> {
    page.wait("[...document.querySelectorAll('story-card')].every((card) => ['ready', 'error'].includes(card.state))");
    page.settle();
    let body = "return [...document.querySelectorAll('story-card')].map((card) => {
        const sees = (name) => parts(card, name).some((el) => el.checkVisibility() && el.getBoundingClientRect().height > 0);
        if (card.state === 'ready') return sees('headline') ? 'story' : 'blank';
        if (!sees('error')) return 'blank';
        const error = kit.events.findLast((event) => event.type === 'story-card-error' && event.card === card.id).detail;
        return `${error.code}${error.status ? ` ${error.status}` : ''}${sees('retry') ? ', retry' : ''}`;
    });";
    let endings = page.run(body);
    let endings = endings.as_array().expect("a list").iter();
    endings.map(|ending| ending.as_str().expect("a text").to_owned()).collect()
}

/// Shows one story after another in one card; gives what the body of a function over
/// `card`, the story's number and its `want` says of each, where it says anything.
#[track_caller]
pub fn show_each(card: &Card<'_>, stories: &[(Value, Value)], judge: &str) -> Vec<String> {
    let body = format!(
        "const complaints = [];
         for (const [number, [story, want]] of args[0].entries()) {{
           const end = new Promise((tell) => {{
             const hear = (event) => {{ clearTimeout(late); tell(event.type); }};
             const late = setTimeout(() => tell('silence'), 60000);
             for (const type of ['load', 'error']) card.addEventListener(`story-card-${{type}}`, hear, {{ once: true }});
           }});
           card.story = story;
           const ending = await end;
           const complaint = await (async () => {{ {judge} }})();
           if (complaint) complaints.push(`${{number}}: ${{complaint}}`.toWellFormed());
         }}
         return complaints;"
    );
    let mut complaints = Vec::new();
    // As text: what is nested deep would not pass the driver.
    let text = |story: &Value| story.as_str().map_or_else(|| story.to_string(), str::to_owned);
    let stories: Vec<_> = stories.iter().map(|(story, want)| (text(story), want)).collect();
    for batch in stories.chunks(20) {
        let found = card.run_with(&body, json!([batch]));
        let found = found.as_array().expect("a list").iter();
        complaints.extend(found.map(|text| text.as_str().expect("a text").to_owned()));
    }
    complaints
}

/// How many of a list, and what was found against them, in the words of the table.
pub fn none(complaints: &[String]) -> String {
    match complaints {
        [] => "none".to_owned(),
        [first, ..] => format!("{}: {first:.300}", complaints.len()),
    }
}
