//! The real binary at work in a window: what a terminal shows of it, line by line, and what is left of the terminal afterwards.
//!
//! `Paper` says what must stand in the window and above it, worked out from the record alone: each thing once, in its order. What
//! the terminal shows, scrolled-off lines included, must be just that.
#![allow(clippy::disallowed_methods, reason = "a test reads and writes files of its own")]

use std::path::PathBuf;
use std::process::Command;
use std::rc::Rc;
use std::sync::LazyLock;

use onduty::attempt::event::{Body, Leaving};
use onduty::attempt::plan::{Conduct, Part, Plan, Step, Subject};
use onduty::attempt::prompt::{Next, next, read_first};
use onduty::attempt::state::State;
use onduty::base::id::{AttemptId, ItemId, ScenarioId};
use onduty::base::moment::Moment;
use onduty::cli::recall::{Kept, recall};
use onduty::content::Loaded;
use onduty::locale::{Tongue, Words};
use onduty::model::course::Lesson;
use onduty::model::form::{Aside, Form, Reply};
use onduty::model::frozen::{Frame, Frozen};
use onduty::model::page::{Block, Prompt};
use onduty::model::scenario::{Scenario, Way};
use onduty::report::feedback;
use onduty::store::{Learner, Post, Store as _, sqlite::Sqlite};
use onduty::terminal::keys::{Console, Key};
use onduty::terminal::line::{Ink, Line, room};
use onduty::terminal::live::Hold;
use onduty::terminal::paint::Paint;
use onduty::terminal::person::Person;
use onduty::terminal::screen::{self, Screen};
use onduty::terminal::{Asker as _, progress, reply};

use crate::make;
use crate::window::{BINARY, Look, Window, onduty as binary};

const WIDE: (u16, u16) = (80, 24);
const NARROW: (u16, u16) = (40, 24);
/// Both languages at both sizes.
const ALL: [(Tongue, (u16, u16)); 4] = [(Tongue::Zh, WIDE), (Tongue::Zh, NARROW), (Tongue::En, WIDE), (Tongue::En, NARROW)];
const NAME: &str = "林小满";

static SHIPPED: LazyLock<Loaded> = LazyLock::new(onduty::content::load_shipped);

/// A PC with a store of its own, seen in a language.
struct Pc {
    folder: tempfile::TempDir,
    words: Words,
}

impl Pc {
    fn empty(tongue: Tongue) -> Self {
        Self { folder: tempfile::tempdir().expect("a folder"), words: Words::new(tongue) }
    }

    /// With one learner.
    fn new(tongue: Tongue) -> Self {
        let pc = Self::empty(tongue);
        pc.store().add_learner(&learner()).expect("a first learner");
        pc
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("onduty.db")
    }

    fn store(&self) -> Sqlite {
        Sqlite::open(&self.path()).expect("a store")
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = binary(&self.path(), self.words.tongue().tag());
        command.args(args);
        command
    }

    fn open(&self, args: &[&str], size: (u16, u16)) -> Window {
        Window::open(self.command(args), size)
    }

    /// The binary under a shell that says afterwards how it finds its terminal.
    fn in_a_shell(&self, args: &[&str]) -> Window {
        let mut shell = Command::new("sh");
        shell.args([
            "-c",
            r#"stty sane; "$0" "$@"; echo "code $?"; stty -a"#,
            BINARY,
            "--lang",
            self.words.tongue().tag(),
            "--store",
        ]);
        shell.arg(self.path()).args(args).env("TERM", "xterm-256color").env_remove("NO_COLOR");
        Window::open(shell, WIDE)
    }

    fn get(&self, key: &str) -> String {
        self.words.get(key)
    }

    /// The newest attempt.
    fn attempt(&self) -> Option<AttemptId> {
        self.store().attempts(None).expect("readable").first().map(|row| row.id.clone())
    }

    fn kept(&self) -> Kept {
        recall(&self.store(), &self.attempt().expect("begun")).expect("what is kept belongs together")
    }

    fn is_over(&self) -> bool {
        self.attempt().is_some() && self.kept().state.closed.is_some()
    }

