//! The rules, as a newcomer reads them before the exam.

use onduty::locale::{Tongue, Words};
use onduty::model::licence::{Disclose, Independence, RedLine};
use onduty::model::span::Span;
use onduty::report::rules::{Drawn, Reader, rules};

use super::shown;
use super::trial::shelf;

fn read(tongue: Tongue, window: usize, licence: &str, left: usize) -> String {
    let library = shelf();
    let words = Words::new(tongue);
    let scheme = &library.licences[&licence.into()];
    let reader = Reader { words: &words, lang: &tongue.lang() };
    shown(tongue, window, &rules(scheme, left, Drawn::of(&library, scheme), reader))
}

#[test]
fn an_exam_of_all_parts() {
    insta::assert_snapshot!(read(Tongue::Zh, 80, "test-licence", 2), @"
    考前须知：小书架上岗证

    先花两分钟看完，不计时。看完还有两道不计分的热身题；按了“开始”，考试才算数。

    部分        内容                限时     占总分  最低
    理论        4 题                10 分钟  30%     50%
    情景与实操  2 段对话、1 个考站  20 分钟  70%     50%

    怎样算过：各部分都到最低线，总分到 70 分（满分 100），没有触碰红线，也没有漏掉
      关键步骤。按精确分数比，不四舍五入。
    及格线依据：及格线 70 分是单位自定的，没有评委估计或评分的记录。
    只差一点：总分不到 70 分但不低于 65 分，别的都达标：先不算过也不算没过，由考官
      决定，不用等也不用重考。
    红线：对话里说了绝不能说的、做了绝不能做的，整场不过，别的分再高也一样。
    关键步骤：考站里有几步关系到安全或根本，漏掉一步，整场不过。
    考站打分：由一位考官当场打分。

    能不能改：理论有答题卡：可以跳题、做标记、回头改，交卷前以最后一次为准；没答的
      记 0 分。对话只能往前，说出去的话收不回。
    时间：每部分从看到第一题起计时，时间到就收卷，已答的都算。整场最多 2 小时。
    中途断了：断电、关窗口都不丢答案，但时钟照走。尽快输入 onduty exam test-licence
      接着考。
    练习：考完之前，练习和以前的复盘先关上。

    次数：连这一次还可以考 2 次。按下“开始”就算一次。
    没过的话：每次没过，等 1 天再考。次数用完，要由考官另批。
    能看到什么：过没过、各部分得分、该加强的能力和目标、触犯了哪条规则。题目答案不
      公布。
    谁说了算：过不过按上面的规则算出来，只差一点的由考官决定；上岗证由发证人签发。
      这场考试没有监考，上岗证上会写明。教过你或考过你的人不能给你签发。
    觉得不对：向考官或主管提出，报上考试编号。题、答案、规则都有存档，可以逐项重
      算。出结果后 14 天内可以申诉，收到申诉后 14 天内答复。
    有效期：签发之日起 12 个月；到期前 30 天起可以续期。
    依据：分数线、次数和期限是本单位自己定的。
    ");
    insta::assert_snapshot!(read(Tongue::En, 80, "test-licence", 2), @"
    Before the exam: The licence of the small shelf

    Take two minutes for this; no clock runs yet. Two warm-up items follow that do
    not count. The exam begins when you press “start”.

    Part                     What                     Time        Weight  At least
    Theory                   4 questions              10 minutes  30%     50%
    Role-plays and stations  2 role-plays, 1 station  20 minutes  70%     50%

    To pass: Reach the least mark of every part and 70 of 100 in all, cross no red
      line, miss no critical step. Exact marks are compared; nothing is rounded up.
    Basis: The mark of 70 is policy: it rests on no record of judges or ratings.
    Just below: Below 70 but not below 65, with all else in order: neither passed
      nor failed. An examiner decides; no waiting, no new exam.
    Red lines: Saying or doing in a role-play what must never be said or done fails
      the exam, whatever else you earn.
    Critical steps: A few steps at the stations are about safety or what matters
      most. Missing one fails the exam.
    At the stations: One examiner marks you as you work.

    Changing answers: Theory has an answer sheet: skip, mark for later, go back and
      change; the last answer counts, an open one earns 0. Role-plays go forward
      only; what you said is said.
    Time: Each part's clock starts with its first item. When it is up, what you
      have answered counts. The whole exam: 2 hours at most.
    If you are cut off: No answer is lost by a power cut or a closed window, but
      the clock goes on. Type onduty exam test-licence as soon as you can.
    Practice: Until the exam is over, practice and earlier debriefs are closed.

    Attempts: 2 left, with this one. Pressing “start” counts as one.
    If you do not pass: You wait 1 day before the next exam. After the last one an
      examiner has to grant another.
    What you will see: Passed or not, the mark of each part, skills and objectives
      to work on, rules broken. No answers to questions.
    Who decides: The result follows from these rules; just below the mark an
      examiner decides. An issuer issues the licence. Nobody supervises this exam;
      the licence will say so. Whoever taught or examined you may not issue it.
    If you disagree: Tell an examiner or manager, with the number of the exam.
      Questions, answers and rules are kept, so everything can be worked out again.
      You may appeal within 14 days of the result; the answer comes within 14 days
      of the appeal.
    How long it holds: 12 months from the day of issue; it can be renewed in the
      last 30 days.
    Where this comes from: Marks, numbers and times are this house's own rules.
    ");
    insta::assert_snapshot!(read(Tongue::Zh, 40, "test-licence", 2), @"
    考前须知：小书架上岗证

    先花两分钟看完，不计时。看完还有两道不
    计分的热身题；按了“开始”，考试才算
    数。

    理论
      内容 4 题 · 限时 10 分钟
      占总分 30% · 最低 50%
    情景与实操
      内容 2 段对话、1 个考站
      限时 20 分钟 · 占总分 70%
      最低 50%

    怎样算过：各部分都到最低线，总分到
      70 分（满分 100），没有触碰红线，也没
      有漏掉关键步骤。按精确分数比，不四舍
      五入。
    及格线依据：及格线 70 分是单位自定的，
      没有评委估计或评分的记录。
    只差一点：总分不到 70 分但不低于
      65 分，别的都达标：先不算过也不算没
      过，由考官决定，不用等也不用重考。
    红线：对话里说了绝不能说的、做了绝不能
      做的，整场不过，别的分再高也一样。
    关键步骤：考站里有几步关系到安全或根
      本，漏掉一步，整场不过。
    考站打分：由一位考官当场打分。

    能不能改：理论有答题卡：可以跳题、做标
      记、回头改，交卷前以最后一次为准；没
      答的记 0 分。对话只能往前，说出去的话
      收不回。
    时间：每部分从看到第一题起计时，时间到
      就收卷，已答的都算。整场最多 2 小时。
    中途断了：断电、关窗口都不丢答案，但时
      钟照走。尽快输入
      onduty exam test-licence 接着考。
    练习：考完之前，练习和以前的复盘先关
      上。

    次数：连这一次还可以考 2 次。按下“开
      始”就算一次。
    没过的话：每次没过，等 1 天再考。次数用
      完，要由考官另批。
    能看到什么：过没过、各部分得分、该加强
      的能力和目标、触犯了哪条规则。题目答
      案不公布。
    谁说了算：过不过按上面的规则算出来，只
      差一点的由考官决定；上岗证由发证人签
      发。这场考试没有监考，上岗证上会写
      明。教过你或考过你的人不能给你签发。
    觉得不对：向考官或主管提出，报上考试编
      号。题、答案、规则都有存档，可以逐项
      重算。出结果后 14 天内可以申诉，收到
      申诉后 14 天内答复。
    有效期：签发之日起 12 个月；到期前
      30 天起可以续期。
    依据：分数线、次数和期限是本单位自己定
      的。
    ");
    insta::assert_snapshot!(read(Tongue::En, 40, "test-licence", 2), @"
    Before the exam: The licence of the
    small shelf

    Take two minutes for this; no clock
    runs yet. Two warm-up items follow that
    do not count. The exam begins when you
    press “start”.

    Theory
      What 4 questions · Time 10 minutes
      Weight 30% · At least 50%
    Role-plays and stations
      What 2 role-plays, 1 station
      Time 20 minutes · Weight 70%
      At least 50%

    To pass: Reach the least mark of every
      part and 70 of 100 in all, cross no
      red line, miss no critical step.
      Exact marks are compared; nothing is
      rounded up.
    Basis: The mark of 70 is policy: it
      rests on no record of judges or
      ratings.
    Just below: Below 70 but not below 65,
      with all else in order: neither
      passed nor failed. An examiner
      decides; no waiting, no new exam.
    Red lines: Saying or doing in a
      role-play what must never be said or
      done fails the exam, whatever else
      you earn.
    Critical steps: A few steps at the
      stations are about safety or what
      matters most. Missing one fails the
      exam.
    At the stations: One examiner marks you
      as you work.

    Changing answers: Theory has an answer
      sheet: skip, mark for later, go back
      and change; the last answer counts,
      an open one earns 0. Role-plays go
      forward only; what you said is said.
    Time: Each part's clock starts with its
      first item. When it is up, what you
      have answered counts. The whole exam:
      2 hours at most.
    If you are cut off: No answer is lost
      by a power cut or a closed window,
      but the clock goes on. Type
      onduty exam test-licence as soon as
      you can.
    Practice: Until the exam is over,
      practice and earlier debriefs are
      closed.

    Attempts: 2 left, with this one.
      Pressing “start” counts as one.
    If you do not pass: You wait 1 day
      before the next exam. After the last
      one an examiner has to grant another.
    What you will see: Passed or not, the
      mark of each part, skills and
      objectives to work on, rules broken.
      No answers to questions.
    Who decides: The result follows from
      these rules; just below the mark an
      examiner decides. An issuer issues
      the licence. Nobody supervises this
      exam; the licence will say so.
      Whoever taught or examined you may
      not issue it.
    If you disagree: Tell an examiner or
      manager, with the number of the exam.
      Questions, answers and rules are
      kept, so everything can be worked out
      again. You may appeal within 14 days
      of the result; the answer comes
      within 14 days of the appeal.
    How long it holds: 12 months from the
      day of issue; it can be renewed in
      the last 30 days.
    Where this comes from: Marks, numbers
      and times are this house's own rules.
    ");
}

#[test]
fn stations_alone_under_two_examiners() {
    insta::assert_snapshot!(read(Tongue::Zh, 80, "hands", 1), @"
    考前须知：动手上岗证

    先花两分钟看完。按了“开始”，考试才算数。

    部分  内容      限时      占总分  最低
    实操  2 个考站  考官计时  100%    60%

    怎样算过：各部分都到最低线，总分到 60 分（满分 100），没有漏掉关键步骤。按精确
      分数比，不四舍五入。
    及格线依据：及格线 60 分是单位自定的，没有评委估计或评分的记录。
    关键步骤：考站里有几步关系到安全或根本，漏掉一步，整场不过。
    考站打分：由 2 位考官各打各的；相差超过 10 个百分点，或对关键步骤看法不同，由第
      三位决定。

    时间：考官给每个考站计时。整场最多 1 天。
    练习：考完之前，练习和以前的复盘先关上。

    次数：连这一次还可以考 1 次。按下“开始”就算一次。
    没过的话：次数用完，要由考官另批。
    能看到什么：过没过、各部分得分、该加强的能力和目标、触犯了哪条规则。题目答案不
      公布。
    谁说了算：过不过按上面的规则算出来；上岗证由发证人签发。教过你或考过你的人不能
      给你签发。
    觉得不对：七天之内找店长。出结果后 14 天内可以申诉，收到申诉后 14 天内答复。
    有效期：签发之日起 180 天。
    依据：分数线、次数和期限是本单位自己定的。
    ");
    insta::assert_snapshot!(read(Tongue::En, 80, "hands", 1), @"
    Before the exam: The hands-on licence

    Take two minutes for this. The exam begins when you press “start”.

    Part      What        Time             Weight  At least
    Stations  2 stations  by the examiner  100%    60%

    To pass: Reach the least mark of every part and 60 of 100 in all, miss no
      critical step. Exact marks are compared; nothing is rounded up.
    Basis: The mark of 60 is policy: it rests on no record of judges or ratings.
    Critical steps: A few steps at the stations are about safety or what matters
      most. Missing one fails the exam.
    At the stations: 2 examiners mark you apart. Where they differ by more than
      10 percent, or over a critical step, a third decides.

    Time: The examiner times each station. The whole exam: 1 day at most.
    Practice: Until the exam is over, practice and earlier debriefs are closed.

    Attempts: 1 left, with this one. Pressing “start” counts as one.
    If you do not pass: After the last one an examiner has to grant another.
    What you will see: Passed or not, the mark of each part, skills and objectives
      to work on, rules broken. No answers to questions.
    Who decides: The result follows from these rules. An issuer issues the licence.
      Whoever taught or examined you may not issue it.
    If you disagree: See the manager within seven days. You may appeal within
      14 days of the result; the answer comes within 14 days of the appeal.
    How long it holds: 180 days from the day of issue.
    Where this comes from: Marks, numbers and times are this house's own rules.
    ");
}

#[test]
fn what_a_scheme_may_say_otherwise() {
    let library = shelf();
    let mut scheme = library.licences[&"test-licence".into()].clone();
    scheme.result.attempts = 5;
    scheme.result.wait = vec![Span::parse("1d").expect("a day"), Span::parse("36h").expect("hours")];
    scheme.result.borderline = 0;
    scheme.result.feedback = Disclose::Full;
    scheme.conduct.independence = Independence::None;
    scheme.practice.as_mut().expect("it has one").red_line = RedLine::Zero;
    scheme.sources =
        vec!["《客户服务流程规范》 工程师认证制度".into(), "project".into(), "《客户服务流程规范》 工程师认证制度".into()];
    let words = Words::new(Tongue::Zh);
    let text = shown(Tongue::Zh, 200, &rules(&scheme, 5, Drawn::default(), Reader { words: &words, lang: &"zh-CN".into() }));
    let line = |name: &str| text.lines().find(|l| l.starts_with(name)).unwrap_or_default().to_owned();
    insta::assert_snapshot!(["没过的话", "红线", "能看到什么", "谁说了算", "依据"].map(line).join("\n"), @"
    没过的话：第 1 次没过，等 1 天再考；第 2 次没过，等 1 天 12 小时再考；以后每次等 1 天 12 小时。次数用完，要由考官另批。
    红线：对话里说了绝不能说的、做了绝不能做的，那段对话记 0 分。
    能看到什么：过没过、各部分得分，还有每一题的答案和讲解、每段对话的复盘。
    谁说了算：过不过按上面的规则算出来；上岗证由发证人签发。这场考试没有监考，上岗证上会写明。教过你或考过你的人也可以给你签发，上岗证上会写明。
    依据：《客户服务流程规范》 工程师认证制度；其余的分数线、次数和期限是本单位自己定的。
    ");
    assert!(!text.contains("只差一点"));
    scheme.result.wait.clear();
    let text = shown(Tongue::Zh, 200, &rules(&scheme, 5, Drawn::default(), Reader { words: &words, lang: &"zh-CN".into() }));
    assert!(text.contains("没过的话：马上就可以再考。次数用完"));
}

#[test]
fn what_is_written_and_what_is_timed_is_said_beforehand() {
    use std::path::Path;

    use onduty::content::{files::Root, load};

    let of = |folder: &str| load(vec![Root::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder))]).library;
    let written = of("tests/lobby");
    let scheme = written.licences.values().next().expect("one");
    let drawn = Drawn::of(&written, scheme);
    assert!(drawn.written && !drawn.timed, "{drawn:?}");
    let words = Words::new(Tongue::En);
    let text = shown(Tongue::En, 200, &rules(scheme, 1, drawn, Reader { words: &words, lang: &"en".into() }));
    assert!(text.contains("Some replies you write yourself") && !text.contains("with a countdown"), "{text}");
    let shelf = shelf();
    let scheme = &shelf.licences[&"test-licence".into()];
    assert_eq!(Drawn::of(&shelf, scheme), Drawn::default());
    let shipped = onduty::content::load_shipped().library;
    let timed = shipped.licences.values().filter(|scheme| Drawn::of(&shipped, scheme).timed).count();
    assert!(timed > 0, "exams draw talks with clocks");
}
