//! `write`: a reply in one's own words; what it earns of what could be earned, as `model/writing` judges it.

use serde::{Deserialize, Serialize};

use super::explained::Explained;
use super::{Asked, Misfit, Response};
use crate::base::dice::Dice;
use crate::base::id::Lang;
use crate::base::points::Exact;
use crate::model::form::{Form, Reply};
use crate::model::text::Text;
use crate::model::writing::{Around, Judged, MOST, Writing};

/// The data of a `write` question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Write {
    /// What the customer has just written, if the task is a reply to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub says: Option<Text>,
    /// What is to be written.
    #[serde(flatten)]
    pub writing: Writing,
}

impl Write {
    /// How a text is judged here.
    pub fn judge(&self, text: &str, lang: &Lang) -> Judged {
        let customer = self.says.as_ref().map(|says| says.get(lang));
        self.writing.judge(text, &Around { customer, ..Around::default() }, lang)
    }
}

impl Asked for Write {
    fn form(&self, _: &Lang, _: Option<&mut Dice>) -> Form {
        Form::Text { most: MOST }
    }

    fn read(&self, reply: &Reply) -> Result<Response, Misfit> {
        let Reply::Typed(text) = reply else { return Err(Misfit::NotOffered) };
        super::super::writing::read(text).map(|text| Response::Words(Some(text)))
    }

    fn credit(&self, response: &Response, lang: &Lang) -> Exact {
        let Response::Words(Some(text)) = response else { return Exact::ZERO };
        let judged = self.judge(text, lang);
        // A red line leaves nothing. (In an exam that is a person's to say: `grade/written`.)
        if !judged.red_lines().is_empty() {
            return Exact::ZERO;
        }
        judged.points.exact().of(self.writing.best().exact())
    }

    fn key(&self, lang: &Lang) -> Response {
        Response::Words(Some(self.writing.sample.get(lang).to_owned()))
    }

    fn explain(&self, response: &Response, lang: &Lang) -> Vec<Explained> {
        let right = self.credit(response, lang) == Exact::ONE;
        vec![Explained::words(response, self.writing.sample.get(lang).to_owned(), right)]
    }
}
