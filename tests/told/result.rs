//! Results, from exams sat on the small shelf. Every number here was worked out by hand.

use onduty::attempt::event::Body;
use onduty::base::points::Points;
use onduty::grade::register::Register;
use onduty::locale::{Tongue, Words};
use onduty::model::licence::{Disclose, Scheme};
use onduty::report::result::{Told, Verdict};

use super::shown;
use super::trial::{Trial, seen, shelf};

fn scheme(id: &str) -> Scheme {
    shelf().licences[&id.into()].clone()
}

fn read(tongue: Tongue, window: usize, told: &Told) -> String {
    shown(tongue, window, &told.blocks(&Words::new(tongue)))
}

/// Theory 4 of 6 points, talks 3/3 and 1/3, a station 3/4.
fn middling(scheme: &Scheme) -> Trial {
    let library = shelf();
    let questions = ["finals/hello", "finals/seat", "finals/angry", "finals/blame"];
    let mut trial = Trial::begin(&library, scheme, &questions, &["lost-letter", "torn-page"], &["bow"]);
    trial.pick(&["true", "true", "true"]).away(12).pick(&["true"]).hand_in();
    trial.reply([onduty::model::form::Reply::Next]).pick(&["look", "wait"]).close();
    trial
}

/// theory 3/6 = 50 %, at its least. practice = (1 + 1/3 + 3/4) ÷ 3 = 25/36 = 69.4 %. total = 15 + 70 × 25/36 = 63.6, mark 70.
#[test]
fn not_passed() {
    let trial = middling(&scheme("test-licence"));
    let outcome = trial.outcome(&[seen("a", &shelf(), "bow", &[("stand", 1), ("bow", 2), ("why", 0)])], &Register::default());
    insta::assert_snapshot!(read(Tongue::Zh, 80, &trial.told(Tongue::Zh, &outcome)), @"");
    insta::assert_snapshot!(read(Tongue::En, 80, &trial.told(Tongue::En, &outcome)), @"");
    insta::assert_snapshot!(read(Tongue::Zh, 40, &trial.told(Tongue::Zh, &outcome)), @"");
    insta::assert_snapshot!(read(Tongue::En, 40, &trial.told(Tongue::En, &outcome)), @"");
    insta::assert_snapshot!(serde_json::to_string_pretty(&trial.told(Tongue::Zh, &outcome)).expect("values"), @"");
}

/// theory 3/6, practice (1 + 1/3 + 1) ÷ 3 = 7/9, total = 15 + 70 × 7/9 = 69.4…: less than 5 below the mark of 70.
#[test]
fn just_below_a_person_decides() {
    let trial = middling(&scheme("test-licence"));
    let all = [seen("a", &shelf(), "bow", &[("stand", 1), ("bow", 2), ("why", 1)])];
    let first = |register: &Register| {
        let told = trial.told(Tongue::Zh, &trial.outcome(&all, register));
        (told.verdict, read(Tongue::Zh, 80, &told).lines().nth(3).unwrap_or_default().to_owned())
    };
    let decided = |pass| {
        let mut register = Register::default();
        register.decided.insert(trial.activity.plan.attempt.clone(), (pass, "examiner".into()));
        register
    };
    insta::assert_debug_snapshot!([first(&Register::default()), first(&decided(true)), first(&decided(false))], @"");
    let mut register = Register::default();
    register.voided.insert(trial.activity.plan.attempt.clone(), trial.state.at);
    assert_eq!(first(&register).0, Verdict::Void);
}

#[test]
fn stations_are_waited_for() {
    let library = shelf();
    let mut trial = Trial::begin(&library, &scheme("hands"), &[], &["lost-letter"], &["bow", "desk"]);
    trial.pick(&["look"]).close();
    let all = [
        seen("a", &library, "bow", &[("stand", 1), ("bow", 2), ("why", 1)]),
        seen("b", &library, "bow", &[("stand", 0), ("bow", 2), ("why", 1)]),
        seen("a", &library, "desk", &[("books", 3), ("pen", 1)]),
    ];
    let told = trial.told(Tongue::Zh, &trial.outcome(&all, &Register::default()));
    insta::assert_snapshot!(read(Tongue::Zh, 80, &told), @"");
    let mut register = Register::default();
    register.settled.insert((trial.activity.plan.attempt.clone(), "bow".into()), all[1].observation.clone());
    let more = [all.as_slice(), &[seen("b", &library, "desk", &[("books", 3), ("pen", 1)])]].concat();
    insta::assert_snapshot!(read(Tongue::En, 80, &trial.told(Tongue::En, &trial.outcome(&more, &register))), @"");
}

