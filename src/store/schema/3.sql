-- What trainers and trainees say to each other about attempts: beside the record, not sealed, and erased with the person.
CREATE TABLE saying (
    number  INTEGER NOT NULL PRIMARY KEY,
    id      TEXT    NOT NULL UNIQUE,
    attempt TEXT    NOT NULL REFERENCES attempt (id),
    json    TEXT    NOT NULL
) STRICT;
CREATE INDEX saying_of_attempt ON saying (attempt);

CREATE TRIGGER saying_stays BEFORE UPDATE ON saying BEGIN SELECT RAISE(ABORT, 'what was said may be erased, not changed'); END;
