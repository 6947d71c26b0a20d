//! P9, P13, P34 and P35: nobody is told who reads, and whatever is read ends in a state.

use serde_json::{Value, json};
use story_card_e2e::{Answer, Kit, suite};

use super::{endings, none, page_of, show_each};
use crate::lists::documents::Maker;
use crate::lists::{self, DATES, JSON_TEXTS, places};
use crate::stories::{cited, folding, full, headed, picture, show_with, with};

suite! {
    EVERYWHERE:
        p9_readers_are_not_tracked,
        p9_no_cookie_goes_along_whatever_redirects,
        p13_any_json_ends_in_a_state;
    CHROMIUM:
        p13_any_value_in_any_field_costs_that_field_only,
        p34_hostile_dates_are_shown_as_given_or_left_out,
        p35_random_documents_end_in_a_state;
}

fn p9_readers_are_not_tracked(kit: &Kit) {
    let image = picture(kit, 80, 40);
    let mut story = full(&image);
    for field in ["prefetch", "style", "font", "css", "script"] {
        story[field] = json!(format!("{image}?{field}"));
    }
    let url = kit.story(&story);
    // With pictures off nobody but the story's own host is asked.
    let quiet = kit.host(&format!("<story-card src='{url}' images='off' open='all'></story-card>"));
    let card = quiet.card().ready();
    quiet.pointer().press(&card.part("marker"));
    card.wait("parts(card, 'popover').some((el) => el.matches(':popover-open'))");
    quiet.settle();
    let others = kit.server.requests_for(&image).len();
    kit.fault(
        "pictures off, notes opened",
        "requests to other hosts: 0",
        &format!("requests to other hosts: {others}"),
    );
    // With pictures on they are asked for, without cookie or referrer.
    let loud = kit.host(&format!("<script>document.cookie = 'who=me; path=/'</script><story-card src='{url}' open='all'></story-card>"));
    loud.card().ready();
    kit.server.wait_for(&image, "the pictures' loading", |seen| !seen.is_empty());
    let told = kit.server.requests_for(&image).into_iter().chain(kit.server.requests_for(&url));
    let told: Vec<_> = told
        .filter(|seen| seen.header("cookie").is_some() || seen.header("referer").is_some())
        .collect();
    kit.fault(
        "pictures on, a cookie set",
        "requests with cookie or referrer: 0",
        &format!("requests with cookie or referrer: {}", told.len()),
    );
}

fn p9_no_cookie_goes_along_whatever_redirects(kit: &Kit) {
    let path = "/own-story.json";
    kit.server.instead(path, Answer::json(&cited()));
    // Asked for on the page's own origin, and come to by way of another: that one may be
    // asked as a preload link asks.
    let own = [kit.server.pages(), path].concat();
    for (url, state) in [(own.clone(), "ready"), (kit.answer(Answer::redirect(&own)), "error")] {
        let page = kit.host(&format!(
            "<script>document.cookie = 'who=me; path=/'</script><story-card src='{url}' timeout='5'></story-card>"
        ));
        page.card().wait(&format!("card.state === '{state}'"));
    }
    let seen = kit.server.requests_for(path);
    assert!(seen.len() >= 2, "asked for {} times", seen.len());
    let with_cookie = seen.iter().filter(|seen| seen.header("cookie").is_some()).count();
    kit.fault(
        "a cookie set, story on or by way of the page's origin",
        "requests with cookie: 0",
        &format!("requests with cookie: {with_cookie}"),
    );
}

fn p13_any_json_ends_in_a_state(kit: &Kit) {
    for (group, expected) in
        [("valid", "not-a-story"), ("invalid", "not-json"), ("stories", "story")]
    {
        let texts = lists::of(JSON_TEXTS, &[group]);
        let mut bad = Vec::new();
        for texts in texts.chunks(40) {
            let urls: Vec<String> =
                texts.iter().map(|text| kit.answer(Answer::text(text.clone()))).collect();
            for ((url, text), ending) in
                urls.iter().zip(texts).zip(endings(page_of(kit, &urls, "")))
            {
                assert!(!kit.server.requests_for(url).is_empty(), "{text:.80} was not put in");
                if ending != expected {
                    bad.push(format!("{text:.80} is {ending}"));
                }
            }
        }
        let fault = format!("{} JSON texts: {group}", texts.len());
        let all = |bad: &str| format!("all {expected} but {bad}");
        kit.fault(&fault, &all("none"), &all(&none(&bad)));
    }
}

const KEEPS_THE_HEADLINE: &str = "
    if (ending !== 'story-card-load') return ending;
    const headline = tidy(part(card, 'headline').textContent);
    return headline === 'Council opens the weir' ? '' : headline;";

