//! What a licence scheme comes to: can it be passed by guessing, is it the same exam for everybody, how sure is the verdict at the
//! mark. Then the figures: by what a candidate knows, and draw line by draw line.
//!
//! `analysis/licence` worked it out. Chances are cut to four places, never rounded up; what is known only to lie between two numbers
//! shows both, unless they look the same.

mod json;
mod table;

pub use json::json;

use num_traits::{One as _, ToPrimitive as _, Zero as _};

use crate::analysis::chance::{Big, Figure, shown};
use crate::analysis::licence::{Chances, Figures};
use crate::base::id::Lang;
use crate::locale::{Value, Words};
use crate::model::library::Library;
use crate::model::licence::Scheme;
use crate::model::page::{Block, Item, Mark};

/// What is told of, and in whose words.
#[derive(Clone, Copy)]
pub struct Ctx<'a> {
    /// The scheme.
    pub scheme: &'a Scheme,
    /// Where banks have their titles.
    pub library: &'a Library,
    /// The program's words.
    pub words: &'a Words,
    /// The language of the content.
    pub lang: &'a Lang,
}

/// The share of what is asked that the candidate knows who stands for those that the luck of the draw matters to.
const USUAL: (i128, i128) = (8, 10);
/// Own policy: where the easiest form gives this much more than the hardest, in hundredths, it is said to be unequal.
const UNEQUAL: u8 = 10;

/// The figures for a person.
pub fn told(figures: &Figures, ctx: Ctx<'_>) -> Vec<Block> {
    let mut out = vec![
        Block::Title(ctx.say("analysis-licence-title", &[("title", ctx.scheme.title.get(ctx.lang).into())])),
        Block::Items(
            [ctx.guessed(figures), ctx.same(figures), ctx.again(figures), ctx.sure(figures), ctx.covered(figures)].concat(),
        ),
        Block::Table(table::chances(figures, ctx)),
    ];
    if figures.candidates.iter().any(|c| c.luck.is_some()) {
        out.push(Block::Table(table::luck(figures, ctx)));
    }
    out.push(Block::Text(ctx.words.get("analysis-licence-model")));
    out.push(Block::Table(table::lines(figures, ctx)));
    out
}

