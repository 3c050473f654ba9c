-- What two other PCs say they did stands in both their ledgers: an act says nothing of where it was signed. In one ledger nothing is sealed
-- twice. Lines are taken over as they were: they keep their digests.
CREATE TABLE ledger_of_all_stores (
    origin   TEXT    NOT NULL DEFAULT '',
    number   INTEGER NOT NULL CHECK (number >= 0),
    what     TEXT    NOT NULL,
    attempt  TEXT,
    act      TEXT,
    copied   TEXT,
    upto     INTEGER CHECK (upto >= 0),
    digest   TEXT    NOT NULL CHECK (length(digest) = 64),
    previous TEXT    CHECK (length(previous) = 64),
    CHECK ((attempt IS NOT NULL) + (act IS NOT NULL) + (copied IS NOT NULL) = 1),
    CHECK ((copied IS NULL) = (upto IS NULL)),
    PRIMARY KEY (origin, number),
    UNIQUE (attempt, what, origin),
    UNIQUE (act, origin)
) STRICT;
INSERT INTO ledger_of_all_stores (origin, number, what, attempt, act, copied, upto, digest, previous)
    SELECT origin, number, what, attempt, act, copied, upto, digest, previous FROM ledger;
DROP TABLE ledger;
ALTER TABLE ledger_of_all_stores RENAME TO ledger;
CREATE INDEX ledger_previous ON ledger (previous);

CREATE TRIGGER ledger_stays BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is never changed'); END;
CREATE TRIGGER ledger_is_kept BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is never deleted'); END;
