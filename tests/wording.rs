//! The shipped register against labelled sentences, which were written and labelled without sight of its phrases (`tests/wording/*.json`):
//! misses are mended in the register, never in the labels. What it comes to is printed, rule by rule and language by language.

#![allow(clippy::disallowed_methods, reason = "labels are files")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use onduty::base::id::RuleId;
use onduty::content::load_shipped;
use onduty::model::wording::{Register, Sent, Severity};
use onduty::model::writing::{Around, Hit};
use serde::Deserialize;

/// A sentence with what it must do.
#[derive(Deserialize)]
struct Labelled {
    rule: String,
    lang: String,
    fires: bool,
    text: String,
    #[serde(default)]
    customer: Option<String>,
    #[serde(default)]
    earlier: Vec<String>,
    #[serde(default)]
    public: bool,
}

/// A reply of which no red line may fire.
#[derive(Deserialize)]
#[serde(untagged)]
enum Acceptable {
    Text(String),
    Object {
        text: String,
        #[serde(default)]
        public: bool,
    },
}

/// What a rule comes to.
#[derive(Clone, Copy, Default)]
struct Tally {
    hit: usize,
    missed: usize,
    false_alarm: usize,
}

impl Tally {
    fn precision(self) -> f64 {
        share(self.hit, self.hit + self.false_alarm)
    }

    fn recall(self) -> f64 {
        share(self.hit, self.hit + self.missed)
    }

    fn add(&mut self, other: Self) {
        self.hit += other.hit;
        self.missed += other.missed;
        self.false_alarm += other.false_alarm;
    }
}

fn share(part: usize, of: usize) -> f64 {
    if of == 0 { 1.0 } else { part as f64 / of as f64 }
}

/// Where the labels lie; elsewhere where somebody tries others.
fn folder() -> PathBuf {
    std::env::var_os("ONDUTY_WORDING_LABELS")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wording"), PathBuf::from)
}

fn read<T: for<'d> Deserialize<'d>>(name: &str) -> Vec<T> {
    let path = folder().join(name);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}

fn shipped() -> std::sync::Arc<Register> {
    load_shipped().library.wordings[&"chat".into()].clone()
}

/// Whether a rule fires on a sentence, counted or covered by a heavier one.
fn fires(register: &Register, one: &Labelled) -> bool {
    let earlier: Vec<Sent> = one.earlier.iter().filter_map(|text| Sent::of(text)).collect();
    let around = Around { customer: one.customer.as_deref(), earlier: &earlier, public: one.public };
    let rule = RuleId::from(one.rule.as_str());
    register.rulebook().read(&one.text).all_hits(&around).iter().any(|hit: &Hit| hit.rule == rule)
}

/// Each set was frozen before the register saw it: `tests/wording/README.md`.
#[test]
fn labels() {
    held(&["labels-zh.json", "labels-en.json"]);
}

#[test]
fn labels_of_others() {
    held(&["second-zh.json", "second-en.json"]);
}

#[test]
fn labels_of_a_third() {
    held(&["third-zh.json", "third-en.json"]);
}

#[allow(clippy::print_stdout, reason = "the figures are what one runs this for")]
fn held(files: &[&str]) {
    let register = shipped();
    let mut by: BTreeMap<(String, String), Tally> = BTreeMap::new();
    let mut wrong = Vec::new();
    for one in files.iter().copied().flat_map(read::<Labelled>) {
        assert!(register.rules.iter().any(|rule| rule.id.as_str() == one.rule), "no rule {}", one.rule);
        let tally = by.entry((one.rule.clone(), one.lang.clone())).or_default();
        match (one.fires, fires(&register, &one)) {
            (true, true) => tally.hit += 1,
            (true, false) => tally.missed += 1,
            (false, true) => tally.false_alarm += 1,
            (false, false) => continue,
        }
        if one.fires != fires(&register, &one) {
            wrong.push(format!("{} {} {}: {}", if one.fires { "missed" } else { "false" }, one.rule, one.lang, one.text));
        }
    }
    let mut all = Tally::default();
    println!("{:24} {:6} {:>9} {:>7}", "rule", "lang", "precision", "recall");
    for ((rule, lang), tally) in &by {
        println!("{rule:24} {lang:6} {:>9.3} {:>7.3}", tally.precision(), tally.recall());
        all.add(*tally);
    }
    println!("{:24} {:6} {:>9.3} {:>7.3}", "overall", "", all.precision(), all.recall());
    println!("{}", wrong.join("\n"));
    let low: Vec<String> = by
        .iter()
        .filter(|(_, tally)| tally.precision() < 0.8 || tally.recall() < 0.8)
        .map(|((rule, lang), _)| format!("{rule} {lang}"))
        .collect();
    assert!(low.is_empty(), "below 0.8: {}", low.join(", "));
    assert!(all.precision() >= 0.95 && all.recall() >= 0.95, "overall below 0.95");
    // Each rule that a text can break was tried in both languages.
    let tried = |lang: &str| by.keys().filter(|(_, of)| of == lang).count();
    assert_eq!((tried("zh-CN"), tried("en")), (15, 15));
}

#[test]
fn acceptable_replies_cross_no_red_line() {
    let register = shipped();
    let all = read::<Acceptable>("acceptable.json");
    let mut crossed = Vec::new();
    for one in &all {
        let (text, public) = match one {
            Acceptable::Text(text) => (text, false),
            Acceptable::Object { text, public } => (text, *public),
        };
        let hits = register.rulebook().hits(text, &Around { public, ..Around::default() });
        crossed.extend(hits.iter().filter(|hit| hit.severity == Severity::RedLine).map(|hit| format!("{}: {text}", hit.rule)));
    }
    assert!(crossed.is_empty(), "{}", crossed.join("\n"));
    assert!(all.len() >= 300, "{}", all.len());
}
