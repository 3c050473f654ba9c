//! What was written in an exam, in its result: how far people have read it, what they changed, and everything else as they saw it.
//!
//! While the result hangs on what nobody read yet, nothing that follows from it is told: no mark is final before a person gave it.

use serde::Serialize;

use super::ResultCase;
use crate::attempt::plan::Step;
use crate::base::id::RuleId;
use crate::base::points::Exact;
use crate::grade::written::{Reading, Reply, replies};
use crate::model::grade::{ExamGrade, In, Standing};
use crate::model::page::{Debrief, Written};
use crate::model::word::Severity;
use crate::model::writing::{Judged, TOO_SHORT};
use crate::report::written::told;

/// How far people have read what was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Writings {
    /// How many replies were written.
    pub replies: usize,
    /// How many nobody read yet.
    pub unread: usize,
    /// In how many an examiner saw something otherwise than the program.
    pub changed: usize,
    /// What that came to; from `skills` on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Change>,
}

/// A reply of which a person saw something otherwise than the program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Where it was written.
    #[serde(flatten)]
    pub of: In,
    /// What the role-play is called, or what was asked.
    pub title: String,
    /// What the program gave.
    pub before: Exact,
    /// What the person gave.
    pub points: Exact,
    /// What could be earned.
    pub best: Exact,
    /// Rules that are not broken.
    pub unbroken: Vec<String>,
    /// The program took it for too short, and it is not.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub long_enough: bool,
    /// What was wanted and is there after all.
    pub there: Vec<String>,
    /// What was wanted and is not there after all.
    pub not_there: Vec<String>,
}

/// A wording rule that was broken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Worded {
    /// Which.
    pub rule: RuleId,
    /// What is wrong, in a few words.
    pub title: String,
    /// How bad it is.
    pub severity: Severity,
    /// The better words.
    pub say_instead: String,
    /// In how many replies.
    pub times: usize,
}

/// The written replies of an exam with what people made of them.
pub(super) struct Read<'a> {
    case: &'a ResultCase<'a>,
    replies: Vec<Reply<'a>>,
}

impl<'a> Read<'a> {
    /// Judged in the language that the exam was sat in.
    pub(super) fn of(case: &'a ResultCase<'a>) -> Self {
        Self { case, replies: replies(case.activity, case.state) }
    }

    /// Whether the result may hang on what nobody read yet: while stations are open it is not known.
    pub(super) fn hangs(&self) -> bool {
        let (outcome, standing) = (self.case.outcome, self.case.outcome.verdict.standing);
        outcome.unread > 0 && !outcome.voided && matches!(standing, Standing::Provisional | Standing::Pending)
    }

    fn reading(&self, n: usize) -> Option<&Reading> {
        self.case.outcome.read.get(&n)
    }

    /// The replies with what became of them.
    fn judged(&self) -> impl Iterator<Item = (&Reply<'a>, Judged)> {
        self.replies.iter().enumerate().map(|(n, reply)| (reply, reply.as_read(self.reading(n))))
    }

