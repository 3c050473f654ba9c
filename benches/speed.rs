//! `cargo bench`: the speeds that onduty promises, each beside its yardstick in the same run. Prints medians and ratios; fails
//! where a promise is broken.
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a benchmark reads the clock and prints")]

#[allow(dead_code, reason = "the tests' own desk; a part of it is enough here")]
#[path = "../tests/desk.rs"]
mod desk;
#[path = "speed/manager.rs"]
mod manager;
#[allow(dead_code, unreachable_pub, reason = "the tests' own office; a part of it is enough here")]
#[path = "../tests/office.rs"]
mod office;
#[cfg(unix)]
#[allow(dead_code, reason = "the office opens windows")]
#[path = "../tests/window.rs"]
mod window;

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use onduty::analysis::graph::MOST;
use onduty::analysis::survey::{Survey, survey};
use onduty::attempt::event::{Beside, Body, Event, Recorded};
use onduty::attempt::plan::{Conduct, Part, Plan, Step, Subject};
use onduty::base::dice::{ALGORITHM, Seed};
use onduty::base::id::Lang;
use onduty::base::moment::Moment;
use onduty::base::points::Points;
use onduty::model::frozen::{Frame, Frozen};
use onduty::model::grade::RULES;
use onduty::model::library::Use;
use onduty::model::scenario::condition::Condition;
use onduty::model::scenario::step::Stage;
use onduty::model::scenario::{Category, Channel, Customer, Ending, Outcome, Reply, Scenario, Turn, Var, Way};
use onduty::model::text::Text;
use onduty::store::Store as _;
use onduty::store::sqlite::Sqlite;
use unicode_normalization::UnicodeNormalization as _;

