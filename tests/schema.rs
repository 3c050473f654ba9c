//! What `schema` prints, read by another program: every file that is right is right by it, every mistake of shape is one by it too.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use jsonschema::Validator;
use onduty::base::id::is_slug;
use onduty::content::codes;
use onduty::content::files::{Root, Source};
use onduty::content::shape::form::{self, Form};
use onduty::content::shape::schema::{ANY_FILE, names, schema};
use onduty::locale::{Tongue, Words};
use onduty::model::licence::Pattern;
use onduty::model::scenario::condition::{Condition, is_var_name};
use onduty::model::span::{Lasts, Span};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Codes whose wrong example no schema accepts.
const STRUCTURAL: &[&str] = &[
    "E010", "E011", "E012", "E013", "E101", "E102", "E103", "E104", "E105", "E106", "E107", "E108", "E109", "E203", "E301",
    "E302", "E303", "E304", "E305", "E401", "E402", "E403", "E408", "E409", "E502", "E503", "E801", "E802", "E803", "E804",
    "E805", "E810", "W902",
];

/// Codes of how a file is stored and written, before there is any shape.
const BEFORE: &[&str] = &["E001", "E002", "E003", "E004", "E005", "E006", "E007", "E008", "E009"];

// All others are about more than a file's shape: what ids name and whether they are unique (E2…), what a text comes to after
// normalisation (E306, E307), what variables are declared as and where replies lead (E404 … E407, E410), what another file or the
// library says (E015, E110, most of E5), sums and durations compared (E806, E807), what the whole library can supply (E808, E809). Advice (W…, but for
// a list that is empty) and what an exact analysis shows (A…) are no mistakes of shape at all.

