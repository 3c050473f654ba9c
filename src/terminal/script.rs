//! Answers from a file: the same session without a person. The answers come from the author of the script, by the ids of what is
//! asked; what is missing is refused, or answered by rule where the file says so.
//!
//! ```toml
//! format = 1
//! fallback = "refuse"            # or "first", "random"
//! [answers]
//! "communication/greeting" = "golden"                  # one choice; serves every visit
//! "communication/checks" = ["a", "c"]                  # several choices, or an order
//! "is-anyone-there/opening" = ["wait", "help"]         # one choice a visit
//! "communication/pairs" = { first-reply = "3s" }       # left id = right id
//! "communication/seconds" = 3
//! "communication/polite" = true
//! "communication/unknown" = { blank = true }           # "I don't know"; in an exam: left open, and on to the answer sheet
//! "is-anyone-there/checked" = { reply = "help", used = 12 }   # where a clock runs: as if it had taken 12 seconds; also { text = "…", … }
//! "is-anyone-there/close" = { silent = true }          # nothing is said until the clock has run out
//! "after-sale-agent/sheet" = ["flag", "1", "hand-in"]  # one pick a visit; beyond the list the sheet goes on by itself
//! "after-sale-agent/hand-in" = ["back", "hand-in"]
//! ```
//!
//! Trouble is a `ScriptError` inside the `io::Error`; `ScriptError::within` finds it again.

mod answer;
mod trouble;

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::rc::Rc;

use serde::Deserialize;

pub use self::trouble::ScriptError;
use super::clock::{Clock, Watch};
use super::plain::Sheet;
use super::turn_clock::TurnClock;
use super::worded::worded;
use super::{Asked, Asker};
use crate::attempt::event::Leaving;
use crate::base::dice::Dice;
use crate::locale::Words;
use crate::model::form::{Choice, CountsAs, Entry, Form, Reply, Says};
use crate::model::page::{Block, Prompt};
use crate::model::question::Misfit;

/// A file of answers.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Script {
    format: i64,
    #[serde(default)]
    fallback: Fallback,
    #[serde(default)]
    answers: BTreeMap<String, toml::Value>,
}

/// What is done where the file has no answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Fallback {
    /// The session fails, naming what was asked.
    #[default]
    Refuse,
    /// What stands first, as it was dealt.
    First,
    /// Anything that is offered.
    Random,
}

impl Script {
    /// Reads a file's text.
    ///
    /// # Errors
    /// Not TOML, an unknown key, another format.
    pub fn parse(text: &str) -> Result<Self, ScriptError> {
        let script: Self = toml::from_str(text).map_err(|error| {
            let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
            ScriptError::Syntax { line, column, message: error.message().to_owned() }
        })?;
        if script.format == 1 { Ok(script) } else { Err(ScriptError::Format) }
    }

    /// What the file picks in one of the program's own menus. One pick serves one visit: a menu that is met again and again because of
    /// what was picked would never end.
    fn pick(&self, prompt: &Prompt) -> Option<&toml::Value> {
        match self.answers.get(&prompt.id)? {
            toml::Value::Array(all) => all.get(usize::try_from(prompt.visit).ok()?),
            one => Some(one).filter(|_| prompt.visit == 0),
        }
    }

    /// The answer, with the time that it counts as.
    fn answer(&self, prompt: &Prompt, dice: &mut Dice) -> Result<answer::Timed, ScriptError> {
        if let Some(value) = self.answers.get(&prompt.id)
            && let Some(value) = answer::of_visit(value, &prompt.form, prompt.visit)
        {
            return answer::timed(value, prompt);
        }
        match self.fallback {
            Fallback::Refuse => Err(ScriptError::NoAnswer { id: prompt.id.clone(), visit: prompt.visit + 1 }),
            Fallback::First => Ok((answer::first(prompt), None)),
            Fallback::Random => Ok((answer::random(prompt, dice), None)),
        }
    }
}

/// The asker of a script.
pub struct Scripted {
    script: Script,
    dice: Dice,
    sheet: Sheet,
    refused: Option<Misfit>,
    watch: Watch,
    turn: Option<TurnClock>,
    /// The time that the last answer counts as.
    counts: Option<CountsAs>,
}

impl Scripted {
    /// Answers from `script`, with `dice` for its `random`; what is shown goes to `out` as plain lines of at most `width` cells.
    pub fn new(script: Script, dice: Dice, words: &Rc<Words>, width: usize, out: Box<dyn Write>) -> Self {
        Self {
            script,
            dice,
            sheet: Sheet::new(words, width, out),
            refused: None,
            watch: Watch::default(),
            turn: None,
            counts: None,
        }
    }
}

