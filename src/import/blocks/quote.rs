//! Quotations: words, and whose they are.

use super::inline::{append, is_blank, is_visible, join_lines};
use super::media::title;
use super::out::{Item, Out, joined};
use super::walk::Walk;
use crate::import::dom::{attribute, descend, has_class, holds_more, is_hidden, text_of};
use crate::story::{Block, LINE_BREAK, Quote, Run, Text, plain};

/// Classes of quotations that stand for a post elsewhere.
const POSTS: &str = "twitter-tweet twitter-video instagram-media tiktok-embed wp-embedded-content \
    bluesky-embed reddit-embed-bq reddit-card mastodon-embed text-post-media imgur-embed-pub \
    fb-post fb-xfbml-parse-ignore truthsocial-embed embedly-card";

/// The most nodes of a pull quote that no element for quotations holds.
const MAX_NODES_OF_PULLED: usize = 50;

impl Walk<'_, '_> {
    pub fn quote(&mut self, node: u32, out: &mut Out, depth: usize) {
        if has_class(self.dom, node, POSTS) && self.post(node, out) {
            return;
        }
        out.flush();
        let speaker = self.speaker(node);
        let attribution = speaker.map(|node| self.collected(node, depth).0);
        let before = std::mem::replace(&mut self.skipped, speaker);
        let mut items = self.items_of(node, depth);
        self.skipped = before;
        let attribution = attribution.map(without_dash).filter(|text| !is_blank(text));
        let is_said = |item: &Item| match item {
            Item::Paragraph(text) => !is_blank(text),
            item => matches!(item, Item::Heading { .. }),
        };
        let is_pulled = self.is_pulled(node);
        let holds_quote = matches!(items.first(), Some(Item::Block(Block::Quote(_))));
        // Without a word beside it, what stands there may only be set in; beside a quotation that
        // is pulled out, those are a name.
        if !items.iter().any(is_said) || is_pulled && holds_quote {
            if is_pulled {
                items.iter_mut().for_each(pull);
            }
            out.items.extend(items);
            out.items.extend(attribution.map(Item::Paragraph));
            return;
        }
        let is_listed = items.iter().any(|item| matches!(item, Item::Block(Block::List { .. })));
        let (mut text, rest) = last_words(items, out);
        let attribution =
            attribution.or_else(|| if is_listed { None } else { signature(&mut text) });
        let cite = self.attribute(node, "cite");
        let url = self.safe_link(&cite).filter(crate::story::SafeLink::is_web);
        let quote = Quote { text, attribution, url };
        out.block(if is_pulled { Block::PullQuote(quote) } else { Block::Quote(quote) });
        out.items.extend(rest);
    }

    /// Whether an element says again, in large letters, what the story says.
    fn is_pulled(&self, node: u32) -> bool {
        has_class(self.dom, node, "wp-block-pullquote pullquote pull-quote")
    }

    /// Whether the same holds of an element for anything: where its end is missing, it holds the
    /// rest of the story.
    pub fn is_pulled_block(&self, node: u32) -> bool {
        self.is_pulled(node) && !holds_more(self.dom, node, MAX_NODES_OF_PULLED)
    }

    /// The last element that can name the speaker, where no words of the quotation follow.
    fn speaker(&self, node: u32) -> Option<u32> {
        let (mut found, mut is_pictured) = (None, false);
        let dom = self.dom;
        descend(dom, node, &mut |inner| {
            if let Some(text) = dom.text(inner) {
                if is_visible(&text) {
                    (found, is_pictured) = (None, false);
                }
                return false;
            }
            match dom.name(inner).as_deref() {
                Some("img") => {
                    is_pictured = true;
                    false
                }
                // The words beneath a picture are that one's.
                Some("figcaption") if is_pictured => false,
                Some("cite" | "footer" | "figcaption") => {
                    if is_visible(&text_of(dom, inner)) {
                        found = Some(inner);
                    }
                    false
                }
                // What is quoted there has a speaker of its own.
                Some("blockquote") => {
                    found = None;
                    false
                }
                // A button that shares it says nothing.
                _ => !is_hidden(dom, inner),
            }
        });
        found.filter(|found| {
            // A quotation that is all one `<cite>` names nobody.
            text_of(dom, *found).trim() != text_of(dom, node).trim()
        })
    }

