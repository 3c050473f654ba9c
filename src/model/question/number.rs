//! `number`: a number within a tolerance, bounds inclusive; all or nothing.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;

use super::explained::Explained;
use super::{Asked, Misfit, Response};
use crate::base::dice::Dice;
use crate::base::id::Lang;
use crate::base::points::{Exact, Points};
use crate::model::form::{Form, Reply};
use crate::model::text::Text;

/// The data of a `number` question. Numbers are held like points: exactly, in thousandths.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Number {
    /// The right number.
    pub answer: Points,
    /// How far off still counts; not below zero.
    pub tolerance: Points,
    /// Shown after the number.
    pub unit: Option<Text>,
}

impl Asked for Number {
    fn form(&self, lang: &Lang, _: Option<&mut Dice>) -> Form {
        Form::Number { unit: self.unit.as_ref().map(|u| u.get(lang).to_owned()) }
    }

    fn read(&self, reply: &Reply) -> Result<Response, Misfit> {
        let Reply::Typed(text) = reply else { return Err(Misfit::NotOffered) };
        let mut text: String = text.nfkc().filter(|c| !c.is_whitespace() && *c != ',').collect();
        if text.is_empty() {
            return Err(Misfit::Empty);
        }
        for unit in self.unit.iter().flat_map(Text::all) {
            let unit: String = unit.nfkc().filter(|c| !c.is_whitespace()).collect();
            if let Some(bare) = text.strip_suffix(&unit).filter(|bare| !bare.is_empty()) {
                text = bare.to_owned();
            }
        }
        let text = text.replace(['。', '．'], ".").replace('−', "-");
        Points::parse(&text).map(Response::Number).ok_or(Misfit::NotANumber)
    }

    fn credit(&self, response: &Response, _: &Lang) -> Exact {
        let Response::Number(n) = response else { return Exact::ZERO };
        let off = (n.in_thousandths() - self.answer.in_thousandths()).abs();
        if off <= self.tolerance.in_thousandths() { Exact::ONE } else { Exact::ZERO }
    }

    fn key(&self, _: &Lang) -> Response {
        Response::Number(self.answer)
    }

    fn explain(&self, response: &Response, lang: &Lang) -> Vec<Explained> {
        let shown = |n: Points| match &self.unit {
            Some(unit) => format!("{n} {}", unit.get(lang)),
            None => n.to_string(),
        };
        let answer = match response {
            Response::Number(n) => Some(shown(*n)),
            _ => None,
        };
        vec![Explained::typed(answer, shown(self.answer), self.credit(response, lang) == Exact::ONE)]
    }
}
