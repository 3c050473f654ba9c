//! A result in words: the verdict in one sentence, the parts, what was missing, what comes next; below `full` that is all.

use super::detail::{Asked, Detail, Watched};
use super::missed::{Missed, Sum, Weak};
use super::{Part, Told, Verdict, Why};
use crate::locale::{Value, Words};
use crate::model::grade::Ended;
use crate::model::page::{Block, Item, Mark, Table};
use crate::model::span::Span;
use crate::report::span::span;

impl Told {
    /// In words, for the terminal.
    pub fn blocks(&self, words: &Words) -> Vec<Block> {
        let mut out = vec![Block::Title(self.heading(words)), Block::Text(self.about(words))];
        out.extend(self.body(words));
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
        let say = Say { told: self, words };
        let (mark, sentence) = say.verdict();
        let mut out = vec![Block::Outcome(mark, sentence), Block::Table(say.parts()), Block::Text(words.get("told-cut"))];
        out.push(Block::Items(say.course()));
        if let Some(missed) = &self.missed {
            out.extend(say.missed(missed));
        }
        out.push(Block::Title(words.get("told-next")));
        out.push(Block::Items(say.next()));
        if let Some(detail) = &self.detail {
            out.extend(say.detail(detail));
        }
        out
    }
}

struct Say<'a> {
    told: &'a Told,
    words: &'a Words,
}

impl Say<'_> {
    fn say(&self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        self.words.with(key, args)
    }

    fn named(&self, name: &str, text: String) -> Item {
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
            (Verdict::Borderline, _) => (Mark::Partly, "told-borderline"),
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
        self.words.get(match (part.part, part.items, part.stations) {
            ("theory", ..) => "told-part-theory",
            (_, _, 0) => "told-part-talks",
            (_, 0, _) => "told-part-stations",
            _ => "told-part-both",
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
        let row = |part: &Part| {
            vec![
                self.part_name(part),
                part.share.as_ref().map_or_else(|| self.words.get("told-waiting"), |s| percent(&s.percent)),
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
        let mut ended = vec![self.words.get(match told.ended {
            Ended::HandedIn => "told-ended-handed-in",
            Ended::TimeUp => "told-ended-time-up",
            Ended::Expired => "told-ended-expired",
        })];
        let open = [("questions", told.open.questions), ("talks", told.open.talks), ("cut", told.open.cut)];
        let open = open.iter().filter(|(_, n)| *n > 0);
        ended.extend(open.map(|(what, n)| self.say(&format!("told-left-{what}"), &[("n", (*n).into())])));
        let mut out = vec![self.named("told-name-ended", ended.join(&self.words.get("told-space")))];
        for station in &told.waiting {
            let key = if station.missing > 0 { "told-station-missing" } else { "told-station-apart" };
            let args = [("station", station.title.as_str().into()), ("n", station.missing.into())];
            out.push(self.named("told-name-waiting", self.say(key, &args)));
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
        let skills: Vec<Item> = missed.skills.iter().flat_map(|weak| self.weak(weak)).collect();
        let aims: Vec<Item> = missed.objectives.iter().map(|aim| Item::marked(Mark::Dash, aim.text.clone())).collect();
        if rules.is_empty() && skills.is_empty() && aims.is_empty() {
            // Stations that are still to be marked may show some.
            let settled = self.told.verdict != Verdict::Pending;
            return settled.then(|| Block::Text(self.words.get("told-nothing-weak"))).into_iter().collect();
        }
        let mut out = Vec::new();
        for (key, items) in [("told-rules", rules), ("told-weak", skills), ("told-aims", aims)] {
            if !items.is_empty() {
                out.push(Block::Title(self.words.get(key)));
                out.push(Block::Items(items));
            }
        }
        out
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

    /// What comes next: the licence or another exam; how exact the measure is; how to appeal.
    fn next(&self) -> Vec<Item> {
        let told = self.told;
        let mut out = Vec::new();
        if told.verdict == Verdict::Passed {
            out.push(self.named("told-name-next", self.words.get("told-next-passed")));
        }
        let look = match told.verdict {
            Verdict::Pending => Some("told-look-pending"),
            Verdict::Borderline => Some("told-look-borderline"),
            _ => None,
        };
        let attempt = || [("attempt", Value::from(told.attempt.short()))];
        out.extend(look.map(|key| self.named("told-name-look", self.say(key, &attempt()))));
        if matches!(told.verdict, Verdict::Failed | Verdict::Void) {
            out.push(self.named("told-name-again", self.again()));
        }
        if let Some(error) = &told.error {
            out.push(self.named("told-name-error", self.say("told-error", &[("error", error.as_str().into())])));
        }
        let appeal = || self.say("told-appeal", &attempt());
        out.push(self.named("told-name-appeal", told.appeal.clone().unwrap_or_else(appeal)));
        out
    }

    fn again(&self) -> String {
        let told = self.told;
        let left = ("left", told.attempts_left.into());
        match &told.again {
            _ if told.attempts_left == 0 => self.words.get("told-again-none"),
            Some(from) => {
                let args = [("time", from.local.as_str().into()), left, ("id", told.licence.as_str().into())];
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
