//! How single cells of a role-play table are written: points by skill, how a talk ends, conditions, effects, words of lists.
//!
//! Everything that a Chinese keyboard makes of a sign counts as the sign. What cannot be understood is handed back as it stands.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::base::id::{SkillId, VarName};
use crate::base::points::Points;
use crate::model::scenario::condition::{Condition, is_var_name};
use crate::model::scenario::{Category, Channel, Credit, Mind, Outcome, Registered};
use crate::model::word::Use;

/// A cell with its signs narrow, in small letters, without space around it and without a colon at its end: for comparing.
pub(super) fn plain(cell: &str) -> String {
    let cell: String = cell.nfkc().collect::<String>().to_lowercase();
    cell.trim().trim_end_matches(':').trim().to_owned()
}

/// Words as trainers write them, Chinese first, for each list of words of the format.
pub(super) type Said<T> = &'static [(T, &'static [&'static str])];

pub(super) const OUTCOMES: Said<Outcome> = &[
    (Outcome::Resolved, &["解决", "resolved", "已解决", "成交", "成功", "满意"]),
    (Outcome::Partial, &["部分解决", "partial", "partly resolved", "基本解决"]),
    (Outcome::Escalated, &["升级", "escalated", "转交", "转接", "上报"]),
    (Outcome::Lost, &["流失", "lost", "客户流失", "客户走了", "离开"]),
    (Outcome::Failed, &["失败", "failed", "不及格"]),
];
pub(super) const CATEGORIES: Said<Category> = &[
    (Category::Attitude, &["服务态度", "attitude", "态度"]),
    (Category::Communication, &["沟通", "communication", "沟通技巧", "接待", "售前"]),
    (Category::Objection, &["处理异议", "objection", "异议", "议价"]),
    (Category::Dispute, &["纠纷", "dispute", "售后", "投诉"]),
];
pub(super) const CHANNELS: Said<Channel> = &[
    (Channel::Chat, &["在线", "chat", "聊天", "旺旺", "网店"]),
    (Channel::Phone, &["电话", "phone", "热线"]),
    (Channel::Ticket, &["工单", "ticket", "邮件"]),
    (Channel::Counter, &["柜台", "counter", "当面", "门店"]),
];
pub(super) const USES: Said<Use> =
    &[(Use::Practice, &["练习", "practice"]), (Use::Exam, &["考试", "exam"]), (Use::Both, &["都用", "both", "练习和考试"])];
pub(super) const CREDITS: Said<Credit> = &[(Credit::High, &["高", "high"]), (Credit::Low, &["低", "low"])];
pub(super) const REGISTERED: Said<Registered> =
    &[(Registered::Long, &["老客户", "long", "早", "久"]), (Registered::Recent, &["新客户", "recent", "新"])];
pub(super) const MINDS: Said<Mind> = &[
    (Mind::Reckoning, &["算计", "reckoning"]),
    (Mind::Comparing, &["攀比", "comparing"]),
    (Mind::Fear, &["恐惧", "fear"]),
    (Mind::Curiosity, &["好奇", "curiosity"]),
    (Mind::SelfRegard, &["自拥", "self-regard"]),
];

/// How a customer feels, in the words of `new scenario --guided` and of the pages, as its number.
pub(super) const MOODS: Said<u8> = &[
    (60, &["平静", "calm", "一般", "普通"]),
    (40, &["着急", "worried", "焦急", "不满", "upset"]),
    (20, &["很生气", "angry", "生气", "非常生气", "very angry", "furious"]),
    (70, &["比较满意", "pleased"]),
    (80, &["高兴", "glad", "很满意", "满意", "happy"]),
];
/// Which way a mood moves.
pub(super) const MOVES: Said<i32> = &[
    (1, &["变好", "better", "好转", "好些", "缓和"]),
    (-1, &["变差", "worse", "变坏", "更差", "更生气"]),
    (0, &["不变", "same", "没有变化", "没变", "no change"]),
];

/// A word of a list.
pub(super) fn word<T: Copy>(all: Said<T>, cell: &str) -> Option<T> {
    super::named(all, cell)
}

/// A list's word for a value: Chinese or English.
pub(super) fn word_for<T: Copy + PartialEq>(all: Said<T>, value: T, chinese: bool) -> &'static str {
    let names = all.iter().find(|(it, _)| *it == value).map_or(&[""; 2][..], |(_, names)| names);
    names[usize::from(!chinese)]
}

