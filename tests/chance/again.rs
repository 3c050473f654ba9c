//! What a scheme comes to over forms and attempts, against every sequence of forms one by one.

use onduty::analysis::licence::{self, Figures, Through};
use onduty::base::id::ObjectiveRef;
use onduty::model::course::{Course, CourseBlock, Layer, Lesson};

use super::plain::{judged, plus, tried, walked};
use super::*;

/// A form: numbers of items.
type Set = BTreeSet<usize>;

/// A line: how many it takes, and of what.
type Takes = (usize, Set);

/// Sets of so many of these.
fn sets(of: &Set, count: usize) -> Vec<Set> {
    let all: Vec<usize> = of.iter().copied().collect();
    let subset =
        |bits: u32| -> Set { all.iter().enumerate().filter(|(n, _)| bits >> n & 1 == 1).map(|(_, item)| *item).collect() };
    (0..1_u32 << all.len()).filter(|bits| bits.count_ones() as usize == count).map(subset).collect()
}

/// The forms that can follow when this was met, each with its chance: of the sets that a line can take, those with most that is new.
fn next(lines: &[Takes], met: &Set, taken: &Set) -> Vec<(Set, Big)> {
    let Some(((count, may), rest)) = lines.split_first() else { return vec![(taken.clone(), Big::one())] };
    let open: Set = may.difference(taken).copied().collect();
    let all = sets(&open, *count);
    let fresh = |set: &Set| set.difference(met).count();
    let most = all.iter().map(fresh).max().expect("the line can be met");
    let best: Vec<&Set> = all.iter().filter(|set| fresh(set) == most).collect();
    let go_on = |set: &&Set| {
        next(rest, met, &(taken | *set)).into_iter().map(|(form, chance)| (form, chance * one_of(best.len()))).collect::<Vec<_>>()
    };
    best.iter().flat_map(go_on).collect()
}

/// All sequences of so many forms, each with its chance.
fn sequences(lines: &[Takes], attempts: usize, met: &Set) -> Vec<(Vec<Set>, Big)> {
    if attempts == 0 {
        return vec![(Vec::new(), Big::one())];
    }
    let mut out = Vec::new();
    for (form, chance) in next(lines, met, &Set::new()) {
        for (mut rest, of_rest) in sequences(lines, attempts - 1, &(met | &form)) {
            rest.insert(0, form.clone());
            out.push((rest, &chance * of_rest));
        }
    }
    out
}

/// A library with its items by number, and the lines of a scheme over it.
struct Plain<'a> {
    scheme: &'a Scheme,
    library: &'a Library,
    asked: Vec<&'a Question>,
    stages: Vec<Stage>,
    theory: Vec<Takes>,
    practice: Vec<Takes>,
}

impl<'a> Plain<'a> {
    /// `None` where a line may come short.
    fn of(scheme: &'a Scheme, library: &'a Library) -> Option<Self> {
        let banks: Vec<(&Bank, &Question)> =
            library.banks.values().flat_map(|b| b.questions.iter().map(move |q| (b, q))).collect();
        let stages: Vec<Stage> = library.scenarios.values().map(|s| Stage::new(s.clone()).expect("walkable")).collect();
        let draws = &scheme.theory.as_ref().expect("it has one").draw;
        let may = |d: &QuestionDraw| (0..banks.len()).filter(|n| scheme.may_ask(d, banks[*n].0, banks[*n].1)).collect();
        let theory: Vec<Takes> = draws.iter().map(|d| (d.count as usize, may(d))).collect();
        let draws = &scheme.practice.as_ref().expect("it has one").draw;
        let may = |d: &PracticeDraw| (0..stages.len()).filter(|n| scheme.may_play(d, stages[*n].scenario())).collect();
        let practice: Vec<Takes> = draws.iter().map(|d| (d.count() as usize, may(d))).collect();
        let enough = |lines: &[Takes]| {
            let before = |n: usize| {
                lines[..n].iter().filter(|(_, may)| !may.is_disjoint(&lines[n].1)).map(|(count, _)| count).sum::<usize>()
            };
            (0..lines.len()).all(|n| before(n) + lines[n].0 <= lines[n].1.len())
        };
        let fits = enough(&theory) && enough(&practice);
        let asked = banks.iter().map(|(_, q)| *q).collect();
        fits.then_some(Self { scheme, library, asked, stages, theory, practice })
    }

