//! `wording`: chats and texts held against the register.

use insta::assert_snapshot;
use serde_json::json;

use crate::desk::Desk;

const CHATS: &str = "会话ID,发送者,发送时间,消息内容\n\
    1,tb小明,2026-11-21 10:00:00,包裹五天没动了，什么时候到？\n\
    1,客服小美,2026-11-21 10:00:20,嗯\n\
    1,tb小明,soon,到底什么时候\n\
    1,客服小美,2026-11-21 10:05:20,\"您手机13812345678吗？\n我马上帮您查，十分钟内给您回话\"\n\
    2,tb小红,2026-11-21 11:00:00,有货吗\n\
    2,客服阿强,2026-11-21 11:02:00,你有病吧\n\
    2,tb小红,2026-11-21 11:03:00,\n";

/// A register of the test's own, so that the shipped one may be mended freely.
fn desk() -> Desk {
    let desk = Desk::empty();
    desk.file(
        "own/library.toml",
        "format = 1\n[library]\nid = \"own\"\ntitle = \"Own\"\nlanguage = \"en\"\nlanguages = [\"en\"]\ntime_zone = \"UTC\"\n",
    );
    desk.file(
        "own/chat.toml",
        "format = 1\n[wording]\nid = \"chat\"\ntitle = \"Chats\"\nsources = [\"project\"]\n\
         [[rule]]\nid = \"abuse\"\ntitle = \"Insult\"\nseverity = \"red-line\"\nphrases = [\"你有病\", \"idiot\"]\nsay_instead = \"Stay with the matter.\"\nsource = \"project\"\n\
         [[rule]]\nid = \"no\"\ntitle = \"A flat no\"\nseverity = \"minor\"\nphrases = [\"no\", \"can't\"]\nexcept = [\"no problem\"]\nsay_instead = \"Say what can be done.\"\nsource = \"project\"\n\
         [[rule]]\nid = \"one-word\"\ntitle = \"One word\"\nseverity = \"major\"\ndetect = \"one-word\"\nsay_instead = \"Half a sentence more.\"\nsource = \"project\"\n\
         [[rule]]\nid = \"contact\"\ntitle = \"Contact data\"\nseverity = \"red-line\"\ndetect = \"contact\"\npublic = true\nsay_instead = \"Leave it out.\"\nsource = \"project\"\n",
    );
    let library = desk.path("own").display().to_string();
    desk.at(&library)
}

