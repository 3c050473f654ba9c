//! Commands that sign: passphrases are given in the same way at each, and what they say names options that they take.

use std::collections::{BTreeMap, BTreeSet};

use clap::Command;
use onduty::cli::tongue;
use onduty::locale::{Tongue, Words};

use crate::desk::{Desk, Ran};
use crate::office::{BORDERLINE, Office, RIGHT};

/// The options for a file with a passphrase: of a member of staff's key, of the organisation's, of one that is made just now.
const FILES: [&str; 3] = ["--passphrase-file", "--key-passphrase-file", "--new-passphrase-file"];

/// Every command with the options that it takes, other names of them too.
fn commands() -> BTreeMap<String, BTreeSet<String>> {
    fn walk(command: &Command, path: &str, out: &mut BTreeMap<String, BTreeSet<String>>) {
        let names = command.get_arguments().flat_map(|arg| {
            let more = arg.get_all_aliases().unwrap_or_default();
            arg.get_long().into_iter().chain(more).map(|name| format!("--{name}")).collect::<Vec<_>>()
        });
        out.insert(path.trim().to_owned(), names.collect());
        for below in command.get_subcommands() {
            walk(below, &format!("{path} {}", below.get_name()), out);
        }
    }
    let mut out = BTreeMap::new();
    walk(&tongue::command(&Words::new(Tongue::En)), "", &mut out);
    out
}

/// The commands that unlock a key or make one.
fn signing() -> BTreeSet<String> {
    let takes = |options: &BTreeSet<String>| options.iter().any(|it| it.ends_with("passphrase-file"));
    commands().into_iter().filter(|(_, options)| takes(options)).map(|(name, _)| name).collect()
}

#[test]
fn passphrases_have_one_set_of_options() {
    for (name, options) in commands() {
        let of_files: Vec<&String> = options.iter().filter(|it| it.contains("passphrase")).collect();
        assert!(of_files.iter().all(|it| FILES.contains(&it.as_str())), "{name}: {of_files:?}");
        // Whoever unlocks anything can say so in the one way; who acts has a name.
        assert_eq!(!of_files.is_empty(), options.contains("--passphrase-file"), "{name}");
        assert!(of_files.is_empty() || options.contains("--staff") || name == "status", "{name}");
        let key = options.contains("--key-passphrase-file");
        assert!(!key || options.contains("--key"), "{name}");
    }
    assert!(signing().len() > 25, "{:?}", signing());
}

/// Runs a command where nobody can type, without a file: what it says to do is what it takes. Gives back what it asked for.
fn asks(desk: &Desk, line: &[&str]) -> (String, Vec<&'static str>) {
    let all = commands();
    let longest = (1..=line.len()).rev().map(|n| line[..n].join(" ")).find(|name| all.contains_key(name));
    let name = longest.unwrap_or_else(|| panic!("{line:?} is no command"));
    let mut wanted = Vec::new();
    for lang in ["en", "zh-CN"] {
        let ran: Ran = desk.run(&[line, &["--lang", lang]].concat());
        let word = |it: &str| it.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).map(str::to_owned).collect::<Vec<_>>();
        let words = word(&ran.err);
        let named: Vec<&str> = FILES.into_iter().filter(|file| words.iter().any(|it| it == file)).collect();
        assert_eq!((ran.code, named.len()), (5, 1), "{line:?}: {ran}");
        // A line of what to do that names no other command speaks of this one.
        for hint in ran.err.lines().filter(|it| it.starts_with("  ") && !it.contains("onduty ")) {
            let others: Vec<String> = word(hint).into_iter().filter(|it| it.len() > 2 && it.starts_with("--")).collect();
            assert!(others.iter().all(|it| all[&name].contains(it)), "{line:?} does not take {others:?}: {ran}");
        }
        wanted.extend(named);
    }
    (name, wanted)
}

/// Each asks for the passphrase of whoever acts, and says how a script gives it.
fn sign(desk: &Desk, lines: &[&[&str]]) -> BTreeSet<String> {
    let one = |line: &&[&str]| {
        let (name, asked) = asks(desk, line);
        assert_eq!(asked, ["--passphrase-file"; 2], "{line:?}");
        name
    };
    lines.iter().map(one).collect()
}

const WHY: &[&str] = &["--reason", "有原因"];

/// What asks in the same way (`signer` does for all), but only where more has happened first.
const LATER: [&str; 10] =
    ["confirm", "fulfil", "mark", "observe", "refusals", "regrade", "reinstate", "renew", "sitting close", "sitting extend"];

