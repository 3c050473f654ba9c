//! `Call`: the command line's settings, opened piece by piece: library, store, learner, screen.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use crate::base::dice::Seed;
use crate::base::id::LicenceId;
use crate::cli::args::{Color, Format, Global};
use crate::cli::cause::Cause;
use crate::cli::failure::{Exit, Failure};
use crate::cli::files;
use crate::cli::look::Look;
use crate::cli::ports::Ports;
use crate::cli::recall::{past, short};
use crate::cli::tell::tell;
use crate::content::files::Root;
use crate::content::{self, Loaded};
use crate::locale::{Tongue, Value, Words};
use crate::model::library::Library;
use crate::report::standing::Past;
use crate::store::{self, Learner, Store};
use crate::terminal::Asker;
use crate::terminal::progress::{Show, Task};
use crate::terminal::screen::Screen;
use crate::terminal::script::Script;

use super::{Room, lang};

/// The command line's settings.
pub struct Call<'a> {
    /// What every command takes.
    pub global: Global,
    /// The program's words.
    pub words: Rc<Words>,
    /// The outside.
    pub ports: &'a mut Ports,
    /// What stands above menus that ask for the rest of a command: the key of its words.
    pub menu: &'static str,
}

/// The most bytes of an answers file.
const ANSWERS_MOST: u64 = 4 << 20;

impl<'a> Call<'a> {
    /// Opens nothing yet.
    pub fn new(global: Global, words: &Rc<Words>, ports: &'a mut Ports) -> Self {
        Self { global, words: words.clone(), ports, menu: "trainer-title" }
    }

    /// Whether output is for programs.
    pub fn json(&self) -> bool {
        self.global.format == Format::Json
    }

    /// Prints what was asked for.
    ///
    /// # Errors
    /// `Failure` where stdout cannot be written; a closed pipe is fine.
    pub fn print(&mut self, text: &str) -> Result<(), Failure> {
        print(self.ports, text)
    }

    /// Prints a value as JSON.
    ///
    /// # Errors
    /// As `print`.
    pub fn print_json(&mut self, value: &serde_json::Value) -> Result<(), Failure> {
        let text = serde_json::to_string_pretty(value).expect("our values have string keys");
        print(self.ports, &format!("{text}\n"))
    }

