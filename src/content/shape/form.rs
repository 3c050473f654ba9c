//! Texts of a certain form, as patterns (ECMA 262) for programs that complete and check while a file is typed.
//!
//! What is such a text is asked by its parser (`is_slug`, `Condition::parse`, `Span::parse`, …); `tests/schema` compares the two.

/// A text's form: every pattern must be met.
#[derive(Debug, PartialEq, Eq)]
pub struct Form(pub &'static [&'static str]);

/// Not blank.
pub const ANY: Form = Form(&[r"\S"]);
/// An id: `base::id::is_slug`.
pub const SLUG: Form = Form(&[r"^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$"]);
/// `container/item`.
pub const ITEM: Form = Form(&[r"^[^/]+/[^/]+$"]);
/// `turn/reply` of a walk.
pub const STEP: Form = Form(&["/"]);
/// `kind:id` of a thing that is hidden.
pub const THING: Form = Form(&["^[a-z]+:.+$"]);
/// The scenario that is walked.
pub const WALKED: Form = Form(&["^scenario:"]);
/// A variable's name: `condition::is_var_name`.
pub const VARIABLE: Form = Form(&[r"^[a-z][a-z0-9_-]*$"]);
/// A condition: `Condition::parse`.
pub const CONDITION: Form = Form(&[r"^\s*(!?\s*[a-z][a-z0-9_-]*|[a-z][a-z0-9_-]*\s*(==|!=|<=|>=|<|>)\s*[+-]?[0-9]{1,10})\s*$"]);
/// A length of time that may be nothing: `Span::parse`.
pub const SPAN: Form = Form(&["^[0-9]+[dhms]$"]);
/// A length of time.
pub const SOME_SPAN: Form = Form(&["^0*[1-9][0-9]*[dhms]$"]);
/// How long a licence holds: `Lasts::parse`.
pub const LASTS: Form = Form(&["^0*([1-9][0-9]{0,3}d|[1-9][0-9]{0,2}mo)$"]);
/// How licences are numbered: `Pattern::parse`.
pub const NUMBER: Form = Form(&[r"\{issuer\}", r"\{serial", r"^([^{}/\\:*?<>|]|\{(yyyymmdd|issuer|serial|serial:0*[1-9])\})+$"]);
