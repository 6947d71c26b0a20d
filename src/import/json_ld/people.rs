//! Persons and organisations, in every shape that publishers give them.

use super::value::Linked;
use crate::import::blocks;
use crate::import::common::byline;
use crate::import::dom::fold;
use crate::import::json_ld::graph::is_kind;
use crate::import::keys::find;
use crate::limits::{MAX_HEADLINE, MAX_SMALL_LIST};
use crate::parse::At;
use crate::parse::json::Node;
use crate::story::{Agent, AgentKind};

impl Linked<'_, '_, '_> {
    /// The agents of the first of several fields that names one.
    pub fn agents(&mut self, at: &At, keys: &str) -> Vec<Agent> {
        let mut agents: Vec<Agent> = Vec::new();
        for key in keys.split(' ') {
            self.each(at, key, &mut |linked, value| linked.add_agents(value, &mut agents));
            if !agents.is_empty() {
                break;
            }
        }
        agents.truncate(MAX_SMALL_LIST);
        agents
    }

    fn add_agents(&mut self, value: &At, agents: &mut Vec<Agent>) {
        if agents.len() >= MAX_SMALL_LIST {
            return;
        }
        let mut names = Vec::new();
        match value.node {
            Node::Map(_) => {
                self.each(value, "name", &mut |linked, name| {
                    names.extend(linked.text_of(name, MAX_HEADLINE));
                });
                if names.is_empty() {
                    let parts = ["givenName", "additionalName", "familyName"];
                    let parts: Vec<String> = parts
                        .iter()
                        .filter_map(|key| self.text(value, key, MAX_HEADLINE))
                        .collect();
                    names.extend(Some(parts.join(" ")).filter(|name| !name.is_empty()));
                }
            }
            Node::Null => {}
            _ => names.extend(self.importer.plain_value(value, MAX_HEADLINE)),
        }
        let known: Vec<String> = agents.iter().map(|agent| agent.name.clone()).collect();
        for name in names {
            let name = fold(byline(&name));
            // Neither addresses of pages nor of letter boxes are names.
            let is_name = !name.is_empty() && !name.contains("://") && !is_mail(&name);
            if is_name && !known.contains(&name) {
                agents.push(self.agent(value, name));
            }
        }
    }

    fn agent(&mut self, at: &At, name: String) -> Agent {
        if !matches!(at.node, Node::Map(_)) {
            return Agent::person(name);
        }
        // Who has a site alone is said to be both.
        let is_person = is_kind(at.node, "Person");
        let organizations = ["Organization", "Corporation", "Publication"];
        let kind = if !is_person && organizations.iter().any(|kind| is_kind(at.node, kind)) {
            AgentKind::Organization
        } else if is_kind(at.node, "SoftwareApplication") {
            AgentKind::Software
        } else {
            AgentKind::Person
        };
        let mut biography = None;
        self.each(at, "description", &mut |linked, value| {
            if let (None, Node::Text(text)) = (&biography, value.node) {
                let text = blocks::line(linked.importer, value, text);
                biography = Some(text).filter(|text| !text.is_empty());
            }
        });
        Agent {
            kind,
            name,
            url: self.link(at, "url").or_else(|| self.link(at, "sameAs")),
            image: self.link(at, "image").or_else(|| self.link(at, "logo")),
            job_title: self.text(at, "jobTitle", MAX_HEADLINE),
            biography,
        }
    }

    /// Who publishes the article.
    pub fn publisher(&mut self, at: &At, keys: &str) -> Option<Agent> {
        let agents = self.agents(at, keys);
        let agent = agents.into_iter().next()?;
        Some(Agent { kind: AgentKind::Organization, biography: None, ..agent })
    }
}

fn is_mail(name: &str) -> bool {
    !name.contains(' ') && name.split_once('@').is_some_and(|(_, host)| host.contains('.'))
}

/// Whether an agent only says again who publishes.
pub fn is_publisher(agent: &Agent, publisher: Option<&Agent>) -> bool {
    publisher.is_some_and(|publisher| fold(&publisher.name) == fold(&agent.name))
}

/// Whether a value is an object with something in this field.
pub fn has(at: &At, key: &str) -> bool {
    find(at.node, key).is_some_and(|node| !crate::parse::is_absent(node))
}
