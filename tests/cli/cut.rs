//! `cut`: the basis of a pass mark, from judges and from ratings, written as a record that the scheme names.

use insta::assert_snapshot;

use crate::office::Office;

#[test]
fn judges_in_two_rounds() {
    let office = Office::empty();
    let judges = "评委,轮次,finals/hello,finals/seat\n甲,1,50,70\n乙,1,0.7,70%\n丙,1,90,90\n甲,2,60,70\n乙,2,70,70\n丙,2,75,75\n";
    let file = office.desk.file("judges.csv", judges);
    let out = office.desk.path("quick-cut.md").display().to_string();
    assert_snapshot!(office.desk.run(&["cut", "quick", "--judges", &file, "--out", &out]), @r#"
    # The pass mark of "The quick licence" (quick), worked out on 2026-11-22

    Method: Angoff (W. H. Angoff, in Educational Measurement, 2nd ed., 1971). Each judge says of each item how probable it is that somebody just good enough answers it rightly. A judge's mark is the mean over the items; the mark is the mean over the judges. SD: deviation between judges (n − 1). SE = SD ÷ √n.

    Items (2): finals/hello · finals/seat

    ## Round 1

    | Judge | Mark |
    |---|---|
    | 甲 | 60 % |
    | 乙 | 70 % |
    | 丙 | 90 % |

    Mean 73.3 % (exactly 11/15), SD 15.2, SE 8.8 points; from 60 % to 90 %.

    ## Round 2

    | Judge | Mark |
    |---|---|
    | 甲 | 65 % |
    | 乙 | 70 % |
    | 丙 | 75 % |

    Mean 70 % (exactly 7/10), SD 5, SE 2.8 points; from 65 % to 75 %.

    Recommended: 70 % (rounded up to a whole percent). The scheme now has 90 %. The mark itself is a decision of the organisation.
    ── stderr ──
    The record is in DESK/quick-cut.md. Put it beside the scheme and name it there: basis = "quick-cut.md" under [result]; onduty analyse quick then says so.
    ── exit 0 ──
    "#);
    assert_snapshot!(office.desk.run(&["cut", "quick", "--judges", &file, "--out", &out]), @"
    ── stderr ──
    Not done: There is a file DESK/quick-cut.md already; it is not overwritten.
    ── exit 5 ──
    ");
    // The scheme names it, and `analyse` says so; without it the mark is policy.
    let said = |office: &Office| {
        let out = office.desk.run(&["analyse", "quick"]).out;
        out.lines().filter(|line| line.contains("The mark of 90")).map(str::to_owned).collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(said(&office), @"- The mark of 90 is policy: no record of judges or ratings is named (onduty cut");
    office.desk.edit("shelf/quick.toml", "borderline = 10", "borderline = 10\nbasis = \"quick-cut.md\"");
    assert_snapshot!(said(&office), @"- The mark of 90 rests on a record: quick-cut.md");
    let (value, code) =
        office.desk.json(&["cut", "quick", "--judges", &file, "--out", &office.desk.path("b.md").display().to_string()]);
    assert_eq!((code, value["recommended"].as_u64(), value["mean"].as_str()), (0, Some(70), Some("7/10")));
}

#[test]
fn a_table_with_a_slip_is_refused() {
    let office = Office::empty();
    let cut = |text: &str| {
        let file = office.desk.file("judges.csv", text);
        office.desk.run(&["cut", "quick", "--judges", &file, "--out", &office.desk.path("x.md").display().to_string()])
    };
    assert_snapshot!(cut("judge,a,b\n甲,50,170\n"), @r#"
    ── stderr ──
    Not done: DESK/judges.csv, line 2: "170" is not what belongs here.
      What to do: Judges: the head names the items after "judge" (and "round", if there are several); then a row a judge with 80, 80% or 0.8 for each item. Ratings: a row an observation: global rating 1 to 5, score in percent.
    ── exit 2 ──
    "#);
    assert_snapshot!(cut("judge,finals/hello,finals/helo\n甲,50,70\n"), @"
    ── stderr ──
    Not done: The courseware has no such questions, scenarios or stations: finals/helo.
      What to do: The head names their ids: a question is BANK/QUESTION; see onduty list.
    ── exit 2 ──
    ");
    for bad in ["", "judge\n甲\n", "judge,a\n甲,x\n", "judge,a\n甲,50\n甲,60\n", "judge,a,b\n甲,50\n", "judge,round,a\n甲,0,50\n"]
    {
        assert!(matches!(cut(bad).code, 2 | 4) && !office.desk.path("x.md").exists(), "{bad:?}");
    }
}

#[test]
fn a_station_by_its_ratings() {
    let office = Office::empty();
    let ratings = office.desk.file("ratings.csv", "rating,score\n1,40\n2,50\n3,70\n3,60\n5,90\n");
    let out = |name: &str| office.desk.path(name).display().to_string();
    assert_snapshot!(office.desk.run(&["cut", "hands", "--station", "bow", "--ratings", &ratings, "--lang", "zh-CN", "--out", &out("a.md")]), @r#"
    # “动手上岗证”（hands）的及格线，2026-11-22 推算

    方法：边界回归法（Wood、Humphrey-Murto、Norman，2006）。用最小二乘把清单得分对考官的总体评分作回归；及格线就是边界评分处那条线上的得分。

    实操站 bow：5 次观察。总体评分 3 处，线上得分 64.5 %（精确值 71/110）；评分每高一级，得分高 12.7 分；R² 96.3 %。

    建议：65 %（向上取整）。方案现在写的是 60 %。及格线由单位自己决定。
    ── stderr ──
    记录写在 DESK/a.md。请放在方案旁边，并在 [result] 里写明：basis = "a.md"；onduty analyse hands 就会照着说。
    ── exit 0 ──
    "#);
    // Nothing was recorded yet.
    assert_snapshot!(office.desk.run(&["cut", "hands", "--station", "bow", "--out", &out("b.md")]), @r#"
    ── stderr ──
    Not done: There is no line through what was seen at "bow": it takes observations with at least two different global ratings.
      What to do: Observe more candidates first, or give a table: --ratings FILE
    ── exit 2 ──
    "#);
}

#[test]
fn a_station_by_what_was_recorded() {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "hands", "");
    for (who, marks) in [("李考", [1, 2, 1, 5]), ("王考", [1, 1, 1, 3])] {
        assert_eq!(office.observe(who, "bow", &marks).code, 0);
    }
    let out = office.desk.path("a.md").display().to_string();
    let (value, code) = office.desk.json(&["cut", "hands", "--station", "bow", "--out", &out]);
    assert_eq!((code, value["observations"].as_u64(), value["cut"].as_str()), (0, Some(2), Some("3/4")), "{value}");
}
