//! Courses that require one another in a circle could never be begun.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::finding::Finding;
use crate::content::codes;
use crate::content::doc::{Body, Doc, Gathered};
use crate::content::raw::sheet::Kind;

/// Finds each circle once, at its first course by id.
pub fn check(all: &Gathered<'_>, findings: &mut Vec<Finding>) {
    let docs: BTreeMap<&str, (&Doc<'_>, Vec<&str>)> = all.docs.iter().filter_map(requires).collect();
    for (start, (doc, _)) in &docs {
        let Some(circle) = circle(start, &docs) else { continue };
        // Told at the smallest id only: the same circle is seen from each of its courses.
        if circle.iter().any(|id| id < start) {
            continue;
        }
        let next = circle.get(1).copied().unwrap_or(start);
        let span =
            doc.refs.iter().find(|r| r.kind == Kind::Course && r.id == next).map_or(doc.head.span.clone(), |r| r.span.clone());
        let path = circle.iter().chain([start]).copied().collect::<Vec<_>>().join(" → ");
        findings.push(codes::COURSE_CYCLE.at(doc.parsed.place(span), &[("path", &path)]));
    }
}

fn requires<'d, 'a>(doc: &'d Doc<'a>) -> Option<(&'d str, (&'d Doc<'a>, Vec<&'d str>))> {
    let Body::Course(course) = &doc.body else { return None };
    Some((doc.head.id.as_str(), (doc, course.requires.iter().map(|id| id.as_str()).collect())))
}

/// A shortest way from a course back to it.
fn circle<'d>(start: &'d str, docs: &BTreeMap<&'d str, (&Doc<'_>, Vec<&'d str>)>) -> Option<Vec<&'d str>> {
    let mut ways = std::collections::VecDeque::from([vec![start]]);
    let mut seen = BTreeSet::new();
    while let Some(way) = ways.pop_front() {
        let last = way.last().copied().unwrap_or(start);
        for next in docs.get(last).into_iter().flat_map(|(_, requires)| requires) {
            if *next == start {
                return Some(way);
            }
            if seen.insert(*next) {
                ways.push_back(way.iter().copied().chain([*next]).collect());
            }
        }
    }
    None
}
