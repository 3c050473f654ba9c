//! What stands around a result: what happened since, how exact it is, how to appeal, where the pass mark comes from.

use super::blocks::Say;
use super::{Erased, Verdict};
use crate::model::page::Item;

impl Say<'_> {
    /// What comes next, and what happened since.
    pub(super) fn first(&self) -> Vec<Item> {
        let after = &self.told.afterwards;
        let regraded = after.regraded.iter().map(|it| self.named("told-name-regraded", it.said(self.words)));
        let appeal = after.appeal.iter().map(|it| self.named("told-name-appealed", it.said(self.words)));
        let twice =
            after.twice(self.words, self.told.number.is_some()).into_iter().map(|it| self.named("told-name-sat-twice", it));
        // Who sat twice and passed waits for examiners, and for no issuer: that alone is told.
        let waits = !after.sat_twice.is_empty() && self.told.verdict == Verdict::Passed && self.told.number.is_none();
        let next = (!waits).then(|| self.next());
        next.into_iter().chain(twice).chain(regraded).chain(appeal).collect()
    }

    /// Where the pass mark comes from.
    fn basis(&self) -> String {
        let mark = ("mark", self.told.pass.into());
        match &self.told.basis {
            Some(file) => self.say("told-basis", &[mark, ("file", file.as_str().into())]),
            None => self.say("told-policy", &[mark]),
        }
    }

    /// How to appeal: as the scheme says it, until when, and on what it is looked at.
    fn appeal(&self) -> String {
        let told = self.told;
        let attempt = ("attempt", told.attempt.short().into());
        let how = told.afterwards.until.as_ref().map(|until| {
            self.say("told-appeal-how", &[attempt.clone(), ("until", until.local.as_str().into()), ("at", self.place())])
        });
        let kept =
            || self.words.get(if told.afterwards.erased.is_some() { "told-appeal-words-gone" } else { "told-appeal-kept" });
        // A command stands at the end: nothing that follows is taken for a part of it.
        let said: Vec<String> = match (&told.appeal, how) {
            (Some(own), how) => std::iter::once(own.clone()).chain(how).collect(),
            (None, Some(how)) => vec![kept(), how],
            (None, None) => vec![self.say("told-appeal", &[attempt]), kept()],
        };
        said.join(&self.words.get("told-space"))
    }

    /// How exact the measure is; how to appeal; where the mark comes from.
    pub(super) fn besides(&self) -> Vec<Item> {
        let told = self.told;
        let mut out = Vec::new();
        if let Some(error) = &told.error {
            out.push(self.named("told-name-error", self.say("told-error", &[("error", error.as_str().into())])));
        }
        // Who has appealed is told of that above, and appeals once.
        if told.afterwards.erased == Some(Erased::Person) {
            out.push(self.named("told-name-erased", self.words.get("told-erased")));
        } else if told.afterwards.appeal.is_none() {
            out.push(self.named("told-name-appeal", self.appeal()));
        }
        out.push(self.named("told-name-basis", self.basis()));
        out
    }
}
