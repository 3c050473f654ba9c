//! How large the window is and whether it takes colour: a value, asked for once and handed to whoever paints.
//!
//! The only place that asks the terminal about itself. Everything that paints takes a `Screen` or a width, so that it can be
//! checked without a terminal.
#![allow(clippy::disallowed_methods, reason = "the screen's own handles are asked here and nowhere else")]

use std::io::{self, IsTerminal as _, Write};

use anstream::ColorChoice;

/// A window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screen {
    /// Cells across.
    pub width: u16,
    /// Lines down.
    pub height: u16,
    /// Whether styles may be used.
    pub colour: bool,
    /// Whether drawing characters beyond ASCII may be used for decoration.
    pub unicode: bool,
}

/// The most cells a line of text takes, however wide the window: longer lines are hard to read.
const READABLE: usize = 96;

impl Screen {
    /// The window that standard error is shown in; 80 by 24 where there is none.
    pub fn of_stderr(choice: ColorChoice) -> Self {
        let (width, height) = size().unwrap_or((80, 24));
        let stream = anstream::AutoStream::new(io::stderr(), choice);
        let colour = stream.current_choice() != ColorChoice::Never;
        Self { width, height, colour, unicode: io::stderr().is_terminal() }
    }

    /// A window of that size without colour, for tests and pipes.
    pub const fn bare(width: u16, height: u16) -> Self {
        Self { width, height, colour: false, unicode: true }
    }

    /// Cells that text may take: one less than the window, because some consoles wrap a full line twice; never over 96.
    pub fn text(self) -> usize {
        usize::from(self.width).saturating_sub(1).clamp(10, READABLE)
    }
}

/// The window's size now, if there is one.
pub fn size() -> Option<(u16, u16)> {
    crossterm::terminal::size().ok().filter(|(width, height)| *width > 0 && *height > 0)
}

/// Whether a person can be asked: standard input and standard error are both a terminal.
pub fn can_ask() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Standard error, through which everything is shown; styles are translated on old Windows consoles.
pub fn stderr() -> Box<dyn Write> {
    Box::new(anstream::AutoStream::always(io::stderr()))
}
