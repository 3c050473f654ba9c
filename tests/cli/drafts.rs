//! Drafts: trainers work with them like with everything else, learners and exams never meet them.

use insta::assert_snapshot;

use crate::desk::Desk;

/// The shelf, with a role-play, a bank and a course that are still being written; two languages, none translated.
fn desk() -> Desk {
    let desk = Desk::at_shelf();
    let _ = desk.done(&["new", "scenario", "late"]);
    let _ = desk.done(&["new", "bank", "fresh"]);
    desk.file(
        "shelf/fresh-course.toml",
        "format = 1\n[course]\nid = \"fresh-course\"\nstatus = \"draft\"\ntitle = \"新课\"\nlayer = \"onboarding\"\nblock = \"communication\"\n\
         minutes = 5\nsources = [\"project\"]\n[[lesson]]\nid = \"one\"\ntitle = \"第一课\"\nbody = \"先应一声。\"\n\
         check = [\"fresh/who-pays\"]\npractise = [\"late\"]\n",
    );
    desk
}

#[test]
fn trainers_work_with_a_draft_and_it_says_so() {
    let desk = desk();
    assert_snapshot!(desk.run(&["check"]), @r#"
    Objectives: 2
      1 to know: taught 1, asked 1
      1 to do: taught 1, played, written or observed 1
    Courses: 1, lessons: 1
    Questions: 17 (any-of 1 · classify 1 · find 1 · number 1 · one-of 1 · order 1 · pairs 1 · true-false 9 · words 1)
      level 1 13 · level 2 4 · exam 8 · practice 9
    Scenarios: 5 (attitude 3 · dispute 2)
    Stations: 2
    Licences: 2
    Walkthroughs: 0
    Languages: zh-CN · en
    Drafts (not yet for learners) 3 · bank:fresh · course:fresh-course · scenario:late

    0 errors, 2 warnings.
    What a code means: onduty explain CODE
    ── stderr ──
    warning[A802]: The borderline band is 5 below the mark, but the measurement error is 15.4
      --> DESK/shelf/licence.toml:32:14
       |
    32 | borderline = 5
       |              ^ narrower than the error
       |
       = help: Widen `borderline` to 16, or draw more questions and role-plays.

    warning[A710]: At opening/wait the condition "waited < 2" always holds
      --> DESK/shelf/queue.toml:38:8
       |
    38 |   id = "wait"
       |        ^^^^^^ never differs
       |
       = help: Without it nothing changes; if that is not what you meant, see whether it is the wrong way round.

    ── exit 0 ──
    "#);
    for args in [
        &["analyse", "late"][..],
        &["graph", "late", "--to", "mermaid"],
        &["export", "late", "--to", "csv"],
        &["export", "fresh", "--to", "gift"],
    ] {
        let ran = desk.done(args);
        let name = if args[1] == "fresh" { "bank:fresh" } else { "scenario:late" };
        assert_eq!(
            ran.err.lines().next(),
            Some(&*format!("{name} is a draft: only trainers see it. When it is done, set status = \"live\"."))
        );
    }
    // Walks of a draft are walked, and recorded.
    let _ = desk.done(&["new", "walks", "late"]);
    let ran = desk.done(&["test"]);
    assert!(ran.out.contains("late"), "{ran}");
}

#[test]
fn no_learner_meets_a_draft() {
    let desk = desk();
    for args in [&["practise", "late"][..], &["quiz", "fresh"], &["learn", "fresh-course"]] {
        let ran = desk.run(args);
        assert_eq!(ran.code, 2, "{args:?} {ran}");
    }
    for (kind, id) in [("scenarios", "late"), ("banks", "fresh"), ("courses", "fresh-course")] {
        let (listed, _) = desk.json(&["list", kind]);
        assert!(!listed.to_string().contains(&format!("\"{id}\"")), "{listed}");
    }
}

#[test]
fn what_is_wrong_with_a_draft_is_told_as_of_anything_else() {
    let desk = desk();
    desk.edit("shelf/late.toml", "score = {", "score = { ask = 0 } # {");
    let (told, _) = desk.json(&["check"]);
    let codes: Vec<&str> = told["findings"].as_array().expect("findings").iter().filter_map(|f| f["code"].as_str()).collect();
    assert!(codes.contains(&"A706"), "nothing can be earned in it: {told}");
    desk.edit("shelf/late.toml", "to = \"", "to = \"no-");
    assert_eq!(desk.run(&["check"]).code, 1);
    assert_eq!(desk.run(&["analyse", "late"]).code, 2, "with a mistake in it, it is not there");
}

#[test]
fn a_draft_is_translated_last() {
    let desk = desk();
    // Half a translation: told, and in nobody's way.
    desk.file("shelf/fresh.en.toml", "format = 1\ntranslates = \"bank:fresh\"\nlanguage = \"en\"\ntitle = \"Fresh\"\n");
    let (told, code) = desk.json(&["check"]);
    let missing = told["findings"].as_array().expect("findings").iter().filter(|f| f["code"] == "E501").collect::<Vec<_>>();
    assert!(!missing.is_empty() && missing.iter().all(|f| f["severity"] == "warning"), "{told}");
    assert_eq!(code, 0);
    let _ = desk.done(&["export", "fresh", "--to", "gift"]);
    // As soon as learners are to see it, they are mistakes.
    desk.edit("shelf/fresh.toml", "status = \"draft\"\n", "");
    assert_eq!(desk.run(&["check"]).code, 1);
}

#[test]
fn a_licence_in_the_making_is_analysed_with_what_is_in_the_making() {
    let desk = desk();
    desk.edit("shelf/fresh.toml", "use = \"practice\"", "use = \"exam\"");
    desk.edit("shelf/licence.toml", "[licence]\n", "[licence]\nstatus = \"draft\"\n");
    let ran = desk.done(&["analyse", "test-licence"]);
    assert!(ran.err.contains("licence:test-licence is a draft"), "{ran}");
    assert_eq!(desk.run(&["exam", "test-licence"]).code, 2, "nobody sits it");
}
