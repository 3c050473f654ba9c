//! What a licence that was checked comes to, told to the person at the door: the conclusion, what the licence says, every step.
//!
//! Only what a believed issuer signed is told as a fact. What a stranger signed, or what stands in a file that was changed, is told as
//! what it is: somebody's words. All of a file's words go through `plain` first. `said` has the sentences, `record` the same for a
//! script.

pub mod page;
pub mod reader;
mod record;
mod said;
pub mod short;

use said::{Teller, code_of, plain, quoted};

use crate::base::moment::Moment;
use crate::credential::claims::{Claims, Mark as Reached};
use crate::credential::trust::TrustTrouble;
use crate::credential::verify::{Conclusion, Outcome, Report, Source, Step};
use crate::locale::Words;
use crate::model::page::{Block, Item, Mark};

/// The most characters that are shown of a name and of a paragraph.
const NAME: usize = 60;
const PARAGRAPH: usize = 300;
/// The most mistakes of a trust file that are told.
const MOST_TROUBLES: usize = 10;

/// A file that was checked.
#[derive(Clone, Copy)]
pub struct Checked<'a> {
    /// What the person calls the file.
    pub file: &'a str,
    /// What was found out.
    pub report: &'a Report,
    /// The time zone of dates, as an IANA name.
    pub zone: &'a str,
}

/// Whether this is a licence to be accepted; everything else needs a person's attention.
pub const fn is_good(conclusion: Conclusion) -> bool {
    matches!(conclusion, Conclusion::Good)
}

/// For a person: the last line is the verdict; what to do about it stands before.
pub fn blocks(checked: &Checked<'_>, words: &Words) -> Vec<Block> {
    let tell = Telling { checked: *checked, say: Teller { words, zone: checked.zone, source: checked.report.source } };
    let report = checked.report;
    let file = Item::named(words.get("verify-name-file"), plain(checked.file, NAME));
    let mut facts = vec![file];
    facts.extend(report.claims.iter().flat_map(|claims| tell.claims(claims)));
    let proven = *report.outcome(Step::Proof) == Outcome::Passed;
    let number = report.claims.as_ref().filter(|_| proven).map(|claims| plain(claims.number.as_str(), NAME));
    let what = number.unwrap_or_else(|| plain(checked.file, NAME));
    vec![
        Block::Items(facts),
        Block::Items(tell.steps()),
        Block::Text(tell.say.conclusion(report)),
        Block::Outcome(mark_of(report.conclusion), tell.say.verdict(&what, said::conclusion(report.conclusion))),
    ]
}

const fn mark_of(conclusion: Conclusion) -> Mark {
    match conclusion {
        good if is_good(good) => Mark::Right,
        Conclusion::StatusNotKnown | Conclusion::IssuerNotChecked => Mark::Partly,
        _ => Mark::Wrong,
    }
}

/// A step with how it went.
fn step_item(say: &Teller<'_>, (step, outcome): (Step, &Outcome), as_of: Option<Moment>) -> Item {
    let name = say.words.get(&format!("verify-step-{}", code_of(step)));
    let mark = match outcome {
        Outcome::Passed => Mark::Right,
        Outcome::Failed(_) => Mark::Wrong,
        Outcome::NotChecked(_) => Mark::Dash,
    };
    Item { mark, name: Some(name), text: say.step(step, outcome, as_of), depth: 0 }
}

/// For a script. The keys are always the same; what the licence says stands in them only if a believed issuer signed it, and else
/// under `claimed`. `steps` have a `reason` to ask for and `words` to read.
pub fn json(checked: &Checked<'_>, words: &Words) -> serde_json::Value {
    record::json(checked, &Teller { words, zone: checked.zone, source: checked.report.source })
}

/// A file that could not be read, for a script and for a person: `why` says what kept it.
pub fn not_read(file: &str, why: &str, words: &Words) -> (serde_json::Value, Vec<Block>) {
    let said = words.with("verify-conclusion-not-read", &[("why", why.into())]);
    let name = Item::named(words.get("verify-name-file"), plain(file, NAME));
    let verdict = Teller { words, zone: "", source: Source::Lists }.verdict(&plain(file, NAME), "not-read");
    (record::not_read(file, &said), vec![Block::Items(vec![name]), Block::Text(said), Block::Outcome(Mark::Wrong, verdict)])
}

