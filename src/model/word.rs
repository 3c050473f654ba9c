//! The words that authors choose from: each list once, with what it means.

use serde::{Deserialize, Serialize};

macro_rules! words {
    ($($(#[$doc:meta])+ $name:ident { $($(#[$vdoc:meta])+ $variant:ident = $word:literal,)+ })+) => {$(
        $(#[$doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$vdoc])+ #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// All of them with the words authors write.
            pub const ALL: &[(&'static str, Self)] = &[$(($word, Self::$variant)),+];

            /// The words alone.
            pub const WORDS: &[&'static str] = &[$($word),+];

            /// The word authors write.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
    )+};
}

words! {
    /// What a bank or scenario may be used for.
    Use {
        /// Learning.
        Practice = "practice",
        /// Exams only: never offered, listed with its key or debriefed to a learner.
        Exam = "exam",
        /// Both.
        Both = "both",
    }
    /// What lies beside the record, and may be let go after a while.
    Letting {
        /// Words typed in courses, quizzes, reviews and practice.
        PracticeWords = "practice_words",
        /// Words typed in exams, and examiners' notes.
        ExamWords = "exam_words",
        /// What trainers and learners said to each other.
        Said = "said",
        /// The reasons of what staff signed.
        Reasons = "reasons",
        /// All that can be erased of those who are no longer here.
        LeftPeople = "left_people",
    }
    /// Where a thing is in its life.
    Status {
        /// Being written.
        Draft = "draft",
        /// In use.
        Live = "live",
        /// No longer in use.
        Retired = "retired",
    }
    /// What a change of a text was.
    Change {
        /// A slip of writing.
        Typo = "typo",
        /// Other words, the same meaning.
        Wording = "wording",
        /// Another answer is right.
        Key = "key",
        /// It says something else.
        Meaning = "meaning",
    }
    /// How bad it is to break a wording rule; the order is that of weight.
    Severity {
        /// Costs a little.
        Minor = "minor",
        /// Costs much.
        Major = "major",
        /// Fails.
        RedLine = "red-line",
    }
    /// How a wording rule is found.
    Finds {
        /// By phrases.
        Phrases = "phrases",
        /// The whole reply is one word.
        OneWord = "one-word",
        /// Shorter than the customer's words.
        Shorter = "shorter",
        /// Sent before in this talk.
        Again = "again",
        /// Somebody's contact data.
        Contact = "contact",
        /// Where authors mark a reply with it.
        Tagged = "tagged",
    }
    /// What an objective asks for.
    Aim {
        /// Taught by a lesson and asked.
        Know = "know",
        /// Taught and played, written or observed.
        Do = "do",
    }
    /// When in a career a course is taken (《电商平台客服与售后处理规范》: 分层培训).
    Layer {
        /// 入职
        Onboarding = "onboarding",
        /// 定期复训
        Refresher = "refresher",
        /// 专项
        Special = "special",
    }
    /// What a course is about (《电商平台客服与售后处理规范》: 培训内容).
    CourseBlock {
        /// 基础知识
        Basics = "basics",
        /// 专业技能
        Professional = "professional",
        /// 沟通技巧
        Communication = "communication",
        /// 应急处理
        Emergency = "emergency",
    }
    /// What kind of talk it is.
    Category {
        /// 服务态度
        Attitude = "attitude",
        /// 沟通
        Communication = "communication",
        /// 处理异议
        Objection = "objection",
        /// 纠纷
        Dispute = "dispute",
    }
    /// How one talks.
    Channel {
        /// A shop's chat window.
        Chat = "chat",
        /// By telephone.
        Phone = "phone",
        /// A ticket or mail.
        Ticket = "ticket",
        /// Face to face.
        Counter = "counter",
    }
    /// How a talk ends.
    Outcome {
        /// Solved.
        Resolved = "resolved",
        /// Partly solved.
        Partial = "partial",
        /// Handed on.
        Escalated = "escalated",
        /// The customer is gone.
        Lost = "lost",
        /// Failed outright; where red lines lead.
        Failed = "failed",
    }
    /// Credit as the customer's panel shows it.
    Credit {
        /// Low.
        Low = "low",
        /// High.
        High = "high",
    }
    /// How long the customer has been registered.
    Registered {
        /// For long.
        Long = "long",
        /// Recently.
        Recent = "recent",
    }
    /// Who may give the replies of an exam.
    Accepts {
        /// A person at the keyboard.
        Person = "person",
        /// A file of answers, for test libraries.
        Script = "script",
    }
    /// Whether who trained or examined a candidate may issue the licence.
    Independence {
        /// No.
        Strict = "strict",
        /// Yes, and every licence says so.
        None = "none",
    }
    /// What a scheme may say that it takes two persons.
    Weighty {
        /// Issuing a licence.
        Issue = "issue",
        /// Suspending one.
        Suspend = "suspend",
        /// Making a suspended one good again.
        Reinstate = "reinstate",
        /// Taking one back for good.
        Revoke = "revoke",
        /// Saying that a provisional one's conditions are fulfilled.
        Fulfil = "fulfil",
    }
    /// How a licence names its holder.
    Naming {
        /// In plain letters.
        Plain = "plain",
        /// By a salted hash: who is told the name can compare it, the file does not show it.
        Hashed = "hashed",
    }
    /// What a red line in an exam's role-play does.
    RedLine {
        /// The exam is failed, whatever else was earned.
        Fail = "fail",
        /// The role-play counts 0.
        Zero = "zero",
    }
    /// What a candidate is told of an exam that is over.
    Disclose {
        /// Passed or not, and the parts.
        None = "none",
        /// Parts, skills, objectives and rules missed; no key, no best reply.
        Skills = "skills",
        /// Everything, question by question.
        Full = "full",
    }
    /// What becomes of an item that somebody found wrong.
    Ruling {
        /// It is right as it is.
        Keep = "keep",
        /// Its words are mended.
        Reword = "reword",
        /// Its key is mended.
        Rekey = "rekey",
    }
    /// Which part of an exam or observation.
    PartOf {
        /// Questions with an answer sheet.
        Theory = "theory",
        /// Role-plays, forward only.
        Practice = "practice",
        /// A station's steps, with a sheet as well.
        Station = "station",
    }
    /// What a member of staff may do.
    StaffRole {
        /// Trains; may not issue to those trained where a scheme is strict.
        Trainer = "trainer",
        /// Admits, observes, decides, voids, grants.
        Examiner = "examiner",
        /// Issues licences.
        Issuer = "issuer",
        /// Reads and checks everything, changes nothing.
        Auditor = "auditor",
    }
    /// What an invigilator saw of who a candidate is.
    Identity {
        /// The state's identity card.
        IdCard = "id-card",
        /// The company's staff card.
        StaffCard = "staff-card",
        /// The invigilator knows the person.
        Known = "known",
    }
    /// What moves a buyer (《淘宝客服工作流程》: 客户购物心理).
    Mind {
        /// 算计
        Reckoning = "reckoning",
        /// 攀比
        Comparing = "comparing",
        /// 恐惧
        Fear = "fear",
        /// 好奇
        Curiosity = "curiosity",
        /// 自拥
        SelfRegard = "self-regard",
    }
}

impl Use {
    /// Whether a learner may meet it outside an exam.
    pub const fn is_for_practice(self) -> bool {
        matches!(self, Self::Practice | Self::Both)
    }
}

impl PartOf {
    /// Whether one goes to any item, changes answers and hands in.
    pub const fn has_sheet(self) -> bool {
        matches!(self, Self::Theory | Self::Station)
    }
}
