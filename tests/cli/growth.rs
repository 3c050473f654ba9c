//! What `progress` says of skills over time, and which talk it and `practise` propose.

use serde_json::Value;

use crate::desk::{Desk, Happens};

const DAY: i64 = 24 * 60 * 60 * 1000;

/// A desk with talks of one decision: id, level, skill.
fn desk(talks: &[(&str, u8, &str)]) -> Desk {
    let desk = Desk::new();
    let skill = |id: &str| format!("[[skill]]\nid = \"{id}\"\ntitle = \"{id}\"\n");
    let head =
        "format = 1\n[library]\nid = \"own\"\ntitle = \"Own\"\nlanguage = \"en\"\nlanguages = [\"en\"]\ntime_zone = \"UTC\"\n";
    desk.file("own/library.toml", &format!("{head}{}{}", skill("say"), skill("ask")));
    for (id, level, skill) in talks {
        let head = format!(
            "format = 1\n[scenario]\nid = \"{id}\"\ntitle = \"Talk {id}\"\ncategory = \"attitude\"\nchannel = \"chat\"\nuse = \"practice\"\nlevel = {level}\nbrief = \"b\"\nstart = \"t\"\npass = 60\nsources = [\"project\"]\n[customer]\nname = \"Wang\"\nmood = 50\n"
        );
        let turn = format!(
            "[[turn]]\nid = \"t\"\nsays = \"Hm?\"\n[[turn.reply]]\nid = \"good\"\ntext = \"Good.\"\nto = \"e\"\nscore = {{ {skill} = 2 }}\nfeedback = \"f\"\n[[turn.reply]]\nid = \"bad\"\ntext = \"Bad.\"\nto = \"e\"\nfeedback = \"f\"\n[[turn]]\nid = \"e\"\nsays = \"Bye.\"\n[turn.ending]\noutcome = \"resolved\"\ndebrief = \"d\"\n"
        );
        desk.file(&format!("own/{id}.toml"), &format!("{head}{turn}"));
    }
    let folder = desk.path("own").display().to_string();
    desk.with("ONDUTY_LIBRARY", &folder)
}

fn play(desk: &Desk, id: &str, reply: &str) {
    let _ = desk.run(&["practise", id, "--answers", &desk.answers(&format!("\"{id}/t\" = \"{reply}\""))]);
}

fn advised(desk: &Desk) -> Value {
    desk.json(&["progress"]).0["advice"].clone()
}

/// Weak × not lately seen, nothing too hard; among equals the easiest.
#[test]
fn the_talk_that_helps_most_is_proposed_with_its_reason() {
    let desk = desk(&[("a-say", 1, "say"), ("b-ask", 1, "ask"), ("c-say", 2, "say")]);
    let first = advised(&desk);
    assert_eq!((&first["scenario"], &first["days"], &first["percent"]), (&Value::from("a-say"), &Value::Null, &Value::Null));
    play(&desk, "a-say", "bad");
    assert_eq!(advised(&desk)["scenario"], "b-ask", "nothing harder before the easy ones go well");
    play(&desk, "b-ask", "good");
    assert_eq!(advised(&desk)["scenario"], "c-say", "what goes well waits");
    play(&desk, "c-say", "bad");
    desk.then(Happens::GoesBy(9 * DAY));
    assert_eq!(advised(&desk)["scenario"], "a-say", "of two alike the easier one");
    let page = desk.done(&["progress"]).out;
    assert!(page.contains("Next: Talk a-say (say 0 % · last practised 9 days ago)"), "{page}");
    assert_eq!(desk.done(&["progress"]).out, page, "the same whenever it is asked");
}

/// Each skill over its newest twelve talks: as bars, as figures, and in words for those who see no bars.
#[test]
fn skills_are_seen_over_time() {
    let desk = desk(&[("a-say", 1, "say"), ("b-ask", 1, "ask")]);
    for reply in ["bad", "bad", "good", "good"] {
        play(&desk, "a-say", reply);
    }
    play(&desk, "b-ask", "good");
    let (value, _) = desk.json(&["progress"]);
    assert_eq!(value["skills"]["say"]["line"], serde_json::json!([0, 0, 1000, 1000]));
    assert_eq!(
        (&value["skills"]["say"]["percent"], &value["skills"]["say"]["trend"]),
        (&Value::from(50), &Value::from("rising"))
    );
    assert_eq!((&value["strengths"], &value["gaps"]), (&serde_json::json!(["ask"]), &serde_json::json!(["say"])));
    let page = desk.done(&["progress"]).out;
    assert!(page.contains("say  ▁▁██  50 %   4 conversations, rising") && page.contains("To work on: say"), "{page}");
    let plain = desk.done(&["progress", "--plain"]).out;
    assert!(plain.contains("4 conversations, lately from 0 % to 100 %, rising") && !plain.contains('█'), "{plain}");
    for _ in 0..12 {
        play(&desk, "a-say", "bad");
    }
    let say = desk.json(&["progress"]).0["skills"]["say"].clone();
    assert_eq!(
        (say["line"].as_array().map(Vec::len), &say["percent"], &say["talks"]),
        (Some(12), &Value::from(0), &Value::from(16))
    );
    assert_eq!(say["trend"], "steady");
}
