//! What a machine had to do with the story: said without a hover, and in print.

use yew::prelude::*;

use super::{Card, prose};
use crate::card::LinkKind;
use crate::story::{AgentKind, AiDisclosure, AiInfo, Section, Story};
use crate::words::{Words, fill};

/// The claim shown. Where the disclosure and the IPTC type disagree, the stronger one.
pub fn effective(story: &Story) -> Option<AiDisclosure> {
    let by_type = match story.digital_source_type.as_deref() {
        Some("trainedAlgorithmicMedia" | "algorithmicMedia") => Some(AiDisclosure::Generated),
        Some("compositeWithTrainedAlgorithmicMedia") => Some(AiDisclosure::Assisted),
        _ => None,
    };
    story.ai_disclosure.max(by_type)
}

pub fn view(card: &Card) -> Html {
    let story = &card.story;
    let words = &card.words;
    let claim = match effective(story) {
        Some(claim) => Some(of_story(words, claim)),
        None if has_machine_author(story) => Some(words.ai_author.to_string()),
        None => None,
    };
    let systems = systems(card);
    let principles = story.publishing_principles.as_ref();
    let is_empty = claim.is_none() && systems.is_none() && principles.is_none();
    html! {
        <aside part="disclosure" class="disclosure" hidden={is_empty && story.disclaimer.is_none()}>
            <p class="claim" hidden={claim.is_none()}>{ claim }</p>
            <p class="disclaimer" hidden={story.disclaimer.is_none()}>
                { for story.disclaimer.as_ref().map(|text| prose::text(card, text)) }
            </p>
            <p class="systems" hidden={systems.is_none() && principles.is_none()}>
                <span hidden={systems.is_none()}>{ systems }</span>
                { for principles.map(|url| html! {
                    <a
                        href={url.as_str().to_owned()}
                        rel="noopener noreferrer"
                        onclick={card.on_follow(url, LinkKind::Text)}
                    >{ words.principles.to_string() }</a>
                }) }
            </p>
        </aside>
    }
}

fn has_machine_author(story: &Story) -> bool {
    story.authors.iter().any(|author| author.kind == AgentKind::Software)
}

fn of_story(words: &Words, claim: AiDisclosure) -> String {
    match claim {
        AiDisclosure::None => &words.ai_none,
        AiDisclosure::Assisted => &words.ai_assisted,
        AiDisclosure::Generated => &words.ai_generated,
        AiDisclosure::Autonomous => &words.ai_autonomous,
    }
    .to_string()
}

/// The claim of one section, where it makes its own.
pub fn of_section(card: &Card, section: &Section) -> Html {
    let words = &card.words;
    let claim = section.ai_disclosure.map(|claim| match claim {
        AiDisclosure::None => words.ai_section_none.to_string(),
        AiDisclosure::Assisted => words.ai_section_assisted.to_string(),
        AiDisclosure::Generated => words.ai_section_generated.to_string(),
        AiDisclosure::Autonomous => words.ai_section_autonomous.to_string(),
    });
    let attribute = section.ai_disclosure.map(AiDisclosure::as_attribute);
    html! {
        <p class="section-claim" ai-disclosure={attribute} hidden={claim.is_none()}>{ claim }</p>
    }
}

/// The systems that took part, the one that made the story first.
fn systems(card: &Card) -> Option<String> {
    let story = &card.story;
    let is_main = |info: &&AiInfo| Some(&info.name) == story.ai_info_ref.as_ref();
    let main = story.ai_info.iter().filter(is_main);
    let others = story.ai_info.iter().filter(|info| !is_main(info));
    let names: Vec<String> = main.chain(others).map(system).collect();
    let phrase = || fill(&card.words.ai_systems, &[("names", &names.join("; "))]);
    (!names.is_empty()).then(phrase)
}

fn system(info: &AiInfo) -> String {
    let mut line = info.system.as_ref().unwrap_or(&info.name).clone();
    for (before, part, after) in [
        (" ", &info.version, ""),
        (" (", &info.provider, ")"),
        (", ", &info.role, ""),
    ] {
        if let Some(part) = part {
            [before, part, after].iter().for_each(|piece| line.push_str(piece));
        }
    }
    line
}
