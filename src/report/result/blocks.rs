//! A result in words: the verdict in one sentence, the parts, what was missing, what comes next; below `full` that is all.
//!
//! The terminal and the page say the same, from here. What is told at all was settled in `result`; nothing is worked out anew.

use super::detail::{Asked, Detail, Watched};
use super::missed::{Aim, Missed, Sum, Weak};
use super::{Part, Told, Verdict, Why};
use crate::locale::{Value, Words};
use crate::model::grade::Ended;
use crate::model::licence::Disclose;
use crate::model::page::{Block, Item, Mark, Table};
use crate::model::span::Span;
use crate::report::rules::practice_of;
use crate::report::span::span;

/// Where a result is read: what leads on from it differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A menu leads on: no command is named.
    Home,
    /// Commands lead on.
    Shell,
    /// On an exam PC, where its papers are sealed again in a moment: the desk leads on.
    Away,
}

impl Told {
    /// In words, for the terminal.
    pub fn blocks(&self, words: &Words, place: Place) -> Vec<Block> {
        let mut out = vec![Block::Title(self.heading(words)), Block::Text(self.about(words))];
        out.extend(Say { told: self, words, place }.body());
        out
    }

    /// What it is the result of.
    pub(super) fn heading(&self, words: &Words) -> String {
        words.with("told-title", &[("title", self.title.as_str().into())])
    }

    /// Whose, when, which.
    pub(super) fn about(&self, words: &Words) -> String {
        let args = [
            ("name", self.learner.as_str().into()),
            ("time", self.closed.local.as_str().into()),
            ("attempt", self.attempt.short().into()),
        ];
        words.with("told-about", &args)
    }

    /// Everything but the head.
    pub(super) fn body(&self, words: &Words) -> Vec<Block> {
        Say { told: self, words, place: Place::Shell }.body()
    }
}

/// Objectives of one course that are shown.
const AIMS: usize = 8;

pub(super) struct Say<'a> {
    pub(super) told: &'a Told,
    pub(super) words: &'a Words,
    place: Place,
}

