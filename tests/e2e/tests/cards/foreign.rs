//! The converter in a browser: it makes what is made without one, and runs nothing.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use story_card::import::{convert, news, parse_html};
use story_card::{Options, parse::decode};
use story_card_e2e::{Answer, Card, Kit, suite};

use crate::formats::post;
use crate::lists::{SCRIPTS, URLS, all};

suite! {
    EVERYWHERE:
        our_samples_are_read_as_without_a_browser,
        odd_html_is_read_as_without_a_browser,
        samples_of_others_are_read_as_without_a_browser,
        hostile_html_runs_nothing_and_asks_nobody,
        html_that_never_ends_ends,
        page_that_takes_no_html_shows_the_rest;
}

/// Where samples may be that are not ours to keep.
const OTHERS: &str = "STORY_CARD_FORMATS";

/// Every file of a folder and of those in it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

fn repository(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder)
}

/// A card to which one document after another is given.
fn reader(kit: &Kit) -> Card<'_> {
    kit.host("<story-card images='off'></story-card>").card()
}

/// What a browser makes of a document: its story and what is told of it, or an error.
fn in_browser(card: &Card<'_>, url: &str) -> Value {
    card.run_with(
        "const told = new Promise((done) => {
           card.addEventListener('story-card-load', ({ detail }) => done([detail, card.story]), { once: true });
           card.addEventListener('story-card-error', ({ detail }) => done([detail, null]), { once: true });
         });
         card.src = args[0];
         const [detail, story] = await told;
         const { format, stories, problems, code, message } = detail;
         return { news: code ? { code, message } : { format, stories, problems }, story };",
        json!([url]),
    )
}

/// The same without one.
fn without(bytes: &[u8], url: &str) -> Value {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("a time");
    let options =
        Options { base: Some(url), now: Some(now.as_secs_f64() * 1_000.0), ..Options::default() };
    let read = convert(&decode(bytes.to_vec()), &options, parse_html);
    let news: Value = serde_json::from_str(&news(&read)).expect("JSON");
    let story = read.map(|imported| imported.to_json(Some(url))).ok();
    let story: Value = story.map_or(Value::Null, |text| serde_json::from_str(&text).expect("JSON"));
    json!({ "news": news, "story": story })
}

#[track_caller]
fn assert_agree(kit: &Kit, card: &Card<'_>, bytes: Vec<u8>, what: &str) {
    let url = kit.answer(Answer::text(bytes.clone()));
    let (here, there) = (without(&bytes, &url), in_browser(card, &url));
    assert_eq!(here["news"], there["news"], "{what}");
    assert_eq!(here["story"], there["story"], "{what}");
}

fn our_samples_are_read_as_without_a_browser(kit: &Kit) {
    let card = reader(kit);
    let folders = ["tests/fixtures/formats", "static/stories/formats"];
    let samples: Vec<PathBuf> =
        folders.iter().flat_map(|folder| files(&repository(folder))).collect();
    assert!(samples.len() > 15, "{samples:?}");
    for file in samples {
        let bytes = std::fs::read(&file).expect("a sample");
        assert_agree(kit, &card, bytes, &file.display().to_string());
    }
}

fn samples_of_others_are_read_as_without_a_browser(kit: &Kit) {
    let Some(folder) = std::env::var_os(OTHERS) else {
        println!("skipped: {OTHERS} names no folder of samples");
        return;
    };
    let card = reader(kit);
    for file in files(Path::new(&folder)) {
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if ["README.md", "expected.json"].contains(&name) {
            continue;
        }
        let bytes = std::fs::read(&file).expect("a sample");
        assert_agree(kit, &card, bytes, &file.display().to_string());
    }
}

/// Where parsers have a choice to make, and the walk over their trees too.
const ODD: [&str; 22] = [
    "<p>One<p>Two<div>Three<p>Four</div>Five",
    "<b><p>Bold <i>and</b> both</i> after</p>",
    "<table><tr><td>1974<td>Stuck<p>out of it</table>tail",
    "<table>before<tr><th>Year</th><th>What</th></tr><tr><td>1974</td><td>Stuck</td></tr></table>",
    "<ul><li>One<li>Two<ul><li>In</ul></ul>",
    "<a href='https://a.example/'>One<a href='https://b.example/'>Two</a>",
    "&amp;lt;b&amp;gt; &lt;b&gt; &nbsp;&#0; &#128; &notit; &copy",
    "<p>a\u{0}b</p><p title='\u{0}'>c</p>",
    "<template><p>hidden</p></template><noscript><p>without scripts</p></noscript>",
    "<svg><title>t</title><foreignObject><p>in</p></foreignObject></svg><p>after</p>",
    "<math alttext='E = mc²'><mi>E</mi><annotation-xml encoding='text/html'><p>x</p></annotation-xml></math>",
    "<select><option>a<p>b</select><p>c",
    "<form><p>in a form</p><input name='firstChild'><input name='attributes'></form><p>after</p>",
    "<img name='createTreeWalker' src='https://i.example/a.png' alt='a'><img name='firstChild' src='https://i.example/b.png' alt='b'>",
    "<p =x='1' a/b='2' class='lead' CLASS='other'>attributes</p>",
    "<!-- a --><!DOCTYPE x><?php echo 1 ?><p>after</p><!-- -- > --!> <p>more</p> -->",
    "<frameset><frame src='https://f.example/'></frameset><p>framed</p>",
    "<plaintext><p>not a paragraph",
    "<textarea><p>in</textarea><p>after</p><title>t</title><style>p{}</style><script>'</scr'+'ipt>'</script><p>end",
    "<body onload=x class='a'><p>1</p></body><p>2</p><html lang='de'><p>3",
    "<h2>One</h2><p>a</p><h2>Two</h2><p>b<sup><a href='#n1' id='r1'>1</a></sup></p><ol><li id='n1'>Note <a href='#r1'>↩</a></li></ol>",
    "<blockquote><p>Said.</p><cite>Who</cite></blockquote><figure><img src='//i.example/c.png' srcset='a.png 400w, b.png 1200w'><figcaption>Cap <em>tion</em></figcaption></figure>",
];

