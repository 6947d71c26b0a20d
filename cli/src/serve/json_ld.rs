//! A story as schema.org's `NewsArticle`, for search engines. The timeline has no home there.

use serde_json::{Map, Value, json};
use story_card::Story;
use story_card::story::{
    Agent, AgentKind, ArticleType, Block, EdtfDate, Image, Language, SafeLink, Source, Text, plain,
};

/// Kinds of digital sources that schema.org has names for; the others go by IPTC's.
const SOURCE_TYPES: [&str; 13] = [
    "algorithmicMedia",
    "algorithmicallyEnhanced",
    "compositeCapture",
    "compositeSynthetic",
    "compositeWithTrainedAlgorithmicMedia",
    "dataDrivenMedia",
    "digitalCapture",
    "minorHumanEdits",
    "negativeFilm",
    "positiveFilm",
    "screenCapture",
    "trainedAlgorithmicMedia",
    "virtualRecording",
];

/// The article at `url`; `site` publishes it where the story does not say who does.
pub fn news_article(story: &Story, url: &str, site: &str) -> Value {
    let mut article = Map::new();
    let mut put = |key: &str, value: Value| {
        if !is_empty(&value) {
            article.insert(key.to_owned(), value);
        }
    };
    put("@context", "https://schema.org".into());
    put("@type", kind(story.article_type).into());
    put("@id", story.id.clone().into());
    put("url", url.into());
    put("mainEntityOfPage", url.into());
    put("headline", story.headline.clone().into());
    put("alternativeHeadline", story.alternative_headline.clone().into());
    put("description", paragraphs(&story.lead).into());
    put("articleSection", story.article_section.clone().into());
    put("keywords", story.keywords.clone().into());
    put("inLanguage", story.language.as_ref().map(Language::as_str).into());
    put("datePublished", date(story.published.as_ref()));
    put("dateModified", date(story.modified.as_ref()));
    put("author", story.authors.iter().map(agent).collect());
    put("editor", story.editors.iter().map(agent).collect());
    let publisher = story.publisher.as_ref();
    put("publisher", publisher.map_or_else(|| agent(&Agent::organization(site)), agent));
    put("image", story.image.as_ref().and_then(image).into());
    put("articleBody", body(story).into());
    put("citation", story.sources.iter().map(source).collect());
    put("correction", story.corrections.iter().map(|one| plain(&one.text)).collect());
    put("digitalSourceType", story.digital_source_type.as_deref().map(source_type).into());
    let principles = story.publishing_principles.as_ref().filter(|url| url.is_web());
    put("publishingPrinciples", principles.map(SafeLink::as_str).into());
    put("copyrightNotice", story.copyright_notice.clone().into());
    put("creditText", story.credit_text.clone().into());
    let license = story.license.as_ref().filter(|url| url.is_web());
    put("license", license.map(SafeLink::as_str).into());
    Value::Object(article)
}

/// Whether a value says nothing.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        _ => false,
    }
}

fn kind(of: Option<ArticleType>) -> &'static str {
    match of {
        Some(ArticleType::Analysis) => "AnalysisNewsArticle",
        Some(ArticleType::Background) => "BackgroundNewsArticle",
        Some(ArticleType::Opinion) => "OpinionNewsArticle",
        Some(ArticleType::Review) => "ReviewNewsArticle",
        _ => "NewsArticle",
    }
}

fn date(date: Option<&EdtfDate>) -> Value {
    date.and_then(EdtfDate::datetime).into()
}

fn agent(of: &Agent) -> Value {
    let kind = match of.kind {
        AgentKind::Person => "Person",
        AgentKind::Organization => "Organization",
        AgentKind::Software => "SoftwareApplication",
    };
    let mut agent = json!({ "@type": kind, "name": of.name });
    if let (Some(url), Some(agent)) =
        (of.url.as_ref().filter(|url| url.is_web()), agent.as_object_mut())
    {
        agent.insert("url".to_owned(), url.as_str().into());
    }
    agent
}

fn image(of: &Image) -> Option<Value> {
    let mut image =
        json!({ "@type": "ImageObject", "url": of.url.is_web().then(|| of.url.as_str())? });
    if let (Some((width, height)), Some(image)) = (of.size, image.as_object_mut()) {
        image.insert("width".to_owned(), width.into());
        image.insert("height".to_owned(), height.into());
    }
    Some(image)
}

fn source(of: &Source) -> Value {
    let entries = [
        ("@type", Some("CreativeWork".to_owned())),
        ("name", of.name.clone()),
        ("url", of.url.as_ref().filter(|url| url.is_web()).map(|url| url.as_str().to_owned())),
        ("publisher", of.publisher.clone()),
        ("author", of.author.clone()),
        ("datePublished", of.published.as_ref().and_then(EdtfDate::datetime)),
    ];
    let known =
        entries.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?.into())));
    Value::Object(known.collect())
}

fn source_type(code: &str) -> String {
    if !SOURCE_TYPES.contains(&code) {
        return format!("http://cv.iptc.org/newscodes/digitalsourcetype/{code}");
    }
    let mut letters = code.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("https://schema.org/{first}{}DigitalSource", letters.as_str())
}

fn paragraphs(texts: &[Text]) -> String {
    texts.iter().map(|text| plain(text)).collect::<Vec<_>>().join("\n\n")
}

