//! An examiner at the keyboard goes through what waits: reads each reply, agrees with the machine or overrules it, or leaves it for
//! later. The passphrase is asked for once. What was marked is kept, however the sitting ends.

use std::collections::BTreeSet;

use super::queue::{Queue, Waiting};
use super::{Mark, Place, named, record};
use crate::attempt::act::StaffRole;
use crate::attempt::event::{Beside, Leaving};
use crate::base::points::Points;
use crate::cli::Outcome;
use crate::cli::decide::another;
use crate::cli::failure::{Exit, Failure, asker_failure};
use crate::cli::registry::Registry;
use crate::cli::room::Call;
use crate::cli::signer::{Signer, reason, signer};
use crate::grade::written::{Reply, replies};
use crate::locale::Value;
use crate::model::form::{Choice, Form, Reply as Answer};
use crate::model::page::{Block, Prompt};
use crate::model::writing::Overruled;
use crate::report::marking::{Sheet, overruled};
use crate::store::Store;
use crate::terminal::worded::bare;
use crate::terminal::{Asked, Asker};

/// The most characters of a reason.
const REASON: usize = 500;

/// What came of asking; how the person left instead.
type Got<T> = Result<Result<T, Leaving>, Failure>;

/// What is done about a reply.
enum Said {
    /// This is signed.
    Signed(Overruled, Beside),
    /// Nothing now.
    Later,
    /// Nothing more in this sitting.
    Stop,
}

/// A sitting.
struct Sitting<'s, 'c> {
    call: &'s mut Call<'c>,
    store: Box<dyn Store>,
    asker: Box<dyn Asker>,
    by: Signer,
    queue: Queue,
    /// What was left for later.
    later: BTreeSet<Place>,
    /// How many were marked.
    done: usize,
}

/// Runs a sitting.
pub fn run(call: &mut Call<'_>, args: &Mark) -> Outcome {
    let store = call.store()?;
    let registry = Registry::open(store.as_ref())?;
    let mut queue = Queue::open(call, store.as_ref(), &registry, named(store.as_ref(), &registry, args)?.as_ref())?;
    if queue.waiting().is_empty() {
        call.tell("note-mark-nothing", &[]);
        return Ok(Exit::Done);
    }
    if call.ports.screen.is_none() {
        return Err(Failure::usage("fail-no-terminal", []).hint("hint-mark-terminal", []));
    }
    let by = signer(call.ports, &call.words, &registry, &args.acting, StaffRole::Examiner)?;
    let all = queue.waiting().len();
    queue.retain(|case| another(&by, store.as_ref(), case).is_ok());
    let own = all - queue.waiting().len();
    let asker = call.look(None).person(&call.words)?;
    let mut sitting = Sitting { call, store, asker, by, queue, later: BTreeSet::new(), done: 0 };
    sitting.introduce(own)?;
    let left = sitting.go()?;
    sitting.end(left)
}

impl Sitting<'_, '_> {
    fn say(&self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        self.call.words.with(key, args)
    }

    fn show(&mut self, blocks: &[Block]) -> Result<(), Failure> {
        self.asker.show(blocks).map_err(|e| asker_failure(&e, &self.call.words))
    }

    /// How much there is. Whoever wrote some of it himself is told that others read that.
    fn introduce(&mut self, own: usize) -> Result<(), Failure> {
        let waiting = self.queue.waiting();
        let hanging = waiting.iter().filter(|it| it.hangs).count();
        let mut out = vec![Block::Text(self.say("mark-intro", &[("n", waiting.len().into()), ("hanging", hanging.into())]))];
        if own > 0 {
            out.push(Block::Text(self.say("mark-own", &[("n", own.into())])));
        }
        let title = self.call.words.get("mark-title");
        self.asker.set_head(&self.by.name, &title);
        self.show(&out)
    }

    /// What is still to be looked at in this sitting.
    fn next(&self) -> Option<(Waiting, usize)> {
        let mut left = self.queue.waiting();
        left.retain(|it| !self.later.contains(&it.place));
        let of = left.len();
        left.into_iter().next().map(|first| (first, of))
    }

