//! What `test` says: scenario by scenario each walk, then how much was walked, then what never was.

use std::io::Write as _;

use serde_json::{Value as Json, json};

use super::{Report, Tested};
use crate::analysis::coverage::{Coverage, Covered, Gate, Missed, Tally};
use crate::base::finding::Place;
use crate::base::id::Lang;
use crate::cli::check::drawing;
use crate::cli::failure::Failure;
use crate::cli::rehearse::{Came, Stray};
use crate::cli::room::{Call, lang};
use crate::content::source::Lines;
use crate::content::walk::{Expect, Said, Step};
use crate::locale::{Value, Words};
use crate::model::page::{Block, Item, Mark, Table};
use crate::model::scenario::Way;
use crate::model::scenario::step::Stage;
use crate::report::worded;

/// Says it.
///
/// # Errors
/// `Failure` where stdout cannot be written.
pub fn tell(call: &mut Call<'_>, report: &Report<'_>) -> Result<(), Failure> {
    let sources = &report.scope.loaded.sources;
    let drawn = drawing(call).render(&report.errors, |name| sources.get(name).map(|text| &**text));
    let _ = (call.ports.err)().write_all(drawn.as_bytes()); // nobody is left to tell when stderr is closed
    if call.json() {
        return call.print_json(&as_json(report));
    }
    let text = call.report_look(None).painted(&blocks(report, &call.words), &call.words);
    call.print(&text)
}

fn blocks(report: &Report<'_>, words: &Words) -> Vec<Block> {
    let lang = lang(&report.scope.loaded.library, words);
    let mut out = Vec::new();
    let mut items = Vec::new();
    for (n, tested) in report.tested.iter().enumerate() {
        if n == 0 || report.tested[n - 1].walk.scenario != tested.walk.scenario {
            items.push(Item { text: tested.walk.scenario.to_string(), ..Item::default() });
        }
        items.extend(of_walk(report, tested, words).into_iter().map(Item::below));
    }
    out.extend((!items.is_empty()).then_some(Block::Items(items)));
    if !report.covered.is_empty() {
        out.push(Block::Table(table(report, &lang, words)));
        out.extend(never(report, words));
    }
    if !report.left_out.is_empty() {
        let args = [("count", report.left_out.len().into()), ("walks", report.left_out.join(" · ").into())];
        out.push(Block::Text(words.with("test-left-out", &args)));
    }
    out.push(verdict(report, words));
    out
}

fn verdict(report: &Report<'_>, words: &Words) -> Block {
    let (failed, errors, count) = (report.failed(), report.errors.len(), report.tested.len());
    let key = match (failed, errors, count) {
        (0, 0, 0) => "test-none",
        (0, 0, _) => "test-good",
        (0, ..) => "test-broken",
        _ => "test-failed",
    };
    let args = [("count", count.into()), ("failed", failed.into()), ("errors", errors.into())];
    let mark = if failed + errors > 0 {
        Mark::Wrong
    } else if count == 0 {
        Mark::Dash
    } else {
        Mark::Right
    };
    Block::Outcome(mark, words.with(key, &args))
}

fn of_walk(report: &Report<'_>, tested: &Tested<'_>, words: &Words) -> Vec<Item> {
    let walk = tested.walk;
    let expected = result(&walk.expect, words);
    if matches!(tested.came, Came::Expected) {
        let args = [("id", walk.id.as_str().into()), ("result", expected.into())];
        return vec![Item::marked(Mark::Right, words.with("test-walk", &args))];
    }
    let (at, lines) = match &tested.came {
        Came::Expected => unreachable!("looked at above"),
        Came::Elsewhere(came) => {
            let came = words.with("test-came", &[("result", result(came, words).into())]);
            (&walk.at, vec![words.with("test-expected", &[("result", expected.into())]), came])
        }
        Came::Unfit(failure) => (&walk.at, failure.lines(words)),
        Came::Strayed(stray) => (place(tested, stray), vec![strayed(tested, stray, words)]),
    };
    let args = [("id", walk.id.as_str().into()), ("place", spot(report, at).into())];
    let mut out = vec![Item::marked(Mark::Wrong, words.with("test-walk-failed", &args))];
    out.extend(lines.into_iter().map(|text| Item { text, ..Item::default() }.below()));
    out
}

/// A step as it is written.
fn name(step: &Step) -> String {
    match &step.said {
        Said::Reply(reply) => format!("{}/{reply}", step.turn),
        Said::Text(text) => format!("{}: {text}", step.turn),
        Said::Silence => format!("{}: silent = true", step.turn),
    }
}

