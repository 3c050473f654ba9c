//! `new scenario --guided` in a real window: begun, left by Ctrl-C, gone on with, corrected, ended, clean under `check`.

use std::path::Path;

use crate::window::{Window, onduty as binary};

/// A folder of courseware in one language, with nothing in it yet.
fn library(folder: &Path) -> String {
    let own = folder.join("own");
    std::fs::create_dir(&own).expect("a folder");
    let text = "format = 1\n[library]\nid = \"own\"\ntitle = \"自己的\"\nlanguage = \"zh-CN\"\nlanguages = [\"zh-CN\"]\ntime_zone = \"UTC\"\n\
         [[skill]]\nid = \"respond\"\ntitle = \"应\"\n";
    std::fs::write(own.join("library.toml"), text).expect("written");
    own.display().to_string()
}

fn window(folder: &Path, args: &[&str], size: (u16, u16)) -> Window {
    let mut command = binary(&folder.join("onduty.db"), "en");
    command.args(args).arg("--library").arg(folder.join("own"));
    Window::open(command, size)
}

/// Waits for a question and types a line.
fn types(window: &mut Window, asked: &str, line: &str) {
    window.until(asked, |look| look.window.iter().any(|row| row.contains(asked)) && !look.over);
    window.press(format!("{line}\r"));
}

/// From the brief to the end, with a slip on the way.
fn goes_on(window: &mut Window) {
    types(window, "What must the trainee know", "你是客服。包裹五天没动。");
    types(window, "What does the customer say first", "包裹呢？");
    types(window, "How might an agent answer?", "在的，我马上查。");
    types(window, "Write another answer", "等着。");
    types(window, "Answer number 3", "<");
    window.reads("“等着。”");
    types(window, "Write another answer", "等一会儿吧。");
    types(window, "Answer number 3", "");
    window.picks("在的，我马上查。");
    window.picks("应");
    types(window, "What is good about", "先接住人。");
    window.picks("one does not say that");
    types(window, "What is wrong with", "没有下一步。");
    window.picks("The talk is over");
    window.picks("resolved");
    types(window, "What does the customer say at last", "好，谢谢。");
    types(window, "One sentence for the trainee", "接住了人。");
    window.picks("The talk is over");
    window.picks("lost");
    types(window, "What does the customer say at last", "算了。");
    types(window, "One sentence for the trainee", "人走了。");
}

#[test]
fn a_talk_is_begun_left_gone_on_with_and_clean() {
    for size in [(80, 24), (40, 24)] {
        let folder = tempfile::tempdir().expect("a folder");
        let own = library(folder.path());
        let guided = ["new", "scenario", "late", "--guided"];
        let mut first = window(folder.path(), &guided, size);
        types(&mut first, "What is this talk called", "查件");
        first.picks("‹ Answer the last one anew");
        first.reads("“查件”");
        types(&mut first, "What is this talk called", "旺季查件");
        first.picks("communication");
        types(&mut first, "What is the customer called", "陈女士");
        first.picks("worried");
        first.reads("What must the trainee know");
        first.press("\u{3}");
        assert_eq!(first.ends(), 130);
        let half = std::fs::read_to_string(folder.path().join("own/late.toml")).expect("written");
        assert!(half.contains("status = \"draft\""), "half a talk is no matter of learners: {half}");

        let mut again = window(folder.path(), &guided, size);
        again.reads("Going on where you left");
        goes_on(&mut again);
        assert_eq!(again.ends(), 0);
        let said = again.all().concat();
        assert!(said.contains("there is nothing to"), "{said}");
        for command in ["preview late --library", "analyse late --library", "graph late --library"] {
            assert!(said.contains(&format!("onduty {command} {own}")), "{command}: {said}");
        }
        let text = std::fs::read_to_string(folder.path().join("own/late.toml")).expect("written");
        assert!(text.contains("旺季查件") && text.contains("等一会儿吧。") && !text.contains("等着。"), "{text}");
        assert!(!text.contains("draft"), "{text}");

        let mut checked = window(folder.path(), &["check", "--strict"], (80, 24));
        assert_eq!(checked.ends(), 0, "{:?}", checked.all());
    }
}

/// A hand, or another window: whatever was written while questions were answered is not written over, and nothing answered is lost.
#[test]
fn what_was_changed_meanwhile_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    library(folder.path());
    let mut talk = window(folder.path(), &["new", "scenario", "late", "--guided"], (80, 24));
    types(&mut talk, "What is this talk called", "查件");
    talk.picks("communication");
    talk.reads("What is the customer called");
    let file = folder.path().join("own/late.toml");
    let by_hand = std::fs::read_to_string(&file).expect("written") + "# mine\n";
    std::fs::write(&file, &by_hand).expect("changed");
    types(&mut talk, "What is the customer called", "陈女士");
    talk.picks("worried");
    assert_eq!(talk.ends(), 5);
    assert_eq!(std::fs::read_to_string(&file).expect("still there"), by_hand);
    assert!(std::fs::read_to_string(folder.path().join("own/late.toml.bak")).expect("kept").contains("陈女士"));
}
