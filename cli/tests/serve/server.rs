//! A server on a folder of its own, and a client that sends whatever it is told to.

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;
use std::{fs, str};

use tempfile::TempDir;

/// What no answer may hold.
pub const SECRET: &str = "the-secret";
/// How long a client waits before it gives up.
const PATIENCE: Duration = Duration::from_mins(1);

/// A running server.
#[derive(Debug)]
pub struct Server {
    pub process: Child,
    pub host: String,
    pub place: TempDir,
    lines: Arc<Mutex<Vec<String>>>,
    reader: Option<JoinHandle<()>>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HashMap<String, String>,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    pub fn text(&self) -> &str {
        str::from_utf8(&self.body).expect("text")
    }
}

/// A story that has a picture, and what harms in every field of text.
pub const STORY: &str = r#"{
    "schemaVersion": "story-card/1.0",
    "headline": "Ferry \"Larkspur\" <script>alert(1)</script> & afloat",
    "description": "It is </script><!-- back.",
    "url": "https://news.example/ferry?a=1&b=2",
    "inLanguage": "ar",
    "datePublished": "2026-11-20T09:30:00Z",
    "dateModified": "2026-11-21T10:00:00Z",
    "articleSection": "Harbour",
    "author": { "type": "person", "name": "Ada <b>", "url": "https://news.example/ada" },
    "image": { "url": "../images/ferry.svg", "alt": "A \"ferry\"", "width": 400, "height": 300 },
    "sections": [{ "headline": "Costs", "blocks": ["A ticket is five.[1]"] }],
    "citation": [{ "id": "1", "name": "Notice" }]
}"#;

/// Folders with a release, stories, pictures, and something beside them that is nobody's.
pub fn place() -> TempDir {
    let place = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = place.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let loader = "import('./story-card-app.js?build=abc123');".repeat(20);
    write("dist/story-card.js", &loader);
    write("dist/story-card-app_bg.wasm", &"wasm".repeat(200));
    write("dist/index.html", "<!doctype html><title>Demo</title>");
    write("dist/embed.html", "<!doctype html><title>Frame</title>");
    write("dist/cdn/v1/embed.html", "<!doctype html><title>Frame</title>");
    write("dist/static/a b.txt", "short");
    write("dist/.secret", SECRET);
    write("stories/ferry.json", STORY);
    write("stories/small.json", r#"{"schemaVersion":"story-card/1.0","headline":"Small"}"#);
    let held = r#"{"schemaVersion":"story-card/1.0","headline":"x","embargoedUntil":"2999-01-01"}"#;
    write("stories/held.json", held);
    write("stories/broken.json", "no JSON");
    write("stories/notes.txt", SECRET);
    write("stories/.hidden.json", SECRET);
    write("stories/folder/inner.json", SECRET);
    write("images/ferry.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    write("images/page.html", SECRET);
    write("secret.json", SECRET);
    write("secret.svg", SECRET);
    place
}

/// What starts a server there.
pub fn command(place: &TempDir, listen: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_story-card"));
    command.arg("serve").args(["--listen", listen]);
    for folder in ["stories", "dist", "images"] {
        command.arg(format!("--{folder}")).arg(place.path().join(folder));
    }
    command
}

impl Server {
    /// Starts one and waits until it listens.
    pub fn start(more: &[&str]) -> Self {
        Self::start_in(place(), more)
    }

    pub fn start_in(place: TempDir, more: &[&str]) -> Self {
        let mut command = command(&place, "127.0.0.1:0");
        command.args(["--name", "The <Courier>"]).args(more);
        Self::of(place, command)
    }

    pub fn of(place: TempDir, mut command: Command) -> Self {
        let mut process = command.stderr(Stdio::piped()).spawn().unwrap();
        let mut stderr = BufReader::new(process.stderr.take().unwrap());
        let mut host = String::new();
        let mut line = String::new();
        while host.is_empty() {
            line.clear();
            assert!(stderr.read_line(&mut line).unwrap() > 0, "it ended before it listened");
            let found = line.trim().strip_prefix("listening on http://");
            found.unwrap_or_default().clone_into(&mut host);
        }
        let lines = Arc::new(Mutex::new(Vec::new()));
        let sink = Arc::clone(&lines);
        let reader = thread::spawn(move || {
            for line in stderr.lines().map_while(Result::ok) {
                sink.lock().unwrap().push(line);
            }
        });
        Self { process, host, place, lines, reader: Some(reader) }
    }

    pub fn path(&self, path: &str) -> std::path::PathBuf {
        Path::new(self.place.path()).join(path)
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.host).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// Sends a request without a body, with further headers, a line each.
    pub fn ask(&self, method: &str, target: &str, headers: &[&str]) -> Answer {
        let mut head = format!("{method} {target} HTTP/1.1\r\nhost: {}\r\n", self.host);
        for header in headers {
            head.push_str(header);
            head.push_str("\r\n");
        }
        self.send(format!("{head}connection: close\r\n\r\n").as_bytes())
    }

    pub fn get(&self, target: &str) -> Answer {
        self.ask("GET", target, &[])
    }

    /// Sends these very bytes.
    pub fn send(&self, bytes: &[u8]) -> Answer {
        let mut stream = self.connect();
        // The answer may come before all is sent.
        let _ = stream.write_all(bytes);
        read(&mut stream)
    }

    /// Waits until it has written such a line.
    pub fn wait_for_line(&self, start: &str) {
        let has_come = || self.lines.lock().unwrap().iter().any(|line| line.starts_with(start));
        while !has_come() {
            thread::yield_now();
        }
    }

    /// Waits for its end, and says how it ended and what it wrote.
    pub fn end(mut self) -> (Option<i32>, Vec<String>) {
        let code = self.process.wait().unwrap().code();
        self.reader.take().unwrap().join().unwrap();
        let lines = self.lines.lock().unwrap().clone();
        (code, lines)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Reads an answer up to the end of the connection.
pub fn read(stream: &mut TcpStream) -> Answer {
    let mut bytes = Vec::new();
    let mut part = [0; 4_096];
    // A connection that is closed on a client who still sends may be reset.
    while let Ok(count @ 1..) = stream.read(&mut part) {
        bytes.extend_from_slice(&part[..count]);
    }
    parse(&bytes)
}

pub fn parse(bytes: &[u8]) -> Answer {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n");
    let end = end.unwrap_or_else(|| panic!("no answer: {:?}", String::from_utf8_lossy(bytes)));
    let head = str::from_utf8(&bytes[..end]).expect("a head");
    let mut lines = head.split("\r\n");
    let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
    let pair = |line: &str| {
        let (name, value) = line.split_once(": ").expect("a header");
        (name.to_ascii_lowercase(), value.to_owned())
    };
    Answer { status, headers: lines.map(pair).collect(), body: bytes[end + 4..].to_vec() }
}
