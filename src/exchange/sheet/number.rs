//! A short answer that is a number: as a number question it is right as `12`, `12.0` and `12元`; as words it would be right in one spelling.
//!
//! What only begins with digits (`7天无理由`, `007`, `400-820-8820`) stays words. What stands behind the number has to be a unit that is known.

use unicode_normalization::UnicodeNormalization as _;

use super::several;
use crate::base::id::Lang;
use crate::base::points::Points;
use crate::exchange::Fate;
use crate::exchange::questions::{Batch, accept, text};
use crate::model::question::Kind;
use crate::model::question::number::Number;
use crate::model::question::words::Words;

/// What may stand behind a number that is to be typed. A longer one stands before what it begins with.
const UNITS: &[&str] = &[
    "个工作日",
    "工作日",
    "个月",
    "小时",
    "分钟",
    "秒钟",
    "块钱",
    "公里",
    "千米",
    "厘米",
    "毫米",
    "公斤",
    "千克",
    "百分点",
    "元",
    "块",
    "角",
    "分",
    "天",
    "日",
    "周",
    "月",
    "年",
    "秒",
    "个",
    "次",
    "件",
    "单",
    "条",
    "人",
    "位",
    "名",
    "份",
    "倍",
    "折",
    "字",
    "轮",
    "米",
    "斤",
    "克",
    "岁",
    "度",
    "张",
    "盒",
    "箱",
    "瓶",
    "包",
    "双",
    "套",
    "号",
    "点",
    "级",
    "步",
    "种",
    "项",
    "页",
    "行",
    "句",
    "遍",
    "%",
    "yuan",
    "days",
    "day",
    "hours",
    "hour",
    "minutes",
    "minute",
    "seconds",
    "second",
    "kg",
    "cm",
    "mm",
    "km",
];

/// What is to be typed: a number where the answer is one, else the words that count.
pub fn typed(ask: &str, answer: &str, unit: &str, lang: &Lang) -> Kind {
    match plain(answer, unit) {
        Some((number, unit)) => {
            let unit = if unit.is_empty() { behind_blank(ask) } else { unit };
            let unit = (!unit.is_empty()).then(|| text(lang, &unit));
            Kind::Number(Number { answer: number, tolerance: Points::ZERO, unit })
        }
        None => Kind::Words(Words { accept: accept(several(answer), lang) }),
    }
}

/// Notes that a question became one for a number.
pub fn note(batch: &mut Batch, line: u32, kind: &Kind, lang: &Lang) {
    let Kind::Number(number) = kind else { return };
    let unit = number.unit.as_ref().map_or("none", |unit| unit.get(lang));
    batch.note(line, Fate::Changed, "import-number", [("answer", &number.answer.to_string()), ("unit", unit)]);
}

/// An answer that is one number, and its unit: as named, or what stands behind it.
pub fn plain(answer: &str, named: &str) -> Option<(Points, String)> {
    let answer: String = answer.nfkc().filter(|c| !c.is_whitespace()).collect();
    let answer = answer.trim_end_matches(['。', '.']);
    let cut = answer.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(answer.len());
    let (number, behind) = answer.split_at(cut);
    // A code, not a quantity: a zero in front would be lost.
    let is_code = number.len() > 1 && number.starts_with('0') && !number.starts_with("0.");
    let known = behind.is_empty() || behind == named || UNITS.contains(&behind.to_lowercase().as_str());
    let unit = if named.is_empty() { behind } else { named };
    (known && !is_code).then(|| Points::parse(number)).flatten().map(|number| (number, unit.to_owned()))
}

/// The unit that stands behind the blank of a question: `____元`.
fn behind_blank(ask: &str) -> String {
    let blanks = ["_", "（）", "()", "（ ）", "( )", "（  ）", "(  )"];
    let rest = blanks.iter().find_map(|blank| ask.rsplit_once(blank)).map_or("", |(_, rest)| rest.trim_start());
    UNITS.iter().find(|unit| rest.starts_with(**unit)).map_or_else(String::new, |unit| (*unit).to_owned())
}

/// Whether a question has a blank to fill in.
pub fn has_blank(ask: &str) -> bool {
    ask.contains("__") || ask.contains("＿＿")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_number_with_a_known_unit_is_a_number() {
        let is = |answer: &str| plain(answer, "").map(|(number, unit)| format!("{number} {unit}"));
        for (answer, found) in
            [("12", "12 "), ("１２ 元", "12 元"), ("0.5小时", "0.5 小时"), ("48小时。", "48 小时"), ("30％", "30 %")]
        {
            assert_eq!(is(answer).as_deref(), Some(found), "{answer}");
        }
        for words in ["7天无理由", "007", "400-820-8820", "3；三", "三", "1对1", "", "元", "5S"] {
            assert_eq!(is(words), None, "{words}");
        }
        assert_eq!(plain("5S", "S").map(|(_, unit)| unit).as_deref(), Some("S"));
    }

    #[test]
    fn the_blank_may_name_the_unit() {
        assert_eq!(behind_blank("运费险最多赔____元。"), "元");
        assert_eq!(behind_blank("（  ）个工作日内退款"), "个工作日");
        assert_eq!(behind_blank("几秒？"), "");
    }
}