    /// The keys that stand at the end of every screen.
    fn keys(&self, look: &Look) -> bool {
        ["help-leave", "pager-close", "pager-end", "leaving"].iter().any(|key| look.last_two().contains(&self.get(key)))
    }

    /// Waits for a prompt after so many answers, or a page; a screen without its keys never counts.
    fn waits(&self, window: &Window, said: usize) -> Look {
        window.until("a prompt or a page", |look| {
            look.over || look.said >= said && (!look.own_screen || page_of(look).is_some()) && self.keys(look)
        });
        window.now()
    }

    /// Reads pages to their end; what stood on them.
    fn reads(&self, window: &mut Window) -> Vec<Look> {
        let (closed, mut pages) = (window.now().closed, Vec::new());
        loop {
            let n = pages.len() + 1;
            window.until(&format!("page {n}"), |look| page_of(look).is_some_and(|(page, _)| page == n) && self.keys(look));
            let look = window.now();
            let last = page_of(&look).is_some_and(|(page, of)| page == of);
            pages.push(look);
            window.press(if last { "\r" } else { " " });
            if last {
                window.until("the end of the pages", |look| look.closed > closed);
                return pages;
            }
        }
    }
}

fn learner() -> Learner {
    Learner {
        id: "someone".into(),
        name: NAME.into(),
        staff_number: None,
        language: None,
        plain: false,
        created: Moment(0),
        post: Post::default(),
    }
}

/// Which page of how many is shown on an own screen.
fn page_of(look: &Look) -> Option<(usize, usize)> {
    let foot = look.last_two();
    let (before, after) = foot.rsplit_once('/').filter(|_| look.own_screen)?;
    let number = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>().parse().ok();
    Some((number(before.rsplit(' ').next()?)?, number(after.split(' ').next()?)?))
}

/// What must stand in the window and above it.
struct Paper<'a> {
    words: &'a Words,
    size: (u16, u16),
    head: (String, String),
    lines: Vec<String>,
}

impl<'a> Paper<'a> {
    fn new(pc: &'a Pc, size: (u16, u16)) -> Self {
        Self { words: &pc.words, size, head: Default::default(), lines: Vec::new() }
    }

    fn width(&self) -> usize {
        usize::from(self.size.0) - 1
    }

    fn add(&mut self, lines: impl IntoIterator<Item = Line>) {
        self.lines.extend(lines.into_iter().map(|line| line.words().trim_end().to_owned()));
    }

    fn painted(&self, blocks: &[Block]) -> Vec<Line> {
        let rest: Vec<Block> = blocks.iter().filter(|b| !matches!(b, Block::Progress { .. })).cloned().collect();
        Paint { words: self.words, width: self.width(), bars: true }.blocks(&rest)
    }

    fn head(&self, blocks: &[Block]) -> Vec<Line> {
        let named = Line::plain(&format!("{} · {}", self.head.0, self.head.1)).cut(self.width());
        let bar = blocks.iter().find_map(|b| if let Block::Progress { done, of } = b { Some((*done, *of)) } else { None });
        let Some(bar) = bar.map(|(done, of)| progress::bar(done, of)) else { return vec![named] };
        if room(&named.words()) + 2 + room(&bar.words()) > self.width() {
            return vec![named, bar];
        }
        let mut line = named.and(Ink::Plain, "  ");
        line.append(bar);
        vec![line]
    }

    /// Something asked, and what was answered.
    fn asked(&mut self, blocks: &[Block], said: &[String]) {
        self.add([Line::empty()]);
        self.add(self.head(blocks));
        self.add([Line::empty()]);
        self.add(self.painted(blocks));
        self.add([Line::empty()]);
        for said in said {
            self.add(Line::plain(said).hang(&Line::plain("› "), self.width()));
        }
    }

    /// Something shown.
    fn shown(&mut self, blocks: &[Block]) {
        let lines = self.painted(blocks);
        if !lines.is_empty() {
            self.add([Line::empty()]);
            self.add(lines);
        }
    }

