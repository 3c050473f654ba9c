//! What takes two persons: proposed by one, confirmed by another, nothing in between; and provisional licences.

use onduty::attempt::act::Deed;
use onduty::store::Store as _;

use super::*;

/// An office whose quick licence takes two persons for this.
fn office(two: &str) -> Office {
    let office = Office::staffed();
    let two = format!("accepts = \"script\"\ntwo_persons = [{two}]");
    office.desk.edit("shelf/quick.toml", "accepts = \"script\"", &two);
    let _ = office.sit("陈小满", "quick", RIGHT);
    office
}

/// The act that waits.
fn waiting(office: &Office) -> String {
    let (all, _) = office.desk.json(&["confirm"]);
    let id = all[0]["act"].as_str().expect("one waits");
    id[id.len() - 8..].to_owned()
}

fn confirm(office: &Office, who: &str, more: &[&str]) -> Ran {
    let act = waiting(office);
    office.by(who, &[&["confirm", &act], more].concat())
}

#[test]
fn a_licence_takes_two() {
    let office = office("\"issue\"");
    let _ = office.add_staff("吴证", &["issuer"]);
    assert_snapshot!(masked(&give(&office, "陈小满", "quick").to_string()), @"
    ── stderr ──
    20261122-SH1-0001 is proposed and signed (NUMBER). There is no licence yet: under this scheme another issuer has to confirm it: onduty confirm NUMBER
    ── exit 0 ──
    ");
    assert!(!office.desk.path("7.json").exists());
    assert_snapshot!(office.desk.run(&["licences"]), @"
    Number             Name    Licence            Until       State
    20261122-SH1-0001  陈小满  The quick licence  2027-11-21  waits for a second person
    ── exit 0 ──
    ");
    assert_snapshot!(office.desk.run(&["licences", "--number", FIRST, "--out", "x.json"]), @"
    ── stderr ──
    Not done: 20261122-SH1-0001 waits for a second person; until then there is no licence.
      What to do: What waits: onduty confirm
    ── exit 5 ──
    ");
    let dir = office.desk.path("batch").display().to_string();
    let batch = ["issue", "--eligible", "quick", "--out", &dir, "--key-passphrase-file", &office.passphrase];
    let ran = office.by("钱发", &batch);
    assert!(ran.err.contains("1 of them take") && ran.err.contains("Nobody else to issue one to now."), "{ran}");
    // Neither again, nor changed, nor void while it waits.
    assert_eq!(give(&office, "陈小满", "quick").code, 5);
    assert_eq!(change(&office, "revoke", "还没有证").code, 5);
    assert_snapshot!(masked(&office.desk.run(&["confirm"]).to_string()), @"
    Act       What   Licence number     Name    Licence            By    Reason  May confirm
    NUMBER  issue  20261122-SH1-0001  陈小满  The quick licence  钱发          吴证, 周全
    ── stderr ──
    Confirm one by its licence number: onduty confirm NUMBER --staff NAME; refuse it with --refuse --reason WHY. Where several acts wait for one licence, type the act instead of the number.
    ── exit 0 ──
    ");
    // Not by oneself; not by who trains or examined; not by an examiner.
    assert_snapshot!(confirm(&office, "钱发", &[]), @r#"
    ── stderr ──
    20261122-SH1-0001: "issue", proposed by 钱发. For 陈小满: The quick licence, 2026-11-22 to 2027-11-21.
    Not done: 钱发 proposed this; nobody confirms their own proposal, whatever the key.
      What to do: Let another issuer look at it and confirm. To take it back: --refuse --reason WHY
    ── exit 5 ──
    "#);
    assert_snapshot!(confirm(&office, "孙训", &[]), @r#"
    ── stderr ──
    20261122-SH1-0001: "issue", proposed by 钱发. For 陈小满: The quick licence, 2026-11-22 to 2027-11-21.
    Not done: 孙训 is a trainer; under this scheme who trains may not issue.
      What to do: Let another issuer sign, or say independence = "none" in the scheme (every licence then states it).
    ── exit 5 ──
    "#);
    assert_eq!(confirm(&office, "李考", &[]).code, 5);
    assert_eq!(state(&office), "waiting");
    let out = office.desk.path("two.json").display().to_string();
    assert_snapshot!(confirm(&office, "吴证", &["--out", &out]), @r#"
    ── stderr ──
    20261122-SH1-0001: "issue", proposed by 钱发. For 陈小满: The quick licence, 2026-11-22 to 2027-11-21.
    20261122-SH1-0001: "issue" is confirmed by 吴证 and holds from now on.
    Written to DESK/two.json
    ── exit 0 ──
    "#);
    assert_eq!(state(&office), "valid");
    assert!(office.desk.path("two.json").exists() && office.is_sound());
    assert_snapshot!(office.desk.run(&["confirm"]), @"
    ── stderr ──
    Nothing waits for a second person.
    ── exit 0 ──
    ");
}

#[test]
fn who_proposed_takes_it_back() {
    let office = chinese(office("\"issue\""));
    let _ = give(&office, "陈小满", "quick");
    assert_snapshot!(confirm(&office, "钱发", &["--refuse", "--reason", "写错了"]), @"
    ── stderr ──
    20261122-SH1-0001：“发证”，由 钱发 提出。持证人 陈小满，快证，2026-11-22 至 2027-11-21。
    20261122-SH1-0001：“发证”被 钱发 退回，不生效。
    ── exit 0 ──
    ");
    assert_eq!(states(&office), []);
    // It may be issued again, under another number.
    assert_eq!(give(&office, "陈小满", "quick").code, 0);
    assert_eq!(confirm(&office, "周全", &[]).code, 0);
    assert_eq!(states(&office), [("20261122-SH1-0002".to_owned(), "valid".to_owned())]);
}

#[test]
fn another_key_of_the_same_person_is_no_second_person() {
    let office = office("\"revoke\"");
    assert_eq!(give(&office, "陈小满", "quick").code, 0);
    assert_eq!(change(&office, "revoke", "替人考试").code, 0);
    assert_eq!(state(&office), "valid", "nothing before it is confirmed");
    let same = office.by("钱发", &["revoke", FIRST, "--reason", "替人考试"]);
    assert_eq!(same.code, 5, "{same}");
    // 钱发 leaves and comes back under a new key.
    assert_eq!(office.by("周全", &["staff", "leave", "钱发", "--reason", "调走了"]).code, 0);
    assert_eq!(office.appoint("钱发", &["issuer"], "周全").code, 0);
    assert_snapshot!(confirm(&office, "钱发", &[]), @r#"
    ── stderr ──
    20261122-SH1-0001: "revoke", proposed by 钱发. For 陈小满: The quick licence, 2026-11-22 to 2027-11-21. Reason: 替人考试
    Not done: 钱发 proposed this; nobody confirms their own proposal, whatever the key.
      What to do: Let another issuer look at it and confirm. To take it back: --refuse --reason WHY
    ── exit 5 ──
    "#);
    // The holder neither.
    assert_eq!(office.appoint("陈小满", &["issuer"], "周全").code, 0);
    assert_eq!(confirm(&office, "陈小满", &[]).code, 5);
    assert_snapshot!(confirm(&office, "周全", &[]), @r#"
    ── stderr ──
    20261122-SH1-0001: "revoke", proposed by 钱发. For 陈小满: The quick licence, 2026-11-22 to 2027-11-21. Reason: 替人考试
    20261122-SH1-0001: "revoke" is confirmed by 周全 and holds from now on.
    Your own PCs learn of it with onduty send DIR --roster; whoever checks licences elsewhere only from the status lists: publish them again with onduty status --out DIR
    ── exit 0 ──
    "#);
    assert_eq!(state(&office), "revoked");
}

/// The exam was declared void between the two.
#[test]
fn what_no_longer_stands_is_not_confirmed() {
    let office = office("\"issue\"");
    let _ = give(&office, "陈小满", "quick");
    let exam = office.exam("陈小满");
    assert_eq!(office.by("李考", &["void", &exam, "--reason", "作弊了"]).code, 0);
    assert_snapshot!(masked(&confirm(&office, "周全", &[]).to_string()), @r#"
    ── stderr ──
    20261122-SH1-0001: "issue", proposed by 钱发. For 陈小满: The quick licence, 2026-11-22 to 2027-11-21.
    Not done: The exam NUMBER no longer stands as passed; no licence can be confirmed on it.
      What to do: The result: onduty result NUMBER
    ── exit 5 ──
    "#);
    assert_eq!(office.store().ledger().expect("readable").len(), office.acts().len() + 2);
}

/// An office whose first quick licence is for a month, under conditions; 陈小满 has passed.
fn on_trial() -> Office {
    let office = Office::staffed();
    let table = "lasts = \"12mo\"\n[provisional]\nlasts = \"30d\"\nconditions = \"头一个月有人带班\"";
    office.desk.edit("shelf/quick.toml", "lasts = \"12mo\"", table);
    office.desk.edit(
        "shelf/quick.en.toml",
        "language = \"en\"",
        "language = \"en\"\nprovisional.conditions = \"With a colleague for the first month\"",
    );
    let _ = office.sit("陈小满", "quick", RIGHT);
    office
}

/// What the candidate reads of the licence.
fn next_line(office: &Office) -> String {
    let result = office.desk.run(&["result"]).out;
    let from = result.find("Licence: ").unwrap_or_else(|| panic!("{result}"));
    result[from..].split("\n\n").next().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Signing for the conditions a day late is possible, and said to be late; the candidate reads how it stands at every stage.
#[test]
fn conditions_signed_for_after_the_end_are_said_to_be_late() {
    let office = on_trial();
    assert_eq!(give(&office, "陈小满", "quick").code, 0);
    assert_snapshot!(next_line(&office), @"Licence: Issued, number 20261122-SH1-0001: provisional, until 2026-12-21. For the full one its conditions have to be fulfilled by then.");
    office.desk.then(Happens::GoesBy(31 * DAY));
    assert_eq!(state(&office), "expired");
    assert_snapshot!(next_line(&office), @"Licence: Number 20261122-SH1-0001 ended on 2026-12-21. Do not work with it any more; for a new one ask your manager.");
    assert_snapshot!(change(&office, "fulfil", "带班满一个月"), @"
    ── stderr ──
    The provisional licence 20261122-SH1-0001 ended on 2026-12-21; its holder has held none since. Sign only if its conditions were fulfilled by then; the full one holds from the day it is issued.
    The conditions of 20261122-SH1-0001 are fulfilled; signed by 钱发. The full licence is still to be issued: onduty issue 陈小满 quick
    ── exit 0 ──
    ");
    assert_eq!(give(&office, "陈小满", "quick").code, 0);
    assert_eq!(states(&office).into_iter().map(|(_, state)| state).collect::<Vec<_>>(), ["valid", "superseded"]);
    assert_snapshot!(next_line(&office), @"Licence: Issued, number 20261223-SH1-0002.");
}

/// Nothing follows a provisional licence that was revoked, nor one whose full licence would be over by the time it is asked for.
#[test]
fn no_full_licence_follows_what_is_over_or_revoked() {
    let office = on_trial();
    assert_eq!(give(&office, "陈小满", "quick").code, 0);
    let revoked = on_trial();
    assert_eq!(give(&revoked, "陈小满", "quick").code, 0);
    assert_eq!(revoked.by("钱发", &["revoke", FIRST, "--reason", "替考"]).code, 0);
    let ran = give(&revoked, "陈小满", "quick");
    assert!(ran.code == 5 && ran.err.contains("was revoked: nothing follows it"), "{ran}");
    office.desk.then(Happens::GoesBy(400 * DAY));
    assert_eq!(office.by("钱发", &["fulfil", FIRST, "--reason", "带班满一个月"]).code, 0);
    let ran = give(&office, "陈小满", "quick");
    assert!(ran.code == 5 && ran.err.contains("would count from the first day of the provisional one"), "{ran}");
    let (listed, _) = office.desk.json(&["licences", "--eligible"]);
    assert!(listed[0]["may"].is_null(), "{listed}");
}

/// A month under conditions, then the rest of the year.
#[test]
fn provisional_first_then_in_full() {
    let office = on_trial();
    assert_snapshot!(office.issue("陈小满", "quick", &office.desk.path("p.json").display().to_string()), @r#"
    ── stderr ──
    Issued: 20261122-SH1-0001  陈小满  2026-11-22 to 2026-12-21. It is provisional, on condition: "With a colleague for the first month". File: DESK/p.json
    ── exit 0 ──
    "#);
    let text = String::from_utf8(office.read("p.json")).expect("UTF-8");
    assert!(text.contains("note/provisional") && text.contains("头一个月有人带班"), "{text}");
    assert_snapshot!(office.desk.run(&["licences"]), @"
    Number             Name    Licence            Until       State
    20261122-SH1-0001  陈小满  The quick licence  2026-12-21  valid, provisional
    ── exit 0 ──
    ");
    assert_snapshot!(masked(&give(&office, "陈小满", "quick").to_string()), @"
    ── stderr ──
    Not done: 陈小满 (NUMBER) holds a provisional licence; its conditions are not said to be fulfilled yet.
      What to do: Once they are: onduty fulfil 20261122-SH1-0001 --reason HOW
    ── exit 5 ──
    ");
    assert_snapshot!(office.by("钱发", &["fulfil", FIRST, "--reason", "带班满一个月"]), @"
    ── stderr ──
    The conditions of 20261122-SH1-0001 are fulfilled; signed by 钱发. The full licence is still to be issued: onduty issue 陈小满 quick
    ── exit 0 ──
    ");
    assert_eq!(office.desk.json(&["licences"]).0[0]["state"], "fulfilled");
    assert_eq!(change(&office, "fulfil", "再来一次").code, 5);
    office.desk.then(Happens::GoesBy(10 * DAY));
    let out = office.desk.path("f.json").display().to_string();
    // A year from the first day, not from today.
    assert_snapshot!(office.issue("陈小满", "quick", &out), @"
    ── stderr ──
    Issued: 20261202-SH1-0002  陈小满  2026-12-02 to 2027-11-21. File: DESK/f.json
    ── exit 0 ──
    ");
    let text = String::from_utf8(office.read("f.json")).expect("UTF-8");
    assert!(!text.contains("note/provisional") && text.contains("先前的临时证") && text.contains(FIRST), "{text}");
    assert_snapshot!(office.desk.run(&["licences"]), @"
    Number             Name    Licence            Until       State
    20261202-SH1-0002  陈小满  The quick licence  2027-11-21  valid
    20261122-SH1-0001  陈小满  The quick licence  2026-12-21  superseded by 20261202-SH1-0002
    ── exit 0 ──
    ");
    let (listed, _) = office.desk.json(&["licences", "--number", FIRST]);
    assert_eq!(
        (&listed[0]["state"], &listed[0]["superseded_by"]),
        (&"superseded".into(), &"20261202-SH1-0002".into()),
        "{listed}"
    );
    let (report, _) = office.desk.json(&["report", "licence", "quick"]);
    assert!(report.to_string().contains("superseded"), "{report:#}");
    assert_eq!(give(&office, "陈小满", "quick").code, 5, "once");
    let issued = |signed: &onduty::attempt::act::Signed| matches!(&signed.act.deed, Deed::Issued(_));
    assert_eq!(office.acts().iter().filter(|signed| issued(signed)).count(), 2);
    assert!(office.is_sound());
}

/// The number that is printed on the licence is enough where one act alone waits for it.
#[test]
fn what_waits_is_confirmed_by_the_number_of_the_licence() {
    let office = office("\"issue\"");
    let _ = office.add_staff("吴证", &["issuer"]);
    assert_eq!(give(&office, "陈小满", "quick").code, 0);
    assert_eq!(office.by("吴证", &["confirm", "20261122-SH1-0009"]).code, 2);
    let ran = office.by("吴证", &["confirm", FIRST]);
    assert_eq!((ran.code, state(&office).as_str()), (0, "valid"), "{ran}");
    let listed = chinese(office).desk.run(&["confirm", "--help"]).out;
    assert!(listed.contains("写证号或签字编号"), "{listed}");
}
