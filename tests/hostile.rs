//! Hostile surroundings: broken and huge courseware, files and disks that do not let us, records that are locked, newer or damaged,
//! words that would steer the terminal. Each ends in a clear sentence and an exit code of the table, never in a panic.

#![allow(clippy::disallowed_methods, reason = "these tests make the files that go wrong")]

use std::path::Path;

use rusqlite::Connection;

use crate::desk::{Desk, Ran};

/// The codes of `cli/failure`, but for a bug.
const KNOWN: [u8; 7] = [0, 1, 2, 3, 4, 5, 130];

/// A command went as a command may go, and steered no terminal.
fn sane(ran: &Ran) {
    assert!(KNOWN.contains(&ran.code), "{ran}");
    let steers = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let found = ran.out.chars().chain(ran.err.chars()).find(|c| steers(*c));
    assert_eq!(found, None, "in {ran}");
    assert!(!ran.out.contains('⟦') && !ran.err.contains('⟦'), "a sentence is missing: {ran}");
}

/// Everything that looks at the library, in both languages.
fn looked_at(desk: &Desk) -> Ran {
    for lang in ["zh-CN", "en"] {
        for args in [&["list"][..], &["list", "objectives"], &["progress"], &["check", "--format", "json"]] {
            sane(&desk.run(&[args, &["--lang", lang]].concat()));
        }
    }
    let ran = desk.run(&["check"]);
    sane(&ran);
    ran
}

fn listed(desk: &Desk) -> serde_json::Value {
    let ran = desk.done(&["list", "attempts", "--format", "json"]);
    serde_json::from_str::<serde_json::Value>(&ran.out).expect("JSON")["attempts"].take()
}

fn newest(desk: &Desk) -> String {
    listed(desk)[0]["attempt"].as_str().expect("an attempt").to_owned()
}

fn shown(desk: &Desk, attempt: &str) -> String {
    desk.done(&["show", attempt, "--format", "json"]).out
}

/// A course begun by script and left at the role-play.
fn begun(desk: &Desk) -> String {
    let some = desk.answers("\"kinds/one\" = \"hello\"");
    assert_eq!(desk.run(&["learn", "first-day", "--answers", &some]).code, 2);
    newest(desk)
}

const REST: &str = "\"queue/opening\" = [\"wait\", \"help\"]";

// ---- courseware ----

#[test]
fn broken_toml_leaves_the_rest_standing() {
    let desk = Desk::at_shelf();
    desk.file("shelf/broken.toml", "format = 1\n[bank\nid = \"x\ntitle = = \n\"\"\"");
    let ran = looked_at(&desk);
    assert_eq!(ran.code, 1, "{ran}");
    assert!(ran.err.contains("broken.toml:2:"), "{ran}");
    let answers = desk.answers(REST);
    let played = desk.done(&["practise", "queue", "--answers", &answers]);
    assert!(played.err.starts_with("There "), "said before anything else: {played}");
}

#[test]
fn a_file_of_twenty_megabytes_is_refused_by_its_size() {
    let desk = Desk::at_shelf();
    desk.file("shelf/huge.toml", &"# padding\n".repeat(2 << 20));
    let ran = looked_at(&desk);
    assert!(ran.err.contains("E002") && ran.err.contains("20"), "{ran}");
}

#[test]
fn a_hundred_thousand_keys_are_read_in_a_moment() {
    let desk = Desk::at_shelf();
    let keys: String = (0..100_000).map(|n| format!("k{n} = {n}\n")).collect();
    desk.file("shelf/keys.toml", &format!("format = 1\n{keys}"));
    desk.file("shelf/keys.en.toml", &format!("format = 1\ntranslates = \"bank:kinds\"\nlanguage = \"en\"\n{keys}"));
    let ran = desk.run(&["check"]);
    sane(&ran);
    assert_eq!(ran.code, 1);
}

