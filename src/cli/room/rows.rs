//! Lists on stdout: rows of values, one below the other.

use super::Call;
use crate::cli::failure::Failure;
use crate::terminal::table::columns;

impl Call<'_> {
    /// Cells that a row of a list may take: those of the window; in a pipe or a file each row stays one line, however long.
    pub fn row_width(&self) -> usize {
        if self.ports.out_is_terminal { self.report_look(None).width() } else { usize::MAX }
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
