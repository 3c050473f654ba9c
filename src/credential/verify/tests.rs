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

#[test]
fn a_good_licence_of_a_believed_issuer_is_good() {
    let report = verify(file().as_bytes(), Some(&believed()), Moment(ISSUED.0 + DAY), Some("李雷"));
    assert_eq!(report.conclusion, Conclusion::Good, "{:#?}", report.steps);
    assert_eq!(report.claims, Some(licence()));
}
