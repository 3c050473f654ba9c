//! `onduty` alone, without a terminal: a hint instead of a menu.

use insta::assert_snapshot;

use crate::desk::Desk;

#[test]
fn home_without_a_terminal_says_what_to_do_instead() {
    assert_snapshot!(Desk::new().run(&[]), @r"
    ── stderr ──
    Not done: There is no terminal window here that can be typed in.
      What to do: Run it in a terminal window, or give the answers with --answers FILE.
    ── exit 2 ──
    ");
    assert_snapshot!(Desk::new().in_chinese().run(&[]), @r"
    ── stderr ──
    没办成：这里没有可以按键的终端窗口。
    　怎么办：在终端窗口里直接运行；或用 --answers 文件 提供回答。
    ── exit 2 ──
    ");
}

#[test]
fn home_with_nobody_enrolled_says_how_to_enrol() {
    assert_snapshot!(Desk::empty().run(&[]), @r"
    ── stderr ──
    Not done: Nobody has said who you are.
      What to do: Enrol with onduty learner add NAME, then say who you are with --as NAME.
    ── exit 2 ──
    ");
}

#[test]
fn help_is_what_learners_need() {
    assert_snapshot!(Desk::empty().run(&["--help"]), @"
    On duty: take courses, rehearse conversations, earn the licence to work. Without a command, opens
    home.

    Usage: onduty [COMMAND] [OPTIONS]

    Commands:
      learn     Take a course
      quiz      Answer questions, each one explained
      practise  Talk with a customer, then hear how it went
      review    What you missed comes back before you forget it
      resume    Go on where you left off
      progress  Where you stand and what comes next
      show      Read one attempt again from the start
      glossary  What the words of the trade mean
      remark    Tell the trainer that an item is wrong
      exam      Sit the exam of a licence
      result    What an exam came to
      switch    Another person uses this computer
      trainer   The trainer's commands
      manager   The manager's commands
      appeal    Appeal against an exam's result; for managers: list, look at and decide appeals

          --as <LEARNER>     Who is here: name, staff number or id (or ONDUTY_LEARNER)
          --library <DIR>    A folder of courseware; may be repeated (ONDUTY_LIBRARY)
          --store <URL>      Where records are kept: a file, or memory: (ONDUTY_STORE)
          --lang <zh-CN|en>  Language: zh-CN or en (ONDUTY_LANG)
          --format <FORMAT>  Output for people (text) or for programs (json)
          --color <COLOR>    Colour: auto, always, never (NO_COLOR is honoured)
          --plain            Only append lines: for screen readers and simple terminals
      -h, --help             Show this help
      -V, --version          Show the version

    For trainers: onduty trainer    For managers: onduty manager
    First time? Type just onduty and press Enter.
    ── exit 0 ──
    ");
    assert_snapshot!(Desk::empty().in_chinese().run(&["--help"]), @"
    上岗：学课程、练对话、考上岗证。不带命令就打开主页。

    用法：onduty [命令] [选项]

    命令：
      learn     学一门课程
      quiz      做题，每题都有讲解
      practise  和顾客对话一场，练完有复盘
      review    复习：错过的题、没说好的话，快忘时再来一次
      resume    接着上次没做完的继续
      progress  看看学到哪儿了、下一步做什么
      show      把某一次从头再看一遍
      glossary  查名词：行里的词是什么意思
      remark    我觉得有道题不对，告诉培训师
      exam      考上岗证
      result    看一场考试的结果
      switch    换一个人使用这台电脑
      trainer   培训师的命令
      manager   主管的命令
      appeal    对考试结果提出申诉；主管：列出、查看、决定申诉

          --as <LEARNER>     谁在用：姓名、工号或编号（也可用环境变量 ONDUTY_LEARNER）
          --library <DIR>    课件文件夹，可以写多个（ONDUTY_LIBRARY）
          --store <URL>      记录存在哪里：一个文件，或 memory:（ONDUTY_STORE）
          --lang <zh-CN|en>  语言：zh-CN 或 en（ONDUTY_LANG）
          --format <FORMAT>  输出给人看（text）还是给程序用（json）
          --color <COLOR>    颜色：auto、always、never（NO_COLOR 也认）
          --plain            只往下追加文字，适合读屏软件和简易终端
      -h, --help             显示这份帮助
      -V, --version          显示版本

    培训师的命令：onduty trainer　　主管的命令：onduty manager
    第一次用？只输入 onduty，按回车。
    ── exit 0 ──
    ");
}

#[test]
fn trainers_and_managers_have_their_own_lists() {
    assert_snapshot!(Desk::empty().run(&["trainer"]), @"
    The trainer's commands:

      onduty list     List courses, banks, scenarios, stations, licences,
                      objectives
      onduty new      Begin a piece of courseware: a scenario, station, bank,
                      course …
      onduty check    Find every mistake in courseware at once
      onduty explain  Explain a finding's code
      onduty tidy     Mend how a file is written: encoding, full-width signs; shown
                      before it is changed
      onduty schema   What can be written in courseware, for editors
      onduty preview  Look at a scenario: what each reply does; jump, step back,
                      set variables; no record
      onduty test     Walk every written walk: does it come out right, and what was
                      never walked
      onduty analyse  Work out a role-play or a licence's exam: can it be passed,
                      bluffed, is it fair
      onduty graph    Draw a scenario as a picture
      onduty import   Turn questions and role-plays from Excel, CSV, GIFT or text
                      into courseware
      onduty export   Write a bank or scenario as Excel, CSV or GIFT
      onduty stats    What recorded marks say: too hard, too easy, does not
                      separate
      onduty wording  What was written to customers: which rules it breaks, where,
                      and how quickly it was answered
      onduty note     Leave a word about a learner's attempt
      onduty replay   Step through a conversation on a projector
      onduty remarks  What learners found wrong: read and answer it

    How to use one: onduty COMMAND --help
    ── exit 0 ──
    ");
    assert_snapshot!(Desk::empty().in_chinese().run(&["manager"]), @"
    主管的命令：

      onduty learner      学员名册
      onduty assign       安排课程或上岗证：给谁、到哪天
      onduty group        班组进度
      onduty report       报告：班组、个人、上岗证、周报、培训档案
      onduty send         把这台电脑上新的记录写成一个文件，带给主管台
      onduty collect      把别的电脑送来的收进来，逐份核对
      onduty refusals     别的电脑送来、没有收的：查清以后签名答复
      onduty staff        培训师、考官、发证人
      onduty key          机构的发证密钥
      onduty sitting      考试日：把考生排到考场，试卷封好
      onduty observe      现场看考生操作，逐项打分
      onduty mark         读考试里自己写的回复，认可或推翻程序的判断
      onduty decide       裁定差一点点的考试，或两位考官的分歧
      onduty void         宣布一场考试作废
      onduty grant        多给一次考试机会
      onduty regrade      重新判分：按当时的内容应当不变；也可看按今天的内容谁会不
                          一样
      onduty issue        发上岗证
      onduty renew        学完复训课程后换证
      onduty suspend      暂停一张证
      onduty reinstate    恢复暂停的证
      onduty revoke       吊销一张证，不能再恢复
      onduty fulfil       签字说明临时证的条件已满足
      onduty confirm      当第二个人：确认别人提出的事
      onduty waive        在别处学过的课，可以免修
      onduty cut          推算及格线的依据：凭评委估计，或凭考官评分
      onduty licences     列出发过的证
      onduty verify       核验上岗证文件，不需要任何记录
      onduty audit        把存下来的东西从头到尾查一遍：有没有被改、被删、对不上的
      onduty backup       把全部记录备份成一个文件，边用边备
      onduty restore      用备份换下现在的记录
      onduty retention    封存之外、到期该清的资料：看看，或者清掉
      onduty status       写出签过名的吊销名单和暂停名单
      onduty wording      查聊天记录里不该说的话、回得快不快：哪一条、哪几个字、该
                          怎么说
      onduty completions  生成命令行自动补全脚本
      onduty appeal       对考试结果提出申诉；主管：列出、查看、决定申诉

    每个命令怎么用：onduty 命令名 --help
    ── exit 0 ──
    ");
}

#[test]
fn the_version_is_the_crates_own() {
    let ran = Desk::empty().done(&["--version"]);
    assert_eq!(ran.out.trim(), format!("onduty {}", env!("CARGO_PKG_VERSION")));
    assert_eq!(ran.err, "");
}
