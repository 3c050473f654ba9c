//! `graph`: a scenario as a picture, with the best way, one's own, and everybody's.

use insta::assert_snapshot;

use crate::desk::Desk;

/// The newest attempt at this desk.
fn newest(desk: &Desk) -> String {
    let (listed, _) = desk.json(&["list", "attempts"]);
    listed["attempts"][0]["attempt"].as_str().expect("an id").to_owned()
}

fn plays(desk: &Desk, replies: &str) {
    let answers = desk.answers(&format!("\"queue/opening\" = [{replies}]"));
    let _ = desk.run(&["practise", "queue", "--answers", &answers]);
}

#[test]
fn a_talk_is_drawn_for_wikis() {
    assert_snapshot!(Desk::at_shelf().done(&["graph", "queue", "--to", "mermaid"]), @r#"
    ---
    title: "Waiting and waiting"
    ---
    flowchart TD
    %% Scenario queue: one turn, 3 replies, 2 endings. Square boxes are the customer, round ones replies, double ones endings, six-sided ones crossings.
    %% Best way (points +4): opening/help
    %% green, solid: earns points
    %% orange, dotted: loses points
    %% red, dash and dot: a red line, fails the run
    %% thick, with ★: the best way
      n0["<b>Start · opening</b><br/>How long is this going to take?"]
      n1(["<b>helped · Ending: resolved · points +1</b><br/>Good, thank you."])
      n2(["<b>gone · Ending: failed</b><br/>Never again."])
      n3("<b>★ best</b><br/><b>help · points +3 · mood +20</b><br/>Sorry for the wait#59; I am looking now.")
      style n3 stroke:#1a7f37
      n4("<b>wait · points -1 · mood -10</b><br/>Please wait.<br/>if waited #60; 2<br/>sets waited +1")
      style n4 stroke:#bc4c00,stroke-dasharray:2 4
      n5("<b>✕ red line</b><br/><b>go · points 0 · mood -30</b><br/>Leave if you will not wait.")
      style n5 stroke:#cf222e,stroke-dasharray:12 4 2 4
      n0 --> n3
      linkStyle 0 stroke:#1a7f37,stroke-width:5px
      n3 --> n1
      linkStyle 1 stroke:#1a7f37,stroke-width:5px
      n0 --> n4
      linkStyle 2 stroke:#bc4c00,stroke-dasharray:2 4
      n4 --> n0
      linkStyle 3 stroke:#bc4c00,stroke-dasharray:2 4
      n0 --> n5
      linkStyle 4 stroke:#cf222e,stroke-dasharray:12 4 2 4
      n5 --> n2
      linkStyle 5 stroke:#cf222e,stroke-dasharray:12 4 2 4
    ── exit 0 ──
    "#);
}

#[test]
fn a_picture_needs_nothing_else() {
    let desk = Desk::at_shelf();
    desk.edit("shelf/queue.toml", "让您久等了，我这就查。", "让您 <久等> & \\\"抱歉\\\"");
    let drawn = desk.done(&["graph", "queue", "--lang", "zh-CN"]).out;
    assert!(drawn.starts_with("<svg xmlns=") && drawn.ends_with("</svg>\n"));
    for said in [
        "<title id=\"title\">等了又等</title>",
        "★ 最佳",
        "✕ 红线",
        "结局：已解决",
        "&lt;久等&gt; &amp; &quot;抱歉&quot;",
        "条件：waited &lt; 2",
    ] {
        assert!(drawn.contains(said), "{said}\n{drawn}");
    }
    assert_eq!(drawn, desk.done(&["graph", "queue", "--lang", "zh-CN"]).out, "the same picture is the same bytes");
    let _ = desk.done(&["graph", "queue", "--out", &desk.path("queue.dot").display().to_string()]);
    assert!(std::fs::read_to_string(desk.path("queue.dot")).expect("written").starts_with("digraph scenario {"));
}

#[test]
fn ones_own_way_is_marked() {
    let desk = Desk::at_shelf();
    plays(&desk, "\"wait\", \"help\"");
    let id = newest(&desk);
    let drawn = desk.done(&["graph", "queue", "--attempt", &id]).out;
    assert_eq!(drawn.matches("learner's step 1</text>").count(), 1);
    assert!(drawn.contains("opening/wait → opening/help"));
    let walked = drawn.matches("class=\"line walked\"").count();
    assert_eq!(walked, 5, "four links, and a line of the legend");
    assert_snapshot!(desk.run(&["graph", "wrong-book", "--attempt", &id[28..]]), @"
    ── stderr ──
    Not done: Attempt 26a01a94 has no scenario wrong-book.
      What to do: Read it again with onduty show 26a01a94.
    ── exit 2 ──
    ");
}

#[test]
fn shares_are_told_of_enough_talks() {
    let desk = Desk::at_shelf();
    for _ in 0..4 {
        plays(&desk, "\"wait\", \"help\"");
    }
    assert_snapshot!(desk.run(&["graph", "queue", "--traffic"]), @"
    ── stderr ──
    Not done: Only 4 finished conversations so far: too few for shares, and one could tell who it was. It takes 5.
      What to do: Draw it without --traffic for now; come back when more people have practised.
    ── exit 5 ──
    ");
    plays(&desk, "\"go\"");
    let ran = desk.done(&["graph", "queue", "--traffic", "--to", "dot"]);
    assert!(ran.out.contains("chosen 4 of 9 times (44.4%)"), "waited: {ran}");
    assert!(ran.out.contains("chosen 1 of 9 times (11.1%)"), "gone: {ran}");
    assert_snapshot!(ran.err, @"5 of them were answered by a file.");
    desk.edit("shelf/queue.toml", "score = { ask = 3 }", "score = { ask = 2 }");
    assert_eq!(desk.run(&["graph", "queue", "--traffic"]).code, 5, "another key is another talk");
}
