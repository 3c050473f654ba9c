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
    assert_snapshot!(office.desk.run(&["stats", "bow", "--which", "all"]), @"
    station:bow  A bow
    2 finished attempts (2 from stations) by one person; every one counts.
    2 of them by a script.

    Look at these first
      Only 2: too few to judge. Difficulty is told from 10, separation, options and
      reliability from 30. --all shows the figures; change nothing because of them
      yet.

    Totals
      Mean 3.5 points, median 3.5, standard deviation 0.7.

    Items
    attempts  facility  item
    2         100.0 %   stand
    2         75.0 %    bow
    2         100.0 %   why

    Station bow: two examiners' marks of one candidate
      3 pairs of marks: 66.6 % the same, 0.33 points apart on average.
      stand: 1 pair, 100.0 % the same, 0.00 points apart on average
      bow: 1 pair, 0.0 % the same, 1.00 points apart on average
      why: 1 pair, 100.0 % the same, 0.00 points apart on average
    ── exit 0 ──
    ");
    let (told, _) = office.desk.json(&["stats", "station:bow", "--which", "all"]);
    let bow = told["items"].as_array().expect("items").iter().find(|item| item["item"] == "bow").cloned().expect("a step");
    assert_eq!((bow["facility"].as_f64(), told["attempts"].as_u64()), (Some(0.75), Some(2)), "2 and 1 of 2: {told:#}");
}

#[test]
fn an_exam_of_stations_shows_both() {
    let office = observed();
    assert_snapshot!(office.desk.run(&["stats", "hands"]), @"
    licence:hands  The hands-on licence
    1 finished attempt (1 from exams) by one person; of each person the first at
    each thing.
    1 of them by a script.

    Station bow: two examiners' marks of one candidate
      3 pairs of marks: 66.6 % the same, 0.33 points apart on average.
      stand: 1 pair, 100.0 % the same, 0.00 points apart on average
      bow: 1 pair, 0.0 % the same, 1.00 points apart on average
      why: 1 pair, 100.0 % the same, 0.00 points apart on average

    Station desk: two examiners' marks of one candidate
      2 pairs of marks: 100.0 % the same, 0.00 points apart on average.
      books: 1 pair, 100.0 % the same, 0.00 points apart on average
      pen: 1 pair, 100.0 % the same, 0.00 points apart on average
    ── exit 0 ──
    ");
}

#[test]
fn an_exam_shows_its_questions_and_its_role_plays() {
    let office = Office::staffed();
    let _ = office.desk.done(&["learner", "add", "林未"]);
    for who in ["陈小满", "林未"] {
        let _ = office.sit(who, "quick", RIGHT);
    }
    assert_snapshot!(office.desk.run(&["stats", "quick"]), @"
    licence:quick  The quick licence
    2 finished attempts (2 from exams) by 2 people; of each person the first at
    each thing.
    2 of them by a script.

    Look at these first
      Only 2: too few to judge. Difficulty is told from 10, separation, options and
      reliability from 30. --all shows the figures; change nothing because of them
      yet.

    Totals
      Mean 4.0 points, median 4.0, standard deviation 0.0.

    Items
    attempts  facility  seconds  item
    2         100.0 %   4        finals/hello
    2         100.0 %   4        finals/seat
    2         100.0 %   4        finals/name
    2         100.0 %   4        finals/rush

    long-line  The long line
    1 play, mean share 100.0 %, passed 100.0 %, red line crossed 0.0 %.
    turn (visits)  taken  share    reply
    opening (1)                    Is it not my turn yet?
                   1      100.0 %  look  Sorry for the trouble; I am looking at o…
                   0      0.0 %    wait  Wait a moment.
                   0      0.0 %    shout  Stop shouting!
    Endings: good “Good, thank you.” 1

    lost-letter  The lost letter
    1 play, mean share 100.0 %, passed 100.0 %, red line crossed 0.0 %.
    turn (visits)  taken  share    reply
    opening (1)                    Where is my letter?
                   1      100.0 %  look  Sorry for the trouble; I am looking at o…
                   0      0.0 %    wait  Wait a moment.
                   0      0.0 %    shout  Stop shouting!
    Endings: good “Good, thank you.” 1
    ── exit 0 ──
    ");
    let (told, _) = office.desk.json(&["stats", "licence:quick"]);
    assert_eq!(told["scripted"], json!(2), "{told:#}");
    assert!(told["scenarios"].as_array().is_some_and(|all| !all.is_empty()), "{told:#}");
}
