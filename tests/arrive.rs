//! A new hire comes to a PC that has the company's roster: whoever is on it is that person, under a name or a number, and nobody else.

use std::process::Command;

use onduty::base::moment::Moment;
use onduty::store::{Learner, Post, Store as _, sqlite::Sqlite};

use crate::window::{Window, onduty};

/// A PC with a roster of twelve, nobody of them here before; two have one name.
struct Pc(tempfile::TempDir);

impl Pc {
    fn new() -> Self {
        let pc = Self(tempfile::tempdir().expect("a folder"));
        let name = |n: usize| if n < 2 { "陈小满".to_owned() } else { format!("学员{n}") };
        let learner = |n: usize| Learner {
            id: format!("id-{n}").as_str().into(),
            name: name(n),
            staff_number: Some(format!("004{n}")),
            language: None,
            plain: false,
            created: Moment(0),
            post: Post { left: (n == 11).then_some(Moment(1)), ..Post::default() },
        };
        pc.store().enrol(&(0..12).map(learner).collect::<Vec<_>>(), &mut || ()).expect("a roster");
        pc
    }

    fn store(&self) -> Sqlite {
        Sqlite::open(&self.0.path().join("onduty.db")).expect("a store")
    }

    fn home(&self) -> Window {
        let command: Command = onduty(&self.0.path().join("onduty.db"), "zh-CN");
        Window::open(command, (80, 24))
    }

    /// Who is remembered at this PC, and how many the roster has.
    fn is_here(&self) -> (Option<String>, usize) {
        let store = self.store();
        (store.setting("learner").expect("readable"), store.learners().expect("readable").len())
    }
}

/// Waits for the menu of home and leaves.
fn welcomed(mut window: Window, name: &str) {
    window.reads(&format!("{name}，欢迎！"));
    window.reads("Enter");
    window.press("\u{3}");
    window.ends();
}

#[test]
fn a_staff_number_is_its_person() {
    let pc = Pc::new();
    let mut window = pc.home();
    window.reads("怎么称呼您？");
    window.press("0045\r");
    welcomed(window, "学员5");
    assert_eq!(pc.is_here(), (Some("id-5".into()), 12));
}

#[test]
fn a_name_is_asked_back_and_a_namesake_is_somebody_new() {
    let pc = Pc::new();
    let mut window = pc.home();
    window.reads("怎么称呼您？");
    window.press("陈小满\r");
    window.reads("名册里有这个名字，是您吗？");
    window.picks("陈小满 (0041)");
    welcomed(window, "陈小满");
    assert_eq!(pc.is_here(), (Some("id-1".into()), 12));

    let mut window = pc.home();
    window.reads("您是哪一位？");
    window.reads("Esc 离开");
    let listed = window.now().window.iter().filter(|line| line.contains("学员") || line.contains("陈小满")).count();
    assert_eq!(listed, 1, "of many only who was here");
    window.picks("我不在上面");
    window.reads("怎么称呼您？");
    window.press("学员7\r");
    window.picks("是同名的另一个人");
    welcomed(window, "学员7");
    let (here, count) = pc.is_here();
    assert!(here.is_some_and(|id| !id.starts_with("id-")) && count == 13, "somebody new");
}

#[test]
fn who_is_on_no_roster_is_enrolled_and_who_has_left_is_not_found() {
    let pc = Pc::new();
    for (typed, count) in [("新来的", 13), ("学员11", 14)] {
        let mut window = pc.home();
        if count > 13 {
            window.picks("我不在上面");
        }
        window.reads("怎么称呼您？");
        window.press(format!("{typed}\r"));
        welcomed(window, typed);
        assert_eq!(pc.is_here().1, count);
    }
}