#[test]
fn a_days_chats_by_rule_agent_and_place() {
    let desk = desk();
    let file = desk.file("chats.csv", CHATS);
    assert_snapshot!(desk.run(&["wording", &file]), @"
    DESK/chats.csv: 6 lines, 3 by agents; 2 to be put better.

    By rule (in how many replies)
      red line  1  Insult
      major     1  One word

    By agent
    agent     replies  red line  major  minor  per 100  first answer  each answer
    客服小美  2        0         1      0      50.0     20 s/20 s     20 s/20 s
    客服阿强  1        1         0      0      100.0    2 min/2 min   2 min/2 min
    per 100: places to be put better in a hundred replies. First answer, each
    answer: half were written within the first time, nine in ten within the second.

    red line · Insult
      Better: Stay with the matter.
      line 8  客服阿强  «你有病»吧

    major · One word
      Better: Half a sentence more.
      line 3  客服小美  «嗯»
    ── stderr ──
    Line 4 has a time that cannot be read; only its words are looked at
    Line 9 has no text and is left out
    ── exit 1 ──
    ");
}

#[test]
fn programs_get_characters_and_nothing_personal() {
    let desk = desk();
    let file = desk.file("reviews.txt", "We can't, no.\nno problem\nHer phone is 138-1234-5678\n");
    let (told, code) = desk.json(&["wording", &file, "--public"]);
    assert_eq!(code, 1, "a red line");
    let hits = told["hits"].as_array().expect("hits");
    let told: Vec<_> = hits
        .iter()
        .map(|hit| json!([hit["rule"], hit["severity"], hit["line"], hit["start"], hit["end"], hit["text"]]))
        .collect();
    assert_eq!(
        json!(told),
        json!([
            ["no", "minor", 1, 3, 8, "can't"],
            ["no", "minor", 1, 10, 12, "no"],
            ["contact", "red-line", 3, 13, 26, "*************"]
        ])
    );
    let (told, code) = desk.json(&["wording", &file, "--public", "--show-personal"]);
    assert_eq!((&told["hits"][2]["text"], code), (&json!("138-1234-5678"), 1));
    let (told, code) = desk.json(&["wording", &file]);
    assert_eq!((told["hits"].as_array().map(Vec::len), code), (Some(2), 0), "in private no red line");
}

#[test]
fn an_agents_name_shows_no_number_and_stays_one_of_two() {
    let desk = desk();
    let said = |name: &str| format!("{name},你有病吧\n");
    let file = desk.file("chats.csv", &format!("who,text\n{}{}", said("客服13912345678"), said("客服13812345678")));
    let (told, code) = desk.json(&["wording", &file]);
    assert_eq!(code, 1);
    assert_eq!(json!([told["hits"][0]["agent"], told["hits"][1]["agent"]]), json!(["客服***********", "客服*********** 2"]));
    assert_eq!(told["agents"].as_array().map(Vec::len), Some(2));
    assert!(!told.to_string().contains("1391234"), "{told}");
    let (seen, _) = desk.json(&["wording", &file, "--show-personal"]);
    assert_eq!(seen["hits"][0]["agent"], "客服13912345678");
    let asked = desk.run(&["wording", &desk.file("two.csv", "speaker,text\n13812345678,hi\nBob,hi\n")]);
    assert!(asked.err.contains("*********** · Bob") && !asked.err.contains("1381234"), "{asked}");
}

#[test]
fn what_nobody_quoted_is_read_or_told() {
    let desk = desk();
    let file = desk.file("chats.csv", "who,text\n客服,亲,你有病吧\n");
    let (told, code) = desk.json(&["wording", &file]);
    assert_eq!((&told["hits"][0]["text"], code), (&json!("你有病"), 1));
    let file = desk.file("chats.csv", "text,who\n亲,你有病吧,客服\n好的呀,客服\n");
    let (told, code) = desk.json(&["wording", &file]);
    assert_eq!((&told["bad"], code), (&json!([{ "line": 2, "reason": "surplus" }]), 0));
}

#[test]
fn a_sentence_is_judged_where_there_is_no_such_file() {
    let desk = desk();
    assert_snapshot!(desk.run(&["wording", "No, 你有病吧"]), @"
    What was typed: 1 line, 1 by agents; 1 to be put better.

    By rule (in how many replies)
      red line  1  Insult
      minor     1  A flat no

    red line · Insult
      Better: Stay with the matter.
      line 1    No, «你有病»吧

    minor · A flat no
      Better: Say what can be done.
      line 1    «No», 你有病吧
    ── exit 1 ──
    ");
    let (told, code) = desk.json(&["wording", "no, it is not"]);
    assert_eq!((&told["file"], &told["hits"][0]["rule"], code), (&json!("-"), &json!("no"), 0));
    assert_snapshot!(desk.run(&["wording", "todays-chats.csv"]), @"
    ── stderr ──
    Not done: The file todays-chats.csv cannot be read.
      Cause: There is no such file or folder.
    ── exit 4 ──
    ");
}

#[test]
fn who_is_the_agent_is_asked_where_nobody_can_tell() {
    let desk = desk();
    let file = desk.file("chats.csv", "speaker,text\nAnn,are you there\nBob,idiot\n");
    assert_snapshot!(desk.run(&["wording", &file]), @"
    ── stderr ──
    Not done: nobody can tell who is the agent in DESK/chats.csv
      What to do: name the agents with --agent; these speak: Ann · Bob
    ── exit 2 ──
    ");
    let (told, code) = desk.json(&["wording", &file, "--agent", "Ann"]);
    assert_eq!((&told["replies"], code), (&json!(1), 0));
    let (told, code) = desk.json(&["wording", &file, "--agent", "bob"]);
    assert_eq!((&told["hits"][0]["rule"], code), (&json!("abuse"), 1));
}

#[test]
fn what_is_no_text_is_told() {
    let desk = desk();
    let file = desk.file("photo.jpg", "a\0b");
    assert_snapshot!(desk.run(&["wording", &file]), @"
    ── stderr ──
    Not done: DESK/photo.jpg cannot be read: it is no text
    ── exit 4 ──
    ");
    assert_snapshot!(desk.run(&["wording", &file, "--register", "phone"]), @r#"
    ── stderr ──
    Not done: no wording register "phone"
      What to do: These fit: chat.
    ── exit 2 ──
    "#);
    assert_snapshot!(Desk::at_shelf().run(&["wording", &file]), @"
    ── stderr ──
    Not done: the courseware has no wording register
      What to do: write one: onduty new wording chat
    ── exit 3 ──
    ");
}

#[test]
fn of_several_registers_the_one_that_judges_is_named() {
    let desk = desk();
    let own = std::fs::read_to_string(desk.path("own/chat.toml")).expect("there");
    let silent = desk.run(&["wording", "no, it is"]);
    desk.edit("own/library.toml", "time_zone", "extends = \"onduty\"\ntime_zone");
    desk.file("own/chat.toml", &own.replace("id = \"chat\"", "id = \"shop\""));
    let told = desk.run(&["wording", "no, it is"]);
    let line = "Judged by the register shop; for another write --register (there is also: chat).";
    assert!(told.err.contains(line) && !silent.err.contains("register"), "{told}");
    assert!(!desk.run(&["wording", "no, it is", "--register", "chat"]).err.contains("register"));
    assert_eq!(desk.json(&["wording", "no, it is"]).0["register"], "shop");
}
