//! `[scenario]`: the customer, what the talk remembers, its turns and replies.
//!
//! What needs all turns (where a red line leads, circles of crossings) is checked in `check/flow`.

use std::collections::BTreeMap;

use super::library::Head;
use super::reader::Reader;
use super::sheet::{At, Kind};
use super::writing::writing;
use crate::base::id::{RuleRef, TurnId, VarName};
use crate::content::codes;
use crate::content::shape::range;
use crate::model::library::Use;
use crate::model::scenario::condition::{Condition, MOOD, Test, is_var_name};
use crate::model::scenario::{
    Arm, Broken, Category, Channel, Credit, Customer, Ending, Mind, Outcome, Registered, Reply, Rung, Scenario, Turn, Var, Way,
    Write,
};
use crate::model::text::Text;

/// What the talk remembers, by name; `None` where the declaration itself is broken, so that nothing is said of its uses.
type Vars<'v> = BTreeMap<&'v str, Option<Var>>;

/// Reads a scenario file.
pub fn scenario(root: &mut Reader<'_, '_>) -> Option<(Head, Scenario)> {
    root.sections(&[("customer", &["name", "mood", "credit", "registered", "mind", "facts"])]);
    root.require(&["customer", "turn"]);
    let main = root.main("scenario", main_table);
    let of = main.as_ref().map_or("?", |(head, _)| &head.id).to_owned();
    let customer = root.table("customer", customer);
    let vars = variables(root, &of);
    let known: Vars<'_> = vars.iter().map(|(name, var)| (name.as_str(), var.clone())).collect();
    let turns = root.items("turn", |r, id| turn(r, &of, id, &known));
    let (head, scenario) = main?;
    let customer = customer.unwrap_or(scenario.customer);
    Some((head, Scenario { customer, vars: vars.into_iter().filter_map(|(_, var)| var).collect(), turns, ..scenario }))
}

fn main_table(r: &mut Reader<'_, '_>) -> (Head, Scenario) {
    r.require(&["category", "channel", "use", "level", "brief", "start", "pass"]);
    let head = Head::read(r, Kind::Scenario, true);
    let nobody =
        Customer { name: head.title.clone(), mood: 50, credit: None, registered: None, mind: Vec::new(), facts: Vec::new() };
    let scenario = Scenario {
        id: head.id.as_str().into(),
        title: head.title.clone(),
        category: r.word("category", Category::ALL).unwrap_or(Category::Attitude),
        channel: r.word("channel", Channel::ALL).unwrap_or(Channel::Chat),
        roles: r.refs("roles", Kind::Role),
        use_: r.word("use", Use::ALL).unwrap_or(Use::Practice),
        level: r.integer("level", range::LEVEL).unwrap_or(1),
        minutes: r.integer("minutes", range::MINUTES),
        brief: r.text("brief").unwrap_or_default(),
        start: target(r, "start"),
        pass: r.integer("pass", range::PASS).unwrap_or(60),
        objectives: r.refs("objectives", Kind::Objective),
        customer: nobody,
        vars: Vec::new(),
        standard: r.string("standard").map(|name| {
            r.sheet.refer(Kind::Standard, name.it, name.span);
            name.it.into()
        }),
        timing: None,
        turns: Vec::new(),
    };
    (head, scenario)
}

fn customer(r: &mut Reader<'_, '_>) -> Customer {
    r.require(&["name", "mood"]);
    Customer {
        name: r.text("name").unwrap_or_default(),
        mood: r.integer("mood", range::PERCENT).unwrap_or(50),
        credit: r.word("credit", Credit::ALL),
        registered: r.word("registered", Registered::ALL),
        mind: r.words("mind", Mind::ALL),
        facts: r.texts("facts"),
    }
}

/// `[vars]`: `NAME = true | false | { start, min, max }`.
fn variables(root: &mut Reader<'_, '_>, of: &str) -> Vec<(String, Option<Var>)> {
    let pairs = root.pairs("vars");
    let mut out = Vec::new();
    for (name, value) in pairs {
        if !is_var_name(name.it) || name.it == MOOD {
            root.sheet.find(&codes::BAD_VARIABLE, name.span.clone(), &[("name", name.it)]);
        }
        let var = if let Some(flag) = value.get_ref().as_bool() {
            Some(Var { name: name.it.into(), flag: true, start: i32::from(flag), min: 0, max: 1 })
        } else if let Some(table) = value.get_ref().as_table() {
            root.row("vars", table, value.span(), |r| counter(r, name.it))
        } else {
            let args = [("key", name.it), ("expected", "variable"), ("found", value.get_ref().type_str()), ("keys", "")];
            root.sheet.find(&codes::WRONG_TYPE, value.span(), &args);
            None
        };
        root.sheet.places.push((format!("variable:{of}/{}", name.it), name.span.clone()));
        out.push((name.it.to_owned(), var));
    }
    out
}

