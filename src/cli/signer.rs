//! Who acts: a member of staff with a key of his own. Key files lie beside the store's data, locked by a passphrase that is typed, or
//! read from a file that an argument names; never from the environment or the command line.
#![allow(clippy::disallowed_methods, reason = "the shell reads and writes key files")]

use std::path::{Path, PathBuf};

use super::again::quoted;
use super::failure::{Between, Exit, Failure};
use super::files;
use super::ports::Ports;
use super::registry::Registry;
use crate::attempt::act::{Act, Deed, Signed, StaffRole};
use crate::attempt::event::Beside;
use crate::base::id::{Did, StaffId};
use crate::base::name::alike;
use crate::credential::acts;
use crate::credential::keyfile::{self, KeyTrouble, Salts};
use crate::credential::keys::Secret as Key;
use crate::credential::sealing::DIGITS;
use crate::grade::register::Register;
use crate::locale::Words;
use crate::model::licence::{Independence, Scheme};
use crate::store::Learner;
use crate::terminal::line::clean;
use crate::terminal::live::Hold;
use crate::terminal::secret::{self, NoSecret, Secret, Told, Wanted};

/// The most bytes of a key or passphrase file.
const FILE_MOST: u64 = 16 << 10;
/// The fewest and most characters of a reason.
const REASON: std::ops::RangeInclusive<usize> = 2..=REASON_MOST;
/// The most characters of a reason.
pub const REASON_MOST: usize = 500;

/// Who acts, as the command line says it.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Acting {
    /// The member of staff who acts: name or id.
    #[arg(long, value_name = "NAME")]
    pub staff: Option<String>,
    /// The passphrase of that key, for scripts.
    #[arg(long, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
}

/// Which issuing key, as the command line says it. Where a command also takes `Acting`, its two passphrases have two options.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Issuing {
    /// The issuing key, by its code; without it, the only one there is, or all.
    #[arg(long, value_name = "CODE")]
    pub key: Option<String>,
    /// The passphrase of the issuing key, for scripts; may be given several times, each is tried.
    #[arg(long, value_name = "FILE")]
    pub key_passphrase_file: Vec<PathBuf>,
}

/// The passphrase of a key that is made, as the command line says it.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Making {
    /// The new passphrase, for scripts.
    #[arg(long, value_name = "FILE")]
    pub new_passphrase_file: Option<PathBuf>,
}

/// What a passphrase opens. Each kind has one option for the file with it, under one name at every command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opens {
    /// The key of a member of staff.
    Staff,
    /// A key of the organisation.
    Issuing,
    /// A key that is made just now.
    New,
}

impl Opens {
    /// How a script gives it.
    const fn hint(self) -> &'static str {
        match self {
            Self::Staff => "hint-passphrase-file",
            Self::Issuing => "hint-key-passphrase-file",
            Self::New => "hint-new-passphrase-file",
        }
    }

    /// Whether there is something that it has to fit.
    const fn wanted(self) -> Wanted {
        match self {
            Self::Staff | Self::Issuing => Wanted::Known,
            Self::New => Wanted::New,
        }
    }
}

/// A key that was unlocked.
pub struct Signer {
    key: Key,
    /// Whose it is.
    pub staff: StaffId,
    /// The person's name.
    pub name: String,
}

impl Signer {
    /// Where a scheme is strict, nobody examines, lets in or licenses himself: not under his own name.
    ///
    /// # Errors
    /// `Failure` with exit 5.
    pub fn is_another(&self, learner: &Learner, scheme: &Scheme) -> Result<(), Failure> {
        if scheme.conduct.independence == Independence::None || !alike(&self.name, &learner.name) {
            return Ok(());
        }
        Err(Failure::new(Exit::Refused, "fail-oneself", [("name", &self.name)]).hint("hint-another", []))
    }

    /// Signs what was done.
    pub fn sign(&self, ports: &Ports, deed: Deed, beside: Option<Beside>) -> Signed {
        signed(&self.key, ports, deed, beside)
    }
}

