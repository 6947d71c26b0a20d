//! Files of two builds never run as one, whatever the caches on the way hold.

use serde_json::Value;
use story_card_e2e::{Answer, Kit, suite};

use crate::host::{assert_not_blank, tag};
use crate::stories::headed;

suite! {
    EVERYWHERE:
        every_file_is_of_the_build_of_its_loader,
        mix_that_caches_hold_is_asked_for_anew_and_shown,
        mix_that_stays_ends_in_the_fallback_and_says_why,
        missing_and_mistaken_files_are_asked_for_anew,
        reader_can_try_again_when_the_files_are_one_build,
        old_loader_is_fetched_anew_for_the_next_page,
        preloaded_files_are_asked_for_once,
        loader_that_is_redirected_to_finds_its_files_there,
        code_is_read_whatever_charset_its_server_names,
        wasm_is_read_whatever_its_server_says_of_its_type,
        version_is_that_of_the_crate;
}

const NAMES: [&str; 3] = ["/story-card.js", "/story-card-app.js", "/story-card-app_bg.wasm"];

/// Loader, glue and wasm of a build, and its hash.
struct Build {
    files: [Vec<u8>; 3],
    hash: String,
}

impl Build {
    /// The build under test.
    fn new(kit: &Kit) -> Self {
        let files = NAMES.map(|name| {
            std::fs::read(kit.server.built(name.trim_start_matches('/'))).expect("the build")
        });
        let loader = String::from_utf8_lossy(&files[0]).into_owned();
        let (_, after) = loader.split_once("/story-card-app.js?build=").expect("a hash");
        let hash: String = after.chars().take_while(char::is_ascii_hexdigit).collect();
        assert!(hash.len() >= 12, "{hash}");
        Self { files, hash }
    }

    /// Another one, whose wasm and glue know each other by other names, as after a change of
    /// anything: glue and wasm of the two do not fit together.
    fn other(&self) -> Self {
        let hash: String = self.hash.chars().rev().collect();
        assert_ne!(hash, self.hash);
        let [loader, glue, wasm] = &self.files;
        let glue = replaced(glue, b"__proto__:null,a:", b"__proto__:null,z:");
        let mut wasm = wasm.clone();
        rename_module(&mut wasm);
        let files = [loader.clone(), glue, wasm]
            .map(|bytes| replaced(&bytes, self.hash.as_bytes(), hash.as_bytes()));
        Self { files, hash }
    }

    /// The file of this build under its own name.
    fn answer(&self, index: usize) -> Answer {
        let kind = if index == 2 { "application/wasm" } else { "text/javascript" };
        Answer::text(self.files[index].clone()).content_type(kind)
    }

    /// The address by which this build's loader asks for a file.
    fn address(&self, index: usize) -> String {
        format!("{}?build={}", NAMES[index], self.hash)
    }

    fn serve(&self, kit: &Kit) {
        for (index, name) in NAMES.iter().enumerate() {
            kit.server.instead(name, self.answer(index));
        }
    }
}

fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let mut made = bytes.to_vec();
    let places: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at..].starts_with(from)).collect();
    assert!(!places.is_empty(), "{} is not there", String::from_utf8_lossy(from));
    for at in places {
        made[at..at + to.len()].copy_from_slice(to);
    }
    made
}

/// A number as a wasm holds it (LEB128), and where it ends.
fn number(wasm: &[u8], mut at: usize) -> (usize, usize) {
    let (mut value, mut shift) = (0, 0);
    loop {
        value |= usize::from(wasm[at] & 0x7f) << shift;
        at += 1;
        shift += 7;
        if wasm[at - 1] & 0x80 == 0 {
            return (value, at);
        }
    }
}

