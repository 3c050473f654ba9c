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
    insta::assert_snapshot!(told.join("\n"), @"");
    insta::assert_snapshot!(noted(&notes).join("\n"), @"");
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
