//! A role-play told to who writes it: what it comes to, by which ways, and what in it makes no difference.

use num_bigint::BigUint;
use num_traits::Zero as _;
use serde_json::{Value as Json, json};

use super::{number, points, whole};
use crate::analysis::chance::{Big, shown};
use crate::analysis::survey::{Attainable, Between, Bounds, Decisive, How, Marks, Run, Settled, Survey, Unused, Whole, share};
use crate::base::id::{Lang, SkillId};
use crate::base::points::{Exact, Points};
use crate::locale::{Value, Words};
use crate::model::page::{Block, Item, Mark, Table};
use crate::model::scenario::Way;
use crate::model::scenario::condition::Condition;
use crate::model::scenario::step::{Asked, Stage};
use crate::model::text::Text;
use crate::report::worded::{self, signed};

/// More scores than these are told by tens of percent.
const MOST_SCORES: usize = 16;
/// So many characters of a reply tell which it is.
const SHORT: usize = 28;

/// What was found, to be told.
pub struct Report<'a> {
    /// The scenario.
    pub stage: &'a Stage,
    /// What is known of it.
    pub survey: &'a Survey,
    /// The library's skills.
    pub skills: &'a [(SkillId, Text)],
    /// The program's words.
    pub words: &'a Words,
    /// The language of the content.
    pub lang: &'a Lang,
}

