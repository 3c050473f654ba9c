//! What examiners saw at stations: its steps as items, and how far two examiners agree.

use std::collections::{BTreeMap, BTreeSet};

use super::marks::lines;
use super::recorded::gather;
use super::{Rated, Told};
use crate::analysis::items::figures::figures;
use crate::analysis::items::raters::{Pair, agreement};
use crate::analysis::items::sat;
use crate::attempt::plan::{Step, Subject};
use crate::base::id::{AttemptId, StationId};
use crate::base::points::Exact;
use crate::cli::failure::Failure;
use crate::cli::recall::Kept;
use crate::cli::room::Call;
use crate::model::grade::Grade;
use crate::model::station;
use crate::store::Store;

/// The steps of a station as items, and how far two examiners agree.
pub fn of_station(chosen: &[&Kept], all: &[Kept], id: &str) -> Told {
    let rows: Vec<sat::Row> = chosen.iter().filter_map(|kept| steps(kept)).collect();
    let mut order: Vec<String> = Vec::new();
    for (step, ..) in rows.iter().flatten() {
        if !order.contains(step) {
            order.push(step.clone());
        }
    }
    let table = sat::table(&order, &rows);
    let figures = figures(&table);
    let items = lines(&table, figures.items);
    let raters = rated(id, &all.iter().collect::<Vec<_>>()).into_iter().collect();
    Told { items, quiz: figures.quiz, percent: !table.is_one_form(), raters, ..Told::default() }
}

/// The marks of an observation.
fn steps(kept: &Kept) -> Option<sat::Row> {
    let Some(Grade::Station(grade)) = &kept.state.closed else { return None };
    let content = kept.activity.plan.parts.iter().flat_map(|p| &p.steps).find_map(|step| match step {
        Step::Rate { content, .. } => Some(*content),
        _ => None,
    })?;
    let station = kept.activity.station(&content);
    let whole = |n: u8| Exact::new(i128::from(n), 1);
    let most = |step| station.find(step).map_or(0, station::Rated::most);
    Some(grade.marks.iter().map(|(step, mark)| (step.to_string(), whole(*mark), whole(most(step)))).collect())
}

/// Two examiners' marks of one candidate at one station, as far as there are two.
fn rated(station: &str, all: &[&Kept]) -> Option<Rated> {
    let mut exams: BTreeMap<&AttemptId, Vec<&Kept>> = BTreeMap::new();
    for kept in all {
        if let Some(observes) = &kept.activity.plan.observes {
            exams.entry(&observes.exam).or_default().push(kept);
        }
    }
    let (mut order, mut pairs) = (Vec::new(), Vec::new());
    for seen in exams.values() {
        let examiner = |kept: &Kept| kept.activity.plan.observes.as_ref().map(|o| o.examiner.clone());
        let Some(first) = seen.first() else { continue };
        let Some(second) = seen.iter().find(|kept| examiner(kept) != examiner(first)) else { continue };
        let (Some(one), Some(other)) = (steps(first), steps(second)) else { continue };
        for ((step, mark, most), (_, also, _)) in one.iter().zip(&other).filter(|(a, b)| a.0 == b.0 && a.2 == b.2) {
            if !order.contains(step) {
                order.push(step.clone());
            }
            let whole = |e: &Exact| u8::try_from(e.parts().0).unwrap_or(u8::MAX);
            pairs.push(Pair { step: step.clone(), marks: (whole(mark), whole(also)), most: whole(most) });
        }
    }
    (!pairs.is_empty()).then(|| Rated { station: station.to_owned(), agreement: agreement(&order, &pairs) })
}

/// How far examiners agree at the stations of these exams.
pub fn observed(call: &Call<'_>, store: &dyn Store, exams: &[&Kept]) -> Result<Vec<Rated>, Failure> {
    let stations: BTreeSet<StationId> =
        exams.iter().filter_map(|k| k.activity.plan.exam.as_ref()).flat_map(|e| &e.stations).map(|(id, _)| id.clone()).collect();
    let ids: BTreeSet<&AttemptId> = exams.iter().map(|k| &k.activity.plan.attempt).collect();
    let mut out = Vec::new();
    for id in stations {
        let all = gather(call, store, store.attempts(None)?, &Subject::Station(id.to_string()))?;
        let of = |kept: &&Kept| kept.activity.plan.observes.as_ref().is_some_and(|o| ids.contains(&o.exam));
        out.extend(rated(id.as_str(), &all.iter().filter(of).collect::<Vec<_>>()));
    }
    Ok(out)
}
