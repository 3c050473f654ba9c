//! Who may observe whom, and that nobody learns what another saw.

use insta::assert_snapshot;

use super::*;

#[test]
fn examiners_are_blind_to_each_other() {
    // Two desks alike, but that the first examiner was generous at one and strict at the other: nobody else can tell which is which.
    let twin = |marks: [u8; 4]| {
        let (office, exam) = admitted();
        let [stand, bow, why, overall] = marks;
        let answers = office.desk.answers(&format!(
            "\"bow/stand\" = {stand}\n\"bow/bow\" = {bow}\n\"bow/why\" = [{{ blank = true }}, {why}]\n\"bow/overall\" = {overall}\n\
             \"bow/sheet\" = \"note\"\n\"bow/note\" = \"SEEN BY LI\""
        ));
        let args = ["observe", "hands", "--candidate", "陈小满", "--station", "bow", "--answers", &answers];
        let ran = office.by("李考", &args);
        assert_eq!(ran.code, 0, "{ran}");
        (office, exam)
    };
    let ((kind, exam), (strict, _)) = (twin([1, 2, 1, 5]), twin([0, 0, 0, 1]));
    let seen = |office: &Office| {
        let id = office.newest_observation().short().to_owned();
        let commands: Vec<Vec<&str>> = vec![
            vec!["result", &exam],
            vec!["result", &exam, "--format", "json"],
            vec!["result", &id],
            vec!["show", &id],
            vec!["show", &id, "--format", "json"],
            vec!["show", &exam],
            vec!["resume", &id],
            vec!["progress"],
            vec!["progress", "--format", "json"],
            vec!["learner", "show", "陈小满"],
            vec!["list", "attempts"],
            vec!["list", "attempts", "--format", "json"],
            vec!["exam", "hands", "--ready"],
        ];
        let mut said: Vec<String> = commands.iter().map(|args| office.desk.run(args).to_string()).collect();
        said.push(office.by("王考", &["decide", &exam, "--take", &id, "--reason", "看一看"]).to_string());
        said.push(office.by("赵考", &["decide", &exam, "--take", "?", "--reason", "看一看"]).to_string());
        said.push(office.issue("陈小满", "hands", "never.json").to_string());
        // The second examiner, at the same station, meets it from the start.
        said.push(office.observe("王考", "bow", &[1, 1, 1, 3]).to_string());
        said
    };
    let (one, other) = (seen(&kind), seen(&strict));
    for (one, other) in one.iter().zip(&other) {
        assert_eq!(one, other);
        assert!(!one.contains("SEEN BY LI"), "{one}");
    }
    assert_snapshot!(masked(&one[2]), @"
    ── stderr ──
    Not done: NUMBER is no exam.
      What to do: Read it again with onduty show NUMBER.
    ── exit 2 ──
    ");
    assert_snapshot!(masked(&one[3]), @"
    ── stderr ──
    Not done: The exam NUMBER is not shown this way: what may be told stands in its result.
      What to do: An exam's result is read with: onduty result NUMBER
    ── exit 5 ──
    ");
    assert_snapshot!(masked(&one[6]), @"
    ── stderr ──
    Not done: There is no terminal window here that can be typed in.
      What to do: Run it in a terminal window, or give the answers with --answers FILE.
    ── exit 2 ──
    ");
    // The two desks do differ: the third, who decides, is told how.
    let decide = ["decide", &exam, "--take", "?", "--reason", "看一看"];
    let told = [&kind, &strict].map(|office| office.by("赵考", &decide).err);
    assert!(told[0].contains("李考 100 %") && told[1].contains("李考 0 %"), "{told:?}");
}

#[test]
fn observations_are_not_the_candidates_doings() {
    let (office, _) = admitted();
    let said = |office: &Office| {
        ["progress", "list"].map(|command| {
            let args: &[&str] = if command == "list" { &["list", "attempts"] } else { &[command] };
            office.desk.done(args).to_string()
        })
    };
    let before = said(&office);
    let _ = office.observe("李考", "bow", &[1, 2, 1, 5]);
    // One left half-way is not the candidate's to go on with.
    let some = office.desk.answers("\"bow/stand\" = 1");
    let args = ["observe", "hands", "--candidate", "陈小满", "--station", "bow", "--answers", &some];
    assert_eq!(office.by("王考", &args).code, 2);
    assert_eq!(said(&office), before);
    let none = office.desk.answers("");
    assert_snapshot!(office.desk.run(&["resume", "--answers", &none]), @"
    ── stderr ──
    Nothing is unfinished.
      What to do: Type onduty to see what comes next.
    ── exit 0 ──
    ");
    let left = office.newest_observation();
    assert_snapshot!(office.desk.run(&["resume", left.short(), "--answers", &none]), @"
    ── stderr ──
    Not done: These are an examiner's marks; the examiner goes on with them.
      What to do: Type onduty to see what comes next.
    ── exit 5 ──
    ");
}

#[test]
fn a_station_waits_for_as_many_examiners_as_the_scheme_wants() {
    let (office, _) = admitted();
    let _ = office.observe("李考", "bow", &[1, 2, 1, 5]);
    assert_snapshot!(office.observe("李考", "bow", &[1, 2, 1, 5]), @r#"
    ── stderr ──
    Not done: No station "bow" waits for you.
      What to do: You can observe: desk
    ── exit 5 ──
    "#);
    let _ = office.observe("王考", "bow", &[1, 2, 1, 5]);
    // A third would only muddle what two have seen.
    assert_snapshot!(office.observe("赵考", "bow", &[0, 0, 0, 1]), @r#"
    ── stderr ──
    Not done: No station "bow" waits for you.
      What to do: You can observe: desk
    ── exit 5 ──
    "#);
    assert_eq!(office.observations().len(), 2);
    let _ = office.observe("李考", "desk", &[3, 1, 5]);
    // Without `--station`: the one that waits.
    let answers = office.desk.answers(&marked("desk", &[3, 1, 5]));
    let observe = ["observe", "hands", "--candidate", "陈小满", "--answers", &answers];
    assert_snapshot!(office.by("李考", &observe), @"
    ── stderr ──
    Not done: No station of this candidate waits for 李考.
    ── exit 5 ──
    ");
    assert_eq!(office.by("王考", &observe).code, 0);
    assert_snapshot!(office.by("赵考", &observe), @r#"
    ── stderr ──
    Not done: The exam "The hands-on licence" of 陈小满 has its result; nothing is observed any more.
    ── exit 5 ──
    "#);
}

#[test]
fn which_station_is_said_where_there_are_several() {
    let (office, _) = admitted();
    let answers = office.desk.answers("");
    let observe = ["observe", "hands", "--candidate", "陈小满", "--answers", &answers];
    assert_snapshot!(office.by("李考", &observe), @"
    ── stderr ──
    Not done: Which station? Say so with --station.
      What to do: You can observe: bow, desk
    ── exit 2 ──
    ");
    assert_snapshot!(office.by("李考", &[&observe[..], &["--station", "stage"]].concat()), @r#"
    ── stderr ──
    Not done: No station "stage" waits for you.
      What to do: You can observe: bow, desk
    ── exit 5 ──
    "#);
    assert!(office.observations().is_empty());
}

#[test]
fn who_is_not_to_be_observed() {
    let office = Office::staffed();
    let none = office.desk.answers("");
    let observe = |licence: &str, who: &str| {
        office.by("李考", &["observe", licence, "--candidate", who, "--station", "bow", "--answers", &none])
    };
    assert_snapshot!(observe("hands", "陈小满"), @r#"
    ── stderr ──
    Not done: 陈小满 has not sat "The hands-on licence".
      What to do: The exam comes first: onduty exam hands
    ── exit 5 ──
    "#);
    assert_snapshot!(observe("hands", "谁呀"), @r#"
    ── stderr ──
    Not done: Nobody called "谁呀" is on the roster.
      What to do: See the roster and its groups with onduty learner list.
    ── exit 2 ──
    "#);
    let _ = office.sit("陈小满", "quick", crate::office::RIGHT);
    assert_snapshot!(observe("quick", "陈小满"), @r#"
    ── stderr ──
    Not done: The exam "The quick licence" has no station to observe.
    ── exit 5 ──
    "#);
    let exam = office.sit("陈小满", "hands", "");
    assert_eq!(office.by("王考", &["void", &exam, "--reason", "走错了考场"]).code, 0);
    assert_eq!(observe("hands", "陈小满").code, 5, "a void exam is no exam");
}

#[test]
fn a_script_does_not_examine_persons() {
    let office = Office::staffed();
    office.desk.edit("shelf/hands.toml", "accepts = \"script\"", "accepts = \"person\"");
    let candidate = crate::candidate::Candidate::new(&office.desk, "hands");
    let _ = candidate.sits();
    let ran = office.observe("李考", "bow", &[1, 2, 1, 5]);
    assert_snapshot!(ran, @r#"
    ── stderr ──
    Not done: "hands" takes answers from a person only, not from a file.
    ── exit 5 ──
    "#);
    assert!(office.observations().is_empty());
}
