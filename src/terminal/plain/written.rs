//! A whole reply, line by line until an empty one. A line that does not fit is left out as it is; what was written before stays.

use std::io;

use super::Plain;
use super::read::Read;
use crate::attempt::event::Leaving;
use crate::model::form::Reply;
use crate::model::question::Misfit;
use crate::terminal::Asked;
use crate::terminal::line::clean;

/// Room that is said from here down, or from a quarter of all there is.
const NEAR: usize = 50;

impl Plain {
    /// A reply of at most `most` characters that begins with this line, or how it was over without one. The end of the input ends it too.
    pub(super) fn written(&mut self, first: String, most: usize) -> io::Result<Result<Read, Asked>> {
        let (mut text, mut line, mut told) = (String::new(), first, false);
        while !line.trim().is_empty() {
            let more = format!("{}{}", if text.is_empty() { "" } else { "\n" }, clean(line.trim()));
            let left = most.saturating_sub(text.chars().count());
            match left.checked_sub(more.chars().count()) {
                Some(left) => {
                    text.push_str(&more);
                    told = false;
                    if left <= NEAR.min(most / 4) {
                        self.say_room("plain-text-left", left, most)?;
                    }
                }
                // What was pasted may go on for a thousand lines.
                None if told => {}
                None => {
                    told = true;
                    self.say_room("plain-text-full", left, most)?;
                }
            }
            line = match self.next_line() {
                Ok(line) => line,
                Err(Asked::Left(Leaving::EndOfInput)) => break,
                Err(over) => {
                    self.unsent = Some(text);
                    return Ok(Err(over));
                }
            };
        }
        Ok(Ok(if text.is_empty() { Read::Misfit(Misfit::Empty) } else { Read::Reply(Reply::Typed(text)) }))
    }

    fn say_room(&mut self, key: &str, left: usize, most: usize) -> io::Result<()> {
        let said = self.sheet.words.with(key, &[("n", left.into()), ("most", most.into())]);
        self.sheet.say(&said)
    }
}