    /// The chance to pass with these.
    fn pass(&self, questions: &Set, talks: &Set, p: Ability) -> Big {
        let add = |a: (Exact, Exact), b: (Exact, Exact)| (a.0 + b.0, a.1 + b.1);
        let mut scores = BTreeMap::from([((Exact::ZERO, Exact::ZERO), Big::one())]);
        for question in questions.iter().map(|n| self.asked[*n]) {
            let total = question.points.exact();
            scores = plus(&scores, &tried(question, p).into_iter().map(|(mark, chance)| ((mark, total), chance)).collect(), add);
        }
        let mut sums = BTreeMap::from([((Exact::ZERO, false), Big::one())]);
        for stage in talks.iter().map(|n| &self.stages[*n]) {
            let (shares, red) = walked(stage, p).expect("short");
            let mut one: BTreeMap<(Exact, bool), Big> = shares.into_iter().map(|(share, c)| ((share, false), c)).collect();
            if !red.is_zero() {
                *one.entry((Exact::ZERO, false)).or_default() -= &red;
                one.insert((Exact::ZERO, true), red);
            }
            sums = plus(&sums, &one, |a, b| (a.0 + b.0, a.1 | b.1));
        }
        let both = scores.iter().flat_map(|score| sums.iter().map(move |sum| (score, sum)));
        let passed =
            both.filter(|((score, _), (sum, _))| judged(self.scheme, **score, **sum, talks.len()).standing == Standing::Passed);
        passed.map(|((_, of_score), (_, of_sum))| of_score * of_sum).sum()
    }

    /// What the items of a form serve, of what is taught.
    fn serves(&self, questions: &Set, talks: &Set) -> usize {
        let taught: BTreeSet<&ObjectiveRef> =
            self.library.courses.values().flat_map(|c| &c.lessons).flat_map(|lesson| &lesson.objectives).collect();
        let asked = questions.iter().flat_map(|n| &self.asked[*n].objectives);
        let played = talks.iter().flat_map(|n| &self.stages[*n].scenario().objectives);
        asked.chain(played).filter(|o| taught.contains(o)).collect::<BTreeSet<_>>().len()
    }
}

fn number(n: usize) -> Big {
    Big::from_integer(n.into())
}

fn agrees(figures: &Figures, plain: &Plain<'_>, p: Ability) {
    let attempts = plain.scheme.result.attempts as usize;
    let (nothing, one) = (Set::new(), Big::one());
    let asked = sequences(&plain.theory, attempts, &nothing);
    let played = sequences(&plain.practice, attempts, &nothing);
    let (first, talks) = (next(&plain.theory, &nothing, &nothing), next(&plain.practice, &nothing, &nothing));
    let drawn = number(plain.theory.iter().chain(&plain.practice).map(|(count, _)| count).sum());
    let shape = &figures.shape;
    let different = |forms: &[(Set, Big)]| forms.iter().map(|(form, _)| form).collect::<BTreeSet<_>>().len();
    assert_eq!((shape.theory.clone(), shape.practice.clone()), (different(&first).into(), different(&talks).into()));

    let common = |forms: &[(Set, Big)]| -> Big {
        let pairs = forms.iter().flat_map(|a| forms.iter().map(move |b| (a, b)));
        pairs.map(|((a, of_a), (b, of_b))| of_a * of_b * number((a & b).len())).sum()
    };
    assert_eq!(shape.overlap, (common(&first) + common(&talks)) / &drawn);

    let repeated = |sequences: &[(Vec<Set>, Big)], nth: usize| -> Big {
        let met = |forms: &[Set]| forms[..nth].iter().flatten().filter(|n| forms[nth].contains(n)).collect::<BTreeSet<_>>().len();
        sequences.iter().map(|(forms, chance)| chance * number(met(forms))).sum()
    };
    let again: Vec<Big> = (1..attempts).map(|n| (repeated(&asked, n) + repeated(&played, n)) / &drawn).collect();
    assert_eq!(shape.again, Some(again));

    let mut table = BTreeMap::new();
    let mut mean = Big::zero();
    for (form, of_form) in &first {
        for (talk, of_talk) in &talks {
            table.entry((form, talk)).or_insert_with(|| plain.pass(form, talk, p));
            mean += of_form * of_talk * number(plain.serves(form, talk));
        }
    }
    let least = first.iter().flat_map(|(form, _)| talks.iter().map(|(talk, _)| plain.serves(form, talk))).min();
    let coverage = &figures.coverage;
    assert_eq!((Some(coverage.least), Some(coverage.least_most), &coverage.mean), (least, least, &mean));

    let chances = &figures.candidates[0];
    let luck = chances.luck.as_ref().expect("nothing is observed");
    assert_eq!((luck.hardest.exact(), luck.easiest.exact()), (table.values().min(), table.values().max()));
    let mut fail = Big::zero();
    for (asked, of_asked) in &asked {
        for (played, of_played) in &played {
            let each = asked.iter().zip(played).map(|(form, talk)| match table.get(&(form, talk)) {
                Some(pass) => &one - pass,
                None => &one - plain.pass(form, talk, p),
            });
            fail += of_asked * of_played * each.product::<Big>();
        }
    }
    assert_eq!(luck.within.exact(), Some(&(one - fail)));
}