    /// A line to stderr.
    pub fn tell(&self, key: &str, args: &[(&str, Value<'_>)]) {
        tell(self.ports, &self.words.with(key, args));
    }

    /// Everything a learner did; what does not fit together is left out, and said.
    ///
    /// # Errors
    /// `Failure` of the store.
    pub fn past(&self, store: &dyn Store, learner: &Learner) -> Result<Vec<Past>, Failure> {
        let history = past(store, learner)?;
        for id in &history.damaged {
            self.tell("note-damaged", &[("id", short(id).into())]);
        }
        Ok(history.past)
    }

    /// The folders of courseware named by argument or environment.
    pub fn folders(&self) -> Vec<PathBuf> {
        match self.ports.var("ONDUTY_LIBRARY") {
            Some(paths) if self.global.library.is_empty() => std::env::split_paths(paths).collect(),
            _ => self.global.library.clone(),
        }
    }

    /// Who works on courseware and names none means the folder he stands in, where it is one; and is told. What learners and examiners
    /// do never depends on where they stand.
    pub fn stand_here(&mut self) {
        let here = Path::new(".");
        if self.folders().is_empty() && here.join("library.toml").is_file() {
            self.global.library.push(here.to_owned());
            self.tell("note-here", &[]);
        }
    }

    /// The folder of courseware that a trainer writes in: the topmost one named; none where only the shipped library is in use.
    pub fn folder(&self) -> Option<PathBuf> {
        self.folders().pop()
    }

    /// Loads the library in use, with all its findings.
    ///
    /// # Errors
    /// `Failure` where a named folder is not there.
    pub fn load(&self, only: Option<&Path>) -> Result<Loaded, Failure> {
        Ok(content::load(self.roots(only)?))
    }

    /// The files of the library in use, or of another folder.
    ///
    /// # Errors
    /// `Failure` where a named folder is not there.
    pub fn roots(&self, only: Option<&Path>) -> Result<Vec<Root>, Failure> {
        let folders = only.map_or_else(|| self.folders(), |path| vec![path.to_owned()]);
        if let Some(gone) = folders.iter().find(|f| !f.is_dir()) {
            let name = gone.display().to_string();
            return Err(Failure::new(Exit::Content, "fail-no-folder", [("path", &name)]).hint("hint-folder", []));
        }
        Ok(if folders.is_empty() { vec![Root::shipped()] } else { folders.iter().map(|f| Root::read(f)).collect() })
    }

    /// The library for learners: what is broken is left out, and said in a line.
    ///
    /// # Errors
    /// As `load`.
    pub fn library(&self) -> Result<Library, Failure> {
        Ok(self.loaded_for_learners()?.library)
    }

    /// The library for those who write it: drafts are there too.
    ///
    /// # Errors
    /// As `load`.
    pub fn library_with_drafts(&self) -> Result<Library, Failure> {
        Ok(self.loaded()?.into_library_with_drafts())
    }

    /// Says of a thing of a trainer's library, by its `kind:id`, that learners do not see it yet.
    pub fn tell_draft(&self, library: &Library, name: &str) {
        if library.is_draft(name) {
            self.tell("note-draft", &[("name", name.into())]);
        }
    }

    /// The same, with what is left out.
    ///
    /// # Errors
    /// As `load`.
    pub fn loaded(&self) -> Result<Loaded, Failure> {
        let loaded = self.load(None)?;
        self.tell_broken(loaded.errors().count());
        Ok(loaded)
    }

    /// The same for learners: what is wrong in a draft is no matter of theirs.
    fn loaded_for_learners(&self) -> Result<Loaded, Failure> {
        let loaded = self.load(None)?;
        self.tell_broken(loaded.errors().filter(|finding| !loaded.is_in_draft(finding)).count());
        Ok(loaded)
    }

    fn tell_broken(&self, count: usize) {
        if count > 0 {
            self.tell("note-broken", &[("count", count.into())]);
        }
    }

    /// Opens the store.
    ///
    /// # Errors
    /// `Failure` of the store.
    pub fn store(&self) -> Result<Box<dyn Store>, Failure> {
        let url = self.store_url()?;
        store::open(&url).map_err(|e| {
            let failure = Failure::from(e);
            Failure { cause: Some(Cause::At(url.clone(), failure.cause.map(Box::new))), ..failure }
        })
    }

    /// Where records are kept: as the person says, else in the platform's data folder.
    fn store_url(&self) -> Result<String, Failure> {
        let named = self.global.store.clone().or_else(|| self.ports.var("ONDUTY_STORE").map(str::to_owned));
        match (named, &self.ports.data) {
            (Some(url), _) => Ok(url),
            (None, Some(folder)) => Ok(folder.join("onduty.db").display().to_string()),
            (None, None) => Err(Failure::new(Exit::Store, "fail-no-data-folder", []).hint("hint-store", [])),
        }
    }

    /// The file that records are kept in; `None` where they are kept in no file.
    ///
    /// # Errors
    /// `Failure` where there is no data folder.
    pub fn store_file(&self) -> Result<Option<PathBuf>, Failure> {
        let url = self.store_url()?;
        let path = url.strip_prefix("sqlite:").unwrap_or(&url);
        Ok((!matches!(path, "memory:" | ":memory:")).then(|| PathBuf::from(path)))
    }

    /// For commands that show keys: nobody sits an exam at this store.
    ///
    /// # Errors
    /// `Failure` where somebody does, or of the store.
    pub fn may_show_keys(&self) -> Result<(), Failure> {
        // Where there is no store yet nobody sits one, and to look at courseware makes none.
        let url = self.store_url()?;
        if !Path::new(url.strip_prefix("sqlite:").unwrap_or(&url)).exists() {
            return Ok(());
        }
        crate::cli::registry::nobody_sits(self.store()?.as_ref(), self.ports.now())
    }

    /// How prompts look.
    pub fn look(&self, learner: Option<&Learner>) -> Look {
        let screen = self.ports.screen.unwrap_or(Screen::bare(80, 24));
        self.coloured(screen, self.ports.screen.is_some(), learner)
    }

    /// How what was asked for looks.
    pub fn report_look(&self, learner: Option<&Learner>) -> Look {
        let screen = self.ports.screen.unwrap_or(Screen::bare(80, 24));
        self.coloured(screen, self.ports.out_is_terminal, learner)
    }

    fn coloured(&self, screen: Screen, terminal: bool, learner: Option<&Learner>) -> Look {
        let plain = self.plain(learner);
        let colour = match self.global.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => terminal && self.ports.var("NO_COLOR").is_none(),
        };
        Look { plain, screen: Screen { colour: colour && !plain, ..screen } }
    }

    /// Work that may take long, shown after a second.
    pub fn busy(&self, key: &str, of: usize) -> Task {
        let show = match (self.ports.screen, self.plain(None)) {
            (None, _) => Show::Hidden,
            (Some(_), true) => Show::Said,
            (Some(_), false) => Show::Moving,
        };
        Task::begin(&self.words, show, &self.words.get(key), Some(of))
    }

    fn plain(&self, learner: Option<&Learner>) -> bool {
        self.global.plain || self.ports.var("ACCESSIBLE").is_some_and(|v| v != "0") || learner.is_some_and(|l| l.plain)
    }

    /// The words for a learner: `--lang` and `ONDUTY_LANG` first, then the learner's own setting.
    pub(super) fn words_for(&self, learner: &Learner) -> Rc<Words> {
        let typed = self.global.lang.is_some() || self.ports.var("ONDUTY_LANG").is_some();
        let own = learner.language.as_deref().and_then(Tongue::of).filter(|_| !typed);
        own.map_or_else(|| self.words.clone(), |own| Rc::new(self.words.in_tongue(own)))
    }

    /// Everything that a session needs: library, store, learner and screen, or a script in the screen's place.
    ///
    /// # Errors
    /// `Failure` where one of them is not to be had.
    pub fn room(&mut self, answers: Option<&Path>) -> Result<Room<'_>, Failure> {
        let mut store = self.store()?;
        let learner = match self.known_learner(store.as_ref())? {
            Some(learner) => learner,
            None => self.newcomer(store.as_mut(), answers.is_some())?,
        };
        drop(store);
        self.room_of(learner, answers)
    }

