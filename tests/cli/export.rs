use insta::assert_snapshot;

use crate::desk::Desk;

#[test]
fn a_bank_goes_out_with_a_word_on_what_is_left() {
    let desk = Desk::at_shelf();
    let out = desk.path("b.gift").display().to_string();
    let said = desk.run(&["export", "kinds", "--to", "gift", "--out", &out]);
    assert_snapshot!(said, @"
    ── stderr ──
    changed faults: lines to find became multiple choice
    left out faults, match, one, seconds, several, sort, steps, true, word: level, points, skills, objectives, roles, order of options
    left out seconds: the unit: seconds
    changed sort: classes became matching
    changed steps: an order became matching: number to item
    Written to DESK/b.gift
    ── exit 0 ──
    ");
    assert_snapshot!(std::fs::read_to_string(&out).expect("written").lines().take(24).collect::<Vec<_>>().join("\n"), @"
    $CATEGORY: All kinds

    // question: 1  name: one
    // [id:one]
    ::one::[plain]What do you say first?{
    	=Hello, I am here.
    	~Wait.#The customer hears a cold voice.
    ####Say hello first.}

    // question: 2  name: several
    // [id:several]
    ::several::[plain]What is to be checked?{
    	~%50%The address
    	~%50%The phone
    	~%-100%Whether five stars will come#Reviews are the customer's business.
    ####The address and the phone.}

    // question: 3  name: true
    // [id:true]
    ::true::[plain]Say hello, then get to work.{TRUE####What a customer hears first is hello.}

    // question: 4  name: seconds
    // [id:seconds]
    ::seconds::[plain]How many golden seconds?{#
    ");
    assert_eq!(desk.run(&["export", "kinds", "--to", "gift", "--out", &out]).code, 5);
    assert_eq!(desk.run(&["export", "bank:kinds", "--to", "gift", "--out", &out, "--force"]).code, 0);
}

#[test]
fn what_cannot_be_written_is_told() {
    let desk = Desk::at_shelf();
    assert_snapshot!(desk.run(&["export", "kind", "--to", "gift"]), @r#"
    ── stderr ──
    Not done: There is no question bank or scenario "kind".
      What to do: Did you mean kinds?
    ── exit 2 ──
    "#);
    assert_snapshot!(desk.run(&["export", "kinds", "--to", "pdf"]), @r#"
    ── stderr ──
    Not done: There is no format "pdf", or it cannot hold this.
      What to do: These fit: gift · csv · xlsx.
    ── exit 2 ──
    "#);
}

#[test]
fn questions_of_exams_say_that_they_are_no_longer_when_they_come_back() {
    for to in ["csv", "gift"] {
        let ran = Desk::new().at("hall").run(&["export", "papers", "--to", to]);
        assert!(ran.code == 0 && ran.err.contains("set use = \"exam\" again"), "{to}: {ran}");
        let ran = Desk::new().at("hall").run(&["export", "drill", "--to", to]);
        assert!(ran.code == 0 && !ran.err.contains("use = \"exam\""), "{to}: {ran}");
    }
}
