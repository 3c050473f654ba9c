//! `cargo bench`: the speeds that onduty promises, each beside its yardstick in the same run. Prints medians and ratios; fails
//! where a promise is broken.
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a benchmark reads the clock and prints")]

use std::collections::BTreeMap;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use onduty::attempt::event::{Beside, Body, Event, Recorded};
use onduty::attempt::plan::{Conduct, Part, Plan, Step, Subject};
use onduty::base::dice::{ALGORITHM, Seed};
use onduty::base::id::Lang;
use onduty::base::moment::Moment;
use onduty::base::points::Points;
use onduty::model::frozen::{Frame, Frozen};
use onduty::model::grade::RULES;
use onduty::model::library::Use;
use onduty::model::scenario::step::Stage;
use onduty::model::scenario::{Category, Channel, Customer, Ending, Outcome, Reply, Scenario, Turn, Var, Way};
use onduty::model::text::Text;
use onduty::store::Store as _;
use onduty::store::sqlite::Sqlite;

fn main() -> ExitCode {
    let promises = [list(), append(), plays(), gift()];
    if promises.iter().all(|kept| *kept) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn median(mut all: Vec<Duration>) -> Duration {
    all.sort();
    all[all.len() / 2]
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// The whole process `onduty list`, beside parsing the same bytes with the bare `toml` crate.
fn list() -> bool {
    let root = onduty::content::files::Root::shipped();
    let texts: Vec<&str> = root.sources.iter().map(|s| &*s.text).collect();
    let bytes: usize = texts.iter().map(|t| t.len()).sum();
    let folder = tempfile::tempdir().expect("a folder");
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..21 {
        ours.push(timed(|| {
            let status = Command::new(env!("CARGO_BIN_EXE_onduty"))
                .args(["list", "--lang", "zh-CN", "--store"])
                .arg(folder.path().join("s.db"))
                .stdout(Stdio::null())
                .status();
            assert!(status.expect("it runs").success());
        }));
        bare.push(timed(|| {
            for text in &texts {
                let table: toml::Table = toml::from_str(text).expect("shipped TOML reads");
                std::hint::black_box(table);
            }
        }));
    }
    let (ours, bare) = (median(ours), median(bare));
    let most = bare * 3 + Duration::from_millis(5);
    println!(
        "list: {:.1} ms; bare toml over the same {bytes} bytes {:.1} ms; promised at most {:.1} ms",
        millis(ours),
        millis(bare),
        millis(most)
    );
    ours <= most
}

/// One answer made durable, beside a bare insert of the same bytes with the same pragmas.
fn append() -> bool {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = Sqlite::open(&folder.path().join("ours.db")).expect("a store");
    let bare = rusqlite::Connection::open(folder.path().join("bare.db")).expect("a database");
    bare.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
         CREATE TABLE event (attempt TEXT NOT NULL, seq INTEGER NOT NULL, body TEXT NOT NULL, digest BLOB NOT NULL, PRIMARY KEY (attempt, seq)) STRICT, WITHOUT ROWID;",
    )
    .expect("a table");
    let mut event = start(&mut store);
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for n in 0..2_000_u32 {
        let previous = Some(event.digest());
        let body = Body::Answered {
            question: "communication/golden-seconds".into(),
            visit: n,
            response: onduty::attempt::event::Given::Options(["greet".into(), "ask".into()].into()),
        };
        event = Event { seq: n + 1, body, previous, ..event };
        let recorded = Recorded { event: event.clone(), beside: None::<Beside> };
        ours.push(timed(|| store.append(&recorded).expect("durable")));
        let (text, digest) = onduty::store::codec::encode(&event);
        theirs.push(timed(|| {
            let mut insert = bare.prepare_cached("INSERT INTO event VALUES (?1, ?2, ?3, ?4)").expect("sql");
            insert.execute(rusqlite::params!["a", n, text, digest.bytes()]).expect("durable");
        }));
    }
    let (ours, theirs) = (median(ours), median(theirs));
    let ratio = ours.as_secs_f64() / theirs.as_secs_f64();
    println!("append: {:.3} ms; bare insert {:.3} ms; ratio {ratio:.2}, promised at most 1.3", millis(ours), millis(theirs));
    ratio <= 1.3
}

fn start(store: &mut Sqlite) -> Event {
    let frame = Frozen::Frame(Frame { title: Text::default(), skills: BTreeMap::new() });
    let (digest, bytes) = frame.sealed();
    let plan = Plan {
        attempt: "a".into(),
        learner: "l".into(),
        subject: Subject::Bank("b".to_owned()),
        language: Lang::from("en"),
        seed: Seed::from_bytes(b""),
        dice: ALGORITHM.to_owned(),
        rules: RULES,
        conduct: Conduct::Script,
        frame: digest,
        parts: vec![Part { steps: Vec::<Step>::new(), pace: None }],
        exam: None,
        observes: None,
    };
    let body = Body::Started { plan: Box::new(plan) };
    let event = Event { attempt: "a".into(), seq: 0, at: Moment(0), by: "l".into(), body, previous: None };
    store.begin(&Recorded { event: event.clone(), beside: None }, &[(digest, bytes)]).expect("begun");
    event
}

/// Random plays of a talk of twenty decisions, on one core.
fn plays() -> bool {
    let stage = Stage::new(long_talk(20)).expect("it can be walked");
    let count = 400_000;
    let mut dice = Seed::from_bytes(b"bench").dice("plays", "bench");
    let mut sum = Points::ZERO;
    let time = timed(|| {
        let mut offered = Vec::new();
        for _ in 0..count {
            let mut state = stage.begin();
            loop {
                offered.clear();
                offered.extend(stage.offered(&state));
                if offered.is_empty() {
                    break;
                }
                let reply = offered[dice.below(offered.len())];
                sum += stage.points(reply);
                stage.step(&mut state, reply);
            }
        }
    });
    std::hint::black_box(sum);
    let rate = f64::from(count) / time.as_secs_f64();
    println!("plays: {rate:.0} a second of a talk of 20 turns; promised at least 200000");
    rate >= 200_000.0
}

/// Reading GIFT: some megabytes of questions of all its kinds.
fn gift() -> bool {
    let block = "// question: 1  name: a\n// [id:golden]\n::golden::[plain]首次响应的黄金时间是\\: 几秒？{\n\t=3 秒#应得快\n\t~10 秒#太慢\n\t~1 分钟\n####三秒内先应一声。}\n\n\
        哪些要先道歉？{\n\t~%50%错发\n\t~%50%漏发#常见\n\t~%-100%好评\n}\n\n顾客总是对的。{FALSE#wrong#right}\n\n几秒内响应？{#3:1}\n\n\
        配对\n{\n\t=退货 -> 七天\n\t=换货 -> 十五天\n\t= -> 一年\n}\n\n单位？{=%100%秒 =%50%分}\n\n";
    let text = block.repeat(8 * 1024 * 1024 / block.len());
    let times =
        (0..9).map(|_| timed(|| assert!(std::hint::black_box(onduty::exchange::gift::parse::parse(&text).count()) > 10_000)));
    let rate = text.len() as f64 / 1e6 / median(times.collect()).as_secs_f64();
    println!("gift: {rate:.0} MB a second; promised at least 50");
    rate >= 50.0
}

fn long_talk(turns: usize) -> Scenario {
    let text = || Text::new([(Lang::from("en"), "words".to_owned())]);
    let reply = |n: usize, k: usize| Reply {
        id: format!("r{k}").as_str().into(),
        text: text(),
        to: format!("t{}", n + 1).as_str().into(),
        score: BTreeMap::from([("say".into(), Points::whole(k as i64))]),
        mood: 10 * i32::try_from(k).unwrap_or(0) - 10,
        set: BTreeMap::new(),
        add: BTreeMap::from([("offers".into(), 1)]),
        feedback: text(),
        red_line: None,
        when: if k == 2 {
            vec![onduty::model::scenario::condition::Condition::parse("mood >= 30").expect("a condition")]
        } else {
            vec![]
        },
    };
    let mut all: Vec<Turn> = (0..turns)
        .map(|n| Turn {
            id: format!("t{n}").as_str().into(),
            says: vec![text()],
            way: Way::Replies((0..3).map(|k| reply(n, k)).collect()),
        })
        .collect();
    let ending = Ending { outcome: Outcome::Resolved, score: BTreeMap::new(), debrief: text() };
    all.push(Turn { id: format!("t{turns}").as_str().into(), says: vec![text()], way: Way::Ending(ending) });
    Scenario {
        id: "long".into(),
        title: text(),
        category: Category::Dispute,
        channel: Channel::Chat,
        roles: vec![],
        use_: Use::Practice,
        level: 1,
        minutes: None,
        brief: text(),
        start: "t0".into(),
        pass: 60,
        objectives: vec![],
        customer: Customer { name: text(), mood: 50, credit: None, registered: None, mind: vec![], facts: vec![] },
        vars: vec![Var { name: "offers".into(), flag: false, start: 0, min: 0, max: 20 }],
        turns: all,
    }
}