/// A licence is out, an exam waits to be decided, an appeal to be heard, a sitting is called.
#[test]
fn every_command_that_signs_names_the_options_it_takes() {
    let office = Office::staffed();
    let desk = &office.desk;
    for name in ["王芳", "李雷"] {
        let _ = desk.done(&["learner", "add", name]);
    }
    for name in ["陈小满", "李雷"] {
        let _ = office.sit(name, "quick", RIGHT);
    }
    let licence = office.issue("陈小满", "quick", &desk.path("l.json").display().to_string());
    assert_eq!(licence.code, 0, "{licence}");
    let middling = office.sit("王芳", "quick", BORDERLINE);
    let _ = desk.done(&["--as", "王芳", "appeal", "open", &middling, "--reason", "判得不对"]);
    let receipt = desk.json(&["appeal", "list"]).0[0]["receipt"].as_str().expect("a number").to_owned();
    let day = office.call_to_sitting("李考", "王芳");
    let file = desk.file("evidence", "别处学过");
    let number = "20261122-SH1-0001";
    let out = desk.path("again.onduty-sitting").display().to_string();
    let new = ["sitting", "new", "watched", "--candidate", "陈小满", "--room", "三号机房", "--from", "2026-11-22 09:00"];
    let lines: [Vec<&str>; 21] = [
        vec!["staff", "add", "新人", "--role", "examiner", "--staff", "钱发"],
        [&["staff", "leave", "李考", "--staff", "钱发"], WHY].concat(),
        [&["staff", "rekey", "李考", "--staff", "钱发"], WHY].concat(),
        vec!["key", "new", "--name", "晨光", "--code", "CG", "--staff", "钱发"],
        vec!["key", "rotate", "SH1", "--yes", "--staff", "钱发"],
        [&["key", "retire", "SH1", "--yes", "--staff", "钱发"], WHY].concat(),
        [&["learner", "edit", "陈小满", "--time", "1.5", "--staff", "李考"], WHY].concat(),
        [&["grant", "陈小满", "quick", "--staff", "李考"], WHY].concat(),
        [&new[..], &["--until", "2027-11-22 09:00", "--out", &out, "--staff", "李考"]].concat(),
        [&["decide", &middling, "pass", "--staff", "王考"], WHY].concat(),
        [&["void", &middling, "--staff", "李考"], WHY].concat(),
        [&["appeal", "decide", &receipt, "--dismiss", "--staff", "王考"], WHY].concat(),
        [&["waive", "陈小满", "first-day", "--evidence", &file, "--staff", "李考"], WHY].concat(),
        [&["suspend", number, "--staff", "钱发"], WHY].concat(),
        [&["revoke", number, "--staff", "钱发"], WHY].concat(),
        vec!["sitting", "open", &day, "--candidate", "王芳", "--identity", "known", "--staff", "李考"],
        [&["sitting", "reseal", &day, "--out", &out, "--staff", "李考"], WHY].concat(),
        vec!["sitting", "note", &day, "停电", "--staff", "李考"],
        [&["sitting", "void", &day, "--whole", "--staff", "李考"], WHY].concat(),
        vec!["issue", "李雷", "quick", "--staff", "钱发"],
        vec!["issue", "李雷", "quick", "--staff", "钱发", "--key-passphrase-file", &office.passphrase],
    ];
    let mut done = sign(desk, &lines.iter().map(Vec::as_slice).collect::<Vec<_>>());
    done.extend(LATER.map(str::to_owned));
    // The keys of the organisation, and those that are made.
    let folder = desk.path("lists").display().to_string();
    let (status, keys) = asks(desk, &["status", "--out", &folder]);
    let issue = ["issue", "李雷", "quick", "--staff", "钱发", "--passphrase-file", &office.passphrase];
    assert_eq!((keys, asks(desk, &issue).1), (vec!["--key-passphrase-file"; 2], vec!["--key-passphrase-file"; 2]));
    let add = ["staff", "add", "新人", "--role", "examiner", "--staff", "钱发", "--passphrase-file", &office.passphrase];
    assert_eq!(asks(desk, &add).1, ["--new-passphrase-file"; 2]);
    done.insert(status);
    assert_eq!(done, signing());
    // There is one passphrase to give at `status`: its short name does.
    let _ = desk.done(&["status", "--out", &folder, "--passphrase-file", &office.passphrase]);
}
