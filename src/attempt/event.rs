//! Events: what happened, in order, each sealing the one before.
//!
//! An event's digest is SHA-256 over the canonical JSON of {attempt, seq, at, by, body, previous}. What the person submitted is
//! stored; what follows from it is recomputed. Typed words may hold anything, names too: they lie beside the chain, and the event
//! holds their salted digest, so that a person can be erased and the chain still stands.

use serde::{Deserialize, Serialize};

use super::plan::{Conduct, Plan};
use crate::base::digest::Digest;
use crate::base::id::{
    ActId, ActorId, AgreementId, AttemptId, ItemId, LessonId, QuestionRef, ReplyId, ScenarioId, StepId, TurnId,
};
use crate::base::moment::Moment;
use crate::base::points::Points;
use crate::model::grade::Grade;
use crate::model::question::Response;
use crate::model::span::Span;

/// One event of an attempt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// The attempt.
    pub attempt: AttemptId,
    /// 0, 1, 2, … without gaps.
    pub seq: u32,
    /// When, by the clock of that machine.
    pub at: Moment,
    /// Who did it.
    pub by: ActorId,
    /// What happened.
    pub body: Body,
    /// The digest of the event before; none for the first.
    pub previous: Option<Digest>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum Body {
    /// The attempt began.
    Started {
        /// Everything it will be.
        plan: Box<Plan>,
    },
    /// A lesson was read to its end.
    Read {
        /// Which.
        lesson: LessonId,
    },
    /// A question was answered.
    Answered {
        /// Which.
        question: QuestionRef,
        /// How often it had been answered before in this attempt.
        visit: u32,
        /// What was submitted.
        response: Given,
    },
    /// A turn of a role-play whose clock runs is asked: durable before it is shown, so that the time since is known for ever.
    Asked {
        /// Which scenario.
        scenario: ScenarioId,
        /// Which turn.
        turn: TurnId,
    },
    /// A reply was chosen in a role-play.
    Chose {
        /// Which scenario.
        scenario: ScenarioId,
        /// At which turn.
        turn: TurnId,
        /// Which reply.
        reply: ReplyId,
        /// How long it took since it was asked, in milliseconds, where the clock ran.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        used: Option<Span>,
    },
    /// Nothing was said at a turn until its clock had run out.
    Silent {
        /// Which scenario.
        scenario: ScenarioId,
        /// At which turn.
        turn: TurnId,
        /// How long that took since it was asked, in milliseconds.
        used: Span,
    },
    /// A reply was written in a role-play.
    Wrote {
        /// Which scenario.
        scenario: ScenarioId,
        /// At which turn.
        turn: TurnId,
        /// The text: `Given::Typed`.
        text: Given,
        /// What it earned of the turn's points. It follows from the text, and stands here so that the talk can be walked again when the
        /// person's texts were erased.
        points: Points,
        /// How long it took since it was asked, in milliseconds, where the clock ran.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        used: Option<Span>,
    },
    /// A text was agreed to.
    Agreed {
        /// Which.
        agreement: AgreementId,
    },
    /// A later part of an exam began: its clock runs from here. The first one began with the attempt.
    Began {
        /// Which part, from 0.
        part: u32,
    },
    /// Another place of an answer sheet was gone to.
    Turned {
        /// Where to.
        to: Place,
    },
    /// An item of an answer sheet was marked for later, or no longer.
    Flagged {
        /// Which step of the part.
        step: u32,
        /// Whether it is marked now.
        on: bool,
    },
    /// A part with an answer sheet was handed in.
    HandedIn {
        /// Which part.
        part: u32,
    },
    /// A part's time was up: what was answered until then is handed in.
    TimeUp {
        /// Which part.
        part: u32,
    },
    /// The whole exam's time was up.
    Expired,
    /// The clock of the machine jumped, or the machine slept.
    ClockMoved {
        /// By how much more than time went by, in milliseconds.
        by: i64,
    },
    /// An invigilator gave more time: the part under way and the whole end so much later.
    Extended {
        /// The act that says so: `Deed::Extended`.
        act: ActId,
        /// By how much, in milliseconds.
        by: Span,
    },
    /// An examiner gave a mark for a step or an oral question of a station.
    Rated {
        /// Which.
        rated: StepId,
        /// How often it had been given before.
        visit: u32,
        /// Points.
        mark: u8,
    },
    /// An examiner wrote a note on a step.
    Noted {
        /// On which.
        rated: StepId,
        /// The note: `Given::Typed`.
        note: Given,
    },
    /// An examiner gave the overall rating of a station, 1 to 5.
    Overall {
        /// The rating.
        mark: u8,
    },
    /// The person went away.
    Left {
        /// How.
        how: Leaving,
        /// What was being written and not sent: `Given::Typed`. It answers nothing, and stands in the editor when it goes on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unsent: Option<Given>,
    },
    /// It goes on after a break.
    Resumed {
        /// Who replies from here: a script that goes on with a person's attempt is seen for ever.
        conduct: Conduct,
    },
    /// It is over.
    Closed {
        /// The grade as it was computed then.
        grade: Grade,
    },
}

