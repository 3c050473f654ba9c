//! What every store owes of parcels: taking in is a union.

use proptest::prelude::*;

use super::acts::granted;
use super::{closed, flaws, learner, on_every_backend, read, started, typed, whole};
use crate::attempt::plan::Subject;
use crate::base::id::Did;
use crate::base::moment::Moment;
use crate::store::ledger::gaps;
use crate::store::memory::Memory;
use crate::store::parcel::{Brought, Done, Parcel, Taken};
use crate::store::{Assignment, LedgerLine, Sealed, Store, StoreError, Whom};

/// What a store would send of its lines from one number to another, with everything that these seal as it is now.
fn parcel(store: &dyn Store, name: &str, from: u64, to: u64) -> Parcel {
    let lines: Vec<LedgerLine> = store.ledger().unwrap().into_iter().filter(|line| (from..to).contains(&line.number)).collect();
    let ids: std::collections::BTreeSet<_> = lines.iter().filter_map(|line| line.what.attempt().cloned()).collect();
    let attempts = ids.iter().map(|id| Brought {
        attempt: id.clone(),
        events: store.events(id).unwrap().into_iter().map(|it| (it.event, it.beside)).collect(),
    });
    let acts = store.acts().unwrap().into_iter().filter(|it| lines.iter().any(|line| line.what.act() == Some(&it.act.id)));
    let contents = started("a", "l", 0).1.into_iter().map(|(digest, bytes)| (digest, String::from_utf8(bytes).unwrap()));
    Parcel {
        from: Did::from(name),
        attempts: attempts.collect(),
        contents: contents.collect(),
        acts: acts.map(|it| Done { act: it.act, signature: it.signature, beside: it.beside, credential: None }).collect(),
        lines,
        sayings: vec![],
        learners: vec![learner("l-1", "王芳", 1)],
        staff: vec![],
        assigned: None,
    }
}

/// A store of another PC: two whole attempts, an act, one attempt that is open.
fn other(name: &str, at: i64) -> Memory {
    let mut store = Memory::default();
    whole(&mut store, &format!("{name}-1"), "l-1", at);
    store.act(&granted(&format!("{name}-d"), "l-1"), None).unwrap();
    whole(&mut store, &format!("{name}-2"), "l-1", at + 50_000);
    let (start, contents) = started(&format!("{name}-3"), "l-1", at + 90_000);
    store.begin(&start, &contents).unwrap();
    store
}

/// All that a store says, but for when it took in what.
fn said(store: &dyn Store) -> (Vec<crate::store::AttemptRow>, Vec<String>, Vec<String>) {
    let lines = store.happened().unwrap().into_iter().filter(|line| !matches!(line.what, Sealed::Copied { .. }));
    let acts = store.acts().unwrap().into_iter().map(|it| it.act.id.to_string());
    (store.attempts(None).unwrap(), lines.map(|line| format!("{:?}", line.what)).collect(), acts.collect())
}

#[test]
fn what_others_send_is_taken_in_once() {
    on_every_backend(|store| {
        whole(store, "a-own", "l-2", 500);
        let there = other("b", 1000);
        let all = parcel(&there, "did:key:b", 0, 99);
        let taken = store.take(&all).unwrap();
        assert_eq!(taken, Taken { attempts: 3, longer: 0, acts: 1, sayings: 0, learners: 1, lines: 6 });
        assert_eq!(store.take(&all).unwrap(), Taken::default(), "again it is nothing new");
        assert_eq!(flaws(store), []);
        assert_eq!(store.ledger().unwrap().len(), 3, "its own two, and that it took something in");
        let rows = store.attempts(None).unwrap();
        assert_eq!(rows.iter().filter(|row| row.closed).count(), 3);

        // What is open there goes on there, not here.
        let (start, _) = started("b-3", "l-1", 91_000);
        let here = store.append(&typed(&start, "我来接着答"));
        assert!(matches!(here, Err(StoreError::Elsewhere(id)) if id.as_str() == "b-3"));
        let mut there = there;
        let open = there.events(&"b-3".into()).unwrap().remove(0);
        let (typed, read) = {
            let typed = typed(&open, "您好");
            let read = read(&typed);
            (typed, read)
        };
        let end = closed(&read);
        [&typed, &read, &end].into_iter().for_each(|event| there.append(event).unwrap());
        let taken = store.take(&parcel(&there, "did:key:b", 6, 99)).unwrap();
        assert_eq!((taken.longer, taken.lines), (1, 1));
        assert_eq!(flaws(store), []);
        assert_eq!(store.attempts(None).unwrap().iter().filter(|row| row.closed).count(), 4);
    });
}

