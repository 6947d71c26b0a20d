//! What a file is, by the end of its name.

/// Types, by the end of the name; and whether compression makes them smaller.
const TYPES: [(&str, &str, bool); 20] = [
    ("avif", "image/avif", false),
    ("css", "text/css; charset=utf-8", true),
    ("gif", "image/gif", false),
    ("html", "text/html; charset=utf-8", true),
    ("ico", "image/vnd.microsoft.icon", true),
    ("jpeg", "image/jpeg", false),
    ("jpg", "image/jpeg", false),
    ("js", "text/javascript; charset=utf-8", true),
    ("json", "application/json", true),
    ("map", "application/json", true),
    ("md", "text/plain; charset=utf-8", true),
    ("mjs", "text/javascript; charset=utf-8", true),
    ("png", "image/png", false),
    ("svg", "image/svg+xml", true),
    ("ts", "text/plain; charset=utf-8", true),
    ("txt", "text/plain; charset=utf-8", true),
    ("wasm", "application/wasm", true),
    ("webp", "image/webp", false),
    ("woff2", "font/woff2", false),
    ("xml", "application/xml", true),
];

/// A media type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Media {
    /// As it stands in `Content-Type`.
    pub name: &'static str,
    /// Whether compression makes it smaller.
    pub shrinks: bool,
}

/// A web page.
pub const HTML: Media = Media { name: "text/html; charset=utf-8", shrinks: true };
/// A sheet of styles.
pub const CSS: Media = Media { name: "text/css; charset=utf-8", shrinks: true };
/// JSON.
pub const JSON: Media = Media { name: "application/json", shrinks: true };

/// The type of a file; one without a known end is just bytes.
pub fn of(name: &str) -> Media {
    let end = name.rsplit_once('.').map_or("", |(_, end)| end);
    let known = TYPES.iter().find(|(known, _, _)| end.eq_ignore_ascii_case(known));
    known.map_or(Media { name: "application/octet-stream", shrinks: false }, |known| Media {
        name: known.1,
        shrinks: known.2,
    })
}

/// Whether this is a picture.
pub fn is_picture(name: &str) -> bool {
    of(name).name.starts_with("image/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_the_end_of_its_name_says() {
        let table = [
            ("a.js", "text/javascript; charset=utf-8", false),
            ("A.JS", "text/javascript; charset=utf-8", false),
            ("a.js.png", "image/png", true),
            ("PHOTO.JPG", "image/jpeg", true),
            ("a.html", "text/html; charset=utf-8", false),
            ("a.unknown", "application/octet-stream", false),
            ("png", "application/octet-stream", false),
        ];
        for (name, media, is) in table {
            assert_eq!((of(name).name, is_picture(name)), (media, is), "{name}");
        }
    }
}
