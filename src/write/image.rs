//! Pictures.

use super::json::{Json, object};
use super::text::Texts;
use crate::story::Image;

/// A picture; `kind` is its type where it is a block.
pub fn image(texts: &Texts, kind: &str, image: &Image) -> Json {
    let Image { url, dark, alt, caption, credit, size } = image;
    object([
        ("type", kind.into()),
        ("url", url.into()),
        ("dark", dark.into()),
        ("alt", alt.into()),
        ("caption", texts.field(caption.as_ref())),
        ("creditText", credit.into()),
        ("width", size.map(|(width, _)| width).into()),
        ("height", size.map(|(_, height)| height).into()),
    ])
}