/// How many sequences there are of questions and of talks together.
fn size(plain: &Plain<'_>) -> usize {
    let count = |lines| sequences(lines, plain.scheme.result.attempts as usize, &Set::new()).len();
    count(&plain.theory) * count(&plain.practice)
}

/// A small blueprint, with a course that teaches four of five objectives which its items serve.
fn any_small() -> impl Strategy<Value = (Library, Scheme)> {
    let serves = || prop::collection::vec(prop::collection::vec(0..5_u8, 0..3), 12);
    let rest = (serves(), prop::collection::vec((0..2_usize, prop::option::of(1..3_u8), 1..3_u32), 1..3), 1..4_u32);
    (any_blueprint(), rest).prop_map(|((mut library, mut scheme), (serves, lines, attempts))| {
        let objective = |n: &u8| ObjectiveRef::from(format!("all/o{n}"));
        let banks = library.banks.values_mut().flat_map(|bank| &mut bank.questions).map(|q| &mut q.objectives);
        let talks = library.scenarios.values_mut().map(|s| &mut s.objectives);
        banks.chain(talks).zip(serves.iter().cycle()).for_each(|(to, n)| *to = n.iter().map(objective).collect());
        scheme.theory.as_mut().expect("it has one").draw = questions(&lines);
        scheme.result.attempts = attempts;
        let lesson = Lesson {
            id: "one".into(),
            title: text("课"),
            objectives: (0..4).map(|n| objective(&n)).collect(),
            body: text("正文"),
            check: vec![],
            practise: vec![],
        };
        let course = Course {
            id: "course".into(),
            title: text("课程"),
            layer: Layer::Onboarding,
            block: CourseBlock::Basics,
            roles: vec![],
            minutes: None,
            requires: vec![],
            lessons: vec![lesson],
        };
        library.courses.insert(course.id.clone(), course);
        (library, scheme)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, max_global_rejects: 20_000, ..ProptestConfig::default() })]

    #[test]
    fn a_scheme_comes_to_what_every_sequence_of_forms_comes_to((library, scheme) in any_small(), p in abilities()) {
        let plain = Plain::of(&scheme, &library);
        prop_assume!(plain.as_ref().is_some_and(|plain| size(plain) <= 2_000));
        let figures = licence::figures(&scheme, &library, &[p], &mut || ()).expect("small");
        agrees(&figures, &plain.expect("just looked"), p);
    }

    #[test]
    fn bounds_hold_what_is_exact((library, scheme) in any_small(), p in abilities()) {
        let plain = Plain::of(&scheme, &library);
        prop_assume!(plain.is_some_and(|plain| size(&plain) <= 2_000));
        let luck = |through| licence::chances_through(&scheme, &library, p, through).expect("small").luck.expect("nothing is observed");
        let exact = luck(Through::Forms);
        for bounds in [luck(Through::Talks), luck(Through::Means)] {
            for (bounds, exact) in
                [(&bounds.within, &exact.within), (&bounds.hardest, &exact.hardest), (&bounds.easiest, &exact.easiest)]
            {
                let exact = exact.exact().expect("small");
                prop_assert!(bounds.least <= *exact && *exact <= bounds.most, "{:?} does not hold {}", bounds, exact);
            }
        }
    }
}
