//! A scenario as TOML. It may be unfinished: turns without a way on, targets that are not there yet; `draft` reads that back too.

use std::collections::BTreeMap;

use super::{Front, Page, quoted};
use crate::base::id::{Lang, VarName};
use crate::model::scenario::condition::Condition;
use crate::model::scenario::{Arm, Customer, Ending, Reply, Rung, Scenario, Turn, Var, Way, Write};

/// Prints a scenario in one language.
pub fn scenario(scenario: &Scenario, front: &Front, lang: &Lang) -> String {
    let mut page = Page::new(&front.comments);
    main_table(&mut page, scenario, front, lang);
    customer(&mut page, &scenario.customer, lang);
    if !scenario.vars.is_empty() {
        page.table(0, "[vars]");
        for var in &scenario.vars {
            page.put(var.name.as_str(), declared(var));
        }
    }
    for it in &scenario.turns {
        turn(&mut page, it, &scenario.vars, lang);
    }
    page.done()
}

fn main_table(page: &mut Page, scenario: &Scenario, front: &Front, lang: &Lang) {
    page.table(0, "[scenario]");
    page.text("id", scenario.id.as_str());
    page.text("title", scenario.title.get(lang));
    page.status(front);
    page.text("category", scenario.category.word());
    page.text("channel", scenario.channel.word());
    if let Some(standard) = &scenario.standard {
        page.text("standard", standard.as_str());
    }
    page.texts("roles", scenario.roles.iter().map(|role| role.as_str()));
    page.text("use", scenario.use_.word());
    page.put("level", scenario.level);
    if let Some(minutes) = scenario.minutes {
        page.put("minutes", minutes);
    }
    page.text("brief", scenario.brief.get(lang));
    page.text("start", scenario.start.as_str());
    page.put("pass", scenario.pass);
    page.texts("objectives", scenario.objectives.iter().map(|objective| objective.as_str()));
    page.texts("sources", front.sources.iter().map(String::as_str));
}

fn customer(page: &mut Page, customer: &Customer, lang: &Lang) {
    page.table(0, "[customer]");
    page.text("name", customer.name.get(lang));
    page.put("mood", customer.mood);
    if let Some(credit) = customer.credit {
        page.text("credit", credit.word());
    }
    if let Some(registered) = customer.registered {
        page.text("registered", registered.word());
    }
    page.texts("mind", customer.mind.iter().map(|mind| mind.word()));
    page.texts("facts", customer.facts.iter().map(|fact| fact.get(lang)));
}

fn declared(var: &Var) -> String {
    match var.flag {
        true => (var.start != 0).to_string(),
        false => format!("{{ start = {}, min = {}, max = {} }}", var.start, var.min, var.max),
    }
}

fn turn(page: &mut Page, turn: &Turn, vars: &[Var], lang: &Lang) {
    page.table(0, "[[turn]]");
    page.text("id", turn.id.as_str());
    match turn.says.as_slice() {
        [only] => page.text("says", only.get(lang)),
        all => page.texts("says", all.iter().map(|says| says.get(lang))),
    }
    page.texts("late_says", turn.late_says.iter().map(|says| says.get(lang)));
    if turn.clock {
        page.put("clock", true);
    }
    if let Some(timeout) = &turn.timeout {
        let mood = if timeout.mood == 0 { String::new() } else { format!(", mood = {}", timeout.mood) };
        let (to, feedback) = (quoted(timeout.to.as_str()), quoted(&timeout.feedback.get(lang).replace('\n', " ")));
        page.put("timeout", format!("{{ to = {to}{mood}, feedback = {feedback} }}"));
    }
    match &turn.way {
        Way::Replies(replies) => replies.iter().for_each(|it| reply(page, it, vars, lang)),
        Way::Write(it) => write(page, it, vars, lang),
        Way::Goto(to) => page.text("goto", to.as_str()),
        Way::Branch(arms) => page.list("branch", &arms.iter().map(arm).collect::<Vec<_>>()),
        Way::Ending(it) => ending(page, it, lang),
    }
}

fn write(page: &mut Page, write: &Write, vars: &[Var], lang: &Lang) {
    page.table(2, "[turn.write]");
    super::writing::writing(page, &write.writing, lang);
    page.list("branch", &write.rungs.iter().map(|it| rung(it, vars)).collect::<Vec<_>>());
    super::writing::wants(page, (4, "[[turn.write.wants]]"), &write.writing, lang);
}

fn rung(rung: &Rung, vars: &[Var]) -> String {
    let mut parts = Vec::new();
    if rung.at_least > 0 {
        parts.push(format!("at_least = {}", rung.at_least));
    }
    parts.push(format!("to = {}", quoted(rung.to.as_str())));
    if rung.mood != 0 {
        parts.push(format!("mood = {}", rung.mood));
    }
    let inner = |pairs: Vec<String>| format!("{{ {} }}", pairs.join(", "));
    if !rung.set.is_empty() {
        parts.push(format!(
            "set = {}",
            inner(assigned(&rung.set, vars).map(|(name, value)| format!("{name} = {value}")).collect())
        ));
    }
    if !rung.add.is_empty() {
        parts.push(format!("add = {}", inner(rung.add.iter().map(|(name, by)| format!("{name} = {by}")).collect())));
    }
    format!("{{ {} }}", parts.join(", "))
}

/// Values set, in the words of their variables.
fn assigned<'a>(set: &'a BTreeMap<VarName, i32>, vars: &'a [Var]) -> impl Iterator<Item = (&'a VarName, String)> {
    let is_flag = |name: &VarName| vars.iter().any(|var| var.name == *name && var.flag);
    set.iter().map(move |(name, value)| (name, if is_flag(name) { (*value != 0).to_string() } else { value.to_string() }))
}

fn arm(arm: &Arm) -> String {
    match arm.when.is_empty() {
        true => format!("{{ to = {} }}", quoted(arm.to.as_str())),
        false => format!("{{ when = [{}], to = {} }}", conditions(&arm.when).join(", "), quoted(arm.to.as_str())),
    }
}

fn conditions(all: &[Condition]) -> Vec<String> {
    all.iter().map(|condition| quoted(&condition.to_string())).collect()
}

fn reply(page: &mut Page, reply: &Reply, vars: &[Var], lang: &Lang) {
    page.table(2, "[[turn.reply]]");
    page.text("id", reply.id.as_str());
    page.text("text", reply.text.get(lang));
    page.text("to", reply.to.as_str());
    page.pairs("score", &reply.score);
    if reply.mood != 0 {
        page.put("mood", reply.mood);
    }
    page.pairs("set", assigned(&reply.set, vars).collect::<BTreeMap<_, _>>());
    page.pairs("add", &reply.add);
    if let Some(reason) = &reply.red_line {
        page.text("red_line", reason.get(lang));
    }
    page.texts("breaks", reply.breaks.iter().map(|broken| broken.rule.as_str()));
    page.list("when", &conditions(&reply.when));
    page.text("feedback", reply.feedback.get(lang));
}

fn ending(page: &mut Page, ending: &Ending, lang: &Lang) {
    page.table(2, "[turn.ending]");
    page.text("outcome", ending.outcome.word());
    page.pairs("score", &ending.score);
    page.text("debrief", ending.debrief.get(lang));
}
