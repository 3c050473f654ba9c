//! `words`: a few typed words, compared after NFKC, case, punctuation and spacing; all or nothing.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;

use super::explained::Explained;
use super::{Asked, Misfit, Response};
use crate::base::dice::Dice;
use crate::base::id::Lang;
use crate::base::points::Exact;
use crate::model::form::{Form, Reply};
use crate::model::text::Matching;

/// The most characters a short answer may have.
pub const MOST: usize = 200;

/// The data of a `words` question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Words {
    /// What counts as right; the first of a language is shown as the answer.
    pub accept: Matching,
}

/// A text as it is compared: NFKC, lower case, letters and digits only. Idempotent.
pub fn normal(text: &str) -> String {
    let lower = |text: &str| text.nfkc().flat_map(char::to_lowercase).collect::<String>();
    lower(&lower(text)).chars().filter(|c| c.is_alphanumeric()).collect()
}

impl Asked for Words {
    fn form(&self, _: &Lang, _: Option<&mut Dice>) -> Form {
        Form::Line { most: MOST }
    }

    fn read(&self, reply: &Reply) -> Result<Response, Misfit> {
        let Reply::Typed(text) = reply else { return Err(Misfit::NotOffered) };
        match text.trim() {
            "" => Err(Misfit::Empty),
            text if text.chars().count() > MOST => Err(Misfit::TooLong(MOST)),
            text => Ok(Response::Words(Some(text.to_owned()))),
        }
    }

    fn credit(&self, response: &Response, _: &Lang) -> Exact {
        let Response::Words(Some(text)) = response else { return Exact::ZERO };
        let typed = normal(text);
        if !typed.is_empty() && self.accept.all().any(|a| normal(a) == typed) { Exact::ONE } else { Exact::ZERO }
    }

    fn key(&self, lang: &Lang) -> Response {
        Response::Words(self.accept.get(lang).first().cloned())
    }

    fn explain(&self, response: &Response, lang: &Lang) -> Vec<Explained> {
        let key = self.accept.get(lang).first().cloned().unwrap_or_default();
        vec![Explained::words(response, key, self.credit(response, lang) == Exact::ONE)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_case_spacing_and_punctuation_do_not_matter() {
        assert_eq!(normal(" ＶＩＰ 会员。"), "vip会员");
        assert_eq!(normal("Fine-print, PLEASE!"), "fineprintplease");
        for odd in ["ﬃ İ ẞ", "㎏", "ΑΣ"] {
            assert_eq!(normal(&normal(odd)), normal(odd));
        }
    }
}
