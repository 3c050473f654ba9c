//! `new scenario ID --guided`: a talk written by question and answer, in the order of a talk. After each answer the file is saved; whoever
//! leaves goes on another day where he left. What is asked next is `talk`'s.

mod asked;
mod told;

use std::path::Path;

use super::New;
use super::talk::{Ask, At, Talk};
use crate::attempt::event::Leaving;
use crate::base::id::{SkillId, TurnId};
use crate::base::points::Points;
use crate::cli::Outcome;
use crate::cli::failure::{Exit, Failure, asker_failure};
use crate::cli::files;
use crate::cli::room::Call;
use crate::content::Loaded;
use crate::content::draft::draft;
use crate::content::files::LARGEST;
use crate::content::print::Front;
use crate::content::print::scenario::scenario as printed;
use crate::locale::{Value, Words};
use crate::model::library::{Library, Status};
use crate::model::page::Block;
use crate::model::scenario::{Category, Outcome as Ends, Way};
use crate::terminal::Asker;

/// Why there was no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Away {
    /// The person left.
    Left(Leaving),
    /// What was answered last is to be answered anew.
    Back,
}

/// What came of a question: an answer was taken in, or there was none.
type Step = Result<Result<(), Away>, Failure>;
/// The same with an answer.
type Got<T> = Result<Result<T, Away>, Failure>;

macro_rules! got {
    ($asked:expr) => {
        match $asked? {
            Ok(it) => it,
            Err(how) => return Ok(Err(how)),
        }
    };
}

/// Runs the command.
pub(super) fn run(call: &mut Call<'_>, args: &New, path: &Path, loaded: &Loaded) -> Outcome {
    if call.ports.screen.is_none() {
        return Err(Failure::usage("fail-no-terminal", []).hint("hint-guided", [("id", &args.id)]));
    }
    let (talk, front, seen) = begun(call, args, path, loaded.with_drafts())?;
    let words = call.words.clone();
    let mut asker = call.look(None).person(&words)?;
    let library = loaded.with_drafts();
    let mut desk = Desk {
        words: &words,
        asker: asker.as_mut(),
        library,
        talk,
        front,
        path,
        seen,
        before: Vec::new(),
        asked: 0,
        typed: String::new(),
    };
    let left = desk.write()?;
    drop(asker);
    if let Some(how) = left {
        let name = path.display().to_string();
        let id = args.id.as_str();
        let folder = folder(call, path);
        // Who left at the very first question has written nothing.
        if path.exists() {
            call.tell("guided-kept", &[("path", name.into())]);
        }
        call.tell("guided-go-on", &[("id", id.into()), ("folder", folder.into())]);
        return Ok(if how == Leaving::Interrupted { Exit::Interrupted } else { Exit::Done });
    }
    told::finish(call, args, path)
}

/// The folder that it stands in, as it is typed.
fn folder(call: &Call<'_>, path: &Path) -> String {
    files::typed(&call.folder().or_else(|| Some(path.parent()?.to_owned())).unwrap_or_default())
}

/// What there is already with its file's text, or an empty talk.
fn begun(call: &Call<'_>, args: &New, path: &Path, library: &Library) -> Result<(Talk, Front, Option<String>), Failure> {
    let lang = library.language.clone();
    let name = path.display().to_string();
    if !path.exists() {
        if let Some(there) = super::missing(super::Kind::Scenario, &args.id, library) {
            return Err(there);
        }
        let sources = vec![call.words.get("guided-source")];
        let front = Front { comments: String::new(), status: Some(Status::Draft), sources };
        return Ok((Talk::empty(&args.id, lang), front, None));
    }
    let text = files::text(path, LARGEST).map_err(|e| Failure::new(Exit::Store, "fail-read", [("path", &name)]).because(e))?;
    let draft = draft(&text, &lang).filter(|draft| draft.is_whole() && draft.scenario.id.as_str() == args.id);
    let draft =
        draft.ok_or_else(|| Failure::new(Exit::Refused, "fail-guided-other", [("path", &name)]).hint("hint-guided-check", []))?;
    if printed(&draft.scenario, &draft.front, &lang) != text {
        // Comments and the like would be lost in writing it anew.
        let kept = files::keep(path, text.as_bytes())?;
        call.tell("guided-backup", &[("kept", kept.display().to_string().into())]);
    }
    Ok((Talk::new(draft.scenario, lang), draft.front, Some(text)))
}

