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
    insta::assert_snapshot!(told.join("\n"), @"
    x/q1 1 1 one-of / 首次响应是几秒？ / 三秒内先应一声，
    再慢慢说。 / true 3 秒 / false 10 秒 / false 1 分钟 / false 明天 []
    x/q2 2 2 any-of / 哪些要登记？（多选） / 留得住。 / true 电话 / true 姓名 / false 心情 []
    x/q3 1 1 true-false / 顾客总是对的。 / 有规则。 / false []
    x/q4 1 1 words / 首次响应不超过____秒 / 黄金三秒。 / 3 / 三 []
    x/q5 1 1 one-of / 3.5 秒内要做什么？ / 先应。 / true 应一声 / false 挂断 [顾客等了五天，
    很生气。]
    ");
    assert_eq!(noted(&notes), ["3 text-between", "24 import-material"]);
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

/// Under what each question stands.
fn under(bank: &onduty::model::library::Bank) -> Vec<&str> {
    bank.questions.iter().map(|q| q.material.as_ref().map_or("", |m| m.body.get(&"zh-CN".into()))).collect()
}

#[test]
fn a_material_ends_where_it_is_said_and_what_stands_under_it_is_told() {
    for end in ["【材料完】", "【材料】", "材料结束。", "--------"] {
        let text =
            format!("【材料】\n客户等了五天。\n1. 急吗？\n【答案】对\n\n2. 气吗？\n【答案】对\n{end}\n\n3. 无关？\n【答案】错\n");
        let (bank, notes) = taken("text", text.as_bytes());
        assert_eq!(under(&bank), ["客户等了五天。", "客户等了五天。", ""], "{end}");
        let told = notes.iter().find(|note| note.key == "import-material").expect("told");
        assert_eq!((&told.at, told.args[0].1.as_str()), (&onduty::exchange::Spot::Line(1), "3 6"), "{end}");
    }
    let (bank, notes) = taken("text", "【材料】没人问。\n【材料完】\n1. 无关？\n【答案】错\n【解析】无\n".as_bytes());
    assert_eq!((under(&bank), noted(&notes)), (vec![""], vec!["1 sheet-bare-material".to_owned()]));
}

#[test]
fn an_answer_that_is_a_number_is_right_with_its_unit() {
    let text = "1. 最多赔____元\n【答案】12\n【解析】因\n2. 几天内？\n【答案】7天\n【解析】因\n3. 什么政策？\n【答案】7天无理由\n【解析】因\n4. 第____单\n【答案】1\n【解析】因\n";
    let (bank, notes) = taken("text", text.as_bytes());
    assert_eq!(noted(&notes), ["1 import-number", "4 import-number", "10 import-number"]);
    let right = |n: usize, typed: &str| {
        let question = &bank.questions[n];
        let reply = onduty::model::form::Reply::Typed(typed.to_owned());
        question.read(&reply).is_ok_and(|response| {
            question.credit(&response, &onduty::base::id::Lang::from("zh-CN")) == onduty::base::points::Exact::ONE
        })
    };
    for (n, typed) in [(0, "12"), (0, "12元"), (0, "１２.０ 元"), (1, "7"), (1, "7 天"), (2, "7天无理由"), (3, "1")] {
        assert!(right(n, typed), "{n} {typed}");
    }
    assert!(!right(0, "13元") && !right(2, "7天"));
}

#[test]
fn an_option_without_its_point_is_no_part_of_the_one_before() {
    let bare = "1. 哪个？\nA. 电话\nB. 姓名\nC邮箱\nD. 住址\nCRM 里都有\n【答案】C\n【解析】因\n";
    let (bank, notes) = taken("text", bare.as_bytes());
    assert_eq!(noted(&notes), ["4 text-option-bare"]);
    assert_eq!(told(&bank.questions[0])[3..], ["false 电话", "false 姓名", "true 邮箱", "false 住址\nCRM 里都有"]);
    let twice = "1. 哪个？\nA、电话\nA、姓名\nC、邮箱\n【答案】C\n";
    let arrival = take("text", twice.as_bytes()).expect("text");
    assert_eq!(noted(&arrival.notes), ["3 text-option-doubt", "4 text-option-doubt", "1 sheet-no-option !"]);
    let within = "1. 哪个？\nA. 电话 B. 姓名 C邮箱\n【答案】A\n【解析】因\n";
    assert_eq!(noted(&taken("text", within.as_bytes()).1), ["2 text-option-doubt"]);
}
