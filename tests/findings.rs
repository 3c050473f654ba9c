//! Each code has a wrong example in `tests/findings/`, which is found at the place it names, and nothing else is.
//!
//! `CODE.toml` is read together with the small library in `harness/`; its first lines say what is expected. A folder `CODE/` is a
//! library of its own, with `expect.txt`.

#![allow(clippy::disallowed_methods, reason = "examples are files")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use onduty::content::files::{Root, Source};
use onduty::content::source::Lines;
use onduty::content::{Loaded, codes, load};
use onduty::locale::{Tongue, Value, Words};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings")
}

/// `CODE file line:column`, sorted, with names relative to the library's folder.
fn told(loaded: &Loaded, root: &str) -> Vec<String> {
    let mut out: Vec<String> = loaded
        .findings
        .iter()
        .map(|f| {
            let text = loaded.sources.get(&f.at.file).map_or("", |text| text);
            let spot = Lines::of(text).spot(f.at.span.start);
            let name = f.at.file.strip_prefix(root).map_or(&*f.at.file, |name| name.trim_start_matches('/'));
            format!("{} {name} {}:{}", f.code, spot.line, spot.column)
        })
        .collect();
    out.sort();
    out
}

/// Every sentence of every finding can be said in both languages, with no gap left open.
fn said(loaded: &Loaded) {
    for words in [Words::new(Tongue::Zh), Words::new(Tongue::En)] {
        for f in &loaded.findings {
            let args: Vec<(&str, Value<'_>)> = f.args.iter().map(|(k, v)| (*k, Value::from(v.as_str()))).collect();
            for part in ["", "-label", "-help", "-page"] {
                let text = words.with(&format!("{}{part}", f.code.to_lowercase()), &args);
                assert!(!text.contains("{$") && !text.contains('⟦'), "{} {part}: {text} {:?}", f.code, f.args);
            }
        }
    }
}

fn with_harness(name: &str, text: &str) -> Loaded {
    let mut root = Root::read(&folder().join("harness"));
    root.name = "harness".to_owned();
    for source in &mut root.sources {
        let short = source.name.rsplit('/').next().expect("a name").to_owned();
        *source = Source::new(&short, &source.text);
    }
    root.sources.push(Source::new(name, text));
    load(vec![root])
}

/// Adds what only an exact walk of the example shows; few states are enough for the one that has too many.
fn walk(loaded: &mut Loaded) {
    let mut found = onduty::cli::check::walked(loaded, 1000, &mut || ());
    found.retain(|f| &*f.at.file == "x.toml");
    loaded.findings.append(&mut found);
}

#[test]
fn the_harness_is_clean() {
    let loaded = load(vec![Root::read(&folder().join("harness"))]);
    assert_eq!(told(&loaded, ""), [""; 0]);
    assert_eq!((loaded.library.courses.len(), loaded.library.banks.len(), loaded.library.scenarios.len()), (1, 1, 1));
    assert!(loaded.touched.is_empty());
}

#[test]
fn each_example_gives_what_it_expects_and_nothing_else() {
    let mut wrong = Vec::new();
    for path in fs::read_dir(folder()).expect("the examples").map(|e| e.expect("an entry").path()) {
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        if name == "harness" {
            continue;
        }
        let (loaded, mut expected) = if path.is_dir() {
            let expected = fs::read_to_string(path.join("expect.txt")).expect("what is expected");
            let mut loaded = load(vec![Root::read(&path)]);
            if name.starts_with('A') {
                let mut found = onduty::cli::check::walked(&loaded, 1000, &mut || ());
                loaded.findings.append(&mut found);
            }
            (loaded, expected.lines().map(str::to_owned).collect::<Vec<_>>())
        } else {
            let text = fs::read_to_string(&path).expect("an example");
            let lines = text.lines().filter_map(|l| l.strip_prefix("# expect: "));
            let expected = lines.map(|l| l.replacen(' ', " x.toml ", 1)).collect();
            let mut loaded = with_harness("x.toml", &text);
            if name.starts_with('A') {
                walk(&mut loaded);
            }
            (loaded, expected)
        };
        expected.sort();
        said(&loaded);
        let told = told(&loaded, &path.to_string_lossy());
        if told != expected || !told.iter().any(|line| line.starts_with(&name)) {
            wrong.push(format!("{name}\n  expected {expected:?}\n  told     {told:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_code_has_an_example() {
    // What depends on the disk is tried in `content/files`; a library over another in `layers`.
    let elsewhere = ["E001", "E002", "E009", "W606", "W904"];
    let have: BTreeSet<String> = fs::read_dir(folder())
        .expect("the examples")
        .map(|e| e.expect("an entry").path().file_stem().expect("a name").to_string_lossy().into_owned())
        .collect();
    for code in codes::ALL.iter().filter(|c| !elsewhere.contains(&c.code)) {
        assert!(have.contains(code.code), "{} has no example", code.code);
    }
}

/// A library from texts, under the folder name `lib`.
fn library(files: &[(&str, &str)]) -> Root {
    let mut root = Root { name: "lib".to_owned(), ..Root::default() };
    for (name, text) in files {
        root.bytes(&format!("lib/{name}"), text.as_bytes());
    }
    root
}

/// Texts with `⟦CODE⟧` just before each planted mistake: the library without the marks, and what is expected of it.
fn planted(files: &[(&str, &str)]) -> (Root, Vec<String>) {
    let mut root = Root { name: "lib".to_owned(), ..Root::default() };
    let mut expected = Vec::new();
    for (name, text) in files {
        let mut clean = String::new();
        let mut rest = *text;
        while let Some((before, after)) = rest.split_once('⟦') {
            let (code, after) = after.split_once('⟧').expect("a closed mark");
            clean.push_str(before);
            let line = clean.matches('\n').count() + 1;
            let column = clean.rsplit('\n').next().unwrap_or("").chars().count() + 1;
            expected.push(format!("{code} {name} {line}:{column}"));
            rest = after;
        }
        clean.push_str(rest);
        root.bytes(&format!("lib/{name}"), clean.as_bytes());
    }
    expected.sort();
    (root, expected)
}

#[test]
fn thirty_mistakes_in_ten_files_are_thirty_findings() {
    let (root, expected) = planted(THIRTY);
    assert_eq!((root.sources.len(), expected.len()), (10, 30));
    let loaded = load(vec![root]);
    assert_eq!(told(&loaded, "lib"), expected);
    said(&loaded);
    // What is whole is there all the same.
    assert!(loaded.library.banks.values().any(|b| b.questions.iter().any(|q| q.id.as_str() == "first/whole")));
    assert!(loaded.library.scenarios.is_empty() && loaded.library.courses.is_empty());
}

const THIRTY: &[(&str, &str)] = &[
    (
        "library.toml",
        "format = 1\n[library]\nid = \"lib\"\ntitle = \"库\"\nlanguage = \"zh-CN\"\nlanguages = [\"zh-CN\", \"en\"]\n\
         time_zone = ⟦E110⟧\"Mars/Olympus\"\n[[skill]]\nid = \"ask\"\ntitle = \"问\"\n[[skill]]\nid = \"say\"\n⟦E103⟧titel = \"说\"\n",
    ),
    (
        "library.en.toml",
        "format = 1\ntranslates = \"library:lib\"\nlanguage = \"en\"\ntitle = \"Library\"\n[skill.ask]\ntitle = \"Ask\"\n\
         [skill.say]\ntitle = \"Say\"\n[skill.⟦E502⟧sya]\ntitle = \"Say\"\n",
    ),
    (
        "syllabus.toml",
        "format = 1\n[syllabus]\nid = ⟦E505⟧\"s\"\ntitle = \"目标\"\nsources = [\"project\"]\n[[objective]]\nid = \"know\"\ntext = \"知道\"\n\
         source = \"project\"\nkind = \"know\"\n[[objective]]\nid = \"do\"\ntext = \"会做\"\nsource = \"project\"\nkind = \"do\"\n",
    ),
    (
        "first.toml",
        "format = 1\n[bank]\nid = \"first\"\ntitle = \"题\"\nuse = \"practice\"\nsources = [\"project\"]\n\
         [[question]]\nid = \"whole\"\nkind = \"true-false\"\nask = \"好？\"\nlevel = 1\npoints = 1\nwhy = \"好。\"\nanswer = true\n\
         objectives = [\"s/know\"]\nskills = [\"ask\"]\n\
         [[question]]\nid = \"a\"\nkind = \"true-false\"\nask = \"好？\"\nlevel = ⟦E106⟧9\npoints = 1\nwhy = \"好。\"\nanswer = ⟦E101⟧\"yes\"\n\
         skills = [⟦E202⟧\"aks\"]\n\
         ⟦E102⟧[[question]]\nid = \"b\"\nkind = \"true-false\"\nask = \"好？\"\nlevel = 1\npoints = ⟦E304⟧-1\nanswer = true\n\
         [[question]]\nid = ⟦E201⟧\"a\"\nkind = ⟦E105⟧\"true-flase\"\nask = \"好？\"\nlevel = 1\npoints = 1\nwhy = \"好。\"\nanswer = true\n",
    ),
    (
        "first.en.toml",
        "format = 1\ntranslates = \"bank:first\"\nlanguage = \"en\"\ntitle = \"Questions\"\n\
         [question.whole]\nask = \"Good?\"\nwhy = \"Good.\"\n\
         [question.a]\nask = \"Good?\"\nwhy = \"Good.\"\n⟦E503⟧level = 2\n\
         ⟦E501⟧[question.b]\nwhy = \"Good.\"\n",
    ),
    (
        "second.toml",
        "format = 1\n[bank]\nid = \"second\"\ntitle = \"题\"\nuse = \"practice\"\nsources = [\"project\"]\nstatus = \"draft\"\n\
         [[question]]\nid = \"c\"\nkind = \"one-of\"\nask ⟦E004⟧＝ \"好？\"\nlevel = 1\npoints = 1\nwhy = \"好。\"\n\
         options = [{ id = \"p\", text = \"好\" ⟦E005⟧id2 }, { id = \"q\", text = \"不好\", right = true }]\n\
         [[question]]\nid = \"d\"\nkind = \"number\"\nask = \"几？\"\nlevel = 1\n⟦E006⟧level = 2\npoints = ⟦E108⟧1e3\nwhy = \"好⟦E007⟧\\b。\"\nanswer = 3\n",
    ),
    (
        "course.toml",
        "format = 1\n[course]\nid = \"c\"\ntitle = \"课\"\nlayer = \"onboarding\"\nblock = \"basics\"\nstatus = \"live\"\nsources = [\"project\"]\n\
         requires = [⟦E202⟧\"d\"]\n[[lesson]]\nid = \"l\"\ntitle = \"课\"\nbody = \"文\"\nobjectives = [\"s/know\", ⟦E203⟧\"know\"]\n\
         check = [⟦E206⟧\"second/d\"]\npractise = [\"talk\"]\n",
    ),
    (
        "course.en.toml",
        "format = 1\ntranslates = \"course:c\"\nlanguage = ⟦E506⟧\"En\"\ntitle = \"Course\"\n[lesson.l]\ntitle = \"Lesson\"\nbody = \"Text\"\n",
    ),
    (
        "talk.toml",
        "format = 1\n[scenario]\nid = \"talk\"\ntitle = \"谈\"\ncategory = \"attitude\"\nchannel = \"chat\"\nuse = \"practice\"\nlevel = 1\n\
         brief = \"来了\"\nstart = \"opening\"\npass = 60\nsources = [\"project\"]\nstatus = \"live\"\n\
         [customer]\nname = \"陈\"\nmood = 50\n[vars]\n⟦W605⟧told = false\n\
         [[turn]]\nid = \"opening\"\nsays = \"在吗\"\n\
         [[turn.reply]]\nid = \"a\"\ntext = \"在\"\nto = ⟦E202⟧\"goood\"\nscore = { say = 1 }\nfeedback = \"好\"\nset = { ⟦E404⟧told = 1 }\n\
         [[turn.reply]]\nid = \"b\"\ntext = \"您好\"\nto = ⟦E406⟧\"good\"\nfeedback = \"好\"\nred_line = \"骂人\"\nwhen = [⟦E403⟧\"mood => 3\"]\n\
         [[turn]]\nid = ⟦E408⟧\"good\"\n[turn.ending]\noutcome = \"resolved\"\ndebrief = \"好\"\n\
         [[turn]]\nid = ⟦E401⟧\"odd\"\n",
    ),
    (
        "talk.en.toml",
        "format = 1\ntranslates = \"scenario:talk\"\nlanguage = \"en\"\ntitle = \"Talk\"\nbrief = \"Somebody comes\"\n[customer]\nname = \"Chen\"\n\
         [turn.opening]\nsays = ⟦E504⟧[\"Anyone?\", \"Hello?\"]\n[turn.opening.reply.a]\ntext = \"Yes\"\nfeedback = \"Good\"\n\
         [turn.opening.reply.b]\ntext = \"Hello\"\nfeedback = \"Good\"\nred_line = \"Abuse\"\n[turn.good.ending]\ndebrief = \"Good\"\n",
    ),
];

const WORDS: &str = "format = 1\n[library]\nid = \"own\"\ntitle = \"自家\"\nlanguage = \"zh-CN\"\nlanguages = [\"zh-CN\"]\n\
                     time_zone = \"Asia/Shanghai\"\nextends = \"onduty\"\n";
const OWN_BANK: &str = "format = 1\n[bank]\nid = \"attitude\"\ntitle = \"自家的题\"\nuse = \"practice\"\nsources = [\"project\"]\n\
                        [[question]]\nid = \"mine\"\nkind = \"true-false\"\nask = \"好？\"\nlevel = 1\npoints = 1\nwhy = \"好。\"\nanswer = true\n";

#[test]
fn a_library_lies_over_the_shipped_one() {
    let hiding = format!("{WORDS}hide = [\"scenario:is-anyone-there\", \"scenario:never-was\"]\n");
    let loaded = load(vec![library(&[("library.toml", &hiding)])]);
    assert_eq!(
        told(&loaded, "lib").iter().filter(|l| l.contains("library.toml")).collect::<Vec<_>>(),
        ["E202 library.toml 9:37"]
    );
    assert_eq!(loaded.library.id.as_str(), "own");
    assert!(!loaded.library.scenarios.keys().any(|s| s.as_str() == "is-anyone-there"));
    assert!(
        loaded
            .library
            .courses
            .values()
            .all(|c| c.lessons.iter().all(|l| l.practise.iter().all(|s| s.as_str() != "is-anyone-there")))
    );
    assert!(loaded.library.courses.contains_key(&"communication".into()) && !loaded.library.skills.is_empty());
    assert!(!loaded.walks.iter().any(|w| w.scenario.as_str() == "is-anyone-there"));
}

#[test]
fn what_has_the_same_name_replaces_and_says_so() {
    let loaded = load(vec![library(&[("library.toml", WORDS), ("bank.toml", OWN_BANK)])]);
    let replaced: Vec<_> = loaded.findings.iter().filter(|f| f.code == "W606").collect();
    assert_eq!(replaced.len(), 1);
    assert_eq!(replaced[0].also.as_ref().map(|p| p.file.starts_with("quizzes/")), Some(true));
    assert_eq!(loaded.library.banks[&"attitude".into()].questions.len(), 1);
    said(&loaded);
}

#[test]
fn a_register_that_is_taken_away_is_told_once_at_the_own_line() {
    let hiding = format!("{WORDS}hide = [\"wording:chat\"]\n");
    let own = "format = 1\n[wording]\nid = \"chat\"\ntitle = \"自家\"\nsources = [\"project\"]\n[[rule]]\nid = \"no\"\ntitle = \"回绝\"\n\
               severity = \"minor\"\nphrases = [\"不行\"]\nsay_instead = \"好好说。\"\nsource = \"project\"\n";
    let files: [&[(&str, &str)]; 2] = [&[("library.toml", &hiding)], &[("library.toml", WORDS), ("chat.toml", own)]];
    for (files, at) in files.into_iter().zip(["W904 library.toml 9:9", "W904 chat.toml 3:6"]) {
        let loaded = load(vec![library(files)]);
        let told = told(&loaded, "lib");
        assert_eq!(told.iter().filter(|line| !line.starts_with("W606")).collect::<Vec<_>>(), [at]);
        said(&loaded);
        let found = loaded.findings.iter().find(|f| f.code == "W904").expect("told");
        let names = found.args.iter().find(|(name, _)| *name == "names").map_or("", |(_, value)| value);
        assert_eq!(names.split(" · ").count(), 5);
        assert!(names.contains("feelings") && loaded.touched.len() > 50, "{names} {}", loaded.touched.len());
    }
}

#[test]
fn what_an_error_touches_is_out_with_what_needs_it() {
    let harness = |name: &str| fs::read_to_string(folder().join("harness").join(name)).expect("a harness file");
    let broken = harness("bank.toml").replace("level = 1", "level = 7");
    let names = ["library.toml", "syllabus.toml", "course.toml", "talk.toml"];
    let texts: Vec<(&str, String)> = names.iter().map(|n| (*n, harness(n))).chain([("bank.toml", broken)]).collect();
    let files: Vec<(&str, &str)> = texts.iter().map(|(n, t)| (*n, t.as_str())).collect();
    let loaded = load(vec![library(&files)]);
    assert_eq!(told(&loaded, "lib"), ["E106 bank.toml 13:9"]);
    let touched: Vec<&str> = loaded.touched.iter().map(String::as_str).collect();
    assert_eq!(touched, ["course:c", "lesson:c/l", "question:b/q"]);
    assert!(loaded.library.scenarios.contains_key(&"talk".into()));
    assert_eq!(loaded.places["scenario:talk/opening/hello"].file.as_ref(), "lib/talk.toml");
}

/// The small library of `tests/shelf` with one file changed: as it is named there, what is replaced, by what.
fn shelf(name: &str, from: &str, to: &str) -> Loaded {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/shelf");
    let mut root = Root::read(&folder);
    let source = root.sources.iter_mut().find(|s| s.name.ends_with(&format!("/{name}"))).expect("on the shelf");
    assert!(source.text.contains(from), "{from} in {name}");
    source.text = source.text.replacen(from, to, 1).into();
    for source in &mut root.sources {
        source.name = source.name.rsplit('/').next().expect("a name").into();
    }
    root.name = String::new();
    load(vec![root])
}

#[test]
fn an_exam_knows_what_of_it_is_broken() {
    let licence = "test-licence".into();
    let whole = shelf("bow.toml", "鞠躬", "鞠躬");
    assert_eq!((told(&whole, ""), whole.broken_for(&licence)), (vec![], vec![]));
    let needs: Vec<&str> = whole.needs[&licence].iter().map(String::as_str).collect();
    assert_eq!(needs.len(), 1 + 1 + 1 + 8 + 4 + 2, "{needs:?}");

    for (name, from, to, broken) in [
        ("finals.toml", "level = 2", "level = 7", vec!["question:finals/angry"]),
        ("finals.en.toml", "ask = \"Hurry a customer who is slow.\"\n", "", vec!["question:finals/rush"]),
        ("torn-page.toml", "category = \"dispute\"", "category = \"dispuet\"", vec!["scenario:torn-page"]),
        // It may have been meant for exams.
        ("queue.toml", "use = \"practice\"", "use = \"practise\"", vec!["scenario:queue"]),
        // The lesson needs what is broken, the course the lesson, the licence the course.
        ("queue.toml", "level = 1", "level = 7", vec!["course:first-day"]),
        ("bow.toml", "points = 2", "points = 3", vec!["station:bow"]),
        ("library.toml", "title = \"保密承诺\"\n", "", vec!["agreement:secret"]),
    ] {
        let loaded = shelf(name, from, to);
        let mut found = loaded.broken_for(&licence);
        found.retain(|name| *name != "course:first-day" || broken.contains(name));
        assert_eq!(found, broken, "{name}: {:?}", told(&loaded, ""));
        assert_eq!(told(&loaded, "").len(), 1, "one slip, one finding: {:?}", told(&loaded, ""));
        assert!(loaded.library.licences.contains_key(&licence));
    }
    // What is wrong with a scheme itself keeps it out.
    let loaded = shelf("licence.toml", "weight = 30", "weight = 40");
    assert!(!loaded.library.licences.contains_key(&licence) && loaded.touched.contains("licence:test-licence"));
}

#[test]
fn anchors_are_numbered_in_each_language() {
    let loaded = shelf("bow.en.toml", "\"1: Only one of them\"", "\"Only one of them\"");
    assert_eq!(told(&loaded, ""), ["E801 bow.en.toml 14:26"]);
    let whole = shelf("bow.en.toml", "\"1: Only one", "\" 1 ：Only one");
    let station = &whole.library.stations[&"bow".into()];
    let words: Vec<&str> = station.steps[1].anchors[1].all().collect();
    assert_eq!(words, ["Only one of them", "只做了一样"]);
    assert_eq!(whole.places["station:bow/why"].file.as_ref(), "bow.toml");
}

#[test]
fn one_name_for_two_marks_is_a_mistake() {
    let loaded = shelf("bow.toml", "id = \"why\"", "id = \"stand\"");
    assert!(told(&loaded, "").contains(&"E201 bow.toml 28:6".to_owned()), "{:?}", told(&loaded, ""));
}

/// A library that lies over one with licences may take away what those ask for, and hears where they cannot do without.
#[test]
fn what_is_hidden_is_not_asked_for() {
    let words = "format = 1\n[library]\nid = \"own\"\ntitle = \"自家\"\nlanguage = \"zh-CN\"\nlanguages = [\"zh-CN\", \"en\"]\n\
                 time_zone = \"Asia/Shanghai\"\n";
    let english = "format = 1\ntranslates = \"library:own\"\nlanguage = \"en\"\ntitle = \"Ours\"\n";
    let over = |hide: &str| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/shelf");
        let above = format!("{words}hide = [{hide}]\n");
        load(vec![Root::read(&folder), library(&[("library.toml", &above), ("library.en.toml", english)])])
    };
    let loaded = over("\"course:first-day\"");
    let scheme = &loaded.library.licences[&"test-licence".into()];
    assert!(scheme.requires.courses.is_empty() && scheme.validity.refresher.is_empty());
    assert_eq!(loaded.broken_for(&scheme.id), [""; 0]);

    let loaded = over("\"station:bow\"");
    let short: Vec<_> = loaded.findings.iter().filter(|f| f.code == "E809").collect();
    assert_eq!(short.len(), 1, "one station is enough for one licence, not for the other");
    assert!(short[0].at.file.ends_with("/hands.toml"));
    let left: Vec<&str> = loaded.library.licences.keys().map(|id| id.as_str()).collect();
    assert_eq!(left, ["test-licence"]);

    let loaded = over("\"bank:finals\"");
    assert!(loaded.library.licences.keys().all(|id| id.as_str() != "test-licence"));
}

#[test]
fn a_rule_of_empty_lists_never_fires() {
    let text = fs::read_to_string(folder().join("W902.toml")).expect("an example");
    let list = "[[list]]\nid = \"none\"\ntitle = \"空的\"\nphrases = []\n";
    let told_of = |phrases: &str| told(&with_harness("x.toml", &(text.replace("phrases = []", phrases) + list)), "");
    assert_eq!(told_of("phrases = [\"{none}\"]"), ["W902 x.toml 14:11"]);
    assert_eq!(told_of("phrases = [\"{none}\", \"不行\"]"), [""; 0]);
}

#[test]
fn nothing_at_all_is_one_finding() {
    let loaded = load(vec![library(&[])]);
    assert_eq!(told(&loaded, "lib"), ["E015 library.toml 1:1"]);
}

/// Each slip of writing is told once, at its line, and hides nothing that stands elsewhere.
#[test]
fn slips_of_writing_are_told_once_each() {
    let head = "format = 1\n[bank]\nid = \"x\"\ntitle = \"题\"\nuse = \"practice\"\nsources = [\"project\"]\n";
    let question = |id: &str, line: &str| {
        format!(
            "[[question]]\nid = \"{id}\"\nkind = \"true-false\"\nask = \"好？\"\n{line}\npoints = 1\nwhy = \"好。\"\nanswer = true\n"
        )
    };
    let slips = [
        "level",
        "level =",
        "level = = 1",
        "level 1",
        "level = 1 2",
        "级别 = 1",
        "level = [1",
        "level = \"1",
        "level = 1,",
        "= 1",
        "level：1",
    ];
    let library_file = fs::read_to_string(folder().join("harness/library.toml")).expect("a harness file");
    let mut wrong = Vec::new();
    for slip in slips {
        let text = format!("{head}{}{}", question("a", slip), question("b", "level = 7"));
        let loaded = load(vec![library(&[("library.toml", &library_file), ("x.toml", &text)])]);
        said(&loaded);
        let told: Vec<String> = told(&loaded, "lib").into_iter().filter(|l| !l.starts_with("W605")).collect();
        let lines: Vec<&str> = told.iter().filter_map(|l| l.rsplit(' ').next()?.split(':').next()).collect();
        if lines.len() != 2 || !lines.contains(&"19") {
            wrong.push(format!("{slip}: {told:?}"));
        }
    }
    for header in ["[[question]", "[question", "[[question", "[[question]]]", "［［question］]", "[[]]", "[[questions]]"] {
        let second = question("b", "level = 1").replacen("[[question]]", header, 1);
        let text = format!("{head}{}{second}{}", question("a", "level = 1"), question("c", "level = 7"));
        let loaded = load(vec![library(&[("library.toml", &library_file), ("x.toml", &text)])]);
        said(&loaded);
        let told: Vec<String> = told(&loaded, "lib").into_iter().filter(|l| !l.starts_with("W605")).collect();
        if told.len() != 2 || !told.iter().any(|l| l == "E106 x.toml 27:9") {
            wrong.push(format!("{header}: {told:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn large_and_odd_files_end_in_good_time() {
    let head = "format = 1\n[bank]\nid = \"x\"\ntitle = \"题\"\nuse = \"practice\"\nsources = [\"project\"]\n";
    let mut keys = head.to_owned();
    let mut items = head.to_owned();
    for n in 0..20_000 {
        keys.push_str(&format!("key-{n} = {n}\n"));
        items.push_str(&format!(
            "[[question]]\nid = \"q{n}\"\nkind = \"true-false\"\nskills = [\"aks-{n}\"]\nobjectives = [\"s/x{n}\"]\n"
        ));
    }
    let library_file = fs::read_to_string(folder().join("harness/library.toml")).expect("a harness file");
    let deep = format!("{head}a = {}", "[".repeat(200_000));
    let dotted = format!("{head}[{}a]\n", "a.".repeat(100_000));
    let loaded = load(vec![library(&[
        ("library.toml", &library_file),
        ("a.toml", &keys),
        ("b.toml", &items),
        ("c.toml", &deep),
        ("d.toml", &dotted),
    ])]);
    assert!(loaded.findings.len() > 100_000);
    assert!(loaded.findings.iter().filter(|f| f.code == "E008").count() == 2);
}

#[test]
fn a_percent_sign_is_told_as_one() {
    let text = "format = 1\n\n[scenario]\nid = \"x\"\npass = 60%\n";
    let loaded = with_harness("x.toml", text);
    let found = loaded.findings.iter().find(|f| f.code == "E005").expect("it is no TOML");
    assert!(found.args.iter().any(|(_, value)| value == "percent"), "{found:?}");
    said(&loaded);
}
