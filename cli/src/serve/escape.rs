//! Text of a story in HTML: never as markup.

use std::fmt;

/// A text as it stands in HTML, between tags or in an attribute with double quotation marks.
#[derive(Debug, Clone, Copy)]
pub struct Escaped<'a>(pub &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some((before, letter, after)) = next(rest) {
            to.write_str(before)?;
            to.write_str(letter)?;
            rest = after;
        }
        to.write_str(rest)
    }
}

/// What stands before the next letter that has to be written in another way, that way, and what
/// stands behind.
fn next(text: &str) -> Option<(&str, &'static str, &str)> {
    let at = text.find(['&', '<', '>', '"', '\'', '\0'])?;
    let (before, found) = text.split_at_checked(at)?;
    let mut letters = found.chars();
    let instead = match letters.next()? {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        _ => "\u{FFFD}",
    };
    Some((before, instead, letters.as_str()))
}

/// JSON for a `<script>`: nothing in it ends the script, or begins a comment.
pub fn script(json: &serde_json::Value) -> String {
    json.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_leaves_its_place() {
        let hostile = "</script><b a='x' c=\"y\">&amp;\0";
        let expected = "&lt;/script&gt;&lt;b a=&#39;x&#39; c=&quot;y&quot;&gt;&amp;amp;\u{FFFD}";
        assert_eq!(Escaped(hostile).to_string(), expected);
        assert_eq!(Escaped("čaj").to_string(), "čaj");
    }

    #[test]
    fn no_json_ends_its_script() {
        let json = serde_json::json!({ "a": "</script><!--&" });
        let written = script(&json);
        assert!(!written.contains(['<', '>', '&']), "{written}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&written).unwrap(), json);
    }
}
