//! Model answers of written replies under the rules that learners' replies are judged by: one that does not earn everything shows that
//! its task is unfair, or the answer no model.

use crate::base::id::Lang;
use crate::base::points::Points;
use crate::model::library::Library;
use crate::model::question::Kind;
use crate::model::scenario::Way;
use crate::model::writing::{Around, Judged, Writing};

/// A model answer that falls short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Short {
    /// Where it stands: `scenario:ID/TURN` or `question:BANK/ID`.
    pub of: String,
    /// Which language's.
    pub lang: Lang,
    /// What it earns.
    pub earned: Points,
    /// What could be earned.
    pub best: Points,
    /// What it misses, what it breaks: titles in its language.
    pub lacks: Vec<String>,
}

/// Every model answer that falls short, in every language.
pub fn samples(library: &Library) -> Vec<Short> {
    let mut out = Vec::new();
    for scenario in library.scenarios.values() {
        for turn in &scenario.turns {
            if let Way::Write(write) = &turn.way {
                let of = format!("scenario:{}/{}", scenario.id, turn.id);
                let says = |lang: &Lang| turn.says.iter().map(|says| says.get(lang)).max_by_key(|says| says.chars().count());
                out.extend(short(&write.writing, &of, &library.languages, says));
            }
        }
    }
    for question in library.banks.values().flat_map(|bank| &bank.questions) {
        if let Kind::Write(write) = &question.kind {
            let says = |lang: &Lang| write.says.as_ref().map(|says| says.get(lang));
            out.extend(short(&write.writing, &format!("question:{}", question.id), &library.languages, says));
        }
    }
    out
}

/// The languages whose model answer falls short.
fn short<'s>(writing: &'s Writing, of: &str, languages: &[Lang], says: impl Fn(&Lang) -> Option<&'s str>) -> Vec<Short> {
    let best = writing.best();
    let look = |lang: &Lang| {
        let around = Around { customer: says(lang), ..Around::default() };
        let judged = writing.judge(writing.sample.get(lang), &around, lang);
        let lacks = lacks(writing, &judged, lang);
        let short = judged.points < best || !judged.red_lines().is_empty();
        short.then(|| Short { of: of.to_owned(), lang: lang.clone(), earned: judged.points, best, lacks })
    };
    languages.iter().filter_map(look).collect()
}

fn lacks(writing: &Writing, judged: &Judged, lang: &Lang) -> Vec<String> {
    let missed = writing.wants.iter().zip(&judged.met).filter(|(want, met)| (want.points() > Points::ZERO) != met.is_some());
    let broken = judged.rules().into_iter().filter_map(|id| writing.register.as_ref()?.rule(id)).map(|rule| &rule.title);
    missed.map(|(want, _)| &want.title).chain(broken).map(|title| title.get(lang).to_owned()).collect()
}
