//! `check --watch`: checks, and again at every save, until Ctrl-C or Esc.
//!
//! What was saved is told at once: files are read anew, everything unchanged keeps what analysis once found out about it (`Known`). Only
//! the chances of a licence whose questions or role-plays were touched take longer; they are worked out beside it (`beside`) and follow.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::beside::Beside;
use super::known::Known;
use super::{Tally, as_json, drawing};
use crate::analysis::graph::MOST;
use crate::base::finding::Finding;
use crate::base::id::LicenceId;
use crate::cli::Outcome;
use crate::cli::failure::{Exit, Failure, asker_failure};
use crate::cli::room::Call;
use crate::cli::saved::Saved;
use crate::content::{Loaded, codes};
use crate::terminal::interrupt::Interrupt;
use crate::terminal::keys::{Console, Key, Terminal};
use crate::terminal::live::{Hold, Live};

/// How long keys are waited for before files are looked at.
const LOOK_UP: Duration = Duration::from_millis(20);

/// A check that goes on.
struct Watcher {
    known: Known,
    beside: Beside,
    saved: Saved,
    interrupt: Interrupt,
    path: Option<PathBuf>,
    strict: bool,
    /// That of the library as it was last seen.
    zone: String,
}

/// One check.
struct Round {
    loaded: Loaded,
    /// Licences whose chances are not worked out yet.
    open: Vec<LicenceId>,
    /// How long it took.
    took: Duration,
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, path: Option<PathBuf>, strict: bool) -> Outcome {
    let folders = path.clone().map_or_else(|| call.folders(), |path| vec![path]);
    if folders.is_empty() {
        return Err(Failure::usage("fail-watch-shipped", []).hint("hint-watch-shipped", []));
    }
    let interrupt = Interrupt::listen().map_err(|e| asker_failure(&e, &call.words))?;
    let mut watcher = Watcher {
        known: Known::default(),
        beside: Beside::default(),
        saved: Saved::watch(folders.clone()),
        interrupt,
        path,
        strict,
        zone: "UTC".to_owned(),
    };
    let mut is_gone = false;
    let mut touched = Vec::new();
    let mut round = watcher.round(call)?;
    let mut exit = watcher.tell(call, &round, &touched)?;
    loop {
        if round.open.is_empty() && call.ports.screen.is_some() {
            call.tell("watch-keys", &[]);
        }
        match watcher.wait(call, &mut round)? {
            Next::Saved(files) => {
                // Moved away, and perhaps back in a moment.
                let next = match watcher.round(call) {
                    Err(_) if folders.iter().any(|folder| !folder.is_dir()) => {
                        if !std::mem::replace(&mut is_gone, true) {
                            let gone = folders.iter().find(|folder| !folder.is_dir()).unwrap_or(&folders[0]);
                            call.tell("watch-gone", &[("path", gone.display().to_string().into())]);
                        }
                        continue;
                    }
                    next => next?,
                };
                is_gone = false;
                touched = files;
                exit = watcher.tell(call, &next, &touched)?;
                // Only now, as clearing away what was before takes its time.
                round = next;
            }
            Next::WorkedOut => exit = watcher.follow(call, &mut round, &touched)?.unwrap_or(exit),
            Next::Over => return Ok(exit),
        }
    }
}

/// What a wait ends with.
enum Next {
    /// These files were saved.
    Saved(Vec<PathBuf>),
    /// All chances that a save had put in doubt are known.
    WorkedOut,
    /// The person has seen enough.
    Over,
}

impl Watcher {
    fn round(&mut self, call: &Call<'_>) -> Result<Round, Failure> {
        let began = (call.ports.mono)();
        let mut loaded = call.load(self.path.as_deref().map(Path::new))?;
        if !loaded.library.id.as_str().is_empty() && !loaded.findings.iter().any(|f| f.code == codes::NO_LIBRARY.code) {
            self.zone.clone_from(&loaded.library.time_zone);
        }
        self.known.share(&mut loaded);
        let mut found = self.known.scenarios(&loaded, MOST, &mut || ());
        let (of_licences, open) = self.known.licences(&loaded);
        found.extend(of_licences);
        loaded.findings.append(&mut found);
        Ok(Round { loaded, open, took: (call.ports.mono)().saturating_sub(began) })
    }

