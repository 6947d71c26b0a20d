//! Who wrote, edited or published a story.

use super::{SafeLink, Text};

/// A person, an organisation or a machine.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Agent {
    /// What it is.
    pub kind: AgentKind,
    /// Name as printed; never empty, never split.
    pub name: String,
    /// Page about it.
    pub url: Option<SafeLink>,
    /// Portrait or logo.
    pub image: Option<SafeLink>,
    /// Role, such as "Political editor".
    pub job_title: Option<String>,
    /// A few words about it.
    pub biography: Option<Text>,
}

impl Agent {
    /// A human being of this name.
    #[must_use]
    pub fn person(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// A newsroom, agency or company of this name.
    #[must_use]
    pub fn organization(name: impl Into<String>) -> Self {
        Self { kind: AgentKind::Organization, ..Self::person(name) }
    }

    /// A machine of this name.
    #[must_use]
    pub fn software(name: impl Into<String>) -> Self {
        Self { kind: AgentKind::Software, ..Self::person(name) }
    }
}

/// What an [`Agent`] is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum AgentKind {
    /// A human being.
    #[default]
    Person,
    /// A newsroom, agency or company.
    Organization,
    /// A machine; the card marks it as one.
    Software,
}

impl AgentKind {
    /// Its name in `type`, which is schema.org's.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Person => "Person",
            Self::Organization => "Organization",
            Self::Software => "SoftwareApplication",
        }
    }
}
