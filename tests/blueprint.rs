//! Laws of the blueprint over 10,000 draws: every line takes exactly its number of what it may take, every item comes as often as the
//! blueprint implies, and who comes again meets nothing twice while the bank allows. The seeds are the numbers from 0, so a run is
//! the same every time; a share is off where chance alone would do it once in a million ([`OFF`]).

use std::collections::{BTreeMap, BTreeSet};

use onduty::attempt::blueprint::{Form, Seen, draw};
use onduty::base::dice::Seed;
use onduty::base::id::RoleId;
use onduty::content::files::Root;
use onduty::content::{load, load_shipped};
use onduty::model::library::{Library, Use};
use onduty::model::licence::{PracticeDraw, Scheme};
use onduty::model::scenario::Category;

use crate::chance;
use crate::make::kinds;

const DRAWS: u32 = 10_000;
/// The share of fair dice that would be called unfair, for each item.
const OFF: f64 = 1e-6;

/// A line of a blueprint: its number, and the names of what it may take, as the content says and not as the program asks.
struct Line {
    count: usize,
    pool: BTreeSet<String>,
}

impl Line {
    fn new(count: u32, pool: impl Iterator<Item = String>) -> Self {
        Self { count: count as usize, pool: pool.collect() }
    }

    /// What one candidate has not met.
    fn fresh(&self, met: &BTreeSet<String>) -> usize {
        self.pool.difference(met).count()
    }
}

/// The lines of a scheme over a library.
fn lines(library: &Library, scheme: &Scheme) -> Vec<Line> {
    let for_exams = |used: &Use| !matches!(used, Use::Practice);
    let serves = |roles: &[RoleId]| roles.is_empty() || roles.iter().any(|role| scheme.roles.contains(role));
    let mut out = Vec::new();
    for line in scheme.theory.iter().flat_map(|part| &part.draw) {
        let bank = &library.banks[&line.bank];
        assert!(for_exams(&bank.use_), "a scheme asks of banks for exams");
        let may = bank.questions.iter().filter(|q| line.level.is_none_or(|level| level == q.level));
        let may = may.filter(|q| serves(if q.roles.is_empty() { &bank.roles } else { &q.roles }));
        out.push(Line::new(line.count, may.map(|q| format!("question {}", q.id))));
    }
    for line in scheme.practice.iter().flat_map(|part| &part.draw) {
        out.push(match line {
            PracticeDraw::Talk { category, level, count } => {
                let may = library.scenarios.values().filter(|s| s.category == *category && level.is_none_or(|l| l == s.level));
                let may = may.filter(|s| for_exams(&s.use_) && serves(&s.roles));
                Line::new(*count, may.map(|s| format!("talk {}", s.id)))
            }
            PracticeDraw::Station { stations, count } => {
                let may = stations.iter().map(|id| &library.stations[id]).filter(|s| for_exams(&s.use_) && serves(&s.roles));
                Line::new(*count, may.map(|s| format!("station {}", s.id)))
            }
        });
    }
    out
}

/// What a form draws, in its order.
fn names(form: &Form<'_>) -> Vec<String> {
    let questions = form.questions.iter().map(|q| format!("question {}", q.id));
    let talks = form.talks.iter().map(|s| format!("talk {}", s.id));
    questions.chain(talks).chain(form.stations.iter().map(|s| format!("station {}", s.id))).collect()
}

/// What was met so far, with this form.
fn add(seen: &mut Seen, form: &Form<'_>) {
    seen.questions.extend(form.questions.iter().map(|q| q.id.clone()));
    seen.talks.extend(form.talks.iter().map(|s| s.id.clone()));
    seen.stations.extend(form.stations.iter().map(|s| s.id.clone()));
}

fn seed(n: u32) -> Seed {
    Seed::from_bytes(&n.to_le_bytes())
}

/// 10,000 forms for a candidate who has met this.
fn forms<'a>(library: &'a Library, scheme: &'a Scheme, seen: &'a Seen) -> impl Iterator<Item = Form<'a>> {
    (0..DRAWS).map(|n| draw(library, scheme, seen, &seed(n)).expect("the bank is large enough"))
}

