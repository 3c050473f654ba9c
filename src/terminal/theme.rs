//! How prompts look: dialoguer's theme interface, so that our widgets and any prompt of dialoguer's look the same.
//!
//! dialoguer counts bytes where cells are meant and loses lines over Chinese text; here an item is wrapped by cells before it is drawn.
//! What stands before a tab in an item's text is its number: further lines stand under the words after it.

use std::fmt::{self, Write};

use dialoguer::theme::Theme;

use super::line::{Ink, Line, written};

/// The look of all prompts, for one width.
#[derive(Clone, Copy, Debug)]
pub struct House {
    /// Cells a line may take.
    pub width: usize,
    /// Whether styles may be used.
    pub colour: bool,
}

impl House {
    /// Lines joined by newlines, without one at the end.
    fn put(self, f: &mut dyn Write, lines: &[Line]) -> fmt::Result {
        for (n, line) in lines.iter().enumerate() {
            let end = if n == 0 { "" } else { "\n" };
            write!(f, "{end}{}", line.print(self.colour))?;
        }
        Ok(())
    }

    fn item(self, f: &mut dyn Write, text: &str, check: &str, active: bool) -> fmt::Result {
        let (number, words) = text.split_once('\t').unwrap_or(("", text));
        let mut first = Line::of(Ink::Accent, if active { "> " } else { "  " });
        for part in [check, number].into_iter().filter(|part| !part.is_empty()) {
            first.push(if active { Ink::Accent } else { Ink::Plain }, part);
            first.push(Ink::Plain, " ");
        }
        let words = Line::of(if active { Ink::Strong } else { Ink::Plain }, words);
        self.put(f, &words.hang(&first, self.width))
    }
}

impl Theme for House {
    fn format_prompt(&self, f: &mut dyn Write, prompt: &str) -> fmt::Result {
        self.put(f, &Line::of(Ink::Strong, prompt).wrap(self.width))
    }

    fn format_error(&self, f: &mut dyn Write, err: &str) -> fmt::Result {
        self.put(f, &Line::of(Ink::Warm, err).wrap(self.width))
    }

    fn format_input_prompt_selection(&self, f: &mut dyn Write, _: &str, sel: &str) -> fmt::Result {
        let lead = |n: usize| Line::of(Ink::Good, if n == 0 { "› " } else { "  " });
        let lines = written(sel).enumerate().flat_map(|(n, line)| Line::of(Ink::Strong, line).hang(&lead(n), self.width));
        self.put(f, &lines.collect::<Vec<_>>())
    }

    fn format_select_prompt_item(&self, f: &mut dyn Write, text: &str, active: bool) -> fmt::Result {
        self.item(f, text, "", active)
    }

    fn format_multi_select_prompt_item(&self, f: &mut dyn Write, text: &str, checked: bool, active: bool) -> fmt::Result {
        self.item(f, text, if checked { "[x]" } else { "[ ]" }, active)
    }

    /// A place that was given stands in the item's number; here it only says whether one was.
    fn format_sort_prompt_item(&self, f: &mut dyn Write, text: &str, picked: bool, active: bool) -> fmt::Result {
        self.item(f, text, if picked { "" } else { "[ ]" }, active)
    }
}

/// What a theme's function wrote, line by line.
pub(super) fn drawn(write: impl FnOnce(&mut dyn Write) -> fmt::Result) -> Vec<String> {
    let mut text = String::new();
    // Writing into a string does not fail.
    let _ = write(&mut text);
    text.split('\n').map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_wrapped_under_their_words() {
        let house = House { width: 20, colour: false };
        let item = |text: &str| drawn(|f| house.format_multi_select_prompt_item(f, text, true, true));
        assert_eq!(item("1)\t先倾听，再复述一遍"), ["> [x] 1) 先倾听，再", "         复述一遍"]);
        let answer = drawn(|f| house.format_input_prompt_selection(f, "", "您好，\n已经在查了，请稍等。"));
        assert_eq!(answer, ["› 您好，", "  已经在查了，请稍", "  等。"], "line by line");
        assert_eq!(drawn(|f| house.format_select_prompt_item(f, "好\u{1b}[2J", false)), ["  好�[2J"]);
    }
}