/// The parts of a cell that lists several things.
pub(super) fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split([';', '；', '\n']).map(str::trim).filter(|part| !part.is_empty())
}

/// Points: a bare number, or each with the skill's name before it. `None` where it is neither.
pub(super) fn score(cell: &str) -> Option<Vec<(String, Points)>> {
    let cell: String = plain(cell).replace('分', " ").replace(['−', '–'], "-");
    let mut out = Vec::new();
    let mut rest = cell.trim_start_matches(is_between);
    while !rest.is_empty() {
        let chars: Vec<(usize, char)> = rest.char_indices().collect();
        let starts = |n: usize| {
            let next = chars.get(n + 1).is_some_and(|(_, c)| c.is_ascii_digit());
            chars[n].1.is_ascii_digit() || (matches!(chars[n].1, '+' | '-') && next)
        };
        let at = (0..chars.len()).find(|n| starts(*n)).map(|n| chars[n].0)?;
        let digits = rest[at + 1..].find(|c: char| !c.is_ascii_digit() && c != '.').map_or(rest.len(), |n| at + 1 + n);
        let points = Points::parse(rest[at..digits].trim_start_matches('+'))?;
        out.push((rest[..at].trim_end_matches([':', '=', ' ']).to_owned(), points));
        rest = rest[digits..].trim_start_matches(is_between);
    }
    Some(out)
}

fn is_between(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | ';' | '、' | '/' | '。')
}

/// How a talk ends and what is said of it: `解决`, `解决：客户收下了方案`.
pub(super) fn ending(cell: &str) -> Option<(Outcome, String)> {
    let (word_cell, debrief) = cell.split_once([':', '：']).unwrap_or((cell, ""));
    let bare = plain(word_cell.trim_start_matches(['→', '>', '-', '=']).trim());
    let bare = ["结束", "结局", "ending", "end"].iter().find_map(|lead| bare.strip_prefix(lead)).unwrap_or(&bare);
    word(OUTCOMES, bare.trim_matches([' ', '(', ')', '-', ','])).map(|outcome| (outcome, debrief.trim().to_owned()))
}

/// A turn's name as it is compared: `第 3 轮`, `轮次3`, `→3` and `３` are all `3`.
pub(super) fn turn_name(cell: &str) -> String {
    let mut name = plain(cell);
    name = name.trim_start_matches(['→', '>', ' ']).to_owned();
    for lead in ["去", "到", "转到", "转", "第", "轮次", "turn ", "round "] {
        name = name.strip_prefix(lead).unwrap_or(&name).trim().to_owned();
    }
    for tail in ["轮次", "轮", "回合"] {
        name = name.strip_suffix(tail).unwrap_or(&name).trim().to_owned();
    }
    let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
    numerals.iter().position(|numeral| *numeral == name).map_or(name, |n| (n + 1).to_string())
}

/// Conditions; what is none is handed back.
pub(super) fn conditions(cell: &str) -> Result<Vec<Condition>, String> {
    parts(cell)
        .map(|part| {
            let text = plain(part).replace("心情", "mood").replace('≥', ">=").replace('≤', "<=").replace('≠', "!=");
            Condition::parse(&text).ok_or_else(|| part.to_owned())
        })
        .collect()
}

/// One thing that a reply changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// A true/false is set.
    Flag(VarName, bool),
    /// A number is set.
    Set(VarName, i32),
    /// A number is added.
    Add(VarName, i32),
}

/// What a reply changes; what is not understood is handed back.
pub(super) fn effects(cell: &str) -> Result<Vec<Effect>, String> {
    parts(cell).map(|part| effect(&plain(part)).ok_or_else(|| part.to_owned())).collect()
}

