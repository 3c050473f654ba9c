//! Questions typed as text, as they come out of Word.

use super::{noted, take, taken, told};

#[test]
fn all_ways_of_typing_a_question_are_read() {
    let text = "客服基础考题\r\n\r\n一、单选题\r\n1. 首次响应是几秒？\r\nA. 3 秒\r\nB、10 秒\r\n（C）1 分钟\r\n(D) 明天\r\n【答案】A\r\n【解析】三秒内先应一声，\r\n再慢慢说。\r\n\
        2、哪些要登记？（多选）\r\nＡ．电话　Ｂ．姓名　Ｃ．心情\r\n答案：ＡＢ\r\n解析：留得住。\r\n难度：中\r\n分值：2分\r\n\
        第3题 顾客总是对的。\r\n【答案】错误\r\n【解析】有规则。\r\n（4）首次响应不超过____秒\r\n【正确答案】3；三\r\n【答案解析】黄金三秒。\r\n\
        【材料】顾客等了五天，\r\n很生气。\r\n5. 3.5 秒内要做什么？\r\nA. 应一声 B. 挂断\r\n【答案】A\r\n【解析】先应。\r\n";
    let (bank, notes) = taken("text", text.as_bytes());
    assert_eq!(bank.title.get(&"zh-CN".into()), "客服基础考题");
    let told: Vec<String> = bank
        .questions
        .iter()
        .map(|q| {
            let under = q.material.as_ref().map(|m| m.body.get(&"zh-CN".into()).to_owned()).unwrap_or_default();
            format!("{} {} {} {} [{under}]", q.id, q.level, q.points, told(q).join(" / "))
        })
        .collect();
    insta::assert_snapshot!(told.join("\n"), @"");
    assert_eq!(noted(&notes), ["3 text-between"]);
}

#[test]
fn mistakes_are_told_with_the_line_of_their_question() {
    let text = "1. 没有答案？\nA. 甲\nB. 乙\n2. 没有这个选项？\nA. 甲\nB. 乙\n【答案】D\n3.\n【答案】对\n4. 看不懂？\nA. 甲\nB. 乙\n【答案】第一个\n5. 难？\n【答案】对\n【难度】要命\n";
    let arrival = take("text", text.as_bytes()).expect("text");
    assert_eq!(
        noted(&arrival.notes),
        ["1 sheet-no-answer !", "4 sheet-no-option !", "8 sheet-no-ask !", "10 sheet-answer !", "14 sheet-level !"]
    );
}
