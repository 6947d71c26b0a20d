//! Types of the element, its attributes and its events.

use std::fmt::Write as _;

use super::super::api::EVENTS;
use super::describe::{METHODS, STATE, attributes, plain, typed};

/// Codes of errors, as the README has them.
fn error_codes() -> Vec<String> {
    let readme = crate::reading::file("README.md");
    let (_, after) = readme.split_once("### Error codes").expect("the codes");
    let rows = after.lines().skip_while(|line| !line.starts_with('|')).skip(2);
    let rows = rows.take_while(|line| line.starts_with('|'));
    rows.map(|row| row.split('`').nth(1).unwrap_or_default().to_owned()).collect()
}

pub fn types() -> String {
    let mut made = String::from(
        "\nimport type { Story } from \"./story.js\";\n\nexport type { Story } from \"./story.js\";\n",
    );
    let codes: Vec<String> = error_codes().iter().map(|code| format!("\"{code}\"")).collect();
    let _ = write!(
        made,
        "\nexport type StoryCardErrorCode = {};\n\n\
         /** Something in the story that the card can live with. */\n\
         export interface StoryCardProblem {{\n  code: string;\n  /** A JSON pointer. */\n  path: string;\n  message: string;\n}}\n",
        codes.join(" | ")
    );
    made += &details();
    made += &class();
    made += "\ndeclare global {\n  interface HTMLElementTagNameMap {\n    \"story-card\": StoryCardElement;\n  }\n";
    made += "  interface GlobalEventHandlersEventMap extends StoryCardEventMap {}\n";
    made += "  interface CustomElementRegistry {\n    get(name: \"story-card\"): typeof StoryCardElement | undefined;\n    whenDefined(name: \"story-card\"): Promise<typeof StoryCardElement>;\n  }\n}\n";
    made
}

/// Details of the events, and which event carries which.
fn details() -> String {
    let mut made = String::new();
    let mut map = String::new();
    for (event, keys, when) in EVENTS {
        let name = format!("StoryCard{}{}Detail", event[..1].to_uppercase(), &event[1..]);
        let _ = write!(made, "\n/** {} */\nexport interface {name} {{\n", plain(when));
        for key in keys.split(", ") {
            let _ = writeln!(made, "  {key}: {};", typed(event, key));
        }
        made += "}\n";
        let _ = writeln!(map, "  \"story-card-{event}\": CustomEvent<{name}>;");
    }
    format!(
        "{made}\n/** The events, by name. They bubble and are composed. */\nexport interface StoryCardEventMap {{\n{map}}}\n"
    )
}

/// The class, and the attributes as a framework passes them.
fn class() -> String {
    let mut attributes_ = String::new();
    let mut properties = String::new();
    for one in attributes() {
        let _ = writeln!(
            attributes_,
            "  /** {} */\n  \"{}\"?: {};",
            plain(one.about),
            one.name,
            one.written()
        );
        if one.name != "lang" {
            let _ = writeln!(
                properties,
                "  /** {0} */\n  get {1}(): {2};\n  set {1}(value: {3});",
                plain(one.about),
                one.property(),
                one.typed(),
                one.settable()
            );
        }
    }
    let mut methods = String::new();
    for (name, arguments, result, about) in METHODS {
        let _ = writeln!(methods, "  /** {about} */\n  {name}({arguments}): Promise<{result}>;");
    }
    let listen = |verb: &str, options: &str| {
        format!(
            "  {verb}<K extends keyof StoryCardEventMap>(\n    type: K,\n    listener: (this: StoryCardElement, event: StoryCardEventMap[K]) => unknown,\n    options?: boolean | {options},\n  ): void;\n  \
             {verb}<K extends keyof HTMLElementEventMap>(\n    type: K,\n    listener: (this: StoryCardElement, event: HTMLElementEventMap[K]) => unknown,\n    options?: boolean | {options},\n  ): void;\n  \
             {verb}(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | {options}): void;\n"
        )
    };
    format!(
        "\n/** The attributes, as they are written in HTML. */\nexport interface StoryCardAttributes {{\n{attributes_}}}\n\
         \n/** The element `<story-card>`. */\nexport declare class StoryCardElement extends HTMLElement {{\n  \
         static readonly version: string;\n  static readonly observedAttributes: string[];\n{properties}  \
         /** The story last shown; set it to show one without a request. */\n  \
         get story(): Story | undefined;\n  set story(story: Story | string | null | undefined);\n  \
         readonly state: {STATE};\n{methods}{}{}}}\n",
        listen("addEventListener", "AddEventListenerOptions"),
        listen("removeEventListener", "EventListenerOptions"),
    )
}
