//! A publisher's page around the tags: text of its own below the cards, links to what it
//! will need. The same for the card and for the one made with Lit.

use crate::options::Kind;

/// What a card pushes down when it comes: every page has it, the plain one too.
pub const TEXT: &str = "<p style='max-width: 42em; margin: 0 auto; padding: 1em 1.2em'>\
    The council meets again on Thursday. Readers who live along the river can send what they saw, \
    with the hour and the place, to the desk until then; pictures are welcome. What we learn goes \
    into the next report, and corrections stand at the end of each.</p>";

/// Glue and wasm by the names that the loader asks for.
pub type App = [String; 2];

/// The page of a kind; the stories are at these addresses.
pub fn page(urls: &[String], kind: Kind, app: &App) -> String {
    let (tag, script) = match kind {
        Kind::Lit => ("lit-card", "/lit-card.js"),
        _ => ("story-card", "/story-card.js"),
    };
    // Many at once is the hard case: left to themselves those far down would wait. Lit's never do.
    let eager = if urls.len() > 1 && kind != Kind::Lit { " loading='eager'" } else { "" };
    let card = |url| format!("<{tag} src='{url}'{eager}></{tag}>");
    let cards: String = urls.iter().map(card).collect();
    let hints = hints(urls, kind, app);
    format!(
        "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>Bench</title>\
         <link rel='icon' href='data:,'><meta name='viewport' content='width=device-width'>{hints}\
         <script type='module' src='{script}'></script>\
         <style>body {{ margin: 0; font: 17px/1.55 Georgia, serif }}</style></head>\
         <body>{cards}{TEXT}</body></html>"
    )
}

/// Of many stories the first alone is hinted at: it is the one that is seen.
fn hints(urls: &[String], kind: Kind, [glue, wasm]: &App) -> String {
    let story = urls.first().map_or("", String::as_str);
    let fetch =
        |url: &str| format!("<link rel='preload' as='fetch' crossorigin='anonymous' href='{url}'>");
    match kind {
        Kind::Plain | Kind::Bare => String::new(),
        Kind::Lit | Kind::Card => fetch(story),
        Kind::Hinted => [
            fetch(story),
            format!("<link rel='modulepreload' href='/{glue}'>"),
            fetch(&format!("/{wasm}")),
        ]
        .concat(),
    }
}
