//! `verify FILE…`: whether licence files are good, and what a QR on one says; `--page` makes a page for browsers that does the same.
//! Needs no records: whoever is shown a licence can run it. Where there are some, what they say of it counts (`records`).

mod records;

use std::path::Path;

use serde_json::Value;

use self::records::Records;
use super::args::Verify as Args;
use super::cause::Cause;
use super::failure::{Exit, Failure};
use super::room::Call;
use super::{Outcome, files, status};
use crate::base::moment::Moment;
use crate::content;
use crate::credential::bake::MOST_BYTES;
use crate::credential::claims::{Claims, EvidenceKind};
use crate::credential::short::{self, Short};
use crate::credential::status::StatusList;
use crate::credential::trust::Trust;
use crate::credential::verify::{self, Report, verify_with};
use crate::locale::Words;
use crate::model::frozen::Frozen;
use crate::model::library::Library;
use crate::model::licence::Scheme;
use crate::model::page::Block;
use crate::report::verification;
use crate::report::verification::reader::read_by;

/// The list of trusted issuers that is used where none is named: beside the store.
const TRUST: &str = "trust.toml";

/// Runs the command. A file that cannot be read is told in its place; the others keep their verdicts.
pub fn run(call: &mut Call<'_>, args: &Args) -> Outcome {
    let trust = trust(call, args.trust.as_deref())?;
    let lists = status::at_hand(call, &args.status)?;
    let now = call.ports.now();
    // For its time zone and its titles in other languages: a library that is not there keeps nobody from checking.
    let library = call.load(None).unwrap_or_else(|_| content::load_shipped()).library;
    let zone = library.time_zone.clone();
    if let Some(out) = &args.page {
        let trust = trust.unwrap_or_default();
        let page = verification::page::page((&trust, &lists), now, &zone, call.words.tongue());
        files::write_page(call, out, &page)?;
        if trust.issuers().is_empty() {
            call.tell("note-page-trusts-nobody", &[]);
        }
        return Ok(Exit::Done);
    }
    let (mut all, mut texts, mut end) = (Vec::new(), Vec::new(), Exit::Done);
    let records = Records::at_hand(call).unwrap_or_else(|failure| {
        call.tell("note-verify-records", &[("why", failure.what.said(&call.words).into())]);
        None
    });
    let (trust, records) = (trust.as_ref(), records.as_ref());
    let asked = !args.status.is_empty();
    let door = Door { trust, now, zone: &zone, holder: args.holder.as_deref(), lists: &lists, asked, records, library: &library };
    let files = args.file.iter().map(|path| door.file(path, &call.words));
    let codes = args.qr.iter().map(|text| door.code(text, &call.words));
    for (json, blocks, good) in files.chain(codes) {
        if good as u8 > end as u8 {
            end = good;
        }
        all.push(json);
        texts.push(call.report_look(None).painted(&blocks, &call.words));
    }
    if call.json() {
        call.print_json(&serde_json::json!(all))?;
    } else {
        call.print(&texts.join("\n"))?;
    }
    Ok(end)
}

/// Where licences are shown.
struct Door<'a> {
    trust: Option<&'a Trust>,
    now: Moment,
    zone: &'a str,
    holder: Option<&'a str>,
    lists: &'a [StatusList],
    /// Whether lists were asked for: then no licence is good of which they do not tell.
    asked: bool,
    records: Option<&'a Records>,
    library: &'a Library,
}

/// For a script, for a person, and whether it is good.
type Told = (Value, Vec<Block>, Exit);

