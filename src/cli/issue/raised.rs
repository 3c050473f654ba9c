//! Whose exam was marked again since it was sat: whoever issues on it, or may not, is told by whom, and how its total moved each time.

use std::rc::Rc;

use super::Ground;
use crate::attempt::act::{Deed, Signed};
use crate::base::points::Exact;
use crate::cli::failure::Failure;
use crate::cli::recall::short;
use crate::cli::registry::ExamCase;
use crate::cli::room::Call;
use crate::locale::Words;
use crate::store::Store;

/// An exam that does not stand as it was handed in.
pub struct Raised {
    exam: String,
    name: String,
    /// Each time, oldest first: by whom, from what, to what.
    steps: Vec<[String; 3]>,
}

impl Raised {
    /// What is to be told of an exam, where anything is.
    ///
    /// # Errors
    /// `Failure` of the store.
    pub fn of(store: &dyn Store, ground: &Ground<'_>) -> Result<Option<Self>, Failure> {
        let (attempt, registry) = (&ground.case.kept.activity.plan.attempt, ground.registry);
        let is_it = |signed: &&Rc<Signed>| {
            let marks = matches!(&signed.act.deed, Deed::Regraded(regraded) if regraded.attempt == *attempt);
            marks && registry.register.counted.contains_key(&signed.act.id)
        };
        let acts: Vec<_> = registry.about(&ground.learner.id).filter(is_it).collect();
        if !registry.register.regraded.contains_key(attempt) || acts.is_empty() {
            return Ok(None);
        }
        let mut totals = vec![total(&registry.as_sat(store, attempt)?)];
        for later in &acts[1..] {
            totals.push(total(&registry.before_act(&later.act.id, &ground.learner.id).exam(store, attempt)?));
        }
        totals.push(percent(ground.outcome.verdict.total));
        let by =
            acts.iter().map(|it| registry.register.counted.get(&it.act.id).map_or_else(String::new, |who| registry.name(who)));
        let steps = by.zip(totals.windows(2)).map(|(by, two)| [by, two[0].clone(), two[1].clone()]).collect();
        Ok(Some(Self { exam: short(attempt), name: ground.learner.called(), steps }))
    }

    /// Tells it.
    pub fn tell(&self, call: &Call<'_>) {
        let steps = self.said(&call.words);
        let gaps = [("id", &self.exam), ("name", &self.name), ("steps", &steps)].map(|(key, it)| (key, it.as_str().into()));
        call.tell("note-issue-raised", &gaps);
    }

    /// Tells it beside a refusal: whoever is to find out whose keys are right knows whom to ask.
    pub fn beside(&self, failure: Failure, words: &Words) -> Failure {
        failure.hint("hint-issue-raised", [("steps", &self.said(words))])
    }

    fn said(&self, words: &Words) -> String {
        let step = |[by, was, now]: &[String; 3]| {
            words.with("issue-raised-step", &[("by", by.into()), ("was", was.into()), ("now", now.into())])
        };
        self.steps.iter().map(step).collect::<Vec<_>>().join(&words.get("issue-raised-then"))
    }
}

fn total(case: &ExamCase) -> String {
    percent(case.outcome.as_ref().and_then(|it| it.verdict.total))
}

fn percent(total: Option<Exact>) -> String {
    total.map_or_else(|| "–".to_owned(), Exact::percent)
}
