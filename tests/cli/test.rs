//! `test`: walks held against what they expect, what was never walked, and a walk written down from a live play.

use insta::assert_snapshot;

use crate::desk::Desk;

const HEAD: &str = "format = 1\nwalks = \"scenario:queue\"\n";

/// A walk of `queue` that ends well.
const MODEL: &str = r#"
[[walk]]
id = "model"
replies = ["opening/help"]
expect = { ending = "helped", points = 4, percent = 100, passed = true }
"#;

fn desk(walks: &str) -> Desk {
    let desk = Desk::at_shelf();
    desk.file("shelf/queue.walk.toml", &format!("{HEAD}{walks}"));
    desk
}

#[test]
fn a_walk_that_comes_right_and_what_was_never_walked() {
    let desk = desk(MODEL);
    assert_snapshot!(desk.run(&["test", &desk.path("shelf/queue.walk.toml").display().to_string()]), @r#"
    queue
      ✓ model: ending helped, 4 points, 100 %, passed

    Scenario             Turns  Replies  Endings  Conditions
    Waiting and waiting  2/3    1/3      1/2      1/2
    In all               2/3    1/3      1/2      1/2

    Never walked (a condition without "!" never held, one with "!" never failed to
    hold):

    queue
      Replies: opening/wait · opening/go
      Endings: gone
      Conditions: opening/wait ![waited < 2]

    ✓ One walk, and it comes to what is expected.
    ── exit 0 ──
    "#);
}

#[test]
fn walks_that_go_wrong_say_where_and_how() {
    let desk = desk(
        r#"
[[walk]]
id = "other-points"
replies = ["opening/wait", "opening/help"]
expect = { ending = "helped", points = 4, percent = 100, passed = true }

[[walk]]
id = "off-the-way"
replies = [
    "opening/wait",
    "opening/wait",
]
expect = { ending = "helped", points = 3, percent = 75, passed = true }

[[walk]]
id = "beyond-the-end"
replies = ["opening/help", "opening/wait"]
expect = { ending = "helped", points = 4, percent = 100, passed = true }

[[walk]]
id = "short"
replies = ["opening/wait"]
expect = { ending = "gone", points = 0, percent = 0, passed = false }
"#,
    );
    assert_snapshot!(desk.run(&["test", &desk.path("shelf/queue.walk.toml").display().to_string()]), @r#"
    queue
      ✗ other-points  DESK/shelf/queue.walk.toml:5
        expected: ending helped, 4 points, 100 %, passed
        came to:  ending helped, 3 points, 75 %, passed
      ✗ off-the-way  DESK/shelf/queue.walk.toml:13
        Step 2 is opening/wait, but that is not offered there; what is: go · help.
      ✗ beyond-the-end  DESK/shelf/queue.walk.toml:19
        The talk is over before step 2, opening/wait.
      ✗ short  DESK/shelf/queue.walk.toml:23
        There are no more steps, but the talk goes on: it stands at opening.

    Scenario             Turns  Replies  Endings  Conditions
    Waiting and waiting  2/3    2/3      1/2      1/2
    In all               2/3    2/3      1/2      1/2

    Never walked (a condition without "!" never held, one with "!" never failed to
    hold):

    queue
      Replies: opening/go
      Endings: gone
      Conditions: opening/wait ![waited < 2]

    ✗ Of 4 walks, 4 are wrong.
    ── exit 1 ──
    "#);
}

#[test]
fn another_turn_than_the_walk_says() {
    let desk = Desk::at_shelf();
    desk.edit("shelf/queue.toml", "to = \"opening\"", "to = \"again\"");
    desk.edit(
        "shelf/queue.toml",
        "[[turn]]\nid = \"helped\"",
        "[[turn]]\nid = \"again\"\nsays = \"？\"\n[[turn.reply]]\nid = \"help\"\ntext = \"好\"\nto = \"helped\"\nscore = { ask = 1 }\nfeedback = \"好\"\n\n[[turn]]\nid = \"helped\"",
    );
    let en = std::fs::read_to_string(desk.path("shelf/queue.en.toml")).expect("there");
    let again = "\n[turn.again]\nsays = \"?\"\n[turn.again.reply.help]\ntext = \"Yes\"\nfeedback = \"Yes\"\n";
    desk.file("shelf/queue.en.toml", &(en + again));
    desk.file(
        "shelf/queue.walk.toml",
        &format!("{HEAD}[[walk]]\nid = \"m\"\nreplies = [\"opening/wait\", \"opening/help\"]\nexpect = {{ ending = \"helped\", points = 3, percent = 75, passed = true }}\n"),
    );
    let (json, code) = desk.json(&["test"]);
    assert_eq!(code, 1);
    let walk = &json["walks"][0];
    assert_eq!(walk["strayed"], serde_json::json!({ "why": "other-turn", "step": 2, "at": "again" }));
    assert_eq!(walk["line"], 5, "the line of the step");
}

#[test]
fn coverage_counts_turns_replies_endings_and_both_sides_of_conditions() {
    let desk = desk(MODEL);
    let (json, code) = desk.json(&["test", &desk.path("shelf/queue.toml").display().to_string()]);
    assert_eq!(code, 0);
    assert_eq!(json["failed"], 0);
    let queue = &json["coverage"]["scenarios"][0];
    let tally = |walked: u32, of: u32| serde_json::json!({ "walked": walked, "of": of });
    assert_eq!(json["coverage"]["scenarios"].as_array().map(Vec::len), Some(1), "only the file that was named");
    assert_eq!(queue["turns"], tally(2, 3));
    assert_eq!(queue["replies"], tally(1, 3));
    assert_eq!(queue["endings"], tally(1, 2));
    assert_eq!(queue["conditions"], tally(1, 2));
    let never = serde_json::json!({ "turns": [], "replies": ["opening/wait", "opening/go"], "endings": ["gone"],
        "conditions": ["opening/wait ![waited < 2]"] });
    assert_eq!(queue["never"], never);
}

#[test]
fn a_walk_of_a_reply_that_is_gone_is_a_mistake_and_fails() {
    let desk = desk(&MODEL.replace("opening/help", "opening/helped"));
    let ran = desk.run(&["test", &desk.path("shelf").display().to_string()]);
    assert_eq!(ran.code, 1, "{ran}");
    assert!(ran.out.contains("queue/model"), "{ran}");
    assert!(ran.err.contains("queue.walk.toml"), "{ran}");
    let gone = desk.run(&["test", "nowhere"]);
    assert_eq!((gone.code, gone.err.contains("nowhere")), (3, true), "{gone}");
}

#[test]
fn a_play_is_written_down_beside_the_scenario_and_holds() {
    let desk = Desk::at_shelf();
    let answers = desk.answers("\"queue/opening\" = [\"wait\", \"help\"]");
    let ran = desk.done(&["test", "queue", "--record", "slow", "--answers", &answers]);
    assert!(ran.err.contains("3 points, 75 %, passed"), "{ran}");
    let walks = || std::fs::read_to_string(desk.path("shelf/queue.walk.toml")).expect("written");
    assert_eq!(
        walks(),
        format!(
            "{HEAD}\n[[walk]]\nid = \"slow\"\nreplies = [\"opening/wait\", \"opening/help\"]\nexpect = {{ ending = \"helped\", points = 3, percent = 75, passed = true }}\n"
        )
    );
    let (json, code) = desk.json(&["test"]);
    assert_eq!((code, &json["walks"][0]["good"]), (0, &serde_json::json!(true)));
    assert_eq!(desk.json(&["list", "attempts"]).0.to_string().matches("queue").count(), 0, "nothing is recorded for a learner");
    let again = desk.run(&["test", "queue", "--record", "slow", "--answers", &answers]);
    assert_eq!(again.code, 5, "{again}");
    assert_eq!(walks().matches("[[walk]]").count(), 1);
}

#[test]
fn what_a_file_of_walks_holds_stays_byte_for_byte() {
    let before = format!("# 开头\r\n{}# 没有换行的结尾", format!("{HEAD}{MODEL}").replace('\n', "\r\n"));
    let desk = Desk::at_shelf();
    desk.file("shelf/queue.walk.toml", &before);
    let answers = desk.answers("\"queue/opening\" = \"go\"");
    let _ = desk.done(&["test", "queue", "--record", "red-line", "--answers", &answers]);
    let after = std::fs::read_to_string(desk.path("shelf/queue.walk.toml")).expect("there");
    let new = after.strip_prefix(&before).expect("what was there stays");
    assert!(new.starts_with("\r\n\r\n[[walk]]\r\n") && !new.replace("\r\n", "").contains('\n'), "{new:?}");
    assert_eq!(desk.json(&["test"]).0["walks"].as_array().map(Vec::len), Some(2));
}

#[test]
fn where_nothing_can_be_written_nobody_plays() {
    let desk = Desk::at_shelf();
    let answers = desk.answers("\"queue/opening\" = \"go\"");
    let record = |id: &str, more: &[&str]| desk.run(&[&["test", "queue", "--record", id, "--answers", &answers], more].concat());
    assert_eq!(record("Grün", &[]).code, 2);
    desk.file("shelf/queue.walk.toml", "format = 1\nwalks = \"scenario:queue\"\nwalk = []\n");
    assert_eq!(record("a", &[]).code, 5, "no table can stand behind such a list");
    let other = desk.file("other.toml", "format = 1\nwalks = \"scenario:bow\"\n");
    assert_eq!(record("a", &["--out", &other]).code, 5);
    let fresh = desk.path("fresh.walk.toml").display().to_string();
    assert_eq!(record("a", &["--out", &fresh]).code, 0);
    let shipped = Desk::new();
    let ran = shipped.run(&["test", "wrong-item", "--record", "a", "--answers", &answers]);
    assert_eq!(ran.code, 5, "{ran}");
}
