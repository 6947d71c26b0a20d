//! Addresses of pictures: which lead to one, and to which of several.

use crate::story::SafeLink;

/// The widest picture that is chosen of several, in pixels.
const MAX_WIDTH: u32 = 1_600;
/// Drawings that stand where a script will put a picture, without their endings.
const STAND_INS: &str = "blank placeholder spacer space transparent trans clear pixel 1x1 lazy \
    lazyload lazy_placeholder loading loader grey gray";
/// How the names of pictures end.
const ENDINGS: &str = ".jpg .jpeg .JPG .png .webp .avif .gif";
/// Files that count who reads, where the page does not say how small they are.
const COUNTERS: &str = "pixel.gif pixel.png rss-pixel.png __utm.gif";

/// Whether a picture's address is one that counts who reads.
pub fn is_counter(url: &SafeLink) -> bool {
    let host = url.host();
    is_one_of(COUNTERS, file_of(url.as_str()))
        || host.starts_with("pixel.")
        || host.ends_with("feedburner.com") && url.as_str().contains("/~")
}

fn file_of(address: &str) -> &str {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    path.rsplit('/').next().unwrap_or_default()
}

fn is_one_of(names: &str, wanted: &str) -> bool {
    names.split(' ').any(|name| name == wanted)
}

/// Whether the value of an attribute says something: no stand-in for an address does, and no
/// settings of a script.
pub fn is_real(value: &str) -> bool {
    !value.is_empty()
        && !["data:", "blob:", "about:", "{", "["].iter().any(|start| value.starts_with(start))
        && !stands_in(value)
}

/// Whether a file stands where a script will put a picture.
pub fn stands_in(address: &str) -> bool {
    let file = file_of(address);
    let stem = file.split('.').next().unwrap_or_default();
    let is_drawn = [".gif", ".png", ".svg"].iter().any(|ending| file.ends_with(ending));
    // Photographs too are called so, and what plays, and a page in a frame.
    is_drawn && is_one_of(STAND_INS, stem)
        || matches!(stem, "blank" | "placeholder") && is_named_as_picture(file)
}

/// The largest picture of a `srcset` that is not too large, else the smallest.
pub fn largest(set: &str) -> Option<(String, u32)> {
    let mut fitting: Option<(&str, u32)> = None;
    let mut smallest: Option<(&str, u32)> = None;
    let mut address = "";
    for word in set.split_ascii_whitespace() {
        // `300w`, `300w,` or, where no space follows, `300w,https://…`.
        let (descriptor, next) = word.split_once(',').unwrap_or((word, ""));
        let Some(width) = descriptor.strip_suffix('w').and_then(pixels) else {
            address = word;
            continue;
        };
        let address = std::mem::replace(&mut address, next);
        if width <= MAX_WIDTH && fitting.is_none_or(|(_, known)| width > known) {
            fitting = Some((address, width));
        }
        if smallest.is_none_or(|(_, known)| width < known) {
            smallest = Some((address, width));
        }
    }
    let is_there =
        |(address, _): &(&str, u32)| !address.is_empty() && !address.starts_with("data:");
    fitting.or(smallest).filter(is_there).map(|(address, width)| (address.to_owned(), width))
}

/// Whether a file is called as pictures are.
pub fn is_named_as_picture(address: &str) -> bool {
    let file = file_of(address);
    ENDINGS.split(' ').any(|ending| file.ends_with(ending))
}

/// A number of pixels: `840` or `840px`.
pub fn pixels(text: &str) -> Option<u32> {
    let digits = text.strip_suffix("px").unwrap_or(text);
    let digits = digits.split('.').next().unwrap_or_default();
    if digits.is_empty() || digits.len() > 5 {
        return None;
    }
    let number = digits.bytes().try_fold(0, |number: u32, digit| {
        digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0'))
    });
    number.filter(|number| *number > 0)
}
