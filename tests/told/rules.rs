//! The rules, as a newcomer reads them before the exam.

use onduty::locale::{Tongue, Words};
use onduty::model::licence::{Disclose, Independence, RedLine};
use onduty::model::span::Span;
use onduty::report::rules::{Reader, rules};

use super::shown;
use super::trial::shelf;

fn read(tongue: Tongue, window: usize, licence: &str, left: usize) -> String {
    let library = shelf();
    let words = Words::new(tongue);
    shown(tongue, window, &rules(&library.licences[&licence.into()], left, Reader { words: &words, lang: &tongue.lang() }))
}

#[test]
fn an_exam_of_all_parts() {
    insta::assert_snapshot!(read(Tongue::Zh, 80, "test-licence", 2), @"");
    insta::assert_snapshot!(read(Tongue::En, 80, "test-licence", 2), @"");
    insta::assert_snapshot!(read(Tongue::Zh, 40, "test-licence", 2), @"");
    insta::assert_snapshot!(read(Tongue::En, 40, "test-licence", 2), @"");
}

#[test]
fn stations_alone_under_two_examiners() {
    insta::assert_snapshot!(read(Tongue::Zh, 80, "hands", 1), @"");
    insta::assert_snapshot!(read(Tongue::En, 80, "hands", 1), @"");
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
    let text = shown(Tongue::Zh, 200, &rules(&scheme, 5, Reader { words: &words, lang: &"zh-CN".into() }));
    let line = |name: &str| text.lines().find(|l| l.starts_with(name)).unwrap_or_default().to_owned();
    insta::assert_snapshot!(["没过的话", "红线", "能看到什么", "谁说了算", "依据"].map(line).join("\n"), @"");
    assert!(!text.contains("只差一点"));
    scheme.result.wait.clear();
    let text = shown(Tongue::Zh, 200, &rules(&scheme, 5, Reader { words: &words, lang: &"zh-CN".into() }));
    assert!(text.contains("没过的话：马上就可以再考。次数用完"));
}