/// Where the walk leaves the way: its step, or, after the last one, its id.
fn place<'a>(tested: &'a Tested<'_>, stray: &Stray) -> &'a Place {
    let step = match stray {
        Stray::OtherTurn { step, .. } | Stray::NotOffered { step, .. } | Stray::NoClock { step } | Stray::Over { step } => *step,
        Stray::Stops { .. } => usize::MAX,
    };
    tested.walk.steps.get(step).map_or(&tested.walk.at, |step| &step.at)
}

fn strayed(tested: &Tested<'_>, stray: &Stray, words: &Words) -> String {
    let say = |key: &str, step: usize, other: &str| {
        let step_name = tested.walk.steps.get(step).map(name).unwrap_or_default();
        let turn = tested.walk.steps.get(step).map_or("", |s| s.turn.as_str());
        let args: [(&str, Value<'_>); 4] =
            [("n", (step + 1).into()), ("step", step_name.into()), ("turn", turn.into()), ("other", other.into())];
        words.with(key, &args)
    };
    match stray {
        Stray::OtherTurn { step, at } => say("test-other-turn", *step, at.as_str()),
        Stray::NotOffered { step, offered } => {
            let offered: Vec<&str> = offered.iter().map(|id| id.as_str()).collect();
            say("test-not-offered", *step, &offered.join(" · "))
        }
        Stray::NoClock { step } => say("test-no-clock", *step, ""),
        Stray::Over { step } => say("test-over", *step, ""),
        Stray::Stops { at } => say("test-stops", tested.walk.steps.len(), at.as_str()),
    }
}

/// What a walk comes to, in words.
pub fn result(expect: &Expect, words: &Words) -> String {
    let args = [
        ("ending", expect.ending.as_str().into()),
        ("points", expect.points.to_string().into()),
        ("percent", expect.percent.into()),
        ("passed", if expect.passed { "yes" } else { "no" }.into()),
    ];
    let mut said = words.with("test-result", &args);
    if let Some(points) = expect.timeliness {
        said.push_str(&words.with("test-result-timeliness", &[("points", points.to_string().into())]));
    }
    said
}

/// `quizzes/a.walk.toml:7`
fn spot(report: &Report<'_>, at: &Place) -> String {
    format!("{}:{}", at.file, line(report, at))
}

fn line(report: &Report<'_>, at: &Place) -> usize {
    report.scope.loaded.sources.get(&at.file).map_or(1, |text| Lines::of(text).spot(at.span.start).line)
}

fn table(report: &Report<'_>, lang: &Lang, words: &Words) -> Table {
    let head = ["scenario", "turns", "replies", "endings", "conditions"].map(|name| words.get(&format!("test-head-{name}")));
    let mut all = Covered::default();
    let mut rows = Vec::new();
    let title = |stage: &Stage| stage.scenario().title.get(lang).to_owned();
    for (stage, coverage) in &report.covered {
        let covered = coverage.covered(stage);
        let mut name = title(stage);
        if report.covered.iter().filter(|(other, _)| title(other) == name).count() > 1 {
            name = format!("{name} · {}", stage.scenario().id);
        }
        rows.push(row(&name, &covered));
        all += covered;
    }
    rows.push(row(&words.get("test-in-all"), &all));
    Table { head: head.into(), rows }
}

fn row(name: &str, covered: &Covered) -> Vec<String> {
    let say = |tally: Tally| if tally.of == 0 { "–".to_owned() } else { format!("{}/{}", tally.walked, tally.of) };
    vec![name.to_owned(), say(covered.turns), say(covered.replies), say(covered.endings), say(covered.conditions)]
}

/// What was never walked, scenario by scenario.
fn never(report: &Report<'_>, words: &Words) -> Vec<Block> {
    let mut items = Vec::new();
    for (stage, coverage) in &report.covered {
        let names = Names::of(stage, coverage, &|number| worded::step(words, stage, number));
        if names.all().iter().all(|(_, names)| names.is_empty()) {
            continue;
        }
        items.push(Item { text: stage.scenario().id.to_string(), ..Item::default() });
        for (kind, names) in names.all().iter().filter(|(_, names)| !names.is_empty()) {
            items.push(Item::named(words.get(&format!("test-head-{kind}")), names.join(" · ")).below());
        }
    }
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::Text(words.get("test-never")), Block::Items(items)]
}

/// What was never walked, by name.
struct Names {
    turns: Vec<String>,
    replies: Vec<String>,
    endings: Vec<String>,
    conditions: Vec<String>,
}

impl Names {
    /// `name`: what a move is called.
    fn of(stage: &Stage, coverage: &Coverage, name: &dyn Fn(usize) -> String) -> Self {
        let Missed { turns, replies, endings, conditions } = coverage.missed(stage);
        let turn = |n: usize| stage.turn_at(n).id.to_string();
        Self {
            turns: turns.into_iter().map(turn).collect(),
            replies: replies.into_iter().map(name).collect(),
            endings: endings.into_iter().map(turn).collect(),
            conditions: conditions.into_iter().map(|(gate, held)| condition(stage, gate, held)).collect(),
        }
    }

    fn all(&self) -> [(&'static str, &Vec<String>); 4] {
        [("turns", &self.turns), ("replies", &self.replies), ("endings", &self.endings), ("conditions", &self.conditions)]
    }
}

fn reply(stage: &Stage, number: usize) -> String {
    let (turn, reply) = stage.reply(number);
    format!("{}/{}", turn.id, reply.id)
}

/// `opening/offer [mood >= 40]`, with a `!` before what never failed to hold.
fn condition(stage: &Stage, gate: Gate, held: bool) -> String {
    let (name, when) = match gate {
        Gate::Reply(n) => (reply(stage, n), &stage.reply(n).1.when),
        Gate::Arm(turn, arm) => {
            let Way::Branch(arms) = &stage.turn_at(turn).way else { unreachable!("gates are of branches") };
            (stage.turn_at(turn).id.to_string(), &arms[arm].when)
        }
    };
    let when: Vec<String> = when.iter().map(ToString::to_string).collect();
    format!("{name} {}[{}]", if held { "" } else { "!" }, when.join(", "))
}

fn as_json(report: &Report<'_>) -> Json {
    let expect = |e: &Expect| {
        let mut out =
            json!({ "ending": e.ending, "points": number(&e.points.to_string()), "percent": e.percent, "passed": e.passed });
        if let Some(points) = e.timeliness {
            out["timeliness"] = number(&points.to_string());
        }
        out
    };
    let walks: Vec<Json> = report
        .tested
        .iter()
        .map(|tested| {
            let walk = tested.walk;
            let (came, why, at) = match &tested.came {
                Came::Expected => (Some(expect(&walk.expect)), None, &walk.at),
                Came::Elsewhere(came) => (Some(expect(came)), None, &walk.at),
                Came::Strayed(stray) => (None, Some(stray_json(stray)), place(tested, stray)),
                Came::Unfit(_) => (None, Some(json!({ "why": "unfit" })), &walk.at),
            };
            json!({ "scenario": walk.scenario, "id": walk.id, "file": &*at.file, "line": line(report, at),
            "good": matches!(tested.came, Came::Expected), "expected": expect(&walk.expect), "came": came, "strayed": why })
        })
        .collect();
    let mut all = Covered::default();
    let scenarios: Vec<Json> = report
        .covered
        .iter()
        .map(|(stage, coverage)| {
            let covered = coverage.covered(stage);
            let mut out = covered_json(&covered);
            all += covered;
            let never: serde_json::Map<String, Json> = Names::of(stage, coverage, &|number| reply(stage, number))
                .all()
                .into_iter()
                .map(|(kind, names)| (kind.to_owned(), json!(names)))
                .collect();
            out["scenario"] = json!(stage.scenario().id);
            out["never"] = Json::Object(never);
            out
        })
        .collect();
    json!({ "walks": walks, "failed": report.failed(), "left_out": report.left_out, "errors": report.errors.len(),
        "coverage": { "scenarios": scenarios, "all": covered_json(&all) } })
}

fn covered_json(covered: &Covered) -> Json {
    let tally = |t: Tally| json!({ "walked": t.walked, "of": t.of });
    json!({ "turns": tally(covered.turns), "replies": tally(covered.replies), "endings": tally(covered.endings),
        "conditions": tally(covered.conditions) })
}

fn stray_json(stray: &Stray) -> Json {
    match stray {
        Stray::OtherTurn { step, at } => json!({ "why": "other-turn", "step": step + 1, "at": at }),
        Stray::NotOffered { step, offered } => json!({ "why": "not-offered", "step": step + 1, "offered": offered }),
        Stray::NoClock { step } => json!({ "why": "no-clock", "step": step + 1 }),
        Stray::Over { step } => json!({ "why": "over", "step": step + 1 }),
        Stray::Stops { at } => json!({ "why": "stops", "at": at }),
    }
}

/// Points as a JSON number with the digits they have.
fn number(decimal: &str) -> Json {
    serde_json::from_str(decimal).unwrap_or_else(|_| json!(decimal))
}