impl Ctx<'_> {
    fn say(&self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        self.words.with(key, args)
    }

    fn item(&self, mark: Mark, key: &str, args: &[(&str, Value<'_>)]) -> Item {
        Item { mark, name: None, text: self.say(&format!("analysis-licence-{key}"), args), depth: 0 }
    }

    fn note(&self, key: &str, args: &[(&str, Value<'_>)]) -> Item {
        Item { depth: 1, ..self.item(Mark::None, key, args) }
    }

    /// Can it be passed by guessing?
    fn guessed(&self, figures: &Figures) -> Vec<Item> {
        let Some(blind) = figures.candidates.iter().find(|c| c.knows.share() == crate::base::points::Exact::ZERO) else {
            return Vec::new();
        };
        let attempts = self.scheme.result.attempts;
        let (Some(pass), Some(luck)) = (&blind.chance.pass, &blind.luck) else {
            let theory = blind.chance.theory.as_ref().map(chance).unwrap_or_default();
            return vec![self.item(Mark::Dash, "guess-stations", &[("theory", theory.into())])];
        };
        let allowed = self.scheme.result.guess_at_most.map(|most| crate::analysis::chance::big(most.exact()));
        let bad = allowed.as_ref().is_some_and(|allowed| pass.least > *allowed);
        let key = if bad { "guess-bad" } else { "guess-good" };
        let mark = if bad { Mark::Wrong } else { Mark::Right };
        let mut out = vec![self.item(mark, key, &[("pass", chance(pass).into()), ("rare", self.rare(pass).into())])];
        let within = [("n", attempts.into()), ("within", chance(&luck.within).into()), ("rare", self.rare(&luck.within).into())];
        if attempts > 1 {
            out.push(self.note("guess-within", &within));
        }
        out
    }

    /// `one in so many`, to be pictured; empty where it is often.
    fn rare(&self, figure: &Figure) -> String {
        if figure.most.is_zero() || figure.most > Big::new(1_u8.into(), 10_u8.into()) {
            return String::new();
        }
        let of = figure.most.recip().to_integer();
        // Two digits are enough for a picture.
        let digits = of.to_string();
        let round = digits.chars().enumerate().map(|(n, c)| if n < 2 { c } else { '0' }).collect::<String>();
        self.say("analysis-licence-rare", &[("of", grouped(&round).into())])
    }

    /// Is it the same exam for everybody?
    fn same(&self, figures: &Figures) -> Vec<Item> {
        let shape = &figures.shape;
        let forms = grouped(&(&shape.theory * &shape.practice).to_string());
        let overlap = percent(&shape.overlap);
        let mut out = Vec::new();
        if let Some((knows, luck)) = usual(figures).and_then(|c| Some((c.knows, c.luck.as_ref()?))) {
            let apart = Big::new(UNEQUAL.into(), 100_u8.into());
            let (mark, key) = match () {
                () if luck.easiest.least > &luck.hardest.most + &apart => (Mark::Wrong, "same-bad"),
                () if luck.easiest.most <= &luck.hardest.least + &apart => (Mark::Right, "same-good"),
                () => (Mark::Dash, "same-open"),
            };
            let knows = knows.share().percent();
            let args =
                [("knows", knows.into()), ("hardest", chance(&luck.hardest).into()), ("easiest", chance(&luck.easiest).into())];
            out.push(self.item(mark, key, &args));
        }
        out.push(self.item(Mark::Dash, "forms", &[("forms", forms.into()), ("overlap", overlap.into())]));
        out
    }

    /// Does who comes again meet something new?
    fn again(&self, figures: &Figures) -> Vec<Item> {
        let attempts = self.scheme.result.attempts;
        let Some(again) = figures.shape.again.as_ref().filter(|_| attempts > 1) else { return Vec::new() };
        match again.iter().zip(2_u32..).find(|(share, _)| !share.is_zero()) {
            None => {
                let stations = if self.scheme.has_stations() { "yes" } else { "no" };
                vec![self.item(Mark::Right, "again-new", &[("n", attempts.into()), ("stations", stations.into())])]
            }
            Some((share, nth)) => {
                let args = [("n", attempts.into()), ("nth", nth.into()), ("share", percent(share).into())];
                vec![self.item(Mark::Wrong, "again-old", &args)]
            }
        }
    }

    /// How sure is the verdict at the mark?
    fn sure(&self, figures: &Figures) -> Vec<Item> {
        let marks = &self.scheme.result;
        let basis = self.basis();
        let Some(sem) = &figures.sem else { return vec![basis, self.item(Mark::Dash, "sem-stations", &[])] };
        let narrow = crate::base::points::Exact::new(marks.borderline.into(), 1) < sem.points;
        let (mark, key) = if narrow { (Mark::Wrong, "sem-narrow") } else { (Mark::Right, "sem-wide") };
        let args = [("mark", marks.pass.into()), ("error", sem.points.decimal(1).into()), ("band", marks.borderline.into())];
        vec![basis, self.item(mark, key, &args)]
    }

    /// Where does the mark come from?
    fn basis(&self) -> Item {
        let pass = ("mark", self.scheme.result.pass.into());
        match &self.scheme.result.basis {
            Some(file) => self.item(Mark::Dash, "basis", &[pass, ("file", file.as_str().into())]),
            None => self.item(Mark::Dash, "policy", &[pass]),
        }
    }

    /// How much of the syllabus does one form ask for?
    fn covered(&self, figures: &Figures) -> Vec<Item> {
        let it = &figures.coverage;
        if it.of == 0 {
            return Vec::new();
        }
        let least = if it.least == it.least_most { it.least.to_string() } else { format!("{}–{}", it.least, it.least_most) };
        let mean = decimal(&it.mean);
        vec![self.item(Mark::Dash, "covered", &[("of", it.of.into()), ("mean", mean.into()), ("least", least.into())])]
    }
}

/// Who is taken for whom the luck of the draw matters to: knows most of it; else the last but one.
fn usual(figures: &Figures) -> Option<&Chances> {
    let (num, den) = USUAL;
    figures.candidates.iter().find(|c| c.knows.share() == crate::base::points::Exact::new(num, den))
}

/// A chance: four places, both ends where they differ.
fn chance(figure: &Figure) -> String {
    let (least, most) = (shown(&figure.least), shown(&figure.most));
    if least == most { least } else { format!("{least}–{most}") }
}

/// In a table: what is under a ten-thousandth is said to be.
fn cell(figure: &Figure) -> String {
    let small = Big::new(1_u8.into(), 10_000_u16.into());
    if !figure.most.is_zero() && figure.most < small { "<0.0001".to_owned() } else { chance(figure) }
}

/// A share in percent, cut to one decimal.
fn percent(share: &Big) -> String {
    decimal(&(share * num_bigint::BigUint::from(100_u8)))
}

/// Cut to one decimal.
fn decimal(x: &Big) -> String {
    let tenths = (x * num_bigint::BigUint::from(10_u8)).to_integer();
    crate::base::points::Exact::new(tenths.to_i128().unwrap_or(i128::MAX / 10), 10).decimal(1)
}

/// Digits in threes.
fn grouped(digits: &str) -> String {
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().map(|three| std::str::from_utf8(three).unwrap_or_default()).collect();
    groups.join(",")
}

/// As the nearest number that a program has.
fn number(x: &Big) -> f64 {
    if x.is_zero() {
        return 0.0;
    }
    // Enough bits of the quotient for all that a float keeps.
    let shift = 80 + x.denom().bits() as i64 - x.numer().bits() as i64;
    let scaled = if shift >= 0 {
        x * (num_bigint::BigUint::one() << shift as u64)
    } else {
        x / (num_bigint::BigUint::one() << shift.unsigned_abs())
    };
    scaled.to_integer().to_f64().unwrap_or(f64::MAX) * (-(shift as f64)).exp2()
}
