//! What stands in the picture of a scenario: boxes with their words, the links between them, what each is marked with, the legend.

use std::collections::{BTreeMap, BTreeSet};

use super::trail::Count;
use crate::base::id::{Lang, VarName};
use crate::base::points::{Exact, Points};
use crate::locale::{Value, Words};
use crate::model::scenario::condition::Condition;
use crate::model::scenario::step::{Deed, Stage};
use crate::model::scenario::{Arm, Ending, Turn, Way};
use crate::model::text::Text;
use crate::report::worded::signed;

/// What is drawn, for whom.
pub struct View<'a> {
    /// The scenario.
    pub stage: &'a Stage,
    /// The program's words.
    pub words: &'a Words,
    /// The content's language.
    pub lang: &'a Lang,
    /// The best way: replies by number; empty where none is known.
    pub best: &'a [usize],
    /// One learner's way.
    pub walked: &'a [usize],
    /// What learners replied.
    pub traffic: Option<&'a Traffic>,
}

/// What was replied over many attempts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Traffic {
    /// How many runs were counted.
    pub runs: usize,
    /// For each reply by number: how often it was chosen, of how often it was offered.
    pub replies: BTreeMap<usize, (usize, usize)>,
}

/// What a box is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The customer speaks, and is replied to.
    Turn,
    /// Straight on, or by the state.
    Crossing,
    /// An arm of a branch.
    Arm,
    /// A reply.
    Reply,
    /// The end of a talk.
    Ending,
}

/// What a reply is worth, told by colour and dashes alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// No reply: nothing is earned here.
    Plain,
    /// Points.
    Gain,
    /// No points.
    Nothing,
    /// Points lost.
    Loss,
    /// It fails the run.
    RedLine,
}

impl Tone {
    /// All, in the legend's order.
    pub const ALL: [Self; 5] = [Self::Gain, Self::Nothing, Self::Loss, Self::RedLine, Self::Plain];

    /// Its name in classes and sentences.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Gain => "gain",
            Self::Nothing => "nothing",
            Self::Loss => "loss",
            Self::RedLine => "red-line",
        }
    }

    fn of(stage: &Stage, number: usize) -> Self {
        match stage.points(number) {
            _ if stage.crosses_red_line(number) => Self::RedLine,
            points if points > Points::ZERO => Self::Gain,
            points if points < Points::ZERO => Self::Loss,
            _ => Self::Nothing,
        }
    }
}

/// A box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub shape: Shape,
    /// Its worth.
    pub tone: Tone,
    /// What it is called and what it gives: short lines.
    pub head: Vec<String>,
    /// What is said.
    pub body: String,
    /// Conditions, effects, steps and shares: short lines.
    pub foot: Vec<String>,
}

/// A link from box to box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// From which box.
    pub from: usize,
    /// To which.
    pub to: usize,
    /// Its worth.
    pub tone: Tone,
    /// Whether the best way goes along it.
    pub best: bool,
    /// Whether the learner went along it.
    pub walked: bool,
}

/// Everything that stands in the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The scenario's title.
    pub title: String,
    /// What it shows, in a few sentences; for those who do not see it too.
    pub about: Vec<String>,
    /// The boxes: turns, replies, arms.
    pub nodes: Vec<Node>,
    /// The links.
    pub links: Vec<Link>,
    /// What worths mean, of those that occur; what the thick line is, and the learner's.
    pub legend: Vec<(Sample, String)>,
}

/// What a line of the legend stands beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sample {
    /// A line of this worth.
    Tone(Tone),
    /// The best way.
    Best,
    /// The learner's way.
    Walked,
}

/// Draws nothing yet: says what is to be drawn.
pub fn picture(view: &View<'_>) -> Picture {
    let count = Count::new(view.stage);
    let turns = &view.stage.scenario().turns;
    let mut nodes: Vec<Node> = turns.iter().map(|turn| view.turn(turn)).collect();
    nodes.extend(count.shown().iter().map(|number| view.reply(*number, &count)));
    for turn in turns {
        if let Way::Branch(arms) = &turn.way {
            nodes.extend(arms.iter().enumerate().map(|(n, arm)| view.arm(n, arm)));
        }
    }
    let links = links(view, &count);
    Picture {
        title: view.stage.scenario().title.get(view.lang).to_owned(),
        about: view.about(),
        legend: legend(view, &links),
        nodes,
        links,
    }
}

