//! `issue` and `licences`: from a passed exam to a file that verifies anywhere; and whatever stands in the way.

mod batch;
mod document;
mod files;
mod laws;
mod listed;
#[cfg(unix)]
mod numbers;
mod refused;
mod renewal;
mod restored;

use insta::assert_snapshot;
use onduty::attempt::act::Deed;
use onduty::attempt::event::Body;
use onduty::base::digest::Digest;
use onduty::base::id::AttemptId;
use onduty::base::moment::Moment;
use onduty::credential::claims::{Claims, EvidenceKind, Mark};
use onduty::credential::json;
use onduty::credential::verify::{Conclusion, Report, verify};
use onduty::store::Store as _;
use serde_json::Value;

use crate::candidate::Candidate;
use crate::desk::{Desk, Happens, Ran};
use crate::office::{Office, RIGHT, masked};

/// The licences' file that most tests write.
const FILE: &str = "licence.json";

/// `issue`, to a file of the desk that is new each time.
fn issue(office: &Office, who: &str, learner: &str, licence: &str) -> Ran {
    let _ = std::fs::remove_file(office.desk.path(FILE));
    let out = office.desk.path(FILE).display().to_string();
    office.issue_by(who, learner, licence, &["--out", &out])
}

/// The same by 钱发; it has to be done.
fn issued(office: &Office, learner: &str, licence: &str) -> Vec<u8> {
    let ran = issue(office, "钱发", learner, licence);
    assert_eq!(ran.code, 0, "{ran}");
    office.read(FILE)
}

/// 陈小满 has passed `watched`: admitted by 李考, observed by 李考 and 王考.
fn passed_watched() -> (Office, String) {
    let office = Office::staffed();
    let exam = office.sit("陈小满", "watched", RIGHT);
    observed_by(&office, "watched", ["李考", "王考"]);
    (office, exam)
}

/// Both stations of a licence are marked by these two.
fn observed_by(office: &Office, licence: &str, who: [&str; 2]) {
    for who in who {
        for (station, marks) in [("bow", &[1, 2, 1, 5][..]), ("desk", &[3, 0, 4])] {
            let ran = office.observe_for(licence, who, station, marks);
            assert_eq!(ran.code, 0, "{ran}");
        }
    }
}

/// What whoever trusts the office's keys is told of a licence while it is good.
fn checked(office: &Office, bytes: &[u8]) -> Report {
    let claims = Claims::read(&json::read(bytes).expect("JSON")).expect("a licence");
    verify(bytes, Some(&office.trust()), claims.from, Some("陈小满"))
}

/// A licence's text without what differs from run to run.
fn shape(bytes: &[u8]) -> String {
    let text = String::from_utf8(bytes.to_vec()).expect("UTF-8");
    let line = |line: &str| match line.split_once("T0") {
        Some((day, rest)) if rest.contains('Z') => format!("{day}T…{}", &rest[rest.find('Z').expect("it is there")..]),
        _ => line.to_owned(),
    };
    masked(&text.lines().map(line).collect::<Vec<_>>().join("\n"))
}

#[test]
fn whoever_has_the_lines_of_key_show_can_check_it() {
    let (office, _) = passed_watched();
    let bytes = issued(&office, "陈小满", "watched");
    let file = office.desk.path(FILE).display().to_string();
    let trust = office.desk.file("trusted.toml", &office.desk.done(&["key", "show"]).out);
    // Somewhere else: no store, no keys.
    let elsewhere = Desk::empty();
    let verify = |file: &str, trust: &str| elsewhere.run(&["verify", file, "--trust", trust, "--holder", "陈小满"]).code;
    elsewhere.then(Happens::GoesBy(3_600_000));
    assert_eq!(verify(&file, &trust), 0);
    let altered = office.desk.file("altered.json", &String::from_utf8(bytes).expect("UTF-8").replace("\"91.2\"", "\"99.2\""));
    assert_eq!(verify(&altered, &trust), 1);
    assert_eq!(verify(&file, &office.desk.file("nobody.toml", "")), 1);
}

/// The genres of a licence's notes.
fn notes(office: &Office, bytes: &[u8]) -> Vec<&'static str> {
    let report = checked(office, bytes);
    assert_eq!(report.conclusion, Conclusion::Good, "{report:?}");
    report.claims.expect("a licence").notes.iter().map(|note| note.kind.genre()).collect()
}

