//! What is shown, as blocks: headings, speech, verdicts. A screen, a page or a report decides how each looks.
//!
//! Texts here are the author's, already in the person's language; the program's own words are named by variants and looked up in
//! `locale` by whoever draws. Only `Outcome`, `Items` and `Table` come worded from `report`, which has too many sentences to name.

use super::form::{Aside, Form, Reply};
use serde::Serialize;

use super::grade::{CourseGrade, PlayGrade, QuizGrade};
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

/// What the trainer says to one reply of a role-play.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feedback {
    /// Points it gave, all skills.
    pub points: Points,
    /// Mood before and after.
    pub mood: (u8, u8),
    /// The author's words.
    pub text: String,
    /// The reason, where it crossed a red line.
    pub red_line: Option<String>,
    /// Wording rules that it breaks.
    pub breaks: Vec<Breach>,
    /// What became of it, where it was written.
    pub written: Option<Box<Written>>,
    /// How long it took, where that was timed.
    pub took: Option<Took>,
}

/// A wording rule that a reply of the author's breaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Breach {
    /// What is wrong.
    pub title: String,
    /// The better words.
    pub say_instead: String,
}

/// What became of a written reply: the text with every verdict on the characters it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Written {
    /// Whether it is told to whoever wrote it, or to a person who is to mark it: that one sees all that was looked for.
    #[serde(skip)]
    pub to_mark: bool,
    /// The text in stretches; with a severity where a rule fired, with a number where something wanted was found.
    pub text: Vec<Stretch>,
    /// The rules that fired, in the order of the text.
    pub broken: Vec<Broken>,
    /// What was wanted, in the author's order.
    pub wanted: Vec<Wanted>,
    /// Too short to be judged: the least number of characters.
    pub too_short: Option<u32>,
    /// What it earned.
    pub points: Points,
    /// A red line left nothing of it, and led the talk where nothing leads.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub forfeited: bool,
    /// What it could earn.
    pub of: Points,
    /// A model answer; none while it may be tried again.
    pub sample: Option<String>,
}

/// A stretch of a written text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stretch {
    /// The characters.
    pub text: String,
    /// The rules that fired here: numbers of `broken`, from 0.
    pub broken: Vec<usize>,
    /// What was found here: numbers of `wanted`, from 0.
    pub wanted: Vec<usize>,
}

/// A rule that fired.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Broken {
    /// Its id.
    pub rule: String,
    /// What is wrong.
    pub title: String,
    /// How bad it is.
    pub severity: Severity,
    /// What it costs.
    pub cost: Points,
    /// The better words.
    pub say_instead: String,
}

/// Something that was wanted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Wanted {
    /// What it is.
    pub title: String,
    /// Whether it is there.
    pub met: bool,
    /// What it gives.
    pub points: Points,
    /// The trainer's words, where it is missing.
    pub feedback: String,
}

/// Short notes of the program's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// A first miss at a checkpoint: once more.
    TryAgain,
    /// A second miss: it comes back at the lesson's end.
    ComesBack,
    /// Here it is again.
    CameBack,
    /// The passage to read again.
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

/// A role-play told back.
#[derive(Clone, Debug, PartialEq)]
pub struct Debrief {
    /// The scenario's title.
    pub title: String,
    /// Each decision in order.
    pub path: Vec<Decision>,
    /// The ending's own words.
    pub ending: String,
    /// Points for having got there.
    pub ending_points: Points,
    /// The result.
    pub grade: PlayGrade,
    /// Skill titles with earned and best available at the decisions met.
    pub skills: Vec<(String, Points, Points)>,
}

/// One decision of a role-play told back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What the customer had said.
    pub said: String,
    /// What was replied.
    pub reply: String,
    /// The trainer's words to it.
    pub feedback: Feedback,
    /// The reply offered there from which most could still be earned, where it was another, and its own points.
    pub better: Option<(String, Points)>,
    /// What was said about it since, by whom.
    pub notes: Vec<Item>,
}

/// How long a reply took, and which of the standard's bands that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Took {
    /// From when it was asked, in milliseconds.
    pub used: Span,
    /// Which band that is.
    pub band: Pace,
    /// The limit that it kept, or the last one, which it did not; in milliseconds.
    pub limit: Span,
    /// What it gets, for timeliness alone.
    pub points: Points,
}

/// A band in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pace {
    /// The first of several.
    Best,
    /// Between the first and the last.
    Good,
    /// The last.
    Last,
    /// Later than all.
    Late,
    /// Nothing was said until time had run out.
    Silent,
}

impl Pace {
    /// Of a band by its number, from 0, among so many.
    pub const fn of(band: Option<usize>, count: usize) -> Self {
        match band {
            None => Self::Late,
            Some(n) if n + 1 >= count => Self::Last,
            Some(0) => Self::Best,
            Some(_) => Self::Good,
        }
    }

    /// The word that sentences are named by.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Best => "best",
            Self::Good => "good",
            Self::Last => "last",
            Self::Late => "late",
            Self::Silent => "silent",
        }
    }
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
