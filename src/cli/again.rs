//! The options of this call that a command has to be given again: where the records and the courseware lie, who is here, lines only
//! appended; the language only where a file comes out in it. What came from the environment or the settings holds there, too, and is not
//! said.
//!
//! Where they stand in sentences is `locale/again`'s.

use clap::CommandFactory as _;

use super::args::{Cli, Global};
use crate::locale::again::{Again, Matters, Options};

/// The commands of one who learns: only they ask who is here. Without a name: home.
const PERSONAL: &[&str] = &[
    "",
    "learn",
    "quiz",
    "practise",
    "review",
    "resume",
    "progress",
    "show",
    "remark",
    "exam",
    "result",
    "appeal open",
    "list attempts",
];

/// The options to be typed again, by command; none where none was given.
pub fn options(global: &Global) -> Options {
    let given = |flag, value: &str| Again { flag, typed: format!("{flag} {}", quoted(value)), matters: Matters::Always };
    let person = global.learner.as_ref().map(|name| given("--as", name));
    let libraries: Vec<String> =
        global.library.iter().map(|path| given("--library", &path.display().to_string()).typed).collect();
    let library =
        (!libraries.is_empty()).then(|| Again { flag: "--library", typed: libraries.join(" "), matters: Matters::Always });
    let store = global.store.as_ref().map(|url| given("--store", url));
    let lang = global.lang.as_ref().map(|lang| Again { matters: Matters::InFiles, ..given("--lang", lang) });
    let plain = global.plain.then(|| Again { flag: "--plain", typed: "--plain".to_owned(), matters: Matters::Always });
    let shared: Vec<Again> = [library, store, lang, plain].into_iter().flatten().collect();
    if shared.is_empty() && person.is_none() {
        return Options::new();
    }
    let commands = Cli::command();
    let names = commands.get_subcommands().map(clap::Command::get_name).chain(PERSONAL.iter().copied());
    let own = |name: &str| person.clone().filter(|_| PERSONAL.contains(&name));
    names.map(|name| (name.to_owned(), own(name).into_iter().chain(shared.clone()).collect())).collect()
}

/// A value as a shell takes it for one word: in double quotes where it has blanks or signs that mean something to one.
pub fn quoted(value: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "_-./:\\@+=,".contains(c);
    if !value.is_empty() && value.chars().all(plain) && (cfg!(windows) || !value.contains('\\')) {
        return value.to_owned();
    }
    // A Windows path cannot have quotes, and its backslashes stand for themselves.
    let escaped = |c: char| if !cfg!(windows) && "\\\"$`".contains(c) { format!("\\{c}") } else { c.to_string() };
    format!("\"{}\"", value.chars().map(escaped).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_blanks_is_quoted() {
        assert_eq!(quoted("/tmp/desk.db"), "/tmp/desk.db");
        assert_eq!(quoted("陈小满"), "陈小满");
        assert_eq!(quoted("my desk"), "\"my desk\"");
        assert_eq!(quoted(""), "\"\"");
        assert_eq!(quoted("a&b;c"), "\"a&b;c\"");
    }

    #[cfg(not(windows))]
    #[test]
    fn what_a_shell_would_read_otherwise_is_escaped() {
        assert_eq!(quoted(r"D:\x.db"), r#""D:\\x.db""#);
        assert_eq!(quoted("a $HOME `b`"), r#""a \$HOME \`b\`""#);
    }

    #[test]
    fn only_commands_that_ask_who_is_here_are_told() {
        let global = Global { learner: Some("陈小满".to_owned()), plain: true, ..Global::default() };
        let all = options(&global);
        let flags = |name: &str| all[name].iter().map(|it| it.flag).collect::<Vec<_>>();
        assert_eq!(
            (flags("exam"), flags("issue"), flags("")),
            (vec!["--as", "--plain"], vec!["--plain"], vec!["--as", "--plain"])
        );
        assert!(options(&Global::default()).is_empty());
    }

    #[test]
    fn each_personal_command_is_one() {
        let commands = Cli::command();
        let is_there = |name: &str| {
            let first = name.split(' ').next().unwrap_or_default();
            name.is_empty() || commands.find_subcommand(first).is_some()
        };
        assert!(PERSONAL.iter().all(|name| is_there(name)));
    }
}
