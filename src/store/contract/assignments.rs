//! What every store owes of assignments.

use jiff::civil::date;

use super::{learner, on_every_backend};
use crate::attempt::plan::Subject;
use crate::base::moment::Moment;
use crate::store::assignment::{Assignment, Whom, of};

#[test]
fn what_is_assigned_is_kept_once_and_may_be_taken_back() {
    on_every_backend(|store| {
        let course = |id: &str| Subject::Course(id.to_owned());
        let group = Whom::Group("客服一组".to_owned());
        let first = Assignment { what: course("attitude"), to: group.clone(), due: None, at: Moment(2) };
        let licence = Assignment {
            what: Subject::Licence("pre-sale".to_owned()),
            to: Whom::Learner("l-1".into()),
            due: Some(date(2026, 12, 31)),
            at: Moment(1),
        };
        store.assign(&first).unwrap();
        store.assign(&licence).unwrap();
        assert_eq!(store.assignments().unwrap(), [licence.clone(), first.clone()]);

        let again = Assignment { due: Some(date(2026, 12, 1)), at: Moment(3), ..first.clone() };
        store.assign(&again).unwrap();
        assert_eq!(store.assignments().unwrap(), [licence.clone(), again.clone()], "the new day counts");

        assert!(!store.withdraw(&course("other"), &group).unwrap());
        assert!(store.withdraw(&again.what, &group).unwrap());
        assert_eq!(store.assignments().unwrap(), [licence]);
        store.add_learner(&learner("l-1", "王芳", 1)).unwrap();
        store.erase(&"l-1".into()).unwrap();
        assert_eq!(store.assignments().unwrap(), [], "what was hers alone goes with her");
    });
}

#[test]
fn a_thing_assigned_twice_is_due_by_the_earlier_day() {
    let mut wang = learner("l-1", "王芳", 1);
    wang.post.groups = ["夜班", "客服一组"].map(str::to_owned).into();
    let assigned = |id: &str, to: Whom, due| Assignment { what: Subject::Course(id.to_owned()), to, due, at: Moment(1) };
    let all = [
        assigned("a", Whom::Group("夜班".to_owned()), None),
        assigned("b", Whom::Learner("l-1".into()), Some(date(2026, 12, 9))),
        assigned("a", Whom::Group("客服一组".to_owned()), Some(date(2026, 12, 10))),
        assigned("c", Whom::Group("售后".to_owned()), None),
        assigned("d", Whom::Learner("l-2".into()), None),
    ];
    let found: Vec<_> = of(&all, &wang).into_iter().map(|it| (it.what.parts().1.to_owned(), it.due)).collect();
    assert_eq!(found, [("b".to_owned(), Some(date(2026, 12, 9))), ("a".to_owned(), Some(date(2026, 12, 10)))]);
    wang.post.left = Some(Moment(5));
    assert_eq!(of(&all, &wang), [], "who has left has nothing to do");
}
