//! What to measure.

use std::fmt;
use std::path::PathBuf;

/// Rounds where nothing else is asked for: a median of three survives a bad one, and the whole
/// ends within half an hour.
const ROUNDS: usize = 3;

/// What the command line asks for.
#[derive(Debug)]
pub struct Options {
    /// How often each visit is made.
    pub rounds: usize,
    /// Where the samples go.
    pub json: PathBuf,
    /// How the stories are shown, in the order of the visits.
    pub kinds: Vec<Kind>,
    profiles: Vec<Profile>,
    sizes: Vec<Size>,
    counts: Vec<usize>,
}

/// A kind of machine and network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Profile {
    /// This machine as it is, 1280 by 800.
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
    /// A small card of the same story made with Lit, with a preload link for the story.
    Lit,
    /// The tag and the script, nothing else.
    Bare,
    /// The same with a preload link for the story.
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
    /// What is measured where nothing else is asked for: the yardsticks, then the card.
    const USUAL: [Self; 4] = [Self::Plain, Self::Lit, Self::Card, Self::Hinted];

    /// Whether it is the card, and no yardstick.
    pub fn is_card(self) -> bool {
        !matches!(self, Self::Plain | Self::Lit)
    }
}

impl Options {
    /// Reads `--rounds 3 --profiles mobile --sizes S,L --counts 1 --kinds plain,card --json FILE`.
    pub fn read(arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut options = Self {
            rounds: ROUNDS,
            json: PathBuf::from("target/bench.json"),
            kinds: Kind::USUAL.to_vec(),
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
                "--kinds" => options.kinds = list(&value, kind)?,
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

fn kind(text: &str) -> Result<Kind, String> {
    match text {
        "plain" => Ok(Kind::Plain),
        "lit" => Ok(Kind::Lit),
        "bare" => Ok(Kind::Bare),
        "card" => Ok(Kind::Card),
        "hinted" => Ok(Kind::Hinted),
        other => Err(format!("no kind {other}: plain, lit, bare, card or hinted")),
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
            Self::Lit => "lit",
            Self::Bare => "bare",
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
