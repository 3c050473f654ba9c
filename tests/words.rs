//! No sentence is shown with a gap left open: what fills it stands beside its key in the code. And a key that is made up of a word
//! from one of the lists has a sentence for every word of that list.
#![allow(clippy::disallowed_methods, reason = "sources are read")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use onduty::analysis::items::advice::Advice;
use onduty::credential::claims::NoteKind;
use onduty::locale::{Tongue, Words};
use onduty::model::question::KINDS;
use onduty::model::scenario::{Category, Outcome};
use onduty::model::word::{CourseBlock, Disclose, Identity, Layer, Letting, PartOf, RedLine, Ruling, Severity, StaffRole, Use};
use onduty::report::account::facts::State;

fn under(folder: &str) -> Vec<PathBuf> {
    let mut all = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    let mut files = Vec::new();
    while let Some(path) = all.pop() {
        if path.is_dir() {
            all.extend(std::fs::read_dir(path).expect("a folder").map(|entry| entry.expect("an entry").path()));
        } else {
            files.push(path);
        }
    }
    files
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).expect("text")
}

/// Every key with the gaps of its sentence, those of sentences named in it among them.
fn gaps(tongue: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut out: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut key = String::new();
    for text in under(&format!("src/locale/{tongue}")).iter().map(|path| read(path)) {
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((name, _)) = line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_alphanumeric())) {
                key = name.to_owned();
            }
            let word = |gap: &str| gap.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '_')).collect();
            out.entry(key.clone()).or_default().extend(line.split('$').skip(1).map(word));
        }
    }
    out
}

/// Every `"key", [("gap", …), …]` of the code: key, gaps filled, file.
fn filled() -> Vec<(String, BTreeSet<String>, String)> {
    let mut out = Vec::new();
    for path in under("src").into_iter().filter(|path| path.extension().is_some_and(|e| e == "rs")) {
        let text = read(&path);
        for (at, _) in text.match_indices("\", [") {
            let key = text[..at].rsplit('"').next().unwrap_or_default().to_owned();
            let mut depth = 0;
            let rest = &text[at + 3..];
            let end = rest.find(|c| {
                depth += i32::from(c == '[') - i32::from(c == ']');
                depth == 0
            });
            let list = &rest[..end.expect("a list ends")];
            let names = list.split("(\"").skip(1).filter_map(|part| part.split('"').next()).map(str::to_owned).collect();
            out.push((key, names, path.display().to_string()));
        }
    }
    out
}

#[test]
fn every_failure_and_hint_fills_the_gaps_of_its_sentence() {
    let all = filled();
    for tongue in ["zh-CN", "en"] {
        let gaps = gaps(tongue);
        let known: Vec<_> = all.iter().filter_map(|(key, names, file)| Some((key, gaps.get(key)?, names, file))).collect();
        assert!(known.len() > 100, "only {} are looked at", known.len());
        for (key, gaps, names, file) in known {
            assert!(gaps.is_subset(names), "{file}: {key} has the gaps {gaps:?}, filled are {names:?}");
        }
    }
}

/// Every key that ends in a word of a list: how it begins, and the words.
fn families() -> BTreeMap<&'static str, Vec<String>> {
    fn words<T>(list: &[(&str, T)]) -> Vec<String> {
        list.iter().map(|(word, _)| (*word).to_owned()).collect()
    }
    BTreeMap::from([
        ("category", words(Category::ALL)),
        ("identity", words(Identity::ALL)),
        ("sitting-by", words(Identity::ALL)),
        ("outcome", words(Outcome::ALL)),
        ("paper-block", words(CourseBlock::ALL)),
        ("paper-how", KINDS.iter().map(|kind| (*kind).to_owned()).collect()),
        ("paper-layer", words(Layer::ALL)),
        ("part", words(PartOf::ALL)),
        ("role", words(StaffRole::ALL)),
        ("rules-feedback", words(Disclose::ALL)),
        ("rules-red-line", words(RedLine::ALL)),
        ("severity", words(Severity::ALL)),
        ("trend", ["new", "rising", "steady", "falling"].map(str::to_owned).to_vec()),
        ("took", ["best", "good", "last", "late", "silent"].map(str::to_owned).to_vec()),
        ("turn-clock-said", ["best", "good", "last", "used"].map(str::to_owned).to_vec()),
        ("turn-clock", ["best", "good", "last", "late"].map(str::to_owned).to_vec()),
        ("letting", Letting::ALL.iter().map(|(word, _)| word.replace('_', "-")).collect()),
        ("use", words(Use::ALL)),
        ("wording", words(Severity::ALL)),
        ("licence", NoteKind::ALL.iter().map(|kind| kind.genre().replace('/', "-")).collect()),
        ("talk-outcome", words(Outcome::ALL)),
        ("talk-farewell", words(Outcome::ALL)),
        ("talk-debrief", words(Outcome::ALL)),
        ("stats", advice()),
        ("report-alarm", advice().into_iter().chain(["exposed".to_owned()]).collect()),
        ("report-state", State::ALL.iter().map(|state| state.name().to_owned()).collect()),
        ("ruling", words(Ruling::ALL)),
        ("ruling-name", words(Ruling::ALL)),
        ("took", ["best", "good", "last", "late", "silent"].map(str::to_owned).into()),
        ("overall", (1..=5).map(|mark| mark.to_string()).collect()),
    ])
}

