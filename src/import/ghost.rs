//! Posts and pages of Ghost, as its Content API gives them.

use super::blocks;
use super::common::{finish, for_subscribers, html_of, made_headline, no_story, site, withheld};
use super::importer::Importer;
use super::keys::{find, written};
use super::once::without_repetition;
use super::select::{Names, Read, select};
use crate::error::Error;
use crate::limits::MAX_SMALL_LIST;
use crate::parse::At;
use crate::parse::json::Node;
use crate::story::{Agent, Image, SafeLink, Section, Story, Text};

const NAMES: Names = Names { id: "id uuid slug", url: "url canonical_url" };

/// Reads a post, alone or one of a list.
pub fn read(importer: &mut Importer, root: &At) -> Result<Read, Error> {
    let list = root.get("posts").or_else(|| root.get("pages"));
    let list = list.as_ref().filter(|list| matches!(list.node, Node::List(_))).unwrap_or(root);
    if !matches!(list.node, Node::List(_)) {
        return Ok((story(importer, root, None)?, 1, None));
    }
    let item = importer.reader.options.item;
    // An export of a whole site has all that was ever written. Its users may have been taken out.
    let export = Some(root).filter(|root| root.has("users") || root.has("posts_tags"));
    let says = |node: &Node, key, word| find(node, key).and_then(written).is_none_or(|w| w == word);
    let is_post = |node: &Node| {
        let is_out = || says(node, "status", "published") && says(node, "type", "post");
        matches!(node, Node::Map(_)) && (export.is_none() || is_out())
    };
    let (item, stories) = select(list, item, &NAMES, &is_post)?;
    Ok((story(importer, &item, export)?, stories, item.index()))
}

fn story(importer: &mut Importer, at: &At, export: Option<&At>) -> Result<Story, Error> {
    let word = |key| find(at.node, key).and_then(written);
    match word("status").unwrap_or("published") {
        "published" | "sent" => {}
        "scheduled" => return withheld("embargoed"),
        _ => return withheld("a draft"),
    }
    let url = importer.first_link(at, "url canonical_url");
    importer.set_base(url.as_ref());
    let title = importer.first_label(at, "title og_title meta_title twitter_title");
    let sections = body(importer, at, title.as_deref().unwrap_or_default());
    let Some(headline) = title.or_else(|| made_headline(&[], &sections)) else {
        return no_story("a post of Ghost without a title");
    };
    let is_open = find(at.node, "access") != Some(&Node::Bool(false))
        && (word("visibility").unwrap_or("public") == "public" || !sections.is_empty());
    let (section, keywords) = tags(importer, at, export);
    let story = Story {
        id: importer.reader.id(at, "id"),
        publisher: site(importer, url.as_ref()),
        disclaimer: (!is_open).then(|| for_subscribers(url.as_ref())),
        url,
        headline,
        lead: without_repetition(lead(importer, at), &sections),
        article_section: section,
        keywords,
        authors: authors(importer, at, export),
        published: importer.date(at, "published_at"),
        modified: importer.date(at, "updated_at"),
        image: image(importer, at),
        sections,
        ..Story::default()
    };
    finish(importer, story)
}

fn body(importer: &mut Importer, at: &At, headline: &str) -> Vec<Section> {
    if let Some(content) = at.get("html")
        && let Some(text) = html_of(importer, &content)
    {
        return blocks::body(importer, &content, text, headline, &[]);
    }
    let text = importer.plain_lines(at, "plaintext");
    if text.is_none() {
        for key in ["lexical", "mobiledoc"] {
            if let Some(value) = at.get(key) {
                importer.report(
                    &value,
                    "not-shown",
                    "the text is there for an editor only; ask for `html`",
                );
            }
        }
    }
    blocks::as_section(
        text.map(|text| blocks::plain_paragraphs(importer, &text, false)).unwrap_or_default(),
    )
}

