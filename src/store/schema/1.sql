-- What an onduty store holds. Rows of attempt, content, event and ledger are only ever added: the triggers refuse anything else.
-- Digests are SHA-256 in lower-case hex, moments are milliseconds since 1970-01-01T00:00:00Z, ids are the program's own texts.

-- People. Nothing below refers to this table by a foreign key, so that a person can be erased and the record stands.
CREATE TABLE learner (
    id           TEXT    NOT NULL PRIMARY KEY,
    name         TEXT    NOT NULL,
    staff_number TEXT,
    language     TEXT,
    plain        INTEGER NOT NULL CHECK (plain IN (0, 1)),
    created      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Settings of this PC.
CREATE TABLE setting (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What attempts used, once a digest.
CREATE TABLE content (
    digest TEXT NOT NULL PRIMARY KEY CHECK (length(digest) = 64),
    bytes  BLOB NOT NULL
) STRICT;

-- For lists. Written once, when an attempt begins; what changes later (newest event, count, closed) is looked up.
CREATE TABLE attempt (
    id           TEXT    NOT NULL PRIMARY KEY,
    learner      TEXT    NOT NULL,
    subject_kind TEXT    NOT NULL,
    subject_id   TEXT    NOT NULL,
    started      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The record: an event's canonical JSON, and SHA-256 of these very bytes.
CREATE TABLE event (
    attempt TEXT    NOT NULL REFERENCES attempt (id),
    seq     INTEGER NOT NULL CHECK (seq >= 0),
    at      INTEGER NOT NULL,
    json    TEXT    NOT NULL,
    digest  TEXT    NOT NULL CHECK (length(digest) = 64),
    PRIMARY KEY (attempt, seq)
) STRICT, WITHOUT ROWID;

-- Typed words and their salt: the one part of an attempt that may be deleted.
CREATE TABLE beside (
    attempt TEXT    NOT NULL,
    seq     INTEGER NOT NULL,
    salt    TEXT    NOT NULL,
    words   TEXT    NOT NULL,
    PRIMARY KEY (attempt, seq),
    FOREIGN KEY (attempt, seq) REFERENCES event (attempt, seq)
) STRICT, WITHOUT ROWID;

-- One chain over all attempts: when each began and ended.
CREATE TABLE ledger (
    number   INTEGER NOT NULL PRIMARY KEY CHECK (number >= 0),
    what     TEXT    NOT NULL,
    attempt  TEXT    NOT NULL REFERENCES attempt (id),
    digest   TEXT    NOT NULL CHECK (length(digest) = 64),
    previous TEXT    CHECK (length(previous) = 64),
    UNIQUE (attempt, what)
) STRICT;

CREATE TRIGGER content_stays BEFORE UPDATE ON content BEGIN SELECT RAISE(ABORT, 'content is never changed'); END;
CREATE TRIGGER content_is_kept BEFORE DELETE ON content BEGIN SELECT RAISE(ABORT, 'content is never deleted'); END;
CREATE TRIGGER attempt_stays BEFORE UPDATE ON attempt BEGIN SELECT RAISE(ABORT, 'an attempt is never changed'); END;
CREATE TRIGGER attempt_is_kept BEFORE DELETE ON attempt BEGIN SELECT RAISE(ABORT, 'an attempt is never deleted'); END;
CREATE TRIGGER event_stays BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;
CREATE TRIGGER event_is_kept BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END;
CREATE TRIGGER beside_stays BEFORE UPDATE ON beside BEGIN SELECT RAISE(ABORT, 'words may be erased, not changed'); END;
CREATE TRIGGER ledger_stays BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is never changed'); END;
CREATE TRIGGER ledger_is_kept BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is never deleted'); END;
