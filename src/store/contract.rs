//! What every store owes, run on each backend; and the small attempts that store tests write.
//!
//! A test that only one backend can fail (a locked file, a changed row) is in that backend's own tests.

pub mod acts;
mod assignments;
mod parcels;
mod sayings;
mod together;

use tempfile::TempDir;

use super::memory::Memory;
use super::sqlite::Sqlite;
use super::*;
use crate::attempt::event::{Beside, Body, Event, Given};
use crate::attempt::plan::{Conduct, Part, Plan, Step};
use crate::base::dice::{ALGORITHM, Seed};
use crate::base::points::{Exact, Points};
use crate::model::course::Lesson;
use crate::model::frozen::{Frame, Frozen};
use crate::model::grade::{Grade, QuizGrade, RULES};

/// An attempt's `Started` and its content: a course of one lesson.
pub fn started(attempt: &str, learner: &str, at: i64) -> (Recorded, Vec<(Digest, Vec<u8>)>) {
    let words = |text: &str| crate::model::text::Text::new([("zh-CN".into(), text.to_owned())]);
    let frame = Frozen::Frame(Frame { title: words("黄金六秒"), skills: [].into() }).sealed();
    let lesson = Frozen::Lesson(Lesson {
        id: "first-words".into(),
        title: words("第一句话"),
        objectives: vec![],
        body: words("先问好，再报工号。"),
        check: vec![],
        practise: vec![],
    })
    .sealed();
    let steps = vec![Step::Read { lesson: "first-words".into(), content: lesson.0 }];
    let plan = Plan {
        attempt: attempt.into(),
        learner: learner.into(),
        subject: Subject::Course("golden-seconds".to_owned()),
        language: "zh-CN".into(),
        seed: Seed::from_bytes(attempt.as_bytes()),
        dice: ALGORITHM.to_owned(),
        rules: RULES,
        conduct: Conduct::Script,
        frame: frame.0,
        parts: vec![Part { steps, pace: None }],
        exam: None,
        observes: None,
        appeals: None,
        allowance: None,
    };
    let body = Body::Started { plan: Box::new(plan) };
    let event = Event { attempt: attempt.into(), seq: 0, at: Moment(at), by: learner.into(), body, previous: None };
    (Recorded { event, beside: None }, vec![frame, lesson])
}

/// The event after `last`, a second later.
pub fn then(last: &Recorded, body: Body) -> Recorded {
    let Event { attempt, seq, at, by, .. } = last.event.clone();
    let previous = Some(last.event.digest());
    Recorded { event: Event { attempt, seq: seq + 1, at: Moment(at.0 + 1000), by, body, previous }, beside: None }
}

/// A lesson read.
pub fn read(last: &Recorded) -> Recorded {
    then(last, Body::Read { lesson: "first-words".into() })
}

/// Words typed.
pub fn typed(last: &Recorded, words: &str) -> Recorded {
    let beside = Beside { salt: "00112233445566778899aabbccddeeff".to_owned(), words: words.to_owned() };
    let response = Given::Typed(beside.digest());
    let body = Body::Answered { question: "opening/greeting".into(), visit: 0, response };
    Recorded { beside: Some(beside), ..then(last, body) }
}

/// The end.
pub fn closed(last: &Recorded) -> Recorded {
    let quiz = QuizGrade { earned: Exact::new(1, 3), total: Points::whole(1), marks: vec![] };
    then(last, Body::Closed { grade: Grade::Quiz(quiz) })
}

/// Writes a whole attempt: started, typed, read, closed.
pub fn whole(store: &mut dyn Store, attempt: &str, learner: &str, at: i64) -> Vec<Recorded> {
    let (start, contents) = started(attempt, learner, at);
    store.begin(&start, &contents).unwrap();
    let typed = typed(&start, "您好，我姓王");
    let read = read(&typed);
    let closed = closed(&read);
    let events = vec![start, typed, read, closed];
    events[1..].iter().for_each(|event| store.append(event).unwrap());
    events
}

/// A person.
pub fn learner(id: &str, name: &str, created: i64) -> Learner {
    let created = Moment(created);
    Learner {
        id: id.into(),
        name: name.to_owned(),
        staff_number: None,
        language: None,
        plain: false,
        created,
        post: Post::default(),
    }
}

/// Runs a check on every backend, each fresh.
fn on_every_backend(check: impl Fn(&mut dyn Store)) {
    let folder = TempDir::new().unwrap();
    println!("memory");
    check(&mut Memory::default());
    println!("sqlite");
    check(&mut Sqlite::open(&folder.path().join("onduty.db")).unwrap());
}

