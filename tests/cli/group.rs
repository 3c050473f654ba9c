//! `assign` and `group`: what is to be done by when, and how far a group is.

use insta::assert_snapshot;

use crate::desk::{Desk, Happens};
use crate::office::RIGHT;

const DAY: i64 = 86_400_000;

/// Three people of one group, one of another; 陈小满 is half through the course, 王芳 has done it, 李雷 was never here.
fn desk() -> Desk {
    let desk = Desk::empty().at("shelf");
    let roster =
        desk.file("roster.csv", "姓名,工号,班组\n陈小满,0042,一班\n王芳,0043,一班、夜班\n李雷,0044,一班\n韩梅梅,0045,夜班\n");
    let _ = desk.done(&["learner", "import", &roster]);
    let some = desk.answers("\"kinds/one\" = \"hello\"");
    let _ = desk.run(&["--as", "陈小满", "learn", "first-day", "--answers", &some]);
    let all = desk.file("first.toml", "format = 1\nfallback = \"first\"\n[answers]\n");
    let _ = desk.run(&["--as", "王芳", "learn", "first-day", "--answers", &all]);
    desk
}

#[test]
fn what_is_assigned_shows_in_the_group_and_on_each_page() {
    let desk = desk();
    assert_snapshot!(desk.run(&["assign", "The first day", "--to", "一班", "--due", "2026年11月25日"]), @"
    ── stderr ──
    The first day is assigned to 一班 (3 people), to be done by 2026-11-25.
    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["assign", "test-licence", "--to", "一班", "--lang", "zh-CN"]), @"
    ── stderr ──
    小书架上岗证 安排给了 一班（3 人），没有期限。
    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["assign", "test-licence", "--learner", "0045", "--due", "2026-11-20"]), @"
    ── stderr ──
    The licence of the small shelf is assigned to 韩梅梅 (0045) (1 person), to be done by 2026-11-20.
    Mind you: 2026-11-20 is past.
    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["assign"]), @"
    To             By          To do
    一班           2026-11-25  The first day (course)
    一班                       The licence of the small shelf (licence)
    韩梅梅 (0045)  2026-11-20  The licence of the small shelf (licence)
    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["group", "show", "一班", "--lang", "zh-CN"]), @"
    一班，3 人

    1  第一天（2026-11-25 前）：完成 1/3，没开始 1
    2  小书架上岗证：完成 0/3，没开始 2

    姓名           1                2         最近
    陈小满 (0042)  2/3              没开始    2026-11-22 09:30
    王芳 (0043)    完成 2026-11-22  可以考了  2026-11-22 09:30
    李雷 (0044)    没开始           没开始    没来过
    ── exit 0 ──
    ");
    // Five days later the course is late, and whoever began it did not come back.
    desk.then(Happens::GoesBy(5 * DAY));
    assert_snapshot!(desk.run(&["group", "show", "一班"]), @"
    一班, 3 people

    1  The first day (by 2026-11-25): done 1/3, not begun 1, late 2
    2  The licence of the small shelf: done 0/3, not begun 2

    Name           1                2          Last        Stuck at
    陈小满 (0042)  2/3 late         not begun  5 days ago  The first day at 2/3, untouched for 5 days
    王芳 (0043)    done 2026-11-22  may sit    5 days ago
    李雷 (0044)    not begun late   not begun  never here
    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["group", "list"]), @"
    Group  People  To do  Late  Last
    一班   3       2      2     2026-11-22 09:30
    夜班   2       2      1     2026-11-22 09:30
    ── exit 0 ──
    ");
    let (group, _) = desk.json(&["group", "show", "一班"]);
    assert_eq!(group["subjects"][0]["late"], 2);
    assert_eq!(group["people"].as_array().map(Vec::len), Some(3));
    assert!(!group.to_string().contains("best"), "how well somebody practised is not told: {group}");
    let progress = desk.done(&["--as", "李雷", "progress"]).out;
    assert!(progress.contains("Next: The first day (assigned to you, by 2026-11-25)"), "{progress}");
    // Taken back, it is nobody's any more.
    assert_snapshot!(desk.run(&["assign", "first-day", "--to", "一班", "--withdraw"]), @"
    ── stderr ──
    Taken back: 一班 no longer has to do The first day. What was done stands.
    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["assign", "first-day", "--to", "一班", "--withdraw"]), @"
    ── stderr ──
    The first day was not assigned to 一班.
    ── exit 0 ──
    ");
    let (group, _) = desk.json(&["group", "show", "一班"]);
    assert_eq!(group["subjects"].as_array().map(Vec::len), Some(1));
}

