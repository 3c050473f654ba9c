//! What of a licence contradicts itself: weights, marks, times. One file is enough to see it.
//!
//! Of what could not be read nothing is said: each slip is one finding.

use std::ops::Range;

use super::{Part, Result};
use crate::base::points::Exact;
use crate::content::codes::{self, Code};
use crate::content::raw::path::{Found, follow};
use crate::content::raw::reader::Reader;
use crate::content::raw::sheet::At;
use crate::model::licence::{PracticeDraw, QuestionDraw, Rules};
use crate::model::span::{Lasts, Span};

/// What was read of a licence.
pub struct Read<'r> {
    /// `[theory]`.
    pub theory: &'r Option<Part<QuestionDraw>>,
    /// `[practice]`.
    pub practice: &'r Option<Part<PracticeDraw>>,
    /// `[result]`.
    pub result: &'r Option<Result>,
    /// `[conduct]`.
    pub conduct: &'r Option<Rules>,
}

/// Looks for contradictions.
pub fn check(root: &mut Reader<'_, '_>, read: &Read<'_>) {
    if !root.has("theory") && !root.has("practice") {
        let place = root.span.clone();
        root.sheet.find(&codes::NO_PART, place, &[]);
    }
    weights(root, read);
    if let Some(result) = read.result {
        total(root, read, result);
        times(root, read, result);
        waits(root, result);
    }
    idle(root, read);
}

/// Weights sum to 100; a part that stands alone has all of them.
fn weights(root: &mut Reader<'_, '_>, read: &Read<'_>) {
    let theory = read.theory.as_ref().and_then(|t| t.weight.as_ref());
    let practice = read.practice.as_ref().and_then(|p| p.weight.as_ref());
    let alone = root.has("theory") != root.has("practice");
    let (last, first) = match (theory, practice) {
        (Some(theory), Some(practice)) => (practice, Some(theory)),
        (Some(only), None) | (None, Some(only)) if alone => (only, None),
        _ => return,
    };
    let sum = u32::from(last.it) + first.map_or(0, |f| u32::from(f.it));
    if sum != 100 {
        let args = [("sum", &*sum.to_string()), ("parts", if alone { "one" } else { "two" })];
        match first {
            Some(first) => root.sheet.find_also(&codes::BAD_WEIGHTS, last.span.clone(), first.span.clone(), &args),
            None => root.sheet.find(&codes::BAD_WEIGHTS, last.span.clone(), &args),
        }
    }
}

/// Whether the total decides anything beyond the parts' own marks, and the band below it can be met.
fn total(root: &mut Reader<'_, '_>, read: &Read<'_>, result: &Result) {
    let Some(pass) = &result.pass else { return };
    let borderline = result.borderline.as_ref().filter(|b| b.it > 0);
    if let Some(band) = borderline.filter(|b| b.it > pass.it) {
        let (max, found) = (pass.it.to_string(), band.it.to_string());
        let args = [("key", "borderline"), ("min", "0"), ("max", max.as_str()), ("found", found.as_str())];
        return root.sheet.find(&codes::OUT_OF_RANGE, band.span.clone(), &args);
    }
    let Some(least) = least(read) else { return };
    let mark = Exact::new(i128::from(pass.it), 100);
    let (given, marked) = (least.percent(), pass.it.to_string());
    if mark < least {
        let args = [("what", "total"), ("given", given.as_str()), ("mark", marked.as_str())];
        root.sheet.find(&codes::NO_EFFECT, pass.span.clone(), &args);
    } else if let (Some(band), true) = (borderline, mark == least) {
        let args = [("what", "borderline"), ("given", given.as_str()), ("mark", marked.as_str())];
        root.sheet.find(&codes::NO_EFFECT, band.span.clone(), &args);
    }
}

/// The least total of whoever meets the parts' own marks; `None` if it cannot be told.
fn least(read: &Read<'_>) -> Option<Exact> {
    let theory = read.theory.as_ref().map(|t| (t.weight.as_ref(), t.pass, t.alone));
    let practice = read.practice.as_ref().map(|p| (p.weight.as_ref(), p.pass, p.alone));
    let mut sum = Exact::ZERO;
    let mut weights = 0;
    for (weight, pass, alone) in theory.into_iter().chain(practice) {
        let weight = if alone { 100 } else { weight?.it };
        weights += u32::from(weight);
        sum = sum + Exact::new(i128::from(weight) * i128::from(pass?), 10_000);
    }
    (weights == 100).then_some(sum)
}

