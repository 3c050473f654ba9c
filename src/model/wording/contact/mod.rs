//! Somebody's telephone number, identity number, e-mail, messenger name or address in a normal text.
//!
//! Numbers of orders, parcels and things, and a shop's own hotline, are nobody's: the words before a number tell. `find` is for rules;
//! `personal` takes more, for what is hidden before others see it.

mod address;
mod handle;
mod number;

use std::ops::Range;

type Span = Range<usize>;

/// Contact data of a person, by place.
pub fn find(normal: &str) -> Vec<Span> {
    scan(normal, whose)
}

/// What in a text as it was typed may be somebody's contact data, whosever it is, in bytes, by place: what others need not see.
pub fn personal(typed: &str) -> Vec<Span> {
    let text = super::Normal::of(typed);
    scan(text.as_str(), |_, _| Whose::Persons).iter().map(|at| text.typed(at)).collect()
}

fn scan(text: &str, whose: impl Fn(&str, usize) -> Whose) -> Vec<Span> {
    let numbers = number::find(text).into_iter().chain(handle::find(text));
    let mut out: Vec<Span> = numbers.filter(|at| whose(text, at.start) == Whose::Persons).collect();
    // An address is no order's, whatever was said before it.
    out.extend(address::find(text).into_iter().filter(|at| whose(text, at.start) != Whose::Shops));
    out.sort_unstable_by_key(|at| (at.start, std::cmp::Reverse(at.end)));
    let mut end = 0;
    out.retain(|at| {
        let outside = at.end > end;
        end = end.max(at.end);
        outside
    });
    out
}

/// What a number belongs to, by the words before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    Persons,
    Shops,
    Things,
}

/// Words that speak of a person's number or address.
const PERSONS: &[&str] = &[
    "您",
    "你",
    "买家",
    "客户",
    "顾客",
    "收件",
    "收货",
    "他",
    "她",
    "先生",
    "女士",
    "小姐",
    "本人",
    "buyer",
    "customer",
    "your",
    "her",
    "his",
    "their",
    "mr",
    "ms",
    "mrs",
    "recipient",
    "who",
];
/// Words that speak of a way to reach somebody.
const REACHED: &[&str] =
    &["电话", "手机", "致电", "拨打", "联系", "座机", "tel", "phone", "mobile", "cell", "call", "contact", "身份证"];
/// Words that speak of the shop's own.
const SHOPS: &[&str] = &[
    "客服",
    "热线",
    "官方",
    "本店",
    "店铺",
    "我们的",
    "我店",
    "商家",
    "售后",
    "门店",
    "仓库",
    "退货地址",
    "公司",
    "hotline",
    "service",
    "our",
    "us",
    "shop",
    "store",
    "helpline",
    "support",
    "warehouse",
    "official",
];
/// Words before the number of a thing.
const THINGS: &[&str] = &[
    "单号",
    "订单",
    "运单",
    "编号",
    "货号",
    "型号",
    "款号",
    "流水号",
    "批号",
    "order",
    "tracking",
    "parcel",
    "waybill",
    "model",
    "sku",
    "item",
    "invoice",
];

/// How many characters before a number are looked at, within its sentence.
const BEFORE: usize = 24;

fn whose(text: &str, start: usize) -> Whose {
    let before = before(text, start, BEFORE);
    let persons = last_of(before, PERSONS);
    let reached = last_of(before, REACHED);
    if last_of(before, THINGS) > persons.max(reached) {
        Whose::Things
    } else if last_of(before, SHOPS) > persons {
        Whose::Shops
    } else {
        Whose::Persons
    }
}

/// Where the last of some words ends; `None` comes before every place.
fn last_of(before: &str, words: &[&str]) -> Option<usize> {
    let whole = |word: &str| {
        before.rmatch_indices(word).map(|(at, _)| at).find(|at| super::phrase::is_whole(before, *at, at + word.len()))
    };
    words.iter().filter_map(|word| Some(whole(word)? + word.len())).max()
}

/// What stands in the sentence before a place, at most so many characters.
fn before(text: &str, start: usize, most: usize) -> &str {
    let head = &text[..start];
    let from = head.char_indices().rev().take(most).take_while(|(_, c)| !matches!(c, '。' | '!' | '?' | ';' | '\n')).last();
    from.map_or("", |(at, _)| &head[at..])
}

#[cfg(test)]
mod tests {
    use super::super::normal;
    use super::*;

    fn seen(text: &str) -> Vec<String> {
        let text = normal(text);
        find(&text).into_iter().map(|at| text[at].to_owned()).collect()
    }

    #[test]
    fn a_persons_data_is_seen() {
        for (text, wanted) in [
            ("您的手机13812345678我们打过", "13812345678"),
            ("电话：138-1234-5678", "138-1234-5678"),
            ("call 138 1234 5678 now", "138 1234 5678"),
            ("＋８６１３８１２３４５６７８", "8613812345678"),
            ("买家座机021-65432100", "021-65432100"),
            ("(0571) 8765432", "0571) 8765432"),
            ("phone number is 415-555-0132", "415-555-0132"),
            ("她的电话一三八一二三四五六七八", "一三八一二三四五六七八"),
            ("身份证110101199003074514", "110101199003074514"),
            ("11010119900307451X", "11010119900307451x"),
            ("mail xiao.mei@example.com!", "xiao.mei@example.com"),
            ("微信号：xiaomei_88", "xiaomei_88"),
            ("qq123456789", "123456789"),
            ("WeChat: lilyzhang", "lilyzhang"),
            ("住人民路88号3栋501室", "住人民路88号3栋501室"),
            ("在阳光小区3号楼2单元", "3号楼2单元"),
            ("三栋二单元501", "三栋二单元501"),
            ("88 Nanjing Road, Apt 5B", "88 nanjing road, apt 5b"),
            ("order 99, Room 501", "room 501"),
        ] {
            assert_eq!(seen(text), [wanted], "{text}");
        }
    }

    #[test]
    fn numbers_of_things_and_of_the_shop_are_nobodys() {
        for text in [
            "订单号13812345678已发出",
            "SF13812345678",
            "order 2023112213812345678",
            "请拨打客服热线021-65432100",
            "客服电话400-820-8820",
            "our service hotline 021-65432100",
            "型号1380013800012，12号发货，3室2厅",
            "原价199，到手价13900000元",
            "8号会员日，3号线，2楼",
            "service@example.com",
            "微信支付100元，公众号：onduty_shop",
            "138****5678",
            "flat 20% off, 5 days on the road",
            "2023-11-22 10:30",
        ] {
            assert!(seen(text).is_empty(), "{text}: {:?}", seen(text));
        }
    }
}
