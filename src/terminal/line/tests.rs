//! Lines wrapped, cut and cleaned.

use super::*;

fn broken(text: &str, width: usize) -> Vec<String> {
    Line::plain(text).wrap(width).iter().map(Line::words).collect()
}

#[test]
fn no_line_begins_with_a_comma_and_no_word_is_cut() {
    let text = "客户来电时，先倾听（不打断），再复述一遍：订单 A-1029-XYZ 的退款，预计 3 个工作日到账。";
    for width in 10..60 {
        for line in broken(text, width) {
            assert!(room(&line) <= width, "{width}: {line}");
            assert!(!line.starts_with(['，', '。', '）', '：']), "{width}: {line}");
            assert!(!line.ends_with(' ') && !line.ends_with('（'), "{width}: {line}");
        }
        assert!(width < 12 || broken(text, width).iter().any(|l| l.contains("A-1029-XYZ")), "{width}");
        assert_eq!(broken(text, width).concat().replace(' ', ""), text.replace(' ', ""), "nothing is lost");
    }
}

#[test]
fn the_number_of_a_mark_stays_at_its_bracket() {
    let text = "这个【应该可以】3吧，您【等等】1,2再看";
    for width in 8..40 {
        let lines = broken(text, width);
        assert!(lines.iter().all(|line| !line.starts_with(|c: char| c.is_ascii_digit())), "{width}: {lines:?}");
        assert_eq!(lines.concat(), text, "nothing is lost");
    }
}

#[test]
fn what_belongs_together_stays_on_one_line() {
    let text = "请客户稍等  [选对了]，照 80 米、24小时、3 个月 the golden seconds (黄金三秒) and 15 minutes more [rightly chosen] 1234 5678 9012";
    for width in 18..70 {
        let lines = broken(text, width);
        for whole in ["1234 5678 9012", "[选对了]", "80 米", "24小时", "3 个月", "(黄金三秒)", "15 minutes", "[rightly chosen]"]
        {
            assert!(lines.iter().any(|line| line.contains(whole)), "{width}: {lines:?}");
        }
        assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""), "nothing is lost");
    }
    assert_eq!(broken("[很长很长很长很长很长很长的方括号]", 12).len(), 3);
}

#[test]
fn a_command_breaks_nowhere_or_between_its_words() {
    let command = r#"onduty --store "/home/a b/x-y.db" licences --number 20261122-SH1-0001"#;
    let text = format!("就写 {command}，再看。");
    for width in 12..100 {
        let ways =
            [Line::plain(&text).wrap(width), Line::plain(&text).flow(width)].map(|all| all.iter().map(Line::words).collect());
        let [wrapped, flowed]: [Vec<String>; 2] = ways;
        assert!(flowed.iter().any(|line| line.contains(command)), "{width}: {flowed:?}");
        assert!(wrapped.iter().all(|line| room(line) <= width), "{width}: {wrapped:?}");
        for word in [r#""/home/a b/x-y.db""#, "--number", "20261122-SH1-0001"].iter().filter(|it| room(it) + 1 < width) {
            assert!(wrapped.iter().any(|line| line.contains(word)), "{width}: {wrapped:?}");
        }
    }
    // What runs over stands alone, whole, and may be followed by a stop.
    assert_eq!(
        Line::plain(&text).flow(20).iter().map(Line::words).collect::<Vec<_>>(),
        ["就写", &format!("{command}，"), "再看。"]
    );
}

#[test]
fn a_word_wider_than_the_line_is_cut() {
    assert_eq!(broken("abcdefghij kl", 4), ["abcd", "efgh", "ij", "kl"]);
    assert_eq!(broken("", 4), [""]);
}

#[test]
fn what_some_terminals_show_wide_is_counted_wide() {
    assert_eq!((cells("“好”…"), room("“好”…")), (5, 8));
    assert_eq!(broken("他说“您好”。", 8).iter().map(|l| room(l)).max(), Some(8));
}

#[test]
fn no_control_character_gets_through() {
    let line = Line::plain("a\u{1b}[31mb\u{7}\u{9b}c\u{202e}d\te\r\n");
    assert_eq!(line.print(false), "a�[31mb��c�d  e��");
}

#[test]
fn inks_survive_wrapping() {
    let lines = Line::plain("先").and(Ink::Strong, "倾听").and(Ink::Plain, "再复述").wrap(6);
    assert_eq!(lines[0], Line::plain("先").and(Ink::Strong, "倾听"));
    assert_eq!(lines[1], Line::plain("再复述"));
    assert_eq!(Line::of(Ink::Strong, "好").print(true), "\u{1b}[1m好\u{1b}[0m");
}

#[test]
fn a_cut_line_says_so() {
    assert_eq!(Line::plain("黄金三秒内应答").cut(9).words(), "黄金三…");
    assert_eq!(Line::plain("黄金").cut(4).words(), "黄金");
}
