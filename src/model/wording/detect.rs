//! What is seen without phrases: a reply of one word, one that is shorter than the customer's, one that was sent before.
//!
//! All of them look at normal texts (`normal`).

use super::normal::{is_han, is_word, letters, normal, weight};

/// The longest word that a reply of one word is made of.
const SHORT: usize = 10;

/// The weight up to which a text said again is a courtesy: 好的谢谢, you're welcome.
const COURTESY: usize = 12;

/// Characters that are a word when they stand twice: 谢谢.
const DOUBLED: &str = "谢拜";

/// What softens a reply and says nothing: the particles of chats.
const SOFT: &str = "啊呀呢哦噢喔哈吧嘛啦哟呐呗诶欸唉嗯额呃的了滴哒亲";

/// The same of English chats.
const SOFT_WORDS: &[&str] = &["oh", "well", "um", "uh", "er", "hm", "hmm", "ah", "hey", "dear"];

/// Whether nothing is left but soft particles, signs and pictures.
pub fn is_soft(normal: &str) -> bool {
    words(normal).all(|word| match word {
        Word::Han(c) => SOFT.contains(c),
        Word::Latin(word) => SOFT_WORDS.contains(&word),
        Word::Other => false,
    })
}

/// Whether the whole reply is one Chinese character or one short word, said once or several times.
pub fn is_one_word(normal: &str) -> bool {
    let mut words = words(normal);
    let Some(first) = words.next() else { return false };
    let mut more = words.peekable();
    let is_alone = more.peek().is_none();
    match &first {
        Word::Han(c) => (is_alone || !DOUBLED.contains(*c)) && more.all(|word| word == first),
        Word::Latin(word) => {
            word.len() <= SHORT && !word.contains(|c: char| c.is_ascii_digit()) && more.all(|other| other == first)
        }
        Word::Other => false,
    }
}

/// Whether a reply has fewer letters and digits than what the customer wrote.
pub fn is_shorter(normal: &str, customer: Option<&str>) -> bool {
    let Some(customer) = customer else { return false };
    let own = letters(normal).count();
    // Of a book that somebody pasted no more than the reply's length is looked at.
    own > 0 && letters(&self::normal(customer)).nth(own).is_some()
}

/// What two sendings of one text have in common: its letters and digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Sent(String);

impl Sent {
    /// Of a text as it was typed; `None` where it is as short as a courtesy, which may be said again.
    pub fn of(typed: &str) -> Option<Self> {
        Self::of_normal(&normal(typed))
    }

    /// The same of a normal text.
    pub fn of_normal(normal: &str) -> Option<Self> {
        let mut own = String::with_capacity(normal.len());
        own.extend(letters(normal));
        (own.chars().map(weight).sum::<usize>() > COURTESY).then_some(Self(own))
    }
}

/// Whether the same was sent before, but for spaces and signs.
pub fn is_again(normal: &str, earlier: &[Sent]) -> bool {
    !earlier.is_empty() && Sent::of_normal(normal).is_some_and(|own| earlier.contains(&own))
}

#[derive(PartialEq, Eq)]
enum Word<'t> {
    /// A Chinese character by itself.
    Han(char),
    /// Latin letters and digits, with apostrophes within.
    Latin(&'t str),
    /// A letter or digit of another script.
    Other,
}

fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        let first = rest.chars().next()?;
        if !is_word(first) {
            rest = &rest[first.len_utf8()..];
            return Some(if is_han(first) { Word::Han(first) } else { Word::Other });
        }
        let end = rest.find(|c| !is_word(c) && c != '\'').unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(Word::Latin(word.trim_end_matches('\'')))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_is_no_reply() {
        for text in ["嗯", "哦。", "好～", "在！", "嗯嗯嗯", "嗯 嗯……", "Ok.", "YES!!", "k", "好👌", "no no no", "Don't"]
        {
            assert!(is_one_word(&normal(text)), "{text}");
        }
        for text in ["好的", "在呢", "谢谢", "ok sure", "好ok", "👌", "？", "", "3", "SF12", "Congratulations"] {
            assert!(!is_one_word(&normal(text)), "{text}");
        }
    }

    #[test]
    fn shorter_counts_letters_and_digits() {
        let shorter = |reply: &str, customer: &str| is_shorter(&normal(reply), Some(customer));
        assert!(shorter("好的！！！！", "什么时候发货"));
        assert!(!shorter("今天下午发货", "什么时候发货?") && !shorter("今天就给您发", "在吗"));
        assert!(!is_shorter("好", None) && !shorter("！", "在吗"));
    }

    #[test]
    fn the_same_text_again_is_seen_through_its_dress() {
        let earlier: Vec<Sent> = ["请您耐心等待，我们会尽快处理。", "好的谢谢"].into_iter().filter_map(Sent::of).collect();
        assert!(is_again(&normal("请您 耐心等待 我们会尽快处理！"), &earlier));
        assert!(!is_again(&normal("请您再等一等，我们会尽快处理。"), &earlier) && !is_again(&normal("好的，谢谢"), &earlier));
    }

    #[test]
    fn soft_is_what_says_nothing() {
        assert!(is_soft("呢,亲~ 👌") && is_soft("oh, dear!") && is_soft(""));
        assert!(!is_soft("呢,可以换") && !is_soft("dear sir") && !is_soft("3"));
    }
}
