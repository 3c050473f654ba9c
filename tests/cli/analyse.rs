//! `analyse`: what exact walking tells of a scenario.

use insta::assert_snapshot;

use crate::desk::Desk;

#[test]
fn a_talk_is_worked_out() {
    let desk = Desk::at_shelf();
    assert_snapshot!(desk.run(&["analyse", "long-line"]), @"");
    assert_snapshot!(desk.run(&["analyse", "long-line", "--lang", "zh-CN"]), @"");
}

#[test]
fn programs_get_every_figure() {
    let desk = Desk::at_shelf();
    let (told, exit) = desk.json(&["analyse", "scenario:long-line"]);
    assert_eq!(exit, 0);
    assert_snapshot!(format!("{told:#}"), @"");
}

#[test]
fn what_is_no_scenario_is_told_so() {
    let desk = Desk::at_shelf();
    assert_snapshot!(desk.run(&["analyse", "long-lin"]), @"");
    assert_snapshot!(desk.run(&["analyse", "kinds"]), @"");
}
