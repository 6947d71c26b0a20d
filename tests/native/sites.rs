//! Which hosts a picture may be asked of as any page does.

use story_card::Options;
use story_card::story::SafeLink;

fn is_cross_site(host: &str, page: &str) -> bool {
    let url = format!("https://{host}/i.png");
    let link = SafeLink::new(&url, None, Options::default().url_parser).expect("a URL");
    link.is_cross_site(page)
}

#[test]
fn a_host_of_another_site_is_told_from_one_of_the_page() {
    for (host, page) in [
        ("pictures.example", "news.example"),
        ("cdn.pictures.example", "www.news.example"),
        ("127.0.0.1", "news.example"),
        ("127.0.0.1", "127.0.0.2:8080"),
        ("pictures.example:8080", "news.example:8080"),
        ("[2001:db8::1]", "[2001:db8::2]"),
    ] {
        assert!(is_cross_site(host, page), "{host} from {page}");
    }
    for (host, page) in [
        ("news.example", "news.example"),
        ("img.news.example", "www.news.example"),
        ("news.example", "www.news.example"),
        ("news.example:8080", "news.example:9090"),
        ("news.example.", "www.news.example"),
        ("127.0.0.1:1", "127.0.0.1:2"),
        ("localhost:1", "localhost"),
        ("[2001:db8::1]:1", "[2001:db8::1]:2"),
        // Two sites perhaps; whoever cannot tell asks nothing.
        ("pictures.co.uk", "news.co.uk"),
        ("pictures.example", ""),
    ] {
        assert!(!is_cross_site(host, page), "{host} from {page}");
    }
}

#[test]
fn a_relative_path_is_of_the_page() {
    let link = SafeLink::new("i.png", None, Options::default().url_parser).expect("a path");
    assert!(!link.is_cross_site("news.example"));
}