/// Everything right, and a red line in the second talk: it counts 0, and the exam is failed by it alone.
#[test]
fn a_red_line_with_its_rule() {
    let mut scheme = scheme("test-licence");
    scheme.practice.as_mut().expect("it has one").pass = 40;
    scheme.result.pass = 60;
    let mut trial = Trial::begin(&shelf(), &scheme, &["finals/hello"], &["lost-letter", "torn-page"], &[]);
    trial.pick(&["true"]).hand_in().reply([onduty::model::form::Reply::Next]).pick(&["look", "shout"]).close();
    let outcome = trial.outcome(&[], &Register::default());
    insta::assert_snapshot!(read(Tongue::Zh, 80, &trial.told(Tongue::Zh, &outcome)), @"");
}

/// 19.99 of 25 points are 79.96 %: shown as 79.9, and not passed at 80.
#[test]
fn what_is_shown_is_cut_and_the_exact_mark_counts() {
    let mut library = shelf();
    for (id, points) in [("finals/hello", 19_990), ("finals/seat", 5_010)] {
        let bank = library.banks.get_mut(&"finals".into()).expect("it is there");
        bank.questions.iter_mut().find(|q| q.id.as_str() == id).expect(id).points = Points::thousandths(points);
    }
    let mut scheme = scheme("test-licence");
    scheme.practice = None;
    scheme.theory.as_mut().expect("it has one").weight = 100;
    scheme.result.pass = 80;
    scheme.result.borderline = 0;
    let mut trial = Trial::begin(&library, &scheme, &["finals/hello", "finals/seat"], &[], &[]);
    trial.pick(&["true", "true"]).hand_in().close();
    let told = trial.told(Tongue::Zh, &trial.outcome(&[], &Register::default()));
    let total = told.total.clone().expect("all of it is known");
    assert_eq!((total.exact.to_string().as_str(), total.percent.as_str()), ("1999/2500", "79.9"));
    assert_eq!(told.verdict, Verdict::Failed);
    insta::assert_snapshot!(read(Tongue::Zh, 80, &told), @"");
}

/// The first part's time is up with a question open, the clock jumps, the window is killed, and the exam runs out in a talk.
#[test]
fn what_the_clock_did_is_told() {
    let mut trial =
        Trial::begin(&shelf(), &scheme("test-licence"), &["finals/hello", "finals/seat"], &["lost-letter", "torn-page"], &[]);
    trial.pick(&["true"]).wait(8).happen(Body::TimeUp { part: 0 });
    trial.happen(Body::ClockMoved { by: 35 * 60_000 }).wait(3);
    trial.happen(Body::Resumed { conduct: onduty::attempt::plan::Conduct::Person });
    trial.reply([onduty::model::form::Reply::Next]).wait(100).happen(Body::Expired).close();
    insta::assert_snapshot!(read(Tongue::Zh, 80, &trial.told(Tongue::Zh, &trial.outcome(&[], &Register::default()))), @"");
}

#[test]
fn all_is_told_where_the_scheme_says_so() {
    let mut scheme = scheme("test-licence");
    scheme.result.feedback = Disclose::Full;
    let trial = middling(&scheme);
    let outcome = trial.outcome(&[seen("a", &shelf(), "bow", &[("stand", 1), ("bow", 2), ("why", 0)])], &Register::default());
    let text = read(Tongue::En, 80, &trial.told(Tongue::En, &outcome));
    insta::assert_snapshot!(text[text.find("Question by question").expect("it is there")..], @"");
}