/// How often something of this chance may come in 10,000 draws: what the exact binomial distribution leaves out weighs no more than
/// [`OFF`], half of it at either end.
fn bounds(chance: f64) -> (u32, u32) {
    if chance <= 0.0 || chance >= 1.0 {
        let all = if chance <= 0.0 { 0 } else { DRAWS };
        return (all, all);
    }
    let (n, mut log) = (f64::from(DRAWS), f64::from(DRAWS) * (1.0 - chance).ln());
    let mut weights = vec![log.exp()];
    for k in 1..=DRAWS {
        let k = f64::from(k);
        log += ((n - k + 1.0) / k).ln() + chance.ln() - (1.0 - chance).ln();
        weights.push(log.exp());
    }
    let cut = |weights: &mut dyn Iterator<Item = &f64>| {
        let mut tail = 0.0;
        let inside = weights.take_while(|weight| {
            tail += **weight;
            tail <= OFF / 2.0
        });
        u32::try_from(inside.count()).expect("at most all")
    };
    (cut(&mut weights.iter()), DRAWS - cut(&mut weights.iter().rev()))
}

/// Everything came as often as it should.
fn fair(came: &BTreeMap<String, u32>, chances: &BTreeMap<String, f64>) {
    assert!(came.keys().all(|name| chances.contains_key(name)), "nothing else came: {came:?}");
    for (name, chance) in chances {
        let (came, (least, most)) = (came.get(name).copied().unwrap_or(0), bounds(*chance));
        assert!((least..=most).contains(&came), "{name} came {came} times, not {least} to {most}");
    }
}

/// The schemes looked at: those of the test library and every shipped one, with what they are drawn from.
fn libraries() -> Vec<Library> {
    let shelf = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/shelf");
    let all = vec![load(vec![Root::read(&shelf)]).library, load_shipped().library];
    assert!(all.iter().all(|library| library.licences.len() >= 2), "both have licences");
    all
}

#[test]
fn the_bounds_are_those_of_the_binomial_distribution() {
    // Added up in whole numbers: at either end they leave out no more than one in two million.
    assert_eq!((bounds(0.5), bounds(0.25)), ((4755, 5245), (2290, 2714)));
    assert_eq!((bounds(0.0), bounds(1.0)), ((0, 0), (DRAWS, DRAWS)));
}

#[test]
fn every_line_takes_exactly_its_number_of_what_it_may() {
    for library in libraries() {
        for scheme in library.licences.values() {
            let lines = lines(&library, scheme);
            for form in forms(&library, scheme, &Seen::default()) {
                let all = names(&form);
                assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "nothing twice: {all:?}");
                let mut rest = all.as_slice();
                for line in &lines {
                    let (taken, more) = rest.split_at(line.count);
                    assert!(taken.iter().all(|name| line.pool.contains(name)), "{}: {taken:?}", scheme.id);
                    rest = more;
                }
                assert!(rest.is_empty(), "{}: {rest:?}", scheme.id);
            }
        }
    }
}

#[test]
fn every_item_comes_as_often_as_the_blueprint_implies() {
    for library in libraries() {
        for scheme in library.licences.values() {
            let (mut came, mut first) = (BTreeMap::<String, u32>::new(), BTreeMap::<String, u32>::new());
            let lines = lines(&library, scheme);
            for form in forms(&library, scheme, &Seen::default()) {
                let all = names(&form);
                let begins = lines.iter().scan(0, |at, line| Some(std::mem::replace(at, *at + line.count)));
                begins.zip(&lines).for_each(|(at, _)| *first.entry(all[at].clone()).or_default() += 1);
                all.into_iter().for_each(|name| *came.entry(name).or_default() += 1);
            }
            let (mut chances, mut leads) = (BTreeMap::new(), BTreeMap::new());
            for line in &lines {
                for name in &line.pool {
                    let clash = chances.insert(name.clone(), share(line.count, line.pool.len()));
                    assert_eq!(clash, None, "these lines do not share items");
                    leads.insert(name.clone(), share(1, line.pool.len()));
                }
            }
            fair(&came, &chances);
            // Where an item stands tells nothing either; stations stand in the scheme's own order.
            let dealt = |name: &String| !name.starts_with("station");
            first.retain(|name, _| dealt(name));
            leads.retain(|name, _| dealt(name));
            fair(&first, &leads);
        }
    }
}