/// The program's own menus go on by themselves, unless the file names them: to an open item that was not left so, or on.
fn goes_on(entries: &[Entry]) -> Reply {
    let open = |e: &&Entry| matches!(&e.says, Says::Item { open: true, skipped: false, .. });
    let on = |e: &&Entry| matches!(e.says, Says::HandIn | Says::Sure | Says::Agree);
    let entry = entries.iter().find(open).or_else(|| entries.iter().find(on)).or(entries.first());
    entry.map_or(Reply::Next, |e| Reply::Picked(e.key.clone()))
}

impl Asker for Scripted {
    fn set_head(&mut self, name: &str, title: &str) {
        self.sheet.set_head(name, title);
    }

    fn set_clock(&mut self, clock: Option<Clock>) {
        self.watch.set(clock);
    }

    fn set_turn_clock(&mut self, clock: Option<TurnClock>) {
        self.turn = clock;
    }

    fn counts_as(&mut self) -> Option<CountsAs> {
        self.counts.take()
    }

    fn show(&mut self, blocks: &[Block]) -> io::Result<()> {
        self.sheet.put(&[super::line::Line::empty()])?;
        self.sheet.blocks(blocks)
    }

    fn ask(&mut self, prompt: &Prompt) -> io::Result<Asked> {
        if let Some(misfit) = self.refused.take() {
            return Err(ScriptError::Refused { id: prompt.id.clone(), misfit }.into());
        }
        self.sheet.head()?;
        self.sheet.tell_time(&mut self.watch)?;
        self.sheet.blocks(&prompt.blocks)?;
        let form = worded(prompt, &self.sheet.words);
        self.sheet.options(prompt, &form)?;
        if let Some(turn) = &self.turn {
            self.sheet.tell_turn(turn)?;
        }
        let (reply, counts) = match &prompt.form {
            Form::Next => (Reply::Next, None),
            Form::Menu(entries) => match self.script.pick(prompt) {
                Some(pick) => (answer::read(pick, &Prompt { form: form.clone(), ..prompt.clone() })?, None),
                None => (goes_on(entries), None),
            },
            _ => self.script.answer(&Prompt { form: form.clone(), ..prompt.clone() }, &mut self.dice)?,
        };
        self.counts = counts;
        self.sheet.answered(prompt, &reply)?;
        Ok(Asked::Reply(reply))
    }

    fn refuse(&mut self, misfit: &Misfit) -> io::Result<()> {
        self.refused = Some(misfit.clone());
        Ok(())
    }

    /// A script runs one activity and knows no menus.
    fn choose(&mut self, _: &str, _: &[Choice], _: &str) -> io::Result<Asked> {
        Ok(Asked::Left(Leaving::EndOfInput))
    }

