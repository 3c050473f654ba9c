//! What exams come to under today's content, said: who would fare otherwise and why, item by item; how marks move; what cannot be
//! compared. The same for programs.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::today::{Case, Compared, Remarked, asks_otherwise, is_talk, reworded};
use crate::attempt::plan::{Activity, Step};
use crate::base::id::Lang;
use crate::base::points::Exact;
use crate::cli::Outcome;
use crate::cli::failure::Exit;
use crate::cli::recall::short;
use crate::cli::registry::ExamCase;
use crate::cli::room::{Call, lang};
use crate::grade::regrade::{self, Marked};
use crate::locale::Words;
use crate::model::frozen::Frozen;
use crate::model::grade::Standing;
use crate::model::library::Library;
use crate::model::page::{Block, Item, Mark, Table};
use crate::model::question::Question;
use crate::store::Store;

/// An exam, to be said.
pub struct Told<'a> {
    /// The words.
    pub words: &'a Words,
    /// The exam.
    pub case: &'a Case,
    /// Whether marks may fall.
    pub lower: bool,
}

/// Prints it. Exit 0: to look at it is no finding.
///
/// # Errors
/// `Failure` of the store or stdout.
pub fn tell(call: &mut Call<'_>, store: &dyn Store, library: &Library, (compared, lower): (&Compared, bool)) -> Outcome {
    let (words, Compared { cases, erased }) = (call.words.clone(), compared);
    if call.json() {
        let other = cases.iter().filter(|it| !it.items.is_empty()).map(|case| change(case, lower, &words)).collect::<Vec<_>>();
        call.print_json(&json!({ "against": "today", "exams": cases.len(), "erased": erased, "other": other }))?;
        return Ok(Exit::Done);
    }
    let learners = store.learners()?;
    let lang = lang(library, &words);
    let mut out = if cases.is_empty() && *erased > 0 { Vec::new() } else { summary((cases, lower), &words) };
    out.extend((*erased > 0).then(|| not_known(*erased, &words)));
    for case in cases.iter().filter(|case| case.is_other()) {
        let plan = &case.before.kept.activity.plan;
        let name = learners.iter().find(|it| it.id == plan.learner).map_or_else(|| "–".to_owned(), |it| it.called());
        let title = case.before.kept.activity.scheme().map_or_else(String::new, |scheme| scheme.title.get(&lang).to_owned());
        let gaps = [("id", short(&plan.attempt).into()), ("name", name.as_str().into()), ("title", title.into())];
        out.push(Block::Title(words.with("regrade-exam", &gaps)));
        let told = Told { words: &words, case, lower };
        out.extend(told.blocks());
    }
    out.extend(moves((cases, lower), &words));
    out.extend(incomparable(cases, &words));
    out.push(Block::Text(words.get("regrade-rule")));
    if cases.iter().any(Case::is_other) {
        out.push(Block::Text(words.get(if lower { "regrade-policy-lower" } else { "regrade-policy" })));
    }
    if cases.iter().any(|case| case.applied(lower).is_some()) {
        out.push(Block::Text(words.get("regrade-how-to-apply")));
    }
    let text = call.report_look(None).painted(&out, &words);
    call.print(&text)?;
    Ok(Exit::Done)
}

/// That exams cannot be worked out, because words that were typed in them are erased.
pub fn not_known(erased: usize, words: &Words) -> Block {
    Block::Outcome(Mark::Dash, words.with("regrade-erased", &[("count", erased.into())]))
}

fn summary((cases, lower): (&[Case], bool), words: &Words) -> Vec<Block> {
    let flips = |to: Standing| {
        let flip =
            |it: &&Case| it.applied(lower).is_some_and(|new| stands(&it.before) != Some(to) && stands(&new.case) == Some(to));
        cases.iter().filter(flip).count()
    };
    let other = cases.iter().filter(|it| it.is_other()).count();
    let apart = cases.iter().filter(|it| it.items.iter().any(|item| item.now.is_err() || asks_otherwise(item))).count();
    let gaps = [
        ("exams", cases.len().into()),
        ("apart", apart.into()),
        ("other", other.into()),
        ("moved", cases.iter().filter(|it| it.applied(lower).is_some()).count().into()),
        ("passed", flips(Standing::Passed).into()),
        ("failed", flips(Standing::Failed).into()),
    ];
    let (mark, key) = match (other, apart) {
        (0, 0) => (Mark::Right, "regrade-today-same"),
        (0, _) => (Mark::Partly, "regrade-today-part"),
        _ => (Mark::Partly, "regrade-today-other"),
    };
    vec![Block::Outcome(mark, words.with(key, &gaps))]
}

