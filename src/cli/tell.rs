//! What goes to stderr beside prompts: notes, hints, failures. The one writer: clean, in a window broken between words, in a pipe not at
//! all. A command to copy is never broken (`line::flow`).
//!
//! What draws itself, such as findings and screens, is not here.

use super::ports::Ports;
use crate::terminal::line::{Line, written};
use crate::terminal::screen::Screen;

/// Says something; nobody is left to tell when stderr is closed.
pub fn tell(ports: &Ports, text: &str) {
    hang(ports, text, "");
}

/// The same with every line but the first after `indent`.
pub fn hang(ports: &Ports, text: &str, indent: &str) {
    let lines: String = hanging(text, indent, ports.screen).into_iter().map(|line| line + "\n").collect();
    let _ = (ports.err)().write_all(lines.as_bytes());
}

/// A text as the lines that are written; `screen` is the window, where there is one.
pub fn lines(text: &str, screen: Option<Screen>) -> Vec<String> {
    hanging(text, "", screen)
}

fn hanging(text: &str, indent: &str, screen: Option<Screen>) -> Vec<String> {
    let fitted = |line: &str| match screen {
        Some(screen) => Line::plain(line).flow(screen.text().saturating_sub(indent.len())),
        None => vec![Line::plain(line)],
    };
    let all = written(text).flat_map(fitted).map(|line| line.words());
    all.enumerate().map(|(n, line)| if n == 0 { line } else { format!("{indent}{line}") }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_never_broken_and_a_pipe_breaks_nothing() {
        let command = r#"onduty --store "/home/some body/the desk/records of 2026/x.db" licences --number 20261122-SH1-0001"#;
        let text =
            format!("The licence is issued and its file is written; to see what becomes of it later: {command}\nThat is all.");
        for width in [20, 40, 80, 200] {
            let lines = lines(&text, Some(Screen::bare(width, 24)));
            assert!(lines.iter().any(|line| line.contains(command)), "{width}: {lines:?}");
            let fits = |line: &&String| line.contains(command) || line.len() < usize::from(width);
            assert!(lines.iter().all(|line| fits(&line)), "{width}: {lines:?}");
            assert_eq!(lines.last().map(String::as_str), Some("That is all."));
        }
        assert_eq!(lines(&text, None).len(), 2);
        assert_eq!(lines("a\u{1b}[2Jb", None), ["a�[2Jb"]);
    }
}