fn p13_any_value_in_any_field_costs_that_field_only(kit: &Kit) {
    let story = full("https://pictures.invalid/p.svg");
    let mut fields = Vec::new();
    places(&story, "", &mut fields);
    fields.retain(|field| field != "/headline" && field != "/schemaVersion");
    let deep = (0..200).fold(json!("deep"), |inner, _| json!([inner]));
    let values = [
        json!(7),
        json!(null),
        json!(""),
        json!({ "x": [1] }),
        json!([]),
        json!("x".repeat(30_000)),
        deep,
    ];
    let card = show_with(kit, "images='off'", &headed("Before"));
    let mut stories = Vec::new();
    for (number, field) in fields.iter().enumerate() {
        // Each field meets each kind of value in turn over the run of fields.
        for value in values.iter().cycle().skip(number).take(2) {
            let mut spoiled = story.clone();
            *spoiled.pointer_mut(field).expect("a field") = value.clone();
            stories.push((spoiled, json!(null)));
        }
    }
    let complaints = show_each(&card, &stories, KEEPS_THE_HEADLINE);
    kit.fault(
        &format!("{} fields spoiled", fields.len()),
        "headlines lost: none",
        &format!("headlines lost: {}", none(&complaints)),
    );
}

fn p34_hostile_dates_are_shown_as_given_or_left_out(kit: &Kit) {
    let dates = lists::all(DATES);
    let story = |(number, date): (usize, &String)| {
        let mut story = full("https://pictures.invalid/p.svg");
        for field in ["datePublished", "dateModified"] {
            story[field] = json!(date);
        }
        story["citation"][0]["datePublished"] = json!(date);
        story["citation"][0]["accessed"] = json!(date);
        story["correction"][0]["datePublished"] = json!(date);
        let event = |(other, date): (usize, &String)| {
            let display = (other % 2 == 0).then(|| format!("Day {other}"));
            json!({ "date": date, "displayDate": display, "headline": format!("Event {other}") })
        };
        let events: Vec<Value> =
            dates.iter().enumerate().skip(number).take(40).map(event).collect();
        let want: Vec<usize> = (number..(number + 40).min(dates.len())).collect();
        story["timeline"]["events"] = json!(events);
        (story, json!(want))
    };
    let stories: Vec<_> = dates.iter().enumerate().map(story).collect();
    let card = show_with(kit, "images='off' timeline='list'", &headed("Before"));
    let complaints = show_each(&card, &stories, "
        if (ending !== 'story-card-load') return ending;
        const seen = parts(card, 'event-headline').map((el) => el.textContent);
        const inOrder = JSON.stringify(seen) === JSON.stringify(want.map((other) => `Event ${other}`));
        if (!inOrder) return `events ${seen}`;
        const dates = parts(card, 'event-date').map((el) => el.textContent);
        const lost = want.findIndex((other, at) => other % 2 === 0 && !dates[at].includes(`Day ${other}`));
        if (lost >= 0) return `the date of event ${want[lost]} is ${dates[lost]}`;
        const given = JSON.stringify(card.story);
        const broken = dates.find((text) => /NaN|Invalid|undefined|null|Infinity/.test(text) && !given.includes(JSON.stringify(text)));
        return broken ?? '';");
    kit.fault(
        &format!("{} dates in each date field", dates.len()),
        "lost, moved or broken: none",
        &format!("lost, moved or broken: {}", none(&complaints)),
    );
}

/// Documents of the normal run; on the host there are 10,000.
const DOCUMENTS: u64 = 300;

fn p35_random_documents_end_in_a_state(kit: &Kit) {
    let maker = Maker::new(vec![
        full("https://pictures.invalid/p.svg"),
        cited(),
        folding(),
        with(json!({})),
    ]);
    let document = |seed| (json!(maker.document(seed)), json!(null));
    let documents: Vec<_> = (0..DOCUMENTS).map(document).collect();
    let card = show_with(kit, "images='off' open='all'", &headed("Before"));
    let complaints = show_each(
        &card,
        &documents,
        "
        kit.shown = (kit.shown ?? 0) + (ending === 'story-card-load');
        if (ending === 'silence') return ending;
        const face = part(card, ending === 'story-card-load' ? 'headline' : 'error');
        if (!face.checkVisibility()) return 'blank';
        const links = [...card.shadowRoot.querySelectorAll('a[href]')].map((a) => a.href);
        return links.find((url) => !/^(https?|mailto):/.test(url)) ?? '';",
    );
    let shown = card.page().run("return kit.shown");
    assert!(shown.as_u64().is_some_and(|shown| shown > DOCUMENTS / 3), "only {shown} are shown");
    kit.fault(
        &format!("{DOCUMENTS} random documents"),
        "silent or blank: none",
        &format!("silent or blank: {}", none(&complaints)),
    );
}
