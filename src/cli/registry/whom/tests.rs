use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::attempt::act::{Act, Change, Changed, Deed, Issued, StaffRole, Terms};
use crate::attempt::plan::Allowance;
use crate::base::digest::Digest;
use crate::base::moment::Moment;
use crate::grade::register::Register;
use crate::model::word::Weighty;

const BOSS: &str = "did:key:boss";
const SECOND: &str = "did:key:second";
const ORG: &str = "did:key:org";

fn why() -> Digest {
    Digest::of_bytes(b"why")
}

fn learner(n: u8) -> LearnerId {
    format!("l{}", n % 3).as_str().into()
}

/// Everybody has two exams.
fn exam(of: u8, which: u8) -> AttemptId {
    format!("{}-{}", learner(of), which % 2).as_str().into()
}

/// A deed made of numbers; what it seconds or changes is among those before it.
fn deed(kind: u8, who: u8, which: u8, before: &[Rc<Signed>]) -> Deed {
    let (learner, attempt, reason) = (learner(who), exam(who, which), why());
    let issued = || before.iter().filter(|it| matches!(it.act.deed, Deed::Issued(_))).nth(usize::from(which));
    match (kind % 9, issued()) {
        (0, _) => Deed::Granted { learner, licence: "phone".into(), reason },
        (1, _) => Deed::Allowed {
            learner,
            allowance: Allowance { no_reply_clock: which.is_multiple_of(2), ..Allowance::default() },
            reason,
        },
        (2, _) => Deed::Waived { learner, course: "first".into(), evidence: why(), reason },
        (3, _) => Deed::Voided { attempt, last: why(), reason },
        (4, _) => Deed::Decided { attempt, closed: why(), pass: which.is_multiple_of(2), reason },
        (5, Some(licence)) => {
            let Deed::Issued(issued) = &licence.act.deed else { unreachable!("it is one") };
            let change = [Change::Suspended { until: None }, Change::Reinstated, Change::Revoked][usize::from(who) % 3];
            let (number, learner) = (issued.number.clone(), issued.learner.clone());
            Deed::Changed(Box::new(Changed { number, learner, change, reason }))
        }
        // Whom it says it is about is made up: what it settles is somebody else's.
        (6, _) if !before.is_empty() => {
            let of = &before[usize::from(which) % before.len()];
            let refused = who.is_multiple_of(4).then(why);
            Deed::Seconded { of: of.act.id.clone(), sealed: of.digest(), learner, refused }
        }
        _ => {
            let two_persons = if who.is_multiple_of(2) { [Weighty::Issue].into() } else { [Weighty::Revoke].into() };
            let serial = u32::try_from(before.len()).unwrap_or_default();
            Deed::Issued(Box::new(Issued {
                number: format!("N{serial}").into(),
                serial,
                learner,
                licence: "phone".into(),
                attempt,
                closed: why(),
                issuer: ORG.into(),
                credential: why(),
                from: Moment(0),
                until: Moment(1_000_000),
                terms: Terms { two_persons, ..Terms::default() },
            }))
        }
    }
}

fn history(steps: &[(u8, u8, u8, bool)]) -> Vec<Rc<Signed>> {
    let mut acts: Vec<Rc<Signed>> = Vec::new();
    let mut sign = |key: &str, deed: &dyn Fn(&[Rc<Signed>]) -> Deed| {
        let (id, at) = (format!("act-{}", acts.len()).into(), Moment(1000 * acts.len() as i64));
        let act = Act { id, at, key: key.into(), deed: deed(&acts) };
        acts.push(Rc::new(Signed { act, signature: String::new(), beside: None }));
    };
    let roles = [StaffRole::Examiner, StaffRole::Issuer];
    for (who, key) in [("boss", BOSS), ("second", SECOND)] {
        sign(BOSS, &|_| Deed::Appointed { staff: who.into(), roles: roles.into(), appointed: key.into() });
    }
    sign(BOSS, &|_| Deed::Founded { name: "HQ".into(), code: "HQ".into(), issuer: ORG.into(), status: None });
    for (kind, who, which, second) in steps {
        sign(if *second { SECOND } else { BOSS }, &|before| deed(*kind, *who, *which, before));
    }
    acts
}

/// All of a register that is about a learner.
fn about(register: &Register, of: &LearnerId) -> String {
    let exams: BTreeSet<AttemptId> = [0, 1].map(|n| AttemptId::from(format!("{of}-{n}"))).into();
    let issued: Vec<_> = register.issued.iter().filter(|(_, _, it)| it.learner == *of || exams.contains(&it.attempt)).collect();
    let numbers: BTreeSet<_> = issued.iter().map(|(_, _, it)| &it.number).collect();
    let taken: BTreeMap<_, _> = register.taken.iter().filter(|(number, _)| numbers.contains(number)).collect();
    let granted: Vec<_> = register.granted.iter().filter(|((whose, _), _)| whose == of).collect();
    let waived: Vec<_> = register.waived.iter().filter(|((whose, _), _)| whose == of).collect();
    let waiting: Vec<_> = register.waiting.iter().filter(|it| it.learner() == Some(of)).collect();
    let voided: Vec<_> = register.voided.iter().filter(|(attempt, _)| exams.contains(attempt)).collect();
    let decided: Vec<_> = register.decided.iter().filter(|(attempt, _)| exams.contains(attempt)).collect();
    let staff = (&register.staff, &register.issuers, register.allowed.get(of));
    format!("{issued:?} {taken:?} {granted:?} {waived:?} {waiting:?} {voided:?} {decided:?} {staff:?}")
}

proptest! {
    /// What is folded of the acts about a learner is what all acts together say of that learner.
    #[test]
    fn the_acts_about_somebody_are_all_that_matter(steps in prop::collection::vec(any::<(u8, u8, u8, bool)>(), 0..40)) {
        let acts = history(&steps);
        let people = [0, 1, 2].map(learner);
        let whose = |attempt: &AttemptId| people.iter().find(|it| attempt.as_str().starts_with(it.as_str()));
        let whom = Whom::of(&acts, &whose);
        let all = Register::of(acts.iter().map(Rc::as_ref));
        for learner in &people {
            let narrow = Register::of(whom.about(learner).into_iter().map(|place| &*acts[place]));
            prop_assert_eq!(about(&narrow, learner), about(&all, learner));
        }
    }
}