#[test]
fn deep_nesting_is_a_finding() {
    let deep = 20_000; // each level a frame would overflow the stack
    let texts = [
        format!("format = 1\na = {}{}\n", "[".repeat(deep), "]".repeat(deep)),
        format!("format = 1\na = {}1{}\n", "{a=".repeat(deep), "}".repeat(deep)),
        format!("format = 1\n{}a = 1\n", "a.".repeat(deep)),
        format!("format = 1\n[{}a]\nb = 1\n", "a.".repeat(deep)),
        format!("format = 1\n[[{}a]]\nb = 1\n", "a.".repeat(deep)),
        format!("format = 1\na = {}\n", "[".repeat(deep)),
    ];
    for text in texts {
        let desk = Desk::at_shelf();
        desk.file("shelf/deep.toml", &text);
        let ran = desk.run(&["check"]);
        sane(&ran);
        assert_eq!(ran.code, 1, "{}", &text[..40]);
        let answers = desk.file("deep.toml", &text);
        let ran = desk.run(&["quiz", "kinds", "--answers", &answers]);
        sane(&ran);
        assert_eq!(ran.code, 2, "{}", &text[..40]);
    }
}

#[cfg(unix)]
#[test]
fn a_folder_within_itself_is_left() {
    let desk = Desk::at_shelf();
    std::os::unix::fs::symlink(desk.path("shelf"), desk.path("shelf/again")).expect("linked");
    std::os::unix::fs::symlink(desk.path("nowhere"), desk.path("shelf/gone.toml")).expect("linked");
    let ran = looked_at(&desk);
    assert!(ran.err.contains("E009") && ran.err.contains("E001"), "{ran}");
}

#[cfg(unix)]
#[test]
fn a_pipe_is_not_waited_for() {
    let desk = Desk::at_shelf();
    let made = std::process::Command::new("mkfifo").arg(desk.path("shelf/pipe.toml")).status();
    assert!(made.is_ok_and(|status| status.success()));
    let ran = desk.run(&["check"]);
    sane(&ran);
    assert!(ran.code == 1 && ran.err.contains("no ordinary file"), "{ran}");
}

#[test]
fn a_file_in_a_folders_place_is_named() {
    let desk = Desk::at_shelf();
    let file = desk.path("shelf/bank.toml").display().to_string();
    let ran = desk.run(&["list", "--library", &file]);
    sane(&ran);
    assert!(ran.code == 3 && ran.err.contains("There is no courseware folder DESK/shelf/bank.toml"), "{ran}");
}

#[test]
fn text_that_is_not_utf8_is_told_by_its_encoding() {
    let desk = Desk::at_shelf().in_chinese();
    std::fs::write(desk.path("shelf/gbk.toml"), b"format = 1\n# \xC4\xE3\xBA\xC3\n").expect("written");
    std::fs::write(desk.path("shelf/utf16.toml"), b"\xFF\xFEf\0o\0").expect("written");
    let ran = desk.run(&["check"]);
    sane(&ran);
    assert!(ran.err.contains("GBK") && ran.err.contains("UTF-16"), "{ran}");
    std::fs::write(desk.path("answers.toml"), b"format = 1\n# \xC4\xE3\xBA\xC3\n").expect("written");
    let ran = desk.run(&["quiz", "kinds", "--answers", &desk.path("answers.toml").display().to_string()]);
    sane(&ran);
    assert_eq!(ran.code, 4, "{ran}");
}

#[test]
fn full_width_punctuation_is_named() {
    let desk = Desk::at_shelf();
    desk.file("shelf/wide.toml", "format ＝ 1\n［bank］\nid = “x”\n");
    let ran = looked_at(&desk);
    assert!(ran.err.contains("wide.toml:1:8") && ran.err.contains('＝'), "{ran}");
    let answers = desk.answers("“kinds/one” ＝ “hello”");
    let ran = desk.run(&["quiz", "kinds", "--answers", &answers]);
    sane(&ran);
    assert_eq!(ran.code, 2);
}

