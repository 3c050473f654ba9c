//! `review`: what was missed comes back in time, once; what was right ever since never does.

use serde_json::Value;

use crate::desk::{Desk, Happens};

const DAY: i64 = 24 * 60 * 60 * 1000;

/// A quiz in which two are missed, one of them partly.
fn missed(desk: &Desk) {
    let right = super::quiz::ALL_RIGHT.replace("您好", "hello");
    let some = right.replace("\"kinds/true\" = true", "\"kinds/true\" = false").replace("\"phone\", ", "");
    let _ = desk.done(&["quiz", "kinds", "--answers", &desk.answers(&some)]);
}

/// The ids on one of the lists.
fn ids(desk: &Desk, list: &str) -> Vec<String> {
    let (value, _) = desk.json(&["review"]);
    let all = value[list].as_array().expect("a list").iter();
    all.map(|it| it["id"].as_str().expect("an id").to_owned()).collect()
}

#[test]
fn only_what_was_missed_comes_back_and_not_at_once() {
    let desk = Desk::at_shelf();
    assert_eq!(
        desk.done(&["review"]).out,
        "Nothing to review: what you miss, and what you don't say well, comes back here when you are about to forget it.\n"
    );
    missed(&desk);
    assert_eq!(ids(&desk, "due"), [""; 0]);
    assert_eq!(ids(&desk, "later"), ["kinds/several", "kinds/true"]);
    insta::assert_snapshot!(desk.run(&["review"]), @"
    Nothing to review now. The next one is due on 2026-11-23 09:30.
    ── exit 0 ──
    ");
    desk.then(Happens::GoesBy(DAY));
    assert_eq!(ids(&desk, "due"), ["kinds/several", "kinds/true"]);
    let answers = desk.answers("\"kinds/several\" = [\"phone\", \"address\"]\n\"kinds/true\" = true");
    insta::assert_snapshot!(desk.run(&["review", "--answers", &answers]), @"
    ── stderr ──

    Today: 2 to review.

    陈小满 · Review
    Step 1 of 2

    What is to be checked?
    1. Whether five stars will come
    2. The address
    3. The phone
    0. I don't know
    Your answer: The address
    Your answer: The phone

    ✓ Right  2 of 2 points

    ✓ The address  [rightly chosen]
    ✓ The phone  [rightly chosen]
    ✓ Whether five stars will come  [rightly left out]
      Reviews are the customer's business.

    Why: The address and the phone.

    陈小满 · Review
    Step 2 of 2

    Say hello, then get to work.
    1. True
    2. False
    0. I don't know
    Your answer: True

    ✓ Right  1 of 1 points

    ✓ True  [rightly chosen]

    Why: What a customer hears first is hello.

    Quiz result
    ✓ Question 1: 2/2  What is to be checked?
    ✓ Question 2: 1/1  Say hello, then get to work.
    3 of 3 points (100%)

    Nothing to review now. The next one is due on 2026-11-25 09:30.
    ── exit 0 ──
    ");
    assert_eq!(ids(&desk, "due"), [""; 0]);
    let later = desk.json(&["review"]).0["later"].clone();
    assert!(later.as_array().is_some_and(|all| all.iter().all(|it| it["looks"] == 2)), "{later}");
}

/// A turn where one said what cost points is asked again with the talk up to it, one decision and no more.
#[test]
fn a_weak_turn_is_drilled_in_its_talk() {
    let desk = Desk::at_shelf();
    let _ = desk.run(&["practise", "queue", "--answers", &desk.answers("\"queue/opening\" = [\"wait\", \"go\"]")]);
    desk.then(Happens::GoesBy(DAY));
    assert_eq!(ids(&desk, "due"), ["queue/opening"]);
    insta::assert_snapshot!(desk.run(&["review", "--answers", &desk.answers("\"queue/opening\" = \"go\"")]), @"
    ── stderr ──

    Today: 1 to review.

    陈小满 · Review
    Step 1 of 1

    Waiting and waiting

    Your task: The customer has waited for long.

    Customer: Ms Chen
    Mood: 40/100, calm
    What you know:
    - First visit

    The talk so far:

    Ms Chen: How long is this going to take?
    You: Please wait.
    Ms Chen: How long is this going to take?
    1. Sorry for the wait; I am looking now.
    2. Leave if you will not wait.
    Your answer: Leave if you will not wait.

    ✗ Wrong  0 of 3 points

    Points 0 · mood 40 → 10 worse
    Red line crossed: Customers are never sent away.
    That sends her away.

    + Sorry for the wait; I am looking now.  [should be chosen, you did not]
      Take up the person first.

    Quiz result
    ✗ Question 1: 0/3  Waiting and waiting
    0 of 3 points (0%)

    Nothing to review now. The next one is due on 2026-11-24 09:30.
    ── exit 0 ──
    ");
    desk.then(Happens::GoesBy(DAY));
    let _ = desk.done(&["review", "--answers", &desk.answers("\"queue/opening\" = \"help\"")]);
    let newest = desk.json(&["list", "attempts"]).0["attempts"][0]["attempt"].as_str().expect("an id").to_owned();
    insta::assert_snapshot!(desk.run(&["show", &newest]), @"
    Review

    Waiting and waiting

    Ms Chen: How long is this going to take?
    You: Please wait.
    Ms Chen: How long is this going to take?
    You: Sorry for the wait; I am looking now.

    ✓ Right  3 of 3 points

    Points +3 · mood 40 → 60 better
    Take up the person first.

    Quiz result
    ✓ Question 1: 3/3  Waiting and waiting
    3 of 3 points (100%)
    ── exit 0 ──
    ");
    let memory = desk.json(&["review"]).0["later"][0].clone();
    assert_eq!((&memory["looks"], &memory["missed"]), (&Value::from(4), &Value::from(3)), "two replies in the talk, two drills");
}

/// What was answered before it was killed counts once, and is not asked again.
#[test]
fn a_review_broken_off_goes_on_and_counts_each_once() {
    let desk = Desk::at_shelf();
    missed(&desk);
    desk.then(Happens::GoesBy(DAY));
    assert_eq!(desk.run(&["review", "--answers", &desk.answers("\"kinds/several\" = [\"phone\", \"address\"]")]).code, 2);
    assert_eq!(ids(&desk, "due"), ["kinds/true"], "the other one is counted already");
    let gone_on = desk.done(&["review", "--answers", &desk.answers("\"kinds/true\" = true")]);
    assert!(!gone_on.err.contains("Your answer: The phone"), "{gone_on}");
    let later = desk.json(&["review"]).0["later"].clone();
    assert!(later.as_array().is_some_and(|all| all.len() == 2 && all.iter().all(|it| it["looks"] == 2)), "{later}");
}

/// A clock that was set back, or forward and right again, neither loses nor doubles anything; the time zone plays no part.
#[test]
fn clocks_and_zones_change_nothing() {
    let desk = Desk::at_shelf();
    missed(&desk);
    desk.then(Happens::GoesBy(DAY));
    let before = desk.json(&["review"]).0;
    desk.edit("shelf/library.toml", "Asia/Shanghai", "America/New_York");
    assert_eq!(desk.json(&["review"]).0["due"], before["due"], "another zone");
    // A year ahead: all is right then, and the clock is set right again.
    desk.then(Happens::ClockSet(365 * DAY));
    let answers = "\"kinds/several\" = [\"phone\", \"address\"]\n\"kinds/true\" = true";
    let _ = desk.done(&["review", "--answers", &desk.answers(answers)]);
    desk.then(Happens::ClockSet(-365 * DAY));
    assert_eq!(ids(&desk, "due"), [""; 0], "not asked twice");
    let _ = desk.done(&["practise", "queue", "--answers", &desk.answers("\"queue/opening\" = \"help\"")]);
    desk.then(Happens::GoesBy(30 * DAY));
    assert_eq!(ids(&desk, "due").len(), 2, "and not lost for a year");
    // Back by a year, and days go by there: all comes back, what is answered is answered, and is so when the clock is right again.
    let talk = |desk: &Desk| {
        let _ = desk.done(&["practise", "queue", "--answers", &desk.answers("\"queue/opening\" = \"help\"")]);
    };
    desk.then(Happens::ClockSet(-365 * DAY));
    talk(&desk);
    desk.then(Happens::GoesBy(60 * DAY));
    assert_eq!(ids(&desk, "due").len(), 2);
    let _ = desk.done(&["review", "--answers", &desk.answers(answers)]);
    assert_eq!(ids(&desk, "due"), [""; 0]);
    desk.then(Happens::ClockSet(365 * DAY));
    assert_eq!(ids(&desk, "due"), [""; 0], "not asked twice");
    talk(&desk);
    desk.then(Happens::GoesBy(365 * DAY));
    assert_eq!(ids(&desk, "due").len(), 2, "not lost");
}

/// The schedule stands on the question's key and meaning, not on each of its words: who missed another one begins anew with this one.
#[test]
fn edits_of_courseware_keep_or_reset_the_schedule() {
    let desk = Desk::at_shelf();
    missed(&desk);
    let lists = |desk: &Desk| (ids(desk, "due"), ids(desk, "later"));
    let both = (vec![], ["kinds/several", "kinds/true"].map(str::to_owned).to_vec());
    let reset = (vec!["kinds/true".to_owned()], vec!["kinds/several".to_owned()]);
    let changed = |kind: &str| format!("use = \"practice\"\nchanged = [{{ on = 2026-11-22, kind = \"{kind}\", note = \"…\" }}]");
    desk.edit("shelf/bank.en.toml", "Say hello, then get to work.", "Say hello first, then get to work.");
    assert_eq!(lists(&desk), reset, "nobody said what the new words mean");
    desk.edit("shelf/bank.toml", "use = \"practice\"", &changed("wording"));
    assert_eq!(lists(&desk), both);
    desk.edit("shelf/bank.toml", "\"wording\"", "\"meaning\"");
    assert_eq!(lists(&desk), reset);
    desk.edit("shelf/bank.toml", "\"meaning\"", "\"typo\"");
    assert_eq!(lists(&desk), both);
    // Another key, whatever is said of it.
    desk.edit("shelf/bank.toml", "answer = true", "answer = false");
    assert_eq!(lists(&desk), reset);
    let anew = desk.json(&["review"]).0["due"][0].clone();
    assert_eq!((&anew["looks"], &anew["interval"]), (&Value::from(0), &Value::Null), "{anew}");
    // Missed as it is now: it has a schedule of its own. Right the first time, it would be known.
    let _ = desk.done(&["review", "--answers", &desk.answers("\"kinds/true\" = true")]);
    assert_eq!(lists(&desk), both);
    let later = desk.json(&["review"]).0["later"].clone();
    assert!(later.as_array().is_some_and(|all| all.iter().all(|it| it["looks"] == 1)), "{later}");
    // For exams only from now on: nothing of it is shown.
    desk.edit("shelf/bank.toml", "use = \"practice\"", "use = \"exam\"");
    assert_eq!(lists(&desk), (vec![], vec![]));
}

/// What an exam drew comes back only where the scheme tells its items, and never what is for exams alone.
#[test]
fn an_exam_tells_reviews_no_more_than_its_result() {
    for (feedback, use_, comes_back) in
        [("none", "both", false), ("skills", "both", false), ("full", "both", true), ("full", "exam", false)]
    {
        let desk = Desk::at_shelf();
        desk.edit("shelf/finals.toml", "use = \"exam\"", &format!("use = \"{use_}\""));
        desk.edit("shelf/licence.toml", "within = \"2h\"", &format!("within = \"2h\"\nfeedback = \"{feedback}\""));
        let all = desk.file("first.toml", "format = 1\nfallback = \"first\"\n[answers]\n");
        let _ = desk.run(&["learn", "first-day", "--answers", &all]);
        let _ = desk.run(&["exam", "test-licence", "--answers", &all]);
        let graded = desk.json(&["list", "attempts"]).0.to_string();
        assert!(graded.contains("test-licence"), "{graded}");
        desk.then(Happens::GoesBy(60 * DAY));
        let finals = ids(&desk, "due").iter().any(|id| id.starts_with("finals/"));
        assert_eq!(finals, comes_back, "{feedback}, {use_}: {:?}", ids(&desk, "due"));
        assert!(
            !ids(&desk, "due")
                .iter()
                .any(|id| ["long-line", "lost-letter", "torn-page", "wrong-book"].iter().any(|talk| id.starts_with(talk)))
        );
    }
}

/// Where the talk as it went leads to the turn no longer, a shortest one does; a turn that is gone is forgotten.
#[test]
fn a_drill_survives_changes_elsewhere_in_its_talk() {
    let desk = Desk::at_shelf();
    let _ = desk.run(&["practise", "queue", "--answers", &desk.answers("\"queue/opening\" = [\"wait\", \"go\"]")]);
    // A turn before it: the way that went `opening` twice is no way to begin any more.
    let before = "[[turn]]\nid = \"first\"\nsays = \"在吗？\"\n\n  [[turn.reply]]\n  id = \"yes\"\n  text = \"在的。\"\n  to = \"opening\"\n  feedback = \"好。\"\n\n  [[turn.reply]]\n  id = \"no\"\n  text = \"…\"\n  to = \"opening\"\n  feedback = \"说话。\"\n\n[[turn]]\nid = \"opening\"\n";
    desk.edit("shelf/queue.toml", "start = \"opening\"", "start = \"first\"");
    desk.edit("shelf/queue.toml", "[[turn]]\nid = \"opening\"\n", before);
    let english = "[turn.first]\nsays = \"Anyone there?\"\n\n  [turn.first.reply.yes]\n  text = \"Here I am.\"\n  feedback = \"Good.\"\n\n  [turn.first.reply.no]\n  text = \"…\"\n  feedback = \"Speak.\"\n\n[turn.opening]\n";
    desk.edit("shelf/queue.en.toml", "[turn.opening]\n", english);
    desk.then(Happens::GoesBy(DAY));
    assert_eq!(ids(&desk, "due"), ["queue/opening"]);
    let drilled = desk.done(&["review", "--answers", &desk.answers("\"queue/opening\" = \"help\"")]);
    assert!(drilled.err.contains("You: Here I am.") && drilled.err.contains("✓ Right  3 of 3 points"), "{drilled}");
    desk.edit("shelf/queue.toml", "score = { ask = 3 }", "score = { ask = 2 }");
    assert!(
        ids(&desk, "due") == ["queue/opening"] && ids(&desk, "later").is_empty(),
        "other points, another turn: it begins anew"
    );
    let _ = desk.done(&["review", "--answers", &desk.answers("\"queue/opening\" = \"help\"")]);
    assert!(ids(&desk, "due").is_empty() && ids(&desk, "later").is_empty(), "right at the first look");
}

/// What was written comes back by what it earned: a question as a question, a turn with its talk, the model answer after it.
#[test]
fn written_replies_come_back_too() {
    let desk = Desk::new().at("hall");
    let wants = |table: &str| {
        format!(
            "[[{table}]]\nid = \"sorry\"\ntitle = \"An apology\"\nany = [\"sorry\"]\nscore = {{ ask = 2 }}\nfeedback = \"Say sorry.\"\n"
        )
    };
    let main = "title = \"Note\"\nuse = \"practice\"\nsources = [\"project\"]\n";
    let question = format!(
        "format = 1\n[bank]\nid = \"notes\"\n{main}[[question]]\nid = \"late\"\nkind = \"write\"\nask = \"Late?\"\nlevel = 1\npoints = 2\nwhy = \"w\"\n[question.write]\nsample = \"I am sorry.\"\n{}",
        wants("question.write.wants")
    );
    desk.file("hall/notes.toml", &question);
    let talk = format!(
        "format = 1\n[scenario]\nid = \"note\"\n{main}category = \"attitude\"\nchannel = \"chat\"\nlevel = 1\nbrief = \"b\"\nstart = \"t\"\npass = 60\n[customer]\nname = \"Wang\"\nmood = 50\n[[turn]]\nid = \"t\"\nsays = \"Where is it?\"\n[turn.write]\ntask = \"Reply.\"\nsample = \"I am so sorry.\"\nbranch = [{{ at_least = 50, to = \"e\" }}, {{ to = \"f\" }}]\n{}{}{}",
        wants("turn.write.wants"),
        "[[turn]]\nid = \"e\"\nsays = \"Bye.\"\n[turn.ending]\noutcome = \"resolved\"\ndebrief = \"d\"\n",
        "[[turn]]\nid = \"f\"\nsays = \"Bye!\"\n[turn.ending]\noutcome = \"lost\"\ndebrief = \"d\"\n"
    );
    desk.file("hall/note.toml", &talk);
    let _ = desk.done(&["quiz", "notes", "--answers", &desk.answers("\"notes/late\" = \"Well.\"")]);
    let _ = desk.run(&["practise", "note", "--answers", &desk.answers("\"note/t\" = \"Well.\"")]);
    desk.then(Happens::GoesBy(DAY));
    assert_eq!(ids(&desk, "due"), ["notes/late", "note/t"]);
    let answers = desk.answers("\"notes/late\" = \"I am sorry.\"\n\"note/t\" = \"So sorry!\"");
    let ran = desk.done(&["review", "--answers", &answers]);
    assert!(ran.err.contains("Where is it?") && ran.err.contains("I am so sorry."), "{ran}");
    assert!(ran.err.contains("4 of 4 points"), "{ran}");
    assert_eq!(ids(&desk, "due"), [""; 0]);
}
