//! The record of how a pass mark came about: Markdown that a person reads and keeps beside the scheme.

use crate::analysis::cut::{Regression, Round, whole};
use crate::base::points::Exact;
use crate::locale::{Value, Words};
use crate::model::licence::Scheme;

/// What a record is made with.
pub struct Record<'a> {
    /// The scheme.
    pub scheme: &'a Scheme,
    /// In whose words.
    pub words: &'a Words,
    /// The day it is written.
    pub day: String,
}

impl Record<'_> {
    /// By judges.
    pub fn angoff(&self, rounds: &[Round], items: &[String]) -> String {
        let mut out = self.head("cut-angoff");
        out.push_str(&self.say("cut-items", &[("n", items.len().into()), ("list", items.join(" · ").into())]));
        out.push_str("\n\n");
        for round in rounds {
            out.push_str(&format!("## {}\n\n", self.say("cut-round", &[("n", round.number.into())])));
            out.push_str(&format!("| {} | {} |\n|---|---|\n", self.words.get("cut-judge"), self.words.get("cut-mark")));
            for (judge, mark) in &round.judges {
                out.push_str(&format!("| {} | {} % |\n", judge.replace('|', "\\|"), mark.percent()));
            }
            let (low, high) = round.spread();
            let args = [
                ("mean", round.mean.percent().into()),
                ("exact", round.mean.to_string().into()),
                ("deviation", tenths(round.deviation()).into()),
                ("error", tenths(round.error()).into()),
                ("low", low.percent().into()),
                ("high", high.percent().into()),
            ];
            out.push_str(&format!("\n{}\n\n", self.say("cut-of-round", &args)));
        }
        out + &rounds.last().map(|last| self.end(last.mean)).unwrap_or_default()
    }

    /// By ratings.
    pub fn borderline(&self, line: &Regression, station: &str, rating: u8) -> String {
        let mut out = self.head("cut-borderline");
        let args = [
            ("station", station.into()),
            ("n", line.count.into()),
            ("rating", rating.into()),
            ("cut", line.cut.percent().into()),
            ("exact", line.cut.to_string().into()),
            ("slope", line.slope.percent().into()),
            ("explained", line.explained.map_or_else(|| "–".to_owned(), |share| format!("{} %", share.percent())).into()),
        ];
        out.push_str(&format!("{}\n\n", self.say("cut-of-line", &args)));
        out + &self.end(line.cut)
    }

    fn head(&self, method: &str) -> String {
        let title = self.scheme.title.get(&self.words.tongue().lang()).to_owned();
        let args = [("title", title.into()), ("id", self.scheme.id.as_str().into()), ("day", self.day.as_str().into())];
        format!("# {}\n\n{}\n\n", self.say("cut-title", &args), self.words.get(method))
    }

    /// What is recommended, beside what the scheme has.
    fn end(&self, mark: Exact) -> String {
        let args = [("mark", whole(mark).into()), ("pass", self.scheme.result.pass.into())];
        format!("{}\n", self.say("cut-recommended", &args))
    }

    fn say(&self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        self.words.with(key, args)
    }
}

fn tenths(value: Option<Exact>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| value.decimal(1))
}
