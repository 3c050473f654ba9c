//! Chats from many programs come to the same.

use super::*;

fn side(chats: &Chats) -> String {
    chats.said.iter().map(|said| if said.side == Side::Agent { 'a' } else { 'c' }).collect()
}

#[test]
fn a_table_a_list_and_a_text_say_the_same() {
    let csv = "会话ID,发送者,发送时间,消息内容\n1,tb小明,2026-11-21 10:00:00,在吗\n1,店铺客服小美,2026-11-21 10:00:20,\"在的，\n您好\"\n";
    let lines = "{\"session\":1,\"speaker\":\"tb小明\",\"time\":\"2026-11-21T10:00:00Z\",\"text\":\"在吗\"}\n\
                 {\"session\":1,\"speaker\":\"店铺客服小美\",\"time\":\"2026-11-21T10:00:20Z\",\"text\":\"在的，\\n您好\"}\n";
    let (table, json) = (read(csv.as_bytes(), &[]).expect("a table"), read(lines.as_bytes(), &[]).expect("lines"));
    assert_eq!(side(&table), "ca");
    assert_eq!((table.said[1].line, json.said[1].line), (3, 2));
    for (one, other) in table.said.iter().zip(&json.said) {
        assert_eq!(
            (&one.talk, &one.name, one.side, one.at, &one.text),
            (&other.talk, &other.name, other.side, other.at, &other.text)
        );
    }
    let list = format!("[{}]", lines.trim().replace('\n', ","));
    assert_eq!(read(list.as_bytes(), &[]).expect("a list").said[1].text, "在的，\n您好");
    let gbk = encoding_rs::GB18030.encode(csv).0.into_owned();
    assert_eq!(read(&gbk, &[]).expect("a table"), table);
    let text = read("客户：在吗\n客服：在的，您好\n稍等: 我看看\n".as_bytes(), &[]).expect("a text");
    assert_eq!((side(&text).as_str(), text.said[2].text.as_str()), ("caa", "稍等: 我看看"));
}

#[test]
fn a_text_is_a_list_of_replies() {
    let chats = read("您好，在的\n\n不行\n注意：\"不\n".as_bytes(), &[]).expect("a text");
    assert_eq!((side(&chats).as_str(), chats.said[1].line, chats.said[2].text.as_str()), ("aaa", 3, "注意：\"不"));
    assert!(read(b"", &[]).expect("nothing").said.is_empty());
}

#[test]
fn nobody_is_taken_for_the_agent_by_chance() {
    let csv = "speaker,text\nAnn,hello\nBob,hi\n";
    let chats = read(csv.as_bytes(), &[]).expect("a table");
    assert_eq!((chats.said.len(), chats.unknown), (0, vec!["Ann".to_owned(), "Bob".to_owned()]));
    assert_eq!(side(&read(csv.as_bytes(), &["bob".to_owned()]).expect("a table")), "ca");
    assert_eq!(side(&read("role,text\nCustomer,hello\nCustomer service,hi\n".as_bytes(), &[]).expect("a table")), "ca");
    assert_eq!(side(&read("from,text\ntb99,hello\nshop:mei,hi\n".as_bytes(), &[]).expect("a table")), "ca");
}

#[test]
fn what_cannot_be_read_is_told_with_its_line() {
    let bad = |text: &str| read(text.as_bytes(), &[]).expect("readable").bad;
    assert_eq!(bad("{\"text\":\"好\"}\nno\n"), [Bad { line: 2, why: Why::NoJson }]);
    assert_eq!(bad("time,text\nsoon,好的\n10:00,\n"), [Bad { line: 2, why: Why::NoTime }, Bad { line: 3, why: Why::NoText }]);
    // A customer's name may not become an agent's words, nor words be lost.
    assert_eq!(bad("text,who\n好,的,客服\n好的,客服\n"), [Bad { line: 2, why: Why::Surplus }]);
    assert_eq!(read(b"a\0b", &[]), Err(NoTable::Unreadable(crate::exchange::encoding::Unreadable::Binary)));
}

#[test]
fn a_comma_that_nobody_quoted_is_the_texts() {
    let text = |table: &[u8]| read(table, &[]).expect("a table").said.last().map(|said| said.text.clone());
    let csv = "时间,发送人,内容\n10:00:00,顾客,你好\n10:00:05,客服,亲,你有病吧, \"真的\"\n";
    assert_eq!(text(csv.as_bytes()).as_deref(), Some("亲,你有病吧, \"真的\""));
    assert_eq!(text(csv.replace(',', ";").as_bytes()).as_deref(), Some("亲;你有病吧; \"真的\""));
}

#[cfg(feature = "xlsx")]
#[test]
fn cells_of_a_sheet_are_not_lost_either() {
    let sheet = |rows: &[&[&str]]| {
        let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
        read(&table::to_xlsx(&rows, 0).expect("written"), &[]).expect("a sheet")
    };
    assert_eq!(sheet(&[&["发送人", "内容"], &["客服", "亲", "你有病吧"]]).said[0].text, "亲,你有病吧");
    let bare = sheet(&[&["您好"], &["亲", "你有病吧"]]);
    assert_eq!((bare.said.len(), bare.bad), (1, vec![Bad { line: 2, why: Why::Surplus }]));
}

#[test]
fn moments_are_read_however_they_are_written() {
    let at = |text: &str| moments::read(text);
    let ten = at("2026-11-21 10:30:05");
    assert!(ten.is_some());
    for other in
        ["2026/11/21 10:30:05", "2026年11月21日 10:30:05", "2026-11-21T10:30:05Z", "2026/11/21 上午 10:30:05", "1795257005"]
    {
        assert_eq!(at(other), ten, "{other}");
    }
    assert_eq!((at("1795257005000"), at("下午3:05"), at("2026-11-21")), (ten, Some(54_300), ten.map(|t| t - 37_805)));
    for none in ["", "soon", "25:00", "2026-13-01 10:00", "7"] {
        assert_eq!(at(none), None, "{none}");
    }
}