#[test]
fn reminders_are_words_to_paste_a_table_and_days_for_a_calendar() {
    let desk = desk();
    let _ = desk.done(&["assign", "first-day", "--to", "一班", "--due", "2026-11-25"]);
    desk.then(Happens::GoesBy(4 * DAY));
    assert_snapshot!(desk.run(&["group", "remind", "一班", "--lang", "zh-CN"]), @"
    【一班】还有这些没做完（2026-11-26）：
    · 第一天（2026-11-25 前）：陈小满 (0042) 2/3（已逾期）、李雷 (0044) 没开始（已逾期）
    打开电脑上的 onduty，首页第一条就是。做到一半可以放下，什么也不会丢。
    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["group", "remind", "夜班"]), @"
    夜班: everything assigned is done, there is nobody to remind.
    ── exit 0 ──
    ");
    let out = |name: &str| desk.path(name).display().to_string();
    let _ = desk.done(&["group", "remind", "一班", "--out", &out("r.csv")]);
    let table = std::fs::read_to_string(desk.path("r.csv")).expect("written");
    assert_snapshot!(table.trim_start_matches('\u{feff}').replace('\r', ""), @"
    Group,Name,To do,State,By,Late
    一班,陈小满 (0042),The first day,2/3,2026-11-25,yes
    一班,李雷 (0044),The first day,not begun,2026-11-25,yes
    ");
    let _ = desk.done(&["group", "remind", "一班", "--out", &out("r.ics"), "--lang", "zh-CN"]);
    let calendar = std::fs::read_to_string(desk.path("r.ics")).expect("written");
    assert!(calendar.lines().all(|line| line.len() <= 75), "lines are folded:\n{calendar}");
    assert_snapshot!(calendar.replace('\r', ""), @"
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//onduty//onduty//EN
    CALSCALE:GREGORIAN
    BEGIN:VEVENT
    DESCRIPTION:陈小满 (0042)、李雷 (0044)
    DTEND;VALUE=DATE:20261126
    DTSTAMP:20261126T013000Z
    DTSTART;VALUE=DATE:20261125
    SUMMARY:一班：第一天 今天截止（还有 2 人没做完）
    UID:d8551ca655440c155f7bb35ff383813f
    END:VEVENT
    END:VCALENDAR
    ");
    let _ = desk.done(&["group", "remind", "一班", "--out", &out("again.ics"), "--lang", "zh-CN"]);
    let uid = |text: &str| text.lines().find(|line| line.starts_with("UID")).map(str::to_owned);
    assert_eq!(uid(&calendar), uid(&std::fs::read_to_string(desk.path("again.ics")).expect("written")), "the same event again");
    assert_snapshot!(desk.run(&["group", "remind", "一班", "--out", &out("r.txt")]).err, @"Not done: What DESK/r.txt is to be can't be told: its name has to end in .csv, .xlsx or .ics.");
    #[cfg(feature = "xlsx")]
    {
        let _ = desk.done(&["group", "remind", "一班", "--out", &out("r.xlsx")]);
        assert!(std::fs::read(desk.path("r.xlsx")).expect("written").starts_with(b"PK"));
    }
}

#[test]
fn a_slip_of_the_keyboard_assigns_nothing() {
    let desk = desk();
    for (args, words) in [
        (&["assign", "first-day", "--to", "二班"][..], "Nobody is in the group “二班”."),
        (&["assign", "first-dya", "--to", "一班"], "Did you mean"),
        (&["assign", "first-day", "--to", "一班", "--due", "soon"], "“soon” is no day"),
        (&["assign", "first-day"], "--to"),
        (&["assign", "first-day", "--learner", "nobody"], "nobody"),
        (&["group", "show", "二班"], "Nobody is in the group “二班”."),
    ] {
        let ran = desk.run(args);
        assert_eq!(ran.code, 2, "{args:?}: {ran}");
        assert!(ran.err.contains(words), "{args:?}: {ran}");
    }
    assert_eq!(desk.json(&["assign"]).0, serde_json::json!([]));
}

/// Before anything is assigned the table tells what anybody has begun; a licence goes through its stages.
#[test]
fn a_licence_goes_through_its_stages() {
    let office = crate::office::Office::staffed();
    let _ = office.desk.done(&["learner", "edit", "陈小满", "--group", "一班"]);
    let stage = || {
        let (group, _) = office.desk.json(&["group", "show", "一班"]);
        group["people"][0]["does"].as_array().expect("cells").iter().find(|cell| cell["what"] == "licence:watched").cloned()
    };
    assert_eq!(stage(), None, "neither assigned nor begun");
    let _ = office.desk.done(&["assign", "watched", "--to", "一班", "--due", "2026-11-30"]);
    let of = |name: &str| stage().is_some_and(|cell| cell["stage"] == name);
    assert!(of("ready"), "its course needs nothing: {:?}", stage());
    let _ = office.sit("陈小满", "watched", RIGHT);
    assert!(of("waiting"), "its stations are to be observed: {:?}", stage());
    office.desk.then(Happens::GoesBy(30 * DAY));
    assert_eq!(stage().map(|cell| cell["late"].clone()), Some(false.into()), "others are late, not the candidate");
}
