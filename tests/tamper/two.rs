//! What takes two persons, done by one: an issuer with a key of his own writes it out of the licence that he signs.

use onduty::attempt::act::{Change, Changed, Deed};
use onduty::attempt::event::Beside;
use onduty::store::Store as _;

use super::heads::forged;
use crate::office::{Office, RIGHT};

/// What an audit finds, each with its place.
fn found(office: &Office) -> Vec<(String, String)> {
    let (report, _) = office.desk.json(&["audit"]);
    let all = report["findings"].as_array().expect("a list").iter();
    all.map(|it| (it["what"].as_str().expect("text").to_owned(), it["place"]["licence"].as_str().unwrap_or_default().to_owned()))
        .collect()
}

/// He takes his proposal out, signs the same again without a word of a second person, and later revokes it alone.
#[test]
fn one_signature_where_the_scheme_takes_two_is_found() {
    let office = Office::staffed();
    let two = "accepts = \"script\"\ntwo_persons = [\"issue\", \"revoke\"]";
    office.desk.edit("shelf/quick.toml", "accepts = \"script\"", two);
    let _ = office.sit("陈小满", "quick", RIGHT);
    let out = office.desk.path("licence.json").display().to_string();
    assert_eq!(office.issue("陈小满", "quick", &out).code, 0);
    let proposed = office.acts().pop().expect("a proposal");
    let Deed::Issued(mut issued) = proposed.act.deed else { panic!("a licence") };
    let credential = office.store().credential(&issued.number).expect("readable").expect("kept");
    forged(&office, |db| {
        let of = format!("'{}'", proposed.act.id);
        db.execute_batch(&format!(
            "DELETE FROM ledger WHERE act = {of}; DELETE FROM credential WHERE act = {of}; DELETE FROM act WHERE id = {of}"
        ))
        .expect("taken out");
    });
    assert_eq!(found(&office), [], "that a proposal was cut off at the end only a head can show");
    issued.terms.two_persons.clear();
    let (number, learner) = (issued.number.clone(), issued.learner.clone());
    office.forge_with("钱发", Deed::Issued(issued), None, Some(&credential));
    let alone = ("one-person".to_owned(), number.to_string());
    assert_eq!(found(&office), std::slice::from_ref(&alone));
    let beside = Beside { salt: "00".to_owned(), words: "替考".to_owned() };
    let changed = Changed { number, learner, change: Change::Revoked, reason: beside.digest() };
    office.forge("钱发", Deed::Changed(Box::new(changed)), Some(beside));
    assert_eq!(found(&office), [alone.clone(), alone]);
}
