//! What the report on a licence tells of its items and examiners: which to look at, by the same figures that `stats` tells in full.

use super::observed::observed;
use super::recorded::{choose, gather, of_questions};
use super::{Line, Which};
use crate::analysis::items::advice::REST_FROM;
use crate::analysis::rate::Rate;
use crate::attempt::plan::Subject;
use crate::base::id::LicenceId;
use crate::base::moment::Moment;
use crate::cli::failure::Failure;
use crate::cli::recall::Kept;
use crate::cli::room::{Call, lang};
use crate::model::library::Library;
use crate::report::account::licence::{Alarm, Items};
use crate::store::Store;

/// An item that more than this share of exams had, in percent, is told as known: own policy.
const EXPOSED: usize = 50;

/// The items of a licence's exams, of each person the first one.
///
/// # Errors
/// `Failure` of the store.
pub fn alarms(
    call: &Call<'_>,
    store: &dyn Store,
    (library, licence): (&Library, &LicenceId),
    until: Option<Moment>,
) -> Result<Items, Failure> {
    let mut rows = store.attempts(None)?;
    rows.retain(|row| until.is_none_or(|until| row.last <= until));
    let all = gather(call, store, rows, &Subject::Licence(licence.to_string()))?;
    let chosen: Vec<&Kept> = choose(&all, Which::First);
    let told = of_questions(&chosen, library, &lang(library, &call.words), None);
    let exams = chosen.len();
    let alarm = |line: &Line| {
        let figures = &line.figures;
        let mut why: Vec<&'static str> = line.advice().iter().map(crate::analysis::items::advice::Advice::word).collect();
        // Where everybody has the same paper, everybody knows all of it: that is the paper's doing, not the item's.
        if exams >= REST_FROM && figures.attempts < exams && figures.attempts * 100 > exams * EXPOSED {
            why.push("exposed");
        }
        why.dedup();
        let thousandths = |share: f64| (share.clamp(0.0, 1.0) * 1000.0) as u16;
        let enough = figures.attempts >= REST_FROM;
        (!why.is_empty()).then(|| Alarm {
            item: figures.item.clone(),
            met: figures.attempts,
            facility: figures.facility.map(thousandths),
            discrimination: figures.discrimination.filter(|_| enough).map(|it| it as i32),
            why,
        })
    };
    let raters = observed(call, store, &chosen)?.into_iter().filter_map(|rated| {
        let all = rated.agreement.iter().find(|it| it.step.is_none())?;
        let alike = all.agreement? * all.pairs as f64;
        // A count over a count: rounding takes away only what dividing added.
        Some((rated.station, Rate { hits: alike.round() as usize, of: all.pairs }))
    });
    Ok(Items { exams, alarms: told.items.iter().filter_map(alarm).collect(), met: told.items.len(), raters: raters.collect() })
}
