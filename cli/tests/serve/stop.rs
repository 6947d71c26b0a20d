//! The end: what has been asked is answered, and then it is quiet.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::os::fd::OwnedFd;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

use crate::server::{Server, command, parse, place, read};

/// More than the buffers of two sockets hold.
const LARGE: usize = 24 << 20;
const REQUEST: &[u8] = b"GET /healthz HTTP/1.1\r\nhost: a\r\n\r\n";

fn with_a_large_file(more: &[&str]) -> Server {
    let place = place();
    fs::write(place.path().join("dist/large.bin"), vec![7; LARGE]).unwrap();
    Server::start_in(place, more)
}

fn tell(process: &Child, signal: Signal) {
    kill_process(Pid::from_child(process), signal).unwrap();
}

/// A request whose answer has begun to come.
fn begin(server: &Server) -> (TcpStream, Vec<u8>) {
    let mut stream = server.connect();
    stream.write_all(b"GET /large.bin HTTP/1.1\r\nhost: a\r\n\r\n").unwrap();
    let mut first = vec![0; 1_000];
    stream.read_exact(&mut first).unwrap();
    (stream, first)
}

#[test]
fn an_answer_that_has_begun_comes_to_its_end() {
    for signal in [Signal::TERM, Signal::INT] {
        let server = with_a_large_file(&[]);
        let mut idle = server.connect();
        idle.write_all(REQUEST).unwrap();
        assert!(idle.read(&mut [0; 1_000]).unwrap() > 0);
        let mut fresh = server.connect();
        let (start, rest) = REQUEST.split_at(20);
        fresh.write_all(start).unwrap();
        let (mut stream, mut bytes) = begin(&server);
        tell(&server.process, signal);
        // Who has begun to ask may end, and is answered.
        fresh.write_all(rest).unwrap();
        assert_eq!(read(&mut fresh).status, 200);
        // Nobody else is let in, and who asks for nothing is not waited for.
        while let Ok(mut late) = TcpStream::connect(&server.host) {
            // Was let in before the server was told; it ends when that has come through.
            let _ = late.read(&mut [0]);
        }
        assert_eq!(idle.read(&mut [0; 10]).unwrap(), 0);
        stream.read_to_end(&mut bytes).unwrap();
        let answer = parse(&bytes);
        assert_eq!(answer.status, 200);
        assert_eq!(answer.body.len(), LARGE);
        let (code, lines) = server.end();
        assert_eq!(code, Some(0), "{lines:?}");
        assert_eq!(lines.last().map(String::as_str), Some("stopped"), "{lines:?}");
        assert!(!lines.iter().any(|line| line.contains("cut off")), "{lines:?}");
    }
}

#[test]
fn a_reader_who_takes_nothing_does_not_hold_up_the_end() {
    let server = with_a_large_file(&["--grace", "1"]);
    let (stream, _) = begin(&server);
    tell(&server.process, Signal::TERM);
    let (code, lines) = server.end();
    assert_eq!(code, Some(0), "{lines:?}");
    assert!(lines.iter().any(|line| line == "some answers were cut off"), "{lines:?}");
    drop(stream);
}

/// With more than can be compressed before a test ends.
fn place_of_a_long_release() -> TempDir {
    let place = place();
    let words = (0..1_000_000_u64).map(|number| format!("{} ", number * 7_919 % 1_000_003));
    fs::write(place.path().join("dist/long.txt"), words.collect::<String>()).unwrap();
    place
}

/// With what code a program ends that should end now.
fn code_of(mut process: Child) -> Option<i32> {
    let id = Pid::from_child(&process);
    let (sender, ended) = mpsc::channel();
    thread::spawn(move || sender.send(process.wait().unwrap().code()));
    ended.recv_timeout(Duration::from_secs(10)).unwrap_or_else(|_| {
        kill_process(id, Signal::KILL).unwrap();
        panic!("it goes on to start")
    })
}

#[test]
fn a_server_that_only_starts_is_stopped_at_once() {
    let place = place_of_a_long_release();
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let mut process = command(&place, &port).stderr(Stdio::null()).spawn().unwrap();
    while TcpStream::connect(&port).is_err() {
        assert_eq!(process.try_wait().unwrap(), None, "it ended before it listened");
        thread::yield_now();
    }
    tell(&process, Signal::TERM);
    assert_eq!(code_of(process), Some(0));
}

#[test]
fn a_folder_that_is_not_there_is_told_of_before_the_release_is_read() {
    let place = place_of_a_long_release();
    fs::rename(place.path().join("images"), place.path().join("elsewhere")).unwrap();
    let process = command(&place, "127.0.0.1:0").stderr(Stdio::null()).spawn().unwrap();
    assert_eq!(code_of(process), Some(1));
    // Nor is a file one.
    fs::write(place.path().join("images"), "").unwrap();
    let process = command(&place, "127.0.0.1:0").stderr(Stdio::null()).spawn().unwrap();
    assert_eq!(code_of(process), Some(1));
}

#[test]
fn a_socket_that_is_handed_over_outlives_the_server() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let start = || {
        let place = place();
        // Another address, which nobody may listen at.
        let own = command(&place, "192.0.2.1:1");
        let mut shell = Command::new("sh");
        shell.args(["-c", "LISTEN_PID=$$ LISTEN_FDS=1 exec \"$@\" 3<&0", "sh"]);
        shell.arg(own.get_program()).args(own.get_args());
        shell.stdin(Stdio::from(OwnedFd::from(listener.try_clone().unwrap())));
        Server::of(place, shell)
    };
    let first = start();
    assert_eq!(first.host, listener.local_addr().unwrap().to_string());
    assert_eq!(first.get("/healthz").status, 200);
    tell(&first.process, Signal::TERM);
    assert_eq!(first.end().0, Some(0));
    let mut between = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
    between.write_all(REQUEST).unwrap();
    let next = start();
    tell(&next.process, Signal::TERM);
    assert_eq!(read(&mut between).status, 200);
}
