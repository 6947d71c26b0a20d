//! The playground: a page for who writes a story, or puts one on a page.

use serde_json::{Value, json};
use story_card_e2e::{Answer, Kit, Page, suite};

use crate::lists::{self, JSON_TEXTS};
use crate::stories::headed;

suite! {
    EVERYWHERE:
        broken_field_is_listed_with_its_line_and_a_press_goes_there,
        preview_follows_what_is_written_and_keeps_the_last_that_could_be_read,
        what_is_shown_comes_back_from_the_address,
        hostile_address_shows_the_demo_story,
        keyboard_leaves_the_editor_by_escape_and_tab,
        theme_is_seen_in_the_preview_and_written_as_css,
        address_that_cannot_be_read_says_so,
        plain_field_stands_in_where_the_editor_does_not_come,
        code_that_is_copied_works;
    // What is read is the same in every engine.
    CHROMIUM:
        no_json_breaks_the_page,
        address_names_a_story_that_was_fetched_whatever_its_lines_end_in,
        axe_is_content_with_the_playground;
}

pub const STORY: &str = "{\n\"schemaVersion\": \"story-card/1.0\",\n\"headline\": \"Rain\",\n\"datePublished\": \"2026-03-10\"\n}";

/// The card in the frame.
const CARD: &str = "find('#stage').contentDocument.querySelector('#card')";

fn open<'k>(kit: &'k Kit, query: &str) -> Page<'k> {
    let page = kit.open(&format!("/playground.html{query}"));
    page.wait("document.documentElement.dataset.state === 'ready'");
    page
}

/// Lets a file go on the page, as a hand does, and waits until the card has said something of it.
#[track_caller]
fn drop_file(page: Page<'_>, text: &str) {
    page.run_with(
        "const { dataset } = document.documentElement;
         dataset.state = 'waiting';
         const files = new DataTransfer();
         files.items.add(new File([args[0]], 'story.json'));
         const target = find('#editor').firstElementChild;
         target.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: files }));
         for (const end = performance.now() + 20000; dataset.state !== 'ready';) {
           if (performance.now() > end) throw new Error('the card says nothing');
           await frame();
         }",
        json!([text]),
    );
}

#[track_caller]
fn wait_for_headline(page: Page<'_>, headline: &str) {
    let headline = Value::from(headline).to_string();
    page.wait(&format!("tidy(part({CARD}, 'headline').textContent) === {headline}"));
}

#[track_caller]
fn press(page: Page<'_>, selector: &str) {
    let middle = page.run_with(
        "const el = find(args[0]);
         el.scrollIntoView({ block: 'nearest' });
         const { x, y, width, height } = el.getBoundingClientRect();
         return [Math.round(x + width / 2), Math.round(y + height / 2)];",
        json!([selector]),
    );
    let at = |index: usize| middle[index].as_i64().expect("a number");
    page.pointer().press_point(at(0), at(1));
}

/// Puts the cursor into the last quotation marks of a line, counted from 1.
#[track_caller]
fn go_into_line(page: Page<'_>, line: usize, from_end: usize) {
    page.run("find('.cm-content').focus()");
    page.press_key("Control+Home");
    for _ in 1..line {
        page.press_key("ArrowDown");
    }
    page.press_key("End");
    for _ in 0..from_end {
        page.press_key("ArrowLeft");
    }
}

fn broken_field_is_listed_with_its_line_and_a_press_goes_there(kit: &Kit) {
    let page = open(kit, "");
    drop_file(page, STORY);
    page.wait("find('#summary').textContent === 'No problems'");
    go_into_line(page, 4, 1);
    page.write(" soon");
    page.wait("find('#summary').textContent === '1 problem'");
    let words =
        page.run("return [...find('#problems button').children].map((el) => el.textContent)");
    assert_eq!(words[0], "Line 4");
    assert_eq!(words[1], "/datePublished");
    assert_eq!(words[3], "unreadable-date");
    page.press_key("Control+Home");
    press(page, "#problems button");
    page.wait("getSelection().toString() === '\"2026-03-10 soon\"' && document.activeElement.matches('.cm-content')");
    // By key as well.
    page.press_key("Control+Home");
    page.run("find('#problems button').focus()");
    page.press_key("Enter");
    page.wait("getSelection().toString() === '\"2026-03-10 soon\"'");
}