// ---- words that would steer the terminal ----

/// Colour, title, clear screen, C1's CSI, a direction override, a bell.
const STEERING: &str = "\u{1b}[31m\u{1b}]0;x\u{7}\u{1b}[2J\u{9b}2J\u{202e}";

#[test]
fn a_name_cannot_steer_the_terminal() {
    let desk = Desk::new();
    for name in STEERING.chars().map(|c| format!("a{c}b")).filter(|name| name.chars().any(|c| !c.is_ascii_graphic())) {
        let ran = desk.run(&["learner", "add", &name]);
        sane(&ran);
        assert_eq!(ran.code, 2, "{name:?} is no name");
        let numbered = desk.run(&["learner", "add", "甲", "--staff-number", &name]);
        assert_eq!(numbered.code, 2, "{name:?} is no number");
    }
    for args in [
        &["--as", STEERING, "progress"][..],
        &["switch", STEERING],
        &["learner", "show", STEERING],
        &["learn", STEERING, "--answers", STEERING],
        &["show", STEERING],
        &["explain", STEERING],
        &["list", STEERING],
        &[STEERING],
        &["--lang", STEERING, "list"],
        &["check", STEERING],
        &["--library", STEERING, "list"],
    ] {
        let ran = desk.run(args);
        sane(&ran);
        assert!([2, 3, 4].contains(&ran.code), "{args:?} {ran}");
    }
}

#[test]
fn answers_cannot_steer_the_terminal() {
    let desk = Desk::at_shelf();
    let escaped = "\\u001b[31m\\u001b]0;x\\u0007\\u001b[2J\\u009b2J\\u202e";
    for (id, value) in [
        ("kinds/word", format!("\"{escaped}\"")),
        ("kinds/seconds", format!("\"{escaped}\"")),
        ("kinds/one", format!("\"{escaped}\"")),
        ("kinds/match", format!("{{ \"{escaped}\" = \"{escaped}\" }}")),
        (escaped, "1".to_owned()),
    ] {
        let answers = desk.file("a.toml", &format!("format = 1\nfallback = \"first\"\n[answers]\n\"{id}\" = {value}\n"));
        let ran = desk.run(&["quiz", "kinds", "--again", "--answers", &answers]);
        sane(&ran);
        let attempt = newest(&desk);
        sane(&desk.done(&["show", &attempt]));
        sane(&desk.done(&["show", &attempt, "--format", "json"]));
    }
    for text in [
        format!("format = 1\n\"{escaped}\" = 1"),
        format!("format = 1\n{STEERING}"),
        format!("format = 1\nfallback = \"{escaped}\""),
    ] {
        let ran = desk.run(&["quiz", "kinds", "--answers", &desk.file("a.toml", &text)]);
        sane(&ran);
        assert_eq!(ran.code, 2);
    }
}

#[test]
fn courseware_cannot_steer_the_terminal() {
    let desk = Desk::at_shelf();
    let escaped = "\\u001b[31m\\u001b]0;x\\u0007\\u001b[2J\\u009b2J\\u202e";
    for name in ["library", "syllabus", "course", "bank", "queue"] {
        for file in [format!("shelf/{name}.toml"), format!("shelf/{name}.en.toml")] {
            let mut text = std::fs::read_to_string(desk.path(&file)).expect("on the shelf");
            for key in [
                "title", "ask", "why", "text", "body", "feedback", "says", "brief", "name", "debrief", "left", "right", "who",
                "unit", "red_line",
            ] {
                text = text.replace(&format!("{key} = \""), &format!("{key} = \"{escaped}"));
            }
            desk.file(&file, &text);
        }
    }
    assert_eq!(looked_at(&desk).code, 1, "control characters are mistakes");
    let answers = desk.file("a.toml", "format = 1\nfallback = \"first\"\n");
    for args in [["learn", "first-day"], ["quiz", "kinds"], ["practise", "queue"]] {
        let ran = desk.run(&[args[0], args[1], "--answers", &answers]);
        sane(&ran);
        assert_eq!(ran.code, 2, "what they are in is left out: {ran}");
    }
    desk.file("shelf/raw.toml", &format!("format = 1\ntitle = \"{STEERING}\"\n{STEERING} = 1\n"));
    assert_eq!(looked_at(&desk).code, 1);
    let mut coloured = desk.run(&["check", "--color", "always"]);
    assert!(coloured.err.contains("\u{1b}[0m"), "there is colour: {coloured}");
    coloured.err = without_styles(&coloured.err);
    sane(&coloured);
}