impl Say<'_> {
    /// What everyone looks for comes first: the verdict, and what to do about it.
    fn body(&self) -> Vec<Block> {
        let (mark, sentence) = self.verdict();
        let mut out = vec![Block::Outcome(mark, sentence)];
        out.extend([
            Block::Items(self.first()),
            Block::Table(self.parts()),
            Block::Text(self.words.get("told-cut")),
            Block::Items(self.course()),
        ]);
        match &self.told.missed {
            Some(missed) => out.extend(self.missed(missed)),
            None if self.told.feedback != Disclose::None => {
                out.push(Block::Text(self.words.get("told-read-first")));
            }
            None => {}
        }
        out.push(Block::Title(self.words.get("told-besides")));
        out.push(Block::Items(self.besides()));
        if let Some(detail) = &self.told.detail {
            out.extend(self.detail(detail));
        }
        out
    }

    pub(super) fn say(&self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        self.words.with(key, args)
    }

    pub(super) fn named(&self, name: &str, text: String) -> Item {
        Item::named(self.words.get(name), text)
    }

    /// The verdict in one sentence, with what it comes from.
    fn verdict(&self) -> (Mark, String) {
        let told = self.told;
        let (mark, key) = match (told.verdict, told.decided) {
            (Verdict::Passed, false) => (Mark::Right, "told-passed"),
            (Verdict::Passed, true) => (Mark::Right, "told-passed-decided"),
            (Verdict::Failed, false) => (Mark::Wrong, "told-failed"),
            (Verdict::Failed, true) => (Mark::Wrong, "told-failed-decided"),
            (Verdict::Borderline, _) if told.strayed => (Mark::Partly, "told-strayed"),
            (Verdict::Borderline, _) => (Mark::Partly, "told-borderline"),
            (Verdict::Provisional, _) => (Mark::Partly, "told-provisional"),
            (Verdict::Pending, _) => (Mark::Partly, "told-pending"),
            (Verdict::Void, _) => (Mark::Dash, "told-void"),
        };
        let because: Vec<String> = if told.verdict == Verdict::Passed {
            vec![self.total("told-by-total")]
        } else {
            told.why.iter().map(|why| self.because(*why)).collect()
        };
        let by = because.join(&self.words.get("told-semicolon"));
        (mark, self.say(key, &[("by", by.into()), ("band", told.borderline.into())]))
    }

    fn total(&self, key: &str) -> String {
        let total = self.told.total.as_ref().map_or_else(|| self.words.get("told-none"), |t| t.percent.clone());
        self.say(key, &[("total", total.into()), ("pass", self.told.pass.into())])
    }

    fn because(&self, why: Why) -> String {
        let part = |name: &str, key: &str| {
            let Some(part) = self.told.parts.iter().find(|p| p.part == name) else { return String::new() };
            let percent = part.share.as_ref().map_or_else(|| self.words.get("told-none"), |s| s.percent.clone());
            let args = [("percent", percent.into()), ("least", part.least.into()), ("part", self.part_name(part).into())];
            self.say(key, &args)
        };
        match why {
            Why::Theory => part("theory", "told-by-theory"),
            Why::Practice => part("practice", "told-by-practice"),
            Why::Total => self.total("told-by-short"),
            Why::RedLine => self.words.get("told-by-red-line"),
            Why::Critical => self.words.get("told-by-critical"),
        }
    }

    fn part_name(&self, part: &Part) -> String {
        self.words.get(match part.part {
            "theory" => "told-part-theory",
            _ => practice_of(part.items, part.stations),
        })
    }

    /// The parts and the total.
    fn parts(&self) -> Table {
        let head = ["part", "share", "least", "weight", "gives", "met"].map(|key| self.words.get(&format!("told-head-{key}")));
        let percent = |n: &dyn std::fmt::Display| self.say("rules-percent", &[("n", n.to_string().into())]);
        let none = || self.words.get("told-none");
        let met = |met: Option<bool>| match met {
            Some(true) => self.words.get("told-met"),
            Some(false) => self.words.get("told-not-met"),
            None => none(),
        };
        let open = !self.told.waiting.is_empty() || self.told.verdict == Verdict::Provisional;
        let unmarked = if open { "told-waiting" } else { "told-none" };
        let row = |part: &Part| {
            vec![
                self.part_name(part),
                part.share.as_ref().map_or_else(|| self.words.get(unmarked), |s| percent(&s.percent)),
                percent(&part.least),
                percent(&part.weight),
                part.gives.as_ref().map_or_else(none, |s| s.percent.clone()),
                met(part.met),
            ]
        };
        let mut rows: Vec<Vec<String>> = self.told.parts.iter().map(row).collect();
        let total = self.told.total.as_ref();
        let pass = crate::model::licence::percent(self.told.pass);
        rows.push(vec![
            self.words.get("told-total"),
            total.map_or_else(none, |t| percent(&t.percent)),
            percent(&self.told.pass),
            percent(&100),
            total.map_or_else(none, |t| t.percent.clone()),
            met(total.map(|t| t.exact >= pass)),
        ]);
        Table { head: head.into(), rows }
    }

    /// How it went: the end, what was left open, what is still missing, breaks, the clock.
    fn course(&self) -> Vec<Item> {
        let told = self.told;
        let key = match told.ended {
            Ended::HandedIn => "told-ended-handed-in",
            Ended::TimeUp => "told-ended-time-up",
            Ended::Expired => "told-ended-expired",
        };
        let has = |name: &str| told.parts.iter().any(|p| p.part == name && p.items > 0);
        let did = match (has("theory"), has("practice")) {
            (true, true) => "both",
            (false, true) => "talks",
            _ => "theory",
        };
        let mut ended = vec![self.say(key, &[("did", did.into())])];
        let open = [("questions", told.open.questions), ("talks", told.open.talks), ("cut", told.open.cut)];
        let open = open.iter().filter(|(_, n)| *n > 0);
        ended.extend(open.map(|(what, n)| self.say(&format!("told-left-{what}"), &[("n", (*n).into())])));
        let mut out = vec![self.named("told-name-ended", ended.join(&self.words.get("told-space")))];
        out.extend(told.written.iter().flat_map(|it| self.written(it)));
        for station in &told.waiting {
            let key = if station.missing > 0 { "told-station-missing" } else { "told-station-apart" };
            let args = [("station", station.title.as_str().into()), ("n", station.missing.into())];
            out.push(self.named("told-name-waiting", self.say(key, &args)));
        }
        if told.dropped > 0 {
            out.push(self.named("told-name-stations", self.say("told-stations-dropped", &[("n", told.dropped.into())])));
        }
        if told.breaks.count > 0 {
            let away = span(self.words, Span(told.breaks.away));
            out.push(
                self.named(
                    "told-name-breaks",
                    self.say("told-breaks", &[("n", told.breaks.count.into()), ("away", away.into())]),
                ),
            );
        }
        for jump in &told.clock {
            let key = if jump.by < 0 { "told-clock-back" } else { "told-clock-forward" };
            let args = [
                ("from", jump.from.local.as_str().into()),
                ("to", jump.to.local.as_str().into()),
                ("span", span(self.words, Span(jump.by.saturating_abs())).into()),
            ];
            out.push(self.named("told-name-clock", self.say(key, &args)));
        }
        out
    }

    fn missed(&self, missed: &Missed) -> Vec<Block> {
        let mut rules = Vec::new();
        for line in &missed.red_lines {
            let key = if line.fails { "told-red-line" } else { "told-red-line-zero" };
            let args = [("talk", line.title.as_str().into()), ("rule", line.rule.as_str().into())];
            rules.push(Item::marked(Mark::Wrong, self.say(key, &args)));
        }
        for step in &missed.critical {
            let args = [("station", step.title.as_str().into()), ("step", step.text.as_str().into())];
            rules.push(Item::marked(Mark::Wrong, self.say("told-critical", &args)));
        }
        let wording: Vec<Item> = missed.wording.iter().map(|it| self.worded(it)).collect();
        let skills: Vec<Item> = missed.skills.iter().flat_map(|weak| self.weak(weak)).collect();
        let aims = self.aims(&missed.objectives);
        if rules.is_empty() && wording.is_empty() && skills.is_empty() && aims.is_empty() {
            // Who is praised has passed, all of it is marked.
            let whole = self.told.verdict == Verdict::Passed && self.told.dropped == 0;
            return whole.then(|| Block::Text(self.words.get("told-nothing-weak"))).into_iter().collect();
        }
        let mut out = Vec::new();
        for (key, items) in [("told-rules", rules), ("told-wording", wording), ("told-weak", skills), ("told-aims", aims)] {
            if !items.is_empty() {
                out.push(Block::Title(self.words.get(key)));
                out.push(Block::Items(items));
            }
        }
        out
    }

    /// Objectives under the courses that teach them, the first of each.
    fn aims(&self, all: &[Aim]) -> Vec<Item> {
        let mut courses: Vec<&Option<String>> = Vec::new();
        for aim in all.iter().filter(|aim| aim.course.is_some()) {
            if !courses.contains(&&aim.course) {
                courses.push(&aim.course);
            }
        }
        let untaught = None;
        courses.push(&untaught);
        let of = |course: &Option<String>| {
            let mine: Vec<&Aim> = all.iter().filter(|aim| aim.course == *course).collect();
            let below = |item: Item| if course.is_some() { item.below() } else { item };
            let head = course.as_ref().map(|title| self.say("told-aims-course", &[("title", title.as_str().into())]));
            let more = mine.len().saturating_sub(AIMS);
            let more = (more > 0).then(|| self.say("told-aims-more", &[("n", more.into())]));
            let mut out: Vec<Item> = head.into_iter().map(|head| Item::marked(Mark::None, head)).collect();
            out.extend(mine.iter().take(AIMS).map(|aim| below(Item::marked(Mark::Dash, aim.text.clone()))));
            out.extend(more.map(|more| below(Item::marked(Mark::None, more))));
            out
        };
        courses.into_iter().flat_map(of).collect()
    }

    fn weak(&self, weak: &Weak) -> Vec<Item> {
        let said = |(key, sum): (&str, &Sum)| {
            let args = [
                ("earned", sum.earned.decimal(2).into()),
                ("of", sum.of.decimal(3).into()),
                ("percent", sum.share.percent.as_str().into()),
            ];
            Item { mark: Mark::Dash, ..Item::named(weak.title.clone(), self.say(key, &args)) }
        };
        let sums = [("told-weak-theory", &weak.theory), ("told-weak-talks", &weak.talks)];
        sums.into_iter().filter_map(|(key, sum)| Some(said((key, sum.as_ref()?)))).collect()
    }

    /// What comes next: the licence, another look, another exam.
    pub(super) fn next(&self) -> Item {
        let args = [("attempt", Value::from(self.told.attempt.short())), ("at", self.place())];
        let look = |key| self.named("told-name-look", self.say(key, &args));
        match self.told.verdict {
            Verdict::Passed => self.named(
                "told-name-next",
                match &self.told.number {
                    Some(number) if self.told.taken.is_some() => {
                        let said = self.told.taken.iter().map(|taken| taken.said(self.words, &self.told.title, number.as_str()));
                        said.collect()
                    }
                    Some(number) => self.told.stands.iter().map(|stands| stands.said(self.words, number)).collect(),
                    None => self.say("told-next-passed", &args),
                },
            ),
            Verdict::Provisional => look("told-look-provisional"),
            Verdict::Pending => look("told-look-pending"),
            Verdict::Borderline => look("told-look-borderline"),
            Verdict::Failed | Verdict::Void => self.named("told-name-again", self.again()),
        }
    }

    /// Where it is read; see `blocks`.
    pub(super) fn place(&self) -> Value<'static> {
        match self.place {
            Place::Home => "home",
            Place::Shell => "shell",
            Place::Away => "away",
        }
        .into()
    }

    fn again(&self) -> String {
        let told = self.told;
        let left = ("left", told.attempts_left.into());
        match &told.again {
            _ if told.attempts_left == 0 => self.words.get("told-again-none"),
            Some(from) => {
                let at = if told.called { "away".into() } else { self.place() };
                let args = [("time", from.local.as_str().into()), left, ("id", told.licence.as_str().into()), ("at", at)];
                self.say("told-again", &args)
            }
            None => self.say("told-again-left", &[left]),
        }
    }

    fn detail(&self, detail: &Detail) -> Vec<Block> {
        let mut out = Vec::new();
        if !detail.questions.is_empty() {
            out.push(Block::Title(self.words.get("told-questions-title")));
        }
        let mut material = None;
        for (n, asked) in detail.questions.iter().enumerate() {
            let fresh = asked.material.as_ref().filter(|m| material != Some(*m));
            out.extend(fresh.map(|(title, body)| Block::Material { title: title.clone(), body: body.clone() }));
            material = asked.material.as_ref();
            out.extend(self.asked(n + 1, asked));
        }
        if !detail.talks.is_empty() {
            out.push(Block::Text(self.words.get("told-talks-note")));
        }
        out.extend(detail.talks.iter().map(|talk| Block::Debrief(Box::new(talk.debrief.clone()))));
        out.extend(detail.stations.iter().flat_map(|station| self.watched(station)));
        out
    }

    fn asked(&self, number: usize, asked: &Asked) -> Vec<Block> {
        let name = self.say("told-question", &[("n", number.into())]);
        let mut out = vec![
            Block::Items(vec![Item::named(name, asked.ask.clone())]),
            Block::Verdict { verdict: asked.verdict, earned: asked.earned, of: asked.points },
        ];
        out.extend(asked.written.iter().map(|it| Block::Written(it.clone())));
        if !asked.explained.is_empty() {
            out.push(Block::Explained(asked.explained.clone()));
        }
        out.push(Block::Why(asked.why.clone()));
        out
    }

    fn watched(&self, station: &Watched) -> Vec<Block> {
        let step = |step: &super::detail::Marked| {
            let marks: Vec<String> = step.marks.iter().map(u8::to_string).collect();
            let args = [
                ("text", step.text.as_str().into()),
                ("marks", marks.join(&self.words.get("paper-comma")).into()),
                ("most", step.most.into()),
            ];
            Item::marked(Mark::Dash, self.say("told-station-step", &args))
        };
        vec![Block::Title(station.title.clone()), Block::Items(station.steps.iter().map(step).collect())]
    }
}
