//! `check [PATH]`: every mistake in courseware at once: what `content` finds in files and what `analysis` finds by walking, merged and
//! sorted. Writes nothing anywhere.

mod known;
mod watch;

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;

use serde_json::json;

pub use self::known::Known;
use super::Outcome;
use super::args::Check;
use super::failure::Exit;
use super::room::Call;
use crate::analysis::faults::{Decision, Fault};
use crate::analysis::{chance, graph};
use crate::base::finding::{Finding, Place, Severity};
use crate::content::Loaded;
use crate::content::codes::{self, Code};
use crate::content::source::Lines;
use crate::locale::Words;
use crate::model::library::Library;
use crate::model::licence::Scheme;
use crate::model::scenario::Scenario;
use crate::terminal::findings::Drawing;

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Check) -> Outcome {
    if args.watch {
        return watch::run(call, args);
    }
    let mut loaded = call.load(args.path.as_deref().map(Path::new))?;
    let mut bar = call.busy("check-busy", loaded.library.scenarios.len() + loaded.library.licences.len());
    let mut found = walked(&loaded, graph::MOST, &mut || bar.step());
    drop(bar);
    loaded.findings.append(&mut found);
    loaded.findings.sort_by_key(Finding::order);
    let tally = Tally::of(&loaded.findings);
    if call.json() {
        call.print_json(&as_json(&loaded.findings, &loaded, call))?;
    } else {
        let drawn = drawing(call).render(&loaded.findings, |name| loaded.sources.get(name).map(|text| &**text));
        let _ = (call.ports.err)().write_all(drawn.as_bytes()); // nobody is left to tell when stderr is closed
        call.print(&summary(&loaded, call, tally))?;
    }
    Ok(tally.exit(args.strict))
}

/// How many findings there are.
#[derive(Clone, Copy)]
struct Tally {
    errors: usize,
    warnings: usize,
}

impl Tally {
    fn of(findings: &[Finding]) -> Self {
        let errors = findings.iter().filter(|f| f.severity == Severity::Error).count();
        Self { errors, warnings: findings.len() - errors }
    }

    const fn exit(self, strict: bool) -> Exit {
        if self.errors > 0 || (strict && self.warnings > 0) { Exit::NotPassed } else { Exit::Done }
    }
}

/// What only exact analysis shows, scenario by scenario, over up to so many states each, then licence by licence; `step` is told of
/// each one done.
pub fn walked(loaded: &Loaded, most: usize, step: &mut dyn FnMut()) -> Vec<Finding> {
    let mut known = Known::default();
    let mut out = known.scenarios(loaded, most, step);
    for id in loaded.library.licences.keys() {
        known.work_out(&loaded.library, id);
        step();
    }
    out.extend(known.licences(loaded).0);
    out
}

fn of_licence(loaded: &Loaded, scheme: &Scheme, fault: &chance::Fault) -> Option<Finding> {
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

/// How findings are drawn here: ASCII where lines and marks may not be shown.
pub fn drawing<'a>(call: &'a Call<'_>) -> Drawing<'a> {
    let look = call.look(None);
    let ascii = look.plain || call.ports.screen.is_none();
    Drawing { words: &call.words, width: look.screen.text(), colour: look.screen.colour, ascii }
}

/// A finding in a line: its place, then its sentence.
pub fn sentence(loaded: &Loaded, finding: &Finding, words: &Words) -> String {
    let at = loaded.sources.get(&finding.at.file).map(|text| Lines::of(text));
    let at = at.as_ref().map(|lines| lines.spot(finding.at.span.start)).map_or((1, 1), |spot| (spot.line, spot.column));
    let drawing = Drawing { words, width: 80, colour: false, ascii: true };
    format!("{}:{}:{} {} {}", finding.at.file, at.0, at.1, finding.code, drawing.sentence(finding))
}

fn as_json(findings: &[Finding], loaded: &Loaded, call: &Call<'_>) -> serde_json::Value {
    let lines: BTreeMap<&str, Lines<'_>> = loaded.sources.iter().map(|(name, text)| (&**name, Lines::of(text))).collect();
    let findings = findings.iter().map(|f| {
        let none = Lines::of("");
        let at = lines.get(&*f.at.file).unwrap_or(&none).spot(f.at.span.start);
        json!({ "code": f.code, "severity": if f.severity == Severity::Error { "error" } else { "warning" },
            "file": &*f.at.file, "line": at.line, "column": at.column, "message": drawing(call).sentence(f) })
    });
    json!({ "findings": findings.collect::<Vec<_>>(), "library": loaded.library.id, "counts": counts(&loaded.library) })
}

fn counts(library: &Library) -> serde_json::Value {
    json!({
        "objectives": library.syllabi.values().map(|s| s.objectives.len()).sum::<usize>(),
        "courses": library.courses.len(),
        "lessons": library.courses.values().map(|c| c.lessons.len()).sum::<usize>(),
        "questions": kinds(library.banks.values().flat_map(|b| &b.questions).map(|q| q.kind.name())),
        "scenarios": kinds(library.scenarios.values().map(|s| s.category.word())),
        "stations": library.stations.len(),
        "licences": library.licences.len(),
        "languages": library.languages,
    })
}

fn kinds<'a>(all: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, usize> {
    let mut out = BTreeMap::new();
    for kind in all {
        *out.entry(kind).or_default() += 1;
    }
    out
}

fn summary(loaded: &Loaded, call: &Call<'_>, Tally { errors, warnings }: Tally) -> String {
    let library = &loaded.library;
    let words = &call.words;
    let listed =
        |all: &BTreeMap<String, usize>| all.iter().map(|(kind, n)| format!("{kind} {n}")).collect::<Vec<_>>().join(" · ");
    let questions: BTreeMap<String, usize> = kinds(library.banks.values().flat_map(|b| &b.questions).map(|q| q.kind.name()))
        .into_iter()
        .map(|(k, n)| (k.to_owned(), n))
        .collect();
    let scenarios: BTreeMap<String, usize> = kinds(library.scenarios.values().map(|s| s.category.word()))
        .into_iter()
        .map(|(k, n)| (words.get(&format!("category-{k}")), n))
        .collect();
    let objectives: usize = library.syllabi.values().map(|s| s.objectives.len()).sum();
    let lessons: usize = library.courses.values().map(|c| c.lessons.len()).sum();
    let languages: Vec<&str> = library.languages.iter().map(crate::base::id::Lang::as_str).collect();
    let mut lines = vec![
        words.with("check-objectives", &[("count", objectives.into())]),
        words.with("check-lessons", &[("courses", library.courses.len().into()), ("count", lessons.into())]),
        words.with(
            "check-questions",
            &[("count", questions.values().sum::<usize>().into()), ("kinds", listed(&questions).into())],
        ),
        words.with(
            "check-scenarios",
            &[("count", scenarios.values().sum::<usize>().into()), ("kinds", listed(&scenarios).into())],
        ),
        words.with("check-stations", &[("count", library.stations.len().into())]),
        words.with("check-licences", &[("count", library.licences.len().into())]),
        words.with("check-walks", &[("count", loaded.walks.len().into())]),
        words.with("check-languages", &[("list", languages.join(" · ").into())]),
        String::new(),
    ];
    if errors + warnings == 0 {
        lines.push(words.get("check-clean"));
    } else {
        lines.push(words.with("check-count", &[("errors", errors.into()), ("warnings", warnings.into())]));
        lines.push(words.get("check-explain"));
    }
    lines.iter().map(|line| format!("{line}\n")).collect()
}
