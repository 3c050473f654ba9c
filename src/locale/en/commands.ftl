# What is typed here, and on another computer: see locale/again
-onduty = onduty
-onduty-there = onduty

# Help
help-template = {"{about-with-newline}"}
    Usage: {"{usage}"}

    {"{all-args}{after-help}"}

help-template-commands = {"{about-with-newline}"}
    Usage: {"{usage}"}

    Commands:
    {"{subcommands}"}

    {"{options}{after-help}"}

help-own = Arguments
help-global = General options
help-after =
    For trainers: onduty trainer    For managers: onduty manager
    First time? Type just onduty and press Enter.
help-more = How to use one: onduty COMMAND --help
usage-command = {" "}COMMAND
usage-command-optional = {" "}[COMMAND]
usage-options = {" "}[OPTIONS]

cmd-onduty = On duty: take courses, rehearse conversations, earn the licence to work. Without a command, opens home.
cmd-learn = Take a course
cmd-quiz = Answer questions, each one explained
cmd-practise = Talk with a customer, then hear how it went
cmd-review = What you missed comes back before you forget it
cmd-resume = Go on where you left off
cmd-progress = Where you stand and what comes next
cmd-show = Read one attempt again from the start
cmd-remark = Tell the trainer that an item is wrong
cmd-exam = Sit the exam of a licence
cmd-result = What an exam came to
cmd-staff = Trainers, examiners, issuers
cmd-staff-add = Add someone with a key of their own
cmd-staff-list = List everybody
cmd-staff-leave = Somebody leaves: roles end, past acts stand
cmd-staff-rekey = Give somebody a new key, where a passphrase was lost
cmd-key-rotate = A new key takes the place of one
cmd-key-retire = A key signs nothing any more
cmd-key = The organisation's issuing keys
cmd-key-new = Make an issuing key
cmd-key-show = List issuing keys, for whoever checks licences
cmd-observe = Watch a candidate at a station and mark it
cmd-mark = Read what was written in exams, agree with the program or overrule it
cmd-decide = Decide a borderline exam, or between two examiners
cmd-void = Declare an exam void
cmd-grant = Grant one more exam
cmd-appeal = Appeal against an exam's result; for managers: list, look at and decide appeals
cmd-appeal-open = Say what is not right with a result; you get a receipt number and an answer in time
cmd-appeal-list = List appeals, with the days left
cmd-appeal-inspect = Everything that bears on an appeal
cmd-appeal-decide = Decide an appeal, by an examiner who had no part in the exam
cmd-regrade = Mark again what was sat: nothing may change; or see who would fare otherwise under today's content
cmd-issue = Issue a licence
cmd-renew = Renew a licence, after its refresher courses
cmd-suspend = Suspend a licence
cmd-reinstate = Make a suspended licence good again
cmd-revoke = Take a licence back for good
cmd-fulfil = Say that a provisional licence's conditions are fulfilled
cmd-confirm = Be the second person, where it takes two
cmd-cut = Work out the basis of a pass mark, from judges or from ratings
cmd-waive = Waive a course for someone who has learnt it elsewhere
cmd-licences = List licences issued
cmd-report = Reports: of a group, a person, a licence, a week; the training archive
cmd-report-cohort = A group: progress, pass rates, gaps, time to the licence, who is late
cmd-report-learner = A person's training file: what was learned, with what result, what it was good for
cmd-report-licence = A licence: how they stand, pass rates, totals, items to look at
cmd-report-weekly = A week beside the week before, what ends soon, who is late, what is missed
cmd-report-archive = The training archive: time, content, form, result, later application
cmd-audit = Go through everything that is kept: was anything changed, deleted, does anything not fit
cmd-backup = Copy all records into one file, while they are in use
cmd-restore = Put a backup in the place of the records
cmd-retention = What lies beside the record and is due to go: list it, or let it go
cmd-verify = Check licence files; no records are needed
cmd-status = Write the signed lists of licences revoked and suspended
cmd-switch = Another person uses this computer
cmd-trainer = The trainer's commands
cmd-manager = The manager's commands
cmd-list = List courses, banks, scenarios, stations, licences, objectives
cmd-check = Find every mistake in courseware at once
cmd-analyse = Work out a role-play or a licence's exam: can it be passed, bluffed, is it fair
arg-analyse-id = The scenario or licence, such as one-star-call or licence:after-sale-agent
cmd-explain = Explain a finding's code
cmd-new = Begin a piece of courseware: a scenario, station, bank, course …
cmd-tidy = Mend how a file is written: encoding, full-width signs; shown before it is changed
cmd-schema = What can be written in courseware, for editors
cmd-graph = Draw a scenario as a picture
cmd-note = Leave a word about a learner's attempt
cmd-replay = Step through a conversation on a projector
cmd-remarks = What learners found wrong: read and answer it
cmd-import = Turn questions and role-plays from Excel, CSV, GIFT or text into courseware
cmd-export = Write a bank or scenario as Excel, CSV or GIFT
cmd-test = Walk every written walk: does it come out right, and what was never walked
cmd-preview = Look at a scenario: what each reply does; jump, step back, set variables; no record
cmd-stats = What recorded marks say: too hard, too easy, does not separate
cmd-wording = What was written to customers: which rules it breaks, where, and how quickly it was answered
cmd-glossary = What the words of the trade mean
cmd-assign = Assign a course or licence: to whom, by which day
cmd-group = How far groups are
cmd-group-list = All groups
cmd-group-show = How far a group is, who is stuck, what most of them miss
cmd-group-remind = Who has still what to do: words to paste, a table, a calendar
cmd-send = Write what is new on this PC as one file, for the manager
cmd-collect = Take in what other PCs sent, each thing checked
cmd-learner = The roster
cmd-learner-add = Enrol a person
cmd-learner-edit = Change a person's name, number, groups, role; or give more time, no clock on replies (signed by an examiner)
cmd-learner-erase = Erase what is held about a person
cmd-learner-export = Write out everything held about a person, for that person
cmd-learner-import = Enrol a company's roster (Excel, CSV)
cmd-learner-list = List everybody
cmd-learner-show = See how far a person is
cmd-completions = Make completions for a shell

