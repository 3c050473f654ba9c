-- Where people work: their groups (a JSON array of names, sorted), their role, since when they are no longer here.
ALTER TABLE learner ADD COLUMN groups TEXT NOT NULL DEFAULT '[]';
ALTER TABLE learner ADD COLUMN role TEXT;
ALTER TABLE learner ADD COLUMN left_at INTEGER;
CREATE INDEX learner_of_number ON learner (staff_number);
