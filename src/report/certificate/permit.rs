//! What a permit of a company must not call itself.
//!
//! A licence to work that a company gives its own people is no certificate of the state. Chinese rules on vocational certificates
//! (人社部发〔2017〕68号 and the yearly clean-ups of "山寨证书" since 2021) forbid such papers to carry 中华人民共和国, 国家, 职业资格 and the
//! like, the state's emblem, or the names of its offices; elsewhere it would mislead as well. This is the one list: looked for in title
//! and scope before a licence is issued, and in a company's own template before it is printed.

use super::Trouble;
use crate::credential::claims::Claims;

/// Found anywhere.
const CHINESE: &[&str] = &[
    "国家",
    "职业资格",
    "执业资格",
    "职业技能等级",
    "专业技术资格",
    "人社部",
    "人社局",
    "人社厅",
    "人力资源和社会保障",
    "人力资源社会保障",
    "中华人民共和国",
    "国务院",
    "国徽",
    "政府",
    "全国统一",
];
/// Found as whole words, whatever their case.
const ENGLISH: &[&str] = &[
    "national",
    "nationally",
    "state-certified",
    "state certified",
    "state certificate",
    "state emblem",
    "government",
    "ministry",
    "vocational qualification",
    "professional qualification",
    "people's republic of china",
    "state council",
];

/// The first such word in a text.
pub fn forbidden(text: &str) -> Option<&'static str> {
    let low = text.to_lowercase().replace('’', "'");
    let whole = |word: &&&str| {
        low.match_indices(**word).any(|(at, _)| {
            let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
            !letter(low[..at].chars().next_back()) && !letter(low[at + word.len()..].chars().next())
        })
    };
    // Blanks between Chinese characters hide nothing.
    let close: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    CHINESE.iter().find(|word| close.contains(**word)).or_else(|| ENGLISH.iter().find(whole)).copied()
}

/// Looks through a text.
///
/// # Errors
/// `Trouble::Word`.
pub fn of_text(text: &str) -> Result<(), Trouble> {
    forbidden(text).map_or(Ok(()), |word| Err(Trouble::Word(word)))
}

/// Looks through what a licence calls itself and what it lets its holder do.
///
/// # Errors
/// `Trouble::Word`.
pub fn of_claims(claims: &Claims) -> Result<(), Trouble> {
    let other = claims.other_title.iter().map(|(_, title)| title);
    [&claims.title, &claims.scope].into_iter().chain(other).try_for_each(|text| of_text(text))
}

#[cfg(test)]
mod tests {
    use super::forbidden;

    #[test]
    fn what_looks_like_the_states_is_found() {
        assert_eq!(forbidden("国家客服职业资格证"), Some("国家"));
        assert_eq!(forbidden("客服 职业 资格 证"), Some("职业资格"));
        assert_eq!(forbidden("National Agent Certificate"), Some("national"));
        assert_eq!(forbidden("People’s Republic of China"), Some("people's republic of china"));
    }

    #[test]
    fn what_a_company_says_of_its_own_is_not() {
        for text in ["售前客服上岗证", "International orders", "独立接待国内外客户的售前咨询", "Nationality is not asked"]
        {
            assert_eq!(forbidden(text), None, "{text}");
        }
    }
}
