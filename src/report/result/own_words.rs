//! What a result says of written replies: how far people have read them, what they changed, the wording rules broken.

use super::blocks::Say;
use super::{Change, Verdict, Worded, Writings};
use crate::base::points::Exact;
use crate::locale::Value;
use crate::model::page::{Item, Mark};

impl Say<'_> {
    /// How far people have read what was written, and what they changed.
    pub(super) fn written(&self, it: &Writings) -> Vec<Item> {
        let key = match (self.told.verdict, it.unread) {
            (_, 0) => "told-written-read",
            (Verdict::Provisional | Verdict::Pending, _) => "told-written-hangs",
            (_, unread) if unread == it.replies => "told-written-unread",
            _ => "told-written-part",
        };
        let args = [
            ("n", it.replies.into()),
            ("unread", it.unread.into()),
            ("read", (it.replies - it.unread).into()),
            ("changed", it.changed.into()),
        ];
        let mut out = vec![self.named("told-name-written", self.say(key, &args))];
        out.extend(it.changes.iter().flat_map(|change| self.change(change)));
        out
    }

    fn change(&self, it: &Change) -> Vec<Item> {
        let points = |points: Exact| Value::from(points.decimal(3));
        let args = [
            ("title", it.title.as_str().into()),
            ("before", points(it.before)),
            ("points", points(it.points)),
            ("of", points(it.best)),
        ];
        let mut out = vec![Item::marked(Mark::Dash, self.say("told-change", &args)).below()];
        out.extend(it.long_enough.then(|| Item::marked(Mark::Dash, self.words.get("told-change-long-enough")).below().below()));
        for (key, titles) in [("unbroken", &it.unbroken), ("there", &it.there), ("not-there", &it.not_there)] {
            let said = |title: &String| self.say(&format!("told-change-{key}"), &[("title", title.as_str().into())]);
            out.extend(titles.iter().map(|title| Item::marked(Mark::Dash, said(title)).below().below()));
        }
        out
    }

    pub(super) fn worded(&self, it: &Worded) -> Item {
        let severity = self.words.get(&format!("severity-{}", it.severity.word()));
        let args = [
            ("title", it.title.as_str().into()),
            ("severity", severity.into()),
            ("times", it.times.into()),
            ("instead", it.say_instead.as_str().into()),
        ];
        Item::marked(Mark::Wrong, self.say("told-wording-rule", &args))
    }
}
