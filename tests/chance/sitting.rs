//! Candidates of a known ability who really sit the exam: drawn from the blueprint, stepped by the one loop, kept in a store. Their
//! pass rates have to agree with what `analysis::chance` says.

use std::collections::BTreeMap;
use std::io;
use std::rc::Rc;

use onduty::analysis::chance::{self, Ability, Figure};
use onduty::analysis::range::Outlook;
use onduty::attempt::blueprint::{Seen, draw};
use onduty::attempt::clock;
use onduty::attempt::decide::decide;
use onduty::attempt::event::{Beside, Body, Leaving};
use onduty::attempt::plan::{Activity, Pace, Part, PartOf, Plan, Step, Subject, Tries};
use onduty::attempt::state::State;
use onduty::base::dice::{Dice, Seed};
use onduty::base::moment::Moment;
use onduty::base::points::{Exact, Points};
use onduty::cli::room::Room;
use onduty::cli::session::{self, Ended};
use onduty::locale::{Tongue, Words};
use onduty::model::form::{Choice, Form, Reply};
use onduty::model::frozen::{Frame, Frozen};
use onduty::model::grade::{Grade, Standing};
use onduty::model::library::Library;
use onduty::model::licence::Scheme;
use onduty::model::page::{Block, Prompt};
use onduty::model::question::Misfit;
use onduty::model::scenario::Category;
use onduty::model::scenario::step::Stage;
use onduty::model::span::Span;
use onduty::store::memory::Memory;
use onduty::store::{Learner, Post};
use onduty::terminal::{Asked, Asker};

use super::{library, questions, scheme, short_talk, talks};
use crate::desk::Desk;
use crate::make::{self, kinds, text, zh};
use crate::walk::record;

/// How many sit each exam.
const CANDIDATES: u32 = 1000;

/// Scenarios of a library with what can still be earned in each.
type Outlooks = BTreeMap<String, Outlook>;

/// A candidate's exam, drawn as the program draws it.
fn exam(library: &Library, scheme: &Scheme, outlooks: &Outlooks, seed: Seed) -> (Activity, Vec<Frozen>) {
    let form = draw(library, scheme, &Seen::default(), &seed).expect("the draws can be met");
    let mut contents =
        vec![Frozen::Frame(Frame { title: text("证"), skills: BTreeMap::new() }), Frozen::Scheme(Box::new(scheme.clone()))];
    let mut keep = |content: Frozen| {
        let digest = content.digest();
        contents.push(content);
        digest
    };
    let asked = form.questions.iter().map(|q| Step::Ask {
        question: q.id.clone(),
        content: keep(Frozen::Question(Box::new((*q).clone()))),
        tries: Tries::Once,
    });
    let asked = asked.collect();
    let played = form.talks.iter().map(|s| Step::Play {
        scenario: s.id.clone(),
        content: keep(Frozen::Scenario(Box::new((*s).clone()))),
        best: outlooks[s.id.as_str()].best().expect("it can be passed"),
    });
    let played = played.collect();
    let part = |of, steps| Part { steps, pace: Some(Pace { of, limit: None }) };
    let plan = Plan {
        seed,
        exam: Some(make::exam(contents[1].digest())),
        ..make::plan(
            Subject::Licence("licence".to_owned()),
            contents[0].digest(),
            vec![part(PartOf::Theory, asked), part(PartOf::Practice, played)],
        )
    };
    let activity = Activity::new(plan, contents.iter().map(|c| (c.digest(), c.clone())).collect());
    (activity.expect("what was just frozen"), contents)
}

/// Who knows each thing with the same probability, and guesses blindly otherwise.
struct Candidate {
    p: Ability,
    dice: Dice,
    outlooks: Rc<Outlooks>,
}

impl Candidate {
    fn knows(&mut self) -> bool {
        let (know, of) = self.p.share().parts();
        self.dice.below(usize::try_from(of).expect("small")) < usize::try_from(know).expect("small")
    }

    fn reply(&mut self, activity: &Activity, state: &State, prompt: &Prompt) -> Reply {
        let Some((at, _)) = state.here() else { return through(&prompt.form) };
        let knows = self.knows();
        match activity.step(at) {
            Step::Ask { content, .. } if knows => {
                activity.question(content).key(&zh()).reply().expect("a key can be given as an answer")
            }
            Step::Play { scenario, content, .. } if knows => {
                let (stage, outlook) = (activity.stage(content), &self.outlooks[scenario.as_str()]);
                let now = &state.play().expect("it has begun").state;
                let worth = |reply: &usize| outlook.by(stage, now, *reply);
                // `max_by_key` would take the last of equals.
                let offered: Vec<usize> = stage.offered(now).collect();
                let best = offered.iter().rev().max_by_key(|reply| worth(reply)).expect("something is offered");
                Reply::Picked(stage.reply(*best).1.id.as_str().into())
            }
            _ => self.guess(&prompt.form),
        }
    }

