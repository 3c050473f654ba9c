//! What a candidate reads about an exam: its rules before, whether to sit, what it came to.

mod eligibility;
mod leaks;
mod regrade;
mod result;
mod rules;
mod strays;
mod trial;

use onduty::locale::{Tongue, Words};
use onduty::model::page::Block;
use onduty::terminal::line::room;
use onduty::terminal::paint::Paint;

/// Blocks in a window so wide.
fn shown(tongue: Tongue, window: usize, blocks: &[Block]) -> String {
    let words = Words::new(tongue);
    let lines = Paint { words: &words, width: window - 1, bars: true }.blocks(blocks);
    for line in &lines {
        assert!(room(&line.words()) < window, "{line}");
        assert!(!line.words().contains('⟦'), "{line}");
    }
    lines.iter().map(|line| line.words() + "\n").collect()
}
