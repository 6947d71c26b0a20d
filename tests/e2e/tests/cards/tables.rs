//! What a screen reader is told of tables, code, headings and languages; and how figures stand.

use serde_json::{Value, json};
use story_card_e2e::{Card, Kit, suite};

use crate::stories::with;

suite! {
    EVERYWHERE:
        table_is_a_stop_where_it_scrolls_and_nowhere_else,
        figures_stand_under_each_other_whatever_they_cite,
        figures_stand_under_their_heading_in_both_directions,
        row_is_named_by_its_first_cell,
        heading_skips_no_level,
        words_of_the_card_say_their_language_in_a_story_of_another;
}

const WIDE: &str = "Acellthatistoolonghere";

fn shown<'k>(kit: &'k Kit, language: &str, rows: &Value, width: u32) -> Card<'k> {
    let table = json!({
        "type": "table", "caption": "By county[1]", "header": ["County", "Homes", "Notes"], "rows": rows,
    });
    let url = kit.story(&with(json!({
        "inLanguage": language,
        "sections": [
            { "headline": "Damage", "blocks": [{ "type": "heading", "text": "Below" }, table,
                { "type": "code", "text": "a = 1" }] },
            { "headline": "", "blocks": [{ "type": "heading", "text": "Alone" }] },
        ],
        "citation": [
            { "id": "1", "name": "Report", "url": "https://news.example/1" },
            { "id": "2", "name": "Note", "url": "https://news.example/2" },
        ],
    })));
    let tag = format!(
        "<main style='width: {width}px'><story-card src='{url}' open='all'></story-card></main>"
    );
    kit.host(&tag).card().ready()
}

fn rows() -> Value {
    json!([["North", "21,400[1]", "Friday"], ["West", "9,800", "Saturday"], ["East", "870", ""]])
}

fn table_is_a_stop_where_it_scrolls_and_nowhere_else(kit: &Kit) {
    let stops = "[...card.shadowRoot.querySelectorAll('.scroller, pre')].map((box) => [box.tabIndex, box.ariaLabel])";
    let card = shown(kit, "en", &rows(), 640);
    card.wait(&format!("JSON.stringify({stops}) === '[[-1,null],[-1,null]]'"));
    let card = shown(kit, "en", &json!([[WIDE, WIDE, WIDE]]), 320);
    card.wait(&format!("JSON.stringify({stops}) === '[[0,\"By county\"],[-1,null]]'"));
    // Narrow no longer.
    card.page().run("find('main').style.width = '2000px'");
    card.wait(&format!("JSON.stringify({stops}) === '[[-1,null],[-1,null]]'"));
}

/// Where the letters of the cells of a column end, without what they cite: at the right and at
/// the left.
const EDGES: &str = "const edges = [...part(card, 'table').querySelectorAll('tr > :nth-child(2)')].map((cell) => {
        const range = new Range();
        const marker = cell.querySelector('.beside, .mark');
        range.selectNodeContents(cell);
        if (marker) range.setEndBefore(marker);
        const { left, right } = range.getBoundingClientRect();
        return [left, right];
    });
    const spread = (side) => Math.max(...edges.map((edge) => edge[side])) - Math.min(...edges.map((edge) => edge[side]));
    return [spread(0) < 1, spread(1) < 1];";

fn figures_stand_under_each_other_whatever_they_cite(kit: &Kit) {
    for cited in ["[1]", "[1][2]", "[1][2][1]"] {
        let rows = json!([["North", format!("21,400{cited}"), "Friday"], ["West", "9,800", ""]]);
        let card = shown(kit, "en", &rows, 640);
        assert_eq!(card.run(EDGES), json!([false, true]), "{cited}");
        // What they cite lies over nothing, nor over each other.
        let apart = "const range = new Range();
            range.selectNodeContents(part(card, 'table').querySelector('tbody td:nth-child(3)'));
            const digits = [...part(card, 'table').querySelectorAll('td .digits')].map((el) => el.getBoundingClientRect());
            const edges = [...digits.flatMap(({ left, right }) => [left, right]), range.getBoundingClientRect().left];
            return edges.every((edge, index) => index % 2 === 0 || edge <= (edges[index + 1] ?? Infinity))";
        assert_eq!(card.run(apart), true, "{cited}");
    }
    // Nor outside of a table whose last column they stand in.
    let card = shown(kit, "en", &json!([["North", "Friday", "21,400[1]"], ["West", "", "9"]]), 640);
    let scrolls = "const box = card.shadowRoot.querySelector('.scroller'); return box.scrollWidth > box.clientWidth";
    assert_eq!(card.run(scrolls), false);
}

fn figures_stand_under_their_heading_in_both_directions(kit: &Kit) {
    let card = shown(kit, "ar", &rows(), 640);
    assert_eq!(card.run("return getComputedStyle(part(card, 'table')).direction"), "rtl");
    assert_eq!(card.run(EDGES), json!([false, true]));
}

fn row_is_named_by_its_first_cell(kit: &Kit) {
    let named = "return [...part(card, 'table').querySelectorAll('tbody [scope=row]')].map((cell) => tidy(cell.textContent))";
    let card = shown(kit, "en", &rows(), 640);
    assert_eq!(card.run(named), json!(["North", "West", "East"]));
    let weight =
        "return getComputedStyle(part(card, 'table').querySelector('[scope=row]')).fontWeight";
    assert_eq!(card.run(weight), "400");
    // Years name nothing that has no heading of its own.
    let card = shown(kit, "en", &json!([["2024", "1", "a"], ["2025", "2", "b"]]), 640);
    assert_eq!(card.run(named), json!([]));
}

fn heading_skips_no_level(kit: &Kit) {
    let card = shown(kit, "en", &rows(), 640);
    let levels =
        "return [...card.shadowRoot.querySelectorAll('.minor-heading')].map((el) => el.localName)";
    assert_eq!(card.run(levels), json!(["h4", "h3"]));
}

fn words_of_the_card_say_their_language_in_a_story_of_another(kit: &Kit) {
    // The letters that are read in a language, without those of names and dates.
    let heard = "const heard = (language) => {
        const walk = document.createTreeWalker(card.shadowRoot, NodeFilter.SHOW_TEXT);
        let words = '';
        while (walk.nextNode()) {
          const of = walk.currentNode.parentElement;
          if (of.checkVisibility() && of.closest('[lang]')?.lang === language) words += ` ${walk.currentNode.data}`;
        }
        return tidy(words);
      };
      return [heard('en'), heard('ar')]";
    let card = shown(kit, "ar", &rows(), 640);
    let said = card.run(heard);
    for own in [" source", "min read", "Sources ("] {
        assert!(said[0].as_str().is_some_and(|said| said.contains(own)), "{own}: {said}");
        assert!(said[1].as_str().is_some_and(|said| !said.contains(own)), "{own}: {said}");
    }
    assert!(said[1].as_str().is_some_and(|said| said.contains("North")), "{said}");
    let card = shown(kit, "en-GB", &rows(), 640);
    assert_eq!(card.run("return part(card, 'card').querySelectorAll('[lang]').length"), 0);
}
