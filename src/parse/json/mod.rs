//! JSON text to a tree, and nothing about stories.
//!
//! Written here because the tree of `serde_json` costs 7.7 kB compressed, a tenth
//! of the card (`docs/decisions/0001-own-json-reader.md`). `serde_json` is the oracle
//! in the tests. Two leniences: a lone surrogate becomes U+FFFD, and what is nested
//! too deep is passed over, so that one bad value does not remove the rest.

mod string;

use std::borrow::Cow;

use crate::error::{Error, Kind};
use crate::limits::MAX_DEPTH;

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub enum Node<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as written: most are never computed with.
    Number(&'a str),
    /// A string
    Text(Cow<'a, str>),
    /// An array
    List(Vec<Node<'a>>),
    /// An object, in the order given; of equal keys the last one counts.
    Map(Vec<(Cow<'a, str>, Node<'a>)>),
    /// Something nested deeper than the limit
    TooDeep,
}

/// A tree and what had to be mended for it.
#[derive(Debug)]
pub struct Document<'a> {
    /// The outermost value.
    pub root: Node<'a>,
    /// How many lone surrogates became U+FFFD.
    pub lone_surrogates: usize,
}

/// Reads one JSON document.
///
/// # Errors
/// When `text` is not JSON: with line and column, both from 1.
pub fn read(text: &str) -> Result<Document<'_>, Error> {
    let mut scanner = Scanner { text, at: 0, lone_surrogates: 0 };
    let root = scanner.document().map_err(|expected| scanner.error(expected))?;
    Ok(Document { root, lone_surrogates: scanner.lone_surrogates })
}

type Expected = &'static str;

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    lone_surrogates: usize,
}

impl<'a> Scanner<'a> {
    fn document(&mut self) -> Result<Node<'a>, Expected> {
        self.skip_space();
        let root = self.value(0)?;
        self.skip_space();
        match self.peek() {
            None => Ok(root),
            Some(_) => Err("the end"),
        }
    }

    fn value(&mut self, depth: usize) -> Result<Node<'a>, Expected> {
        match self.peek() {
            Some(b'{' | b'[') if depth >= MAX_DEPTH => self.pass_over(),
            Some(b'{') => self.map(depth),
            Some(b'[') => self.list(depth),
            Some(b'"') => Ok(Node::Text(self.string()?)),
            Some(b't') => self.word("true", Node::Bool(true)),
            Some(b'f') => self.word("false", Node::Bool(false)),
            Some(b'n') => self.word("null", Node::Null),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => Err("a value"),
        }
    }

    fn map(&mut self, depth: usize) -> Result<Node<'a>, Expected> {
        let mut entries = Vec::new();
        self.at += 1;
        self.skip_space();
        if self.take(b'}') {
            return Ok(Node::Map(entries));
        }
        loop {
            if self.peek() != Some(b'"') {
                return Err("a key in quotation marks");
            }
            let key = self.string()?;
            self.skip_space();
            if !self.take(b':') {
                return Err("a colon");
            }
            self.skip_space();
            entries.push((key, self.value(depth + 1)?));
            self.skip_space();
            if self.take(b'}') {
                return Ok(Node::Map(entries));
            }
            if !self.take(b',') {
                return Err("a comma or }");
            }
            self.skip_space();
        }
    }

    fn list(&mut self, depth: usize) -> Result<Node<'a>, Expected> {
        let mut items = Vec::new();
        self.at += 1;
        self.skip_space();
        if self.take(b']') {
            return Ok(Node::List(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            self.skip_space();
            if self.take(b']') {
                return Ok(Node::List(items));
            }
            if !self.take(b',') {
                return Err("a comma or ]");
            }
            self.skip_space();
        }
    }

    /// Passes over a value without recursion: depth costs memory here, not stack.
    fn pass_over(&mut self) -> Result<Node<'a>, Expected> {
        let mut closers = Vec::new();
        loop {
            self.skip_space();
            match self.peek() {
                Some(b'{') => closers.push(b'}'),
                Some(b'[') => closers.push(b']'),
                Some(b'"') => {
                    self.string()?;
                    continue;
                }
                closer @ Some(b'}' | b']') => {
                    if closers.pop() != closer {
                        return Err("the other bracket");
                    }
                    if closers.is_empty() {
                        self.at += 1;
                        return Ok(Node::TooDeep);
                    }
                }
                Some(_) => {}
                None => return Err("a closing bracket"),
            }
            self.at += 1;
        }
    }

    fn word(&mut self, word: &str, node: Node<'a>) -> Result<Node<'a>, Expected> {
        if self.rest().starts_with(word) {
            self.at += word.len();
            Ok(node)
        } else {
            Err("a value")
        }
    }

    fn number(&mut self) -> Result<Node<'a>, Expected> {
        let start = self.at;
        self.take(b'-');
        if !self.take(b'0') {
            self.digits()?;
        }
        if self.take(b'.') {
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            if !self.take(b'+') {
                self.take(b'-');
            }
            self.digits()?;
        }
        Ok(Node::Number(self.text.get(start..self.at).unwrap_or_default()))
    }

    fn digits(&mut self) -> Result<(), Expected> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at == start { Err("a digit") } else { Ok(()) }
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn take(&mut self, letter: u8) -> bool {
        let is_there = self.peek() == Some(letter);
        self.at += usize::from(is_there);
        is_there
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn error(&self, expected: Expected) -> Error {
        let mut end = self.at.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let before = self.text.get(..end).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Kind::NotJson {
            line: before.bytes().filter(|b| *b == b'\n').count() + 1,
            column: before.get(line_start..).unwrap_or_default().chars().count() + 1,
            expected,
        }
        .into()
    }
}