/// What is promised, and whether it is kept.
type Promise = (&'static str, fn() -> bool);

fn main() -> ExitCode {
    let promises: [Promise; 14] = [
        ("list", list),
        ("append", append),
        ("plays", plays),
        ("gift", gift),
        ("analyses", analyses),
        ("licence", licence),
        ("checks", checks),
        ("watch", watch),
        ("stats", stats),
        ("wording", wording),
        ("issue", manager::issue),
        ("roster", manager::roster),
        ("group", manager::group),
        ("collect", manager::collect),
    ];
    // `cargo bench --bench speed -- wording`: only what is named; flags are cargo's.
    let named: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    let asked = |name: &str| named.is_empty() || named.iter().any(|wanted| wanted == name);
    let kept: Vec<bool> = promises.iter().filter(|(name, _)| asked(name)).map(|(_, keep)| keep()).collect();
    if kept.iter().all(|kept| *kept) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// A hundred thousand chat lines under the shipped register, beside reading, normalising and one pass over the same lines.
fn wording() -> bool {
    let library = onduty::content::load_shipped().library;
    let register = &library.wordings[&"chat".into()];
    let talks = library.scenarios.values().flat_map(|talk| &talk.turns);
    let texts: Vec<String> = talks
        .flat_map(|turn| match &turn.way {
            Way::Replies(replies) => replies.iter().flat_map(|reply| reply.text.all()).collect(),
            _ => Vec::new(),
        })
        .map(|text| text.replace('\n', " "))
        .collect();
    let lines: String = texts.iter().cycle().take(100_000).map(|text| format!("{text}\n")).collect();
    let phrases = |rule: &onduty::model::wording::Rule| match &rule.detect {
        onduty::model::wording::Detect::Phrases(of) => [&of.phrases, &of.except, &of.not_after, &of.not_before, &of.unless]
            .map(|m| m.all().map(str::to_owned).collect::<Vec<_>>()),
        _ => Default::default(),
    };
    let mut pieces: Vec<String> = register.rules.iter().flat_map(|rule| phrases(rule).concat()).collect();
    pieces.extend(register.lists.iter().flat_map(|list| list.phrases.all().map(str::to_owned)));
    let mut pieces: Vec<String> = pieces.iter().flat_map(|phrase| onduty::model::wording::pieces(phrase)).collect();
    pieces.sort();
    pieces.dedup();
    let automaton = aho_corasick::AhoCorasick::new(&pieces).expect("phrases");
    register.rulebook();
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    let mut replies = 0;
    for _ in 0..5 {
        ours.push(timed(|| {
            let chats = onduty::exchange::chats::read(lines.as_bytes(), &[]).expect("a text");
            let by = onduty::report::chats::Look { register, public: false, personal: false };
            replies = std::hint::black_box(onduty::report::chats::look(&chats.said, by)).replies;
        }));
        bare.push(timed(|| {
            let text = std::str::from_utf8(lines.as_bytes()).expect("UTF-8");
            for line in text.lines() {
                let normal: String = line.nfkc().flat_map(char::to_lowercase).collect();
                std::hint::black_box(automaton.find_overlapping_iter(&normal).count());
            }
        }));
    }
    let (ours, bare) = (median(ours), median(bare));
    println!(
        "wording: {replies} chat lines, {} phrases {:.0} ms; reading, normalising and one pass {:.0} ms; promised at most {:.0} ms",
        pieces.len(),
        millis(ours),
        millis(bare),
        millis(bare * 3)
    );
    ours <= bare * 3
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
        appeals: None,
        allowance: None,
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

/// A million marks of a file worked out, beside reading and summing the same file.
fn stats() -> bool {
    let mut dice = Seed::from_bytes(b"bench").dice("marks", "bench");
    let mut text = String::from("attempt,");
    text.push_str(&(1..=50).map(|n| format!("q{n}")).collect::<Vec<_>>().join(","));
    text.push_str(&format!("\nmax{}\n", ",4".repeat(50)));
    for row in 0..20_000 {
        text.push_str(&format!("a{row}"));
        for _ in 0..50 {
            text.push_str([",0", ",1", ",2.5", ",4", ",-"][dice.below(5)]);
        }
        text.push('\n');
    }
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..11 {
        ours.push(timed(|| {
            let sheet = onduty::analysis::items::sheet::read(&text).expect("it reads");
            std::hint::black_box(onduty::analysis::items::figures::figures(&sheet.table));
        }));
        bare.push(timed(|| {
            let mut sum = 0.0;
            let mut rows = csv::Reader::from_reader(text.as_bytes());
            let mut row = csv::StringRecord::new();
            while rows.read_record(&mut row).expect("it reads") {
                sum += row.iter().skip(1).map(|cell| cell.parse::<f64>().unwrap_or(0.0)).sum::<f64>();
            }
            std::hint::black_box(sum);
        }));
    }
    let (ours, bare) = (median(ours), median(bare));
    let ratio = ours.as_secs_f64() / bare.as_secs_f64();
    println!("stats: {:.1} ms; read and summed {:.1} ms; ratio {ratio:.2}, promised at most 3", millis(ours), millis(bare));
    ratio <= 3.0
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

/// Everything of a short talk, and of long ones whose every turn reads the mood and all that is remembered.
fn analyses() -> bool {
    let time = |scenario: &Scenario, times: usize| {
        let stage = Stage::new(scenario.clone()).expect("it can be walked");
        let mut states = 0;
        let once = |states: &mut usize| {
            timed(|| match survey(&stage, MOST) {
                Survey::Whole(found) => *states = found.states,
                Survey::Part(found) => panic!("more than {} states", found.states),
            })
        };
        let time = median((0..times).map(|_| once(&mut states)).collect());
        (time, states)
    };
    let (short, states) = time(&remembering(20, 1), 51);
    println!("analyse: {:.2} ms for 20 turns ({states} states); promised at most 2", millis(short));
    let (long, states) = time(&remembering(200, 1), 5);
    println!("analyse: {:.0} ms for 200 turns, one variable ({states} states); promised at most 1000", millis(long));
    let (more, states) = time(&remembering(200, 2), 3);
    println!("analyse: {:.0} ms for 200 turns, two variables ({states} states)", millis(more));
    short <= Duration::from_millis(2) && long <= Duration::from_secs(1)
}

/// `onduty check` of the shipped library, as a process.
fn checks() -> bool {
    let check = || {
        let status = Command::new(env!("CARGO_BIN_EXE_onduty")).args(["check", "--strict"]).stdout(Stdio::null()).status();
        assert!(status.expect("it runs").success(), "the shipped library is clean");
    };
    let time = median((0..5).map(|_| timed(check)).collect());
    println!("check: {:.0} ms for the shipped library; promised at most 2000", millis(time));
    time <= Duration::from_secs(2)
}

/// `onduty analyse` of a shipped licence, as a process: said, not promised.
fn licence() -> bool {
    let analyse = || {
        let args = ["analyse", "licence:pre-sale-agent", "--format", "json"];
        let status = Command::new(env!("CARGO_BIN_EXE_onduty")).args(args).stdout(Stdio::null()).status();
        assert!(status.expect("it runs").success());
    };
    println!("analyse: {:.0} ms for a shipped licence", millis(timed(analyse)));
    true
}

/// A scenario of a folder over the shipped library is saved, right and wrong in turn: until `check --watch` has said what it found.
fn watch() -> bool {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("writable");
    let own = |text: &str| text.replace("address-change", "mine");
    let language = "languages = [\"zh-CN\"]\ntime_zone = \"Asia/Shanghai\"\nextends = \"onduty\"\n";
    write("library.toml", &format!("format = 1\n[library]\nid = \"mine\"\ntitle = \"我的\"\nlanguage = \"zh-CN\"\n{language}"));
    let text = own(include_str!("../quizzes/scenarios/dispute/address-change.toml"));
    write("mine.toml", &text);
    let mut command = Command::new(env!("CARGO_BIN_EXE_onduty"));
    command.arg("check").arg(folder.path()).args(["--watch", "--format", "json"]).stdin(Stdio::null()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("it runs");
    let mut lines = BufReader::new(child.stdout.take().expect("piped")).lines();
    let mut told = || lines.next().expect("a line").expect("text");
    told();
    let mut all = Vec::new();
    for n in 0..20 {
        // Long enough for what is worked out beside to be over now and then, and for a person who saves twice in a second.
        std::thread::sleep(Duration::from_millis(if n % 2 == 0 { 1_500 } else { 300 }));
        write("mine.toml", &if n % 2 == 0 { text.replacen("score", "scor", 1) } else { text.clone() });
        all.push(timed(|| assert!(!told().is_empty())));
    }
    let _ = child.kill();
    let _ = child.wait();
    let time = median(all);
    println!("watch: {:.0} ms from a save to what is wrong with it; promised at most 100", millis(time));
    time <= Duration::from_millis(100)
}

/// A talk that moves the mood in steps of 5 and variables from 0 to 3, and asks for both at every turn.
fn remembering(turns: usize, vars: usize) -> Scenario {
    let condition = |text: String| Condition::parse(&text).expect("a condition");
    let mut scenario = long_talk(turns);
    let name = |n: usize| format!("v{}", n % vars);
    scenario.vars = (0..vars).map(|n| Var { name: name(n).as_str().into(), flag: false, start: 0, min: 0, max: 3 }).collect();
    for (n, turn) in scenario.turns.iter_mut().enumerate() {
        let Way::Replies(all) = &mut turn.way else { continue };
        for (k, reply) in all.iter_mut().enumerate() {
            reply.mood = [-5, 5, 10][k];
            reply.add = BTreeMap::new();
            reply.when = Vec::new();
        }
        all[0].set = BTreeMap::from([(name(n).as_str().into(), i32::try_from(n % 4).unwrap_or(0))]);
        all[1].add = BTreeMap::from([(name(n).as_str().into(), 1)]);
        all[1].when = vec![condition(format!("{} < 3", name(n)))];
        all[2].when = vec![condition(format!("mood >= {}", 5 * (n % 20)))];
    }
    scenario
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
        breaks: Vec::new(),
        when: if k == 2 {
            vec![onduty::model::scenario::condition::Condition::parse("mood >= 30").expect("a condition")]
        } else {
            vec![]
        },
    };
    let mut all: Vec<Turn> = (0..turns)
        .map(|n| Turn::new(format!("t{n}").as_str().into(), vec![text()], Way::Replies((0..3).map(|k| reply(n, k)).collect())))
        .collect();
    let ending = Ending { outcome: Outcome::Resolved, score: BTreeMap::new(), debrief: text() };
    all.push(Turn::new(format!("t{turns}").as_str().into(), vec![text()], Way::Ending(ending)));
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
        standard: None,
        timing: None,
        turns: all,
    }
}