    /// Any answer that can be sent, each as likely as any other; what has to be typed is wrong.
    fn guess(&mut self, form: &Form) -> Reply {
        let dice = &mut self.dice;
        match form {
            Form::PickOne(all) => Reply::Picked(all[dice.below(all.len())].key.clone()),
            Form::PickMany(all) => {
                let set = 1 + dice.below((1 << all.len()) - 1);
                let picked = all.iter().enumerate().filter(|(n, _)| set >> n & 1 == 1);
                Reply::PickedMany(picked.map(|(_, choice)| choice.key.clone()).collect())
            }
            Form::Sort(all) => {
                let mut keys: Vec<_> = all.iter().map(|c| c.key.clone()).collect();
                dice.shuffle(&mut keys);
                Reply::Sorted(keys)
            }
            Form::Match { lefts, rights, reuse } => {
                let mut keys: Vec<_> = rights.iter().map(|c| c.key.clone()).collect();
                dice.shuffle(&mut keys);
                let mut right = |n: usize| if *reuse { keys[dice.below(keys.len())].clone() } else { keys[n].clone() };
                Reply::Matched(lefts.iter().enumerate().map(|(n, left)| (left.key.clone(), right(n))).collect())
            }
            Form::Number { .. } => Reply::Typed("-987654".to_owned()),
            Form::Line { .. } | Form::Text { .. } => Reply::Typed("不知道".to_owned()),
            other => panic!("an exam does not ask {other:?}"),
        }
    }
}

/// Through gates, and from the answer sheet to handing in.
fn through(form: &Form) -> Reply {
    match form {
        Form::Next => Reply::Next,
        Form::Menu(all) => {
            let hand_in = all.iter().find(|e| e.key.as_str() == "hand-in");
            Reply::Picked(hand_in.expect("everything is answered").key.clone())
        }
        other => panic!("between the parts nothing asks {other:?}"),
    }
}

/// A candidate at the keyboard. Where the exam stands is followed by folding the same events as the loop does: an asker is told only
/// what is asked.
struct Seated {
    candidate: Candidate,
    activity: Activity,
    state: State,
}

impl Seated {
    fn new(candidate: Candidate, activity: Activity) -> Self {
        let state = State::new(&activity);
        let mut seated = Self { candidate, activity, state };
        let plan = Box::new(seated.activity.plan.clone());
        seated.follow((Body::Started { plan }, None));
        seated
    }

    fn follow(&mut self, decided: (Body, Option<Beside>)) {
        let recorded = record(&self.activity, &self.state, decided);
        self.state.apply(&self.activity, &recorded).expect("what was decided follows");
    }
}

impl Asker for Seated {
    fn set_head(&mut self, _: &str, _: &str) {}

    fn show(&mut self, _: &[Block]) -> io::Result<()> {
        Ok(())
    }

    fn ask(&mut self, prompt: &Prompt) -> io::Result<Asked> {
        let reply = self.candidate.reply(&self.activity, &self.state, prompt);
        if let Some(asked) = clock::begins(&self.activity, &self.state) {
            self.follow((asked, None));
        }
        let decided =
            decide(&self.activity, &self.state, (&reply, Span::ZERO), &mut || "00".to_owned()).expect("the reply fits the form");
        self.follow(decided);
        Ok(Asked::Reply(reply))
    }

    fn refuse(&mut self, misfit: &Misfit) -> io::Result<()> {
        panic!("a reply was refused: {misfit:?}")
    }

    fn choose(&mut self, _: &str, _: &[Choice], _: &str) -> io::Result<Asked> {
        Ok(Asked::Left(Leaving::EndOfInput))
    }

    fn line(&mut self, _: &str, _: usize) -> io::Result<Asked> {
        Ok(Asked::Left(Leaving::EndOfInput))
    }
}

