//! No address leads out of the folders.

use crate::server::{SECRET, Server};

const WAYS_OUT: [&str; 34] = [
    "/../secret.json",
    "//secret.json",
    "/./../secret.json",
    "/%2e%2e/secret.json",
    "/static/../../secret.json",
    "/static/..%2f..%2fsecret.json",
    "/..\\secret.json",
    "/%5c..%5csecret.json",
    "/stories/../secret.json",
    "/stories/../../secret.json",
    "/stories/..%2fsecret.json",
    "/stories/..%2Fsecret.json",
    "/stories/%2e%2e/secret.json",
    "/stories/%2e%2e%2fsecret.json",
    "/stories/%2E%2E%2Fsecret.json",
    "/stories/.%2e%2fsecret.json",
    "/stories/..%5csecret.json",
    "/stories/..\\secret.json",
    "/stories/..%252fsecret.json",
    "/stories/%252e%252e%252fsecret.json",
    "/stories/....//secret.json",
    "/stories/..;/secret.json",
    "/stories/%c0%ae%c0%ae%c0%afsecret.json",
    "/stories/%u002e%u002e%u2215secret.json",
    "/stories/%ef%bc%8e%ef%bc%8e%ef%bc%8fsecret.json",
    "/stories//etc/passwd",
    "/stories/%2fetc%2fpasswd",
    "/stories/ferry.json%00.json",
    "/stories/notes.txt",
    "/stories/.hidden.json",
    "/stories/folder%2finner.json",
    "/stories/folder/inner.json",
    "/s/..%2fsecret",
    "/images/..%2fsecret.svg",
];

#[test]
fn no_encoding_leads_out_of_a_folder() {
    let server = Server::start(&[]);
    for way in WAYS_OUT {
        let answer = server.get(way);
        assert!(matches!(answer.status, 400 | 404), "{way}: {}", answer.status);
        let text = String::from_utf8_lossy(&answer.body);
        assert!(!text.contains(SECRET) && !text.contains("root:"), "{way}");
    }
    let whole = format!("http://{}/stories/..%2fsecret.json", server.host);
    assert_eq!(server.get(&whole).status, 404);
    assert_eq!(server.get("/healthz").status, 200);
}

#[cfg(unix)]
#[test]
fn a_link_leads_nowhere_but_into_its_folder() {
    use std::os::unix::fs::symlink;

    use crate::server::place;

    let place = place();
    let stories = place.path().join("stories");
    symlink("../secret.json", stories.join("out.json")).unwrap();
    symlink("ferry.json", stories.join("in.json")).unwrap();
    symlink("loop.json", stories.join("loop.json")).unwrap();
    symlink("nowhere.json", stories.join("nowhere.json")).unwrap();
    symlink("folder", stories.join("turned.json")).unwrap();
    symlink("../secret.json", place.path().join("dist/linked.json")).unwrap();
    let server = Server::start_in(place, &[]);
    assert_eq!(server.get("/stories/in.json").status, 200);
    for name in ["out", "loop", "nowhere", "turned"] {
        assert_eq!(server.get(&format!("/stories/{name}.json")).status, 404, "{name}");
        assert_eq!(server.get(&format!("/s/{name}")).status, 404, "{name}");
    }
    assert_eq!(server.get("/linked.json").status, 404);
}

#[cfg(unix)]
#[test]
fn a_folder_that_is_a_link_may_be_moved_to_another() {
    use std::fs::{self, File};
    use std::os::unix::fs::symlink;
    use std::time::SystemTime;

    use crate::server::place;

    let place = place();
    let at = |name: &str| place.path().join(name);
    // Alike in all but where they are.
    let now = SystemTime::now();
    for folder in ["first", "other"] {
        let json = format!(r#"{{"schemaVersion":"story-card/1.0","headline":"{folder}"}}"#);
        fs::create_dir(at(folder)).unwrap();
        fs::write(at(folder).join("new.json"), json).unwrap();
        let file = File::options().write(true).open(at(folder).join("new.json")).unwrap();
        file.set_modified(now).unwrap();
    }
    fs::rename(at("stories"), at("old")).unwrap();
    symlink("first", at("stories")).unwrap();
    let server = Server::start_in(place, &[]);
    assert!(server.get("/s/new").text().contains("<h1>first</h1>"));
    symlink("other", server.path("next")).unwrap();
    fs::rename(server.path("next"), server.path("stories")).unwrap();
    assert!(server.get("/s/new").text().contains("<h1>other</h1>"));
    assert!(server.get("/stories/new.json").text().contains("other"));
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_not_read() {
    let server = Server::start(&[]);
    // Whoever opens it waits for somebody who writes.
    let pipe = server.path("stories/pipe.json");
    assert!(std::process::Command::new("mkfifo").arg(pipe).status().unwrap().success());
    assert_eq!(server.get("/stories/pipe.json").status, 404);
}
