//! Commands within a sentence: where `onduty …` begins and ends, and its arguments, so that no line breaks within one. Pure.
//!
//! Sentences do not mark where a command ends; it is known by its signs: a stop, a bracket, two blanks, the next command, a word that
//! only prose has. Too much is better than too little: what stands together with a command does no harm, half of one does.

use std::ops::Range;

/// The program's name, as commands begin.
const NAME: &str = "onduty ";
/// What ends a command wherever it stands outside of quotes.
const ENDS: &str = "，。；：、！？（）“”「」《》()`";
/// English words that follow a command and are none of its own.
const PROSE: [&str; 22] = [
    "again", "and", "as", "did", "does", "from", "gives", "in", "is", "lets", "names", "on", "or", "reads", "says", "shows",
    "tells", "then", "to", "up", "windows", "writes",
];

/// A command in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// From the program's name to its last argument.
    pub whole: Range<usize>,
    /// What a shell takes for one word, and a flag's value with its flag apart.
    pub words: Vec<Range<usize>>,
}

/// All commands of a text, in their order.
pub fn commands(text: &str) -> Vec<Command> {
    let (mut out, mut at) = (Vec::new(), 0);
    while let Some(found) = text[at..].find(NAME).map(|n| at + n) {
        let within = text[..found].ends_with(|c: char| c.is_ascii_alphanumeric() || "-_/.\\".contains(c));
        at = found + NAME.len();
        if within {
            continue;
        }
        let words = words(text, at - 1);
        if let Some(last) = words.last() {
            let (from, to) = (found, last.end);
            at = to;
            out.push(Command { whole: from..to, words: std::iter::once(from..from + NAME.len() - 1).chain(words).collect() });
        }
    }
    out
}

/// The words after the program's name, which ends at `from`.
fn words(text: &str, from: usize) -> Vec<Range<usize>> {
    let (mut out, mut sure, mut at): (Vec<Range<usize>>, usize, usize) = (Vec::new(), 0, from);
    while let Some(rest) = text[at..].strip_prefix(' ') {
        let start = at + 1;
        let word = &rest[..length(rest)];
        let bare = word.trim_end_matches(['.', ',', ';', ':']);
        let bare = if bare.is_empty() { word } else { bare };
        if bare.is_empty() || bare == "onduty" || PROSE.contains(&bare) {
            break;
        }
        let value =
            out.last().is_some_and(|before| text[before.clone()].starts_with("--") && !text[before.clone()].contains('='));
        out.push(start..start + bare.len());
        if value || bare.is_ascii() && bare != "·" || bare.starts_with('"') || bare.starts_with('-') {
            sure = out.len();
        }
        if bare.len() < word.len() {
            break;
        }
        at = start + word.len();
    }
    // A Chinese word at the end is prose, or a placeholder that nobody copies.
    out.truncate(sure);
    out
}

/// Bytes of the word that a text begins with; blanks within quotes belong to it.
fn length(text: &str) -> usize {
    let mut rest = text.char_indices();
    while let Some((at, c)) = rest.next() {
        if c == '"' {
            let mut escaped = false;
            let closes = |(_, c): &(usize, char)| {
                let closes = *c == '"' && !escaped;
                escaped = *c == '\\' && !escaped;
                closes
            };
            if rest.clone().any(|it| it.1 == '"') {
                let _ = rest.by_ref().find(closes);
            }
        } else if c.is_whitespace() || ENDS.contains(c) {
            return at;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        commands(text).into_iter().map(|it| &text[it.whole]).collect()
    }

    #[test]
    fn a_command_ends_where_prose_goes_on() {
        assert_eq!(found("Run onduty check to see what is wrong."), ["onduty check"]);
        assert_eq!(
            found("去考：onduty --as 陈小满 exam（先看看：onduty exam --ready 上岗证）"),
            ["onduty --as 陈小满 exam", "onduty exam --ready 上岗证"]
        );
        assert_eq!(found("用 onduty list 看有哪些。"), ["onduty list"]);
        assert_eq!(
            found(r#"就写 onduty --store "/home/a b/x.db" sitting open 3f2a 继续。"#),
            [r#"onduty --store "/home/a b/x.db" sitting open 3f2a"#]
        );
        assert_eq!(
            found("onduty learner list; or onduty issue 陈小满 quick."),
            ["onduty learner list", "onduty issue 陈小满 quick"]
        );
        assert_eq!(found("by onduty and by hand, /opt/onduty here"), Vec::<&str>::new());
        assert_eq!(found("onduty key show > trust.toml, then"), ["onduty key show > trust.toml"]);
    }

    #[test]
    fn what_is_quoted_is_one_word() {
        let text = r#"onduty --store "/a b/\"c\".db" result 3"#;
        let words: Vec<&str> = commands(text)[0].words.iter().map(|it| &text[it.clone()]).collect();
        assert_eq!(words, ["onduty", "--store", r#""/a b/\"c\".db""#, "result", "3"]);
        assert_eq!(found("onduty check \"half"), ["onduty check \"half"]);
    }
}
