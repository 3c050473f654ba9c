# `wording`: chats held against the wording register.

after-wording = Exit code: 1 where an agent crossed a red line, 0 for anything lighter or nothing; 4 where the file cannot be read.

wording-head = { $path }: { $lines ->
    [one] 1 line
   *[other] { $lines } lines
  }, { $replies } by agents; { $broken } to be put better.
wording-incoming = What came in
wording-sentence = What was typed
wording-busy = Reading the chats
wording-by-rule = By rule (in how many replies)
wording-by-agent = By agent
wording-by-agent-note = per 100: places to be put better in a hundred replies.{ $timed ->
    [true] {" "}First answer, each answer: half were written within the first time, nine in ten within the second.
   *[false] {""}
  }
wording-red-line = red line
wording-major = major
wording-minor = minor
wording-agent = agent
wording-replies = replies
wording-per-hundred = per 100
wording-first = first answer
wording-each = each answer
wording-nameless = (no name)
wording-waits = { $median }/{ $ninety }
wording-seconds = { $seconds } s
wording-minutes = { $minutes } min
wording-hours = { $hours } h
wording-rule = { $severity } · { $title }
wording-instead = Better: { $words }
wording-line = line { $line }
wording-mark = «{ $text }»
wording-more = { $count } more places are not listed; --all lists them all.
wording-clean = Nothing to be put better.
wording-bad = Line { $line } { $why ->
    [no-json] is no JSON object and is left out
    [no-text] has no text and is left out
    [surplus] has more cells than the header and is left out: nobody can tell which are the words
   *[no-time] has a time that cannot be read; only its words are looked at
  }
wording-bad-more = { $count } more lines cannot be read.
wording-register = Judged by the register { $id }; for another write --register (there is also: { $others }).
wording-typed = Paste what is to be looked at; then a new line and Ctrl-D (on Windows Ctrl-Z and Enter).
fail-wording-agent = nobody can tell who is the agent in { $path }
hint-wording-agent = name the agents with --agent; these speak: { $names }
fail-wording-none = the courseware has no wording register
hint-wording-new = write one: onduty new wording chat
fail-wording-unknown = no wording register "{ $id }"
fail-wording-which = there are several wording registers; say which with --register
fail-wording-read = { $path } cannot be read: { $why ->
    [broken] from line { $line } on it is in no known encoding; save it as UTF-8
    [big5] it looks like Big5; save it as UTF-8
    [large] it is larger than { $line } MB; cut it into several files
    [quote] the quote in line { $line } is never closed
    [old] it is an Excel file of before 2007 (.xls); save it as .xlsx or CSV
    [excel] the workbook cannot be opened; save it as CSV
   *[binary] it is no text
  }
