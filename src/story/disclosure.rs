//! What a machine had to do with a story.

use super::{Agent, AgentKind, Story};

/// How much of a text a machine wrote, in the words of the W3C community group's
/// AI content disclosure draft. Absence claims nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AiDisclosure {
    /// Written by people alone.
    None,
    /// Written with a machine's help and reviewed by people.
    Assisted,
    /// Written by a machine at a person's request.
    Generated,
    /// Written and published by a machine without review.
    Autonomous,
}

impl AiDisclosure {
    /// The value of the `ai-disclosure` attribute.
    #[must_use]
    pub fn as_attribute(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Assisted => "ai-assisted",
            Self::Generated => "ai-generated",
            Self::Autonomous => "ai-autonomous",
        }
    }
}

impl Story {
    /// Whether a machine is among the authors.
    #[must_use]
    pub fn is_by_machine(&self) -> bool {
        self.authors.iter().any(|author| author.kind == AgentKind::Software)
    }

    /// Whether it names a machine that had a part in it.
    #[must_use]
    pub fn names_machine(&self) -> bool {
        let is_machine = |agent: &Agent| agent.kind == AgentKind::Software;
        let edits = self.editors.iter().any(is_machine);
        self.is_by_machine() || edits || !self.ai_info.is_empty()
    }
}

/// A system that took part in making a story, after the ninjs draft `aiInfo`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AiInfo {
    /// The key other fields refer to it by.
    pub name: String,
    /// The model or product.
    pub system: Option<String>,
    /// Who runs it.
    pub provider: Option<String>,
    /// What it did.
    pub role: Option<String>,
    /// Its version.
    pub version: Option<String>,
}
