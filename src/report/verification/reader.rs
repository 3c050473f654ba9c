//! A licence as whoever reads it is told it: in the reader's language where the program knows the words. What is signed stays as it is
//! signed; a script is told that, and a person wherever somebody else's words stand in it.
//!
//! A sentence of the program's own is known by being, word for word, what the program says in one of its languages. Title, scope and
//! conditions are the scheme's: its other languages are shown where the scheme at hand is the one that was signed for, by its digest.

use crate::base::id::Lang;
use crate::credential::claims::{Claims, Note, NoteKind};
use crate::locale::{Tongue, Words};
use crate::model::licence::Scheme;
use crate::model::text::Text;

/// The names that parts of an exam may have.
const PARTS: [&str; 5] = ["told-part-theory", "told-part-talks", "told-part-stations", "told-part-both", "licence-total"];

/// What a licence says, for a reader. `scheme`: the one at hand, if it is the one of which the licence's evidence has the digest.
pub fn read_by(claims: &Claims, words: &Words, scheme: Option<&Scheme>) -> Claims {
    let reader = Reader { words, lang: words.tongue().lang(), signed: &claims.language };
    let mut out = claims.clone();
    reader.title(&mut out, scheme);
    if let Some(scheme) = scheme {
        out.scope = reader.theirs(&claims.scope, &scheme.scope);
    }
    for part in &mut out.results {
        part.name = PARTS.iter().find_map(|key| reader.own(&part.name, key, "")).unwrap_or_else(|| part.name.clone());
    }
    for note in &mut out.notes {
        note.text = reader.note(note, scheme);
    }
    out
}

struct Reader<'a> {
    words: &'a Words,
    lang: Lang,
    /// The language of what is signed.
    signed: &'a Lang,
}

impl Reader<'_> {
    /// The reader's title first, the signed one beside it.
    fn title(&self, claims: &mut Claims, scheme: Option<&Scheme>) {
        if self.lang == *self.signed {
            return;
        }
        let second = claims.other_title.as_ref().filter(|(lang, _)| *lang == self.lang).map(|(_, title)| title.clone());
        let known = second.or_else(|| scheme.map(|it| self.theirs(&claims.title, &it.title)).filter(|it| *it != claims.title));
        if let Some(title) = known {
            let signed = std::mem::replace(&mut claims.title, title);
            claims.other_title = Some((self.signed.clone(), signed));
        }
    }

    /// A text of the scheme in the reader's language, where the signed one is that text.
    fn theirs(&self, signed: &str, text: &Text) -> String {
        let same = text.get(self.signed).trim() == signed.trim();
        if same { text.get(&self.lang).trim().to_owned() } else { signed.to_owned() }
    }

    /// A sentence of the program's own in the reader's language; `None`: it is none.
    fn own(&self, signed: &str, key: &str, conditions: &str) -> Option<String> {
        let gap = |conditions: &str| [("conditions", conditions.to_owned().into())];
        let said = |tongue| self.words.in_tongue(tongue).with(key, &gap(conditions));
        [Tongue::Zh, Tongue::En].into_iter().any(|tongue| said(tongue) == signed).then(|| self.words.with(key, &gap(conditions)))
    }

    fn note(&self, note: &Note, scheme: Option<&Scheme>) -> String {
        let key = format!("licence-{}", note.kind.genre().replace('/', "-"));
        let conditions = scheme.and_then(|it| it.provisional.as_ref()).map(|it| &it.conditions);
        if note.kind != NoteKind::Provisional {
            return self.own(&note.text, &key, "").unwrap_or_else(|| note.text.clone());
        }
        let signed = conditions.map_or("", |it| it.get(self.signed)).trim();
        match (conditions, self.own(&note.text, &key, signed)) {
            (Some(conditions), Some(_)) => {
                self.words.with(&key, &[("conditions", conditions.get(&self.lang).trim().to_owned().into())])
            }
            _ => note.text.clone(),
        }
    }
}
