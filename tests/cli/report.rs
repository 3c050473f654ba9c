//! `report`: a group, a person, a licence, a week and the training archive, on the screen and in files.

use std::sync::OnceLock;

use insta::assert_snapshot;

use crate::desk::{Desk, Happens, Ran, Still};
use crate::office::{BORDERLINE, FAILING, Office, RIGHT, masked};

const DAY: i64 = 86_400_000;

/// Six people of one group and one of another; exams in all colours, one licence; then two days go by.
fn office() -> Office {
    static STILL: OnceLock<Still> = OnceLock::new();
    let still = STILL.get_or_init(|| {
        let office = Office::staffed();
        let roster =
            "姓名,工号,班组\n王芳,0043,一班\n李雷,0044,一班\n韩梅梅,0045,一班\n=1+1,0046,一班\n赵敏,0047,一班\n孙悦,0048,夜班\n";
        let roster = office.desk.file("roster.csv", roster);
        let _ = office.desk.done(&["learner", "import", &roster]);
        let _ = office.desk.done(&["learner", "edit", "陈小满", "--group", "一班"]);
        let _ = office.desk.done(&["assign", "first-day", "--to", "一班", "--due", "2026-11-23"]);
        let first = office.desk.file("first.toml", "format = 1\nfallback = \"first\"\n[answers]\n");
        let some = office.desk.answers("\"kinds/one\" = \"hello\"");
        for who in ["陈小满", "王芳"] {
            let _ = office.desk.done(&["--as", who, "learn", "first-day", "--answers", &first]);
        }
        let _ = office.desk.run(&["--as", "李雷", "learn", "first-day", "--answers", &some]);
        for who in ["陈小满", "王芳", "韩梅梅", "=1+1", "赵敏"] {
            let _ = office.desk.run(&["--as", who, "practise", "queue", "--answers", &first]);
        }
        let _ = office.sit("陈小满", "quick", RIGHT);
        let _ = office.sit("王芳", "quick", FAILING);
        let _ = office.sit("韩梅梅", "quick", BORDERLINE);
        let ran = office.issue("陈小满", "quick", &office.desk.path("licence.json").display().to_string());
        assert_eq!(ran.code, 0, "{ran}");
        office.desk.then(Happens::GoesBy(2 * DAY));
        office.desk.still()
    });
    let desk = still.desk();
    let passphrase = desk.path("passphrase").display().to_string();
    Office { desk, passphrase }
}

fn said(ran: &Ran) -> String {
    masked(&ran.to_string())
}

/// A report as a file of this ending.
fn file(desk: &Desk, args: &[&str], name: &str) -> Vec<u8> {
    let out = desk.path(name).display().to_string();
    let _ = desk.done(&[&["report"], args, &["--out", &out]].concat());
    std::fs::read(desk.path(name)).expect("written")
}

