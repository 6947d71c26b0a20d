//! What a plugin for search engines knows of a post, and the post does not say.

use crate::import::common::size;
use crate::import::importer::Importer;
use crate::import::keys::find;
use crate::parse::At;
use crate::story::{Agent, EdtfDate, Image, Language, SafeLink};

/// Taken only where the post itself says nothing.
#[derive(Default)]
pub struct Gaps {
    pub headline: Option<String>,
    pub description: Option<String>,
    pub url: Option<SafeLink>,
    pub language: Option<Language>,
    pub publisher: Option<Agent>,
    pub published: Option<EdtfDate>,
    pub modified: Option<EdtfDate>,
    pub image: Option<Image>,
}

impl Gaps {
    pub fn read(importer: &mut Importer, at: &At) -> Self {
        let Some(yoast) = at.get("yoast_head_json") else { return Self::default() };
        let language = of_graph(importer, &yoast);
        Self {
            headline: importer.label(&yoast, "og_title"),
            description: importer.plain(&yoast, "description"),
            url: importer.first_link(&yoast, "canonical og_url"),
            language: language.or_else(|| importer.language(&yoast, "og_locale")),
            publisher: importer.label(&yoast, "og_site_name").map(Agent::organization),
            published: importer.date(&yoast, "article_published_time"),
            modified: importer.date(&yoast, "article_modified_time"),
            image: picture(importer, &yoast),
        }
    }
}

/// The first language that a node of the graph gives.
fn of_graph(importer: &mut Importer, yoast: &At) -> Option<Language> {
    let schema = yoast.get("schema")?;
    let graph = schema.get("@graph")?;
    let node = graph.items().find(|entry| find(entry.node, "inLanguage").is_some())?;
    importer.language(&node, "inLanguage")
}

fn picture(importer: &mut Importer, yoast: &At) -> Option<Image> {
    let mut image = None;
    importer.objects(yoast, "og_image", 5, &mut |importer, entry| {
        if image.is_none() && find(entry.node, "url").is_some() {
            let size = size(entry, "width", "height");
            let url = importer.link(entry, "url");
            image = url.map(|url| Image { size, ..Image::new(url, "") });
        }
    });
    image
}
