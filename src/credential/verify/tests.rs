//! Each conclusion and the steps that lead to it. That no change of a licence passes is looked at where one is issued, in
//! `tests/cli/issue/laws.rs`.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::credential::claims::{self, tests::licence};
use crate::credential::keys::Secret;

fn key() -> Secret {
    Secret::from_seed(&[5; 32])
}

fn believed() -> Trust {
    Trust::read(&format!("[[issuer]]\ndid = \"{}\"\nname = \"总部\"\n", key().did())).unwrap()
}

const DAY: i64 = 86_400_000;
const ISSUED: Moment = Moment(1_795_311_000_000);

fn file() -> String {
    claims::text(&licence().signed(&key(), ISSUED).unwrap())
}

/// Who shows it, and when.
fn at_the_door(file: &str, trust: Option<&Trust>, days: i64, name: Option<&str>) -> Report {
    verify(file.as_bytes(), trust, Moment(ISSUED.0 + days * DAY), name)
}

fn changed(change: impl FnOnce(&mut serde_json::Value)) -> String {
    let mut document = json::read(file().as_bytes()).unwrap();
    change(&mut document);
    claims::text(&document)
}

const EARLIER: Outcome = Outcome::NotChecked(NotChecked::Earlier);

#[test]
fn a_good_licence_of_a_believed_issuer_is_good() {
    let report = at_the_door(&file(), Some(&believed()), 1, Some("李雷"));
    assert_eq!(report.conclusion, Conclusion::Good);
    let steps: Vec<Step> = report.steps.iter().map(|(step, _)| *step).collect();
    assert_eq!(steps, Step::ALL);
    assert!(report.steps[..6].iter().all(|(_, outcome)| *outcome == Outcome::Passed), "{:?}", report.steps);
    assert_eq!(report.outcome(Step::Revocation), &Outcome::NotChecked(NotChecked::ListNotRead));
    assert_eq!(report.claims, Some(licence()));
    assert_eq!(report.trusted.unwrap().name, "总部", "called as the one who checks calls it");
}

#[test]
fn without_a_list_nobody_vouches_for_the_issuer() {
    let report = at_the_door(&file(), None, 1, None);
    assert_eq!(report.conclusion, Conclusion::IssuerNotChecked);
    assert_eq!(report.outcome(Step::Issuer), &Outcome::NotChecked(NotChecked::NoTrust));
    assert_eq!(report.outcome(Step::Holder), &Outcome::NotChecked(NotChecked::NoName));
    assert_eq!(report.trusted, None);

    let report = at_the_door(&file(), Some(&Trust::default()), 1, None);
    assert_eq!(report.conclusion, Conclusion::UnknownIssuer);
    assert_eq!(report.outcome(Step::Issuer), &Outcome::Failed(Failed::UnknownIssuer(key().did())));
    assert_eq!(report.outcome(Step::Dates), &Outcome::Passed);
}

#[test]
fn a_licence_is_good_from_its_first_moment_to_before_its_last() {
    let until = licence().until.unwrap();
    let at = |moment| verify(file().as_bytes(), Some(&believed()), Moment(moment), None);
    assert_eq!(at(ISSUED.0).conclusion, Conclusion::Good);
    assert_eq!(at(until.0 - 1).conclusion, Conclusion::Good);
    assert_eq!(at(until.0).outcome(Step::Dates), &Outcome::Failed(Failed::Expired(until)));
    assert_eq!(at(until.0).conclusion, Conclusion::Expired);
    assert_eq!(at(ISSUED.0 - 1).outcome(Step::Dates), &Outcome::Failed(Failed::NotYetValid(ISSUED)));
    assert_eq!(at(ISSUED.0 - 1).conclusion, Conclusion::NotYetValid);
    let endless = claims::Claims { until: None, ..licence() }.signed(&key(), ISSUED).unwrap();
    let report = at_the_door(&claims::text(&endless), Some(&believed()), 36_500, None);
    assert_eq!(report.conclusion, Conclusion::Good);
}

