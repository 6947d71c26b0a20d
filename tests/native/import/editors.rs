//! What editors and page builders write into a text.

use super::html::read;

#[test]
fn import_links_what_ckeditor_leaves_to_the_page() {
    let media =
        "<p>a</p><figure class='media'><oembed url='https://v.example/1'></oembed></figure>";
    assert_eq!(read(media), ["p a", "embed https://v.example/1 \"\""]);
}
