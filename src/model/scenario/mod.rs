//! A role-play scenario as its author wrote it, checked. What it *means* is in `step`; nothing else interprets a reply.

pub mod condition;
pub mod step;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use self::condition::Condition;
pub use super::standard::{Band, Timing};
use super::text::Text;
use super::word::Use;
pub use super::word::{Category, Channel, Credit, Mind, Outcome, Registered};
use super::writing::Writing;
use crate::base::id::{ObjectiveRef, ReplyId, RoleId, RuleRef, ScenarioId, SkillId, StandardId, TurnId, VarName};
use crate::base::points::Points;

/// A checked scenario, complete in itself: what an attempt freezes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scenario {
    /// Its id; shares one space with banks.
    pub id: ScenarioId,
    /// Its title.
    pub title: Text,
    /// What kind of talk it is.
    pub category: Category,
    /// How one talks.
    pub channel: Channel,
    /// The roles it is for; empty: everybody.
    pub roles: Vec<RoleId>,
    /// Practice, exam or both.
    pub use_: Use,
    /// 1 easy … 3 hard.
    pub level: u8,
    /// About how long it takes.
    pub minutes: Option<u32>,
    /// What the trainee is told first.
    pub brief: Text,
    /// The first turn.
    pub start: TurnId,
    /// Percent to pass at, 1–100; for practice.
    pub pass: u8,
    /// The objectives it serves.
    pub objectives: Vec<ObjectiveRef>,
    /// Who one talks to.
    pub customer: Customer,
    /// What the talk remembers besides the mood, in the author's order.
    pub vars: Vec<Var>,
    /// The standard that its author names; none: the library's only one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standard: Option<StandardId>,
    /// How quickly one is to reply on this channel, where a turn has the clock running.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timing: Option<Timing>,
    /// The turns, in the author's order.
    pub turns: Vec<Turn>,
}

/// Who one talks to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Customer {
    /// Name.
    pub name: Text,
    /// 0 furious … 100 delighted, at the start.
    pub mood: u8,
    /// Credit, if the panel shows it.
    pub credit: Option<Credit>,
    /// Time of registration, if the panel shows it.
    pub registered: Option<Registered>,
    /// What moves them; for trainers, never shown during the talk.
    pub mind: Vec<Mind>,
    /// What the panel shows besides.
    pub facts: Vec<Text>,
}

/// Something the talk remembers. True/false is 0/1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Var {
    /// Its name.
    pub name: VarName,
    /// Whether it is true/false.
    pub flag: bool,
    /// Its value at the start.
    pub start: i32,
    /// Its least value.
    pub min: i32,
    /// Its greatest value.
    pub max: i32,
}

/// One turn: the customer says something, and there is exactly one way on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Turn {
    /// Its id.
    pub id: TurnId,
    /// What the customer says: one of these is dealt; may be empty on a mere crossing (`goto`, `branch`).
    pub says: Vec<Text>,
    /// What the customer says instead where the reply that led here came late: one of these is dealt.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub late_says: Vec<Text>,
    /// The clock of the standard runs here.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub clock: bool,
    /// What silence leads to, where the clock runs out; none: the reply is still taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timeout: Option<Timeout>,
    /// The way on.
    pub way: Way,
}

/// The way on from a turn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// The trainee replies.
    Replies(Vec<Reply>),
    /// The trainee writes the reply.
    Write(Box<Write>),
    /// Straight on.
    Goto(TurnId),
    /// On by the state: the first arm that holds; the last always does.
    Branch(Vec<Arm>),
    /// The end.
    Ending(Ending),
}

/// A reply in the trainee's own words: never on a circle, so it happens once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Write {
    /// What is to be written.
    pub writing: Writing,
    /// Where it leads, by what the text earned: the first rung that is reached; the last one always is.
    pub rungs: Vec<Rung>,
}

/// Where a written reply leads from so many percent of the turn's best on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rung {
    /// From so many percent on, 0–100; 0 on the last.
    pub at_least: u8,
    /// The next turn.
    pub to: TurnId,
    /// How the mood moves, −100 to 100.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub mood: i32,
    /// Variables set first.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub set: BTreeMap<VarName, i32>,
    /// Variables added to, then.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub add: BTreeMap<VarName, i32>,
}