    /// Goes on with the chances that are not known yet; whether now all are.
    fn work(&mut self, round: &mut Round) -> bool {
        let Some(next) = round.open.first() else { return false };
        if let Some(done) = self.beside.take() {
            self.known.keep(done);
            round.open = self.known.licences(&round.loaded).1;
            return round.open.is_empty();
        }
        if self.beside.is_free()
            && let Some(task) = Known::task(&round.loaded, next)
        {
            self.beside.begin(task);
        }
        false
    }

    /// Tells again where the chances that were worked out since show a mistake.
    fn follow(&self, call: &mut Call<'_>, round: &mut Round, touched: &[PathBuf]) -> Result<Option<Exit>, Failure> {
        let (found, _) = self.known.licences(&round.loaded);
        let fresh: Vec<Finding> = found.into_iter().filter(|f| !round.loaded.findings.contains(f)).collect();
        if fresh.is_empty() {
            if !call.json() {
                call.tell("watch-nothing-more", &[]);
            }
            return Ok(None);
        }
        round.loaded.findings.extend(fresh);
        self.tell(call, round, touched).map(Some)
    }

    /// Says what was found: what is in the files just saved comes last, where the eye is.
    fn tell(&self, call: &mut Call<'_>, round: &Round, touched: &[PathBuf]) -> Result<Exit, Failure> {
        let mut findings = round.loaded.findings.clone();
        let is_touched = |f: &Finding| touched.iter().any(|path| path == Path::new(&*f.at.file));
        findings.sort_by_key(|f| (is_touched(f), f.order()));
        let tally = Tally::of(&findings);
        if call.json() {
            let line = as_json(&findings, &round.loaded, call).to_string();
            call.print(&format!("{line}\n"))?;
            return Ok(tally.exit(self.strict));
        }
        let look = call.look(None);
        let mut err = (call.ports.err)();
        if !look.plain && call.ports.screen.is_some() {
            // Nobody is left to tell when stderr is closed.
            let _ = Live::default().wipe(&mut err);
        }
        let drawn = drawing(call).render(&findings, |name| round.loaded.sources.get(name).map(|text| &**text));
        let _ = err.write_all(drawn.as_bytes());
        let time = call.ports.now().local_clock(&self.zone);
        let state = if tally.errors > 0 {
            "errors"
        } else if tally.warnings > 0 {
            "warnings"
        } else {
            "clean"
        };
        let args = [
            ("time", time.into()),
            ("state", state.into()),
            ("errors", tally.errors.into()),
            ("warnings", tally.warnings.into()),
            ("ms", u64::try_from(round.took.as_millis()).unwrap_or(u64::MAX).into()),
        ];
        let mut said = format!("{}\n", call.words.with("watch-verdict", &args));
        if !round.open.is_empty() {
            let open = [("count", round.open.len().into())];
            said += &format!("{}\n", call.words.with("watch-open", &open));
        }
        call.print(&said)?;
        Ok(tally.exit(self.strict))
    }

    /// Waits for a save, while what is open is worked out.
    fn wait(&mut self, call: &Call<'_>, round: &mut Round) -> Result<Next, Failure> {
        let mut console = call.ports.screen.is_some().then(|| Terminal::looking_up(self.interrupt.clone(), LOOK_UP));
        // Keys are not shown, and Esc comes by itself; given back before anything is said.
        let _hold = match &console {
            Some(_) => Some(Hold::take_quietly().map_err(|e| asker_failure(&e, &call.words))?),
            None => None,
        };
        loop {
            if self.work(round) {
                return Ok(Next::WorkedOut);
            }
            match &mut console {
                // A window that is closed ends it.
                Some(console) => match console.next() {
                    Ok(Some(Key::Interrupt | Key::Esc)) | Err(_) => return Ok(Next::Over),
                    Ok(_) => {}
                },
                None if self.interrupt.raised() => return Ok(Next::Over),
                None => std::thread::sleep(LOOK_UP),
            }
            let files = self.saved.take();
            if !files.is_empty() {
                return Ok(Next::Saved(files));
            }
        }
    }
}
