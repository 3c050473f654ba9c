//! `analyse ID` of a licence.

use crate::desk::Desk;

/// An exam of questions and role-plays only.
fn hall() -> Desk {
    Desk::new().at("hall")
}

#[test]
fn a_licence_is_told_in_plain_words_and_in_figures() {
    let told = hall().run(&["analyse", "licence:hall", "--knows", "0.75"]).to_string();
    for words in ["It can", "different exams can be drawn", "75 %", "Hardest exam", "Lasts for"] {
        assert!(told.contains(words), "{words} in {told}");
    }
    assert!(!told.contains('⟦'), "{told}");
    let told = hall().in_chinese().run(&["analyse", "hall"]).to_string();
    assert!(told.contains("全靠蒙") && !told.contains('⟦'), "{told}");
}

#[test]
fn a_program_gets_numbers_and_fractions() {
    let (told, code) = hall().json(&["analyse", "hall", "--knows", "0.75"]);
    assert_eq!(code, 0);
    for key in ["theory", "practice", "pass", "within_attempts", "hardest", "easiest"] {
        let share = told["chance"][key].as_f64().expect("a number");
        assert!((0.0..=1.0).contains(&share), "{key}: {share}");
    }
    assert!(told["chance"]["hardest"].as_f64() <= told["chance"]["pass"].as_f64());
    assert!(told["chance"]["pass"].as_f64() <= told["chance"]["within_attempts"].as_f64());
    let shares: Vec<f64> = told["knows"].as_array().expect("a list").iter().filter_map(|k| k["p"].as_f64()).collect();
    assert_eq!(shares, [0.5, 0.6, 0.7, 0.75, 0.8, 0.9, 1.0]);
    assert_eq!(told["knows"][6]["pass"], 1.0);
    assert_eq!(told["knows"][6]["exact"]["pass"], "1");
    assert!(told["forms"].as_u64() >= Some(1) && told["overlap"].is_number() && told["sem_at_mark"].is_number());
}

#[test]
fn where_an_examiner_watches_only_the_theory_is_a_matter_of_chance() {
    let (told, _) = Desk::at_shelf().json(&["analyse", "hands"]);
    assert_eq!((&told["observed"], &told["chance"]["pass"], &told["sem_at_mark"]), (&true.into(), &().into(), &().into()));
    let told = Desk::at_shelf().run(&["analyse", "hands"]).to_string();
    assert!(told.contains("nothing there is a guess"), "{told}");
    for wrong in ["2", "-1", "some"] {
        assert!(Desk::at_shelf().run(&["analyse", "hands", "--knows", wrong]).to_string().contains("exit 2"), "{wrong}");
    }
}