/// What `verify` finds, where whoever signs writes `signature`.
pub fn flaws(store: &dyn Store) -> Vec<Flaw> {
    verify(store, &|digest, key, signature| signature == acts::signature(digest, key)).unwrap()
}

fn refused(result: Result<(), StoreError>) -> bool {
    matches!(result, Err(StoreError::Other(_)))
}

fn conflict(result: Result<(), StoreError>) -> bool {
    matches!(result, Err(StoreError::Conflict(id)) if id.as_str() == "a-1")
}

#[test]
fn what_was_written_is_read_back() {
    on_every_backend(|store| {
        let events = whole(store, "a-1", "l-1", 1000);
        assert_eq!(store.events(&"a-1".into()).unwrap(), events);
        assert_eq!(store.events(&"a-2".into()).unwrap(), []);
        for (digest, bytes) in started("a-1", "l-1", 1000).1 {
            assert_eq!(store.content(&digest).unwrap(), Some(bytes));
        }
        assert_eq!(store.content(&Digest::of_bytes(b"unknown")).unwrap(), None);
        assert_eq!(flaws(store), []);
    });
}

#[test]
fn attempts_are_listed_newest_event_first() {
    on_every_backend(|store| {
        whole(store, "a-1", "l-1", 1000);
        let (start, contents) = started("a-2", "l-2", 2000);
        store.begin(&start, &contents).unwrap();
        let row = |id: &str, learner: &str, times: (i64, i64), events, closed| AttemptRow {
            id: id.into(),
            learner: learner.into(),
            subject: Subject::Course("golden-seconds".to_owned()),
            started: Moment(times.0),
            last: Moment(times.1),
            events,
            closed,
        };
        let (first, second) = (row("a-1", "l-1", (1000, 4000), 4, true), row("a-2", "l-2", (2000, 2000), 1, false));
        assert_eq!(store.attempts(None).unwrap(), [first.clone(), second.clone()]);
        assert_eq!(store.attempts(Some(&"l-2".into())).unwrap(), [second]);
        let mut last = start;
        for _ in 0..3 {
            last = read(&last);
            store.append(&last).unwrap();
        }
        assert_eq!(store.attempts(None).unwrap(), [row("a-2", "l-2", (2000, 5000), 4, false), first]);
    });
}

#[test]
fn attempts_are_listed_whatever_they_are_about() {
    on_every_backend(|store| {
        let kinds = ["agreement", "appeal", "bank", "course", "licence", "scenario", "station"];
        for (kind, at) in kinds.into_iter().zip(1..) {
            let (mut start, contents) = started(kind, "l-1", at);
            let Body::Started { plan } = &mut start.event.body else { unreachable!() };
            plan.subject = Subject::from_parts(kind, "it".to_owned()).unwrap();
            store.begin(&start, &contents).unwrap();
        }
        let listed: Vec<_> = store.attempts(None).unwrap().iter().rev().map(|row| row.subject.named()).collect();
        assert_eq!(listed, kinds.map(|kind| format!("{kind}:it")));
        assert_eq!(flaws(store), []);
    });
}

#[test]
fn the_ledger_seals_every_start_and_end() {
    on_every_backend(|store| {
        let first = whole(store, "a-1", "l-1", 1000);
        let second = whole(store, "a-2", "l-1", 9000);
        let ledger = store.ledger().unwrap();
        let said: Vec<_> = ledger.iter().map(|l| (l.number, l.what.clone(), l.digest)).collect();
        assert_eq!(
            said,
            [
                (0, Sealed::Started { attempt: "a-1".into() }, first[0].event.digest()),
                (1, Sealed::Closed { attempt: "a-1".into() }, first[3].event.digest()),
                (2, Sealed::Started { attempt: "a-2".into() }, second[0].event.digest()),
                (3, Sealed::Closed { attempt: "a-2".into() }, second[3].event.digest()),
            ]
        );
        assert_eq!(ledger[0].previous, None);
        assert!(ledger.windows(2).all(|pair| pair[1].previous == Some(pair[0].digest())));
        assert_eq!(store.head().unwrap(), Some(ledger[3].digest()));
    });
}

