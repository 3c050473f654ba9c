# The roster: from a sheet, groups, who has left
roster-no-header = There is no header: at least a column “Name” is needed; “Staff number”, “Group”, “Role” and “Status” may be there too.
roster-no-name = No name
roster-name = This name is too long or holds characters that nobody sees: { $found }
roster-number = This staff number is too long or holds characters that nobody sees: { $found }
roster-group = This group’s name is too long or holds characters that nobody sees: { $found }
roster-role = There is no role “{ $found }”; there are: { $known }
roster-status = “{ $found }” is no status; write “active” or “left”
roster-number-twice = Staff number { $found } stands in line { $line } already
roster-name-twice = { $found } stands in line { $line } already; without staff numbers nobody can tell whether it is the same person
roster-same-person = { $found } is the same person of the roster as line { $line } speaks of
roster-several = There are several of the name { $found }; a staff number tells them apart
roster-renamed = { $before } is now { $now } (the same staff number)
roster-numbered = { $before } had no staff number and is now { $now }; if it is somebody else of the same name, put it right with onduty learner edit
roster-done = { $done ->
    [yes] Roster
   *[no] This roster would come to
}: { $added } new, { $changed } changed, { $same } as before{ $wrong ->
    [0] { "" }
   *[other] , { $wrong } wrong
}.
roster-dry = Only looked at: nothing was written. Without --dry-run they are enrolled.
roster-again = Rows that are wrong were not enrolled. Mend them and import the whole file again: nobody is enrolled twice.
roster-groups = Groups in it: { $groups }{ $more ->
    [0] { "" }
   *[other] {" "}and { $more } more
}. Who is in one: onduty learner list --group NAME
busy-enrolling = enrolling
fail-roster = This roster can't be read: { $path }
fail-group-name = “{ $name }” can't be a group's name: 1 to 40 characters that everybody sees.
fail-not-in-group = { $name } is not in the group “{ $group }”.
fail-role-unknown = There is no role “{ $role }”.
fail-left = { $name } is no longer here: nothing new can be begun; what was done stands.
hint-back = Somebody who is back: onduty learner edit NAME --back
fail-edit-nothing = Nothing was said to change.
hint-learner-edit = For example --group nights, --role after-sale-agent, --left, or --time 1.5 --reason WHY.
note-post-changed = { $name }: changed.
note-post-same = { $name }: it was so already; nothing was changed.
note-nobody-listed = There is nobody in it.
head-groups = Groups
head-post = Role
roster-who = { $what ->
    [added] New
    [added_left] New, but left already
    [left] Left
   *[other] Changed
  }: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more (--format json has all)
  }
