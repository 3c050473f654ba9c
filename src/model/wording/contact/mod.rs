//! Somebody's telephone number, identity number, e-mail, messenger name or address in a normal text.
//!
//! Numbers of orders, parcels and things, and a shop's own hotline, are nobody's: the words before a number tell. `find` is for rules;
//! `personal` takes more, for what is hidden before others see it.

mod address;
mod handle;
mod number;
mod plate;

use std::ops::Range;

type Span = Range<usize>;

/// What looks like somebody's.
struct Found {
    at: Span,
    kind: Kind,
}

/// What it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Mobile,
    Mail,
    Handle,
    Address,
}

/// How far what is looked for reaches.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// What breaks a rule: nothing that may be something else.
    Told,
    /// What is hidden: rather a word too many.
    Hidden,
}

/// Contact data of a person, by place.
pub fn find(normal: &str) -> Vec<Span> {
    let mut all = scan(normal, Reach::Told);
    all.retain(|found| found.is_persons(normal));
    places(all)
}

/// What in a text as it was typed may be somebody's contact data, whosever it is, in bytes, by place: what others need not see.
pub fn personal(typed: &str) -> Vec<Span> {
    let text = super::Normal::of(typed);
    let mut all = scan(text.as_str(), Reach::Hidden);
    all.extend(plate::find(text.as_str()));
    places(all).iter().map(|at| text.typed(at)).collect()
}

fn scan(text: &str, reach: Reach) -> Vec<Found> {
    let mut out = number::find(text, reach);
    out.extend(handle::find(text, reach));
    out.extend(address::find(text, reach).into_iter().map(|at| Found { at, kind: Kind::Address }));
    out
}

impl Found {
    /// An address and a mail box are no order's, whatever was said before them; and nobody's mobile is a shop's, whatever it is called.
    fn is_persons(&self, text: &str) -> bool {
        match whose(text, self.at.start) {
            Whose::Persons => true,
            Whose::Shops => self.kind == Kind::Mobile,
            Whose::Things => matches!(self.kind, Kind::Address | Kind::Mail),
        }
    }
}

/// Places in order, none within another.
fn places(found: Vec<Found>) -> Vec<Span> {
    let mut out: Vec<Span> = found.into_iter().map(|found| found.at).collect();
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

    fn stars(text: &str) -> String {
        let hidden = personal(text);
        text.char_indices().map(|(at, c)| if hidden.iter().any(|place| place.contains(&at)) { '*' } else { c }).collect()
    }

    #[test]
    fn what_is_hidden_reaches_farther() {
        for (text, wanted) in [
            ("卡号6222 0200 1234 5678 901不行", "卡号***********************不行"),
            ("622202 0200123456789", "********************"),
            ("138.1234.5678不行", "*************不行"),
            ("138 0013 8 000 不行", "************** 不行"),
            ("v xiaomei88 不行", "v ********* 不行"),
            ("wei xin: lilyzhang不行", "wei xin: *********不行"),
            ("加我微信 qiang8899，便宜", "加我微信 *********，便宜"),
            ("车牌浙A12345和京B·8K123", "车牌*******和********"),
            ("寄到杭州市西湖区文三路阳光花园吗", "寄到*************吗"),
            ("地址：文三路，阳光花园", "地址：********"),
            ("住在翠苑街道", "住在翠苑街道"),
            ("浙江省杭州市西湖区文三路阳光花园三号楼二单元501不行", "*************************不行"),
            ("小区门口的超市路过就能买", "小区门口的超市路过就能买"),
            ("客服电话0571-87654321", "客服电话*************"),
            ("尺码155 160 165 170 175，2026-11-22 10:30:05", "尺码155 160 165 170 175，2026-11-22 10:30:05"),
            ("您知道超市在哪条路吗", "您知道超市在哪条路吗"),
            ("v领的 v100 v neck2026", "v领的 v100 v ********"),
        ] {
            assert_eq!(stars(text), wanted, "{text}");
        }
    }

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
            ("call 138.1234.5678", "138.1234.5678"),
            ("一三八，一二三四，五六七八", "一三八,一二三四,五六七八"),
            ("138壹贰叁肆5678", "138壹贰叁肆5678"),
            ("1三8壹234五678", "1三8壹234五678"),
            ("1 3 8 1 2 3 4 5 6 7 8", "1 3 8 1 2 3 4 5 6 7 8"),
            ("联系电话138,12,345,678", "138,12,345,678"),
            ("客服电话13812345678", "13812345678"),
            ("尾号5678，住文三路阳光花园", "文三路阳光花园"),
            ("张三女士您好，您住3号楼", "3号楼"),
            ("微信的号是：lilyzhang", "lilyzhang"),
            ("加 w e i x i n xiaomei_88", "xiaomei_88"),
            ("v x: lilyzhang", "lilyzhang"),
            ("your QQ, your number 123456789", "123456789"),
            ("QQ，您的号码是123456789", "123456789"),
            ("The invoice of your order was sent to li@example.com", "li@example.com"),
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
            "三档价格139、1599、2999元",
            "155, 160, 165, 17，尺码都有",
            "手机壳 139、1599、2999元",
            "192.168.10.100",
            "wechat, your parcel left",
            "qq，您的12345678号订单",
            "住得远，路上花了园子里的花",
            "门店地址：文三路阳光广场",
            "一两三四件，五六七八天",
        ] {
            assert!(seen(text).is_empty(), "{text}: {:?}", seen(text));
        }
    }
}
