//! What is shown, as blocks: headings, speech, verdicts. A screen, a page or a report decides how each looks.
//!
//! Texts here are the author's, already in the person's language; the program's own words are named by variants and looked up in
//! `locale` by whoever draws. Only `Outcome`, `Items` and `Table` come worded from `report`, which has too many sentences to name. What is
//! said of role-plays is in `talk`, of written replies in `written`.

mod talk;
mod written;

pub use self::talk::{Breach, Debrief, Decision, Feedback, Pace, Took};
pub use self::written::{Broken, Stretch, Wanted, Written};
use super::form::{Aside, Form, Reply};
use super::grade::{CourseGrade, QuizGrade};
pub use super::question::{Response, explained::Explained};
use super::span::Span;
pub use super::word::{PartOf, Severity};
use crate::base::points::{Exact, Points};

/// One piece of a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading.
    Title(String),
    /// Plain text; newlines are kept.
    Text(String),
    /// A lesson's Markdown.
    Markdown(String),
    /// Something said in a conversation.
    Speech {
        /// Who says it.
        who: Speaker,
        /// The words.
        text: String,
    },
    /// What is to be written.
    Task(String),
    /// What became of a written reply.
    Written(Box<Written>),
    /// A text that questions stand under.
    Material {
        /// Its heading.
        title: String,
        /// Its text.
        body: String,
    },
    /// A labelled list: the brief, the customer's panel.
    Card(Card),
    /// How far on: `done` of `of` steps.
    Progress {
        /// Steps done.
        done: usize,
        /// Steps in all.
        of: usize,
    },
    /// How an answer was judged.
    Verdict {
        /// In one word.
        verdict: Verdict,
        /// Points earned.
        earned: Exact,
        /// Points there were.
        of: Points,
    },
    /// Item by item, why.
    Explained(Vec<Explained>),
    /// The author's why.
    Why(String),
    /// What the trainer says to a reply: points it gave, how the mood moved, the words.
    Feedback(Feedback),
    /// A short note of the program's own.
    Note(Note),
    /// Which item of an answer sheet this is.
    ItemOf {
        /// Of which part.
        part: PartOf,
        /// Its number, from 1.
        number: usize,
        /// How many there are.
        of: usize,
        /// Whether it is marked for later.
        flagged: bool,
    },
    /// How an answer sheet stands.
    Sheet {
        /// Of which part.
        part: PartOf,
        /// Items answered.
        answered: usize,
        /// Items there are.
        of: usize,
        /// Items marked for later.
        flagged: usize,
    },
    /// What is handed in without an answer; 0: nothing is.
    Unanswered {
        /// Of which part.
        part: PartOf,
        /// How many items.
        open: usize,
    },
    /// A part of an exam that comes now.
    PartAhead {
        /// Which.
        of: PartOf,
        /// How many items.
        items: usize,
        /// Its limit.
        limit: Option<Span>,
    },
    /// The place of a step among a station's, and what it asks for.
    Observe {
        /// Whether a 0 fails the candidate.
        critical: bool,
        /// Whether it is an oral question.
        oral: bool,
        /// What is to be seen or asked.
        text: String,
        /// What a good answer holds.
        listen_for: Option<String>,
        /// The note so far.
        note: Option<String>,
    },
    /// What an examiner gives: step by step, then the station as a whole.
    Marks(Vec<Given>),
    /// What it all comes to, in a sentence.
    Outcome(Mark, String),
    /// Lines that belong together.
    Items(Vec<Item>),
    /// Rows under a head.
    Table(Table),
    /// The result of a role-play, with its path.
    Debrief(Box<Debrief>),
    /// The result of a quiz.
    Quiz {
        /// The grade.
        grade: QuizGrade,
        /// What was asked, mark by mark.
        asked: Vec<String>,
    },
    /// The result of a course.
    Course {
        /// The grade.
        grade: CourseGrade,
        /// What was asked at its checkpoints, mark by mark.
        asked: Vec<String>,
        /// The titles of its role-plays, play by play.
        played: Vec<String>,
    },
}

/// What an examiner gives for one thing; nothing where it was left open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// A step or an oral question.
    Step {
        /// What was to be seen or asked.
        text: String,
        /// Points, and what one sees at that many.
        mark: Option<(u8, String)>,
        /// The most points.
        most: u8,
        /// Whether a 0 fails the candidate.
        critical: bool,
        /// The examiner's note.
        note: Option<String>,
    },
    /// The overall rating, 1 to 5.
    Overall(Option<u8>),
}

