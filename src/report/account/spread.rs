//! How totals are spread: bars of ten points each, a line at the pass mark, and in every bar what passed, what fell short and what
//! crossed a red line.
//!
//! The line is the exams' own mark, as it was when they were sat. It is drawn where they all had the same one; where they had not, a
//! sentence says so, for no place on the chart would be true of all of them. The bar that it falls into is split there.

use std::collections::BTreeSet;

use super::facts::Exam;
use super::{Bar, Bars, Cell, Cut, Part, Stretch, Tally, Tell};
use crate::base::id::LicenceId;
use crate::base::points::Exact;
use crate::locale::Tongue;

/// Points of a bar.
const STEP: u8 = 10;
/// The most points there are.
const MOST: u8 = 100;

/// The chart of those that have a total, and where its line comes from; nothing where none has one.
pub fn spread(tell: Tell<'_>, licence: &LicenceId, name: String, exams: &[&Exam]) -> Vec<Part> {
    let totals: Vec<(Exact, &Exam)> = exams.iter().filter_map(|it| Some((it.total?, *it))).collect();
    if totals.is_empty() {
        return Vec::new();
    }
    let marks: BTreeSet<u8> = totals.iter().map(|(_, exam)| exam.pass).collect();
    let bars = bars(tell, name, &totals, &marks);
    let sum = totals.iter().map(|(_, exam)| exam.tally()).fold(Tally::default(), Tally::and);
    // What colours mean is told of those that are there.
    let named = [("report-how-short", sum.short), ("report-how-red", sum.red)];
    let mut how: Vec<String> = named.iter().filter(|(_, n)| *n > 0).map(|(key, _)| tell.get(key)).collect();
    let below =
        |(total, exam): &&(Exact, &Exam)| exam.passed() == Some(true) && *total < Exact::new(exam.pass.into(), MOST.into());
    let decided = totals.iter().filter(below).count();
    how.extend((decided > 0).then(|| tell.words.with("report-how-decided", &[("count", decided.into())])));
    let gap = if tell.words.tongue() == Tongue::Zh { "" } else { " " };
    let how = (!how.is_empty()).then(|| Part::Note(how.join(gap)));
    std::iter::once(Part::Bars(bars)).chain(how).chain(basis(tell, licence, &marks).into_iter().map(Part::Note)).collect()
}

fn bars(tell: Tell<'_>, name: String, totals: &[(Exact, &Exam)], marks: &BTreeSet<u8>) -> Bars {
    let mark = if marks.len() == 1 { marks.first().copied() } else { None };
    let bins = bins(mark);
    let tally = |n: usize| {
        let here = totals.iter().filter(|(total, _)| bin(&bins, *total) == n).map(|(_, exam)| exam.tally());
        here.fold(Tally::default(), |sum, it| sum.and(it))
    };
    let tallies: Vec<Tally> = (0..bins.len()).map(tally).collect();
    let most = tallies.iter().map(|it| it.sum()).max().unwrap_or(0).max(1);
    let bar = |((low, high), tally): (&(u8, u8), &Tally)| {
        let range = tell.words.with("report-bin", &[("low", (*low).into()), ("high", (*high).into())]);
        let drawn = tally.parts().into_iter().filter(|(_, n)| *n > 0);
        let stretches = drawn.map(|(tone, n)| Stretch { length: Exact::new(n as i128, most as i128), tone }).collect();
        Bar { name: if low == high { low.to_string() } else { range }, value: Cell::Tally(*tally), stretches }
    };
    let cut = mark.and_then(|points| {
        let bar = bins.iter().position(|(low, _)| *low >= points).filter(|bar| *bar > 0)?;
        Some(Cut { bar, points, name: tell.words.with("report-cut", &[("pass", points.into())]) })
    });
    let heads = ["report-col-points", "report-col-exams"].map(|key| tell.get(key));
    Bars { key: "distribution", name, heads, bars: bins.iter().zip(&tallies).map(bar).collect(), cut }
}

/// From how many points to how many each bar is; one ends where the mark is.
fn bins(mark: Option<u8>) -> Vec<(u8, u8)> {
    let mut edges: Vec<u8> = (0..=MOST).step_by(usize::from(STEP)).chain(mark.filter(|mark| *mark <= MOST)).collect();
    edges.sort_unstable();
    edges.dedup();
    // A mark of 100 has a bar for those alone who reach it.
    edges.extend(mark.filter(|mark| *mark == MOST));
    edges.windows(2).map(|edge| (edge[0], edge[1])).collect()
}

/// Into which of them a total falls.
fn bin(bins: &[(u8, u8)], total: Exact) -> usize {
    let reached = |(low, _): &(u8, u8)| total >= Exact::new(i128::from(*low), i128::from(MOST));
    bins.iter().rposition(reached).unwrap_or(0)
}

/// Where the mark comes from: a study that is kept beside the scheme, or own policy; and whether it was another one for these exams.
fn basis(tell: Tell<'_>, licence: &LicenceId, marks: &BTreeSet<u8>) -> Vec<String> {
    let Some(scheme) = tell.library.licences.get(licence) else { return Vec::new() };
    let known = if scheme.result.basis.is_some() { "study" } else { "policy" };
    let file = scheme.result.basis.clone().unwrap_or_default();
    let args = [("pass", scheme.result.pass.into()), ("basis", known.into()), ("file", file.into())];
    let basis = tell.words.with("report-basis", &args);
    if marks.iter().eq([&scheme.result.pass]) {
        return vec![basis];
    }
    let named: Vec<String> = marks.iter().map(u8::to_string).collect();
    let drawn = if marks.len() == 1 { "yes" } else { "no" };
    let args = [("marks", named.join(&tell.get("swap-comma")).into()), ("drawn", drawn.into())];
    vec![tell.words.with("report-cut-other", &args), basis]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_total_is_in_one_bar_and_the_mark_is_an_edge() {
        for mark in std::iter::once(None).chain((0..=MOST).map(Some)) {
            let bins = bins(mark);
            assert!(bins.first().is_some_and(|it| it.0 == 0) && bins.last().is_some_and(|it| it.1 == MOST), "{mark:?}");
            assert!(bins.windows(2).all(|two| two[0].1 == two[1].0), "{mark:?}: {bins:?}");
            for thousandths in 0..=1000_i128 {
                let total = Exact::new(thousandths, 1000);
                let (low, high) = bins[bin(&bins, total)];
                assert!(total >= Exact::new(low.into(), 100), "{mark:?} {total}");
                assert!(total < Exact::new(high.into(), 100) || high == MOST, "{mark:?} {total}");
                if let Some(mark) = mark {
                    let reached = total >= Exact::new(mark.into(), 100);
                    assert_eq!(low >= mark, reached, "{mark}: {total} is on its side of the line");
                }
            }
        }
        assert_eq!(bins(Some(85))[8..], [(80, 85), (85, 90), (90, 100)]);
        assert_eq!(bins(Some(100)).last(), Some(&(100, 100)));
    }
}
