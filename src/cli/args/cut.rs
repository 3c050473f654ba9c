//! The command line of whoever sets a pass mark. Help texts are `tongue`'s.

use std::path::PathBuf;

use clap::Args;

/// `cut LICENCE --judges FILE` or `cut LICENCE --station ID [--ratings FILE]`
#[derive(Debug, Args)]
pub struct Cut {
    /// The licence.
    pub licence: String,
    /// What judges expect of each item: a table, a judge a row.
    #[arg(long, value_name = "FILE", required_unless_present = "station", conflicts_with_all = ["station", "ratings"])]
    pub judges: Option<PathBuf>,
    /// A station instead: scores on global ratings, of what was recorded.
    #[arg(long, value_name = "ID")]
    pub station: Option<String>,
    /// The same from a table: a rating and a score in percent a row.
    #[arg(long, value_name = "FILE", requires = "station")]
    pub ratings: Option<PathBuf>,
    /// The global rating that is just enough, 1 to 5.
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u8).range(1..=5))]
    pub borderline: u8,
    /// Where the record goes; without it, `LICENCE-cut.md` in this folder.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}
