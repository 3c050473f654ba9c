//! `check [PATH]`: every mistake in courseware at once: what `content` finds in files and what `analysis` finds by walking, merged and
//! sorted. Writes nothing anywhere.

mod beside;
mod known;
mod summary;
mod told;
mod watch;

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use serde_json::json;

pub use self::known::Known;
use super::Outcome;
use super::args::Check;
use super::failure::Exit;
use super::room::Call;
use crate::analysis::graph;
use crate::base::finding::{Finding, Severity};
use crate::content::Loaded;
use crate::content::source::Lines;
use crate::locale::Words;
use crate::terminal::findings::Drawing;

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Check) -> Outcome {
    let file = args.path.as_deref().filter(|path| path.is_file());
    let folder = file.map(around).or_else(|| args.path.clone());
    if args.watch {
        return watch::run(call, folder, args.strict);
    }
    let mut loaded = call.load(folder.as_deref())?;
    let all = loaded.with_drafts();
    let mut bar = call.busy("check-busy", all.scenarios.len() + all.licences.len());
    let mut found = walked(&loaded, graph::MOST, &mut || bar.step());
    drop(bar);
    loaded.findings.append(&mut found);
    loaded.findings.sort_by_key(Finding::order);
    if let Some(file) = file {
        loaded.findings.retain(|finding| is_same(Path::new(&*finding.at.file), file));
        call.tell("check-file", &[("file", file.display().to_string().into()), ("count", loaded.findings.len().into())]);
    }
    let tally = Tally::of(&loaded.findings);
    if call.json() {
        call.print_json(&as_json(&loaded.findings, &loaded, call))?;
    } else {
        let drawn = drawing(call).render(&loaded.findings, |name| loaded.sources.get(name).map(|text| &**text));
        let _ = (call.ports.err)().write_all(drawn.as_bytes()); // nobody is left to tell when stderr is closed
        call.print(&summary::text(&loaded, call, tally))?;
    }
    Ok(tally.exit(args.strict))
}

/// The courseware that a file is part of: the nearest folder above it with a library file, else the one it lies in.
fn around(file: &Path) -> PathBuf {
    let here = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let library = here.ancestors().find(|folder| folder.join("library.toml").is_file());
    library.unwrap_or(here).to_owned()
}

/// Whether two paths are written alike, but for a `.` at the beginning.
fn is_same(one: &Path, other: &Path) -> bool {
    let parts = |path: &Path| {
        path.components().filter(|part| *part != Component::CurDir).map(|p| p.as_os_str().to_owned()).collect::<Vec<_>>()
    };
    parts(one) == parts(other)
}

/// How many findings there are.
#[derive(Clone, Copy)]
pub struct Tally {
    errors: usize,
    warnings: usize,
}

impl Tally {
    fn of(findings: &[Finding]) -> Self {
        let errors = findings.iter().filter(|f| f.severity == Severity::Error).count();
        Self { errors, warnings: findings.len() - errors }
    }

    const fn exit(self, strict: bool) -> Exit {
        if self.errors > 0 || (strict && self.warnings > 0) { Exit::NotPassed } else { Exit::Done }
    }
}

/// What only exact analysis shows, scenario by scenario, over up to so many states each, then licence by licence; `step` is told of
/// each one done.
pub fn walked(loaded: &Loaded, most: usize, step: &mut dyn FnMut()) -> Vec<Finding> {
    let mut known = Known::default();
    let mut out = known.scenarios(loaded, most, step);
    for id in loaded.with_drafts().licences.keys() {
        known.work_out(loaded, id);
        step();
    }
    out.extend(known.licences(loaded).0);
    out
}

/// How findings are drawn here: ASCII where lines and marks may not be shown.
pub fn drawing<'a>(call: &'a Call<'_>) -> Drawing<'a> {
    let look = call.look(None);
    let ascii = look.plain || call.ports.screen.is_none();
    Drawing { words: &call.words, width: look.screen.text(), colour: look.screen.colour, ascii }
}

/// A finding in a line: its place, then its sentence.
pub fn sentence(loaded: &Loaded, finding: &Finding, words: &Words) -> String {
    let at = loaded.sources.get(&finding.at.file).map(|text| Lines::of(text));
    let at = at.as_ref().map(|lines| lines.spot(finding.at.span.start)).map_or((1, 1), |spot| (spot.line, spot.column));
    let drawing = Drawing { words, width: 80, colour: false, ascii: true };
    format!("{}:{}:{} {} {}", finding.at.file, at.0, at.1, finding.code, drawing.sentence(finding))
}

fn as_json(findings: &[Finding], loaded: &Loaded, call: &Call<'_>) -> serde_json::Value {
    let of = |f: &Finding| loaded.sources.get_key_value(&f.at.file).map(|(name, text)| (name.clone(), Lines::of(text)));
    let mut lines: BTreeMap<Arc<str>, Lines<'_>> = BTreeMap::new();
    for finding in findings {
        if !lines.contains_key(&finding.at.file) {
            lines.extend(of(finding));
        }
    }
    let findings = findings.iter().map(|f| {
        let none = Lines::of("");
        let at = lines.get(&*f.at.file).unwrap_or(&none).spot(f.at.span.start);
        json!({ "code": f.code, "severity": if f.severity == Severity::Error { "error" } else { "warning" },
            "file": &*f.at.file, "line": at.line, "column": at.column, "message": drawing(call).sentence(f) })
    });
    json!({ "findings": findings.collect::<Vec<_>>(), "library": loaded.library.id, "counts": summary::counts(loaded) })
}
