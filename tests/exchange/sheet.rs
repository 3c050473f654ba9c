//! Question sheets in: headers in any order and language, answers in any spelling, every mistake at once with its row.

use super::{noted, take, taken, told};

fn lines(bank: &onduty::model::library::Bank) -> String {
    bank.questions
        .iter()
        .map(|q| format!("{} {} {} {}", q.id, q.level, q.points, told(q).join(" / ")))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn a_trainers_sheet_comes_whole() {
    let sheet = "客服试题,,,,,,,,,\n\
        题型,题干,选项A,选项B,选项C,选项D,正确答案,解析,分值,难度\n\
        单选题,先做什么？,问候,报价,,,A,先应一声。,2,易\n\
        多选,哪些要登记？,电话,姓名,心情,,\"A，B\",留得住。,3分,中\n\
        判断题,顾客总是对的。,,,,,×,有规则。,1,3\n\
        填空,首次响应不超过____秒,,,,,3；三,黄金三秒。,,\n\
        数字,几秒？,,,,,3±1秒,黄金三秒。,,\n\
        排序,排好,中,首,末,,BAC,顺着来。,,\n\
        连线题,配好,退货→七天,换货→十五天,→一年,,,规则。,,\n\
        ,多选还是单选？,甲,乙,丙,,ac,看答案。,,\n\
        ,对吗？,正确,错误,,,B,看答案。,,\n";
    let (bank, notes) = taken("csv", sheet.as_bytes());
    assert_eq!(noted(&notes), [""; 0]);
    assert_eq!(bank.title.get(&"zh-CN".into()), "客服试题");
    insta::assert_snapshot!(lines(&bank), @"
    x/q1 1 2 one-of / 先做什么？ / 先应一声。 / true 问候 / false 报价
    x/q2 2 3 any-of / 哪些要登记？ / 留得住。 / true 电话 / true 姓名 / false 心情
    x/q3 3 1 true-false / 顾客总是对的。 / 有规则。 / false
    x/q4 1 1 words / 首次响应不超过____秒 / 黄金三秒。 / 3 / 三
    x/q5 1 1 number / 几秒？ / 黄金三秒。 / 3 ± 1
    x/q6 1 1 order / 排好 / 顺着来。 / 首 / 中 / 末
    x/q7 1 1 pairs / 配好 / 规则。 / 退货 ⇢ 七天 / 换货 ⇢ 十五天 / 一年
    x/q8 1 1 any-of / 多选还是单选？ / 看答案。 / true 甲 / false 乙 / true 丙
    x/q9 1 1 true-false / 对吗？ / 看答案。 / false
    ");
}

#[test]
fn headers_stand_in_any_order_and_in_english_and_what_is_not_known_is_noted() {
    let sheet = "Answer,B,Question,备注,Explanation,A,Type,解析\r\n1,no,Is it so?,x,Because.,yes,true/false,\r\nB,late,When?,,So.,now,single,\r\n";
    let (bank, notes) = taken("csv", sheet.as_bytes());
    assert_eq!(noted(&notes), ["1 sheet-column"]);
    insta::assert_snapshot!(lines(&bank), @"
    x/q1 1 1 true-false / Is it so? / Because. / true
    x/q2 1 1 one-of / When? / So. / false now / true late
    ");
}

#[test]
fn what_stands_under_a_material_names_it_or_follows_it() {
    let follows = "题型,题干,正确答案,解析\n材料题,顾客等了五天。,,\n判断,急吗？,对,急\n判断,气吗？,对,气\n,,,\n判断,无关？,错,无\n材料,没人问。,,\n";
    let (bank, notes) = taken("csv", follows.as_bytes());
    let under: Vec<_> = bank.questions.iter().map(|q| q.material.as_ref().map(|m| m.body.get(&"zh-CN".into()))).collect();
    assert_eq!(under, [Some("顾客等了五天。"), Some("顾客等了五天。"), None]);
    assert_eq!(noted(&notes), ["2 import-material", "7 sheet-bare-material"]);
    let named = "编号,题型,题干,正确答案,解析,材料\nm1,材料题,顾客等了五天。,,,\n,判断,急吗？,对,急,m1\n,判断,无关？,错,无,\n,判断,另一段？,对,是,另一段\n";
    let (bank, notes) = taken("csv", named.as_bytes());
    let under: Vec<_> = bank.questions.iter().map(|q| q.material.as_ref().map(|m| m.body.get(&"zh-CN".into()))).collect();
    assert_eq!(under, [Some("顾客等了五天。"), None, Some("另一段")]);
    assert_eq!(noted(&notes), [""; 0], "who names it knows it");
    let ended = "题型,题干,正确答案,解析\n材料题,顾客等了五天。,,\n判断,急吗？,对,急\n材料完,,,\n判断,无关？,错,无\n";
    let (bank, notes) = taken("csv", ended.as_bytes());
    assert_eq!(bank.questions.iter().map(|q| q.material.is_some()).collect::<Vec<_>>(), [true, false]);
    assert_eq!((noted(&notes), notes[0].args[0].1.as_str()), (vec!["2 import-material".to_owned()], "3"));
}

#[test]
fn a_number_to_fill_in_is_a_number() {
    let sheet = "题型,题干,正确答案,解析,单位,误差\n填空,赔多少？,12元,因,,\n填数,赔多少？,12,因,元,\n计算,几秒？,3,因,,1\n填空,几秒？,3秒,因,,1\n填空,编号？,007,因,,\n";
    let (bank, notes) = taken("csv", sheet.as_bytes());
    assert_eq!(noted(&notes), ["2 import-number", "5 import-number"]);
    let brief: Vec<String> = bank.questions.iter().map(|q| format!("{} {}", q.kind.name(), told(q)[3])).collect();
    assert_eq!(brief, ["number 12 ± 0", "number 12 ± 0", "number 3 ± 1", "number 3 ± 1", "words 007"]);
}

#[test]
fn every_mistake_is_told_at_once_with_its_row() {
    let sheet = "题型,题干,A,B,正确答案,解析,分值,难度\n\
        单选,一,甲,乙,AB,因,1,1\n单选,二,甲,乙,D,因,1,1\n单选,三,甲,乙,,因,1,1\n判断,四,,,也许,因,1,1\n谜语,五,,,A,因,1,1\n\
        单选,,甲,乙,A,因,1,1\n单选,七,甲,乙,A,因,很多,极难\n数字,八,,,三,因,1,1\n排序,九,甲,乙,A,因,1,1\n配对,十,甲,乙,,因,1,1\n\
        多选,十一,甲,乙,什么,因,1,1\n问答,十二,,,随便,因,1,1\n";
    let arrival = take("csv", sheet.as_bytes()).expect("a table");
    assert_eq!(arrival.text, "");
    insta::assert_snapshot!(noted(&arrival.notes).join("\n"), @"
    2 sheet-one-right !
    3 sheet-no-option !
    4 sheet-no-answer !
    5 sheet-verdict !
    6 sheet-kind !
    7 sheet-no-ask !
    8 sheet-points !
    8 sheet-level !
    9 sheet-number !
    10 sheet-order !
    11 sheet-sides !
    12 sheet-answer !
    13 gift-essay
    ");
}
