//! Every tool, its exact version and where it comes from: the one place to change any of them.
//!
//! Two kinds of version are written where another program needs them and only read here: the
//! `wasm-bindgen` tool follows the crate in `Cargo.lock`, npm's packages `npm/package.json`.

/// The target the card is compiled to.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Builds and serves. 0.21.14 is the last that compiles with Rust 1.95.
pub const TRUNK: Tool = Tool {
    programs: &["trunk"],
    package: "trunk",
    source: Source::Cargo { pin: Pin::Exact("0.21.14"), locked: true, wait: "about 6 minutes" },
};

/// Writes the JavaScript around the wasm, and runs the browser tests.
pub const WASM_BINDGEN: Tool = Tool {
    programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    package: "wasm-bindgen-cli",
    source: Source::Cargo {
        pin: Pin::LikeCrate("wasm-bindgen"),
        locked: false,
        wait: "about 3 minutes",
    },
};

/// Makes a site of the pages in `docs/`.
pub const MDBOOK: Tool = Tool {
    programs: &["mdbook"],
    package: "mdbook",
    source: Source::Cargo { pin: Pin::Exact("0.5.4"), locked: true, wait: "about 6 minutes" },
};

/// Lets the end-to-end tests drive Firefox.
pub const GECKODRIVER: Tool = Tool {
    programs: &["geckodriver"],
    package: "geckodriver",
    source: Source::Cargo { pin: Pin::Exact("0.36.0"), locked: true, wait: "about 3 minutes" },
};

/// Shrinks the wasm. Distributions carry versions too old for what today's Rust emits.
pub const WASM_OPT: Tool =
    Tool { programs: &["wasm-opt"], package: "binaryen", source: Source::Npm };

/// Bundles and minifies the JavaScript.
pub const ESBUILD: Tool = Tool { programs: &["esbuild"], package: "esbuild", source: Source::Npm };

/// Lints the JavaScript and the sheets.
pub const BIOME: Tool =
    Tool { programs: &["biome"], package: "@biomejs/biome", source: Source::Npm };

/// Checks the types of the JavaScript that has them.
pub const TYPESCRIPT: Tool =
    Tool { programs: &["tsc"], package: "typescript", source: Source::Npm };

/// The accessibility checks, below `node_modules`. A file, so it has no place on the `PATH`.
pub const AXE: &str = "axe-core/axe.min.js";

/// Chromium and its driver.
pub const CHROMIUM: &[Package] = &[
    Package {
        name: "chromium",
        programs: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    },
    Package { name: "chromium-driver", programs: &["chromedriver"] },
];

pub const FIREFOX: &[Package] =
    &[Package { name: "firefox-esr", programs: &["firefox-esr", "firefox"] }];

/// With the screen that it needs.
pub const WEBKIT: &[Package] = &[
    Package { name: "webkit2gtk-driver", programs: &["WebKitWebDriver"] },
    Package { name: "xvfb", programs: &["Xvfb"] },
];

/// Fonts, so that the card is measured with the same letters everywhere.
pub const FONTS: &[Package] = &[
    Package { name: "fonts-liberation", programs: &[] },
    Package { name: "fonts-dejavu-core", programs: &[] },
    Package { name: "fonts-noto-core", programs: &[] },
];

/// Runs the plugin for `WordPress`.
pub const PHP: &[Package] = &[Package { name: "php-cli", programs: &["php"] }];

/// Libraries that change the natives of a page; a third one, zone.js, comes from npm.
pub const OLD_LIBRARIES: &[Package] = &[
    Package { name: "libjs-prototype", programs: &[] },
    Package { name: "libjs-mootools", programs: &[] },
];

/// Programs that have to be of one exact version.
#[derive(Debug)]
pub struct Tool {
    pub programs: &'static [&'static str],
    pub package: &'static str,
    pub source: Source,
}

/// Where a tool is installed from.
#[derive(Debug)]
pub enum Source {
    Cargo { pin: Pin, locked: bool, wait: &'static str },
    Npm,
}

/// The version of a tool that Cargo installs.
#[derive(Debug)]
pub enum Pin {
    Exact(&'static str),
    LikeCrate(&'static str),
}

/// A Debian package, and the programs any one of which does its job. None: only Debian can tell.
#[derive(Debug)]
pub struct Package {
    pub name: &'static str,
    pub programs: &'static [&'static str],
}
