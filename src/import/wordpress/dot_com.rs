//! What the API 1.1 of WordPress.com has in other places than that of `WordPress`.
//!
//! Source: <https://developer.wordpress.com/docs/api/1.1/get/sites/%24site/posts/%24post_ID/>.

use crate::import::common::{byline, size};
use crate::import::importer::Importer;
use crate::parse::At;
use crate::parse::json::Node;
use crate::story::{Agent, Image};

/// The one author; elsewhere a number stands there.
pub fn author(importer: &mut Importer, at: &At) -> Option<Agent> {
    let own = at.get("author").filter(|author| matches!(author.node, Node::Map(_)))?;
    let name = importer.label(&own, "name")?;
    let (url, image) = (importer.link(&own, "URL"), importer.link(&own, "avatar_URL"));
    Some(Agent { url, image, ..Agent::person(byline(&name)) })
}

/// The picture of the post, with its description where it is attached to the post.
pub fn featured(importer: &mut Importer, at: &At) -> Option<Image> {
    let own = at.get("post_thumbnail")?;
    let id = importer.reader.id(&own, "ID").unwrap_or_default();
    let attachments = at.get("attachments");
    let attached = attachments.as_ref().and_then(|attachments| attachments.get(&id));
    let media = attached.unwrap_or(own);
    let url = importer.link(&media, "URL")?;
    let alt = importer.plain(&media, "alt").unwrap_or_default();
    Some(Image { size: size(&media, "width", "height"), ..Image::new(url, alt) })
}

/// The first category, which stands above a headline. Categories are an object by their names.
pub fn section(importer: &mut Importer, at: &At) -> Option<String> {
    let categories = at.get("categories")?;
    let Node::Map(entries) = categories.node else { return None };
    let (name, node) = entries.first()?;
    importer.label(&categories.child(name, node), "name")
}