/// Without the escapes that only set a style.
fn without_styles(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|c: char| !c.is_ascii_digit() && c != ';').filter(|end| part[*end..].starts_with('m'));
        out.push_str(end.map_or("\u{1b}", |end| &part[end + 1..]));
    }
    out
}

// ---- records ----

#[test]
fn locked_records_are_read_but_not_written() {
    let desk = Desk::at_shelf();
    let attempt = begun(&desk);
    let other = Connection::open(desk.path("data/onduty.db")).expect("the records");
    other.execute_batch("BEGIN EXCLUSIVE").expect("locked");
    sane(&desk.done(&["progress"]));
    let answers = desk.answers(REST);
    let ran = desk.run(&["resume", "--answers", &answers]);
    sane(&ran);
    assert_eq!(ran.code, 4, "{ran}");
    assert!(ran.err.contains("Another program holds the records") && ran.err.contains("Try again in a moment"), "{ran}");
    other.execute_batch("ROLLBACK").expect("let go");
    assert_eq!(desk.done(&["resume", &attempt, "--answers", &answers]).code, 0, "nothing was lost");
}

#[test]
fn records_of_a_newer_version_are_left_alone() {
    let desk = Desk::at_shelf();
    let _ = begun(&desk);
    let path = desk.path("data/onduty.db");
    let other = Connection::open(&path).expect("the records");
    other.execute_batch("PRAGMA user_version = 99").expect("bumped");
    drop(other);
    let before = std::fs::read(&path).expect("there");
    let answers = desk.answers(REST);
    for args in [
        &["progress"][..],
        &["learner", "add", "王一"],
        &["resume", "--answers", &answers],
        &["quiz", "kinds", "--answers", &answers],
    ] {
        let ran = desk.run(args);
        sane(&ran);
        assert_eq!(ran.code, 4, "{ran}");
        assert!(ran.err.contains("format 99"), "{ran}");
    }
    let zh = desk.run(&["progress", "--lang", "zh-CN"]);
    assert!(zh.err.contains("99") && zh.err.starts_with("没办成"), "{zh}");
    assert_eq!(std::fs::read(&path).expect("there"), before, "not a byte is changed");
}

#[test]
fn damaged_records_are_named_and_left_as_they_are() {
    let whole = Desk::at_shelf();
    let _ = begun(&whole);
    let good = std::fs::read(whole.path("data/onduty.db")).expect("there");
    let mut torn = good.clone();
    torn[5000..good.len() - 100].fill(0xAA);
    let cases = [
        ("no database at all", b"hello, this is a letter\n".repeat(40)),
        ("cut short", good[..good.len() / 2].to_vec()),
        ("torn", torn),
    ];
    for (what, bytes) in cases {
        let desk = Desk::at_shelf();
        let path = desk.path("data/onduty.db");
        std::fs::write(&path, &bytes).expect("written");
        for side in ["data/onduty.db-wal", "data/onduty.db-shm"] {
            let _ = std::fs::remove_file(desk.path(side));
        }
        let answers = desk.answers(REST);
        for lang in ["en", "zh-CN"] {
            for args in [&["progress"][..], &["resume", "--answers", &answers], &["list", "attempts"]] {
                let ran = desk.run(&[args, &["--lang", lang]].concat());
                sane(&ran);
                assert_eq!(ran.code, 4, "{what} {args:?} {ran}");
                assert!(ran.err.starts_with(if lang == "en" { "Not done: The records" } else { "没办成：记录" }), "{what} {ran}");
            }
        }
        assert_eq!(std::fs::read(&path).expect("there"), bytes, "{what}: what is left may still be saved");
    }
}

