//! `renew`: the refresher is done, the licence follows the one before; and whatever stands in the way.

use super::*;

/// An office where the quick licence can be renewed in its last sixty days, and 陈小满 holds one.
fn office() -> Office {
    let office = Office::staffed();
    office.desk.edit(
        "shelf/quick.toml",
        "lasts = \"12mo\"",
        "lasts = \"12mo\"\nrenew_within = \"60d\"\nrefresher = [\"first-day\"]",
    );
    let _ = office.sit("陈小满", "quick", RIGHT);
    assert_eq!(give(&office, "陈小满", "quick").code, 0);
    office
}

fn renew(office: &Office, out: &str) -> Ran {
    let out = office.desk.path(out).display().to_string();
    office.by("钱发", &["renew", "陈小满", "quick", "--key-passphrase-file", &office.passphrase, "--out", &out])
}

fn refreshed(office: &Office) {
    let answers = office.desk.answers("\"kinds/one\" = \"hello\"\n\"queue/opening\" = \"help\"");
    let ran = office.desk.run(&["learn", "first-day", "--answers", &answers]);
    assert_eq!(ran.code, 0, "{ran}");
}

#[test]
fn early_renewal_loses_no_time() {
    let office = office();
    assert_snapshot!(renew(&office, "r.json"), @"
    ── stderr ──
    Not done: 20261122-SH1-0001 of 陈小满 can be renewed from 2027-09-23 00:00 on.
    ── exit 5 ──
    ");
    office.desk.then(Happens::GoesBy(320 * DAY));
    assert_snapshot!(renew(&office, "r.json"), @"
    ── stderr ──
    Not done: 陈小满 has not done this since the licence was issued: The first day (first-day)
      What to do: The holder takes it, then renew: onduty learn first-day --as 陈小满
      What to do: What was learnt elsewhere an examiner waives: onduty waive 陈小满 first-day --reason WHY --evidence FILE
    ── exit 5 ──
    ");
    refreshed(&office);
    assert_snapshot!(renew(&office, "r.json"), @"
    ── stderr ──
    Issued: 20271008-SH1-0002  陈小满  2027-10-08 to 2028-11-21. File: DESK/r.json
    ── exit 0 ──
    ");
    let text = String::from_utf8(office.read("r.json")).expect("UTF-8");
    assert!(text.contains("所换的旧证") && text.contains(FIRST) && text.contains("复训课程的记录"), "{text}");
    assert_snapshot!(office.desk.run(&["licences"]), @"
    Number             Name    Licence            Until       State
    20271008-SH1-0002  陈小满  The quick licence  2028-11-21  valid
    20261122-SH1-0001  陈小满  The quick licence  2027-11-21  superseded by 20271008-SH1-0002
    ── exit 0 ──
    ");
    // Only the one that counts is in the way of whoever is erased.
    let erase = office.desk.run(&["learner", "erase", "陈小满", "--yes-erase", "陈"]).err;
    assert!(erase.contains("20271008-SH1-0002 holds until") && !erase.contains(FIRST), "{erase}");
    assert_snapshot!(renew(&office, "again.json"), @"
    ── stderr ──
    Not done: 20271008-SH1-0002 of 陈小满 can be renewed from 2028-09-23 00:00 on.
    ── exit 5 ──
    ");
    assert!(office.is_sound());
}

#[test]
fn what_cannot_be_renewed() {
    let fresh = Office::staffed();
    assert_snapshot!(renew(&fresh, "r.json"), @r#"
    ── stderr ──
    Not done: 陈小满 holds no licence "The quick licence" to renew.
      What to do: The exam comes first: onduty --as 陈小满 exam quick
    ── exit 5 ──
    "#);
    let ended = office();
    ended.desk.then(Happens::GoesBy(400 * DAY));
    assert_snapshot!(renew(&ended, "r.json"), @"
    ── stderr ──
    Not done: 20261122-SH1-0001 of 陈小满 ended on 2027-11-21; it cannot be renewed any more.
      What to do: Sit the exam again, then issue: onduty --as 陈小满 exam quick
    ── exit 5 ──
    ");
    let revoked = office();
    assert_eq!(change(&revoked, "revoke", "替人考试").code, 0);
    assert_eq!(renew(&revoked, "r.json").code, 5);
    let none = licensed();
    assert_snapshot!(renew(&none, "r.json"), @r#"
    ── stderr ──
    Not done: The scheme "The quick licence" lacks refresher courses or a time to renew in: it is renewed by another exam.
      What to do: Sit the exam again, then issue: onduty --as 陈小满 exam quick
    ── exit 5 ──
    "#);
}
