//! Each command as it is typed, in process: everything it says, on stdout and stderr, and its exit code.
//!
//! One file a command. The courseware is `tests/shelf` (of exams also `tests/hall`), small enough to be read in full; the person at the
//! desk is 陈小满. Sessions run from `--answers`; prompts at a terminal are tried elsewhere, and only where two programs meet, or one is
//! killed, the built program runs.

mod afterwards;
mod again;
mod allow;
mod analyse;
mod answers;
mod appeal;
mod backup;
mod check;
mod collect;
mod completions;
mod cut;
mod drafts;
mod erase;
mod exam;
mod explain;
mod export;
mod glossary;
mod graph;
mod group;
mod growth;
mod heard;
mod home;
mod import;
mod issue;
mod learn;
mod learner;
mod lifecycle;
mod list;
mod mark;
mod narrow;
mod new;
mod observe;
mod paper;
mod practise;
mod progress;
mod quiz;
mod refusals;
pub mod regrade;
mod report;
mod resume;
mod retention;
mod review;
mod roster;
mod schema;
mod show;
mod signing;
mod sitting;
mod staff;
mod stats;
mod status;
mod switch;
mod talk;
mod test;
mod tidy;
mod tongue;
mod unreadable;
mod usage;
mod verify;
mod watch;
mod wording;
