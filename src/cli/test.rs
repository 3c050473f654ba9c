//! `test [PATH]`: every walk of the library is walked and held against what it expects; then what no walk has come to.
//!
//! With `--record` a scenario is played and written down as a new walk: `record`.

mod record;
mod said;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::Args;

use super::Outcome;
use super::failure::{Exit, Failure};
use super::rehearse::{Came, Walker};
use super::room::Call;
use crate::analysis::coverage::Coverage;
use crate::base::finding::{Finding, Place, Severity};
use crate::base::id::ScenarioId;
use crate::content::Loaded;
use crate::content::files::Root;
use crate::content::walk::Walk;
use crate::model::scenario::step::Stage;

/// `test [PATH]`
#[derive(Debug, Args)]
pub struct Test {
    /// A folder or file of courseware; with `--record`, the scenario.
    pub path: Option<String>,
    /// Plays the scenario and writes it down as a walk of this id.
    #[arg(long, value_name = "ID", requires = "path")]
    pub record: Option<String>,
    /// Answers from a file.
    #[arg(long, value_name = "FILE", requires = "record")]
    pub answers: Option<PathBuf>,
    /// The file that the walk is written to.
    #[arg(long, value_name = "FILE", requires = "record")]
    pub out: Option<PathBuf>,
}

/// What is looked at: everything, or what lies in a folder or file.
struct Scope {
    loaded: Loaded,
    under: Option<String>,
}

/// A walk that was walked.
struct Tested<'a> {
    walk: &'a Walk,
    came: Came,
}

/// All of it.
struct Report<'a> {
    scope: &'a Scope,
    tested: Vec<Tested<'a>>,
    /// Scenarios with what was walked of them.
    covered: Vec<(Stage, Coverage)>,
    /// Walks that cannot be walked because of a mistake, or because their scenario is not in use.
    left_out: Vec<String>,
    /// Mistakes that stand in the way.
    errors: Vec<Finding>,
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Test) -> Outcome {
    if let (Some(id), Some(scenario)) = (&args.record, &args.path) {
        call.may_show_keys()?;
        let what = record::What { scenario, id, out: args.out.as_deref() };
        return record::run(call, &what, args.answers.as_deref());
    }
    let scope = Scope::open(call, args.path.as_deref().map(Path::new))?;
    let report = walked(call, &scope)?;
    said::tell(call, &report)?;
    Ok(if report.failed() > 0 || !report.errors.is_empty() { Exit::NotPassed } else { Exit::Done })
}

impl Scope {
    fn open(call: &Call<'_>, path: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = path else { return Ok(Self { loaded: call.load(None)?, under: None }) };
        if !path.exists() {
            let name = path.display().to_string();
            return Err(Failure::new(Exit::Content, "fail-no-path", [("path", &name)]).hint("hint-path", []));
        }
        let folder = Root::holding(path);
        let within = path.strip_prefix(&folder).unwrap_or(path);
        let name = |path: &Path| path.to_string_lossy().replace('\\', "/").trim_end_matches('/').to_owned();
        let inner = if path == folder { String::new() } else { format!("/{}", name(within)) };
        let under = if path == Path::new(".") || inner == "/" { name(&folder) } else { name(&folder) + &inner };
        Ok(Self { loaded: call.load(Some(&folder))?, under: Some(under) })
    }

    fn has(&self, place: &Place) -> bool {
        self.under.as_ref().is_none_or(|under| {
            place.file.strip_prefix(under.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    }

    /// Whether a scenario's own file is looked at.
    fn has_scenario(&self, id: &ScenarioId) -> bool {
        self.loaded.places.get(&format!("scenario:{id}")).is_some_and(|place| self.has(place))
    }

    fn has_walk(&self, scenario: &ScenarioId, at: &Place) -> bool {
        self.has(at) || self.has_scenario(scenario)
    }

    fn walks(&self) -> impl Iterator<Item = &Walk> {
        self.loaded.walks.iter().filter(|walk| self.has_walk(&walk.scenario, &walk.at))
    }

    /// Walks that are written and not walked.
    fn left_out(&self) -> Vec<String> {
        let walks = self.loaded.places.iter().filter_map(|(name, at)| Some((name.strip_prefix("walk:")?, at)));
        let here = walks.filter(|(name, at)| self.has_walk(&name.split('/').next().unwrap_or_default().into(), at));
        let known = |name: &str| self.loaded.walks.iter().any(|walk| format!("{}/{}", walk.scenario, walk.id) == name);
        here.filter(|(name, _)| !known(name)).map(|(name, _)| name.to_owned()).collect()
    }
}

impl Report<'_> {
    fn failed(&self) -> usize {
        self.tested.iter().filter(|t| !matches!(t.came, Came::Expected)).count()
    }
}

/// Walks everything.
fn walked<'a>(call: &mut Call<'_>, scope: &'a Scope) -> Result<Report<'a>, Failure> {
    let library = scope.loaded.with_drafts();
    let ours = |id: &&ScenarioId| scope.has_scenario(id) || scope.walks().any(|walk| walk.scenario == **id);
    let stages = library.scenarios.keys().filter(ours).filter_map(|id| Stage::new(library.scenarios[id].clone()).ok());
    let mut covered: BTreeMap<ScenarioId, (Stage, Coverage)> =
        stages.map(|stage| (stage.scenario().id.clone(), (stage, Coverage::default()))).collect();
    let mut bar = call.busy("test-busy", scope.walks().count());
    let mut walker = Walker::new(call.ports, library.clone(), &call.words);
    let mut tested = Vec::new();
    for walk in scope.walks() {
        let (came, path) = walker.walk(walk)?;
        if let Some((stage, coverage)) = covered.get_mut(&walk.scenario).filter(|_| !matches!(came, Came::Unfit(_))) {
            coverage.walk(stage, &path);
        }
        tested.push(Tested { walk, came });
        bar.step();
    }
    let errors = scope.loaded.findings.iter().filter(|f| f.severity == Severity::Error && scope.has(&f.at)).cloned().collect();
    Ok(Report { scope, tested, covered: covered.into_values().collect(), left_out: scope.left_out(), errors })
}
