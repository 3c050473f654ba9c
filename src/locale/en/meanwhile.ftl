# Two at once: what somebody else does at this moment.

fail-issue-busy = Somebody else is signing for exam { $id } at this moment.
hint-issue-busy = Wait a moment, then give the same command again. What the other one signed counts; nobody is given two licences.
note-batch-held = { $count } left out because somebody else was signing for them at this moment: give the same command again.
note-one-name = More than one PC goes by the name { $name }, each with its own key: { $keys }. If there is only one, its records were begun anew, or somebody else sent one of these files.
