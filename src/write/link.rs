//! Addresses of links in a text.

/// The address in its parentheses; in angle brackets where a letter of it would end it.
pub fn address(href: &str) -> String {
    let is_bare = !href.contains(|c: char| c.is_whitespace() || "()[]<>\\".contains(c));
    if is_bare {
        return ["(", href, ")"].concat();
    }
    let mut address = String::from("(<");
    for letter in href.chars() {
        if matches!(letter, '<' | '>' | '\\') {
            address.push('\\');
        }
        address.push(letter);
    }
    address.push_str(">)");
    address
}
