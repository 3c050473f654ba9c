//! What every store owes of what is written together: all of it, or nothing.

use super::*;

#[test]
fn what_is_written_together_is_there_together_or_not_at_all() {
    on_every_backend(|store| {
        let [lin, wang] = [learner("l-1", "林小满", 1), learner("l-2", "王芳", 2)];
        for keep in [false, true] {
            store
                .together(&mut |store| {
                    store.add_learner(&lin).unwrap();
                    store.set_setting("desk", "one").unwrap();
                    whole(store, "a-1", "l-1", 5000);
                    assert_eq!(store.setting("desk").unwrap().as_deref(), Some("one"), "who writes reads what was written");
                    keep
                })
                .unwrap();
            assert_eq!(store.learners().unwrap().len(), usize::from(keep));
            assert_eq!(store.setting("desk").unwrap().is_some(), keep);
            assert_eq!((store.attempts(None).unwrap().len(), store.ledger().unwrap().len()), if keep { (1, 2) } else { (0, 0) });
        }
        // What fails in it takes nothing else with it; the whole is undone by whoever says so.
        store
            .together(&mut |store| {
                assert!(store.add_learner(&lin).is_err(), "she is here");
                store.add_learner(&wang).is_ok()
            })
            .unwrap();
        assert_eq!(store.learners().unwrap(), [lin, wang]);
    });
}

#[test]
fn units_lie_within_each_other() {
    on_every_backend(|store| {
        let set = |store: &mut dyn Store, key: &str, keep: bool| {
            store
                .together(&mut |store| {
                    store.set_setting(key, "yes").unwrap();
                    keep
                })
                .unwrap();
        };
        for outer in [false, true] {
            store
                .together(&mut |store| {
                    set(store, "inner-kept", true);
                    set(store, "inner-undone", false);
                    outer
                })
                .unwrap();
            assert_eq!(store.setting("inner-kept").unwrap().is_some(), outer);
            assert_eq!(store.setting("inner-undone").unwrap(), None);
        }
    });
}

#[test]
fn somebody_is_erased_together_with_what_is_remembered_of_it() {
    on_every_backend(|store| {
        for keep in [false, true] {
            if !keep {
                store.add_learner(&learner("l-1", "林小满", 1)).unwrap();
                whole(store, "a-1", "l-1", 5000);
            }
            store
                .together(&mut |store| {
                    store.erase(&"l-1".into()).unwrap();
                    store.set_setting("forgotten", "l-1").unwrap();
                    keep
                })
                .unwrap();
            assert_eq!(store.learners().unwrap().is_empty(), keep);
            let words = store.events(&"a-1".into()).unwrap().iter().any(|it| it.beside.is_some());
            assert_eq!((words, store.setting("forgotten").unwrap().is_some()), (!keep, keep));
        }
    });
}
