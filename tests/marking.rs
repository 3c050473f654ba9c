//! What a text earns when a person overrules some of the verdicts on it: laws, over the written question of `tests/lobby`.

use std::collections::BTreeSet;
use std::path::Path;

use onduty::base::points::Points;
use onduty::content::files::Root;
use onduty::content::load;
use onduty::model::question::Kind;
use onduty::model::question::write::Write;
use onduty::model::writing::{Judged, Overruled, TOO_SHORT};
use proptest::prelude::*;

/// Pieces that texts are made of: what is wanted, what breaks a rule, what does neither.
const PIECES: [&str; 7] = ["I am sorry", "by noon", "today", "Shut up", "That is not my job", "well", "您好"];
const RULES: [&str; 2] = ["shut-up", "not-mine"];
const WANTS: [&str; 2] = ["sorry", "when"];

fn write() -> Write {
    let loaded = load(vec![Root::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lobby"))]);
    assert_eq!(loaded.errors().count(), 0, "{:?}", loaded.findings);
    let Kind::Write(write) = &loaded.library.question(&"papers/letter".into()).expect("it is there").kind else { panic!("kind") };
    write.clone()
}

fn by(rules: &[bool], wants: &[bool]) -> Overruled {
    let chosen =
        |ids: &[&str], on: &[bool]| ids.iter().zip(on).filter(|(_, on)| **on).map(|(id, _)| (*id).to_owned()).collect::<Vec<_>>();
    Overruled {
        unbroken: chosen(&RULES, rules).iter().map(|id| id.as_str().into()).collect(),
        otherwise: chosen(&WANTS, wants).iter().map(|id| id.as_str().into()).collect(),
    }
}

fn judged(write: &Write, pieces: &[usize]) -> Judged {
    let text = pieces.iter().map(|n| PIECES[*n]).collect::<Vec<_>>().join(". ");
    write.judge(&text, &"en".into())
}

/// The same task, where a text of less than 30 characters is too short.
fn lengthy(write: &Write) -> Write {
    let mut write = write.clone();
    write.writing.min_chars = [("en".into(), 30), ("zh-CN".into(), 30)].into();
    write
}

proptest! {
    #[test]
    fn who_finds_it_long_enough_judges_it_as_if_no_length_were_asked(
        pieces in prop::collection::vec(0..PIECES.len(), 0..7), rules in prop::array::uniform2(any::<bool>()),
        wants in prop::array::uniform2(any::<bool>()),
    ) {
        let (write, lengthy) = (write(), lengthy(&write()));
        let (free, seen) = (judged(&write, &pieces), judged(&lengthy, &pieces));
        let plain = by(&rules, &wants);
        let enough = Overruled { unbroken: plain.unbroken.iter().cloned().chain([TOO_SHORT.into()]).collect(), ..plain.clone() };
        prop_assert_eq!(lengthy.writing.marked(&seen, &enough), write.writing.marked(&free, &plain));
        // It can be overruled where it is so, and only there; who does not gets nothing for it, as ever.
        prop_assert_eq!(seen.faults().contains(&TOO_SHORT.into()), seen.too_short.is_some());
        let (points, _) = lengthy.writing.marked(&seen, &plain);
        prop_assert_eq!(points, if seen.too_short.is_some() { Points::ZERO } else { write.writing.marked(&free, &plain).0 });
        prop_assert!(points <= lengthy.writing.marked(&seen, &enough).0);
    }

    #[test]
    fn nothing_overruled_is_what_the_machine_said(pieces in prop::collection::vec(0..PIECES.len(), 0..7)) {
        let write = write();
        let seen = judged(&write, &pieces);
        prop_assert_eq!(write.writing.overruled(&seen, &Overruled::default()), seen.clone());
        prop_assert_eq!(write.writing.marked(&seen, &Overruled::default()), (seen.points, !seen.red_lines().is_empty()));
    }

    #[test]
    fn everything_overruled_is_everything_there_is(pieces in prop::collection::vec(0..PIECES.len(), 0..7)) {
        let write = write();
        let seen = judged(&write, &pieces);
        let missing: Vec<bool> = seen.met.iter().map(Option::is_none).collect();
        prop_assert_eq!(write.writing.marked(&seen, &by(&[true, true], &missing)), (write.writing.best(), false));
        let there: Vec<bool> = missing.iter().map(|it| !it).collect();
        prop_assert_eq!(write.writing.marked(&seen, &by(&[true, true], &there)).0, Points::ZERO);
    }

    #[test]
    fn who_takes_back_a_rule_takes_nothing_away(
        pieces in prop::collection::vec(0..PIECES.len(), 0..7), rule in 0..2_usize, wants in prop::array::uniform2(any::<bool>()),
    ) {
        let write = write();
        let seen = judged(&write, &pieces);
        let mut rules = [false, false];
        let before = write.writing.marked(&seen, &by(&rules, &wants));
        rules[rule] = true;
        let after = write.writing.marked(&seen, &by(&rules, &wants));
        prop_assert!(before.0 <= after.0 && after.0 <= write.writing.best() && (before.1 || !after.1));
        let left: BTreeSet<String> = write.writing.overruled(&seen, &by(&rules, &wants)).rules().iter().map(ToString::to_string).collect();
        prop_assert!(!left.contains(RULES[rule]), "{left:?}");
    }
}
