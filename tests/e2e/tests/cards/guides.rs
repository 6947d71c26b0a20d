//! The snippets of the pages in `docs/` do what they are for: each shows a story.

use serde_json::json;
use story_card_e2e::{Kit, suite};

use crate::formats::sample;
use crate::stories::{full, headed, picture};

suite! {
    EVERYWHERE:
        every_snippet_of_the_guides_shows_a_story,
        strict_header_of_the_guide_lets_every_story_be_shown;
}

const GUIDES: [(&str, &str); 6] = [
    ("start", include_str!("../../../../docs/start.md")),
    ("embedding", include_str!("../../../../docs/embedding.md")),
    ("theming", include_str!("../../../../docs/theming.md")),
    ("events", include_str!("../../../../docs/events.md")),
    ("security", include_str!("../../../../docs/security.md")),
    ("troubleshooting", include_str!("../../../../docs/troubleshooting.md")),
];
const LOADER: &str = "<script type='module' src='/story-card.js'></script>";
/// A frame tells its height when its card stands.
const LISTENER: &str = "<script>
    addEventListener('message', ({ data }) => { if (data?.type === 'story-card-height') window.isTold = true; });
</script>";

fn blocks(text: &str) -> impl Iterator<Item = &str> {
    text.split("```html\n").skip(1).filter_map(|rest| rest.split("\n```").next())
}

/// Some cannot run as they stand: a hash that is left out, a tag that AMP's own scripts make.
fn runs(block: &str) -> bool {
    !block.contains('…') && !block.contains("<amp-")
}

fn every_snippet_of_the_guides_shows_a_story(kit: &Kit) {
    let url = kit.story(&headed("As the guide says"));
    // A frame without an origin needs files that every origin may read.
    let embed = format!("{}/embed.html", kit.server.stories());
    let mut count = 0;
    for (guide, text) in GUIDES {
        for block in blocks(text).filter(|block| runs(block)) {
            let html = block
                .replace("https://cdn.example/embed.html", &embed)
                .replace("https://cdn.example/", "/")
                .replace("https://news.example/stories/42.json", &url);
            let has_frame = html.contains("<iframe");
            let tag = if has_frame || html.contains("<story-card") {
                String::new()
            } else {
                format!("<story-card src='{url}'></story-card>")
            };
            let loader = if html.contains("story-card.js") || has_frame { "" } else { LOADER };
            let page = kit.page(&[LISTENER, loader].concat(), &[html.as_str(), &tag].concat());
            if has_frame {
                page.wait("window.isTold");
            } else {
                let card = page.card().ready();
                assert_eq!(card.part("headline").text(), "As the guide says", "{guide}: {block}");
            }
            count += 1;
        }
    }
    assert!(count >= 8, "only {count} snippets");
}

/// The header as the guide prints it, for the hosts of this run.
fn strict_header(kit: &Kit) -> String {
    let (_, security) = GUIDES.into_iter().find(|(name, _)| *name == "security").expect("a page");
    let line = security.lines().find_map(|line| line.strip_prefix("Content-Security-Policy: "));
    let header = line.expect("the header");
    assert!(header.contains("default-src 'none'") && header.contains("trusted-types story-card"));
    // The kit's own page has an icon in it.
    header
        .replace("img-src", "img-src data:")
        .replace("https://cdn.example", "'self'")
        .replace("https://news.example", kit.server.stories())
}

fn strict_header_of_the_guide_lets_every_story_be_shown(kit: &Kit) {
    let header = strict_header(kit);
    let picture = picture(kit, 800, 400);
    let stories = [
        kit.story(&full(&picture)),
        sample(kit, "wordpress"),
        format!("{}/stories/iraq-strike.json", kit.server.stories()),
    ];
    for url in stories {
        let tag = format!("<story-card src='{url}' open='all' loading='eager'></story-card>");
        let card = kit.page_under_policy(&header, &tag).card().ready();
        card.page().settle();
        let pictures = card.run(
            "return parts(card, 'image').flatMap((el) => [...el.querySelectorAll('img')]).length > 0",
        );
        if !url.contains("wordpress") {
            assert_eq!(pictures, json!(true), "{url}");
        }
    }
}
