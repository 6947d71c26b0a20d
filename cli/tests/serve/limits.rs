//! Requests that are too much, too slow, or none.

use std::io::{ErrorKind, Read as _, Write as _};
use std::time::{Duration, Instant};

use crate::server::{Server, parse, read};

#[test]
fn a_request_beyond_reason_is_refused() {
    let server = Server::start(&[]);
    let host = format!("host: {}", server.host);
    let long = |count: usize| format!("/{}", "a".repeat(count));
    let request =
        |first: &str, rest: &str| format!("{first}\r\n{host}\r\n{rest}connection: close\r\n\r\n");
    let get = |target: &str| request(&format!("GET {target} HTTP/1.1"), "");
    let with = |headers: &str| request("GET /healthz HTTP/1.1", headers);
    let many = |count: usize| "x: y\r\n".repeat(count);
    let table = [
        (get(&long(8_000)), 404),
        (get(&long(9_000)), 414),
        (get(&long(70_000)), 414),
        (get(&format!("/oembed?url={}", "a".repeat(9_000))), 414),
        (get(&long(200_000)), 431),
        (with(&format!("x-large: {}\r\n", "a".repeat(15_000))), 200),
        (with(&format!("x-large: {}\r\n", "a".repeat(20_000))), 431),
        (with(&format!("x-large: {}\r\n", "a".repeat(200_000))), 431),
        (with(&many(50)), 200),
        (with(&many(500)), 431),
        (with("content-length: 0\r\n"), 200),
        (with("content-length: 5\r\n"), 413),
        (with("content-length: 99999999999\r\n"), 413),
        (with("transfer-encoding: chunked\r\n"), 413),
        (with("content-length: -1\r\n"), 400),
        (with("content-length: 1\r\ncontent-length: 2\r\n"), 400),
        (request("POST /healthz HTTP/1.1", "content-length: 99999999999\r\n"), 405),
        (get("/\u{1}"), 400),
        (get("/a b"), 400),
        (request("GET /healthz HTTP/9.9", ""), 400),
        (request("G@T /healthz HTTP/1.1", ""), 400),
        ("nonsense\r\n\r\n".to_owned(), 400),
        ("\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\r\n\r\n".to_owned(), 400),
    ];
    for (bytes, status) in table {
        let start: String = bytes.chars().take(60).collect();
        assert_eq!(server.send(bytes.as_bytes()).status, status, "{start:?} of {}", bytes.len());
        assert_eq!(server.get("/healthz").status, 200, "after {start:?}");
    }
}

#[test]
fn a_body_is_not_waited_for() {
    let server = Server::start(&[]);
    let request = |method: &str| {
        let length = format!("{method} /healthz HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\n\r\n");
        server.send(length.as_bytes())
    };
    for (method, status) in [("GET", 413), ("POST", 405)] {
        let answer = request(method);
        assert_eq!(answer.status, status, "{method}");
        assert_eq!(answer.header("connection"), "close", "{method}");
    }
}

#[test]
fn what_is_no_request_has_a_line_too() {
    let mut server = Server::start(&["--patience", "1"]);
    let long = format!("GET /{} HTTP/1.1\r\n\r\n", "a".repeat(200_000));
    for bytes in ["nonsense\r\n\r\n", &long, "G"] {
        server.send(bytes.as_bytes());
    }
    server.process.kill().unwrap();
    assert_eq!(server.end().1, ["- - 400 0", "- - 431 0", "- - 408 0"]);
}

/// The system gives a program only so many files, sockets among them.
#[cfg(unix)]
#[test]
fn a_server_that_runs_out_of_sockets_goes_on() {
    use crate::server::{command, place};

    let place = place();
    let own = command(&place, "127.0.0.1:0");
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", "ulimit -n 40; exec \"$@\"", "sh"]);
    shell.arg(own.get_program()).args(own.get_args());
    let server = Server::of(place, shell);
    let crowd: Vec<_> = (0..64).map(|_| server.connect()).collect();
    server.wait_for_line("no connection: ");
    drop(crowd);
    assert_eq!(server.get("/healthz").status, 200);
}

#[test]
fn odd_targets_are_answered() {
    let server = Server::start(&[]);
    let table = [
        ("GET", "*", 404),
        ("OPTIONS", "*", 204),
        ("CONNECT", "news.example:443", 405),
        ("GET", "http://other.example/healthz", 200),
        ("GET", "/?", 200),
        ("GET", "/healthz#part", 200),
        ("GET", "/%", 404),
        ("GET", "/s/%", 404),
        ("GET", "/%ff", 404),
        ("GET", "/s/%ff", 404),
        ("GET", "/stories/%ff", 404),
        ("GET", "/images/%ff", 404),
    ];
    for (method, target, status) in table {
        let answer = server.ask(method, target, &[]);
        assert_eq!(answer.status, status, "{method} {target}");
        // In our words, or in none.
        let is_ours = status != 404 || answer.text() == "Nothing of this name.\n";
        assert!(is_ours, "{method} {target}: {}", answer.text());
    }
}

#[test]
fn a_request_that_does_not_come_to_its_end_is_given_up() {
    let server = Server::start(&["--patience", "1"]);
    for part in ["G", "GET /healthz HTTP/1.1\r\n", "GET /healthz HTTP/1.1\r\nhost: a\r\nx: "] {
        let mut stream = server.connect();
        stream.write_all(part.as_bytes()).unwrap();
        let answer = read(&mut stream);
        assert_eq!(answer.status, 408, "{part:?}");
        assert_eq!(answer.header("connection"), "close");
        assert_eq!(answer.header("access-control-allow-origin"), "*");
        assert_eq!(answer.header("cache-control"), "no-store");
    }
    // Who asks for nothing is told nothing.
    let mut rest = Vec::new();
    assert_eq!(server.connect().read_to_end(&mut rest).unwrap(), 0);
    let mut stream = server.connect();
    stream.write_all(b"GET /healthz HTTP/1.1\r\nhost: a\r\n\r\n").unwrap();
    stream.read_to_end(&mut rest).unwrap();
    assert_eq!(parse(&rest).text(), "ok\n");
}

#[test]
fn a_byte_now_and_then_buys_no_time() {
    let server = Server::start(&["--patience", "1"]);
    let start = Instant::now();
    let mut stream = server.connect();
    // The wait for an answer is the pause between two bytes.
    stream.set_read_timeout(Some(Duration::from_millis(100))).unwrap();
    stream.write_all(b"GET /healthz HTTP/1.1\r\nx: ").unwrap();
    let mut part = [0; 512];
    let count = loop {
        let _ = stream.write_all(b"a");
        match stream.read(&mut part) {
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {}
            ended => break ended.unwrap_or(0),
        }
        assert!(start.elapsed() < Duration::from_secs(30), "it waits for ever");
    };
    assert_eq!(parse(&part[..count]).status, 408);
}

#[test]
fn slow_readers_leave_room_for_others_up_to_the_limit() {
    let server = Server::start(&["--connections", "4", "--patience", "1"]);
    let slow: Vec<_> = (0..4).map(|_| server.connect()).collect();
    // Answered as soon as one of them is given up.
    assert_eq!(server.get("/healthz").status, 200);
    drop(slow);
}