/// Sits an exam to its end, through the one loop.
fn sit(
    (desk, words): (&Desk, &Rc<Words>),
    library: &Library,
    (activity, contents): (Activity, Vec<Frozen>),
    candidate: Candidate,
) -> Grade {
    let plan = activity.plan.clone();
    let mut ports = desk.ports(Box::new(io::sink()), || Box::new(io::sink()));
    let learner = Learner {
        id: plan.learner.clone(),
        name: "考生".into(),
        staff_number: None,
        language: None,
        plain: false,
        created: Moment(0),
        post: Post::default(),
    };
    let mut room = Room {
        ports: &mut ports,
        library: library.clone(),
        store: Box::new(Memory::default()),
        learner,
        words: words.clone(),
        lang: zh(),
        asker: Box::new(Seated::new(candidate, activity)),
        look: onduty::cli::look::Look { plain: true, screen: onduty::terminal::screen::Screen::bare(80, 24) },
        scripted: true,
        broken: BTreeMap::new(),
        at_home: false,
    };
    let attempt = session::begin(&mut room, plan, &contents).expect("begun");
    match session::run(&mut room, &attempt).expect("no trouble") {
        Ended::Closed { grade, .. } => *grade,
        Ended::Left(how) => panic!("left: {how:?}"),
    }
}

/// Whether so many of a thousand agree with a chance: within four standard errors, which one honest run in 15,000 is not. The seeds
/// are fixed, so it either always holds or never.
fn agrees(what: &str, seen: u32, chance: &Figure) {
    let chance = chance::shown(chance.exact().expect("small")).parse::<f64>().expect("a number");
    let off = (f64::from(seen) - f64::from(CANDIDATES) * chance).abs();
    let error = (f64::from(CANDIDATES) * chance * (1.0 - chance)).sqrt();
    assert!(off <= 4.0 * error, "{what}: {seen} of {CANDIDATES}, where {chance} was worked out");
}

/// A small library with a question of each kind, and talks with and without red lines.
pub fn desk() -> (Library, Scheme) {
    let mut bank = kinds();
    for (n, question) in bank.iter_mut().enumerate() {
        question.level = 1 + u8::from(n % 3 == 0);
        question.points = Points::thousandths([1000, 2000, 1500][n % 3]);
    }
    let talk = |n: usize, category, level, replies: &[(i64, bool)]| short_talk(&format!("talk{n}"), category, level, replies);
    let there = vec![
        talk(0, Category::Attitude, 1, &[(2, false), (1, false), (0, true)]),
        talk(1, Category::Attitude, 1, &[(3, false), (2, false), (-1, false), (3, false)]),
        talk(2, Category::Attitude, 2, &[(1, false), (4, false), (0, true), (0, false)]),
        talk(3, Category::Dispute, 1, &[(2, false), (1, false)]),
        crate::make::long_talk("talk4", Category::Dispute),
    ];
    let mut scheme = scheme(
        questions(&[(0, Some(1), 2), (0, None, 3), (1, None, 1)]),
        talks(&[(Category::Attitude, Some(1), 1), (Category::Attitude, None, 1), (Category::Dispute, None, 1)]),
    );
    scheme.result.pass = 60;
    scheme.result.borderline = 10;
    (library(vec![bank.clone(), bank], there), scheme)
}

#[test]
fn a_thousand_candidates_pass_as_often_as_was_worked_out() {
    let (library, scheme) = desk();
    let outlook = |s: &onduty::model::scenario::Scenario| Outlook::new(&Stage::new(s.clone()).expect("walkable")).expect("small");
    let desk_of = Desk::empty();
    let words = Rc::new(Words::new(Tongue::Zh));
    let outlooks: Rc<Outlooks> = Rc::new(library.scenarios.values().map(|s| (s.id.to_string(), outlook(s))).collect());
    for (know, of) in [(0, 1), (1, 2), (4, 5)] {
        let p = Ability::of(Exact::new(know, of)).expect("a share");
        let chance = chance::exam(&scheme, &library, p).expect("small");
        let (mut theory, mut practice, mut passed, mut borderline) = (0, 0, 0, 0);
        for n in 0..CANDIDATES {
            let seed = Seed::from_bytes(format!("{know}/{of} {n}").as_bytes());
            let drawn = exam(&library, &scheme, &outlooks, seed);
            let candidate = Candidate { p, dice: seed.dice("candidate", ""), outlooks: outlooks.clone() };
            let Grade::Exam(grade) = sit((&desk_of, &words), &library, drawn, candidate) else {
                panic!("an exam is graded as one")
            };
            let half = Some(Exact::new(1, 2));
            theory += u32::from(grade.verdict.theory >= half);
            practice += u32::from(grade.verdict.practice >= half);
            passed += u32::from(grade.verdict.standing == Standing::Passed);
            borderline += u32::from(grade.verdict.standing == Standing::Borderline);
        }
        let of = |what: &str| format!("{what} at {know}/{of}");
        agrees(&of("theory"), theory, &chance.theory.expect("there is one"));
        agrees(&of("practice"), practice, &chance.practice.expect("there is one"));
        agrees(&of("pass"), passed, &chance.pass.expect("nothing is observed"));
        agrees(&of("borderline"), borderline, &chance.borderline.expect("nothing is observed"));
    }
}