    /// What is read before a clock runs: on pages, where it is longer than the window.
    fn read_first(&mut self, blocks: &[Block]) {
        if self.head(blocks).len() + 1 + self.painted(blocks).len() + 3 <= usize::from(self.size.1) {
            return self.asked(blocks, &[]);
        }
        let titles: Vec<Block> = blocks.iter().filter(|block| matches!(block, Block::Title(_))).cloned().collect();
        self.add([Line::empty()]);
        self.add(self.head(blocks));
        self.add(self.painted(&titles));
        self.add([Line::plain(&format!("› {}", self.words.get("pager-read")))]);
    }

    /// A whole talk.
    fn talk(&mut self, kept: &Kept) {
        let mut state = State::new(&kept.activity);
        self.head.1 = kept.activity.frame.title.get(&kept.activity.plan.language).to_owned();
        for event in &kept.events {
            if let (Body::Chose { reply, .. }, Next::Ask(mut prompt)) = (&event.event.body, next(&kept.activity, &state)) {
                if let Some(first) = state.play().and_then(|play| read_first(&kept.activity, play, &mut prompt)) {
                    self.read_first(&first.blocks);
                }
                let reply = Reply::Picked(ItemId::from(reply.as_str()));
                self.asked(&prompt.blocks, &reply::said(&prompt, &reply, self.words));
            }
            state.apply(&kept.activity, event).expect("it was recorded");
            self.shown(&feedback::after(&kept.activity, &state, &event.event));
        }
    }
}

/// A way to choose the n-th entry, counted from 0.
fn keys_for(n: usize, way: usize) -> String {
    let digit = |from: char| char::from_u32(from as u32 + n as u32 + 1).expect("few entries");
    match way % 4 {
        0 => format!("{}\r", digit('0')),
        1 => format!("{}\r", digit('０')),
        2 => "\u{1b}[B".repeat(n + 1) + "\r",
        _ => "\u{1b}[B".repeat(n + 2) + "\u{1b}[A\r",
    }
}

/// Plays the attempt in the window as the walk of its scenario says, by all ways to choose.
fn play(pc: &Pc, window: &mut Window, walk: &str, mut said: usize) {
    let Subject::Scenario(id) = pc.kept().activity.plan.subject.clone() else { panic!("a talk") };
    let walk = SHIPPED.walks.iter().find(|w| w.scenario.as_str() == id && w.id == walk).expect("every scenario has these walks");
    let kept = pc.kept();
    if kept.state.play().is_some_and(|play| read_first(&kept.activity, play, &mut asked_now(pc)).is_some()) {
        // What the talk is about is read before its clock runs.
        if pc.waits(window, said).own_screen {
            pc.reads(window);
            said += 1;
        } else {
            window.press("\r");
        }
        let first = |line: &String| line.trim_start_matches("> ").trim_start().starts_with("1) ");
        window.until("the first turn", |look| !look.own_screen && look.window.iter().any(first) || page_of(look).is_some());
    }
    for (n, step) in walk.steps.iter().enumerate() {
        while pc.waits(window, said + n).own_screen {
            pc.reads(window);
        }
        let prompt = asked_now(pc);
        let Form::PickOne(offered) = &prompt.form else { panic!("a talk asks for a reply") };
        let at = offered
            .iter()
            .position(|choice| step.said.reply().is_some_and(|reply| choice.key.as_str() == reply.as_str()))
            .expect("the walk can be walked");
        // One up from the first entry is the last, so a way by arrows is also a way round.
        window.press(keys_for(at, if at + 1 < offered.len() { n } else { n % 3 }));
    }
    let all = said + walk.steps.len();
    window.until("the last reply", |look| look.said >= all);
    while pc.waits(window, all).own_screen {
        pc.reads(window);
    }
}

fn asked_now(pc: &Pc) -> Prompt {
    let kept = pc.kept();
    match next(&kept.activity, &kept.state) {
        Next::Ask(prompt) => *prompt,
        other => panic!("nothing is asked: {other:?}"),
    }
}

#[track_caller]
fn assert_same(shown: &[String], must: &[String]) {
    let odd = shown.iter().zip(must).position(|(a, b)| a != b).unwrap_or(shown.len().min(must.len()));
    assert!(
        shown == must,
        "line {odd}:\nshown {:#?}\nmust be {:#?}",
        &shown[odd.min(shown.len())..(odd + 6).min(shown.len())],
        &must[odd.min(must.len())..(odd + 6).min(must.len())]
    );
}

