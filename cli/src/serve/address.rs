//! The server's address, as readers know it.

use std::fmt;

use anyhow::{Context as _, Result, bail};
use url::{Host, Url};

/// The public address: a web address that ends in a slash.
#[derive(Debug, Clone)]
pub struct Address(Url);

impl Address {
    /// Checks an address.
    pub fn new(url: &str) -> Result<Self> {
        let mut url = Url::parse(url).with_context(|| format!("{url} is no URL"))?;
        let is_web = matches!(url.scheme(), "http" | "https");
        let has_more = url.query().is_some() || url.fragment().is_some();
        let has_credentials = !url.username().is_empty() || url.password().is_some();
        if !is_web || has_more || has_credentials {
            bail!("{url} is not http(s)://HOST/PATH");
        }
        if !url.path().ends_with('/') {
            url.set_path(&format!("{}/", url.path()));
        }
        Ok(Self(url))
    }

    /// The address of what is `path` from here.
    pub fn of(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }

    /// The path from here to `url`, where that is one of this server's. A page that has moved to
    /// `https` is still the page.
    pub fn path_of(&self, url: &str) -> Option<String> {
        let url = Url::parse(url).ok()?;
        let is_web = matches!(url.scheme(), "http" | "https");
        let is_same = url.host() == self.0.host() && url.port() == self.0.port();
        let path = url.path().strip_prefix(self.0.path())?;
        (is_web && is_same).then(|| path.to_owned())
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> String {
        self.0.origin().ascii_serialization()
    }

    /// The host alone.
    pub fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }

    /// Whether it is "every address of this machine", at which nobody finds it.
    pub fn is_nowhere(&self) -> bool {
        match self.0.host() {
            Some(Host::Ipv4(address)) => address.is_unspecified(),
            Some(Host::Ipv6(address)) => address.is_unspecified(),
            _ => false,
        }
    }

    /// Whether it is told over a connection that others can read.
    pub fn is_plain(&self) -> bool {
        self.0.scheme() == "http"
    }
}

impl fmt::Display for Address {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_of_the_web_and_ends_in_a_slash() {
        assert_eq!(
            Address::new("https://news.example/cards").unwrap().of("s/a"),
            "https://news.example/cards/s/a"
        );
        let bad = [
            "news.example",
            "ftp://a.example/",
            "https://",
            "https://a.example/?b",
            "https://a.example/#b",
            "https://u:p@a.example/",
            "https://u@a.example/",
            "https://:p@a.example/",
        ];
        for bad in bad {
            assert!(Address::new(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn nobody_finds_every_address_of_a_machine() {
        let table = [
            ("http://0.0.0.0:8080", true),
            ("http://[::]:8080", true),
            ("http://127.0.0.1:8080", false),
            ("http://[::1]:8080", false),
            ("https://news.example", false),
        ];
        for (url, is_nowhere) in table {
            assert_eq!(Address::new(url).unwrap().is_nowhere(), is_nowhere, "{url}");
        }
    }

    #[test]
    fn only_addresses_below_are_ours() {
        let here = Address::new("https://news.example/cards/").unwrap();
        assert_eq!(here.path_of("http://news.example/cards/s/a?b#c").as_deref(), Some("s/a"));
        assert_eq!(here.path_of("https://NEWS.example:443/cards/s/a").as_deref(), Some("s/a"));
        let others = [
            "https://news.example/cards/../s/a",
            "https://news.example.evil.example/cards/s/a",
            "https://news.example@evil.example/cards/s/a",
            "javascript://news.example/cards/s/a",
            "/cards/s/a",
            "",
        ];
        for other in others {
            assert_eq!(here.path_of(other), None, "{other}");
        }
    }
}
