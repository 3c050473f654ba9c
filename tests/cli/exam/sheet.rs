//! The answer sheet by script: left open, come back to, changed, marked for later, handed in.

use insta::assert_snapshot;

use super::{Desk, RIGHT, Talk, WRONG, all_right, sound, talks, verdict};

const BLANK: &str = "{ blank = true }";

/// To each question first this, then that.
fn first_then(first: impl Fn(usize) -> String, then: impl Fn(usize) -> String) -> String {
    let line = |n: usize| format!("\"papers/{}\" = [{}, {}]\n", RIGHT[n].1, first(n), then(n));
    (0..RIGHT.len()).map(line).collect::<String>() + &talks(Talk::Full, Talk::Full)
}

fn right(n: usize) -> String {
    RIGHT[n].2.to_owned()
}

fn wrong(n: usize) -> String {
    WRONG[n].2.to_owned()
}

fn blank(_: usize) -> String {
    BLANK.to_owned()
}

/// What the theory came to, and what was left open.
fn theory(desk: &Desk) -> (String, u64) {
    let (told, _) = desk.result();
    (
        told["parts"][0]["share"]["percent"].as_str().expect("a percent").to_owned(),
        told["open"]["questions"].as_u64().expect("a number"),
    )
}

#[test]
fn what_is_left_open_earns_nothing() {
    let desk = Desk::at_hall();
    let none: String = RIGHT.iter().map(|(_, id, _)| format!("\"papers/{id}\" = {BLANK}\n")).collect();
    let ran = desk.sits(&(none + &talks(Talk::Full, Talk::Full)));
    assert_eq!((ran.code, theory(&desk)), (1, ("0".to_owned(), 4)), "{ran}");
    assert_eq!(desk.happened().iter().filter(|e| *e == "answered").count(), 0);
    assert_snapshot!(ran.err.split("Question 4 of 4").nth(1).and_then(|s| s.split("Next comes").next()).expect("the sheet"), @"


    In which order?
    1. Look
    2. Tell
    3. Hear
    0. Answer sheet (leave this one for now, look at others, hand in)
    Your answer: answer sheet

    陈小满 · Licence of the hall
    Answer sheet: 0 of 4 answered
    1. ○ open · The bell rings. What first?
    2. ○ open · The word on the door?
    3. ○ open · What stands on the tray?
    4. ○ open · In which order?
    5. Go to the next open question (1)
    6. Flag question 4 to look at again
    7. Hand in
    Your answer: Hand in

    陈小满 · Licence of the hall
    Answer sheet: 0 of 4 answered

    4 questions are open and will earn 0.
    1. Not yet, back to the answer sheet
    2. Yes, hand in; nothing can be changed after that
    Your answer: Yes, hand in; nothing can be changed after that

    Handed in.

    陈小满 · Licence of the hall
    119 minutes left for the whole exam.
    ");
    sound(&desk);
}

/// Two are answered, two are left open; it is said before handing in, and handing in is asked for twice.
#[test]
fn handing_in_with_open_ones() {
    let desk = Desk::at_hall();
    let some: String = RIGHT
        .iter()
        .map(|(level, id, right)| format!("\"papers/{id}\" = {}\n", if *level == 1 { right } else { BLANK }))
        .collect();
    let ran = desk.sits(
        &(some
            + &talks(Talk::Full, Talk::Full)
            + "\"hall/sheet\" = [\"next-open\", \"hand-in\", \"hand-in\"]\n\"hall/hand-in\" = [\"back\", \"hand-in\"]"),
    );
    assert_eq!(theory(&desk), ("66.5".to_owned(), 2), "{ran}");
    let events = desk.happened();
    let handed: Vec<&str> = events[3..].iter().take_while(|e| *e != "began").map(String::as_str).collect();
    assert_eq!(handed, ["turned", "turned", "turned", "turned", "turned", "turned", "handed-in"], "{ran}");
}

#[test]
fn what_was_left_open_is_come_back_to() {
    let desk = Desk::at_hall();
    let picks = "\"hall/sheet\" = [\"next-open\", \"next-open\", \"next-open\", \"next-open\", \"hand-in\"]";
    let ran = desk.sits(&(first_then(blank, right) + picks));
    assert_eq!((ran.code, theory(&desk)), (0, ("100".to_owned(), 0)), "{ran}");
    sound(&desk);
}

/// The last answer counts, for better and for worse; what was answered before is shown, the options as they were dealt.
#[test]
fn an_answer_can_be_changed() {
    let picks = "\"hall/sheet\" = [\"1\", \"2\", \"3\", \"4\", \"hand-in\"]";
    for (answers, percent) in [(first_then(wrong, right), "100"), (first_then(right, wrong), "0")] {
        let desk = Desk::at_hall();
        let ran = desk.sits(&(answers + picks));
        assert_eq!(theory(&desk), (percent.to_owned(), 0), "{ran}");
        assert_eq!(desk.happened().iter().filter(|e| *e == "answered").count(), 8);
        let pages: Vec<&str> =
            ran.err.split("Question 1 of 4").skip(1).map(|page| page.split("\n\n").nth(1).expect("the item")).collect();
        let options = |page: &str| {
            page.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit())).map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(pages.len(), 2, "{ran}");
        assert_eq!(options(pages[0]), options(pages[1]), "{ran}");
        assert!(pages[1].contains("Your answer now"), "{}", pages[1]);
        sound(&desk);
    }
}