#[test]
fn a_name_is_compared_as_a_person_would() {
    let english = claims::Claims {
        holder: claims::Holder { name: claims::Name::Plain("Li  Lei".into()), ..licence().holder },
        ..licence()
    };
    let file = claims::text(&english.signed(&key(), ISSUED).unwrap());
    for same in ["Li Lei", "li lei", "ＬＩ　Lei ", "LiLei"] {
        assert_eq!(at_the_door(&file, Some(&believed()), 1, Some(same)).conclusion, Conclusion::Good, "{same}");
    }
    for other in ["Lei Li", "Li Le", ""] {
        let report = at_the_door(&file, Some(&believed()), 1, Some(other));
        assert_eq!(report.conclusion, Conclusion::OtherHolder, "{other}");
        assert_eq!(report.outcome(Step::Holder), &Outcome::Failed(Failed::OtherHolder(Some("Li  Lei".into()))));
    }
}

#[test]
fn a_hashed_name_is_compared_and_not_shown() {
    let hidden = claims::Holder { name: claims::Name::hashed("李雷", "5f".repeat(16)), ..licence().holder };
    let file = claims::text(&claims::Claims { holder: hidden, ..licence() }.signed(&key(), ISSUED).unwrap());
    assert!(!file.contains("李") && !file.contains("雷"), "{file}");
    for (name, conclusion) in [
        (None, Conclusion::Good),
        (Some("李雷"), Conclusion::Good),
        (Some("　李雷 "), Conclusion::Good),
        (Some("韩梅梅"), Conclusion::OtherHolder),
        (Some(""), Conclusion::OtherHolder),
    ] {
        assert_eq!(at_the_door(&file, Some(&believed()), 1, name).conclusion, conclusion, "{name:?}");
    }
}

/// Both lists of a licence, one of them with it, made so many days after it.
fn lists(on: Option<Purpose>, days: i64) -> Vec<StatusList> {
    let list = |(purpose, address): (Purpose, &str)| {
        let set = if on == Some(purpose) { BTreeSet::from([7]) } else { BTreeSet::from([6, 8]) };
        StatusList::new(purpose, address.to_owned(), key().did(), (Moment(ISSUED.0 + days * DAY), &set))
    };
    licence().status.unwrap().lists().map(list).collect()
}

#[test]
fn a_licence_is_looked_up_on_both_lists() {
    let at = |lists: &[StatusList], days: i64| {
        let report = verify_with(file().as_bytes(), Some(&believed()), Moment(ISSUED.0 + days * DAY), None, lists);
        (report.conclusion, report.outcome(Step::Revocation).clone())
    };
    let not = |why| (Conclusion::Good, Outcome::NotChecked(why));
    let (clean, day) = (lists(None, 1), Moment(ISSUED.0 + DAY));
    assert_eq!(at(&clean, 2), (Conclusion::Good, Outcome::Passed));
    for (one, missing) in [(&clean[..1], Purpose::Suspension), (&clean[1..], Purpose::Revocation)] {
        assert_eq!(at(one, 2), not(NotChecked::ListMissing { missing, at: day }), "one of two");
        let mut asked = verify_with(file().as_bytes(), Some(&believed()), Moment(ISSUED.0 + 2 * DAY), None, one);
        assert_eq!((asked.as_of, asked.lists.iter().filter(|it| it.at == Some(day)).count()), (None, 1));
        asked.ask_for_lists();
        assert_eq!(asked.conclusion, Conclusion::StatusNotKnown, "who asked for lists takes it for nothing yet");
    }
    let mut asked = verify_with(file().as_bytes(), Some(&believed()), Moment(ISSUED.0 + 2 * DAY), None, &clean);
    asked.ask_for_lists();
    assert_eq!(asked.conclusion, Conclusion::Good);
    assert_eq!(at(&clean, 31), (Conclusion::Good, Outcome::Passed));
    assert_eq!(at(&clean, 32), not(NotChecked::ListOld(31)));
    let revoked = (Conclusion::Revoked, Outcome::Failed(Failed::Revoked(day)));
    assert_eq!(at(&lists(Some(Purpose::Revocation), 1), 2), revoked);
    assert_eq!(at(&lists(Some(Purpose::Revocation), 1)[..1], 100), revoked, "once on it, also alone and however old");
    assert_eq!(at(&lists(Some(Purpose::Suspension), 1), 2).0, Conclusion::Suspended);
    // The newest counts: a suspension is lifted, in whatever order the lists come.
    let mut both = [lists(Some(Purpose::Suspension), 1), lists(None, 2)].concat();
    assert_eq!(at(&both, 3).1, Outcome::Passed);
    both.reverse();
    assert_eq!(at(&both, 3).1, Outcome::Passed);
    // Another's list, or one of another address, is not this licence's.
    let mut other = lists(Some(Purpose::Revocation), 1);
    other[0].issuer = Secret::from_seed(&[66; 32]).did();
    other[1].address.push('x');
    assert_eq!(at(&other, 2), not(NotChecked::ListNotRead));
}

