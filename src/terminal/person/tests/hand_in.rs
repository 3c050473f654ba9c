//! Handing in: what is still open is said.

use super::exam::{FORTY, asked, shots};
use super::*;
use crate::model::form::{Entry, Says};
use crate::model::page::PartOf;

/// Before it is handed in, what is open is said with what it costs.
#[test]
fn what_is_open_is_said_before_it_is_handed_in() {
    let hand_in = |part, open| {
        let standing = Block::Sheet { part, answered: 18 - open, of: 18, flagged: 0 };
        let entries = vec![Entry { key: "back".into(), says: Says::Back }, Entry { key: "hand-in".into(), says: Says::Sure }];
        let blocks = vec![standing, Block::Unanswered { part, open }];
        Prompt { aside: Aside::Nothing, ..asked(Form::Menu(entries), blocks, None) }
    };
    let told = |tongue, part, open| shots(tongue, 80, "2◉⏎", &hand_in(part, open), FORTY);
    assert!(told(Tongue::Zh, PartOf::Theory, 14).contains("答题卡：已答 4/18\n\n14 题没答，记 0 分。\n"));
    assert!(told(Tongue::En, PartOf::Theory, 1).contains("1 question is open and will earn 0."));
    assert!(told(Tongue::Zh, PartOf::Station, 2).contains("还有 2 项没打分。"));
    assert!(!told(Tongue::Zh, PartOf::Theory, 0).contains("没答"));
}
