//! What `wording` says: for people by rule and by agent, then place by place; for programs all of it.

use std::cmp::Reverse;
use std::ops::Range;

use serde_json::{Value as Json, json};

use crate::base::id::Lang;
use crate::exchange::chats::Chats;
use crate::locale::{Value, Words};
use crate::model::wording::{Register, Rule, Severity};
use crate::report::chats::{Agent, Broken, Chats as Found, Fired, Quantiles};
use crate::terminal::line::clean;
use crate::terminal::table::columns;

/// Everything there is to say.
pub(super) struct Page<'p> {
    /// What was read, for people.
    pub name: &'p str,
    /// The file, for programs.
    pub file: &'p str,
    /// By which register.
    pub register: &'p Register,
    /// What was read.
    pub chats: &'p Chats,
    /// What was found.
    pub found: &'p Found<'p>,
    /// The language of the register's words.
    pub lang: &'p Lang,
    /// Every place.
    pub all: bool,
}

/// Places of a rule that are shown unless all are asked for.
const SHOWN: usize = 10;
/// Characters that are shown on each side of what fired.
const AROUND: usize = 24;
/// Columns of the agents' table without times.
const UNTIMED: usize = 7;
/// From the heaviest on.
const WEIGHTS: [Severity; 3] = [Severity::RedLine, Severity::Major, Severity::Minor];

impl Page<'_> {
    /// For people.
    pub(super) fn text(&self, words: &Words, width: usize) -> String {
        let args = [
            ("path", self.name.into()),
            ("lines", self.chats.said.len().into()),
            ("replies", self.found.replies.into()),
            ("broken", self.found.broken.len().into()),
        ];
        let mut out = format!("{}\n", words.with("wording-head", &args));
        if self.found.replies > 0 && !self.found.broken.is_empty() {
            out.push_str(&format!("\n{}\n{}", words.get("wording-by-rule"), columns(&self.by_rule(words), width)));
        }
        if self.is_several() {
            let rows = self.by_agent(words);
            let note =
                words.with("wording-by-agent-note", &[("timed", rows.iter().any(|row| row.len() > UNTIMED).to_string().into())]);
            let note = columns(&[vec![note]], width);
            out.push_str(&format!("\n{}\n{}{note}", words.get("wording-by-agent"), columns(&rows, width)));
        }
        let mut hidden = 0;
        for rule in self.rules() {
            let (said, left) = self.places(rule, words, width);
            out.push_str(&said);
            hidden += left;
        }
        if hidden > 0 {
            out.push_str(&format!("\n{}\n", words.with("wording-more", &[("count", hidden.into())])));
        }
        if self.found.broken.is_empty() {
            out.push_str(&format!("{}\n", words.get("wording-clean")));
        }
        out
    }

    /// Whether there is anything to say of agents: names, or times.
    fn is_several(&self) -> bool {
        let agents = &self.found.agents;
        agents.keys().any(|name| !name.is_empty()) || agents.values().any(|agent| agent.each.quantiles().is_some())
    }

    /// The rules that fired: the heaviest first, then the most frequent, then the register's order.
    fn rules(&self) -> Vec<usize> {
        let counts = self.found.rules();
        let mut out: Vec<usize> = counts.keys().copied().collect();
        out.sort_by_key(|rule| (Reverse(self.rule(*rule).severity), Reverse(counts[rule]), *rule));
        out
    }

    fn rule(&self, number: usize) -> &Rule {
        &self.register.rules[number]
    }

    fn by_rule(&self, words: &Words) -> Vec<Vec<String>> {
        let counts = self.found.rules();
        let row = |rule: usize| {
            let (it, count) = (self.rule(rule), counts[&rule]);
            vec![String::new(), severity(words, it.severity), count.to_string(), it.title.get(self.lang).to_owned()]
        };
        self.rules().into_iter().map(row).collect()
    }

    fn by_agent(&self, words: &Words) -> Vec<Vec<String>> {
        let timed = self.found.agents.values().any(|agent| agent.each.quantiles().is_some());
        let mut head: Vec<String> = ["wording-agent", "wording-replies"].map(|key| words.get(key)).into();
        head.extend(WEIGHTS.map(|weight| severity(words, weight)));
        head.push(words.get("wording-per-hundred"));
        if timed {
            head.extend(["wording-first", "wording-each"].map(|key| words.get(key)));
        }
        let rows = self.found.agents.iter().map(|(name, agent)| {
            let name = if name.is_empty() { words.get("wording-nameless") } else { name.clone() };
            let mut row = vec![name, agent.replies.to_string()];
            row.extend(WEIGHTS.map(|weight| count(agent, weight).to_string()));
            row.push(per_hundred(agent));
            if timed {
                row.extend([agent.first.quantiles(), agent.each.quantiles()].map(|of| waits(words, of)));
            }
            row
        });
        std::iter::once(head).chain(rows).collect()
    }

    /// The places of one rule, and how many are left out.
    fn places(&self, rule: usize, words: &Words, width: usize) -> (String, usize) {
        let it = self.rule(rule);
        let args = [("severity", severity(words, it.severity).into()), ("title", it.title.get(self.lang).into())];
        let mut out = format!("\n{}\n", words.with("wording-rule", &args));
        let instead = words.with("wording-instead", &[("words", it.say_instead.get(self.lang).into())]);
        out.push_str(&columns(&[vec![String::new(), instead]], width));
        let of_rule = |broken: &Broken<'_>| broken.hits.iter().any(|hit| hit.rule == rule);
        let all: Vec<&Broken<'_>> = self.found.broken.iter().filter(|broken| of_rule(broken)).collect();
        let most = if self.all { all.len() } else { SHOWN };
        let row = |broken: &&Broken<'_>| {
            let line = words.with("wording-line", &[("line", broken.line.into())]);
            vec![String::new(), line, broken.agent.clone(), marked(words, broken, rule)]
        };
        let rows: Vec<Vec<String>> = all.iter().take(most).map(row).collect();
        out.push_str(&columns(&rows, width));
        (out, all.len().saturating_sub(most))
    }

    /// For programs.
    pub(super) fn json(&self) -> Json {
        let hit = |broken: &Broken<'_>, shown: &[char], hit: &Fired| {
            let rule = self.rule(hit.rule);
            let text: String = shown[hit.start..hit.end].iter().collect();
            json!({ "rule": rule.id, "severity": rule.severity, "line": broken.line, "start": hit.start, "end": hit.end,
                "text": text, "agent": broken.agent })
        };
        let hits = self.found.broken.iter().flat_map(|broken| {
            let shown = broken.shown();
            broken.hits.iter().map(move |fired| hit(broken, &shown, fired))
        });
        let counts = self.found.rules();
        let rules = self.rules().into_iter().map(|n| {
            let rule = self.rule(n);
            json!({ "rule": rule.id, "severity": rule.severity, "title": rule.title.get(self.lang), "replies": counts[&n],
                "say_instead": rule.say_instead.get(self.lang) })
        });
        let agents = self.found.agents.iter().map(|(name, agent)| {
            json!({ "agent": name, "replies": agent.replies, "red_line": count(agent, Severity::RedLine),
                "major": count(agent, Severity::Major), "minor": count(agent, Severity::Minor),
                "first_response_seconds": agent.first.quantiles(), "reply_seconds": agent.each.quantiles() })
        });
        let bad = self.chats.bad.iter().map(|bad| json!({ "line": bad.line, "reason": bad.why.word() }));
        json!({ "file": self.file, "register": self.register.id, "lines": self.chats.said.len(), "replies": self.found.replies,
            "hits": hits.collect::<Vec<_>>(), "rules": rules.collect::<Vec<_>>(), "agents": agents.collect::<Vec<_>>(),
            "bad": bad.collect::<Vec<_>>() })
    }
}

