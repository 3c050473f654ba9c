//! What two examiners come to: by their mean, apart, settled by a third.

use insta::assert_snapshot;

use super::*;

#[test]
fn two_examiners_who_agree_count_by_their_mean() {
    let (office, exam) = admitted_with(25);
    comes_to(&office, &exam, "pending", None);
    // 4 and 3 of 4: apart by just as much as they may be.
    both(&office, "bow", &[1, 2, 1, 5], &[1, 1, 1, 3]);
    comes_to(&office, &exam, "pending", None);
    // 3 and 3 of 4.
    both(&office, "desk", &[3, 0, 4], &[2, 1, 4]);
    // (87.5 + 75) / 2
    comes_to(&office, &exam, "passed", Some("81.2"));
    assert_eq!(office.desk.run(&["result", &exam]).code, 0);
    assert!(office.is_sound());
}

#[test]
fn too_few_points_fail() {
    let (office, exam) = admitted_with(25);
    both(&office, "bow", &[1, 0, 0, 1], &[1, 0, 0, 1]);
    both(&office, "desk", &[3, 1, 4], &[2, 1, 4]);
    // (25 + 87.5) / 2 = 56.25, below 60.
    comes_to(&office, &exam, "failed", Some("56.2"));
    assert_eq!(result(&office, &exam)["why"], serde_json::json!(["practice", "total"]));
}

