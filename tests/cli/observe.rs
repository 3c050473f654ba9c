//! `observe` and `decide --take`: stations marked by examiners who do not see each other's marks.

use insta::assert_snapshot;
use onduty::attempt::act::Deed;
use onduty::attempt::event::{Beside, Body, Leaving};
use onduty::model::grade::Grade;
use onduty::store::Store as _;
use serde_json::Value;

use crate::office::{Office, marked, masked};

/// 陈小满 sits `hands`: both stations wait for two examiners.
fn admitted() -> (Office, String) {
    let office = Office::staffed();
    let exam = office.sit("陈小满", "hands", "");
    (office, exam)
}

/// The same, with two examiners allowed to differ by so many percent.
fn admitted_with(differ: u8) -> (Office, String) {
    let office = Office::staffed();
    office.desk.edit("shelf/hands.toml", "examiners = 2", &format!("examiners = 2\ndiffer = {differ}"));
    let exam = office.sit("陈小满", "hands", "");
    (office, exam)
}

/// Both examiners observe a station.
fn both(office: &Office, station: &str, one: &[u8], other: &[u8]) {
    for (who, marks) in [("李考", one), ("王考", other)] {
        let ran = office.observe(who, station, marks);
        assert_eq!(ran.code, 0, "{ran}");
    }
}

/// What an exam comes to, as a program is told.
fn result(office: &Office, exam: &str) -> Value {
    office.desk.json(&["result", exam]).0
}

/// How it stands, and the share of its practice.
fn stands(office: &Office, exam: &str) -> (String, Option<String>) {
    let told = result(office, exam);
    let share = told["parts"][0]["share"]["percent"].as_str().map(str::to_owned);
    (told["verdict"].as_str().expect("a verdict").to_owned(), share)
}

fn comes_to(office: &Office, exam: &str, verdict: &str, share: Option<&str>) {
    assert_eq!(stands(office, exam), (verdict.to_owned(), share.map(str::to_owned)));
}

#[test]
fn a_station_is_marked_step_by_step() {
    let (office, _) = admitted();
    assert_snapshot!(masked(&office.observe("李考", "bow", &[1, 2, 1, 4]).to_string()), @r#"
    ── stderr ──

    陈小满 · A bow
    Item 1 of 4

    [Critical] a 0 here fails the candidate
    Stands up
    0. Stays seated
    1. Stands up
    -. Mark sheet (leave this one for now, look at others, write a note, hand in)
    Your answer: 1: Stands up

    陈小满 · A bow
    Item 2 of 4

    Bows and says hello
    0. Neither
    1. Only one of them
    2. Both
    -. Mark sheet (leave this one for now, look at others, write a note, hand in)
    Your answer: 2: Both

    陈小满 · A bow
    Item 3 of 4

    Oral question: Why do you stand up?
    Listen for: So that the customer knows somebody is there for them.
    0. Cannot say
    1. Can say
    -. Mark sheet (leave this one for now, look at others, write a note, hand in)
    Your answer: 1: Can say

    陈小满 · A bow
    Item 4 of 4

    Rate the candidate's performance as a whole (for setting the pass mark; it does
    not count):
    1. Poor
    2. Weak
    3. Just good enough
    4. Good
    5. Excellent
    -. Mark sheet (leave this one for now, look at others, write a note, hand in)
    Your answer: 4: Good

    陈小满 · A bow
    Mark sheet: 4 of 4 marked
    1. ● marked · Stands up
    2. ● marked · Bows and says hello
    3. ● marked · Why do you stand up?
    4. ● marked · Overall rating
    5. Hand in the marks
    6. Flag item 4 to look at again
    Your answer: Hand in the marks

    陈小满 · A bow
    Mark sheet: 4 of 4 marked
    1. Not yet, back to the mark sheet
    2. Yes, hand in the marks; nothing can be changed after that
    Your answer: Yes, hand in the marks; nothing can be changed after that

    The marks for "A bow" are signed and kept (NUMBER).
    ── exit 0 ──
    "#);
    let row = &office.observations()[0];
    let events = office.store().events(&row.id).expect("events");
    let Some(Body::Closed { grade: Grade::Station(grade) }) = events.last().map(|e| &e.event.body) else { panic!("{events:?}") };
    assert_eq!((grade.points, grade.total, grade.overall), (grade.total, grade.points, Some(4)));
    assert!(office.is_sound());
}

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

    Besides

    If you disagree: See the manager within seven days.
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
fn observed(office: &Office, at: &str) -> Vec<Deed> {
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
    Not done: The exam "hands" of 陈小满 has its result; nothing is observed any more.
    ── exit 5 ──
    "#);
}

