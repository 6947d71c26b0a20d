//! A first look over a tree: what has a name, and what leads there.

use crate::import::dom::{Dom, Role, attribute, descend, holds_more, role, text_of};
use crate::limits::MAX_NODES;

/// The longest label of a place that leads to a note, in bytes.
const MAX_LABEL: usize = 16;

/// The most nodes in it: one may stand in another, and each is looked through.
const MAX_NODES_OF_LABEL: usize = 50;

/// What an element says that is a note: of the standard, and of a note that opens in its place.
const NOTES: &str = "doc-footnote doc-endnote tooltip";

/// An element that may lead to a note.
#[derive(Debug)]
pub struct Reference {
    pub node: u32,
    /// The name it leads to.
    pub to: String,
    /// What it shows.
    pub label: String,
    order: usize,
    /// It says that it leads to a note.
    pub is_named: bool,
}

/// What has a name.
#[derive(Debug)]
struct Target {
    name: String,
    /// The block that it is, or that it stands in, and how far behind the start that is.
    block: (u32, usize),
    /// It says that it is a note, or stands among notes.
    is_note: bool,
}

/// What was seen.
#[derive(Debug, Default)]
pub struct Survey {
    pub references: Vec<Reference>,
    /// Names of headings.
    pub anchors: Vec<String>,
    /// Whether elements divide paragraphs: else blank lines do. Entries of lists, cells and
    /// captions say nothing of the text around them.
    pub has_blocks: bool,
    targets: Vec<Target>,
}

/// What is known of the elements around a node.
#[derive(Clone, Copy)]
struct Around {
    /// The block, and how far behind the start that is.
    block: (u32, usize),
    is_raised: bool,
    is_note: bool,
}

impl Survey {
    /// Looks over a tree; `page` is the address of the story.
    pub fn new(dom: &dyn Dom, page: Option<&str>) -> Self {
        let mut survey = Self::default();
        let root = dom.root();
        let outermost = Around { block: (root, 0), is_raised: false, is_note: false };
        let mut waiting = vec![(root, outermost)];
        let mut order = 0;
        while let Some((node, around)) = waiting.pop() {
            order += 1;
            if order > MAX_NODES {
                break;
            }
            if node != root {
                waiting.extend(dom.next_sibling(node).map(|next| (next, around)));
            }
            let mut inside = around;
            if let Some(name) = dom.name(node) {
                let role = role(&name);
                if role == Role::Dropped {
                    continue;
                }
                survey.enter(dom, node, (&name, role), (order, &mut inside));
                survey.look(dom, node, &name, (order, inside, page));
            }
            waiting.extend(dom.first_child(node).map(|child| (child, inside)));
        }
        let key = |target: &Target| target.block.1;
        let order = |one: &Target, other: &Target| {
            one.name.cmp(&other.name).then_with(|| key(one).cmp(&key(other)))
        };
        survey.targets.sort_unstable_by(order);
        survey
    }

    /// Notes what an element is to what is inside of it.
    fn enter(
        &mut self,
        dom: &dyn Dom,
        node: u32,
        (name, role): (&str, Role),
        (order, around): (usize, &mut Around),
    ) {
        self.has_blocks |= matches!(name, "p" | "div" | "section" | "article");
        let says = attribute(dom, node, "role");
        let is_note = NOTES.split(' ').any(|note| note == says)
            || attribute(dom, node, "class") == "footnote_tooltip";
        around.is_note |= is_note || says == "doc-endnotes";
        match role {
            Role::Superscript => around.is_raised = true,
            Role::Block | Role::Quote => around.block = (node, order),
            _ if is_note => around.block = (node, order),
            Role::Heading(_) => {
                let id = dom.attribute(node, "id");
                self.anchors.extend(id.map(std::borrow::Cow::into_owned));
            }
            _ => {}
        }
    }

    fn look(
        &mut self,
        dom: &dyn Dom,
        node: u32,
        name: &str,
        (order, around, page): (usize, Around, Option<&str>),
    ) {
        let Around { block, is_raised, is_note } = around;
        let attribute = |name| attribute(dom, node, name);
        for own in [attribute("id"), attribute("name")] {
            if !own.is_empty() {
                self.targets.push(Target { name: own.into_owned(), block, is_note });
            }
        }
        let says_so = attribute("role") == "doc-noteref";
        let own = attribute("data-fn");
        if own.is_empty() && !says_so && !matches!(name, "a" | "sup") {
            return;
        }
        let href = attribute("href");
        // The plugin `footnotes` of WordPress: the note stands beside, and its name says so.
        let is_beside = attribute("class").contains("footnote_plugin_tooltip_text");
        let beside = is_beside.then(|| attribute("id").replace("_tooltip_", "_tooltip_text_"));
        let place = place_in(&href, page).map(|to| to.replace("%3A", ":")).or(beside);
        let to = place.or_else(|| {
            let others = ["aria-describedby", "aria-details", "aria-controls"].map(attribute);
            let mut names = std::iter::once(&own).chain(&others);
            names.find(|name| !name.is_empty()).map(ToString::to_string)
        });
        let Some(to) = to.filter(|to| !to.is_empty()) else { return };
        if holds_more(dom, node, MAX_NODES_OF_LABEL) {
            return;
        }
        let is_named = is_raised
            || says_so
            || !own.is_empty()
            || is_beside
            || is_of_word_processor(&to)
            || attribute("rel").contains("footnote")
            || ["footnote", "fnref", "noteref", "Footnote"]
                .iter()
                .any(|name| attribute("class").contains(name))
            || holds(dom, node, Role::Superscript);
        let label = text_of(dom, node).trim().to_owned();
        // A word that leads somewhere is a word.
        let is_sign = is_named || !label.contains(|c: char| c.is_ascii_alphabetic());
        if is_sign && !label.is_empty() && label.len() <= MAX_LABEL {
            self.references.push(Reference { node, to, label, order, is_named });
        }
    }

    /// The block with the note that a place leads to: it begins behind that place.
    pub fn note(&self, reference: &Reference) -> Option<u32> {
        let start = self.targets.partition_point(|target| target.name < reference.to);
        let mut named = self.targets.iter().skip(start).take_while(|t| t.name == reference.to);
        let is_it = |target: &&Target| {
            target.block.1 > reference.order && (reference.is_named || target.is_note)
        };
        named.find(is_it).map(|target| target.block.0)
    }
}

/// Whether a name is one that word processors give to notes.
fn is_of_word_processor(name: &str) -> bool {
    ["_ftn", "_edn", "ftnt"].iter().any(|start| name.starts_with(start)) && !name.contains("ref")
}

/// The name of the place that an address leads to, where that is in the page itself.
pub fn place_in<'h>(href: &'h str, page: Option<&str>) -> Option<&'h str> {
    let (before, place) = href.split_once('#')?;
    let bare = |address: &str| {
        let end = address.find('#').unwrap_or(address.len());
        address.get(..end).unwrap_or_default().trim_end_matches('/').to_owned()
    };
    let is_here = before.is_empty() || page.is_some_and(|page| bare(page) == bare(before));
    is_here.then_some(place)
}

fn holds(dom: &dyn Dom, node: u32, wanted: Role) -> bool {
    let mut is_found = false;
    descend(dom, node, &mut |inner| {
        is_found |= dom.name(inner).is_some_and(|name| role(&name) == wanted);
        true
    });
    is_found
}
