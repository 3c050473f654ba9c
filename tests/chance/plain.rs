//! The plain way: every answer, every path, every form tried one by one.

use super::*;

pub(super) fn keys(all: &[Choice]) -> Vec<onduty::base::id::ItemId> {
    all.iter().map(|c| c.key.clone()).collect()
}

/// Every way to put different ones of these in so many places.
pub(super) fn arrangements<T: Clone>(all: &[T], places: usize) -> Vec<Vec<T>> {
    if places == 0 {
        return vec![Vec::new()];
    }
    let mut out = Vec::new();
    for n in 0..all.len() {
        let mut rest = all.to_vec();
        let first = rest.remove(n);
        for mut more in arrangements(&rest, places - 1) {
            more.push(first.clone());
            out.push(more);
        }
    }
    out
}

/// Every answer that can be sent to a form; none for what is typed.
pub(super) fn answers(form: &Form) -> Vec<Reply> {
    match form {
        Form::PickOne(all) => keys(all).into_iter().map(Reply::Picked).collect(),
        Form::PickMany(all) => {
            let keys = keys(all);
            let set = |bits: u32| keys.iter().enumerate().filter(|(n, _)| bits >> n & 1 == 1).map(|(_, k)| k.clone()).collect();
            (1..1_u32 << keys.len()).map(|bits| Reply::PickedMany(set(bits))).collect()
        }
        Form::Sort(all) => arrangements(&keys(all), all.len()).into_iter().map(Reply::Sorted).collect(),
        Form::Match { lefts, rights, reuse } => {
            let (lefts, rights) = (keys(lefts), keys(rights));
            let maps = if *reuse {
                lefts.iter().fold(vec![Vec::new()], |all, _| {
                    all.iter().flat_map(|map| rights.iter().map(move |r| [map.clone(), vec![r.clone()]].concat())).collect()
                })
            } else {
                arrangements(&rights, lefts.len())
            };
            maps.into_iter().map(|map| Reply::Matched(lefts.iter().cloned().zip(map).collect())).collect()
        }
        _ => Vec::new(),
    }
}

/// What a blind answer earns, answer by answer.
pub(super) fn tried(question: &Question, p: Ability) -> Table {
    let form = question.form(&zh(), &mut Seed::from_bytes(b"").dice("options", "q"));
    let all = answers(&form);
    let points = question.points.exact();
    let mut out = Table::new();
    *out.entry(points).or_default() += big(p.share());
    let each = rest(p) * one_of(all.len());
    for reply in &all {
        let credit = question.credit(&question.read(reply).expect("it was offered"), &"zh-CN".into());
        *out.entry(points * credit).or_default() += &each;
    }
    if all.is_empty() {
        *out.entry(Exact::ZERO).or_default() += each;
    }
    out.retain(|_, chance| !chance.is_zero());
    out
}

/// Every path of a scenario, one by one: the sum of points, and whether it crosses a red line.
pub(super) struct Paths<'a> {
    stage: &'a Stage,
    p: Ability,
    sums: BTreeMap<Option<Points>, Big>,
    steps: usize,
}

impl Paths<'_> {
    const MOST: usize = 20_000;

    /// The most that can be earned from here.
    fn best(&mut self, state: &State) -> Option<Points> {
        self.steps += 1;
        if self.steps > Self::MOST {
            return None;
        }
        if let Some(ending) = self.stage.ends(state) {
            return (!state.red_line()).then(|| ending.score.values().copied().sum());
        }
        let offered: Vec<usize> = self.stage.offered(state).collect();
        offered.into_iter().filter_map(|reply| self.best_by(state, reply)).max()
    }

    fn best_by(&mut self, state: &State, reply: usize) -> Option<Points> {
        let mut after = state.clone();
        self.stage.step(&mut after, reply);
        Some(self.stage.points(reply) + self.best(&after)?)
    }

    fn walk(&mut self, state: &State, sum: Points, chance: &Big) {
        self.steps += 1;
        if self.steps > Self::MOST || chance.is_zero() {
            return;
        }
        if let Some(ending) = self.stage.ends(state) {
            let sum = sum + ending.score.values().copied().sum();
            *self.sums.entry((!state.red_line()).then_some(sum)).or_default() += chance;
            return;
        }
        let offered: Vec<usize> = self.stage.offered(state).collect();
        let worth: Vec<Option<Points>> = offered.iter().map(|reply| self.best_by(state, *reply)).collect();
        let best = worth.iter().max().and_then(|most| worth.iter().position(|w| w == most));
        for (n, reply) in offered.iter().enumerate() {
            let mut after = state.clone();
            self.stage.step(&mut after, *reply);
            let known = if Some(n) == best { big(self.p.share()) } else { Big::zero() };
            let here = known + rest(self.p) * one_of(offered.len());
            self.walk(&after, sum + self.stage.points(*reply), &(chance * here));
        }
    }
}

