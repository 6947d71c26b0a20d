//! Lists of Markdown.

use super::markdown::article;

#[test]
fn import_shows_what_is_done_in_a_list_of_tasks() {
    let text = "## Left\n\n- [ ] Sluice\n- [x] Gate, **shut**\n  - [X] Lock\n- [x](https://a.example/x)\n- [ ]\n\n[x] is none.";
    let expected = "ul ☐ Sluice | ☑ Gate, **shut** | – ☑ Lock | [x](https://a.example/x) | [ ]";
    assert_eq!(article(text), ["# Left", expected, "p [x] is none."]);
}