/// A trainer at work on one talk.
struct Desk<'d> {
    words: &'d Words,
    asker: &'d mut dyn Asker,
    library: &'d Library,
    talk: Talk,
    front: Front,
    path: &'d Path,
    /// The file as it was read or written last; `None`: there was none.
    seen: Option<String>,
    /// The talk before each answer of this session, and the line that was typed then.
    before: Vec<(Talk, String)>,
    /// How much of what is being asked was answered.
    asked: usize,
    /// The line typed last.
    typed: String,
}

impl Desk<'_> {
    /// Asks until nothing is open; how the person left before that.
    fn write(&mut self) -> Result<Option<Leaving>, Failure> {
        let begun = !self.talk.scenario.title.is_empty();
        self.show(&[Block::Text(self.words.get(if begun { "guided-again" } else { "guided-begin" }))])?;
        if !self.talk.scenario.turns.is_empty() {
            self.tree()?;
        }
        let mut turn = None;
        while let Some(ask) = self.talk.next() {
            let before = self.talk.clone();
            (self.asked, self.typed) = (0, String::new());
            match self.step(ask)? {
                Ok(()) => self.before.push((before, std::mem::take(&mut self.typed))),
                Err(Away::Left(how)) => return Ok(Some(how)),
                Err(Away::Back) => self.back(before)?,
            }
            self.save()?;
            let now = turn_of(self.talk.next());
            if turn.is_some() && now != turn {
                self.tree()?;
            }
            turn = now;
        }
        Ok(None)
    }

    /// Goes back to what was asked before, with what was written there.
    fn back(&mut self, before: Talk) -> Result<(), Failure> {
        let typed = std::mem::take(&mut self.typed);
        let (talk, typed) = match self.asked {
            0 => match self.before.pop() {
                Some(last) => last,
                None => {
                    self.talk = before;
                    return self.show(&[Block::Text(self.words.get("guided-first"))]);
                }
            },
            _ => (before, typed),
        };
        self.talk = talk;
        let said = if typed.is_empty() {
            self.words.get("guided-back")
        } else {
            self.words.with("guided-was", &[("text", typed.into())])
        };
        self.show(&[Block::Text(said)])
    }

    /// Half a talk is a draft, whatever it was before: learners meet it when it is written, and translated where the library needs it.
    fn save(&mut self) -> Result<(), Failure> {
        self.front.status = Some(if self.talk.next().is_some() { Status::Draft } else { self.library.begins_as() });
        let text = printed(&self.talk.scenario, &self.front, &self.library.language);
        if files::text(self.path, LARGEST).ok() != self.seen {
            // Somebody else was at it, by hand or in another window: neither's work is written over.
            let kept = files::keep(self.path, text.as_bytes())?;
            let args = [("path", &*self.path.display().to_string()), ("kept", &*kept.display().to_string())];
            return Err(Failure::new(Exit::Refused, "fail-guided-changed", args).hint("hint-guided-changed", []));
        }
        files::replace(self.path, text.as_bytes()).map_err(|error| files::unwritten(self.path, &error))?;
        self.seen = Some(text);
        Ok(())
    }

    fn step(&mut self, ask: Ask) -> Step {
        match ask {
            Ask::Title => {
                let title = got!(self.line("guided-title", &[]));
                self.talk.scenario.title = self.talk.text(&title);
                let category = got!(self.category());
                self.talk.scenario.category = category;
            }
            Ask::Customer => {
                let name = got!(self.line("guided-customer", &[]));
                let mood = got!(self.mood());
                self.talk.scenario.customer.name = self.talk.text(&name);
                self.talk.scenario.customer.mood = mood;
            }
            Ask::Brief => {
                let brief = got!(self.line("guided-brief", &[]));
                self.talk.scenario.brief = self.talk.text(&brief);
            }
            Ask::Opening => {
                let says = got!(self.line("guided-opening", &[]));
                self.talk.add_turn(&says);
            }
            Ask::Reply(n) => return self.reply(n),
            Ask::Best(n) => return self.best(n),
            Ask::Why(at) => {
                let text = self.reply_words(at);
                let why = got!(self.line("guided-why", &[("text", text.into())]));
                let why = self.talk.text(&why);
                if let Some(reply) = self.talk.reply(at) {
                    reply.feedback = why;
                }
            }
            Ask::Fault(at) => return self.fault(at),
            Ask::Then(at) => return self.then(at),
        }
        Ok(Ok(()))
    }

    fn category(&mut self) -> Got<Category> {
        let options: Vec<(String, String)> =
            Category::ALL.iter().map(|(word, _)| ((*word).to_owned(), self.words.get(&format!("category-{word}")))).collect();
        let key = got!(self.choose("guided-category", &[], &options));
        let found = Category::ALL.iter().find(|(word, _)| *word == key.as_str()).map(|(_, it)| *it);
        Ok(Ok(found.unwrap_or(Category::Communication)))
    }

    fn mood(&mut self) -> Got<u8> {
        const MOODS: [(&str, u8); 4] = [("calm", 60), ("worried", 40), ("angry", 20), ("glad", 80)];
        let options = MOODS.map(|(key, _)| (key.to_owned(), self.words.get(&format!("guided-mood-{key}"))));
        let key = got!(self.choose("guided-mood", &[], &options));
        Ok(Ok(MOODS.iter().find(|(word, _)| *word == key.as_str()).map_or(50, |(_, mood)| *mood)))
    }

    /// An answer more, or that there are no more; two are the fewest, or there is nothing to choose.
    fn reply(&mut self, n: usize) -> Step {
        let says = self.says(n);
        let count = self.talk.replies(n).len();
        let key = match count {
            0 => "guided-reply-first",
            1 => "guided-reply-second",
            _ => "guided-reply-more",
        };
        let args: [(&str, Value<'_>); 2] = [("says", says.into()), ("n", (count + 1).into())];
        if count < 2 {
            let words = got!(self.line(key, &args));
            self.talk.add_reply(n, &words);
            return Ok(Ok(()));
        }
        match got!(self.line_or_end(key, &args)) {
            Some(words) => self.talk.add_reply(n, &words),
            None => self.talk.close(n),
        }
        Ok(Ok(()))
    }

    fn best(&mut self, n: usize) -> Step {
        let replies = self.talk.replies(n);
        let options: Vec<(String, String)> =
            replies.iter().map(|reply| (reply.id.as_str().to_owned(), self.talk.said(&reply.text).to_owned())).collect();
        let says = self.says(n);
        let id = got!(self.choose("guided-best", &[("says", says.into())], &options));
        let k = options.iter().position(|(key, _)| key == id.as_str()).unwrap_or(0);
        let lang = &self.library.language;
        let skills: Vec<(String, String)> =
            self.library.skills.iter().map(|(id, title)| (id.as_str().to_owned(), title.get(lang).to_owned())).collect();
        let skill = if skills.is_empty() {
            SkillId::from("say")
        } else {
            got!(self.choose("guided-skill", &[], &skills)).as_str().into()
        };
        self.talk.set_best((n, k), &skill);
        Ok(Ok(()))
    }

    /// How bad another answer is, and what would be better.
    fn fault(&mut self, at: At) -> Step {
        let text = self.reply_words(at);
        let options =
            ["near", "weak", "wrong", "harm", "red"].map(|key| (key.to_owned(), self.words.get(&format!("guided-fault-{key}"))));
        let key = got!(self.choose("guided-fault", &[("text", text.clone().into())], &options));
        let reason = match key.as_str() {
            "red" => Some(got!(self.line("guided-red-line", &[]))),
            _ => None,
        };
        let why = got!(self.line("guided-better", &[("text", text.into())]));
        let farewell = match reason {
            Some(_) if self.talk.ending(Ends::Failed).is_none() => got!(self.farewell()),
            _ => None,
        };
        let (why, reason) = (self.talk.text(&why), reason.map(|reason| self.talk.text(&reason)));
        let skill = self.talk.skill_of(at.0);
        let failed = reason.is_some().then(|| self.failed(farewell));
        if let Some(reply) = self.talk.reply(at) {
            reply.feedback = why;
            let (points, mood) = match key.as_str() {
                "near" => (1, 0),
                "weak" => (0, 0),
                "harm" => (-2, -25),
                _ => (-1, -15),
            };
            if points != 0 {
                reply.score.extend(skill.map(|skill| (skill, Points::whole(points))));
            }
            reply.mood = mood;
            reply.red_line = reason;
            reply.to = failed.unwrap_or_else(|| reply.to.clone());
        }
        Ok(Ok(()))
    }

    /// What the customer says where the first red line is crossed; `None`: the usual.
    fn farewell(&mut self) -> Got<Option<String>> {
        let usual = self.words.get("talk-farewell-failed");
        self.line_or_end("guided-red-says", &[("usual", usual.into())])
    }

    /// Where red lines lead.
    fn failed(&mut self, says: Option<String>) -> TurnId {
        let said = |part: &str| self.words.get(&format!("talk-{part}-failed"));
        let (says, debrief) = (says.unwrap_or_else(|| said("farewell")), said("debrief"));
        self.talk.ending(Ends::Failed).unwrap_or_else(|| self.talk.add_ending(Ends::Failed, &says, &debrief))
    }

    /// What comes of an answer: the customer goes on, as in a turn there is, or the talk ends.
    fn then(&mut self, at: At) -> Step {
        let text = self.reply_words(at);
        let mut options =
            vec![("new".to_owned(), self.words.get("guided-then-new")), ("end".to_owned(), self.words.get("guided-then-end"))];
        for (n, turn) in self.talk.scenario.turns.iter().enumerate().filter(|(n, _)| *n != at.0) {
            let failed = matches!(&turn.way, Way::Ending(ending) if ending.outcome == Ends::Failed);
            if !failed {
                let key = if matches!(turn.way, Way::Ending(_)) { "guided-then-as-end" } else { "guided-then-as" };
                let says = [("says", self.says(n).into())];
                options.push((format!("turn:{}", turn.id), self.words.with(key, &says)));
            }
        }
        let key = got!(self.choose("guided-then", &[("text", text.into())], &options));
        let to = match key.as_str() {
            "new" => {
                let says = got!(self.line("guided-next-says", &[]));
                self.talk.add_turn(&says)
            }
            "end" => got!(self.end()),
            known => TurnId::from(known.trim_start_matches("turn:")),
        };
        if let Some(reply) = self.talk.reply(at) {
            reply.to = to;
        }
        Ok(Ok(()))
    }

    fn end(&mut self) -> Got<TurnId> {
        let options = [Ends::Resolved, Ends::Partial, Ends::Escalated, Ends::Lost]
            .map(|outcome| (outcome.word().to_owned(), self.words.get(&format!("talk-outcome-{}", outcome.word()))));
        let key = got!(self.choose("guided-outcome", &[], &options));
        let outcome = Ends::ALL.iter().find(|(word, _)| *word == key.as_str()).map_or(Ends::Resolved, |(_, it)| *it);
        let says = got!(self.line("guided-farewell", &[]));
        let debrief = got!(self.line("guided-debrief", &[]));
        Ok(Ok(self.talk.add_ending(outcome, &says, &debrief)))
    }

    fn says(&self, n: usize) -> String {
        self.talk.scenario.turns[n].says.first().map_or_else(String::new, |says| self.talk.said(says).to_owned())
    }

    fn reply_words(&self, (n, k): At) -> String {
        self.talk.said(&self.talk.replies(n)[k].text).to_owned()
    }

    fn show(&mut self, blocks: &[Block]) -> Result<(), Failure> {
        self.asker.show(blocks).map_err(|e| asker_failure(&e, self.words))
    }
}

/// The turn that a question is about.
const fn turn_of(ask: Option<Ask>) -> Option<usize> {
    match ask {
        Some(Ask::Reply(n) | Ask::Best(n) | Ask::Why((n, _)) | Ask::Fault((n, _)) | Ask::Then((n, _))) => Some(n),
        _ => None,
    }
}