#[test]
fn only_the_next_event_is_taken() {
    on_every_backend(|store| {
        let (start, contents) = started("a-1", "l-1", 1000);
        assert!(conflict(store.append(&read(&start))), "before the beginning");
        store.begin(&start, &contents).unwrap();
        let first = read(&start);
        store.append(&first).unwrap();
        assert!(conflict(store.append(&first)), "again");
        assert!(conflict(store.append(&typed(&start, "别的"))), "another one in its place");
        assert!(conflict(store.append(&read(&read(&first)))), "one too far");
        let mut forked = read(&first);
        forked.event.previous = Some(start.event.digest());
        assert!(conflict(store.append(&forked)), "after another one");
        assert_eq!(store.events(&"a-1".into()).unwrap(), [start, first], "nothing of it was kept");
        assert_eq!(flaws(store), []);
    });
}

#[test]
fn nothing_follows_the_end() {
    on_every_backend(|store| {
        let events = whole(store, "a-1", "l-1", 1000);
        assert!(conflict(store.append(&read(&events[3]))));
        assert!(conflict(store.append(&closed(&events[3]))));
        assert_eq!(store.ledger().unwrap().len(), 2);
        assert_eq!(store.events(&"a-1".into()).unwrap(), events);
    });
}

#[test]
fn an_attempt_begins_once_and_whole() {
    on_every_backend(|store| {
        let (start, contents) = started("a-1", "l-1", 1000);
        assert!(refused(store.begin(&start, &contents[..1])), "content is missing");
        let misnamed: Vec<_> = contents.iter().map(|(digest, _)| (*digest, b"{}".to_vec())).collect();
        assert!(refused(store.begin(&start, &misnamed)), "content has another digest");
        assert!(refused(store.begin(&read(&start), &contents)), "it begins with `Started`");
        assert_eq!((store.attempts(None).unwrap(), store.ledger().unwrap()), (vec![], vec![]));
        assert_eq!(store.content(&contents[0].0).unwrap(), None, "nothing of it was kept");
        store.begin(&start, &contents).unwrap();
        assert!(conflict(store.begin(&start, &contents)));
        assert!(refused(store.append(&then(&start, start.event.body.clone()))), "it starts once");
        assert_eq!(store.ledger().unwrap().len(), 1);
    });
}

#[test]
fn words_that_the_event_does_not_seal_are_refused() {
    on_every_backend(|store| {
        let (start, contents) = started("a-1", "l-1", 1000);
        store.begin(&start, &contents).unwrap();
        let mut other = typed(&start, "您好");
        other.beside.as_mut().unwrap().words = "你好".to_owned();
        assert!(refused(store.append(&other)));
        assert!(refused(store.append(&Recorded { beside: other.beside, ..read(&start) })));
        assert_eq!(store.events(&"a-1".into()).unwrap(), [start]);
    });
}

#[test]
fn a_person_is_erased_and_the_chain_stands() {
    on_every_backend(|store| {
        store.add_learner(&learner("l-1", "王芳", 1)).unwrap();
        store.add_learner(&learner("l-2", "李雷", 2)).unwrap();
        let mut erased = whole(store, "a-1", "l-1", 1000);
        let kept = whole(store, "a-2", "l-2", 2000);
        store.erase(&"l-1".into()).unwrap();
        erased[1].beside = None;
        assert_eq!(store.events(&"a-1".into()).unwrap(), erased);
        assert_eq!(store.events(&"a-2".into()).unwrap(), kept);
        assert_eq!(store.learners().unwrap(), [learner("l-2", "李雷", 2)]);
        assert_eq!(store.attempts(Some(&"l-1".into())).unwrap().len(), 1);
        assert_eq!(flaws(store), []);
    });
}

#[test]
fn what_is_due_goes_and_nothing_else() {
    on_every_backend(|store| {
        let mut due = whole(store, "a-1", "l-1", 1000);
        let kept = whole(store, "a-2", "l-1", 2000);
        let (ledger, words) = (store.ledger().unwrap(), ["a-1".into(), "a-9".into()].into());
        store.let_go(&LetGo { words, ..LetGo::default() }).unwrap();
        due[1].beside = None;
        assert_eq!(store.events(&"a-1".into()).unwrap(), due);
        assert_eq!(store.events(&"a-2".into()).unwrap(), kept);
        assert_eq!((store.ledger().unwrap(), flaws(store)), (ledger, vec![]));
    });
}

