//! clap in the person's language: help, usage and errors, from `commands.ftl`. clap itself speaks English only.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory as _};

use super::args::Cli;
use super::failure::Failure;
use super::menus;
use crate::locale::Words;
use crate::terminal::line::clean;

/// The command tree with all its words in one language.
pub fn command(words: &Words) -> Command {
    spoken(Cli::command(), "", words)
}

fn spoken(command: Command, path: &str, words: &Words) -> Command {
    let key = |kind: &str, name: &str| format!("{kind}{path}-{name}");
    let about = if path.is_empty() { "cmd-onduty".to_owned() } else { format!("cmd{path}") };
    let names: Vec<String> = command.get_subcommands().map(|c| c.get_name().to_owned()).collect();
    let usage = usage(path, &command, words);
    let mut command = command
        .about(words.get(&about))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .next_line_help(false)
        .help_template(words.get(if names.is_empty() { "help-template" } else { "help-template-commands" }))
        .override_usage(usage)
        .mut_args(|arg| {
            let id = arg.get_id().as_str().replace('_', "-");
            let help = words.find(&key("arg", &id), &[]).unwrap_or_else(|| words.get(&format!("arg-{id}")));
            let heading = arg.is_global_set() || matches!(id.as_str(), "help" | "version");
            let values = arg.get_action().takes_values();
            let arg = arg.help(help).hide_default_value(values).hide_possible_values(values);
            arg.help_heading(words.get(if heading { "help-global" } else { "help-own" }))
        })
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .global(false)
                .help(words.get("arg-help"))
                .help_heading(words.get("help-global")),
        );
    if path.is_empty() {
        command = command
            .arg(
                Arg::new("version")
                    .short('V')
                    .long("version")
                    .action(ArgAction::Version)
                    .help(words.get("arg-version"))
                    .help_heading(words.get("help-global")),
            )
            .after_help(words.get("help-after"));
        for hidden in menus::TRAINER.iter().chain(menus::MANAGER) {
            command = command.mut_subcommand(hidden, |c| c.hide(true));
        }
    }
    let after = format!("after{path}");
    if words.has(&after) {
        command = command.after_help(words.get(&after));
    }
    for name in names {
        command = command.mut_subcommand(&name, |c| spoken(c, &format!("{path}-{name}"), words));
    }
    command
}

/// `onduty learn [COURSE] [OPTIONS]`, in the person's words.
fn usage(path: &str, command: &Command, words: &Words) -> String {
    let mut out = format!("onduty{}", path.replace('-', " "));
    if command.has_subcommands() {
        out.push_str(&words.get(if command.is_subcommand_required_set() { "usage-command" } else { "usage-command-optional" }));
    }
    for arg in command.get_positionals() {
        let name = arg.get_id().as_str().to_uppercase();
        out.push_str(&if arg.is_required_set() { format!(" {name}") } else { format!(" [{name}]") });
    }
    out.push_str(&words.get("usage-options"));
    out
}

/// What is missing, as clap lists it, each called by its name in the person's language where it has one: `<LEARNER>` alone tells a
/// Chinese manager nothing.
fn missing(args: &[String], words: &Words) -> Failure {
    let all: Vec<String> = args.iter().map(|arg| called(arg.trim(), words)).collect();
    match &all[..] {
        [first @ .., last] if !first.is_empty() => {
            let args = format!("{}{}{last}", first.join(&words.get("called-comma")), words.get("called-and"));
            Failure::usage("fail-missing-args", [("args", &args)])
        }
        _ => Failure::usage("fail-missing-arg", [("arg", &all.concat())]),
    }
}

/// `<LEARNER>`, `--reason <REASON>` or `<--uphold|--dismiss>`.
fn called(arg: &str, words: &Words) -> String {
    if let Some(either) = arg.strip_prefix("<--").and_then(|it| it.strip_suffix('>')) {
        let args = format!("--{}", either.replace('|', &words.get("called-or")));
        return words.with("called-either", &[("args", args.into())]);
    }
    let name = arg.strip_prefix("--").and_then(|it| it.split_whitespace().next()).unwrap_or(arg);
    let key = format!("called-{}", name.trim_matches(['<', '>', '[', ']', '.']).to_lowercase());
    if words.has(&key) { words.with(&key, &[("arg", arg.into())]) } else { arg.to_owned() }
}

