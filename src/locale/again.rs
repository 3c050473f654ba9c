//! Commands that a person is told to type: with the options of this call, where it had some, so that they mean the same records. Pure.
//!
//! A sentence names a command as `onduty COMMAND`, and `{ -onduty }` where the program alone is typed; here the options are put in, in all
//! sentences at once. What is typed on another computer is `{ -onduty-there } COMMAND`: that one has a place of its own for records.
//! Which options there are, and how they are quoted, is `cli/again`'s.

use std::collections::BTreeMap;

/// An option that has to be typed again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Again {
    /// Its name: `--store`.
    pub flag: &'static str,
    /// As it is typed: `--store desk.db`.
    pub typed: String,
    /// Which commands would do something else without it.
    pub matters: Matters,
}

/// Which commands need an option again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matters {
    /// All that take it: without it they mean other records.
    Always,
    /// Those that write a file, which would come out otherwise: the language. What is only looked at is understood in any.
    InFiles,
}

/// The options to be typed again, by command (`exam`, or `appeal open` where it differs from its siblings); under the empty name those of
/// `onduty` alone.
pub type Options = BTreeMap<String, Vec<Again>>;

/// Sentences as Fluent reads them, with the options put in as literal text.
pub fn in_sentences(text: &str, options: &Options) -> String {
    let alone = options.get("").map(|all| said(all, "", literal)).unwrap_or_default();
    put_in(text, options, literal).replace("-onduty = onduty\n", &format!("-onduty = onduty{}\n", alone.trim_end_matches(' ')))
}

/// The same for a line that is typed as it stands.
pub fn in_line(line: &str, options: &Options) -> String {
    put_in(line, options, str::to_owned)
}

fn put_in(text: &str, options: &Options, shape: fn(&str) -> String) -> String {
    const NAME: &str = "onduty ";
    let (mut out, mut rest) = (String::new(), text);
    while let Some(at) = rest.find(NAME) {
        let (before, after) = rest.split_at(at + NAME.len());
        out.push_str(before.trim_end_matches(' '));
        let own = after.lines().next().and_then(|line| line.split(NAME).next()).unwrap_or_default();
        let name = |text: &str| text.chars().take_while(char::is_ascii_alphanumeric).collect::<String>();
        let command = name(own);
        let below = own.strip_prefix(&command).and_then(|rest| rest.strip_prefix(' ')).map(name).unwrap_or_default();
        let options = options.get(&format!("{command} {below}")).or_else(|| options.get(&command));
        let options = options.filter(|_| !command.is_empty());
        out.push_str(&options.map(|all| said(all, own, shape)).unwrap_or_default());
        out.push(' ');
        rest = after;
    }
    out + rest
}

/// The options that a command needs and does not name itself, each after a blank.
fn said(options: &[Again], command: &str, shape: fn(&str) -> String) -> String {
    let matters = |it: &Again| it.matters == Matters::Always || writes(command);
    let missing = options.iter().filter(|it| matters(it) && !command.split(' ').any(|word| word == it.flag));
    missing.map(|it| format!(" {}", shape(&it.typed))).collect()
}

/// Whether a command, as far as the next stop, writes a file that somebody reads.
fn writes(command: &str) -> bool {
    const FILES: [&str; 4] = ["--out", "--sheet", "--page", "--template-out"];
    let own = command.split([',', ';', '，', '；', '。', '（', '(']).next().unwrap_or_default();
    own.starts_with("new ") || own.split(' ').any(|word| FILES.contains(&word))
}

/// A text that Fluent shows as it stands.
fn literal(text: &str) -> String {
    format!(r#"{{"{}"}}"#, text.replace('\\', r"\\").replace('"', r#"\""#))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Tongue, Words};

    fn options() -> Options {
        let always = |flag, typed: &str| Again { flag, typed: typed.to_owned(), matters: Matters::Always };
        let store = always("--store", r#"--store "D:\my desk\x.db""#);
        let library = always("--library", "--library {L}");
        let both = vec![library, store.clone()];
        [("", vec![store]), ("result", both.clone()), ("check", both)].map(|(name, all)| (name.to_owned(), all)).into()
    }

    #[test]
    fn a_line_gets_what_it_does_not_say_itself() {
        let said = |line| in_line(line, &options());
        assert_eq!(said("onduty result 3"), r#"onduty --library {L} --store "D:\my desk\x.db" result 3"#);
        assert_eq!(said("onduty check X --library Y"), r#"onduty --store "D:\my desk\x.db" check X --library Y"#);
        for same in ["onduty did it", "type onduty", "onduty resultat", "onduty", "onduty  "] {
            assert_eq!(said(same), same);
        }
    }

    #[test]
    fn the_language_is_said_where_a_file_comes_out_in_it() {
        let lang = Again { flag: "--lang", typed: "--lang en".to_owned(), matters: Matters::InFiles };
        let options = ["licences", "new", "audit"].map(|name| (name.to_owned(), vec![lang.clone()])).into();
        let said = |line| in_line(line, &options);
        assert_eq!(said("onduty licences --out FILE"), "onduty --lang en licences --out FILE");
        assert_eq!(said("onduty new library my-shop"), "onduty --lang en new library my-shop");
        for same in ["onduty licences", "onduty audit", "onduty audit, or write with --out"] {
            assert_eq!(said(same), same);
        }
    }

    #[test]
    fn sentences_in_both_languages_say_it_and_their_gaps_hold() {
        for tongue in [Tongue::Zh, Tongue::En] {
            let (bare, words) = (Words::new(tongue), Words::again(tongue, options().into()));
            let result = words.with("hint-result", &[("id", "3".into())]);
            assert!(result.ends_with(r#"onduty --library {L} --store "D:\my desk\x.db" result 3"#), "{result}");
            assert!(bare.with("hint-result", &[("id", "3".into())]).ends_with("onduty result 3"));
            let home = words.get("hint-home");
            assert!(home.contains(r#"onduty --store "D:\my desk\x.db""#), "{home}");
            assert_eq!(words.get("hint-send"), bare.get("hint-send"), "another PC has records of its own");
        }
    }
}
