//! The verdict on a licence's short form, as a QR holds it: fewer facts than the document has, said in the same words.

use serde_json::{Value, json};

use super::record::lists;
use super::said::{Teller, code_of, conclusion, plain, source};
use super::{NAME, is_good, mark_of, step_item};
use crate::base::moment::Moment;
use crate::credential::short::{Checked, Short};
use crate::credential::verify::{Outcome, Step};
use crate::locale::Words;
use crate::model::page::{Block, Item};

/// The most characters that are shown of the line.
const LINE: usize = 200;

/// A short form that was checked, told in a time zone.
pub struct Told<'a> {
    checked: &'a Checked,
    say: Teller<'a>,
}

impl<'a> Told<'a> {
    /// What was found out about a text.
    pub const fn new(checked: &'a Checked, zone: &'a str, words: &'a Words) -> Self {
        Self { checked, say: Teller { words, zone, source: checked.source } }
    }

    /// Whether this is a licence to be accepted.
    pub const fn is_good(&self) -> bool {
        is_good(self.checked.conclusion)
    }

    /// For a person.
    pub fn blocks(&self) -> Vec<Block> {
        let name = |key: &str| self.say.words.get(&format!("verify-name-{key}"));
        let mut facts = Vec::new();
        if let Some(short) = &self.checked.short {
            let whose = match (self.passed(Step::Proof), &self.checked.trusted) {
                (true, Some(_)) => "verify-says",
                (true, None) => "verify-says-stranger",
                (false, _) => "verify-says-nobody",
            };
            facts.push(Item::named(self.say.words.get(whose), plain(&short.line, LINE)));
            if self.passed(Step::Proof) {
                facts.push(Item::named(name("number"), plain(short.number.as_str(), NAME)).below());
                facts.extend(short.name.iter().map(|on_it| Item::named(name("holder"), plain(on_it, NAME)).below()));
                facts.extend(self.checked.trusted.iter().map(|it| Item::named(name("issuer"), plain(&it.name, NAME)).below()));
                facts.push(Item::named(name("valid"), self.valid(short)).below());
            }
        }
        let steps =
            self.checked.steps.iter().map(|(step, outcome)| step_item(&self.say, (*step, outcome), self.checked.as_of)).collect();
        let mut out = Vec::new();
        if !facts.is_empty() {
            out.push(Block::Items(facts));
            out.push(Block::Items(steps));
        }
        let number = self.checked.short.as_ref().filter(|_| self.passed(Step::Proof));
        let what = number.map_or_else(|| self.say.words.get("verify-qr"), |short| plain(short.number.as_str(), NAME));
        out.push(Block::Text(self.conclusion()));
        let verdict = self.say.verdict(&what, conclusion(self.checked.conclusion));
        out.push(Block::Outcome(mark_of(self.checked.conclusion), verdict));
        out
    }

    /// For a script.
    pub fn json(&self) -> Value {
        let short = self.checked.short.as_ref().map(|short| {
            json!({ "line": short.line, "number": short.number, "holder": short.name, "id": short.id, "issuer_did": short.issuer,
                "valid_from": stamp(short.from), "valid_until": stamp(short.until) })
        });
        let step = |(step, outcome): &(Step, Outcome)| {
            let reason = self.say.reason(outcome);
            json!({ "step": code_of(*step), "passed": *outcome == Outcome::Passed, "reason": reason.as_ref().map(|it| it.code),
                "words": reason.map(|it| it.words) })
        };
        let (facts, claimed) = if self.checked.trusted.is_some() { (short, None) } else { (None, short) };
        json!({
            "qr": true,
            "conclusion": conclusion(self.checked.conclusion),
            "good": self.is_good(),
            "words": self.conclusion(),
            "as_of": self.checked.as_of.map(stamp),
            "source": self.checked.as_of.map(|_| source(self.checked.source)),
            "lists": lists(&self.checked.lists),
            "steps": self.checked.steps.iter().map(step).collect::<Vec<_>>(),
            "says": facts,
            "claimed": claimed,
        })
    }

    fn passed(&self, wanted: Step) -> bool {
        self.checked.steps.iter().any(|(step, outcome)| *step == wanted && *outcome == Outcome::Passed)
    }

    fn conclusion(&self) -> String {
        let Some(short) = &self.checked.short else { return self.say.words.get("verify-qr-unreadable") };
        let name = if self.passed(Step::Holder) { "same" } else { "unasked" };
        let holder = short.name.as_deref().map_or_else(|| self.say.words.get("verify-qr-nameless"), |name| plain(name, NAME));
        let taken = self.checked.steps.iter().find(|(step, _)| *step == Step::Revocation).map(|(_, outcome)| outcome);
        let gaps = [
            ("name", name.to_owned()),
            ("revocation", taken.map_or("unasked", Teller::taken_back).to_owned()),
            ("half", taken.map_or_else(String::new, |it| self.say.half(it))),
            ("asof", self.say.as_of(self.checked.as_of)),
            ("source", source(self.checked.source).to_owned()),
            ("holder", holder),
            ("from", self.say.when(short.from)),
            ("until", self.say.when(short.until)),
        ];
        self.say.with(&format!("verify-conclusion-{}", conclusion(self.checked.conclusion)), &gaps)
    }

    fn valid(&self, short: &Short) -> String {
        let until = self.say.when(Moment(short.until.0 - 1000));
        self.say
            .with("verify-valid", &[("from", self.say.when(short.from)), ("until", until), ("zone", self.say.zone.to_owned())])
    }
}

fn stamp(moment: Moment) -> Value {
    jiff::Timestamp::from_millisecond(moment.0).map_or(Value::Null, |stamp| stamp.to_string().into())
}