arg-help = Show this help
arg-version = Show the version
arg-learner = Who is here: name, staff number or id (or ONDUTY_LEARNER)
arg-library = A folder of courseware; may be repeated (ONDUTY_LIBRARY)
arg-store = Where records are kept: a file, or memory: (ONDUTY_STORE)
arg-lang = Language: zh-CN or en (ONDUTY_LANG)
arg-format = Output for people (text) or for programs (json)
arg-color = Colour: auto, always, never (NO_COLOR is honoured)
arg-plain = Only append lines: for screen readers and simple terminals
arg-course = Id of the course
arg-again = Start afresh instead of going on
arg-out = Write the course as one page for phone and paper
arg-answers = Take the answers from a file
arg-bank = Id of the question bank
arg-review-count = At most so many (20 unless you say)
arg-count = How many questions (10 unless told)
arg-scenario = Id of the scenario
arg-attempt = Which attempt: its number, or the end of it
arg-switch-learner = Name, staff number or id
arg-kind = One of courses, banks, scenarios, stations, licences, standards, wordings, objectives, attempts
arg-schema-kind = The kind of file; without it, which there are
arg-schema-out = Write a file for each kind into this folder
arg-path = A folder of courseware; without it, the library in use
arg-strict = Warnings count too
arg-watch = Checks again at every save, until Esc or Ctrl-C
arg-preview-id = The id of a scenario, course or bank
arg-test-path = A folder of courseware, or one file; with --record, the scenario's id
arg-record = Plays the scenario and writes it down as a walk of this id
arg-test-out = The file that the walk goes to; without it, beside the scenario
arg-code = A finding's code, such as E201
arg-glossary-word = A word, or a part of it; without one: all
arg-wording-file = Chats (CSV, XLSX, JSON), any text, or a sentence in quotation marks; without it, or with -, what comes in
arg-wording-agent = An agent's name, where the file does not tell; may be given several times
arg-wording-register = By which register (its id)
arg-wording-public = Everybody can read them, such as explanations under reviews
arg-wording-show-personal = Show telephone numbers, addresses and the like as they are
arg-wording-all = List every place
arg-tidy-file = The file to mend
arg-yes = Change it without asking
arg-new-kind = What to write: library, course, bank, scenario, station, licence, wording, standard, glossary, syllabus, walks
arg-new-id = Its id, such as late-parcel: small letters, digits and -
arg-template = What to begin from: greeting, objection, bargaining, late-change, dispute-call, triage
arg-guided = Writes a scenario by question and answer; stop at any time, go on next time
arg-new-out = Where to write it; without it, the courseware folder in use
arg-to = The format: gift, csv, xlsx
arg-graph-to = As what: svg, mermaid or dot (without it, by the file's name, else svg)
arg-graph-out = Write the picture to a file, such as graph.svg
arg-graph-attempt = Mark the way of this attempt
arg-traffic = Tell how often each reply was chosen
arg-turn = Beside which step: its number, or the id of a turn or question
arg-words = The words
arg-note-staff = Who says it: a name
arg-remark-item = Which place: its number, or the id of a turn or question
arg-no-name = Show no name
arg-remark = Which remark: its number, or the end of its id
arg-ruling = keep (it is right), reword (mend the words) or rekey (mend the key)
arg-all = Answered ones too
arg-remarks-staff = Who answers: a name
arg-import-file = The file to take in
arg-from = Its format; without it, found out
arg-id = The id to give it; without it, the file's name
arg-title = The title to give it
arg-import-out = Where to write it; without it, the courseware folder in use
arg-force = Write over a file that is there
arg-thing = Id of a bank or scenario
arg-export-out = Where to write it; without it, it is shown
arg-knows = A candidate more, who knows this share, such as 0.75
arg-name = The name
arg-staff-number = The staff number
arg-assign-what = id or title of a course or licence; without it, all that is assigned is listed
arg-assign-to = to this group: who is in it now, and who comes later
arg-assign-learner = to this one person
arg-assign-due = the last day for it, such as 2026-12-01
arg-assign-withdraw = takes it back
arg-group-show-group = the group's name
arg-group-show-watch = goes on showing it as it changes; Esc ends it
arg-group-remind-group = the group's name
arg-group-remind-out = a file instead: .csv, .xlsx, or .ics for calendars
arg-report-cohort-group = Only who is in this group
arg-report-cohort-from = Only who was enrolled from this day on, such as 2026-09-01
arg-report-cohort-to = Only who was enrolled until this day
arg-report-cohort-on = As things stood at the end of that day
arg-report-cohort-out = A file instead: .html, .csv, .xlsx or .json
arg-report-learner-on = As things stood at the end of that day
arg-report-learner-out = A file instead: .html, .csv, .xlsx or .json
arg-report-licence-on = As things stood at the end of that day
arg-report-licence-out = A file instead: .html, .csv, .xlsx or .json
arg-report-weekly-group = Only who is in this group
arg-report-weekly-on = As things stood at the end of that day
arg-report-weekly-out = A file instead: .html, .csv, .xlsx or .json
arg-report-archive-group = Only who is in this group
arg-report-archive-on = As things stood at the end of that day
arg-report-archive-out = A file instead: .html, .csv, .xlsx or .json
arg-report-learner-learner = Name, staff number or id
arg-report-licence-licence = The licence, by id or title; without it they are listed
arg-report-weekly-week = Which week, such as 2026-W47; without it, this one
arg-report-archive-from = Only what was begun from this day on
arg-report-archive-to = Only what was begun until this day
arg-send-dir = the folder it goes to: a shared one, or a stick
arg-send-name = what this PC is called from now on
arg-send-all = everything once more, not only what is new
arg-send-roster = roster, staff and assignments instead: for other PCs
arg-collect-dir = the folder where the files are
arg-collect-new-desk = go by another desk's roster from now on
arg-collect-yes = Without asking, for scripts: this PC is the desk
arg-learner-edit-learner = Name, staff number or id
arg-learner-edit-time = Limits and clocks are so many times as long, from 1 to 5; 1 takes it back
arg-learner-edit-no-reply-clock = Replies are not timed
arg-learner-edit-reason = Why (more time needs it); with --name or --staff-number an examiner signs by it that it is the same person. It goes on no licence
arg-learner-import-file = The roster: CSV or Excel with at least a column “Name”
arg-learner-import-group = Puts everybody in it into this group too
arg-learner-import-dry-run = Tells what would be done and writes nothing
arg-learner-list-group = Only who is in this group
arg-learner-list-left = Those who are no longer here
arg-learner-edit-name = Another name
arg-learner-edit-staff-number = Another staff number
arg-learner-edit-group = Puts the person into a group; may be given several times
arg-learner-edit-no-group = Takes the person out of a group
arg-learner-edit-role = What the person does: a role of the courseware, by name or id
arg-learner-edit-left = No longer here: nothing new can be begun, what was done stands
arg-learner-edit-back = Here again
arg-learner-show-learner = Name, staff number or id
arg-shell = One of bash, zsh, fish, powershell, elvish
arg-licence = The licence scheme's id
arg-ready = Only say whether one may sit and what is missing
arg-staff = Who acts: name or id
arg-new-passphrase-file = The passphrase of the new key from a file (for scripts)
arg-passphrase-file = The key's passphrase from a file (for scripts)
arg-result-out = Write the result as a page
arg-role = trainer, examiner, issuer or auditor; may be given several times
arg-staff-leave-name = Name or id
arg-staff-rekey-name = Name or id
arg-key-rotate-code = The key's code, such as SH1
arg-key-rotate-reason = Why; without one, that it was due
arg-key-retire-code = The key's code, such as SH1
arg-key-new-name = The organisation's name, as licences show it
arg-key-new-code = What goes into numbers, such as SH1
arg-key-new-status-url = The address (https, ending in /) below which status lists will lie, for whoever looks up whether a licence still holds
arg-verify-status = A status list that was fetched, or a folder of them; may be given several times. Those in the folder status beside the records are used unasked
arg-status-out = The folder for the lists, to be put where they can be fetched; older ones there are replaced
arg-status-key = Only the lists of this issuing key
arg-candidate = The candidate: name, staff number or id
arg-station = The station's id
arg-sheet = Write the marking form as a page, for paper
arg-enter = Type in what stands on a paper form
arg-verdict = pass or fail
arg-mark-attempt = Only this exam: its number, or the end of it
arg-mark-list = Only list what waits to be read
arg-mark-written = Which of the exam's written replies (see --list)
arg-mark-confirm = The program is right
arg-mark-unbroken = A rule that is not broken (too-short: it is long enough); may be given several times
arg-mark-otherwise = Something wanted that you see otherwise than the program; may be given several times
arg-mark-reason = Why (needed where something is overruled)
arg-take = The observation that counts, where two examiners were too far apart (? names them)
arg-appeal-open-attempt = the exam; without it, the newest one
arg-appeal-open-reason = why; without it, it is asked for
arg-appeal-list-open = only those with something to be done: nobody decided, or upheld and nothing followed yet
arg-receipt = the receipt number
arg-uphold = the candidate is in the right
arg-dismiss = the result stands
arg-appeal-decide-reason = why; the candidate is told
arg-regrade-what = licences or exams; without any, all
arg-regrade-all = practice and observations too
arg-regrade-against = recorded: as it was sat; today: under the library of today
arg-regrade-question = only this question's key is taken from today
arg-regrade-apply = record marks that rise, signed
arg-regrade-lower = today's key alone counts: marks fall as well, where no licence rests on them
arg-regrade-reason = why; the candidates are told
arg-reason = Why (needed)
arg-suspend-number = The licence's number
arg-reinstate-number = The licence's number
arg-revoke-number = The licence's number
arg-fulfil-number = The licence's number
arg-until = The last day of it, such as 2026-12-01; without one, until it is reinstated
arg-act = What was proposed: the licence's number, or the act; without it, all that waits is listed and nothing is signed
arg-refuse = Refuse it, or take your own proposal back
arg-confirm-reason = Why it is refused
arg-confirm-out = Where a licence that is confirmed goes
arg-waive-learner = Name, staff number or id
arg-judges = What judges expect of each item: a table (CSV, Excel), a judge a row
arg-cut-station = A station instead: scores on global ratings, of what was recorded
arg-ratings = The same from a table: rating, score in percent
arg-borderline = The global rating that is just enough, 1 to 5 (3)
arg-cut-out = Where the record goes; without it, LICENCE-cut.md
arg-evidence = The file that shows it (required); only its digest is kept
arg-renew-learner = Name, staff number or id
arg-renew-out = The licence's file; without it, named by its number
arg-grant-learner = Name, staff number or id
arg-issue-learner = Name, staff number or id
arg-key = The issuing key's code
arg-key-passphrase-file = The issuing key's passphrase from a file (for scripts)
arg-expiring = Those that end within so many days (30 where none is given)
arg-licences-eligible = Who may be licensed now and is not; of one licence only, if it is named
arg-on = Who held what on that day
arg-licences-group = Only who is in this group
arg-impact = Those that rest on this content: a digest, or an id such as BANK/QUESTION
arg-number = Only the licence of this number
arg-licences-out = Write that licence's file once more: .json .svg .html .png .pdf; with --sheet, the folder
arg-licences-sheet = Print those chosen that are in force together: cards (ten on a page) or a4 (a page each)
arg-renew-eligible = Everybody whose licence may be renewed now
arg-renew-group = Only those of this group
arg-issue-eligible = Everybody who may be given it and was not yet
arg-issue-group = Only those of this group
arg-issue-sheet = To print: cards (ten on a page, with cut marks) or a4 (one on a page)
arg-issue-out = The licence's file (.json .svg .html .png .pdf); without it, JSON named by its number
arg-after = After records were restored from a backup: the last number that was given out, or unknown
arg-template-out = Write the house's own template to this file, to make your own of it
arg-card = As a card (85.6 × 54 mm) instead of an A4 page
arg-photo = The holder's photo (PNG or JPEG)
arg-font = A font file for PNG and PDF; without it, one of the system's
arg-licences-template = Your company's own SVG template
arg-issue-template = Your company's own SVG template
arg-copy = Mark it as a copy
arg-file = Licence files, or files with a QR's text
arg-qr = The text that a phone read from a licence's QR
arg-verify-page = Write a page that checks licences in a browser, offline
arg-audit-head = Only print the ledger's head, to be noted elsewhere
arg-audit-since = A head noted earlier, or a file with heads; may be given several times
arg-backup-file = The new file; no file is written over
arg-restore-file = The backup; it is not changed
arg-restore-older = Also where the records have what the backup lacks; they are kept beside
arg-learner-export-learner = Name, staff number or id
arg-learner-export-out = The JSON file; a page to read is written beside it
arg-learner-erase-learner = Name, staff number or id
arg-learner-erase-yes-erase = The name once more, for scripts
arg-retention-apply = Let go what is due (asks first)
arg-retention-yes = Without asking, for scripts
arg-retention-on = What will be due on that day, such as 2026-12-31
arg-trust = Which issuers are trusted
arg-holder = The name of whoever shows it, to compare
arg-stats-id = A bank, scenario, station or licence
arg-stats-marks = A table of marks (CSV) instead of the records; only read
arg-stats-which = Which attempt of each person: first, last, highest or all; first if not given
arg-stats-all = All indices, and every option

after-verify = Exit code: 0 every one is good; 1 one is not. With --status also 1 where the lists do not tell: one of the two kinds (revoked, suspended) that the licence names is missing, or is older than 30 days; what was looked at, and as of when, is said. Without --status that is said too, and is 0.
after-licences = Your own template: begin with --template-out FILE, change it, give it with --template FILE. It is SVG with {"{{"} names {"}}"} in it:
      organisation, title, other_title, name, number, scope, from, until   texts (other_title and until may be empty)
      notes                  what the licence says against itself, a list; a template has to show it
      qr.path, qr.size       the QR as a path, and its modules on a side (leave four more empty around it)
      offline                whether the QR can be checked by itself
      photo                  the photo's data, empty without one; again: whether it is a copy
      say.internal .name .number .scope .valid .until .issuer .stamp .photo .notes .again .scan   the labels
      both.internal …        the same labels in both languages of a licence with two titles
      font, lang             for font-family and lang
    Texts into boxes: fit(TEXT, WIDTH, HEIGHT, SIZE) for a line, flow(…) for a paragraph, clip(…) for one that may be cut;
    each gives size and lines, a line has text and y. Pictures go in as data: addresses only; scripts and web addresses are refused.

# Failures
fail = Not done: { $what }
fail-cause = {"  "}Cause: { $cause }
fail-hint = {"  "}What to do: { $hint }
fail-bug = The program itself went wrong; that is our bug. What was answered is kept.
fail-lang = There is no language "{ $lang }"; write zh-CN or en.
fail-no-command = There is no command "{ $name }".
fail-unknown-arg = "{ $arg }" is not known here.
fail-value = "{ $value }" does not fit { $arg }.
fail-value-missing = { $arg } needs a value after it.
fail-missing-arg = { $arg } is missing.
fail-missing-args = { $args } are missing.
fail-missing-command = A command is missing.
fail-conflict = { $arg } and { $other } cannot be used together.
fail-count = { $arg } has the wrong number of values.
fail-utf8 = Part of the command cannot be read (it is not UTF-8): { $args }
fail-twice = { $arg } stands there twice; give it once.
fail-usage = The command is not written right.
fail-no-folder = There is no courseware folder { $path }.
fail-no-data-folder = There is no place to keep records.
fail-read = The file { $path } cannot be read.
fail-write = The file { $path } cannot be written.
fail-stdout = The result cannot be written out.
fail-screen = Something is wrong with the screen or keyboard.
fail-answers = Something is wrong with the answers file { $path }.
fail-script = The answers file does not go on from here; what came before is kept.
fail-script-menu = With an answers file, name what to do.
fail-no-terminal = There is no terminal window here that can be typed in.
fail-no-learner = Nobody has said who you are.
fail-no-such-learner = Nobody called "{ $name }" is on the roster.
fail-two-learners = More than one person is called "{ $name }".
fail-name = A name has 1 to 40 characters, all of them visible.
fail-staff-number = A staff number has 1 to 40 characters, all of them visible.
fail-staff-number-taken = Staff number { $number } is taken.
fail-nobody = No name was given, so nothing was started.
fail-no-course = There is no course "{ $id }".
fail-no-bank = There is no question bank "{ $id }" for practice.
fail-no-scenario = There is no scenario "{ $id }" for practice.
fail-other-kind = A { $kind } is wanted here, not a { $given }.
fail-no-attempt = There is no attempt { $id }.
fail-two-attempts = Several numbers fit { $id }; write more of it.
fail-nothing-open = Nothing is unfinished.
fail-closed = Attempt { $id } is over and cannot go on.
fail-too-many-states = Scenario { $id } has too many states to find its best score; it cannot be played.
fail-empty-library = There is nothing in the courseware to do.
fail-unfit = Scenario { $id } does not come to an end, or gives no points; it cannot be played.
fail-beginning = An exam of yours is just being begun in another window.
fail-busy = Attempt { $id } is open in another window.
fail-clock-back = The clock of this PC was set back: it shows { $now }, and your newest step was kept at { $last }.
fail-newer-store = A newer version wrote these records (format { $found }; this one knows up to { $known }).
fail-locked = Another program holds the records.
fail-full = The disk is full. The last step could not be kept; everything before it is safe.
fail-denied = The records cannot be read or written.
fail-damaged = The records do not fit together; they may be damaged or altered.
fail-store = Something is wrong with the records.
fail-no-term = There is no word like "{ $word }" in the glossary.
fail-no-glossary = There is no glossary in the courseware yet.
hint-glossary = Try a shorter word, or see all of them: onduty glossary
fail-no-code = There is no code "{ $code }".

hint-did-you-mean = Did you mean { $name }?
fail-day = “{ $day }” is no day: write it like 2026-12-01.
hint-valid = These fit: { $values }.
hint-help = Add --help to see how it is used.
hint-check = Run onduty check to see what is wrong.
hint-folder = Look at the path after --library, or at ONDUTY_LIBRARY.
hint-store = Name a place with --store FILE.
hint-no-terminal = Run it in a terminal window, or give the answers with --answers FILE.
hint-learner-add = Enrol with onduty learner add NAME, then say who you are with --as NAME.
hint-who = Say who you are with --as NAME, or for good with onduty switch NAME.
hint-learner-list = See ids and staff numbers with onduty learner list.
hint-list = See what there is with onduty list.
hint-fitting = These fit: { $ids }
hint-attempts = See all attempts with onduty list attempts.
hint-home = Type { -onduty } to see what comes next.
hint-show = Read it again with onduty show { $id }.
hint-busy = Close that window, then give the same command again.
hint-busy-resume = Go on in that window, or close it and run onduty resume.
hint-clock-back = Set the clock right, then run onduty resume to go on; nothing is lost.
hint-newer-store = Install the newer onduty, or keep records elsewhere with --store.
hint-locked = Try again in a moment, or close other onduty windows.
hint-full = Make room, then give the same command again.
hint-full-resume = Make room, then run onduty resume.
hint-denied = See whether that place can be written, or choose another with --store.
hint-damaged = Leave the file as it is and give it to your manager; go on with another --store.

# Notes
note-left = { $at ->
    [home] Kept. To go on, choose it at home.
   *[other] Kept. To go on, type { -onduty }, press Enter and choose it at home; or type:
        onduty resume { $id }
  }
note-broken = { $count ->
    [one] There is 1 mistake in the courseware; what it touches is left out.
   *[other] There are { $count } mistakes in the courseware; what they touch is left out.
  } Trainers can see them with onduty check.
note-damaged = Attempt { $id } does not fit together and may have been altered; it is left out. Tell your manager.
note-written = Written to { $path }
note-switched = Now it is { $name }.
note-enrolled = { $name } is enrolled.
note-same-name = Somebody else is called { $name }, too. The one just enrolled has the id { $id }; say by id or staff number who is meant (see onduty learner list).
note-no-learners = The roster is empty. Enrol with onduty learner add NAME.
note-plain-on = Plain display is on.
note-plain-off = Plain display is off.

# Home
ask-name = What shall we call you?
ask-who = Who are you?
ask-course = Which course?
ask-bank = Which question bank?
ask-scenario = Which conversation?
home-title = Home
home-welcome = Welcome, { $name }! How about a few words with a customer first?
home-what-next = { $name }, what next?
home-resume = Go on: { $title } ({ $done }/{ $of })
home-learn = Course: { $title }
home-practise = Conversation: { $title }
home-quiz = Questions: { $title }
home-exam = Exam: { $title }
menu-learn = All courses
menu-practise = All conversations
menu-quiz = All question banks
menu-exam = Exams for licences
menu-result = Result of the last exam
menu-glossary = Look up a word
menu-progress = My progress
menu-switch = Somebody else
menu-language = 中文
menu-plain-on = Plain display (for screen readers)
menu-plain-off = Back to the usual display
menu-quit = Quit
menu-new-person = I am new here
menu-other-person = Somebody else: type your name or staff number
ask-is-it-you = This name is on the roster. Is it you?
menu-namesake = Somebody else of the same name; I am new here
menu-level = { $title } (level { $level })
menu-open = { $title }: at { $done }/{ $of }
menu-waived = { $title }: waived since { $day }
menu-done = { $title }: done, best { $percent } %
menu-not-passed = { $title }: not passed yet, best { $percent } %
trainer-head = The trainer's commands:
manager-head = The manager's commands:

# Progress
progress-of = Progress of { $name }
progress-courses = Courses
progress-plays = Conversations
progress-banks = Question banks
progress-skills = Skills (points earned of the best on offer, in the newest { $talks } conversations)
progress-next = Next: { $title } ({ $why })
state-new = not begun
state-open = at { $done }/{ $of } ({ $id })
state-waived = waived since { $day }
state-done = done, best { $percent } %
state-not-passed = not passed yet, best { $percent } %

# Lists
list-courses = Courses
list-banks = Question banks
list-scenarios = Scenarios
list-stations = Stations
list-licences = Licences
list-objectives = Objectives
list-attempts = Attempts
list-no-courses = There are no courses.
list-no-banks = There are no question banks.
list-no-scenarios = There are no scenarios.
list-no-stations = There are no stations.
list-no-licences = There are no licences.
list-standards = Standards of reply times
list-no-standards = No standards of reply times.
list-wordings = Wording registers
list-no-wordings = No wording registers.
list-no-objectives = There are no objectives.
list-no-attempts = There are no attempts yet.
list-open = not finished, { $done }/{ $of }
list-exam = { $stands }, { $total } of 100{ $marked ->
    [yes] {" "}(mark { $mark })
   *[no] {""}
}
list-red-line = { $text }, red line crossed
head-id = Id
head-title = Title
head-lessons = Lessons
head-minutes = Min
head-questions = Questions
head-use = Use
use-practice = practice
use-exam = exam
use-both = practice and exam
head-category = Category
head-steps = Steps
head-oral = Oral
head-pass = Pass
head-attempts-most = Attempts
head-lasts = Lasts
head-limits = Limits
head-rules = Rules
head-lists = Lists
head-level = Lv
head-aim = Aim
head-taught = Taught
head-asked = Asked
head-played = Played
head-text = Text
head-name = Name
head-staff-number = Staff no.
head-attempts = Attempts
head-last = Last
head-result = Result
category-attitude = attitude
category-communication = communication
category-objection = objection
category-dispute = dispute

# Check
check-clean = No mistakes found.
check-count = { $errors ->
    [one] 1 error
   *[other] { $errors } errors
  }, { $warnings ->
    [one] 1 warning
   *[other] { $warnings } warnings
  }.
check-explain = What a code means: onduty explain CODE
check-objectives = Objectives: { $count }
check-covered = { $aim ->
    [know] { $count } to know: taught { $taught }, asked { $shown }
   *[other] { $count } to do: taught { $taught }, played, written or observed { $shown }
  }
check-lessons = Courses: { $courses }, lessons: { $count }
check-questions = { $count ->
    [0] Questions: 0
   *[other] Questions: { $count } ({ $kinds })
  }
check-scenarios = { $count ->
    [0] Scenarios: 0
   *[other] Scenarios: { $count } ({ $kinds })
  }
check-scenarios-note = Behind a plus: in exams only
check-level = level { $level }
check-untranslated = { $language } ({ $count ->
    [one] 1 text
   *[other] { $count } texts
  } not translated)
check-terms = { $count ->
    [one] 1 term
   *[other] { $count } terms
  }
check-stations = Stations: { $count }
check-licences = Licences: { $count }
check-standards = { $count } { $count ->
        [one] standard of reply times
       *[other] standards of reply times
    }
check-wordings = Wording registers: { $count }
check-walks = Walkthroughs: { $count }
check-languages = Languages: { $list }
check-busy = Checking
arg-renew-sheet = To print: cards (ten a page, with marks to cut along) or a4 (one a page)
arg-renew-template = Your own SVG template
cmd-sitting = An exam day: candidates called to a room and a time, papers sealed
cmd-sitting-new = Call candidates, and write the sealed file for the exam PCs
cmd-sitting-open = On an exam PC: let a candidate in, or on
cmd-sitting-reseal = The code is lost: seal the same papers under another one, and write a new file
after-sitting-reseal = At the desk that called the sitting. It is signed, and the record of the sitting says so. The old file still opens with the old code: a new code lets exams go on; it makes nothing secret again.
arg-sitting-reseal-out = The new file for the exam PCs
arg-sitting-reseal-reason = Why
arg-sitting-open-reserve = The reserve paper: the candidate has begun at another PC, and that is out of order
cmd-sitting-note = Note down what happened
cmd-sitting-extend = Give a candidate more time
cmd-sitting-void = Declare a candidate's exam void, or withdraw a whole sitting
cmd-sitting-close = End it on this PC and print its record
arg-sitting-new-licence = The licence
arg-sitting-new-group = Everybody of this group (may be given several times)
arg-sitting-new-candidate = This one person (may be given several times)
arg-sitting-new-room = Where, such as "Room 3"
arg-sitting-new-from = From when on exams begin, such as "2026-12-01 09:00"
arg-sitting-new-until = Until when exams begin; a time alone is one of the same day
arg-sitting-new-out = The file for the exam PCs
arg-sitting-open-file = The file from the desk; or the number of a sitting that was taken in
arg-sitting-open-candidate = Who sits: name, staff number or id
arg-sitting-open-identity = How you know who it is: id-card, staff-card or known
arg-code-file = The code from a file (for scripts)
arg-sitting-open-new-desk = Go by another desk from now on
arg-sitting-open-yes = Without asking, for scripts: this PC is the desk
arg-sitting = The sitting's number, or the file of it
arg-sitting-close-sitting = The sitting's number, or the file of it; without it, the only one that is open here
arg-sitting-note-text = What happened
arg-sitting-note-candidate = To whom; without it, to the whole room
arg-sitting-extend-minutes = How many minutes, up to 120 altogether
arg-sitting-extend-reason = Why
arg-sitting-void-reason = Why
arg-sitting-void-exam = Which exam, where the candidate has two
arg-sitting-void-whole = All of it: it was called by mistake, and nobody has begun
arg-sitting-extend-exam = Which exam, where the candidate has two
arg-sitting-close-out = Where the record goes: .html, .txt or .json; without it, it is printed here
cmd-sitting-list = The sittings that this PC knows of
called-comma = {", "}
called-and = {" and "}
called-or = {" or "}
called-either = either { $args }
called-sitting = { $arg }
called-text = { $arg }
called-reason = { $arg }
called-receipt = { $arg }
called-out = { $arg }
called-candidate = { $arg }
called-until = { $arg }
called-from = { $arg }
called-room = { $arg }
called-title = { $arg }
called-role = { $arg }
called-day = { $arg }
called-shell = { $arg }
called-judges = { $arg }
called-thing = { $arg }
called-minutes = { $arg }
called-to = { $arg }
called-evidence = { $arg }
called-learner = { $arg }
called-licence = { $arg }
called-course = { $arg }
called-attempt = { $arg }
called-number = { $arg }
called-file = { $arg }
called-dir = { $arg }
called-name = { $arg }
called-id = { $arg }
called-code = { $arg }
called-act = { $arg }
called-words = { $arg }
called-group = { $arg }
called-person = { $arg }
called-scenario = { $arg }
called-verdict = { $arg }
called-kind = { $arg }
called-remark = { $arg }
cmd-refusals = What was refused of other PCs; sign what came of looking into it
arg-refusals-refusal = One of them, by its id; without it, all are listed
arg-refusals-reason = What came of looking into it
arg-key-rotate-yes = Without asking, for scripts
arg-key-retire-yes = Without asking, for scripts
arg-regrade-out = A file instead: .html, .csv, .xlsx or .json
