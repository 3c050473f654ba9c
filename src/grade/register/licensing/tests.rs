use std::collections::BTreeSet;

use proptest::prelude::*;

use super::super::Register;
use super::*;
use crate::attempt::act::{Act, Issued, Signed, StaffRole};
use crate::base::id::StaffId;

const BOSS: &str = "did:key:boss";
const SECOND: &str = "did:key:second";
const EXAMINER: &str = "did:key:examiner";
const ORG: &str = "did:key:org";

fn signed(nth: usize, key: &str, deed: Deed) -> Signed {
    let act = Act { id: format!("act-{nth}").into(), at: Moment(1000 * nth as i64), key: key.into(), deed };
    Signed { act, signature: String::new(), beside: None }
}

fn why() -> Digest {
    Digest::of_bytes(b"why")
}

/// Two issuers, an examiner, a key.
fn staff() -> Vec<Deed> {
    let staff = |who: &str, role, key: &str| Deed::Appointed { staff: who.into(), roles: vec![role], appointed: key.into() };
    vec![
        staff("boss", StaffRole::Issuer, BOSS),
        staff("second", StaffRole::Issuer, SECOND),
        staff("examiner", StaffRole::Examiner, EXAMINER),
        Deed::Founded { name: "HQ".into(), code: "HQ".into(), issuer: ORG.into(), status: None },
    ]
}

fn issued(serial: u32, terms: Terms) -> Deed {
    Deed::Issued(Box::new(Issued {
        number: format!("N{serial}").into(),
        serial,
        learner: "l".into(),
        licence: "phone".into(),
        attempt: "a".into(),
        closed: why(),
        issuer: ORG.into(),
        credential: why(),
        from: Moment(0),
        until: Moment(1_000_000),
        terms,
    }))
}

fn changed(serial: u32, change: Change) -> Deed {
    Deed::Changed(Box::new(Changed { number: format!("N{serial}").into(), learner: "l".into(), change, reason: why() }))
}

fn two(what: &[Weighty]) -> Terms {
    Terms { two_persons: what.iter().copied().collect::<BTreeSet<_>>(), ..Terms::default() }
}

fn follows(serial: u32) -> Terms {
    Terms { follows: Some(format!("N{serial}").into()), ..Terms::default() }
}

