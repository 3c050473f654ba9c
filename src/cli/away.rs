//! Exams whose papers are sealed at this PC: what is known of one without its papers, from its record here and from what the desk told.
//! Nothing is marked here; the desk has the papers, and the result.

use super::failure::Failure;
use super::heard::{self, Became, Heard};
use super::registry::Registry;
use crate::attempt::event::Body;
use crate::base::id::{AttemptId, SittingId};
use crate::base::moment::Moment;
use crate::grade::eligible::{Sat, Stands};
use crate::model::grade::Grade;
use crate::store::Store;
use crate::store::sealed::sealed_in;

/// An exam whose papers are sealed here.
pub struct Away {
    /// In which sitting.
    pub sitting: SittingId,
    /// Until when its candidate may appeal, where the desk told.
    pub appeal_until: Option<Moment>,
    attempt: AttemptId,
    started: Moment,
    /// When it was handed in, and whether it passed by its own points.
    closed: Option<(Moment, Option<bool>)>,
    /// What the desk told of it.
    told: Option<Told>,
    /// Whether it was declared void, as far as this PC's own record knows.
    voided: bool,
}

/// What the desk told.
#[derive(Clone, Copy)]
enum Told {
    /// A licence was issued on it.
    Issued,
    /// What it came to.
    Became(Became),
}

impl Away {
    /// What is known of an exam; `None` where its papers lie open, or it is not there.
    ///
    /// # Errors
    /// `Failure` of the store.
    pub fn of(store: &dyn Store, attempt: &AttemptId) -> Result<Option<Self>, Failure> {
        let events = store.events(attempt)?;
        let Some((first, last)) = events.first().zip(events.last()) else { return Ok(None) };
        let Body::Started { plan } = &first.event.body else { return Ok(None) };
        let Some(sitting) = sealed_in(store, plan)? else { return Ok(None) };
        let closed =
            if let Body::Closed { grade } = &last.event.body { Some((last.event.at, Grade::passed(grade))) } else { None };
        let heard = heard::kept(store)?;
        let exam = heard.exams.iter().find(|it| it.exam == *attempt);
        Ok(Some(Self {
            sitting,
            appeal_until: exam.and_then(|it| it.appeal_until),
            attempt: attempt.clone(),
            started: first.event.at,
            closed,
            told: told(&heard, attempt),
            voided: Registry::open(store)?.register.voided.contains_key(attempt),
        }))
    }

    /// What it came to, in a word for programs: `void`, `passed`, `failed`, `over` (nobody told yet) or `open`.
    pub const fn word(&self) -> &'static str {
        if self.voided {
            return "void";
        }
        match (self.told, self.closed) {
            (Some(Told::Became(Became::Voided)), _) => "void",
            (Some(Told::Issued | Told::Became(Became::Passed)), _) | (None, Some((_, Some(true)))) => "passed",
            (Some(Told::Became(Became::Failed)), _) | (None, Some((_, Some(false)))) => "failed",
            (None, Some((_, None))) => "over",
            (None, None) => "open",
        }
    }

    /// Whether the desk told what it came to, and nothing was signed here that takes it back.
    pub const fn is_told(&self) -> bool {
        match self.told {
            Some(Told::Became(Became::Voided)) => true,
            Some(_) => !self.voided,
            None => false,
        }
    }

    /// How it stands before any further exam; `None` where it does not count.
    pub fn sat(&self) -> Option<Sat> {
        let stands = match (self.word(), self.closed) {
            ("void", _) => return None,
            (_, None) => Stands::Open,
            ("passed", _) if matches!(self.told, Some(Told::Issued)) => Stands::Issued,
            ("passed", _) => Stands::Passed,
            ("failed", Some((closed, _))) => Stands::Failed(closed),
            _ => Stands::Sealed,
        };
        Some(Sat { attempt: self.attempt.clone(), started: self.started, stands })
    }
}

fn told(heard: &Heard, attempt: &AttemptId) -> Option<Told> {
    let issued = heard.licences.iter().any(|it| it.exam == *attempt);
    let became = heard.exams.iter().find(|it| it.exam == *attempt).map(|it| Told::Became(it.result));
    if issued { Some(Told::Issued) } else { became }
}
