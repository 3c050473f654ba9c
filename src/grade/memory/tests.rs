//! FSRS as the crate has it, and the order of a record whatever the clocks said.

use fsrs::FSRS;

use super::order::{Sat, Sitting, believed, in_order};
use super::*;
use crate::attempt::state::At;
use crate::base::dice::Seed;
use crate::base::digest::Digest;

fn looks(all: &[(Rating, u32)]) -> Vec<Look> {
    all.iter().map(|(rating, days)| Look { rating: *rating, days: *days }).collect()
}

/// The vectors of the FSRS projects: new cards, a long history, intervals by retention, py-fsrs's own test.
#[test]
fn known_vectors() {
    let new = |rating| strength(&looks(&[(rating, 0)])).map(|it| (it.stability, it.difficulty));
    assert_eq!(new(Rating::Again), Some((0.212, 6.4133)));
    assert_eq!(new(Rating::Hard), Some((1.2931, 5.112_170_7)));
    assert_eq!(new(Rating::Good), Some((2.3065, 2.118_104)));
    let mut long = vec![(Rating::Again, 0)];
    long.extend([0, 1, 3, 8, 21].map(|days| (Rating::Good, days)));
    let state = strength(&looks(&long)).expect("looks");
    assert!((state.stability - 53.626_91).abs() < 1e-3 && (state.difficulty - 6.357_486_7).abs() < 1e-5, "{state:?}");
    let by_retention = (1..=10).map(|tenth| interval(1.0, tenth as f32 / 10.0)).collect::<Vec<_>>();
    assert_eq!(by_retention, [LONGEST, 34793, 2508, 387, 90, 27, 9, 3, 1, 1]);
    // There a card is asked again at once until it leaves its steps: those days are 0.
    let expected = [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21];
    let mut history = Vec::new();
    for (n, days) in expected.iter().enumerate() {
        let rating = if n == 6 || n == 7 { Rating::Again } else { Rating::Good };
        history.push((rating, n.checked_sub(1).map_or(0, |before| expected[before])));
        if *days > 0 {
            assert_eq!(strength(&looks(&history)).map(|it| it.interval), Some(*days), "look {n}");
        }
    }
    assert_eq!(strength(&[]), None);
}

/// The same as the crate's own `next_states`, look by look, for 100 histories.
#[test]
fn intervals_are_the_crates_own() {
    let fsrs = FSRS::default();
    for n in 0..100_u32 {
        let mut dice = Seed::from_bytes(&n.to_be_bytes()).dice("history", "");
        let mut history = Vec::new();
        let mut state = None;
        for at in 0..=dice.below(20) {
            let rating = [Rating::Again, Rating::Hard, Rating::Good][dice.below(3)];
            let days = if at == 0 { 0 } else { [0, 1, 2, 5, 30, 400][dice.below(6)] };
            history.push((rating, days));
            let next = fsrs.next_states(state, 0.9, days).expect("ours are the crate's own parameters");
            let own = [next.again, next.hard, next.good][rating.number() as usize - 1].clone();
            let ours = strength(&looks(&history)).expect("looks");
            assert_eq!((ours.stability, ours.difficulty), (own.memory.stability, own.memory.difficulty), "{n}: {history:?}");
            assert_eq!(ours.interval, own.interval.round().clamp(1.0, 36_500.0) as u32, "{n}: {history:?}");
            state = Some(own.memory);
        }
    }
}

#[test]
fn days_are_whole_and_never_negative() {
    let days = |before, after| days_between(Moment(before), Moment(after));
    assert_eq!([days(0, DAY - 1), days(0, DAY), days(DAY, 0), days(i64::MIN, i64::MAX)], [0, 1, 0, u32::MAX]);
}

#[test]
fn as_few_moments_as_can_be_are_changed() {
    let settled = |all: &[i64], now| {
        believed(&all.iter().copied().map(Moment).collect::<Vec<_>>(), Moment(now)).into_iter().map(|m| m.0).collect::<Vec<_>>()
    };
    assert_eq!(settled(&[1, 2, 2, 5], 6), [1, 2, 2, 5]);
    assert_eq!(settled(&[1, 400, 2, 3], 4), [1, 2, 2, 3], "a clock that was ahead");
    assert_eq!(settled(&[8, 9, 10, 3, 11], 12), [8, 9, 10, 11, 11], "a clock that was behind");
    assert_eq!(settled(&[1, 2, 400], 4), [1, 2, 4], "nothing happens after now");
    assert_eq!(settled(&[7, 8], 4), [4, 4]);
    assert_eq!(settled(&[], 4), [0_i64; 0]);
}

fn sitting(began: i64, id: &str) -> Sitting {
    let digest = Digest::of_bytes(b"");
    let tried = Tried {
        thing: Thing::Question(id.into()),
        version: Version { logic: digest, text: digest },
        lang: Lang::from("en"),
        at: Moment(began),
        rating: Rating::Good,
        place: Place { attempt: "a".into(), at: At { part: 0, step: 0 }, after: 0 },
    };
    Sitting { began: Moment(began), tried: vec![tried] }
}

#[test]
fn sittings_are_in_the_order_of_the_ledger() {
    let sat = |started, closed, all: &[(i64, &str)]| Sat {
        started,
        closed,
        sittings: all.iter().map(|(at, id)| sitting(*at, id)).collect(),
    };
    let order = |all: Vec<Sat>| in_order(all).into_iter().map(|it| it.thing.to_string()).collect::<String>();
    // The clock was set back between the two, and the first was never gone on with.
    assert_eq!(order(vec![sat(0, None, &[(100, "a")]), sat(1, Some(2), &[(50, "b")])]), "ab");
    // Gone on with later: by its end, which the ledger knows; else by the clock.
    assert_eq!(
        order(vec![sat(0, Some(3), &[(10, "a"), (5, "c")]), sat(1, Some(2), &[(20, "b")]), sat(4, None, &[(30, "d")])]),
        "abcd"
    );
    let middle =
        vec![sat(0, Some(5), &[(10, "a"), (25, "c"), (40, "e")]), sat(1, Some(2), &[(20, "b")]), sat(3, Some(4), &[(30, "d")])];
    assert_eq!(order(middle), "abcde");
    assert_eq!(
        order(vec![sat(0, None, &[(10, "a"), (25, "c"), (26, "d")]), sat(1, Some(2), &[(20, "b")]), sat(3, None, &[(30, "e")])]),
        "abcde"
    );
}