fn counter(r: &mut Reader<'_, '_>, name: &str) -> Option<Var> {
    r.require(&["start", "min", "max"]);
    let start = r.integer("start", range::VARIABLE);
    let (min, max) = (r.integer("min", range::VARIABLE), r.integer("max", range::VARIABLE));
    let (start, min, max) = (start?, min?, max?);
    if !(min..=max).contains(&start) {
        let place = r.place("start");
        outside(r, place, name, (start, min, max));
        return None;
    }
    Some(Var { name: name.into(), flag: false, start, min, max })
}

fn outside(r: &mut Reader<'_, '_>, place: std::ops::Range<usize>, name: &str, (value, min, max): (i32, i32, i32)) {
    let args = [("name", name), ("value", &value.to_string()), ("min", &min.to_string()), ("max", &max.to_string())];
    r.sheet.find(&codes::START_OUTSIDE, place, &args);
}

/// The ways on from a turn, as authors write them.
const WAYS: &[&str] = &["reply", "write", "goto", "branch", "ending"];

fn turn(r: &mut Reader<'_, '_>, of: &str, id: &At<&str>, vars: &Vars<'_>) -> Turn {
    r.sheet.places.push((format!("scenario:{of}/{}", id.it), id.span.clone()));
    let says = r.texts("says");
    let ways: Vec<&str> = WAYS.iter().copied().filter(|way| r.has(way)).collect();
    if ways.len() != 1 && !r.sheet.parsed.is_broken_near(r.span.start) {
        let (count, ways) = (ways.len().to_string(), if ways.is_empty() { "none".to_owned() } else { ways.join(" + ") });
        r.sheet.find(&codes::ONE_WAY, id.span.clone(), &[("turn", id.it), ("count", &count), ("ways", &ways)]);
    }
    // What is no list of texts is told as such.
    let nothing = r.get("says").is_none_or(|says| says.get_ref().as_array().is_some_and(|all| all.is_empty()));
    let silent = says.is_empty() && nothing && ways.iter().any(|way| matches!(*way, "reply" | "write" | "ending"));
    if silent && ways.len() == 1 {
        r.sheet.find(&codes::SILENT, id.span.clone(), &[("turn", id.it), ("way", ways[0])]);
    }
    let replies = r.items("reply", |r, reply_id| {
        r.sheet.places.push((format!("scenario:{of}/{}/{}", id.it, reply_id.it), reply_id.span.clone()));
        reply(r, reply_id, vars)
    });
    let written = r.table("write", |r| write(r, &format!("scenario:{of}/{}", id.it), vars));
    let goto = r.has("goto").then(|| target(r, "goto"));
    let arms = branch(r, vars);
    let ending = r.table("ending", ending);
    let way = match (written, goto, ending) {
        (Some(written), ..) => Way::Write(Box::new(written)),
        (_, _, Some(ending)) => Way::Ending(ending),
        (_, Some(to), _) => Way::Goto(to),
        _ if !arms.is_empty() => Way::Branch(arms),
        _ => Way::Replies(replies),
    };
    let only = ways.first().copied().filter(|_| ways.len() == 1);
    super::standard::clocked(r, Turn::new(id.it.into(), says, way), (id, only))
}

/// The turn that a key names.
pub fn target(r: &mut Reader<'_, '_>, key: &'static str) -> TurnId {
    match r.string(key) {
        Some(name) => {
            r.sheet.refer(Kind::Turn, name.it, name.span);
            name.it.into()
        }
        None => "?".into(),
    }
}

fn branch(r: &mut Reader<'_, '_>, vars: &Vars<'_>) -> Vec<Arm> {
    let mut open = None;
    let mut closed = false;
    let arms = r.rows("branch", |r| {
        r.require(&["to"]);
        let arm = Arm { when: conditions(r, vars), to: target(r, "to") };
        if closed {
            r.sheet.find(&codes::DEAD_ARM, r.span.clone(), &[("to", arm.to.as_str()), ("way", "branch")]);
        }
        // A condition that could not be read is a condition all the same.
        let always = !r.has("when");
        closed |= always;
        open = (!always).then(|| r.span.clone());
        arm
    });
    if !closed && r.has("branch") {
        let place = open.unwrap_or_else(|| r.place("branch"));
        r.sheet.find(&codes::OPEN_BRANCH, place, &[("way", "branch")]);
    }
    arms
}