/// How it stands.
pub fn stands(case: &ExamCase) -> Option<Standing> {
    case.outcome.as_ref().map(|outcome| outcome.verdict.standing)
}

/// Its total, where it has one.
pub fn total(case: &ExamCase) -> Option<Exact> {
    case.outcome.as_ref().and_then(|outcome| outcome.verdict.total)
}

fn percent(case: &ExamCase) -> String {
    total(case).map_or_else(|| "–".to_owned(), Exact::percent)
}

/// How a total moves, in whole points of a hundred, cut towards zero.
fn moved(before: &ExamCase, new: &Remarked) -> Option<i128> {
    let (numerator, denominator) = ((total(&new.case)? - total(before)?) * Exact::new(100, 1)).parts();
    Some(numerator / denominator)
}

/// How many totals move by how much.
fn moves((cases, lower): (&[Case], bool), words: &Words) -> Option<Block> {
    let mut counts: BTreeMap<i128, usize> = BTreeMap::new();
    for case in cases {
        let by = case.applied(lower).map_or(Some(0), |new| moved(&case.before, new));
        *counts.entry(by?).or_default() += 1;
    }
    let other = cases.iter().filter(|case| case.is_other()).count();
    let rows = counts.into_iter().rev().map(|(by, count)| vec![format!("{by:+}"), count.to_string()]).collect();
    let head = ["regrade-head-moved", "regrade-head-exams"].map(|key| words.get(key)).to_vec();
    (other > 1).then_some(Block::Table(Table { head, rows }))
}

/// What cannot be compared, and why, with how many exams have it; and talks that only say the same otherwise.
fn incomparable(cases: &[Case], words: &Words) -> Vec<Block> {
    let mut counts: BTreeMap<(String, &'static str), usize> = BTreeMap::new();
    for case in cases {
        for item in &case.items {
            let why = match (&item.now, reworded(item)) {
                (Err(why), _) => why.name(),
                (Ok(_), Some(why)) if !case.is_other() || why == "reworded-talk" => why,
                (Ok(_), _) => continue,
            };
            let name = named(case.before.kept.activity.step(item.at));
            *counts.entry((name, why)).or_default() += 1;
        }
    }
    let line = |((name, why), count): ((String, &str), usize)| {
        let why = words.get(&format!("unlike-{why}"));
        let said = words.with("regrade-unlike", &[("why", why.into()), ("count", count.into())]);
        Item { mark: Mark::Dash, name: Some(name), ..Item::marked(Mark::Dash, said) }
    };
    let (talks, others): (BTreeMap<_, _>, BTreeMap<_, _>) = counts.into_iter().partition(|((_, why), _)| *why == "reworded-talk");
    let told = |title: &str, all: BTreeMap<_, _>| {
        vec![Block::Title(words.get(title)), Block::Items(all.into_iter().map(line).collect())]
    };
    let all = [("regrade-unlike-title", others), ("regrade-worded-title", talks)].into_iter().filter(|(_, all)| !all.is_empty());
    all.flat_map(|(title, all)| told(title, all)).collect()
}

/// What a step asks, by its id.
pub fn named(step: &Step) -> String {
    match step {
        Step::Ask { question, .. } => question.to_string(),
        Step::Play { scenario, .. } => scenario.to_string(),
        _ => String::new(),
    }
}

impl Told<'_> {
    /// What it would come to, item by item.
    pub fn blocks(&self) -> Vec<Block> {
        let standing = self.case.is_other().then(|| Block::Outcome(self.mark(), self.standing()));
        standing.into_iter().chain([Block::Items(self.items())]).collect()
    }

    /// What is recorded of it.
    fn recorded(&self) -> Option<&Remarked> {
        self.case.applied(self.lower)
    }

    fn mark(&self) -> Mark {
        match stands(self.recorded().map_or(&self.case.before, |new| &new.case)) {
            Some(Standing::Passed) => Mark::Right,
            Some(Standing::Failed) => Mark::Wrong,
            _ => Mark::Partly,
        }
    }

    /// Total and standing, before and after what is recorded; where today's key alone comes to something else, that too.
    pub fn standing(&self) -> String {
        let before = &self.case.before;
        let now = self.recorded().map_or(before, |new| &new.case);
        let gaps = [
            ("was", percent(before).into()),
            ("now", percent(now).into()),
            ("stood", self.word(before).into()),
            ("stands", self.word(now).into()),
        ];
        let key = match self.recorded() {
            None => "regrade-kept",
            Some(_) if stands(before) == stands(now) => "regrade-stays",
            Some(_) => "regrade-flips",
        };
        let mut said = vec![self.words.with(key, &gaps)];
        if let Some(number) = &self.case.licence {
            said.push(self.words.with("regrade-licence", &[("number", number.as_str().into())]));
        }
        if let Some(alone) = self.case.today.as_ref().map(|it| &it.case)
            && (total(alone), stands(alone)) != (total(now), stands(now))
        {
            let gaps = [("total", percent(alone).into()), ("stands", self.word(alone).into())];
            said.push(self.words.with("regrade-alone", &gaps));
            let passed = |case: &ExamCase| stands(case) == Some(Standing::Passed);
            if passed(now) && !passed(before) && !passed(alone) {
                // `issue/vouched`: a licence rests on keys that one library has.
                said.push(self.words.get("regrade-neither"));
            }
        }
        said.concat()
    }

    fn word(&self, case: &ExamCase) -> String {
        stands(case).map_or_else(String::new, |it| self.words.get(&format!("standing-{}", it.name())))
    }

    /// Its items, in the order asked.
    pub fn items(&self) -> Vec<Item> {
        let activity = &self.case.before.kept.activity;
        let one = |item: &regrade::Item| {
            let (mark, text) = match &item.now {
                Err(why) => (Mark::Dash, self.words.get(&format!("unlike-{}", why.name()))),
                Ok(now) => self.marked(activity, item, now),
            };
            Item { mark, name: Some(named(activity.step(item.at))), text, depth: 0 }
        };
        self.case.items.iter().map(one).collect()
    }

    fn marked(&self, activity: &Activity, item: &regrade::Item, now: &Marked) -> (Mark, String) {
        let counts = self.recorded().is_some_and(|new| new.counts(now));
        let mark = match now.against(&item.was) {
            Ordering::Less if counts => Mark::Wrong,
            Ordering::Greater if counts => Mark::Right,
            _ => Mark::Dash,
        };
        let points = |exact: Exact| exact.decimal(1);
        let gaps = [
            ("was", points(item.was.earned).into()),
            ("wasof", points(item.was.of).into()),
            ("now", points(now.mark.earned).into()),
            ("nowof", points(now.mark.of).into()),
        ];
        let mut text = self.words.with("regrade-points", &gaps);
        if let (Step::Ask { content, .. }, Frozen::Question(new)) = (activity.step(item.at), &*now.content) {
            let lang = &activity.plan.language;
            let (was, is) = (key(activity.question(content), lang), key(new, lang));
            if was != is {
                text.push_str(&self.words.with("regrade-key", &[("was", was.into()), ("now", is.into())]));
            }
        }
        let looked = [&self.case.today, &self.case.rising].into_iter().flatten().any(|it| it.counts(now));
        if now.reworded && is_talk(now) {
            text.push_str(&self.words.get("regrade-reworded-talk"));
        } else if now.reworded && !looked {
            text.push_str(&self.words.get("regrade-reworded"));
        } else if !counts && self.case.licence.is_none() && now.against(&item.was).is_ne() {
            text.push_str(&self.words.get("regrade-old-counts"));
        }
        (mark, text)
    }
}