/// Imports come from module `z`, which was `a`.
fn rename_module(wasm: &mut [u8]) {
    let (mut at, mut renamed) = (8, 0);
    while at < wasm.len() {
        let section = wasm[at];
        let (length, start) = number(wasm, at + 1);
        at = start + length;
        if section != 2 {
            continue;
        }
        let (count, mut entry) = number(wasm, start);
        for _ in 0..count {
            assert_eq!(&wasm[entry..entry + 2], b"\x01a", "the module has another name");
            wasm[entry + 1] = b'z';
            let (length, name) = number(wasm, entry + 2);
            assert_eq!(wasm[name + length], 0, "only functions are imported");
            entry = number(wasm, name + length + 1).1;
            renamed += 1;
        }
    }
    assert!(renamed > 20, "only {renamed} imports");
}

/// Which of two builds each file is of; all but the two that are whole.
fn mixes() -> impl Iterator<Item = [usize; 3]> {
    (1..7).map(|bits| [bits & 1, bits >> 1 & 1, bits >> 2 & 1])
}

fn shown(kit: &Kit, what: &str) {
    let url = kit.story(&headed("Rain"));
    let card = kit.host(&tag(&url)).card();
    card.wait("['ready', 'error'].includes(card.state)");
    assert_eq!(card.state(), "ready", "{what}: {:?}", card.page().events());
    assert_eq!(card.part("headline").text(), "Rain", "{what}");
}

/// The message of a card that fails by its own code.
fn refused(kit: &Kit, what: &str) -> String {
    let url = kit.story(&headed("Rain"));
    let card = kit.host(&tag(&url)).card();
    assert_eq!(card.failure(), "wasm", "{what}");
    assert_not_blank(&card, what);
    let told = card.page().details("story-card-error");
    assert_eq!(told.len(), 1, "{what}: {told:?}");
    told[0]["message"].as_str().unwrap_or_default().to_owned()
}

fn every_file_is_of_the_build_of_its_loader(kit: &Kit) {
    let new = Build::new(kit);
    for build in [new.other(), new] {
        build.serve(kit);
        shown(kit, "a whole build");
        for index in [1, 2] {
            let asked = kit.server.requests_for(NAMES[index]);
            let last = asked.last().expect("a request");
            assert_eq!(last.path, build.address(index));
        }
    }
    assert_eq!(kit.server.requests_for(NAMES[1]).len(), 2, "once for each page");
    assert_eq!(kit.server.requests_for(NAMES[2]).len(), 2, "once for each page");
}

fn mix_that_caches_hold_is_asked_for_anew_and_shown(kit: &Kit) {
    let new = Build::new(kit);
    let builds = [new.other(), new];
    for mix in mixes() {
        let own = &builds[mix[0]];
        own.serve(kit);
        for index in [1, 2] {
            // What a cache holds under the address that the loader knows.
            kit.server.instead(&own.address(index), builds[mix[index]].answer(index));
        }
        shown(kit, &format!("{mix:?}"));
    }
}

fn mix_that_stays_ends_in_the_fallback_and_says_why(kit: &Kit) {
    let new = Build::new(kit);
    let builds = [new.other(), new];
    for mix in mixes() {
        for (index, build) in mix.into_iter().enumerate() {
            kit.server.instead(NAMES[index], builds[build].answer(index));
        }
        let before = NAMES.map(|name| kit.server.requests_for(name).len());
        let message = refused(kit, &format!("{mix:?}"));
        assert!(message.contains("two builds"), "{mix:?}: {message}");
        let wrong = if mix[0] == mix[1] { 2 } else { 1 };
        assert!(message.contains(NAMES[wrong]), "{mix:?}: {message}");
        let asked = kit.server.requests_for(NAMES[wrong]).len() - before[wrong];
        assert_eq!(asked, 2, "{mix:?}: {message}");
    }
}

fn missing_and_mistaken_files_are_asked_for_anew(kit: &Kit) {
    let new = Build::new(kit);
    let page = || Answer::text("<!doctype html><p>Nothing here").content_type("text/html");
    for index in [1, 2] {
        for answer in [Answer::status(404), page()] {
            new.serve(kit);
            kit.server.instead(&new.address(index), answer);
            shown(kit, NAMES[index]);
            kit.server.instead(&new.address(index), new.answer(index));
        }
    }
}

