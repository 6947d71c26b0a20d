//! The REST API of `WordPress`: posts, pages and other types that have a text. And the API 1.1
//! of WordPress.com, whose texts stand in the fields themselves.

mod dot_com;
mod gaps;
mod people;
mod text;

use self::gaps::Gaps;
use self::people::authors;
use self::text::{excerpt, notes, rendered};
use super::blocks;
use super::common::{finish, made_headline, no_story, picture, related, site, size, withheld};
use super::importer::Importer;
use super::keys::{find, written};
use super::select::{Names, Read, select};
use crate::error::Error;
use crate::limits::{MAX_HEADLINE, MAX_RELATED, MAX_SMALL_LIST};
use crate::parse::At;
use crate::parse::json::Node;
use crate::story::{EdtfDate, Image, Related, Story};

const NAMES: Names = Names { id: "id ID slug", url: "link URL" };

/// Reads a post, or one of a list of posts.
pub fn read(importer: &mut Importer, root: &At) -> Result<Read, Error> {
    if !matches!(root.node, Node::List(_)) {
        return Ok((story(importer, root)?, 1, None));
    }
    let item = importer.reader.options.item;
    let is_post = |node: &Node| matches!(node, Node::Map(_));
    let (item, stories) = select(root, item, &NAMES, &is_post)?;
    Ok((story(importer, &item)?, stories, item.index()))
}

fn story(importer: &mut Importer, at: &At) -> Result<Story, Error> {
    if find(at.node, "author_name").is_some() && find(at.node, "post").is_some() {
        return no_story("a comment on a WordPress post, no post");
    }
    refuse_withheld(at)?;
    let gaps = Gaps::read(importer, at);
    let url = importer.first_link(at, "link URL").or(gaps.url);
    importer.set_base(url.as_ref());
    let title = at.get("title").and_then(|title| match title.node {
        Node::Map(_) => importer.first_label(&title, "rendered raw"),
        _ => importer.plain_value(&title, MAX_HEADLINE),
    });
    let content = at.get("content");
    let sections = content.as_ref().and_then(|content| {
        let (value, text) = rendered(importer, content)?;
        let beside = notes(importer, at);
        let headline = title.as_deref().unwrap_or_default();
        Some(blocks::body(importer, &value, text, headline, &beside))
    });
    let sections = sections.unwrap_or_default();
    let headline =
        title.or(gaps.headline).or_else(|| made_headline(&[], &sections)).unwrap_or_default();
    let lead = excerpt(importer, at, &sections, gaps.description);
    let (section, keywords) = terms(importer, at);
    let modified = date(importer, at, "modified_gmt", "modified").or(gaps.modified);
    let image = featured(importer, at).or_else(|| dot_com::featured(importer, at)).or(gaps.image);
    let image = image.or_else(|| picture(importer.link(at, "jetpack_featured_media_url")));
    let story = Story {
        id: importer.reader.id(at, "id").or_else(|| importer.reader.id(at, "ID")),
        publisher: gaps.publisher.or_else(|| site(importer, url.as_ref())),
        url,
        headline,
        lead,
        article_section: section,
        keywords,
        language: importer.language(at, "lang").or(gaps.language),
        authors: authors(importer, at),
        published: date(importer, at, "date_gmt", "date").or(gaps.published),
        modified,
        image,
        sections,
        related: related_posts(importer, at),
        ..Story::default()
    };
    finish(importer, story)
}

/// Posts that are not public, or only for those who know a password.
fn refuse_withheld(at: &At) -> Result<(), Error> {
    let word = |key| find(at.node, key).and_then(written);
    match word("status").unwrap_or("publish") {
        "publish" => {}
        // It is as public as the post it belongs to, which is not told.
        "inherit" if word("type") == Some("attachment") => {}
        "future" => return withheld("embargoed"),
        "private" => return withheld("private"),
        "trash" => return withheld("cancelled"),
        _ => return withheld("a draft"),
    }
    let is_protected = ["content", "excerpt"].iter().any(|key| {
        let field = find(at.node, key);
        field.and_then(|field| find(field, "protected")) == Some(&Node::Bool(true))
    });
    let is_locked = word("password").is_some_and(|password| !password.is_empty())
        || find(at.node, "has_password") == Some(&Node::Bool(true));
    if is_protected || is_locked { withheld("protected by a password") } else { Ok(()) }
}

/// By the clock of UTC, else by one that is not known.
fn date(importer: &mut Importer, at: &At, utc: &str, local: &str) -> Option<EdtfDate> {
    importer.utc_date(at, utc).or_else(|| {
        let is_set = find(at.node, local).and_then(written).is_some_and(|d| !d.starts_with("0000"));
        if is_set { importer.date(at, local) } else { None }
    })
}

/// The first category, and all other terms.
fn terms(importer: &mut Importer, at: &At) -> (Option<String>, Vec<String>) {
    let (mut section, mut keywords) = (dot_com::section(importer, at), Vec::new());
    let Some(embedded) = at.get("_embedded") else { return (section, keywords) };
    importer.each(&embedded, "wp:term", MAX_SMALL_LIST, &mut |importer, group| {
        importer.each_of(group, MAX_SMALL_LIST, &mut |importer, term| {
            if !importer.reader.is_object(term) {
                return;
            }
            let Some(name) = importer.label(term, "name") else { return };
            let taxonomy = find(term.node, "taxonomy").and_then(written).unwrap_or_default();
            if taxonomy == "category" && section.is_none() {
                section = Some(name);
            } else if matches!(taxonomy, "category" | "post_tag") && !keywords.contains(&name) {
                keywords.push(name);
            }
        });
    });
    (section, keywords)
}

/// The picture of the post, or the one that it is; an error in its place says that there is none.
fn featured(importer: &mut Importer, at: &At) -> Option<Image> {
    if find(at.node, "media_type").and_then(written) == Some("image") {
        return media(importer, at);
    }
    let mut image = None;
    let embedded = at.get("_embedded")?;
    importer.objects(&embedded, "wp:featuredmedia", 5, &mut |importer, entry| {
        if image.is_none() {
            image = media(importer, entry);
        }
    });
    image
}

fn media(importer: &mut Importer, at: &At) -> Option<Image> {
    let url = importer.link(at, "source_url")?;
    let alt = importer.plain(at, "alt_text").unwrap_or_default();
    let caption = at.get("caption").and_then(|caption| {
        let (value, text) = rendered(importer, &caption)?;
        Some(blocks::line(importer, &value, text)).filter(|text| !text.is_empty())
    });
    let size = at.get("media_details").and_then(|details| size(&details, "width", "height"));
    Some(Image { caption, size, ..Image::new(url, alt) })
}

fn related_posts(importer: &mut Importer, at: &At) -> Vec<Related> {
    let mut links = Vec::new();
    importer.objects(at, "jetpack-related-posts", MAX_RELATED, &mut |importer, post| {
        let Some(url) = importer.link(post, "url") else { return };
        let name = importer.label(post, "title");
        let image = post.get("img").and_then(|image| importer.link(&image, "src"));
        links.push(Related { image, ..related(name, url) });
    });
    links
}
