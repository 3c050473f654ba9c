//! From checked things to TOML as a person would write it: the way back through the door, one file a kind of thing.
//!
//! What is printed reads back the same; a law test holds each printer to it. One language is printed; translations are files of their
//! own. Nothing here judges: what is printed may be unfinished.

pub mod bank;
pub mod scenario;
pub mod walk;
pub mod writing;

use std::fmt::Display;

use crate::model::library::Status;

/// How wide a list may grow before each of its items gets a line.
const WIDE: usize = 100;

/// What stands in a file besides the thing itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Front {
    /// Comments at the very top, without `#`.
    pub comments: String,
    /// Where it is in its life; a live one does not say so.
    pub status: Option<Status>,
    /// Where it comes from.
    pub sources: Vec<String>,
}

/// A TOML file being written from top to bottom.
#[derive(Debug, Default)]
pub struct Page {
    out: String,
    indent: usize,
}

impl Page {
    /// The beginning of every file: some comments, and the format.
    pub fn new(comments: &str) -> Self {
        let mut page = Self::default();
        page.comment(comments);
        if !comments.is_empty() {
            page.blank();
        }
        page.put("format", 1);
        page
    }

    /// The file.
    pub fn done(self) -> String {
        self.out
    }

    /// Where a thing is in its life; of a live one nothing is said.
    pub fn status(&mut self, front: &Front) {
        if let Some(status) = front.status.filter(|status| *status != Status::Live) {
            self.text("status", status.word());
        }
    }

    /// An empty line.
    pub fn blank(&mut self) {
        self.out.push('\n');
    }

    /// Comments, a line each.
    pub fn comment(&mut self, text: &str) {
        for line in text.lines() {
            self.line(format!("# {line}").trim_end());
        }
    }

    /// The head of a table, `[customer]` or `[[turn]]`, behind an empty line; what follows stands `indent` blanks in.
    pub fn table(&mut self, indent: usize, head: &str) {
        self.indent = indent;
        self.blank();
        self.line(head);
    }

    /// A key with a value already in TOML.
    pub fn put(&mut self, key: &str, value: impl Display) {
        self.line(&format!("{key} = {value}"));
    }

    /// A key with a text.
    pub fn text(&mut self, key: &str, text: &str) {
        self.put(key, quoted(text));
    }

    /// A key with texts; without any it is left out.
    pub fn texts<'t>(&mut self, key: &str, texts: impl IntoIterator<Item = &'t str>) {
        let all: Vec<String> = texts.into_iter().map(quoted).collect();
        self.list(key, &all);
    }

    /// A key with values already in TOML; without any it is left out.
    pub fn list(&mut self, key: &str, values: &[String]) {
        if values.is_empty() {
            return;
        }
        let short = format!("[{}]", values.join(", "));
        if values.len() == 1 || short.chars().count() <= WIDE {
            return self.put(key, short);
        }
        self.line(&format!("{key} = ["));
        for value in values {
            self.line(&format!("  {value},"));
        }
        self.line("]");
    }

    /// A key with tables, a line each.
    pub fn rows(&mut self, key: &str, rows: &[String]) {
        self.line(&format!("{key} = ["));
        for row in rows {
            self.line(&format!("  {row},"));
        }
        self.line("]");
    }

    /// A key with an inline table; without any pairs it is left out.
    pub fn pairs<K: Display, V: Display>(&mut self, key: &str, pairs: impl IntoIterator<Item = (K, V)>) {
        let all: Vec<String> = pairs.into_iter().map(|(name, value)| format!("{name} = {value}")).collect();
        if !all.is_empty() {
            self.put(key, format!("{{ {} }}", all.join(", ")));
        }
    }

    fn line(&mut self, text: &str) {
        self.out.extend(std::iter::repeat_n(' ', self.indent));
        self.out.push_str(text);
        self.out.push('\n');
    }
}

/// A text as TOML writes it: over several lines where it has several.
pub fn quoted(text: &str) -> String {
    let lines = text.contains('\n');
    let mut out = String::with_capacity(text.len() + 2);
    for c in text.chars() {
        match c {
            '\\' | '"' => out.extend(['\\', c]),
            '\n' if lines => out.push('\n'),
            '\t' => out.push_str("\\t"),
            c if super::is_forbidden(c) => out.push_str(&format!("\\u{:04X}", c as u32)),
            c => out.push(c),
        }
    }
    if lines { format!("\"\"\"\n{out}\"\"\"") } else { format!("\"{out}\"") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_reads_as_a_person_would_write_it() {
        let mut page = Page::new("旺季查件\n");
        page.table(0, "[scenario]");
        page.text("title", "他说“好”和\"行\"\\");
        page.texts("says", ["一"]);
        page.table(2, "[[turn.reply]]");
        page.pairs("score", [("ask", "1"), ("say", "-0.5")]);
        page.texts("facts", ["很长的一句话，长到一行放不下了，因为里面有很多很多的字，一直写到五十个字以上才会停下来。"; 2]);
        insta::assert_snapshot!(page.done(), @r#"
        # 旺季查件

        format = 1

        [scenario]
        title = "他说“好”和\"行\"\\"
        says = ["一"]

          [[turn.reply]]
          score = { ask = 1, say = -0.5 }
          facts = ["很长的一句话，长到一行放不下了，因为里面有很多很多的字，一直写到五十个字以上才会停下来。", "很长的一句话，长到一行放不下了，因为里面有很多很多的字，一直写到五十个字以上才会停下来。"]
        "#);
    }

    #[test]
    fn every_text_is_read_back_as_it_was() {
        for text in ["", "a", "\"", "\"\"\"\n\"", "a\n", "\na\n\n", "C:\\temp\n\\", "a\tb\u{1b}", " x ", "他说“好”。"] {
            let file = format!("it = {}", quoted(text));
            let table: toml::Table = file.parse().expect("TOML");
            assert_eq!(table["it"].as_str(), Some(text), "{file}");
        }
    }
}
