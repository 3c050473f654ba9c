//! How often each wording rule fired in what was written, and how often a person who read it in an exam saw it otherwise.

use serde::Serialize;

use crate::attempt::plan::Subject;
use crate::base::id::{Lang, RuleId, WordingId};
use crate::cli::recall::Kept;
use crate::grade::register::Register;
use crate::grade::written::{Reply, replies};
use crate::model::grade::In;
use crate::model::word::Severity;

/// A rule with how often it fired: replies, each counted once.
#[derive(Clone, Debug, Serialize)]
pub struct Fired {
    /// The register it belongs to.
    pub register: WordingId,
    /// The rule.
    pub rule: RuleId,
    /// What it says is wrong.
    pub title: String,
    /// How bad it is.
    pub severity: Severity,
    /// Where one learns.
    pub practice: usize,
    /// In exams.
    pub exam: usize,
    /// Of those in exams, how many a person has read.
    pub read: usize,
    /// Of those, in how many it was not broken.
    pub overruled: usize,
}

/// Every rule that fired, the most frequent first.
pub fn worded(chosen: &[&Kept], register: &Register, subject: &Subject, lang: &Lang) -> Vec<Fired> {
    let mut out: Vec<Fired> = Vec::new();
    for kept in chosen {
        let exam = kept.activity.scheme().is_some();
        let read = register.read.get(&kept.activity.plan.attempt);
        for (n, reply) in replies(&kept.activity, &kept.state).iter().enumerate().filter(|(_, reply)| is_of(reply, subject)) {
            let reading = read.and_then(|read| read.get(&n)).filter(|_| exam);
            let Some(wording) = &reply.writing.register else { continue };
            for rule in reply.judged.rules().into_iter().filter_map(|id| wording.rule(id)) {
                let at = out.iter().position(|it| it.register == wording.id && it.rule == rule.id).unwrap_or_else(|| {
                    let (register, title) = (wording.id.clone(), rule.title.get(lang).to_owned());
                    let (rule, severity) = (rule.id.clone(), rule.severity);
                    out.push(Fired { register, rule, title, severity, practice: 0, exam: 0, read: 0, overruled: 0 });
                    out.len() - 1
                });
                let it = &mut out[at];
                it.practice += usize::from(!exam);
                it.exam += usize::from(exam);
                it.read += usize::from(reading.is_some());
                it.overruled += usize::from(reading.is_some_and(|it| it.overruled.unbroken.contains(&rule.id)));
            }
        }
    }
    out.sort_by(|a, b| (b.practice + b.exam).cmp(&(a.practice + a.exam)).then_with(|| a.rule.cmp(&b.rule)));
    out
}

fn is_of(reply: &Reply<'_>, subject: &Subject) -> bool {
    match (subject, &reply.of) {
        (Subject::Bank(id), In::Question { question }) => question.as_str().split_once('/').is_some_and(|(bank, _)| bank == id),
        (Subject::Scenario(id), In::Turn { scenario, .. }) => scenario.as_str() == id,
        (Subject::Bank(_) | Subject::Scenario(_), _) => false,
        _ => true,
    }
}
