//! What is typed for a command and cannot be meant: a folder that is not there, a file that is, a day that is none. It is said at once and
//! asked again, so that nothing that was answered before is lost. Everything else the command itself judges.

use std::path::Path;

use crate::base::day;
use crate::cli::failure::{Exit, Failure};
use crate::cli::issue::must_be_new;
use crate::cli::room::Call;
use crate::cli::trainer::{Answer, say};

/// What has to be there, or must not be, for an argument to be meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A folder that is there.
    Folder,
    /// A file that is there.
    File,
    /// A file that is not there yet, in a folder that is.
    New,
    /// A day and a time.
    When,
}

/// Arguments of commands, with what they have to be.
const KINDS: &[(&str, &str, Kind)] = &[
    ("send", "dir", Kind::Folder),
    ("collect", "dir", Kind::Folder),
    ("learner import", "file", Kind::File),
    ("restore", "file", Kind::File),
    ("waive", "evidence", Kind::File),
    ("verify", "file", Kind::File),
    ("backup", "file", Kind::New),
    ("learner export", "out", Kind::New),
    ("sitting new", "out", Kind::New),
    ("sitting reseal", "out", Kind::New),
    ("sitting new", "from", Kind::When),
    ("sitting new", "until", Kind::When),
];

/// A typed argument, asked again until it can be meant; `of`: the command and the argument's name.
pub fn typed(call: &Call<'_>, of: (&str, &str), said: &str) -> Answer {
    loop {
        match crate::cli::trainer::typed(call, said)? {
            Ok(value) => match against(call, of, &value)? {
                Some(failure) => say(call, &failure),
                None => return Ok(Ok(value)),
            },
            Err(how) => return Ok(Err(how)),
        }
    }
}

/// What is against a value; nothing where only the command can know.
fn against(call: &Call<'_>, of: (&str, &str), value: &str) -> Result<Option<Failure>, Failure> {
    let Some((.., kind)) = KINDS.iter().find(|(path, id, _)| (*path, *id) == of) else { return Ok(None) };
    let path = Path::new(value);
    let no_folder = |path: &Path| Failure::new(Exit::Store, "fail-no-such-folder", [("path", &path.display().to_string())]);
    Ok(match kind {
        _ if value.is_empty() => None,
        Kind::Folder => (!path.is_dir()).then(|| no_folder(path)),
        Kind::File => (!path.is_file()).then(|| Failure::new(Exit::Store, "fail-no-such-file", [("path", value)])),
        Kind::New => {
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir());
            folder.map(no_folder).or_else(|| must_be_new(path).err())
        }
        Kind::When => {
            let (now, zone) = (call.ports.now(), call.library()?.time_zone);
            day::moment(value, &zone, now.day(&zone)).is_none().then(|| Failure::usage("fail-moment", [("typed", value)]))
        }
    })
}
