//! `quiz`: every kind of question, answered from a file.

use insta::assert_snapshot;

use crate::desk::Desk;

/// All right; in ids, so the language does not matter, but for typed words.
pub const ALL_RIGHT: &str = r#""kinds/one" = "hello"
"kinds/several" = ["phone", "address"]
"kinds/true" = true
"kinds/seconds" = 3
"kinds/word" = "您好"
"kinds/steps" = ["listen", "look", "say"]
"kinds/match" = { chat = "chat", mail = "mail" }
"kinds/sort" = { check = "may", surely = "must-not" }
"kinds/faults" = ["l2"]
"#;

#[test]
fn a_quiz_all_right() {
    let desk = Desk::at_shelf();
    let answers = desk.answers(&ALL_RIGHT.replace("您好", "hello"));
    assert_snapshot!(desk.run(&["quiz", "kinds", "--answers", &answers]), @"
    ── stderr ──

    陈小满 · All kinds
    Step 1 of 9

    What is to be checked?
    1. Whether five stars will come
    2. The address
    3. The phone
    0. I don't know
    Your answer: The address
    Your answer: The phone

    ✓ Right  2 of 2 points

    ✓ The address  [rightly chosen]
    ✓ The phone  [rightly chosen]
    ✓ Whether five stars will come  [rightly left out]
      Reviews are the customer's business.

    Why: The address and the phone.

    陈小满 · All kinds
    Step 2 of 9

    Put in order.
    1. Look
    2. Listen
    3. Say
    0. I don't know
    Your answer: 1. Listen
    Your answer: 2. Look
    Your answer: 3. Say

    ✓ Right  2 of 2 points

    ✓ Listen → 1
    ✓ Look → 2
    ✓ Say → 3

    Why: Listen, look, then say.

    陈小满 · All kinds
    Step 3 of 9

    Which word comes first?
    Your answer: hello

    ✓ Right  1 of 1 points

    ✓ Your answer: hello

    Why: Hello.

    陈小满 · All kinds
    Step 4 of 9

    Find what is said wrong.
    1. Customer: Anyone there?
    2. Agent: Be quick.
    0. I don't know
    Your answer: Agent: Be quick.

    ✓ Right  2 of 2 points

    ✓ Agent: Be quick.  [rightly chosen]
      It sends people away.

    Why: Do not rush customers.

    陈小满 · All kinds
    Step 5 of 9

    Say hello, then get to work.
    1. True
    2. False
    0. I don't know
    Your answer: True

    ✓ Right  1 of 1 points

    ✓ True  [rightly chosen]

    Why: What a customer hears first is hello.

    陈小满 · All kinds
    Step 6 of 9

    How many golden seconds?
    Your answer: 3 seconds

    ✓ Right  1 of 1 points

    ✓ Your answer: 3 seconds

    Why: Three.

    陈小满 · All kinds
    Step 7 of 9

    What do you say first?
    1. Hello, I am here.
    2. Wait.
    0. I don't know
    Your answer: Hello, I am here.

    ✓ Right  2 of 2 points

    ✓ Hello, I am here.  [rightly chosen]

    Why: Say hello first.

    陈小满 · All kinds
    Step 8 of 9

    What may be said?
    1. I will look it up
    2. No problem for sure
    Right sides:
    1. May be said
    2. Must not be said
    0. I don't know
    Your answer: I will look it up → May be said
    Your answer: No problem for sure → Must not be said

    ✓ Right  2 of 2 points

    ✓ I will look it up → May be said
    ✓ No problem for sure → Must not be said

    Why: No careless promises.

    陈小满 · All kinds
    Step 9 of 9

    Match.
    1. Mail
    2. Chat
    Right sides:
    1. A year
    2. Three seconds
    3. A day
    0. I don't know
    Your answer: Mail → A day
    Your answer: Chat → Three seconds

    ✓ Right  2 of 2 points

    ✓ Chat → Three seconds
    ✓ Mail → A day

    Why: A chat is more urgent than a mail.

    Quiz result
    ✓ Question 1: 2/2  What is to be checked?
    ✓ Question 2: 2/2  Put in order.
    ✓ Question 3: 1/1  Which word comes first?
    ✓ Question 4: 2/2  Find what is said wrong.
    ✓ Question 5: 1/1  Say hello, then get to work.
    ✓ Question 6: 1/1  How many golden seconds?
    ✓ Question 7: 2/2  What do you say first?
    ✓ Question 8: 2/2  What may be said?
    ✓ Question 9: 2/2  Match.
    15 of 15 points (100%)
    ── exit 0 ──
    ");
}

#[test]
fn a_quiz_all_wrong_in_chinese_is_explained() {
    let desk = Desk::at_shelf().in_chinese();
    let answers = desk.answers(
        r#""kinds/one" = "wait"
        "kinds/several" = ["stars", "phone"]
        "kinds/true" = false
        "kinds/seconds" = "６"
        "kinds/word" = "在"
        "kinds/steps" = ["say", "look", "listen"]
        "kinds/match" = { chat = "mail", mail = "never" }
        "kinds/sort" = { check = "must-not", surely = "may" }
        "kinds/faults" = ["l1"]"#,
    );
    assert_snapshot!(desk.run(&["quiz", "bank:kinds", "--answers", &answers]), @"
    ── stderr ──

    陈小满 · 各种题
    第 1 步，共 9 步

    哪些要核对？
    1. 给不给好评
    2. 地址
    3. 电话
    0. 我不知道
    你的回答：给不给好评
    你的回答：电话

    × 答错了  得 0 分（满分 2 分）

    + 地址  [该选，你没选]
    √ 电话  [选对了]
    × 给不给好评  [不该选]
      评价是客户的事。

    为什么：地址和电话。

    陈小满 · 各种题
    第 2 步，共 9 步

    按先后排好。
    1. 查
    2. 听
    3. 说
    0. 我不知道
    你的回答：1. 说
    你的回答：2. 查
    你的回答：3. 听

    × 答错了  得 0 分（满分 2 分）

    × 听 → 3（应为：1）
    √ 查 → 2
    × 说 → 1（应为：3）

    为什么：先听，再查，再说。

    陈小满 · 各种题
    第 3 步，共 9 步

    第一句说哪两个字？
    你的回答：在

    × 答错了  得 0 分（满分 1 分）

    × 你的回答：在；正确答案：您好

    为什么：您好。

    陈小满 · 各种题
    第 4 步，共 9 步

    找出说错的话。
    1. 客户：在吗？
    2. 客服：有事快说。
    0. 我不知道
    你的回答：客户：在吗？

    × 答错了  得 0 分（满分 2 分）

    × 客户：在吗？  [不该选]
    + 客服：有事快说。  [该选，你没选]
      像赶人。

    为什么：别赶客户。

    陈小满 · 各种题
    第 5 步，共 9 步

    先问好，再办事。
    1. 对
    2. 不对
    0. 我不知道
    你的回答：不对

    × 答错了  得 0 分（满分 1 分）

    + 对  [该选，你没选]
    × 不对  [不该选]

    为什么：客户先听到的是问好。

    陈小满 · 各种题
    第 6 步，共 9 步

    黄金几秒？
    你的回答：６ 秒

    × 答错了  得 0 分（满分 1 分）

    × 你的回答：6 秒；正确答案：3 秒

    为什么：黄金三秒。

    陈小满 · 各种题
    第 7 步，共 9 步

    哪一句先说？
    1. 您好，我在。
    2. 等着。
    0. 我不知道
    你的回答：等着。

    × 答错了  得 0 分（满分 2 分）

    + 您好，我在。  [该选，你没选]
    × 等着。  [不该选]
      客户听到的是冷脸。

    为什么：先问好。

    陈小满 · 各种题
    第 8 步，共 9 步

    哪些能说，哪些不能说？
    1. 我帮您查
    2. 肯定没问题
    右边：
    1. 能说
    2. 不能说
    0. 我不知道
    你的回答：我帮您查 → 不能说
    你的回答：肯定没问题 → 能说

    × 答错了  得 0 分（满分 2 分）

    × 我帮您查 → 不能说（应为：能说）
    × 肯定没问题 → 能说（应为：不能说）

    为什么：不随口承诺。

    陈小满 · 各种题
    第 9 步，共 9 步

    配成对。
    1. 邮件
    2. 聊天
    右边：
    1. 一年
    2. 三秒
    3. 一天
    0. 我不知道
    你的回答：邮件 → 一年
    你的回答：聊天 → 一天

    × 答错了  得 0 分（满分 2 分）

    × 聊天 → 一天（应为：三秒）
    × 邮件 → 一年（应为：一天）

    为什么：聊天比邮件急。

    测验结果
    × 第 1 题：0/2  哪些要核对？
    × 第 2 题：0/2  按先后排好。
    × 第 3 题：0/1  第一句说哪两个字？
    × 第 4 题：0/2  找出说错的话。
    × 第 5 题：0/1  先问好，再办事。
    × 第 6 题：0/1  黄金几秒？
    × 第 7 题：0/2  哪一句先说？
    × 第 8 题：0/2  哪些能说，哪些不能说？
    × 第 9 题：0/2  配成对。
    共得 0 分，满分 15 分（0%）
    ── exit 0 ──
    ");
}

#[test]
fn a_shorter_quiz_asks_fewer_and_a_longer_one_no_more_than_there_are() {
    let desk = Desk::at_shelf().in_chinese();
    let answers = desk.answers(ALL_RIGHT);
    let asked = |count: &str| {
        let _ = desk.done(&["quiz", "kinds", "--count", count, "--answers", &answers]);
        let listed = desk.done(&["list", "attempts", "--format", "json"]);
        let listed: serde_json::Value = serde_json::from_str(&listed.out).expect("JSON");
        listed["attempts"][0]["of"].as_u64()
    };
    assert_eq!((asked("2"), asked("9"), asked("99")), (Some(2), Some(9), Some(9)));
}

#[test]
fn a_bank_that_is_not_there() {
    let desk = Desk::at_shelf();
    let answers = desk.answers("");
    assert_snapshot!(desk.run(&["quiz", "kind", "--answers", &answers]), @r#"
    ── stderr ──
    Not done: There is no question bank "kind" for practice.
      What to do: Did you mean kinds?
    ── exit 2 ──
    "#);
    assert_snapshot!(desk.run(&["quiz", "zzz", "--answers", &answers]), @r#"
    ── stderr ──
    Not done: There is no question bank "zzz" for practice.
      What to do: See what there is with onduty list.
    ── exit 2 ──
    "#);
}
