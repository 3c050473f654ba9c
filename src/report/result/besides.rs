//! What stands around a result: what happened since, how exact it is, how to appeal, where the pass mark comes from.

use super::blocks::Say;
use crate::model::page::Item;

impl Say<'_> {
    /// What comes next, and what happened since.
    pub(super) fn first(&self) -> Vec<Item> {
        let after = &self.told.afterwards;
        let regraded = after.regraded.iter().map(|it| self.named("told-name-regraded", it.said(self.words)));
        let appeal = after.appeal.iter().map(|it| self.named("told-name-appealed", it.said(self.words)));
        std::iter::once(self.next()).chain(regraded).chain(appeal).collect()
    }

    /// Where the pass mark comes from.
    fn basis(&self) -> String {
        let mark = ("mark", self.told.pass.into());
        match &self.told.basis {
            Some(file) => self.say("told-basis", &[mark, ("file", file.as_str().into())]),
            None => self.say("told-policy", &[mark]),
        }
    }

    /// How exact the measure is; how to appeal; where the mark comes from.
    pub(super) fn besides(&self) -> Vec<Item> {
        let told = self.told;
        let mut out = Vec::new();
        if let Some(error) = &told.error {
            out.push(self.named("told-name-error", self.say("told-error", &[("error", error.as_str().into())])));
        }
        let appeal = || self.say("told-appeal", &[("attempt", told.attempt.short().into())]);
        let how = told.afterwards.until.as_ref().map(|until| {
            let gaps = [("attempt", told.attempt.short().into()), ("until", until.local.as_str().into()), ("at", self.place())];
            self.say("told-appeal-how", &gaps)
        });
        let said: Vec<String> = [Some(told.appeal.clone().unwrap_or_else(appeal)), how].into_iter().flatten().collect();
        out.push(self.named("told-name-appeal", said.join(&self.words.get("told-space"))));
        out.push(self.named("told-name-basis", self.basis()));
        out
    }
}