#[test]
fn a_changed_licence_is_altered_and_nothing_else_is_believed_of_it() {
    let text = file().replace("李雷", "韩梅");
    let report = at_the_door(&text, Some(&believed()), 1, Some("韩梅"));
    assert_eq!(report.conclusion, Conclusion::Altered);
    assert_eq!(report.outcome(Step::Shape), &Outcome::Passed);
    assert_eq!(report.outcome(Step::Proof), &Outcome::Failed(Failed::Altered(key().did())));
    for step in [Step::Issuer, Step::Dates, Step::Holder, Step::Revocation] {
        assert_eq!(report.outcome(step), &EARLIER);
    }
    assert_eq!((report.claims.unwrap().holder.name.shown(), report.trusted), (Some("韩梅"), None), "what it claims is shown");

    let misshapen = changed(|document| document["name"] = "".into());
    assert_eq!(at_the_door(&misshapen, None, 1, None).conclusion, Conclusion::Altered, "even where it is no licence any more");
}

#[test]
fn another_s_signature_under_a_believed_name_is_seen() {
    // A stranger signs as themself, then puts the believed issuer's key in.
    let stranger = Secret::from_seed(&[66; 32]);
    let own = claims::Claims { issuer: claims::Issuer { did: stranger.did(), name: "总部".into() }, ..licence() };
    let text = claims::text(&own.signed(&stranger, ISSUED).unwrap());
    assert_eq!(at_the_door(&text, Some(&believed()), 1, None).conclusion, Conclusion::UnknownIssuer);
    let dressed = text.replacen(stranger.did().as_str(), key().did().as_str(), 1);
    let report = at_the_door(&dressed, Some(&believed()), 1, None);
    assert_ne!(report.conclusion, Conclusion::Good);
    assert_eq!(report.trusted, None);
}

#[test]
fn a_licence_whose_signature_is_gone_or_spoilt_is_altered() {
    let none = changed(|document| drop(document.as_object_mut().unwrap().remove("proof")));
    let report = at_the_door(&none, Some(&believed()), 1, None);
    assert_eq!((report.outcome(Step::Proof), report.conclusion), (&Outcome::Failed(Failed::Unsigned), Conclusion::Altered));

    let later = changed(|document| document["proof"][1]["cryptosuite"] = "eddsa-jcs-2029".into());
    let report = at_the_door(&later, Some(&believed()), 1, None);
    assert_eq!(report.outcome(Step::Proof), &Outcome::Failed(Failed::UnknownSuite(vec!["eddsa-jcs-2029".into()])));
    assert_eq!(report.conclusion, Conclusion::Altered);

    let half = changed(|document| document["proof"][0]["proofPurpose"] = "authentication".into());
    let report = at_the_door(&half, Some(&believed()), 1, None);
    assert_eq!(report.outcome(Step::Proof), &Outcome::Failed(Failed::MalformedProof("proofPurpose".into())));
    assert_eq!(report.conclusion, Conclusion::Altered);
}

