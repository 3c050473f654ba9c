//! The trainer's menu in a real window: digits and Enter, and the commands run.

use onduty::content::files::Root;
use onduty::content::load;

use crate::window::{Window, onduty as binary};

#[test]
fn a_trainer_types_no_command() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = binary(&folder.path().join("onduty.db"), "en");
    let shelf = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/shelf");
    command.arg("trainer").arg("--library").arg(&shelf);
    let mut window = Window::open(command, (80, 24));

    window.picks("Find every mistake");
    window.picks("What is in use");
    window.until("what check says", |look| look.window.iter().any(|line| line.contains("0 errors, 2 warnings.")));
    window.picks("Back to the trainer's menu");

    // A file is drawn without a flag being typed; a path may come in quotes.
    let drawn = folder.path().join("my talk.svg");
    window.picks("Draw a scenario");
    let talks = load(vec![Root::read(&shelf)]).library.scenarios;
    let first = talks.values().next().expect("a talk").title.get(&"en".into()).to_owned();
    let seen: String = first.chars().take(20).collect();
    window.picks(&seen);
    window.reads("Write the picture to a file");
    window.press(format!("\"{}\"\r", drawn.display()));
    window.picks("Back to the trainer's menu");
    assert!(std::fs::read_to_string(&drawn).expect("drawn").contains("<svg"));

    // What goes wrong is said, and the menu comes back.
    window.picks("Explain a finding's code");
    window.press("zzz\r");
    window.picks("Back to the trainer's menu");
    assert!(window.all().iter().any(|line| line.contains("Not done:") && line.to_uppercase().contains("ZZZ")));

    // An id that cannot be one is asked again, and what was chosen before is kept.
    window.picks("Begin a piece of courseware");
    window.picks("a question bank");
    window.reads("Its id");
    window.press("晚到的包裹\r");
    window.until("what is wrong with it", |look| look.window.iter().any(|line| line.contains("cannot be an id")));
    window.press("\u{1b}");
    window.reads("Esc again");
    window.press("\u{1b}");

    // Esc, pressed twice, leads out of a question into the menu, Ctrl-C out of everything.
    window.picks("Draw a scenario");
    window.reads(&seen);
    window.press("\u{1b}");
    window.reads("Esc again");
    window.press("\u{1b}");
    window.picks("Find every mistake");
    window.reads("Which courseware?");
    window.press("\u{3}");
    assert_eq!(window.ends(), 130);
}

#[test]
fn a_sentence_is_typed_and_one_of_two_registers_chosen() {
    let folder = tempfile::tempdir().expect("a folder");
    let own = folder.path().join("own");
    std::fs::create_dir(&own).expect("made");
    let write = |name: &str, text: &str| std::fs::write(own.join(name), text).expect("written");
    write(
        "library.toml",
        "format = 1\n[library]\nid = \"own\"\ntitle = \"Own\"\nlanguage = \"en\"\nlanguages = [\"en\"]\ntime_zone = \"UTC\"\n",
    );
    for (id, title, phrase) in [("chat", "By chat", "no"), ("phone", "By phone", "wait")] {
        write(
            &format!("{id}.toml"),
            &format!(
                "format = 1\n[wording]\nid = \"{id}\"\ntitle = \"{title}\"\nsources = [\"project\"]\n[[rule]]\nid = \"r\"\n\
                 title = \"Not this\"\nseverity = \"minor\"\nphrases = [\"{phrase}\"]\nsay_instead = \"That.\"\nsource = \"project\"\n"
            ),
        );
    }
    let mut command = binary(&folder.path().join("onduty.db"), "en");
    command.arg("trainer").arg("--library").arg(&own);
    let mut window = Window::open(command, (80, 24));
    window.picks("What was written to customers");
    window.reads("or a sentence to be judged");
    window.press("Just wait, no?\r");
    window.picks("By phone");
    window.until("what is found", |look| look.window.iter().any(|line| line.contains("Just «wait», no?")));
    window.picks("Back to the trainer's menu");
    window.reads("Find every mistake");
    window.press("\u{3}");
    assert_eq!(window.ends(), 130);
}
