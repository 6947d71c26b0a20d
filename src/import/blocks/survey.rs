//! A first look over a tree: what has a name, and what leads there.

use crate::import::dom::{Dom, Role, attribute, descend, role, text_of};
use crate::limits::MAX_NODES;

/// The longest label of a place that leads to a note, in bytes.
const MAX_LABEL: usize = 16;

/// An element that may lead to a note.
#[derive(Debug)]
pub struct Reference {
    pub node: u32,
    /// The name it leads to.
    pub to: String,
    /// What it shows.
    pub label: String,
    order: usize,
}

/// What has a name.
#[derive(Debug)]
struct Target {
    name: String,
    /// The block that it is, or that it stands in, and how far behind the start that is.
    block: (u32, usize),
}

/// What was seen.
#[derive(Debug, Default)]
pub struct Survey {
    pub references: Vec<Reference>,
    /// Names of headings.
    pub anchors: Vec<String>,
    targets: Vec<Target>,
}

impl Survey {
    pub fn new(dom: &dyn Dom) -> Self {
        let mut survey = Self::default();
        let root = dom.root();
        // A node, the block around it, and whether it stands raised.
        let mut waiting: Vec<(u32, (u32, usize), bool)> = vec![(root, (root, 0), false)];
        let mut order = 0;
        while let Some((node, block, is_raised)) = waiting.pop() {
            order += 1;
            if order > MAX_NODES {
                break;
            }
            if node != root {
                waiting.extend(dom.next_sibling(node).map(|next| (next, block, is_raised)));
            }
            let (mut block, mut is_raised) = (block, is_raised);
            if let Some(name) = dom.name(node) {
                match role(&name) {
                    Role::Dropped => continue,
                    Role::Superscript => is_raised = true,
                    Role::Block | Role::Quote => block = (node, order),
                    Role::Heading(_) => {
                        survey
                            .anchors
                            .extend(dom.attribute(node, "id").map(std::borrow::Cow::into_owned));
                    }
                    _ => {}
                }
                survey.look(dom, node, &name, (block, order, is_raised));
            }
            waiting.extend(dom.first_child(node).map(|child| (child, block, is_raised)));
        }
        survey.targets.sort_by(|one, other| one.name.cmp(&other.name));
        survey
    }

    fn look(
        &mut self,
        dom: &dyn Dom,
        node: u32,
        name: &str,
        (block, order, is_raised): ((u32, usize), usize, bool),
    ) {
        let attribute = |name| attribute(dom, node, name);
        for own in [attribute("id"), attribute("name")] {
            if !own.is_empty() {
                self.targets.push(Target { name: own.into_owned(), block });
            }
        }
        let to = match name {
            "a" => attribute("href").strip_prefix('#').map(|to| to.replace("%3A", ":")),
            _ => Some(attribute("data-fn").into_owned()).filter(|_| name == "sup"),
        };
        let Some(to) = to.filter(|to| !to.is_empty()) else { return };
        let is_named = is_raised
            || attribute("rel").contains("footnote")
            || attribute("role") == "doc-noteref"
            || ["footnote-ref", "fnref", "noteref", "footnote"]
                .iter()
                .any(|name| attribute("class").contains(name))
            || holds(dom, node, Role::Superscript);
        let label = text_of(dom, node).trim().to_owned();
        if is_named && !label.is_empty() && label.len() <= MAX_LABEL {
            self.references.push(Reference { node, to, label, order });
        }
    }

    /// The block with the note that a place leads to: it begins behind that place.
    pub fn note(&self, reference: &Reference) -> Option<u32> {
        let start = self.targets.partition_point(|target| target.name < reference.to);
        let named = self.targets.iter().skip(start).take_while(|t| t.name == reference.to);
        named.map(|target| target.block).find(|(_, order)| *order > reference.order).map(|b| b.0)
    }
}

fn holds(dom: &dyn Dom, node: u32, wanted: Role) -> bool {
    let mut is_found = false;
    descend(dom, node, &mut |inner| {
        is_found |= dom.name(inner).is_some_and(|name| role(&name) == wanted);
        true
    });
    is_found
}
