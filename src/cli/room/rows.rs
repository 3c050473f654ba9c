//! Lists on stdout, rows of values one below the other; and sentences.

use super::Call;
use crate::cli::failure::Failure;
use crate::cli::tell::lines;
use crate::terminal::table::columns;

impl Call<'_> {
    /// Cells that a row of a list may take: those of the window; in a pipe or a file each row stays one line, however long.
    pub fn row_width(&self) -> usize {
        if self.ports.out_is_terminal { self.report_look(None).width() } else { usize::MAX }
    }

    /// Prints sentences: in a window broken between words, no command within; in a pipe as they are.
    ///
    /// # Errors
    /// `Failure` where stdout takes nothing more.
    pub fn print_said(&mut self, text: &str) -> Result<(), Failure> {
        let screen = self.ports.out_is_terminal.then(|| self.report_look(None).screen);
        let text: String = lines(text, screen).into_iter().map(|line| line + "\n").collect();
        self.print(&text)
    }

    /// Prints a list; its first row has the headings, where there are any.
    ///
    /// # Errors
    /// `Failure` where stdout takes nothing more.
    pub fn print_rows(&mut self, rows: &[Vec<String>]) -> Result<(), Failure> {
        let text = columns(rows, self.row_width());
        self.print(&text)
    }
}