#[test]
fn an_item_is_marked_for_later() {
    let desk = Desk::at_hall();
    let picks = "\"hall/sheet\" = [\"flag\", \"2\", \"flag\", \"4\", \"flag\"]";
    let ran = desk.sits(&(all_right() + picks));
    assert_eq!((ran.code, theory(&desk).0.as_str()), (0, "100"), "{ran}");
    assert_eq!(desk.happened().iter().filter(|e| *e == "flagged").count(), 3);
    let sheets: Vec<&str> = ran.err.split("Answer sheet: ").skip(1).collect();
    assert_snapshot!(sheets[sheets.len() - 2], @"
    4 of 4 answered · flagged: 1
    1. ● answered · The bell rings. What first?
    2. ● answered · flagged · The word on the door?
    3. ● answered · What stands on the tray?
    4. ● answered · In which order?
    5. Hand in
    6. Flag question 4 to look at again
    Your answer: Hand in

    陈小满 · Licence of the hall
    ");
    sound(&desk);
}

/// However a file picks, it comes to an end.
#[test]
fn one_pick_serves_one_visit() {
    for (id, pick) in [("sheet", "flag"), ("sheet", "1"), ("hand-in", "back"), ("sheet", "next-open")] {
        let desk = Desk::at_hall();
        let ran = desk.sits(&format!("{}\"hall/{id}\" = \"{pick}\"", all_right()));
        if pick == "next-open" {
            assert_eq!(ran.code, 2, "everything is answered, so there is no next one: {ran}");
            assert_snapshot!(ran.err.split("Not done").nth(1).expect("a refusal"), @"
            : The answers file does not go on from here; what came before is kept.
              Cause: “hall/sheet” does not offer “next-open”. Offered: 1, 2, 3, 4, hand-in, flag
            ");
        } else {
            assert_eq!((ran.code, verdict(&desk).2.as_str()), (0, "100"), "{id} {pick}: {ran}");
        }
    }
}

/// Visits are counted by what was recorded: a file that stopped goes on where it stopped.
#[test]
fn visits_count_on_after_a_break() {
    let desk = Desk::at_hall();
    let once: String = (0..RIGHT.len()).map(|n| format!("\"papers/{}\" = [{}]\n", RIGHT[n].1, wrong(n))).collect();
    let picks = "\"hall/sheet\" = [\"flag\", \"1\", \"2\", \"3\", \"4\", \"hand-in\"]";
    let stopped = desk.sits(&(once + picks));
    assert_eq!(stopped.code, 2, "there is no second answer: {stopped}");
    let ran = desk.sits(&(first_then(wrong, right) + picks));
    assert_eq!((ran.code, theory(&desk).0.as_str()), (0, "100"), "{ran}");
    assert_eq!(desk.happened().iter().filter(|e| *e == "flagged").count(), 1, "not once more");
}