    /// Writes a link to what an element shows of another site; false where it does not.
    pub fn is_told_elsewhere(&mut self, node: u32, out: &mut Out) -> bool {
        // A post as Substack writes it.
        let is_post = has_class(self.dom, node, "tweet")
            && !attribute(self.dom, node, "data-attrs").is_empty();
        is_post && self.post(node, out)
            || has_class(self.dom, node, "wp-block-embed__wrapper") && self.bare_embed(node, out)
    }

    /// A post elsewhere as a link to it; false where no link is found.
    fn post(&mut self, node: u32, out: &mut Out) -> bool {
        let mut links = Vec::new();
        let dom = self.dom;
        descend(dom, node, &mut |inner| {
            if dom.name(inner).as_deref() == Some("a") {
                links.extend(dom.attribute(inner, "href").map(std::borrow::Cow::into_owned));
            }
            true
        });
        // The date of a post links to it, and stands last; on Instagram the post comes first.
        let is_first = has_class(dom, node, "instagram-media");
        let link = if is_first { links.into_iter().next() } else { links.pop() };
        let own = ["data-instgrm-permalink", "cite", "data-embed-uri"];
        let own = own.into_iter().map(|name| attribute(dom, node, name).into_owned());
        let address = own.into_iter().find(|own| own.starts_with("http")).or(link);
        let link = address.and_then(|address| self.safe_link(&address));
        let Some(url) = link.filter(crate::story::SafeLink::is_web) else { return false };
        let title = title(&text_of(dom, node));
        out.block(Block::Embed { url, title });
        true
    }
}

/// The words that a quotation ends with, and what follows them. What stands between its words
/// stays there, and what was said before is a quotation of its own.
fn last_words(items: Vec<Item>, out: &mut Out) -> (Text, Vec<Item>) {
    let (mut text, mut rest) = (Text::new(), Vec::new());
    for item in items {
        let (more, blocks) = joined(vec![item]);
        if !more.is_empty() && !rest.is_empty() {
            if !text.is_empty() {
                let text = std::mem::take(&mut text);
                out.block(Block::Quote(Quote { text, ..Quote::default() }));
            }
            out.items.append(&mut rest);
        }
        join_lines(&mut text, more);
        rest.extend(blocks);
    }
    (text, rest)
}

/// Makes a pull quote of a quotation.
pub fn pull(item: &mut Item) {
    if let Item::Block(Block::Quote(quote)) = item {
        *item = Item::Block(Block::PullQuote(std::mem::take(quote)));
    }
}

/// Bytes of a last line that names who is quoted.
const MAX_SIGNATURE: usize = 120;

/// Takes out a last line that names who is quoted behind a dash: `— Ida, mayor`. In talk all
/// lines begin with one.
fn signature(text: &mut Text) -> Option<Text> {
    let is_signed = |line: &str| {
        let line = line.trim();
        line.starts_with(is_dash_or_space)
            && line.trim_start_matches(is_dash_or_space).starts_with(char::is_alphabetic)
    };
    let (at, place) = text.iter().enumerate().rev().find_map(|(at, run)| match run {
        Run::Plain(letters) => letters.rfind(LINE_BREAK).map(|place| (at, place)),
        _ => None,
    })?;
    let mut signature = text.split_off(at);
    if let Some(Run::Plain(letters)) = signature.first_mut() {
        let name = letters.split_off(place);
        text.push(Run::Plain(std::mem::replace(letters, name)));
    }
    let words = plain(&signature);
    let is_talk = text
        .iter()
        .any(|run| matches!(run, Run::Plain(letters) if letters.split(LINE_BREAK).any(is_signed)));
    if is_talk || words.len() > MAX_SIGNATURE || !is_signed(&words) {
        append(text, "", signature);
        return None;
    }
    text.retain(is_not_empty);
    Some(without_dash(signature))
}

fn is_not_empty(run: &Run) -> bool {
    !matches!(run, Run::Plain(letters) if letters.is_empty())
}

fn is_dash_or_space(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '—' | '–' | '-' | '―' | '~')
}

/// A name without the dash before it.
pub fn without_dash(mut text: Text) -> Text {
    if let Some(Run::Plain(letters)) = text.first_mut() {
        *letters = letters.trim_start_matches(is_dash_or_space).to_owned();
    }
    text.retain(is_not_empty);
    text
}