/// What stands before a line. It never stands alone: the words beside it say the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mark {
    /// Nothing.
    #[default]
    None,
    /// One of several.
    Dash,
    /// Right, there, done.
    Right,
    /// Wrong, missing.
    Wrong,
    /// Partly; not settled.
    Partly,
    /// Right, and left out.
    Missed,
}

impl Mark {
    /// For so many of so many points.
    pub const fn of(points: u8, most: u8) -> Self {
        match points {
            0 => Self::Wrong,
            points if points >= most => Self::Right,
            _ => Self::Partly,
        }
    }
}

/// A line: its mark, what it is called, its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// What stands before it.
    pub mark: Mark,
    /// What it is called.
    pub name: Option<String>,
    /// Its words; newlines are kept.
    pub text: String,
    /// How deep it stands below the line before.
    pub depth: usize,
}

impl Item {
    /// A line with a mark.
    pub fn marked(mark: Mark, text: String) -> Self {
        Self { mark, text, ..Self::default() }
    }

    /// A line with a name.
    pub fn named(name: String, text: String) -> Self {
        Self { name: Some(name), text, ..Self::default() }
    }

    /// The same a step deeper.
    #[must_use]
    pub fn below(self) -> Self {
        Self { depth: self.depth + 1, ..self }
    }
}

/// Rows under a head. Every row has as many cells as the head; the first cell names the row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What the columns are.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// Who speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Speaker {
    /// The customer, by name.
    Customer(String),
    /// A customer who has no name here.
    SomeCustomer,
    /// The person at the keyboard.
    You,
    /// Who replied, to somebody who is not told who that is.
    Candidate,
}

/// A labelled card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Card {
    /// What the trainee is told before the first word.
    Brief(String),
    /// The customer's side panel.
    Customer {
        /// Name.
        name: String,
        /// Mood now, 0–100.
        mood: u8,
        /// Credit: `low`, `high`; empty where the author says nothing.
        credit: String,
        /// Registered: `long`, `recent`; empty likewise.
        registered: String,
        /// What else the panel shows.
        facts: Vec<String>,
    },
}

/// How an answer was judged, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// All of it.
    Right,
    /// Some of it.
    Partly,
    /// None of it.
    Wrong,
    /// "I don't know" was chosen.
    Unknown,
    /// There is no answer.
    Unanswered,
}

impl Verdict {
    /// From the share earned by an answer.
    pub fn of(share: Exact, answer: &Response) -> Self {
        match share {
            _ if *answer == Response::Blank => Self::Unknown,
            share if share == Exact::ONE => Self::Right,
            share if share == Exact::ZERO => Self::Wrong,
            _ => Self::Partly,
        }
    }
}

/// Short notes of the program's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// A first miss at a checkpoint: once more.
    TryAgain,
    /// A first miss at a checkpoint that was partly right.
    Nearly,
    /// A second miss: it comes back at the lesson's end.
    ComesBack,
    /// Here it is again.
    CameBack,
    /// The lesson to read again.
    ReadAgain,
    /// The attempt goes on where it was left.
    GoesOn,
    /// The talk so far.
    TalkSoFar,
    /// A lesson's role-play comes now.
    NowRehearse,
    /// An exam's role-play is over; nothing is said of it before the result.
    TalkOver,
    /// An exam's part was handed in.
    HandedIn,
    /// An exam's part was handed in by the clock.
    TimeUp,
    /// The whole exam's time was up.
    Expired,
    /// A text was agreed to, and that is on record.
    Agreed,
    /// What is read to the candidate of a station.
    ReadAloud,
    /// What is for the examiner of a station alone.
    ForExaminer,
    /// Rate the whole station.
    RateAll,
    /// Write a note.
    WriteNote,
    /// Nothing was said until the clock of a turn had run out.
    NothingSaid,
    /// Replies of the talk that begins are timed, from Enter on.
    ClockAhead,
}

/// What is asked next: what to show first, and how it is answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Prompt {
    /// Names the thing asked: `communication/golden-seconds`, `is-anyone-there/opening`, `communication/lesson-id`.
    pub id: String,
    /// How often it was asked before in this attempt.
    pub visit: u32,
    /// What to show first.
    pub blocks: Vec<Block>,
    /// How it is answered.
    pub form: Form,
    /// What is offered beside answering: sent as `Reply::Blank`.
    pub aside: Aside,
    /// What was answered before, where answers may be changed.
    pub given: Option<Reply>,
    /// What can be opened at any time without answering: facts, brief, what was said.
    pub panel: Vec<Block>,
}
