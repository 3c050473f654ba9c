-- Staff, what they do, and the licences they issue. Rows of act are only ever added, like the rest of the record.
-- Runs without foreign keys looked at, so that a damaged store opens as before, and is found damaged.

-- People who train, examine and issue. Nothing refers to this table, as with learner.
CREATE TABLE staff (
    id      TEXT    NOT NULL PRIMARY KEY,
    name    TEXT    NOT NULL,
    created INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The record of what staff did: an act's canonical JSON, SHA-256 of these very bytes, and the signature.
CREATE TABLE act (
    id        TEXT NOT NULL PRIMARY KEY,
    json      TEXT NOT NULL,
    digest    TEXT NOT NULL CHECK (length(digest) = 64),
    signature TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- No number, and no serial of an issuing key, is given twice. Over the act itself, so that nothing beside it can say otherwise.
CREATE UNIQUE INDEX act_number ON act (json ->> '$.deed.number') WHERE json ->> '$.deed.act' = 'issued';
CREATE UNIQUE INDEX act_serial ON act (json ->> '$.deed.issuer', json ->> '$.deed.serial')
    WHERE json ->> '$.deed.act' = 'issued';

-- Why it was done, and a licence's credential in canonical JSON: the parts of an act that may be deleted.
CREATE TABLE reason (
    act   TEXT NOT NULL PRIMARY KEY REFERENCES act (id),
    salt  TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE credential (
    act  TEXT NOT NULL PRIMARY KEY REFERENCES act (id),
    json TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One chain over all attempts and acts: when each attempt began and ended, when each act was done. Its lines are taken over as they
-- were: they keep their digests.
CREATE TABLE ledger_of_all (
    number   INTEGER NOT NULL PRIMARY KEY CHECK (number >= 0),
    what     TEXT    NOT NULL,
    attempt  TEXT    REFERENCES attempt (id),
    act      TEXT    REFERENCES act (id),
    digest   TEXT    NOT NULL CHECK (length(digest) = 64),
    previous TEXT    CHECK (length(previous) = 64),
    CHECK ((attempt IS NULL) <> (act IS NULL)),
    UNIQUE (attempt, what),
    UNIQUE (act)
) STRICT;
INSERT INTO ledger_of_all (number, what, attempt, digest, previous) SELECT number, what, attempt, digest, previous FROM ledger;
DROP TABLE ledger;
ALTER TABLE ledger_of_all RENAME TO ledger;

CREATE TRIGGER act_stays BEFORE UPDATE ON act BEGIN SELECT RAISE(ABORT, 'an act is never changed'); END;
CREATE TRIGGER act_is_kept BEFORE DELETE ON act BEGIN SELECT RAISE(ABORT, 'an act is never deleted'); END;
CREATE TRIGGER reason_stays BEFORE UPDATE ON reason BEGIN SELECT RAISE(ABORT, 'a reason may be erased, not changed'); END;
CREATE TRIGGER credential_stays BEFORE UPDATE ON credential
    BEGIN SELECT RAISE(ABORT, 'a credential may be erased, not changed'); END;
CREATE TRIGGER ledger_stays BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is never changed'); END;
CREATE TRIGGER ledger_is_kept BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is never deleted'); END;

-- Staff numbers: one person each, which the program asks within the transaction that writes one. No unique index: the first schema
-- let a number be given twice, and such a store has to open.