    fn line(&mut self, _: &str, _: usize) -> io::Result<Asked> {
        Ok(Asked::Left(Leaving::EndOfInput))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dice::Seed;
    use crate::locale::Tongue;
    use crate::model::form::Aside;

    fn choices(all: &[&str]) -> Vec<Choice> {
        all.iter().map(|key| Choice { key: (*key).into(), text: format!("选项 {key}") }).collect()
    }

    fn ask(script: &str, form: Form, visit: u32) -> Result<Reply, ScriptError> {
        let script = Script::parse(script)?;
        let prompt = Prompt { id: "b/q".into(), visit, blocks: vec![], form, aside: Aside::Unknown, given: None, panel: vec![] };
        let dice = Seed::from_bytes(b"1").dice("script", "b/q");
        let words = Rc::new(Words::new(Tongue::Zh));
        match Scripted::new(script, dice, &words, 79, Box::new(io::sink())).ask(&prompt) {
            Ok(Asked::Reply(reply)) => Ok(reply),
            Ok(other) => panic!("{other:?}"),
            Err(error) => Err(ScriptError::within(&error).expect("its own trouble").clone()),
        }
    }

    fn answer(value: &str, form: Form, visit: u32) -> Result<Reply, ScriptError> {
        ask(&format!("format = 1\n[answers]\n\"b/q\" = {value}\n"), form, visit)
    }

    fn picked(key: &str) -> Result<Reply, ScriptError> {
        Ok(Reply::Picked(key.into()))
    }

    #[test]
    fn each_form_has_its_answer() {
        let one = || Form::PickOne(choices(&["a", "b", "true", "false"]));
        assert_eq!(answer("\"b\"", one(), 7), picked("b"));
        assert_eq!(answer("true", one(), 0), picked("true"));
        assert_eq!(answer("[\"a\", \"b\"]", one(), 1), picked("b"));
        let many = || Form::PickMany(choices(&["a", "b", "c"]));
        assert_eq!(answer("[\"c\", \"a\"]", many(), 3), Ok(Reply::PickedMany(["a".into(), "c".into()].into())));
        assert_eq!(answer("[[\"a\"], [\"b\"]]", many(), 1), Ok(Reply::PickedMany(["b".into()].into())));
        let sort = Form::Sort(choices(&["a", "b"]));
        assert_eq!(answer("[\"b\", \"a\"]", sort, 0), Ok(Reply::Sorted(vec!["b".into(), "a".into()])));
        let pairs = Form::Match { lefts: choices(&["l"]), rights: choices(&["r"]), reuse: false };
        assert_eq!(answer("{ l = \"r\" }", pairs, 0), Ok(Reply::Matched([("l".into(), "r".into())].into())));
        assert_eq!(answer("2.5", Form::Number { unit: None }, 0), Ok(Reply::Typed("2.5".into())));
        assert_eq!(answer("[1, 2]", Form::Number { unit: None }, 1), Ok(Reply::Typed("2".into())));
        assert_eq!(answer("\"您好\"", Form::Line { most: 9 }, 0), Ok(Reply::Typed("您好".into())));
        assert_eq!(answer("\"您好，\\n请讲。\"", Form::Text { most: 9 }, 0), Ok(Reply::Typed("您好，\n请讲。".into())));
        assert_eq!(answer("{ blank = true }", one(), 0), Ok(Reply::Blank));
        assert_eq!(ask("format = 1", Form::Next, 0), Ok(Reply::Next), "going on needs no answer");
    }

    #[test]
    fn what_does_not_fit_is_named() {
        let one = || Form::PickOne(choices(&["a", "b"]));
        let offered = vec!["a".to_owned(), "b".to_owned()];
        assert_eq!(answer("\"x\"", one(), 0), Err(ScriptError::NotOffered { id: "b/q".into(), value: "x".into(), offered }));
        assert_eq!(answer("{ a = 1 }", one(), 0), Err(ScriptError::Shape { id: "b/q".into(), wanted: "wanted-one" }));
        assert_eq!(answer("[\"a\"]", one(), 1), Err(ScriptError::NoAnswer { id: "b/q".into(), visit: 2 }));
        assert_eq!(ask("format = 1", one(), 0), Err(ScriptError::NoAnswer { id: "b/q".into(), visit: 1 }));
        assert_eq!(ask("format = 2", one(), 0), Err(ScriptError::Format));
        let error = ask("format = 1\n[answers]\n\"题\" = = 1", one(), 0).expect_err("not TOML");
        assert!(error.say(&Words::new(Tongue::Zh)).starts_with("回答文件第 3 行第 7 列有错："), "{error}");
        assert!(matches!(ask("format = 1\nfallbak = 1", one(), 0), Err(ScriptError::Syntax { line: 2, .. })));
    }

    #[test]
    fn what_is_missing_may_be_answered_by_rule() {
        let forms = || {
            vec![
                Form::PickOne(choices(&["a", "b"])),
                Form::PickMany(choices(&["a", "b"])),
                Form::Sort(choices(&["a", "b"])),
                Form::Match { lefts: choices(&["l", "m"]), rights: choices(&["r", "s"]), reuse: false },
                Form::Number { unit: None },
            ]
        };
        let first: Vec<_> = forms().into_iter().map(|form| ask("format = 1\nfallback = \"first\"", form, 0)).collect();
        assert_eq!(first[0], picked("a"));
        assert_eq!(first[2], Ok(Reply::Sorted(vec!["a".into(), "b".into()])));
        assert_eq!(first[3], Ok(Reply::Matched([("l".into(), "r".into()), ("m".into(), "s".into())].into())));
        for form in forms() {
            let rolled = ask("format = 1\nfallback = \"random\"", form.clone(), 0);
            assert!(rolled.is_ok());
            assert_eq!(rolled, ask("format = 1\nfallback = \"random\"", form, 0), "the same dice roll the same");
        }
    }

    #[test]
    fn an_answer_that_was_not_taken_ends_the_script() {
        let script = Script::parse("format = 1\n[answers]\n\"b/q\" = \"x\"").expect("a script");
        let words = Rc::new(Words::new(Tongue::En));
        let dice = Seed::from_bytes(b"1").dice("script", "");
        let mut scripted = Scripted::new(script, dice, &words, 79, Box::new(io::sink()));
        let prompt = Prompt {
            id: "b/q".into(),
            visit: 0,
            blocks: vec![],
            form: Form::Number { unit: None },
            aside: Aside::Nothing,
            given: None,
            panel: vec![],
        };
        assert!(scripted.ask(&prompt).is_ok());
        scripted.refuse(&Misfit::NotANumber).expect("memory");
        let error = scripted.ask(&prompt).expect_err("it would go round for ever");
        assert!(matches!(ScriptError::within(&error), Some(ScriptError::Refused { misfit: Misfit::NotANumber, .. })));
    }
}
