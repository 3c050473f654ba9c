//! Arguments in, exit code out. One file a command; `session` is the one loop; `failure` the one table of exit codes.
//!
//! stdout carries what was asked for, stderr prompts, progress, findings and hints.

mod again;
mod allow;
mod analyse;
pub mod appeal;
pub mod args;
mod arrive;
mod assign;
pub mod audit;
mod away;
mod backup;
mod begun;
mod beside;
pub mod cause;
pub mod day;
pub mod failure;
mod files;
pub mod look;
mod paper;
pub mod ports;
pub mod recall;
pub mod registry;
pub mod rehearse;
mod rename;
pub mod roll;
pub mod room;
pub mod roster;
pub mod saved;
pub mod session;
pub mod signer;
pub mod start;
pub mod timing;
pub mod tongue;
pub mod which;

pub mod check;
mod collect;
mod completions;
mod consent;
mod cut;
mod decide;
mod enrol;
mod erase;
pub mod exam;
mod explain;
pub mod export;
mod glossary;
mod graph;
pub mod group;
mod heard;
mod held;
mod home;
pub mod import;
mod issue;
mod key;
mod learn;
mod learner;
mod licences;
mod lifecycle;
mod list;
mod manager;
mod mark;
mod menus;
mod missing;
pub mod new;
mod note;
mod observe;
pub mod parcel;
mod post;
mod practise;
pub mod preview;
mod progress;
mod quiz;
mod regrade;
mod remark;
mod remarks;
mod replay;
mod report;
mod restore;
mod result;
mod resume;
mod retention;
mod review;
mod sayings;
pub mod schema;
mod send;
mod show;
mod sitting;
mod staff;
mod stats;
mod status;
mod swap;
mod switch;
mod tell;
mod test;
pub mod tidy;
mod trainer;
mod verify;
mod wording;

use std::ffi::OsString;
use std::io::Write;
use std::panic::AssertUnwindSafe;
use std::rc::Rc;

use clap::FromArgMatches as _;
use clap::error::ErrorKind;

use self::args::{Cli, Command};
use self::failure::{Exit, Failure};
use self::ports::Ports;
use self::room::Call;
use crate::locale::{Tongue, Words};
use crate::terminal::live::give_back;
use crate::terminal::screen::Screen;

/// What a command comes to.
pub type Outcome = Result<Exit, Failure>;

/// The program: runs one command line and survives our bugs; returns the exit code.
pub fn main(args: &[OsString], ports: Ports) -> u8 {
    let words = Words::new(tongue_of(args, &ports));
    let (err, screen) = ((ports.err)(), ports.screen);
    guarded(&words, (err, screen), || run(args, ports))
}

/// Runs something that may panic: then the terminal is given back first, the person is told, and the exit code says that it is our bug.
pub fn guarded(words: &Words, (mut err, screen): (Box<dyn Write>, Option<Screen>), run: impl FnOnce() -> u8) -> u8 {
    let tell = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        give_back();
        tell(panic);
    }));
    // What was half done when it panicked is not looked at again: the record is in the store.
    std::panic::catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|_| {
        for line in tell::lines(&Failure::new(Exit::Bug, "fail-bug", []).lines(words).join("\n"), screen) {
            // Nobody is left to tell when stderr is closed.
            let _ = writeln!(err, "{line}");
        }
        Exit::Bug as u8
    })
}

/// Runs one command line (without the program's name); returns the exit code.
pub fn run(args: &[OsString], mut ports: Ports) -> u8 {
    let tongue = tongue_of(args, &ports);
    let mut words = Rc::new(Words::new(tongue));
    let outcome = parse(args, &words, &mut ports).and_then(|parsed| match parsed {
        Parsed::Shown => Ok(Exit::Done),
        Parsed::Run(cli) => {
            let again = again::options(&cli.global);
            if !again.is_empty() {
                words = Rc::new(Words::again(tongue, again.into()));
            }
            dispatch(*cli, &words, &mut ports)
        }
    });
    let exit = outcome.unwrap_or_else(|failure| {
        tell::tell(&ports, &failure.lines(&words).join("\n"));
        failure.exit
    });
    exit as u8
}

enum Parsed {
    Shown,
    Run(Box<Cli>),
}

fn parse(args: &[OsString], words: &Words, ports: &mut Ports) -> Result<Parsed, Failure> {
    let name = std::iter::once(OsString::from("onduty"));
    match tongue::command(words).try_get_matches_from(name.chain(args.iter().cloned())) {
        Ok(matches) => match Cli::from_arg_matches(&matches) {
            Ok(cli) => Ok(Parsed::Run(Box::new(cli))),
            Err(error) => Err(tongue::misuse(&error, words)),
        },
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            room::print(ports, &error.render().to_string())?;
            Ok(Parsed::Shown)
        }
        Err(error) if error.kind() == ErrorKind::InvalidUtf8 => Err(tongue::unreadable(args)),
        Err(error) => Err(tongue::misuse(&error, words)),
    }
}