impl Report<'_> {
    /// For people.
    pub fn blocks(&self) -> Vec<Block> {
        let scenario = self.stage.scenario();
        let title =
            self.say("analyse-title", &[("title", scenario.title.get(self.lang).into()), ("id", scenario.id.as_str().into())]);
        let mut out = vec![Block::Title(title)];
        match self.survey {
            Survey::Whole(whole) => out.extend(self.whole(whole)),
            Survey::Part(bounds) => out.extend(self.bounds(bounds)),
        }
        out
    }

    fn say(&self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        self.words.with(key, args)
    }

    fn named(&self, key: &str, text: String) -> Item {
        Item::named(self.words.get(key), text)
    }

    /// How many turns go on, and how many end it.
    fn turns(&self) -> (usize, usize) {
        let turns = &self.stage.scenario().turns;
        let endings = turns.iter().filter(|turn| matches!(turn.way, Way::Ending(_))).count();
        (turns.len() - endings, endings)
    }

    /// How large it is.
    fn size(&self, states: String, paths: String) -> Vec<Item> {
        let (turns, endings) = self.turns();
        let replies = self.stage.replies();
        vec![
            self.named("analyse-turns", turns.to_string()),
            self.named("analyse-endings", endings.to_string()),
            self.named("analyse-replies", replies.to_string()),
            self.named("analyse-paths", paths),
            self.named("analyse-states", states),
        ]
    }

    fn whole(&self, found: &Whole) -> Vec<Block> {
        let best = found.best.as_ref().map(|run| run.score);
        let mut out = vec![Block::Items(self.size(found.states.to_string(), found.paths.to_string()))];
        out.push(Block::Items(vec![
            self.reachable(found.pass_reachable, ("analyse-can-pass", "analyse-cannot-pass")),
            self.reachable(found.fail_reachable, ("analyse-can-fail", "analyse-cannot-fail")),
        ]));
        match &found.marks {
            Some(marks) => {
                out.push(Block::Items(vec![
                    self.named("analyse-chance-pass", shown(&marks.pass)),
                    self.named("analyse-chance-mean", shown(&marks.expected)),
                ]));
                out.push(Block::Table(self.attainable(marks)));
            }
            None => out.push(Block::Text(self.words.get("analyse-too-fine"))),
        }
        match &found.best {
            Some(run) => out.push(self.run("analyse-best", run, best)),
            None => out.push(Block::Text(self.words.get("analyse-no-best"))),
        }
        out.push(self.run("analyse-worst", &found.worst, best));
        if !found.skills.is_empty() {
            out.push(Block::Table(self.skills(found)));
        }
        let decisive = found.decisive.as_deref().unwrap_or_default();
        out.extend(self.list("analyse-decisive", self.decisive(decisive)));
        out.extend(self.list("analyse-red-lines", found.sights.red_lines.iter().map(|n| self.reply(*n)).collect()));
        out.extend(self.idle(found));
        out
    }

    fn reachable(&self, is: bool, (yes, no): (&str, &str)) -> Item {
        let (mark, key) = if is { (Mark::Right, yes) } else { (Mark::Wrong, no) };
        Item::marked(mark, self.say(key, &[("pass", self.stage.scenario().pass.into())]))
    }

    /// Heading and lines; nothing where there are none.
    fn list(&self, key: &str, lines: Vec<String>) -> Vec<Block> {
        if lines.is_empty() {
            return Vec::new();
        }
        let items = lines.into_iter().map(|text| Item::marked(Mark::Dash, text)).collect();
        vec![Block::Title(self.words.get(key)), Block::Items(items)]
    }

    fn attainable(&self, marks: &Marks) -> Table {
        let head = ["analyse-head-points", "analyse-head-percent", "analyse-head-paths", "analyse-head-passing"];
        let row = |at: &Attainable| {
            vec![at.score.to_string(), format!("{} %", at.share.percent()), at.paths.to_string(), at.passing.to_string()]
        };
        let all = &marks.attainable;
        let rows = if all.len() <= MOST_SCORES { all.iter().map(row).collect() } else { tens(all) };
        Table { head: head.map(|key| self.words.get(key)).into(), rows }
    }

    fn run(&self, key: &str, run: &Run, best: Option<Points>) -> Block {
        let percent = share(run.score, best).percent();
        let head = self.say(key, &[("points", run.score.to_string().into()), ("percent", percent.into())]);
        let step = |what: String, given: Points| {
            let text = self.say("analyse-step", &[("what", what.into()), ("points", signed(given).into())]);
            Item::marked(Mark::Dash, text).below()
        };
        let mut items = vec![Item { text: head, ..Item::default() }];
        items.extend(run.way.iter().map(|number| step(self.reply(*number), self.stage.points(*number))));
        let mut state = self.stage.begin();
        run.way.iter().for_each(|reply| self.stage.step(&mut state, *reply));
        let end = self.stage.turn(&state);
        let given = self.stage.ends(&state).map_or(Points::ZERO, |e| e.score.values().copied().sum());
        items.push(step(end.id.to_string(), given));
        Block::Items(items)
    }

    fn skills(&self, found: &Whole) -> Table {
        let named =
            |id: &SkillId| self.skills.iter().find(|(known, _)| known == id).map(|(_, text)| text.get(self.lang).to_owned());
        let title = |id: &SkillId| named(id).unwrap_or_else(|| id.to_string());
        let row = |(id, (most, earned)): (&SkillId, &(Points, Points))| vec![title(id), most.to_string(), earned.to_string()];
        let head = ["analyse-head-skill", "analyse-head-most", "analyse-head-earned"].map(|key| self.words.get(key));
        Table { head: head.into(), rows: found.skills.iter().map(row).collect() }
    }

    /// Those that decide wherever they are chosen one by one; of the others, which hang on what came before, the names.
    fn decisive(&self, all: &[Decisive]) -> Vec<String> {
        let mut out = Vec::new();
        for (what, of) in [("loses", (|d| d.loses) as fn(&Decisive) -> How), ("secures", |d| d.secures)] {
            let key = |how: How| self.words.get(&format!("analyse-{what}-{}", word(how)));
            let always = all.iter().filter(|d| of(d) == How::Always);
            out.extend(always.map(|d| format!("{}{}", self.words.label(&key(How::Always)), self.reply(d.reply))));
            let sometimes = all.iter().filter(|d| of(d) == How::Sometimes).map(|d| worded::step(self.words, self.stage, d.reply));
            let names = sometimes.collect::<Vec<_>>().join(" · ");
            if !names.is_empty() {
                out.push(format!("{}{names}", self.words.label(&key(How::Sometimes))));
            }
        }
        out
    }

    /// What makes no difference.
    fn idle(&self, found: &Whole) -> Vec<Block> {
        let mut out = self.list("analyse-never-offered", found.sights.never_offered.iter().map(|n| self.reply(*n)).collect());
        let settled = |s: &Settled| {
            let key = if s.holds { "analyse-always" } else { "analyse-never" };
            self.say(key, &[("condition", condition(self.stage, s.asked).into()), ("at", place(self.stage, s.asked).into())])
        };
        out.extend(self.list("analyse-settled", found.sights.settled.iter().map(settled).collect()));
        let unused = |(var, why): &(usize, Unused)| {
            let name = self.stage.scenario().vars[*var].name.as_str();
            let key = if *why == Unused::NeverRead { "analyse-var-unread" } else { "analyse-var-unchanged" };
            self.say(key, &[("var", name.into())])
        };
        out.extend(self.list("analyse-unused", found.sights.unused.iter().map(unused).collect()));
        if out.is_empty() {
            out.push(Block::Text(self.words.get("analyse-all-used")));
        }
        out
    }

    /// `opening/warm 您好，…`
    fn reply(&self, number: usize) -> String {
        let text = self.stage.reply(number).1.text.get(self.lang);
        let mut short: String = text.chars().map(|c| if c == '\n' { ' ' } else { c }).take(SHORT).collect();
        if text.chars().count() > SHORT {
            short.push('…');
        }
        format!("{} {short}", worded::step(self.words, self.stage, number))
    }

    fn bounds(&self, found: &Bounds) -> Vec<Block> {
        let count = |n: &BigUint| n.to_string();
        let states = self.say("analyse-more-than", &[("n", found.states.into())]);
        let settled = |is: Option<bool>, (yes, no): (&str, &str), open: &str| match is {
            Some(is) => self.reachable(is, (yes, no)),
            None => Item::marked(Mark::Partly, self.words.get(open)),
        };
        let score = |at: &Between<Points>| self.between(at, Points::to_string);
        vec![
            Block::Text(self.say("analyse-too-large", &[("n", found.states.into())])),
            Block::Items(self.size(states, self.between(&found.paths, count))),
            Block::Items(vec![
                settled(found.pass_reachable, ("analyse-can-pass", "analyse-cannot-pass"), "analyse-pass-open"),
                settled(found.fail_reachable, ("analyse-can-fail", "analyse-cannot-fail"), "analyse-fail-open"),
            ]),
            Block::Items(vec![
                self.named("analyse-best-score", score(&found.best)),
                self.named("analyse-worst-score", score(&found.worst)),
            ]),
        ]
    }

    fn between<T>(&self, at: &Between<T>, said: impl Fn(&T) -> String) -> String {
        let side = |side: &Option<T>| side.as_ref().map_or_else(|| "?".to_owned(), &said);
        self.say("analyse-between", &[("least", side(&at.least).into()), ("most", side(&at.most).into())])
    }

    /// For programs. What is not known exactly is null; what is certain of it all the same stands in `bounds`.
    pub fn json(&self) -> Json {
        let scenario = self.stage.scenario();
        let (turns, endings) = self.turns();
        let mut out = json!({ "kind": "scenario", "id": scenario.id, "title": scenario.title.get(self.lang), "pass": scenario.pass,
            "turns": turns, "endings": endings, "replies": self.stage.replies() });
        let found = match self.survey {
            Survey::Whole(found) => self.whole_json(found),
            Survey::Part(found) => bounds_json(found),
        };
        if let (Json::Object(out), Json::Object(found)) = (&mut out, found) {
            out.extend(found);
        }
        out
    }

    fn whole_json(&self, found: &Whole) -> Json {
        let stage = self.stage;
        let best = found.best.as_ref().map(|run| run.score);
        let run = |run: &Run| {
            json!({ "score": points(run.score), "percent": percent(share(run.score, best)),
                "path": run.way.iter().map(|n| decision(stage, *n)).collect::<Vec<_>>() })
        };
        let names = |all: &[usize]| all.iter().map(|n| decision(stage, *n)).collect::<Vec<_>>();
        let attainable = |marks: &Marks| {
            let one = |at: &Attainable| json!({ "score": points(at.score), "percent": percent(at.share), "paths": whole(&at.paths), "passing": whole(&at.passing) });
            marks.attainable.iter().map(one).collect::<Vec<_>>()
        };
        let chance = |marks: &Marks| {
            json!({ "pass": number(&marks.pass), "expected": number(&marks.expected),
                "exact": { "pass": fraction(&marks.pass), "expected": fraction(&marks.expected) } })
        };
        let decisive = |all: &[Decisive]| {
            let one =
                |d: &Decisive| json!({ "reply": decision(stage, d.reply), "loses": word(d.loses), "secures": word(d.secures) });
            all.iter().map(one).collect::<Vec<_>>()
        };
        let settled =
            |s: &Settled| json!({ "at": place(stage, s.asked), "condition": condition(stage, s.asked), "holds": s.holds });
        let unused = |(var, why): &(usize, Unused)| json!({ "name": stage.scenario().vars[*var].name, "why": if *why == Unused::NeverRead { "never-read" } else { "never-changed" } });
        let skill = |(id, (most, earned)): (&SkillId, &(Points, Points))| json!({ "skill": id, "best": points(*most), "by_best_path": points(*earned) });
        json!({ "exact": true, "states": found.states, "paths": whole(&found.paths), "best": found.best.as_ref().map(run),
            "worst": run(&found.worst), "attainable": found.marks.as_ref().map(attainable),
            "red_line_paths": found.marks.as_ref().map(|marks| whole(&marks.red_lines)),
            "skills": found.skills.iter().map(skill).collect::<Vec<_>>(), "pass_reachable": found.pass_reachable,
            "fail_reachable": found.fail_reachable, "chance": found.marks.as_ref().map(chance),
            "decisive": found.decisive.as_deref().map(decisive), "red_lines": names(&found.sights.red_lines),
            "never_offered": names(&found.sights.never_offered),
            "conditions": found.sights.settled.iter().map(settled).collect::<Vec<_>>(),
            "variables": found.sights.unused.iter().map(unused).collect::<Vec<_>>(), "bounds": null })
    }
}

