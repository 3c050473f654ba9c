//! On paper: `--sheet` writes the form that is printed, `--enter` types it in afterwards.

use super::*;
use crate::desk::{Desk, Ran};

/// `observe hands --sheet FILE` with more arguments; what was said, and the form.
fn sheet(desk: &Desk, more: &[&str]) -> (Ran, String) {
    let file = desk.path("form.html");
    let _ = std::fs::remove_file(&file);
    let ran = desk.run(&[&["observe", "hands", "--sheet", &file.display().to_string()], more].concat());
    (ran, std::fs::read_to_string(file).unwrap_or_default())
}

/// A form as it is read: without tags and style, a line a piece of text.
fn read(form: &str) -> Vec<&str> {
    let (_, body) = form.split_once("<body>").expect("a page");
    body.split('<').map(|tag| tag.split_once('>').map_or(tag, |(_, text)| text).trim()).filter(|text| !text.is_empty()).collect()
}

/// The stations of a form, by their headings' ids.
fn stations(form: &str) -> Vec<&str> {
    form.split("<article id=\"").skip(1).map(|rest| rest.split('"').next().expect("an id")).collect()
}

/// Every item of `bow` with its mark's words, in their order.
const BOW: [&str; 12] = [
    "A bow",
    "A customer comes to the counter; please receive them.",
    "The examiner plays the customer, two steps away.",
    "[Critical] a 0 here fails the candidate",
    "Stands up",
    "Stays seated",
    "Bows and says hello",
    "Only one of them",
    "Why do you stand up?",
    "Listen for: So that the customer knows somebody is there for them.",
    "Can say",
    "Excellent",
];

/// Whether all these stand in a text in this order.
fn in_order(text: &str, all: &[&str]) -> bool {
    all.iter().try_fold(text, |rest, piece| rest.split_once(piece).map(|(_, after)| after)).is_some()
}

#[test]
fn a_form_needs_neither_candidate_nor_records() {
    let desk = Desk::empty().at("shelf");
    let (ran, form) = sheet(&desk, &[]);
    assert_snapshot!(ran, @"
    ── stderr ──
    Written to DESK/form.html
    ── exit 0 ──
    ");
    assert_eq!(stations(&form), ["bow", "desk"], "all that the scheme may draw");
    let text = read(&form).join("\n");
    assert!(text.starts_with("The hands-on licence\n"), "{text}");
    assert!(in_order(&text, &BOW), "{text}");
    assert!(
        in_order(&text, &["Tidying the counter", "Books in line", "All in line", "Cap on the pen", "No cap", "Cap on"]),
        "{text}"
    );
    assert!(text.contains("onduty observe hands --candidate NAME --station bow --enter"), "{text}");
    assert!(!desk.path("data").exists(), "no records were made");

    let (_, one) = sheet(&desk, &["--station", "desk"]);
    assert_eq!(stations(&one), ["desk"]);
    let (ran, chinese) = sheet(&desk, &["--station", "bow", "--lang", "zh-CN"]);
    assert_snapshot!(ran, @"
    ── stderr ──
    已写入 DESK/form.html
    ── exit 0 ──
    ");
    let text = read(&chinese).join("\n");
    assert!(
        in_order(&text, &["动手上岗证", "鞠躬", "客户走到柜台前", "站起来", "坐着不动", "为什么要站起来", "说得出"]),
        "{text}"
    );
}

#[test]
fn a_candidates_form_has_the_name_and_goes_when_all_is_settled() {
    let (office, _) = admitted();
    let (ran, form) = sheet(&office.desk, &["--candidate", "陈小满"]);
    assert_eq!(ran.code, 0, "{ran}");
    assert!(read(&form).contains(&"陈小满"), "{form}");
    assert_eq!(stations(&form), ["bow", "desk"]);
    let _ = office.desk.done(&["learner", "add", "林未"]);
    assert_snapshot!(sheet(&office.desk, &["--candidate", "林未"]).0, @r#"
    ── stderr ──
    Not done: 林未 has not sat "The hands-on licence".
      What to do: The exam comes first: onduty exam hands
    ── exit 5 ──
    "#);
    both(&office, "bow", &[1, 2, 1, 5], &[1, 2, 1, 4]);
    both(&office, "desk", &[3, 1, 4], &[3, 1, 5]);
    let (ran, form) = sheet(&office.desk, &["--candidate", "陈小满"]);
    assert_snapshot!(ran, @r#"
    ── stderr ──
    Not done: The exam "The hands-on licence" of 陈小满 has its result; nothing is observed any more.
    ── exit 5 ──
    "#);
    assert_eq!(form, "", "nothing is written");
}

#[test]
fn no_form_of_what_is_no_station() {
    let Office { desk, .. } = Office::empty();
    assert_snapshot!(sheet(&desk, &["--station", "nowhere"]).0, @r#"
    ── stderr ──
    Not done: The exam "The hands-on licence" has no station "nowhere".
      What to do: You can observe: bow, desk
    ── exit 5 ──
    "#);
    let file = desk.path("form.html").display().to_string();
    assert_snapshot!(desk.run(&["observe", "quick", "--sheet", &file]), @r#"
    ── stderr ──
    Not done: The exam "The quick licence" has no station to observe.
    ── exit 5 ──
    "#);
    assert!(!desk.path("form.html").exists(), "nothing is written");
}

/// What is asked is what stands on the form, in its order; it is marked as typed in from paper.
#[test]
fn a_form_is_typed_in_as_it_stands() {
    let (office, exam) = admitted();
    let answers = office.desk.answers(&marked("bow", &[1, 2, 1, 5]));
    let args = ["observe", "hands", "--candidate", "陈小满", "--station", "bow", "--answers", &answers];
    let typed = office.by("李考", &[&args[..], &["--enter"]].concat());
    assert_eq!(typed.code, 0, "{typed}");
    assert!(in_order(&typed.err, &BOW[3..]), "{typed}");
    assert_eq!(office.by("王考", &args).code, 0);
    let paper = office.observations().into_iter().map(|row| {
        let events = office.store().events(&row.id).expect("events");
        let Body::Started { plan } = &events[0].event.body else { panic!("it begins with its plan") };
        plan.observes.as_ref().map(|o| o.paper)
    });
    assert_eq!(paper.collect::<Vec<_>>(), [Some(true), Some(false)]);
    both(&office, "desk", &[3, 1, 4], &[3, 1, 4]);
    comes_to(&office, &exam, "passed", Some("100"));
}

#[test]
fn no_form_is_written_over_another_file() {
    let desk = Desk::at_shelf();
    let key = desk.file("issuer-SH1.pem", "the only copy of a key");
    let ran = desk.run(&["observe", "hands", "--sheet", &key]);
    assert_eq!((ran.code, std::fs::read_to_string(&key).expect("a file")), (5, "the only copy of a key".to_owned()), "{ran}");
}