/// A reply in one's own words: what is asked for, and where what it earns leads.
fn write(r: &mut Reader<'_, '_>, of: &str, vars: &Vars<'_>) -> Write {
    r.require(&["task", "branch"]);
    let mut before: Option<u8> = None;
    let rungs = r.rows("branch", |r| {
        r.require(&["to"]);
        let at_least = r.integer("at_least", range::PASS);
        let rung = Rung {
            at_least: at_least.unwrap_or(0),
            to: target(r, "to"),
            mood: r.integer("mood", range::MOOD_STEP).unwrap_or(0),
            set: effects(r, "set", vars),
            add: effects(r, "add", vars),
        };
        if before.is_some_and(|before| rung.at_least >= before) {
            r.sheet.find(&codes::DEAD_ARM, r.span.clone(), &[("to", rung.to.as_str()), ("way", "write")]);
        }
        before = Some(rung.at_least);
        rung
    });
    // Of no rung at all the last is not at 0 either. What is missing or broken is told already.
    if r.has("branch") && before.unwrap_or(1) > 0 {
        let place = r.place("branch");
        r.sheet.find(&codes::OPEN_BRANCH, place, &[("way", "write")]);
    }
    Write { writing: writing(r, of), rungs }
}

fn ending(r: &mut Reader<'_, '_>) -> Ending {
    r.require(&["outcome", "debrief"]);
    Ending {
        outcome: r.word("outcome", Outcome::ALL).unwrap_or(Outcome::Lost),
        score: r.score("score"),
        debrief: r.text("debrief").unwrap_or_default(),
    }
}

fn reply(r: &mut Reader<'_, '_>, id: &At<&str>, vars: &Vars<'_>) -> Reply {
    r.require(&["text", "to", "feedback"]);
    Reply {
        id: id.it.into(),
        text: r.text("text").unwrap_or_default(),
        to: target(r, "to"),
        score: r.score("score"),
        mood: r.integer("mood", range::MOOD_STEP).unwrap_or(0),
        set: effects(r, "set", vars),
        add: effects(r, "add", vars),
        feedback: r.text("feedback").unwrap_or_default(),
        red_line: r.text("red_line"),
        breaks: r.refs("breaks", Kind::Rule).into_iter().map(broken).collect(),
        when: conditions(r, vars),
    }
}

/// The register's own words come in when all is read.
fn broken(rule: RuleRef) -> Broken {
    Broken { rule, title: Text::default(), say_instead: Text::default() }
}

fn conditions(r: &mut Reader<'_, '_>, vars: &Vars<'_>) -> Vec<Condition> {
    let mut out = Vec::new();
    for text in r.strings("when") {
        let Some(condition) = Condition::parse(text.it) else {
            r.sheet.find(&codes::BAD_CONDITION, text.span, &[("text", text.it)]);
            continue;
        };
        let name = At { it: condition.name.as_str(), span: text.span };
        let wants_flag = matches!(condition.test, Test::Flag(_));
        if name.it == MOOD {
            if wants_flag {
                wrong_sort(r, &name, false);
            }
        } else if let Some(var) = declared(r, &name, vars)
            && var.flag != wants_flag
        {
            wrong_sort(r, &name, var.flag);
        }
        out.push(condition);
    }
    out
}

fn effects(r: &mut Reader<'_, '_>, key: &'static str, vars: &Vars<'_>) -> BTreeMap<VarName, i32> {
    let mut out = BTreeMap::new();
    for (name, value) in r.pairs(key) {
        if name.it == MOOD {
            // The mood has its own key, which adds.
            let args = [("key", "mood"), ("best", "none")];
            r.sheet.find(&codes::KEY_UNKNOWN, name.span, &args);
            continue;
        }
        let Some(var) = declared(r, &name, vars) else { continue };
        let effect = match value.get_ref().as_bool() {
            Some(flag) if var.flag && key == "set" => Some(i32::from(flag)),
            _ if var.flag => {
                wrong_sort(r, &name, true);
                None
            }
            Some(_) => {
                wrong_sort(r, &name, false);
                None
            }
            None => r.integer_of(key, value, range::VARIABLE),
        };
        let Some(effect) = effect else { continue };
        if key == "set" && !(var.min..=var.max).contains(&effect) {
            outside(r, value.span(), name.it, (effect, var.min, var.max));
        }
        out.insert(name.it.into(), effect);
    }
    out
}

fn declared<'v>(r: &mut Reader<'_, '_>, name: &At<&str>, vars: &'v Vars<'_>) -> Option<&'v Var> {
    match vars.get(name.it) {
        Some(var) => var.as_ref(),
        None => {
            r.sheet.unknown(Kind::Variable, name, vars.keys().copied().chain([MOOD]));
            None
        }
    }
}

fn wrong_sort(r: &mut Reader<'_, '_>, name: &At<&str>, flag: bool) {
    let sort = if flag { "flag" } else { "integer" };
    r.sheet.find(&codes::WRONG_SORT, name.span.clone(), &[("name", name.it), ("sort", sort)]);
}
