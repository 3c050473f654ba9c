//! Which column says what, whatever the program calls it.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::exchange::table::Row;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    /// The words.
    Text,
    /// Who spoke.
    Name,
    /// On which side.
    Side,
    /// When.
    Time,
    /// In which talk.
    Talk,
}

/// What one line says; empty where it says nothing.
#[derive(Debug, Default)]
pub(super) struct Fields {
    pub text: String,
    pub name: String,
    pub side: String,
    pub time: String,
    pub talk: String,
}

impl Fields {
    const fn of(&mut self, field: Field) -> &mut String {
        match field {
            Field::Text => &mut self.text,
            Field::Name => &mut self.name,
            Field::Side => &mut self.side,
            Field::Time => &mut self.time,
            Field::Talk => &mut self.talk,
        }
    }
}

/// The names of each, as programs write them; compared without case, spaces, `_` and `-`.
const NAMES: &[(Field, &[&str])] = &[
    (
        Field::Text,
        &[
            "内容",
            "消息内容",
            "消息",
            "聊天内容",
            "回复内容",
            "回复",
            "文本",
            "话术",
            "正文",
            "text",
            "content",
            "message",
            "msg",
            "body",
            "reply",
            "messagetext",
            "messagecontent",
        ],
    ),
    (
        Field::Name,
        &[
            "发送者",
            "发送人",
            "发言人",
            "说话人",
            "姓名",
            "昵称",
            "账号",
            "帐号",
            "客服",
            "客服昵称",
            "子账号",
            "旺旺",
            "谁",
            "speaker",
            "sender",
            "from",
            "name",
            "user",
            "username",
            "nickname",
            "author",
            "agent",
            "agentname",
            "who",
            "sendername",
        ],
    ),
    (
        Field::Side,
        &[
            "角色",
            "身份",
            "发送方",
            "发送方类型",
            "发送者类型",
            "消息方向",
            "方向",
            "类型",
            "role",
            "side",
            "type",
            "sendertype",
            "direction",
            "party",
            "participant",
            "speakertype",
            "authortype",
        ],
    ),
    (
        Field::Time,
        &[
            "时间",
            "发送时间",
            "消息时间",
            "聊天时间",
            "日期时间",
            "time",
            "timestamp",
            "datetime",
            "date",
            "sentat",
            "createdat",
            "senttime",
            "at",
            "ts",
        ],
    ),
    (
        Field::Talk,
        &[
            "会话",
            "会话id",
            "会话编号",
            "会话号",
            "对话",
            "对话id",
            "对话编号",
            "买家",
            "买家昵称",
            "客户",
            "客户昵称",
            "顾客",
            "talk",
            "conversation",
            "conversationid",
            "chat",
            "chatid",
            "session",
            "sessionid",
            "thread",
            "threadid",
            "ticket",
            "ticketid",
            "customer",
            "buyer",
        ],
    ),
];

fn field(name: &str) -> Option<Field> {
    let plain: String =
        name.to_lowercase().chars().filter(|c| !c.is_whitespace() && !matches!(c, '_' | '-' | '\u{feff}')).collect();
    NAMES.iter().find(|(_, names)| names.contains(&plain.as_str())).map(|(field, _)| *field)
}

/// The columns of a table.
pub(super) struct Columns {
    /// What is known, and where it stands.
    known: BTreeMap<Field, usize>,
    /// How many the header names; `None` without one.
    named: Option<usize>,
}

impl Columns {
    /// A row as a header; `None` where no cell names the text.
    pub(super) fn of(head: &[String]) -> Option<Self> {
        let mut out = BTreeMap::new();
        for (at, cell) in head.iter().enumerate() {
            if let Some(field) = field(cell) {
                out.entry(field).or_insert(at);
            }
        }
        out.contains_key(&Field::Text).then_some(Self { known: out, named: Some(head.len()) })
    }

    /// Without a header: texts, and nothing else.
    pub(super) fn bare() -> Self {
        Self { known: [(Field::Text, 0)].into(), named: None }
    }

    /// What a row says. Cells beyond the header's are a text that was cut where nobody put quotes, and go on with it as they were
    /// written; `None` where they cannot be the text's.
    pub(super) fn read(&self, row: &Row, between: char) -> Option<Fields> {
        let mut fields = Fields::default();
        self.known.iter().for_each(|(field, at)| row.cell(*at).clone_into(fields.of(*field)));
        if row.cells.len() > self.named.unwrap_or(1) {
            let text = self.named.and_then(|named| named.checked_sub(1)).filter(|last| self.known[&Field::Text] == *last)?;
            row.cells[text..].join(&between.to_string()).trim().clone_into(&mut fields.text);
        }
        Some(fields)
    }
}

/// Whether a line of text is the header of a table.
pub(super) fn is_header_line(line: &str) -> bool {
    let cells: Vec<String> = line.split([',', ';', '\t']).map(|cell| cell.trim().trim_matches('"').to_owned()).collect();
    // One column alone is no table but a line that happens to be such a word.
    cells.len() > 1 && Columns::of(&cells).is_some()
}

/// The fields of a JSON object; `None` where it is none.
pub(super) fn of_object(value: &Value) -> Option<Fields> {
    let mut out = Fields::default();
    for (name, value) in value.as_object()? {
        let text = match value {
            Value::String(text) => text.trim().to_owned(),
            Value::Number(number) => number.to_string(),
            Value::Bool(_) | Value::Null | Value::Array(_) | Value::Object(_) => continue,
        };
        // Of two columns of one meaning the first that says something.
        if let Some(field) = field(name).map(|field| out.of(field)).filter(|field| field.is_empty()) {
            *field = text;
        }
    }
    Some(out)
}
