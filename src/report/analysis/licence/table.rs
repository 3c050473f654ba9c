//! The figures in rows.

use super::{Ctx, cell};
use crate::analysis::chance::{Ability, Figure};
use crate::analysis::licence::{Chances, Figures, Line};
use crate::model::licence::PracticeDraw;
use crate::model::page::Table;
use crate::model::word::PartOf;

/// By what a candidate knows: each part, all, borderline.
pub(super) fn chances(figures: &Figures, ctx: Ctx<'_>) -> Table {
    let row = |it: &Chances| {
        let chance = &it.chance;
        [&chance.theory, &chance.practice, &chance.pass, &chance.borderline].into_iter().map(Option::as_ref).map(told).collect()
    };
    table(figures, ctx, ["theory", "practice", "pass", "borderline"], &row)
}

/// By what a candidate knows: over attempts and forms.
pub(super) fn luck(figures: &Figures, ctx: Ctx<'_>) -> Table {
    let row = |it: &Chances| {
        let luck = it.luck.as_ref();
        [luck.map(|l| &l.within), luck.map(|l| &l.hardest), luck.map(|l| &l.easiest)].into_iter().map(told).collect()
    };
    table(figures, ctx, ["within", "hardest", "easiest"], &row)
}

fn told(figure: Option<&Figure>) -> String {
    figure.map_or_else(|| "—".to_owned(), cell)
}

fn table<const N: usize>(figures: &Figures, ctx: Ctx<'_>, keys: [&str; N], row: &dyn Fn(&Chances) -> Vec<String>) -> Table {
    let attempts = ctx.scheme.result.attempts;
    let head =
        ["knows"].into_iter().chain(keys).map(|key| ctx.say(&format!("analysis-licence-head-{key}"), &[("n", attempts.into())]));
    let knows = |it: &Chances| match it.knows {
        knows if knows == Ability::BLIND => ctx.words.get("analysis-licence-blind"),
        knows => format!("{} %", knows.share().percent()),
    };
    let rows = figures.candidates.iter().map(|it| [vec![knows(it)], row(it)].concat());
    Table { head: head.collect(), rows: rows.collect() }
}

/// Draw line by draw line: what it takes, of how many, how many all attempts need, how many attempts they last for.
pub(super) fn lines(figures: &Figures, ctx: Ctx<'_>) -> Table {
    let attempts = ctx.scheme.result.attempts;
    let head = ["line", "takes", "there", "needed", "lasts"]
        .map(|key| ctx.say(&format!("analysis-licence-head-{key}"), &[("n", attempts.into())]));
    let lasts = |line: &Line| line.lasts.map_or_else(|| "—".to_owned(), |n| n.to_string());
    let row =
        |line: &Line| vec![name(line, ctx), line.count.to_string(), line.there.to_string(), line.needed.to_string(), lasts(line)];
    Table { head: head.into(), rows: figures.shape.lines.iter().map(row).collect() }
}

/// What a line draws from.
fn name(line: &Line, ctx: Ctx<'_>) -> String {
    let (what, level) = match line.part {
        PartOf::Theory => {
            let draw = ctx.scheme.theory.iter().flat_map(|part| &part.draw).nth(line.line);
            let bank = draw.and_then(|draw| ctx.library.banks.get(&draw.bank));
            (bank.map_or_else(String::new, |bank| bank.title.get(ctx.lang).to_owned()), draw.and_then(|draw| draw.level))
        }
        _ => match ctx.scheme.practice.iter().flat_map(|part| &part.draw).nth(line.line) {
            Some(PracticeDraw::Talk { category, level, .. }) => {
                let name = ctx.words.get(&format!("category-{}", category.word()));
                (ctx.say("analysis-licence-talks", &[("category", name.into())]), *level)
            }
            _ => (ctx.words.get("told-part-stations"), None),
        },
    };
    match level {
        Some(level) => ctx.say("analysis-licence-level", &[("what", what.into()), ("level", level.into())]),
        None => what,
    }
}
