//! The fields of the story itself.

use super::agent::agent;
use super::disclosure::system;
use super::image::image;
use super::json::{Json, list, object};
use super::section::sections;
use super::source::source;
use super::text::Texts;
use super::timeline::timeline;
use crate::story::{Correction, Direction, Language, Related, Story};

/// The version of the format that is written.
const VERSION: &str = "story-card/1.0";

/// A story, its keys in the order of the schema. How many entries were left out of it is
/// not written: they are not there.
pub fn story(story: &Story) -> Json {
    let texts = &Texts { sources: &story.sources };
    object([
        ("schemaVersion", VERSION.into()),
        ("id", (&story.id).into()),
        ("url", (&story.url).into()),
        ("headline", (&story.headline).into()),
        ("alternativeHeadline", (&story.alternative_headline).into()),
        ("description", texts.paragraphs(&story.lead)),
        ("keyPoints", list(&story.key_points, |point| texts.cell(point))),
        ("keyPointsAi", story.key_points_ai.into()),
        ("articleSection", (&story.article_section).into()),
        ("articleType", (&story.article_type).into()),
        ("urgent", story.urgent.into()),
        ("keywords", list(&story.keywords, Into::into)),
        ("inLanguage", (&story.language).into()),
        ("dir", direction(story)),
        ("author", list(&story.authors, |entry| agent(texts, entry))),
        ("editor", list(&story.editors, |entry| agent(texts, entry))),
        ("publisher", Json::of(story.publisher.as_ref(), |entry| agent(texts, entry))),
        ("datePublished", (&story.published).into()),
        ("dateModified", (&story.modified).into()),
        ("image", Json::of(story.image.as_ref(), |picture| image(texts, "", picture))),
        ("sections", sections(texts, &story.sections)),
        ("timeline", Json::of(story.timeline.as_ref(), |events| timeline(texts, events))),
        ("citation", list(&story.sources, source)),
        ("correction", list(&story.corrections, |entry| correction(texts, entry))),
        ("relatedLink", list(&story.related, related)),
        ("aiDisclosure", (&story.ai_disclosure).into()),
        ("aiInfo", list(&story.ai_info, system)),
        ("aiInfoRef", (&story.ai_info_ref).into()),
        ("digitalSourceType", (&story.digital_source_type).into()),
        ("publishingPrinciples", (&story.publishing_principles).into()),
        ("disclaimer", texts.field(story.disclaimer.as_ref())),
        ("copyrightNotice", (&story.copyright_notice).into()),
        ("license", (&story.license).into()),
        ("creditText", (&story.credit_text).into()),
    ])
}

/// Only where it does not follow from the language.
fn direction(story: &Story) -> Json {
    let derived = story.language.as_ref().map(Language::direction);
    let given: Option<&Direction> = story.direction.as_ref();
    Json::of(given.filter(|given| derived != Some(**given)), Into::into)
}

fn correction(texts: &Texts, correction: &Correction) -> Json {
    let Correction { published, text } = correction;
    object([("datePublished", published.into()), ("text", texts.field(Some(text)))])
}

fn related(related: &Related) -> Json {
    let Related { name, url, published, image, description } = related;
    object([
        ("name", name.into()),
        ("url", url.into()),
        ("datePublished", published.into()),
        ("image", image.into()),
        ("description", description.into()),
    ])
}