fn effect(text: &str) -> Option<Effect> {
    let at = text.find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'))?;
    let (name, rest) = text.split_at(at);
    let (name, rest) = (is_var_name(name).then(|| VarName::from(name))?, rest.trim());
    if let Some(value) = rest.strip_prefix('=') {
        return match value.trim() {
            "true" | "是" | "yes" => Some(Effect::Flag(name, true)),
            "false" | "否" | "no" => Some(Effect::Flag(name, false)),
            number => Some(Effect::Set(name, number.parse().ok()?)),
        };
    }
    let by: i32 = rest.replace(' ', "").parse().ok()?;
    Some(Effect::Add(name, by))
}

/// Name, start, range; a true/false has none.
pub(super) type Declared = (VarName, i32, Option<(i32, i32)>);

/// A variable as it is declared: `told = false`, `offers = 0 (0..3)`.
pub(super) fn variable(text: &str) -> Option<Declared> {
    let text = plain(text);
    let (name, value) = text.split_once('=')?;
    let name = is_var_name(name.trim()).then(|| VarName::from(name.trim()))?;
    match value.trim() {
        "true" | "是" | "yes" => return Some((name, 1, None)),
        "false" | "否" | "no" => return Some((name, 0, None)),
        _ => {}
    }
    let (start, range) = value.split_once('(')?;
    let (min, max) = range.trim().strip_suffix(')')?.split_once("..")?;
    let number = |text: &str| text.trim().parse::<i32>().ok();
    let (start, min, max) = (number(start)?, number(min)?, number(max)?);
    (min <= start && start <= max).then_some((name, start, Some((min, max))))
}

/// Points as a cell: each skill with its signed number.
pub(super) fn scored(score: &BTreeMap<SkillId, Points>) -> String {
    let one = |(skill, points): (&SkillId, &Points)| {
        let sign = if *points < Points::ZERO { "" } else { "+" };
        format!("{skill}{sign}{points}")
    };
    score.iter().map(one).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_read_as_trainers_write_them() {
        let plain = |cell: &str| score(cell).map(|all| all.iter().map(|(n, p)| format!("{n}={p}")).collect::<Vec<_>>().join("|"));
        for (cell, expected) in [
            ("2", "=2"),
            ("＋２", "=2"),
            ("-1分", "=-1"),
            ("0.5", "=0.5"),
            ("迎+2 问+1", "迎=2|问=1"),
            ("迎 2，问：-1", "迎=2|问=-1"),
            ("after-care+1.5;ask=2", "after-care=1.5|ask=2"),
            ("", ""),
        ] {
            assert_eq!(plain(cell).as_deref(), Some(expected), "{cell}");
        }
        for bad in ["好", "迎", "2.5.1", "1 好"] {
            assert_eq!(score(bad), None, "{bad}");
        }
    }

    #[test]
    fn turns_and_endings_are_known_under_all_their_names() {
        for cell in ["3", "３", "第三轮", "第 3 轮", "→ 3", "轮次3", "转第3轮", "Turn 3"] {
            assert_eq!(turn_name(cell), "3", "{cell}");
        }
        let resolved = |debrief: &str| Some((Outcome::Resolved, debrief.to_owned()));
        assert_eq!(ending("解决：客户收下了"), resolved("客户收下了"));
        assert_eq!(ending("结束（解决）"), resolved(""));
        assert_eq!(ending("Resolved: all well"), resolved("all well"));
        assert_eq!(ending("查件"), None);
    }

    #[test]
    fn conditions_and_effects_take_full_width_signs() {
        let said: Vec<String> = conditions("心情 ≥ 40；told").expect("two").iter().map(ToString::to_string).collect();
        assert_eq!(said, ["mood >= 40", "told"]);
        assert_eq!(conditions("told; 好吗"), Err("好吗".to_owned()));
        let expected = vec![Effect::Flag("told".into(), true), Effect::Add("offers".into(), -1), Effect::Set("plan".into(), 2)];
        assert_eq!(effects("told = 是；offers - 1\nplan＝2"), Ok(expected));
        assert_eq!(effects("offers"), Err("offers".to_owned()));
        assert_eq!(variable("offers = 0 (0..3)"), Some(("offers".into(), 0, Some((0, 3)))));
        assert_eq!(variable("told = 否"), Some(("told".into(), 0, None)));
        assert_eq!(variable("offers = 4 (0..3)"), None);
    }
}
