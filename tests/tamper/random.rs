//! No false alarm: whatever honest people do, in whatever order, an audit finds nothing.

use std::collections::BTreeMap;
use std::io;
use std::rc::Rc;

use onduty::attempt::act::{Act, Deed, Signed, StaffRole};
use onduty::attempt::blueprint::{Seen, draw};
use onduty::attempt::event::{Beside, Body, Leaving, Recorded};
use onduty::attempt::plan::{Activity, Allowance, Conduct, Plan, Subject};
use onduty::attempt::saying::{By, Matter, Saying};
use onduty::attempt::state::State;
use onduty::base::dice::Seed;
use onduty::base::moment::Moment;
use onduty::cli::audit::{afterwards, examined};
use onduty::cli::room::Room;
use onduty::cli::{look::Look, registry, start};
use onduty::content::files::Root;
use onduty::content::load;
use onduty::credential::acts;
use onduty::credential::keys::Secret;
use onduty::locale::{Tongue, Words};
use onduty::model::frozen::Frozen;
use onduty::store::memory::Memory;
use onduty::store::{Learner, Post, Store};
use onduty::terminal::screen::Screen;
use onduty::terminal::script::Script;
use proptest::prelude::*;

use crate::desk::Desk;
use crate::office::Office;
use crate::walk::{play, record};

/// What can be begun: a course, a bank, each talk, a text to agree to, exams with and without written replies.
type Kinds = Vec<(Plan, Vec<Frozen>)>;

/// All of it, planned for nobody yet.
fn kinds() -> Kinds {
    let office = Office::empty();
    let lobby = Desk::empty();
    lobby.lay("lobby", "shelf");
    let mut all = planned(&office.desk, "quick");
    all.extend(planned(&lobby, "lobby"));
    all
}

fn planned(desk: &Desk, licence: &str) -> Kinds {
    let library = load(vec![Root::read(&desk.path("shelf"))]).library;
    let mut ports = desk.ports(Box::new(io::sink()), || Box::new(io::sink()));
    let room = Room {
        ports: &mut ports,
        asker: Look { plain: true, screen: Screen::bare(80, 24) }.script(
            &Rc::new(Words::new(Tongue::Zh)),
            Script::parse("format = 1\n").expect("a script"),
            Seed::from_bytes(b"x").dice("", ""),
            Box::new(io::sink()),
        ),
        library: library.clone(),
        store: Box::new(Memory::default()),
        learner: person(0),
        words: Rc::new(Words::new(Tongue::Zh)),
        lang: "zh-CN".into(),
        look: Look { plain: true, screen: Screen::bare(80, 24) },
        scripted: true,
        broken: BTreeMap::new(),
        at_home: false,
    };
    let mut all: Kinds = library.courses.values().map(|course| start::course(&room, course).expect("planned")).collect();
    all.extend(library.banks.values().map(|bank| start::quiz(&room, bank, 4)));
    all.extend(library.scenarios.values().map(|talk| start::play(&room, talk).expect("planned")));
    all.extend(library.agreements.iter().map(|(id, text)| start::agreement(&room, id, text)));
    let scheme = &library.licences[&licence.into()];
    let seed = Seed::from_bytes(b"an exam");
    let form = draw(&library, scheme, &Seen::default(), &seed).expect("enough to draw from");
    let terms = start::Terms { pledge: "我保证", holder: holder().digest() };
    all.push(start::exam(&room, scheme, &form, seed, &terms).expect("planned"));
    all
}

fn holder() -> Beside {
    Beside { salt: "00".to_owned(), words: "王芳".to_owned() }
}

fn person(n: usize) -> Learner {
    Learner {
        id: format!("l-{n}").as_str().into(),
        name: format!("学员{n}"),
        staff_number: None,
        language: None,
        plain: false,
        created: Moment(0),
        post: Post::default(),
    }
}

/// Something that somebody does.
#[derive(Clone, Debug)]
enum Does {
    Enrols,
    Begins { kind: usize, who: usize, seed: u8, until: usize },
    GoesOn { which: usize, seed: u8, until: usize },
    Signs { which: usize, how: u8 },
    Says { which: usize },
    IsErased { who: usize },
}

fn does() -> impl Strategy<Value = Does> {
    prop_oneof![
        1 => Just(Does::Enrols),
        4 => (any::<usize>(), any::<usize>(), any::<u8>(), 1..40_usize)
            .prop_map(|(kind, who, seed, until)| Does::Begins { kind, who, seed, until }),
        3 => (any::<usize>(), any::<u8>(), 1..40_usize).prop_map(|(which, seed, until)| Does::GoesOn { which, seed, until }),
        3 => (any::<usize>(), any::<u8>()).prop_map(|(which, how)| Does::Signs { which, how }),
        1 => any::<usize>().prop_map(|which| Does::Says { which }),
        1 => any::<usize>().prop_map(|who| Does::IsErased { who }),
    ]
}

/// A history as it goes on.
struct History<'k> {
    kinds: &'k Kinds,
    store: Memory,
    people: Vec<usize>,
    enrolled: usize,
    attempts: Vec<(Activity, Vec<Recorded>, usize)>,
    signed: usize,
}