    /// Reply by reply, until there is no more or the person leaves.
    fn go(&mut self) -> Result<Option<Leaving>, Failure> {
        while let Some((waiting, of)) = self.next() {
            let seen = self.done + self.later.len();
            match self.about(&waiting, (seen + 1, seen + of))? {
                Ok(Said::Signed(overruled, beside)) => self.sign(&waiting.place, overruled, beside)?,
                Ok(Said::Later) => {
                    self.later.insert(waiting.place);
                }
                Ok(Said::Stop) => return Ok(Some(Leaving::Chosen)),
                Err(how) => return Ok(Some(how)),
            }
        }
        Ok(None)
    }

    /// Shows a reply and asks what becomes of it.
    fn about(&mut self, waiting: &Waiting, (n, of): (usize, usize)) -> Got<Said> {
        let (attempt, nth) = &waiting.place;
        let (activity, state) = {
            let kept = &self.queue.case(attempt).kept;
            (kept.activity.clone(), kept.state.clone())
        };
        let all = replies(&activity, &state);
        let reply = &all[*nth];
        let sheet = Sheet { activity: &activity, state: &state, reply };
        let hangs = if waiting.hangs { "mark-it-hangs" } else { "mark-it-hangs-not" };
        let mut blocks = vec![Block::Title(self.say("mark-reply", &[("n", n.into()), ("of", of.into())]))];
        blocks.push(Block::Text(self.call.words.get(hangs)));
        blocks.extend(sheet.asked());
        blocks.push(sheet.judged());
        self.show(&blocks)?;
        loop {
            let red = if reply.judged.red_lines().is_empty() { "no" } else { "yes" };
            let args = [("points", reply.judged.points.to_string().into()), ("red", red.into())];
            let options = ["agree", "overrule", "later", "stop"].map(|key| (key, self.say(&format!("mark-{key}"), &args)));
            let said = match self.choose("mark-ask", &options)? {
                Ok("agree") => self.agree()?,
                Ok("overrule") => self.overrule(&sheet)?,
                Ok("later") => return Ok(Ok(Said::Later)),
                Ok(_) => return Ok(Ok(Said::Stop)),
                Err(how) => return Ok(Err(how)),
            };
            match said {
                Ok(Some((overruled, beside))) => return Ok(Ok(Said::Signed(overruled, beside))),
                // Back to the question.
                Ok(None) | Err(Leaving::Chosen) => {}
                Err(how) => return Ok(Err(how)),
            }
        }
    }