fn preview_follows_what_is_written_and_keeps_the_last_that_could_be_read(kit: &Kit) {
    let page = open(kit, "");
    drop_file(page, STORY);
    go_into_line(page, 3, 2);
    page.write(" and wind");
    wait_for_headline(page, "Rain and wind");
    page.press_key("Control+Home");
    page.write("x");
    page.wait("find('#summary').textContent === 'Not a story yet'");
    let seen = page.run(&format!(
        "return [find('#problems .line').textContent, !find('#note').hidden, tidy(part({CARD}, 'headline').textContent)]"
    ));
    assert_eq!(seen, json!(["Line 1", true, "Rain and wind"]));
    page.press_key("Backspace");
    page.wait("find('#summary').textContent === 'No problems' && find('#note').hidden");
}

fn no_json_breaks_the_page(kit: &Kit) {
    let page = open(kit, "");
    for text in lists::all(JSON_TEXTS) {
        drop_file(page, &text);
    }
    drop_file(page, STORY);
    wait_for_headline(page, "Rain");
    page.wait("find('#summary').textContent === 'No problems'");
    let mishaps = page.run("return find('#stage').contentWindow.kit.mishaps");
    assert_eq!(mishaps, json!([]));
}

fn what_is_shown_comes_back_from_the_address(kit: &Kit) {
    let page = open(kit, "");
    drop_file(page, &STORY.replace("Rain", "Rain, “quoted” 😀"));
    page.run(
        "const fill = (el, value, kind) => { el.value = value; el.dispatchEvent(new Event(kind, { bubbles: true })); };
         fill(find('#look'), 'wire', 'change');
         fill(find('#fields [aria-label=\"Corners\"]'), '9px', 'input');
         fill(find('#card').elements.open, 'all', 'input');
         find('[name=width][value=phone]').click();
         find('[name=scheme][value=dark]').click();
         find('#tab-theme').click();",
    );
    page.wait("location.hash.length > 100 && !find('#link').disabled");
    // What came last is in it too.
    let state = "return [find('#look').value, find('[name=width]:checked').value, find('[name=scheme]:checked').value, \
         find('#tab-theme').ariaSelected, find('#css').textContent, find('#card').elements.open.value]";
    let before = page.run(state);
    let hash = page.run(
        "let hash; do { hash = location.hash; await new Promise((next) => setTimeout(next, 900)); } while (hash !== location.hash); return hash;",
    );
    kit.open("/playground.html?elsewhere");
    let page = open(kit, hash.as_str().expect("a fragment"));
    wait_for_headline(page, "Rain, “quoted” 😀");
    assert_eq!(page.run(state), before);
    assert_eq!(before[4].as_str().map(|css| css.contains("--story-card-radius: 9px")), Some(true));
    let dressed = page.run(&format!(
        "const card = {CARD}; return [getComputedStyle(card).getPropertyValue('--story-card-radius'), card.getAttribute('open'), getComputedStyle(card.ownerDocument.documentElement).colorScheme]"
    ));
    assert_eq!(dressed, json!(["9px", "all", "dark"]));
}

fn hostile_address_shows_the_demo_story(kit: &Kit) {
    let hashes = ["#%", "#story-card:x", "#q1YqLU4tykvMTVWyUjI0MjYxNVOqBQA"];
    for (n, hash) in hashes.iter().enumerate() {
        // Another page each time, not another place of one.
        let page = open(kit, &format!("?{n}{hash}"));
        wait_for_headline(page, "Car ferry aground off Tarnmouth; everyone taken off safely");
    }
}

fn keyboard_leaves_the_editor_by_escape_and_tab(kit: &Kit) {
    let page = open(kit, "");
    drop_file(page, STORY);
    let said = page.run("return find('#editor-keys').textContent");
    assert_eq!(said, "Esc then Tab leaves the editor");
    go_into_line(page, 4, 0);
    page.press_key("Tab");
    let stays = page.run("return document.activeElement.matches('.cm-content')");
    assert_eq!(stays, true);
    page.press_key("Escape");
    page.press_key("Tab");
    page.wait("!document.activeElement.closest('#editor')");
    // And back.
    page.press_key("Shift+Tab");
    page.wait("document.activeElement.matches('.cm-content')");
}

