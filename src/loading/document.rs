//! What has come of a request.

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
}

/// Times, in milliseconds since 1970, where a story was asked for that is shown already.
#[derive(Debug, Clone, Copy, Default)]
pub struct Again {
    /// When what has come came; none where it is the first, or the same.
    pub now: Option<f64>,
    /// When what is shown came; none where it may not stay if nothing comes.
    pub since: Option<f64>,
}
