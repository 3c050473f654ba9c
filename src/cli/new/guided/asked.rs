//! What is asked of a trainer who writes a talk: lines and choices. Each may be answered by going back to the one before: in a list by its
//! last entry, at a line by a single `<`, however an input method writes it.

use super::{Away, Desk, Got};
use crate::attempt::event::Leaving;
use crate::base::id::ItemId;
use crate::cli::failure::{Failure, asker_failure};
use crate::locale::Value;
use crate::model::form::{Choice, Reply};
use crate::terminal::Asked;

/// The most characters of a line that is typed here.
const MOST: usize = 400;
/// The key of the entry that leads back.
const BACK: &str = ":back";
/// What leads back at a line.
const ANGLES: [&str; 5] = ["<", "＜", "《", "〈", "‹"];

impl Desk<'_> {
    /// A line; never an empty one.
    pub(super) fn line(&mut self, key: &str, args: &[(&str, Value<'_>)]) -> Got<String> {
        let asked = self.asker.line(&self.words.with(key, args), MOST);
        Ok(match self.answer(asked)? {
            Ok(Reply::Typed(words)) => self.written(&words),
            Ok(_) => Err(Away::Left(Leaving::Chosen)),
            Err(away) => Err(away),
        })
    }

    /// A line, or that there are no more.
    pub(super) fn line_or_end(&mut self, key: &str, args: &[(&str, Value<'_>)]) -> Got<Option<String>> {
        let asked = self.asker.line_or_end(&self.words.with(key, args), MOST);
        Ok(match self.answer(asked)? {
            Ok(Reply::Typed(words)) => self.written(&words).map(Some),
            Ok(_) => Ok(None),
            Err(away) => Err(away),
        })
    }

    /// One of several.
    pub(super) fn choose(&mut self, key: &str, args: &[(&str, Value<'_>)], options: &[(String, String)]) -> Got<ItemId> {
        let back = (BACK.to_owned(), self.words.get("guided-back-entry"));
        let choices: Vec<Choice> =
            options.iter().chain([&back]).map(|(key, text)| Choice { key: key.as_str().into(), text: text.clone() }).collect();
        let asked = self.asker.choose(&self.words.with(key, args), &choices, "");
        Ok(match self.answer(asked)? {
            Ok(Reply::Picked(key)) if key.as_str() == BACK => Err(Away::Back),
            Ok(Reply::Picked(key)) => {
                self.asked += 1;
                Ok(key)
            }
            Ok(_) => Err(Away::Left(Leaving::Chosen)),
            Err(away) => Err(away),
        })
    }

    fn answer(&self, asked: std::io::Result<Asked>) -> Result<Result<Reply, Away>, Failure> {
        Ok(match asked.map_err(|e| asker_failure(&e, self.words))? {
            Asked::Reply(reply) => Ok(reply),
            Asked::TimeUp => Err(Away::Left(Leaving::Chosen)),
            Asked::Left(how) => Err(Away::Left(how)),
        })
    }

    fn written(&mut self, words: &str) -> Result<String, Away> {
        let words = words.trim();
        if ANGLES.contains(&words) {
            return Err(Away::Back);
        }
        self.asked += 1;
        words.clone_into(&mut self.typed);
        Ok(words.to_owned())
    }
}
