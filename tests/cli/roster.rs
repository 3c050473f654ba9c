//! `learner import`, groups, and who has left: the roster as a manager keeps it.

use insta::assert_snapshot;

use crate::desk::Desk;

const ROSTER: &str = "姓名,工号,班组,岗位,状态\n陈小满,0042,一班,,在职\n王芳,0043,一班、夜班,,\nLi Lei,0044,二班,,离职\n";

/// A desk with a roster beside it.
fn desk(roster: &[u8]) -> (Desk, String) {
    let desk = Desk::empty();
    let path = desk.path("roster.csv");
    std::fs::write(&path, roster).expect("a roster");
    (desk, path.display().to_string())
}

#[test]
fn a_roster_is_looked_at_enrolled_and_enrolled_again() {
    let (desk, path) = desk(ROSTER.as_bytes());
    assert_snapshot!(desk.run(&["learner", "import", &path, "--dry-run"]), @"
    This roster would come to: 3 new, 0 changed, 0 as before.
    New: 陈小满 (0042), 王芳 (0043)
    New, but left already: Li Lei (0044)
    Only looked at: nothing was written. Without --dry-run they are enrolled.
    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["learner", "list"]), @"
    ── stderr ──
    The roster is empty. Enrol with onduty learner add NAME.
    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["learner", "import", &path, "--group", "春季入职"]), @"
    Roster: 3 new, 0 changed, 0 as before.
    Groups in it: 一班, 二班, 夜班, 春季入职. Who is in one: onduty learner list --group NAME
    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["learner", "import", &path]), @"
    Roster: 0 new, 3 changed, 0 as before.
    Groups in it: 一班, 二班, 夜班. Who is in one: onduty learner list --group NAME
    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["learner", "list", "--lang", "zh-CN"]), @"
    编号      姓名    工号  组          次数  最近
    4cc63fb9  陈小满  0042  一班        0
    e861db55  王芳    0043  一班、夜班  0
    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["learner", "list", "--left"]), @"
    Id        Name    Staff no.  Groups  Attempts  Last
    83fd77f0  Li Lei  0044       二班    0
    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["learner", "list", "--group", "夜班"]), @"
    Id        Name  Staff no.  Groups      Attempts  Last
    e861db55  王芳  0043       一班, 夜班  0
    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["learner", "list", "--group", "nobody's"]), @"
    ── stderr ──
    There is nobody in it.
    ── exit 0 ──
    ");
}

