//! What is no story, and what must not be shown.

use story_card::import::{Format, Sniffed, parse_html, read, sniff};
use story_card::{Error, Options};

use super::import;

pub fn refused(text: &str) -> Error {
    import(text).expect_err(text)
}

#[test]
fn import_helps_those_who_point_at_something_else() {
    for (text, code, words) in [
        ("", "not-json", "empty"),
        ("  \n", "not-json", "empty"),
        ("<!doctype html><title>x</title>", "not-json", "HTML page"),
        ("<?xml version=\"1.0\"?><rss version=\"2.0\"></rss>", "not-json", "RSS"),
        ("<feed xmlns=\"http://www.w3.org/2005/Atom\"></feed>", "not-json", "Atom"),
        ("<rdf:RDF></rdf:RDF>", "not-json", "RSS"),
        ("Year,Month,Day,Headline\n1999,1,2,Thing", "not-json", "CSV"),
        ("\"Year\";\"Month\";\"Day\"\n1;2;3", "not-json", "CSV"),
        ("\u{FEFF}Year,Headline\n1999,Thing", "not-json", "CSV"),
        ("Year;Headline\n1999;Thing, and more\n", "not-json", "CSV"),
        ("Year\tHeadline\n1999\tThing\n", "not-json", "CSV"),
        ("Hello, friend\nhow are you", "not-json", "line 1"),
        // Scripts: what a host makes of JSON for `<script>`, and files of a site's code.
        ("callback({\"headline\":\"A\",\"id\":\"1\",\"url\":\"b\"});", "not-json", "line 1"),
        ("var story = {\"headline\":\"A\",\"id\":\"1\",\"url\":\"b\"};", "not-json", "line 1"),
        ("while(1);[{\"headline\":\"A\",\"id\":\"1\",\"url\":\"b\"}]", "not-json", "line 1"),
        ("{\"a\":", "not-json", "line 1"),
        (
            r#"{"code":"rest_post_invalid_id","message":"Invalid post ID.","data":{"status":404}}"#,
            "not-a-story",
            "Invalid post ID.",
        ),
        (
            r#"{"errors":[{"message":"Resource not found","type":"NotFoundError"}]}"#,
            "not-a-story",
            "Resource not found",
        ),
        (r#"{"error":"nope"}"#, "not-a-story", "nope"),
        (r#"{"name":"Site","namespaces":[],"routes":{}}"#, "not-a-story", "wp/v2/posts"),
        (
            r#"{"title":"Site","description":"","url":"","timezone":"x","date_format":"Y"}"#,
            "not-a-story",
            "settings",
        ),
        (r#"{"settings":{"title":"Ghost"}}"#, "not-a-story", "settings"),
        (r#"{"rss":{"channel":{}}}"#, "not-a-story", "RSS"),
        (r#"{"events":[{"date":{"year":"1"}}]}"#, "not-a-story", "start_date"),
        (
            r#"{"@context":"https://schema.org","@type":"Recipe","name":"Soup"}"#,
            "not-a-story",
            "Recipe",
        ),
        ("[]", "not-a-story", "empty list"),
        (r#"[{"_type":"block","x":1}]"#, "not-a-story", "_type"),
        (r#"{"foo":1,"bar":2}"#, "not-a-story", "foo, bar"),
        ("7", "not-a-story", "neither"),
        (r#"{"items":[{"content_html":""}]}"#, "not-a-story", "headline"),
    ] {
        let error = refused(text);
        assert_eq!(error.code(), code, "{text}");
        assert!(error.to_string().contains(words), "{text}: {error}");
    }
}

#[test]
fn import_judges_first_whether_a_story_may_be_shown() {
    for text in [
        r#"{"uri":"x","pubstatus":"withheld","headline":"H"}"#,
        r#"{"uri":"x","pubStatus":"Cancelled","headline":"H"}"#,
        r#"{"uri":"x","headline":"H","embargoed":"soon"}"#,
        r#"{"uri":"x","headline":"H","embargoedUntil":{"a":1}}"#,
        r#"{"uri":"x","headline":"H","expires":"2020-01-01"}"#,
        r#"{"title":{"rendered":"T"},"status":"draft"}"#,
        r#"{"title":{"rendered":"T"},"status":"future"}"#,
        r#"{"title":{"rendered":"T"},"content":{"rendered":"","protected":true}}"#,
        r#"{"posts":[{"title":"T","html":"x","status":"scheduled"}]}"#,
    ] {
        assert_eq!(refused(text).code(), "withheld", "{text}");
    }
}

#[test]
fn import_knows_a_document_by_its_first_letters() {
    for (text, expected) in [
        ("", Sniffed::Unknown),
        ("\u{feff} \n{", Sniffed::Unknown),
        ("<html", Sniffed::NoJson),
        ("Year,", Sniffed::NoJson),
        (r#"{"schemaVersion": "story-card/1.0""#, Sniffed::Native),
        (r#"[{"id":"1","schemaVersion":"story-card/1.0","#, Sniffed::Native),
        (r#"{"headline":"x","sections":[{"title":"y"}],"#, Sniffed::Unknown),
        (r#"{"headline":"title\": ","#, Sniffed::Unknown),
        (r#"{"headline":"x","title":"#, Sniffed::Foreign),
        (r#"[{"id":1,"date":"x","date_gmt":"#, Sniffed::Foreign),
        (r#"{"@context":"https://schema.org""#, Sniffed::Foreign),
        (r#"{"version":"https://jsonfeed.org/version/1""#, Sniffed::Foreign),
        (r#"{"uri":"x""#, Sniffed::Foreign),
        (r#"{"timeline":{"title":"x"#, Sniffed::Unknown),
        (r#"{"a":{"title":1},"events":["#, Sniffed::Foreign),
    ] {
        assert_eq!(sniff(text), expected, "{text}");
    }
}

#[test]
fn import_reads_native_stories_too() {
    let text = r#"[{"schemaVersion":"story-card/1.0","headline":"A"},{"schemaVersion":"story-card/1.0","headline":"B"}]"#;
    let read = |text: &str| read(text, &Options::default(), parse_html);
    let imported = read(text).expect("a story");
    assert_eq!(
        (imported.format, imported.stories, imported.story.headline.as_str()),
        (Format::Native, 2, "A")
    );
    assert_eq!(read(r#"{"uri":"x","headline":"H"}"#).expect("a story").format, Format::Ninjs);
    assert_eq!(
        read(r#"{"schemaVersion":"story-card/2.0"}"#).expect_err("another").code(),
        "unsupported-version"
    );
}

#[test]
fn import_repeats_what_a_server_says() {
    for (text, words) in [
        (r#"{"message":"Not Found","documentation_url":"https://x.example"}"#, "Not Found"),
        (r#"{"message":"Forbidden"}"#, "Forbidden"),
        (r#"{"type":"about:blank","title":"Gone","status":410}"#, "Gone"),
        (
            r#"{"fault":{"faultstring":"Invalid ApiKey","detail":{"errorcode":"x"}}}"#,
            "Invalid ApiKey",
        ),
        (r#"{"error":{"code":404,"message":"No such","status":"NOT_FOUND"}}"#, "No such"),
        (r#"{"errors":{"title":["cannot be blank"]}}"#, "cannot be blank"),
        (r#"{"error":"invalid_token","error_description":"It is over"}"#, "It is over"),
        (r#"[{"message":"Session expired","errorCode":"INVALID"}]"#, "Session expired"),
        (r#"{"statusCode":401,"error":"Unauthorized","message":"Missing key"}"#, "Missing key"),
        (r#"{"success":false,"error":{"code":101,"info":"no key"}}"#, "no key"),
        (r#"{"data":null,"errors":[{"message":"Bad query","path":["x"]}]}"#, "Bad query"),
        (r#"{"version":"1.0","type":"rich","provider_name":"B","html":"<p>x</p>"}"#, "oEmbed"),
        // The story of a system that is not known is no error.
        (r#"{"id":1,"title":"T","status":"published","body":"x"}"#, "id, title, status, body"),
    ] {
        let error = refused(text);
        assert_eq!(error.code(), "not-a-story", "{text}");
        assert!(error.to_string().contains(words), "{text}: {error}");
    }
}

#[test]
fn import_takes_no_comment_for_a_draft() {
    let comment = r#"[{"id":5,"post":60,"parent":0,"author":0,"author_name":"Ann","date":"2019-01-01T00:00:00",
        "content":{"rendered":"<p>Well said.</p>"},"link":"https://w.example/x#comment-5","status":"approved","type":"comment"}]"#;
    let error = refused(comment);
    assert_eq!(error.code(), "not-a-story");
    assert!(error.to_string().contains("comment"), "{error}");
}
