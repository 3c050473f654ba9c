//! GIFT in: each kind as ours, and every loss with its line.

use super::{noted, take, taken, told};

const SOME: &str = "\
// question: 1
$CATEGORY: $course$/top/售后规范

// [id:golden] [tag:迎接]
::黄金三秒::[html]<p>首次响应的<b>黄金时间</b>是？</p>{
=3 秒#应得快
~10 秒#太慢
~%50%5 秒
####三秒内先应一声。}

哪些要先道歉？{~%50%错发 ~%50%漏发 ~%-100%好评}

哪些要登记？{~%50%电话 ~%50%姓名 ~%-50%心情 ~天气}

::wild::顾客说“算了”，就是满意。{F#再想想 #对，要追问 }

几秒内响应？{#3:1}

几度？{#=20:2#好 =%50%20:5 ~#不对}

单位？{=秒 =%80%分钟 =*钟 =second#英文}

配对 {=退货 -> 七天 =换货 -> 十五天 = -> 一年}

选一个 {=甲 =乙 ~丙}

请谈谈你的看法。{}

以下是说明。

坏的 {=a ~b

也坏 {~%33%a ~b}

不是数字 {#1,000}

// end
";

#[test]
fn each_kind_comes_as_ours_and_every_loss_has_its_line() {
    let (bank, notes) = taken("gift", SOME.as_bytes());
    assert_eq!(bank.title.get(&"zh-CN".into()), "售后规范");
    let told: Vec<String> = bank.questions.iter().map(|q| format!("{}: {}", q.id, told(q).join(" / "))).collect();
    insta::assert_snapshot!(told.join("\n"), @"
    x/golden: one-of / 首次响应的黄金时间是？ / 三秒内先应一声。 / true 3 秒 | 应得快 / false 10 秒 | 太慢 / false 5 秒
    x/q2: any-of / 哪些要先道歉？ / 错发；漏发 / true 错发 / true 漏发 / false 好评
    x/q3: any-of / 哪些要登记？ / 电话；姓名 / true 电话 / true 姓名 / false 心情 / false 天气
    x/wild: true-false / 顾客说“算了”，就是满意。 / 对，要追问
    再想想 / false
    x/q5: number / 几秒内响应？ / 3 / 3 ± 1
    x/q6: number / 几度？ / 不对
    好 / 20 ± 2
    x/q7: words / 单位？ / 英文 / 秒 / second
    x/q8: pairs / 配对 / 退货 → 七天；换货 → 十五天 / 退货 ⇢ 七天 / 换货 ⇢ 十五天 / 一年
    x/q9: any-of / 选一个 / 甲；乙 / true 甲 / true 乙 / false 丙
    ");
    insta::assert_snapshot!(noted(&notes).join("\n"), @"
    5 gift-partial
    5 gift-tags
    5 gift-html
    5 gift-name
    13 gift-shares
    15 gift-feedback
    19 gift-partial
    19 gift-feedback
    21 gift-partial
    21 gift-wildcard
    21 gift-feedback
    25 gift-several
    27 gift-essay
    29 gift-description
    31 gift-brace !
    33 gift-weight !
    35 gift-number !
    11 import-no-why
    13 import-no-why
    17 import-no-why
    23 import-no-why
    25 import-no-why
    ");
}

#[test]
fn a_question_without_explanation_is_explained_by_its_key() {
    let (bank, notes) = taken("gift", "a{T}\n\nb{=x ~y}\n\nc{~%50%x ~%50%y ~%-100%z}\n\nd{=l->r =m->s}\n\ne{#3}".as_bytes());
    let whys: Vec<_> = bank.questions.iter().map(|q| q.why.get(&"zh-CN".into())).collect();
    assert_eq!(whys, ["对", "x", "x；y", "l → r；m → s", "3"]);
    assert_eq!(noted(&notes), ["1 import-no-why", "3 import-no-why", "5 import-no-why", "7 import-no-why", "9 import-no-why"]);
}

#[test]
fn ids_are_taken_where_they_can_be_and_are_free() {
    let text = "// [id:a]\nx{T}\n\n::a::y{T}\n\n::Ünique::z{T}\n\n// [id:q5]\nu{F}\n\nv{F}";
    let (bank, notes) = taken("gift", text.as_bytes());
    let ids: Vec<_> = bank.questions.iter().map(|q| q.id.as_str()).collect();
    assert_eq!(ids, ["x/a", "x/q2", "x/q3", "x/q5", "x/q6"]);
    assert_eq!(noted(&notes).iter().filter(|n| n.ends_with("import-id")).count(), 2);
}

#[test]
fn a_file_without_questions_brings_nothing_but_says_why() {
    let arrival = take("gift", "只是说明\n\n坏 {".as_bytes()).expect("text");
    assert_eq!((arrival.text.as_str(), noted(&arrival.notes)), ("", vec!["1 gift-description".into(), "3 gift-brace !".into()]));
}