/// The text of the body: headings and what stands under them, without markers.
fn body(story: &Story) -> String {
    let mut parts = Vec::new();
    for section in &story.sections {
        parts.push(section.headline.clone());
        parts.extend(section.blocks.iter().map(block));
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

/// Words that stand in the body already, and what is no text, are left out.
fn block(of: &Block) -> String {
    match of {
        Block::Paragraph(text) => plain(text),
        Block::Heading(text) => text.clone(),
        Block::List { items, .. } => paragraphs(items),
        Block::Quote(quote) => plain(&quote.text),
        Block::Known { known, unknown } => {
            [paragraphs(known), paragraphs(unknown)].join("\n\n").trim().to_owned()
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use story_card::story::Section;

    #[test]
    fn an_article_says_what_is_known_and_no_more() {
        let story = Story {
            headline: "Ferry afloat".to_owned(),
            authors: vec![Agent::person("Ada"), Agent::software("Writer")],
            sections: vec![Section::new("Costs", vec![Block::Paragraph(vec!["Five.".into()])])],
            sources: vec![Source::new("1", "Notice")],
            digital_source_type: Some("trainedAlgorithmicMedia".to_owned()),
            article_type: Some(ArticleType::Opinion),
            ..Story::default()
        };
        let expected = json!({
            "@context": "https://schema.org",
            "@type": "OpinionNewsArticle",
            "url": "https://a.example/",
            "mainEntityOfPage": "https://a.example/",
            "headline": "Ferry afloat",
            "author": [
                { "@type": "Person", "name": "Ada" },
                { "@type": "SoftwareApplication", "name": "Writer" },
            ],
            "publisher": { "@type": "Organization", "name": "Courier" },
            "articleBody": "Costs\n\nFive.",
            "citation": [{ "@type": "CreativeWork", "name": "Notice" }],
            "digitalSourceType": "https://schema.org/TrainedAlgorithmicMediaDigitalSource",
        });
        assert_eq!(news_article(&story, "https://a.example/", "Courier"), expected);
    }

    const WHOLE: &str = r#"{
        "schemaVersion": "story-card/1.0",
        "id": "ferry",
        "headline": "Ferry afloat",
        "alternativeHeadline": "At last",
        "description": "One.\n\nTwo.",
        "articleSection": "Harbour",
        "articleType": "analysis",
        "keywords": ["ferry", "tug"],
        "inLanguage": "en",
        "datePublished": "2026-11-20T09:30:00Z",
        "dateModified": "2026-11-21",
        "author": { "name": "Ada", "url": "https://a.example/ada" },
        "editor": { "type": "Organization", "name": "Desk" },
        "publisher": { "type": "Organization", "name": "Herald" },
        "image": { "url": "https://a.example/1.png", "width": 4, "height": 3 },
        "sections": [{ "headline": "Costs", "blocks": [
            "Five.[1]",
            { "type": "heading", "text": "Why" },
            { "type": "list", "items": ["a", "b"] },
            { "type": "quote", "text": "Yes." },
            { "type": "known", "known": ["c"], "unknown": ["d"] },
            { "type": "pullquote", "text": "Five." }
        ] }],
        "citation": [{ "id": "1", "name": "Notice", "url": "https://a.example/n",
            "publisher": "Port", "author": "Bo", "datePublished": "2026-11" }],
        "correction": [{ "date": "2026-11-21", "text": "Not four." }],
        "digitalSourceType": "humanEdits",
        "publishingPrinciples": "https://a.example/how",
        "copyrightNotice": "All of it",
        "creditText": "Port office",
        "license": "https://a.example/license"
    }"#;

    #[test]
    fn an_article_says_all_that_is_known() {
        let story = story_card::parse::parse(WHOLE, &story_card::Options::default()).unwrap().story;
        let expected = json!({
            "@context": "https://schema.org",
            "@type": "AnalysisNewsArticle",
            "@id": "ferry",
            "url": "https://a.example/",
            "mainEntityOfPage": "https://a.example/",
            "headline": "Ferry afloat",
            "alternativeHeadline": "At last",
            "description": "One.\n\nTwo.",
            "articleSection": "Harbour",
            "keywords": ["ferry", "tug"],
            "inLanguage": "en",
            "datePublished": "2026-11-20T09:30:00Z",
            "dateModified": "2026-11-21",
            "author": [{ "@type": "Person", "name": "Ada", "url": "https://a.example/ada" }],
            "editor": [{ "@type": "Organization", "name": "Desk" }],
            "publisher": { "@type": "Organization", "name": "Herald" },
            "image": { "@type": "ImageObject", "url": "https://a.example/1.png", "width": 4, "height": 3 },
            "articleBody": "Costs\n\nFive.\n\nWhy\n\na\n\nb\n\nYes.\n\nc\n\nd",
            "citation": [{ "@type": "CreativeWork", "name": "Notice", "url": "https://a.example/n",
                "publisher": "Port", "author": "Bo", "datePublished": "2026-11" }],
            "correction": ["Not four."],
            "digitalSourceType": "http://cv.iptc.org/newscodes/digitalsourcetype/humanEdits",
            "publishingPrinciples": "https://a.example/how",
            "copyrightNotice": "All of it",
            "creditText": "Port office",
            "license": "https://a.example/license",
        });
        assert_eq!(news_article(&story, "https://a.example/", "Courier"), expected);
    }

    #[test]
    fn a_kind_of_article_goes_by_its_name_at_schema_org() {
        let names = [
            (ArticleType::Analysis, "AnalysisNewsArticle"),
            (ArticleType::Background, "BackgroundNewsArticle"),
            (ArticleType::Opinion, "OpinionNewsArticle"),
            (ArticleType::Review, "ReviewNewsArticle"),
        ];
        for (of, name) in names {
            assert_eq!(kind(Some(of)), name);
        }
        assert_eq!(kind(None), "NewsArticle");
    }

    #[test]
    fn a_kind_of_source_that_schema_org_lacks_goes_by_its_own_name() {
        let expected = "http://cv.iptc.org/newscodes/digitalsourcetype/humanEdits";
        assert_eq!(source_type("humanEdits"), expected);
    }
}