#[test]
fn what_others_sign_is_not_called_altered() {
    let later = r#"[{ "type": "DataIntegrityProof", "cryptosuite": "ecdsa-sd-2029" }]"#;
    for proof in [later, "[]", "{}", "7"] {
        let badge = format!(r#"{{ "type": ["VerifiableCredential"], "id": "urn:example:1", "proof": {proof} }}"#);
        assert_eq!(at_the_door(&badge, Some(&believed()), 1, None).conclusion, Conclusion::NotALicence, "{proof}");
    }
}

#[test]
fn every_proof_must_be_known_and_good_and_no_two_alike() {
    let with = |value: serde_json::Value| changed(|document| document["proof"].as_array_mut().unwrap().push(value));
    let second = with(serde_json::json!({ "type": "DataIntegrityProof", "cryptosuite": "ecdsa-sd-2023" }));
    let report = at_the_door(&second, Some(&believed()), 1, None);
    assert_eq!(report.outcome(Step::Proof), &Outcome::Failed(Failed::UnknownSuite(vec!["ecdsa-sd-2023".into()])));
    assert_eq!(report.conclusion, Conclusion::Unproven);
    assert_eq!(at_the_door(&with("x".into()), Some(&believed()), 1, None).conclusion, Conclusion::Altered);

    let mut twice = licence().signed(&key(), ISSUED).unwrap();
    proof::sign(&mut twice, &key(), Moment(ISSUED.0 + DAY)).unwrap();
    let copy = changed(|document| document["proof"] = vec![document["proof"][0].clone(); 2].into());
    for again in [claims::text(&twice), copy] {
        let report = at_the_door(&again, Some(&believed()), 1, None);
        assert_eq!(report.outcome(Step::Proof), &Outcome::Failed(Failed::SignedAgain("eddsa-rdfc-2022".into())));
        assert_eq!((report.conclusion, report.trusted), (Conclusion::Altered, None));
    }
    let alone = changed(|document| document["proof"] = document["proof"][0].clone());
    assert_eq!(at_the_door(&alone, Some(&believed()), 1, None).conclusion, Conclusion::Altered, "not in its list");
}

#[test]
fn the_signature_over_every_word_has_to_be_there_the_other_may_be_missing() {
    let old = changed(|document| drop(document["proof"].as_array_mut().unwrap().remove(0)));
    assert_eq!(at_the_door(&old, Some(&believed()), 1, None).conclusion, Conclusion::Good, "as licences were before it");
    let half = changed(|document| drop(document["proof"].as_array_mut().unwrap().remove(1)));
    let turned = changed(|document| {
        document["proof"].as_array_mut().unwrap().remove(1);
        document["evidence"].as_array_mut().unwrap().rotate_left(1);
    });
    for text in [half, turned] {
        let report = at_the_door(&text, Some(&believed()), 1, None);
        assert_eq!(report.outcome(Step::Proof), &Outcome::Failed(Failed::HalfSigned("eddsa-rdfc-2022")));
        assert_eq!((report.conclusion, report.trusted), (Conclusion::Altered, None));
    }
}

#[test]
fn what_is_no_licence_is_not_called_altered() {
    for (text, conclusion) in [
        ("", Conclusion::Unreadable),
        ("{\"a\":1,\"a\":2}", Conclusion::Unreadable),
        ("\u{89}PNG", Conclusion::Unreadable),
        ("{}", Conclusion::NotALicence),
        ("[1, 2]", Conclusion::NotALicence),
        ("null", Conclusion::NotALicence),
    ] {
        let report = at_the_door(text, Some(&believed()), 1, None);
        assert_eq!(report.conclusion, conclusion, "{text}");
        assert_eq!((report.steps.len(), report.claims), (Step::ALL.len(), None));
    }
    let doubled = file().replacen("\"hashed\": false", "\"hashed\": false, \"hashed\": false", 1);
    let report = at_the_door(&doubled, Some(&believed()), 1, None);
    assert_eq!(report.outcome(Step::Readable), &Outcome::Failed(Failed::Unreadable(Unreadable::Twice("hashed".into()))));
}

proptest! {
    #[test]
    fn anything_gets_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(verify(&bytes, None, ISSUED, None).conclusion >= Conclusion::NotALicence);
    }
}
