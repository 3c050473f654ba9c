//! `status`: the signed lists, where licences say that they are; and what `verify` makes of them.

use insta::assert_snapshot;
use onduty::credential::status::StatusList;
use serde_json::Value;

use crate::desk::{Desk, Happens, Ran};
use crate::office::{Office, RIGHT, masked};

const DAY: i64 = 86_400_000;

/// `status` to a folder of the desk.
fn status(office: &Office, more: &[&str]) -> Ran {
    let folder = office.desk.path("lists").display().to_string();
    office.desk.run(&[&["status", "--out", &folder, "--key-passphrase-file", &office.passphrase], more].concat())
}

fn said(ran: &Ran) -> String {
    masked(&ran.to_string())
}

#[test]
fn both_lists_of_every_key_are_written_and_written_anew() {
    let office = Office::staffed();
    let url = "https://status.example.com/";
    let new = ["key", "new", "--name", "晨光", "--code", "CG", "--status-url", url, "--new-passphrase-file"];
    assert_eq!(office.by("钱发", &[&new[..], &[&office.passphrase]].concat()).code, 0);
    assert_snapshot!(said(&status(&office, &["--key", "CG"])), @"
    DESK/lists/CG-revocation.json: nobody
    DESK/lists/CG-suspension.json: nobody
    ── stderr ──
    Put these files below https://status.example.com/; whoever checks licences fetches them from there.
    ── exit 0 ──
    ");
    assert_snapshot!(said(&status(&office, &["--key", "SH1", "--lang", "zh-CN"])), @"
    DESK/lists/SH1-revocation.json：一张也没有
    DESK/lists/SH1-suspension.json：一张也没有
    ── stderr ──
    做这把密钥的时候没有写名单的网址：请把这些文件交给核验的人（onduty verify --status 文件）。
    ── exit 0 ──
    ");
    let before = office.read("lists/CG-revocation.json");
    office.desk.then(Happens::GoesBy(DAY));
    let (all, code) = office.desk.json(&[
        "status",
        "--out",
        &office.desk.path("lists").display().to_string(),
        "--key-passphrase-file",
        &office.passphrase,
    ]);
    assert_eq!(code, 0);
    let addresses: Vec<&str> = all.as_array().expect("a list").iter().filter_map(|list| list["address"].as_str()).collect();
    let mut sorted = addresses.clone();
    sorted.sort_unstable();
    let wanted = [
        "https://status.example.com/CG-revocation.json",
        "https://status.example.com/CG-suspension.json",
        "urn:onduty:status:SH1",
        "urn:onduty:status:SH1:suspension",
    ];
    assert_eq!(sorted, wanted);
    let (old, new) = (StatusList::read(&before).expect("a list"), office.read("lists/CG-revocation.json"));
    assert!(StatusList::read(&new).expect("a list").at > old.at);
}

/// Two keys under one code, each with a passphrase of its own: both are named as the prompt and the files call them.
#[test]
fn a_key_and_the_one_that_took_its_place_are_named_apart() {
    let office = Office::staffed();
    let other = office.desk.file("other", "another long passphrase\n");
    assert_eq!(office.by("钱发", &["key", "rotate", "SH1", "--yes", "--new-passphrase-file", &other]).code, 0);
    let folder = office.desk.path("lists").display().to_string();
    let lists = |key: &str, files: &[&str]| {
        let files = files.iter().flat_map(|file| ["--key-passphrase-file", file]);
        let ran = office.desk.run(&["status", "--out", &folder, "--key", key].into_iter().chain(files).collect::<Vec<_>>());
        (
            ran.code,
            ran.out.lines().map(|line| line.rsplit('/').next().unwrap_or_default().to_owned()).collect::<Vec<_>>(),
            ran.err,
        )
    };
    let old = office.passphrase.as_str();
    assert_eq!(lists("SH1-2", &[&other]).1, ["SH1-2-revocation.json: nobody", "SH1-2-suspension.json: nobody"]);
    assert_eq!(lists("SH1-1", &[old]).1, ["SH1-revocation.json: nobody", "SH1-suspension.json: nobody"]);
    for files in [[old, &other], [&other, old]] {
        assert_eq!((lists("SH1", &files).0, lists("SH1", &files).1.len()), (0, 4), "a code means every key that had it");
    }
    let (code, _, err) = lists("SH1", &[&other]);
    assert!(code == 5 && err.contains("Each key has a passphrase of its own: SH1 · SH1-2"), "{err}");
    std::fs::remove_file(office.desk.path("data/keys/issuer-SH1-2.pem")).expect("removed");
    let (code, _, err) = lists("SH1-2", &[&other]);
    assert!(code == 5 && err.contains("issuer-SH1-2.pem") && err.contains("The files of these lie here: SH1 "), "{err}");
}

#[test]
fn lists_can_be_signed_only_where_the_key_lies() {
    let office = Office::staffed();
    assert_snapshot!(said(&status(&office, &["--key", "HB"])), @"
    ── stderr ──
    Not done: No issuing key is called HB.
      What to do: The files of these lie here: SH1 (what --key takes)
      What to do: Which there are: onduty key show
    ── exit 5 ──
    ");
    std::fs::remove_file(office.desk.path("data/keys/issuer-SH1.pem")).expect("removed");
    assert_eq!(status(&office, &[]).code, 5);
    let bad = office.desk.file("wrong", "another passphrase\n");
    let folder = office.desk.path("lists").display().to_string();
    let office = Office::staffed();
    assert_eq!(office.desk.run(&["status", "--out", &folder, "--key-passphrase-file", &bad]).code, 5);
}

#[test]
fn an_address_for_lists_is_a_plain_one() {
    let office = Office::staffed();
    for url in ["http://a.example/", "https://a.example/x", "https:///", "https://a.example/?x=/", "https://a b/", "ftp:/", ""] {
        let new = ["key", "new", "--name", "晨光", "--code", "CG", "--status-url", url, "--new-passphrase-file"];
        assert_eq!(office.by("钱发", &[&new[..], &[&office.passphrase]].concat()).code, 2, "{url}");
    }
}

#[test]
fn whoever_checks_uses_the_lists_at_hand() {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", RIGHT);
    let out = office.desk.path("licence.json").display().to_string();
    assert_eq!(office.issue("陈小满", "quick", &out).code, 0);
    assert_eq!(status(&office, &[]).code, 0);
    let text = |name: &str| String::from_utf8(office.read(name)).expect("text");
    let door = Desk::empty();
    door.then(Happens::GoesBy(2 * DAY));
    let _ = door.stop_time();
    let _ = door.file("data/trust.toml", &office.desk.done(&["key", "show"]).out);
    let licence = door.file("licence.json", &text("licence.json"));
    let lists = ["revocation", "suspension"].map(|name| door.file(name, &text(&format!("lists/SH1-{name}.json"))));
    let step = |args: &[&str]| -> (Value, Value) {
        let (all, _) = door.json(&[&["verify", &licence], args].concat());
        let last = all[0]["steps"].as_array().and_then(|steps| steps.last()).expect("a step").clone();
        (last["outcome"].clone(), last["reason"].clone())
    };
    assert_eq!(step(&[]), ("not-checked".into(), "list-not-read".into()));
    half(&door, &licence, &lists);
    assert_eq!(step(&["--status", &lists[0], "--status", &lists[1]]), ("passed".into(), Value::Null));
    let words = |args: &[&str]| {
        let (all, _) = door.json(&[&["verify", &licence], args].concat());
        (all[0]["words"].as_str().expect("text").to_owned(), all[0]["as_of"].is_string())
    };
    let (said, as_of) = words(&["--status", &lists[0], "--status", &lists[1]]);
    assert!(said.contains("neither suspended nor revoked as of 2026-11-22 ") && as_of, "{said}");
    let (said, as_of) = words(&[]);
    assert!(said.contains("is not known, for want of a recent list") && !as_of, "{said}");
    let spoilt = door.file("spoilt", &text("lists/SH1-revocation.json").replace("2026-", "2027-"));
    let gone = door.path("gone.json").display().to_string();
    // Who asks for a list is not told that all is well without it.
    for (named, code, why) in
        [(&spoilt, 1, "is not as its issuer signed it"), (&licence, 1, "is no status list"), (&gone, 4, "cannot be read")]
    {
        let ran = door.run(&["verify", &licence, "--status", named]);
        assert!(ran.code == code && ran.err.contains(why) && ran.out.is_empty(), "{ran}");
    }
    // A folder stands for the lists in it.
    let folder = door.path("both");
    std::fs::create_dir(&folder).expect("a folder");
    for (list, name) in lists.iter().zip(["a.json", "b.json"]) {
        let _ = std::fs::copy(list, folder.join(name)).expect("copied");
    }
    assert_eq!(step(&["--status", &folder.display().to_string()]), ("passed".into(), Value::Null));
    // Those in the folder beside the records are used unasked.
    for name in ["revocation", "suspension"] {
        let _ = door.file(&format!("data/status/SH1-{name}.json"), &text(&format!("lists/SH1-{name}.json")));
    }
    assert_eq!(step(&[]), ("passed".into(), Value::Null));
    door.then(Happens::GoesBy(40 * DAY));
    assert_eq!(step(&[]).1, "list-old");
}

/// One of the two lists, or a folder without any: which was looked at is said, and whoever asked for lists is not told that all is well.
fn half(door: &Desk, licence: &str, lists: &[String; 2]) {
    let at = |door: &Desk, named: &str, lang: &str| door.run(&["verify", licence, "--status", named, "--lang", lang]);
    let last = |ran: &Ran| {
        said(ran)
            .lines()
            .skip_while(|line| !line.contains("Revocation and suspension:") && !line.contains("吊销和暂停："))
            .collect::<Vec<_>>()
            .join("\n")
    };
    assert_snapshot!(last(&at(door, &lists[0], "en")), @"
    - Revocation and suspension: not checked. It is not on the list of revoked
      licences of 2026-11-22 09:31; the list of suspended ones is not here to look
      at. Get it from the issuer.

    Not settled: signature, issuer and dates are right, but the status lists that
    you asked for do not say whether it was suspended (it was not revoked as of
    2026-11-22 09:31). Get the issuer's newest lists, of revoked and of suspended
    licences, and check again.

    ~ 20261122-SH1-0001: not settled, the status lists do not tell
    ── exit 1 ──
    ");
    assert_snapshot!(last(&at(door, &lists[1], "zh-CN")), @"
    - 吊销和暂停：没有查。2026-11-22 09:31 的暂停名单上没有它；吊销名单手边没有，请
      向发证方要。

    还不能定：签名、发证方、日期都对，可您要查的名单说不清它有没有被吊销（到
    2026-11-22 09:31 为止没被暂停）。请向发证方要最新的吊销名单和暂停名单，再查一
    次。

    ~ 20261122-SH1-0001：还不能定，名单说不清
    ── exit 1 ──
    ");
    let (json, code) = door.json(&["verify", licence, "--status", &lists[0]]);
    let there = |n: usize| (json[0]["lists"][n]["purpose"].clone(), json[0]["lists"][n]["as_of"].is_string());
    assert_eq!((there(0), there(1)), (("revocation".into(), true), ("suspension".into(), false)), "{json:#}");
    assert_eq!((code, &json[0]["conclusion"], &json[0]["good"]), (1, &"status-not-known".into(), &false.into()));
    let empty = door.path("empty");
    std::fs::create_dir(&empty).expect("a folder");
    let ran = at(door, &empty.display().to_string(), "en");
    assert!(ran.code == 1 && ran.err.contains("is a status list") && ran.out.contains("not settled"), "{ran}");
    // Who did not ask is told as well, and takes it for what it is.
    let _ = door.file("data/status/one.json", &std::fs::read_to_string(&lists[0]).expect("a list"));
    let ran = door.run(&["verify", licence]);
    assert!(ran.code == 0 && ran.out.contains("the list of suspended"), "{ran}");
    std::fs::remove_dir_all(door.path("data/status")).expect("removed");
}

#[test]
fn a_scheme_can_keep_its_holders_names_out_of_licences() {
    let office = Office::staffed();
    office.desk.edit("shelf/quick.toml", "competences =", "holder = \"hashed\"\ncompetences =");
    let _ = office.sit("陈小满", "quick", RIGHT);
    let out = office.desk.path("licence.json").display().to_string();
    let ran = office.issue("陈小满", "quick", &out);
    assert_eq!(ran.code, 0, "{ran}");
    let text = String::from_utf8(office.read("licence.json")).expect("text");
    assert!(!text.contains("陈小满") && text.contains("sha256$"), "{text}");
    let trust = office.desk.file("trusted.toml", &office.desk.done(&["key", "show"]).out);
    let verify = |more: &[&str]| office.desk.run(&[&["verify", &out, "--trust", &trust], more].concat());
    let first = |ran: &Ran| masked(ran.out.split("\n\n").skip(2).collect::<Vec<_>>().join("\n\n").as_str());
    assert_snapshot!(first(&verify(&[])), @"
    Good: signed by an issuer you trust, unchanged, within its dates, neither
    suspended nor revoked as of 2026-11-22 09:31, by this desk's own records. It
    does not show whose it is: check again with --holder NAME, and see that the
    person before you is called so.

    ✓ 20261122-SH1-0001: good
    ");
    assert_snapshot!(first(&verify(&["--holder", "陈小满"])), @"
    Good: signed by an issuer you trust, unchanged, within its dates, neither
    suspended nor revoked as of 2026-11-22 09:31, by this desk's own records, and
    the name agrees.

    ✓ 20261122-SH1-0001: good
    ");
    assert_snapshot!(first(&verify(&["--holder", "陈大满", "--lang", "zh-CN"])), @"
    不是这个人的证：跟您给的姓名对不上。没弄清楚之前不要接受。

    × 20261122-SH1-0001：不是这个人的证
    ");
}

/// At the desk its own records answer, and are named; whoever asks for lists is answered by lists, unless it was taken back.
#[test]
fn who_says_so_is_named_and_lists_that_were_asked_for_settle_it() {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", RIGHT);
    let licence = office.desk.path("licence.json").display().to_string();
    assert_eq!(office.issue("陈小满", "quick", &licence).code, 0);
    let trust = office.desk.file("trusted.toml", &office.desk.done(&["key", "show"]).out);
    let verify = |more: &[&str]| office.desk.run(&[&["verify", &licence, "--trust", &trust], more].concat());
    let flat = |ran: &Ran| ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
    let ran = verify(&[]);
    assert!(ran.code == 0 && flat(&ran).matches("by this desk's own records").count() == 2, "{ran}");
    let ran = verify(&["--lang", "zh-CN"]);
    assert!(ran.out.matches("主管台自己的记录").count() == 2, "{ran}");
    let source = |more: &[&str]| {
        let told = office.desk.json(&[&["verify", &licence, "--trust", &trust], more].concat());
        (told.0[0]["source"].clone(), told.0[0]["conclusion"].clone(), told.1)
    };
    assert_eq!(source(&[]), ("desk".into(), "good".into(), 0));
    let empty = office.desk.path("empty").display().to_string();
    std::fs::create_dir(&empty).expect("a folder");
    assert_eq!(source(&["--status", &empty]), (Value::Null, "status-not-known".into(), 1));
    assert_eq!(office.by("钱发", &["revoke", "20261122-SH1-0001", "--reason", "替考"]).code, 0);
    assert_eq!(source(&["--status", &empty]), ("desk".into(), "revoked".into(), 1));
    let ran = verify(&[]);
    assert!(flat(&ran).contains("By this desk's own records it is revoked"), "{ran}");
}
