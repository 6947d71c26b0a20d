//! What has come of a request.

#[cfg(all(feature = "import", feature = "load", target_arch = "wasm32"))]
use crate::{
    Options,
    error::Error,
    import::{self, Format, Sniffed, sniff},
    loading::tree::parse_html,
};

#[cfg(feature = "import")]
use crate::parse::Problem;

/// The text of a story and where it came from.
#[derive(Debug)]
pub struct Document {
    /// JSON.
    pub text: String,
    /// What relative URLs resolve against.
    pub base: String,
    /// Which story, where there are several.
    pub item: Option<String>,
    /// Which story it turned out to be, where there are several.
    pub index: Option<u32>,
    /// What was wrong with the document of another format that this was made from.
    #[cfg(feature = "import")]
    pub found: Vec<Problem>,
}

impl Document {
    /// What has come from `base`.
    #[must_use]
    pub fn new(text: String, base: String, item: Option<String>) -> Self {
        Self {
            text,
            base,
            item,
            index: None,
            #[cfg(feature = "import")]
            found: Vec::new(),
        }
    }

    /// The same in the native format, whatever it came in.
    ///
    /// # Errors
    /// When it is of no known format, or its publisher holds it back.
    #[cfg(all(feature = "import", feature = "load", target_arch = "wasm32"))]
    pub(super) fn into_native(self, now: f64) -> Result<Self, Error> {
        if sniff(&self.text) == Sniffed::Native {
            return Ok(self);
        }
        let item = self.item.as_deref();
        let options =
            Options { base: Some(&self.base), item, now: Some(now), ..Options::default() };
        let read = import::read(&self.text, &options, parse_html)?;
        if read.format == Format::Native {
            return Ok(self);
        }
        let text = read.to_json(Some(&self.base));
        Ok(Self { found: read.problems, ..Self::new(text, self.base, None) })
    }
}

/// Times, in milliseconds since 1970, where a story was asked for that is shown already.
#[derive(Debug, Clone, Copy, Default)]
pub struct Times {
    /// When what has come came; none where it is the first, or the same.
    pub now: Option<f64>,
    /// When what is shown came; none where it may not stay if nothing comes.
    pub since: Option<f64>,
}