#[test]
fn a_newcomer_gives_a_name_and_plays_a_talk() {
    let pc = Pc::empty(Tongue::Zh);
    let mut window = pc.open(&[], WIDE);
    window.until("the question for the name", |look| look.has("怎么称呼您？") && pc.keys(look));
    window.press("陈\u{7f}林小满x\u{1b}[D\u{1b}[3~\r");
    pc.waits(&window, 1);
    assert!(window.now().has("林小满，欢迎！"), "{:?}", window.now());
    window.press("１\r");
    pc.waits(&window, 2);
    play(&pc, &mut window, "model", 2);
    assert!(pc.is_over());
    let entries = window.now().window.iter().filter(|line| line.trim_start_matches("> ").trim_start().contains(") ")).count();
    window.press(format!("{entries}\r"));
    assert_eq!(window.ends(), 0);
    let mut must = Paper::new(&pc, WIDE);
    must.lines = vec!["".into(), "怎么称呼您？".into(), "".into(), format!("› {NAME}")];
    must.head = (NAME.to_owned(), pc.get("home-title"));
    let title = kept_title(&pc);
    let welcome = pc.words.with("home-welcome", &[("name", NAME.into())]);
    must.asked(&[Block::Title(welcome)], &[pc.words.with("home-practise", &[("title", title.into())])]);
    must.talk(&pc.kept());
    must.head.1 = pc.get("home-title");
    must.asked(&[Block::Title(pc.words.with("home-what-next", &[("name", NAME.into())]))], &[pc.get("menu-quit")]);
    assert_same(&window.all(), &must.lines);
}

fn kept_title(pc: &Pc) -> String {
    let activity = pc.kept().activity;
    activity.frame.title.get(&activity.plan.language).to_owned()
}

/// The scenario for practice whose beginning takes most lines.
fn longest_talk(tongue: Tongue, size: (u16, u16)) -> &'static ScenarioId {
    let paint = Paint { words: &Words::new(tongue), width: usize::from(size.0) - 1, bars: true };
    let lines = |id: &ScenarioId| {
        let scenario = &SHIPPED.library.scenarios[id];
        let longest = scenario.turns.iter().map(|turn| {
            let of = |text: &str| paint.blocks(&[Block::Text(text.to_owned())]).len();
            let replies = if let Way::Replies(replies) = &turn.way { replies.as_slice() } else { &[] };
            let replies: usize = replies.iter().map(|reply| of(reply.text.get(&tongue.lang()))).sum();
            replies + turn.says.iter().map(|says| of(says.get(&tongue.lang()))).max().unwrap_or(0)
        });
        longest.max().unwrap_or(0) + paint.blocks(&[Block::Text(scenario.brief.get(&tongue.lang()).to_owned())]).len()
    };
    // Played by choosing, and without a clock that would be seen running.
    let chosen =
        |scenario: &&Scenario| !scenario.is_timed() && !scenario.turns.iter().any(|turn| matches!(turn.way, Way::Write(_)));
    let practised = SHIPPED.library.scenarios.values().filter(|scenario| scenario.use_.is_for_practice()).filter(chosen);
    let practised = practised.map(|scenario| &scenario.id);
    practised.max_by_key(|id| lines(id)).expect("there are scenarios")
}

#[test]
fn no_line_of_a_talk_is_eaten_or_doubled() {
    for (tongue, size) in ALL {
        let pc = Pc::new(tongue);
        let mut window = pc.open(&["practise", longest_talk(tongue, size).as_str()], size);
        pc.waits(&window, 0);
        play(&pc, &mut window, "mistake", 0);
        assert_eq!(window.ends(), 1, "a mistake does not pass");
        let mut must = Paper::new(&pc, size);
        must.head.0 = NAME.to_owned();
        must.talk(&pc.kept());
        assert_same(&window.all(), &must.lines);
    }
}

