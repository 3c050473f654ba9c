//! Results: a role-play told back decision by decision, a quiz, a course.

use super::super::table::bar;
use super::{Ink, Line, Paint, points_ink, text};
use crate::base::points::{Exact, Points};
use crate::model::grade::{CourseGrade, PlayGrade, QuizGrade};
use crate::model::page::{Debrief, Decision, Pace, Speaker, Took};
use crate::report::worded;
use crate::terminal::line::{cells, room};

/// Cells of a full bar in a skill profile.
const BAR: usize = 20;

impl Paint<'_> {
    pub(super) fn debrief(&self, debrief: &Debrief) -> Vec<Line> {
        let mut out = self.heading("debrief", &debrief.title);
        for (n, decision) in debrief.path.iter().enumerate() {
            out.push(Line::empty());
            out.push(Line::of(Ink::Strong, &self.words.with("debrief-step", &[("n", text(n + 1))])));
            out.extend(self.decision(decision, &debrief.customer));
        }
        if !debrief.ending.trim().is_empty() || debrief.ending_points != Points::ZERO {
            out.push(Line::empty());
            let name = worded::ending(self.words, debrief.ending_points);
            out.extend(self.named(Line::of(Ink::Strong, &self.words.label(&name)), &debrief.ending));
        }
        out.push(Line::empty());
        out.extend(self.play(&debrief.grade));
        if !debrief.skills.is_empty() {
            out.push(Line::empty());
            out.push(Line::of(Ink::Strong, &self.words.get("debrief-skills")));
            out.extend(self.skills(&debrief.skills));
        }
        out
    }

    fn heading(&self, key: &str, title: &str) -> Vec<Line> {
        self.text(Ink::Strong, &format!("{}{title}", self.words.label(&self.words.get(key))))
    }

    fn decision(&self, decision: &Decision, customer: &str) -> Vec<Line> {
        let name = Line::of(Ink::Strong, &self.words.label(customer));
        let mut out = self.spoken(&name, &decision.said, |said| worded::quoted(self.words, said));
        // What was written stands among its verdicts, with a better one under it.
        let written = decision.feedback.written.as_ref();
        if written.is_none() {
            out.extend(self.replied(decision));
        }
        out.extend(self.feedback(&decision.feedback));
        if let Some((better, points)) = decision.better.as_ref().filter(|_| written.is_none_or(|it| it.sample.is_none())) {
            let name = worded::better(self.words, *points, decision.feedback.points);
            let name = Line::of(Ink::Good, &self.words.label(&name));
            out.extend(self.named(name, better));
        }
        for note in &decision.notes {
            let name = self.words.label(note.name.as_deref().unwrap_or_default());
            out.extend(self.named(Line::of(Ink::Accent, &name), &note.text));
        }
        out
    }

    /// What was replied, or that nothing was.
    fn replied(&self, decision: &Decision) -> Vec<Line> {
        match decision.feedback.took {
            Some(Took { band: Pace::Silent, .. }) => self.speech(&Speaker::You, &self.words.get("note-nothing-said")),
            _ => self.speech(&Speaker::You, &decision.reply),
        }
    }

    /// The result of one role-play, in words and numbers.
    fn play(&self, grade: &PlayGrade) -> Vec<Line> {
        let (ink, mark, word) = passed(grade.passed);
        let outcome = self.words.get(&format!("outcome-{}", grade.outcome.word()));
        let mut out = Line::of(Ink::Strong, &self.words.label(&self.words.get("debrief-result")))
            .and(ink, &format!("{} {}", self.words.get(mark), self.words.get(word)))
            .and(Ink::Plain, &format!(" · {outcome}"))
            .wrap(self.width);
        let score = self.words.with(
            "result-points",
            &[
                ("points", text(grade.points)),
                ("best", text(grade.best)),
                ("percent", text(grade.share.percent())),
                ("pass", text(grade.pass)),
            ],
        );
        out.extend(self.text(Ink::Plain, &score));
        if grade.red_line {
            out.extend(self.text(Ink::Bad, &self.words.get("result-red-line")));
        }
        if let Some(timeliness) = &grade.timeliness {
            out.extend(self.text(Ink::Plain, &worded::timeliness(self.words, timeliness)));
        }
        out
    }

    /// Name, numbers and a bar; the bars stand last, because consoles differ in how wide they are.
    fn skills(&self, skills: &[(String, Points, Points)]) -> Vec<Line> {
        let names = skills.iter().map(|(name, ..)| room(name)).max().unwrap_or(0).min(self.width / 3);
        let number =
            |earned: &Points, best: &Points| if *best == Points::ZERO { earned.to_string() } else { format!("{earned}/{best}") };
        let numbers = skills.iter().map(|(_, earned, best)| number(earned, best).len()).max().unwrap_or(0);
        let mut out = Vec::new();
        for (name, earned, best) in skills {
            let mut lines = Line::plain(name).wrap(names.max(4));
            if let Some(last) = lines.last_mut() {
                let numeral = number(earned, best);
                last.push(Ink::Plain, &" ".repeat(names.saturating_sub(cells(&last.words())) + 2 + numbers - numeral.len()));
                last.push(points_ink(*earned), &numeral);
                let free = self.width.saturating_sub(names + numbers + 4);
                if self.bars && free >= 5 {
                    let most = BAR.min(free);
                    last.push(Ink::Accent, &format!("  {}", bar(earned.exact().of(best.exact()), most)));
                }
            }
            out.extend(lines);
        }
        out
    }

    pub(super) fn quiz(&self, grade: &QuizGrade, asked: &[String]) -> Vec<Line> {
        let mut out = self.text(Ink::Strong, &self.words.get("quiz-result"));
        out.extend(self.marks(grade, asked));
        out.extend(self.total(grade));
        out
    }

    fn marks(&self, grade: &QuizGrade, asked: &[String]) -> Vec<Line> {
        let mut out = Vec::new();
        for (n, mark) in grade.marks.iter().enumerate() {
            let total = mark.total.exact();
            let (ink, key) = match mark.earned {
                earned if earned >= total => (Ink::Good, "mark-right"),
                earned if earned <= Exact::ZERO => (Ink::Bad, "mark-wrong"),
                _ => (Ink::Warm, "mark-partly"),
            };
            let earned = text(mark.earned.decimal(2));
            let words = self.words.with("quiz-mark", &[("n", text(n + 1)), ("earned", earned), ("total", text(mark.total))]);
            let line = Line::plain(&words).and(Ink::Faint, &format!("  {}", asked.get(n).map_or("", String::as_str)));
            out.extend(line.hang(&Line::of(ink, &format!("{} ", self.words.get(key))), self.width));
        }
        out
    }

    fn total(&self, grade: &QuizGrade) -> Vec<Line> {
        let args =
            [("earned", text(grade.earned.decimal(2))), ("total", text(grade.total)), ("percent", text(grade.share().percent()))];
        self.text(Ink::Strong, &self.words.with("quiz-total", &args))
    }

    pub(super) fn course(&self, grade: &CourseGrade, asked: &[String], played: &[String]) -> Vec<Line> {
        let mut out = self.text(Ink::Strong, &self.words.get("course-result"));
        out.extend(self.text(Ink::Plain, &self.words.with("course-lessons", &[("lessons", text(grade.lessons))])));
        if !grade.checkpoints.marks.is_empty() {
            out.push(Line::empty());
            out.extend(self.text(Ink::Strong, &self.words.get("course-checkpoints")));
            out.extend(self.marks(&grade.checkpoints, asked));
            out.extend(self.total(&grade.checkpoints));
        }
        if !grade.plays.is_empty() {
            out.push(Line::empty());
            out.extend(self.text(Ink::Strong, &self.words.get("course-plays")));
        }
        for (play, title) in grade.plays.iter().zip(played) {
            out.extend(self.text(Ink::Plain, title));
            let within = Paint { width: self.width.saturating_sub(2).max(8), ..*self };
            for line in within.play(play) {
                let mut indented = Line::plain("  ");
                indented.append(line);
                out.push(indented);
            }
        }
        out
    }
}

const fn passed(passed: bool) -> (Ink, &'static str, &'static str) {
    if passed { (Ink::Good, "mark-right", "result-passed") } else { (Ink::Bad, "mark-wrong", "result-failed") }
}
