//! The code was lost: the same papers under another one.

use insta::assert_snapshot;

use super::Day;
use crate::desk::Ran;
use crate::office::RIGHT;

/// The desk seals the papers anew; what it prints, and the new code with it.
fn resealed(day: &Day, name: &str) -> (Ran, String) {
    let out = day.stick.path().join(name).display().to_string();
    let args = ["sitting", "reseal", &day.sitting, "--out", &out, "--reason", "开卷码丢了", "--lang", "zh-CN"];
    let ran = day.office.by("李考", &args);
    assert_eq!(ran.code, 0, "{ran}");
    let (_, code) = ran.out.split_once("新开卷码：").expect("a code");
    let code = code.lines().next().expect("a line").to_owned();
    (ran, code)
}

/// Opens a file of the stick with a code.
fn opened(day: &Day, (file, code): (&str, &str), answers: &str) -> Ran {
    let (file, code) = (day.stick.path().join(file).display().to_string(), day.pc.file("typed", code));
    let answers = day.pc.answers(answers);
    let args = ["sitting", "open", &file, "--candidate", "陈小满", "--identity", "id-card", "--code-file", &code];
    day.by_invigilator(&[&args[..], &["--answers", &answers]].concat())
}

#[test]
fn the_same_papers_under_another_code() {
    let mut day = Day::new();
    let old = std::fs::read_to_string(day.stick.path().join("code")).expect("the code");
    assert_eq!(day.open("陈小满", "\"finals/hello\" = true\n").code, 2, "begun under the first code");
    let (ran, new) = resealed(&day, "new.onduty-sitting");
    let shown = ran.to_string().replace(&new, "CODE").replace(&day.dir(), "STICK");
    assert_snapshot!(shown.replace(&day.sitting[day.sitting.len() - 8..], "SITTING"), @"
    考场 SITTING：同一套试卷，换了新的开卷码。考试用电脑的新文件：STICK/new.onduty-sitting
    监考人的新开卷码：CODE
    新开卷码只显示这一次，哪里都不保存。在每台电脑上打开这份新文件，以后就用新码；已经开考的照常接着考。
    旧文件用旧码仍然打得开：换码不能让泄露的试卷重新保密。旧文件和旧码要是都落到了别人手里，请另排一个考场，重新抽卷。
    ── exit 0 ──
    ");
    // The PC takes the newer file in, and goes on; then the older one says nothing any more.
    assert_eq!(opened(&day, ("new.onduty-sitting", &new), "\"finals/seat\" = false\n").code, 2);
    let wrong = opened(&day, ("day.onduty-sitting", &old), RIGHT);
    assert!(wrong.code == 5 && wrong.err.contains("The code was changed"), "{wrong}");
    let ran = opened(&day, ("day.onduty-sitting", &new), RIGHT);
    assert_eq!(ran.code, 1, "handed in: {ran}");
    assert_eq!(day.pc.run(&["audit"]).code, 0);
    assert!(day.by_invigilator(&["sitting", "close", &day.sitting]).out.contains("other code, same papers"));
    let _ = day.pc.done(&["send", &day.dir(), "--name", "七号机"]);
    assert_eq!(day.office.desk.run(&["collect", &day.dir()]).code, 0);
    let record = day.office.desk.run(&["sitting", "close", &day.sitting]);
    assert!(record.out.contains("other code, same papers, by 李考: 开卷码丢了"), "{record}");
    assert_eq!(day.office.desk.run(&["audit"]).code, 0);
    // At another PC the old file under the old code is the same sitting's as well.
    day.pc = Day::another_pc(&day.office, 8);
    assert_eq!(opened(&day, ("day.onduty-sitting", &old), "\"finals/hello\" = true\n").code, 2);
}

#[test]
fn another_code_is_given_at_the_desk_alone() {
    let day = Day::new();
    assert_eq!(day.open("陈小满", "\"finals/hello\" = true\n").code, 2);
    let out = day.stick.path().join("own").display().to_string();
    let ran = day.by_invigilator(&["sitting", "reseal", &day.sitting, "--out", &out, "--reason", "丢了"]);
    assert!(ran.code == 5 && ran.err.contains("was not called from this PC"), "{ran}");
    // A file that nobody signed for is not taken, whatever it opens with.
    let short = opened(&day, ("day.onduty-sitting", "1234 5678\n"), RIGHT);
    assert!(short.code == 5 && short.err.contains("a code is 16 digits"), "{short}");
}
