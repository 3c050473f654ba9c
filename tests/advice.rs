//! What findings advise: at the key they are about, one for one slip, with what there is to choose from.

use onduty::content::files::Root;
use onduty::content::source::Lines;
use onduty::content::{Loaded, load};
use onduty::locale::{Tongue, Value, Words};

/// The small library, its licence with one text in place of another.
fn with(from: &str, to: &str) -> Loaded {
    with_in("licence.toml", from, to)
}

fn with_in(file: &str, from: &str, to: &str) -> Loaded {
    let mut root = Root::read(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/shelf"));
    let name = format!("/{file}");
    let source = root.sources.iter_mut().find(|s| s.name.ends_with(&name)).expect("on the shelf");
    assert!(source.text.contains(from), "{from} is there");
    source.text = source.text.replacen(from, to, 1).into();
    load(vec![root])
}

/// Each finding: code, the line it points into from its place on, what it says and advises.
fn told(loaded: &Loaded) -> Vec<String> {
    let words = Words::new(Tongue::En);
    let line = |f: &onduty::base::finding::Finding| {
        let text = &loaded.sources[&f.at.file];
        let at = text[f.at.span.start..].lines().next().unwrap_or("").chars().take(24).collect::<String>();
        assert!(Lines::of(text).spot(f.at.span.start).line > 0);
        let args: Vec<(&str, Value<'_>)> = f.args.iter().map(|(k, v)| (*k, Value::from(v.as_str()))).collect();
        let say = |part: &str| words.with(&format!("{}{part}", f.code.to_lowercase()), &args);
        format!("{} {at} | {} | {}", f.code, say(""), say("-help"))
    };
    loaded.findings.iter().map(line).collect()
}

#[test]
fn a_table_written_as_a_key_is_one_slip() {
    const VALIDITY: &str = "[validity]\nlasts = \"12mo\"\nrenew_within = \"30d\"\nrefresher = [\"first-day\"]\n";
    let one = ["E101 12 | `validity` should be a table of its own, `[validity]` | Write `[validity]` on a line of its own, \
                below it its keys: lasts · renew_within · refresher · source."];
    // Below `[licence]`, and above it.
    for place in ["[licence]\n", "format = 1\n"] {
        let loaded = with(VALIDITY, "");
        assert_eq!(told(&loaded).len(), 1, "{:?}", told(&loaded));
        let mut root = Root::read(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/shelf"));
        let source = root.sources.iter_mut().find(|s| s.name.ends_with("/licence.toml")).expect("on the shelf");
        source.text = source.text.replacen(VALIDITY, "", 1).replacen(place, &format!("{place}validity = 12\n"), 1).into();
        assert_eq!(told(&load(vec![root])), one, "{place}");
    }
}

#[test]
fn what_is_missing_is_told_with_its_type() {
    for (there, advice) in [
        ("within = \"2h\"\n", "Add `within = \"…\"` (text)."),
        ("attempts = 2\n", "Add `attempts = …` (an integer)."),
        ("competences = [\"先问好\", \"会接待\"]\n", "Add `competences = [\"…\"]` (a list)."),
        ("[validity]\nlasts = \"12mo\"\nrenew_within = \"30d\"\nrefresher = [\"first-day\"]\n", "Add the table `[validity]`."),
    ] {
        let told = told(&with(there, ""));
        assert!(told.len() == 1 && told[0].starts_with("E102") && told[0].ends_with(advice), "{told:?}");
    }
}

#[test]
fn what_is_missing_is_told_with_the_words_there_are() {
    let told = told(&with_in("lost-letter.toml", "channel = \"counter\"\n", ""));
    assert!(told.len() == 1 && told[0].starts_with("E102"), "{told:?}");
    assert!(told[0].ends_with("Add `channel = \"…\"` (text). It may be: chat | phone | ticket | counter."), "{told:?}");
}

#[test]
fn who_names_a_new_skill_or_objective_is_told_how_to_define_it() {
    let skill = told(&with_in("bank.toml", "skills = [\"ask\"]", "skills = [\"calm-down\"]"));
    let skill = skill.iter().find(|line| line.starts_with("E202")).expect("it is not there");
    assert!(
        skill.ends_with("write `[[skill]]` in the library file, with `id = \"calm-down\"` and `title = \"…\"` below."),
        "{skill}"
    );
    let objective = told(&with_in("bank.toml", "objectives = [\"s/greet\"]", "objectives = [\"s/write-neatly\"]"));
    let objective = objective.iter().find(|line| line.starts_with("E202")).expect("it is not there");
    assert!(objective.contains("write `[[objective]]` in the syllabus file"), "{objective}");
}

/// A slip in the library's language is found where it stands, not in every file that is in that language.
#[test]
fn a_short_name_of_the_language_is_one_finding() {
    let told = told(&with_in(
        "library.toml",
        "language = \"zh-CN\"\nlanguages = [\"zh-CN\", \"en\"]",
        "language = \"zh\"\nlanguages = [\"zh-CN\", \"en\"]",
    ));
    assert_eq!(told, ["E506 \"zh\" | `zh` is not among the languages of the library | Did you mean `zh-CN`?"]);
}

#[test]
fn what_is_not_there_is_told_with_what_is() {
    let told = told(&with("roles = [\"agent\"]", "roles = [\"agent\", \"manager\"]"));
    let role = told.iter().find(|line| line.starts_with("E202")).expect("it is not there");
    assert!(role.contains("The library has these: agent"), "{role}");
    let near = self::told(&with("draw = [{ bank = \"finals\"", "draw = [{ bank = \"final\""));
    assert!(near.iter().any(|line| line.starts_with("E202") && line.ends_with("Did you mean `finals`?")), "{near:?}");
}

#[test]
fn what_no_licence_draws_is_told_where_it_says_that_it_is_for_exams() {
    let mut root = Root::read(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/shelf"));
    let bank = onduty::content::files::Source::new(
        "spare.toml",
        "format = 1\n[bank]\nid = \"spare\"\ntitle = \"备用\"\nuse = \"exam\"\nsources = [\"project\"]\n[[question]]\nid = \"a\"\n\
         kind = \"true-false\"\nask = \"好？\"\nlevel = 1\npoints = 1\nanswer = true\nwhy = \"好\"\n",
    );
    let english = onduty::content::files::Source::new(
        "spare.en.toml",
        "format = 1\ntranslates = \"bank:spare\"\nlanguage = \"en\"\ntitle = \"Spare\"\n[question.a]\nask = \"Good?\"\nwhy = \"Good\"\n",
    );
    root.sources.extend([bank, english]);
    let all = told(&load(vec![root]));
    let unused: Vec<_> = all.iter().filter(|line| line.starts_with("W605")).collect();
    assert!(unused.len() == 1 && unused[0].starts_with("W605 \"exam\" |"), "{all:?}");
}

#[test]
fn what_a_licence_cannot_hold_is_found_before_anybody_sits_the_exam() {
    let long = "长".repeat(101);
    let many = format!("competences = [{}]", vec![format!("\"{}\"", "会".repeat(290)); 40].join(", "));
    for (from, to, code) in [
        ("title = \"小书架上岗证\"", "title = \"小书架\\n上岗证\"", "E810"),
        ("title = \"小书架上岗证\"", "title = \"小书架\\t上岗证\"", "E810"),
        ("title = \"小书架上岗证\"", &format!("title = \"{long}\""), "E810"),
        ("scope = \"在小书架上接待客户。\"", &format!("scope = \"{}\"", long.repeat(40)), "E810"),
        ("\"会接待\"]", "\"会\\n接待\"]", "E810"),
        ("competences = [\"先问好\", \"会接待\"]", &many, "E810"),
        ("accepts = \"script\"", "accepts = []", "E107"),
        ("[validity]", "[number]\npattern = \"{issuer}/{serial}\"\n[validity]", "E804"),
        ("[validity]", "[number]\npattern = \"../{issuer}{serial}\"\n[validity]", "E804"),
        ("[validity]", "[number]\npattern = \"{issuer}-{serial}-2026\"\n[validity]", "E804"),
    ] {
        let told = told(&with(from, to));
        assert!(told.iter().any(|line| line.starts_with(code)), "{to}: {told:?}");
    }
    let english = told(&with_in("licence.en.toml", "title = \"", "title = \"The\\n"));
    assert!(english.len() == 1 && english[0].starts_with("E810 \"The\\n"), "in its own file: {english:?}");
    let fine = told(&with("scope = \"在小书架上接待客户。\"", "scope = \"\"\"\n在小书架上\n接待客户。\n\"\"\""));
    assert!(!fine.iter().any(|line| line.starts_with('E')), "a scope may have lines: {fine:?}");
}
