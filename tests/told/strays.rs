//! Exams of an older version, in which a talk went on by what the machine made of a written reply: nobody fails by that alone.

use std::collections::BTreeMap;
use std::path::Path;

use onduty::base::points::Points;
use onduty::content::files::Root;
use onduty::grade::outcome::Outcome;
use onduty::grade::register::{Decision, Register};
use onduty::grade::written::{Marked, Reading, replies};
use onduty::locale::Tongue;
use onduty::model::form::Reply;
use onduty::model::grade::Standing;
use onduty::model::library::Library;
use onduty::model::scenario::{Rung, Way};
use onduty::model::writing::Overruled;

use super::trial::Trial;

/// Nothing that is wanted, by the machine.
const BARE: &str = "It is what it is.";

/// The lobby with a talk that goes on for a lot where the written reply is good, and ends where it is not.
fn forked(at_least: u8) -> Library {
    let mut library =
        onduty::content::load(vec![Root::read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/lobby")))]).library;
    let scenario = library.scenarios.get_mut(&"parcel".into()).expect("it is there");
    let mut poor = scenario.turns.iter().find(|turn| turn.id.as_str() == "good").expect("it is there").clone();
    let Way::Ending(ending) = &mut poor.way else { panic!("an ending") };
    ending.score.clear();
    poor.id = "poor".into();
    for turn in &mut scenario.turns {
        match &mut turn.way {
            Way::Write(write) => {
                let to = |at_least: u8, to: &str| Rung {
                    at_least,
                    to: to.into(),
                    mood: 0,
                    set: BTreeMap::new(),
                    add: BTreeMap::new(),
                };
                write.rungs = vec![to(at_least, "good"), to(0, "poor")];
            }
            Way::Ending(ending) => ending.score.values_mut().for_each(|points| *points = Points::whole(20)),
            _ => {}
        }
    }
    scenario.turns.push(poor);
    library
}

/// Both questions right; in the talk all but what is written.
fn sat(library: &Library) -> Trial {
    let scheme = &library.licences[&"lobby".into()];
    let mut trial = Trial::begin(library, scheme, &["papers/greet"], &["parcel"], &[]);
    trial.pick(&["true"]).hand_in().reply([Reply::Next]).pick(&["look"]).reply([Reply::Typed(BARE.to_owned())]).close();
    trial
}

/// What an examiner makes of the reply.
fn read(trial: &Trial, wants: &[&str]) -> Register {
    let all = replies(&trial.activity, &trial.state);
    let overruled = Overruled { unbroken: Default::default(), otherwise: wants.iter().map(|id| (*id).into()).collect() };
    let (points, red_line) = all[0].writing.marked(&all[0].judged, &overruled);
    let closed = trial.state.last.expect("events");
    let reading = Reading { marked: Marked { points, red_line }, overruled, who: "examiner".into(), closed };
    let readings = BTreeMap::from([(0, reading)]);
    Register { read: BTreeMap::from([(trial.activity.plan.attempt.clone(), readings)]), ..Register::default() }
}

fn standing(trial: &Trial, register: &Register) -> (Standing, bool, Vec<usize>) {
    let Outcome { verdict, strayed, hangs_on, .. } = trial.outcome(&[], register);
    (verdict.standing, strayed, hangs_on)
}

#[test]
fn where_the_machine_led_a_talk_a_person_reads_and_decides() {
    let trial = sat(&forked(60));
    // All that is wanted gives 8 of 28 points, too few; but on the other way there are 20 more.
    assert_eq!(standing(&trial, &Register::default()), (Standing::Provisional, true, vec![0]));
    // As the machine saw it: the talk went where it should.
    assert_eq!(standing(&trial, &read(&trial, &[])), (Standing::Failed, false, vec![]));
    assert_eq!(standing(&trial, &read(&trial, &["sorry"])).0, Standing::Failed, "half of it leads nowhere else");
    // It should have gone the other way: nobody knows what would have come of it.
    let mut register = read(&trial, &["sorry", "next"]);
    assert_eq!(standing(&trial, &register), (Standing::Borderline, true, vec![]));
    for (tongue, words) in [(Tongue::Zh, "本该往别处走"), (Tongue::En, "should have gone another way")] {
        let told = trial.told(tongue, &trial.outcome(&[], &register));
        let sheet = super::result::read(tongue, 200, &told);
        assert!(sheet.contains(words), "{sheet}");
    }
    let decision = Decision { pass: true, who: "examiner".into(), observed: 0 };
    register.decided.insert(trial.activity.plan.attempt.clone(), vec![decision]);
    assert_eq!(standing(&trial, &register).0, Standing::Passed);
}

#[test]
fn where_all_rungs_come_to_the_same_only_points_count() {
    let mut library = forked(60);
    let scenario = library.scenarios.get_mut(&"parcel".into()).expect("it is there");
    for turn in &mut scenario.turns {
        if let Way::Write(write) = &mut turn.way {
            write.rungs.iter_mut().for_each(|rung| rung.to = "poor".into());
        }
    }
    assert_eq!(standing(&sat(&library), &Register::default()), (Standing::Passed, false, vec![]));
    // A talk that weighs nothing in the end hangs on nothing.
    let mut library = forked(60);
    let scheme = library.licences.get_mut(&"lobby".into()).expect("it is there");
    scheme.practice.as_mut().expect("it has one").pass = 0;
    scheme.result.pass = 50;
    assert_eq!(standing(&sat(&library), &Register::default()).0, Standing::Passed);
}
