//! Pictures, and what plays.

use super::addresses::{is_counter, is_named_as_picture, is_real, largest, pixels, stands_in};
use super::out::{Item, Out};
use super::walk::Walk;
use crate::import::dom::{
    EMOJI, attribute, children, descend, fold, has_class, is_hidden, text_of,
};
use crate::import::importer::Importer;
use crate::limits::MAX_HEADLINE;
use crate::parse::cut;
use crate::story::letters::is_word;
use crate::story::{Block, Image, Run, SafeLink};

/// Attributes for the address of a picture: where it is loaded late, `src` is a stand-in. The last
/// is that of another site with Tumblr, and the only one with Avada.
const ADDRESSES: &str = "data-src data-lazy-src data-original data-orig-file src data-orig-src";
/// The widest picture of a sign, in pixels.
const MAX_SIGN: u32 = 100;

/// What addresses hold of frames that are no content: advertisements, counters of readers, buttons
/// and forms.
const BESIDE: &str = "doubleclick.net googlesyndication.com googletagmanager.com amazon-adsystem.com \
    facebook.com/plugins/like facebook.com/plugins/share substack.com/embed";

/// How addresses of videos begin.
const VIDEOS: &str = "https://www.youtube.com/watch?v= https://www.youtube.com/shorts/ \
    https://youtube.com/watch?v= https://m.youtube.com/watch?v= https://youtu.be/ https://vimeo.com/";

/// The video whose address is all that a paragraph has: a site makes a frame of it.
pub fn video(importer: &Importer, item: &Item) -> Option<Block> {
    let Item::Paragraph(text) = item else { return None };
    let [Run::Plain(address)] = text.as_slice() else { return None };
    let is_one = !address.contains(' ') && VIDEOS.split(' ').any(|s| address.starts_with(s));
    let url = if is_one { importer.safe_link(address)? } else { return None };
    Some(Block::Embed { url, title: None })
}