/// The parts' limits fit into the whole; stations have none.
fn times(root: &mut Reader<'_, '_>, read: &Read<'_>, result: &Result) {
    let talks = read.practice.as_ref().is_some_and(|p| p.draws.iter().any(|d| matches!(d.it, PracticeDraw::Talk { .. })));
    if let Some(practice) = read.practice {
        match &practice.limit {
            Some(limit) if !talks && !practice.draws.is_empty() => no_effect(root, "limit", limit.span.clone()),
            None if talks => missing_limit(root, &practice.span),
            _ => {}
        }
    }
    let Some(within) = &result.within else { return };
    let theory = read.theory.as_ref().and_then(|t| t.limit.as_ref());
    let practice = read.practice.as_ref().and_then(|p| p.limit.as_ref()).filter(|_| talks);
    let sum = Span(theory.into_iter().chain(practice).map(|l| l.it.0).sum());
    if sum > within.it {
        let (part, whole) = (sum.to_string(), within.it.to_string());
        let args = [("what", "limits"), ("part", part.as_str()), ("whole", whole.as_str())];
        root.sheet.find(&codes::TOO_LONG, within.span.clone(), &args);
    }
}

fn missing_limit(root: &mut Reader<'_, '_>, span: &Range<usize>) {
    if key(root, "practice.limit").is_none() && !root.sheet.parsed.is_broken_near(span.start) {
        root.sheet.find(&codes::KEY_MISSING, span.clone(), &[("key", "limit"), ("of", "text")]);
    }
}

/// A waiting time after the last exam is never waited.
fn waits(root: &mut Reader<'_, '_>, result: &Result) {
    let Some(attempts) = &result.attempts else { return };
    let most = usize::try_from(attempts.it).unwrap_or(usize::MAX).saturating_sub(1);
    if let Some(surplus) = result.wait.get(most) {
        let (count, attempts) = (result.wait.len().to_string(), attempts.it.to_string());
        let args = [("what", "wait"), ("given", count.as_str()), ("mark", attempts.as_str())];
        root.sheet.find(&codes::NO_EFFECT, surplus.span.clone(), &args);
    }
}

/// Rules for what the exam does not have.
fn idle(root: &mut Reader<'_, '_>, read: &Read<'_>) {
    let stands = |part: &Part<PracticeDraw>, is: fn(&PracticeDraw) -> bool| part.draws.iter().any(|d| is(&d.it));
    let unread = |part: &Part<PracticeDraw>| part.draws.is_empty();
    let stations = read.practice.as_ref().is_some_and(|p| unread(p) || stands(p, |d| matches!(d, PracticeDraw::Station { .. })));
    let talks = read.practice.as_ref().is_some_and(|p| unread(p) || stands(p, |d| matches!(d, PracticeDraw::Talk { .. })));
    if let Some(rules) = read.conduct {
        if rules.examiners == 2 && !stations {
            key(root, "conduct.examiners").into_iter().for_each(|place| no_effect(root, "examiners", place));
        } else if rules.examiners == 1
            && let Some(place) = key(root, "conduct.differ")
        {
            no_effect(root, "differ", place);
        }
    }
    if let Some(red_line) = read.practice.as_ref().and_then(|p| p.red_line.as_ref()).filter(|_| !talks) {
        no_effect(root, "red-line", red_line.span.clone());
    }
}

/// Whether the time to renew in begins before the licence does.
pub fn renewal(r: &mut Reader<'_, '_>, lasts: Lasts, renew: &At<Span>) {
    // Of months the longest, so that nothing is said that could be right.
    let days = match lasts {
        Lasts::Months(n) => i64::from(n) * 31,
        Lasts::Days(n) => i64::from(n),
    };
    if renew.it.0 > days * 86_400_000 {
        let (part, whole) = (renew.it.to_string(), lasts.to_string());
        let args = [("what", "renewal"), ("part", part.as_str()), ("whole", whole.as_str())];
        r.sheet.find(&codes::TOO_LONG, renew.span.clone(), &args);
    }
}

fn no_effect(root: &mut Reader<'_, '_>, what: &str, place: Range<usize>) {
    let code: &Code = &codes::NO_EFFECT;
    root.sheet.find(code, place, &[("what", what), ("given", ""), ("mark", "")]);
}

/// The place of a key's value, where there is one.
pub fn key(root: &Reader<'_, '_>, path: &str) -> Option<Range<usize>> {
    match follow(&root.sheet.parsed.table, None, path) {
        Found::Here(_, value) => Some(value),
        Found::Lost(..) => None,
    }
}
