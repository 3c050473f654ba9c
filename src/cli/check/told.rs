//! What exact analysis shows, as findings at their places. What is worked out, and when again, is `known`'s; the words are
//! `locale`'s.

use crate::analysis::advice::{Advice, advice};
use crate::analysis::chance;
use crate::analysis::faults::{Decision, Fault, faults_of};
use crate::analysis::graph::Graph;
use crate::analysis::phrases::{Idle, Why};
use crate::analysis::samples::{Short, samples};
use crate::base::finding::{Finding, Place};
use crate::base::id::Lang;
use crate::content::Loaded;
use crate::content::codes::{self, Code};
use crate::model::licence::Scheme;
use crate::model::scenario::Scenario;
use crate::model::scenario::step::{Asked, Stage};
use crate::model::wording::Register;
use crate::report::analysis::talk;

/// What is to be said of a scenario.
pub struct Seen {
    faults: Vec<Fault>,
    advice: Vec<Advice>,
}

/// Walks a scenario once, over up to so many states.
pub fn look(stage: &Stage, most: usize, languages: &[Lang]) -> Seen {
    let Ok(graph) = Graph::within(stage, most) else { return Seen { faults: vec![Fault::TooLarge], advice: Vec::new() } };
    let faults = faults_of(stage, &graph);
    // A talk in which nothing can be lost, or won, is told so; that it can be guessed goes without saying.
    let decided = faults.iter().any(|fault| matches!(fault, Fault::CannotFail | Fault::CannotPass | Fault::NoBest));
    let mut advice = advice(stage, &graph, languages);
    advice.retain(|advice| !(decided && matches!(advice, Advice::Guessed(_))));
    Seen { faults, advice }
}

/// What was seen, as findings.
pub fn of_scenario(loaded: &Loaded, stage: &Stage, seen: &Seen) -> Vec<Finding> {
    let faults = seen.faults.iter().filter_map(|fault| finding(loaded, stage.scenario(), fault));
    faults.chain(seen.advice.iter().filter_map(|advice| advised(loaded, stage, advice))).collect()
}