impl History<'_> {
    fn goes_on(&mut self, does: Does) {
        match does {
            Does::Enrols => self.enrols(),
            Does::Begins { kind, who, seed, until } => self.begins((kind, who), seed, until),
            Does::GoesOn { which, seed, until } => self.resumes(which, seed, until),
            Does::Signs { which, how } => self.signs(which, how),
            Does::Says { which } => self.says(which),
            Does::IsErased { who } => {
                if !self.people.is_empty() {
                    let who = self.people.remove(who % self.people.len());
                    self.store.erase(&person(who).id).expect("erased");
                    self.attempts.retain(|(_, _, whose)| *whose != who);
                }
            }
        }
    }

    fn enrols(&mut self) {
        self.store.add_learner(&person(self.enrolled)).expect("enrolled");
        self.people.push(self.enrolled);
        self.enrolled += 1;
    }

    fn begins(&mut self, (kind, who): (usize, usize), seed: u8, until: usize) {
        if self.people.is_empty() {
            return;
        }
        let who = self.people[who % self.people.len()];
        let (plan, contents) = &self.kinds[kind % self.kinds.len()];
        let n = self.store.ledger().expect("readable").len();
        let plan = Plan {
            attempt: format!("a-{n}").as_str().into(),
            learner: person(who).id,
            seed: Seed::from_bytes(&[seed]),
            ..plan.clone()
        };
        let activity = Activity::new(plan, contents.iter().map(|it| (it.digest(), it.clone())).collect()).expect("fits");
        let (mut events, _) = play(&activity, vec![], &Seed::from_bytes(&[seed]), until);
        events[0].beside = activity.plan.exam.as_ref().map(|_| holder());
        let sealed: Vec<_> = contents.iter().map(Frozen::sealed).collect();
        self.store.begin(&events[0], &sealed).expect("begun");
        events[1..].iter().for_each(|event| self.store.append(event).expect("appended"));
        self.attempts.push((activity, events, who));
    }

    /// Goes away and comes back.
    fn resumes(&mut self, which: usize, seed: u8, until: usize) {
        let count = self.attempts.len();
        let Some((activity, events, _)) = self.attempts.get_mut(which % count.max(1)) else { return };
        let mut state = State::replay(activity, events).expect("it follows");
        if state.closed.is_some() {
            return;
        }
        let known = events.len();
        for body in [Body::Left { how: Leaving::Chosen, unsent: None }, Body::Resumed { conduct: Conduct::Script }] {
            let recorded = record(activity, &state, (body, None));
            state.apply(activity, &recorded).expect("it follows");
            events.push(recorded);
        }
        let stop = events.len() + until;
        *events = play(activity, std::mem::take(events), &Seed::from_bytes(&[seed]), stop).0;
        events[known..].iter().for_each(|event| self.store.append(event).expect("appended"));
    }

    fn signs(&mut self, which: usize, how: u8) {
        let why = Beside { salt: "00".to_owned(), words: "因为停电".to_owned() };
        let count = self.attempts.len();
        let Some((activity, events, who)) = self.attempts.get(which % count.max(1)) else { return };
        let (attempt, learner) = (activity.plan.attempt.clone(), person(*who).id);
        let last = events.last().expect("events");
        let closed = matches!(last.event.body, Body::Closed { .. });
        let (last, reason) = (last.event.digest(), why.digest());
        let exam = matches!(activity.plan.subject, Subject::Licence(_));
        let deed = match how % 4 {
            0 => Deed::Granted { learner, licence: "quick".into(), reason },
            1 => Deed::Allowed { learner, allowance: Allowance { time: 1500, no_reply_clock: false }, reason },
            2 if exam => Deed::Voided { attempt, last, reason },
            3 if exam && closed => Deed::Decided { attempt, closed: last, pass: true, reason },
            _ if exam => {
                let begun = registry::begun(&self.store, &attempt).expect("readable").expect("sealed");
                Deed::Admitted { learner, attempt, begun, seat: None }
            }
            _ => return,
        };
        let beside = deed.reason().map(|_| why);
        self.does(&examiner(), deed, beside);
    }

    fn does(&mut self, key: &Secret, deed: Deed, beside: Option<Beside>) {
        self.signed += 1;
        let act = Act { id: format!("d-{}", self.signed).as_str().into(), at: Moment(0), key: key.did(), deed };
        let signature = acts::sign(&act.digest(), key);
        self.store.act(&Signed { act, signature, beside }, None).expect("signed");
    }

    fn says(&mut self, which: usize) {
        let count = self.attempts.len();
        let Some((activity, ..)) = self.attempts.get(which % count.max(1)) else { return };
        let id = format!("s-{}", self.store.sayings(None).expect("readable").len());
        let attempt = activity.plan.attempt.clone();
        let saying = Saying {
            id: id.as_str().into(),
            at: Moment(0),
            attempt,
            by: By::Learner,
            matter: Matter::Note { spot: None },
            words: "好".into(),
        };
        // After an erasure an id may be taken again.
        let _ = self.store.say(&saying);
    }
}

fn issuer() -> Secret {
    Secret::from_seed(&[1; 32])
}

fn examiner() -> Secret {
    Secret::from_seed(&[2; 32])
}

#[test]
fn nothing_that_honest_people_do_alarms() {
    let kinds = kinds();
    let config = ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() };
    proptest!(config, |(all in prop::collection::vec(does(), 1..14))| {
        let mut history =
            History { kinds: &kinds, store: Memory::default(), people: vec![], enrolled: 0, attempts: vec![], signed: 0 };
        history.enrols();
        let appointed = |staff: &str, role, key: &Secret| Deed::Appointed { staff: staff.into(), roles: vec![role], appointed: key.did() };
        history.does(&issuer(), appointed("p-1", StaffRole::Issuer, &issuer()), None);
        history.does(&issuer(), appointed("p-2", StaffRole::Examiner, &examiner()), None);
        all.into_iter().for_each(|does| history.goes_on(does));
        let mut report = examined(&history.store, &mut || {}).expect("readable");
        afterwards::examine(&history.store, Moment(0), &mut report).expect("readable");
        prop_assert!(report.findings.is_empty() && report.idle.is_empty() && report.odd.is_empty(), "{:?}", report);
    });
}