/// An attempt at one lesson: the one that takes most lines.
fn longest_lesson(pc: &Pc, size: (u16, u16)) {
    let lang = pc.words.tongue().lang();
    let lines = |lesson: &&Lesson| Paper::new(pc, size).painted(&[Block::Markdown(lesson.body.get(&lang).to_owned())]).len();
    let courses = SHIPPED.library.courses.values();
    let (course, lesson) = courses
        .flat_map(|course| course.lessons.iter().map(move |lesson| (course, lesson)))
        .max_by_key(|(_, lesson)| lines(lesson))
        .expect("there are lessons");
    let frame = Frozen::Frame(Frame { title: course.title.clone(), skills: Default::default() });
    let text = Frozen::Lesson(lesson.clone());
    let plan = Plan {
        attempt: "reading".into(),
        language: lang,
        conduct: Conduct::Person,
        ..make::plan(
            Subject::Course(course.id.to_string()),
            frame.digest(),
            vec![Part { steps: vec![Step::Read { lesson: lesson.id.clone(), content: text.digest() }], pace: None }],
        )
    };
    pc.store().begin(&make::started(plan, Moment(0)), &[frame.sealed(), text.sealed()]).expect("a first attempt");
}

/// What stands on a page between its head and its keys.
fn body(look: &Look) -> Vec<String> {
    let end = look.window.iter().rposition(|line| !line.is_empty()).expect("keys");
    let keys = look.window[..end].iter().rposition(String::is_empty).expect("a gap above the keys");
    look.window[2..keys].iter().filter(|line| !line.is_empty()).cloned().collect()
}

#[test]
fn the_longest_lesson_is_read_line_by_line() {
    for (tongue, size) in ALL {
        let pc = Pc::new(tongue);
        longest_lesson(&pc, size);
        let Next::Ask(prompt) = next(&pc.kept().activity, &pc.kept().state) else { panic!("a lesson is read") };
        let mut window = pc.open(&["resume"], size);
        let pages = pc.reads(&mut window);
        assert!(pages.len() > 2, "it is long");
        assert_eq!(window.ends(), 0);
        let mut must = Paper::new(&pc, size);
        must.head = (NAME.to_owned(), kept_title(&pc));
        let lines: Vec<String> = must.painted(&prompt.blocks).iter().map(|line| line.words().trim_end().to_owned()).collect();
        let read: Vec<String> = pages.iter().flat_map(body).collect();
        assert_same(&read, &lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>());
        must.add([Line::empty()]);
        must.add(must.head(&prompt.blocks));
        must.add(must.painted(&prompt.blocks[1..2]));
        must.add([Line::plain(&format!("› {}", pc.get("pager-read")))]);
        let kept = pc.kept();
        must.shown(&feedback::after(&kept.activity, &kept.state, &kept.events[2].event));
        assert_same(&window.all(), &must.lines);
    }
}

fn how_left(pc: &Pc) -> Option<Leaving> {
    match pc.kept().events.last().map(|e| &e.event.body) {
        Some(Body::Left { how, .. }) => Some(*how),
        _ => None,
    }
}

/// The shell has its terminal back: lines, echo, cursor, and its own screen.
fn is_given_back(window: &mut Window, code: i32) {
    window.ends();
    let all = window.all().join(" ");
    assert!(all.contains(&format!("code {code} ")), "{all}");
    let settings: Vec<&str> = all.split_whitespace().collect();
    for setting in ["icanon", "echo", "isig", "opost"] {
        assert!(settings.contains(&setting), "{setting}: {all}");
    }
    let look = window.now();
    assert!(!look.cursor_hidden && !look.own_screen && !look.pasting, "{look:?}");
}

/// What ends a program that asks, and what that comes to.
type Leave = (fn(&Pc, &mut Window), i32, Option<Leaving>);