/// What the author wrote as an excerpt; the one that Ghost makes is cut text.
fn lead(importer: &mut Importer, at: &At) -> Vec<Text> {
    for key in ["custom_excerpt", "meta_description", "og_description", "twitter_description"] {
        if let Some(value) = at.get(key)
            && let Some(text) = html_of(importer, &value)
        {
            return blocks::paragraphs(importer, &value, text);
        }
    }
    Vec::new()
}

/// The first tag, and all; those that begin with `#` are the newsroom's own.
fn tags(importer: &mut Importer, at: &At, export: Option<&At>) -> (Option<String>, Vec<String>) {
    let mut names = Vec::new();
    let mut tag = |importer: &mut Importer, entry: &At| {
        let is_own = find(entry.node, "visibility").and_then(written) == Some("internal");
        let name = importer.label(entry, "name").filter(|name| !is_own && !name.starts_with('#'));
        names.extend(name);
    };
    importer.objects(at, "primary_tag", 1, &mut tag);
    importer.objects(at, "tags", MAX_SMALL_LIST, &mut tag);
    belonging(importer, export, at, ["posts_tags", "tag_id", "tags"], &mut tag);
    let section = names.first().cloned();
    let mut keywords: Vec<String> = Vec::new();
    for name in names {
        if !keywords.contains(&name) {
            keywords.push(name);
        }
    }
    (section, keywords)
}

fn authors(importer: &mut Importer, at: &At, export: Option<&At>) -> Vec<Agent> {
    let mut authors = Vec::new();
    for key in ["authors", "primary_author", "author"] {
        importer.objects(at, key, MAX_SMALL_LIST, &mut |importer, entry| {
            authors.extend(author(importer, entry));
        });
        if !authors.is_empty() {
            break;
        }
    }
    belonging(
        importer,
        export,
        at,
        ["posts_authors", "author_id", "users"],
        &mut |importer, user| {
            authors.extend(author(importer, user));
        },
    );
    authors
}

/// Calls `each` for what belongs to a post of an export, the first of it first: a list says which
/// thing of another list does.
fn belonging(
    importer: &mut Importer,
    export: Option<&At>,
    post: &At,
    [joins, key, list]: [&'static str; 3],
    each: &mut dyn FnMut(&mut Importer, &At),
) {
    let lists = export.and_then(|export| export.get(joins).zip(export.get(list)));
    let (Some((joins, list)), Some(id)) = (lists, find(post.node, "id")) else { return };
    let is_first = |join: &At| find(join.node, "sort_order").and_then(written) == Some("0");
    let own = |join: &At| find(join.node, "post_id") == Some(id);
    let own: Vec<At> = joins.items().filter(own).take(MAX_SMALL_LIST).collect();
    let first = own.iter().filter(|join| is_first(join));
    for join in first.chain(own.iter().filter(|join| !is_first(join))) {
        let thing = find(join.node, key);
        if let Some(thing) = list.items().find(|one| find(one.node, "id") == thing) {
            each(importer, &thing);
        }
    }
}

fn author(importer: &mut Importer, at: &At) -> Option<Agent> {
    let name = importer.label(at, "name")?;
    let biography = at.get("bio").and_then(|value| {
        let text = html_of(importer, &value)?;
        Some(blocks::line(importer, &value, text)).filter(|text| !text.is_empty())
    });
    let url: Option<SafeLink> = importer.first_link(at, "url website");
    let image = importer.link(at, "profile_image");
    Some(Agent { url, image, biography, ..Agent::person(name) })
}

fn image(importer: &mut Importer, at: &At) -> Option<Image> {
    if let Some(url) = importer.link(at, "feature_image") {
        let alt = importer.plain(at, "feature_image_alt").unwrap_or_default();
        let caption = at.get("feature_image_caption").and_then(|value| {
            let text = html_of(importer, &value)?;
            Some(blocks::line(importer, &value, text)).filter(|text| !text.is_empty())
        });
        return Some(Image { caption, ..Image::new(url, alt) });
    }
    super::common::picture(importer.first_link(at, "og_image twitter_image"))
}
