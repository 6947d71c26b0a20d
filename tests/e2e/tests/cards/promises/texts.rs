//! P1, P2 and P7: no text becomes markup, a script or a style.

use serde_json::{Value, json};
use story_card_e2e::{Card, Kit, suite};

use super::{none, show_each};
use crate::lists::{self, SCRIPTS, change_texts};
use crate::stories::{full, headed, show_with, with};

suite! {
    CHROMIUM:
        p1_scripts_fire_where_they_are_html,
        p1_no_script_runs_from_any_text,
        p2_no_string_reaches_a_sink_of_html,
        p7_no_style_leaves_the_card;
}

/// What the scripts call, under a name of this test alone.
fn armed(trigger: &str) -> Vec<String> {
    let aim =
        |(number, text): (usize, String)| text.replace("FIRE", &format!("top.{trigger}({number})"));
    lists::all(SCRIPTS).into_iter().enumerate().map(aim).collect()
}

fn p1_scripts_fire_where_they_are_html(kit: &Kit) {
    let page = kit.page("", "<main></main>");
    let scripts = armed("fire_where_it_is_html");
    // Each in a page of its own, so that none hides another.
    page.run_with(
        "kit.fired = new Set();
         window.fire_where_it_is_html = (number) => kit.fired.add(number);
         for (const script of args[0]) {
           const frame = document.createElement('iframe');
           find('main').append(frame);
           frame.contentDocument.body.innerHTML = script;
         }",
        json!([scripts]),
    );
    page.wait("kit.fired.size > 150 && kit.fired.size");
    kit.fault("the same scripts as HTML", "at least 150 run", "at least 150 run");
}

/// Each text of the full story gets another entry; gives what has to be seen.
fn poisoned(entries: &[String], round: usize) -> (Value, Value) {
    let (mut story, mut expected) = (full("https://pictures.invalid/p.svg"), Vec::new());
    change_texts(&mut story, &mut |text| {
        let entry = &entries[(round + expected.len()) % entries.len()];
        *text = format!("{entry} #{}.", expected.len());
        expected.push(text.clone());
    });
    expected.retain(|text| !text.contains(['*', '[', ']', '\\']) && text.chars().count() < 290);
    (story, json!(expected))
}

/// What the card says is what the story says, and it is made of its own elements.
const IS_TEXT: &str = "
    if (ending !== 'story-card-load') return ending;
    const root = card.shadowRoot;
    const foreign = root.querySelector('script, style, iframe, object, embed, svg:not([part] *, [part]), math, form, input, video, audio, base, link, meta, story-card');
    if (foreign) return foreign.outerHTML;
    const loud = [...root.querySelectorAll('*')].find((el) => [...el.attributes].some(({ name }) => name.startsWith('on') || name === 'srcdoc'));
    if (loud) return loud.outerHTML;
    const all = tidy([root.textContent, ...[...root.querySelectorAll('[alt]')].map((el) => el.alt)].join(' '));
    const missing = want.filter((text) => !all.includes(tidy(text.replaceAll('\\0', '\\0'))));
    return missing.length ? `not shown as written: ${missing[0]}` : '';";

fn p1_no_script_runs_from_any_text(kit: &Kit) {
    let trigger = "fire_from_a_text";
    let scripts = armed(trigger);
    let card = show_with(kit, "open='all' images='off'", &headed("Before"));
    let page = card.page();
    page.run(&format!("kit.fired = 0; window.{trigger} = () => kit.fired++"));
    let stories: Vec<_> = (0..scripts.len()).map(|round| poisoned(&scripts, round)).collect();
    let fields = stories[0].1.as_array().map(Vec::len).expect("texts");
    assert!(fields > 40, "only {fields} texts");
    let complaints = show_each(&card, &stories, IS_TEXT);
    page.settle();
    assert_eq!(page.run("return kit.fired"), 0);
    // The trigger works: without this, silence proves nothing.
    page.run(&format!("const s = document.createElement('script'); s.textContent = 'top.{trigger}(1)'; document.head.append(s)"));
    assert_eq!(page.run("return kit.fired"), 1);
    kit.fault(
        &format!("{} scripts, each in every text", scripts.len()),
        "none runs or is changed: none",
        &format!("none runs or is changed: {}", none(&complaints)),
    );
}

