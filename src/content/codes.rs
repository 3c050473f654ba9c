//! The registry of everything that can be wrong with content: one line a code.
//!
//! The letter and first digit say where it is looked for: E0 files and TOML, E1 shapes, E2 ids and references, E3 questions,
//! E4 scenarios, E5 translations, W6 advice, A7 and A8 what only an exact analysis
//! shows (of scenarios, of licences), A9 of wording registers, E8 and W8 stations and licences, E9 and W9 wording registers. Four
//! sentences a code stand in `locale/*/findings.ftl`: `e201`, `e201-label`, `e201-help`, `e201-page`; a wrong example in
//! `tests/findings/`.

use crate::base::finding::{Finding, Place, Severity};

/// A kind of mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// Its stable name for people and machines, such as `E201`.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Its name in words, such as `id-twice`.
    pub name: &'static str,
}

impl Code {
    /// A finding of this kind. Characters that a terminal would obey are shown as escapes.
    pub fn at(&self, at: Place, args: &[(&'static str, &str)]) -> Finding {
        let args = args.iter().map(|(name, value)| (*name, harmless(value))).collect();
        Finding { code: self.code, severity: self.severity, at, also: None, args }
    }
}

/// A code by its stable name, in any case.
pub fn find(code: &str) -> Option<&'static Code> {
    ALL.iter().find(|c| c.code.eq_ignore_ascii_case(code))
}

fn harmless(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if super::raw::scan::is_forbidden(c) || c == '\n' {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    out
}

macro_rules! codes {
    ($($konst:ident $code:literal $severity:ident $name:literal;)+) => {
        $(
            #[doc = concat!("`", $code, "` ", $name)]
            pub const $konst: Code = Code { code: $code, severity: Severity::$severity, name: $name };
        )+
        /// Every code.
        pub const ALL: &[Code] = &[$($konst),+];
    };
}

codes! {
    UNREADABLE "E001" Error "file-unreadable";
    TOO_LARGE "E002" Error "file-too-large";
    NOT_UTF8 "E003" Error "file-not-utf-8";
    FULL_WIDTH "E004" Error "full-width-sign";
    SYNTAX "E005" Error "toml-syntax";
    KEY_TWICE "E006" Error "key-twice";
    CONTROL "E007" Error "control-character";
    TOO_DEEP "E008" Error "nested-too-deep";
    FOLDER_LOOP "E009" Error "folder-loop";
    NO_FORMAT "E010" Error "format-missing";
    NEWER_FORMAT "E011" Error "format-newer";
    NO_MAIN "E012" Error "nothing-in-file";
    TWO_MAINS "E013" Error "two-things-in-file";
    NO_LIBRARY "E015" Error "library-missing";

    WRONG_TYPE "E101" Error "wrong-type";
    KEY_MISSING "E102" Error "key-missing";
    KEY_UNKNOWN "E103" Error "key-unknown";
    BAD_ID "E104" Error "bad-id";
    BAD_WORD "E105" Error "not-one-of-the-words";
    OUT_OF_RANGE "E106" Error "out-of-range";
    EMPTY "E107" Error "empty";
    BAD_POINTS "E108" Error "bad-decimal";
    LISTED_TWICE "E109" Error "listed-twice";
    BAD_ZONE "E110" Error "bad-time-zone";

    ID_TWICE "E201" Error "id-twice";
    NO_SUCH "E202" Error "no-such-thing";
    BAD_REFERENCE "E203" Error "bad-reference";
    SHARED_SPACE "E204" Error "bank-and-scenario-same-id";
    COURSE_CYCLE "E205" Error "courses-require-each-other";
    SHELVED "E206" Error "names-a-shelved-thing";
    EXAM_ITEM "E207" Error "exam-item-in-lesson";
    VALUE_CIRCLE "E208" Error "house-values-in-a-circle";

    RIGHT_COUNT "E301" Error "not-one-right";
    RIGHT_AND_WRONG "E302" Error "right-and-wrong-needed";
    TOO_FEW "E303" Error "too-few";
    NO_POINTS "E304" Error "points-not-above-zero";
    BELOW_ZERO "E305" Error "tolerance-below-zero";
    NOTHING_LEFT "E306" Error "accepts-nothing";
    SAME_WORDS "E307" Error "same-words-twice";

    ONE_WAY "E401" Error "one-way-on";
    OPEN_BRANCH "E402" Error "branch-may-lead-nowhere";
    BAD_CONDITION "E403" Error "bad-condition";
    WRONG_SORT "E404" Error "wrong-sort-of-variable";
    CROSSING_LOOP "E405" Error "crossings-in-a-circle";
    RED_LINE_TARGET "E406" Error "red-line-must-fail";
    NO_HARMLESS "E407" Error "no-harmless-reply";
    SILENT "E408" Error "customer-says-nothing";
    BAD_VARIABLE "E409" Error "bad-variable-name";
    START_OUTSIDE "E410" Error "outside-its-range";

    NO_BANDS "E421" Error "no-bands-for-clock";
    NO_CLOCK "E422" Error "no-clock-there";
    BAD_BANDS "E423" Error "bands-not-in-order";

    UNTRANSLATED "E501" Error "untranslated";
    NOTHING_THERE "E502" Error "nothing-to-translate";
    LOGIC_ONCE "E503" Error "logic-exists-once";
    OTHER_SHAPE "E504" Error "translation-other-shape";
    NO_TRANSLATION "E505" Error "translation-missing";
    NOT_A_LANGUAGE "E506" Error "not-a-library-language";
    TRANSLATES_NOTHING "E507" Error "translates-nothing";
    TRANSLATED_TWICE "E508" Error "translated-twice";

    NEWER_TOML "W601" Warning "newer-toml";
    BOM "W602" Warning "byte-order-mark";
    NO_SOURCES "W603" Warning "sources-missing";
    UNCOVERED "W604" Warning "objective-uncovered";
    UNUSED "W605" Warning "unused";
    REPLACES "W606" Warning "replaces";
    GUESSABLE "W607" Warning "right-answer-stands-out";
    DEAD_ARM "W608" Warning "arm-never-taken";
    VALUE_UNNAMED "W609" Warning "house-value-unnamed";
    VALUE_MISWRITTEN "W610" Warning "house-value-miswritten";
    TERM_TWICE "W611" Warning "word-explained-twice";

    BAD_ANCHORS "E801" Error "anchors-not-numbered";
    BAD_SPAN "E802" Error "bad-length-of-time";
    BAD_LASTS "E803" Error "bad-validity";
    BAD_PATTERN "E804" Error "bad-number-pattern";
    NO_PART "E805" Error "no-part";
    BAD_WEIGHTS "E806" Error "weights-not-100";
    TOO_LONG "E807" Error "longer-than-the-whole";
    PRACTICE_ITEM "E808" Error "practice-item-in-exam";
    SHORT_DRAW "E809" Error "draw-cannot-be-met";
    UNPRINTABLE "E810" Error "text-no-licence-can-hold";

    MOSTLY_READING "W621" Warning "clock-mostly-reading";

    NO_EFFECT "W811" Warning "without-effect";
    SHARED_ITEM "W812" Warning "exam-shares-with-practice";
    REPEATS "W813" Warning "later-exams-repeat";
    NOT_FOR_ROLE "W814" Warning "course-not-for-role";
    NEVER_DRAWN "W815" Warning "never-drawn";
    NO_TIME "W816" Warning "no-time-for-stations";
    HOUSE_OTHERWISE "W817" Warning "house-says-otherwise";

    PHRASE_EMPTY "E901" Error "phrase-says-nothing";
    LIST_IN_LIST "E902" Error "list-in-a-list";
    COVERS_ITSELF "E903" Error "rules-cover-each-other";
    NO_RED_LINE "E904" Error "red-line-rule-without-red-line";
    WHICH_REGISTER "E905" Error "several-registers";
    EXAM_FORK "E906" Error "exam-forks-by-machine";
    RULE_RESERVED "E907" Error "rule-id-reserved";

    KEY_IDLE "W901" Warning "key-of-another-detect";
    SEEKS_NOTHING "W902" Warning "rule-looks-for-nothing";
    ONE_CHARACTER "W903" Warning "phrase-of-one-character";
    STILL_NEEDED "W904" Warning "register-still-needed";

    UNREACHABLE "A701" Error "turn-unreachable";
    STUCK "A702" Error "no-reply-left";
    VAR_RANGE "A703" Error "variable-leaves-range";
    NEVER_PASSED "A704" Error "cannot-be-passed";
    NEVER_FAILED "A705" Warning "cannot-be-failed";
    BEST_ZERO "A706" Error "best-not-above-zero";
    TOO_MANY_STATES "A707" Error "too-many-states";
    NO_WAY_OUT "A708" Error "no-way-to-an-ending";
    NEVER_OFFERED "A709" Warning "reply-never-offered";
    NEVER_DIFFERS "A710" Warning "condition-never-differs";
    NEVER_CHANGES "A711" Warning "variable-never-changes";
    STANDS_OUT "A712" Warning "best-reply-stands-out";
    PICKED_BLINDLY "A713" Warning "passed-by-picking-blindly";
    SAMPLE_SHORT "A714" Error "sample-falls-short";

    PHRASE_TWICE "A901" Warning "phrase-twice";
    NEVER_FIRES "A902" Warning "phrase-always-cancelled";

    GUESSED "A801" Error "passed-by-guessing";
    NARROW_BAND "A802" Warning "band-below-error";
    EXAM_NEVER_PASSED "A803" Error "exam-cannot-be-passed";
    EXAM_NEVER_FAILED "A804" Warning "exam-cannot-be-failed";
    TOO_FINE "A805" Warning "chances-too-fine";
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::locale::{Tongue, Words};

    #[test]
    fn codes_and_names_are_unique_and_told_by_their_letter() {
        assert_eq!(ALL.iter().map(|c| c.code).collect::<BTreeSet<_>>().len(), ALL.len());
        assert_eq!(ALL.iter().map(|c| c.name).collect::<BTreeSet<_>>().len(), ALL.len());
        for code in ALL {
            let letter = code.code.as_bytes()[0];
            assert!(letter == b'A' || (letter == b'E') == (code.severity == Severity::Error), "{}", code.code);
        }
        assert_eq!(find("e201"), Some(&ID_TWICE));
    }

    #[test]
    fn each_code_has_its_sentences_in_both_languages() {
        for words in [Words::new(Tongue::Zh), Words::new(Tongue::En)] {
            for code in ALL {
                for part in ["", "-label", "-help", "-page"] {
                    let key = format!("{}{part}", code.code.to_lowercase());
                    assert!(words.has(&key), "{key} in {:?}", words.tongue());
                }
            }
        }
    }
}
