-- What managers assign: a course or a licence, to a group (its name) or a learner (the id), by a day (2026-12-01). Beside the record.
CREATE TABLE assignment (
    subject_kind TEXT    NOT NULL,
    subject_id   TEXT    NOT NULL,
    to_kind      TEXT    NOT NULL CHECK (to_kind IN ('group', 'learner')),
    to_name      TEXT    NOT NULL,
    due          TEXT,
    at           INTEGER NOT NULL,
    PRIMARY KEY (subject_kind, subject_id, to_kind, to_name)
) STRICT, WITHOUT ROWID;
