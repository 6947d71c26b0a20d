//! What becomes of an element.

use super::node::{Dom, attribute, children, descend, has_class, holds_more, squeezed};

/// What an element is to a story.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Nothing for readers: dropped with all it holds.
    Dropped,
    /// Stands in the line, and is worth no more than its words.
    Inline,
    Strong,
    Emphasis,
    Link,
    Superscript,
    Subscript,
    Quotation,
    Break,
    Rule,
    /// Begins and ends a paragraph.
    Block,
    Heading(u8),
    List,
    Definitions,
    Quote,
    Figure,
    Picture,
    Table,
    Preformatted,
    /// Something that plays, or a frame.
    Embed,
    Math,
}

impl Role {
    /// Whether it stands in a line, amid words.
    pub const fn is_in_line(self) -> bool {
        use Role::{
            Break, Emphasis, Inline, Link, Picture, Quotation, Strong, Subscript, Superscript,
        };
        matches!(
            self,
            Inline
                | Strong
                | Emphasis
                | Link
                | Superscript
                | Subscript
                | Quotation
                | Break
                | Picture
        )
    }
}

/// Names of elements, and their role; all others stand in the line.
const TABLE: &[(&str, Role)] = &[
    (
        "script style noscript template svg object nav form button head title select textarea \
            input canvas map area dialog embed applet frameset frame link meta base param track \
            source del s strike rp rt datalist option progress meter noframes noembed portal \
            amp-ad amp-analytics amp-sidebar body.head docdata tobject pubdata",
        Role::Dropped,
    ),
    ("strong b", Role::Strong),
    ("em i cite dfn", Role::Emphasis),
    ("a", Role::Link),
    ("sup", Role::Superscript),
    ("sub", Role::Subscript),
    ("q", Role::Quotation),
    ("br", Role::Break),
    ("hr", Role::Rule),
    (
        "p div section article main header footer aside address center details fieldset \
            legend body html figcaption li dt dd tr td th thead tbody tfoot caption dir hgroup \
            search body.content body.end block",
        Role::Block,
    ),
    // Below all headings, so that no section begins with it.
    ("summary", Role::Heading(7)),
    ("ul ol menu", Role::List),
    ("dl", Role::Definitions),
    ("blockquote", Role::Quote),
    ("figure", Role::Figure),
    ("img amp-img", Role::Picture),
    ("table", Role::Table),
    ("pre listing plaintext xmp", Role::Preformatted),
    (
        "iframe video audio amp-iframe amp-video amp-audio amp-youtube amp-twitter amp-instagram \
            amp-facebook lite-youtube oembed",
        Role::Embed,
    ),
    ("math", Role::Math),
];

/// The role of an element.
pub fn role(name: &str) -> Role {
    if let [b'h', level @ b'1'..=b'6'] = name.as_bytes() {
        return Role::Heading(level - b'0');
    }
    let found = TABLE.iter().find(|(names, _)| names.split_ascii_whitespace().any(|n| n == name));
    found.map_or(Role::Inline, |(_, role)| *role)
}

/// Classes of what a page adds around a story: buttons that share it, other stories, contents,
/// minutes to read, ways back from notes.
const CLASSES: &str = "sharedaddy jp-relatedposts addtoany_share_save_container screen-reader-text \
    sr-only visually-hidden visuallyhidden element-invisible more-link read-more kg-callout-emoji post-views heateor_sss_sharing_container wp-block-buttons-share \
    wp-block-file__button \
    kg-signup-card kg-cta-card kg-header-card-button yarpp-related wp-block-jetpack-subscriptions \
    wp-block-latest-posts wp-block-query wp-block-newspack-blocks-homepage-articles \
    toc_title toc_list ez-toc-title-container yoast-table-of-contents \
    wp-block-yoast-seo-table-of-contents wp-block-rank-math-toc-block lwptoc \
    wp-block-kadence-tableofcontents rt-reading-time yoast-reading-time__wrapper \
    bsf-rt-reading-time booster-read-block essb_links swp_social_panel shared-counts-wrap \
    kk-star-ratings wpulike crp_related saboxplugin-wrap elementor-share-buttons mc4wp-form \
    footnote-back-link-wrapper footnotes_reference_container footnote_tooltip \
    footnote_tooltip_continue wp-block-accordion-heading__toggle-icon _brlbs-content-blocker \
    elementor-tab-desktop-title powerpress_links player-panels ub_table-of-contents \
    modern-footnotes-list easy-footnote-title simpletoc-title simpletoc-list elementor-toc__header \
    subscription-widget-wrap subscription-widget-wrap-editor elementor-blockquote__tweet-button \
    hide-text tweet-footer mw-editsection";

