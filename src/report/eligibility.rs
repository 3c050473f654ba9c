//! Who may sit, told: what is there, what is missing, and the command that sees to it; for a person and for a program.
//!
//! `grade/eligible` worked it out. Marks never stand alone: the words beside them say the same.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};

use super::span::span;
use crate::base::id::{AttemptId, CourseId};
use crate::base::moment::Moment;
use crate::grade::eligible::{Eligibility, Need, Stands, What};
use crate::locale::{Value, Words};
use crate::model::library::Library;
use crate::model::licence::Scheme;
use crate::model::page::{Block, Item, Mark};
use crate::model::span::Span;
use crate::model::text::Text;

/// What is told of, and in whose words.
#[derive(Clone, Copy)]
pub struct Ctx<'a> {
    /// The scheme.
    pub scheme: &'a Scheme,
    /// Where courses and agreements have their titles; the time zone is its own.
    pub library: &'a Library,
    /// Now.
    pub now: Moment,
    /// The program's words; the content is told in the same language.
    pub words: &'a Words,
    /// Courses that a script alone has done: they do not count.
    pub scripted: &'a BTreeSet<CourseId>,
    /// Courses that were not taken but waived, each with when.
    pub waived: &'a BTreeMap<CourseId, Moment>,
    /// Whether a menu leads on: then no command is named.
    pub menu: bool,
}

/// Milliseconds of a minute.
const MINUTE: i64 = 60_000;

/// The tree for a person: whether one may sit, then each need, what is missing with what to do.
pub fn told(eligibility: &Eligibility, ctx: Ctx<'_>) -> Vec<Block> {
    let (mark, text) = ctx.whole(eligibility);
    // Another exam that is granted waits for nothing.
    let none_left = eligibility.needs.iter().any(|n| !n.met && matches!(n.what, What::Attempts { .. }));
    let shown = eligibility.needs.iter().filter(|n| !(none_left && matches!(n.what, What::Wait { .. })));
    // What the first sentence says is not said again.
    let items: Vec<Item> = shown.flat_map(|need| ctx.need(need)).filter(|item| item.text != text).collect();
    vec![
        Block::Title(ctx.say("need-title", &[("title", ctx.text(&ctx.scheme.title).into())])),
        Block::Outcome(mark, text),
        Block::Items(items),
    ]
}

/// What is missing, need by need, in words.
pub fn missing(eligibility: &Eligibility, ctx: Ctx<'_>) -> Vec<String> {
    let lacking = |need: &Need| {
        let mut said = ctx.need(need);
        // Parts that are done are not missing; where that is all there is to say, as of an exam that is passed, it is why.
        if said.iter().any(|item| item.mark != Mark::Right) {
            said.retain(|item| item.mark != Mark::Right);
        }
        said
    };
    eligibility.needs.iter().filter(|need| !need.met).flat_map(lacking).map(|item| item.text).collect()
}

/// The same for a program. Moments in milliseconds since 1970 and as local text.
pub fn json(eligibility: &Eligibility, ctx: Ctx<'_>) -> Json {
    json!({
        "licence": ctx.scheme.id,
        "may_sit": eligibility.may_sit(),
        "lacks_only_agreement": eligibility.lacks_only_agreement(),
        "from": eligibility.from().map(|at| ctx.moment(at)),
        "needs": eligibility.needs.iter().map(|need| ctx.need_json(need)).collect::<Vec<_>>(),
    })
}

