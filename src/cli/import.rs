//! `import FILE`: a foreign file becomes a file of ours. What it says goes through the same checks as what is written by hand; every
//! mistake and every loss is told with its line in the foreign file. Nothing is written over unless told to.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::Outcome;
use super::check::Known;
use super::failure::{Exit, Failure};
use super::files;
use super::room::Call;
use super::swap::{self, Said};
use crate::analysis::graph::MOST;
use crate::base::finding::{Finding, Severity};
use crate::base::id::is_slug;
use crate::content::files::{LARGEST as LARGEST_TOML, Root, Source as Toml};
use crate::content::{self, Loaded};
use crate::exchange::{Arrival, FORMATS, Format, Note, Source, Spot, Wish};
use crate::model::library::{Library, Status};

/// `import FILE`
#[derive(Debug, clap::Args)]
pub struct Import {
    /// The foreign file.
    pub file: PathBuf,
    /// Its format; without it, found out.
    #[arg(long, value_name = "FORMAT")]
    pub from: Option<String>,
    /// The id of what comes of it.
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// Its title.
    #[arg(long, value_name = "TITLE")]
    pub title: Option<String>,
    /// Where it is written.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Writes over a file that is there.
    #[arg(long)]
    pub force: bool,
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Import) -> Outcome {
    let name = args.file.display().to_string();
    let bytes = swap::bytes(&args.file)?;
    let source = Source::new(&bytes);
    let id = id_of(args)?;
    let out = out_of(call, args, &id)?;
    let roots = call.roots(None)?;
    let library = content::load(roots.clone()).into_library_with_drafts();
    let format = recognised(&source, args)?;
    let from = args.file.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let wish = Wish { id: &id, title: args.title.as_deref(), source: &from, library: &library };
    let read = format.read.expect("only formats that read are looked at");
    let arrival = read(&source, &wish).map_err(|note| refused(&name, &note))?;
    if arrival.text.len() as u64 > LARGEST_TOML {
        let most = (LARGEST_TOML >> 20).to_string();
        return Err(
            Failure::new(Exit::Refused, "fail-import-long", [("path", &name), ("most", &most)]).hint("hint-import-cut", [])
        );
    }
    let mut said: Vec<Said> = arrival.notes.iter().map(|note| swap::of_note(call, note)).collect();
    if arrival.text.is_empty() {
        swap::tell(call, said);
        return Err(Failure::new(Exit::NotPassed, "fail-import-nothing", [("path", &name), ("format", format.name)])
            .hint("hint-import-format", [("formats", &names())]));
    }
    let loaded = with_it(roots, &out, &arrival.text);
    said.extend(findings(call, &loaded, (&out, &loaded.findings), &arrival));
    if !said.iter().any(|one| one.is_wrong) {
        // Of a talk that did not come whole nobody knows what it is worth.
        let walked = Known::default().scenario(&loaded, &id.as_str().into(), MOST);
        said.extend(findings(call, &loaded, (&out, &walked), &arrival));
    }
    let write = if args.force { files::replace } else { files::write_new };
    write(&out, arrival.text.as_bytes()).map_err(|error| swap::unwritten(&out, &error))?;
    let is_clean = !said.iter().any(|one| one.is_wrong);
    report(call, Done { args, out: &out, source: &source, format, arrival: &arrival, library: &library }, said)?;
    Ok(if is_clean { Exit::Done } else { Exit::NotPassed })
}

/// What came of it, for the report.
struct Done<'d> {
    args: &'d Import,
    out: &'d Path,
    source: &'d Source<'d>,
    format: &'d Format,
    arrival: &'d Arrival,
    library: &'d Library,
}

fn report(call: &mut Call<'_>, done: Done<'_>, said: Vec<Said>) -> Result<(), Failure> {
    let path = done.out.display().to_string();
    let items = done.arrival.items();
    let written = done.source.written();
    if call.json() {
        let all: Vec<_> = said.iter().map(Said::as_json).collect();
        return call
            .print_json(&json!({ "file": path, "format": done.format.name, "encoding": written, "items": items, "said": all }));
    }
    let wrong = said.iter().filter(|one| one.is_wrong).count();
    swap::tell(call, said);
    let words = call.words.clone();
    let mut lines = vec![words.with("import-done", &[("count", items.into()), ("path", path.into())])];
    if let Some(written) = written.filter(|written| written.starts_with("UTF-16") || written.starts_with("GB")) {
        lines.push(words.with("import-encoding", &[("encoding", written.into())]));
    }
    if wrong > 0 {
        lines.push(words.with("import-mend", &[("path", done.args.file.display().to_string().into())]));
    }
    let folder = call.folder().map(|folder| files::typed(&folder));
    lines.push(match folder {
        Some(folder) => words.with("import-check", &[("folder", folder.into())]),
        None => words.get("import-place"),
    });
    if done.library.begins_as() == Status::Draft {
        lines.push(super::new::draft(call, done.library, done.out));
    }
    call.print(&lines.iter().map(|line| format!("{line}\n")).collect::<String>())
}

