//! The stages of `cargo xtask test`: their names, and what has to be there for each.

use clap::ValueEnum;

use crate::release::build;
use crate::tools::pinned::{
    BIOME, CHROMIUM, FIREFOX, FONTS, GECKODRIVER, OLD_LIBRARIES, PHP, TYPESCRIPT, WASM_BINDGEN,
    WEBKIT,
};
use crate::tools::toolbox::Need;

/// One stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Stage {
    /// the code is formatted
    Fmt,
    /// clippy, Biome and TypeScript have nothing to say
    Lint,
    /// the tests that need no browser
    Native,
    /// the component's tests in Firefox
    Browser,
    /// the documentation builds without a warning
    Doc,
    /// the release files
    Build,
    /// the release files keep to their budgets
    Size,
    /// the release is the same when it is built elsewhere
    Reproduce,
    #[value(help = "whole pages in Chromium, Firefox and WebKit")]
    E2e,
    /// the sources keep to the house rules
    Tidy,
    /// the npm package has sound types, and works through each bundler and framework; the AMP page is valid
    Package,
}

/// All of them in a sensible order: the quick ones first. `native` includes `tidy`; `package`
/// fetches a folder of bundlers, and is for those who change the package or publish it.
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
    /// Its name on the command line.
    pub fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }

    /// What it checks, in a few words.
    pub fn claim(self) -> String {
        let value = self.to_possible_value();
        value.and_then(|value| value.get_help().map(ToString::to_string)).unwrap_or_default()
    }

    /// Whether it works on the files in `dist/`.
    pub fn tests_the_release(self) -> bool {
        matches!(self, Self::Size | Self::Reproduce | Self::E2e | Self::Package)
    }

    /// Whether its tests can be picked by name.
    pub fn takes_a_filter(self) -> bool {
        matches!(self, Self::Native | Self::Browser | Self::E2e)
    }

    /// What has to be there for it.
    pub fn needs(self) -> &'static [Need] {
        match self {
            Self::Fmt => &[Need::Component("fmt", "rustfmt")],
            Self::Lint => &[
                Need::Component("clippy", "clippy"),
                Need::WasmTarget,
                Need::Tool(&BIOME),
                Need::Tool(&TYPESCRIPT),
            ],
            Self::Native | Self::Doc | Self::Size | Self::Tidy => &[],
            Self::Browser => &[
                Need::WasmTarget,
                Need::Tool(&WASM_BINDGEN),
                Need::Tool(&GECKODRIVER),
                Need::Packages(FIREFOX),
            ],
            Self::Build | Self::Reproduce => build::NEEDS,
            Self::Package => &[Need::Packages(CHROMIUM), Need::Packages(PHP)],
            Self::E2e => &[
                Need::Packages(CHROMIUM),
                Need::Packages(FIREFOX),
                Need::Packages(WEBKIT),
                Need::Packages(FONTS),
                Need::Packages(OLD_LIBRARIES),
                Need::Tool(&GECKODRIVER),
                Need::Modules,
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stage_has_a_name_and_a_claim() {
        assert_eq!(Stage::value_variants(), [&ALL[..], &[Stage::Tidy, Stage::Package]].concat());
        for stage in Stage::value_variants() {
            assert!(!stage.name().is_empty() && !stage.claim().is_empty(), "{stage:?}");
        }
    }
}