fn p2_no_string_reaches_a_sink_of_html(kit: &Kit) {
    let policy = "require-trusted-types-for 'script'; trusted-types 'none'";
    let url = kit.story(&full("https://pictures.invalid/p.svg"));
    let tag = format!("<story-card src='{url}' open='all' images='off'></story-card>");
    let page = kit.page_under_policy(policy, &tag);
    let card = page.card().ready();
    page.pointer().press(&card.part("marker"));
    let scripts = armed("fire_under_a_policy");
    let stories: Vec<_> = (0..10).map(|round| poisoned(&scripts, round * 37)).collect();
    assert_eq!(show_each(&card, &stories, IS_TEXT), Vec::<String>::new());
    card.run("await card.expandAll(); await card.collapseAll(); await card.reload();");
    card.set("story", json!("no story"));
    card.wait("card.state === 'error'");
    assert_eq!(page.run("return kit.mishaps"), json!([]));
    // The policy stands: a string given to a sink is refused.
    kit.expect_mishap("require-trusted-types-for");
    let refused = page
        .run("try { document.body.innerHTML = '<b>x</b>'; return false } catch { return true }");
    assert_eq!(refused, true);
    kit.fault("Trusted Types enforced, no policy allowed", "0 violations", "0 violations");
}

/// Values that would restyle, load or run if they ever reached a sheet.
fn styles() -> Vec<String> {
    let hosts = [
        "url(//tracker.invalid/a)",
        "url('https://tracker.invalid/b')",
        "image-set('https://tracker.invalid/c' 1x)",
        "expression(alert(1))",
        "javascript:1",
        "@import 'https://tracker.invalid/d'",
        "var(--x)",
        "env(x)",
        "attr(src url)",
        "calc(1px * 1e9)",
        "-moz-binding:url(x)",
        "element(#page)",
    ];
    let wraps = [
        "{}",
        "red;background:{}",
        "red}*{background:{}}",
        "red}body{display:none}{}",
        "*/{}",
        "\\7d *{background:{}}",
        "\"}{}",
    ];
    hosts.iter().flat_map(|value| wraps.iter().map(|wrap| wrap.replace("{}", value))).collect()
}

/// The looks of five elements of the page.
const LOOKS: &str = "return ['html', 'body', 'h1', 'p', 'button'].map((name) => {
    const style = getComputedStyle(find(name));
    return ['display', 'color', 'background', 'font', 'width', 'position', 'opacity', 'border'].map((key) => style[key]).join();
});";

fn p7_no_style_leaves_the_card(kit: &Kit) {
    let url = kit.story(&headed("Before"));
    let body = format!(
        "<style>html {{ overflow-y: scroll }}</style><h1>Page</h1><p>Text</p><button>Press</button><story-card src='{url}' images='off'></story-card>"
    );
    let page = kit.host(&body);
    let card = page.card().ready();
    let before = page.run(LOOKS);
    let styles = styles();
    assert!(styles.len() >= 82, "only {}", styles.len());
    let stories: Vec<_> = styles.iter().map(|style| (styled(style), json!(null))).collect();
    let sound = "return ending === 'story-card-load' ? '' : ending;";
    assert_eq!(show_each(&card, &stories, sound), Vec::<String>::new());
    for style in styles.iter().step_by(7) {
        for name in ["theme", "open", "timeline", "images", "lang", "heading-level"] {
            card.set_attribute(name, json!(style));
        }
    }
    page.settle();
    assert_eq!(page.run(LOOKS), before);
    assert_eq!(requests_to_trackers(&card), json!([]));
    // The looks can change: otherwise being the same would prove nothing.
    page.run("document.body.style.color = 'red'");
    assert_ne!(page.run(LOOKS), before);
    kit.fault(
        &format!("{} values of CSS in every field", styles.len()),
        "page as before, 0 requests",
        "page as before, 0 requests",
    );
}

fn styled(style: &str) -> Value {
    let mut story = full("https://pictures.invalid/p.svg");
    change_texts(&mut story, &mut |text| text.insert_str(0, style));
    for field in ["dir", "inLanguage", "articleType", "articleSection"] {
        story[field] = json!(style);
    }
    story["theme"] = json!({ "paper": style, "ink": style });
    story["image"]["width"] = json!(style);
    with(story)
}

fn requests_to_trackers(card: &Card<'_>) -> Value {
    card.page().run("return performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('tracker'))")
}