#[test]
fn two_who_are_apart_are_settled_by_a_third() {
    let (office, exam) = admitted_with(24);
    both(&office, "desk", &[3, 1, 4], &[3, 1, 4]);
    both(&office, "bow", &[1, 2, 1, 5], &[1, 1, 1, 3]);
    comes_to(&office, &exam, "pending", None);
    assert_snapshot!(masked(&office.desk.run(&["result", &exam]).to_string()), @"
    Exam result: The hands-on licence

    陈小满 · over at 2026-11-22 09:30 · number NUMBER

    ~ Not settled: the stations are not all marked, so there is no total yet.

    Look again: When the stations are marked, type: onduty result NUMBER

    Part      Mark          At least  Weight  Gives  Enough?
    Stations  to be marked  60%       100%    –      –
    Total     –             60%       100%    –      –

    Shown with one decimal, cut, never rounded up; exact marks are compared.

    How it ended: Handed in.
    Still missing: Station “A bow”: the examiners are too far apart, a third
      decides

    Good to know

    If you disagree: See the manager within seven days.
    Pass mark: The mark of 60 is policy: it rests on no record of judges or
      ratings.
    ── exit 1 ──
    ");
    let decide = |who: &str, take: &str| office.by(who, &["decide", &exam, "--take", take, "--reason", "看过录像"]);
    // Neither of the two decides, nor is told what the other saw.
    let worse = office.newest_observation();
    let ran = decide("李考", worse.short());
    assert_snapshot!(ran, @"
    ── stderr ──
    Not done: 李考 is one of the two examiners; a third has to decide.
    ── exit 5 ──
    ");
    assert_snapshot!(masked(&decide("王考", "?").to_string()), @r#"
    ── stderr ──
    Not done: "?" is no observation that waits for a decision.
      What to do: The result: onduty result NUMBER
    ── exit 5 ──
    "#);
    // The third is told what there is.
    assert_snapshot!(masked(&decide("赵考", "?").to_string()), @r#"
    ── stderr ──
    Not done: "?" is no observation that waits for a decision.
      What to do: These wait for a decision: bow: NUMBER 李考 100 %, NUMBER 王考 75 %
    ── exit 5 ──
    "#);
    assert_snapshot!(masked(&decide("赵考", worse.short()).to_string()), @"
    ── stderr ──
    NUMBER: decided and signed by 赵考.
    ── exit 0 ──
    ");
    // 75 and 100
    comes_to(&office, &exam, "passed", Some("87.5"));
    // Once is enough.
    assert_snapshot!(masked(&decide("赵考", worse.short()).to_string()), @r#"
    ── stderr ──
    Not done: "NUMBER" is no observation that waits for a decision.
      What to do: The result: onduty result NUMBER
    ── exit 5 ──
    "#);
    assert!(office.is_sound());
}

#[test]
fn a_settlement_by_one_of_the_two_counts_for_nothing() {
    let (office, exam) = admitted_with(24);
    both(&office, "desk", &[3, 1, 4], &[3, 1, 4]);
    both(&office, "bow", &[1, 2, 1, 5], &[1, 1, 1, 3]);
    let mine = observed(&office, "bow").remove(0);
    let beside = Beside { salt: "00".repeat(16), words: "我说了算".to_owned() };
    let Deed::Observed { observation, exam: whole, station, .. } = mine else { panic!("it was one") };
    let settled = || Deed::Settled {
        exam: whole.clone(),
        station: station.clone(),
        observation: observation.clone(),
        reason: beside.digest(),
    };
    office.forge("李考", settled(), Some(beside.clone()));
    comes_to(&office, &exam, "pending", None);
    office.forge("钱发", settled(), Some(beside.clone()));
    comes_to(&office, &exam, "pending", None);
    office.forge("赵考", settled(), Some(beside.clone()));
    comes_to(&office, &exam, "passed", Some("100"));
}

/// The acts by which examiners stand for their marks at a station, oldest first.
pub fn observed(office: &Office, at: &str) -> Vec<Deed> {
    let deeds = office.acts().into_iter().map(|s| s.act.deed);
    deeds.filter(|deed| matches!(deed, Deed::Observed { station, .. } if station.as_str() == at)).collect()
}

#[test]
fn one_examiner_more_than_the_scheme_wants_changes_nothing() {
    let (office, exam) = admitted();
    // 赵考 was at it when two others signed.
    office.cut("observed");
    assert_eq!(office.observe("赵考", "bow", &[0, 0, 0, 1]).code, 4);
    office.mend();
    both(&office, "bow", &[1, 2, 1, 5], &[1, 2, 1, 5]);
    both(&office, "desk", &[3, 1, 5], &[3, 1, 5]);
    comes_to(&office, &exam, "passed", Some("100"));
    let late = office.observations().remove(0).id;
    let closed = office.store().events(&late).expect("events").last().expect("an end").event.digest();
    let Deed::Observed { exam: whole, station, .. } = observed(&office, "bow").remove(0) else { panic!("it was one") };
    office.forge("赵考", Deed::Observed { observation: late, closed, exam: whole, station }, None);
    assert_eq!(observed(&office, "bow").len(), 3);
    comes_to(&office, &exam, "passed", Some("100"));
    let out = office.desk.path("licence.json").display().to_string();
    let ran = office.issue("陈小满", "hands", &out);
    assert_eq!(ran.code, 0, "{ran}");
    assert!(!String::from_utf8(office.read("licence.json")).expect("text").contains(&closed.to_string()), "it rests on four");
}

#[test]
fn who_differ_over_a_critical_step_are_apart() {
    let (office, exam) = admitted_with(100);
    both(&office, "desk", &[3, 1, 4], &[3, 1, 4]);
    // 3 and 3 of 4, but only one saw the candidate stand up.
    both(&office, "bow", &[1, 2, 0, 3], &[0, 2, 1, 3]);
    comes_to(&office, &exam, "pending", None);
    assert_eq!(result(&office, &exam)["missed"]["critical"], serde_json::json!([]), "nothing is held against anybody yet");
    assert_snapshot!(masked(&office.by("赵考", &["decide", &exam, "--take", "?", "--reason", "看过录像"]).to_string()), @r#"
    ── stderr ──
    Not done: "?" is no observation that waits for a decision.
      What to do: These wait for a decision: bow: NUMBER 李考 75 %, NUMBER 王考 75 % ✗ stand
    ── exit 5 ──
    "#);
    let missed = office.newest_observation();
    let ran = office.by("赵考", &["decide", &exam, "--take", missed.short(), "--reason", "确实没有站起来"]);
    assert_eq!(ran.code, 0, "{ran}");
    comes_to(&office, &exam, "failed", Some("87.5"));
    assert_eq!(result(&office, &exam)["why"], serde_json::json!(["critical"]));
}

#[test]
fn a_critical_step_missed_fails_whatever_else() {
    let (office, exam) = admitted();
    both(&office, "bow", &[0, 2, 1, 5], &[0, 2, 1, 5]);
    // 75 percent, and the other station not even observed.
    comes_to(&office, &exam, "failed", None);
    let told = result(&office, &exam);
    assert_eq!(told["missed"]["critical"][0]["step"], "stand");
    let ran = office.observe("李考", "desk", &[3, 1, 5]);
    assert_snapshot!(ran, @r#"
    ── stderr ──
    Not done: The exam "The hands-on licence" of 陈小满 has its result; nothing is observed any more.
    ── exit 5 ──
    "#);
}

/// Who settles before anybody knows that he observed has settled all the same: then his own marks are not taken.
#[test]
fn nobody_settles_first_and_observes_after() {
    let (office, exam) = admitted_with(24);
    both(&office, "desk", &[3, 1, 4], &[3, 1, 4]);
    assert_eq!(office.observe("李考", "bow", &[1, 0, 0, 1]).code, 0);
    office.cut("observed");
    assert_eq!(office.observe("王考", "bow", &[1, 2, 1, 5]).code, 4);
    office.mend();
    let mine = office.newest_observation();
    let closed = office.store().events(&mine).expect("events").last().expect("an end").event.digest();
    let Deed::Observed { exam: whole, station, .. } = observed(&office, "bow").remove(0) else { panic!("it was one") };
    let beside = Beside { salt: "00".repeat(16), words: "我说了算".to_owned() };
    let (reason, observation) = (beside.digest(), mine.clone());
    office.forge("王考", Deed::Settled { exam: whole.clone(), station: station.clone(), observation, reason }, Some(beside));
    office.forge("王考", Deed::Observed { observation: mine, closed, exam: whole, station }, None);
    comes_to(&office, &exam, "pending", None);
}

/// Who settles before there is anything apart has settled nothing.
#[test]
fn nobody_settles_before_two_have_observed() {
    let (office, exam) = admitted_with(24);
    both(&office, "desk", &[3, 1, 4], &[3, 1, 4]);
    assert_eq!(office.observe("李考", "bow", &[1, 2, 1, 5]).code, 0);
    let Deed::Observed { observation, exam: whole, station, .. } = observed(&office, "bow").remove(0) else {
        panic!("it was one")
    };
    let beside = Beside { salt: "00".repeat(16), words: "我说了算".to_owned() };
    let reason = beside.digest();
    office.forge("赵考", Deed::Settled { exam: whole, station, observation, reason }, Some(beside));
    assert_eq!(office.observe("王考", "bow", &[1, 0, 0, 1]).code, 0);
    comes_to(&office, &exam, "pending", None);
}

/// Who decides before all is observed has decided nothing, and keeps nobody from deciding then.
#[test]
fn nobody_decides_before_all_is_observed() {
    let office = Office::staffed();
    office.desk.edit("shelf/hands.toml", "examiners = 2", "examiners = 2\ndiffer = 25");
    office.desk.edit("shelf/hands.toml", "[practice]\npass = 60", "[practice]\npass = 50");
    office.desk.edit("shelf/hands.toml", "attempts = 1", "attempts = 1\nborderline = 10");
    let exam = office.sit("陈小满", "hands", "");
    let row = office.store().attempts(None).expect("readable").into_iter().find(|row| row.id.short() == exam).expect("an exam");
    let closed = office.store().events(&row.id).expect("events").last().expect("an end").event.digest();
    let beside = Beside { salt: "00".repeat(16), words: "我说了算".to_owned() };
    let early = Deed::Decided { attempt: row.id, closed, pass: true, reason: beside.digest() };
    office.forge("赵考", early, Some(beside));
    both(&office, "bow", &[1, 0, 0, 1], &[1, 0, 0, 1]);
    both(&office, "desk", &[3, 1, 4], &[2, 1, 4]);
    // 56.25 of 100, where 60 pass.
    comes_to(&office, &exam, "borderline", Some("56.2"));
    assert_eq!(office.by("李考", &["decide", &exam, "fail", "--reason", "看过录像"]).code, 0);
    comes_to(&office, &exam, "failed", Some("56.2"));
}