/// What clap found wrong, said in the person's language.
pub fn misuse(error: &clap::Error, words: &Words) -> Failure {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(all)) => Some(all.join(" ")),
        Some(ContextValue::StyledStr(text)) => Some(text.to_string()),
        Some(ContextValue::StyledStrs(all)) => Some(all.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")),
        Some(ContextValue::Number(n)) => Some(n.to_string()),
        _ => None,
    };
    let arg = context(ContextKind::InvalidArg).unwrap_or_default();
    let args = match error.get(ContextKind::InvalidArg) {
        Some(ContextValue::Strings(all)) => all.clone(),
        _ => vec![arg.clone()],
    };
    let value = context(ContextKind::InvalidValue).unwrap_or_default();
    let failure = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            Failure::usage("fail-no-command", [("name", &context(ContextKind::InvalidSubcommand).unwrap_or_default())])
        }
        ErrorKind::UnknownArgument => Failure::usage("fail-unknown-arg", [("arg", &arg)]),
        ErrorKind::InvalidValue if value.is_empty() => Failure::usage("fail-value-missing", [("arg", &arg)]),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => Failure::usage("fail-value", [("arg", &arg), ("value", &value)]),
        ErrorKind::MissingRequiredArgument => missing(&args, words),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Failure::usage("fail-missing-command", [])
        }
        ErrorKind::ArgumentConflict => {
            let other = context(ContextKind::PriorArg).unwrap_or_default();
            // clap says of an option that stands there twice that it cannot be used with itself.
            if other == arg {
                Failure::usage("fail-twice", [("arg", arg.split(' ').next().unwrap_or_default())])
            } else {
                Failure::usage("fail-conflict", [("arg", &arg), ("other", &other)])
            }
        }
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues | ErrorKind::NoEquals => {
            Failure::usage("fail-count", [("arg", &arg)])
        }
        _ => Failure::usage("fail-usage", []).because(error.kind()),
    };
    let near =
        [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue].into_iter().find_map(context);
    let wrong =
        context(ContextKind::InvalidSubcommand).unwrap_or_else(|| if value.is_empty() { arg.clone() } else { value.clone() });
    let nearest =
        |near: &String| near.split_whitespace().min_by_key(|name| strsim::damerau_levenshtein(name, &wrong)).map(str::to_owned);
    let failure = match (near.as_ref().and_then(nearest), context(ContextKind::ValidValue)) {
        (Some(near), _) => failure.hint("hint-did-you-mean", [("name", &near)]),
        (_, Some(valid)) if !valid.is_empty() => failure.hint("hint-valid", [("values", &valid)]),
        _ => failure,
    };
    failure.hint("hint-help", [])
}

/// Words that are no text: which they are clap does not say.
pub fn unreadable(args: &[OsString]) -> Failure {
    let odd = args.iter().filter(|arg| arg.to_str().is_none()).map(|arg| clean(&arg.to_string_lossy()).into_owned());
    Failure::usage("fail-utf8", [("args", &odd.collect::<Vec<_>>().join(" "))]).hint("hint-help", [])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Tongue;

    fn pages(command: &mut Command, out: &mut String) {
        out.push_str(&command.render_long_help().to_string());
        for sub in command.get_subcommands_mut() {
            pages(sub, out);
        }
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_text_is_named() {
        use std::os::unix::ffi::OsStringExt as _;
        let args = ["learn".into(), OsString::from_vec(b"caf\xe9\x1b[2J".to_vec())];
        assert_eq!(unreadable(&args).what.args, [("args", "caf\u{fffd}\u{fffd}[2J".to_owned())]);
    }

    #[test]
    fn every_command_and_argument_has_its_words_in_both_languages() {
        for tongue in [Tongue::Zh, Tongue::En] {
            let mut all = String::new();
            pages(&mut command(&Words::new(tongue)), &mut all);
            assert!(!all.contains('⟦'), "{}", all.lines().filter(|l| l.contains('⟦')).collect::<Vec<_>>().join("\n"));
            if tongue == Tongue::Zh {
                for english in ["Usage", "Options", "Commands", "Print", "default", "possible", "Arguments"] {
                    assert!(!all.contains(english), "{english} in {all}");
                }
            }
        }
    }
}