/// The mistakes of a trust file, a line of text each. The same mistake again and again is told at the first line, with how many there
/// are; of very many different ones the first are told.
pub fn trust_troubles(troubles: &[TrustTrouble], words: &Words) -> Vec<String> {
    let mut kinds: Vec<(&TrustTrouble, usize)> = Vec::new();
    for trouble in troubles {
        match kinds.iter_mut().find(|(first, _)| first.what == trouble.what) {
            Some((_, count)) => *count += 1,
            None => kinds.push((trouble, 1)),
        }
        if kinds.len() > MOST_TROUBLES {
            break;
        }
    }
    let count = |n: usize| [("count", crate::locale::Value::from(n))];
    let told = kinds.iter().take(MOST_TROUBLES).map(|(first, n)| {
        let said = said::trust_trouble(first, words);
        if *n > 1 { said + &words.with("trust-fault-again", &count(*n)) } else { said }
    });
    let rest = (kinds.len() > MOST_TROUBLES).then(|| words.with("trust-fault-more", &count(troubles.len())));
    told.chain(rest).collect()
}

/// Whose words a licence's words are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    /// A believed issuer's.
    Issuer,
    /// Those of someone with a key, whom nobody vouched for.
    Stranger,
    /// Nobody knows.
    Nobody,
}

impl Whose {
    fn of(report: &Report) -> Self {
        match (report.outcome(Step::Proof), report.outcome(Step::Issuer)) {
            (Outcome::Passed, Outcome::Passed) => Self::Issuer,
            (Outcome::Passed, _) => Self::Stranger,
            _ => Self::Nobody,
        }
    }

    /// What is said above them.
    const fn heading(self) -> &'static str {
        match self {
            Self::Issuer => "verify-says",
            Self::Stranger => "verify-says-stranger",
            Self::Nobody => "verify-says-nobody",
        }
    }
}

struct Telling<'a> {
    checked: Checked<'a>,
    say: Teller<'a>,
}

impl Telling<'_> {
    /// A line named by `verify-name-KEY`.
    fn line(&self, key: &str, text: String) -> Item {
        Item::named(self.say.words.get(&format!("verify-name-{key}")), text).below()
    }

    fn claims(&self, claims: &Claims) -> Vec<Item> {
        let whose = Whose::of(self.checked.report);
        let mut out = vec![
            Item::named(self.say.words.get(whose.heading()), String::new()),
            self.line("number", plain(claims.number.as_str(), NAME)),
            self.line("holder", self.holder(claims)),
            self.line("title", self.title(claims)),
            self.line("issuer", self.issuer(claims)),
        ];
        // What nobody signed is told as far as it takes to ask about it.
        if whose != Whose::Nobody {
            out.push(self.line("scope", plain(&claims.scope, PARAGRAPH)));
            out.push(self.line("valid", self.valid(claims)));
            out.extend(self.results(claims));
            out.extend(claims.notes.iter().map(|note| self.line("note", plain(&note.text, PARAGRAPH))));
        }
        out
    }

    fn holder(&self, claims: &Claims) -> String {
        claims.holder.name.shown().map_or_else(|| self.say.words.get("verify-holder-hashed"), |name| plain(name, NAME))
    }

    fn title(&self, claims: &Claims) -> String {
        let other = claims.other_title.iter().map(|(_, title)| title);
        let titles: Vec<String> = std::iter::once(&claims.title).chain(other).map(|title| plain(title, NAME)).collect();
        titles.join(" / ")
    }

    /// By the name that the person who checks gave it, or by its own, which proves nothing.
    fn issuer(&self, claims: &Claims) -> String {
        match &self.checked.report.trusted {
            Some(trusted) => plain(&trusted.name, NAME),
            None => self.say.with("verify-issuer-claimed", &[("name", quoted(&claims.issuer.name, NAME))]),
        }
    }

    fn valid(&self, claims: &Claims) -> String {
        let (from, zone) = (self.say.when(claims.from), self.checked.zone.to_owned());
        match claims.until {
            // The document names the first moment at which it is no longer good; people read the last one at which it is.
            Some(until) => {
                let until = self.say.when(Moment(until.0 - 1000));
                self.say.with("verify-valid", &[("from", from), ("until", until), ("zone", zone)])
            }
            None => self.say.with("verify-valid-endless", &[("from", from), ("zone", zone)]),
        }
    }

    fn results(&self, claims: &Claims) -> Vec<Item> {
        if claims.results.is_empty() {
            return Vec::new();
        }
        let reached = |mark: &Reached| match mark {
            Reached::Percent { value, required: None } => self.say.with("verify-result", &[("value", value.clone())]),
            Reached::Percent { value, required: Some(required) } => {
                self.say.with("verify-result-required", &[("value", value.clone()), ("required", required.clone())])
            }
            Reached::Completed => self.say.words.get("verify-result-completed"),
        };
        let parts = claims.results.iter().map(|part| Item::named(plain(&part.name, NAME), reached(&part.mark)).below().below());
        std::iter::once(self.line("results", String::new())).chain(parts).collect()
    }

    fn steps(&self) -> Vec<Item> {
        let step = |(step, outcome): &(Step, Outcome)| step_item(&self.say, (*step, outcome), self.checked.report.as_of);
        self.checked.report.steps.iter().map(step).collect()
    }
}

#[cfg(test)]
mod tests;