/// What statistics advise, with some option where one is named.
fn advice() -> Vec<String> {
    use Advice::{BelowGuessing, BestTake, DoesNotSeparate, Inverted, NobodyTakes, SeparatesWeakly, TooEasy, TooHard};
    let all = [
        Inverted,
        BestTake("a".into()),
        BelowGuessing,
        TooHard,
        TooEasy,
        DoesNotSeparate,
        SeparatesWeakly,
        NobodyTakes("a".into()),
    ];
    all.iter().map(|advice| advice.word().to_owned()).collect()
}

#[test]
fn every_word_of_a_list_has_its_sentence_in_both_languages() {
    for words in [Tongue::Zh, Tongue::En].map(Words::new) {
        for (begin, list) in families() {
            let silent: Vec<_> = list.iter().filter(|word| !words.has(&format!("{begin}-{word}"))).collect();
            assert!(silent.is_empty(), "{}: no sentence for {begin}-{silent:?}", words.tongue().tag());
        }
    }
}

/// `format!("use-{}", bank.use_.word())` in the code is a list above.
#[test]
fn no_list_is_forgotten() {
    let families = families();
    let mut seen = BTreeSet::new();
    for path in under("src").into_iter().filter(|path| path.extension().is_some_and(|e| e == "rs")) {
        for line in
            read(&path).lines().filter(|line| [".word()", ".genre()", "kind.name()"].iter().any(|word| line.contains(word)))
        {
            let Some((begin, _)) = line.split_once("format!(\"").and_then(|(_, rest)| rest.split_once("-{}\"")) else { continue };
            assert!(families.contains_key(begin), "{}: {begin}-… is made up of a list that is not looked at", path.display());
            seen.insert(begin.to_owned());
        }
    }
    assert!(seen.len() >= 10, "only {seen:?} are seen");
}

/// What acts and events are called where they are listed: serde itself names all kinds.
#[test]
fn every_kind_of_act_and_event_has_its_word_in_both_languages() {
    let act = serde_json::from_str::<onduty::attempt::act::Deed>(r#"{"act":"?"}"#).expect_err("no act").to_string();
    let event = serde_json::from_str::<onduty::attempt::event::Body>(r#"{"event":"?"}"#).expect_err("no event").to_string();
    for (unknown, begin, some) in [(&act, "held-act", ["appointed", "sitting"]), (&event, "held-event", ["turned", "extended"])] {
        let kinds: Vec<&str> = unknown.split('`').skip(3).step_by(2).collect();
        assert!(some.iter().all(|it| kinds.contains(it)), "{unknown}");
        for tongue in [Tongue::Zh, Tongue::En] {
            let words = Words::new(tongue);
            let missing: Vec<_> = kinds.iter().filter(|kind| !words.has(&format!("{begin}-{kind}"))).collect();
            assert!(missing.is_empty(), "{begin}: {missing:?}");
        }
    }
}

/// Between Chinese words stand Chinese marks; what is code keeps its own.
#[test]
fn chinese_has_chinese_punctuation() {
    let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c) || "“”（）《》}".contains(c);
    let goes_on = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c) || "“（《".contains(c);
    for path in under("src/locale/zh-CN") {
        let text = read(&path);
        let lines =
            text.lines().filter(|line| !line.trim_start().starts_with('#') && !line.contains('`') && !line.contains("fit("));
        for line in lines.filter(|line| !line.contains("{\"")) {
            let all: Vec<char> = line.chars().collect();
            let wrong = all.windows(3).any(|it| han(it[0]) && ",;:!?".contains(it[1]) && it[2] == ' ')
                || all.windows(2).any(|it| han(it[0]) && it[0] != '}' && it[1] == '(' || it[0] == ')' && goes_on(it[1]));
            assert!(!wrong, "{}: {line}", path.display());
        }
    }
}

/// What is joined for a sentence before anybody knows who reads it gets the reader's marks.
#[test]
fn joined_things_have_the_marks_of_the_reader() {
    use onduty::cli::failure::{Between, Failure};
    let names = Between::Semicolon.join(&[Between::Comma.join(&["a", "b"]), Between::Colon.join(&["c", "d"])]);
    let failure = Failure::usage("fail-which-staff", [("names", &names)]);
    let said = |tongue| failure.lines(&Words::new(tongue)).concat();
    assert!(said(Tongue::Zh).contains("a、b；c：d"), "{}", said(Tongue::Zh));
    assert!(said(Tongue::En).contains("a, b; c: d"), "{}", said(Tongue::En));
}