impl Ctx<'_> {
    fn say(&self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        self.words.with(key, args)
    }

    /// Where it is told: at `home` a menu leads on.
    fn place(&self) -> Value<'static> {
        if self.menu { "home" } else { "shell" }.into()
    }

    fn text(&self, text: &Text) -> String {
        text.get(&self.words.tongue().lang()).to_owned()
    }

    /// The minute from which on it is so: never too early.
    fn local(&self, at: Moment) -> String {
        from_minute(at, &self.library.time_zone)
    }

    /// How long until then, in whole minutes up.
    fn left(&self, until: Moment) -> String {
        let left = until.0 - self.now.0;
        span(self.words, Span((left + MINUTE - 1) / MINUTE * MINUTE))
    }

    /// In one sentence whether one may sit.
    fn whole(&self, eligibility: &Eligibility) -> (Mark, String) {
        let id = || [("id", Value::from(self.scheme.id.as_str()))];
        if eligibility.may_sit() && self.scheme.conduct.supervised {
            (Mark::Right, self.words.get("need-yes-sitting"))
        } else if eligibility.may_sit() {
            (Mark::Right, self.say("need-yes", &id()))
        } else if eligibility.lacks_only_agreement() && self.scheme.conduct.supervised {
            (Mark::Partly, self.words.get("need-agree-sitting"))
        } else if eligibility.lacks_only_agreement() {
            (Mark::Partly, self.say("need-agree", &id()))
        } else if let Some(from) = eligibility.from() {
            (Mark::Partly, self.until("need-from", from))
        } else if let Some(bar) = eligibility.needs.iter().find(|n| !n.met && is_bar(&n.what)) {
            let said = self.need(bar).into_iter().next().unwrap_or_default();
            (said.mark, said.text)
        } else {
            (Mark::Wrong, self.words.get("need-no"))
        }
    }

    fn until(&self, key: &str, at: Moment) -> String {
        self.say(key, &[("left", self.left(at).into()), ("time", self.local(at).into())])
    }

    fn need(&self, need: &Need) -> Vec<Item> {
        let (met, mark) = if need.met { ("met", Mark::Right) } else { ("missing", Mark::Wrong) };
        let line = |mark, key: &str, args: &[(&str, Value<'_>)]| vec![Item::marked(mark, self.say(key, args))];
        match &need.what {
            What::Courses(courses) => {
                let done = courses.iter().filter(|(_, done)| *done).count();
                let args = [("state", met.into()), ("done", done.into()), ("of", courses.len().into())];
                let mut out = line(mark, "need-courses", &args);
                out.extend(courses.iter().map(|(id, done)| self.course(id, *done)));
                out
            }
            What::Agreement(id) => {
                let title = self.library.agreements.get(id).map_or_else(|| id.to_string(), |(title, _)| self.text(title));
                line(mark, &format!("need-agreement-{met}"), &[("title", title.into())])
            }
            What::Attempts { used, allowed } => {
                let left = allowed.saturating_sub(*used);
                let args = [("used", (*used).into()), ("allowed", (*allowed).into()), ("left", left.into())];
                line(mark, &format!("need-attempts-{met}"), &args)
            }
            What::Wait { .. } if need.met => line(mark, "need-wait-met", &[]),
            What::Wait { from } => vec![Item::marked(mark, self.until("need-wait-missing", *from))],
            What::NoneOpen { open: None } => line(mark, "need-open-met", &[]),
            What::NoneOpen { open: Some((attempt, stands)) } => self.open(attempt, *stands),
            What::NotHeld { until } => vec![Item::marked(mark, self.held(*until, need.met))],
        }
    }

    fn course(&self, id: &CourseId, done: bool) -> Item {
        let title = self.library.courses.get(id).map_or_else(|| id.to_string(), |course| self.text(&course.title));
        let (mark, key) = match done {
            true if self.waived.contains_key(id) => (Mark::Right, "need-course-waived"),
            true => (Mark::Right, "need-course-done"),
            false if self.scripted.contains(id) => (Mark::Wrong, "need-course-scripted"),
            false => (Mark::Wrong, "need-course-missing"),
        };
        let day = self.waived.get(id).map(|at| self.local(*at).chars().take(10).collect::<String>()).unwrap_or_default();
        let args = [("title", title.into()), ("id", id.as_str().into()), ("at", self.place()), ("day", day.into())];
        Item::marked(mark, self.say(key, &args)).below()
    }

    /// The exam that stands before another.
    fn open(&self, attempt: &AttemptId, stands: Stands) -> Vec<Item> {
        let (mark, key) = match stands {
            Stands::Open => (Mark::Wrong, "need-open-open"),
            Stands::Pending => (Mark::Partly, "need-open-pending"),
            Stands::Borderline => (Mark::Partly, "need-open-borderline"),
            Stands::Provisional { .. } => (Mark::Partly, "need-open-provisional"),
            Stands::Sealed => (Mark::Partly, "need-open-sealed"),
            Stands::Passed => (Mark::Right, "need-open-passed"),
            Stands::SatTwice => (Mark::Partly, "need-open-twice"),
            // Neither stands before another exam.
            Stands::Issued | Stands::Failed(_) => (Mark::Right, "need-open-met"),
        };
        let unread = if let Stands::Provisional { unread } = stands { unread } else { 0 };
        let args = [
            ("id", self.scheme.id.as_str().into()),
            ("attempt", attempt.short().into()),
            ("at", self.place()),
            ("n", unread.into()),
        ];
        vec![Item::marked(mark, self.say(key, &args))]
    }

    fn held(&self, until: Moment, met: bool) -> String {
        let time = Value::from(until.local(&self.library.time_zone));
        match self.scheme.validity.renew_within {
            _ if met => self.say("need-held-met", &[("time", time)]),
            Some(renew) => {
                let from = self.local(Moment(until.0 - renew.0));
                self.say("need-held-from", &[("time", time), ("from", from.into())])
            }
            None => self.say("need-held-missing", &[("time", time)]),
        }
    }

    fn moment(&self, at: Moment) -> Json {
        json!({ "at": at, "local": self.local(at) })
    }

    fn need_json(&self, need: &Need) -> Json {
        let mut out = match &need.what {
            What::Courses(courses) => {
                let course = |(id, done): &(CourseId, bool)| {
                    let mut out = json!({ "course": id, "done": done, "by_script": self.scripted.contains(id) });
                    if let Some(at) = self.waived.get(id) {
                        out["waived"] = self.moment(*at);
                    }
                    out
                };
                json!({ "need": "courses", "courses": courses.iter().map(course).collect::<Vec<_>>() })
            }
            What::Agreement(id) => json!({ "need": "agreement", "agreement": id }),
            What::Attempts { used, allowed } => json!({ "need": "attempts", "used": used, "allowed": allowed }),
            What::Wait { from } => json!({ "need": "wait", "from": self.moment(*from) }),
            What::NoneOpen { open } => {
                let stands = open.as_ref().map(|(attempt, stands)| stands_json(attempt, *stands));
                json!({ "need": "none-open", "open": stands })
            }
            What::NotHeld { until } => json!({ "need": "not-held", "until": self.moment(*until) }),
        };
        out["met"] = need.met.into();
        out
    }
}

/// The minute that begins then or next, in words: from when on something may be done is never shown too early, and the same everywhere.
pub fn from_minute(at: Moment, zone: &str) -> String {
    Moment((at.0 + MINUTE - 1).div_euclid(MINUTE) * MINUTE).local(zone)
}

/// What nothing the candidate can learn or sign will help against.
const fn is_bar(what: &What) -> bool {
    matches!(what, What::NoneOpen { .. } | What::NotHeld { .. } | What::Attempts { .. })
}

/// An exam that stands before another.
fn stands_json(attempt: &AttemptId, stands: Stands) -> Json {
    let mut out = json!({ "attempt": attempt, "stands": stands_word(stands) });
    if let Stands::Provisional { unread } = stands {
        out["unread"] = unread.into();
    }
    out
}

const fn stands_word(stands: Stands) -> &'static str {
    match stands {
        Stands::Open => "open",
        Stands::Pending => "pending",
        Stands::Sealed => "sealed",
        Stands::Borderline => "borderline",
        Stands::Provisional { .. } => "provisional",
        Stands::Passed => "passed",
        Stands::SatTwice => "sat-twice",
        Stands::Issued => "issued",
        Stands::Failed(_) => "failed",
    }
}