#[test]
fn a_store_that_went_another_way_is_refused_whole() {
    on_every_backend(|store| {
        store.take(&parcel(&other("b", 1000), "did:key:b", 0, 3)).unwrap();
        let before = said(store);
        // The same PC's store, put back to an older state, and gone on with.
        let mut rolled = Memory::default();
        whole(&mut rolled, "b-1", "l-1", 1000);
        whole(&mut rolled, "b-9", "l-1", 70_000);
        let forked = store.take(&parcel(&rolled, "did:key:b", 0, 99));
        assert!(matches!(forked, Err(StoreError::Forked(_, 2))), "{forked:?}");
        assert_eq!(said(store), before);
        assert_eq!(flaws(store), []);
    });
}

#[test]
fn the_roster_that_comes_takes_the_place_of_the_old_one() {
    on_every_backend(|store| {
        let mine = |id: &str| Assignment {
            what: Subject::Course(id.to_owned()),
            to: Whom::Group("一班".to_owned()),
            due: None,
            at: Moment(1),
        };
        store.assign(&mine("old")).unwrap();
        let sent = Parcel { assigned: Some(vec![mine("new")]), ..parcel(&Memory::default(), "did:key:desk", 0, 0) };
        store.take(&sent).unwrap();
        assert_eq!(store.assignments().unwrap(), [mine("new")]);
        assert_eq!(store.ledger().unwrap(), [], "no line came");
    });
}

#[test]
fn missing_lines_are_told_as_ranges() {
    let lines = other("b", 1000).ledger().unwrap();
    let without = |numbers: &[u64]| lines.iter().filter(|line| !numbers.contains(&line.number)).cloned().collect::<Vec<_>>();
    assert_eq!(gaps(&lines), []);
    assert_eq!(gaps(&without(&[0, 1, 3])), [(0, 1), (3, 3)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Three PCs' ledgers, each cut into pieces; the pieces taken in any order, some more than once.
    #[test]
    fn any_order_and_any_number_of_times_comes_to_the_same(
        order in Just((0..9usize).chain(0..9).collect::<Vec<_>>()).prop_shuffle(),
        cuts in prop::array::uniform3((0u64..6, 0u64..6)),
    ) {
        let others = [("b", 1000), ("c", 20_000), ("d", 60_000)].map(|(name, at)| (name, other(name, at)));
        let mut pieces = Vec::new();
        for ((name, store), (one, two)) in others.iter().zip(cuts) {
            let (first, second) = (one.min(two), one.max(two));
            for (from, to) in [(0, first), (first, second), (second, 99)] {
                pieces.push(parcel(store, &format!("did:key:{name}"), from, to));
            }
        }
        let (mut straight, mut mixed) = (Memory::default(), Memory::default());
        for piece in &pieces {
            straight.take(piece).unwrap();
        }
        for n in order {
            mixed.take(&pieces[n]).unwrap();
        }
        prop_assert_eq!(said(&mixed), said(&straight));
        prop_assert_eq!(flaws(&mixed), vec![]);
        // Within each PC the order is that of its ledger.
        let happened = mixed.happened().unwrap();
        for (name, store) in &others {
            let here: Vec<_> = happened.iter().filter(|line| store.ledger().unwrap().contains(line)).map(|line| line.number).collect();
            prop_assert!(here.is_sorted(), "{}: {:?}", name, here);
        }
    }
}

/// What a ledger says had happened comes first, whatever the clocks say.
#[test]
fn a_line_that_something_was_taken_in_comes_after_it() {
    let mut desk = Memory::default();
    desk.set_setting(crate::store::STORE_KEY, "did:key:desk").unwrap();
    // The desk's clock is an hour ahead.
    whole(&mut desk, "a-desk", "l-1", 3_600_000);
    let mut pc = other("b", 1000);
    pc.take(&parcel(&desk, "did:key:desk", 0, 99)).unwrap();
    whole(&mut pc, "b-9", "l-1", 200_000);
    desk.take(&parcel(&pc, "did:key:b", 0, 99)).unwrap();
    let place =
        |id: &str| desk.happened().unwrap().iter().position(|line| line.what.attempt().is_some_and(|it| it.as_str() == id));
    assert!(place("a-desk") < place("b-9"), "the PC had it when b-9 began");
    assert!(place("b-1") < place("a-desk"), "beyond that the clocks decide");
    assert_eq!(flaws(&desk), []);
}