/// Signs what was done with a key.
pub fn signed(key: &Key, ports: &Ports, deed: Deed, beside: Option<Beside>) -> Signed {
    let act = Act { id: ports.act_id(), at: ports.now(), key: key.did(), deed };
    let signature = acts::sign(&act.digest(), key);
    Signed { act, signature, beside }
}

/// A reason as it lies beside an act.
///
/// # Errors
/// `Failure` where it is no reason.
pub fn reason(ports: &Ports, words: &str) -> Result<Beside, Failure> {
    let words = words.trim();
    if !REASON.contains(&words.chars().count()) || clean(words) != words {
        return Err(Failure::usage("fail-reason", []));
    }
    Ok(Beside { salt: ports.salt(), words: words.to_owned() })
}

/// Unlocks the key of whoever acts, who must have the role.
///
/// # Errors
/// `Failure` with exit 5 where nobody may, or the passphrase is wrong.
pub fn signer(ports: &Ports, words: &Words, registry: &Registry, acting: &Acting, role: StaffRole) -> Result<Signer, Failure> {
    if role == StaffRole::Issuer {
        registry.must_be_desk()?;
    }
    let (did, staff) = whose(ports, registry, acting, role)?;
    let name = registry.name(&staff);
    let path = staff_key(ports, &registry.register, &staff)?;
    let label = words.with("ask-passphrase", &[("name", name.as_str().into())]);
    let files = acting.passphrase_file.as_slice();
    let key = unlock(ports, words, &path, (Opens::Staff, files), &label).map_err(|failure| match failure.what.key {
        "fail-passphrase" => failure.hint("hint-staff-passphrase", [("name", &quoted(&name))]),
        _ => failure,
    })?;
    if key.did() != did {
        return Err(
            Failure::new(Exit::Refused, "fail-other-key", [("path", &path.display().to_string())]).hint("hint-key-file", [])
        );
    }
    Ok(Signer { key, staff, name })
}

/// Whether anybody can sign here with a role: who it is may still have to be said.
///
/// # Errors
/// `Failure` with exit 5 that says who could, or how somebody comes to it.
pub fn can_sign(ports: &Ports, registry: &Registry, role: StaffRole) -> Result<(), Failure> {
    if role == StaffRole::Issuer {
        registry.must_be_desk()?;
    }
    if at_hand(ports, registry, role).is_empty() { Err(refused(ports, registry, role, "fail-nobody-may", "")) } else { Ok(()) }
}

/// Everybody with a role whose key lies here.
pub fn at_hand(ports: &Ports, registry: &Registry, role: StaffRole) -> Vec<(Did, StaffId)> {
    let here = |id: &StaffId| staff_key(ports, &registry.register, id).is_ok_and(|path| path.is_file());
    let fitting = registry.register.staff.iter().filter(|(_, (id, roles))| roles.contains(&role) && here(id));
    fitting.map(|(did, (id, _))| (did.clone(), id.clone())).collect()
}

fn refused(ports: &Ports, registry: &Registry, role: StaffRole, key: &'static str, name: &str) -> Failure {
    let may: Vec<String> =
        registry.register.staff.values().filter(|(_, roles)| roles.contains(&role)).map(|(id, _)| registry.name(id)).collect();
    let failure = Failure::new(Exit::Refused, key, [("name", name), ("role", role.word())]);
    match may.is_empty() {
        true => failure.hint("hint-staff-add", [("role", role.word())]),
        false => elsewhere(ports, registry, role, failure.hint("hint-who-may", [("names", &Between::Comma.join(&may))])),
    }
}

