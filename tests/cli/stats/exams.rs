//! Of what examiners marked at stations, and of exams with questions and role-plays.

use insta::assert_snapshot;
use serde_json::json;

use crate::office::{Office, RIGHT};

/// Two people observed at both stations by both examiners, who differ at one step of one bow.
fn observed() -> Office {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "hands", "");
    for (station, one, other) in [("bow", &[1, 2, 1, 4][..], &[1, 1, 1, 4][..]), ("desk", &[3, 1, 4], &[3, 1, 5])] {
        for (who, marks) in [("李考", one), ("王考", other)] {
            let ran = office.observe(who, station, marks);
            assert_eq!(ran.code, 0, "{ran}");
        }
    }
    office
}

#[test]
fn a_station_shows_its_steps_and_how_far_examiners_agree() {
    let office = observed();
    assert_snapshot!(office.desk.run(&["stats", "bow", "--which", "all"]), @"");
    let (told, _) = office.desk.json(&["stats", "station:bow", "--which", "all"]);
    let bow = told["items"].as_array().expect("items").iter().find(|item| item["item"] == "bow").cloned().expect("a step");
    assert_eq!((bow["facility"].as_f64(), told["attempts"].as_u64()), (Some(75.0), Some(2)), "2 and 1 of 2: {told:#}");
}

#[test]
fn an_exam_of_stations_shows_both() {
    let office = observed();
    assert_snapshot!(office.desk.run(&["stats", "hands"]), @"");
}

#[test]
fn an_exam_shows_its_questions_and_its_role_plays() {
    let office = Office::staffed();
    for who in ["陈小满", "林未"] {
        let _ = office.sit(who, "quick", RIGHT);
    }
    assert_snapshot!(office.desk.run(&["stats", "quick"]), @"");
    let (told, _) = office.desk.json(&["stats", "licence:quick"]);
    assert_eq!(told["scripted"], json!(2), "{told:#}");
    assert!(told["scenarios"].as_array().is_some_and(|all| !all.is_empty()), "{told:#}");
}