fn bounds_json(found: &Bounds) -> Json {
    let score = |at: &Between<Points>| json!({ "least": at.least.map(points), "most": at.most.map(points) });
    let paths = json!({ "least": found.paths.least.as_ref().map(whole), "most": found.paths.most.as_ref().map(whole) });
    json!({ "exact": false, "states": null, "paths": null, "best": null, "worst": null, "attainable": null, "red_line_paths": null,
        "skills": null, "pass_reachable": found.pass_reachable, "fail_reachable": found.fail_reachable, "chance": null,
        "decisive": null, "red_lines": null, "never_offered": null, "conditions": null, "variables": null,
        "bounds": { "states": { "least": found.states, "most": null }, "paths": paths, "best": score(&found.best),
            "worst": score(&found.worst) } })
}

/// Scores gathered by tens of percent.
fn tens(all: &[Attainable]) -> Vec<Vec<String>> {
    let ten = |at: &Attainable| (at.share * Exact::new(10, 1)).parts();
    let ten = |at: &Attainable| ten(at).0.div_euclid(ten(at).1);
    let row = |group: &[Attainable]| {
        let sum = |of: fn(&Attainable) -> &BigUint| group.iter().map(of).fold(BigUint::zero(), |sum, n| sum + n).to_string();
        let span = |a: String, b: String| if a == b { a } else { format!("{a} … {b}") };
        let (first, last) = (&group[0], &group[group.len() - 1]);
        vec![
            span(first.score.to_string(), last.score.to_string()),
            span(format!("{} %", first.share.percent()), format!("{} %", last.share.percent())),
            sum(|at| &at.paths),
            sum(|at| &at.passing),
        ]
    };
    all.chunk_by(|a, b| ten(a) == ten(b)).map(row).collect()
}

