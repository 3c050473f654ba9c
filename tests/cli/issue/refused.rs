//! What stands in the way of a licence: each with a sentence of its own, exit 5, and nothing written.

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
      What to do: The exam comes first: onduty exam quick
    ── exit 5 ──
    "#);
    let _ = office.sit("陈小满", "quick", "\"finals/hello\" = true");
    assert_snapshot!(masked(&refused(&office, "陈小满", "quick").to_string()), @"
    ── stderr ──
    Not done: The exam of 陈小满 (NUMBER) is not over.
      What to do: Back to the exam: onduty exam quick
    ── exit 5 ──
    ");
    let _ = office.sit("林未", "quick", FAILING);
    assert_snapshot!(masked(&refused(&office, "林未", "quick").to_string()), @"
    ── stderr ──
    Not done: The exam of 林未 (NUMBER) was not passed; no licence.
      What to do: The result: onduty result NUMBER
    ── exit 5 ──
    ");
    let _ = office.sit("周末", "hands", "");
    assert_snapshot!(masked(&refused(&office, "周末", "hands").to_string()), @"
    ── stderr ──
    Not done: Stations of the exam of 周末 (NUMBER) are still to be observed, or to be settled between examiners.
      What to do: The result: onduty result NUMBER
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
      What to do: The result: onduty result NUMBER
    ── exit 5 ──
    ");
    for (exam, verdict) in exams.iter().zip(["pass", "fail"]) {
        assert_eq!(office.by("李考", &["decide", exam, verdict, "--reason", "看过录像"]).code, 0);
    }
    assert_snapshot!(masked(&refused(&office, "林未", "quick").to_string()), @"
    ── stderr ──
    Not done: The exam of 林未 (NUMBER) was not passed; no licence.
      What to do: The result: onduty result NUMBER
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
      What to do: The exam comes first: onduty exam quick
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
fn who_trains_does_not_issue() {
    let office = office();
    let _ = office.sit("陈小满", "quick", RIGHT);
    assert_snapshot!(masked(&refused_to(&office, "孙训", "陈小满", "quick").to_string()), @r#"
    ── stderr ──
    Not done: 孙训 is a trainer; under this scheme who trains may not issue.
      What to do: Let another issuer sign, or say independence = "none" in the scheme (every licence then states it).
    ── exit 5 ──
    "#);
    // An examiner who had nothing to do with this candidate may.
    assert_eq!(issue(&office, "周全", "陈小满", "quick").code, 0);
}

#[test]
fn who_examined_does_not_issue() {
    let sentence = |ran: Ran| ran.err.lines().next().expect("a sentence").to_owned();
    let mut said = Vec::new();
    // Observed.
    let first = Office::staffed();
    let _ = first.sit("陈小满", "hands", "");
    observed_by(&first, "hands", ["李考", "周全"]);
    said.push(sentence(refused_to(&first, "周全", "陈小满", "hands")));
    // Admitted.
    let second = Office::staffed();
    let answers = second.desk.answers(RIGHT);
    assert_eq!(second.by("周全", &["exam", "watched", "--answers", &answers]).code, 1, "its stations are open");
    observed_by(&second, "watched", ["李考", "王考"]);
    said.push(sentence(refused_to(&second, "周全", "陈小满", "watched")));
    assert_eq!(issue(&second, "钱发", "陈小满", "watched").code, 0, "another may");
    // Decided.
    let third = office();
    let exam = third.sit("陈小满", "quick", BORDERLINE);
    assert_eq!(third.by("周全", &["decide", &exam, "pass", "--reason", "看过录像"]).code, 0);
    said.push(sentence(refused_to(&third, "周全", "陈小满", "quick")));
    // Granted.
    let _ = third.sit("林未", "quick", FAILING);
    assert_eq!(third.by("周全", &["grant", "林未", "quick", "--reason", "机器坏了"]).code, 0);
    let _ = third.sit("林未", "quick", RIGHT);
    said.push(sentence(refused_to(&third, "周全", "林未", "quick")));
    // Declared the one before void.
    let exam = third.sit("周末", "quick", FAILING);
    assert_eq!(third.by("周全", &["void", &exam, "--reason", "网络断了"]).code, 0);
    let _ = third.sit("周末", "quick", RIGHT);
    said.push(sentence(refused_to(&third, "周全", "周末", "quick")));
    // Observed an exam before this one.
    let second = Office::staffed();
    let _ = second.sit("陈小满", "hands", "");
    observed_by(&second, "hands", ["周全", "李考"]);
    let first = second.exam("陈小满");
    assert_eq!(second.by("赵考", &["void", &first, "--reason", "网络断了"]).code, 0);
    let _ = second.sit("陈小满", "hands", "");
    observed_by(&second, "hands", ["王考", "李考"]);
    said.push(sentence(refused_to(&second, "周全", "陈小满", "hands")));
    // Settled.
    let fourth = Office::staffed();
    let exam = fourth.sit("陈小满", "hands", "");
    for (who, marks) in [("李考", [1, 2, 1, 5]), ("王考", [1, 0, 0, 1])] {
        assert_eq!(fourth.observe(who, "bow", &marks).code + fourth.observe(who, "desk", &[3, 1, 5]).code, 0);
    }
    let take = fourth.observations()[0].id.short().to_owned();
    assert_eq!(fourth.by("周全", &["decide", &exam, "--take", &take, "--reason", "看过录像"]).code, 0);
    said.push(sentence(refused_to(&fourth, "周全", "陈小满", "hands")));
    assert_eq!(issue(&fourth, "钱发", "陈小满", "hands").code, 0, "another may");
    said.dedup();
    assert_snapshot!(said.join("\n"), @"Not done: 周全 examined this candidate; under this scheme who examines may not issue.");
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
fn a_supervised_exam_to_which_nobody_admitted() {
    let office = Office::staffed();
    let _ = Candidate::new(&office.desk, "watched").by_script().sits();
    observed_by(&office, "watched", ["李考", "王考"]);
    assert_snapshot!(masked(&refused(&office, "陈小满", "watched").to_string()), @"
    ── stderr ──
    Not done: No examiner signed that the candidate of NUMBER was admitted; this scheme is supervised.
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
      Cause: Courses: 0 of 3 done; “Service attitude and professional conduct” is not done yet; “Communication skills” is not done yet; “Pre-sale reception and closing” is not done yet; “Confidentiality undertaking” is not signed yet (you are asked to before the exam begins)
    ── exit 5 ──
    ");
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
fn who_bears_the_candidates_name() {
    let office = office();
    let _ = office.desk.done(&["learner", "add", "钱 发"]);
    let _ = office.sit("钱 发", "quick", RIGHT);
    assert_snapshot!(masked(&refused(&office, "钱 发", "quick").to_string()), @r#"
    ── stderr ──
    Not done: 钱发 has the candidate's own name: under this scheme nobody admits, examines, grants or licenses themselves.
      What to do: Let somebody else do it; or say independence = "none" in the scheme (every licence then states it).
    ── exit 5 ──
    "#);
    let answers = office.desk.answers(RIGHT);
    let _ = office.desk.done(&["learner", "add", "李考"]);
    let ran = office.by("李考", &["exam", "watched", "--as", "李考", "--answers", &answers]);
    assert!(ran.code == 5 && ran.err.contains("own name"), "{ran}");
    let _ = office.by("王考", &["exam", "watched", "--as", "李考", "--answers", &answers]);
    let none = office.desk.answers("");
    let ran = office.by("李考", &["observe", "watched", "--candidate", "李考", "--station", "bow", "--answers", &none]);
    assert!(ran.code == 5 && ran.err.contains("own name"), "{ran}");
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
    ── exit 5 ──
    ");
}

#[test]
fn an_exam_sat_under_another_name() {
    let office = office();
    let _ = office.sit("林未", "quick", RIGHT);
    let swap = "UPDATE learner SET name = CASE name WHEN '林未' THEN '周末' WHEN '周末' THEN '林未' ELSE name END";
    office.sql(swap);
    assert_snapshot!(masked(&refused(&office, "周末", "quick").to_string()), @"
    ── stderr ──
    Not done: Exam NUMBER was not sat under the name 周末: the roster was changed since.
    ── exit 5 ──
    ");
    // Nor where the name beside it was taken away.
    office.sql(swap);
    office.sql("DELETE FROM beside");
    assert!(refused(&office, "林未", "quick").err.contains("was not sat under the name 林未"));
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
        quick(&["long-line.toml", "lost-letter.toml"], "score = { ask = 2 }", "score = { ask = 9 }"),
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
    assert_snapshot!(said.join("\n"), @"
    Not done: The exam's content is not that of your library: DESK/shelf/finals.toml (question:finals/hello).
      What to do: Check against the issuer's own library: --library has to name the edition the exam was sat under.

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

#[test]
fn the_issuing_keys_passphrase() {
    let office = office();
    let _ = office.sit("陈小满", "quick", RIGHT);
    let wrong = office.desk.file("wrong", "not the passphrase");
    let before = written(&office);
    let out = office.desk.path(FILE).display().to_string();
    let with = |file: &[&str]| office.by("钱发", &[&["issue", "陈小满", "quick", "--out", &out], file].concat());
    assert_snapshot!(with(&["--key-passphrase-file", &wrong]), @"
    ── stderr ──
    Not done: Wrong passphrase: DESK/data/keys/issuer-SH1.pem stays locked.
    ── exit 5 ──
    ");
    assert_snapshot!(with(&[]), @"
    ── stderr ──
    Not done: Without a passphrase nothing can be signed.
      What to do: Run it in a terminal window; scripts use --passphrase-file FILE.
    ── exit 5 ──
    ");
    std::fs::remove_file(office.desk.path("data/keys/issuer-SH1.pem")).expect("removed");
    assert_eq!(with(&["--key-passphrase-file", &office.passphrase]).code, 5);
    assert_eq!(written(&office), before);
}

#[test]
fn no_issuing_key_and_no_issuer() {
    let office = Office::empty();
    let _ = office.sit("陈小满", "quick", RIGHT);
    assert_snapshot!(masked(&refused(&office, "陈小满", "quick").to_string()), @"
    ── stderr ──
    Not done: There is no such issuing key here.
      What to do: Make one: onduty key new --name COMPANY --code SH1
    ── exit 5 ──
    ");
    let _ = office.add_staff("钱发", &["issuer"]);
    let _ = office.new_key("SH1", "晨光");
    // The issuer's key is on another PC.
    let keys = std::fs::read_dir(office.desk.path("data/keys")).expect("a folder").map(|file| file.expect("readable").path());
    let of_staff = |path: &std::path::PathBuf| path.to_string_lossy().contains("staff-");
    keys.filter(of_staff).for_each(|path| std::fs::remove_file(path).expect("removed"));
    let out = office.desk.path(FILE).display().to_string();
    let ran = office.desk.run(&["issue", "陈小满", "quick", "--out", &out]);
    assert_snapshot!(ran, @"
    ── stderr ──
    Not done: Nobody at this PC may do this: it takes the key of an issuer.
      What to do: These may: 钱发. Say who with --staff; the key has to be at this PC.
    ── exit 5 ──
    ");
}
