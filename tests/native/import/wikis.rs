//! Pages of `MediaWiki`.

use serde_json::json;
use story_card::story::SafeLink;

use super::html::read;
use super::import;

#[test]
fn import_leaves_out_the_links_that_ask_to_edit() {
    let edit = "<span class='mw-editsection'><span>[</span><a href='/w?action=edit'>edit</a><span>]</span></span>";
    assert_eq!(
        read(&format!("<p>a</p><h2>History{edit}</h2><p>b</p>")),
        ["p a", "# History", "p b"]
    );
}

#[test]
fn import_shows_a_formula_of_which_there_is_only_a_picture() {
    for (alt, read_as) in [
        ("{\\displaystyle A^{T}}", "A^{T}"),
        ("{\\textstyle A^{T}}", "A^{T}"),
        ("{\\displaystyle a&lt;p&gt;b}", "a<p>b"),
    ] {
        let formula = format!("<img src='https://i.example/f5e3.svg' alt='{alt}'>");
        let expected = format!("p The transpose {read_as}.");
        assert_eq!(read(&format!("<p>The transpose {formula}.</p>")), [expected], "{alt}");
    }
}

#[test]
fn import_takes_the_link_of_a_note_that_leads_to_the_work() {
    let table = [
        (
            "Linder, G. <a href='/wiki/ArXiv'>arXiv</a>:<a href='https://arxiv.example/1706.02582'>1706.02582</a>",
            "Linder, G. arXiv:1706.02582",
            "https://arxiv.example/1706.02582",
        ),
        (
            "<a href='/wiki/Doi'>doi</a>:<a href='https://doi.example/10.1/B'><em>10.1/B</em></a>. Linder.",
            "doi:10.1/B. Linder.",
            "https://doi.example/10.1/B",
        ),
        (
            "See <a href='/2024/weir'>The weir in spring</a>, above.",
            "The weir in spring",
            "https://wiki.example/2024/weir",
        ),
        (
            "<a href='/2024/weir'>Our weir in spring</a>, map by <a href='https://maps.example/'>Maps</a>",
            "Our weir in spring",
            "https://wiki.example/2024/weir",
        ),
        (
            "<a href='https://a.example/1'>The log, 2024</a>, <a href='https://b.example/2'>archived</a>",
            "The log, 2024",
            "https://a.example/1",
        ),
    ];
    for (note, name, url) in table {
        let html = format!(
            "<p>a<sup><a href='#n'>[1]</a></sup></p><ol class='references'><li id='n'>{note}</li></ol>"
        );
        let item = json!({
            "id": "1", "url": "https://wiki.example/Weir", "title": "Headline", "content_html": html,
        });
        let feed = json!({ "version": "https://jsonfeed.org/version/1.1", "items": [item] });
        let source = &import(&feed.to_string()).expect("a story").story.sources[0];
        let read = (source.name.as_deref(), source.url.as_ref().map(SafeLink::as_str));
        assert_eq!(read, (Some(name), Some(url)), "{note}");
    }
}
