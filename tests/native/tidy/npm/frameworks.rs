//! The tag in the templates of frameworks, one file each, to be imported by those who want it.

use super::super::api::EVENTS;

const TYPES: &str = "import type { Story, StoryCardAttributes, StoryCardElement, StoryCardEventMap } from \"./element.js\";\n";

/// Properties of events: a name made from the event's, and what is called.
fn handlers(indent: &str, name: impl Fn(&str) -> String) -> String {
    let line = |event: &str| {
        format!("{indent}\"{}\"?: (event: StoryCardEventMap[\"{event}\"]) => void;\n", name(event))
    };
    EVENTS.iter().map(|(event, ..)| line(&format!("story-card-{event}"))).collect()
}

/// `story-card-load` is `StoryCardLoad`.
fn pascal(event: &str) -> String {
    event.split('-').map(|part| part[..1].to_uppercase() + &part[1..]).collect()
}

pub fn all() -> Vec<(&'static str, String)> {
    let story = "    story?: Story | string | null;\n";
    let jsx = |module: &str, base: &str, own: &str, import: &str| {
        format!(
            "\n{import}{TYPES}\ndeclare module \"{module}\" {{\n  namespace JSX {{\n    interface IntrinsicElements {{\n      \
             \"story-card\": {base} & Omit<StoryCardAttributes, \"lang\"> & StoryCardProps;\n    }}\n  }}\n}}\n\n\
             interface StoryCardProps {{\n{own}}}\n"
        )
    };
    let on = |name: &str| handlers("  ", |event| format!("{name}{event}"));
    let react = jsx(
        "react",
        "DetailedHTMLProps<HTMLAttributes<StoryCardElement>, StoryCardElement>",
        &format!("  headingLevel?: number;\n{}{}", &story[2..], on("on")),
        "import type { DetailedHTMLProps, HTMLAttributes } from \"react\";\n",
    );
    let preact = jsx(
        "preact",
        "HTMLAttributes<StoryCardElement>",
        &format!("  headingLevel?: number;\n{}{}", &story[2..], on("on")),
        "import type { HTMLAttributes } from \"preact\";\n",
    );
    let solid = jsx(
        "solid-js",
        "HTMLAttributes<StoryCardElement>",
        &format!("  \"prop:story\"?: Story | string | null;\n{}", on("on:")),
        "import type { JSX } from \"solid-js\";\n",
    )
    .replace("\"story-card\": HTMLAttributes", "\"story-card\": JSX.HTMLAttributes");
    let vue = format!(
        "\nimport type {{ HTMLAttributes }} from \"vue\";\n{TYPES}\ndeclare module \"vue\" {{\n  interface GlobalComponents {{\n    \
         \"story-card\": new () => {{\n      $props: HTMLAttributes & Omit<StoryCardAttributes, \"lang\"> & StoryCardProps;\n    }};\n  }}\n}}\n\n\
         interface StoryCardProps {{\n  headingLevel?: number;\n{}{}}}\n",
        &story[2..],
        handlers("  ", |event| format!("on{}", pascal(event))),
    );
    let svelte = format!(
        "\nimport type {{ HTMLAttributes }} from \"svelte/elements\";\n{TYPES}\ndeclare module \"svelte/elements\" {{\n  interface SvelteHTMLElements {{\n    \
         \"story-card\": HTMLAttributes<StoryCardElement> & Omit<StoryCardAttributes, \"lang\"> & StoryCardProps;\n  }}\n}}\n\n\
         interface StoryCardProps {{\n{}{}}}\n",
        &story[2..],
        on("on"),
    );
    vec![("react", react), ("preact", preact), ("solid", solid), ("vue", vue), ("svelte", svelte)]
}
