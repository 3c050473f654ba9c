//! Whom a batch is for, once the keys are unlocked.

use super::today;
use crate::base::moment::Moment;
use crate::store::{Learner, Post, open};

fn person(name: &str, group: &str) -> Learner {
    Learner {
        id: name.into(),
        name: name.to_owned(),
        staff_number: None,
        language: None,
        plain: false,
        created: Moment(0),
        post: Post { groups: [group.to_owned()].into(), ..Post::default() },
    }
}

/// Typing a passphrase takes its time: who left, or left the group meanwhile, is given nothing.
#[test]
fn who_left_while_the_passphrase_was_typed_is_given_none() {
    let (stays, leaves, moves) = (person("a", "白班"), person("b", "白班"), person("c", "白班"));
    let then = [stays.clone(), leaves.clone(), moves.clone()];
    let mut store = open("memory:").expect("a store");
    let gone = Learner { post: Post { left: Some(Moment(1)), ..leaves.post.clone() }, ..leaves };
    let moved = Learner { post: Post { groups: ["夜班".to_owned()].into(), ..Post::default() }, ..moves };
    store.enrol(&[stays.clone(), gone, moved.clone()], &mut || ()).expect("enrolled");
    assert_eq!(today(store.as_ref(), &then, None).expect("readable"), [stays.clone(), moved]);
    assert_eq!(today(store.as_ref(), &then, Some("白班")).expect("readable"), [stays]);
}