#[test]
fn examiners_are_blind_to_each_other() {
    // Two desks alike, but that the first examiner was generous at one and strict at the other: nobody else can tell which is which.
    let twin = |marks: [u8; 4]| {
        let (office, exam) = admitted();
        let [stand, bow, why, overall] = marks;
        let answers = office.desk.answers(&format!(
            "\"bow/stand\" = {stand}\n\"bow/bow\" = {bow}\n\"bow/why\" = [{{ blank = true }}, {why}]\n\"bow/overall\" = {overall}\n\
             \"bow/sheet\" = \"note\"\n\"bow/note\" = \"SEEN BY LI\""
        ));
        let args = ["observe", "hands", "--candidate", "陈小满", "--station", "bow", "--answers", &answers];
        let ran = office.by("李考", &args);
        assert_eq!(ran.code, 0, "{ran}");
        (office, exam)
    };
    let ((kind, exam), (strict, _)) = (twin([1, 2, 1, 5]), twin([0, 0, 0, 1]));
    let seen = |office: &Office| {
        let id = office.newest_observation().short().to_owned();
        let commands: Vec<Vec<&str>> = vec![
            vec!["result", &exam],
            vec!["result", &exam, "--format", "json"],
            vec!["result", &id],
            vec!["show", &id],
            vec!["show", &id, "--format", "json"],
            vec!["show", &exam],
            vec!["resume", &id],
            vec!["progress"],
            vec!["progress", "--format", "json"],
            vec!["learner", "show", "陈小满"],
            vec!["list", "attempts"],
            vec!["list", "attempts", "--format", "json"],
            vec!["exam", "hands", "--ready"],
        ];
        let mut said: Vec<String> = commands.iter().map(|args| office.desk.run(args).to_string()).collect();
        said.push(office.by("王考", &["decide", &exam, "--take", &id, "--reason", "看一看"]).to_string());
        said.push(office.by("赵考", &["decide", &exam, "--take", "?", "--reason", "看一看"]).to_string());
        said.push(office.issue("陈小满", "hands", "never.json").to_string());
        // The second examiner, at the same station, meets it from the start.
        said.push(office.observe("王考", "bow", &[1, 1, 1, 3]).to_string());
        said
    };
    let (one, other) = (seen(&kind), seen(&strict));
    for (one, other) in one.iter().zip(&other) {
        assert_eq!(one, other);
        assert!(!one.contains("SEEN BY LI"), "{one}");
    }
    assert_snapshot!(masked(&one[2]), @"
    ── stderr ──
    Not done: NUMBER is no exam.
      What to do: Read it again with onduty show NUMBER.
    ── exit 2 ──
    ");
    assert_snapshot!(masked(&one[3]), @"
    ── stderr ──
    Not done: The exam NUMBER is not shown this way: what may be told stands in its result.
      What to do: An exam's result is read with: onduty result NUMBER
    ── exit 5 ──
    ");
    assert_snapshot!(masked(&one[6]), @"
    ── stderr ──
    Not done: There is no terminal window here that can be typed in.
      What to do: Run it in a terminal window, or give the answers with --answers FILE.
    ── exit 2 ──
    ");
    // The two desks do differ: the third, who decides, is told how.
    let decide = ["decide", &exam, "--take", "?", "--reason", "看一看"];
    let told = [&kind, &strict].map(|office| office.by("赵考", &decide).err);
    assert!(told[0].contains("李考 100 %") && told[1].contains("李考 0 %"), "{told:?}");
}

#[test]
fn observations_are_not_the_candidates_doings() {
    let (office, _) = admitted();
    let said = |office: &Office| {
        ["progress", "list"].map(|command| {
            let args: &[&str] = if command == "list" { &["list", "attempts"] } else { &[command] };
            office.desk.done(args).to_string()
        })
    };
    let before = said(&office);
    let _ = office.observe("李考", "bow", &[1, 2, 1, 5]);
    // One left half-way is not the candidate's to go on with.
    let some = office.desk.answers("\"bow/stand\" = 1");
    let args = ["observe", "hands", "--candidate", "陈小满", "--station", "bow", "--answers", &some];
    assert_eq!(office.by("王考", &args).code, 2);
    assert_eq!(said(&office), before);
    let none = office.desk.answers("");
    assert_snapshot!(office.desk.run(&["resume", "--answers", &none]), @"
    ── stderr ──
    Nothing is unfinished.
      What to do: Type onduty to see what comes next.
    ── exit 0 ──
    ");
    let left = office.newest_observation();
    assert_snapshot!(office.desk.run(&["resume", left.short(), "--answers", &none]), @"
    ── stderr ──
    Not done: These are an examiner's marks; the examiner goes on with them.
      What to do: Type onduty to see what comes next.
    ── exit 5 ──
    ");
}

#[test]
fn what_was_left_half_way_goes_on_with_the_same_command() {
    let (office, exam) = admitted();
    let observe = |answers: &str| {
        let answers = office.desk.answers(answers);
        office.by("李考", &["observe", "hands", "--candidate", "陈小满", "--station", "bow", "--answers", &answers])
    };
    assert_eq!(observe("\"bow/stand\" = 1").code, 2, "the file has no more");
    let left = office.newest_observation();
    let events = office.store().events(&left).expect("events");
    assert!(matches!(events.last().map(|e| &e.event.body), Some(Body::Left { how: Leaving::EndOfInput })), "{events:?}");
    assert!(result(&office, &exam)["waiting"].as_array().is_some_and(|w| w.iter().all(|s| s["missing"] == 2)), "not signed");
    // What was marked is not asked again.
    let ran = observe("\"bow/bow\" = 2\n\"bow/why\" = 1\n\"bow/overall\" = 5");
    assert_snapshot!(masked(&ran.to_string()), @r#"
    ── stderr ──

    Going on where you left off.

    陈小满 · A bow
    Item 2 of 4

    Bows and says hello
    0. Neither
    1. Only one of them
    2. Both
    -. Mark sheet (leave this one for now, look at others, write a note, hand in)
    Your answer: 2: Both

    陈小满 · A bow
    Item 3 of 4

    Oral question: Why do you stand up?
    Listen for: So that the customer knows somebody is there for them.
    0. Cannot say
    1. Can say
    -. Mark sheet (leave this one for now, look at others, write a note, hand in)
    Your answer: 1: Can say

    陈小满 · A bow
    Item 4 of 4

    Rate the candidate's performance as a whole (for setting the pass mark; it does
    not count):
    1. Poor
    2. Weak
    3. Just good enough
    4. Good
    5. Excellent
    -. Mark sheet (leave this one for now, look at others, write a note, hand in)
    Your answer: 5: Excellent

    陈小满 · A bow
    Mark sheet: 4 of 4 marked
    1. ● marked · Stands up
    2. ● marked · Bows and says hello
    3. ● marked · Why do you stand up?
    4. ● marked · Overall rating
    5. Hand in the marks
    6. Flag item 4 to look at again
    Your answer: Hand in the marks

    陈小满 · A bow
    Mark sheet: 4 of 4 marked
    1. Not yet, back to the mark sheet
    2. Yes, hand in the marks; nothing can be changed after that
    Your answer: Yes, hand in the marks; nothing can be changed after that

    The marks for "A bow" are signed and kept (NUMBER).
    ── exit 0 ──
    "#);
    assert_eq!(office.observations().len(), 1);
    assert_eq!(office.newest_observation(), left);
}

#[test]
fn a_station_waits_for_as_many_examiners_as_the_scheme_wants() {
    let (office, _) = admitted();
    let _ = office.observe("李考", "bow", &[1, 2, 1, 5]);
    assert_snapshot!(office.observe("李考", "bow", &[1, 2, 1, 5]), @r#"
    ── stderr ──
    Not done: No station "bow" waits for you.
      What to do: You can observe: desk
    ── exit 5 ──
    "#);
    let _ = office.observe("王考", "bow", &[1, 2, 1, 5]);
    // A third would only muddle what two have seen.
    assert_snapshot!(office.observe("赵考", "bow", &[0, 0, 0, 1]), @r#"
    ── stderr ──
    Not done: No station "bow" waits for you.
      What to do: You can observe: desk
    ── exit 5 ──
    "#);
    assert_eq!(office.observations().len(), 2);
    let _ = office.observe("李考", "desk", &[3, 1, 5]);
    // Without `--station`: the one that waits.
    let answers = office.desk.answers(&marked("desk", &[3, 1, 5]));
    let observe = ["observe", "hands", "--candidate", "陈小满", "--answers", &answers];
    assert_snapshot!(office.by("李考", &observe), @"
    ── stderr ──
    Not done: No station of this candidate waits for 李考.
    ── exit 5 ──
    ");
    assert_eq!(office.by("王考", &observe).code, 0);
    assert_snapshot!(office.by("赵考", &observe), @r#"
    ── stderr ──
    Not done: The exam "hands" of 陈小满 has its result; nothing is observed any more.
    ── exit 5 ──
    "#);
}

#[test]
fn which_station_is_said_where_there_are_several() {
    let (office, _) = admitted();
    let answers = office.desk.answers("");
    let observe = ["observe", "hands", "--candidate", "陈小满", "--answers", &answers];
    assert_snapshot!(office.by("李考", &observe), @"
    ── stderr ──
    Not done: Which station? Say so with --station.
      What to do: You can observe: bow, desk
    ── exit 2 ──
    ");
    assert_snapshot!(office.by("李考", &[&observe[..], &["--station", "stage"]].concat()), @r#"
    ── stderr ──
    Not done: No station "stage" waits for you.
      What to do: You can observe: bow, desk
    ── exit 5 ──
    "#);
    assert!(office.observations().is_empty());
}

#[test]
fn killed_before_it_was_signed_the_next_run_signs() {
    let (office, exam) = admitted();
    office.cut("observed");
    let ran = office.observe("李考", "bow", &[1, 2, 1, 5]);
    assert_eq!(ran.code, 4, "{ran}");
    assert_eq!(office.observations().iter().map(|o| o.closed).collect::<Vec<_>>(), [true], "all marks are there");
    let missing = |office: &Office| result(office, &exam)["waiting"][0]["missing"].clone();
    assert_eq!(missing(&office), 2, "but nobody stands for them");
    office.mend();
    let none = office.desk.answers("");
    let ran = office.by("李考", &["observe", "hands", "--candidate", "陈小满", "--station", "bow", "--answers", &none]);
    assert_snapshot!(masked(&ran.to_string()), @r#"
    ── stderr ──

    The marks for "A bow" are signed and kept (NUMBER).
    ── exit 0 ──
    "#);
    assert_eq!((missing(&office), office.observations().len()), (1.into(), 1));
    assert!(office.is_sound());
}

#[test]
fn a_paper_form_is_marked_as_one() {
    let (office, _) = admitted();
    let answers = office.desk.answers(&marked("bow", &[1, 2, 1, 5]));
    let args = ["observe", "hands", "--candidate", "陈小满", "--station", "bow", "--answers", &answers];
    assert_eq!(office.by("李考", &[&args[..], &["--enter"]].concat()).code, 0);
    assert_eq!(office.by("王考", &args).code, 0);
    let paper = office.observations().into_iter().map(|row| {
        let events = office.store().events(&row.id).expect("events");
        let Body::Started { plan } = &events[0].event.body else { panic!("it begins with its plan") };
        plan.observes.as_ref().map(|o| o.paper)
    });
    assert_eq!(paper.collect::<Vec<_>>(), [Some(true), Some(false)]);
}

#[test]
fn notes_and_corrections_by_the_sheet() {
    let (office, _) = admitted();
    // At the second step: to the sheet, a note, back; then the mark. All marked: back to the first step, another mark; handed in.
    let answers = office.desk.answers(
        "\"bow/stand\" = [1, 0]\n\"bow/bow\" = [{ blank = true }, 2]\n\"bow/why\" = 1\n\"bow/overall\" = 3\n\
         \"bow/sheet\" = [\"note\", 1, \"hand-in\"]\n\"bow/note\" = \"鞠躬很浅\"",
    );
    let args = ["observe", "hands", "--candidate", "陈小满", "--station", "bow", "--answers", &answers];
    let ran = office.by("李考", &args);
    assert_snapshot!(masked(&ran.to_string()), @r#"
    ── stderr ──

    陈小满 · A bow
    Item 1 of 4

    [Critical] a 0 here fails the candidate
    Stands up
    0. Stays seated
    1. Stands up
    -. Mark sheet (leave this one for now, look at others, write a note, hand in)
    Your answer: 1: Stands up

    陈小满 · A bow
    Item 2 of 4

    Bows and says hello
    0. Neither
    1. Only one of them
    2. Both
    -. Mark sheet (leave this one for now, look at others, write a note, hand in)
    Your answer: mark sheet

    陈小满 · A bow
    Mark sheet: 1 of 4 marked
    1. ● marked · Stands up
    2. ○ no mark · Bows and says hello
    3. ○ no mark · Why do you stand up?
    4. ○ no mark · Overall rating
    5. Go to the next item without a mark (3)
    6. Flag item 2 to look at again
    7. Write a note on item 2
    8. Hand in the marks
    Your answer: Write a note on item 2

    陈小满 · A bow
    Write a note:

    Bows and says hello
    Your answer: 鞠躬很浅

    陈小满 · A bow
    Item 2 of 4

    Bows and says hello
    Note: 鞠躬很浅
    0. Neither
    1. Only one of them
    2. Both
    -. Mark sheet (leave this one for now, look at others, write a note, hand in)
    Your answer: 2: Both

    陈小满 · A bow
    Item 3 of 4

    Oral question: Why do you stand up?
    Listen for: So that the customer knows somebody is there for them.
    0. Cannot say
    1. Can say
    -. Mark sheet (leave this one for now, look at others, write a note, hand in)
    Your answer: 1: Can say

    陈小满 · A bow
    Item 4 of 4

    Rate the candidate's performance as a whole (for setting the pass mark; it does
    not count):
    1. Poor
    2. Weak
    3. Just good enough
    4. Good
    5. Excellent
    -. Mark sheet (leave this one for now, look at others, write a note, hand in)
    Your answer: 3: Just good enough

    陈小满 · A bow
    Mark sheet: 4 of 4 marked
    1. ● marked · Stands up
    2. ● marked · Bows and says hello
    3. ● marked · Why do you stand up?
    4. ● marked · Overall rating
    5. Hand in the marks
    6. Flag item 4 to look at again
    Your answer: To item 1

    陈小满 · A bow
    Item 1 of 4

    [Critical] a 0 here fails the candidate
    Stands up
    The mark now: 1: Stands up
    0. Stays seated
    1. Stands up
    -. Mark sheet (leave this one for now, look at others, write a note, hand in)
    Your answer: 0: Stays seated

    陈小满 · A bow
    Mark sheet: 4 of 4 marked
    1. ● marked · Stands up
    2. ● marked · Bows and says hello
    3. ● marked · Why do you stand up?
    4. ● marked · Overall rating
    5. Hand in the marks
    6. Flag item 1 to look at again
    7. Write a note on item 1
    Your answer: Hand in the marks

    陈小满 · A bow
    Mark sheet: 4 of 4 marked
    1. Not yet, back to the mark sheet
    2. Yes, hand in the marks; nothing can be changed after that
    Your answer: Yes, hand in the marks; nothing can be changed after that

    The marks for "A bow" are signed and kept (NUMBER).
    ── exit 0 ──
    "#);
    let events = office.store().events(&office.newest_observation()).expect("events");
    let Some(Body::Closed { grade: Grade::Station(grade) }) = events.last().map(|e| &e.event.body) else { panic!("{events:?}") };
    let marks: Vec<(&str, u8)> = grade.marks.iter().map(|(id, mark)| (id.as_str(), *mark)).collect();
    assert_eq!(marks, [("stand", 0), ("bow", 2), ("why", 1)], "the last mark counts");
    assert_eq!(grade.missed.len(), 1);
    // The words lie beside the event, which holds their digest only.
    let noted = events.iter().find(|e| matches!(e.event.body, Body::Noted { .. })).expect("a note");
    assert_eq!(noted.beside.as_ref().map(|b| b.words.as_str()), Some("鞠躬很浅"));
    assert!(!serde_json::to_string(&noted.event).expect("JSON").contains("鞠躬"));
}

#[test]
fn a_script_that_names_one_entry_of_a_sheet_comes_to_an_end() {
    let (office, _) = admitted();
    let answers = office.desk.answers(&format!("{}\"bow/sheet\" = \"flag\"\n", marked("bow", &[1, 2, 1, 5])));
    let args = ["observe", "hands", "--candidate", "陈小满", "--station", "bow", "--answers", &answers];
    assert_eq!(office.by("李考", &args).code, 0);
}

#[test]
fn who_is_not_to_be_observed() {
    let office = Office::staffed();
    let none = office.desk.answers("");
    let observe = |licence: &str, who: &str| {
        office.by("李考", &["observe", licence, "--candidate", who, "--station", "bow", "--answers", &none])
    };
    assert_snapshot!(observe("hands", "陈小满"), @r#"
    ── stderr ──
    Not done: 陈小满 has not sat "hands".
      What to do: The exam comes first: onduty exam hands
    ── exit 5 ──
    "#);
    assert_snapshot!(observe("hands", "谁呀"), @r#"
    ── stderr ──
    Not done: Nobody called "谁呀" is on the roster.
      What to do: Enrol with onduty learner add NAME, then say who you are with --as NAME.
    ── exit 2 ──
    "#);
    let _ = office.sit("陈小满", "quick", crate::office::RIGHT);
    assert_snapshot!(observe("quick", "陈小满"), @r#"
    ── stderr ──
    Not done: The exam "quick" of 陈小满 has no station to observe.
    ── exit 5 ──
    "#);
    let exam = office.sit("陈小满", "hands", "");
    assert_eq!(office.by("王考", &["void", &exam, "--reason", "走错了考场"]).code, 0);
    assert_eq!(observe("hands", "陈小满").code, 5, "a void exam is no exam");
}

#[test]
fn a_script_does_not_examine_persons() {
    let office = Office::staffed();
    office.desk.edit("shelf/hands.toml", "accepts = \"script\"", "accepts = \"person\"");
    let candidate = crate::candidate::Candidate::new(&office.desk, "hands");
    let _ = candidate.sits();
    let ran = office.observe("李考", "bow", &[1, 2, 1, 5]);
    assert_snapshot!(ran, @r#"
    ── stderr ──
    Not done: "hands" takes answers from a person only, not from a file.
    ── exit 5 ──
    "#);
    assert!(office.observations().is_empty());
}

#[test]
fn the_examiner_reads_his_own_language() {
    let (office, _) = admitted();
    office.sql("UPDATE learner SET language = 'en', plain = 1");
    let (desk, passphrase) = (office.desk.with("ONDUTY_LANG", ""), office.passphrase);
    let office = Office { desk, passphrase };
    let ran = office.observe("李考", "bow", &[1, 2, 1, 5]);
    assert!(ran.err.contains("站起来") && !ran.err.contains("Stands up"), "{ran}");
}
