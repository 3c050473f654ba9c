//! A written reply told back: the text cut into stretches, each with the verdicts that rest on it.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::base::id::Lang;
use crate::base::points::Points;
use crate::model::page::{Broken, Stretch, Wanted, Written};
use crate::model::writing::{Judged, Writing};

/// Tells what became of a text. `sample`: whether the model answer may be seen.
pub fn told(writing: &Writing, text: &str, judged: &Judged, lang: &Lang, sample: bool) -> Written {
    let rules = judged.rules();
    let broken = rules.iter().filter_map(|id| writing.register.as_ref()?.rule(id)).map(|rule| Broken {
        rule: rule.id.to_string(),
        title: rule.title.get(lang).to_owned(),
        severity: rule.severity,
        cost: writing.register.as_ref().map_or(Points::ZERO, |register| register.cost(rule.severity)),
        say_instead: rule.say_instead.get(lang).to_owned(),
    });
    let wanted = writing.wants.iter().zip(&judged.met).map(|(want, met)| Wanted {
        title: want.title.get(lang).to_owned(),
        met: met.is_some(),
        points: want.points(),
        feedback: want.feedback.get(lang).to_owned(),
    });
    Written {
        to_mark: false,
        broken: broken.collect(),
        wanted: wanted.collect(),
        text: stretches(text, judged),
        too_short: judged.too_short,
        points: judged.points,
        forfeited: judged.points < writing.besides_red_lines(judged),
        of: writing.best(),
        sample: sample.then(|| writing.sample.get(lang).to_owned()),
    }
}

/// The text cut wherever a verdict begins or ends.
fn stretches(text: &str, judged: &Judged) -> Vec<Stretch> {
    let rules = judged.rules();
    let hits: Vec<(usize, &Range<usize>)> =
        judged.hits.iter().filter_map(|hit| Some((rules.iter().position(|id| **id == hit.rule)?, &hit.at))).collect();
    let finds: Vec<(usize, &Range<usize>)> =
        judged.met.iter().enumerate().flat_map(|(n, at)| at.iter().flatten().map(move |at| (n, at))).collect();
    let mut cuts: BTreeSet<usize> = hits.iter().chain(&finds).flat_map(|(_, at)| [at.start, at.end]).collect();
    cuts.extend([0, text.len()]);
    let cuts: Vec<usize> = cuts.into_iter().filter(|at| text.is_char_boundary(*at)).collect();
    let over = |all: &[(usize, &Range<usize>)], from: usize, to: usize| {
        let here: BTreeSet<usize> = all.iter().filter(|(_, at)| at.start <= from && to <= at.end).map(|(n, _)| *n).collect();
        here.into_iter().collect()
    };
    let stretch = |pair: &[usize]| {
        let (from, to) = (pair[0], pair[1]);
        Stretch { text: text[from..to].to_owned(), broken: over(&hits, from, to), wanted: over(&finds, from, to) }
    };
    cuts.windows(2).map(stretch).collect()
}
