//! All that a reader sees of a story, and all that can be followed.

use story_card::Story;
use story_card::story::{Agent, Block, Image, Quote, Run, Text, plain};

/// Letters and addresses of a story.
#[derive(Debug, Default)]
pub struct Shown {
    pub text: String,
    pub links: Vec<String>,
}

impl Shown {
    pub fn of(story: &Story) -> Self {
        let mut shown = Self::default();
        shown.story(story);
        shown
    }

    fn say(&mut self, letters: &str) {
        self.text.push_str(letters);
        self.text.push('\n');
    }

    fn words(&mut self, letters: Option<&String>) {
        if let Some(letters) = letters {
            self.say(letters);
        }
    }

    fn link(&mut self, link: Option<&story_card::story::SafeLink>) {
        self.links.extend(link.map(|link| link.as_str().to_owned()));
    }

    fn runs(&mut self, text: &Text) {
        self.say(&plain(text));
        self.links_in(text);
    }

    fn links_in(&mut self, text: &[Run]) {
        for run in text {
            match run {
                Run::Strong(text) | Run::Emphasis(text) => self.links_in(text),
                Run::Link { url, text } => {
                    self.link(Some(url));
                    self.links_in(text);
                }
                _ => {}
            }
        }
    }

    fn story(&mut self, story: &Story) {
        self.say(&story.headline);
        self.words(story.alternative_headline.as_ref());
        self.words(story.article_section.as_ref());
        self.words(story.copyright_notice.as_ref());
        self.words(story.credit_text.as_ref());
        story.keywords.iter().for_each(|word| self.say(word));
        self.link(story.url.as_ref());
        self.link(story.license.as_ref());
        self.link(story.publishing_principles.as_ref());
        story.lead.iter().chain(&story.disclaimer).for_each(|text| self.runs(text));
        let agents = story.authors.iter().chain(&story.editors).chain(&story.publisher);
        agents.for_each(|agent| self.agent(agent));
        story.image.iter().for_each(|image| self.image(image));
        story.corrections.iter().for_each(|correction| self.runs(&correction.text));
        for section in &story.sections {
            self.say(&section.headline);
            section.blocks.iter().for_each(|block| self.block(block));
        }
        for event in story.timeline.iter().flat_map(|timeline| &timeline.events) {
            self.words(event.headline.as_ref());
            self.words(event.display_date.as_ref());
            self.words(event.group.as_ref());
            self.runs(&event.text);
            self.link(event.url.as_ref());
        }
        for source in &story.sources {
            self.words(source.name.as_ref());
            self.words(source.publisher.as_ref());
            self.words(source.excerpt.as_ref());
            self.link(source.url.as_ref());
        }
        for related in &story.related {
            self.say(&related.name);
            self.link(Some(&related.url));
            self.link(related.image.as_ref());
        }
    }

    fn agent(&mut self, agent: &Agent) {
        self.say(&agent.name);
        self.words(agent.job_title.as_ref());
        self.link(agent.url.as_ref());
        self.link(agent.image.as_ref());
        agent.biography.iter().for_each(|text| self.runs(text));
    }

    fn image(&mut self, image: &Image) {
        self.link(Some(&image.url));
        self.say(&image.alt);
        self.words(image.credit.as_ref());
        image.caption.iter().for_each(|text| self.runs(text));
    }

    fn quote(&mut self, quote: &Quote) {
        self.runs(&quote.text);
        quote.attribution.iter().for_each(|text| self.runs(text));
        self.link(quote.url.as_ref());
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(text) => self.runs(text),
            Block::Heading(text) | Block::Code { text, .. } => self.say(text),
            Block::List { items, .. } => items.iter().for_each(|text| self.runs(text)),
            Block::Quote(quote) | Block::PullQuote(quote) => self.quote(quote),
            Block::Image(image) => self.image(image),
            Block::Table(table) => {
                table.caption.iter().for_each(|text| self.runs(text));
                let cells = table.header.iter().chain(table.rows.iter().flatten());
                cells.for_each(|text| self.runs(text));
            }
            Block::Embed { url, title } => {
                self.link(Some(url));
                self.words(title.as_ref());
            }
            _ => panic!("a block that this test does not know"),
        }
    }
}