#[test]
fn whoever_leaves_gets_the_terminal_back() {
    fn esc(pc: &Pc, window: &mut Window) {
        window.press("\u{1b}");
        window.reads(&pc.get("leaving"));
        window.press("1\r");
        window.reads(&pc.get("help-leave"));
        assert_eq!(pc.kept().events.len(), 1, "one Esc asks once more, and Enter stays");
        window.press("\u{1b}");
        window.reads(&pc.get("leaving"));
        window.press("\u{1b}");
    }
    fn ctrl_c(_: &Pc, window: &mut Window) {
        window.press("\u{3}");
    }
    fn ctrl_c_in_the_panel(_: &Pc, window: &mut Window) {
        window.press("?");
        window.until("the panel", |look| look.own_screen);
        window.press("\u{3}");
    }
    fn to_the_end(pc: &Pc, window: &mut Window) {
        play(pc, window, "model", 0);
    }
    let ways: [Leave; 4] = [
        (esc, 0, Some(Leaving::Chosen)),
        (ctrl_c, 130, Some(Leaving::Interrupted)),
        (ctrl_c_in_the_panel, 130, Some(Leaving::Interrupted)),
        (to_the_end, 0, None),
    ];
    for (leave, code, how) in ways {
        let pc = Pc::new(Tongue::En);
        let mut window = pc.in_a_shell(&["practise", "wrong-item"]);
        while pc.waits(&window, 0).own_screen {
            pc.reads(&mut window);
        }
        leave(&pc, &mut window);
        is_given_back(&mut window, code);
        assert_eq!(how_left(&pc), how);
        if how.is_some() {
            let id = pc.attempt().expect("kept").to_string();
            let hint = format!("resume {}", &id[id.len() - 8..]);
            let said = |line: &String| line.starts_with("onduty ") && line.contains(&hint);
            assert!(window.all().iter().any(said), "{:?}", window.all());
        }
    }
}

#[test]
fn the_panel_opens_and_answers_nothing() {
    let pc = Pc::new(Tongue::Zh);
    let mut window = pc.open(&["practise", "wrong-item"], WIDE);
    while pc.waits(&window, 0).own_screen {
        pc.reads(&mut window);
    }
    let before = window.now();
    for (open, close) in [("?", "\u{1b}"), ("？", "？"), ("\t", "\t"), ("\u{1b}OP", "q")] {
        let closed = window.now().closed;
        window.press(open);
        window.until("the panel", |look| look.own_screen && pc.keys(look) && look.has("你的任务："));
        window.press(close);
        window.until("the panel's end", |look| look.closed > closed && pc.keys(look));
        assert_eq!(window.now().window, before.window, "everything is where it was");
    }
    assert_eq!(pc.kept().events.len(), 1, "nothing was answered");
    window.press("\u{3}");
    assert_eq!(window.ends(), 130);
}

/// What nobody means to type.
const NONSENSE: [&[u8]; 9] = [
    b"\xff\xfe\x80\xc3(",
    b"\x1b[15~\x1b[24~\x1b[1;5A\x1b[99~\x1b[?1;2c\x1b[<0;3;4M",
    b"\x1b[200~1\r2\r?\r\x1b[201~",
    "，。好的啊abcxyz!@#$%^&*()".as_bytes(),
    b"\x01\x02\x04\x05\x06\x07\x0b\x0c\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a",
    b"\x1ba\x1bb\x1b1",
    "９９００".as_bytes(),
    b"\x1b[C\x1b[D\x1b[5~\x1b[6~\x1b[H\x1b[F",
    b"\x7f\x7f\x7f",
];

#[test]
fn nonsense_and_floods_do_no_harm() {
    let pc = Pc::new(Tongue::Zh);
    let mut window = pc.open(&["practise", "wrong-item"], WIDE);
    while pc.waits(&window, 0).own_screen {
        pc.reads(&mut window);
    }
    for nonsense in NONSENSE {
        window.press(nonsense);
    }
    window.press("\u{1b}[200~".to_owned() + &"长篇大论，long text\r\n".repeat(500) + "\u{1b}[201~");
    window.press("\u{1b}[B".repeat(2000));
    let mut said = 0;
    while !pc.is_over() {
        let look = pc.waits(&window, said);
        if look.own_screen {
            pc.reads(&mut window);
            continue;
        }
        if look.over {
            break;
        }
        // Keys keep coming while the answer is kept and what follows from it is shown.
        window.press("1\r");
        said += 1;
        for _ in 0..60 {
            window.press("\u{1b}[A");
            std::thread::sleep(std::time::Duration::from_micros(500));
        }
        window.until("the answer", |look| look.said >= said);
    }
    while pc.waits(&window, said).own_screen {
        pc.reads(&mut window);
    }
    assert!(matches!(window.ends(), 0 | 1));
    let mut must = Paper::new(&pc, WIDE);
    must.head.0 = NAME.to_owned();
    must.talk(&pc.kept());
    assert_same(&window.all(), &must.lines);
}

