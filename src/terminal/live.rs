//! The part of the window that is redrawn in place: the choices and what stands under them, never more than fits.
//!
//! What was shown before is only ever written once, above. `Hold` is the keyboard: raw while it lives, and everything is put back
//! when it is dropped, also while a panic unwinds.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::cursor::{Hide, MoveTo, MoveToColumn, MoveUp, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::queue;
use crossterm::terminal::{self, Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen};

/// The keyboard, held: keys come one by one and are not shown. Dropping it gives everything back.
#[derive(Debug)]
pub struct Hold(());

impl Hold {
    /// Takes the keyboard.
    ///
    /// # Errors
    /// There is no terminal.
    pub fn take() -> io::Result<Self> {
        terminal::enable_raw_mode()?;
        let mut err = super::screen::stderr();
        // Without it a pasted newline counts as Enter; old Windows consoles do not have it.
        let _ = queue!(err, EnableBracketedPaste).and_then(|()| err.flush());
        Ok(Self(()))
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        let mut err = super::screen::stderr();
        if OWN_SCREEN.load(Ordering::SeqCst) {
            let _ = own_screen(&mut err, false);
        }
        let _ = queue!(err, DisableBracketedPaste, Show).and_then(|()| err.flush());
        let _ = terminal::disable_raw_mode();
    }
}

/// What is redrawn: printed lines, none wider than the window, and where the cursor shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// The lines, styles and all.
    pub lines: Vec<String>,
    /// The cursor's line and what stands before it there; hidden where there is none.
    pub cursor: Option<(usize, String)>,
}

/// What is on the screen of it now.
#[derive(Debug, Default)]
pub struct Live {
    /// The line of the region that the cursor is on.
    at: u16,
}

impl Live {
    /// Draws over what was drawn last.
    ///
    /// # Errors
    /// Writing fails.
    pub fn draw(&mut self, out: &mut dyn Write, frame: &Frame) -> io::Result<()> {
        let mut page = Vec::new();
        self.home(&mut page)?;
        for (n, line) in frame.lines.iter().enumerate() {
            page.write_all(if n == 0 { b"" } else { b"\r\n" })?;
            page.write_all(line.as_bytes())?;
            queue!(page, Clear(ClearType::UntilNewLine))?;
        }
        queue!(page, Clear(ClearType::FromCursorDown))?;
        let last = frame.lines.len().saturating_sub(1);
        self.at = small(last);
        match &frame.cursor {
            Some((row, before)) => {
                up(&mut page, last - row)?;
                queue!(page, MoveToColumn(0))?;
                page.write_all(before.as_bytes())?;
                queue!(page, Show)?;
                self.at = small(*row);
            }
            None => queue!(page, Hide)?,
        }
        out.write_all(&page)?;
        out.flush()
    }

    /// Takes the region away; the cursor stands where it began.
    ///
    /// # Errors
    /// Writing fails.
    pub fn clear(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let mut page = Vec::new();
        self.home(&mut page)?;
        queue!(page, Clear(ClearType::FromCursorDown))?;
        out.write_all(&page)?;
        out.flush()
    }

    /// Forgets what was drawn and empties the window: after a change of size nobody knows where lines went.
    ///
    /// # Errors
    /// Writing fails.
    pub fn wipe(&mut self, out: &mut dyn Write) -> io::Result<()> {
        self.at = 0;
        let mut page = Vec::new();
        queue!(page, Clear(ClearType::All), MoveTo(0, 0))?;
        out.write_all(&page)
    }

    fn home(&mut self, page: &mut Vec<u8>) -> io::Result<()> {
        up(page, usize::from(self.at))?;
        self.at = 0;
        queue!(page, MoveToColumn(0))
    }
}

fn up(page: &mut Vec<u8>, lines: usize) -> io::Result<()> {
    if lines > 0 {
        queue!(page, MoveUp(small(lines)))?;
    }
    Ok(())
}

fn small(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

/// Whether an own screen is open, so that a panic in it does not leave the person there.
static OWN_SCREEN: AtomicBool = AtomicBool::new(false);

/// Opens a screen of its own; `false` closes it and what was there before is back.
///
/// # Errors
/// Writing fails.
pub fn own_screen(out: &mut dyn Write, open: bool) -> io::Result<()> {
    let mut page = Vec::new();
    OWN_SCREEN.store(open, Ordering::SeqCst);
    if open {
        queue!(page, EnterAlternateScreen, Hide)?;
    } else {
        queue!(page, LeaveAlternateScreen)?;
    }
    out.write_all(&page)?;
    out.flush()
}

/// Fills an own screen.
///
/// # Errors
/// Writing fails.
pub fn fill(out: &mut dyn Write, lines: &[String]) -> io::Result<()> {
    let mut page = Vec::new();
    queue!(page, MoveTo(0, 0))?;
    for (n, line) in lines.iter().enumerate() {
        page.write_all(if n == 0 { b"" } else { b"\r\n" })?;
        page.write_all(line.as_bytes())?;
        queue!(page, Clear(ClearType::UntilNewLine))?;
    }
    queue!(page, Clear(ClearType::FromCursorDown), Hide)?;
    out.write_all(&page)?;
    out.flush()
}