    /// The same where something of one's own is asked for: who is not known has nothing, and is not taken on by asking.
    ///
    /// # Errors
    /// As `room`, and where nobody is known.
    pub fn room_of_known(&mut self) -> Result<Room<'_>, Failure> {
        let store = self.store()?;
        let learner = self.learner(store.as_ref())?;
        drop(store);
        self.room_of(learner, None)
    }

    /// The same for a person who is known.
    ///
    /// # Errors
    /// As `room`.
    pub fn room_of(&mut self, learner: Learner, answers: Option<&Path>) -> Result<Room<'_>, Failure> {
        if learner.post.left.is_some() {
            return Err(Failure::new(Exit::Refused, "fail-left", [("name", &learner.called())]).hint("hint-back", []));
        }
        let loaded = self.loaded_for_learners()?;
        let first = |id: &LicenceId| Some((id.clone(), (*loaded.broken_for(id).first()?).to_owned()));
        let broken = loaded.library.licences.keys().filter_map(first).collect();
        let library = loaded.library;
        let store = self.store()?;
        let words = self.words_for(&learner);
        let lang = lang(&library, &words);
        let look = self.look(Some(&learner));
        let asker = self.asker(answers, &words, look)?;
        let scripted = answers.is_some();
        Ok(Room { ports: self.ports, library, store, learner, words, lang, asker, look, scripted, broken, at_home: false })
    }

    /// Who replies: a file of answers, or a person at the screen.
    ///
    /// # Errors
    /// `Failure` where the file is none of answers, or there is no terminal.
    pub fn asker(&self, answers: Option<&Path>, words: &Rc<Words>, look: Look) -> Result<Box<dyn Asker>, Failure> {
        match answers {
            Some(path) => self.script(path, words, look),
            None => self.screen(words, look),
        }
    }

    fn script(&self, path: &Path, words: &Rc<Words>, look: Look) -> Result<Box<dyn Asker>, Failure> {
        let name = path.display().to_string();
        let text =
            files::text(path, ANSWERS_MOST).map_err(|e| Failure::new(Exit::Store, "fail-read", [("path", &name)]).because(e))?;
        // By what the file says, not where it lies: the same answers roll the same everywhere.
        let dice = Seed::from_bytes(text.as_bytes()).dice("fallback", "");
        let script = Script::parse(&text).map_err(|e| Failure::usage("fail-answers", [("path", &name)]).because(e.say(words)))?;
        Ok(look.script(words, script, dice, (self.ports.err)()))
    }

    pub(super) fn screen(&self, words: &Rc<Words>, look: Look) -> Result<Box<dyn Asker>, Failure> {
        if self.ports.screen.is_none() {
            return Err(Failure::usage("fail-no-terminal", []).hint("hint-no-terminal", []));
        }
        look.person(words)
    }
}

/// Prints to stdout; a closed pipe (`| head`) is success.
///
/// # Errors
/// `Failure` where stdout cannot be written otherwise.
pub fn print(ports: &mut Ports, text: &str) -> Result<(), Failure> {
    match ports.out.write_all(text.as_bytes()).and_then(|()| ports.out.flush()) {
        Err(e) if e.kind() != std::io::ErrorKind::BrokenPipe => Err(Failure::new(Exit::Store, "fail-stdout", []).because(e)),
        _ => Ok(()),
    }
}
