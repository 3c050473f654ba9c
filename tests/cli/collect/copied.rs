//! Files that somebody copied from the shared folder and signed with a key of his own: whichever comes first, the true ones are taken.

use onduty::attempt::event::Body;
use onduty::base::dice::Seed;
use onduty::cli::parcel::{self, Letter};
use onduty::credential::keys::Secret;
use onduty::store::{Parcel, Sealed};

use super::Company;

fn mallory() -> Secret {
    Secret::from_seed(&[9; 32])
}

/// The lines chained anew, as whoever writes them can.
fn chained(parcel: &mut Parcel) {
    let mut previous = None;
    for (number, line) in parcel.lines.iter_mut().enumerate() {
        (line.number, line.previous) = (number as u64, previous);
        previous = Some(line.digest());
    }
}

/// A course that was done at one PC is no other PC's, however much of it is written anew.
#[test]
fn practice_stays_with_the_pc_where_it_was_begun() {
    let company = Company::new();
    company.learn(0, "陈小满");
    company.send(0, "一号机");
    let path = company.sent().remove(0);
    let whole = std::fs::read(&path).expect("a file");
    let forged = |change: &dyn Fn(&mut Letter)| {
        let mut letter = parcel::read(&path).expect("as it was sent");
        letter.parcel.from = mallory().did();
        change(&mut letter);
        std::fs::write(&path, parcel::written(&letter, &mallory())).expect("written");
        let ran = company.desk.run(&["collect", &company.dir()]);
        std::fs::write(&path, &whole).expect("put back");
        ran
    };
    let ran = forged(&|_| ());
    assert!(ran.code == 1 && ran.out.contains("was begun at another PC"), "{ran}");
    // Nor with another beginning under the same id.
    let ran = forged(&|letter| {
        let (first, _) = &mut letter.parcel.attempts[0].events[0];
        let Body::Started { plan } = &mut first.body else { panic!("a beginning") };
        plan.seed = Seed::from_bytes(b"another");
        let begun = first.digest();
        let line = letter.parcel.lines.iter_mut().find(|it| matches!(it.what, Sealed::Started { .. })).expect("a line");
        line.digest = begun;
        chained(&mut letter.parcel);
    });
    assert!(ran.code == 1 && ran.out.contains("was begun at another PC"), "{ran}");
    let ran = company.desk.run(&["collect", &company.dir()]);
    assert!(ran.code == 0 && ran.out.contains("一号机: 1 new"), "{ran}");
}