fn links(view: &View<'_>, count: &Count) -> Vec<Link> {
    let scenario = view.stage.scenario();
    let numbers: BTreeMap<_, usize> = scenario.turns.iter().enumerate().map(|(n, turn)| (&turn.id, n)).collect();
    let mut pairs = Vec::new();
    for (n, turn) in scenario.turns.iter().enumerate() {
        for number in view.stage.replies_of(n).filter(|number| count.shown().contains(number)) {
            let tone = Tone::of(view.stage, number);
            pairs.push((n, count.reply(number), tone));
            pairs.push((count.reply(number), view.stage.target(number), tone));
        }
        match &turn.way {
            Way::Goto(to) => pairs.push((n, numbers[to], Tone::Plain)),
            Way::Branch(arms) => {
                for (arm, it) in arms.iter().enumerate() {
                    pairs.push((n, count.arm(n, arm), Tone::Plain));
                    pairs.push((count.arm(n, arm), numbers[&it.to], Tone::Plain));
                }
            }
            Way::Replies(_) | Way::Write(_) | Way::Ending(_) => {}
        }
    }
    let trail = |way: &[usize]| if way.is_empty() { BTreeSet::new() } else { count.trail(view.stage, way) };
    let (best, walked) = (trail(view.best), trail(view.walked));
    let link = |(from, to, tone)| Link { from, to, tone, best: best.contains(&(from, to)), walked: walked.contains(&(from, to)) };
    pairs.into_iter().map(link).collect()
}

fn legend(view: &View<'_>, links: &[Link]) -> Vec<(Sample, String)> {
    let there: BTreeSet<Tone> = links.iter().map(|link| link.tone).collect();
    let tones = Tone::ALL.into_iter().filter(|tone| there.contains(tone));
    let mut out: Vec<_> =
        tones.map(|tone| (Sample::Tone(tone), view.words.get(&format!("graph-legend-{}", tone.name())))).collect();
    let mut more = |when: bool, sample, key| {
        if when {
            out.push((sample, view.words.get(key)));
        }
    };
    more(!view.best.is_empty(), Sample::Best, "graph-legend-best");
    more(!view.walked.is_empty(), Sample::Walked, "graph-legend-walked");
    out
}

