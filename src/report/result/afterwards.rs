//! What happened to an exam after its result: it was marked again; the candidate appealed, and what became of that.

use serde::Serialize;

use super::When;
use crate::base::id::AttemptId;
use crate::locale::Words;

/// What happened to an exam after its result.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Afterwards {
    /// Other exams that the candidate sat in the same sitting, or elsewhere at the same time: nobody does, and nothing is issued on any
    /// of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sat_twice: Vec<AttemptId>,
    /// It was marked again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub regraded: Option<RegradedTold>,
    /// The candidate appealed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(rename = "appealed")]
    pub appeal: Option<AppealTold>,
    /// Until when the candidate may appeal, where that is so now.
    #[serde(rename = "appeal_until", skip_serializing_if = "Option::is_none")]
    pub until: Option<When>,
    /// What it rests on that is erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub erased: Option<Erased>,
}

/// What an exam rests on that is erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Erased {
    /// The candidate, with all words typed: nobody is left to appeal.
    Person,
    /// Words that were typed: their time was over.
    Words,
}

/// An exam was marked again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RegradedTold {
    /// When.
    pub at: When,
    /// Why; erased with the person's data.
    pub reason: Option<String>,
    /// The total before, in points of a hundred.
    pub was: Option<String>,
}

/// An appeal and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AppealTold {
    /// Its number.
    pub receipt: String,
    /// When it was handed in.
    pub opened: When,
    /// Until when it has to be answered.
    pub due: When,
    /// Whether the candidate is in the right, once that is decided.
    pub upheld: Option<bool>,
    /// When that was decided.
    pub decided: Option<When>,
    /// Why; erased with the person's data.
    pub reason: Option<String>,
    /// It is upheld, and what follows from it is still to be done.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub waits: bool,
    /// What was done about the exam since.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub followed: Option<FollowedTold>,
}

/// What was done about an exam since an appeal against it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FollowedTold {
    /// The name of it, the end of its sentence's key: `regraded`, `decided`, `voided`, `granted`, `settled`, `marked`.
    pub what: &'static str,
    /// When.
    pub at: When,
}

impl Afterwards {
    /// That the candidate sat twice, in words; of an exam that bears a licence or not.
    pub fn twice(&self, words: &Words, issued: bool) -> Option<String> {
        let exams: Vec<&str> = self.sat_twice.iter().map(AttemptId::short).collect();
        let key = if issued { "told-sat-twice-issued" } else { "told-sat-twice" };
        let said = || words.with(key, &[("exams", exams.join(&words.get("paper-comma")).into())]);
        (!exams.is_empty()).then(said)
    }
}

impl RegradedTold {
    /// In words.
    pub fn said(&self, words: &Words) -> String {
        let gaps = [
            ("time", self.at.local.as_str().into()),
            ("reason", self.reason.as_deref().unwrap_or("–").into()),
            ("was", self.was.as_deref().unwrap_or("–").into()),
        ];
        words.with("told-regraded", &gaps)
    }
}

impl AppealTold {
    /// In words.
    pub fn said(&self, words: &Words) -> String {
        let key = match self.upheld {
            None => "told-appeal-open",
            Some(true) => "told-appeal-upheld",
            Some(false) => "told-appeal-dismissed",
        };
        let time = self.decided.as_ref().unwrap_or(&self.opened);
        let gaps = [
            ("receipt", self.receipt.as_str().into()),
            ("time", time.local.as_str().into()),
            ("due", self.due.local.as_str().into()),
            ("reason", self.reason.as_deref().unwrap_or("–").into()),
        ];
        let said = words.with(key, &gaps);
        match &self.followed {
            _ if self.waits => format!("{said} {}", words.get("told-follow-waits")),
            Some(it) if self.upheld == Some(true) => {
                let time = [("time", it.at.local.as_str().into())];
                format!("{said} {}", words.with(&format!("told-follow-{}", it.what), &time))
            }
            _ => said,
        }
    }
}
