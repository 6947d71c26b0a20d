//! Dates as elements.

use story_card::dates::{self, Locale};
use story_card::parse::edtf::strict;
use story_card::words::Words;
use yew::Html;
use yew::virtual_dom::VNode;

/// Markup as a reader's browser would be given it.
fn markup(html: &Html) -> String {
    match html {
        VNode::VText(text) => text.text.to_string(),
        VNode::VList(list) => list.iter().map(markup).collect(),
        VNode::VTag(tag) => {
            let name = tag.tag();
            let mut open = format!("<{name}");
            for (key, value) in tag.attributes.iter() {
                let attribute = format!(" {key}=\"{value}\"");
                open.push_str(&attribute);
            }
            let children = tag.children().map(markup).unwrap_or_default();
            format!("{open}>{children}</{name}>")
        }
        other => panic!("a date is plain elements, not {other:?}"),
    }
}

fn element(edtf: &str, display: Option<&str>) -> String {
    let date = strict(edtf);
    let words = Words::english();
    markup(&dates::time(date.as_ref(), display, &Locale::new(&words, "en")).build())
}

#[test]
fn exact_dates_are_time_elements() {
    assert_eq!(element("2024-01-04", None), "<time datetime=\"2024-01-04\">January 4, 2024</time>");
    assert_eq!(element("2017~", None), "<span>about 2017</span>");
    assert_eq!(element("not a date", None), "<span></span>");
}

#[test]
fn words_of_the_story_win_over_those_of_the_date() {
    assert_eq!(
        element("2024-01-04", Some("Thursday")),
        "<time datetime=\"2024-01-04\">Thursday</time>"
    );
    assert_eq!(element("2020/..", Some("2020-Present")), "<span>2020-Present</span>");
    assert_eq!(element("not a date", Some("undated")), "<span>undated</span>");
}

#[test]
fn interval_has_a_time_element_for_each_exact_end() {
    assert_eq!(
        element("2014/2016-05", None),
        "<span><time datetime=\"2014\">2014</time> – <time datetime=\"2016-05\">May 2016</time></span>"
    );
    assert_eq!(
        element("2020/..", None),
        "<span><time datetime=\"2020\">2020</time> – present</span>"
    );
    assert_eq!(element("../1999~", None), "<span>until <span>about 1999</span></span>");
}