impl View<'_> {
    fn about(&self) -> Vec<String> {
        let scenario = self.stage.scenario();
        let endings = scenario.turns.iter().filter(|turn| matches!(turn.way, Way::Ending(_))).count();
        let mut out = vec![self.words.with(
            "graph-about",
            &[
                ("id", scenario.id.as_str().into()),
                ("turns", (scenario.turns.len() - endings).into()),
                ("replies", self.stage.replies().into()),
                ("endings", endings.into()),
            ],
        )];
        let way = |way: &[usize]| {
            let steps = way.iter().map(|reply| {
                let (turn, reply) = self.stage.reply(*reply);
                format!("{}/{}", turn.id, reply.id)
            });
            Value::from(steps.collect::<Vec<_>>().join(" → "))
        };
        if !self.best.is_empty() {
            let points = self.worth(self.best);
            out.push(self.words.with("graph-best-way", &[("way", way(self.best)), ("points", signed(points).into())]));
        }
        if !self.walked.is_empty() {
            out.push(self.words.with("graph-walked-way", &[("way", way(self.walked))]));
        }
        if let Some(traffic) = self.traffic {
            out.push(self.words.with("graph-traffic", &[("runs", traffic.runs.into())]));
        }
        out
    }

    /// What a way earns, its ending included.
    fn worth(&self, way: &[usize]) -> Points {
        let mut state = self.stage.begin();
        way.iter().for_each(|reply| self.stage.step(&mut state, *reply));
        let ending: Points = self.stage.ends(&state).map_or(Points::ZERO, |ending| ending.score.values().copied().sum());
        way.iter().map(|reply| self.stage.points(*reply)).sum::<Points>() + ending
    }

    fn text(&self, text: &Text) -> String {
        text.get(self.lang).trim().to_owned()
    }

    fn turn(&self, turn: &Turn) -> Node {
        let mut head = vec![turn.id.to_string()];
        if turn.id == self.stage.scenario().start {
            head.insert(0, self.words.get("graph-start"));
        }
        let mut foot = Vec::new();
        if turn.says.len() > 1 {
            foot.push(self.words.with("graph-says-more", &[("count", (turn.says.len() - 1).into())]));
        }
        let mut body = turn.says.first().map(|says| self.text(says)).unwrap_or_default();
        let shape = match &turn.way {
            Way::Replies(_) | Way::Write(_) => Shape::Turn,
            Way::Goto(_) => Shape::Crossing,
            Way::Branch(_) => {
                foot.push(self.words.get("graph-branch"));
                Shape::Crossing
            }
            Way::Ending(ending) => {
                head.push(self.ending(ending));
                if body.is_empty() {
                    body = self.text(&ending.debrief);
                }
                Shape::Ending
            }
        };
        Node { shape, tone: Tone::Plain, head: vec![head.join(" · ")], body, foot }
    }

    fn ending(&self, ending: &Ending) -> String {
        let outcome = self.words.get(&format!("outcome-{}", ending.outcome.word()));
        let points: Points = ending.score.values().copied().sum();
        let mut out = self.words.with("graph-ending", &[("outcome", outcome.into())]);
        if points != Points::ZERO {
            out = format!("{out} · {}", self.points(points));
        }
        out
    }

    /// What a move is called, and what it gives.
    fn called(&self, number: usize, count: &Count) -> Vec<String> {
        let points = self.points(self.stage.points(number));
        match self.stage.deed(number) {
            Deed::Chosen => vec![self.stage.reply(number).1.id.to_string(), points],
            Deed::Silence => vec![self.words.get("graph-silence"), points],
            Deed::Written(_) => match count.points(self.stage, number) {
                (least, most) if least < most => {
                    let args = [("least", signed(least).into()), ("most", signed(most).into())];
                    vec![self.words.get("graph-written"), self.words.with("graph-points-between", &args)]
                }
                _ => vec![self.words.get("graph-written"), points],
            },
        }
    }

    fn points(&self, points: Points) -> String {
        self.words.with("graph-points", &[("points", signed(points).into())])
    }

    fn reply(&self, number: usize, count: &Count) -> Node {
        let (_, reply) = self.stage.reply(number);
        let mut head = self.called(number, count);
        if reply.mood != 0 {
            head.push(self.words.with("graph-mood", &[("by", format!("{:+}", reply.mood).into())]));
        }
        let mut marks = Vec::new();
        if reply.red_line.is_some() {
            marks.push(self.words.get("graph-red-line"));
        }
        if self.best.contains(&number) {
            marks.push(self.words.get("graph-best"));
        }
        let steps: Vec<String> =
            self.walked.iter().enumerate().filter(|(_, it)| **it == number).map(|(n, _)| (n + 1).to_string()).collect();
        if !steps.is_empty() {
            marks.push(self.words.with("graph-step", &[("steps", steps.join("+").into())]));
        }
        let mut foot = Vec::new();
        if !reply.when.is_empty() {
            foot.push(self.when(&reply.when));
        }
        let effects = effects(&reply.set, &reply.add);
        if !effects.is_empty() {
            foot.push(self.words.with("graph-sets", &[("what", effects.into())]));
        }
        foot.extend(self.traffic.map(|traffic| self.share(traffic, number)));
        let mut lines = vec![head.join(" · ")];
        if !marks.is_empty() {
            lines.insert(0, marks.join(" · "));
        }
        Node { shape: Shape::Reply, tone: Tone::of(self.stage, number), head: lines, body: self.text(&reply.text), foot }
    }

    /// The first arm that holds is taken: so its place among them is told.
    fn arm(&self, n: usize, arm: &Arm) -> Node {
        let when = if arm.when.is_empty() { self.words.get("graph-else") } else { self.when(&arm.when) };
        let head = vec![format!("{}. {when}", n + 1)];
        Node { shape: Shape::Arm, tone: Tone::Plain, head, body: String::new(), foot: Vec::new() }
    }

    fn share(&self, traffic: &Traffic, reply: usize) -> String {
        let (chosen, offered) = traffic.replies.get(&reply).copied().unwrap_or_default();
        if offered == 0 {
            return self.words.get("graph-share-none");
        }
        let percent = Exact::new(chosen as i128, offered as i128).percent();
        let args = [("chosen", chosen.into()), ("offered", offered.into()), ("percent", percent.into())];
        self.words.with("graph-share", &args)
    }

    fn when(&self, when: &[Condition]) -> String {
        let all: Vec<String> = when.iter().map(ToString::to_string).collect();
        self.words.with("graph-when", &[("when", all.join(&self.words.get("graph-and")).into())])
    }
}

fn effects(set: &BTreeMap<VarName, i32>, add: &BTreeMap<VarName, i32>) -> String {
    let set = set.iter().map(|(name, value)| format!("{name} = {value}"));
    set.chain(add.iter().map(|(name, more)| format!("{name} {more:+}"))).collect::<Vec<_>>().join(", ")
}