fn folder(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

fn made(name: &str, tongue: Tongue) -> Value {
    let words = Words::new(tongue);
    let text = schema(name, &|sentence| words.get(sentence)).expect("a schema");
    serde_json::from_str(&text).expect("JSON")
}

fn validator(name: &str) -> Validator {
    jsonschema::draft202012::new(&made(name, Tongue::En)).expect("a schema that can be used")
}

/// As editors see a file: dates are texts. `None`: it is no TOML.
fn as_json(source: &Source) -> Option<Value> {
    fn value(of: toml::Value) -> Value {
        match of {
            toml::Value::String(text) => text.into(),
            toml::Value::Integer(number) => number.into(),
            toml::Value::Float(number) => number.into(),
            toml::Value::Boolean(flag) => flag.into(),
            toml::Value::Datetime(date) => date.to_string().into(),
            toml::Value::Array(all) => all.into_iter().map(value).collect::<Vec<_>>().into(),
            toml::Value::Table(table) => Value::Object(table.into_iter().map(|(key, of)| (key, value(of))).collect()),
        }
    }
    source.readable.then_some(())?;
    Some(value(toml::Value::Table(toml::from_str(source.text.trim_start_matches('\u{feff}')).ok()?)))
}

/// The schema that a file's kind has.
fn kind_of(file: &Value) -> Option<String> {
    if let Some(of) = file.get("translates").and_then(Value::as_str) {
        return Some(format!("{}-translation", of.split(':').next()?));
    }
    names().into_iter().find(|name| file.get(name).is_some())
}

fn wrong(validator: &Validator, file: &Value) -> Vec<String> {
    validator.iter_errors(file).map(|e| format!("  {}: {e}", e.instance_path()).chars().take(300).collect()).collect()
}

#[test]
fn every_schema_is_one() {
    for name in names() {
        let made = made(&name, Tongue::Zh);
        assert!(jsonschema::draft202012::meta::is_valid(&made), "{name}");
        assert_eq!(made["$schema"], "https://json-schema.org/draft/2020-12/schema");
    }
    assert_eq!(names().len(), 22);
}

/// The shipped library and those of the tests: by the schema of their kind, and by the one for any file.
#[test]
fn what_is_right_is_right_by_the_schema() {
    let validators: BTreeMap<String, Validator> = names().into_iter().map(|name| (name.clone(), validator(&name))).collect();
    let mut sources = Root::shipped().sources;
    for name in ["shelf", "hall", "findings/harness"] {
        sources.extend(Root::read(&folder(name)).sources);
    }
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for source in &sources {
        let file = as_json(source).expect("TOML");
        let kind = kind_of(&file).unwrap_or_else(|| panic!("{} is of no kind", source.name));
        for name in [kind.as_str(), ANY_FILE] {
            let found = wrong(&validators[name], &file);
            if !found.is_empty() {
                all.push(format!("{} by {name}\n{}", source.name, found.join("\n")));
            }
        }
        seen.insert(kind);
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
    assert_eq!(seen.len() + 1, names().len(), "{seen:?}");
}

/// The files of a code's wrong example, and whether the code is found in each.
fn example(code: &str) -> Vec<(Source, bool)> {
    let single = folder("findings").join(format!("{code}.toml"));
    if let Ok(text) = std::fs::read_to_string(&single) {
        return vec![(Source::new("x.toml", &text), true)];
    }
    if !folder("findings").join(code).is_dir() {
        return Vec::new();
    }
    let expected = std::fs::read_to_string(folder("findings").join(code).join("expect.txt")).unwrap_or_default();
    let named = |source: &Source| {
        let short = source.name.rsplit('/').next().expect("a name");
        expected.lines().any(|line| line.starts_with(&format!("{code} {short} ")))
    };
    Root::read(&folder("findings").join(code))
        .sources
        .into_iter()
        .map(|s| {
            let at = named(&s);
            (s, at)
        })
        .collect()
}

#[test]
fn what_is_wrong_in_shape_is_wrong_by_the_schema() {
    let any = validator(ANY_FILE);
    let mut off = Vec::new();
    for code in codes::ALL.iter().map(|c| c.code).filter(|code| !BEFORE.contains(code)) {
        for (source, here) in example(code) {
            let Some(file) = as_json(&source) else {
                off.push(format!("{code}: {} is no TOML", source.name));
                continue;
            };
            let found = wrong(&any, &file);
            let own = kind_of(&file).filter(|kind| names().contains(kind)).map(|kind| wrong(&validator(&kind), &file));
            let should = here && STRUCTURAL.contains(&code);
            if found.is_empty() == should || own.is_some_and(|own| own.is_empty() == should && code != "E013") {
                off.push(format!(
                    "{code} {} should {}be wrong\n{}",
                    source.name,
                    if should { "" } else { "not " },
                    found.join("\n")
                ));
            }
        }
    }
    assert!(off.is_empty(), "{}", off.join("\n"));
    for code in ["E003", "E004", "E005", "E006"] {
        assert!(example(code).iter().any(|(source, _)| as_json(source).is_none()), "{code}");
    }
}

/// Each example is refused at the place where the finding is: nothing else of it is called wrong.
#[test]
fn the_schema_points_where_the_finding_does() {
    let at = |code: &str, kind: &str| {
        let (source, _) = example(code).into_iter().find(|(_, here)| *here).expect("an example");
        let file = as_json(&source).expect("TOML");
        let validator = validator(kind);
        validator.iter_errors(&file).map(|e| e.instance_path().to_string()).collect::<Vec<_>>()
    };
    assert_eq!(at("E101", "bank"), ["/question/0/level"]);
    assert_eq!(at("E102", "bank"), ["/question/0"]);
    assert_eq!(at("E103", "bank"), ["/question/0/options/0"]);
    assert_eq!(at("E105", "bank"), ["/bank/use"]);
    assert_eq!(at("E106", "bank"), ["/question/0/level"]);
    assert_eq!(at("E108", "bank"), ["/question/0/points"]);
    assert_eq!(at("E401", "scenario"), ["/turn/1"]);
    assert_eq!(at("E403", "scenario"), ["/turn/0/reply/1/when/0"]);
    assert_eq!(at("E803", "licence"), ["/validity/lasts"]);
}

/// Every key is described in both languages, and nothing is described that is no key.
#[test]
fn every_key_has_its_words_and_no_words_are_left_over() {
    for (tongue, text) in
        [(Tongue::Zh, include_str!("../src/locale/zh-CN/schema.ftl")), (Tongue::En, include_str!("../src/locale/en/schema.ftl"))]
    {
        let used = std::cell::RefCell::new(BTreeSet::new());
        let words = Words::new(tongue);
        for name in names() {
            let text = schema(&name, &|sentence| {
                used.borrow_mut().insert(sentence.to_owned());
                words.get(sentence)
            });
            assert!(!text.expect("a schema").contains('⟦'), "{name}");
        }
        let used = used.into_inner();
        let keys = text.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key);
        let own = ["schema-head", "schema-written", "schema-next", "schema-not-ours", "schema-not-ours-hint"];
        let idle: Vec<&str> = keys.filter(|key| !used.contains(*key) && !own.contains(key)).collect();
        assert_eq!(idle, [""; 0]);
        assert!(used.len() > 150);
    }
}

/// As editors divide, in binary fractions: every number of at most three decimals is right, every other is wrong.
#[test]
fn decimals_are_right_in_binary_too() {
    let schema = made("bank", Tongue::En);
    let parts = schema["$defs"]["question"]["properties"]["points"]["anyOf"].as_array().expect("parts").clone();
    let parts: Vec<f64> = parts.iter().filter_map(|part| part["multipleOf"].as_f64()).collect();
    let whole = |text: &str| {
        let number: f64 = text.parse().expect("a number");
        parts.iter().any(|part| (number / part).fract() == 0.0)
    };
    for n in (1..20_000).chain((20_000..100_000_000).step_by(7919)) {
        let text = format!("{}.{:03}", n / 1000, n % 1000);
        assert!(whole(&text), "{text}");
        assert!(!whole(&format!("{text}{}", n % 9 + 1)), "{text}{}", n % 9 + 1);
    }
}

fn fits(form: &Form) -> Validator {
    let all: Vec<Value> = form.0.iter().map(|pattern| json!({ "pattern": pattern })).collect();
    jsonschema::draft202012::new(&json!({ "allOf": all })).expect("patterns")
}

/// Whatever is typed: what a parser takes, its pattern takes; what a pattern takes beyond that is only too large.
#[test]
fn patterns_agree_with_their_parsers() {
    type Is = fn(&str) -> bool;
    let forms: &[(&Form, Is, &str)] = &[
        (&form::SLUG, is_slug, "[a-c0A_é-]{0,4}|[a-z-]{60,66}"),
        (&form::VARIABLE, is_var_name, "[a-cA0_é-]{0,4}"),
        (
            &form::CONDITION,
            |text| Condition::parse(text).is_some(),
            "[ ]?!?[ ]?[a-b!]{0,2}[ ]?(==|!=|<=|>=|<|>|=|≥)?[ ]?[+-]?[0-9]{0,3}[ ]?",
        ),
        (&form::SPAN, |text| Span::parse(text).is_some(), "-?[0-1]{0,2}[.]?[0-9]?(s|m|h|d|mo|)"),
        (&form::SOME_SPAN, |text| Span::parse(text).is_some_and(|span| span.0 > 0), "-?[0-1]{0,2}[.]?[0-9]?(s|m|h|d|mo|)"),
        (&form::LASTS, |text| Lasts::parse(text).is_some(), "-?[0-1]{0,3}(s|m|h|d|mo|)"),
        (
            &form::NUMBER,
            |text| Pattern::parse(text).is_some(),
            r"(证|-|\{|\}|\{issuer\}|\{serial\}|\{serial:[0-9]\}|\{yyyymmdd\}|\{year\}|\{serial:x\}){0,4}",
        ),
    ];
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for (form, is, typed) in forms {
        let fits = fits(form);
        let mut taken = 0;
        for _ in 0..600 {
            let tree = proptest::string::string_regex(typed).expect("a regex").new_tree(&mut runner).expect("a text");
            let text = proptest::strategy::ValueTree::current(&tree);
            assert_eq!(fits.is_valid(&json!(text)), is(&text), "{text:?} {form:?}");
            taken += usize::from(is(&text));
        }
        assert!((5..595).contains(&taken), "{taken} {form:?}");
    }
}
