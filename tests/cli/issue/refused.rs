//! What stands in the way of a licence: each with a sentence of its own, exit 5, and nothing written.

mod who;

use insta::assert_snapshot;
use onduty::attempt::plan::{Plan, Step};
use onduty::base::points::Points;
use onduty::store::Store as _;

use super::{FILE, issue, observed_by, passed_watched};
use crate::candidate::Candidate;
use crate::desk::{Happens, Ran};
use crate::office::{BORDERLINE, FAILING, Office, RIGHT, masked};

/// How many lines the ledger has.
fn written(office: &Office) -> usize {
    office.store().ledger().expect("a ledger").len()
}

/// `issue` by 钱发 is refused and writes nothing.
fn refused(office: &Office, learner: &str, licence: &str) -> Ran {
    refused_to(office, "钱发", learner, licence)
}

fn refused_to(office: &Office, who: &str, learner: &str, licence: &str) -> Ran {
    let before = written(office);
    let ran = issue(office, who, learner, licence);
    assert_eq!((ran.code, written(office), office.desk.path(FILE).exists()), (5, before, false), "{ran}");
    ran
}

/// An office with two more learners.
fn office() -> Office {
    let office = Office::staffed();
    for name in ["林未", "周末"] {
        let _ = office.desk.done(&["learner", "add", name]);
    }
    office
}