impl Body {
    /// Whether it says nothing of what is asked: it only happened meanwhile.
    pub const fn is_aside(&self) -> bool {
        matches!(
            self,
            Self::Started { .. }
                | Self::Asked { .. }
                | Self::Left { .. }
                | Self::Resumed { .. }
                | Self::ClockMoved { .. }
                | Self::Extended { .. }
        )
    }
}

/// A place of a part with an answer sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// An item, by its step in the part.
    Item(u32),
    /// The sheet itself.
    Sheet,
    /// The question whether to hand in.
    HandIn,
    /// A note on an item.
    Note(u32),
}

/// How a person went away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Leaving {
    /// By Esc, asked once more.
    Chosen,
    /// By Ctrl-C.
    Interrupted,
    /// Input ended: a closed window, a script without more answers.
    EndOfInput,
}

/// A response as the chain holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Given {
    /// "I don't know".
    Blank,
    /// One option.
    Option(ItemId),
    /// Several options.
    Options(std::collections::BTreeSet<ItemId>),
    /// A number, in thousandths.
    Number(Points),
    /// Typed words: SHA-256 over canonical JSON of [salt, words]; the words lie beside.
    Typed(Digest),
    /// An order.
    Order(Vec<ItemId>),
    /// Left → right.
    Map(std::collections::BTreeMap<ItemId, ItemId>),
}

/// What lies beside an event: typed words and their salt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beside {
    /// 16 random bytes in hex, drawn by the shell.
    pub salt: String,
    /// The words.
    pub words: String,
}

impl Beside {
    /// The digest that the event holds.
    pub fn digest(&self) -> Digest {
        Digest::of(&(&self.salt, &self.words))
    }
}

impl Event {
    /// Its digest.
    pub fn digest(&self) -> Digest {
        Digest::of(self)
    }
}

/// An event with what lies beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Recorded {
    /// The event.
    pub event: Event,
    /// What lies beside; `None` where there is nothing or it was erased.
    pub beside: Option<Beside>,
}

impl Given {
    /// The words sealed in it, if any were typed.
    pub const fn typed(&self) -> Option<Digest> {
        match self {
            Self::Typed(digest) => Some(*digest),
            _ => None,
        }
    }

    /// Takes a response apart: what goes into the chain, and what lies beside it.
    pub fn of(response: Response, salt: impl FnOnce() -> String) -> (Self, Option<Beside>) {
        match response {
            Response::Blank => (Self::Blank, None),
            Response::Option(id) => (Self::Option(id), None),
            Response::Options(ids) => (Self::Options(ids), None),
            Response::Number(n) => (Self::Number(n), None),
            Response::Order(ids) => (Self::Order(ids), None),
            Response::Map(map) => (Self::Map(map), None),
            Response::Words(words) => {
                let beside = Beside { salt: salt(), words: words.unwrap_or_default() };
                (Self::Typed(beside.digest()), Some(beside))
            }
        }
    }

    /// Puts a response together again.
    pub fn with(&self, beside: Option<&Beside>) -> Response {
        match self {
            Self::Blank => Response::Blank,
            Self::Option(id) => Response::Option(id.clone()),
            Self::Options(ids) => Response::Options(ids.clone()),
            Self::Number(n) => Response::Number(*n),
            Self::Order(ids) => Response::Order(ids.clone()),
            Self::Map(map) => Response::Map(map.clone()),
            Self::Typed(digest) => Response::Words(beside.filter(|b| b.digest() == *digest).map(|b| b.words.clone())),
        }
    }
}
