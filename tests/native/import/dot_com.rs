//! Posts as the API 1.1 of WordPress.com has them.

use serde_json::json;

use super::refusals::refused;
use super::said::check;

#[test]
fn import_reads_posts_of_the_older_api_of_wordpress_com() {
    let post = json!({
        "ID": 4946, "site_ID": 91_686_228,
        "author": { "ID": 3, "name": "Ann Lee", "URL": "https://ann.example/", "avatar_URL": "https://0.gravatar.com/avatar/1" },
        "date": "2023-08-01T12:00:00-04:00", "modified": "2023-08-02T12:00:00-04:00",
        "title": "Phrases that make &#8220;no&#8221; sense", "URL": "https://blog.example/2023/phrases/",
        "content": "<p>First.</p>\n<h2>Part</h2><p>Second.</p>", "excerpt": "<p>First.</p>\n",
        "slug": "phrases", "status": "publish", "password": "", "type": "post",
        "featured_image": "https://blog.example/p.jpeg",
        "post_thumbnail": { "ID": 2447, "URL": "https://blog.example/p.jpeg", "width": 867, "height": 1300 },
        "attachments": { "2447": { "ID": 2447, "URL": "https://blog.example/p.jpeg", "alt": "A pen", "caption": "<em>Old</em>", "width": 867, "height": 1300 } },
        "categories": { "Language": { "ID": 1, "name": "Language" }, "Books &amp; more": { "ID": 2, "name": "Books &amp; more" } },
        "tags": { "Blogging": { "ID": 91, "name": "Blogging" } },
    });
    let held = [
        ("/id", json!("4946")),
        ("/url", json!("https://blog.example/2023/phrases/")),
        ("/headline", json!("Phrases that make “no” sense")),
        ("/author/0/name", json!("Ann Lee")),
        ("/author/0/url", json!("https://ann.example/")),
        ("/datePublished", json!("2023-08-01T12:00:00-04:00")),
        ("/image/url", json!("https://blog.example/p.jpeg")),
        ("/image/width", json!(867)),
        ("/image/alt", json!("A pen")),
        ("/articleSection", json!("Books & more")),
        ("/sections/1/blocks/0/text", json!("Second.")),
    ];
    check(&post, &held);
    check(&json!({ "found": 1, "posts": [post.clone()], "meta": {} }), &held);
    for (key, value) in
        [("status", json!("draft")), ("password", json!("x")), ("has_password", json!(true))]
    {
        let mut held_back = post.clone();
        held_back[key] = value;
        let error = refused(&held_back.to_string());
        assert_eq!(error.code(), "withheld", "{key}");
    }
}
