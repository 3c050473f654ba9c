//! A talk being written, and what is still to be asked of it. All of it stands in the scenario itself: whoever goes on another day is asked
//! the same next question. Pure.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::id::{Lang, ReplyId, SkillId, TurnId};
use crate::base::points::Points;
use crate::model::scenario::{Ending, Outcome, Reply, Scenario, Turn, Way};
use crate::model::text::Text;

/// The target that a reply has while none was named: what an empty one is read as.
const NOWHERE: &str = "?";

/// A place in the talk: a turn, and a reply of it; both from 0.
pub(super) type At = (usize, usize);

/// What is asked next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ask {
    /// What the talk is called, and what kind it is.
    Title,
    /// What the customer is called and feels.
    Customer,
    /// What the trainee has to know.
    Brief,
    /// What the customer says first.
    Opening,
    /// How an agent might answer in this turn.
    Reply(usize),
    /// Which answer is best.
    Best(usize),
    /// Why it is.
    Why(At),
    /// What is wrong with another one.
    Fault(At),
    /// What comes of an answer.
    Then(At),
}

/// A talk being written.
#[derive(Clone)]
pub(super) struct Talk {
    /// As far as it is.
    pub scenario: Scenario,
    lang: Lang,
    /// The turns whose answers are all there.
    closed: BTreeSet<TurnId>,
}

impl Talk {
    /// A talk, begun or not.
    pub(super) const fn new(scenario: Scenario, lang: Lang) -> Self {
        Self { scenario, lang, closed: BTreeSet::new() }
    }

    /// One that nothing is known of but its id.
    pub(super) fn empty(id: &str, lang: Lang) -> Self {
        let scenario = Scenario { start: "t1".into(), ..Scenario::begun(id.into()) };
        Self::new(scenario, lang)
    }

    pub(super) fn text(&self, words: &str) -> Text {
        Text::new([(self.lang.clone(), words.to_owned())])
    }

    pub(super) fn said<'t>(&self, text: &'t Text) -> &'t str {
        text.get(&self.lang)
    }

    /// What is asked next; `None` when everything leads somewhere and is told about.
    pub(super) fn next(&self) -> Option<Ask> {
        let it = &self.scenario;
        if it.title.is_empty() {
            return Some(Ask::Title);
        }
        if it.customer.name.is_empty() {
            return Some(Ask::Customer);
        }
        if it.brief.is_empty() {
            return Some(Ask::Brief);
        }
        if it.turns.is_empty() {
            return Some(Ask::Opening);
        }
        (0..it.turns.len()).find_map(|n| self.next_of(n))
    }

    fn next_of(&self, n: usize) -> Option<Ask> {
        let turn = &self.scenario.turns[n];
        let Way::Replies(replies) = &turn.way else { return None };
        let Some(best) = best(replies) else {
            let closed = self.closed.contains(&turn.id) && !replies.is_empty();
            return Some(if closed { Ask::Best(n) } else { Ask::Reply(n) });
        };
        // The best first, then the others in order.
        let order = || std::iter::once(best).chain((0..replies.len()).filter(|k| *k != best));
        let untold = order().find(|k| replies[*k].feedback.is_empty());
        if let Some(k) = untold {
            return Some(if k == best { Ask::Why((n, k)) } else { Ask::Fault((n, k)) });
        }
        order().find(|k| replies[*k].to.as_str() == NOWHERE).map(|k| Ask::Then((n, k)))
    }

    /// The answers of a turn.
    pub(super) fn replies(&self, n: usize) -> &[Reply] {
        match &self.scenario.turns[n].way {
            Way::Replies(replies) => replies,
            _ => &[],
        }
    }

    /// One answer, to be changed.
    pub(super) fn reply(&mut self, (n, k): At) -> Option<&mut Reply> {
        match &mut self.scenario.turns[n].way {
            Way::Replies(replies) => replies.get_mut(k),
            _ => None,
        }
    }

    /// An answer more.
    pub(super) fn add_reply(&mut self, n: usize, words: &str) {
        let text = self.text(words);
        let Way::Replies(replies) = &mut self.scenario.turns[n].way else { return };
        let taken = |id: &str| replies.iter().any(|reply| reply.id.as_str() == id);
        let names = ('a'..='z').map(|c| c.to_string()).chain((1..).map(|n| format!("reply-{n}")));
        let id = ReplyId::from(names.into_iter().find(|id| !taken(id)).unwrap_or_default());
        replies.push(Reply {
            id,
            text,
            to: NOWHERE.into(),
            score: BTreeMap::new(),
            mood: 0,
            set: BTreeMap::new(),
            add: BTreeMap::new(),
            feedback: Text::default(),
            red_line: None,
            breaks: Vec::new(),
            when: Vec::new(),
        });
    }

    /// No more answers in this turn.
    pub(super) fn close(&mut self, n: usize) {
        self.closed.insert(self.scenario.turns[n].id.clone());
    }

    /// Which answer is best, and in what.
    pub(super) fn set_best(&mut self, at: At, skill: &SkillId) {
        if let Some(reply) = self.reply(at) {
            reply.score = BTreeMap::from([(skill.clone(), Points::whole(2))]);
            reply.mood = 10;
        }
    }

    /// The skill that a turn is about: that of its best answer.
    pub(super) fn skill_of(&self, n: usize) -> Option<SkillId> {
        let replies = self.replies(n);
        replies[best(replies)?].score.keys().next().cloned()
    }

    /// A turn where the customer goes on; its id.
    pub(super) fn add_turn(&mut self, says: &str) -> TurnId {
        let id = self.free("t", 1);
        let says = vec![self.text(says)];
        self.scenario.turns.push(Turn::new(id.clone(), says, Way::Replies(Vec::new())));
        if self.scenario.turns.len() == 1 {
            self.scenario.start = id.clone();
        }
        id
    }

    /// An ending; its id.
    pub(super) fn add_ending(&mut self, outcome: Outcome, says: &str, debrief: &str) -> TurnId {
        let word = outcome.word();
        let id = if self.is_free(word) { TurnId::from(word) } else { self.free(&format!("{word}-"), 2) };
        let ending = Ending { outcome, score: BTreeMap::new(), debrief: self.text(debrief) };
        let says = vec![self.text(says)];
        self.scenario.turns.push(Turn::new(id.clone(), says, Way::Ending(ending)));
        id
    }

    /// The first ending of an outcome.
    pub(super) fn ending(&self, outcome: Outcome) -> Option<TurnId> {
        let is = |turn: &&Turn| matches!(&turn.way, Way::Ending(ending) if ending.outcome == outcome);
        self.scenario.turns.iter().find(is).map(|turn| turn.id.clone())
    }

    fn is_free(&self, id: &str) -> bool {
        self.scenario.turns.iter().all(|turn| turn.id.as_str() != id)
    }

    fn free(&self, begin: &str, from: usize) -> TurnId {
        let mut n = from;
        while !self.is_free(&format!("{begin}{n}")) {
            n += 1;
        }
        format!("{begin}{n}").into()
    }

    /// How many turns still wait for answers.
    pub(super) fn open(&self) -> usize {
        (0..self.scenario.turns.len()).filter(|n| self.next_of(*n).is_some()).count()
    }
}

