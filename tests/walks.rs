//! The golden walkthroughs beside the shipped scenarios, run through the one loop.

use std::io;

use onduty::cli::rehearse::{Came, Walker};
use onduty::content::walk::Walk;
use onduty::locale::{Tongue, Words};

use crate::desk::Desk;

#[test]
fn every_shipped_walk_comes_to_what_it_says() {
    let desk = Desk::empty();
    let mut ports = desk.ports(Box::new(io::sink()), || Box::new(io::sink()));
    let loaded = onduty::content::load_shipped();
    let mut walker = Walker::new(&mut ports, loaded.library, &std::rc::Rc::new(Words::new(Tongue::Zh)));
    let mut wrong = Vec::new();
    for walk in &loaded.walks {
        match walker.walk(walk).expect("a walk's store does not fail").0 {
            Came::Expected => {}
            Came::Elsewhere(came) => wrong.push(format!("{} {}: came to {came:?}", walk.scenario, walk.id)),
            Came::Strayed(stray) => wrong.push(format!("{} {}: {stray:?}", walk.scenario, walk.id)),
            Came::Unfit(failure) => wrong.push(format!("{} {}: {failure:?}", walk.scenario, walk.id)),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(loaded.walks.len() >= 36, "model, mistake and red line for each of twelve");
}

#[test]
fn every_shipped_scenario_has_a_model_a_mistake_and_a_red_line() {
    let loaded = onduty::content::load_shipped();
    for scenario in loaded.library.scenarios.keys() {
        let of: Vec<&Walk> = loaded.walks.iter().filter(|w| w.scenario == *scenario).collect();
        let named = |id: &str| of.iter().find(|w| w.id == id).unwrap_or_else(|| panic!("{scenario} has no walk {id}"));
        assert!(named("model").expect.passed && named("model").expect.percent >= 95, "{scenario}");
        assert!(!named("mistake").expect.passed && !named("red-line").expect.passed, "{scenario}");
    }
}