/// All by the boss but where a key is named.
fn register(deeds: impl IntoIterator<Item = (&'static str, Deed)>) -> (Register, Vec<Signed>) {
    let all = staff().into_iter().map(|deed| (BOSS, deed)).chain(deeds);
    let acts: Vec<Signed> = all.enumerate().map(|(nth, (key, deed))| signed(nth, key, deed)).collect();
    (Register::of(&acts), acts)
}

fn standing(register: &Register, now: i64) -> Vec<(u32, Taken)> {
    register.standing_of_serials(&ORG.into(), Moment(now)).into_iter().collect()
}

const SUSPENDED: Change = Change::Suspended { until: None };
const NOW: i64 = 500_000;

#[test]
fn suspended_reinstated_revoked_for_good() {
    let steps = [SUSPENDED, Change::Reinstated, Change::Revoked, Change::Reinstated, SUSPENDED];
    let expected = [
        vec![(1, Taken::Suspended { until: None })],
        vec![],
        vec![(1, Taken::Revoked)],
        vec![(1, Taken::Revoked)],
        vec![(1, Taken::Revoked)],
    ];
    for n in 0..steps.len() {
        let deeds = steps[..=n].iter().map(|change| (BOSS, changed(1, *change)));
        let (register, _) = register([(BOSS, issued(1, Terms::default()))].into_iter().chain(deeds));
        assert_eq!(standing(&register, NOW), expected[n], "after {:?}", &steps[..=n]);
    }
}

#[test]
fn a_suspension_ends_by_itself_where_it_says_so() {
    let until = Some(Moment(100_000));
    let (register, _) = register([(BOSS, issued(1, Terms::default())), (BOSS, changed(1, Change::Suspended { until }))]);
    assert_eq!(standing(&register, 99_999), [(1, Taken::Suspended { until })]);
    assert_eq!(standing(&register, 100_000), []);
}

#[test]
fn only_issuers_change_only_licences_of_that_person() {
    let other = Changed { number: "N1".into(), learner: "somebody".into(), change: Change::Revoked, reason: why() };
    let (register, _) = register([
        (BOSS, issued(1, Terms::default())),
        (EXAMINER, changed(1, Change::Revoked)),
        ("did:key:nobody", changed(1, Change::Revoked)),
        (BOSS, Deed::Changed(Box::new(other))),
        (BOSS, changed(2, Change::Revoked)),
    ]);
    assert_eq!(standing(&register, NOW), []);
}

#[test]
fn what_was_renewed_falls_with_what_followed_it() {
    let (register, _) =
        register([(BOSS, issued(1, Terms::default())), (BOSS, issued(2, follows(1))), (BOSS, changed(2, Change::Revoked))]);
    assert_eq!(standing(&register, NOW), [(1, Taken::Revoked), (2, Taken::Revoked)]);
}

#[test]
fn licences_that_follow_one_another_in_a_ring_hang_nothing() {
    let (register, _) = register([(BOSS, issued(1, follows(2))), (BOSS, issued(2, follows(1))), (BOSS, changed(2, SUSPENDED))]);
    assert_eq!(standing(&register, NOW).len(), 2);
}

fn seconded(of: &Signed, refused: bool) -> Deed {
    let refused = refused.then(why);
    Deed::Seconded { of: of.act.id.clone(), sealed: of.digest(), learner: "l".into(), refused }
}

#[test]
fn nothing_takes_effect_before_another_person_agrees() {
    let base = || vec![(BOSS, issued(1, two(&[Weighty::Issue, Weighty::Revoke])))];
    let (waits, acts) = register(base());
    assert!(waits.issued.is_empty() && waits.waiting.len() == 1);
    let proposal = acts.last().unwrap().clone();
    // Not oneself, not an examiner, not over other words.
    let mut wrong = seconded(&proposal, false);
    if let Deed::Seconded { sealed, .. } = &mut wrong {
        *sealed = why();
    }
    for (key, deed) in [(BOSS, seconded(&proposal, false)), (EXAMINER, seconded(&proposal, false)), (SECOND, wrong)] {
        let (register, _) = register(base().into_iter().chain([(key, deed)]));
        assert!(register.issued.is_empty() && register.waiting.len() == 1, "{key}");
    }
    let (register, _) = register(base().into_iter().chain([(SECOND, seconded(&proposal, false))]));
    assert!(register.issued.len() == 1 && register.waiting.is_empty());
    assert_eq!(register.counted[&proposal.act.id], StaffId::from("boss"));
}

#[test]
fn who_proposed_may_take_it_back() {
    let base = || vec![(BOSS, issued(1, two(&[Weighty::Issue])))];
    let proposal = register(base()).1.pop().unwrap();
    for key in [BOSS, SECOND] {
        let after = [(key, seconded(&proposal, true)), (SECOND, seconded(&proposal, false))];
        let (register, _) = register(base().into_iter().chain(after));
        assert!(register.issued.is_empty() && register.waiting.is_empty(), "{key}");
    }
}

#[test]
fn a_retired_key_issues_nothing_more() {
    let retired = Deed::Retired { issuer: ORG.into(), successor: Some("did:key:next".into()), reason: why() };
    let (register, acts) = register([(BOSS, issued(1, Terms::default())), (BOSS, retired), (BOSS, issued(2, Terms::default()))]);
    assert_eq!(register.issued.iter().map(|(_, _, it)| it.serial).collect::<Vec<_>>(), [1]);
    assert!(!register.counted.contains_key(&acts.last().unwrap().act.id));
    assert_eq!(register.issuers[&"did:key:next".into()], ("HQ".to_owned(), "HQ".to_owned()));
    assert_eq!((register.generation(&ORG.into()), register.generation(&"did:key:next".into())), (1, 2));
}

#[test]
fn whoever_left_signs_nothing_more_and_what_was_signed_stands() {
    let left = |who: &str| Deed::Left { staff: who.into(), reason: why() };
    let (register, _) = register([
        (SECOND, issued(1, Terms::default())),
        (BOSS, left("second")),
        (SECOND, issued(2, Terms::default())),
        // The last issuer stays.
        (BOSS, left("boss")),
        (BOSS, issued(3, Terms::default())),
    ]);
    assert_eq!(register.issued.iter().map(|(_, _, it)| it.serial).collect::<Vec<_>>(), [1, 3]);
}

#[test]
fn another_key_is_bound_by_another_issuer_only() {
    let rekeyed = |who: &str, key: &str| Deed::Rekeyed { staff: who.into(), rekeyed: key.into(), reason: why() };
    let (register, _) = register([
        (BOSS, rekeyed("boss", "did:key:own")),
        (BOSS, rekeyed("second", EXAMINER)),
        (BOSS, rekeyed("second", "did:key:fresh")),
        (SECOND, issued(1, Terms::default())),
        ("did:key:fresh", issued(2, Terms::default())),
        // A key that was given up is nobody's any more.
        (BOSS, rekeyed("second", SECOND)),
        ("did:key:fresh", issued(3, Terms::default())),
    ]);
    assert_eq!(register.issued.iter().map(|(_, _, it)| it.serial).collect::<Vec<_>>(), [2, 3]);
    assert_eq!(register.key_of(&"boss".into()), Some(&BOSS.into()));
    assert_eq!(register.keys_before(&"second".into()), 1);
}

fn any_change() -> impl Strategy<Value = Change> {
    prop_oneof![
        prop::option::of(0_i64..200_000).prop_map(|until| Change::Suspended { until: until.map(Moment) }),
        Just(Change::Reinstated),
        Just(Change::Revoked),
        Just(Change::Fulfilled),
    ]
}

proptest! {
    /// Whatever is done, in any order: revoked stays revoked, and what takes two persons is never done by one.
    #[test]
    fn laws(changes in prop::collection::vec((any_change(), any::<bool>(), any::<bool>()), 0..12)) {
        let (mut acts, mut revoked) = (Vec::new(), false);
        for deed in staff().into_iter().chain([issued(1, two(&[Weighty::Revoke]))]) {
            acts.push(signed(acts.len(), BOSS, deed));
        }
        for (change, boss, confirms) in changes {
            let (one, other) = if boss { (BOSS, SECOND) } else { (SECOND, BOSS) };
            let act = signed(acts.len(), one, changed(1, change));
            let second = signed(acts.len() + 1, if confirms { other } else { one }, seconded(&act, false));
            let before = Register::of(&acts).taken(&"N1".into(), Moment(NOW));
            acts.push(act);
            let alone = Register::of(&acts);
            prop_assert_eq!(alone.taken(&"N1".into(), Moment(NOW)) == Some(Taken::Revoked), revoked);
            if change == Change::Revoked {
                prop_assert_eq!(alone.taken(&"N1".into(), Moment(NOW)), before, "nothing by one person");
                acts.push(second);
                revoked |= confirms;
            }
            let now = Register::of(&acts).taken(&"N1".into(), Moment(NOW));
            prop_assert_eq!(now == Some(Taken::Revoked), revoked);
        }
    }
}

/// Whoever proposes can also appoint somebody, or bind a colleague's name to a key of his own: such a key is nobody's second opinion.
#[test]
fn a_key_made_after_the_proposal_is_no_second_person() {
    const LATER: &str = "did:key:later";
    let terms = two(&[Weighty::Issue]);
    let (before, acts) = register([(BOSS, issued(1, terms.clone()))]);
    assert_eq!((before.waiting.len(), before.issued.len()), (1, 0));
    let proposal = acts.last().expect("the proposal").clone();
    let another = Deed::Appointed { staff: "friend".into(), roles: vec![StaffRole::Issuer], appointed: LATER.into() };
    let rekeyed = Deed::Rekeyed { staff: "second".into(), rekeyed: LATER.into(), reason: why() };
    for made in [another, rekeyed] {
        let (register, _) = register([(BOSS, issued(1, terms.clone())), (BOSS, made), (LATER, seconded(&proposal, false))]);
        assert_eq!((register.waiting.len(), register.issued.len()), (1, 0));
    }
    let (register, _) = register([(BOSS, issued(1, terms)), (SECOND, seconded(&proposal, false))]);
    assert_eq!((register.waiting.len(), register.issued.len()), (0, 1));
}
