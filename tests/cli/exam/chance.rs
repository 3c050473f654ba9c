//! Chance and clock come from the machine: nothing that is typed or set sets them.

use std::collections::BTreeSet;
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

use onduty::locale::{Tongue, Words};
use onduty::store::{Store as _, sqlite::Sqlite};

use super::{Desk, all_right};

/// Words that an argument or a variable of the environment would have in its name.
const SUSPECT: [&str; 10] = ["seed", "clock", "time", "now", "date", "chance", "random", "rng", "dice", "mono"];

fn suspect(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    SUSPECT.iter().any(|word| name.split(|c: char| !c.is_ascii_alphanumeric()).any(|part| part.starts_with(word)))
}

fn arguments(command: &clap::Command) -> Vec<String> {
    let own = command.get_arguments().flat_map(|arg| {
        let names = [Some(arg.get_id().as_str()), arg.get_long()];
        let values = arg.get_value_names().unwrap_or_default().iter().map(ToString::to_string).collect::<Vec<_>>();
        names.into_iter().flatten().map(str::to_owned).chain(values).collect::<Vec<_>>()
    });
    own.chain(command.get_subcommands().flat_map(arguments)).collect()
}

/// The variables that the source reads.
fn variables() -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    let mut folders = vec![std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("readable").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let text = std::fs::read_to_string(&path).expect("text");
                for read in [".var(\"", "env::var(\"", "env::var_os(\""] {
                    let names = text.split(read).skip(1).filter_map(|rest| rest.split('"').next());
                    out.extend(names.map(str::to_owned));
                }
            }
        }
    }
    out
}

#[test]
fn nothing_is_named_like_clock_or_seed() {
    let all = arguments(&onduty::cli::tongue::command(&Words::new(Tongue::En)));
    assert!(all.len() > 40 && all.contains(&"passphrase-file".to_owned()), "{all:?}");
    // An examiner allows a learner more time by these, in a signed act; they set no clock.
    // A day (`DATE`) says when something is due, ends or is looked at: no exam goes by it.
    let allowed = |name: &str| ["time", "DATE"].contains(&name) || name.to_lowercase().replace('_', "-") == "no-reply-clock";
    assert_eq!(all.iter().filter(|name| suspect(name) && !allowed(name)).collect::<Vec<_>>(), Vec::<&String>::new());
    let variables = variables();
    assert!(variables.contains("ONDUTY_STORE"), "{variables:?}");
    assert_eq!(variables.iter().filter(|name| suspect(name)).collect::<Vec<_>>(), Vec::<&String>::new());
    assert!(["--seed", "ONDUTY_NOW", "exam-date"].iter().all(|name| suspect(name)), "it would be found");
}

/// The real binary, told what others listen to: its clock is the machine's, and no two exams are dealt alike.
#[test]
fn the_environment_sets_neither() {
    let desk = Desk::at_hall();
    let answers = desk.answers("");
    let (mut seeds, mut forms) = (BTreeSet::new(), BTreeSet::new());
    for n in 0..6 {
        let store = desk.path(&format!("real-{n}.db"));
        let run = |args: &[&str]| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_onduty"));
            command.arg("--store").arg(&store).arg("--library").arg(desk.path("hall")).args(args);
            for name in [
                "SEED",
                "ONDUTY_SEED",
                "RUST_SEED",
                "ONDUTY_NOW",
                "ONDUTY_CLOCK",
                "ONDUTY_TIME",
                "SOURCE_DATE_EPOCH",
                "FAKETIME",
                "NOW",
            ] {
                command.env(name, "1");
            }
            command.env("ONDUTY_LANG", "en").output().expect("it starts")
        };
        assert!(run(&["learner", "add", "陈小满"]).status.success());
        assert_eq!(run(&["exam", "hall", "--answers", &answers]).status.code(), Some(2), "begun, and left");
        let store = Sqlite::open(&store).expect("a store");
        let row = store.attempts(None).expect("readable").remove(0);
        let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_millis();
        assert!(now.abs_diff(u128::try_from(row.started.0).expect("after 1970")) < 120_000);
        let kept = onduty::cli::recall::recall(&store, &row.id).expect("an exam");
        seeds.insert(format!("{:?}", kept.activity.plan.seed));
        forms.insert(
            kept.activity.plan.parts.iter().flat_map(|p| p.steps.iter().map(|s| s.content().to_string())).collect::<Vec<_>>(),
        );
    }
    assert_eq!(seeds.len(), 6);
    assert!(forms.len() > 1, "six times the same of 2304 forms");
}

#[test]
fn other_chance_draws_another_form() {
    let form = |chance| {
        let desk = Desk::at_hall().with_chance(chance);
        let ran = desk.sits(&all_right());
        (ran.err.split("Exam result").next().expect("an exam").to_owned(), desk.kept().activity.plan.seed)
    };
    assert_eq!(form(1), form(1));
    let all: Vec<_> = (1..6).map(form).collect();
    for (n, one) in all.iter().enumerate() {
        assert!(all[n + 1..].iter().all(|other| one.0 != other.0 && one.1 != other.1));
    }
}
