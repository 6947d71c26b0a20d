//! A URL that is known to be safe in an `href` or `src`.

/// Longest URL taken, in bytes (story format, section 10).
const MAX_URL_BYTES: usize = 2_048;

/// What a URL parser found in an absolute URL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParsedUrl {
    /// The URL, written out by the parser.
    pub href: String,
    /// Scheme in lower case, without the colon.
    pub scheme: String,
    /// Host in its ASCII form, with its port where that is not the scheme's; empty where the
    /// scheme has none.
    pub host: String,
    /// Whether it carries a user name or password.
    pub has_credentials: bool,
}

impl ParsedUrl {
    /// Takes a URL apart that a parser has written out: there each part has its place, and
    /// what does not belong there is escaped (URL standard, section 4.5).
    #[must_use]
    pub fn of_serialized(href: String) -> Self {
        let (scheme, rest) = href.split_once(':').unwrap_or_default();
        let authority = rest.strip_prefix("//").unwrap_or_default();
        let end = authority.find(['/', '?', '#']).unwrap_or(authority.len());
        let authority = authority.get(..end).unwrap_or_default();
        let (credentials, host) = authority.rsplit_once('@').unwrap_or(("", authority));
        Self {
            scheme: scheme.to_owned(),
            host: host.to_owned(),
            has_credentials: !credentials.is_empty(),
            href,
        }
    }
}

/// Resolves a URL against a base, as the platform does it. The browser has one,
/// native code has another: [`SafeLink`] takes either.
pub type UrlParser = fn(url: &str, base: Option<&str>) -> Option<ParsedUrl>;

/// A URL whose scheme cannot run code: `http`, `https`, `mailto`, a fragment of
/// the page, or a relative path where nothing is known to resolve it against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafeLink {
    href: String,
    host: String,
}

impl SafeLink {
    /// Checks `raw` and resolves it against `base`.
    ///
    /// The check is made on what the URL parser understood, not on the text:
    /// browsers drop tabs and line breaks inside a scheme, so `java\nscript:` is
    /// one to them. A URL that carries a password, or starts with `//`, is refused.
    #[must_use]
    pub fn new(raw: &str, base: Option<&str>, parse: UrlParser) -> Option<Self> {
        let raw = raw.trim_matches(|c: char| c <= ' ');
        if raw.is_empty() || raw.len() > MAX_URL_BYTES || starts_with_two_slashes(raw) {
            return None;
        }
        if raw.starts_with('#') {
            return Some(Self { href: raw.to_owned(), host: String::new() });
        }
        let Some(parsed) = parse(raw, base) else {
            // Nothing to resolve it against: a relative path is safe as it stands.
            return (base.is_none() && is_relative(raw))
                .then(|| Self { href: raw.to_owned(), host: String::new() });
        };
        let is_web = matches!(parsed.scheme.as_str(), "http" | "https") && !parsed.host.is_empty();
        ((is_web || parsed.scheme == "mailto") && !parsed.has_credentials)
            .then_some(Self { href: parsed.href, host: parsed.host })
    }

    /// The URL, fit for an `href`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.href
    }

    /// The host in ASCII, so that look-alike letters show, with its port where that is not the
    /// scheme's; empty for `mailto:`, `#` and relative paths.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The fragment with its `#`, where this is nothing else: it names a place in the
    /// story, or on the page around the card.
    #[must_use]
    pub fn fragment(&self) -> Option<&str> {
        Some(self.as_str()).filter(|href| href.starts_with('#'))
    }

    /// Whether this is a path that the page will resolve.
    #[must_use]
    pub fn is_relative(&self) -> bool {
        self.host.is_empty() && is_relative(&self.href)
    }

    /// Whether its host is surely of another site than the page's host: whatever cookies a
    /// browser sends there are not those of the page's site.
    #[must_use]
    pub fn is_cross_site(&self, page_host: &str) -> bool {
        !self.host.is_empty() && !page_host.is_empty() && site(&self.host) != site(page_host)
    }

    /// Whether this is `http` or `https`: fit for an image, or for a source.
    #[must_use]
    pub fn is_web(&self) -> bool {
        !self.host.is_empty()
    }
}

/// What two hosts of one site share: their last two labels, or all of an address. Names such
/// as `co.uk` make more hosts one site than are; nothing is lost by that but a picture.
fn site(host: &str) -> &str {
    let end = host.rfind(':').filter(|at| !host.ends_with(']') && *at > 0);
    let host = host.get(..end.unwrap_or(host.len())).unwrap_or(host).trim_end_matches('.');
    let is_address = host.ends_with(']') || host.ends_with(|letter: char| letter.is_ascii_digit());
    let before_two = host.rmatch_indices('.').nth(1).filter(|_| !is_address);
    before_two.and_then(|(dot, _)| host.get(dot + 1..)).unwrap_or(host)
}

/// Browsers take `\` for `/` in web addresses.
fn starts_with_two_slashes(raw: &str) -> bool {
    let mut letters = raw.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r'));
    let is_slash = |c| matches!(c, Some('/' | '\\'));
    is_slash(letters.next()) && is_slash(letters.next())
}

/// Without a colon before the path there can be no scheme. Control characters are
/// refused: browsers drop some of them, and what is left may be another URL.
fn is_relative(raw: &str) -> bool {
    let first_segment = raw.split(['/', '?', '#']).next().unwrap_or_default();
    !raw.starts_with('#')
        && !first_segment.contains(':')
        && !raw.contains(|c: char| c.is_control() || c == '\\')
}
