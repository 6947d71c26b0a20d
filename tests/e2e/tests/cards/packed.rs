//! The package and the folder for a CDN, as browsers take them without a bundler.

use serde_json::json;
use story_card_e2e::{Answer, Kit, suite};

use crate::stories::headed;

suite! {
    EVERYWHERE:
        package_registers_the_element,
        class_alone_registers_nothing,
        folders_of_the_cdn_show_a_card,
        frame_of_a_version_shows_a_card,
        classic_script_can_bring_the_module_in,
        page_of_xml_shows_a_card_or_what_is_in_the_tag,
        integrity_is_told_of_every_file;
}

fn tag(kit: &Kit) -> String {
    format!("<story-card src='{}'></story-card>", kit.story(&headed("Packed")))
}

fn version(kit: &Kit) -> String {
    let text = std::fs::read(kit.server.built("cdn/sri.json")).expect("the list");
    let list: serde_json::Value = serde_json::from_slice(&text).expect("JSON");
    list["version"].as_str().expect("a version").to_owned()
}

fn package_registers_the_element(kit: &Kit) {
    let head = "<script type='importmap'>{ \"imports\": { \"story-card\": \"/npm/story-card.js\" } }</script>
        <script type='module'>import \"story-card\";</script>";
    let card = kit.page(head, &tag(kit)).card().ready();
    assert_eq!(card.part("headline").text(), "Packed");
}

fn class_alone_registers_nothing(kit: &Kit) {
    let page = kit.page("", &tag(kit));
    let seen = page.run(
        "const { StoryCardElement } = await import('/npm/element.js');
         const before = customElements.get('story-card') ?? null;
         customElements.define('story-card', StoryCardElement);
         return [before, StoryCardElement.version.length > 0];",
    );
    assert_eq!(seen, json!([null, true]));
    assert_eq!(page.card().ready().part("headline").text(), "Packed");
}

fn folders_of_the_cdn_show_a_card(kit: &Kit) {
    for folder in [version(kit), "latest".into()] {
        // From another origin, as a CDN is.
        let script = format!("{}/cdn/{folder}/story-card.js", kit.server.stories());
        let head = format!("<script type='module' src='{script}'></script>");
        assert_eq!(kit.page(&head, &tag(kit)).card().ready().part("headline").text(), "Packed");
    }
}

fn frame_of_a_version_shows_a_card(kit: &Kit) {
    let url = kit.story(&headed("Packed"));
    let folder = format!("{}/cdn/{}", kit.server.stories(), version(kit));
    let head = format!("<script src='{folder}/story-card-frame.js'></script>");
    let frame =
        format!("<iframe src='{folder}/embed.html?src={url}&look=wire' title='Story'></iframe>");
    let page = kit.page(&head, &frame);
    page.wait("find('iframe').style.height !== ''");
}

fn classic_script_can_bring_the_module_in(kit: &Kit) {
    let head = "<script>import('/story-card.js')</script>";
    assert_eq!(kit.page(head, &tag(kit)).card().ready().part("headline").text(), "Packed");
}

/// Where a page is sent as plain XML, scripts make elements that are none of HTML.
fn page_of_xml_shows_a_card_or_what_is_in_the_tag(kit: &Kit) {
    let url = kit.story(&headed("Packed"));
    let text = format!(
        "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>X</title><script src='/kit/watch.js'></script>
         <script>window.come = import('/story-card.js')</script></head>
         <body><story-card src='{url}'><p>Fallback</p></story-card></body></html>"
    );
    for (kind, has_card) in [("application/xhtml+xml", true), ("application/xml", false)] {
        kit.server.instead("/page-of-xml", Answer::text(text.clone()).content_type(kind));
        let page = kit.open("/page-of-xml");
        if has_card {
            assert_eq!(page.card().ready().part("headline").text(), "Packed");
        } else {
            page.run("await window.come");
            page.settle();
            let shown = page.run(
                "const [card, words] = ['story-card', 'p'].map((name) => document.querySelector(name));
                 return [card.shadowRoot === null, words.getBoundingClientRect().height > 0];",
            );
            assert_eq!(shown, json!([true, true]), "{kind}");
        }
    }
}

/// What the list says is what the browser computes.
fn integrity_is_told_of_every_file(kit: &Kit) {
    let page = kit.page("", "");
    // There pages are as they are built; those of the other origin are watched.
    let folder = format!("{}/cdn/{}", kit.server.stories(), version(kit));
    kit.server.instead("/altered.js", Answer::text("1").content_type("text/javascript"));
    let seen = page.run(&format!(
        "const {{ files }} = await (await fetch('/cdn/sri.json')).json();
         const names = Object.keys(files);
         for (const name of names) await fetch(`{folder}/${{name}}`, {{ integrity: files[name] }});
         const refused = await fetch('/altered.js', {{ integrity: files['story-card.js'] }}).then(() => false, () => true);
         return [names.length > 8, names.includes('story-card-whole.js'), refused];"
    ));
    assert_eq!(seen, json!([true, true, true]));
}