    /// Whether a reply of this part is still to be read: `question` or role-play.
    pub(super) fn is_open(&self, question: bool) -> bool {
        let open = |(n, reply): (usize, &Reply<'_>)| self.reading(n).is_none() && reply.nth.is_none() == question;
        self.replies.iter().enumerate().any(open)
    }

    /// What is told of them; nothing where nothing was written.
    pub(super) fn writings(&self, changes: bool) -> Option<Writings> {
        let changed = |(n, reply): (usize, &Reply<'a>)| {
            let reading = self.reading(n).filter(|it| !it.overruled.is_nothing())?;
            Some(self.change(reply, reading))
        };
        let all: Vec<Change> = self.replies.iter().enumerate().filter_map(changed).collect();
        (!self.replies.is_empty()).then(|| Writings {
            replies: self.replies.len(),
            unread: self.case.outcome.unread,
            changed: all.len(),
            changes: if changes { all } else { Vec::new() },
        })
    }

    fn change(&self, reply: &Reply<'_>, reading: &Reading) -> Change {
        let (lang, by) = (self.case.lang, &reading.overruled);
        let rule = |id: &RuleId| reply.writing.register.as_ref().and_then(|register| register.rule(id));
        let wants = |met: bool| {
            let all = reply.writing.wants.iter().zip(&reply.judged.met);
            let those = all.filter(move |(want, seen)| by.otherwise.contains(&want.id) && seen.is_some() != met);
            those.map(|(want, _)| want.title.get(lang).to_owned()).collect()
        };
        Change {
            of: reply.of.clone(),
            title: self.title(reply),
            before: reply.judged.points.exact(),
            points: reading.marked.points.exact(),
            best: reply.writing.best().exact(),
            unbroken: by.unbroken.iter().filter_map(rule).map(|rule| rule.title.get(lang).to_owned()).collect(),
            long_enough: by.unbroken.contains(&TOO_SHORT.into()),
            there: wants(true),
            not_there: wants(false),
        }
    }

    fn title(&self, reply: &Reply<'_>) -> String {
        let (activity, lang) = (self.case.activity, self.case.lang);
        match activity.step(reply.at) {
            Step::Ask { content, .. } => activity.question(content).ask.get(lang).to_owned(),
            Step::Play { content, .. } => activity.stage(content).scenario().title.get(lang).to_owned(),
            _ => String::new(),
        }
    }

    /// Wording rules broken, the worst first.
    pub(super) fn worded(&self) -> Vec<Worded> {
        let mut out: Vec<Worded> = Vec::new();
        for (reply, judged) in self.judged() {
            let register = reply.writing.register.as_ref();
            for rule in judged.rules().into_iter().filter_map(|id| register.and_then(|register| register.rule(id))) {
                match out.iter_mut().find(|it| it.rule == rule.id) {
                    Some(known) => known.times += 1,
                    None => out.push(Worded {
                        rule: rule.id.clone(),
                        title: rule.title.get(self.case.lang).to_owned(),
                        severity: rule.severity,
                        say_instead: rule.say_instead.get(self.case.lang).to_owned(),
                        times: 1,
                    }),
                }
            }
        }
        out.sort_by_key(|it| std::cmp::Reverse(it.severity));
        out
    }

    /// Red lines crossed in writing, as people saw them: in which role-play, by which rule.
    pub(super) fn red_lines(&self) -> Vec<(&In, String, String)> {
        let mut out = Vec::new();
        for (n, reply) in self.replies.iter().enumerate().filter(|(_, reply)| reply.nth.is_some()) {
            let Some(reading) = self.reading(n).filter(|it| it.marked.red_line) else { continue };
            for id in reply.as_read(Some(reading)).red_lines() {
                let rule = reply.writing.register.as_ref().and_then(|register| register.rule(&id));
                let title = rule.map_or_else(|| id.to_string(), |rule| rule.title.get(self.case.lang).to_owned());
                out.push((&reply.of, self.title(reply), title));
            }
        }
        out
    }

    /// The grade as people read what was written.
    pub(super) fn counted(&self, grade: &ExamGrade) -> ExamGrade {
        self.case.outcome.grade(grade, &self.replies)
    }

    /// What became of a written answer.
    pub(super) fn answer(&self, at: crate::attempt::state::At) -> Option<Written> {
        let (reply, judged) = self.judged().find(|(reply, _)| reply.at == at && reply.nth.is_none())?;
        Some(told(reply.writing, reply.text, &judged, self.case.lang, true))
    }

    /// A role-play told back as people read what was written in it.
    pub(super) fn debriefed(&self, at: crate::attempt::state::At, mut debrief: Debrief, grade: &ExamGrade) -> Debrief {
        for (reply, judged) in self.judged().filter(|(reply, _)| reply.at == at) {
            let Some(decision) = reply.nth.and_then(|nth| debrief.path.get_mut(nth)) else { continue };
            decision.feedback.points = judged.points;
            decision.better = decision.better.take().filter(|_| judged.points < reply.writing.best());
            decision.feedback.written = Some(Box::new(told(reply.writing, reply.text, &judged, self.case.lang, true)));
        }
        if let Some(play) = grade.plays.iter().find(|play| play.scenario == debrief.grade.scenario) {
            debrief.grade = play.clone();
        }
        debrief
    }
}