/// Who acts: the one named, or the only one with the role whose key lies here.
fn whose(ports: &Ports, registry: &Registry, acting: &Acting, role: StaffRole) -> Result<(Did, StaffId), Failure> {
    let refuse = |key, name: &str| refused(ports, registry, role, key, name);
    let all = registry.register.staff.iter();
    match &acting.staff {
        Some(named) => {
            let fits = |id: &StaffId| id.as_str() == named || registry.staff.get(id).is_some_and(|s| s.name == *named);
            let mut fitting = all.filter(|(_, (id, _))| fits(id));
            match (fitting.next(), fitting.next()) {
                (Some((did, (id, roles))), None) if roles.contains(&role) => Ok((did.clone(), id.clone())),
                (Some(_), None) => Err(refuse("fail-no-role", named)),
                (Some(_), Some(_)) => Err(Failure::usage("fail-two-staff", [("name", named)]).hint("hint-staff-list", [])),
                (None, _) => Err(refuse("fail-no-staff", named)),
            }
        }
        None => {
            let fitting = at_hand(ports, registry, role);
            match &fitting[..] {
                [one] => Ok(one.clone()),
                [] => Err(refuse("fail-nobody-may", "")),
                several => {
                    let names: Vec<String> = several.iter().map(|(_, id)| registry.name(id)).collect();
                    Err(Failure::usage("fail-which-staff", [("names", &Between::Comma.join(&names))]).hint("hint-staff-list", []))
                }
            }
        }
    }
}

/// Says which key files are not here, whose they are, and where they belong.
fn elsewhere(ports: &Ports, registry: &Registry, role: StaffRole, failure: Failure) -> Failure {
    let all = registry.register.staff.values().filter(|(_, roles)| roles.contains(&role));
    let gone = all.filter_map(|(id, _)| {
        let path = staff_key(ports, &registry.register, id).ok().filter(|path| !path.is_file())?;
        Some(Between::Colon.join(&[registry.name(id), path.file_name()?.to_string_lossy().into_owned()]))
    });
    let gone: Vec<String> = gone.collect();
    match keys(ports) {
        Ok(folder) if !gone.is_empty() => {
            failure.hint("hint-keys-belong", [("files", &gone.join(" · ")), ("folder", &folder.display().to_string())])
        }
        _ => failure,
    }
}

/// Where the key of a member of staff lies: each further one has a file of its own, none is overwritten.
///
/// # Errors
/// `Failure` where there is no data folder.
pub fn staff_key(ports: &Ports, register: &Register, id: &StaffId) -> Result<PathBuf, Failure> {
    nth_key(ports, &format!("staff-{id}"), register.keys_before(id) + 1)
}

/// Where an issuing key lies: the first of its code, the second, …
///
/// # Errors
/// As `staff_key`.
pub fn issuing_key(ports: &Ports, code: &str, nth: usize) -> Result<PathBuf, Failure> {
    nth_key(ports, &format!("issuer-{code}"), nth)
}

fn nth_key(ports: &Ports, name: &str, nth: usize) -> Result<PathBuf, Failure> {
    let nth = if nth > 1 { format!("-{nth}") } else { String::new() };
    Ok(keys(ports)?.join(format!("{name}{nth}.pem")))
}

/// The folder of the key files.
///
/// # Errors
/// `Failure` where there is no data folder.
pub fn keys(ports: &Ports) -> Result<PathBuf, Failure> {
    let data = ports.data.as_ref().ok_or_else(|| Failure::new(Exit::Store, "fail-no-data-folder", []))?;
    Ok(data.join("keys"))
}

/// Makes a key under a new passphrase and writes its file; nobody else may read it.
///
/// # Errors
/// `Failure` where the passphrase is not given or too short, or the file cannot be written or is there already.
pub fn make(
    ports: &Ports,
    words: &Words,
    path: impl FnOnce(&Key) -> Result<PathBuf, Failure>,
    making: &Making,
    label: &str,
) -> Result<(Key, PathBuf), Failure> {
    let passphrase = passphrase(ports, words, making.new_passphrase_file.as_deref(), label, Opens::New)?;
    let key = Key::from_seed(&ports.bytes());
    let path = path(&key)?;
    let salts = Salts { salt: ports.bytes(), iv: ports.bytes() };
    let text = keyfile::lock(&key, passphrase.expose().as_bytes(), salts);
    let name = path.display().to_string();
    write_private(&path, text.as_bytes()).map_err(|e| match e.kind() {
        std::io::ErrorKind::AlreadyExists => {
            Failure::new(Exit::Refused, "fail-key-there", [("path", &name)]).hint("hint-key-there", [("path", &name)])
        }
        _ => Failure::new(Exit::Store, "fail-write", [("path", &name)]).because(e),
    })?;
    Ok((key, path))
}

