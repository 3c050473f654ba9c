//! Objectives that nothing serves: what must be known is taught and asked, what must be done is taught and played, written
//! or observed at a station.

use std::collections::BTreeSet;

use super::named;
use crate::base::finding::Finding;
use crate::base::id::ObjectiveRef;
use crate::content::codes;
use crate::content::doc::{Body, Gathered};
use crate::model::library::Aim;
use crate::model::question::Kind;

/// Says of each objective what is missing. Only where everything could be read: what is missing may be in what could not.
pub fn check(all: &Gathered<'_>, findings: &mut Vec<Finding>) {
    if all.all_blind || !all.blind.is_empty() {
        return;
    }
    let (mut taught, mut asked, mut played) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for doc in all.docs.iter().filter(|d| d.is_live()) {
        match &doc.body {
            Body::Course(course) => taught.extend(course.lessons.iter().flat_map(|l| &l.objectives)),
            Body::Bank(bank) => {
                asked.extend(bank.questions.iter().flat_map(|q| &q.objectives));
                // An answer in one's own words is done, not chosen.
                let written = bank.questions.iter().filter(|q| matches!(q.kind, Kind::Write(_)));
                played.extend(written.flat_map(|q| &q.objectives));
            }
            Body::Scenario(scenario) => played.extend(&scenario.objectives),
            Body::Station(station) => played.extend(&station.objectives),
            _ => {}
        }
    }
    for doc in all.docs.iter().filter(|d| d.is_live()) {
        let Body::Syllabus(syllabus) = &doc.body else { continue };
        for objective in &syllabus.objectives {
            let has = |set: &BTreeSet<&ObjectiveRef>| set.contains(&objective.id);
            let (shown, shown_what) = match objective.aim {
                Aim::Know => (has(&asked), "asked"),
                Aim::Do => (has(&played), "played"),
            };
            let what = match (has(&taught), shown) {
                (true, true) => continue,
                (true, false) => shown_what,
                (false, true) => "taught",
                (false, false) => "served",
            };
            let place = named(doc, &format!("objective:{}", objective.id));
            findings.push(codes::UNCOVERED.at(place, &[("id", objective.id.as_str()), ("what", what)]));
        }
    }
}