/// One bank of four easy and two hard questions.
fn six() -> Library {
    let mut questions: Vec<_> = kinds().into_iter().cycle().take(6).collect();
    questions.iter_mut().enumerate().for_each(|(n, q)| q.level = if n < 4 { 1 } else { 2 });
    chance::library(vec![questions], vec![])
}

#[test]
fn lines_over_the_same_bank_share_as_worked_out_on_paper() {
    // Two of all six, then one easy one of those left: a hard one comes with 2/6; the easy ones share 2 · 4/6 + 1 among four.
    let library = six();
    let scheme = chance::scheme(chance::questions(&[(0, None, 2), (0, Some(1), 1)]), vec![]);
    let mut came = BTreeMap::<String, u32>::new();
    for form in forms(&library, &scheme, &Seen::default()) {
        let all = names(&form);
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), 3, "what one line took, the next does not take: {all:?}");
        all.into_iter().for_each(|name| *came.entry(name).or_default() += 1);
    }
    let chance = |n: usize| if n < 4 { 7.0 / 12.0 } else { 1.0 / 3.0 };
    fair(&came, &(0..6).map(|n| (format!("question bank0/q{n}"), chance(n))).collect());
}

#[test]
fn who_comes_again_meets_nothing_twice_while_the_bank_allows() {
    for library in libraries() {
        for scheme in library.licences.values() {
            let lines = lines(&library, scheme);
            for candidate in 0..100 {
                let (mut seen, mut met) = (Seen::default(), BTreeSet::new());
                for attempt in 0..5 {
                    let form = draw(&library, scheme, &seen, &seed(candidate * 5 + attempt)).expect("large enough");
                    let all = names(&form);
                    for line in &lines {
                        let again = all.iter().filter(|name| line.pool.contains(*name) && met.contains(*name)).count();
                        let least = line.count.saturating_sub(line.fresh(&met));
                        assert_eq!(again, least, "{}, attempt {attempt}: {all:?} after {met:?}", scheme.id);
                    }
                    add(&mut seen, &form);
                    met.extend(all);
                }
            }
        }
    }
}

#[test]
fn what_is_left_and_what_comes_again_are_shared_fairly_too() {
    // Of six, four were met: the two others come always, and each of the four as often as the rest.
    let library = six();
    let scheme = chance::scheme(chance::questions(&[(0, None, 3)]), vec![]);
    let met = (0..4).map(|n| format!("bank0/q{n}").into()).collect();
    let seen = Seen { questions: met, ..Seen::default() };
    let (mut came, mut first) = (BTreeMap::<String, u32>::new(), BTreeMap::<String, u32>::new());
    for form in forms(&library, &scheme, &seen) {
        let all = names(&form);
        *first.entry(all[0].clone()).or_default() += 1;
        all.into_iter().for_each(|name| *came.entry(name).or_default() += 1);
    }
    let shares = |old: f64, new: f64| (0..6).map(|n| (format!("question bank0/q{n}"), if n < 4 { old } else { new })).collect();
    fair(&came, &shares(0.25, 1.0));
    fair(&first, &shares(1.0 / 12.0, 1.0 / 3.0));
}

#[test]
fn a_bank_that_is_too_small_is_told() {
    let library = six();
    let scheme =
        chance::scheme(chance::questions(&[(0, None, 5), (0, Some(1), 2)]), chance::talks(&[(Category::Dispute, None, 1)]));
    let short = draw(&library, &scheme, &Seen::default(), &seed(0)).expect_err("one easy one is left at most");
    assert_eq!((short.line, short.missing >= 1), (1, true));
}

fn share(count: usize, of: usize) -> f64 {
    let small = |n: usize| f64::from(u32::try_from(n).expect("small"));
    small(count) / small(of)
}