fn reader_can_try_again_when_the_files_are_one_build(kit: &Kit) {
    let new = Build::new(kit);
    let other = new.other();
    for index in [1, 2] {
        new.serve(kit);
        kit.server.instead(NAMES[index], other.answer(index));
        let url = kit.story(&headed("Rain"));
        let card = kit.host(&tag(&url)).card();
        assert_eq!(card.failure(), "wasm");
        kit.server.instead(NAMES[index], new.answer(index));
        card.page().pointer().press(&card.part("retry"));
        assert_eq!(card.ready().part("headline").text(), "Rain", "{}", NAMES[index]);
    }
}

fn old_loader_is_fetched_anew_for_the_next_page(kit: &Kit) {
    let new = Build::new(kit);
    let old = new.other();
    new.serve(kit);
    kit.server.instead(NAMES[0], old.answer(0));
    refused(kit, "an old loader");
    kit.server.wait_for(NAMES[0], "a second request", |seen| seen.len() == 2);
    let again = kit.server.requests_for(NAMES[0]).pop().expect("a request");
    assert_eq!(again.header("cache-control"), Some("no-cache"), "{again:?}");
}

fn preloaded_files_are_asked_for_once(kit: &Kit) {
    let new = Build::new(kit);
    // As a publisher has it: the files are on another origin than the page.
    let cdn = kit.server.stories();
    let head = format!(
        "<link rel='modulepreload' href='{cdn}{}'>\
         <link rel='preload' as='fetch' crossorigin href='{cdn}{}'>\
         <script type='module' src='{cdn}{}'></script>",
        new.address(1),
        new.address(2),
        NAMES[0]
    );
    let url = kit.story(&headed("Rain"));
    kit.page(&head, &tag(&url)).card().ready();
    for name in NAMES {
        let asked = kit.server.requests_for(name);
        assert_eq!(asked.len(), 1, "{asked:#?}");
    }
}

fn loader_that_is_redirected_to_finds_its_files_there(kit: &Kit) {
    let new = Build::new(kit);
    for (index, name) in NAMES.iter().enumerate() {
        kit.server.instead(&format!("/0.1.0{name}"), new.answer(index));
        kit.server.instead(name, Answer::status(404));
    }
    kit.server.instead(NAMES[0], Answer::redirect(&format!("/0.1.0{}", NAMES[0])));
    shown(kit, "by way of a redirect");
}

fn code_is_read_whatever_charset_its_server_names(kit: &Kit) {
    let new = Build::new(kit);
    new.serve(kit);
    for index in [0, 1] {
        let answer = Answer::text(new.files[index].clone());
        let named = answer.content_type("text/javascript; charset=iso-8859-1");
        kit.server.instead(NAMES[index], named);
    }
    shown(kit, "from a server that names another charset");
}

fn wasm_is_read_whatever_its_server_says_of_its_type(kit: &Kit) {
    let new = Build::new(kit);
    new.serve(kit);
    for kind in ["application/wasm; charset=utf-8", "application/octet-stream", "Application/Wasm"]
    {
        let answer = Answer::text(new.files[2].clone()).content_type(kind);
        kit.server.instead(NAMES[2], answer);
        let before = kit.server.requests_for(NAMES[2]).len();
        shown(kit, kind);
        assert_eq!(kit.server.requests_for(NAMES[2]).len() - before, 1, "{kind}");
    }
}

fn version_is_that_of_the_crate(kit: &Kit) {
    let page = kit.host("<story-card></story-card>");
    page.run("await customElements.whenDefined('story-card')");
    let version = page.run("return customElements.get('story-card').version");
    assert_eq!(version, Value::from(env!("CARGO_PKG_VERSION")));
}
