//! Telephone, identity and card numbers, however their digits are written and kept apart.

use super::{Found, Kind, REACHED, Reach, Span, before, last_of};

/// Digits that stand together.
struct Group {
    at: Span,
    digits: Vec<u8>,
    /// Chinese ones, read out one by one: nobody writes an amount like that.
    spoken: bool,
}

/// The fewest digits that a number has.
const FEWEST: usize = 7;

/// The most groups that one number is cut into: each digit by itself, with a country's before them.
const GROUPS: usize = 13;

/// Numbers that look like a telephone or an identity card; for what is hidden, like a bank card too.
pub fn find(text: &str, reach: Reach) -> Vec<Found> {
    let mut out = Vec::new();
    if text.chars().filter_map(digit).nth(FEWEST - 1).is_none() {
        return out;
    }
    let groups = groups(text);
    let mut n = 0;
    while n < groups.len() {
        let near = together(text, &groups[n..]);
        let taken = (1..=near).rev().find_map(|count| {
            let of = Run { text, groups: &groups[n..n + count] };
            of.is_alone().then(|| of.kind(reach)).flatten().map(|kind| (count, kind))
        });
        if let Some((count, kind)) = taken {
            let last = &groups[n + count - 1];
            out.push(Found { at: groups[n].at.start..last.at.end + usize::from(ends_in_x(text, last)), kind });
        }
        n += taken.map_or(1, |(count, _)| count);
    }
    out
}

/// Runs of digits, or of Chinese ones that are read out: 幺三八.
fn groups(text: &str) -> Vec<Group> {
    let mut out: Vec<Group> = Vec::new();
    for (at, c) in text.char_indices() {
        let Some((digit, spoken)) = digit(c) else { continue };
        let end = at + c.len_utf8();
        match out.last_mut() {
            Some(group) if group.at.end == at && group.spoken == spoken => {
                group.at.end = end;
                group.digits.push(digit);
            }
            _ => out.push(Group { at: at..end, digits: vec![digit], spoken }),
        }
    }
    out
}

fn digit(c: char) -> Option<(u8, bool)> {
    if let Some(digit) = c.to_digit(10) {
        return u8::try_from(digit).ok().map(|digit| (digit, false));
    }
    let han = match c {
        '零' | '〇' => 0,
        '一' | '幺' | '壹' => 1,
        '二' | '贰' | '貳' => 2,
        '三' | '叁' | '參' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' | '陸' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    };
    Some((han, true))
}

/// What may keep the groups of one number apart; of the rest, nothing.
fn keeps_apart(between: &str) -> bool {
    let is_sign = |c: char| matches!(c, ' ' | '-' | ')' | '.' | '_' | '·' | ',' | '、' | '/' | '。');
    between.chars().count() <= 2 && between.chars().all(is_sign)
}

/// How many groups from the first on stand close enough to be one number.
fn together(text: &str, groups: &[Group]) -> usize {
    let close = groups.windows(2).take(GROUPS - 1).take_while(|two| keeps_apart(&text[two[0].at.end..two[1].at.start]));
    1 + close.count()
}

/// The check letter of an identity number.
fn ends_in_x(text: &str, last: &Group) -> bool {
    let tail = &text[last.at.end..];
    last.digits.len() == 17 && tail.starts_with('x') && !tail[1..].starts_with(|c: char| c.is_ascii_alphanumeric())
}

/// Groups that stand close to one another.
struct Run<'t> {
    text: &'t str,
    groups: &'t [Group],
}

