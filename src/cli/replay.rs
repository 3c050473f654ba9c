//! `replay ATTEMPT`: a talk stepped through before a group, one decision a page: what was said, what could be replied; a key shows what
//! each was worth. Practice only. Every step is a menu whose first entry leads on: Enter alone goes through all of it.

use clap::Args;

use super::Outcome;
use super::failure::{Exit, Failure, asker_failure};
use super::recall::{Kept, short};
use super::room::Call;
use super::sayings;
use crate::analysis::range::Outlook;
use crate::attempt::plan::Step;
use crate::attempt::state::Play;
use crate::locale::Words;
use crate::model::form::{Choice, Reply};
use crate::model::page::{Block, Item, Mark, Speaker};
use crate::model::scenario::step::{Deed, Stage};
use crate::report::debrief::{better, feedback_to, said_before};
use crate::report::worded::signed;
use crate::terminal::Asked;

/// `replay ATTEMPT`
#[derive(Debug, Args)]
pub struct Replay {
    /// The attempt, or the end of its id.
    pub attempt: String,
    /// Shows no name.
    #[arg(long)]
    pub no_name: bool,
}

/// A page: what is shown at once, and what is shown when it is asked for.
struct Page {
    open: Vec<Block>,
    hidden: Vec<Block>,
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Replay) -> Outcome {
    call.may_show_keys()?;
    let store = call.store()?;
    let kept = sayings::attempt(store.as_ref(), &args.attempt)?;
    let pages = pages(&kept, &call.words);
    if pages.is_empty() {
        let id = short(&kept.activity.plan.attempt);
        return Err(Failure::usage("fail-replay-nothing", [("id", &id)]).hint("hint-show", [("id", &id)]));
    }
    if call.ports.screen.is_none() {
        // Nobody presses keys: everything in order, to be read or printed.
        let blocks: Vec<Block> = pages.into_iter().flat_map(|page| page.open.into_iter().chain(page.hidden)).collect();
        let text = call.report_look(None).painted(&blocks, &call.words);
        return call.print(&text).map(|()| Exit::Done);
    }
    let name = match args.no_name {
        true => String::new(),
        false => store.learners()?.into_iter().find(|l| l.id == kept.activity.plan.learner).map_or_else(String::new, |l| l.name),
    };
    let title = kept.activity.frame.title.get(&kept.activity.plan.language).to_owned();
    let mut asker = call.look(None).person(&call.words)?;
    asker.set_head(if name.is_empty() { &title } else { &name }, if name.is_empty() { "" } else { &title });
    let failed = |e: std::io::Error| asker_failure(&e, &call.words);
    let (mut at, mut revealed, mut moved) = (0, false, true);
    loop {
        if std::mem::take(&mut moved) {
            asker.show(if revealed { &pages[at].hidden } else { &pages[at].open }).map_err(failed)?;
        }
        let last = at + 1 == pages.len();
        let choices = choices(&call.words, revealed, last, at > 0);
        let heading = call.words.with("replay-page", &[("n", (at + 1).into()), ("of", pages.len().into())]);
        let key = match asker.choose(&heading, &choices, "").map_err(failed)? {
            Asked::Reply(Reply::Picked(key)) => key,
            Asked::Left(crate::attempt::event::Leaving::Interrupted) => return Ok(Exit::Interrupted),
            Asked::Reply(_) | Asked::TimeUp | Asked::Left(_) => return Ok(Exit::Done),
        };
        (at, revealed) = match key.as_str() {
            "reveal" => (at, true),
            "on" => (at + 1, false),
            "back" if revealed => (at, false),
            "back" => (at - 1, false),
            _ => return Ok(Exit::Done),
        };
        moved = true;
    }
}

/// What can be done on a page; what leads on comes first.
fn choices(words: &Words, revealed: bool, last: bool, earlier: bool) -> Vec<Choice> {
    let mut keys = vec![if !revealed {
        "reveal"
    } else if last {
        "end"
    } else {
        "on"
    }];
    if !revealed && !last {
        keys.push("on");
    }
    if revealed || earlier {
        keys.push("back");
    }
    if !(revealed && last) {
        keys.push("end");
    }
    keys.into_iter().map(|key| Choice { key: key.into(), text: words.get(&format!("replay-{key}")) }).collect()
}

fn pages(kept: &Kept, words: &Words) -> Vec<Page> {
    let mut out = Vec::new();
    for play in kept.state.plays.iter().filter(|play| !play.path.is_empty()) {
        let Step::Play { content, .. } = kept.activity.step(play.at) else { continue };
        let stage = kept.activity.stage(content);
        let outlook = Outlook::new(stage).ok();
        let slide = Slide { kept, words, stage, play, outlook: outlook.as_ref() };
        out.extend((0..play.path.len()).map(|n| slide.page(n)));
    }
    out
}

/// What pages are made from.
struct Slide<'a> {
    kept: &'a Kept,
    words: &'a Words,
    stage: &'a Stage,
    play: &'a Play,
    outlook: Option<&'a Outlook>,
}

impl Slide<'_> {
    fn page(&self, n: usize) -> Page {
        let activity = &self.kept.activity;
        let lang = &activity.plan.language;
        let (before, chosen) = &self.play.path[n];
        let offered: Vec<usize> = self.stage.offered(before).collect();
        let letter = |place: usize| char::from(b'A' + u8::try_from(place.min(25)).unwrap_or(25)).to_string();
        let lines = |worth: bool| {
            let line = |(place, reply): (usize, &usize)| {
                let it = self.stage.reply(*reply).1;
                let mut text = match self.stage.deed(*reply) {
                    Deed::Silence => self.words.get("note-nothing-said"),
                    _ => it.text.get(lang).to_owned(),
                };
                if reply == chosen {
                    text = self.words.with("replay-chosen", &[("text", text.into())]);
                }
                let mark = match &it.red_line {
                    Some(_) if worth => Mark::Wrong,
                    _ => Mark::None,
                };
                if worth {
                    let points = self.words.with("graph-points", &[("points", signed(it.points()).into())]);
                    let red =
                        it.red_line.as_ref().map(|why| self.words.with("feedback-red-line", &[("why", why.get(lang).into())]));
                    text = [Some(text), Some(points), red].into_iter().flatten().collect::<Vec<_>>().join("\n");
                }
                Item { mark, name: Some(letter(place)), text, depth: 0 }
            };
            offered.iter().enumerate().map(line).collect::<Vec<_>>()
        };
        let customer = Speaker::Customer(self.stage.scenario().customer.name.get(lang).to_owned());
        let said = said_before(activity, self.stage, self.play, n);
        let title = self.words.with("debrief-step", &[("n", (n + 1).to_string().into())]);
        let open = vec![Block::Title(title), Block::Speech { who: customer, text: said }, Block::Items(lines(false))];
        let mut hidden = vec![Block::Items(lines(true)), Block::Feedback(feedback_to(activity, self.stage, self.play, n))];
        if let Some((text, points)) = self.outlook.and_then(|outlook| better(outlook, self.stage, &self.play.path[n])) {
            let name = crate::report::worded::better(self.words, points, self.stage.points(*chosen));
            hidden.push(Block::Items(vec![Item {
                mark: Mark::Right,
                name: Some(name),
                text: text.get(lang).to_owned(),
                depth: 0,
            }]));
        }
        Page { open, hidden }
    }
}
