-- Other stores' ledgers beside the own: what came from other PCs keeps the place that it has there. `origin`: empty for this store's own
-- lines, else the key of the store they come from; of those, lines may be missing. A line `copied` says that all of another ledger up
-- to a number had happened when it was written. Own lines are taken over as they were: they keep their digests.
CREATE TABLE ledger_of_stores (
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
    UNIQUE (attempt, what),
    UNIQUE (act)
) STRICT;
INSERT INTO ledger_of_stores (number, what, attempt, act, digest, previous)
    SELECT number, what, attempt, act, digest, previous FROM ledger;
DROP TABLE ledger;
ALTER TABLE ledger_of_stores RENAME TO ledger;
CREATE INDEX ledger_previous ON ledger (previous);

CREATE TRIGGER ledger_stays BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is never changed'); END;
CREATE TRIGGER ledger_is_kept BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is never deleted'); END;