const fn word(how: How) -> &'static str {
    match how {
        How::Never => "never",
        How::Sometimes => "sometimes",
        How::Always => "always",
    }
}

/// `opening/warm`, as walkthroughs write it.
pub fn decision(stage: &Stage, number: usize) -> String {
    let (turn, reply) = stage.reply(number);
    format!("{}/{}", turn.id, reply.id)
}

/// Where a condition is read: `opening/warm`, or `crossing#2` for the second arm of a branch.
fn place(stage: &Stage, asked: Asked) -> String {
    match asked {
        Asked::Reply { reply, .. } => decision(stage, reply),
        Asked::Arm { turn, arm, .. } | Asked::Taken { turn, arm } => format!("{}#{}", stage.turn_at(turn).id, arm + 1),
    }
}

/// A condition as its author wrote it; for an arm as a whole, all of them.
pub fn condition(stage: &Stage, asked: Asked) -> String {
    let of_arm = |turn: usize, arm: usize| match &stage.turn_at(turn).way {
        Way::Branch(arms) => arms[arm].when.as_slice(),
        _ => &[],
    };
    let (all, nth): (&[Condition], Option<usize>) = match asked {
        Asked::Reply { reply, nth } => (&stage.reply(reply).1.when, Some(nth)),
        Asked::Arm { turn, arm, nth } => (of_arm(turn, arm), Some(nth)),
        Asked::Taken { turn, arm } => (of_arm(turn, arm), None),
    };
    let asked = all.iter().enumerate().filter(|(n, _)| nth.is_none_or(|nth| nth == *n));
    asked.map(|(_, condition)| condition.to_string()).collect::<Vec<_>>().join(" && ")
}

fn fraction(x: &Big) -> String {
    format!("{}/{}", x.numer(), x.denom())
}

/// A share in percent, as it is shown everywhere: one decimal, cut.
fn percent(share: Exact) -> Json {
    share.percent().parse().unwrap_or(Json::Null)
}