/// A key that is on the list, but whose file is not here.
fn key_gone(path: &str) -> Failure {
    Failure::new(Exit::Refused, "fail-no-key", [("path", path)]).hint("hint-key-file", [])
}

/// Unlocks a key file by what is typed, or by the first of these files that fits. Whoever types may be wrong twice.
///
/// # Errors
/// `Failure` with exit 5 for a wrong passphrase, exit 4 for a file that is no key.
pub fn unlock(
    ports: &Ports,
    words: &Words,
    path: &Path,
    (opens, files): (Opens, &[PathBuf]),
    label: &str,
) -> Result<Key, Failure> {
    let name = path.display().to_string();
    let text = super::files::text(path, FILE_MOST).map_err(|e| key_gone(&name).because(e))?;
    let again = words.with("ask-passphrase-again", &[("label", label.into())]);
    // Between two tries the keyboard stays ours: what a hasty person types ahead would be shown.
    let asks = files.is_empty() && ports.screen.is_some();
    let _hold = asks.then(|| Hold::take_quietly().ok()).flatten();
    let typed = [(label, None), (&again, None), (&again, None)];
    let given: Vec<_> = files.iter().map(|file| (label, Some(file.as_path()))).collect();
    for (label, file) in if files.is_empty() { &typed[..] } else { &given } {
        let passphrase = passphrase(ports, words, *file, label, opens)?;
        match keyfile::unlock(&text, passphrase.expose().as_bytes()) {
            Ok(key) => return Ok(key),
            Err(KeyTrouble::WrongPassphrase) => {}
            Err(KeyTrouble::NotAKeyFile | KeyTrouble::Damaged | KeyTrouble::OtherKind) => {
                return Err(Failure::new(Exit::Store, "fail-not-a-key", [("path", &name)]));
            }
        }
    }
    let wrong = Failure::new(Exit::Refused, "fail-passphrase", [("path", &name)]);
    // Of a key of staff the caller knows whose it is, and who helps.
    Err(if opens == Opens::Issuing { wrong.hint("hint-issuing-passphrase", []) } else { wrong })
}

fn passphrase(ports: &Ports, words: &Words, file: Option<&Path>, label: &str, opens: Opens) -> Result<Secret, Failure> {
    let wanted = opens.wanted();
    if let Some(file) = file {
        let name = file.display().to_string();
        let text =
            files::text(file, FILE_MOST).map_err(|e| Failure::new(Exit::Store, "fail-read", [("path", &name)]).because(e))?;
        let secret = Secret::of_file(&text);
        if wanted == Wanted::New && secret.is_short() {
            let least = secret::LEAST.to_string();
            return Err(Failure::usage("fail-short-passphrase", [("least", &least)]));
        }
        return Ok(secret);
    }
    asked(secret::secret(words, ports.screen, label, wanted), "fail-no-passphrase", opens.hint())
}

/// A code that there is, typed unseen; `hint` says how a script gives it.
///
/// # Errors
/// `Failure` where nobody can be asked, or the person left.
pub fn typed_code(ports: &Ports, words: &Words, label: &str, hint: &'static str) -> Result<Secret, Failure> {
    asked(secret::secret(words, ports.screen, label, Wanted::Code(DIGITS)), "fail-no-sitting-code", hint)
}

fn asked(told: Result<Told, NoSecret>, none: &'static str, hint: &'static str) -> Result<Secret, Failure> {
    match told {
        Ok(Told::Secret(secret)) => Ok(secret),
        Ok(Told::Left(_)) => Err(Failure::new(Exit::Interrupted, none, [])),
        Err(NoSecret::NoTerminal) => Err(Failure::new(Exit::Refused, none, []).hint(hint, [])),
        Err(NoSecret::Io(e)) => Err(Failure::new(Exit::Store, "fail-screen", []).because(e)),
    }
}

/// Writes a new file that nobody else may read (0600 where there are such modes; on Windows the user's own folder keeps it).
fn write_private(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    use std::io::Write as _;
    if let Some(folder) = path.parent() {
        let mut builder = std::fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.recursive(true).create(folder)?;
    }
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
