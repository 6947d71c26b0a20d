//! Languages and the direction they are written in.

/// A BCP 47 language tag that is well formed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language(String);

/// Writing direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// Scripts written from right to left (ISO 15924).
const RTL_SCRIPTS: &str = "adlm arab hebr mand nkoo rohg samr syrc thaa";

/// Languages whose usual script is written from right to left (ISO 639, in two letters and in
/// three), and those that are in some countries.
const RTL_LANGUAGES: &str = "aeb ar ara arc arq ary arz az-ir azb bal ckb div dv fa fas glk he heb \
    iw ji kas ks ku-iq ku-ir lrc mzn nqo pa-pk per pnb prs ps pus rhg sd sdh snd syr ug uig ur urd \
    uz-af yi yid";

impl Language {
    /// Reads a tag such as `en`, `pt-BR` or `az-Arab`; underscores are taken as
    /// hyphens. Nothing when it is not well formed.
    #[must_use]
    pub fn new(tag: &str) -> Option<Self> {
        let tag = tag.trim().replace('_', "-");
        let mut subtags = tag.split('-');
        let primary = subtags.next()?;
        let primary_is_sound =
            (2..=8).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_alphabetic());
        let rest_is_sound = subtags
            .all(|s| (1..=8).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_alphanumeric()));
        (primary_is_sound && rest_is_sound && tag.len() <= 35).then_some(Self(tag))
    }

    /// The tag, for a `lang` attribute.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The direction it is written in. A script subtag decides before the
    /// language does: `az-Arab` runs right to left, `ur-Latn` left to right.
    #[must_use]
    pub fn direction(&self) -> Direction {
        let tag = self.0.to_ascii_lowercase();
        // What follows a single letter is about digits and the like: `ar-EG-u-nu-latn`.
        let mut subtags = tag.split('-').skip(1).take_while(|s| s.len() > 1);
        let script = subtags.find(|s| s.len() == 4 && s.bytes().all(|b| b.is_ascii_alphabetic()));
        let is_rtl = match script {
            Some(script) => RTL_SCRIPTS.split(' ').any(|known| known == script),
            None => RTL_LANGUAGES.split(' ').any(|known| {
                let rest = tag.strip_prefix(known);
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
            }),
        };
        if is_rtl { Direction::Rtl } else { Direction::Ltr }
    }
}

impl Direction {
    /// The value of a `dir` attribute.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}