#[test]
fn learners_and_settings_are_kept() {
    on_every_backend(|store| {
        let wang = Learner { staff_number: Some("0042".to_owned()), ..learner("l-3", "王芳", 5) };
        for one in [&wang, &learner("l-1", "王芳", 4), &learner("l-2", "Ada", 9)] {
            store.add_learner(one).unwrap();
        }
        let names = |store: &dyn Store| store.learners().unwrap().into_iter().map(|l| l.id.to_string()).collect::<Vec<_>>();
        assert_eq!(names(store), ["l-3", "l-2", "l-1"]);
        assert!(refused(store.add_learner(&learner("l-1", "x", 0))));
        let married = Learner { name: "Zoe".to_owned(), language: Some("en".to_owned()), plain: true, ..wang };
        store.set_learner(&married).unwrap();
        assert_eq!(store.learners().unwrap()[0], married);
        assert!(refused(store.set_learner(&learner("l-9", "x", 0))));
        let twin = Learner { staff_number: Some("0042".to_owned()), ..learner("l-4", "Bo", 10) };
        let taken = |result| matches!(result, Err(StoreError::StaffNumberTaken(number)) if number == "0042");
        assert!(taken(store.add_learner(&twin)));
        assert!(taken(store.set_learner(&Learner { staff_number: Some("0042".to_owned()), ..learner("l-2", "Ada", 9) })));
        assert_eq!(names(store), ["l-3", "l-2", "l-1"], "nothing of it was kept");

        assert_eq!(store.setting("last-learner").unwrap(), None);
        store.set_setting("last-learner", "l-1").unwrap();
        store.set_setting("last-learner", "l-3").unwrap();
        assert_eq!(store.setting("last-learner").unwrap().as_deref(), Some("l-3"));
    });
}

/// Lent content is read and never written: another who opens the same store does not find it.
#[test]
fn what_is_lent_is_read_and_not_kept() {
    let folder = TempDir::new().unwrap();
    let url = folder.path().join("onduty.db").display().to_string();
    let (start, contents) = started("a-1", "l-1", 1000);
    let (sealed, open_to_all) = (contents[1].clone(), contents[0].clone());
    {
        let mut store = open(&url).unwrap();
        assert!(refused(store.begin(&start, std::slice::from_ref(&open_to_all))), "missing is missing");
        store.lend(vec![sealed.clone()]);
        store.begin(&start, &contents).unwrap();
        assert_eq!(store.content(&sealed.0).unwrap(), Some(sealed.1.clone()));
    }
    let again = open(&url).unwrap();
    assert_eq!((again.content(&sealed.0).unwrap(), again.content(&open_to_all.0).unwrap()), (None, Some(open_to_all.1)));
}

#[test]
fn one_holds_an_attempt_at_a_time() {
    on_every_backend(|store| {
        let hold = store.hold(&"a-1".into()).unwrap();
        let busy = store.hold(&"a-1".into());
        assert!(matches!(busy, Err(StoreError::Busy(id)) if id.as_str() == "a-1"));
        let other = store.hold(&"../a-2".into()).expect("another attempt is free, and its id is no path");
        drop(hold);
        let again = store.hold(&"a-1".into()).expect("let go when dropped");
        drop((again, other));
    });
}

#[test]
fn who_writes_in_turn_waits_for_who_holds() {
    on_every_backend(|store| {
        let hold = store.hold(&"a-1".into()).unwrap();
        assert!(matches!(store.hold_shortly(&"a-1".into()), Err(StoreError::Busy(id)) if id.as_str() == "a-1"));
        drop(store.hold_shortly(&"a-2".into()).expect("another attempt is free"));
        drop(hold);
        drop(store.hold_shortly(&"a-1".into()).expect("let go when dropped"));
        drop(store.hold(&"a-1".into()).expect("and by whoever held it for an instant"));
    });
}

#[test]
fn one_begins_an_exam_of_a_learner_at_a_time() {
    on_every_backend(|store| {
        let hold = store.hold_beginning(&"l-1".into()).unwrap();
        assert!(matches!(store.hold_beginning(&"l-1".into()), Err(StoreError::Beginning(id)) if id.as_str() == "l-1"));
        let others = (store.hold_beginning(&"l-2".into()).unwrap(), store.hold(&"l-1".into()).unwrap());
        drop((hold, others));
        drop(store.hold_beginning(&"l-1".into()).expect("let go when dropped"));
    });
}

#[test]
fn a_url_names_its_backend() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("onduty.db").display().to_string();
    whole(&mut *open("memory:").unwrap(), "a-1", "l-1", 1000);
    whole(&mut *open(&path).unwrap(), "a-2", "l-1", 1000);
    let rows = |url: &str| open(url).unwrap().attempts(None).unwrap().len();
    assert_eq!((rows("memory:"), rows(&format!("sqlite:{path}"))), (0, 1));
    assert!(matches!(open(""), Err(StoreError::Denied(_))));
}
