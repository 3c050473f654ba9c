//! `cut LICENCE`: the basis of a pass mark, from what judges expect (Angoff) or from what examiners saw (borderline regression), written
//! as a record that the scheme names (`basis`). It recommends; the mark is the scheme's, and people decide on it.

mod read;
mod record;

use std::path::PathBuf;

use serde_json::json;

use super::args::Cut as Args;
use super::failure::{Exit, Failure};
use super::registry::Registry;
use super::room::Call;
use super::{Outcome, exam, files, issue};
use crate::analysis::cut::{Observed, angoff, borderline, whole};
use crate::attempt::plan::Subject;
use crate::model::grade::Grade;
use crate::model::library::Library;
use crate::model::licence::Scheme;

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Args) -> Outcome {
    let library = call.library()?;
    let scheme = exam::find(&library, &args.licence)?.clone();
    let out = args.out.clone().unwrap_or_else(|| PathBuf::from(format!("{}-cut.md", scheme.id)));
    issue::must_be_new(&out)?;
    let day: String = call.ports.now().local(&library.time_zone).chars().take(10).collect();
    let record = record::Record { scheme: &scheme, words: &call.words, day };
    let (text, value, mark) = match &args.station {
        None => {
            let path = args.judges.as_deref().ok_or_else(|| Failure::usage("fail-usage", []))?;
            let judged = read::judges(path)?;
            known(&library, &judged.items)?;
            let rounds = angoff(&judged.judgements);
            let last = rounds.last().ok_or_else(|| Failure::usage("fail-usage", []))?;
            let value = json!({ "method": "angoff", "mean": last.mean, "deviation": last.deviation(), "error": last.error(),
                                "judges": last.judges.len(), "items": judged.items.len(), "rounds": rounds.len() });
            (record.angoff(&rounds, &judged.items), value, whole(last.mean))
        }
        Some(station) => {
            let observed = match &args.ratings {
                Some(path) => read::ratings(path)?,
                None => recorded(call, &scheme, station)?,
            };
            let few = || Failure::usage("fail-cut-few", [("station", station)]).hint("hint-cut-few", []);
            let line = borderline(&observed, args.borderline).ok_or_else(few)?;
            let value = json!({ "method": "borderline-regression", "station": station, "rating": args.borderline, "cut": line.cut,
                                "slope": line.slope, "explained": line.explained, "observations": line.count });
            (record.borderline(&line, station, args.borderline), value, whole(line.cut))
        }
    };
    files::write_new(&out, text.as_bytes()).map_err(|error| files::unwritten(&out, &error))?;
    let shown = out.display().to_string();
    if call.json() {
        let mut value = value;
        (value["recommended"], value["pass"], value["file"]) = (mark.into(), scheme.result.pass.into(), shown.into());
        call.print_json(&value)?;
        return Ok(Exit::Done);
    }
    call.print(&text)?;
    let name = out.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    call.tell(
        "note-cut-written",
        &[("path", shown.as_str().into()), ("name", name.as_str().into()), ("id", scheme.id.as_str().into())],
    );
    Ok(Exit::Done)
}

/// The items have to be the library's: a slip in the head is a mark for something that nobody is asked.
fn known(library: &Library, items: &[String]) -> Result<(), Failure> {
    let there = |id: &&String| {
        let id = id.as_str();
        library.question(&id.into()).is_some()
            || library.scenarios.contains_key(&id.into())
            || library.stations.contains_key(&id.into())
    };
    let unknown: Vec<&str> = items.iter().filter(|id| !there(id)).map(String::as_str).collect();
    match unknown.is_empty() {
        true => Ok(()),
        false => Err(Failure::usage("fail-cut-items", [("items", &unknown.join(" · "))]).hint("hint-cut-items", [])),
    }
}

/// What examiners saw at a station in exams of the scheme, as far as they stand for it and gave a global rating.
fn recorded(call: &Call<'_>, scheme: &Scheme, station: &str) -> Result<Vec<Observed>, Failure> {
    let store = call.store()?;
    let registry = Registry::open(store.as_ref())?;
    let subject = Subject::Licence(scheme.id.to_string());
    let exams: Vec<_> = store.attempts(None)?.into_iter().filter(|row| row.subject == subject).map(|row| row.id).collect();
    let mut out = Vec::new();
    for seen in exams.iter().filter_map(|exam| registry.register.observed.get(exam)).flatten() {
        if seen.station.as_str() != station {
            continue;
        }
        let closed = super::recall::recall(store.as_ref(), &seen.observation)?.state.closed;
        if let Some(Grade::Station(grade)) = closed
            && let Some(overall) = grade.overall
        {
            out.push((overall, grade.share()));
        }
    }
    Ok(out)
}