    /// One of these.
    fn choose<'k>(&mut self, ask: &str, options: &[(&'k str, String)]) -> Got<&'k str> {
        let choices: Vec<Choice> = options.iter().map(|(key, text)| Choice { key: (*key).into(), text: text.clone() }).collect();
        let title = self.call.words.get(ask);
        let asked = self.asker.choose(&title, &choices, "");
        Ok(match self.answered(asked)? {
            Ok(Answer::Picked(key)) => {
                options.iter().map(|(known, _)| *known).find(|known| *known == key.as_str()).ok_or(Leaving::Chosen)
            }
            Ok(_) => Err(Leaving::Chosen),
            Err(how) => Err(how),
        })
    }

    fn answered(&self, asked: std::io::Result<Asked>) -> Got<Answer> {
        Ok(match asked.map_err(|e| asker_failure(&e, &self.call.words))? {
            Asked::Reply(reply) => Ok(reply),
            Asked::TimeUp => Err(Leaving::Chosen),
            Asked::Left(how) => Err(how),
        })
    }

    /// The machine is right; who says more than that may.
    fn agree(&mut self) -> Got<Option<(Overruled, Beside)>> {
        Ok(self.reason("mark-why-agree", Some("mark-agreed"))?.map(|beside| Some((Overruled::default(), beside))))
    }

    /// What is seen otherwise, what that earns, and why.
    fn overrule(&mut self, sheet: &Sheet<'_>) -> Got<Option<(Overruled, Beside)>> {
        loop {
            let by = match self.pick(sheet)? {
                Ok(by) => by,
                Err(how) => return Ok(Err(how)),
            };
            let said = self.comes_to(sheet.reply, &by);
            self.show(&[Block::Text(said)])?;
            let beside = match self.reason("mark-why", None)? {
                Ok(beside) => beside,
                Err(how) => return Ok(Err(how)),
            };
            let options = ["sign", "again", "back"].map(|key| (key, self.call.words.get(&format!("mark-{key}"))));
            match self.choose("mark-sure", &options)? {
                Ok("sign") => return Ok(Ok(Some((by, beside)))),
                Ok("again") => {}
                Ok(_) => return Ok(Ok(None)),
                Err(how) => return Ok(Err(how)),
            }
        }
    }

    /// A reason to lie beside the act; what is none is asked for again. `alone`: what an empty line says.
    fn reason(&mut self, ask: &str, alone: Option<&str>) -> Got<Beside> {
        let label = self.call.words.get(ask);
        loop {
            let asked = if alone.is_some() { self.asker.line_or_end(&label, REASON) } else { self.asker.line(&label, REASON) };
            let words = match (self.answered(asked)?, alone) {
                (Ok(Answer::Typed(words)), _) => words,
                (Ok(_), Some(alone)) => self.call.words.get(alone),
                (Ok(_), None) => continue,
                (Err(how), _) => return Ok(Err(how)),
            };
            match reason(self.call.ports, &words) {
                Ok(beside) => return Ok(Ok(beside)),
                Err(failure) => {
                    let said = failure.lines(&self.call.words).join("\n");
                    self.show(&[Block::Text(said)])?;
                }
            }
        }
    }

    /// The verdicts that are seen otherwise, one or more.
    fn pick(&mut self, sheet: &Sheet<'_>) -> Got<Overruled> {
        let form = Form::PickMany(sheet.verdicts(&self.call.words));
        let blocks = vec![Block::Text(self.call.words.get("mark-pick"))];
        let prompt = Prompt { panel: vec![sheet.judged()], ..bare(form, blocks) };
        loop {
            let asked = self.asker.ask(&prompt);
            match self.answered(asked)? {
                Ok(Answer::PickedMany(keys)) if !keys.is_empty() => return Ok(Ok(overruled(&keys))),
                Ok(_) => {}
                Err(how) => return Ok(Err(how)),
            }
        }
    }

    /// What follows from it.
    fn comes_to(&self, reply: &Reply<'_>, by: &Overruled) -> String {
        let (points, red_line) = reply.writing.marked(&reply.judged, by);
        let points_of = |points: Points| Value::from(points.to_string());
        let red = match (reply.judged.red_lines().is_empty(), red_line) {
            (true, _) => "none",
            (false, true) => "stays",
            (false, false) => "gone",
        };
        let args = [
            ("points", points_of(points)),
            ("before", points_of(reply.judged.points)),
            ("of", points_of(reply.writing.best())),
            ("red", red.into()),
        ];
        self.say("mark-comes-to", &args)
    }

    /// Signs it; what somebody else did meanwhile stands, and the sitting goes on.
    fn sign(&mut self, place: &Place, overruled: Overruled, beside: Beside) -> Result<(), Failure> {
        let said = match record(self.call.ports, self.store.as_mut(), &self.by, place, (overruled, beside)) {
            Ok(marked) => {
                self.done += 1;
                let args = [("points", marked.points.to_string().into()), ("name", self.by.name.as_str().into())];
                self.say("note-marked", &args)
            }
            Err(failure) if failure.exit == Exit::Refused => {
                self.later.insert(place.clone());
                failure.lines(&self.call.words).join("\n")
            }
            Err(failure) => return Err(failure),
        };
        let registry = Registry::open(self.store.as_ref())?;
        self.queue.take(&registry, self.store.as_ref(), &place.0)?;
        self.show(&[Block::Text(said)])
    }

    /// How far it went.
    fn end(&mut self, left: Option<Leaving>) -> Outcome {
        let waiting = self.queue.waiting().len();
        let said = self.say("note-mark-end", &[("done", self.done.into()), ("n", waiting.into())]);
        self.show(&[Block::Text(said)])?;
        Ok(if left == Some(Leaving::Interrupted) { Exit::Interrupted } else { Exit::Done })
    }
}