/// Advice at what it is about; what has no place of its own stands at its turn, and else at the scenario.
fn advised(loaded: &Loaded, stage: &Stage, advice: &Advice) -> Option<Finding> {
    let id = &stage.scenario().id;
    let whole = format!("scenario:{id}");
    let make = |code: &Code, place: &str, args: &[(&'static str, &str)]| {
        let at: &Place = loaded.places.get(place).or_else(|| loaded.places.get(&whole))?;
        Some(code.at(at.clone(), args))
    };
    match advice {
        Advice::NeverOffered(reply) => {
            let name = talk::decision(stage, *reply);
            make(&codes::NEVER_OFFERED, &format!("{whole}/{name}"), &[("reply", &name)])
        }
        Advice::Settled(settled) => {
            let (what, condition) = (if settled.holds { "always" } else { "never" }, talk::condition(stage, settled.asked));
            let place = match settled.asked {
                Asked::Reply { reply, .. } => talk::decision(stage, reply),
                Asked::Arm { turn, .. } | Asked::Taken { turn, .. } => stage.turn_at(turn).id.to_string(),
            };
            make(&codes::NEVER_DIFFERS, &format!("{whole}/{place}"), &[("what", what), ("condition", &condition), ("at", &place)])
        }
        Advice::Unchanged(var) => {
            let name = stage.scenario().vars[*var].name.as_str();
            make(&codes::NEVER_CHANGES, &format!("variable:{id}/{name}"), &[("var", name)])
        }
        Advice::Longest { lang, count, of } => {
            make(&codes::STANDS_OUT, &whole, &[("lang", lang.as_str()), ("count", &count.to_string()), ("of", &of.to_string())])
        }
        Advice::Guessed(chance) => make(&codes::PICKED_BLINDLY, &whole, &[("chance", &chance::shown(chance))]),
    }
}

/// Model answers that fall short.
pub fn of_samples(loaded: &Loaded) -> Vec<Finding> {
    let told = |short: Short| {
        let place = loaded.places.get(&format!("{}/sample", short.of)).or_else(|| loaded.places.get(&short.of))?;
        let (earned, best) = (short.earned.to_string(), short.best.to_string());
        let lacks = if short.lacks.is_empty() { "–".to_owned() } else { short.lacks.join(" · ") };
        let args = [("lang", short.lang.as_str()), ("earned", &earned), ("best", &best), ("lacks", &lacks)];
        Some(codes::SAMPLE_SHORT.at(place.clone(), &args))
    };
    samples(loaded.with_drafts()).into_iter().filter_map(told).collect()
}

/// A phrase of a wording register that makes no difference, where it is written; in a translation, at its rule.
pub fn of_phrase(loaded: &Loaded, of: &Register, idle: &Idle) -> Option<Finding> {
    let rule = loaded.places.get(&format!("rule:{}/{}", of.id, idle.rule))?;
    let place = written(loaded, rule, &idle.phrase, matches!(idle.why, Why::Same(_)));
    Some(match &idle.why {
        Why::Same(first) => codes::PHRASE_TWICE.at(place, &[("text", &idle.phrase), ("first", first)]),
        Why::Cancelled(except) => codes::NEVER_FIRES.at(place, &[("text", &idle.phrase), ("except", except)]),
    })
}

/// Where a phrase stands in its rule, the last time or the first; the rule itself where it is not found.
fn written(loaded: &Loaded, rule: &Place, phrase: &str, last: bool) -> Place {
    let text = loaded.sources.get(&rule.file).map_or("", |text| text);
    let rest = text.get(rule.span.end..).unwrap_or_default();
    let own = rest.split("\n[[").next().unwrap_or_default();
    let quoted = format!("\"{phrase}\"");
    match if last { own.rfind(&quoted) } else { own.find(&quoted) } {
        Some(at) => Place::new(&rule.file, rule.span.end + at..rule.span.end + at + quoted.len()),
        None => rule.clone(),
    }
}

/// A fault of a licence at the key that it is about.
pub fn of_licence(loaded: &Loaded, scheme: &Scheme, fault: &chance::Fault) -> Option<Finding> {
    let whole = format!("licence:{}", scheme.id);
    // At the key that it is about; one that is not written has no place.
    let key = match fault {
        chance::Fault::Guessed { .. } => "guess_at_most",
        chance::Fault::Narrow { .. } => "borderline",
        chance::Fault::CannotPass(_) | chance::Fault::CannotFail => "pass",
        chance::Fault::TooFine => "",
    };
    let at = loaded.places.get(&format!("{whole}/{key}")).or_else(|| loaded.places.get(&whole))?;
    let make = |code: &Code, args: &[(&'static str, &str)]| code.at(at.clone(), args);
    Some(match fault {
        chance::Fault::Guessed { chance, most } => {
            make(&codes::GUESSED, &[("chance", &chance::shown(chance)), ("most", &most.to_string())])
        }
        // A band into which nobody comes is no better for being wider: that is told already.
        chance::Fault::Narrow { .. } if is_told(loaded, &codes::NO_EFFECT, at) => return None,
        chance::Fault::Narrow { band, error } => {
            let (num, den) = error.parts();
            let least = num.div_euclid(den) + i128::from(num.rem_euclid(den) > 0);
            let args = [("band", &*band.to_string()), ("error", &*error.decimal(1)), ("least", &*least.to_string())];
            make(&codes::NARROW_BAND, &args)
        }
        chance::Fault::CannotPass(chance) => make(&codes::EXAM_NEVER_PASSED, &[("chance", &chance::shown(chance))]),
        chance::Fault::CannotFail => make(&codes::EXAM_NEVER_FAILED, &[]),
        chance::Fault::TooFine => make(&codes::TOO_FINE, &[]),
    })
}

/// Whether loading found this at that place.
fn is_told(loaded: &Loaded, code: &Code, at: &Place) -> bool {
    loaded.findings.iter().any(|it| {
        it.code == code.code && it.at.file == at.file && it.at.span.start < at.span.end && at.span.start < it.at.span.end
    })
}

fn finding(loaded: &Loaded, scenario: &Scenario, fault: &Fault) -> Option<Finding> {
    let whole = format!("scenario:{}", scenario.id);
    let make = |code: &Code, place: &str, args: &[(&'static str, &str)]| {
        let at: &Place = loaded.places.get(place).or_else(|| loaded.places.get(&whole))?;
        Some(code.at(at.clone(), args))
    };
    let at_turn = |turn: &crate::base::id::TurnId| format!("{whole}/{turn}");
    match fault {
        Fault::Unreachable(turn) => make(&codes::UNREACHABLE, &at_turn(turn), &[("turn", turn.as_str())]),
        Fault::NoWayOut(turn) => make(&codes::NO_WAY_OUT, &at_turn(turn), &[("turn", turn.as_str())]),
        Fault::Dead(turn, way) => make(&codes::STUCK, &at_turn(turn), &[("turn", turn.as_str()), ("path", &path(way))]),
        Fault::OutOfRange(var, (turn, reply), way) => make(
            &codes::VAR_RANGE,
            &format!("{whole}/{turn}/{reply}"),
            &[("var", var.as_str()), ("turn", turn.as_str()), ("reply", reply.as_str()), ("path", &path(way))],
        ),
        Fault::NoBest => make(&codes::BEST_ZERO, &whole, &[("scenario", scenario.id.as_str())]),
        Fault::CannotPass => make(&codes::NEVER_PASSED, &whole, &[("scenario", scenario.id.as_str())]),
        Fault::CannotFail => make(&codes::NEVER_FAILED, &whole, &[("scenario", scenario.id.as_str())]),
        Fault::TooLarge => make(&codes::TOO_MANY_STATES, &whole, &[("scenario", scenario.id.as_str())]),
    }
}

/// `opening/warm → checked/offer`, as walkthroughs write it.
fn path(way: &[Decision]) -> String {
    way.iter().map(|(turn, reply)| format!("{turn}/{reply}")).collect::<Vec<_>>().join(" → ")
}