#[test]
fn a_group_is_told_with_intervals_and_with_names_only_where_somebody_has_to_act() {
    let office = office();
    assert_snapshot!(said(&office.desk.run(&["report", "cohort", "--group", "一班"])), @"
    How a group is doing
    Group: 一班
    As of 2026-11-24

    ■ People and progress
    Enrolled                            6
    Of these no longer here             0
    Learned, practised or sat anything  6
    Sat an exam                         3
    Hold a licence that is good now     1
    What           Due         People  Done  Under way  Not begun  Late
    The first day  2026-11-23  6       2     1          3          4

    ■ Exams
    The quick licence
      Sat: 3
      First time: 50 % (1 of 2; 95 % interval 9.4–90.6 %)
      In the end: 50 % (1 of 2; 95 % interval 9.4–90.6 %)
    Pass rates count exams that are settled and not void: “first time” goes by
    each person's first exam, “in the end” by whether the person has passed by
    now. The interval is Wilson's 95 % interval: the fewer the people, the wider it
    is and the less two rates can be compared.
    3 of these exams were answered by a script.

    ■ Time to the licence
    Licence            Licensed  A quarter  Half    Three quarters
    The quick licence  1         0 days     0 days  0 days
    From the day of enrolment to the day the first licence was issued. A quarter,
    half and three quarters of the people had it within so many days.

    ■ Gaps
    What was earned of each skill in role-plays, the lowest first
    Ask (5 people)  ███████▍  31.1 %

    ■ Overdue
    Name           What           Due         How far
    李雷 (0044)    The first day  2026-11-23  2/3
    韩梅梅 (0045)  The first day  2026-11-23  not begun
    =1+1 (0046)    The first day  2026-11-23  not begun
    赵敏 (0047)    The first day  2026-11-23  not begun

    ■ Stuck
    Nobody is stuck.
    ── exit 0 ──
    ");
    assert_snapshot!(said(&office.desk.run(&["report", "cohort", "--group", "夜班", "--lang", "zh-CN"])), @"
    班组培训报告
    班组：夜班
    截至 2026-11-24

    ■ 人员与进度
    登记人数            1
    其中已离职          0
    学过、练过或考过的  0
    考过试的            0
    现持有效上岗证的    0
    还没有安排什么，也没有人开始。

    ■ 考试
    还没有人考过。

    ■ 多久拿到证
    还没有人拿到证。

    ■ 短板
    演练过的人不到 5 个：人太少时平均数会暴露个人，所以不列。

    ■ 逾期
    没有人逾期。

    ■ 卡住的人
    没有人卡住。
    ── exit 0 ──
    ");
}

#[test]
fn a_person_has_a_file_of_its_own() {
    let office = office();
    assert_snapshot!(said(&office.desk.run(&["report", "learner", "陈小满", "--lang", "zh-CN"])), @"
    陈小满的培训档案
    截至 2026-11-24

    ■ 概况
    登记日期                      2026-11-22
    班组                          一班
    做完的（课程、练习、考试……）  3
    累计时长                      3 分钟
    带教写的批注（条）            0
    本人指出的题目问题（条）      0

    ■ 上岗证
    上岗证  编号               状态  签发        有效至
    快证    20261122-SH1-0001  有效  2026-11-22  2027-11-21

    ■ 培训记录
    2026-11-22
      内容：第一天
      版本：NUMBER
      形式：课程
      时长：1 分钟
      考核结果：完成，0 %
      后续应用：之后又做了 1 次练习或演练
    2026-11-22
      内容：等了又等
      版本：NUMBER
      形式：情景演练
      时长：1 分钟
      考核结果：通过，75 %
    2026-11-22
      内容：快证
      版本：NUMBER
      形式：考试
      时长：1 分钟
      考核结果：通过，100 分
      后续应用：发证 20261122-SH1-0001，有效至 2027-11-21（有效）
    这份档案给本人和带教看。“后续应用”只写记录里看得到的：之后的考试、发证、再做
    一次的结果。时长按每一步之间的间隔相加，超过 15 分钟的停顿按 15 分钟算。

    ■ 能力
    各项能力在情景演练里的得分率，最低的在前
    问  █████▏  21.4 %
    ── exit 0 ──
    ");
}

#[test]
fn a_licence_is_told_with_its_mark_and_what_people_decided() {
    let office = office();
    assert_snapshot!(said(&office.desk.run(&["report", "licence", "quick"])), @"
    Report on a licence: The quick licence (quick)
    As of 2026-11-24

    ■ How the licences stand
    Valid                1
    Valid (provisional)  0
    No licence ends soon.

    ■ Pass rates
    Exams       3
    First time  50 % (1 of 2; 95 % interval 9.4–90.6 %)
    In the end  50 % (1 of 2; 95 % interval 9.4–90.6 %)
    Pass rates by the month the exam began (every exam counts; the line is the 95 %
    interval)
    2026-11  ████████████  50 % (1 of 2; 95 % interval 9.4–90.6 %)
    Pass rates count exams that are settled and not void: “first time” goes by
    each person's first exam, “in the end” by whether the person has passed by
    now. The interval is Wilson's 95 % interval: the fewer the people, the wider it
    is and the less two rates can be compared.

    ■ Totals
    Totals (3 exams; each row from its first number to just under its second, the
    last one up to 100)
    0–10                              0
    10–20                             0
    20–30                             0
    30–40                             0
    40–50                             0
    50–60   ████████████████████████  1 (1 short of points)
    60–70                             0
    70–80                             0
    80–90   ████████████████████████  1 (1 open)
    ┄┄ Pass mark 90 ┄┄
    90–100  ████████████████████████  1 (1 passed)
    Short of points: the total, or a part, is below its mark.
    Pass mark 90; its basis: policy (no study yet, see onduty cut).

    ■ Just below the mark
    Just below the mark  1
    Decided: passed      0
    Decided: not passed  0
    Not decided yet      1
    A total at most 10 points below the mark is for a person to decide; each
    decision has its reason and signature (onduty show).

    ■ Items to look at
    Too few exams yet to tell anything of single items.
    From each person's first exam: 3 exams, 4 items. From 10 exams on a facility is
    told, from 30 on discrimination and exposure; below that nothing is. What an
    item asks and its key are not in here: authors see them with onduty stats.

    ■ Examiners' agreement
    No candidate was seen by two examiners yet.
    ── exit 0 ──
    ");
}

#[test]
fn a_week_stands_beside_the_week_before() {
    let office = office();
    assert_snapshot!(said(&office.desk.run(&["report", "weekly", "--lang", "zh-CN"])), @"
    培训周报 2026-W48
    2026-11-23（周一）至 2026-11-29（周日）
    范围：所有人
    截至 2026-11-24
    这段时间还没有过完：只有到 2026-11-24 为止的记录。

    ■ 本周与上周
    内容              本周  上周
    新登记的人        0     7
    有活动的人        0     6
    开始的课程        0     3
    完成的课程        0     2
    做完的练习与演练  0     5
    考完的考试        0     3
    签发的证          0     1
    到期的证          0     0
    吊销的证          0     0
    一次通过
    本周                –
    上周  ████████████  50 %（1/2，95 % 区间 9.4–90.6 %）
    一周从周一到周日。通过率只看本周有结果的第一场考试。

    ■ 快到期的证
    没有快到期的证。

    ■ 逾期
    姓名           内容    期限        进度
    李雷 (0044)    第一天  2026-11-23  2/3
    韩梅梅 (0045)  第一天  2026-11-23  没开始
    =1+1 (0046)    第一天  2026-11-23  没开始
    赵敏 (0047)    第一天  2026-11-23  没开始

    ■ 本周最容易错的
    没有：考试以外，这一周没有人做过题，也没有人演练过。
    ── exit 0 ──
    ");
    let told = |args: &[&str]| office.desk.json(&[&["report", "weekly"], args].concat()).0["sections"][0]["parts"][0].clone();
    let now = told(&[]);
    let ago = told(&["--week", "2026-W47"]);
    let rows = |told: &serde_json::Value, column: &str| -> Vec<serde_json::Value> {
        told["rows"].as_array().expect("rows").iter().map(|row| row[column].clone()).collect()
    };
    assert_eq!(rows(&now, "week-before"), rows(&ago, "this-week"), "the week before is that week");
}

/// A period may end on a day to come, and says so; a running week does too.
#[test]
fn what_is_not_over_is_told_as_far_as_it_has_come() {
    let office = office();
    let about = |args: &[&str]| office.desk.json(&[&["report"], args].concat()).0["about"].to_string();
    let not_over = "That time is not over: this is what was recorded until 2026-11-24.";
    for args in [&["archive", "--to", "2026-12-31"][..], &["cohort", "--from", "2026-11-01", "--to", "9999-12-31"], &["weekly"]] {
        assert!(about(args).contains(not_over), "{args:?}: {}", about(args));
    }
    for args in [&["archive", "--to", "2026-11-24"][..], &["archive", "--from", "2026-11-24"], &["weekly", "--week", "2026-W47"]]
    {
        assert!(!about(args).contains("not over"), "{args:?}: {}", about(args));
    }
    let all = |args: &[&str]| office.desk.json(&[&["report", "archive"], args].concat()).0["sections"].clone();
    assert_eq!(all(&["--to", "9999-12-31"]), all(&[]), "there is nothing yet of what is to come");
}

/// The chart has a line at the mark of the exams that are in it, and tells who fell short from who crossed a red line.
#[test]
fn a_red_line_is_not_told_as_missing_points() {
    let office = office();
    let _ = office.sit("赵敏", "quick", &RIGHT.replace("look", "shout"));
    let chart = || office.desk.json(&["report", "licence", "quick"]).0["sections"][2]["parts"].clone();
    let at = |chart: &serde_json::Value, name: &str| -> Option<serde_json::Value> {
        let all = chart[0]["values"].as_array().expect("bars");
        all.iter().find(|bar| bar["name"] == name).map(|bar| bar["value"].clone())
    };
    let told = chart();
    assert_eq!(told[0]["cut"], serde_json::json!({ "points": 90, "bar": 9 }));
    let bar = |told: &serde_json::Value, name: &str| at(told, name).unwrap_or_else(|| panic!("{name}: {told}"));
    assert_eq!((bar(&told, "50–60")["short"].clone(), bar(&told, "50–60")["red"].clone()), (1.into(), 0.into()));
    assert_eq!((bar(&told, "30–40")["short"].clone(), bar(&told, "30–40")["red"].clone()), (0.into(), 1.into()));
    assert_eq!((bar(&told, "80–90")["open"].clone(), bar(&told, "90–100")["passed"].clone()), (1.into(), 1.into()));
    let screen = office.desk.done(&["report", "licence", "quick", "--lang", "zh-CN"]).out;
    assert!(screen.contains("1（踩红线 1）") && screen.contains("┄┄ 及格线 90 分 ┄┄\n90–100"), "{screen}");
    let html = String::from_utf8(file(&office.desk, &["licence", "quick"], "red.html")).expect("text");
    assert!(
        html.contains("class=\"red\"") && html.contains("not passed: red line") && html.contains("Pass mark 90</td>"),
        "{html}"
    );
    // The mark is another one now: the line stays where it was for these, and a later exam takes it away.
    office.desk.edit("shelf/quick.toml", "[result]\npass = 90", "[result]\npass = 85");
    let told = chart();
    assert_eq!(told[0]["cut"]["points"], 90);
    assert!(told[2]["note"].as_str().is_some_and(|it| it.contains("it was changed since")), "{told}");
    let _ = office.sit("=1+1", "quick", RIGHT);
    let told = chart();
    assert!(told[0]["cut"].is_null(), "{told}");
    assert!(told[2]["note"].as_str().is_some_and(|it| it.contains("different pass marks (85, 90)")), "{told}");
}

/// The archive has five fields of each thing (time, content, form, result, later application), and whose it is; how practice went is
/// not in it.
#[test]
fn the_archive_is_a_table_that_no_spreadsheet_computes() {
    let office = office();
    let _ = office.desk.done(&["learner", "edit", "陈小满", "--role", "agent"]);
    let page = String::from_utf8(file(&office.desk, &["archive"], "archive.html")).expect("text");
    let heads: Vec<&str> = page.split("<th scope=\"col\"").skip(1).filter_map(|it| it.split(['>', '<']).nth(1)).collect();
    let csv = String::from_utf8(file(&office.desk, &["archive", "--group", "一班"], "archive.csv")).expect("text");
    assert!(csv.starts_with('\u{feff}') && csv.contains("\r\n"), "as spreadsheets want it");
    assert!(csv.contains(",'=1+1,0046,"), "{csv}");
    assert_snapshot!(masked(csv.trim_start_matches('\u{feff}')).replace('\r', ""), @r#"
    Day,Name,Staff number,Groups,Role,What,Edition,Form,Time (min),Result,Later application
    2026-11-22,陈小满,,一班,Agent,The first day,NUMBER,course,1,done,1 talk or quiz since
    2026-11-22,王芳,0043,一班,,The first day,NUMBER,course,1,done,1 talk or quiz since
    2026-11-22,李雷,0044,一班,,The first day,NUMBER,course,1,not finished,
    2026-11-22,陈小满,,一班,Agent,1 role-play (until 2026-11-22),,own practice,1,in the person's own file,
    2026-11-22,王芳,0043,一班,,1 role-play (until 2026-11-22),,own practice,1,in the person's own file,
    2026-11-22,韩梅梅,0045,一班,,1 role-play (until 2026-11-22),,own practice,1,in the person's own file,
    2026-11-22,'=1+1,0046,一班,,1 role-play (until 2026-11-22),,own practice,1,in the person's own file,
    2026-11-22,赵敏,0047,一班,,1 role-play (until 2026-11-22),,own practice,1,in the person's own file,
    2026-11-22,陈小满,,一班,Agent,The quick licence,NUMBER,exam,1,"passed, 100 of 100","licence 20261122-SH1-0001, until 2027-11-21 (Valid)"
    2026-11-22,王芳,0043,一班,,The quick licence,NUMBER,exam,1,"not passed, 53.3 of 100",
    2026-11-22,韩梅梅,0045,一班,,The quick licence,NUMBER,exam,1,"to be decided, 85 of 100",
    "#);
    let first = csv.trim_start_matches('\u{feff}').lines().next().expect("headings").replace(" (min)", "");
    assert_eq!(heads, first.split(',').collect::<Vec<_>>(), "a page has the headings of the spreadsheet");
    let own = office.desk.done(&["report", "learner", "王芳"]).out;
    let result = own.lines().find(|line| line.contains("Result") && line.contains('%')).expect("a result of practice").to_owned();
    let share = result.rsplit(' ').nth(1).expect("a share");
    assert!(!csv.contains(&format!("{share} %")), "{share} is the person's own");
}

#[test]
fn the_same_records_and_day_give_the_same_bytes() {
    let office = office();
    for (args, ending) in
        [(&["cohort"][..], "html"), (&["weekly"], "csv"), (&["archive"], "json"), (&["licence", "quick"], "html")]
    {
        let first = file(&office.desk, args, &format!("first-{}.{ending}", args[0]));
        office.desk.then(Happens::GoesBy(60_000));
        assert!(first == file(&office.desk, args, &format!("second-{}.{ending}", args[0])), "{args:?}");
        let html = String::from_utf8(first).expect("text");
        assert!(
            !html.contains('⟦') && !html.contains("<script") && !html.contains("http:") && !html.contains("https:"),
            "{args:?}: {html}"
        );
    }
    #[cfg(feature = "xlsx")]
    {
        let first = file(&office.desk, &["cohort"], "first.xlsx");
        office.desk.then(Happens::GoesBy(60_000));
        assert!(first.starts_with(b"PK") && first == file(&office.desk, &["cohort"], "second.xlsx"));
        let table = onduty::exchange::table::read(&first).expect("a table");
        assert_eq!(table.rows[0].cell(0), "How a group is doing");
    }
}

/// What people decide shows everywhere: a void exam counts no more, a borderline one as it was decided. What a course was good for is
/// the next exam that asks for it.
#[test]
fn what_people_decide_and_what_it_was_good_for_shows() {
    let office = office();
    let _ = office.by("李考", &["void", &office.exam("王芳"), "--reason", "停电"]);
    let _ = office.by("李考", &["decide", &office.exam("韩梅梅"), "pass", "--reason", "口头补答得好"]);
    office.desk.edit("shelf/quick.toml", "[conduct]", "[requires]\ncourses = [\"first-day\"]\n[conduct]");
    let (licence, _) = office.desk.json(&["report", "licence", "quick"]);
    let figures = |section: usize| licence["sections"][section]["parts"][0]["figures"].clone();
    let first = figures(1)["first-time"].clone();
    assert_eq!((first["hits"].clone(), first["of"].clone()), (2.into(), 2.into()), "{first}");
    assert_eq!((figures(3)["borderline"].clone(), figures(3)["decided-passed"].clone()), (1.into(), 1.into()));
    let csv = String::from_utf8(file(&office.desk, &["archive"], "a.csv")).expect("text");
    let of = |who: &str, form: &str| {
        let row = csv.lines().find(|line| line.contains(who) && line.contains(&format!(",{form},")));
        row.unwrap_or_else(|| panic!("{who} {form}: {csv}")).to_owned()
    };
    assert!(of("王芳", "exam").contains(",void,"), "{csv}");
    assert!(
        of("韩梅梅", "exam").ends_with("\"passed, 85 of 100 (borderline; decided by 李考)\",\"passed, no licence yet\""),
        "{csv}"
    );
    // Passed below the mark: the chart says how that comes. Nobody crossed a red line, and nothing is said of one.
    let note = licence["sections"][2]["parts"][1]["note"].as_str().expect("a note");
    assert!(note.contains("Passed below the mark: 1.") && !note.contains("red line"), "{note}");
    let _ = office.by("钱发", &["revoke", "20261122-SH1-0001", "--reason", "替人考试"]);
    let (weekly, _) = office.desk.json(&["report", "weekly"]);
    let rows = weekly["sections"][0]["parts"][0]["rows"].clone();
    let revoked = rows.as_array().expect("rows").iter().find(|row| row["what"] == "Licences revoked").expect("a row");
    assert_eq!((revoked["this-week"].clone(), revoked["week-before"].clone()), (1.into(), 0.into()), "{rows}");
    assert!(of("陈小满", "course").ends_with("exam “The quick licence” on 2026-11-22: passed"), "{csv}");
}

/// As of a day before, what came later is not there; what was under way then is under way.
#[test]
fn an_earlier_day_knows_nothing_of_later_ones() {
    let office = office();
    let figures = |on: &str| office.desk.json(&["report", "cohort", "--on", on]).0["sections"][0]["parts"][0]["figures"].clone();
    assert_eq!((figures("2026-11-21")["enrolled"].clone(), figures("2026-11-21")["begun"].clone()), (0.into(), 0.into()));
    assert_eq!((figures("2026-11-22")["sat"].clone(), figures("2026-11-22")["licensed"].clone()), (3.into(), 1.into()));
    let late = |on: &str| office.desk.json(&["report", "cohort", "--on", on]).0["sections"][4]["parts"][0].clone();
    assert!(late("2026-11-23")["note"].is_string(), "the last day is still in time");
    assert_eq!(late("2026-11-24")["rows"].as_array().map(Vec::len), Some(4));
    let archive = |args: &[&str]| office.desk.done(&[&["report", "archive"], args].concat()).out;
    assert!(archive(&["--from", "2026-11-23"]).contains("no records"), "{}", archive(&["--from", "2026-11-23"]));
    assert!(archive(&["--to", "2026-11-22"]).contains("The quick licence"));
}

/// Over so few people a mean of practice would give single ones away.
#[test]
fn few_people_have_no_means_of_practice() {
    let office = office();
    let skills = |args: &[&str]| office.desk.json(&[&["report", "cohort"], args].concat()).0["sections"][3]["parts"][0].clone();
    assert!(skills(&["--group", "夜班"])["note"].is_string());
    assert!(skills(&["--group", "一班"])["bars"].is_string(), "six people of whom five practised");
}

#[test]
fn reports_of_nothing_are_sensible() {
    let desk = Desk::empty().at("shelf");
    for args in [&["cohort"][..], &["weekly"], &["archive"], &["licence", "test-licence"]] {
        let ran = desk.done(&[&["report"], args].concat());
        assert!(!ran.out.contains('⟦') && !ran.out.contains("NaN"), "{ran}");
    }
}

#[test]
fn a_slip_writes_nothing() {
    let office = office();
    let out = office.desk.path("r.txt").display().to_string();
    let there = office.desk.file("there.html", "mine");
    let folder = office.desk.path("shelf").display().to_string();
    for (args, code, words) in [
        (&["cohort", "--out", &out][..], 2, "can't be told"),
        (&["cohort", "--out", &folder], 2, "shelf is a folder"),
        (&["cohort", "--on", "9999-12-31"], 2, "9999-12-31 is after 2026-"),
        (&["cohort", "--from", "2026-11-02", "--to", "2026-11-01"], 2, "runs backwards"),
        (&["archive", "--from", "9999-12-31"], 2, "9999-12-31 is still to come, today is 2026-11-24"),
        (&["cohort", "--from", "9999-12-30", "--to", "9999-12-31"], 2, "9999-12-30 is still to come"),
        (&["weekly", "--week", "0000-W01"], 2, "“0000-W01” is no week"),
        (&["weekly", "--week", "2026-W49"], 2, "2026-W49 begins on 2026-11-30, and today is 2026-11-24"),
        (&["weekly", "--week", "2026-W49"], 2, "the last one is --week 2026-W47"),
        (&["cohort", "--group", "二班"], 2, "Nobody is in the group"),
        (&["weekly", "--week", "2026-W54"], 2, "no week"),
        (&["archive", "--from", "soon"], 2, "no day"),
        (&["licence", "quack"], 2, "Did you mean"),
        (&["learner", "nobody"], 2, "nobody"),
        (&["weekly", "--out", &there], 5, "there.html"),
    ] {
        let ran = office.desk.run(&[&["report"], args].concat());
        assert_eq!(ran.code, code, "{args:?}: {ran}");
        assert!(ran.err.contains(words), "{args:?}: {ran}");
    }
    assert_eq!(std::fs::read_to_string(there).expect("there"), "mine");
}

/// An exam of somebody whose data were erased counts as it did, under no name.
#[test]
fn an_erased_persons_exam_counts_without_a_name() {
    let office = Office::staffed();
    let _ = office.desk.done(&["learner", "add", "王芳"]);
    let _ = office.sit("陈小满", "quick", RIGHT);
    let _ = office.sit("王芳", "quick", FAILING);
    let sections = || office.desk.json(&["report", "licence", "quick"]).0["sections"].clone();
    let before = sections();
    assert_eq!(before[1]["parts"][0]["figures"]["sat-exams"], 2);
    let _ = office.desk.done(&["learner", "erase", "王芳", "--yes-erase", "王芳"]);
    assert_eq!((&sections()[1], &sections()[2]), (&before[1], &before[2]), "rates and totals are the same");
    assert!(!sections().to_string().contains("王芳"));
}

/// Without a name the schemes are listed, with the command to go on.
#[test]
fn a_licence_that_is_not_named_is_asked_for() {
    let office = Office::empty();
    assert_snapshot!(office.desk.run(&["report", "licence"]), @"
    hands         The hands-on licence
    quick         The quick licence
    test-licence  The licence of the small shelf
    watched       The watched licence
    ── stderr ──
    Which licence? Its report: onduty report licence hands
    ── exit 0 ──
    ");
}
