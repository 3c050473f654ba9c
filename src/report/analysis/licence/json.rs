//! The figures for a program. Every chance is a number; where it is exact its fraction stands beside it as text, unless that is longer
//! than anybody reads; where it is not, what it lies between, and the number is the middle.

use num_bigint::BigUint;
use num_traits::ToPrimitive as _;
use serde_json::{Map, Value as Json, json};

use super::{Ctx, number};
use crate::analysis::chance::{Big, Figure};
use crate::analysis::licence::{Chances, Figures, Line};
use crate::model::word::PartOf;

/// The longest fraction that is written, in characters.
const LONGEST: usize = 400;
/// The largest whole number that every program reads as it is.
const LARGEST: u64 = 1 << 53;

/// The figures.
pub fn json(figures: &Figures, ctx: Ctx<'_>) -> Json {
    let (shape, coverage) = (&figures.shape, &figures.coverage);
    let (blind, others): (Vec<&Chances>, Vec<&Chances>) =
        figures.candidates.iter().partition(|c| c.knows == crate::analysis::chance::Ability::BLIND);
    json!({
        "licence": ctx.scheme.id,
        "forms": whole(&(&shape.theory * &shape.practice)),
        "forms_theory": whole(&shape.theory),
        "forms_practice": whole(&shape.practice),
        "overlap": number(&shape.overlap),
        "overlap_exact": exact(&shape.overlap),
        "again": shape.again.as_ref().map(|all| all.iter().map(number).collect::<Vec<_>>()),
        "lines": shape.lines.iter().map(line).collect::<Vec<_>>(),
        "coverage": {
            "of": coverage.of,
            "least": coverage.least,
            "least_at_most": coverage.least_most,
            "mean": number(&coverage.mean),
            "mean_exact": exact(&coverage.mean),
        },
        "attempts": ctx.scheme.result.attempts,
        "chance": blind.first().map(|it| chances(it)),
        "knows": others.iter().map(|it| chances(it)).collect::<Vec<_>>(),
        "sem_at_mark": figures.sem.map(|sem| float(sem.points)),
        "ability_at_mark": figures.sem.map(|sem| float(sem.ability.share())),
        "observed": ctx.scheme.has_stations(),
    })
}

/// The chances of a candidate.
fn chances(it: &Chances) -> Json {
    let (chance, luck) = (&it.chance, it.luck.as_ref());
    let figures = [
        ("theory", chance.theory.as_ref()),
        ("practice", chance.practice.as_ref()),
        ("pass", chance.pass.as_ref()),
        ("borderline", chance.borderline.as_ref()),
        ("within_attempts", luck.map(|l| &l.within)),
        ("hardest", luck.map(|l| &l.hardest)),
        ("easiest", luck.map(|l| &l.easiest)),
    ];
    let mut out = Map::from_iter([("p".to_owned(), json!(float(it.knows.share())))]);
    let (mut fractions, mut bounds) = (Map::new(), Map::new());
    for (key, figure) in figures {
        out.insert(key.to_owned(), figure.map_or(Json::Null, |f| json!(number(&middle(f)))));
        let Some(figure) = figure else { continue };
        match figure.exact() {
            Some(chance) => drop(fractions.insert(key.to_owned(), exact(chance))),
            None => drop(bounds.insert(key.to_owned(), json!([number(&figure.least), number(&figure.most)]))),
        }
    }
    out.insert("exact".to_owned(), fractions.into());
    out.insert("between".to_owned(), bounds.into());
    out.into()
}

fn middle(figure: &Figure) -> Big {
    (&figure.least + &figure.most) / BigUint::from(2_u8)
}

fn line(line: &Line) -> Json {
    let part = match line.part {
        PartOf::Theory => "theory",
        PartOf::Practice => "practice",
        PartOf::Station => "station",
    };
    json!({
        "part": part,
        "line": line.line + 1,
        "count": line.count,
        "there": line.there,
        "needed": line.needed,
        "lasts": line.lasts,
    })
}

/// As a fraction; nothing where it is too long.
fn exact(x: &Big) -> Json {
    let text = x.to_string();
    if text.len() <= LONGEST { text.into() } else { Json::Null }
}

/// A number, or its digits where a program would round it.
fn whole(n: &BigUint) -> Json {
    n.to_u64().filter(|n| *n <= LARGEST).map_or_else(|| n.to_string().into(), Json::from)
}

fn float(x: crate::base::points::Exact) -> f64 {
    number(&crate::analysis::chance::big(x))
}
