# Status lists: writing them, and reading them where a licence is checked.

ask-key-passphrase = Passphrase of the issuing key of { $name } ({ $code })
note-status-written = { $path }: { $count ->
    [0] nobody
    [one] one licence
   *[other] { $count } licences
 }
hint-status-publish = Put these files below { $url }; whoever checks licences fetches them from there.
hint-status-hand-on = No address was given for the lists when the key was made: hand these files to whoever checks licences ({ -onduty-there } verify --status FILE).
note-status-unread = Not used: { $path } cannot be opened. { $why }
note-status-other = Not used: { $path } is no status list.
note-status-altered = Not used: { $path } is not as its issuer signed it.
note-status-empty = Nothing in { $path } is a status list: it is as if no list had been given.
fail-status-url = "{ $url }" is no address for lists: it begins with https:// and ends with /, without ? or #.
fail-status-unknown = No issuing key is called { $key }.
hint-status-keys = The files of these lie here: { $keys } (what --key takes)
hint-status-each = Each key has a passphrase of its own: { $keys }. Give --key-passphrase-file FILE once for each, in any order, or take one with --key; the first alone is CODE-1.
fail-status-no-key = The key file of no issuing key lies here; lists can be signed only where one does.
licence-area = { $covered } of { $all } objectives
fail-status-unusable = A list that was asked for cannot be used; nothing was checked.
