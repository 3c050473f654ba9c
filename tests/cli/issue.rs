//! `issue` and `licences`: from a passed exam to a file that verifies anywhere; and whatever stands in the way.

mod laws;
#[cfg(unix)]
mod numbers;
mod refused;

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
fn a_passed_exam_becomes_a_licence() {
    let (office, exam) = passed_watched();
    assert_snapshot!(issue(&office, "钱发", "陈小满", "watched"), @"
    ── stderr ──
    Issued: 20261122-SH1-0001  陈小满  2026-11-22 to 2027-05-20. File: DESK/licence.json
    ── exit 0 ──
    ");
    let bytes = office.read(FILE);
    assert_snapshot!(shape(&bytes), @r#"
    {
      "@context": [
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
      ],
      "credentialStatus": {
        "id": "urn:onduty:status:SH1#1",
        "statusListCredential": "urn:onduty:status:SH1",
        "statusListIndex": "1",
        "statusPurpose": "revocation",
        "type": "BitstringStatusListEntry"
      },
      "credentialSubject": {
        "achievement": {
          "achievementType": "Certification",
          "criteria": {
            "narrative": "通过本方案的考试，能够：\n先问好\n会鞠躬"
          },
          "description": "在柜台前接待客户。",
          "id": "urn:onduty:licence:KEY:watched",
          "inLanguage": "zh-CN",
          "name": "监考证",
          "related": [
            {
              "id": "urn:onduty:licence:KEY:watched:in:en",
              "inLanguage": "en",
              "name": "The watched licence",
              "type": [
                "Related"
              ]
            }
          ],
          "resultDescription": [
            {
              "id": "urn:onduty:licence:KEY:watched:part:theory",
              "name": "理论",
              "requiredValue": "50",
              "resultType": "Percent",
              "type": [
                "ResultDescription"
              ],
              "valueMax": "100",
              "valueMin": "0"
            },
            {
              "id": "urn:onduty:licence:KEY:watched:part:practice",
              "name": "实操",
              "requiredValue": "60",
              "resultType": "Percent",
              "type": [
                "ResultDescription"
              ],
              "valueMax": "100",
              "valueMin": "0"
            },
            {
              "id": "urn:onduty:licence:KEY:watched:part:total",
              "name": "总分",
              "requiredValue": "60",
              "resultType": "Percent",
              "type": [
                "ResultDescription"
              ],
              "valueMax": "100",
              "valueMin": "0"
            }
          ],
          "type": [
            "Achievement"
          ]
        },
        "id": "urn:uuid:UUID",
        "identifier": [
          {
            "hashed": false,
            "identityHash": "陈小满",
            "identityType": "name",
            "type": "IdentityObject"
          }
        ],
        "licenseNumber": "20261122-SH1-0001",
        "result": [
          {
            "resultDescription": "urn:onduty:licence:KEY:watched:part:theory",
            "type": [
              "Result"
            ],
            "value": "100"
          },
          {
            "resultDescription": "urn:onduty:licence:KEY:watched:part:practice",
            "type": [
              "Result"
            ],
            "value": "87.5"
          },
          {
            "resultDescription": "urn:onduty:licence:KEY:watched:part:total",
            "type": [
              "Result"
            ],
            "value": "91.2"
          }
        ],
        "type": [
          "AchievementSubject"
        ]
      },
      "evidence": [
        {
          "genre": "scheme",
          "id": "urn:sha256:DIGEST",
          "name": "发证方案",
          "type": [
            "Evidence"
          ]
        },
        {
          "genre": "content",
          "id": "urn:sha256:DIGEST",
          "name": "试卷内容",
          "type": [
            "Evidence"
          ]
        },
        {
          "genre": "attempt",
          "id": "urn:sha256:DIGEST",
          "name": "考试结束的记录",
          "type": [
            "Evidence"
          ]
        },
        {
          "genre": "attempt",
          "id": "urn:sha256:DIGEST",
          "name": "实操观察的记录",
          "type": [
            "Evidence"
          ]
        },
        {
          "genre": "attempt",
          "id": "urn:sha256:DIGEST",
          "name": "实操观察的记录",
          "type": [
            "Evidence"
          ]
        },
        {
          "genre": "attempt",
          "id": "urn:sha256:DIGEST",
          "name": "实操观察的记录",
          "type": [
            "Evidence"
          ]
        },
        {
          "genre": "attempt",
          "id": "urn:sha256:DIGEST",
          "name": "实操观察的记录",
          "type": [
            "Evidence"
          ]
        },
        {
          "genre": "act",
          "id": "urn:sha256:DIGEST",
          "name": "监考放行",
          "type": [
            "Evidence"
          ]
        },
        {
          "genre": "note/scripted",
          "narrative": "答案来自文件，不是本人作答（仅用于测试）。",
          "type": [
            "Evidence"
          ]
        }
      ],
      "id": "urn:uuid:UUID",
      "issuer": {
        "id": "did:key:KEY",
        "name": "晨光客服中心",
        "type": [
          "Profile"
        ]
      },
      "name": "监考证",
      "proof": [
        {
          "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
          ],
          "created": "2026-11-22T…Z",
          "cryptosuite": "eddsa-jcs-2022",
          "proofPurpose": "assertionMethod",
          "proofValue": "SIGNATURE",
          "type": "DataIntegrityProof",
          "verificationMethod": "did:key:KEY#KEY"
        }
      ],
      "type": [
        "VerifiableCredential",
        "OpenBadgeCredential"
      ],
      "validFrom": "2026-11-22T…Z",
      "validUntil": "2027-05-20T16:00:00Z"
    }
    "#);
    let report = checked(&office, &bytes);
    assert_eq!(report.conclusion, Conclusion::Good, "{report:?}");
    assert_eq!(report.trusted.expect("on the list").name, "晨光客服中心");
    let claims = report.claims.expect("a licence");
    let document: Value = serde_json::from_slice(&bytes).expect("JSON");
    assert_eq!(document["credentialSubject"]["achievement"]["achievementType"], "Certification");
    assert_eq!(document["credentialSubject"]["licenseNumber"], "20261122-SH1-0001");
    let results: Vec<_> = claims.results.iter().map(|r| (r.id.as_str(), r.mark.clone())).collect();
    let percent = |value: &str, least: &str| Mark::Percent { value: value.to_owned(), required: Some(least.to_owned()) };
    // 30 × 100 % + 70 × 87.5 % = 91.25
    assert_eq!(
        results,
        [("theory", percent("100", "50")), ("practice", percent("87.5", "60")), ("total", percent("91.2", "60"))]
    );

    // What it rests on is what the store has, by digest.
    let store = office.store();
    let row = store.attempts(None).expect("rows").into_iter().find(|r| r.id.short() == exam).expect("the exam");
    let closed = |id: &AttemptId| store.events(id).expect("events").last().expect("an end").event.digest();
    let events = store.events(&row.id).expect("events");
    let Body::Started { plan } = &events[0].event.body else { panic!("it begins with its plan") };
    let of = |kind: EvidenceKind| claims.evidence.iter().filter(|e| e.kind == kind).map(|e| e.digest).collect::<Vec<_>>();
    assert_eq!(of(EvidenceKind::Scheme), [plan.exam.as_ref().expect("an exam").scheme]);
    assert_eq!(of(EvidenceKind::Content), [Digest::of(&plan.contents().collect::<Vec<_>>())]);
    let mut attempts = vec![closed(&row.id)];
    attempts.extend(office.observations().into_iter().map(|o| closed(&o.id)));
    assert_eq!((of(EvidenceKind::Attempt), attempts.len()), (attempts.clone(), 5));
    let admitted = office.acts().into_iter().find(|s| matches!(s.act.deed, Deed::Admitted { .. })).expect("admitted");
    assert_eq!(of(EvidenceKind::Act), [admitted.act.digest()]);

    // The act of issuing names the same, and the store holds together with it.
    let acts = office.acts();
    let Some(Deed::Issued(act)) = acts.last().map(|s| &s.act.deed) else { panic!("the last thing done") };
    assert_eq!((act.credential, act.closed, &act.number), (Digest::of(&document), closed(&row.id), &claims.number));
    assert_eq!((act.from, Some(Moment(act.until.0 + 1000))), (claims.from, claims.until));
    assert!(office.is_sound());
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

#[test]
fn parts_are_called_what_they_are() {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", RIGHT);
    let claims = checked(&office, &issued(&office, "陈小满", "quick")).claims.expect("a licence");
    let names: Vec<&str> = claims.results.iter().map(|r| r.name.as_str()).collect();
    assert_eq!(names, ["理论", "情景", "总分"]);
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
    let _ = Candidate::new(&office.desk, "pre-sale-agent").sits();
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
fn a_file_that_cannot_be_written_loses_nothing() {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", RIGHT);
    let nowhere = office.desk.path("no/such/folder.json").display().to_string();
    let again = |out: &str| office.issue_by("钱发", "陈小满", "quick", &["--out", out]);
    assert_snapshot!(masked(&again(&nowhere).to_string()), @"
    ── stderr ──
    Not done: The licence is issued and kept, but the file DESK/no/such/folder.json cannot be written.
      Cause: (the system's words)
      What to do: Its file once more: onduty licences --number 20261122-SH1-0001 --out FILE
    ── exit 4 ──
    ");
    assert_snapshot!(masked(&again(&nowhere).to_string()), @"
    ── stderr ──
    Not done: A licence was issued on the exam of 陈小满 (NUMBER) already.
      What to do: Its file once more: onduty licences --number 20261122-SH1-0001 --out FILE
    ── exit 5 ──
    ");
    let out = office.desk.path("again.json").display().to_string();
    assert_snapshot!(office.desk.run(&["licences", "--number", "20261122-SH1-0001", "--out", &out]), @"
    ── stderr ──
    Written to DESK/again.json
    ── exit 0 ──
    ");
    assert_eq!(checked(&office, &office.read("again.json")).conclusion, Conclusion::Good);
    assert_eq!(office.acts().iter().filter(|s| matches!(s.act.deed, Deed::Issued(_))).count(), 1);
    assert_eq!(office.desk.run(&["licences", "--number", "20261122-SH1-0001", "--out", &nowhere]).code, 4);
    assert_snapshot!(office.desk.run(&["licences", "--number", "20261122-SH1-0002", "--out", &out]), @"
    ── stderr ──
    Not done: No licence 20261122-SH1-0002 was issued here.
      What to do: Licences issued: onduty licences
    ── exit 2 ──
    ");
    assert_snapshot!(office.desk.run(&["licences", "--out", &out]).code, @"2");
}

#[test]
fn no_file_is_written_over() {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", RIGHT);
    let there = office.desk.file("there.pem", "the only copy of a key");
    assert_snapshot!(office.issue_by("钱发", "陈小满", "quick", &["--out", &there]), @"
    ── stderr ──
    Not done: There is a file DESK/there.pem already; it is not overwritten.
    ── exit 5 ──
    ");
    assert!(!office.acts().iter().any(|s| matches!(s.act.deed, Deed::Issued(_))), "nothing was issued");
    let _ = issued(&office, "陈小满", "quick");
    assert_eq!(office.desk.run(&["licences", "--number", "20261122-SH1-0001", "--out", &there]).code, 5);
    assert_eq!(office.read("there.pem"), b"the only copy of a key");
}

#[test]
fn the_file_once_more_is_the_very_same() {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", RIGHT);
    let bytes = issued(&office, "陈小满", "quick");
    let out = office.desk.path("again.json").display().to_string();
    let _ = office.desk.done(&["licences", "--number", "20261122-SH1-0001", "--out", &out]);
    assert_eq!(office.read("again.json"), bytes);
    // Whose data were erased has no file any more; that it was issued stands.
    let mut store = office.store();
    let learner = store.learners().expect("people").remove(0);
    store.erase(&learner.id).expect("erased");
    drop(store);
    let third = office.desk.path("third.json").display().to_string();
    assert_snapshot!(office.desk.run(&["licences", "--number", "20261122-SH1-0001", "--out", &third]), @"
    ── stderr ──
    Not done: Licence 20261122-SH1-0001 was erased with its holder's data.
    ── exit 5 ──
    ");
    assert_snapshot!(office.desk.run(&["licences"]), @"
    Number             Name  Licence            Until       State
    20261122-SH1-0001  –     The quick licence  2027-11-21  valid
    ── exit 0 ──
    ");
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

#[test]
fn an_exam_cut_off_before_its_admission_is_admitted_as_it_goes_on() {
    let office = Office::staffed();
    let answers = office.desk.answers(RIGHT);
    let exam = ["exam", "watched", "--answers", &answers];
    office.cut("admitted");
    assert_eq!(office.by("李考", &exam).code, 4);
    office.mend();
    let begun = office.exam("陈小满");
    assert_eq!(office.by("钱发", &exam).code, 5, "nobody goes on unseen");
    assert_eq!(office.by("李考", &exam).code, 1, "its stations are open");
    assert_eq!(office.exam("陈小满"), begun);
    assert_eq!(office.acts().iter().filter(|s| matches!(s.act.deed, Deed::Admitted { .. })).count(), 1);
    observed_by(&office, "watched", ["李考", "王考"]);
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