#[test]
fn another_programs_database_is_not_ours_to_write() {
    let desk = Desk::at_shelf();
    let other = desk.path("other.db");
    Connection::open(&other)
        .expect("made")
        .execute_batch("CREATE TABLE till (sum INTEGER); INSERT INTO till VALUES (7)")
        .expect("filled");
    let before = std::fs::read(&other).expect("there");
    let ran = desk.run(&["learner", "add", "王一", "--store", &other.display().to_string()]);
    sane(&ran);
    assert_eq!(ran.code, 4, "{ran}");
    assert_eq!(std::fs::read(&other).expect("there"), before);
}

#[test]
fn an_altered_event_is_found() {
    let desk = Desk::at_shelf();
    let attempt = begun(&desk);
    let other = Connection::open(desk.path("data/onduty.db")).expect("the records");
    let sql = "UPDATE event SET json = replace(json, 'hello', 'wait!') WHERE attempt = ?1 AND seq = 2";
    other.execute("PRAGMA ignore_check_constraints = 1", []).ok();
    let changed = other.execute(sql, [&attempt]);
    if let Err(refused) = &changed {
        // The schema itself forbids it: take the guard away, as a forger would.
        let guards: Vec<String> = other
            .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
            .and_then(|mut all| all.query_map([], |row| row.get(0))?.collect())
            .expect("readable");
        assert!(!guards.is_empty(), "{refused}");
        for guard in guards {
            other.execute_batch(&format!("DROP TRIGGER \"{guard}\"")).expect("dropped");
        }
        other.execute(sql, [&attempt]).expect("altered");
    }
    for args in [&["show", attempt.as_str()][..], &["resume", "--answers", &desk.answers(REST)]] {
        let ran = desk.run(args);
        sane(&ran);
        assert_eq!(ran.code, 4, "{args:?} {ran}");
        assert!(ran.err.contains("may be damaged or altered"), "{ran}");
    }
    // What was done besides is still there to be read.
    let ran = desk.done(&["progress"]);
    assert!(ran.err.contains("does not fit together") && ran.out.contains("The first day"), "{ran}");
}

// ---- files and disks that do not let us; the real program, as somebody without rights ----

/// What the program said and its exit code.
#[cfg(unix)]
fn as_nobody(desk: &Desk, args: &[&str], env: &[(&str, &str)]) -> Ran {
    use std::os::unix::fs::PermissionsExt as _;
    use std::os::unix::process::CommandExt as _;
    std::fs::set_permissions(desk.path(""), std::fs::Permissions::from_mode(0o755)).expect("others may come in");
    // Beside the desk, because the folder it was built in may be closed to others.
    let program = desk.path("onduty");
    if !program.exists() {
        std::fs::copy(env!("CARGO_BIN_EXE_onduty"), &program).expect("copied");
    }
    let mut command = std::process::Command::new(&program);
    command.args(args).env_clear().env("ONDUTY_LANG", "en").env("HOME", desk.path("")).envs(env.iter().copied());
    if is_root() {
        command.uid(65534).gid(65534);
    }
    let ran = command.stdin(std::process::Stdio::null()).output().expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    let code = ran.status.code().unwrap_or_else(|| panic!("killed: {}", ran.status));
    Ran { out: text(ran.stdout), err: text(ran.stderr), code: u8::try_from(code).expect("0 to 255") }
}

/// Whether rights do not bind us: a file closed to everybody can be read.
#[cfg(unix)]
fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let mine = tempfile::tempdir().expect("a folder");
    std::fs::metadata(mine.path()).expect("there").uid() == 0
}

#[cfg(unix)]
fn mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("changed");
}

