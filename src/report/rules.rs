//! What a candidate is told before an exam, from its scheme alone: parts, marks, what may happen, what comes after.
//!
//! Short and plain: a nervous newcomer reads it. What it says of a rule is what `grade` and `attempt` do by it.

use serde::{Deserialize, Serialize};

use super::span::span;
use crate::base::id::Lang;
use crate::locale::{Value, Words};
use crate::model::library::Library;
use crate::model::licence::{Disclose, Independence, PracticeDraw, RedLine, Scheme};
use crate::model::page::{Block, Item, Table};
use crate::model::question::Kind;
use crate::model::scenario::{Scenario, Way};
use crate::model::span::{Lasts, Span};

/// What sources call a rule of the house's own.
const OWN: &str = "project";

/// In whose words a scheme is told.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// The program's words.
    pub words: &'a Words,
    /// The language of the content.
    pub lang: &'a Lang,
}

/// What may be drawn that has rules of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawn {
    /// Replies in one's own words.
    pub written: bool,
    /// Turns with a clock.
    pub timed: bool,
}

impl Drawn {
    /// By everything in a library that a scheme may draw.
    pub fn of(library: &Library, scheme: &Scheme) -> Self {
        let draws = scheme.theory.iter().flat_map(|theory| &theory.draw);
        let banks = draws.filter_map(|draw| Some((draw, library.banks.get(&draw.bank)?)));
        let mut questions = banks.flat_map(|(draw, bank)| bank.questions.iter().filter(|q| scheme.may_ask(draw, bank, q)));
        let may_play = |talk: &&Scenario| scheme.practice.iter().flat_map(|p| &p.draw).any(|draw| scheme.may_play(draw, talk));
        let talks: Vec<&Scenario> = library.scenarios.values().filter(may_play).collect();
        let mut turns = talks.iter().flat_map(|talk| &talk.turns);
        Self {
            written: questions.any(|q| matches!(q.kind, Kind::Write(_))) || turns.any(|turn| matches!(turn.way, Way::Write(_))),
            timed: talks.iter().any(|talk| talk.is_timed()),
        }
    }
}

/// The rules of a scheme's exam, for a candidate with so many attempts left, this one counted.
pub fn rules(scheme: &Scheme, left: usize, drawn: Drawn, reader: Reader<'_>) -> Vec<Block> {
    let told = Telling { scheme, left, drawn, reader };
    vec![
        Block::Title(told.say("rules-title", &[("title", scheme.title.get(reader.lang).into())])),
        Block::Text(told.words().get(if told.types() { "rules-intro" } else { "rules-intro-stations" })),
        Block::Table(told.parts()),
        Block::Items(told.marks()),
        Block::Items(told.during()),
        Block::Items(told.after()),
    ]
}

/// What the practice part of a scheme is called: role-plays, stations, or both.
pub fn practice_name(scheme: &Scheme, words: &Words) -> String {
    let (talks, stations) = counts(scheme);
    words.get(practice_of(talks as usize, stations as usize))
}

/// The key of what a practice part with so many role-plays and stations is called.
pub const fn practice_of(talks: usize, stations: usize) -> &'static str {
    match (talks, stations) {
        (_, 0) => "told-part-talks",
        (0, _) => "told-part-stations",
        _ => "told-part-both",
    }
}

/// How many role-plays and stations the practice part draws.
fn counts(scheme: &Scheme) -> (u32, u32) {
    let draws = || scheme.practice.iter().flat_map(|p| &p.draw);
    let talks = draws().filter(|d| matches!(d, PracticeDraw::Talk { .. })).map(PracticeDraw::count).sum();
    let stations = draws().filter(|d| matches!(d, PracticeDraw::Station { .. })).map(PracticeDraw::count).sum();
    (talks, stations)
}

/// How long something holds, in words.
pub fn lasts(words: &Words, lasts: Lasts) -> String {
    match lasts {
        Lasts::Months(n) => words.with("told-months", &[("n", n.into())]),
        Lasts::Days(n) => words.with("span-days", &[("n", n.into())]),
    }
}

struct Telling<'a> {
    scheme: &'a Scheme,
    left: usize,
    drawn: Drawn,
    reader: Reader<'a>,
}