#[test]
fn a_licence_says_what_speaks_against_it() {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", RIGHT);
    assert_eq!(notes(&office, &issued(&office, "陈小满", "quick")), ["note/unsupervised", "note/scripted"]);
    // An examiner saw all of it, whether he admitted or marked.
    let (office, _) = passed_watched();
    assert_eq!(notes(&office, &issued(&office, "陈小满", "watched")), ["note/scripted"]);
    let office = Office::staffed();
    let _ = office.sit("陈小满", "hands", "");
    observed_by(&office, "hands", ["李考", "王考"]);
    assert_eq!(notes(&office, &issued(&office, "陈小满", "hands")), ["note/scripted"]);
}

#[test]
fn a_licence_without_independence_says_so() {
    let office = Office::staffed();
    office.desk.edit("shelf/quick.toml", "accepts = \"script\"", "accepts = \"script\"\nindependence = \"none\"");
    let _ = office.sit("陈小满", "quick", RIGHT);
    // A trainer may.
    assert_eq!(issue(&office, "孙训", "陈小满", "quick").code, 0);
    let bytes = office.read(FILE);
    assert_eq!(notes(&office, &bytes), ["note/unsupervised", "note/not-independent", "note/scripted"]);
    let text = String::from_utf8(bytes).expect("UTF-8");
    assert!(text.contains("发证人可以是培训或考核过持证人的人"), "{text}");
}

#[test]
fn a_licence_from_the_shipped_pool_says_that_it_is_public() {
    let office = Office::staffed();
    std::fs::remove_dir_all(office.desk.path("shelf")).expect("removed");
    let (desk, passphrase) = (office.desk.with("ONDUTY_LIBRARY", ""), office.passphrase);
    let office = Office { desk, passphrase };
    let _ = Candidate::new(&office.desk, "pre-sale-agent").prepared().sits();
    let bytes = issued(&office, "陈小满", "pre-sale-agent");
    assert_eq!(notes(&office, &bytes), ["note/unsupervised", "note/public-pool"]);
    assert!(String::from_utf8(bytes).expect("UTF-8").contains("试题出自公开的题库"));
}

