//! What is said about attempts, on every backend.

use super::*;
use crate::attempt::saying::{By, Matter, Ruling, Saying, Spot};

fn saying(id: &str, attempt: &str, matter: Matter) -> Saying {
    let by = By::Trainer { name: "李老师".to_owned() };
    Saying { id: id.into(), at: Moment(7), attempt: attempt.into(), by, matter, words: "先接住人，再解释。".to_owned() }
}

#[test]
fn what_is_said_is_kept_in_order_and_goes_with_the_person() {
    on_every_backend(|store| {
        whole(store, "a-1", "l-1", 1000);
        whole(store, "a-2", "l-2", 5000);
        let spot = Spot { item: "queue/opening".to_owned(), step: 2 };
        let all = [
            saying("s-9", "a-1", Matter::Remark { spot: spot.clone() }),
            saying("s-1", "a-2", Matter::Note { spot: Some(spot) }),
            saying("s-5", "a-1", Matter::Answer { remark: "s-9".into(), ruling: Ruling::Reword }),
            saying("s-6", "a-1", Matter::Seen { saying: "s-5".into() }),
        ];
        for it in &all {
            store.say(it).unwrap();
        }
        assert!(refused(store.say(&all[0])), "there is one of that id");
        assert!(refused(store.say(&saying("s-7", "a-9", Matter::Note { spot: None }))), "there is no such attempt");
        assert_eq!(store.sayings(None).unwrap(), all);
        assert_eq!(store.sayings(Some(&"l-2".into())).unwrap(), all[1..2]);
        store.erase(&"l-1".into()).unwrap();
        assert_eq!(store.sayings(None).unwrap(), all[1..2]);
        assert_eq!(flaws(store), [], "the record stands");
    });
}
