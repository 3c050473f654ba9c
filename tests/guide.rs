//! The trainer's guide, `courses/README.md` and its English: what it shows is tried as it stands there.

use crate::desk::Desk;

/// What stands between ```` ```KIND ```` and its end, one after another.
fn blocks<'g>(guide: &'g str, kind: &str) -> Vec<&'g str> {
    let begin = format!("```{kind}\n");
    guide.split(begin.as_str()).skip(1).map(|rest| rest.split("```").next().expect("something stands there")).collect()
}

/// The table with this many columns, as a spreadsheet program writes it.
fn table(guide: &str, columns: usize) -> String {
    let cells = |line: &str| -> Vec<String> {
        let line = line.trim_matches('|');
        line.split('|').map(|cell| cell.trim().to_owned()).collect()
    };
    let rows = guide.lines().filter(|line| line.starts_with('|')).map(cells).filter(|row| row.len() == columns);
    let mut out = csv::Writer::from_writer(Vec::new());
    for row in rows.filter(|row| row.iter().any(|cell| !cell.trim_matches('-').is_empty())) {
        out.write_record(&row).expect("written");
    }
    String::from_utf8(out.into_inner().expect("all of it")).expect("text")
}

fn tried(guide: &str, lang: &str) {
    let desk = Desk::empty().with("ONDUTY_LANG", lang);
    let library = desk.path("my-shop").display().to_string();
    let _ = desk.done(&["new", "library", "my-shop", "--out", &library]);
    let toml = blocks(guide, "toml");
    // A block without a format is a part of a file, shown for itself.
    let files: Vec<&str> = toml.iter().copied().filter(|block| block.starts_with("format = ")).collect();
    let [talk, walk, bank, register, written, house] = files.as_slice() else { panic!("six files: {}", files.len()) };
    desk.file("my-shop/change-address.toml", talk);
    desk.file("my-shop/change-address.walk.toml", walk);
    desk.file("my-shop/questions.toml", bank);
    desk.file("my-shop/shop-talk.toml", register);
    desk.file("my-shop/write-it.toml", written);
    let table = desk.file("talk.csv", &table(guide, 7));
    let _ = desk.done(&["import", &table, "--id", "from-table", "--library", &library]);
    let text = desk.file("questions.txt", blocks(guide, "text").last().expect("typed questions"));
    let _ = desk.done(&["import", &text, "--id", "from-text", "--library", &library]);
    desk.file("my-shop/library.toml", house);
    let loaded = onduty::content::load(vec![onduty::content::files::Root::read(std::path::Path::new(&library))]);
    let company = loaded.library.house["company"].get(&loaded.library.language);
    let (_, agreement) = &loaded.library.agreements[&"confidentiality".into()];
    assert!(loaded.library.language.as_str() == lang && agreement.get(&lang.into()).contains(company), "{company}");
    let _ = desk.done(&["check", &library, "--strict"]);
    let _ = desk.done(&["test", &library]);
    let (json, code) = desk.json(&["analyse", "change-address", "--library", &library]);
    assert_eq!((code, &json["chance"]["exact"]["pass"]), (0, &serde_json::json!("2/9")));
}

#[test]
fn the_chinese_guide_keeps_its_word() {
    tried(include_str!("../courses/README.md"), "zh-CN");
}

#[test]
fn the_english_guide_keeps_its_word() {
    tried(include_str!("../courses/README.en.md"), "en");
}

/// Every command and option that a guide shows is one that there is.
#[test]
fn no_command_is_made_up() {
    for guide in [include_str!("../courses/README.md"), include_str!("../courses/README.en.md")] {
        let mut seen = 0;
        for line in blocks(guide, "sh").iter().flat_map(|block| block.lines()).filter(|line| line.starts_with("onduty ")) {
            let mut words = line.split('#').next().unwrap_or_default().split_whitespace().skip(1);
            let command = words.next().expect("a command");
            let help = Desk::empty().done(&[command, "--help"]).to_string();
            for option in words.filter(|word| word.starts_with("--")) {
                assert!(help.contains(option), "{line}: {command} has no {option}");
            }
            seen += 1;
        }
        assert!(seen > 15, "only {seen} commands");
    }
}