impl Door<'_> {
    /// A file: a document, or the text of a QR; or the number of a licence that was issued here.
    fn file(&self, path: &Path, words: &Words) -> Told {
        let name = path.display().to_string();
        let bytes = match (read(path), self.records.and_then(|records| records.file(&name))) {
            (Ok(bytes), _) | (Err(_), Some(bytes)) => bytes,
            (Err(error), None) => {
                let (json, blocks) = verification::not_read(&name, &Cause::from(error).said(words), words);
                return (json, blocks, Exit::Store);
            }
        };
        if let Ok(text) = std::str::from_utf8(&bytes)
            && bytes.len() <= short::MOST_BYTES
            && Short::is_meant(text)
        {
            return self.code(text, words);
        }
        if is_printed(&bytes) {
            let (json, blocks) = verification::not_read(&name, &words.get("verify-printed"), words);
            return (json, blocks, Exit::NotPassed);
        }
        let mut report = verify_with(&bytes, self.trust, self.now, self.holder, self.lists);
        let told = report.claims.as_ref().and_then(|it| self.records?.told(&it.number, &it.issuer.did));
        self.heard(told, report.is_open()).into_iter().for_each(|told| report.hear(told, self.now));
        if self.asked {
            report.ask_for_lists();
        }
        let checked = verification::Checked { report: &report, file: &name, zone: self.zone };
        let good = if verification::is_good(report.conclusion) { Exit::Done } else { Exit::NotPassed };
        let json = verification::json(&checked, words);
        // A script is told what is signed; a person, in the own language, what that means.
        let read = report.claims.as_ref().map(|claims| read_by(claims, words, self.scheme(claims)));
        let told = Report { claims: read, ..report.clone() };
        let shown = verification::Checked { report: &told, ..checked };
        (json, verification::blocks(&shown, words), good)
    }

    /// What counts of what records say: where lists were asked for that leave it `open`, only that it was taken back.
    fn heard(&self, told: Option<verify::Told>, open: bool) -> Option<verify::Told> {
        told.filter(|told| told.taken.is_some() || !(self.asked && open))
    }

    /// The scheme at hand, if the licence was signed for just this one.
    fn scheme(&self, claims: &Claims) -> Option<&Scheme> {
        let scheme = self.library.licences.get(&claims.licence)?;
        let digest = Frozen::Scheme(Box::new(scheme.clone())).digest();
        claims.evidence.iter().any(|it| it.kind == EvidenceKind::Scheme && it.digest == digest).then_some(scheme)
    }

    /// The text of a QR.
    fn code(&self, text: &str, words: &Words) -> Told {
        let mut checked = short::verify(text, self.trust, self.now, self.holder, self.lists);
        let told = checked.short.as_ref().and_then(|it| self.records?.told(&it.number, &it.issuer));
        self.heard(told, checked.is_open()).into_iter().for_each(|told| checked.hear(told, self.now));
        if self.asked {
            checked.ask_for_lists();
        }
        let told = verification::short::Told::new(&checked, self.zone, words);
        (told.json(), told.blocks(), if told.is_good() { Exit::Done } else { Exit::NotPassed })
    }
}

/// Whether it is a licence as it is printed: a PDF or a page. What is signed is not to be had from these.
fn is_printed(bytes: &[u8]) -> bool {
    let start = bytes.get(..64).unwrap_or(bytes).to_ascii_lowercase();
    bytes.starts_with(b"%PDF-")
        || start.trim_ascii_start().starts_with(b"<!doctype html")
        || start.trim_ascii_start().starts_with(b"<html")
}

/// At most so many bytes as are ever looked at, and one more, so that more is seen to be more.
fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    files::start_of(path, MOST_BYTES as u64 + 1)
}

/// The trusted issuers: a file that is named has to be there and right.
fn trust(call: &Call<'_>, named: Option<&Path>) -> Result<Option<Trust>, Failure> {
    let usual = call.ports.data.as_ref().map(|data| data.join(TRUST)).filter(|path| path.is_file());
    let Some(path) = named.map(Path::to_owned).or(usual) else { return Ok(None) };
    let name = path.display().to_string();
    let bytes = read(&path).map_err(|e| Failure::new(Exit::Store, "fail-read", [("path", &name)]).because(e))?;
    let text = String::from_utf8(bytes).map_err(|e| Failure::new(Exit::Store, "fail-read", [("path", &name)]).because(e))?;
    Trust::read(&text).map(Some).map_err(|troubles| {
        let said = verification::trust_troubles(&troubles, &call.words).join(" ");
        Failure::new(Exit::Content, "fail-trust", [("path", &name)]).because(said)
    })
}