#[cfg(unix)]
#[test]
fn an_unreadable_file_is_a_finding() {
    let desk = Desk::at_shelf();
    mode(&desk.path("shelf/bank.toml"), 0o000);
    std::fs::create_dir(desk.path("shelf/closed")).expect("made");
    mode(&desk.path("shelf/closed"), 0o000);
    let shelf = desk.path("shelf").display().to_string();
    let ran = as_nobody(&desk, &["check", &shelf], &[]);
    mode(&desk.path("shelf/closed"), 0o755);
    sane(&ran);
    assert_eq!(ran.code, 1, "{ran}");
    assert!(ran.err.contains("bank.toml") && ran.err.contains("closed") && ran.err.contains("E001"), "{ran}");
}

#[cfg(unix)]
#[test]
fn a_data_folder_that_cannot_be_written_is_named() {
    let desk = Desk::empty();
    std::fs::create_dir(desk.path("closed")).expect("made");
    mode(&desk.path("closed"), 0o555);
    let url = desk.path("closed/onduty.db").display().to_string();
    for lang in ["en", "zh-CN"] {
        let ran = as_nobody(&desk, &["learner", "add", "陈小满", "--store", &url, "--lang", lang], &[]);
        sane(&ran);
        assert_eq!(ran.code, 4, "{ran}");
        assert!(ran.err.contains(&url) && ran.err.contains("--store"), "what, and what to do: {ran}");
    }
    let ran = as_nobody(&desk, &["learn", "attitude", "--out", &desk.path("closed/page.html").display().to_string()], &[]);
    sane(&ran);
    assert_eq!(ran.code, 4, "{ran}");
    mode(&desk.path("closed"), 0o755);
}

#[cfg(unix)]
#[test]
fn records_that_can_only_be_read_are_not_written() {
    let desk = Desk::at_shelf();
    let _ = begun(&desk);
    mode(&desk.path("data"), 0o555);
    mode(&desk.path("data/onduty.db"), 0o444);
    let url = desk.path("data/onduty.db").display().to_string();
    let ran = as_nobody(&desk, &["learner", "add", "王一", "--store", &url], &[]);
    mode(&desk.path("data"), 0o700);
    sane(&ran);
    assert_eq!(ran.code, 4, "{ran}");
    assert!(ran.err.contains("cannot be read or written"), "{ran}");
}