#[test]
fn which_key_issues() {
    let office = Office::staffed();
    let _ = office.new_key("BJ1", "北京");
    for name in ["林未", "周末"] {
        let _ = office.desk.done(&["learner", "add", name]);
    }
    for name in ["陈小满", "林未", "周末"] {
        let _ = office.sit(name, "quick", RIGHT);
    }
    assert_snapshot!(issue(&office, "钱发", "陈小满", "quick"), @"
    ── stderr ──
    Not done: There are several issuing keys; name one with --key.
      What to do: Which there are: onduty key show
    ── exit 2 ──
    ");
    let with = |learner: &str, key: &str| {
        let out = office.desk.path(&format!("{learner}.json")).display().to_string();
        office.issue_by("钱发", learner, "quick", &["--out", &out, "--key", key])
    };
    assert_snapshot!(with("陈小满", "GZ1"), @"
    ── stderr ──
    Not done: There is no such issuing key here.
      What to do: Make one: onduty key new --name COMPANY --code SH1
    ── exit 5 ──
    ");
    // Each key counts by itself.
    for (learner, key, number) in
        [("陈小满", "SH1", "20261122-SH1-0001"), ("林未", "BJ1", "20261122-BJ1-0001"), ("周末", "SH1", "20261122-SH1-0002")]
    {
        let ran = with(learner, key);
        assert!(ran.code == 0 && ran.err.contains(number), "{ran}");
    }
}

#[test]
fn licences_are_listed_with_how_they_stand() {
    let office = Office::staffed();
    assert_snapshot!(office.desk.run(&["licences"]), @"
    ── stderr ──
    No licence was issued yet.
    ── exit 0 ──
    ");
    let _ = office.desk.done(&["learner", "add", "林未"]);
    let _ = office.sit("陈小满", "quick", RIGHT);
    let bytes = issued(&office, "陈小满", "quick");
    office.desk.then(Happens::GoesBy(40 * 86_400_000));
    let _ = office.sit("林未", "quick", RIGHT);
    let _ = issued(&office, "林未", "quick");
    assert_snapshot!(office.desk.run(&["licences"]), @"
    Number             Name    Licence            Until       State
    20270101-SH1-0002  林未    The quick licence  2027-12-31  valid
    20261122-SH1-0001  陈小满  The quick licence  2027-11-21  valid
    ── exit 0 ──
    ");
    assert_snapshot!(office.desk.run(&["licences", "--lang", "zh-CN"]), @"
    编号               姓名    上岗证  有效至      状态
    20270101-SH1-0002  林未    快证    2027-12-31  有效
    20261122-SH1-0001  陈小满  快证    2027-11-21  有效
    ── exit 0 ──
    ");
    assert_snapshot!(masked(&office.desk.run(&["licences", "--format", "json", "--number", "20261122-SH1-0001"]).to_string()), @r#"
    [
      {
        "attempt": "UUID",
        "by": "钱发",
        "from": MOMENT,
        "issued": MOMENT,
        "learner": "UUID",
        "licence": "quick",
        "name": "陈小满",
        "number": "20261122-SH1-0001",
        "state": "valid",
        "until": MOMENT
      }
    ]
    ── exit 0 ──
    "#);

    // To the last second of its last day, as whoever checks the file is told, too.
    let now = office.desk.stop_time();
    let claims = Claims::read(&json::read(&bytes).expect("JSON")).expect("a licence");
    let end = claims.until.expect("it ends").0;
    let states = |office: &Office| {
        let (all, _) = office.desk.json(&["licences"]);
        all.as_array().expect("a list").iter().map(|l| l["state"].as_str().expect("text").to_owned()).collect::<Vec<_>>()
    };
    let at = |moment: i64| verify(&bytes, Some(&office.trust()), Moment(moment), None).conclusion;
    office.desk.then(Happens::GoesBy(end - 1 - now.0));
    assert_eq!((states(&office), at(end - 1)), (vec!["valid".to_owned(); 2], Conclusion::Good));
    office.desk.then(Happens::GoesBy(1));
    assert_eq!((states(&office), at(end)), (vec!["valid".to_owned(), "expired".to_owned()], Conclusion::Expired));
}

/// Killed between the exam's beginning and the examiner's signature. It may as well have been put there: nobody signs for it.
#[test]
fn an_exam_begun_without_an_examiner_does_not_go_on() {
    let office = Office::staffed();
    let sitting = office.call_to_sitting("李考", "陈小满");
    let exam = || office.open_sitting("李考", &sitting, "陈小满", RIGHT);
    office.cut("admitted");
    assert_eq!(exam().code, 4);
    office.mend();
    let begun = office.exam("陈小满");
    assert_snapshot!(masked(&exam().to_string()), @"
    ── stderr ──
    Not done: This exam (NUMBER) was begun without an examiner; it cannot go on: an examiner signs only for what begins before their eyes.
      What to do: The invigilator declares it void, then it begins anew: onduty sitting void NUMBER --candidate NAME --reason WHY
    ── exit 5 ──
    ");
    // Declared void it does not count, and another begins, before an examiner's eyes.
    assert_eq!(office.by("李考", &["void", &begun, "--reason", "断电"]).code, 0);
    assert_eq!(exam().code, 1, "its stations are open");
    assert_ne!(office.exam("陈小满"), begun);
    observed_by(&office, "watched", ["王考", "赵考"]);
    let ran = issue(&office, "钱发", "陈小满", "watched");
    assert!(ran.code == 5 && ran.err.contains("onduty sitting close"), "{ran}");
    assert!(!office.desk.done(&["licences", "--eligible"]).out.contains("onduty issue 陈小满 watched"));
    office.close_sitting("李考", &sitting);
    assert!(office.desk.done(&["licences", "--eligible"]).out.contains("onduty issue 陈小满 watched"));
    let _ = issued(&office, "陈小满", "watched");
}

#[test]
fn in_chinese_too() {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", RIGHT);
    let Office { desk, passphrase } = office;
    let office = Office { desk: Desk::in_chinese(desk), passphrase };
    assert_snapshot!(issue(&office, "钱发", "陈小满", "quick"), @"
    ── stderr ──
    已发证：20261122-SH1-0001　陈小满　2026-11-22 至 2027-11-21。文件：DESK/licence.json
    ── exit 0 ──
    ");
    assert_snapshot!(masked(&issue(&office, "钱发", "陈小满", "quick").to_string()), @"
    ── stderr ──
    没办成：陈小满 的考试（NUMBER）已经发过证了。
    　怎么办：再写一份文件：onduty licences --number 20261122-SH1-0001 --out 文件
    ── exit 5 ──
    ");
}

#[test]
fn two_of_one_name_are_told_apart() {
    let office = Office::staffed();
    let _ = office.desk.done(&["learner", "add", "陈小满", "--staff-number", "A1029"]);
    let answers = office.desk.answers(RIGHT);
    assert_eq!(office.desk.run(&["exam", "quick", "--as", "A1029", "--answers", &answers]).code, 0);
    let ran = office.by("李考", &["grant", "A1029", "quick", "--reason", "机器坏了"]);
    assert!(ran.code == 0 && ran.err.contains("陈小满 (A1029)"), "{ran}");
    let ran = issue(&office, "钱发", "A1029", "quick");
    assert!(ran.code == 0 && ran.err.contains("陈小满 (A1029)"), "{ran}");
}
