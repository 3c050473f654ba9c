//! An examiner at the keyboard.

use super::*;

#[test]
fn an_examiner_goes_through_the_queue() {
    let (office, exam) = crossed();
    let mut window = office.window("李考", &["mark"]);
    // What decides a result comes first.
    window.until("the first reply", |look| look.has("What do you say?") && look.has("across a red line"));
    let all = window.all().join("\n");
    assert!(flat(&all).contains("2 replies wait to be read, and a result hangs on 1 of them."), "{all}");
    assert!(all.contains("Reply 1 of 2") && all.contains("Candidate: Let me look.") && all.contains("【Shut up】1"), "{all}");
    assert!(!all.contains("小满") && !all.contains(&exam), "{all}");
    window.press("2\r");
    window.until("what can be seen otherwise", |look| look.has("is not broken"));
    window.press("1\r");
    window.until("why", |look| look.has("Why? (needed"));
    assert!(
        flat(&window.all().join("\n")).contains("So it earns 4 of 4 points (the program gave 2). No red line is crossed."),
        "{:#?}",
        window.all()
    );
    // What is no reason is asked for again, and what was picked is kept.
    window.press("x\r");
    window.until("asked again", |look| look.has("A reason takes 2 to 500"));
    window.press("a song\r");
    window.until("sure", |look| look.has("Sign it so?"));
    window.press("1\r");
    window.until("the other", |look| look.has("Where is my bag?") && look.has("What do you say?"));
    assert!(window.all().join("\n").contains("TOLD-SAMPLE-LETTER"));
    window.press("3\r");
    assert_eq!(window.ends(), 0);
    assert!(window.all().join("\n").contains("1 read in this sitting, 1 still waiting."), "{:#?}", window.all());
    assert_eq!(stands(&office, &exam), "passed 100 exit 0");
}

#[test]
fn ctrl_c_keeps_what_was_marked() {
    let (office, exam) = crossed();
    let mut window = office.window("李考", &["mark", &exam]);
    window.until("the first reply", |look| look.has("What do you say?"));
    window.press("1\r");
    window.until("a reason, if there is one", |look| look.has("Enter alone gives none"));
    window.press("\r");
    window.until("the second", |look| look.has("Where is my bag?") && look.has("What do you say?"));
    window.press("\u{3}");
    assert_eq!(window.ends(), 130);
    assert_eq!(list(&office).as_array().map(Vec::len), Some(1));
    assert!(office.is_sound());
}

/// Somebody else marks it while it is read here: that stands, and the sitting goes on.
#[test]
fn what_somebody_else_marked_meanwhile_stands() {
    let (office, exam) = crossed();
    let mut window = office.window("李考", &["mark"]);
    window.until("the first reply", |look| look.has("What do you say?"));
    for n in ["1", "2"] {
        assert_eq!(mark(&office, "王考", &exam, n, &["--confirm"]).code, 0);
    }
    window.press("1\r");
    window.until("a reason, if there is one", |look| look.has("Enter alone gives none"));
    window.press("\r");
    assert_eq!(window.ends(), 0);
    let all = window.all().join("\n");
    assert!(
        all.contains("was read and signed by 王考 already") && all.contains("0 read in this sitting, 0 still waiting"),
        "{all}"
    );
    assert_eq!(office.acts().iter().filter(|it| matches!(it.act.deed, Deed::Marked { .. })).count(), 2);
}
