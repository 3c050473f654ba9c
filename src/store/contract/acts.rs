//! What every store owes of acts and licences, and the small acts that store tests write.

use super::*;
use crate::attempt::act::{Act, Deed, Issued, Terms};
use crate::base::id::{Did, LicenceId, StationId};

/// The one examiner's key.
pub const KEY: &str = "did:key:examiner";

/// A signature as `flaws` expects it.
pub fn signature(digest: &Digest, key: &Did) -> String {
    format!("{digest} by {key}")
}

/// A deed done and signed by the examiner; reasons lie beside.
pub fn signed(id: &str, deed: impl FnOnce(Digest) -> Deed) -> Signed {
    let beside = Beside { salt: "ffeeddccbbaa99887766554433221100".to_owned(), words: format!("王芳：{id}") };
    let act = Act { id: id.into(), at: Moment(7000), key: KEY.into(), deed: deed(beside.digest()) };
    let signature = signature(&act.digest(), &act.key);
    Signed { beside: act.deed.reason().map(|_| beside), act, signature }
}

/// One more exam granted.
pub fn granted(id: &str, learner: &str) -> Signed {
    signed(id, |reason| Deed::Granted { learner: learner.into(), licence: "phone".into(), reason })
}

/// The credential of a licence.
pub fn document(serial: u32) -> String {
    format!(r#"{{ "serial": {serial}, "holder": "王芳" }}"#)
}

/// A licence issued on the strength of this attempt's end.
pub fn issued(id: &str, closed: &Recorded, serial: u32) -> Signed {
    let credential = Digest::of(&serde_json::from_str::<serde_json::Value>(&document(serial)).unwrap());
    let issued = Issued {
        number: format!("HB-{serial}").into(),
        serial,
        learner: closed.event.by.as_str().into(),
        licence: LicenceId::from("phone"),
        attempt: closed.event.attempt.clone(),
        closed: closed.event.digest(),
        issuer: "did:key:house".into(),
        credential,
        from: Moment(8000),
        until: Moment(9000),
        terms: Terms::default(),
    };
    signed(id, |_| Deed::Issued(Box::new(issued)))
}

/// One of every kind about an attempt, in order; the last one issues licence 1.
pub fn every(events: &[Recorded], head: Digest) -> Vec<Signed> {
    let (first, end) = (&events[0].event, &events[3]);
    let (attempt, closed) = (first.attempt.clone(), end.event.digest());
    let exam = attempt.clone();
    let observation = || attempt.clone();
    let station = StationId::from("greeting");
    vec![
        signed("d-1", |_| Deed::Founded { name: "Harbin".to_owned(), code: "HB".to_owned(), issuer: KEY.into(), status: None }),
        signed("d-2", |_| Deed::Appointed { staff: "s-1".into(), roles: vec![], appointed: KEY.into() }),
        signed("d-3", |_| Deed::Admitted { learner: first.by.as_str().into(), attempt: exam.clone(), begun: head, seat: None }),
        signed("d-4", |_| Deed::Observed { observation: observation(), closed, exam: exam.clone(), station: station.clone() }),
        signed("d-5", |reason| Deed::Settled {
            exam: exam.clone(),
            station: station.clone(),
            observation: observation(),
            reason,
        }),
        signed("d-6", |reason| Deed::Decided { attempt: exam.clone(), closed, pass: true, reason }),
        signed("d-7", |reason| Deed::Voided { attempt: exam.clone(), last: closed, reason }),
        granted("d-8", first.by.as_str()),
        issued("d-9", end, 1),
    ]
}

/// Writes one of every kind about attempt `a-1` of `l-1`.
pub fn done(store: &mut dyn Store) -> (Vec<Recorded>, Vec<Signed>) {
    let events = whole(store, "a-1", "l-1", 1000);
    let acts = every(&events, store.head().unwrap().unwrap());
    let (last, others) = acts.split_last().unwrap();
    others.iter().for_each(|act| store.act(act, None).unwrap());
    store.act(last, Some(&document(1))).unwrap();
    (events, acts)
}

#[test]
fn acts_are_read_back_in_order_and_sealed() {
    on_every_backend(|store| {
        let (_, acts) = done(store);
        let end = whole(store, "a-2", "l-1", 9000);
        let more = granted("d-0", "l-1");
        store.act(&more, None).unwrap();
        let all = [&acts[..], &[more]].concat();
        assert_eq!(store.acts().unwrap(), all);
        let ledger = store.ledger().unwrap();
        let sealed = |line: &LedgerLine| (line.number, line.what.clone(), line.digest);
        let line = |number, act: &Signed| (number, Sealed::Act { act: act.act.id.clone() }, act.digest());
        assert_eq!(
            ledger[2..11].iter().map(sealed).collect::<Vec<_>>(),
            (2..).zip(&acts).map(|(n, a)| line(n, a)).collect::<Vec<_>>()
        );
        assert_eq!(ledger[12].digest, end[3].event.digest());
        assert_eq!(sealed(&ledger[13]), line(13, &all[9]));
        assert_eq!(store.head().unwrap(), Some(ledger[13].digest()));
        assert_eq!(flaws(store), []);
    });
}

#[test]
fn a_licence_has_its_credential() {
    on_every_backend(|store| {
        done(store);
        let kept = store.credential(&"HB-1".into()).unwrap().unwrap();
        assert_eq!(kept, r#"{"holder":"王芳","serial":1}"#, "in canonical form");
        assert_eq!(store.credential(&"HB-2".into()).unwrap(), None);
    });
}

#[test]
fn an_act_is_there_once_and_a_number_is_given_once() {
    on_every_backend(|store| {
        let (events, acts) = done(store);
        let exists = |result| matches!(result, Err(StoreError::ActExists(_)));
        assert!(exists(store.act(&acts[7], None)));
        assert!(exists(store.act(&acts[8], Some(&document(1)))));
        let end = &events[3];
        let other = |number: &str, serial: u32, issuer: &str| {
            let mut act = issued("d-10", end, serial).act;
            let Deed::Issued(it) = &mut act.deed else { unreachable!() };
            (it.number, it.issuer) = (number.into(), issuer.into());
            Signed { signature: signature(&act.digest(), &act.key), act, beside: None }
        };
        let taken = |result, number: &str| matches!(result, Err(StoreError::Taken(taken)) if taken.as_str() == number);
        assert!(taken(store.act(&other("HB-1", 2, "did:key:house"), Some(&document(2))), "HB-1"));
        assert!(taken(store.act(&other("HB-2", 1, "did:key:house"), Some(&document(1))), "HB-2"), "its serial");
        assert!(taken(store.act(&other("HB-1", 1, "did:key:inn"), Some(&document(1))), "HB-1"), "whosever serial it is");
        assert_eq!((store.acts().unwrap(), store.ledger().unwrap().len()), (acts, 11), "nothing of it was kept");
        assert_eq!(store.credential(&"HB-2".into()).unwrap(), None);
        store.act(&other("IN-1", 1, "did:key:inn"), Some(&document(1))).expect("each issuer counts by itself");
        assert_eq!(flaws(store), []);
    });
}

#[test]
fn what_does_not_belong_to_an_act_is_refused() {
    on_every_backend(|store| {
        let events = whole(store, "a-1", "l-1", 1000);
        let (grant, licence) = (granted("d-1", "l-1"), issued("d-2", &events[3], 1));
        let other = Beside { words: "别的".to_owned(), ..grant.beside.clone().unwrap() };
        assert!(refused(store.act(&Signed { beside: Some(other.clone()), ..grant.clone() }, None)), "other words");
        assert!(refused(store.act(&Signed { beside: None, ..grant.clone() }, None)), "no words");
        assert!(refused(store.act(&Signed { beside: Some(other), ..licence.clone() }, Some(&document(1)))), "words for nothing");
        assert!(refused(store.act(&grant, Some(&document(1)))), "a credential for nothing");
        assert!(refused(store.act(&licence, None)), "no credential");
        assert!(refused(store.act(&licence, Some(&document(2)))), "another credential");
        for text in ["{", "[1e400]", "[18446744073709551615]", "[-0.5]"] {
            assert!(refused(store.act(&licence, Some(text))), "{text}");
        }
        assert_eq!((store.acts().unwrap().len(), store.ledger().unwrap().len()), (0, 2), "nothing of it was kept");
        store.act(&licence, Some(&document(1))).unwrap();
    });
}

#[test]
fn an_act_names_only_what_is_there() {
    on_every_backend(|store| {
        let events = whole(store, "a-1", "l-1", 1000);
        let head = store.head().unwrap().unwrap();
        let elsewhere = whole(&mut Memory::default(), "a-9", "l-1", 5000);
        let unheard = every(&elsewhere, head);
        for act in unheard.iter().filter(|act| !act.act.deed.names().is_empty()) {
            let credential = matches!(act.act.deed, Deed::Issued(_)).then(|| document(1));
            assert!(refused(store.act(act, credential.as_deref())), "{act:?}");
        }
        let (attempt, reason) = (|| AttemptId::from("a-1"), Digest::of_bytes(b"head"));
        assert!(refused(store.act(
            &signed("d-1", |_| Deed::Admitted { learner: "l-1".into(), attempt: attempt(), begun: reason, seat: None }),
            None
        )));
        let not_the_end = events[2].event.digest();
        let decided = |closed| signed("d-2", move |reason| Deed::Decided { attempt: attempt(), closed, pass: false, reason });
        assert!(refused(store.act(&decided(not_the_end), None)));
        assert_eq!(store.ledger().unwrap().len(), 2, "nothing of it was kept");
        store.act(&signed("d-3", |reason| Deed::Voided { attempt: attempt(), last: not_the_end, reason }), None).unwrap();
        let first = store.ledger().unwrap()[0].digest();
        store
            .act(&signed("d-4", |_| Deed::Admitted { learner: "l-1".into(), attempt: attempt(), begun: first, seat: None }), None)
            .unwrap();
        store.act(&decided(events[3].event.digest()), None).unwrap();
        assert_eq!(flaws(store), []);
    });
}

#[test]
fn whoever_signed_something_else_is_found() {
    on_every_backend(|store| {
        let act = Signed { signature: "another's".to_owned(), ..granted("d-1", "l-1") };
        store.act(&act, None).unwrap();
        assert_eq!(flaws(store), [Flaw::Act { act: "d-1".into(), what: Break::Signature }]);
    });
}

#[test]
fn staff_are_kept_and_their_names_may_go() {
    on_every_backend(|store| {
        let staff = |id: &str, name: &str| Staff { id: id.into(), name: name.to_owned(), created: Moment(1) };
        store.add_staff(&staff("s-2", "Bo")).unwrap();
        store.add_staff(&staff("s-1", "Ada")).unwrap();
        assert!(refused(store.add_staff(&staff("s-1", "Zoe"))));
        assert_eq!(store.staff().unwrap(), [staff("s-1", "Ada"), staff("s-2", "Bo")]);
        let act = signed("d-1", |_| Deed::Appointed { staff: "s-1".into(), roles: vec![], appointed: KEY.into() });
        store.act(&act, None).unwrap();
        store.erase_staff(&"s-1".into()).unwrap();
        assert_eq!((store.staff().unwrap(), store.acts().unwrap()), (vec![staff("s-2", "Bo")], vec![act]));
        assert_eq!(flaws(store), []);
    });
}

#[test]
fn with_a_person_go_reasons_and_credentials_but_no_act() {
    on_every_backend(|store| {
        let (_, mut acts) = done(store);
        let others = whole(store, "a-2", "l-2", 9000);
        let kept = [granted("d-11", "l-2"), issued("d-12", &others[3], 2)];
        store.act(&kept[0], None).unwrap();
        store.act(&kept[1], Some(&document(2))).unwrap();
        store.erase(&"l-1".into()).unwrap();
        acts.iter_mut().for_each(|act| act.beside = None);
        assert_eq!(store.acts().unwrap(), [&acts[..], &kept[..]].concat());
        assert_eq!(store.credential(&"HB-1".into()).unwrap(), None);
        assert!(store.credential(&"HB-2".into()).unwrap().is_some());
        assert!(
            matches!(store.act(&issued("d-13", &others[3], 1), Some(&document(1))), Err(StoreError::Taken(_))),
            "still given"
        );
        assert_eq!(flaws(store), []);
    });
}
