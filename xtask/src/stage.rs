//! The stages of `cargo xtask test`: their names, and what has to be there for each.

use crate::build;
use crate::toolbox::Need;
use crate::tools::{CHROMIUM, FIREFOX, FONTS, GECKODRIVER, OLD_LIBRARIES, WASM_BINDGEN, WEBKIT};

/// One stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    Fmt,
    Lint,
    Native,
    Browser,
    Doc,
    Build,
    Size,
    Reproduce,
    E2e,
    Tidy,
}

/// All of them in a sensible order: the quick ones first. `native` includes `tidy`.
pub const ALL: [Stage; 9] = [
    Stage::Fmt,
    Stage::Lint,
    Stage::Native,
    Stage::Browser,
    Stage::Doc,
    Stage::Build,
    Stage::Size,
    Stage::Reproduce,
    Stage::E2e,
];

impl Stage {
    /// The stage of that name.
    pub fn named(name: &str) -> Option<Self> {
        ALL.into_iter().chain([Self::Tidy]).find(|stage| stage.name() == name)
    }

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fmt => "fmt",
            Self::Lint => "lint",
            Self::Native => "native",
            Self::Browser => "browser",
            Self::Doc => "doc",
            Self::Build => "build",
            Self::Size => "size",
            Self::Reproduce => "reproduce",
            Self::E2e => "e2e",
            Self::Tidy => "tidy",
        }
    }

    /// What it checks, in a few words.
    pub fn claim(self) -> &'static str {
        match self {
            Self::Fmt => "the code is formatted",
            Self::Lint => "clippy has nothing to say, natively and for wasm",
            Self::Native => "the tests that need no browser",
            Self::Browser => "the component's tests in Firefox",
            Self::Doc => "the documentation builds without a warning",
            Self::Build => "the release files",
            Self::Size => "the release files keep to their budgets",
            Self::Reproduce => "the release is the same when it is built elsewhere",
            Self::E2e => "whole pages in Chromium, Firefox and WebKit",
            Self::Tidy => "the sources keep to the house rules",
        }
    }

    /// Whether it works on the files in `dist/`.
    pub fn tests_the_release(self) -> bool {
        matches!(self, Self::Size | Self::Reproduce | Self::E2e)
    }

    /// Whether its tests can be picked by name.
    pub fn takes_a_filter(self) -> bool {
        matches!(self, Self::Native | Self::Browser | Self::E2e)
    }

    /// What has to be there for it.
    pub fn needs(self) -> &'static [Need] {
        match self {
            Self::Fmt => &[Need::Component("fmt", "rustfmt")],
            Self::Lint => &[Need::Component("clippy", "clippy"), Need::WasmTarget],
            Self::Native | Self::Doc | Self::Size | Self::Tidy => &[],
            Self::Browser => &[
                Need::WasmTarget,
                Need::Tool(&WASM_BINDGEN),
                Need::Tool(&GECKODRIVER),
                Need::Packages(FIREFOX),
            ],
            Self::Build | Self::Reproduce => build::NEEDS,
            Self::E2e => &[
                Need::Packages(CHROMIUM),
                Need::Packages(FIREFOX),
                Need::Packages(WEBKIT),
                Need::Packages(FONTS),
                Need::Packages(OLD_LIBRARIES),
                Need::Tool(&GECKODRIVER),
                Need::Axe,
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stage_is_found_by_its_name() {
        for stage in ALL.into_iter().chain([Stage::Tidy]) {
            assert_eq!(Stage::named(stage.name()), Some(stage));
        }
        assert_eq!(Stage::named("everything"), None);
    }
}