#[allow(clippy::too_many_lines, reason = "the one list of commands: a line each")]
fn dispatch(cli: Cli, words: &Rc<Words>, ports: &mut Ports) -> Outcome {
    let Cli { global, command } = cli;
    if let Some(lang) = global.lang.as_deref().filter(|lang| typed_tongue(lang).is_none()) {
        return Err(Failure::usage("fail-lang", [("lang", lang)]));
    }
    let mut call = Call::new(global, words, ports);
    if command.as_ref().is_some_and(Command::is_for_writing) {
        call.stand_here();
    }
    let outcome = match command {
        None => home::run(&mut call),
        Some(Command::Learn(args)) => learn::run(&mut call, &args),
        Some(Command::Quiz(args)) => quiz::run(&mut call, &args),
        Some(Command::Practise(args)) => practise::run(&mut call, &args),
        Some(Command::Review(args)) => review::run(&mut call, &args),
        Some(Command::Resume(args)) => resume::run(&mut call, &args),
        Some(Command::Progress) => progress::run(&mut call),
        Some(Command::Show(args)) => show::run(&mut call, &args),
        Some(Command::Remark(args)) => remark::run(&mut call, &args),
        Some(Command::Exam(args)) => exam::run(&mut call, &args),
        Some(Command::Result(args)) => result::run(&mut call, &args),
        Some(Command::Staff(args)) => staff::run(&mut call, &args),
        Some(Command::Key(args)) => key::run(&mut call, &args),
        Some(Command::Observe(args)) => observe::run(&mut call, &args),
        Some(Command::Mark(args)) => mark::run(&mut call, &args),
        Some(Command::Sitting(args)) => sitting::run(&mut call, &args),
        Some(Command::Decide(args)) => decide::decide(&mut call, &args),
        Some(Command::Void(args)) => decide::void(&mut call, &args),
        Some(Command::Grant(args)) => decide::grant(&mut call, &args),
        Some(Command::Appeal(args)) => appeal::run(&mut call, &args),
        Some(Command::Regrade(args)) => regrade::run(&mut call, &args),
        Some(Command::Issue(args)) => issue::run(&mut call, &args),
        Some(Command::Cut(args)) => cut::run(&mut call, &args),
        Some(Command::Keep(args)) => lifecycle::run(&mut call, &args),
        Some(Command::Licences(args)) => licences::run(&mut call, &args),
        Some(Command::Audit(args)) => audit::run(&mut call, &args),
        Some(Command::Backup(args)) => backup::run(&mut call, &args),
        Some(Command::Restore(args)) => restore::run(&mut call, &args),
        Some(Command::Retention(args)) => retention::run(&mut call, &args),
        Some(Command::Verify(args)) => verify::run(&mut call, &args),
        Some(Command::Status(args)) => status::run(&mut call, &args),
        Some(Command::Switch(args)) => switch::run(&mut call, &args),
        Some(Command::Trainer) => trainer::run(&mut call),
        Some(Command::Glossary(args)) => glossary::run(&mut call, &args),
        Some(Command::List(args)) => list::run(&mut call, &args),
        Some(Command::Check(args)) => check::run(&mut call, &args),
        Some(Command::Analyse(args)) => analyse::run(&mut call, &args),
        Some(Command::Explain(args)) => explain::run(&mut call, &args),
        Some(Command::New(args)) => new::run(&mut call, &args),
        Some(Command::Tidy(args)) => tidy::run(&mut call, &args),
        Some(Command::Schema(args)) => schema::run(&mut call, &args),
        Some(Command::Import(args)) => import::run(&mut call, &args),
        Some(Command::Export(args)) => export::run(&mut call, &args),
        Some(Command::Graph(args)) => graph::run(&mut call, &args),
        Some(Command::Preview(args)) => preview::run(&mut call, &args),
        Some(Command::Test(args)) => test::run(&mut call, &args),
        Some(Command::Note(args)) => note::run(&mut call, &args),
        Some(Command::Replay(args)) => replay::run(&mut call, &args),
        Some(Command::Remarks(args)) => remarks::run(&mut call, &args),
        Some(Command::Stats(args)) => stats::run(&mut call, &args),
        Some(Command::Wording(args)) => wording::run(&mut call, &args),
        Some(Command::Manager) => manager::run(&mut call),
        Some(Command::Assign(args)) => assign::run(&mut call, &args),
        Some(Command::Group(args)) => group::run(&mut call, &args),
        Some(Command::Report(args)) => report::run(&mut call, &args),
        Some(Command::Send(args)) => send::run(&mut call, &args),
        Some(Command::Collect(args)) => collect::run(&mut call, &args),
        Some(Command::Refusals(args)) => collect::refusals::run(&mut call, &args),
        Some(Command::Learner(args)) => learner::run(&mut call, &args),
        Some(Command::Completions(args)) => completions::run(&mut call, &args),
    };
    outcome.map_err(|failure| missing::told(&call, failure))
}

/// The language, found before clap: `--lang`, `ONDUTY_LANG`, the system's locale, Chinese. A learner's own setting comes in later.
fn tongue_of(args: &[OsString], ports: &Ports) -> Tongue {
    // What comes after `--` is no option.
    let mut args = args.iter().filter_map(|a| a.to_str()).take_while(|arg| *arg != "--");
    let mut typed = None;
    while let Some(arg) = args.next() {
        match arg.strip_prefix("--lang") {
            Some("") => typed = args.next(),
            Some(rest) => typed = rest.strip_prefix('=').or(typed),
            None => {}
        }
    }
    let named = |name: Option<&str>| name.and_then(Tongue::of);
    typed
        .and_then(typed_tongue)
        .or_else(|| named(ports.var("ONDUTY_LANG")))
        .or_else(|| named(ports.locale.as_deref()))
        .unwrap_or(Tongue::Zh)
}

/// What may be written after `--lang`; a locale's name may be longer.
fn typed_tongue(lang: &str) -> Option<Tongue> {
    Tongue::of(lang).filter(|tongue| ["zh", "zh-cn", "en"].contains(&lang.to_ascii_lowercase().as_str()) || tongue.tag() == lang)
}
