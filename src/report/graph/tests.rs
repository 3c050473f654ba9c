//! Pictures of everything that ships, of sixty turns and of scenarios at random: no text lies on another, and the words are all there.

use std::collections::BTreeSet;

use super::svg::Sheet;
use super::*;
use crate::analysis::range::range;
use crate::content::load_shipped;
use crate::locale::{Tongue, Words};
use crate::model::scenario::step::Stage;
use crate::model::scenario::{Scenario, Turn, Way};

fn drawn(scenario: &Scenario, tongue: Tongue) -> Picture {
    let stage = Stage::new(scenario.clone()).expect("it is checked");
    let best = range(&stage).expect("it is small").best_way;
    let (words, lang) = (Words::new(tongue), tongue.lang());
    picture(&View { stage: &stage, words: &words, lang: &lang, best: &best, walked: &best, traffic: None })
}

/// No two texts meet, no link runs through a box that is not its own, and everything is on the paper.
fn is_legible(picture: &Picture, name: &str) {
    let sheet = Sheet::new(picture);
    for (n, one) in sheet.written.iter().enumerate() {
        assert!(one.room.x >= 0 && one.room.x + one.room.width <= sheet.size.0, "{name}: {one:?} leaves the paper");
        assert!(one.room.y >= 0 && one.room.y + one.room.height <= sheet.size.1, "{name}: {one:?} leaves the paper");
        for other in &sheet.written[n + 1..] {
            assert!(!one.room.meets(&other.room), "{name}: {one:?} lies on {other:?}");
        }
    }
    for (n, one) in sheet.boxes.iter().enumerate() {
        assert!(sheet.boxes[n + 1..].iter().all(|other| !one.meets(other)), "{name}: box {n} lies on another");
    }
    for (link, route) in picture.links.iter().zip(&sheet.routes) {
        for (n, pair) in route.windows(2).enumerate() {
            let ((x1, y1), (x2, y2)) = (pair[0], pair[1]);
            // Bends stay within their corners' rectangle.
            let room = layout::Rect { x: x1.min(x2), y: y1.min(y2), width: (x1 - x2).abs() + 1, height: (y1 - y2).abs() };
            let foreign = |at: &usize| *at != link.from && *at != link.to;
            let through = (0..sheet.boxes.len()).filter(foreign).find(|at| sheet.boxes[*at].meets(&room));
            assert!(through.is_none(), "{name}: step {n} of {link:?} runs through box {through:?}");
        }
    }
}

#[test]
fn nothing_lies_on_anything_in_what_ships() {
    let library = load_shipped().library;
    assert!(library.scenarios.len() > 20);
    for scenario in library.scenarios.values() {
        for tongue in [Tongue::Zh, Tongue::En] {
            is_legible(&drawn(scenario, tongue), scenario.id.as_str());
        }
    }
}

/// A talk of so many turns: what ships, chained, every third turn going back or ahead a few.
pub fn long(turns: usize) -> Scenario {
    let library = load_shipped().library;
    let mut all: Vec<Turn> = library.scenarios.values().flat_map(|s| s.turns.clone()).filter(asks).cycle().take(turns).collect();
    let shipped = library.scenarios.values().next().expect("one ships").clone();
    let ends: Vec<Turn> = shipped.turns.iter().filter(|turn| matches!(turn.way, Way::Ending(_))).cloned().collect();
    for (n, turn) in all.iter_mut().enumerate() {
        turn.id = format!("turn-{n}").as_str().into();
        let Way::Replies(replies) = &mut turn.way else { unreachable!("only asking turns are taken") };
        for (k, reply) in replies.iter_mut().enumerate() {
            (reply.when, reply.set, reply.add) = Default::default();
            let to = match (n % 3, k) {
                (_, 0) => n + 1,
                (0, 1) => n.saturating_sub(4),
                (1, _) => n + 1 + k,
                _ => n + 5 * k,
            };
            reply.to = if to < turns { format!("turn-{to}").as_str().into() } else { ends[k % ends.len()].id.clone() };
        }
    }
    all.extend(ends);
    Scenario { start: "turn-0".into(), turns: all, vars: Vec::new(), ..shipped }
}

fn asks(turn: &Turn) -> bool {
    matches!(turn.way, Way::Replies(_))
}

#[test]
fn nothing_lies_on_anything_in_sixty_turns() {
    let scenario = long(60);
    let stage = Stage::new(scenario.clone()).expect("it can be walked");
    for tongue in [Tongue::Zh, Tongue::En] {
        let (words, lang) = (Words::new(tongue), tongue.lang());
        let picture = picture(&View { stage: &stage, words: &words, lang: &lang, best: &[], walked: &[], traffic: None });
        assert!(picture.nodes.len() > 200);
        is_legible(&picture, "sixty turns");
        assert_eq!(svg(&picture), svg(&picture), "the same picture is the same bytes");
    }
}

#[test]
fn the_best_way_is_one_way_through() {
    for scenario in load_shipped().library.scenarios.values() {
        let picture = drawn(scenario, Tongue::Zh);
        let best: Vec<(usize, usize)> = picture.links.iter().filter(|l| l.best).map(|l| (l.from, l.to)).collect();
        let start = scenario.turns.iter().position(|t| t.id == scenario.start).expect("it is there");
        let (froms, tos): (BTreeSet<_>, BTreeSet<_>) = best.iter().copied().unzip();
        assert!(froms.contains(&start), "{}", scenario.id);
        let ends: Vec<_> = tos.difference(&froms).collect();
        assert!(matches!(ends[..], [end] if picture.nodes[*end].shape == picture::Shape::Ending), "{}: {ends:?}", scenario.id);
        assert!(froms.difference(&tos).all(|n| *n == start), "{}", scenario.id);
    }
}