/// What is right, in the words of the question.
fn key(question: &Question, lang: &Lang) -> String {
    let right = question.explain(&question.key(lang), lang).into_iter().filter(|it| it.right);
    let said = right.map(|it| match it.should_be {
        Some(is) if it.text.is_empty() => is,
        Some(is) => format!("{} → {is}", it.text),
        None => it.text,
    });
    said.collect::<Vec<_>>().join(" · ")
}

/// An exam for programs; `records` is what is recorded of it.
pub fn change(case: &Case, lower: bool, words: &Words) -> Value {
    let activity = &case.before.kept.activity;
    let told = |it: &ExamCase| json!({ "total": total(it), "standing": stands(it).map(Standing::name) });
    let item = |item: &regrade::Item| {
        let mark = |it: &regrade::Mark| json!({ "earned": it.earned, "of": it.of });
        let mut out = json!({ "item": named(activity.step(item.at)), "was": mark(&item.was) });
        match &item.now {
            Ok(now) => out["now"] = mark(&now.mark),
            Err(why) => {
                out["not_comparable"] = json!(why.name());
                out["said"] = json!(words.get(&format!("unlike-{}", why.name())));
            }
        }
        if item.now.as_ref().is_ok_and(|it| it.reworded) {
            out["reworded"] = json!(true);
        }
        out
    };
    json!({
        "attempt": case.attempt(), "learner": activity.plan.learner, "licence": case.licence,
        "was": told(&case.before), "today": case.today.as_ref().map(|it| told(&it.case)),
        "rising": case.rising.as_ref().map(|it| told(&it.case)),
        "records": case.applied(lower).map(|it| told(&it.case)),
        "items": case.items.iter().map(item).collect::<Vec<_>>(),
    })
}
