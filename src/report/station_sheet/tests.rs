//! The form of two small stations in both languages, and authors and names that write what they like.

use std::path::Path;

use insta::assert_snapshot;

use super::*;
use crate::content::files::Root;
use crate::content::{Loaded, load};
use crate::locale::Tongue;
use crate::model::text::Text;

fn shelf() -> Loaded {
    load(vec![Root::read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/shelf")))])
}

fn scheme(loaded: &Loaded) -> &Scheme {
    loaded.library.licences.values().find(|scheme| scheme.id.as_str() == "hands").unwrap()
}

fn stations(loaded: &Loaded) -> Vec<Station> {
    loaded.library.stations.values().cloned().collect()
}

fn printed(tongue: Tongue, scheme: &Scheme, stations: &[Station], candidate: Option<&str>) -> String {
    let html = page(&Sheet { scheme, stations, candidate, known_as: candidate }, &Words::new(tongue), &tongue.lang());
    assert!(!html.contains('⟦'), "{html}");
    html
}

/// What can be read on it, a paragraph a line.
fn read(html: &str) -> String {
    let (_, body) = html.split_once("<body>").unwrap();
    let mut text = String::new();
    for part in body.split('<').skip(1) {
        let (tag, words) = part.split_once('>').unwrap();
        if tag.starts_with("span class=\"blank\"") {
            text.push_str("____");
        }
        if matches!(tag, "/td" | "/th" | "/dt") || tag == "span class=\"lines\"" {
            text.push_str(" | ");
        }
        text.push_str(words);
    }
    let lines = text.lines().map(|line| line.trim_matches([' ', '|'])).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n").replace("&quot;", "\"").replace("&#x27;", "'")
}

#[test]
fn a_form_has_all_that_is_asked_when_it_is_typed_in() {
    let loaded = shelf();
    assert_snapshot!(read(&printed(Tongue::Zh, scheme(&loaded), &stations(&loaded)[..1], Some("李雷"))), @"
    动手上岗证考站打分表（考官用）
    鞠躬 时间：3 分钟
    考生 | 李雷
    考号 | 李雷
    日期
    考官
    考场
    开始时间
    结束时间
    读给考生听
    客户走到柜台前，请接待。
    只给考官看，不念也不给考生看
    考官扮客户，站在两步外。
    边看边打分，每一项划一个格：看到的跟哪一句对得上，就划哪一格。划错了，把那格涂满，另划一格。
    本站由 2 位考官各填一张，交表之前不看对方的，也不商量。
    鞠躬考生 李雷
    看到了什么 | 备注
    1
    【关键项】打 0 分即不合格
    站起来
    0 | 坐着不动
    1 | 站起来
    2
    鞠躬并问好
    0 | 没有
    1 | 只做了一样
    2 | 都做了
    口头提问（照着念） | 备注
    3
    为什么要站起来？
    听他有没有说到：让客户知道有人在接待他。
    0 | 说不出
    1 | 说得出
    整体表现（不计入成绩）
    1差
    2较差
    3刚合格
    4良好
    5优秀
    本站满分 4 分（得分由程序算，不用自己加）考官签名 ____
    考完录入电脑，顺序和编号跟这张表一样： onduty observe hands --candidate 李雷 --station bow --enter
    ");
}

#[test]
fn a_form_for_anybody_in_english() {
    let loaded = shelf();
    assert_snapshot!(read(&printed(Tongue::En, scheme(&loaded), &stations(&loaded)[1..], None)), @"
    The hands-on licenceStation mark sheet (for the examiner)
    Tidying the counter
    Candidate
    Number
    Date
    Examiner
    Room
    Began
    Ended
    Read to the candidate
    Please tidy the counter.
    For the examiner only: neither read out nor shown to the candidate
    Three books lie about, and a pen without its cap.
    Mark while you watch, one box for each item: the one whose words fit what you see. Crossed the wrong one? Fill it in and cross another.
    2 examiners fill in a sheet each; until both are handed in they neither compare nor confer.
    Tidying the counterCandidate ____
    What is seen | Note
    1
    Books in line
    0 | Untouched
    1 | One of them
    2 | Two of them
    3 | All in line
    2
    Cap on the pen
    0 | No cap
    1 | Cap on
    Performance as a whole (does not count)
    1Poor
    2Weak
    3Just good enough
    4Good
    5Excellent
    4 points in all at this station (the program adds them up)Examiner's signature ____
    To type it in afterwards, same order and numbers as here: onduty observe hands --candidate NAME --station desk --enter
    ");
}

#[test]
fn a_critical_step_is_told_by_words_and_by_its_border() {
    let loaded = shelf();
    let html = printed(Tongue::En, scheme(&loaded), &stations(&loaded), None);
    let critical = stations(&loaded).iter().flat_map(|s| s.steps.clone()).filter(|step| step.critical).count();
    assert!(critical > 0);
    assert_eq!(html.matches("<tr class=\"critical\">").count(), critical);
    assert_eq!(html.matches("[Critical]").count(), critical);
}

#[test]
fn one_examiner_is_told_of_no_other() {
    let loaded = shelf();
    let two = printed(Tongue::En, scheme(&loaded), &stations(&loaded), None);
    let mut alone = scheme(&loaded).clone();
    alone.conduct.examiners = 1;
    let one = printed(Tongue::En, &alone, &stations(&loaded), None);
    assert_eq!((two.matches("confer").count(), one.matches("confer").count()), (stations(&loaded).len(), 0));
}

#[test]
fn the_form_asks_nobody_for_anything() {
    let loaded = shelf();
    let html = printed(Tongue::Zh, scheme(&loaded), &stations(&loaded), None);
    assert!(html.contains("default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"));
    // But for an empty icon, so that no browser looks for one.
    let html = html.replace("<link rel=\"icon\" href=\"data:,\">", "");
    for outside in ["<script", "<img", "<link", "http:", "https:", "url(", "@import", "src="] {
        assert!(!html.contains(outside), "{outside}");
    }
}

#[test]
fn texts_are_escaped_and_a_name_is_no_command() {
    let loaded = shelf();
    let mut stations = stations(&loaded);
    let evil = Text::new([(Tongue::Zh.lang(), "</style><script>alert(1)</script>&".to_owned())]);
    stations[0].title = evil.clone();
    stations[0].brief = evil.clone();
    stations[0].setup = evil.clone();
    stations[0].steps[0].text = evil.clone();
    stations[0].steps[0].anchors[0] = evil;
    let html = printed(Tongue::Zh, scheme(&loaded), &stations, Some("<b>李雷</b>"));
    assert!(!html.contains("<script>") && !html.contains("<b>李雷"), "{html}");

    let command = |name| {
        let html = printed(Tongue::Zh, scheme(&loaded), &stations[..1], Some(name));
        let (_, rest) = html.split_once("<code>").unwrap();
        rest.split_once("</code>").unwrap().0.replace("&quot;", "\"")
    };
    let of = |name: &str| format!("onduty observe hands --candidate {name} --station {} --enter", stations[0].id);
    assert_eq!(command("李雷"), of("李雷"));
    assert_eq!(command("Li Lei"), of("\"Li Lei\""));
    for name in ["", "$(reboot)", "a\"; reboot", "`x`", "%PATH%", "a\\"] {
        assert_eq!(command(name), of("姓名"), "{name}");
    }
}

#[test]
fn the_shipped_stations_print() {
    let (shelf, shipped) = (shelf(), crate::content::load_shipped());
    let stations = stations(&shipped);
    for tongue in [Tongue::Zh, Tongue::En] {
        let html = printed(tongue, scheme(&shelf), &stations, None);
        assert_eq!(html.matches("<article").count(), stations.len());
        let rated = stations.iter().flat_map(Station::rated);
        let boxes: usize = rated.map(|rated| rated.anchors.len()).sum::<usize>() + 5 * stations.len();
        assert_eq!(html.matches("class=\"box\"").count(), boxes, "a box for every mark there is");
    }
}
