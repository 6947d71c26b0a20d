//! What to measure.

use std::fmt;
use std::path::PathBuf;

/// Rounds where nothing else is asked for: a median of five survives two bad ones.
const ROUNDS: usize = 5;

/// What the command line asks for.
#[derive(Debug)]
pub struct Options {
    /// How often each visit is made.
    pub rounds: usize,
    /// Where the samples go.
    pub json: PathBuf,
    profiles: Vec<Profile>,
    sizes: Vec<Size>,
    counts: Vec<usize>,
}

/// A kind of machine and network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Profile {
    /// This machine as it is.
    Desktop,
    /// A quarter of the speed, 1.6 Mbit/s, 150 ms.
    Mobile,
}

/// A size of story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Size {
    /// 6 sections of 3 paragraphs.
    S,
    /// 20 sections of 10 paragraphs, 100 sources.
    M,
    /// 100 sections of 50 paragraphs, 2,000 sources, 500 events.
    L,
}

/// How the story is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A page that holds it all as HTML: the physical limit.
    Plain,
    /// The tag and the script.
    Card,
    /// The same with preload links for story, glue and wasm.
    Hinted,
}

/// Profile, size and how many cards on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Case {
    /// The machine.
    pub profile: Profile,
    /// The story.
    pub size: Size,
    /// How many of them.
    pub count: usize,
}

impl Kind {
    /// All kinds, the limit first.
    pub const ALL: [Self; 3] = [Self::Plain, Self::Card, Self::Hinted];
}

impl Options {
    /// Reads `--rounds 3 --profiles mobile --sizes S,L --counts 1 --json FILE`.
    pub fn read(arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut options = Self {
            rounds: ROUNDS,
            json: PathBuf::from("target/bench.json"),
            profiles: vec![Profile::Desktop, Profile::Mobile],
            sizes: vec![Size::S, Size::M, Size::L],
            counts: vec![1, 10, 50],
        };
        let mut arguments = arguments;
        while let Some(name) = arguments.next() {
            let value = arguments.next().ok_or_else(|| format!("{name} needs a value"))?;
            match name.as_str() {
                "--rounds" => options.rounds = number(&value)?,
                "--json" => options.json = value.into(),
                "--profiles" => options.profiles = list(&value, profile)?,
                "--sizes" => options.sizes = list(&value, size)?,
                "--counts" => options.counts = list(&value, number)?,
                other => return Err(format!("the bench knows no {other}")),
            }
        }
        Ok(options)
    }

    /// Every case. Many cards show the small story only.
    pub fn cases(&self) -> Vec<Case> {
        let mut cases = Vec::new();
        for &profile in &self.profiles {
            for &count in &self.counts {
                let sizes = self.sizes.iter().filter(|size| count == 1 || **size == Size::S);
                cases.extend(sizes.map(|&size| Case { profile, size, count }));
            }
        }
        cases
    }
}

fn list<T>(text: &str, read: impl Fn(&str) -> Result<T, String>) -> Result<Vec<T>, String> {
    text.split(',').map(read).collect()
}

fn number(text: &str) -> Result<usize, String> {
    text.parse().map_err(|_| format!("{text} is no number"))
}

fn profile(text: &str) -> Result<Profile, String> {
    match text {
        "desktop" => Ok(Profile::Desktop),
        "mobile" => Ok(Profile::Mobile),
        other => Err(format!("no profile {other}: desktop or mobile")),
    }
}

fn size(text: &str) -> Result<Size, String> {
    match text {
        "S" => Ok(Size::S),
        "M" => Ok(Size::M),
        "L" => Ok(Size::L),
        other => Err(format!("no size {other}: S, M or L")),
    }
}

impl fmt::Display for Profile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Desktop => "desktop",
            Self::Mobile => "mobile",
        })
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Plain => "plain",
            Self::Card => "card",
            Self::Hinted => "hinted",
        })
    }
}

impl fmt::Display for Case {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { profile, size, count } = self;
        match count {
            1 => write!(formatter, "{profile} {size:?}"),
            count => write!(formatter, "{profile} {size:?} x{count}"),
        }
    }
}