/// The id that was asked for, or the file's name as far as it can be one.
fn id_of(args: &Import) -> Result<String, Failure> {
    if let Some(id) = &args.id {
        return if is_slug(id) { Ok(id.clone()) } else { Err(Failure::usage("fail-import-id", [("id", id)])) };
    }
    let stem = args.file.file_stem().map(|stem| stem.to_string_lossy().to_lowercase()).unwrap_or_default();
    let plain: String = stem.chars().map(|c| if c.is_ascii_lowercase() || c.is_ascii_digit() { c } else { '-' }).collect();
    let parts: Vec<&str> = plain.split('-').filter(|part| !part.is_empty()).collect();
    let id: String = parts.join("-").chars().take(64).collect();
    let id = id.trim_end_matches('-');
    Ok(if id.is_empty() { "imported".to_owned() } else { id.to_owned() })
}

/// Where it is written: where told, else into the courseware folder in use, else here.
fn out_of(call: &Call<'_>, args: &Import, id: &str) -> Result<PathBuf, Failure> {
    let own = || call.folder().unwrap_or_default().join(format!("{id}.toml"));
    let out = args.out.clone().unwrap_or_else(own);
    if out.exists() && !args.force {
        return Err(swap::unwritten(&out, &std::io::ErrorKind::AlreadyExists.into()));
    }
    Ok(out)
}

/// All names that `--from` takes.
fn names() -> String {
    let mut names: Vec<&str> = Vec::new();
    // Tables of questions and of role-plays have one name: what they hold is seen by their columns.
    for format in FORMATS.iter().filter(|f| f.read.is_some()) {
        if !names.contains(&format.name) {
            names.push(format.name);
        }
    }
    names.join(" · ")
}

/// The format that was named, or whose file it looks like.
fn recognised<'f>(source: &Source<'_>, args: &Import) -> Result<&'f Format, Failure> {
    let path = args.file.display().to_string();
    let ending = args.file.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default();
    let readable = || FORMATS.iter().filter(|f| f.read.is_some());
    if let Some(named) = &args.from {
        let fit: Vec<&Format> = readable().filter(|f| f.name == named).collect();
        let first = fit
            .first()
            .ok_or_else(|| Failure::usage("fail-no-format", [("name", named)]).hint("hint-valid", [("values", &names())]))?;
        return Ok(fit.iter().find(|f| (f.recognise)(source)).unwrap_or(first));
    }
    let by_ending = readable().filter(|f| f.endings.contains(&ending.as_str()));
    if let Some(format) = by_ending.chain(readable()).find(|f| (f.recognise)(source)) {
        return Ok(format);
    }
    // What cannot even be read is told by the format that its name speaks of.
    let by_name = readable().find(|f| f.endings.contains(&ending.as_str()));
    by_name.ok_or_else(|| {
        let failure = Failure::new(Exit::NotPassed, "fail-import-unknown", [("path", &path)]);
        if matches!(ending.as_str(), "doc" | "docx" | "wps" | "pdf") {
            return failure.hint("hint-import-word", []);
        }
        failure.hint("hint-import-format", [("formats", &names())])
    })
}

fn refused(path: &str, note: &Note) -> Failure {
    Failure::new(Exit::NotPassed, "fail-import", [("path", path)]).because(swap::cause(note))
}

/// The library in use with the new file in it.
fn with_it(mut roots: Vec<Root>, out: &Path, text: &str) -> Loaded {
    let toml = Toml::new(&name_of(out), text);
    match roots.last_mut().filter(|root| !root.name.is_empty()) {
        Some(root) => {
            root.sources.retain(|source| source.name != toml.name);
            root.sources.push(toml);
        }
        None => roots.push(Root { name: ".".to_owned(), sources: vec![toml], ..Root::default() }),
    }
    content::load(roots)
}

fn name_of(out: &Path) -> String {
    out.display().to_string().replace('\\', "/")
}

/// What was found in the new file, each with its line in the source.
fn findings(call: &Call<'_>, loaded: &Loaded, (out, found): (&Path, &[Finding]), arrival: &Arrival) -> Vec<Said> {
    let file = name_of(out);
    // Each thing of the source from the bracket on that opens its table.
    let begins = |name: &String, line: &u32| {
        let at = loaded.places.get(name).filter(|place| *place.file == *file)?;
        Some((arrival.text[..at.span.start].rfind(['[', '{']).unwrap_or(at.span.start), *line))
    };
    let mut starts: Vec<(usize, u32)> = arrival.lines.iter().filter_map(|(name, line)| begins(name, line)).collect();
    starts.sort_unstable();
    let line_at = |finding: &Finding| {
        let n = starts.partition_point(|(start, _)| *start <= finding.at.span.start);
        n.checked_sub(1).map_or(Spot::Whole, |n| Spot::Line(starts[n].1))
    };
    let drawing = super::check::drawing(call);
    let own = |finding: &&Finding| std::iter::once(&finding.at).chain(&finding.also).any(|place| *place.file == *file);
    let said = |finding: &Finding| Said {
        at: vec![line_at(finding)],
        kind: if finding.severity == Severity::Error { "finding-error" } else { "finding-warning" },
        code: Some(finding.code),
        is_wrong: finding.severity == Severity::Error,
        what: drawing.sentence(finding),
        help: drawing.help(finding),
    };
    found.iter().filter(own).map(said).collect()
}