impl Run<'_> {
    fn first(&self) -> &Group {
        &self.groups[0]
    }

    fn last(&self) -> &Group {
        &self.groups[self.groups.len() - 1]
    }

    fn all(&self) -> Vec<u8> {
        self.groups.iter().flat_map(|group| group.digits.iter().copied()).collect()
    }

    fn sizes(&self) -> Vec<usize> {
        self.groups.iter().map(|group| group.digits.len()).collect()
    }

    /// What keeps them apart, place by place.
    fn between(&self) -> impl Iterator<Item = &str> {
        self.groups.windows(2).map(|two| &self.text[two[0].at.end..two[1].at.start])
    }

    /// Whether nothing goes on at the edges.
    fn is_alone(&self) -> bool {
        let (head, tail) = (&self.text[..self.first().at.start], &self.text[self.last().at.end..]);
        let word: String = head.chars().rev().take_while(char::is_ascii_alphabetic).take(8).collect();
        // Letters right before are of a parcel's number, unless they say what it is.
        let spoken =
            word.is_empty() || ["let", "enohp", "elibom", "llac", "llec", "v", "xv", "xw", "tahcew"].contains(&word.as_str());
        let goes_on_before = head.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | '*' | '_'))
            || head.ends_with('-') && head.trim_end_matches('-').ends_with(|c: char| c.is_ascii_alphanumeric());
        let goes_on_after = tail.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '*' | '_' | '%'));
        let ends = ends_in_x(self.text, self.last()) || !tail.starts_with(|c: char| c.is_ascii_alphabetic());
        spoken && !goes_on_before && !goes_on_after && ends
    }

    fn kind(&self, reach: Reach) -> Option<Kind> {
        let all = self.all();
        let without_country = all.strip_prefix(&[8, 6]).or_else(|| all.strip_prefix(&[0, 0, 8, 6])).unwrap_or(&all);
        if is_mobile(without_country) && self.is_cut_like_a_mobile(reach) {
            return Some(Kind::Mobile);
        }
        let is_plain = self.between().all(|between| matches!(between, "" | " " | "-" | ")" | ") "));
        let is_number = is_plain && (self.is_landline(&all) || self.is_identity(&all) || self.is_spoken_of(&all))
            || reach == Reach::Hidden && self.is_card(&all);
        is_number.then_some(Kind::Number)
    }

    /// Whether eleven digits are cut as somebody cuts a number: into long groups, each digit by itself, or in any way where words
    /// before say that it is one. Commas stand between amounts too.
    fn is_cut_like_a_mobile(&self, reach: Reach) -> bool {
        let sizes = self.sizes();
        let listed = self.between().any(|between| between.contains([',', '、', '/', '。']));
        let spoken = self.groups.iter().any(|group| group.spoken);
        let long = sizes.iter().skip(1).all(|size| *size >= 3) || sizes.iter().all(|size| *size == 1);
        let joined = self.between().all(str::is_empty);
        joined || (long && (!listed || spoken)) || (!listed && reach == Reach::Hidden) || self.is_named()
    }

    /// Whether the words before speak of a number, and none behind of money or pieces.
    fn is_named(&self) -> bool {
        let words =
            &["电话", "手机号", "号码", "联系", "致电", "拨打", "tel", "phone number", "mobile number", "call", "contact"];
        let tail = &self.text[self.last().at.end..];
        last_of(before(self.text, self.first().at.start, 16), words).is_some()
            && !tail.starts_with(['元', '块', '件', '个', '米', '克'])
    }

    fn is_landline(&self, digits: &[u8]) -> bool {
        let sizes = self.sizes();
        let area = if matches!(digits, [0, 1 | 2, ..]) { 3 } else { 4 };
        let rest = digits.len().saturating_sub(area);
        let cut = matches!(sizes[..], [_]) || sizes[0] == area;
        matches!(digits, [0, 1..=9, ..]) && cut && sizes.len() <= 4 && (rest == 8 || (area == 4 && rest == 7))
    }

    fn is_identity(&self, digits: &[u8]) -> bool {
        let length = digits.len() + usize::from(ends_in_x(self.text, self.last()));
        let words = &["身份证", "证件", "id card", "identity", "id number", "id no"];
        if last_of(before(self.text, self.first().at.start, 16), words).is_some() {
            return length == 18 || length == 15;
        }
        let number = |at: std::ops::Range<usize>| digits[at].iter().fold(0_u32, |all, digit| all * 10 + u32::from(*digit));
        length == 18
            && (11..=82).contains(&number(0..2))
            && (1900..2100).contains(&number(6..10))
            && (1..=12).contains(&number(10..12))
            && (1..=31).contains(&number(12..14))
    }

    /// A number of any country, where words or its form say that it is one to call; none that is free of charge, as hotlines are.
    fn is_spoken_of(&self, digits: &[u8]) -> bool {
        let (sizes, start) = (self.sizes(), self.first().at.start);
        let free = matches!(digits, [4 | 8, 0, 0, ..] | [8, 5..=8, 5..=8, ..]);
        let is_date = matches!(digits, [2, 0, ..]) && digits.len() == 8;
        let named = last_of(before(self.text, start, 16), REACHED).is_some();
        let plus = self.text[..start].ends_with('+');
        let fits = (FEWEST..=13).contains(&digits.len()) && sizes.len() <= 4 && sizes.iter().all(|size| *size >= 3 || plus);
        fits && !free && !is_date && (named || plus || sizes == [3, 3, 4])
    }

    /// A bank card: as the digits stand on it, in groups of four, or all but a few at once. No date begins like one.
    fn is_card(&self, digits: &[u8]) -> bool {
        let sizes = self.sizes();
        let fours = sizes.split_last().is_some_and(|(last, others)| *last <= 4 && others.iter().all(|size| *size == 4));
        let long = sizes.len() <= 3 && sizes.iter().all(|size| *size >= 5);
        matches!(digits, [3..=6 | 9, ..]) && (16..=19).contains(&digits.len()) && (fours || long)
    }
}

fn is_mobile(digits: &[u8]) -> bool {
    matches!(digits, [1, 3..=9, ..]) && digits.len() == 11
}
