//! `[station]`: observed practice, its steps and oral questions, each with what an examiner sees at 0, 1, 2, … points.

use std::collections::BTreeMap;
use std::ops::Range;

use super::library::Head;
use super::reader::Reader;
use super::sheet::{At, Kind};
use crate::content::codes;
use crate::content::shape::range;
use crate::model::library::Use;
use crate::model::station::{Rated, Station};
use crate::model::text::Text;

/// Steps and oral questions of a station. An examiner who marks live cannot keep more in sight.
pub const MOST_RATED: usize = 40;

/// Reads a station file.
pub fn station(root: &mut Reader<'_, '_>) -> Option<(Head, Station)> {
    let main = root.main("station", |r| {
        r.require(&["use", "brief", "setup"]);
        let head = Head::read(r, Kind::Station, true);
        let station = Station {
            id: head.id.as_str().into(),
            title: head.title.clone(),
            roles: r.refs("roles", Kind::Role),
            use_: r.word("use", Use::ALL).unwrap_or(Use::Practice),
            minutes: r.integer("minutes", range::MINUTES),
            brief: r.text("brief").unwrap_or_default(),
            setup: r.text("setup").unwrap_or_default(),
            objectives: r.refs("objectives", Kind::Objective),
            steps: Vec::new(),
            oral: Vec::new(),
        };
        (head, station)
    });
    let of = main.as_ref().map_or("?", |(head, _)| &head.id).to_owned();
    root.require(&["step"]);
    let mut places: Vec<At<String>> = Vec::new();
    let steps = root.items("step", |r, id| {
        r.require(&["text"]);
        put_down(r, &of, id, &mut places);
        let text = r.text("text").unwrap_or_default();
        let critical = r.flag("critical").unwrap_or(false);
        rated(r, id, (text, None), critical)
    });
    let oral_from = places.len();
    let oral = root.items("oral", |r, id| {
        r.require(&["ask"]);
        put_down(r, &of, id, &mut places);
        let words = (r.text("ask").unwrap_or_default(), r.text("listen_for"));
        rated(r, id, words, false)
    });
    shared_space(root, &places, oral_from);
    how_many(root, places.len());
    let (head, station) = main?;
    Some((head, Station { steps, oral, ..station }))
}

fn put_down(r: &mut Reader<'_, '_>, of: &str, id: &At<&str>, places: &mut Vec<At<String>>) {
    r.sheet.places.push((format!("station:{of}/{}", id.it), id.span.clone()));
    places.push(At { it: id.it.to_owned(), span: id.span.clone() });
}

fn rated(r: &mut Reader<'_, '_>, id: &At<&str>, (text, listen_for): (Text, Option<Text>), critical: bool) -> Rated {
    r.require(&["points", "anchors"]);
    let points: Option<usize> = r.integer::<i64>("points", range::RATED).and_then(|n| usize::try_from(n).ok());
    let anchors = r.numbered("anchors");
    if let Some(points) = points.filter(|points| r.has("anchors") && !anchors.is_empty() && anchors.len() != points + 1) {
        let (count, wanted) = (anchors.len().to_string(), (points + 1).to_string());
        let place = r.place("anchors");
        r.sheet.find(&codes::BAD_ANCHORS, place, &[("what", "count"), ("count", &count), ("wanted", &wanted)]);
    }
    Rated { id: id.it.into(), text, listen_for, anchors, critical }
}

/// Marks are kept by id alone, so steps and oral questions may not share one.
fn shared_space(root: &mut Reader<'_, '_>, places: &[At<String>], oral_from: usize) {
    let (steps, oral) = places.split_at(oral_from);
    let steps: BTreeMap<&str, &Range<usize>> = steps.iter().rev().map(|s| (s.it.as_str(), &s.span)).collect();
    for again in oral.iter().filter(|o| o.it != "?") {
        if let Some(first) = steps.get(again.it.as_str()) {
            let args = [("kind", "oral"), ("id", again.it.as_str())];
            root.sheet.find_also(&codes::ID_TWICE, again.span.clone(), Range::clone(first), &args);
        }
    }
}

fn how_many(root: &mut Reader<'_, '_>, count: usize) {
    let place = root.span.clone();
    if root.get("step").is_some_and(|steps| steps.get_ref().as_array().is_some_and(|all| all.is_empty())) {
        let place = root.place("step");
        root.sheet.find(&codes::EMPTY, place, &[("key", "step")]);
    }
    if count > MOST_RATED {
        let (most, count) = (MOST_RATED.to_string(), count.to_string());
        let args = [("key", "step + oral"), ("min", "1"), ("max", most.as_str()), ("found", count.as_str())];
        root.sheet.find(&codes::OUT_OF_RANGE, place, &args);
    }
}
