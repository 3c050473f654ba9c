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
    /// The register it belongs to; that a text is too short is nobody's rule.
    pub register: Option<WordingId>,
    /// The rule, or `too-short`.
    pub rule: RuleId,
    /// What it says is wrong; empty where nobody's rule does.
    pub title: String,
    /// How bad it is.
    pub severity: Option<Severity>,
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
            for id in reply.judged.faults() {
                let it = fault(reply, &id, lang);
                let same = |known: &Fired| known.register == it.register && known.rule == it.rule;
                let at = out.iter().position(same).unwrap_or_else(|| {
                    out.push(it);
                    out.len() - 1
                });
                let it = &mut out[at];
                it.practice += usize::from(!exam);
                it.exam += usize::from(exam);
                it.read += usize::from(reading.is_some());
                it.overruled += usize::from(reading.is_some_and(|it| it.overruled.unbroken.contains(&id)));
            }
        }
    }
    out.sort_by(|a, b| (b.practice + b.exam).cmp(&(a.practice + a.exam)).then_with(|| a.rule.cmp(&b.rule)));
    out
}

/// What is held against a reply, counted nowhere yet.
fn fault(reply: &Reply<'_>, id: &RuleId, lang: &Lang) -> Fired {
    let wording = reply.writing.register.as_ref();
    let (register, rule) = wording.and_then(|of| Some((of.id.clone(), of.rule(id)?))).unzip();
    let title = rule.map_or_else(String::new, |rule| rule.title.get(lang).to_owned());
    let severity = rule.map(|rule| rule.severity);
    Fired { register, rule: id.clone(), title, severity, practice: 0, exam: 0, read: 0, overruled: 0 }
}

fn is_of(reply: &Reply<'_>, subject: &Subject) -> bool {
    match (subject, &reply.of) {
        (Subject::Bank(id), In::Question { question }) => question.as_str().split_once('/').is_some_and(|(bank, _)| bank == id),
        (Subject::Scenario(id), In::Turn { scenario, .. }) => scenario.as_str() == id,
        (Subject::Bank(_) | Subject::Scenario(_), _) => false,
        _ => true,
    }
}