impl Telling<'_> {
    const fn words(&self) -> &Words {
        self.reader.words
    }

    fn say(&self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        self.words().with(key, args)
    }

    /// A line named by `rules-name-KEY`.
    fn line(&self, key: &str, text: String) -> Item {
        Item::named(self.words().get(&format!("rules-name-{key}")), text)
    }

    /// A line named by `rules-name-KEY` that says `rules-KEY`.
    fn plain(&self, key: &str, args: &[(&str, Value<'_>)]) -> Item {
        self.line(key, self.say(&format!("rules-{key}"), args))
    }

    fn span(&self, it: Span) -> String {
        span(self.words(), it)
    }

    /// Whether the candidate types anything: at stations there is no clock to run and nothing to be cut off from.
    fn types(&self) -> bool {
        self.scheme.theory.is_some() || counts(self.scheme).0 > 0
    }

    fn parts(&self) -> Table {
        let head = ["part", "items", "limit", "weight", "least"].map(|key| self.words().get(&format!("rules-head-{key}")));
        let percent = |n: u8| self.say("rules-percent", &[("n", n.into())]);
        let count = |key: &str, n: u32| self.say(key, &[("n", n.into())]);
        let mut rows = Vec::new();
        if let Some(theory) = &self.scheme.theory {
            let questions = count("told-questions", theory.draw.iter().map(|d| d.count).sum());
            let name = self.words().get("told-part-theory");
            rows.push(vec![name, questions, self.span(theory.limit), percent(theory.weight), percent(theory.pass)]);
        }
        if let Some(practice) = &self.scheme.practice {
            let (talks, stations) = counts(self.scheme);
            let each = [("told-talks", talks), ("told-stations", stations)];
            let items: Vec<String> = each.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| count(key, n)).collect();
            let items = items.join(&self.words().get("paper-comma"));
            let limit = if talks > 0 { self.span(practice.limit) } else { self.words().get("rules-limit-observed") };
            let name = practice_name(self.scheme, self.words());
            rows.push(vec![name, items, limit, percent(practice.weight), percent(practice.pass)]);
        }
        Table { head: head.into(), rows }
    }

    /// What it takes to pass.
    fn marks(&self) -> Vec<Item> {
        let marks = &self.scheme.result;
        let (talks, stations) = counts(self.scheme);
        let red_line = self.scheme.practice.as_ref().filter(|_| talks > 0).map(|p| p.red_line);
        let clean = match (red_line == Some(RedLine::Fail), stations > 0) {
            (false, false) => None,
            (true, false) => Some("red"),
            (false, true) => Some("critical"),
            (true, true) => Some("both"),
        };
        let key = if clean.is_some() { "rules-pass-clean" } else { "rules-pass" };
        let pass = self.say(key, &[("pass", marks.pass.into()), ("clean", clean.unwrap_or_default().into())]);
        let mut out = vec![self.line("pass", pass)];
        let mark = ("pass", marks.pass.into());
        out.push(match &marks.basis {
            Some(file) => self.plain("basis", &[mark, ("file", file.as_str().into())]),
            None => self.plain("policy", &[mark]),
        });
        if marks.borderline > 0 {
            let from = marks.pass.saturating_sub(marks.borderline);
            out.push(self.plain("borderline", &[("pass", marks.pass.into()), ("from", from.into())]));
        }
        out.extend(red_line.map(|does| self.line("red-line", self.words().get(&format!("rules-red-line-{}", does.word())))));
        if self.drawn.written {
            out.push(self.plain("written", &[]));
        }
        if stations > 0 {
            out.push(self.plain("critical", &[]));
            let rules = &self.scheme.conduct;
            let key = if rules.examiners > 1 { "rules-examiners-two" } else { "rules-examiners-one" };
            out.push(self.line("examiners", self.say(key, &[("n", rules.examiners.into()), ("differ", rules.differ.into())])));
        }
        out
    }

    /// What holds while it is under way.
    fn during(&self) -> Vec<Item> {
        let (talks, _) = counts(self.scheme);
        let mut back = Vec::new();
        if self.scheme.theory.is_some() {
            back.push(self.words().get("rules-back-theory"));
        }
        if talks > 0 {
            back.push(self.words().get("rules-back-talks"));
        }
        let mut out = Vec::new();
        if !back.is_empty() {
            out.push(self.line("back", self.sentences(&back)));
        }
        if self.drawn.timed {
            out.push(self.plain("timed", &[]));
        }
        let key = if self.types() { "rules-clock" } else { "rules-clock-whole" };
        out.push(self.line("clock", self.say(key, &[("within", self.span(self.scheme.result.within).into())])));
        if self.types() {
            let place = if self.scheme.conduct.supervised { "sitting" } else { "alone" };
            out.push(self.plain("break", &[("id", self.scheme.id.as_str().into()), ("where", place.into())]));
        }
        out.push(self.plain("closed", &[]));
        out
    }

    /// What comes after it.
    fn after(&self) -> Vec<Item> {
        let scheme = self.scheme;
        let level: Disclose = scheme.result.feedback;
        let appeal = scheme.appeal.as_ref().map(|t| t.get(self.reader.lang).to_owned());
        let mut out = vec![
            self.plain("attempts", &[("left", self.left.into())]),
            self.line("wait", self.wait()),
            self.line("feedback", self.words().get(&format!("rules-feedback-{}", level.word()))),
            self.line("decides", self.decides()),
            self.line(
                "appeal",
                self.sentences(&[appeal.unwrap_or_else(|| self.words().get("rules-appeal")), self.appeal_days()]),
            ),
            self.line("validity", self.validity()),
        ];
        out.extend(self.sources().map(|text| self.line("sources", text)));
        out
    }

    /// How long there is for an appeal and for its answer: what the program holds people to.
    fn appeal_days(&self) -> String {
        let appeals = self.scheme.appeals();
        let gaps = [("window", self.span(appeals.window).into()), ("answer", self.span(appeals.answer_within).into())];
        self.say("rules-appeal-days", &gaps)
    }

    /// The waiting times that this candidate may still meet, and what comes after the last exam.
    fn wait(&self) -> String {
        let marks = &self.scheme.result;
        let meets = usize::try_from(marks.attempts).unwrap_or(usize::MAX).saturating_sub(1);
        let waits = &marks.wait[..marks.wait.len().min(meets)];
        let last = self.words().get("rules-wait-last");
        let said = |key: &str, n: usize, it: Span| self.say(key, &[("n", n.into()), ("span", self.span(it).into())]);
        let list = match waits {
            _ if meets == 0 => return last,
            [] => {
                let key = if self.scheme.conduct.supervised { "rules-wait-called" } else { "rules-wait-none" };
                return self.sentences(&[self.words().get(key), last]);
            }
            [only] => said("rules-wait-each", 1, *only),
            [.., end] => {
                let mut all: Vec<String> = waits.iter().enumerate().map(|(n, it)| said("rules-wait-nth", n + 1, *it)).collect();
                if waits.len() < meets {
                    all.push(said("rules-wait-on", 0, *end));
                }
                all.join(&self.words().get("told-semicolon"))
            }
        };
        self.sentences(&[self.say("told-stop", &[("text", list.into())]), last])
    }

    fn decides(&self) -> String {
        let conduct = &self.scheme.conduct;
        let by = if self.scheme.result.borderline > 0 { "rules-decides" } else { "rules-decides-plain" };
        let watched = match (conduct.supervised, self.scheme.is_unwatched()) {
            (true, _) => Some("rules-supervised"),
            (false, true) => Some("rules-unsupervised"),
            (false, false) => None,
        };
        let apart = match conduct.independence {
            Independence::Strict => "rules-independence-strict",
            Independence::None => "rules-independence-none",
        };
        let said: Vec<String> = [Some(by), watched, Some(apart)].into_iter().flatten().map(|key| self.words().get(key)).collect();
        self.sentences(&said)
    }

    fn validity(&self) -> String {
        let validity = &self.scheme.validity;
        let lasts = lasts(self.words(), validity.lasts);
        match validity.renew_within {
            Some(renew) => self.say("rules-validity-renew", &[("lasts", lasts.into()), ("renew", self.span(renew).into())]),
            None => self.say("rules-validity", &[("lasts", lasts.into())]),
        }
    }

    /// Handbooks by title; what is the house's own, said so.
    fn sources(&self) -> Option<String> {
        let (own, books): (Vec<&String>, Vec<&String>) = self.scheme.sources.iter().partition(|s| s.as_str() == OWN);
        let mut all: Vec<String> = Vec::new();
        for book in books {
            if !all.contains(book) {
                all.push(book.clone());
            }
        }
        if !own.is_empty() {
            all.push(self.words().get(if all.is_empty() { "rules-source-only" } else { "rules-source-own" }));
        }
        let list = all.join(&self.words().get("told-semicolon"));
        (!all.is_empty()).then(|| self.say("told-stop", &[("text", list.into())]))
    }

    /// Whole sentences one after the other.
    fn sentences(&self, all: &[String]) -> String {
        all.join(&self.words().get("told-space"))
    }
}