#[test]
fn whoever_enrolled_by_name_gets_the_number_and_rows_that_are_wrong_are_told() {
    let (desk, path) =
        desk("工号,姓名,岗位,宿舍\n0042,陈小满,,301\n0043,,,\n0044,王芳,船长,\n0042,陈大满,,\n,韩梅梅,,\n".as_bytes());
    let _ = desk.done(&["learner", "add", "陈小满"]);
    let _ = desk.done(&["learner", "add", "韩梅梅", "--staff-number", "1"]);
    let _ = desk.done(&["learner", "add", "韩梅梅", "--staff-number", "2"]);
    assert_snapshot!(desk.run(&["learner", "import", &path, "--lang", "zh-CN"]), @"
    名册：新增 0，改动 1，照旧 0，有误 4。
    有误的行没有登记。改好以后整份再导入一次：登记过的不会重复。
    ── stderr ──
    有误 第 3 行：没写姓名
    有误 第 4 行：没有“船长”这个岗位；有的是：售前客服 · 售后客服 · 热线客服 · 服务工程师 · 客服主管
    有误 第 5 行：工号 0042 在第 2 行已经用过了
    有误 第 6 行：名册里叫 韩梅梅 的不止一位；写上工号才分得清
    没带过来 第 1 行：这一列不认得：宿舍
    请看一眼 第 2 行：名册里的 陈小满 原来没有工号，现在记成 陈小满 (0042)；要是同名的另一个人，用 onduty learner edit 改回来
    ── exit 1 ──
    ");
    let (said, exit) = desk.json(&["learner", "import", &path]);
    assert_eq!((said["added"].as_u64(), said["same"].as_u64(), said["wrong"].as_u64(), exit), (Some(0), Some(1), Some(4), 1));
}

#[test]
fn every_encoding_and_a_workbook_come_to_the_same_and_big5_is_refused() {
    let utf16 = |little: bool| {
        let units = std::iter::once(0xFEFF).chain(ROSTER.encode_utf16());
        units.flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect::<Vec<u8>>()
    };
    let rows: Vec<Vec<String>> = ROSTER.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect();
    let files = [
        ROSTER.as_bytes().to_vec(),
        [b"\xEF\xBB\xBF", ROSTER.as_bytes()].concat(),
        encoding_rs::GB18030.encode(ROSTER).0.into_owned(),
        utf16(true),
        utf16(false),
        ROSTER.replace(',', "\t").replace('\n', "\r\n").into_bytes(),
        onduty::exchange::table::to_xlsx(&rows, 0).expect("a workbook"),
    ];
    for (n, file) in files.iter().enumerate() {
        let (desk, path) = desk(file);
        let (said, exit) = desk.json(&["learner", "import", &path]);
        assert_eq!((said["added"].as_u64(), exit), (Some(3), 0), "file {n}");
        let (all, _) = desk.json(&["learner", "list", "--group", "一班"]);
        let names: Vec<_> = all.as_array().expect("a list").iter().map(|one| one["name"].clone()).collect();
        assert_eq!(names, ["陈小满", "王芳"], "file {n}");
    }
    let (desk, path) = desk(&encoding_rs::BIG5.encode("姓名,工號\n陳小滿,0042\n王芳,0043\n").0);
    assert_snapshot!(desk.run(&["learner", "import", &path]), @"
    ── stderr ──
    Not done: This roster can't be read: DESK/roster.csv
      Cause: It looks like Big5 (traditional Chinese). Save it as UTF-8.
    ── exit 1 ──
    ");
}

#[test]
fn whoever_has_left_begins_nothing_and_comes_back() {
    let (desk, path) = desk(ROSTER.as_bytes());
    let _ = desk.done(&["learner", "import", &path]);
    assert_snapshot!(desk.run(&["practise", "quick", "--as", "Li Lei"]), @"
    ── stderr ──
    Not done: Li Lei (0044) is no longer here: nothing new can be begun; what was done stands.
      What to do: Somebody who is back: onduty learner edit NAME --back
    ── exit 5 ──
    ");
    assert_snapshot!(desk.run(&["learner", "edit", "Li Lei", "--back", "--group", "夜班", "--no-group", "二班"]), @"
    ── stderr ──
    Li Lei (0044): changed.
    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["learner", "edit", "0044", "--back"]), @"
    ── stderr ──
    Li Lei (0044): it was so already; nothing was changed.
    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["learner", "list", "--group", "夜班"]), @"
    Id        Name    Staff no.  Groups      Attempts  Last
    158f0882  王芳    0043       一班, 夜班  0
    b02aa41e  Li Lei  0044       夜班        0
    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["learner", "edit", "0044", "--no-group", "二班"]), @"
    ── stderr ──
    Not done: Li Lei is not in the group “二班”.
    ── exit 2 ──
    ");
    assert_snapshot!(desk.run(&["learner", "edit", "0044", "--role", "captain"]), @"
    ── stderr ──
    Not done: There is no role “captain”.
      What to do: These fit: pre-sale-agent · after-sale-agent · hotline-agent · service-engineer · service-manager.
    ── exit 2 ──
    ");
    assert_snapshot!(desk.run(&["learner", "edit", "0044"]), @"
    ── stderr ──
    Not done: Nothing was said to change.
      What to do: For example --group nights, --role after-sale-agent, --left, or --time 1.5 --reason WHY.
    ── exit 2 ──
    ");
    assert_snapshot!(desk.run(&["learner", "edit", "0044", "--staff-number", "0042"]), @"
    ── stderr ──
    Not done: Staff number 0042 is taken.
    ── exit 2 ──
    ");
}