/// Classes of letters and formulas that a site has made pictures of.
pub const EMOJI: &str = "emoji wp-smiley latex ql-img-inline-formula tex";

/// Classes of tables of contents, and of other things too.
const CONTENTS: &str = "toc table-of-contents";

/// The most nodes of a table of contents: one may stand in another, and each is looked through.
const MAX_CONTENTS: usize = 1_000;

/// The most nodes that a button is made of.
const MAX_OF_BUTTON: usize = 4;

/// Whether an element has links, and all of them lead into its own page.
fn leads_into_page(dom: &dyn Dom, node: u32) -> bool {
    if holds_more(dom, node, MAX_CONTENTS) {
        return false;
    }
    let (mut count, mut is_away) = (0, false);
    descend(dom, node, &mut |inner| {
        if dom.name(inner).as_deref() == Some("a") {
            count += 1;
            is_away |= !attribute(dom, inner, "href").starts_with('#');
        }
        true
    });
    count > 0 && !is_away && !is_of_text(dom, node)
}

/// Whether an element may hold the whole text, or be a part of it.
fn is_of_text(dom: &dyn Dom, node: u32) -> bool {
    matches!(dom.name(node).as_deref(), Some("a" | "article" | "main"))
}

/// Whether an element is a button of Substack that asks for something: one that a writer has put
/// there leads elsewhere.
fn asks(dom: &dyn Dom, node: u32) -> bool {
    has_class(dom, node, "button-wrapper")
        && children(dom, node).take(MAX_OF_BUTTON).any(|inner| {
            let to = attribute(dom, inner, "href");
            to.starts_with("%%")
                || ["/subscribe?", "action=share"].iter().any(|ask| to.contains(ask))
        })
}

/// The most nodes of a box with a form.
const MAX_OF_BOX: usize = 100;

/// The most bytes beside the form of such a box: with more it tells something.
const MAX_BESIDE_FORM: usize = 300;

/// Whether an element is a box with a form that asks for an address to write letters to.
fn asks_for_address(dom: &dyn Dom, node: u32) -> bool {
    let asks = |class: &str| {
        // What is `subscriber-only` is a story.
        !class.starts_with("subscriber")
            && ["newsletter", "subscribe", "signup"].iter().any(|word| class.starts_with(word))
    };
    let (mut has_form, mut beside) = (false, 0);
    if attribute(dom, node, "class").split(' ').any(asks)
        && !is_of_text(dom, node)
        && !holds_more(dom, node, MAX_OF_BOX)
    {
        descend(dom, node, &mut |inner| {
            let is_form = dom.name(inner).as_deref() == Some("form");
            has_form |= is_form;
            beside += dom.text(inner).map_or(0, |text| text.trim().len());
            !is_form
        });
    }
    has_form && beside < MAX_BESIDE_FORM
}

/// Whether an element is not there for readers.
pub fn is_hidden(dom: &dyn Dom, node: u32) -> bool {
    let style = attribute(dom, node, "style");
    // Panels of tabs are hidden until a reader chooses them; here they are all there.
    let is_panel = || attribute(dom, node, "role") == "tabpanel";
    let hidden = dom.attribute(node, "hidden");
    let has_hidden = hidden.is_some_and(|value| !matches!(&*value, "false" | "until-found"));
    has_hidden && !is_panel()
        || has_class(dom, node, CLASSES)
        || has_class(dom, node, CONTENTS) && leads_into_page(dom, node)
        || asks(dom, node)
        || asks_for_address(dom, node)
        || style.contains("display") && squeezed(&style).contains("display:none") && !is_panel()
}