fn severity(words: &Words, severity: Severity) -> String {
    words.get(&format!("wording-{}", severity.word()))
}

fn count(agent: &Agent, severity: Severity) -> usize {
    agent.hits.get(&severity).copied().unwrap_or_default()
}

/// Hits for a hundred replies, to a tenth, cut.
fn per_hundred(agent: &Agent) -> String {
    let tenths = agent.hits.values().sum::<usize>() * 1000 / agent.replies.max(1);
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn waits(words: &Words, of: Option<Quantiles>) -> String {
    let Some(of) = of else { return "–".to_owned() };
    let args: [(&str, Value<'_>); 2] = [("median", long(words, of.median).into()), ("ninety", long(words, of.ninety).into())];
    words.with("wording-waits", &args)
}

/// A wait in words.
fn long(words: &Words, seconds: i64) -> String {
    let key = match seconds {
        ..120 => "wording-seconds",
        120..7200 => "wording-minutes",
        _ => "wording-hours",
    };
    let args = [("seconds", seconds.into()), ("minutes", (seconds / 60).into()), ("hours", (seconds / 3600).into())];
    words.with(key, &args)
}

/// What stands around the first place where a rule fired, each of its places in the window marked.
fn marked(words: &Words, broken: &Broken<'_>, rule: usize) -> String {
    let text = broken.shown();
    let hits = joined(broken, rule);
    let Some(first) = hits.first().map(|hit| hit.start) else { return String::new() };
    let (from, to) = (first.saturating_sub(AROUND), (first + 3 * AROUND).min(text.len()).max(first));
    let mut out = String::new();
    let mut at = from;
    let put = |out: &mut String, a: usize, b: usize| out.extend(&text[a..b]);
    if from > 0 {
        out.push('…');
    }
    for hit in hits.into_iter().take_while(|hit| hit.start < to) {
        let (start, end) = (hit.start.max(at), hit.end.min(to).max(at));
        put(&mut out, at, start);
        let mut inner = String::new();
        put(&mut inner, start, end);
        out.push_str(&words.with("wording-mark", &[("text", inner.into())]));
        at = end;
    }
    put(&mut out, at, to);
    if to < text.len() {
        out.push('…');
    }
    clean(&out).replace('\n', " ")
}

/// Where a rule fired, by place: places that touch or overlap are one.
fn joined(broken: &Broken<'_>, rule: usize) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = broken.hits.iter().filter(|hit| hit.rule == rule).map(|hit| hit.start..hit.end).collect();
    all.sort_by_key(|at| at.start);
    let mut out: Vec<Range<usize>> = Vec::new();
    for at in all {
        match out.last_mut() {
            Some(last) if at.start <= last.end => last.end = last.end.max(at.end),
            _ => out.push(at),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_that_touch_are_one() {
        let fired = |rule, start, end| Fired { rule, start, end };
        let hits = vec![fired(0, 0, 3), fired(1, 1, 2), fired(0, 2, 4), fired(0, 4, 5), fired(0, 7, 9)];
        let broken = Broken { line: 1, agent: String::new(), text: "你有病吧啊，您再等等吧", personal: false, hits };
        assert_eq!(joined(&broken, 0), [0..5, 7..9]);
    }
}
