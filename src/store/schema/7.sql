-- A learner's attempts are asked for by the thousand where licences are issued to everybody who may.
CREATE INDEX attempt_of_learner ON attempt (learner);
