//! What a trainer is told of a talk: how far it is, and at the end what `check` says of it and what can be done with it.

use std::path::Path;

use super::Desk;
use crate::base::finding::{Finding, Severity};
use crate::base::points::Points;
use crate::cli::Outcome;
use crate::cli::check;
use crate::cli::failure::{Exit, Failure};
use crate::cli::new::{New, draft};
use crate::cli::room::Call;
use crate::content;
use crate::model::page::Block;
use crate::model::scenario::Way;
use crate::terminal::line::wrap;

/// What check says of it, in plain words, and what next.
pub(super) fn finish(call: &mut Call<'_>, args: &New, path: &Path) -> Outcome {
    // Written outside of any library, it is looked at where it lies.
    let alone = path.parent().filter(|_| call.folders().is_empty());
    let loaded = content::load(call.roots(alone)?);
    let id = args.id.as_str();
    let mut found: Vec<Finding> = check::Known::default().scenario(&loaded, &id.into(), crate::analysis::graph::MOST);
    found.extend(loaded.findings.iter().cloned());
    let file = path.display().to_string().replace('\\', "/");
    found.retain(|finding| *finding.at.file == *file);
    let drawing = check::drawing(call);
    let mut lines = vec![call.words.with("guided-done", &[("path", path.display().to_string().into())])];
    for finding in &found {
        lines.push(format!("· {}", drawing.sentence(finding)));
        lines.extend(drawing.help(finding).map(|help| format!("  {help}")));
    }
    let is_wrong = found.iter().any(|finding| finding.severity == Severity::Error);
    let key = match found.is_empty() {
        true => "guided-clean",
        false if is_wrong => "guided-mend",
        false => "guided-advice",
    };
    lines.push(call.words.get(key));
    let library = loaded.with_drafts();
    if library.is_draft(&format!("scenario:{id}")) {
        lines.push(draft(call, library, path));
    }
    let folder = super::folder(call, path);
    lines.push(call.words.with("guided-next", &[("id", id.into()), ("folder", folder.into())]));
    let width = call.report_look(None).width();
    call.print(&lines.iter().flat_map(|said| said.lines()).map(|line| fitted(line, width)).collect::<String>())?;
    Ok(if is_wrong { Exit::NotPassed } else { Exit::Done })
}

/// A line as wide as the window, but for a command: that is copied, so it stays in one piece.
fn fitted(line: &str, width: usize) -> String {
    if line.starts_with("onduty ") {
        return format!("{line}\n");
    }
    wrap(line, width.max(20)).into_iter().map(|part| format!("{}\n", line[part].trim_end())).collect()
}

impl Desk<'_> {
    /// The talk so far.
    pub(super) fn tree(&mut self) -> Result<(), Failure> {
        let open = self.talk.open();
        let mut lines = vec![self.words.with("guided-tree", &[("open", open.into())])];
        for (n, turn) in self.talk.scenario.turns.iter().enumerate() {
            let says = short(&self.says(n));
            lines.push(match &turn.way {
                Way::Ending(ending) => {
                    let outcome = self.words.get(&format!("talk-outcome-{}", ending.outcome.word()));
                    format!("{}  {says}  ■ {outcome}", turn.id)
                }
                _ => format!("{}  {says}", turn.id),
            });
            for reply in self.talk.replies(n) {
                let to = if reply.to.as_str() == "?" { "…" } else { reply.to.as_str() };
                let points = reply.points();
                let sign = if points > Points::ZERO { "+" } else { "" };
                lines.push(format!("    {} {}  {sign}{points} → {to}", reply.id, short(self.talk.said(&reply.text))));
            }
        }
        self.show(&[Block::Text(lines.join("\n"))])
    }
}

/// The first words of something said.
fn short(text: &str) -> String {
    const WORDS: usize = 18;
    match text.char_indices().nth(WORDS) {
        Some((at, _)) => format!("{}…", text[..at].replace('\n', " ")),
        None => text.replace('\n', " "),
    }
}
