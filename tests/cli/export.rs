use insta::assert_snapshot;

use crate::desk::Desk;

#[test]
fn a_bank_goes_out_with_a_word_on_what_is_left() {
    let desk = Desk::at_shelf();
    let out = desk.path("b.gift").display().to_string();
    let said = desk.run(&["export", "kinds", "--to", "gift", "--out", &out]);
    assert_snapshot!(said, @"");
    assert_snapshot!(std::fs::read_to_string(&out).expect("written").lines().take(24).collect::<Vec<_>>().join("\n"), @"");
    assert_eq!(desk.run(&["export", "kinds", "--to", "gift", "--out", &out]).code, 5);
    assert_eq!(desk.run(&["export", "bank:kinds", "--to", "gift", "--out", &out, "--force"]).code, 0);
}

#[test]
fn what_cannot_be_written_is_told() {
    let desk = Desk::at_shelf();
    assert_snapshot!(desk.run(&["export", "kind", "--to", "gift"]), @"");
    assert_snapshot!(desk.run(&["export", "kinds", "--to", "pdf"]), @"");
}
