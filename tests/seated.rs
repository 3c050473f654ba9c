//! A person sits an exam at a real terminal, from the rules to the result, and walks away from it again and again.
//!
//! The real program in a window, by the clock of this machine; what was kept is read from the store as anybody could.
#![allow(clippy::disallowed_methods, reason = "an exam's time has to pass while nobody is there")]

use std::time::Duration;

use onduty::attempt::event::Body;
use onduty::base::id::AttemptId;
use onduty::cli::recall::recall;
use onduty::store::Store as _;

use crate::office::Office;
use crate::window::{Look, Window, onduty};

/// The statements of `quick`, and whether they are right.
const KEY: [(&str, &str); 4] =
    [("先问好，再办事。", "对"), ("客户来了可以坐着不动。", "不对"), ("问过姓名再称呼。", "对"), ("客户慢就催他。", "不对")];

/// How long one absence lasts: the clock on the screen shows whole seconds.
const AWAY: Duration = Duration::from_secs(2);

/// An office where only a person may sit `quick`, and its theory is so short that the clock shows seconds.
fn office() -> Office {
    let office = Office::empty();
    office.desk.edit("shelf/quick.toml", "accepts = \"script\"", "accepts = \"person\"");
    office.desk.edit("shelf/quick.toml", "limit = \"10m\"", "limit = \"2m\"");
    office
}

/// 陈小满 types `onduty exam quick`.
fn exam(office: &Office) -> Window {
    let mut command = onduty(&office.desk.path("data/onduty.db"), "zh-CN");
    command.arg("--library").arg(office.desk.path("shelf")).args(["exam", "quick"]);
    Window::open(command, (80, 24))
}

/// The exams that are kept.
fn exams(office: &Office) -> Vec<AttemptId> {
    office.store().attempts(None).expect("readable").into_iter().map(|row| row.id).collect()
}

/// Reads to the last page and closes it.
fn reads(window: &mut Window, pages: usize) {
    for page in 1..=pages {
        window.reads(&format!("第 {page}/{pages} 页"));
        window.press(if page < pages { " " } else { "\r" });
    }
}

/// Waits until a statement is asked with all its keys; the statement.
fn asked(window: &Window, n: usize) -> &'static str {
    let head = format!("第 {n} 题，共 4 题");
    let on = |look: &Look| {
        let from = look.window.iter().rposition(|line| *line == head)?;
        let keys = look.last_two().contains("Esc 离开");
        KEY.iter().map(|(ask, _)| *ask).find(|ask| keys && look.window[from..].iter().any(|line| line == ask))
    };
    window.until(&head, |look| on(look).is_some());
    on(&window.now()).expect("just seen")
}

/// The seconds that are left, as the line of keys shows them.
fn left(look: &Look) -> u32 {
    let (_, clock) = look.last_two().split_once("还剩 ").map(|(a, b)| (a.to_owned(), b.to_owned())).expect("a clock");
    let (minutes, seconds) = clock.split_once(' ').expect("keys follow").0.split_once(':').expect("it shows seconds");
    minutes.parse::<u32>().expect("a number") * 60 + seconds.parse::<u32>().expect("a number")
}

#[test]
fn whoever_walks_away_ten_times_has_one_exam_and_less_time() {
    let office = office();
    let mut window = exam(&office);
    reads(&mut window, 2);
    window.reads("先用两道小题熟悉按键");
    assert!(exams(&office).is_empty(), "nothing counts before the start");
    window.picks("我保证，开始考试");
    let first = asked(&window, 1);
    let mut before = left(&window.now());
    for time in 1..=10 {
        window.press("\u{3}");
        assert_eq!(window.ends(), 130);
        window.reads("考试的钟还在走");
        let away = if time == 5 { AWAY } else { Duration::ZERO };
        std::thread::sleep(away);
        window = exam(&office);
        assert_eq!(asked(&window, 1), first, "time {time}: the same item");
        let now = left(&window.now());
        assert!(u64::from(now) + away.as_secs() <= before.into(), "time {time}: {before} s were left, now {now} s");
        before = now;
    }
    assert_eq!(exams(&office).len(), 1);

    for n in 1..=4 {
        let ask = asked(&window, n);
        window.picks(KEY.iter().find(|(known, _)| *known == ask).expect("it is asked").1);
    }
    window.picks("交卷");
    window.picks("确定交卷");
    window.picks("开始");
    window.picks("让您费心了，我马上查。");
    window.reads("√ 通过");
    reads(&mut window, 2);
    assert_eq!(window.ends(), 0);

    let all = exams(&office);
    assert_eq!(all.len(), 1);
    let kept = recall(&office.store(), &all[0]).expect("what is kept belongs together");
    let times = |is: fn(&Body) -> bool| kept.events.iter().filter(|e| is(&e.event.body)).count();
    let (gone, back) = (times(|b| matches!(b, Body::Left { .. })), times(|b| matches!(b, Body::Resumed { .. })));
    assert_eq!((gone, back), (10, 10));
    assert!(office.is_sound());
}

/// Practice that was open before the exam answers nothing more once it has begun, whichever window it is in.
#[test]
fn practice_opened_before_an_exam_ends_with_its_beginning() {
    let office = Office::empty();
    let shelf = office.desk.path("shelf");
    let here = || {
        let mut command = onduty(&office.desk.path("data/onduty.db"), "zh-CN");
        command.arg("--library").arg(&shelf);
        command
    };
    let mut practice = here();
    practice.args(["practise", "queue"]);
    let mut window = Window::open(practice, (80, 24));
    window.until("what can be replied", |look| look.has("1) ") && look.last_two().contains("Esc 离开"));
    let mut exam = here();
    let none = office.desk.answers("");
    exam.args(["exam", "quick", "--as", "陈小满", "--answers", &none]);
    assert_eq!(exam.output().expect("it runs").status.code(), Some(2), "begun, and out of answers");
    window.press("1\r");
    assert_eq!(window.ends(), 5);
    assert!(window.all().iter().any(|line| line.contains("考完之前不能练习")), "{:#?}", window.all());
}

/// While the rules are read an exam is begun, and failed, in another window: what was on the screen is no longer so.
#[test]
fn an_exam_begun_elsewhere_while_the_rules_were_read_counts() {
    let office = Office::empty();
    let mut window = exam(&office);
    reads(&mut window, 2);
    window.reads("我保证，开始考试");
    let mut other = onduty(&office.desk.path("data/onduty.db"), "zh-CN");
    let none = office.desk.answers("");
    other.arg("--library").arg(office.desk.path("shelf")).args(["exam", "quick", "--as", "陈小满", "--answers", &none]);
    assert_eq!(other.output().expect("it runs").status.code(), Some(2), "begun, and out of answers");
    window.picks("我保证，开始考试");
    assert_eq!(window.ends(), 5);
    assert_eq!(exams(&office).len(), 1, "no second one");
}
