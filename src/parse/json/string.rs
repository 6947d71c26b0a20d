//! JSON strings and their escapes.

use std::borrow::Cow;

use super::{Expected, Scanner};

impl<'a> Scanner<'a> {
    pub(super) fn string(&mut self) -> Result<Cow<'a, str>, Expected> {
        self.at += 1;
        let mut owned: Option<String> = None;
        loop {
            let plain = self.plain_letters();
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(match owned {
                        None => Cow::Borrowed(plain),
                        Some(letters) => Cow::Owned(letters + plain),
                    });
                }
                Some(b'\\') => {
                    let letters = owned.get_or_insert_default();
                    letters.push_str(plain);
                    self.at += 1;
                    letters.push(self.escape()?);
                }
                Some(_) => return Err("no control character in a string"),
                None => return Err("a closing quotation mark"),
            }
        }
    }

    /// Letters up to a quotation mark, a backslash or a control character.
    fn plain_letters(&mut self) -> &'a str {
        let rest = self.rest();
        let stop = |b: u8| b == b'"' || b == b'\\' || b < b' ';
        let length = rest.bytes().position(stop).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    fn escape(&mut self) -> Result<char, Expected> {
        let letter = self.peek().ok_or("an escaped letter")?;
        let meaning = match letter {
            b'"' | b'\\' | b'/' => char::from(letter),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                self.at += 1;
                return self.unicode();
            }
            _ => return Err("a known escape"),
        };
        self.at += 1;
        Ok(meaning)
    }

    /// The four digits of a `\u` escape, and of the second one of a pair.
    fn unicode(&mut self) -> Result<char, Expected> {
        let first = self.four_digits()?;
        if (0xD800..0xDC00).contains(&first) && self.rest().starts_with("\\u") {
            let after_first = self.at;
            self.at += 2;
            let second = self.four_digits()?;
            if (0xDC00..0xE000).contains(&second) {
                let point = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
                return Ok(char::from_u32(point).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            self.at = after_first;
        }
        Ok(char::from_u32(first).unwrap_or_else(|| {
            self.lone_surrogates += 1;
            char::REPLACEMENT_CHARACTER
        }))
    }

    fn four_digits(&mut self) -> Result<u32, Expected> {
        let digits = self.text.get(self.at..self.at + 4);
        let digits = digits.filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()));
        let value = digits.and_then(|d| u32::from_str_radix(d, 16).ok());
        self.at += 4;
        value.ok_or("four hexadecimal digits")
    }
}
