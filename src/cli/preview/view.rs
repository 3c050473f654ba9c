//! What a trainer sees of a talk beside what a learner sees: where it stands, what each reply does, what is not offered and why.
//!
//! What a reply does is read off by doing it, through `model/scenario/step`, on a copy of the state.

use crate::base::id::{Lang, SkillId};
use crate::base::points::Points;
use crate::locale::{Value, Words};
use crate::model::page::{Block, Item, Mark};
use crate::model::scenario::condition::Condition;
use crate::model::scenario::step::{Stage, State};
use crate::model::text::Text;

/// How it is said.
pub struct View<'a> {
    /// The program's words.
    pub words: &'a Words,
    /// The content's language.
    pub lang: &'a Lang,
    /// The titles of skills.
    pub skills: &'a [(SkillId, Text)],
}

impl View<'_> {
    /// Where the talk stands, and what is not offered here.
    pub fn stand(&self, stage: &Stage, state: &State, points: Points) -> Block {
        let turn = stage.turn(state).id.as_str();
        let args = [("turn", turn.into()), ("points", points.to_string().into()), ("mood", state.mood().into())];
        let mut text = self.words.with("preview-stand", &args);
        for (n, var) in stage.scenario().vars.iter().enumerate() {
            text += &format!(" · {} = {}", var.name, self.value(stage, n + 1, state.values()[n + 1]));
        }
        let mut items = vec![Item::marked(Mark::Dash, text)];
        let offered: Vec<usize> = stage.offered(state).collect();
        let hidden = stage.written(state).filter(|n| !offered.contains(n));
        items.extend(hidden.map(|n| Item::marked(Mark::Dash, self.hidden(stage, state, n))));
        let late = stage.turn(state).late_says.iter().map(|text| text.get(self.lang));
        items.extend(late.map(|text| Item::marked(Mark::Dash, self.words.with("preview-late", &[("text", text.into())]))));
        if offered.is_empty() {
            items.push(Item::marked(Mark::Wrong, self.words.get("preview-dead")));
        }
        Block::Items(items)
    }

    fn hidden(&self, stage: &Stage, state: &State, reply: usize) -> String {
        let it = stage.reply(reply).1;
        let why = if state.is_used(reply) { "used" } else { "when" };
        let text = it.text.get(self.lang);
        let args =
            [("id", it.id.as_str().into()), ("text", text.into()), ("why", why.into()), ("when", conditions(&it.when).into())];
        self.words.with("preview-hidden", &args)
    }

    /// What a reply does here, behind its words.
    pub fn does(&self, stage: &Stage, state: &State, reply: usize) -> String {
        let it = stage.reply(reply).1;
        let (mut after, mut turns) = (state.clone(), Vec::new());
        stage.step_through(&mut after, reply, &mut |turn| turns.push(stage.turn_at(turn).id.to_string()));
        let mut parts = vec![format!("→ {}", turns.join(" → "))];
        let title = |id: &SkillId| {
            self.skills.iter().find(|(known, _)| known == id).map_or(id.as_str(), |(_, t)| t.get(self.lang)).to_owned()
        };
        parts.extend(it.score.iter().map(|(skill, points)| format!("{} {}", title(skill), signed(*points))));
        for (n, (before, then)) in state.values().iter().zip(after.values()).enumerate().filter(|(_, (a, b))| a != b) {
            let name = match n {
                0 => self.words.get("preview-mood"),
                n => stage.scenario().vars[n - 1].name.to_string(),
            };
            parts.push(format!("{name} {}→{}", self.value(stage, n, *before), self.value(stage, n, *then)));
        }
        if let Some(var) = stage.overflow(state, reply) {
            parts.push(self.words.with("preview-overflow", &[("var", var.as_str().into())]));
        }
        if !it.when.is_empty() {
            parts.push(self.words.with("preview-when", &[("when", conditions(&it.when).into())]));
        }
        if it.red_line.is_some() {
            parts.push(self.words.get("preview-red-line"));
        }
        if let Some(ending) = stage.ends(&after) {
            let outcome: Value<'_> = ending.outcome.word().into();
            parts.push(self.words.with("preview-ending", &[("outcome", outcome)]));
        }
        format!("〔{}〕", parts.join(" · "))
    }

    /// A value as authors write it: true and false for flags.
    pub fn value(&self, stage: &Stage, n: usize, value: i32) -> String {
        let is_flag = n.checked_sub(1).and_then(|n| stage.scenario().vars.get(n)).is_some_and(|var| var.flag);
        if is_flag { (value != 0).to_string() } else { value.to_string() }
    }
}

fn conditions(when: &[Condition]) -> String {
    when.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn signed(points: Points) -> String {
    if points > Points::ZERO { format!("+{points}") } else { points.to_string() }
}
