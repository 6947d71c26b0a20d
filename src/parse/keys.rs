//! Keys of objects: those that are read, and what is said of all others.
//!
//! The most common mistake is a misnamed field. Without a report nobody would notice it.

use super::distance::distance;
use super::json::Node;
use super::reader::{At, Reader, is_absent};
use crate::limits::{MAX_KEYS, MAX_UNKNOWN_KEYS};

pub const STORY: &str = "schemaVersion id url headline alternativeHeadline description \
    keyPoints keyPointsAi articleSection articleType urgent keywords inLanguage dir author editor publisher datePublished \
    dateModified image sections timeline citation correction relatedLink aiDisclosure aiInfo \
    aiInfoRef digitalSourceType publishingPrinciples disclaimer copyrightNotice license \
    creditText pubStatus embargoedUntil expires";
pub const SECTION: &str = "id headline summary dateModified open inLanguage aiDisclosure aiInfoRef \
    blocks";
pub const TIMELINE: &str = "headline events";
pub const EVENT: &str = "date displayDate headline text group url key";
pub const SOURCE: &str = "id name url publisher author datePublished accessed text archivedAt \
    inLanguage type supports";
pub const AGENT: &str = "type name url image jobTitle description";
pub const IMAGE: &str = "type url dark alt caption creditText width height dateModified";
pub const CORRECTION: &str = "datePublished text";
pub const RELATED: &str = "name url datePublished image description";
pub const SYSTEM: &str = "name system provider role version";

/// The keys of a kind of block; a picture checks its own.
pub fn of_block(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "paragraph" | "heading" => "type text dateModified",
        "list" => "type items ordered start dateModified",
        "quote" | "pullquote" => "type text attribution url dateModified",
        "table" => "type caption header rows dateModified",
        "code" => "type text language dateModified",
        "embed" => "type url title dateModified",
        // The text is for cards that do not know the kind.
        "known" => "type known unknown text dateModified",
        _ => return None,
    })
}

/// What other formats, and people who write from memory, call a key: the key, then its other
/// names in lower case, without hyphens. Of several keys that share a name the first counts
/// that the object can have.
const OTHER_NAMES: &[&str] = &[
    "author authors byline by creator writer",
    "sections body content articlebody chapters",
    "blocks body content paragraphs text items",
    "text body content value quote excerpt html",
    "headline title heading name",
    "jobTitle role position title",
    "name title headline label",
    "alternativeHeadline subtitle subheadline subhead kicker deck",
    "description summary abstract lead lede dek standfirst excerpt bio biography intro",
    "citation sources references footnotes source",
    "datePublished published publishedat pubdate date created",
    "dateModified modified updated updatedat lastmodified",
    "articleSection section category badge",
    "articleType type genre",
    "keyPoints keypoints highlights takeaways tldr",
    "urgent breaking isbreaking",
    "keywords tags",
    "inLanguage language lang locale",
    "dir direction",
    "image picture photo images avatar thumbnail",
    "url link href uri src permalink",
    "timeline events",
    "relatedLink related",
    "aiDisclosure ai disclosure",
    "attribution by cite speaker author source",
    "creditText credit",
    "date when start startdate year time",
    "displayDate label",
    "copyrightNotice copyright",
    "rows cells data",
    "header columns",
    "type kind",
];

/// Tells of the keys of an object that nobody reads, and of those that stand in it twice.
/// What is empty is as good as absent; what begins with `_`, `$` or `@` is somebody
/// else's.
pub fn check(reader: &mut Reader, at: &At, keys: &'static str) {
    let Node::Map(entries) = at.node else { return };
    let (mut once, mut twice) = (0_u64, 0_u64);
    for (key, node) in entries.iter().take(MAX_KEYS) {
        let place = keys.split(' ').position(|known| known == key);
        if let Some(place) = place {
            let bit = 1 << place;
            if once & bit != 0 && twice & bit == 0 {
                twice |= bit;
                let message = "stands here more than once, the last one counts";
                reader.report(&at.child(key, node), "duplicate-key", message);
            }
            once |= bit;
        } else if !matches!(key.as_bytes(), [b'_' | b'$' | b'@', ..]) && !is_absent(node) {
            report_unknown(reader, &at.child(key, node), key, keys);
        }
    }
}

/// Once for each kind of object, or a thousand events would say the same.
fn report_unknown(reader: &mut Reader, at: &At, key: &str, keys: &'static str) {
    let is_told = reader.unknown_keys.iter().any(|(in_keys, told)| *in_keys == keys && told == key);
    if is_told || reader.unknown_keys.len() >= MAX_UNKNOWN_KEYS {
        return;
    }
    reader.unknown_keys.push((keys, key.to_owned()));
    let message = match nearest(key, keys) {
        Some(nearest) => ["not a key this card reads here; is ", nearest, " meant?"].concat(),
        None => "not a key this card reads here".to_owned(),
    };
    reader.report(at, "unknown-key", &message);
}

/// The key that may be meant: spelled otherwise, called otherwise, or mistyped.
fn nearest(key: &str, keys: &'static str) -> Option<&'static str> {
    let wanted = folded(key);
    let known = || keys.split(' ');
    let is_known = |name: &str| known().find(|known| *known == name);
    let by_spelling = known().find(|known| folded(known) == wanted);
    let by_name = || {
        OTHER_NAMES.iter().find_map(|names| {
            let mut names = names.split(' ');
            let key = is_known(names.next()?)?;
            names.any(|name| name == wanted).then_some(key)
        })
    };
    by_spelling.or_else(by_name).or_else(|| {
        let distances = known().map(|known| (distance(&wanted, &folded(known)), known));
        let (distance, known) = distances.min_by_key(|(distance, _)| *distance)?;
        (distance * 3 <= wanted.len()).then_some(known)
    })
}

/// As it sounds: `date_published` and `DatePublished` are one.
fn folded(key: &str) -> String {
    // Not by Unicode's tables, which are large: keys are of ASCII, or mean nothing here.
    let letters = key.chars().filter(char::is_ascii_alphanumeric).take(40);
    letters.map(|letter| letter.to_ascii_lowercase()).collect()
}