#[test]
fn a_name_of_ten_thousand_characters_is_cut_and_cleaned() {
    let pc = Pc::empty(Tongue::En);
    let mut window = pc.open(&[], NARROW);
    window.until("the question for the name", |look| pc.keys(look));
    window.press("\u{1b}[200~小\u{7}\u{1b}]0;owned\u{7}\r\n".to_owned() + &"满".repeat(10_000) + "\u{1b}[201~");
    window.until("why there is no more", |look| look.has("at most 40"));
    window.press("\r");
    pc.waits(&window, 1);
    window.press("\u{3}");
    assert_eq!(window.ends(), 130);
    let name = pc.store().learners().expect("readable").remove(0).name;
    assert_eq!((name.chars().count(), name.chars().any(char::is_control)), (40, false), "{name}");
    assert!(name.starts_with('小') && name.ends_with('满'), "{name}");
}

#[test]
fn another_size_in_the_middle_shows_everything_again() {
    let pc = Pc::new(Tongue::En);
    let mut window = pc.open(&["practise", "wrong-item"], WIDE);
    while pc.waits(&window, 0).own_screen {
        pc.reads(&mut window);
    }
    let mark = |look: &Look| look.window.iter().any(|line| line.starts_with("> 2)"));
    window.press("2");
    window.until("a mark", mark);
    for size in [NARROW, (61, 40), (30, 10), WIDE] {
        window.resize(size);
        let wide = usize::from(size.0);
        window.until("the same choices, the same mark", |look| mark(look) && pc.keys(look) && fits(look, wide));
        window.press("?");
        window.until("the panel", |look| look.own_screen && pc.keys(look));
        let closed = window.now().closed;
        window.press("?");
        window.until("the panel's end", |look| look.closed > closed && mark(look));
    }
    window.resize((100, 45));
    window.until("the talk once more", |look| {
        mark(look) && look.window.iter().filter(|line| line.contains("Your task")).count() == 1
    });
    window.press("\r");
    window.until("the answer", |look| look.said == 1);
    pc.waits(&window, 1);
    assert_eq!(pc.kept().events.len(), 2);
    window.press("\u{3}");
    assert_eq!(window.ends(), 130);
}

fn fits(look: &Look, wide: usize) -> bool {
    look.window.iter().all(|line| Line::plain(line).cells() < wide)
}

/// The bytes that start an escape, and what follows the first of them.
fn escapes(bytes: &[u8]) -> Vec<String> {
    let after = |at: usize| String::from_utf8_lossy(&bytes[at + 1..bytes.len().min(at + 12)]).into_owned();
    bytes.iter().enumerate().filter(|(_, byte)| **byte == 0x1b).map(|(at, _)| after(at)).collect()
}

#[test]
fn plain_lines_have_not_one_escape() {
    for (args, variable) in [(&["--plain"][..], None), (&[], Some("ACCESSIBLE"))] {
        let pc = Pc::empty(Tongue::Zh);
        let mut command = pc.command(args);
        command.envs(variable.map(|name| (name, "1")));
        let mut window = Window::open(command, WIDE);
        window.written(&pc.get("plain-line"), 1);
        window.press(format!("{NAME}\r"));
        let mut asked = 0;
        while !pc.is_over() {
            asked += 1;
            window.written(&pc.get("plain-one"), asked);
            window.press(if asked == 2 { "?\r１\r" } else { "1\r" });
            if asked == 1 {
                // What the talk is about, before its clock.
                window.written(&pc.get("plain-next"), 1);
                window.press("\r");
            }
            asked += usize::from(asked == 2); // the same question once more, after the facts
            window.written(&pc.get("plain-one"), asked + 1);
        }
        let quit = quit_number(&window, &pc);
        window.press(format!("99\r{quit}\r"));
        assert_eq!(window.ends(), 0);
        assert_eq!(escapes(&window.raw()), [""; 0]);
        let said = pc.words.with("plain-said", &[("text", pc.get("menu-quit").into())]);
        assert_eq!(window.all().last(), Some(&said));
    }
}