/// Shares of a scenario path by path, and the chance of a red line; `None` where there are too many paths.
pub(super) fn walked(stage: &Stage, p: Ability) -> Option<(Table, Big)> {
    let mut paths = Paths { stage, p, sums: BTreeMap::new(), steps: 0 };
    let start = stage.begin();
    let best = paths.best(&start);
    paths.walk(&start, Points::ZERO, &Big::one());
    if paths.steps > Paths::MOST {
        return None;
    }
    let (mut out, mut red) = (Table::new(), Big::zero());
    for (sum, chance) in paths.sums {
        let share = match (sum, best) {
            (Some(sum), Some(best)) if best > Points::ZERO => sum.exact().floored().of(best.exact()),
            _ => Exact::ZERO,
        };
        if sum.is_none() {
            red += &chance;
        }
        *out.entry(share).or_default() += chance;
    }
    Some((out, red))
}

/// A question with its bank.
pub(super) type Asked<'a> = (&'a Bank, &'a Question);

/// A line of a draw: how many it takes, and what it may take.
pub(super) type Line<'a, T> = (usize, &'a dyn Fn(&T) -> bool);

/// All ways that lines can draw from items, one after another, each with its chance; `None` where a line may come short.
pub(super) fn forms<T>(items: &[T], lines: &[Line<'_, T>], taken: &BTreeSet<usize>) -> Option<Vec<(BTreeSet<usize>, Big)>> {
    let Some(((count, may), rest)) = lines.split_first() else { return Some(vec![(taken.clone(), Big::one())]) };
    let open: Vec<usize> = (0..items.len()).filter(|n| !taken.contains(n) && may(&items[*n])).collect();
    if open.len() < *count {
        return None;
    }
    let sets: Vec<BTreeSet<usize>> = (0..1_u32 << open.len())
        .filter(|set| set.count_ones() as usize == *count)
        .map(|set| open.iter().enumerate().filter(|(n, _)| set >> n & 1 == 1).map(|(_, item)| *item).collect())
        .collect();
    let mut out = Vec::new();
    for set in &sets {
        for (form, chance) in forms(items, rest, &taken.union(set).copied().collect())? {
            out.push((form, chance * one_of(sets.len())));
        }
    }
    Some(out)
}

/// Sums of two independent draws.
pub(super) fn plus<K: Ord + Copy>(a: &BTreeMap<K, Big>, b: &BTreeMap<K, Big>, add: impl Fn(K, K) -> K) -> BTreeMap<K, Big> {
    let mut out = BTreeMap::new();
    for (x, of_x) in a {
        for (y, of_y) in b {
            *out.entry(add(*x, *y)).or_default() += of_x * of_y;
        }
    }
    out
}

/// What a grade says of so many points of so many, and of talks that sum to this, one with a red line perhaps.
pub(super) fn judged(scheme: &Scheme, (earned, total): (Exact, Exact), (sum, red): (Exact, bool), count: usize) -> Verdict {
    let total = Points::thousandths(i64::try_from((total * Exact::new(1000, 1)).parts().0).expect("small"));
    let play = PlayGrade {
        scenario: "s".into(),
        points: Points::ZERO,
        best: Points::ZERO,
        share: sum,
        pass: 60,
        passed: false,
        red_line: red,
        ending: "e".into(),
        outcome: Outcome::Lost,
        skills: BTreeMap::new(),
        timeliness: None,
    };
    let nothing =
        onduty::model::grade::Verdict { theory: None, practice: None, total: None, standing: Standing::Pending, why: vec![] };
    let theory = scheme.theory.as_ref().map(|_| QuizGrade { earned, total, marks: vec![] });
    let grade = ExamGrade { ended: Ended::HandedIn, theory, plays: vec![play], written: vec![], verdict: nothing };
    let marks = onduty::grade::written::Marks::new();
    verdict(
        scheme,
        &grade,
        &onduty::grade::exam::Known { talks: count, stations: &[], marks: &marks, strays: &Default::default() },
    )
}

/// The chances form by form and outcome by outcome: theory, practice, pass, borderline. `None` where a draw may come short.
pub(super) fn sat(scheme: &Scheme, library: &Library, p: Ability) -> Option<[Big; 4]> {
    let bank: Vec<Asked<'_>> = library.banks.values().flat_map(|b| b.questions.iter().map(move |q| (b, q))).collect();
    let draws = &scheme.theory.as_ref().expect("it has one").draw;
    let may: Vec<_> = draws.iter().map(|d| move |(bank, q): &Asked<'_>| scheme.may_ask(d, bank, q)).collect();
    let lines: Vec<Line<'_, Asked<'_>>> =
        draws.iter().zip(&may).map(|(d, may)| (d.count as usize, may as &dyn Fn(&_) -> bool)).collect();
    let add = |a: (Exact, Exact), b: (Exact, Exact)| (a.0 + b.0, a.1 + b.1);
    let mut scores: BTreeMap<(Exact, Exact), Big> = BTreeMap::new();
    for (form, chance) in forms(&bank, &lines, &BTreeSet::new())? {
        let mut sums = BTreeMap::from([((Exact::ZERO, Exact::ZERO), chance)]);
        for (_, question) in form.iter().map(|n| bank[*n]) {
            let total = question.points.exact();
            let earned = tried(question, p).into_iter().map(|(mark, chance)| ((mark, total), chance)).collect();
            sums = plus(&sums, &earned, add);
        }
        sums.into_iter().for_each(|(score, chance)| *scores.entry(score).or_default() += chance);
    }
    let stages: Vec<Stage> = library.scenarios.values().map(|s| Stage::new(s.clone()).expect("walkable")).collect();
    let draws = &scheme.practice.as_ref().expect("it has one").draw;
    let may: Vec<_> = draws.iter().map(|d| move |s: &Stage| scheme.may_play(d, s.scenario())).collect();
    let lines: Vec<Line<'_, Stage>> =
        draws.iter().zip(&may).map(|(d, may)| (d.count() as usize, may as &dyn Fn(&_) -> bool)).collect();
    let count: usize = lines.iter().map(|(count, _)| count).sum();
    let mut played: BTreeMap<(Exact, bool), Big> = BTreeMap::new();
    for (form, chance) in forms(&stages, &lines, &BTreeSet::new())? {
        let mut sums = BTreeMap::from([((Exact::ZERO, false), chance)]);
        for stage in form.iter().map(|n| &stages[*n]) {
            let (shares, red) = walked(stage, p).expect("short");
            let mut one: BTreeMap<(Exact, bool), Big> = shares.into_iter().map(|(share, c)| ((share, false), c)).collect();
            if !red.is_zero() {
                *one.entry((Exact::ZERO, false)).or_default() -= &red;
                one.insert((Exact::ZERO, true), red);
            }
            sums = plus(&sums, &one, |a, b| (a.0 + b.0, a.1 | b.1));
        }
        sums.into_iter().for_each(|(sum, chance)| *played.entry(sum).or_default() += chance);
    }
    let mut out = [(); 4].map(|()| Big::zero());
    for (score, of_score) in &scores {
        for (sum, of_sum) in &played {
            let verdict = judged(scheme, *score, *sum, count);
            let percent = |n: u8| Exact::new(i128::from(n), 100);
            let reached = [
                verdict.theory >= scheme.theory.as_ref().map(|t| percent(t.pass)),
                verdict.practice >= scheme.practice.as_ref().map(|p| percent(p.pass)),
                verdict.standing == Standing::Passed,
                verdict.standing == Standing::Borderline,
            ];
            for (sum, _) in out.iter_mut().zip(reached).filter(|(_, reached)| *reached) {
                *sum += of_score * of_sum;
            }
        }
    }
    Some(out)
}
