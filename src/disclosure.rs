//! What a machine had to do with the story: said without a hover, and in print.

use crate::context::Card;
use crate::html::{El, el, kind, link};
use crate::prose;
use crate::story::{AiDisclosure, AiInfo, Section, Story};
use crate::words::{Word, fill};

/// The claim made of the story. Where the disclosure and the IPTC type disagree, the stronger
/// one; that no machine had a part is no claim beside one that has.
pub fn effective(story: &Story) -> Option<AiDisclosure> {
    let by_type = match story.digital_source_type.as_deref() {
        Some("trainedAlgorithmicMedia" | "algorithmicMedia") => Some(AiDisclosure::Generated),
        Some("compositeWithTrainedAlgorithmicMedia") => Some(AiDisclosure::Assisted),
        _ => None,
    };
    let claim = story.ai_disclosure.max(by_type);
    claim.filter(|claim| *claim > AiDisclosure::None || !story.names_machine())
}

/// The claim said of all of it: not that people wrote it alone where a section says otherwise,
/// or the key points do.
fn of_all(story: &Story) -> Option<AiDisclosure> {
    let is_mixed = || {
        let is_by_people = |section: &Section| section.ai_disclosure <= Some(AiDisclosure::None);
        story.key_points_ai || !story.sections.iter().all(is_by_people)
    };
    effective(story).filter(|claim| *claim > AiDisclosure::None || !is_mixed())
}

/// The value of the `ai-disclosure` attribute; empty where nothing is claimed.
pub fn attribute(claim: Option<AiDisclosure>) -> &'static str {
    claim.map_or("", AiDisclosure::as_attribute)
}

/// Whether a machine wrote the story.
pub fn is_by_ai(story: &Story) -> bool {
    match effective(story) {
        Some(claim) => claim >= AiDisclosure::Generated,
        None => story.is_by_machine(),
    }
}

/// What the line under the headline says; nothing where nothing is claimed.
pub fn in_short(story: &Story) -> Option<Word> {
    match of_all(story) {
        Some(AiDisclosure::None) => Some(Word::TrustNone),
        Some(AiDisclosure::Assisted) => Some(Word::TrustAssisted),
        Some(AiDisclosure::Generated) => Some(Word::TrustGenerated),
        Some(AiDisclosure::Autonomous) => Some(Word::TrustAutonomous),
        None => story.is_by_machine().then_some(Word::TrustMachine),
    }
}

/// The notice: under the head of the card, or, where it warns of nothing, at its end.
pub fn view(card: &Card, is_at_end: bool) -> El {
    let story = &*card.story;
    let warns = story.disclaimer.is_some()
        || !story.ai_info.is_empty()
        || in_short(story).is_some_and(|word| word != Word::TrustNone);
    if warns == is_at_end {
        return el("aside").hidden(true);
    }
    let claim = match of_all(story) {
        Some(AiDisclosure::None) => Some(Word::AiNone),
        Some(AiDisclosure::Assisted) => Some(Word::AiAssisted),
        Some(AiDisclosure::Generated) => Some(Word::AiGenerated),
        Some(AiDisclosure::Autonomous) => Some(Word::AiAutonomous),
        None => story.is_by_machine().then_some(Word::AiAuthor),
    };
    let systems = systems(card);
    let principles = story.publishing_principles.as_ref();
    let has_details = systems.is_some() || principles.is_some();
    let mut disclaimer = el("p.disclaimer").hidden(story.disclaimer.is_none());
    if let Some(text) = &story.disclaimer {
        disclaimer = prose::text(card, disclaimer, text);
    }
    let mut details = el("p.systems").hidden(!has_details);
    details = details.add(el("span").text_or_hide(systems.as_deref()));
    if let Some(url) = principles {
        details =
            details.add(card.own(link("a", url, kind::TEXT)).text(card.word(Word::Principles)));
    }
    el("aside.disclosure@disclosure")
        .hidden(claim.is_none() && !has_details && story.disclaimer.is_none())
        .add(card.own_heading("made", card.word(Word::HowMade)))
        .add(
            card.own(el("p.claim"))
                .set("dir", "auto")
                .text_or_hide(claim.map(|word| card.word(word))),
        )
        .add(disclaimer)
        .add(details)
}

/// The claim of one section, where it makes its own.
pub fn of_section(card: &Card, section: &Section) -> El {
    let claim = section.ai_disclosure.map(|claim| match claim {
        AiDisclosure::None => Word::AiSectionNone,
        AiDisclosure::Assisted => Word::AiSectionAssisted,
        AiDisclosure::Generated => Word::AiSectionGenerated,
        AiDisclosure::Autonomous => Word::AiSectionAutonomous,
    });
    card.own_beside(card.language_of(Some(section)), el("p.section-claim"))
        .set("dir", "auto")
        .set("ai-disclosure", attribute(section.ai_disclosure))
        .text_or_hide(claim.map(|word| card.word(word)))
}

/// The systems that took part, the one that made the story first.
fn systems(card: &Card) -> Option<String> {
    let story = &*card.story;
    let mut names = Vec::new();
    for is_main in [true, false] {
        for info in &story.ai_info {
            if (Some(&info.name) == story.ai_info_ref.as_ref()) == is_main {
                names.push(system(info));
            }
        }
    }
    let phrase = || fill(card.word(Word::AiSystems), &[("names", &names.join("; "))]);
    (!names.is_empty()).then(phrase)
}

fn system(info: &AiInfo) -> String {
    let mut line = info.system.as_ref().unwrap_or(&info.name).clone();
    for (before, part, after) in
        [(" ", &info.version, ""), (" (", &info.provider, ")"), (": ", &info.role, "")]
    {
        if let Some(part) = part {
            for piece in [before, part, after] {
                line.push_str(piece);
            }
        }
    }
    line
}