impl Walk<'_, '_> {
    /// A chart that a script draws into an element.
    pub fn chart(&mut self, node: u32) -> Option<Block> {
        let [id, source] = ["id", "data-src"].map(|name| self.attribute(node, name));
        let is_name = |name: &str| {
            !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        let parts = if let Some(id) = id.strip_prefix("datawrapper-vis-") {
            ["https://datawrapper.dwcdn.net/", Some(id).filter(|id| is_name(id))?, "/"]
        } else {
            let (kind, number) = source.split_once('/')?;
            let is_chart = matches!(kind, "visualisation" | "story") && is_name(number);
            if !is_chart || !has_class(self.dom, node, "flourish-embed") {
                return None;
            }
            ["https://public.flourish.studio/", &source, "/"]
        };
        let url = self.safe_link(&parts.concat())?;
        Some(Block::Embed { url, title: None })
    }

    /// Writes a number that a script counts up to, from a nought; false where there is none, or
    /// words stand there.
    pub fn counter(&self, node: u32, out: &mut Out) -> bool {
        let end = self.attribute(node, "data-to-value");
        let is_of_word = |letter: char| !letter.is_ascii_digit() && is_word(letter);
        let is_counted = !end.is_empty() && !text_of(self.dom, node).contains(is_of_word);
        if is_counted {
            out.push(&end);
        }
        is_counted
    }

    /// A picture of several files, of which a browser chooses one.
    pub fn choice(&mut self, node: u32, out: &mut Out, depth: usize) {
        let dom = self.dom;
        let is_file = |child: &u32| dom.name(*child).as_deref() == Some("source");
        let files = children(dom, node).filter(is_file).collect();
        let before = std::mem::replace(&mut self.files, files);
        self.inside(node, out, depth);
        self.files = before;
    }

    pub fn picture(&mut self, node: u32, out: &mut Out) {
        // Who has written stands in the byline. What a caption tells of is of the story.
        if has_class(self.dom, node, "avatar") && !out.is_captioned {
            return;
        }
        let alt = self.attribute(node, "alt");
        // A formula of MediaWiki, in which `<` is no markup.
        let formula = alt.strip_suffix('}').and_then(|alt| {
            alt.strip_prefix("{\\displaystyle").or_else(|| alt.strip_prefix("{\\textstyle"))
        });
        if let Some(formula) = formula {
            return out.push(formula.trim());
        }
        // Some have the markup of their caption there.
        let alt = self.importer.clean(&alt);
        let [width, height] = ["width", "height"].map(|name| pixels(&self.attribute(node, name)));
        // One of a sign is as good as that sign, unless it is said to be larger than any line.
        let is_sign = width.is_none_or(|width| width <= MAX_SIGN) && is_sign(&alt);
        if !alt.is_empty() && (is_sign || has_class(self.dom, node, EMOJI)) {
            return out.push(&alt);
        }
        // What nobody sees counts who reads.
        if width.is_some_and(|width| width < 3) || height.is_some_and(|height| height < 3) {
            return;
        }
        let url = self.picture_address(node);
        out.is_picture_due = url.is_none();
        let Some(url) = url.filter(|url| !is_counter(url)) else { return };
        let image = Image { size: width.zip(height), ..Image::new(url, alt) };
        out.wait(Block::Image(image));
    }

    /// Pictures for readers without scripts, where no other of them stands beside: the one that a
    /// script fills in has no address yet. What counts who reads has no words and no ending.
    pub fn spare_pictures(&mut self, node: u32, name: &str, out: &mut Out) {
        let is_told = out.ends_with_picture() && !out.is_picture_due;
        if name != "noscript" || is_told || self.is_before_picture(node) {
            return;
        }
        let (dom, mut found) = (self.dom, Vec::new());
        descend(dom, node, &mut |inner| {
            // Beside the page stands what counts who reads.
            let is_beside = attribute(dom, inner, "style").contains("left:-");
            let is_seen = !is_beside && !is_hidden(dom, inner);
            let is_picture = dom.name(inner).as_deref() == Some("img");
            found.extend(Some(inner).filter(|_| is_picture && is_seen));
            is_seen
        });
        for picture in found {
            let address = self.attribute(picture, "src");
            let has_words = !self.attribute(picture, "alt").is_empty() && !address.ends_with('/');
            let is_picture = is_named_as_picture(&address) || has_words;
            let url = self.address(picture).and_then(|address| self.importer.safe_link(&address));
            if is_picture && !url.is_some_and(|url| out.has_just_shown(&url)) {
                self.picture(picture, out);
                // Another may follow, of another picture.
                out.is_picture_due = true;
            }
        }
    }

    /// Whether a picture that has its address comes next, with words between at most.
    fn is_before_picture(&self, node: u32) -> bool {
        let dom = self.dom;
        let mut next = dom.next_sibling(node);
        while let Some(after) = next.filter(|after| dom.name(*after).is_none()) {
            next = dom.next_sibling(after);
        }
        let Some(after) = next else { return false };
        let has_address = |part| self.address(part).is_some();
        match dom.name(after).as_deref() {
            Some("img" | "amp-img") => has_address(after),
            Some("picture") => children(dom, after).any(has_address),
            _ => false,
        }
    }

    fn picture_address(&mut self, node: u32) -> Option<SafeLink> {
        let own = [node].iter().chain(&self.files).find_map(|file| self.address(*file));
        // Where it is none that a card opens, that is told.
        let src = || Some(self.attribute(node, "src")).filter(|src| !stands_in(src));
        let address = own.or_else(src)?;
        self.safe_link(&address).filter(|link| link.is_web() || link.is_relative())
    }

    /// The address of a picture or of one of its files that is no stand-in.
    fn address(&self, node: u32) -> Option<String> {
        let set = ["srcset", "data-srcset", "data-lazy-srcset"];
        let set = set.map(|name| self.attribute(node, name));
        let largest = set.iter().filter_map(|set| largest(set)).max_by_key(|(_, width)| *width);
        // Without widths: `a.jpg 1x, b.jpg 2x`.
        let first = || {
            let first = set.iter().filter_map(|set| set.split_ascii_whitespace().next());
            first.map(|address| address.trim_end_matches(',')).find(|address| is_real(address))
        };
        largest
            .map(|(address, _)| address)
            .or_else(|| self.first_of(node, ADDRESSES))
            .or_else(|| first().map(str::to_owned))
    }

    /// The first of some attributes that says something.
    fn first_of(&self, node: u32, names: &str) -> Option<String> {
        names.split(' ').map(|name| self.attribute(node, name)).find(|value| is_real(value))
    }

    /// What plays, or stands in a frame, as a link to it.
    pub fn embed(&mut self, node: u32, name: &str, out: &mut Out) {
        // A post of another site is a quotation, and the frame that takes its place by a script.
        let is_told = matches!(out.items.last(), Some(Item::Block(Block::Embed { .. })));
        if is_told && has_class(self.dom, node, "wp-embedded-content") {
            return;
        }
        // `<oembed url="…">` is what CKEditor writes for a page to fill in.
        let own = self.first_of(node, "src data-src data-lazy-src data-litespeed-src url");
        let dom = self.dom;
        let mut inner = None;
        descend(dom, node, &mut |child| {
            if inner.is_none() && dom.name(child).as_deref() == Some("source") {
                inner = dom.attribute(child, "src").map(std::borrow::Cow::into_owned);
            }
            true
        });
        let Some(address) = own.or(inner).or_else(|| self.of_id(node, name)) else { return };
        let address = watched(&address).unwrap_or(address);
        let Some(url) = self.safe_link(&address).filter(SafeLink::is_web) else { return };
        let named = |name| title(&self.attribute(node, name));
        let title = named("title").or_else(|| named("aria-label"));
        // One that a script makes larger has a title.
        let is_tiny = title.is_none() && matches!(&*self.attribute(node, "width"), "0" | "1");
        if is_tiny || BESIDE.split(' ').any(|beside| url.as_str().contains(beside)) {
            return;
        }
        out.wait(Block::Embed { url, title });
    }

    /// The page of what an element of AMP or the like names by an id.
    fn of_id(&self, node: u32, name: &str) -> Option<String> {
        let (before, ids, after) = match name {
            "amp-youtube" | "lite-youtube" => {
                ("https://www.youtube.com/watch?v=", "data-videoid videoid", "")
            }
            "amp-twitter" => ("https://twitter.com/i/status/", "data-tweetid", ""),
            "amp-instagram" => ("https://www.instagram.com/p/", "data-shortcode", "/"),
            "amp-facebook" => ("", "data-href", ""),
            _ => return None,
        };
        self.first_of(node, ids).map(|id| [before, &id, after].concat())
    }
}

/// Whether words are an emoji or the like, or two. One may be several letters: a family, a flag,
/// a key.
fn is_sign(words: &str) -> bool {
    let is_key = words.ends_with('\u{20E3}');
    let (mut signs, mut joined) = (0, 2);
    for letter in words.chars() {
        match letter {
            '\u{200D}' => joined += 1,
            // Colours of skin, and letters of a flag that stand in the sign before.
            '\u{FE0F}' | '\u{20E3}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0020}'..='\u{E007F}' => {}
            '#' | '*' | '0'..='9' if is_key => signs += 1,
            _ if is_sign_of_picture(letter) => signs += 1,
            _ => return false,
        }
    }
    signs > 0 && signs <= joined
}

/// Whether a letter is an emoji, an arrow or the like: no mark of punctuation, and no money.
fn is_sign_of_picture(letter: char) -> bool {
    matches!(letter, '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}')
}

/// Words as the title of a link; of many the first.
pub fn title(words: &str) -> Option<String> {
    let words = fold(words);
    let title = cut(&words, MAX_HEADLINE).unwrap_or(words);
    Some(title).filter(|title| !title.is_empty())
}

/// The page on which a video is watched that stands in a frame.
fn watched(address: &str) -> Option<String> {
    let (_, rest) = address.split_once("//")?;
    let (host, path) = rest.split_once('/')?;
    let (before, page) = match host {
        "www.youtube.com" | "www.youtube-nocookie.com" | "youtube.com" => {
            ("embed/", "https://www.youtube.com/watch?v=")
        }
        "player.vimeo.com" => ("video/", "https://vimeo.com/"),
        _ => return None,
    };
    let id = path.strip_prefix(before)?.split(['?', '&', '/', '#']).next()?;
    let is_id = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-');
    (!id.is_empty() && id != "videoseries" && id.bytes().all(is_id)).then(|| [page, id].concat())
}