fn theme_is_seen_in_the_preview_and_written_as_css(kit: &Kit) {
    let page = open(kit, "");
    press(page, "#tab-theme");
    page.run("find('#fields [aria-label=\"Corners\"]').focus()");
    page.write("7px");
    let radius = format!("getComputedStyle({CARD}).getPropertyValue('--story-card-radius')");
    page.wait(&format!("{radius} === '7px'"));
    let css = page.run("return find('#css').textContent");
    assert_eq!(css, "story-card {\n  --story-card-radius: 7px;\n}");
    // What would be more than a value is marked, and not taken.
    page.write("}");
    page.wait("find('#fields [aria-label=\"Corners\"]').ariaInvalid === 'true'");
    assert_eq!(page.run("return find('#css').textContent"), "/* Nothing is set yet. */");
    page.run("find('#tab-theme').focus()");
    page.wait("document.activeElement.id === 'tab-theme'");
    page.press_key("ArrowRight");
    page.wait("document.activeElement.id === 'tab-embed' && !find('#embed').hidden && find('#theme').hidden");
}

fn address_that_cannot_be_read_says_so(kit: &Kit) {
    let page = open(kit, "");
    let gone = kit.answer(Answer::status(404));
    let closed = kit.answer(Answer::json(&headed("Closed")).without_cors());
    for (address, words) in [
        (gone.as_str(), "its host answers 404"),
        (closed.as_str(), "does not allow it"),
        ("javascript:kit.mishaps.push(1)", "no address of the web"),
        ("http://[", "no address of the web"),
    ] {
        page.run_with(
            "find('#url').value = args[0]; find('#fetch button').click()",
            json!([address]),
        );
        page.wait(&format!("find('#summary').textContent.includes('{words}')"));
    }
    page.run("Blob.prototype.text = () => Promise.reject(new DOMException('gone'))");
    drop_file(page, STORY);
    assert_eq!(page.run("return find('#summary').textContent"), "This file cannot be read");
    let there = kit.story(&headed("Fetched"));
    page.run_with("find('#url').value = args[0]; find('#fetch button').click()", json!([there]));
    wait_for_headline(page, "Fetched");
}

fn address_names_a_story_that_was_fetched_whatever_its_lines_end_in(kit: &Kit) {
    let url = kit.answer(Answer::text(STORY.replace('\n', "\r\n")));
    let page = open(kit, &["?src=", &url].concat());
    wait_for_headline(page, "Rain");
    page.wait("location.hash.length > 100");
    let texts = "const { unpacked } = await import('/playground/state.js');
        const { texts } = await unpacked(location.hash.slice(1)); return [texts.src, texts.text]";
    assert_eq!(page.run(texts), json!([url, null]));
}

fn plain_field_stands_in_where_the_editor_does_not_come(kit: &Kit) {
    kit.server.instead("/playground/codemirror.js", Answer::status(404));
    let page = open(kit, "");
    drop_file(page, &STORY.replace("\"2026-03-10\"", "\"soon\""));
    page.wait("find('#summary').textContent === '1 problem'");
    press(page, "#problems button");
    let selected = page.run(
        "const field = find('#editor textarea'); return field.value.slice(field.selectionStart, field.selectionEnd)",
    );
    assert_eq!(selected, "\"soon\"");
}

fn code_that_is_copied_works(kit: &Kit) {
    let url = kit.story(&headed("Copied"));
    let page = open(kit, &format!("?src={url}"));
    wait_for_headline(page, "Copied");
    page.wait(
        "find('#problems') && !document.querySelector('#way code').textContent.includes('42.json')",
    );
    let mut codes = Vec::new();
    for way in ["tag", "pinned", "wordpress", "iframe"] {
        let click = "find(`#way-${args[0]}`).click(); return find('#way code').textContent";
        let code = page.run_with(click, json!([way]));
        codes.push((way, code.as_str().expect("code").to_owned()));
    }
    for (way, code) in codes {
        if way == "iframe" {
            let page = kit.page("", &code);
            page.wait(
                "find('iframe').contentDocument.querySelector('story-card')?.state === 'ready'",
            );
        } else {
            // The shortcode is for WordPress; what stands below it is for any page.
            let card = kit.page("", &code).card().ready();
            assert_eq!(card.part("headline").text(), "Copied", "{way}: {code}");
        }
    }
}

fn axe_is_content_with_the_playground(kit: &Kit) {
    for scheme in ["light", "dark"] {
        let page = open(kit, "");
        page.prefer_scheme(scheme);
        drop_file(page, &STORY.replace("\"2026-03-10\"", "\"soon\", \"authors\": 7"));
        for tab in ["story", "theme", "embed"] {
            page.run_with("find(`#tab-${args[0]}`).click()", json!([tab]));
            page.settle();
            assert_eq!(page.axe(), Vec::<String>::new(), "{scheme}, {tab}");
        }
    }
}
