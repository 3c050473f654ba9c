//! A licence is renewed by another exam, shortly before it ends and not earlier.

use super::*;

const DAY: i64 = 86_400_000;

/// The last second of the newest licence.
fn last_second(office: &Office) -> i64 {
    let acts = office.acts();
    let newest = acts.iter().rev().find_map(|s| if let Deed::Issued(issued) = &s.act.deed { Some(issued.until.0) } else { None });
    newest.expect("a licence was issued")
}

/// Whether `exam quick --ready` says yes, and what it says of the licence that is held.
fn ready(office: &Office) -> (bool, u8, String) {
    let (told, code) = office.desk.json(&["exam", "quick", "--ready"]);
    let held = office.desk.run(&["exam", "quick", "--ready"]).out.replace("\n  ", " ");
    let held = held.lines().find(|line| line.contains("The licence holds")).unwrap_or_default().to_owned();
    (told["may_sit"].as_bool().expect("yes or no"), code, held)
}

/// `licences --format json`: each number with its state, the newest first.
fn listed(office: &Office) -> Vec<(String, String)> {
    let (all, _) = office.desk.json(&["licences"]);
    let word = |one: &Value, key: &str| one[key].as_str().expect("text").to_owned();
    all.as_array().expect("a list").iter().map(|one| (word(one, "number"), word(one, "state"))).collect()
}

#[test]
fn a_licence_is_renewed_in_its_last_sixty_days() {
    let office = Office::staffed();
    office.desk.edit("shelf/quick.toml", "lasts = \"12mo\"", "lasts = \"12mo\"\nrenew_within = \"60d\"");
    let first = office.sit("陈小满", "quick", RIGHT);
    let _ = issued(&office, "陈小满", "quick");
    let until = last_second(&office);
    let answers = office.desk.answers(RIGHT);

    // A millisecond too early.
    let now = office.desk.stop_time().0;
    office.desk.then(Happens::GoesBy(until - 60 * DAY - 1 - now));
    assert_snapshot!(format!("{:?}", ready(&office)), @r#"(false, 5, "✗ The licence holds until 2027-11-21 23:59; from 2027-09-23 00:00 on it can be renewed")"#);
    let early = office.desk.run(&["exam", "quick", "--answers", &answers]);
    assert_eq!((early.code, office.exam("陈小满")), (5, first.clone()), "{early}");

    office.desk.then(Happens::GoesBy(1));
    assert_snapshot!(format!("{:?}", ready(&office)), @r#"(true, 0, "✓ The licence holds until 2027-11-21 23:59 and can be renewed now")"#);
    let again = office.sit("陈小满", "quick", RIGHT);
    assert_ne!(again, first);
    let renewed = issued(&office, "陈小满", "quick");
    assert_eq!(checked(&office, &renewed).conclusion, Conclusion::Good);
    assert!(last_second(&office) > until);
    assert_eq!(
        listed(&office),
        [("20270922-SH1-0002", "valid"), ("20261122-SH1-0001", "superseded")]
            .map(|(number, state)| (number.into(), state.into()))
    );

    // The new one is held now: the end of the old one leads to no other exam.
    assert!(!ready(&office).0);
    let now = office.desk.stop_time().0;
    office.desk.then(Happens::GoesBy(until + 1000 - now));
    assert_eq!(listed(&office).into_iter().map(|(_, state)| state).collect::<Vec<_>>(), ["valid", "superseded"]);
    assert!(!ready(&office).0);
    assert!(office.is_sound());
}

/// Where the scheme names no time before the end, it can be sat for again only after it.
#[test]
fn without_a_time_for_it_the_old_one_has_to_end_first() {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", RIGHT);
    let _ = issued(&office, "陈小满", "quick");
    let until = last_second(&office);
    let now = office.desk.stop_time().0;
    office.desk.then(Happens::GoesBy(until - now));
    assert_eq!((ready(&office).0, listed(&office)[0].1.as_str()), (false, "valid"));
    office.desk.then(Happens::GoesBy(1000));
    assert_eq!((ready(&office).0, listed(&office)[0].1.as_str()), (true, "expired"));
    let _ = office.sit("陈小满", "quick", RIGHT);
    let _ = issued(&office, "陈小满", "quick");
    assert!(last_second(&office) > until);
}