/// The number of the entry that ends, on the menu shown last.
fn quit_number(window: &Window, pc: &Pc) -> String {
    let quit = pc.get("menu-quit");
    let numbered = |line: &String| {
        let line = line.trim_start_matches("> ").trim();
        line.strip_suffix(&quit)?.trim().trim_end_matches([')', '.']).parse::<u8>().ok()
    };
    window.all().iter().rev().find_map(numbered).expect("a way out").to_string()
}

#[test]
fn plain_lines_can_be_turned_on_and_off_at_home() {
    let pc = Pc::new(Tongue::En);
    let mut window = pc.open(&["--as", NAME], WIDE);
    pc.waits(&window, 0);
    let quit: u8 = quit_number(&window, &pc).parse().expect("a number");
    window.press(format!("{}\r", quit - 1));
    window.written(&pc.get("plain-one"), 1);
    window.press(format!("{}\r", quit - 1));
    window.until("keys again", |look| !look.last_two().contains(&pc.get("plain-one")) && pc.keys(look));
    for digit in quit.to_string().chars() {
        window.press(digit.to_string());
        // Each key by itself: a reader that still waits for lines would take some of them.
        std::thread::sleep(std::time::Duration::from_millis(30));
    }
    window
        .until("the mark", |look| look.window.iter().any(|line| line.starts_with("> ") && line.ends_with(&pc.get("menu-quit"))));
    window.press("\r");
    assert_eq!(window.ends(), 0);
}

#[test]
fn without_colour_there_are_no_styles() {
    let styles = |set: Option<&str>| {
        let pc = Pc::new(Tongue::Zh);
        let mut command = pc.command(&["--as", NAME]);
        command.envs(set.map(|value| ("NO_COLOR", value)));
        let mut window = Window::open(command, WIDE);
        pc.waits(&window, 0);
        window.press("\u{3}");
        assert_eq!(window.ends(), 130);
        let all = escapes(&window.raw());
        all.into_iter()
            .filter(|escape| {
                escape.starts_with('[')
                    && escape[1..].trim_start_matches(|c: char| c.is_ascii_digit() || c == ';').starts_with('m')
            })
            .count()
    };
    assert_eq!(styles(Some("1")), 0);
    assert!(styles(None) > 0);
}

/// A keyboard that breaks while something is read on an own screen.
struct Breaks;

impl Console for Breaks {
    fn hold(&mut self) -> std::io::Result<Option<Hold>> {
        Hold::take().map(Some)
    }

    fn next(&mut self) -> std::io::Result<Option<Key>> {
        panic!("on purpose")
    }

    fn size(&self) -> Option<(u16, u16)> {
        Some(WIDE)
    }
}

#[test]
#[ignore = "`a_panic_gives_the_terminal_back` runs it in a window of its own"]
fn a_panic() {
    let words = Rc::new(Words::new(Tongue::Zh));
    let blocks = vec![Block::Text("很长\n".repeat(60))];
    let prompt =
        Prompt { id: "a/b".into(), visit: 0, blocks, form: Form::Next, aside: Aside::Nothing, given: None, panel: vec![] };
    let code = onduty::cli::guarded(&words, (screen::stderr(), None), || {
        let mut person = Person::at(&words, Screen::bare(WIDE.0, WIDE.1), Box::new(Breaks), screen::stderr());
        let asked = person.ask(&prompt);
        panic!("there is no terminal: {asked:?}")
    });
    assert_eq!(code, 70);
}

#[test]
fn a_panic_gives_the_terminal_back() {
    let mut shell = Command::new("sh");
    let this = std::env::current_exe().expect("this test");
    shell.args(["-c", r#"stty sane; "$0" "$@"; echo "code $?"; stty -a"#]).arg(this);
    shell.args(["--ignored", "--exact", "terminal::a_panic", "--nocapture", "--test-threads=1"]);
    shell.env("TERM", "xterm-256color");
    let mut window = Window::open(shell, WIDE);
    is_given_back(&mut window, 0);
    let all = window.all();
    let shows = |words: &str| all.iter().any(|line| line.contains(words));
    assert!(shows("on purpose") && shows("程序自己出了错"), "what happened stays on the screen: {all:#?}");
    assert!(window.now().closed == 1, "it was on a screen of its own");
}
