//! How output looks for this person: which screen, colour or none, plain or drawn; and who asks.

use std::io::Write;
use std::rc::Rc;

use super::failure::Failure;
use crate::base::dice::Dice;
use crate::locale::Words;
use crate::model::page::Block;
use crate::terminal::Asker;
use crate::terminal::interrupt::Interrupt;
use crate::terminal::keys::{Stirred, Terminal};
use crate::terminal::paint::Paint;
use crate::terminal::person::Person;
use crate::terminal::plain::Plain;
use crate::terminal::screen::{self, Screen};
use crate::terminal::script::{Script, Scripted};

/// How output looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Lines are only appended: no cursor moves, bars or colour.
    pub plain: bool,
    /// The window; a bare one of 80 by 24 where there is none.
    pub screen: Screen,
}

impl Look {
    /// Someone at the keyboard.
    ///
    /// # Errors
    /// `Failure` where Ctrl-C cannot be listened for.
    pub fn person(self, words: &Rc<Words>) -> Result<Box<dyn Asker>, Failure> {
        let interrupt = Interrupt::listen().map_err(|e| super::failure::asker_failure(&e, words))?;
        Ok(if self.plain {
            Box::new(Plain::new(words, self.screen.text(), interrupt))
        } else {
            Box::new(Person::new(words, self.screen, interrupt))
        })
    }

    /// The same, but something else than keys may stir them: they are then asked no longer, as if they had pressed Ctrl-C. Who is asked
    /// by lines answers first.
    ///
    /// # Errors
    /// As `person`.
    pub fn stirred(self, words: &Rc<Words>, stirs: Box<dyn FnMut() -> bool>) -> Result<Box<dyn Asker>, Failure> {
        if self.plain {
            return self.person(words);
        }
        let interrupt = Interrupt::listen().map_err(|e| super::failure::asker_failure(&e, words))?;
        let console = Box::new(Stirred { terminal: Terminal::new(interrupt), stirs });
        Ok(Box::new(Person::at(words, self.screen, console, screen::stderr())))
    }

    /// A file of answers; what is shown goes to `out`.
    pub fn script(self, words: &Rc<Words>, script: Script, dice: Dice, out: Box<dyn Write>) -> Box<dyn Asker> {
        Box::new(Scripted::new(script, dice, words, self.screen.text(), out))
    }

    /// Blocks as text, as wide as the window.
    pub fn painted(self, blocks: &[Block], words: &Words) -> String {
        let paint = Paint { words, width: self.screen.text(), bars: !self.plain };
        paint.blocks(blocks).iter().map(|line| format!("{}\n", line.print(self.screen.colour && !self.plain))).collect()
    }

    /// Cells that a table may take.
    pub fn width(self) -> usize {
        self.screen.text()
    }
}