impl Write {
    /// The rung that so many points reach: exact, in percent of the turn's best.
    ///
    /// # Panics
    /// Where no rung is at 0; a stage has none such (`step`).
    pub fn rung(&self, points: Points) -> &Rung {
        let best = i128::from(self.writing.best().in_thousandths());
        let reached = |rung: &&Rung| i128::from(points.in_thousandths()) * 100 >= i128::from(rung.at_least) * best;
        self.rungs.iter().find(reached).expect("a stage looked that the last rung is at 0, which all points reach")
    }

    /// Whether the talk goes another way by what the text earned. A machine's judgement may lead on where one learns, never in an exam.
    pub fn forks(&self) -> bool {
        self.rungs.windows(2).any(|two| !two[0].leads_like(&two[1]))
    }
}

impl Rung {
    /// Whether the same comes of both.
    pub fn leads_like(&self, other: &Self) -> bool {
        Self { at_least: 0, ..self.clone() } == Self { at_least: 0, ..other.clone() }
    }
}

/// What comes of saying nothing until the clock runs out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Timeout {
    /// The next turn.
    pub to: TurnId,
    /// How the mood moves, −100 to 100.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub mood: i32,
    /// The trainer's words to it.
    pub feedback: Text,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
const fn is_zero(n: &i32) -> bool {
    *n == 0
}

/// One arm of a branch.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Arm {
    /// All must hold; empty: always.
    pub when: Vec<Condition>,
    /// Where it leads.
    pub to: TurnId,
}

/// The end of a talk.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ending {
    /// How it ended.
    pub outcome: Outcome,
    /// Points for having got here.
    pub score: BTreeMap<SkillId, Points>,
    /// The trainer's words.
    pub debrief: Text,
}

impl Ending {
    /// Points over all skills.
    pub fn points(&self) -> Points {
        self.score.values().copied().sum()
    }
}

/// Something the trainee can reply.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    /// Its id within the turn.
    pub id: ReplyId,
    /// The words.
    pub text: Text,
    /// The next turn.
    pub to: TurnId,
    /// Points by skill.
    pub score: BTreeMap<SkillId, Points>,
    /// How the mood moves, −100 to 100.
    pub mood: i32,
    /// Variables set first.
    pub set: BTreeMap<VarName, i32>,
    /// Variables added to, then.
    pub add: BTreeMap<VarName, i32>,
    /// The trainer's words to it.
    pub feedback: Text,
    /// The reason why this fails the run.
    pub red_line: Option<Text>,
    /// The wording rules that it breaks: what people are told, it changes no points.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breaks: Vec<Broken>,
    /// Offered only when all hold.
    pub when: Vec<Condition>,
}

/// A wording rule that a reply breaks, with the register's words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Broken {
    /// `register/rule`.
    pub rule: RuleRef,
    /// What is wrong.
    pub title: Text,
    /// The better words.
    pub say_instead: Text,
}

impl Reply {
    /// Points over all skills.
    pub fn points(&self) -> Points {
        self.score.values().copied().sum()
    }
}

impl Turn {
    /// A turn without a clock.
    pub const fn new(id: TurnId, says: Vec<Text>, way: Way) -> Self {
        Self { id, says, late_says: Vec::new(), clock: false, timeout: None, way }
    }
}

impl Scenario {
    /// A talk of which nothing was said yet, to be filled in by whoever writes it: in the middle where there is a scale, for practice,
    /// without a turn. It cannot be walked.
    pub fn begun(id: ScenarioId) -> Self {
        Self {
            id,
            title: Text::default(),
            category: Category::Communication,
            channel: Channel::Chat,
            roles: Vec::new(),
            use_: Use::Practice,
            level: 1,
            minutes: None,
            brief: Text::default(),
            start: TurnId::from(""),
            pass: 60,
            objectives: Vec::new(),
            customer: Customer {
                name: Text::default(),
                mood: 50,
                credit: None,
                registered: None,
                mind: Vec::new(),
                facts: Vec::new(),
            },
            vars: Vec::new(),
            standard: None,
            timing: None,
            turns: Vec::new(),
        }
    }

    /// Whether the clock runs at any of its turns.
    pub fn is_timed(&self) -> bool {
        self.turns.iter().any(|turn| turn.clock)
    }

    /// A turn by id.
    pub fn turn(&self, id: &TurnId) -> Option<&Turn> {
        self.turns.iter().find(|t| t.id == *id)
    }
}