/// The answer with the most points, where one has any.
fn best(replies: &[Reply]) -> Option<usize> {
    let most = replies.iter().map(Reply::points).max().filter(|most| *most > Points::ZERO)?;
    replies.iter().position(|reply| reply.points() == most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::draft::draft;
    use crate::content::print::Front;
    use crate::content::print::scenario::scenario as printed;

    /// The talk as somebody finds it another day.
    fn again(talk: &Talk) -> Talk {
        let text = printed(&talk.scenario, &Front::default(), &talk.lang);
        let read = draft(&text, &talk.lang).unwrap_or_else(|| panic!("{text}"));
        assert!(read.is_whole(), "{:?}\n{text}", read.findings);
        Talk::new(read.scenario, talk.lang.clone())
    }

    #[test]
    fn what_is_asked_next_stands_in_the_file() {
        let mut talk = Talk::empty("late", "zh-CN".into());
        assert_eq!(talk.next(), Some(Ask::Title));
        talk.scenario.title = talk.text("查件");
        assert_eq!(again(&talk).next(), Some(Ask::Customer));
        talk.scenario.customer.name = talk.text("陈女士");
        talk.scenario.brief = talk.text("你是客服。");
        assert_eq!(again(&talk).next(), Some(Ask::Opening));
        talk.add_turn("在吗？");
        assert_eq!(again(&talk).next(), Some(Ask::Reply(0)));
        talk.add_reply(0, "在的。");
        talk.add_reply(0, "等着。");
        assert_eq!(again(&talk).next(), Some(Ask::Reply(0)), "there may be more");
        talk.close(0);
        assert_eq!(talk.next(), Some(Ask::Best(0)));
        talk.set_best((0, 0), &"welcome".into());
        assert_eq!(again(&talk).next(), Some(Ask::Why((0, 0))));
        for k in 0..2 {
            let why = talk.text("因为。");
            talk.reply((0, k)).expect("a reply").feedback = why;
            assert_eq!(again(&talk).next(), Some(if k == 0 { Ask::Fault((0, 1)) } else { Ask::Then((0, 0)) }));
        }
        let next = talk.add_turn("还有呢？");
        talk.reply((0, 0)).expect("a reply").to = next;
        let end = talk.add_ending(Outcome::Lost, "算了。", "没有下文。");
        talk.reply((0, 1)).expect("a reply").to = end;
        assert_eq!((again(&talk).next(), talk.open()), (Some(Ask::Reply(1)), 1));
        assert_eq!(talk.ending(Outcome::Lost).as_ref().map(TurnId::as_str), Some("lost"));
        assert_eq!(talk.add_ending(Outcome::Lost, "走了。", "。").as_str(), "lost-2");
    }
}