#[cfg(unix)]
#[test]
fn arguments_that_are_not_utf8_are_misuse() {
    use std::os::unix::ffi::OsStrExt as _;
    let wrong = std::ffi::OsStr::from_bytes(b"\xff\xfe");
    let ran = std::process::Command::new(env!("CARGO_BIN_EXE_onduty"))
        .args(["learn".as_ref(), wrong])
        .env("ONDUTY_LANG", "zh-CN")
        .output();
    let ran = ran.expect("it runs");
    assert_eq!(ran.status.code(), Some(2), "{}", String::from_utf8_lossy(&ran.stderr));
    assert!(String::from_utf8_lossy(&ran.stderr).contains("UTF-8"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_stdout_is_told_and_a_closed_one_is_fine() {
    let run = |out: std::process::Stdio| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_onduty"));
        command.arg("list").env("ONDUTY_LANG", "en").stdout(out).stderr(std::process::Stdio::piped()).output().expect("it runs")
    };
    let full = run(std::fs::File::options().write(true).open("/dev/full").expect("there").into());
    assert_eq!(full.status.code(), Some(4));
    assert!(String::from_utf8_lossy(&full.stderr).contains("The result cannot be written out"));
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let closed = run(writer.into());
    assert_eq!((closed.status.code(), closed.stderr.as_slice()), (Some(0), &b""[..]));
}

/// A small disk of its own, taken away again at the end.
#[cfg(target_os = "linux")]
struct Disk(std::path::PathBuf);

#[cfg(target_os = "linux")]
impl Disk {
    fn mount(at: std::path::PathBuf) -> Option<Self> {
        std::fs::create_dir(&at).expect("made");
        let mut mount = std::process::Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=1m", "tmpfs"]).arg(&at).stderr(std::process::Stdio::null());
        mount.status().is_ok_and(|status| status.success()).then_some(Self(at))
    }

    /// Fills it up to so many bytes.
    fn fill(&self, but: usize) {
        let mut file = std::fs::File::create(self.0.join("filler")).expect("made");
        while std::io::Write::write_all(&mut file, &[0; 4096]).is_ok() {}
        let size = file.metadata().expect("there").len();
        file.set_len(size.saturating_sub(but as u64)).expect("shortened");
    }

    fn empty(&self) {
        std::fs::remove_file(self.0.join("filler")).expect("removed");
    }
}

#[cfg(target_os = "linux")]
impl Drop for Disk {
    fn drop(&mut self) {
        let _ = std::process::Command::new("umount").arg(&self.0).status();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_loses_nothing() {
    let desk = Desk::at_shelf();
    let Some(disk) = Disk::mount(desk.path("disk")) else {
        eprintln!("skipped: no disk of its own can be mounted here");
        return;
    };
    let url = desk.path("disk/onduty.db").display().to_string();
    let desk = desk.with("ONDUTY_STORE", &url);
    let _ = desk.done(&["learner", "add", "陈小满"]);
    let mut met = 0;
    for room in (0..=160).step_by(16) {
        let some = desk.answers("\"kinds/one\" = \"hello\"");
        assert_eq!(desk.run(&["learn", "first-day", "--again", "--answers", &some]).code, 2);
        let attempt = newest(&desk);
        disk.fill(room * 1024);
        let answers = desk.answers(REST);
        let ran = desk.run(&["resume", &attempt, "--answers", &answers]);
        sane(&ran);
        disk.empty();
        if ran.code == 0 {
            continue;
        }
        met += 1;
        assert_eq!(ran.code, 4, "with {room} KiB: {ran}");
        assert!(ran.err.contains("The disk is full") && ran.err.contains("Make room, then"), "with {room} KiB: {ran}");
        let answered = shown(&desk, &attempt);
        assert!(answered.contains("\"hello\""), "the answer before is kept: {answered}");
        // What was shown as taken is kept: the file goes on from wherever it stopped.
        let on = desk.done(&["resume", &attempt, "--answers", &answers]);
        assert!(on.err.contains("Going on where you left off"), "{on}");
        assert!(shown(&desk, &attempt).contains("\"closed\""));
    }
    assert!(met > 0, "the disk was never full");
}

/// What is not resumed is given again; and of two disks the one that is full is named.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_with_what_helps() {
    let desk = Desk::at_shelf();
    let Some(disk) = Disk::mount(desk.path("disk")) else {
        eprintln!("skipped: no disk of its own can be mounted here");
        return;
    };
    let url = desk.path("disk/onduty.db").display().to_string();
    let desk = desk.with("ONDUTY_STORE", &url);
    let _ = desk.done(&["learner", "add", "陈小满"]);
    let backup = desk.path("backup.db").display().to_string();
    let _ = desk.done(&["backup", &backup]);
    disk.fill(0);
    let ran = desk.run(&["learner", "add", "王芳"]);
    assert!(ran.code == 4 && ran.err.contains("Make room, then give the same command again."), "{ran}");
    let ran = desk.run(&["restore", &backup, "--older"]);
    disk.empty();
    assert!(ran.code == 4 && ran.err.contains("The disk is full") && ran.err.contains("disk/onduty.db"), "{ran}");
    assert!(!ran.err.contains("cannot be read"), "{ran}");
}

// ---- the same again, and content that changes under our feet ----

#[test]
fn the_same_again_is_the_same_to_the_byte() {
    let once = || {
        let desk = Desk::at_shelf();
        let answers = desk.file("a.toml", &format!("format = 1\nfallback = \"random\"\n[answers]\n{REST}\n"));
        for args in [["learn", "first-day"], ["quiz", "kinds"], ["practise", "queue"]] {
            assert!(desk.run(&[args[0], args[1], "--answers", &answers]).code <= 1);
        }
        let all: Vec<String> = listed(&desk)
            .as_array()
            .expect("a list")
            .iter()
            .map(|a| shown(&desk, a["attempt"].as_str().expect("an id")))
            .collect();
        assert_eq!(all.len(), 3);
        all
    };
    assert_eq!(once(), once());
}

/// Every answer, score and text of the shelf made another.
fn edit(desk: &Desk) {
    let edit = |name: &str, edits: &[(&str, &str)]| {
        let mut text = std::fs::read_to_string(desk.path(name)).expect("on the shelf");
        for (old, new) in edits {
            assert!(text.contains(old), "{old} in {name}");
            text = text.replace(old, new);
        }
        desk.file(name, &text);
    };
    let key = [
        ("id = \"hello\", text = \"您好，我在。\", right = true", "id = \"hello\", text = \"改过了。\""),
        ("id = \"wait\",", "id = \"wait\", right = true,"),
    ];
    edit("shelf/bank.toml", &key);
    edit("shelf/bank.en.toml", &[("Hello, I am here.", "Changed.")]);
    edit(
        "shelf/queue.toml",
        &[
            ("score = { ask = 3 }", "score = { ask = 1 }"),
            ("score = { ask = -1 }", "score = { ask = 2 }"),
            ("pass = 60", "pass = 100"),
        ],
    );
    edit("shelf/queue.en.toml", &[("How long is this going to take?", "Changed too.")]);
    edit("shelf/course.en.toml", &[("The first day", "Another day")]);
}

#[test]
fn edited_content_changes_no_running_or_finished_attempt() {
    let untouched = Desk::at_shelf();
    let edited = Desk::at_shelf();
    let told: Vec<(String, String, String, String)> = [&untouched, &edited]
        .into_iter()
        .map(|desk| {
            let finished = desk.answers(&format!("\"kinds/one\" = \"hello\"\n{REST}"));
            assert_eq!(desk.run(&["learn", "first-day", "--answers", &finished]).code, 0);
            let (first, running) = (newest(desk), begun(desk));
            if std::ptr::eq(desk, &raw const edited) {
                edit(desk);
                assert_eq!(desk.run(&["check"]).code, 0, "what was edited is right in itself");
            }
            let answers = desk.answers(REST);
            let on = desk.run(&["resume", &running, "--answers", &answers]);
            assert_eq!(on.code, 0, "{on}");
            (shown(desk, &first), shown(desk, &running), on.err, desk.done(&["show", &running]).out)
        })
        .collect();
    assert_eq!(told[0], told[1]);
    let answers = edited.answers(&format!("\"kinds/one\" = \"hello\"\n{REST}"));
    let anew = edited.run(&["learn", "first-day", "--again", "--answers", &answers]);
    assert!(
        anew.err.contains("Another day") && anew.err.contains("Changed too.") && anew.err.contains("0 of 2"),
        "a new one has it: {anew}"
    );
}

#[test]
fn content_that_is_gone_does_not_stop_what_was_begun() {
    let desk = Desk::at_shelf();
    let running = begun(&desk);
    std::fs::remove_file(desk.path("shelf/course.toml")).expect("removed");
    std::fs::remove_file(desk.path("shelf/course.en.toml")).expect("removed");
    std::fs::remove_file(desk.path("shelf/queue.toml")).expect("removed");
    std::fs::remove_file(desk.path("shelf/queue.en.toml")).expect("removed");
    sane(&desk.done(&["progress"]));
    sane(&desk.done(&["list", "attempts"]));
    let answers = desk.answers(REST);
    let on = desk.run(&["resume", &running, "--answers", &answers]);
    assert_eq!(on.code, 0, "{on}");
}