#[test]
fn an_exam_that_was_not_passed() {
    let office = office();
    assert_snapshot!(masked(&refused(&office, "陈小满", "quick").to_string()), @r#"
    ── stderr ──
    Not done: 陈小满 has not sat "The quick licence".
      What to do: The exam comes first: onduty --as 陈小满 exam quick
    ── exit 5 ──
    "#);
    let _ = office.sit("陈小满", "quick", "\"finals/hello\" = true");
    assert_snapshot!(masked(&refused(&office, "陈小满", "quick").to_string()), @"
    ── stderr ──
    Not done: The exam of 陈小满 (NUMBER) is not over.
      What to do: Back to the exam: onduty --as 陈小满 exam quick
    ── exit 5 ──
    ");
    let _ = office.sit("林未", "quick", FAILING);
    assert_snapshot!(masked(&refused(&office, "林未", "quick").to_string()), @"
    ── stderr ──
    Not done: The exam of 林未 (NUMBER) was not passed; no licence.
      What to do: The result: onduty --as 林未 result NUMBER
    ── exit 5 ──
    ");
    let _ = office.sit("周末", "hands", "");
    assert_snapshot!(masked(&refused(&office, "周末", "hands").to_string()), @"
    ── stderr ──
    Not done: Stations of the exam of 周末 (NUMBER) are still to be observed, or to be settled between examiners.
      What to do: The result: onduty --as 周末 result NUMBER
    ── exit 5 ──
    ");
}

#[test]
fn a_borderline_exam_waits_for_its_decision() {
    let office = office();
    let exams = ["陈小满", "林未"].map(|name| office.sit(name, "quick", BORDERLINE));
    assert_snapshot!(masked(&refused(&office, "陈小满", "quick").to_string()), @"
    ── stderr ──
    Not done: The exam of 陈小满 (NUMBER) is borderline and was not decided yet.
      What to do: The result: onduty --as 陈小满 result NUMBER
    ── exit 5 ──
    ");
    for (exam, verdict) in exams.iter().zip(["pass", "fail"]) {
        assert_eq!(office.by("李考", &["decide", exam, verdict, "--reason", "看过录像"]).code, 0);
    }
    assert_snapshot!(masked(&refused(&office, "林未", "quick").to_string()), @"
    ── stderr ──
    Not done: The exam of 林未 (NUMBER) was not passed; no licence.
      What to do: The result: onduty --as 林未 result NUMBER
    ── exit 5 ──
    ");
    let ran = issue(&office, "钱发", "陈小满", "quick");
    assert_eq!(ran.code, 0, "{ran}");
    let text = String::from_utf8(office.read(FILE)).expect("UTF-8");
    assert!(text.contains("人工裁定") && text.contains("\"85\""), "{text}");
    // Whoever reads it is told why it is good below the mark.
    assert!(text.contains("note/decided"), "{text}");
}

#[test]
fn a_void_exam_and_one_already_used() {
    let office = office();
    let exam = office.sit("陈小满", "quick", RIGHT);
    assert_eq!(office.by("李考", &["void", &exam, "--reason", "网络断了"]).code, 0);
    assert_snapshot!(masked(&refused(&office, "陈小满", "quick").to_string()), @r#"
    ── stderr ──
    Not done: The exam "The quick licence" of 陈小满 was declared void; no licence.
      What to do: The exam comes first: onduty --as 陈小满 exam quick
    ── exit 5 ──
    "#);
    let _ = office.sit("林未", "quick", RIGHT);
    assert_eq!(issue(&office, "钱发", "林未", "quick").code, 0);
    assert_snapshot!(masked(&refused(&office, "林未", "quick").to_string()), @"
    ── stderr ──
    Not done: A licence was issued on the exam of 林未 (NUMBER) already.
      What to do: Its file once more: onduty licences --number 20261122-SH1-0001 --out FILE
    ── exit 5 ──
    ");
}

#[test]
fn a_script_does_not_earn_what_only_persons_may() {
    let office = office();
    office.desk.edit("shelf/quick.toml", "accepts = \"script\"", "accepts = \"person\"");
    let _ = Candidate::new(&office.desk, "quick").by_script().sits();
    assert_snapshot!(masked(&refused(&office, "陈小满", "quick").to_string()), @"
    ── stderr ──
    Not done: Answers of NUMBER came from a file and not from a person; no licence.
    ── exit 5 ──
    ");
}

#[test]
fn who_might_not_have_sat() {
    let office = Office::staffed();
    std::fs::remove_dir_all(office.desk.path("shelf")).expect("removed");
    let (desk, passphrase) = (office.desk.with("ONDUTY_LIBRARY", ""), office.passphrase);
    let office = Office { desk, passphrase };
    // A program that was altered lets one sit without the courses.
    let _ = Candidate::new(&office.desk, "pre-sale-agent").sits();
    assert_snapshot!(masked(&refused(&office, "陈小满", "pre-sale-agent").to_string()), @"
    ── stderr ──
    Not done: When exam NUMBER began, the candidate was not entitled to it yet.
      Cause: Courses: 0 of 9 done; “Service attitude and professional conduct” is not done yet; “Communication skills” is not done yet; “Products and policies” is not done yet; “Platform rules and red lines” is not done yet; “Information security and customer data” is not done yet; “Pre-sale reception and closing” is not done yet; “Objections and bargaining” is not done yet; “Closing, confirming and farewell” is not done yet; “Unpaid orders and payment reminders” is not done yet; “Confidentiality undertaking” is not signed yet (you are asked to before the exam begins)
      What to do: If courseware (courses, the text to agree to) was changed after the exam, issue with the edition of the exam: --library FOLDER
    ── exit 5 ──
    ");
    let listed = office.desk.run(&["licences", "--eligible"]);
    assert!(!listed.out.contains("pre-sale-agent"), "the list says the same: {listed}");
}

#[test]
fn a_form_laid_out_otherwise_than_the_scheme_says() {
    let altered: [fn(&mut Plan); 3] = [
        |plan| plan.parts[0].pace.iter_mut().for_each(|pace| pace.limit = None),
        |plan| {
            plan.parts.iter_mut().flat_map(|part| &mut part.steps).for_each(|step| {
                if let Step::Play { best, .. } = step {
                    *best = Points::whole(1);
                }
            })
        },
        |plan| plan.parts[0].steps.swap(0, 1),
    ];
    for altered in altered {
        let office = Office::staffed();
        let _ = Candidate::new(&office.desk, "quick").by_script().with_plan(altered).sits();
        let ran = refused(&office, "陈小满", "quick");
        assert!(ran.err.contains("was not drawn from"), "{ran}");
    }
}

/// By rules that nobody here knows a grade could be anything.
#[test]
fn a_grade_by_unknown_rules_is_no_grade() {
    let office = Office::staffed();
    let _ = Candidate::new(&office.desk, "quick").by_script().with_plan(|plan| plan.rules = 0).sits();
    assert_eq!(office.desk.run(&["result", &office.exam("陈小满")]).code, 4);
    assert_eq!(issue(&office, "钱发", "陈小满", "quick").code, 4);
    assert!(!office.desk.path(FILE).exists());
}

#[test]
fn an_exam_sat_by_a_clock_that_was_fast() {
    let office = office();
    let _ = office.sit("陈小满", "quick", FAILING);
    // A day to wait; the clock says it is over.
    office.desk.then(Happens::ClockSet(25 * 3_600_000));
    let _ = office.sit("陈小满", "quick", RIGHT);
    office.desk.then(Happens::ClockSet(-25 * 3_600_000));
    assert_snapshot!(masked(&refused(&office, "陈小满", "quick").to_string()), @"
    ── stderr ──
    Not done: By its record exam NUMBER ends later than now: the clock of that PC was fast.
      What to do: If this PC's clock is slow, set it right; otherwise wait until its time has come here too.
    ── exit 5 ──
    ");
}

/// A copy of the library in which these files say something else, and the exam in which that matters.
struct Copy<'a> {
    files: &'a [&'a str],
    ours: &'a str,
    theirs: &'a str,
    licence: &'a str,
    answers: &'a str,
}

impl Copy<'_> {
    /// The exam passed under this copy.
    fn passed(&self) -> Office {
        let office = Office::staffed();
        for file in self.files {
            office.desk.edit(&format!("shelf/{file}"), self.ours, self.theirs);
        }
        let _ = office.sit("陈小满", self.licence, self.answers);
        if self.licence == "hands" {
            observed_by(&office, "hands", ["李考", "王考"]);
        }
        office
    }
}

#[test]
fn content_that_is_not_the_issuers() {
    let true_false = |answer| {
        format!("level = 1\npoints = 1\nskills = [\"ask\"]\nobjectives = [\"s/greet\"]\nwhy = \"是。\"\nanswer = {answer}")
    };
    let flipped = RIGHT.replace("hello\" = true", "hello\" = false").replace("name\" = true", "name\" = false");
    let quick = |files, ours, theirs| Copy { files, ours, theirs, licence: "quick", answers: RIGHT };
    let (yes, no) = (true_false(true), true_false(false));
    // One key, one score, the mark to pass, one critical step.
    let copies = [
        Copy { answers: &flipped, ..quick(&["finals.toml"], &yes, &no) },
        Copy { answers: FAILING, ..quick(&["long-line.toml", "lost-letter.toml"], "score = { ask = 2 }", "score = { ask = 0 }") },
        quick(&["quick.toml"], "pass = 90", "pass = 89"),
        Copy { licence: "hands", answers: "", ..quick(&["bow.toml"], "critical = true\n", "critical = false\n") },
    ];
    let mut said = Vec::new();
    for copy in copies {
        // Whoever has the same copy issues on it.
        let ran = issue(&copy.passed(), "钱发", "陈小满", copy.licence);
        assert_eq!(ran.code, 0, "{ran}");
        // The issuer has the original.
        let office = copy.passed();
        for file in copy.files {
            office.desk.edit(&format!("shelf/{file}"), copy.theirs, copy.ours);
        }
        said.push(refused(&office, "陈小满", copy.licence).err);
    }
    assert_snapshot!(masked(&said.join("\n")), @"
    Not done: Marked by your library as it is now, exam NUMBER is not passed (total 85).
      Cause: The exam's content is not that of your library: DESK/shelf/finals.toml (question:finals/hello).
      What to do: Its marks come from other keys: find out first which are right. To issue by the edition it was sat under, let --library name that edition. Whoever passes by neither of them alone is issued nothing on it: declare it void, then it is sat again

    Not done: The exam's content is not that of your library: DESK/shelf/lost-letter.toml (scenario:lost-letter).
      What to do: Check against the issuer's own library: --library has to name the edition the exam was sat under.

    Not done: The exam's content is not that of your library: DESK/shelf/quick.toml (licence:quick).
      What to do: Check against the issuer's own library: --library has to name the edition the exam was sat under.

    Not done: The exam's content is not that of your library: DESK/shelf/bow.toml (station:bow).
      What to do: Check against the issuer's own library: --library has to name the edition the exam was sat under.
    ");
}

#[test]
fn content_that_is_gone() {
    let office = office();
    let _ = office.sit("陈小满", "quick", RIGHT);
    office.desk.edit("shelf/finals.toml", "id = \"rush\"", "id = \"hurry\"");
    office.desk.edit("shelf/finals.en.toml", "[question.rush]", "[question.hurry]");
    assert_snapshot!(masked(&refused(&office, "陈小满", "quick").to_string()), @"
    ── stderr ──
    Not done: Your library does not have question:finals/rush, which was in the exam.
      What to do: Check against the issuer's own library: --library has to name the edition the exam was sat under.
    ── exit 5 ──
    ");
}

#[test]
fn records_that_do_not_hold_together() {
    let office = office();
    let _ = office.sit("陈小满", "quick", RIGHT);
    let help = office.desk.answers("\"queue/opening\" = \"help\"");
    let _ = office.desk.done(&["practise", "queue", "--as", "林未", "--answers", &help]);
    // Another's practice, which has nothing to do with this exam.
    office.sql("DROP TRIGGER attempt_stays; UPDATE attempt SET subject_id = 'other' WHERE subject_kind = 'scenario'");
    assert_snapshot!(masked(&refused(&office, "陈小满", "quick").to_string()), @"
    ── stderr ──
    Not done: The records do not hold together; nothing is issued on them.
      Cause: Attempt UUID is listed otherwise than its events say
      What to do: Leave the file as it is and give it to your manager; go on with another --store.
    ── exit 5 ──
    ");
}

#[test]
fn a_signature_that_is_not_the_signers() {
    let (office, _) = passed_watched();
    office.sql(
        "DROP TRIGGER act_stays;
         UPDATE act SET signature = (SELECT signature FROM act WHERE json LIKE '%appointed%' LIMIT 1) WHERE json LIKE '%admitted%'",
    );
    assert_eq!(refused(&office, "陈小满", "watched").err.lines().count(), 3);
}