fn odd_html_is_read_as_without_a_browser(kit: &Kit) {
    let card = reader(kit);
    for html in ODD {
        let bytes = post("Rain <i>and</i> &amp;amp; sun", html).to_string().into_bytes();
        assert_agree(kit, &card, bytes, html);
    }
}

/// What asks somebody, or runs, wherever it becomes part of a page.
fn attacks(kit: &Kit) -> Vec<String> {
    let evil = format!("{}/evil", kit.server.stories());
    let fire = |text: String| text.replace("FIRE", "top.kit.mishaps.push(1)");
    let mut attacks: Vec<String> = all(SCRIPTS).into_iter().map(fire).collect();
    attacks.extend(all(URLS).iter().map(|url| {
        format!("<p><a href='{}'>x</a><iframe src='{0}'></iframe></p>", url.replace('\'', "&apos;"))
    }));
    attacks.extend(
        [
            "<img src='E/1.png'>",
            "<img srcset='E/2.png 1x, E/3.png 2x'>",
            "<link rel=stylesheet href='E/4.css'><link rel=preload as=image href='E/5.png'><link rel=prefetch href='E/6'>",
            "<base href='E/7/'><a href='x'>x</a>",
            "<meta http-equiv=refresh content='0;url=E/8'>",
            "<style>@import 'E/9.css'; body { background: url(E/10.png) }</style><p style='background: url(E/11.png)'>p</p>",
            "<video src='E/12.mp4' poster='E/13.png' autoplay></video><audio src='E/14.mp3' autoplay></audio>",
            "<iframe src='E/15'></iframe><object data='E/16'></object><embed src='E/17'>",
            "<svg><image href='E/18.png'/><use href='E/19.svg#a'/><script href='E/20.js'></script></svg>",
            "<form action='E/21'><button autofocus onfocus='window.fired = 1'>x</button></form>",
            "<script src='E/22.js'></script><body background='E/23.png'>",
            "<math><mtext><img src='E/24.png' onerror='window.fired = 1'></mtext></math>",
            "<input type=image src='E/25.png'><table background='E/26.png'></table>",
        ]
        .map(|html| html.replace("E/", &format!("{evil}/"))),
    );
    attacks
}

fn hostile_html_runs_nothing_and_asks_nobody(kit: &Kit) {
    let card = reader(kit);
    let attacks = attacks(kit);
    // Each is parsed alone, as an event and as a part; then they swallow one another.
    let events = attacks.iter().map(|html| {
        json!({ "start_date": { "year": 2026 }, "text": { "headline": format!("Rain {html}"), "text": html } })
    });
    let parts = attacks
        .iter()
        .map(|html| json!({ "name": "Rain", "articleBody": format!("<p>It rained.</p>{html}") }));
    let mut stories = vec![
        json!({ "events": events.collect::<Vec<_>>() }),
        json!({ "@context": "https://schema.org", "@type": "NewsArticle", "headline": "Rain", "hasPart": parts.collect::<Vec<_>>() }),
    ];
    for pack in attacks.chunks(12) {
        let all = pack.concat();
        let mut post = post("Rain", &all);
        post["_embedded"] = json!({
            "author": [{ "name": all, "description": all, "link": pack[0] }],
            "wp:featuredmedia": [{ "source_url": pack[0], "alt_text": all, "caption": { "rendered": all } }],
        });
        stories.push(post);
    }
    for story in stories {
        let url = kit.answer(Answer::json(&story));
        let told = in_browser(&card, &url);
        assert!(told["news"]["stories"] == 1, "{story}: {told}");
        // Each begins anew, as on a page of its own.
        card.set_attribute("src", Value::Null);
        card.wait("card.state === 'idle'");
    }
    card.page().settle();
    assert_eq!(card.run("return window.fired ?? null"), Value::Null);
    let asked: Vec<String> =
        kit.server.requests().into_iter().map(|request| request.path).collect();
    assert!(!asked.iter().any(|path| path.contains("/evil")), "{asked:?}");
}

fn html_that_never_ends_ends(kit: &Kit) {
    let card = reader(kit);
    let deep = format!("{}<p>In the middle.</p>", "<div>".repeat(10_000));
    let attributes = format!("<p {}>x</p>", "a ".repeat(300_000));
    let long = format!("<p title='{}'>x</p>", "y".repeat(3 << 20));
    let many = "<b>x</b>".repeat(200_000);
    for html in [deep, attributes, long, many] {
        let url = kit.answer(Answer::json(&post("Rain", &format!("<p>It rained.</p>{html}"))));
        let told = in_browser(&card, &url);
        let first = &told["story"]["sections"][0]["blocks"][0]["text"];
        assert_eq!(*first, "It rained.", "{}", &html[..40]);
    }
}

fn page_that_takes_no_html_shows_the_rest(kit: &Kit) {
    kit.expect_mishap("trusted-types");
    let story = post("Rain", "<p>It rained.</p>");
    let script = story.to_string().replace('<', "\\u003c");
    let body =
        format!("<story-card><script type='application/json'>{script}</script></story-card>");
    let card = kit
        .page_under_policy("require-trusted-types-for 'script'; trusted-types none", &body)
        .card()
        .ready();
    assert_eq!(card.part("headline").text(), "Rain");
    let told = card.page().wait_for_event("story-card-load");
    assert_eq!(told["problems"][0]["code"], "wrong-type", "{told}");
}
