# Checking content: four messages a code: the sentence, the few words at the caret, what to do, the page of `explain`.
# What is named stands in backticks; one sentence a place, and no scolding.

finding-kind = { $kind ->
        [library] library
        [syllabus] syllabus
        [course] course
        [bank] bank
        [scenario] scenario
        [station] station
        [licence] licence
        [standard] standard
        [wording] wording register
        [rule] wording rule
        [list] list of phrases
        [step] step
        [oral] oral question
        [skill] skill
        [role] role
        [agreement] agreement
        [objective] objective
        [lesson] lesson
        [question] question
        [material] material
        [class] class
        [turn] turn
        [reply] reply
        [variable] variable
        [ending] ending
        [option] option
        [walk] walk
        [house] value of the house
        [glossary] glossary
       *[other] thing
     }

e001 = { $why ->
    [irregular] This is no ordinary file, so it is not read
   *[other] This file or folder cannot be read: { $why }
  }
e001-label = cannot be read
e001-help = Check the path, and that you may open it.
e001-page =
    The program cannot open this file or folder, so nobody knows what is in it.
    All other files are checked as usual; what needs this one is left out.

    Wrong:
    {"    "}onduty check --library lbrary
    Right:
    {"    "}onduty check --library library

e002 = The file is too large: about { $size } MB, at most { $most } MB
e002-label = too large
e002-help = Split it: one file for each course, bank and scenario.
e002-page =
    A file may have at most 4 MB. A whole course needs some ten KB, so a file of this size is most likely not content at all.
    Smaller files are also easier to mend.

    Wrong:
    {"    "}quizzes/everything.toml    # 20 MB
    Right:
    {"    "}quizzes/refunds.toml
    {"    "}quizzes/logistics.toml

e003 = The file is not UTF-8{ $encoding ->
        [gbk] {""}, it looks like GBK (ANSI)
        [utf-16] {""}, it looks like UTF-16
       *[unknown] {""}
     }
e003-label = unreadable from here
e003-help = Run `onduty tidy FILE`, or save it again from your editor with the encoding UTF-8.
e003-page =
    All files are UTF-8. Older programs on Chinese Windows save as GBK (called ANSI), which other computers show as garbage.
    Save it again as UTF-8; nothing else has to change.

    Wrong:
    {"    "}# saved as ANSI / GBK
    Right:
    {"    "}# saved as UTF-8

e004 = Full-width `{ $found }` stands where TOML has its own sign
e004-label = full-width
e004-help = Switch to the English keyboard and press `{ $press }`, or run `onduty tidy FILE`, which mends all of them.
e004-page =
    Equals signs, quotes, brackets and commas of TOML are half-width (ASCII) signs. Inside quotes any punctuation is fine.
    All such signs of one line are told once.

    Wrong:
    {"    "}title＝“欢迎”
    Right:
    {"    "}title = "欢迎"

e005 = { $what ->
        [percent] Write a whole number without % (such as `pass = 60`)
        [unquoted] Text must stand in quotes
        [string] The quotes of this text do not match, or it has an unknown escape
        [header] The brackets of this header do not match
        [inline-table] What stands in these braces is not complete
        [array] What stands in these brackets is not complete
        [assignment] This line has no equals sign, or one too many
        [key] A key should stand here
        [value] The value after the equals sign is not complete
        [after-value] Something follows that should not
       *[other] This is not how TOML is written
     }
e005-label = cannot be read
e005-help = { $what ->
        [percent] Take the percent sign away and leave the whole number.
       *[other] Write `key = value`; put text in quotes, several lines in three quotes.
     }
e005-page =
    The file is not written as TOML here, so the line was skipped.
    Most often: text without quotes, a quote on one side only, a missing comma in a list, a header without its closing bracket.
    Only the first place of a line is told; mend it and check again.

    Wrong:
    {"    "}title = 欢迎
    Right:
    {"    "}title = "欢迎"

e006 = `{ $key }` stands here a second time
e006-label = again
e006-help = A key stands once in a table; delete one of the two.
e006-page =
    In one table a key stands once, otherwise nobody knows which one holds.
    Items of a list have double brackets: every question begins with `[[question]]`.

    Wrong:
    {"    "}level = 1
    {"    "}level = 2
    Right:
    {"    "}level = 2

e007 = The text holds the control character { $name }
e007-label = { $name }
e007-help = Delete it; for a new line use text in three quotes.
e007-page =
    Control characters cannot be seen, but a terminal obeys them: it changes colours, clears the screen, rewrites what was shown. So none may stand in content but newline and tab.
    Most come in by copying. Delete and type again.

    Wrong:
    {"    "}ask = "先道歉\u001b[2J"
    Right:
    {"    "}ask = "先道歉"

e008 = Brackets or dots are nested too deep
e008-label = too deep
e008-help = A dozen levels at most. Perhaps a closing bracket is missing.
e008-page =
    For safety, deeply nested files are not read. Real content needs five levels at most.
    Most often a closing bracket was lost in copying.

    Wrong:
    {"    "}roles = [[[[[[[[[[[[[[[[[["a"]]]]]]]]]]]]]]]]]]
    Right:
    {"    "}roles = ["a"]

e009 = This folder leads back to itself, or lies too deep
e009-label = leads back
e009-help = Remove the link that points upwards.
e009-page =
    A link in this folder points to a folder above it; following it would never end.
    The folder is skipped, everything else is read.

    Wrong:
    {"    "}library/again -> library
    Right:
    {"    "}library/

e010 = The file does not say its `format`
e010-label = no format
e010-help = Begin it with `format = 1`.
e010-page =
    Every file begins with `format = 1`: the version of the format it is written in. So an old file is never misread when the format changes.

    Wrong:
    {"    "}[bank]
    {"    "}id = "refunds"
    Right:
    {"    "}format = 1
    {"    "}
    {"    "}[bank]
    {"    "}id = "refunds"

e011 = This file has format { $found }, newer than 1, which this program knows
e011-label = newer format
e011-help = Upgrade onduty, or ask its author for a file with `format = 1`.
e011-page =
    The file is written in a newer format. This program would misread it, so it does not read it at all.
    Upgrade and try again.

    Wrong:
    {"    "}format = 2
    Right:
    {"    "}format = 1

e012 = Nothing says what this file is
e012-label = no main table
e012-help = { $best ->
        [none] Write one of `[library]`, `[syllabus]`, `[course]`, `[bank]`, `[scenario]`, `[station]`, `[licence]`, `[standard]`, `[wording]`, `[glossary]`, `translates` or `walks`.
       *[other] Did you mean `{ $best }`?
     }
e012-page =
    Whether a file is a course, a bank or a scenario follows from its main table, not from its folder.
    Each file has exactly one.

    Wrong:
    {"    "}format = 1
    {"    "}[banks]
    {"    "}id = "refunds"
    Right:
    {"    "}format = 1
    {"    "}[bank]
    {"    "}id = "refunds"

e013 = Two things in one file: `{ $first }` and `{ $second }`
e013-label = the second
e013-help = Make two files of it.
e013-page =
    A file holds one thing: so it can be found and mended, and its translation knows what it belongs to.

    Wrong:
    {"    "}[bank]
    {"    "}id = "a"
    {"    "}[course]
    {"    "}id = "b"
    Right:
    {"    "}# a.toml
    {"    "}[bank]
    {"    "}id = "a"
    {"    "}# b.toml
    {"    "}[course]
    {"    "}id = "b"

e015 = No file has a `[library]` table
e015-label = no library file
e015-help = Write a `library.toml` with `[library]` and its `id`, `title`, `language`, `languages`, `time_zone`.
e015-page =
    The library file says which languages, skills and roles there are. Without it, names of skills and roles cannot be looked up.
    All other files are checked all the same, taking Chinese for the language.

    Wrong:
    {"    "}my-library/
    {"    "}  bank.toml
    Right:
    {"    "}my-library/
    {"    "}  library.toml
    {"    "}  bank.toml

e101 = `{ $key }` should be { $expected ->
        [text] text
        [integer] an integer
        [number] a number
        [flag] true or false
        [list] a list
        [table] a table
        [tables] tables
        [section] a table of its own, `[{ $key }]`
        [date] a date, such as 2026-11-21
        [variable] true, false or start/min/max
       *[other] something else
     }
e101-label = { $found ->
        [string] text
        [integer] an integer
        [float] a decimal
        [boolean] true/false
        [datetime] a date
        [array] a list
        [table] a table
       *[other] something else
     }
e101-help = { $expected ->
        [section] Write `[{ $key }]` on a line of its own, below it its keys: { $keys }.
        [text] { $found ->
            [array] Leave the brackets out and write one text: `{ $key } = "first; second"`.
           *[other] Text has quotes, numbers and true/false have none; lists have brackets.
        }
       *[other] Text has quotes, numbers and true/false have none; lists have brackets.
     }
e101-page =
    Every key takes one type of value. Quotes matter: `"3"` is text, `3` is a number.

    Wrong:
    {"    "}level = "3"
    Right:
    {"    "}level = 3

e102 = `{ $key }` is missing
e102-label = no `{ $key }` here
e102-help = { $of ->
        [text] Add `{ $key } = "…"` (text).
        [integer] Add `{ $key } = …` (an integer).
        [number] Add `{ $key } = …` (a number).
        [flag] Add `{ $key } = true` or `false`.
        [list] Add `{ $key } = ["…"]` (a list).
        [table] Add the table `[{ $key }]`.
        [tables] Add `[[{ $key }]]`, as many as you need.
       *[other] Add `{ $key } = …`.
     }{ $words ->
        [none] {""}
       *[other] {" "}It may be: { $words }.
     }
e102-page =
    This key must be there; without it the thing cannot be used.
    Nothing is guessed: scores, targets and explanations are yours to say.

    Wrong:
    {"    "}[[question]]
    {"    "}id = "first-words"
    {"    "}kind = "one-of"
    Right:
    {"    "}[[question]]
    {"    "}id = "first-words"
    {"    "}kind = "one-of"
    {"    "}ask = "客户说“在吗”，先说什么？"

e103 = Unknown key `{ $key }`
e103-label = unknown
e103-help = { $best ->
        [none] There is no such key here; check the spelling, or whether it belongs to another table.
       *[other] Did you mean `{ $best }`?
     }
e103-page =
    If misspelt keys were ignored, `rigth = true` would silently make the right answer wrong. So every unknown key is told.

    Wrong:
    {"    "}{"{"} id = "a", text = "…", rigth = true {"}"}
    Right:
    {"    "}{"{"} id = "a", text = "…", right = true {"}"}

e104 = `{ $id }` cannot be an id
e104-label = not an id
e104-help = Use a–z, 0–9 and `-`, no `-` at either end, at most 64 characters.
e104-page =
    Ids appear on the command line, in file names and in records, so they are small letters, digits and hyphens.
    The name for people is `title`, in any script.

    Wrong:
    {"    "}id = "黄金三秒"
    Right:
    {"    "}id = "golden-seconds"
    {"    "}title = "黄金三秒"

e105 = `{ $key }` cannot be `{ $found }`
e105-label = none of them
e105-help = Possible: { $expected }. { $best ->
        [none] {""}
       *[other] Did you mean `{ $best }`?
     }
e105-page =
    This key takes one of a few words, because the program acts on them.

    Wrong:
    {"    "}use = "exercise"
    Right:
    {"    "}use = "practice"

e106 = `{ $key }` lies between { $min } and { $max }, here it is { $found }
e106-label = out of range
e106-help = Write { $key ->
        [guess_at_most] a number
       *[other] an integer
     } from { $min } to { $max }.
e106-page =
    This number has a range: level 1–3, mood 0–100, pass 1–100, a change of mood −100 to 100; a step of a station 1–9 points, a station at most 40 marks.

    Wrong:
    {"    "}level = 5
    Right:
    {"    "}level = 3

e107 = `{ $key }` is empty
e107-label = empty
e107-help = Write something. A key that may be left out can be deleted with its line; one that must be there cannot.
e107-page =
    An empty text shows as nothing at all, and the learner cannot know what happened.

    Wrong:
    {"    "}why = ""
    Right:
    {"    "}why = "先接情绪，再办事。"

e108 = `{ $key }` cannot be { $found }
e108-label = no exact number
e108-help = Write a number with at most three decimals, such as 2 or 1.5, up to a million.
e108-page =
    Points are counted exactly as you write them, never through floating point. So only the plain form is taken: no 1e3, no 0x10, at most three decimals.

    Wrong:
    {"    "}points = 0.3333
    Right:
    {"    "}points = 0.333

e109 = `{ $value }` stands twice in `{ $key }`
e109-label = again
e109-help = Delete one of them.
e109-page =
    The same thing twice in a list is most often a copy that was never changed.

    Wrong:
    {"    "}skills = ["ask", "ask"]
    Right:
    {"    "}skills = ["ask", "say"]

e110 = There is no time zone `{ $found }`
e110-label = unknown
e110-help = Write an IANA name, such as `Asia/Shanghai`.
e110-page =
    Dates on reports are shown in this zone, so it must be one that every computer knows.

    Wrong:
    {"    "}time_zone = "Beijing"
    Right:
    {"    "}time_zone = "Asia/Shanghai"

e201 = The { finding-kind } `{ $id }` stands twice
e201-label = again
e201-help = Give one of them another id.
e201-page =
    Within a kind, ids are unique: records, references and translations go by them.
    Both places are shown; which one to rename is yours to decide. Until then neither is used.

    Wrong:
    {"    "}[[turn]]
    {"    "}id = "opening"
    {"    "}[[turn]]
    {"    "}id = "opening"
    Right:
    {"    "}[[turn]]
    {"    "}id = "opening"
    {"    "}[[turn]]
    {"    "}id = "checked"

e202 = There is no { finding-kind } `{ $id }`
e202-label = not found
e202-help = { $best ->
        [none] { $known ->
            [none] Check the id, and whether the file with it is in the library.
           *[other] The library has these: { $known }.
         }
       *[other] Did you mean `{ $best }`?{ $known ->
            [none] {""}
           *[other] {" "}The library has these: { $known }.
         }
     }{ $kind ->
        [skill] {" "}To add a skill, write `[[skill]]` in the library file, with `id = "{ $id }"` and `title = "…"` below.
        [house] To add a value, write `{ $id } = "…"` under `[house]` in the library file.
        [objective] {" "}To add an objective, write `[[objective]]` in the syllabus file, with `id` (what stands after the `/`), `text`, `source` and `kind` below.
       *[other] {""}
     }
e202-page =
    What is named here is nowhere in the library. A learner would come to a dead end, so it is not offered.

    Wrong:
    {"    "}to = "chekced"
    Right:
    {"    "}to = "checked"

e203 = `{ $id }` is not of the form { $form }
e203-label = wrong form
e203-help = { $best ->
        [none] Write { $form }.
       *[other] Did you mean `{ $best }`?
     }
e203-page =
    Ids of questions and objectives are unique only within their bank or syllabus, so a reference names that first.

    Wrong:
    {"    "}check = ["golden-seconds"]
    Right:
    {"    "}check = ["communication/golden-seconds"]

e204 = A bank and a scenario cannot share the id `{ $id }`
e204-label = taken
e204-help = Give one of them another id.
e204-page =
    Commands take the id of a bank or of a scenario, so the two share one space of names.

    Wrong:
    {"    "}# bank.toml: id = "delay"
    {"    "}# scenario.toml: id = "delay"
    Right:
    {"    "}# bank.toml: id = "delay-questions"
    {"    "}# scenario.toml: id = "delay"

e205 = Courses require one another in a circle: { $path }
e205-label = and back again
e205-help = Remove one `requires`.
e205-page =
    If A requires B and B requires A, neither can ever be begun.

    Wrong:
    {"    "}# a: requires = ["b"]
    {"    "}# b: requires = ["a"]
    Right:
    {"    "}# a: requires = ["b"]
    {"    "}# b: requires = []

e206 = `{ $id }` is { $status ->
        [draft] a draft
       *[retired] retired
     } and cannot be used here
e206-label = not in use
e206-help = Refer to it once it is `status = "live"`, or take another.
e206-page =
    Drafts and retired things are offered to nobody and never examined, so a live course or licence cannot use them.

    Wrong:
    {"    "}practise = ["half-written"]
    Right:
    {"    "}practise = ["is-anyone-there"]

e207 = `{ $id }` is for exams only and cannot stand in a lesson
e207-label = for exams
e207-help = Take one with `use = "practice"` or `"both"`.
e207-page =
    Lessons show the answer and why. An exam item that was shown in a lesson examines nothing any more.

    Wrong:
    {"    "}check = ["final-exam/refund-days"]
    Right:
    {"    "}check = ["refunds/refund-days"]

e208 = { $what ->
        [circle] Values of `[house]` name one another in a circle: { $path }
       *[other] Values of `[house]` within one another grow too long: { $path }
     }
e208-label = cannot be said
e208-help = Let one of them say its words itself, naming no other.
e208-page =
    A value of `[house]` may name another, several deep; one that comes back to itself would never end. In the texts "…" stands there
    meanwhile.

    Wrong:
    {"    "}[house]
    {"    "}shop = "{"{"}house.company{"}"} Store"
    {"    "}company = "{"{"}house.shop{"}"} Ltd"
    Right:
    {"    "}[house]
    {"    "}shop = "{"{"}house.company{"}"} Store"
    {"    "}company = "Cloud Goods"

e301 = A one-of question has exactly one right option, this one has { $count }
e301-label = { $count } right
e301-help = Write `right = true` at one option; if several are right, use `kind = "any-of"`.
e301-page =
    In `one-of` one option is picked. With none right nobody can be right; with two, a right answer is marked wrong.

    Wrong:
    {"    "}options = [{"{"} id = "a", text = "…" {"}"}, {"{"} id = "b", text = "…" {"}"}]
    Right:
    {"    "}options = [{"{"} id = "a", text = "…", right = true {"}"}, {"{"} id = "b", text = "…" {"}"}]

e302 = Some must have `{ $key } = true` and some must not
e302-label = { $count } with `{ $key }`
e302-help = Write `{ $key } = true` at one at least, and leave one without.
e302-page =
    If all are right or all are wrong, ticking everything answers the question and nothing is learnt.

    Wrong:
    {"    "}options = [{"{"} id = "a", text = "…", right = true {"}"},
    {"    "}           {"{"} id = "b", text = "…", right = true {"}"}]
    Right:
    {"    "}options = [{"{"} id = "a", text = "…", right = true {"}"},
    {"    "}           {"{"} id = "b", text = "…" {"}"}]

e303 = Too few `{ $key }`: { $count }, at least { $least }
e303-label = too few
e303-help = Add some, up to { $least } at least.
e303-page =
    With a single one there is nothing to choose, to sort or to match.

    Wrong:
    {"    "}options = [{"{"} id = "a", text = "…", right = true {"}"}]
    Right:
    {"    "}options = [{"{"} id = "a", text = "…", right = true {"}"}, {"{"} id = "b", text = "…" {"}"}]

e304 = Points must be above 0
e304-label = not above 0
e304-help = Write a number above 0, such as `points = 2`.
e304-page =
    A question without points changes no result, and one with negative points would punish the right answer.

    Wrong:
    {"    "}points = 0
    Right:
    {"    "}points = 2

e305 = `tolerance` cannot be below 0
e305-label = below 0
e305-help = Write how far off still counts, such as `tolerance = 1`; 0 for exactly.
e305-page =
    The tolerance says how far off an answer may be in either direction; it is never negative.

    Wrong:
    {"    "}tolerance = -1
    Right:
    {"    "}tolerance = 1

e306 = Nothing in `accept` can be compared
e306-label = signs only
e306-help = Write at least one answer with letters or digits.
e306-page =
    Answers are compared without punctuation and spaces; of an answer that has nothing else, nothing is left, and nobody could be right.

    Wrong:
    {"    "}accept = ["？"]
    Right:
    {"    "}accept = ["黄金三秒", "三秒"]

e307 = '{ $text }' stands twice
e307-label = the same words
e307-help = Change one, so that they can be told apart.
e307-page =
    If two answers read the same, choosing between them is mere luck.

    Wrong:
    {"    "}{"{"} id = "a", text = "稍等" {"}"}, {"{"} id = "b", text = "稍等" {"}"}
    Right:
    {"    "}{"{"} id = "a", text = "稍等" {"}"}, {"{"} id = "b", text = "我马上查，两分钟回您" {"}"}

e401 = The turn `{ $turn }` must have exactly one way on, it has { $count }
e401-label = { $ways ->
        [none] no way on
       *[other] ways on: { $ways }
     }
e401-help = Keep one of `reply`, `write`, `goto`, `branch`, `ending`.
e401-page =
    What follows a turn is settled by one thing: a reply, a jump, conditions, or the end.

    Wrong:
    {"    "}[[turn]]
    {"    "}id = "x"
    {"    "}says = "……"
    Right:
    {"    "}[[turn]]
    {"    "}id = "x"
    {"    "}says = "……"
    {"    "}goto = "opening"

e402 = { $way ->
        [write] A written reply that earns too little has no way on
        *[branch] The last arm of this branch has a condition too: perhaps none holds
    }
e402-label = { $way ->
        [write] the last one does not begin at 0
        *[branch] still a condition
    }
e402-help = { $way ->
        [write] Add a last one without `at_least`: `{"{"} to = "…" {"}"}`.
        *[branch] Add a last one without `when`: `{"{"} to = "…" {"}"}`.
    }
e402-page =
    If no condition holds, the customer has nothing to say. A last arm without condition makes sure there is always a way.

    Wrong:
    {"    "}branch = [{"{"} when = ["mood >= 40"], to = "calm" {"}"}]
    Right:
    {"    "}branch = [{"{"} when = ["mood >= 40"], to = "calm" {"}"}, {"{"} to = "angry" {"}"}]

e403 = `{ $text }` is not a condition
e403-label = not a condition
e403-help = Write `name`, `!name` or `name >= integer` (== != < <= > >=).
e403-page =
    A condition says yes, no, or compares with an integer. Several stand in a list, and all must hold.

    Wrong:
    {"    "}when = ["mood ≥ 40 && told"]
    Right:
    {"    "}when = ["mood >= 40", "told"]

e404 = `{ $name }` is { $sort ->
        [flag] true or false
       *[integer] an integer
     } and cannot be used like this
e404-label = wrong sort
e404-help = { $sort ->
        [flag] Ask for `{ $name }` or `!{ $name }`, and `set` it to true or false.
       *[integer] Compare it, as in `{ $name } >= 1`; `add` to it or `set` it to an integer.
     }
e404-page =
    A variable is true/false or an integer. The first cannot be added to or compared, the second is neither yes nor no.

    Wrong:
    {"    "}told = false
    {"    "}…
    {"    "}add = {"{"} told = 1 {"}"}
    Right:
    {"    "}told = false
    {"    "}…
    {"    "}set = {"{"} told = true {"}"}

e405 = `goto` and `branch` run in a circle: { $path }
e405-label = back to here
e405-help = Put a turn with replies into the circle.
e405-page =
    Nobody decides anything on this way round, so the talk would turn for ever.

    Wrong:
    {"    "}# a: goto = "b"
    {"    "}# b: goto = "a"
    Right:
    {"    "}# a: goto = "b"
    {"    "}# b: [[turn.reply]] …

e406 = The red-line reply `{ $reply }` must lead to a failed ending; `{ $to }` is none
e406-label = not a failed ending
e406-help = Let `to` name an ending with `outcome = "failed"`.
e406-page =
    A red line scores 0 and fails the run. If the talk went on, the learner would think nothing had happened.

    Wrong:
    {"    "}red_line = "泄露隐私"
    {"    "}to = "goes-on"
    Right:
    {"    "}red_line = "泄露隐私"
    {"    "}to = "fired"     # outcome = "failed"

e407 = Every reply of the turn `{ $turn }` crosses a red line
e407-label = no other way
e407-help = Add a reply that crosses none.
e407-page =
    If every way is a red line, the learner can only be wrong, and never sees how it is done.

    Wrong:
    {"    "}# reply a: red_line = "…"
    {"    "}# reply b: red_line = "…"
    Right:
    {"    "}# reply a: red_line = "…"
    {"    "}# reply b: 先核对身份

e408 = In the turn `{ $turn }` the customer says nothing
e408-label = no says
e408-help = Write `says = "…"`{ $way ->
        [ending] {""}: an ending has a farewell
       *[reply] {""}
     }.
e408-page =
    Before the learner can reply, the customer must have said something; and an ending has a farewell, or a walking away. Only turns with `goto` or `branch` may be silent.

    Wrong:
    {"    "}[[turn]]
    {"    "}id = "good"
    {"    "}[turn.ending]
    Right:
    {"    "}[[turn]]
    {"    "}id = "good"
    {"    "}says = "好的，谢谢你。"
    {"    "}[turn.ending]

e409 = A variable cannot be called `{ $name }`
e409-label = not a name
e409-help = Begin with a small letter, then a–z, 0–9, `_`, `-`; `mood` is taken.
e409-page =
    Names of variables stand in conditions, so they are plain letters. `mood` is the mood of the customer and always there.

    Wrong:
    {"    "}Told = false
    Right:
    {"    "}told = false

e410 = The value { $value } of `{ $name }` does not lie between { $min } and { $max }
e410-label = out of range
e410-help = Change the value, or `min` and `max`.
e410-page =
    A variable starts, and is set, within the range it is declared with.

    Wrong:
    {"    "}offers = {"{"} start = 5, min = 0, max = 3 {"}"}
    Right:
    {"    "}offers = {"{"} start = 0, min = 0, max = 3 {"}"}

e421 = { $what ->
        [none] A clock is to run here, and the library has no standard of reply times
        [several] A clock is to run here, and nobody knows by which of several standards
       *[channel] A clock is to run here, and the standard says nothing of `{ $channel }`
    }
e421-label = { $what ->
        [none] no standard
        [several] by which
       *[channel] no bands
    }
e421-help = { $what ->
        [none] Add a `[standard]` file (`onduty new standard reply-times`), or take `clock` away.
        [several] Write `standard = "…"` in `[scenario]`.
       *[channel] Give the standard a `[[band]]` for `{ $channel }`, or take `clock` away.
    }
e421-page =
    A turn with `clock = true` is timed by a standard of reply times: so many points for a reply within so long. It speaks of each
    channel by itself, for chat, telephone and tickets ask for different things. Where a library has one standard it is that one;
    where it has several, the scenario names one.

    Wrong:
    {"    "}channel = "counter"  …  clock = true
    Right:
    {"    "}channel = "chat"  …  clock = true

e422 = { $what ->
        [way] Nobody replies at the turn `{ $turn }`, so there is nothing to time
       *[timeout] The turn `{ $turn }` says where running out of time leads, and no clock runs
    }
e422-label = { $what ->
        [way] no reply here
       *[timeout] no clock
    }
e422-help = { $what ->
        [way] Take `clock` away; it is for turns with `reply` or `write`.
       *[timeout] Add `clock = true`, or take `timeout` away.
    }
e422-page =
    The clock runs from when words and replies are shown until the trainee replies, so only turns that wait for a reply have one.
    `timeout` says what silence leads to; without a clock that never happens.

    Wrong:
    {"    "}timeout = {"{"} to = "left", feedback = "…" {"}"}
    Right:
    {"    "}clock = true
    {"    "}timeout = {"{"} to = "left", feedback = "…" {"}"}

e423 = { $what ->
        [first] The first band of `{ $channel }` has no limit
        [late] A band of `{ $channel }` stands after the one for all that is later
        [twice] Two bands of `{ $channel }` have the same limit
        [order] The limits of `{ $channel }` do not go from short to long
       *[points] A slower reply on `{ $channel }` gets more points
    }
e423-label = { $what ->
        [first] no `within`
        [late] not the last
        [twice] as long as one before
        [order] shorter than the one before
       *[points] more than the one before
    }
e423-help = { $what ->
        [first] Write `within = "6s"`; a band without a limit means "later than all others" and stands last.
        [late] Put the band without `within` last among its channel's, and only one.
       *[other] Write the bands of each channel from quick to slow, with points from many to few.
    }
e423-page =
    The bands of a channel go from short to long, and the later the fewer points. The last may have no `within`: it is for whatever is
    later than all others, and mostly costs points.

    Wrong:
    {"    "}[[band]]
    {"    "}channel = "chat"
    {"    "}within = "30s"
    {"    "}points = 1
    {"    "}[[band]]
    {"    "}channel = "chat"
    {"    "}within = "6s"
    {"    "}points = 2
    Right:
    {"    "}[[band]]
    {"    "}channel = "chat"
    {"    "}within = "6s"
    {"    "}points = 2
    {"    "}[[band]]
    {"    "}channel = "chat"
    {"    "}within = "30s"
    {"    "}points = 1

e501 = `{ $path }` has no words in { $language } yet
e501-label = no `{ $key }`
e501-help = Add `{ $key } = …` here.
e501-page =
    Every language of the library must be complete. If a text is missing, people who learn in that language meet a sentence they cannot read.
    The second place is the original. In a draft (`status = "draft"`) it is only a warning: translating comes last.

    Wrong:
    {"    "}[question.golden-seconds]
    {"    "}ask = "…"
    Right:
    {"    "}[question.golden-seconds]
    {"    "}ask = "…"
    {"    "}why = "…"

e502 = The original has no `{ $key }`
e502-label = nothing to translate
e502-help = { $best ->
        [none] Compare keys and ids with the original; what was deleted there goes here too.
       *[other] Did you mean `{ $best }`?
     }
e502-page =
    A text that the original does not have is shown nowhere. Most often an id is misspelt, or the original was renamed.

    Wrong:
    {"    "}[question.goldne-seconds]
    Right:
    {"    "}[question.golden-seconds]

e503 = `{ $key }` is not a text and is not translated
e503-label = not a text
e503-help = Delete the line; it stands in the original only.
e503-page =
    Scores, targets and conditions stand in the original once; a translation has words only. Written twice, one day they would differ.

    Wrong:
    {"    "}[question.a]
    {"    "}points = 3
    Right:
    {"    "}[question.a]
    {"    "}ask = "…"

e504 = `{ $key }` has { $count }, the original has { $expected }
e504-label = does not match
e504-help = Write as many as the original, in the same shape.
e504-page =
    Each entry of a list belongs to one of the original. If one is missing, a text is untranslated.

    Wrong:
    {"    "}says = ["Hello?"]
    Right:
    {"    "}says = ["Hello?", "Anyone there?"]

e505 = The { finding-kind } `{ $id }` has no translation file in { $language }
e505-label = not translated
e505-help = Write a file `.{ $language }.toml` beside it, with `translates = "{ $kind }:{ $id }"`.
e505-page =
    The library names this language, so everything in it needs a translation file. What is not ready can be `status = "draft"`.

    Wrong:
    {"    "}bank.toml
    Right:
    {"    "}bank.toml
    {"    "}bank.en.toml

    The file stands beside the original, is called as that is, with the language before `.toml`, and begins:
    {"    "}format = 1
    {"    "}translates = "bank:communication"
    {"    "}language = "en"

    Then come the same keys with their texts in that language, and nothing else: points, keys and conditions stand in the original once. Which keys there are: `onduty schema bank-translation`.

e506 = `{ $language }` is not among the languages of the library
e506-label = not among them
e506-help = { $best ->
        [none] Add it to `languages` in the library file, or change it here.
       *[other] Did you mean `{ $best }`?
     }
e506-page =
    `languages` in the library file lists all of them, `language` is the one of the originals. Translations are in one of the others.

    Wrong:
    {"    "}language = "english"
    Right:
    {"    "}language = "en"

e507 = There is no `{ $id }` to translate
e507-label = no original
e507-help = { $best ->
        [none] Write `KIND:ID`, such as `bank:communication`.
       *[other] Did you mean `{ $best }`?
     }
e507-page =
    The file says what it translates, but the library has no such thing.

    Wrong:
    {"    "}translates = "bank:comunication"
    Right:
    {"    "}translates = "bank:communication"

e508 = `{ $id }` has two translations into { $language }
e508-label = the second
e508-help = Keep one and merge the other into it.
e508-page =
    With two translations into one language nobody knows whose words hold.

    Wrong:
    {"    "}bank.en.toml
    {"    "}bank-2.en.toml
    Right:
    {"    "}bank.en.toml

w601 = Only TOML 1.1 allows { $what ->
        [lines] braces over several lines
        [comma] a comma before the closing brace
       *[escape] an escape like `\x`
     }
w601-label = TOML 1.1
w601-help = { $what ->
        [lines] Write it on one line (`onduty tidy FILE` joins the lines), or as a table with a `[[…]]` header.
        [comma] Delete the comma before the brace; `onduty tidy FILE` does.
       *[escape] Write `\u00…`; `onduty tidy FILE` does.
     }
w601-page =
    The format is TOML 1.0, which every editor and tool can read. This program understands the newer form, others may not.

    Wrong:
    {"    "}offers = {"{"}
    {"    "}  start = 0, min = 0, max = 3,
    {"    "}{"}"}
    Right:
    {"    "}offers = {"{"} start = 0, min = 0, max = 3 {"}"}

w602 = The file begins with an invisible byte order mark
w602-label = BOM
w602-help = Run `onduty tidy FILE`, or save it as UTF-8 without BOM.
w602-page =
    Some editors on Windows put an invisible mark at the beginning. This program skips it, other TOML tools may not.

    Wrong:
    {"    "}# UTF-8 with BOM
    Right:
    {"    "}# UTF-8

w603 = It does not say where it comes from (`sources`)
w603-label = no sources
w603-help = Write `sources = ["book, section"]`; for a rule of your own write `"project"`.
w603-page =
    With sources one knows what to change when a handbook changes, and has an answer when a learner asks why.

    Wrong:
    {"    "}[course]
    {"    "}id = "refunds"
    Right:
    {"    "}[course]
    {"    "}id = "refunds"
    {"    "}sources = ["《售后手册》 第三章"]

w604 = The objective `{ $id }` is { $what ->
        [asked] taught, but no question asks it
        [played] taught, but no scenario or station shows it
        [taught] asked or played, but no lesson teaches it
       *[served] neither taught nor asked or played
     }
w604-label = not served
w604-help = Name it in the `objectives` of a lesson, question, scenario or station.
w604-page =
    What must be known is taught and asked, what must be done is taught and played, or observed at a station. An objective that nothing serves stands on paper only.

    Wrong:
    {"    "}[[objective]]
    {"    "}id = "farewell"    # nowhere else
    Right:
    {"    "}[[lesson]]
    {"    "}objectives = ["communication/farewell"]

w605 = The { finding-kind } `{ $id }` is used by nothing
w605-label = unused
w605-help = Use it or delete it.
w605-page =
    What nothing uses was most often forgotten to be connected, or left over from a renaming.

    Wrong:
    {"    "}[vars]
    {"    "}told = false    # no condition reads it
    Right:
    {"    "}[vars]
    {"    "}told = false
    {"    "}…
    {"    "}when = ["told"]

w606 = `{ $id }` replaces the { finding-kind } of the library below
w606-label = replaces
w606-help = Nothing to do if that is meant; otherwise take another id.
w606-page =
    In a library with `extends`, what has the same name replaces what is below. Perhaps that is what you want, perhaps the names met by chance.

    Wrong:
    {"    "}id = "communication"    # as in the shipped library
    Right:
    {"    "}id = "our-communication"

w607 = Of { $of } one-of questions, { $count } have the right option { $what ->
        [first] first
       *[longest] longest
     }: easy to guess
w607-label = can be guessed
w607-help = { $what ->
        [first] Vary the order of the options.
       *[longest] Make wrong options as precise, or right ones shorter.
     }
w607-page =
    Learners soon see the pattern and score without reading. Now and then it does no harm; this is far beyond chance.

    Wrong:
    {"    "}# 10 of 10: right = true at the first
    Right:
    {"    "}# spread over all places

w608 = This arm is never taken
w608-label = never taken
w608-help = { $way ->
        [write] One that asks for less stands before it and is taken first; order them by `at_least`, the highest first.
        *[branch] An arm without condition stands before it; move that to the end, or delete this one.
    }
w608-page =
    Arms are tried from the first on. One without condition always holds, so those after it never get their turn.

    Wrong:
    {"    "}branch = [{"{"} to = "a" {"}"}, {"{"} when = ["told"], to = "b" {"}"}]
    Right:
    {"    "}branch = [{"{"} when = ["told"], to = "b" {"}"}, {"{"} to = "a" {"}"}]

w609 = No text names the value `{ $name }` of `[house]`
w609-label = used nowhere
w609-help = { $best ->
        [none] { $known ->
            [none] Write `{"{"}house.{ $name }{"}"}` where it should stand, or delete the line.
           *[other] Texts name these: { $known }. For texts of your own write `{"{"}house.{ $name }{"}"}`.
         }
       *[other] Did you mean `{ $best }`? Texts name these: { $known }.
     }
w609-page =
    A value of `[house]` stands where a text says `{"{"}house.NAME{"}"}`. With a letter wrong it stands nowhere.

    Wrong:
    {"    "}[house]
    {"    "}compnay = "Cloud Goods"
    Right:
    {"    "}[house]
    {"    "}company = "Cloud Goods"

w610 = `{ $found }` is not read as a value of the company
w610-label = almost right
w610-help = Write `{ $right }`.
w610-page =
    Plain braces and a plain full stop, `house` in small letters, no space at the front, and the closing brace: what is written otherwise
    is shown to learners as it stands.

    Wrong:
    {"    "}ask = "Bought at ｛house。shop｝?"
    Right:
    {"    "}ask = "Bought at {"{"}house.shop{"}"}?"

w611 = The word "{ $word }" is explained twice
w611-label = explained again
w611-help = Keep one of them; the other is in the glossary `{ $glossary }`. To replace all of that glossary, give yours its id.
w611-page =
    Whoever looks the word up reads two explanations, and doesn't know which holds.

    Wrong:
    {"    "}[[term]]
    {"    "}id = "stop-slip"
    {"    "}term = "stopping a slip"
    {"    "}[[term]]
    {"    "}id = "intercept"
    {"    "}term = "stopping a slip"
    Right:
    {"    "}[[term]]
    {"    "}id = "stop-slip"
    {"    "}term = "stopping a slip"
    {"    "}also = ["intercepting"]

w621 = Reading this takes { $needs } ({ $language }), longer than the last limit of { $limit }
w621-label = much to read
w621-help = Shorten the customer's words and the replies, or let no clock run here.
w621-page =
    Every band is longer by what is to be read, so there is time for it. But where reading takes longer than replying may, the clock
    measures how fast one reads and not how fast one replies.

    Wrong:
    {"    "}clock = true   # four replies of sixty words
    Right:
    {"    "}clock = true   # three replies of fifteen words

a701 = The turn `{ $turn }` can never be reached
a701-label = never reached
a701-help = Let a `to`, `goto` or `branch` lead to it under a condition that can hold, or delete it.
a701-page =
    Every path from the start was walked, and none comes here. Perhaps a condition is the wrong way round.

    Wrong:
    {"    "}[[turn]]
    {"    "}id = "bonus"    # nothing leads here
    Right:
    {"    "}to = "bonus"

a702 = In the turn `{ $turn }` there may be no reply left
a702-label = nothing to choose
a702-help = Add a reply without `when`. The way here: { $path }
a702-page =
    On the path that is shown, no condition holds here or every reply was used, and the learner is stuck.
    A reply is offered once in a run, so a turn that can be come back to needs more of them.

    Wrong:
    {"    "}when = ["mood >= 90"]    # on every reply
    Right:
    {"    "}# one reply without when

a703 = `{ $var }` leaves its range: with `{ $reply }` in the turn `{ $turn }`
a703-label = out of range
a703-help = Widen `min` and `max`, or give the reply a `when`. The way: { $path }
a703-page =
    There is a path on which this variable leaves the range it is declared with. Either the path was not thought of, or the range is too narrow.

    Wrong:
    {"    "}offers = {"{"} start = 0, min = 0, max = 1 {"}"}
    {"    "}# add = {"{"} offers = 1 {"}"} twice
    Right:
    {"    "}offers = {"{"} start = 0, min = 0, max = 2 {"}"}

a704 = This scenario cannot be passed
a704-label = cannot be passed
a704-help = Lower `pass`, or give good replies more points.
a704-page =
    All paths were counted, and none reaches the pass mark. No effort would help.

    Wrong:
    {"    "}# every good path crosses a red line
    Right:
    {"    "}# one way to pass at least

a705 = This scenario cannot be failed
a705-label = always passed
a705-help = Raise `pass`, or let poor replies earn less.
a705-page =
    Every path passes, so passing says nothing.

    Wrong:
    {"    "}pass = 1
    Right:
    {"    "}pass = 60

a706 = Even the best path earns nothing
a706-label = no points
a706-help = Give good replies a `score`.
a706-page =
    The result is points earned ÷ best attainable. If the best is not above zero, there is no percentage.

    Wrong:
    {"    "}[[turn.reply]]
    {"    "}id = "warm"
    Right:
    {"    "}[[turn.reply]]
    {"    "}id = "warm"
    {"    "}score = {"{"} empathy = 2 {"}"}

a707 = There are too many states to walk
a707-label = too many
a707-help = Narrow the ranges of variables, or make fewer loops.
a707-page =
    Every state is walked before the scenario is trusted, and before its best score, which percentages are of, is known. With wide ranges
    and many loops there is no end to them. onduty analyse gives what is certain all the same.

    Wrong:
    {"    "}points_given = {"{"} start = 0, min = 0, max = 100000 {"}"}
    Right:
    {"    "}points_given = {"{"} start = 0, min = 0, max = 3 {"}"}

a708 = From the turn `{ $turn }` no ending can be reached
a708-label = no way out
a708-help = Let one of its ways lead to an ending.
a708-page =
    From here no choice leads to an ending, so the run would never be finished.

    Wrong:
    {"    "}# a → b → a, no ending
    Right:
    {"    "}# b → good (ending)

a709 = The reply `{ $reply }` is never offered
a709-label = never offered
a709-help = Change its `when` so that it can hold, or delete it.
a709-page =
    In no state that can be reached do all its conditions hold. Perhaps one is the wrong way round, or a number too large.

    Wrong:
    {"    "}mood = 50
    {"    "}# when = ["mood >= 90"], and no reply before lifts the mood so far
    Right:
    {"    "}# when = ["mood >= 60"]

a710 = At { $at } the condition "{ $condition }" { $what ->
        [always] always
       *[never] never
     } holds
a710-label = never differs
a710-help = { $what ->
        [always] Without it nothing changes; if that is not what you meant, see whether it is the wrong way round.
       *[never] This way is never taken; change the condition, or delete it.
     }
a710-page =
    A condition tells cases apart. In every case that can be reached this one comes out the same, so it tells nothing apart.

    Wrong:
    {"    "}when = ["mood >= 0"]
    Right:
    {"    "}when = ["mood >= 40"]

a711 = The variable `{ $var }` never changes
a711-label = never changes
a711-help = Change it by `set` or `add`, or delete it with the conditions that read it.
a711-page =
    A variable lets later words know of earlier ones. One that never changes makes every condition on it come out the same, as if it were not there.

    Wrong:
    {"    "}[vars]
    {"    "}told_time = false    # read by a `when`, but never set
    Right:
    {"    "}set = {"{"} told_time = true {"}"}

a712 = At { $count } of { $of } turns the best reply is the longest ({ $lang }): easy to guess
a712-label = told by its length
a712-help = Make bad replies as precise, or good ones shorter.
a712-page =
    Learners soon find that the longest is the best and score without reading. Now and then it does no harm; this is far beyond chance (three standard deviations), or it is so at every one of at least 4 turns.

    Wrong:
    {"    "}# 8 of 8 turns: the best reply is the longest
    Right:
    {"    "}# bad replies as long and as polite as good ones

a713 = Picking blindly passes with a chance of { $chance }
a713-label = can be passed blindly
a713-help = Raise `pass`, or let poor replies cost points. onduty analyse shows how many paths lead to each score.
a713-page =
    Who picks any offered reply each time passes more often than one time in three: more easily than one guesses a single turn of three
    replies. A pass then tells little.
    The limit is our own policy (project), no handbook's. Short drills that can end within fewer than three decisions are not looked at.

    Wrong:
    {"    "}score = {"{"} ask = 1 {"}"}    # for good and middling replies alike
    Right:
    {"    "}score = {"{"} ask = -1 {"}"}    # what annoys the customer costs

a714 = The model answer ({ $lang }) itself earns { $earned } of { $best } points
a714-label = lacking: { $lacks }
a714-help = Change the model answer, or widen what is looked for (`any`, `all`), until it earns everything and breaks no rule.
a714-page =
    The model answer is judged as learners' replies are. Where it does not earn everything, what is looked for is too narrow, or it breaks
    a wording rule: learners who write the same would lose points, and the task is not fair. Each language's model answer must earn all.

    Wrong:
    {"    "}sample = "Please wait, it should be there soon."    # “should be” is vague
    Right:
    {"    "}sample = "I am sorry you had to wait. I am checking now and will write to you by 6 pm today."

a801 = Blind guessing passes with a chance of { $chance }, above the { $most } that is allowed
a801-label = can be guessed
a801-help = Draw more questions, take kinds that are hard to guess, raise the marks; or raise `guess_at_most`.
a801-page =
    The chance that somebody passes who knows nothing and picks everything blindly is worked out exactly, over every form that can be drawn.
    True-false and short choices are guessed most easily; orders, pairs, classes and typed words hardly ever.

    Wrong:
    {"    "}draw = [{"{"} bank = "b", count = 2 {"}"}]    # true-false only
    {"    "}guess_at_most = 0.001
    Right:
    {"    "}draw = [{"{"} bank = "b", count = 20 {"}"}]

a802 = The borderline band is { $band } below the mark, but the measurement error is { $error }
a802-label = narrower than the error
a802-help = Widen `borderline` to { $least }, or draw more questions and role-plays.
a802-page =
    By luck alone the total of somebody who stands just at the mark varies by so many points (a standard deviation). With a narrower band some fail outright for bad luck only, and nobody looks again.
    The error is that of the mean form at the mark (Lord's binomial error model). Stations and differences between examiners are left out; the true error is larger.

    Wrong:
    {"    "}borderline = 1
    Right:
    {"    "}borderline = 8

a803 = Even somebody who knows everything passes with a chance of only { $chance }
a803-label = cannot be passed
a803-help = Look at the role-plays that may be drawn: is there a way that earns points and crosses no red line?
a803-page =
    Somebody who answers everything right and always picks the best reply may still draw an exam that cannot be passed. That is not the candidate's fault.

    Wrong:
    {"    "}# every way of a role-play that may be drawn crosses a red line
    Right:
    {"    "}# each role-play can be played to its best without one

a804 = Somebody who answers nothing gets this licence
a804-label = given away
a804-help = Set a mark: `pass` in `[theory]`, `[practice]` or `[result]`.
a804-page =
    All marks are 0, so an empty paper passes, and the licence certifies nothing.

    Wrong:
    {"    "}[result]
    {"    "}pass = 0
    Right:
    {"    "}[result]
    {"    "}pass = 80

a805 = There are too many different marks to say whether the chance to pass by guessing is above what is allowed
a805-label = cannot be told
a805-help = Write whole `points`; or draw fewer questions and role-plays.
a805-page =
    To be exact, every total has to be told apart. Where there are too many, the chance is only known to lie between two numbers. Here that will not do: what is allowed lies between them, or not even they can be worked out.
    The exam can be used all the same, but nobody can say that it cannot be guessed.

    Wrong:
    {"    "}points = 1.001    # and 2.003, 3.007 …
    Right:
    {"    "}points = 1

e801 = { $what ->
        [count] The points call for { $wanted } anchors, here: { $count }
       *[number] This anchor has to begin with `{ $count }:` and say what is seen
     }
e801-label = { $what ->
        [count] { $count }
       *[number] should be { $count }
     }
e801-help = { $what ->
        [count] Write one for each mark from 0 to the most, or change `points`.
       *[number] Write `"{ $count }: …"`, counting up from 0.
     }
e801-page =
    An examiner marks live, and goes by the anchors: what is seen for 0 points, for 1, up to the most. If one is missing, nobody knows when to give that mark.
    So there is one more anchor than points, each beginning with its mark and a colon (a full-width one will do). Translations write them alike.

    Wrong:
    {"    "}points = 2
    {"    "}anchors = ["没做", "做了"]
    Right:
    {"    "}points = 2
    {"    "}anchors = ["0: 没做", "1: 做了一半", "2: 都做了"]

e802 = `{ $key }` cannot be `{ $found }`
e802-label = not a length of time
e802-help = Write a whole number and a unit, `s`, `m`, `h` or `d`, such as `"40m"`; at most ten years{ $key ->
        [wait] {""}
       *[other] {""}, and not 0
     }.
e802-page =
    A length of time is a whole number and a unit without a space: `"40s"`, `"30m"`, `"4h"`, `"7d"`.
    No decimals and no months: months differ in length, and only validity goes by the calendar.

    Wrong:
    {"    "}limit = "1.5小时"
    Right:
    {"    "}limit = "90m"

e803 = `{ $found }` is no length of time by the calendar
e803-label = not understood
e803-help = Write `"12mo"` (months) or `"365d"` (days), at most ten years.
e803-page =
    How long a licence lasts and how long things are kept goes by the calendar: `"12mo"` ends with the last moment of the day before, a year on; `"365d"` is 365 days.

    Wrong:
    {"    "}lasts = "1y"
    Right:
    {"    "}lasts = "12mo"

e804 = Numbers cannot be made by `{ $found }`
e804-label = no number
e804-help = It needs `{"{"}issuer{"}"}` and `{"{"}serial{"}"}` (or `{"{"}serial:4{"}"}`), and may have `{"{"}yyyymmdd{"}"}`; left out, it is `{ $usual }`.
e804-page =
    A number is made of `{"{"}yyyymmdd{"}"}`, the day of issue, `{"{"}issuer{"}"}`, the issuer's code, and `{"{"}serial:4{"}"}`, a running number of four digits or more.
    Code and running number must be there, or two desks would give the same number. At most 60 characters. It is a file's name too: no `/`, no `..`.
    Whoever checks a QR looks for the running number after the last `-`: no other digits stand there.

    Wrong:
    {"    "}pattern = "{"{"}year{"}"}-{"{"}serial{"}"}"
    Right:
    {"    "}pattern = "{"{"}yyyymmdd{"}"}-{"{"}issuer{"}"}-{"{"}serial:4{"}"}"

e805 = There is neither `[theory]` nor `[practice]`
e805-label = no exam
e805-help = Write `[theory]`, `[practice]` or both.
e805-page =
    A licence is given after an exam. It may have one part only, but not none.

    Wrong:
    {"    "}[licence]
    {"    "}[result]
    Right:
    {"    "}[licence]
    {"    "}[theory]
    {"    "}[result]

e806 = { $parts ->
        [one] There is one part only, so its `weight` has to be 100; here it is { $sum }
       *[two] The `weight`s of the two parts have to make 100; here they make { $sum }
     }
e806-label = makes { $sum }
e806-help = { $parts ->
        [one] Write 100 or delete the line.
       *[two] Let them make exactly 100.
     }
e806-page =
    The total is out of a hundred, and `weight` says how much of it each part gives. If they do not make a hundred, the pass mark means nothing.

    Wrong:
    {"    "}[theory]
    {"    "}weight = 30
    {"    "}[practice]
    {"    "}weight = 60
    Right:
    {"    "}[theory]
    {"    "}weight = 30
    {"    "}[practice]
    {"    "}weight = 70

e807 = { $what ->
        [limits] The limits of the parts make { $part }, longer than the { $whole } of the whole exam
       *[renewal] It may be renewed { $part } before its end, longer than the { $whole } it lasts
     }
e807-label = { $what ->
        [limits] only { $whole }
       *[renewal] longer than it lasts
     }
e807-help = { $what ->
        [limits] Give more time in `within`, or shorten a `limit`.
       *[renewal] Shorten `renew_within`.
     }
e807-page =
    If candidates are told that practice has 60 minutes and the exam is over before that, the promise is broken. The limits have to fit into `within`, better with some room between.
    And a licence that was just given should not be open to renewal at once.

    Wrong:
    {"    "}# theory: limit = "40m", practice: limit = "60m"
    {"    "}within = "90m"
    Right:
    {"    "}within = "4h"

e808 = The { finding-kind } `{ $id }` is for practice only and cannot be examined
e808-label = for practice
e808-help = Take one with `use = "exam"`.
e808-page =
    In practice, learners see answers and reasons. Asked again in an exam, it tests their memory.

    Wrong:
    {"    "}draw = [{"{"} bank = "refunds", count = 10 {"}"}]         # use = "practice"
    Right:
    {"    "}draw = [{"{"} bank = "refunds-exam", count = 10 {"}"}]    # use = "exam"

e809 = { $what ->
        [few] This draws { $count }, but only { $has } can be drawn here
        [order] This draws { $count } out of { $has }, but lines before it may take some: at worst { $lacking } lacking
       *[taken] This draws { $count } out of { $has }, and lines before it need some too: at worst { $lacking } lacking
     }
e809-label = { $lacking } lacking
e809-help = { $what ->
        [few] Write { $lacking } more or draw fewer. They have to be live, for exams, of this level, and for one of the roles.
        [order] Put the narrow lines (with `level`) first; then there is enough.
       *[taken] Write { $lacking } more or draw fewer.
     }
e809-page =
    Lines draw one after another, at random, and nothing twice. A wide line may take all that a narrow one after it needs.
    The worst case was counted: if there is one way of drawing that comes short, the exam cannot be held.

    Wrong:
    {"    "}draw = [{"{"} bank = "b", count = 12 {"}"}, {"{"} bank = "b", level = 1, count = 8 {"}"}]    # 8 of level 1
    Right:
    {"    "}draw = [{"{"} bank = "b", level = 1, count = 8 {"}"}, {"{"} bank = "b", count = 12 {"}"}]

e810 = `{ $key }` { $what ->
        [long] is too long to be printed on a licence: { $most } characters at most
        [all] is too long to be printed on a licence: { $most } characters at most, all together
       *[line] has a line break or a tab, but is one line on a licence
     }
e810-label = cannot be printed
e810-help = { $what ->
        [line] Write it as one line.
       *[other] Make it shorter; details belong in a course.
     }
e810-page =
    Title, scope and competences are printed on the signed licence.
    The title and each competence are one line without breaks; a title has at most 100 characters, a competence 300, the scope 3000.

    Wrong:
    {"    "}title = "Agent's\nlicence"
    Right:
    {"    "}title = "Agent's licence"

w811 = { $what ->
        [total] Who just passes each part has { $given } in total already, so `pass = { $mark }` never decides
        [borderline] Who passes each part has { $given } in total at least, so nobody comes into the band below { $mark }
        [wait] Too many waiting times ({ $given }) for `attempts = { $mark }`
        [limit] There are only stations, and those are timed by the examiner
        [examiners] Without stations there is nothing for two examiners to observe
        [differ] One examiner cannot differ from another
       *[red-line] Without role-plays there are no red lines
     }
w811-label = without effect
w811-help = { $what ->
        [total] Raise the total above { $given }, or lower the marks of the parts.
        [borderline] Delete `borderline`, or raise the total.
        [wait] One fewer than attempts; after the last there is nothing to wait for.
        [examiners] Delete it, or draw stations.
        [differ] Delete it, or write `examiners = 2`.
       *[other] Delete the line.
     }
w811-page =
    A rule that can never come to bear was most often written with another number in mind, or left over when something else changed.

    Wrong:
    {"    "}# theory: pass = 60, practice: pass = 60
    {"    "}[result]
    {"    "}pass = 50
    Right:
    {"    "}[result]
    {"    "}pass = 80

w812 = The { finding-kind } `{ $id }` is for practice as well as for exams
w812-label = practised
w812-help = Write another one with `use = "exam"`.
w812-page =
    What has `use = "both"` can be practised at any time, answers and all. In an exam it proves little.

    Wrong:
    {"    "}use = "both"
    Right:
    {"    "}use = "exam"

w813 = There are { $attempts } attempts, but items for only { $rounds } without repeating any
w813-label = { $lacking } lacking
w813-help = Write { $lacking } more, draw fewer, or give fewer attempts.
w813-page =
    Each exam first draws what the candidate has not seen. Where that runs out, later exams repeat questions, and test memory.
    Stations do not count: work with one's hands has to be done well even by who has seen it.

    Wrong:
    {"    "}draw = [{"{"} bank = "b", count = 10 {"}"}]    # 20 in the bank
    {"    "}attempts = 3
    Right:
    {"    "}attempts = 2

w814 = The { finding-kind } `{ $id }` is not for `{ $roles }`
w814-label = another role
w814-help = Add the role to its `roles`, or take another.
w814-page =
    To ask for a course, or draw from a bank, of other roles than the licence is for: most often `roles` is not complete.

    Wrong:
    {"    "}# licence: roles = ["after-sale-agent"]
    {"    "}# course:  roles = ["pre-sale-agent"]
    Right:
    {"    "}# course:  roles = ["pre-sale-agent", "after-sale-agent"]

w815 = No exam draws { $count } of the { $of } questions of the bank `{ $id }`
w815-label = never drawn, the first of them
w815-help = Look at `level` in each `draw`, and at `roles` and `level` of the questions.
w815-page =
    Questions for exams are shown to nobody outside of them. If no exam draws them, they were written for nothing. Most often a level is not drawn, or the roles do not match.

    Wrong:
    {"    "}draw = [{"{"} bank = "b", level = 1, count = 8 {"}"}]    # level 2 is never drawn
    Right:
    {"    "}draw = [{"{"} bank = "b", level = 1, count = 8 {"}"}, {"{"} bank = "b", level = 2, count = 4 {"}"}]

w817 = `{ $name }` of `[house]` says "{ $said }", but `{ $key }` of the licence `{ $id }` is { $span }
w817-label = other than the licence
w817-help = Write the same in both: the program goes by `[appeals]` of the licence, texts say what stands here.
w817-page =
    Texts take the time for an appeal, and for its answer, from `appeal_days` and `answer_days` of `[house]`; what the program holds people to is `window` and `answer_within` of each licence's `[appeals]` (14 days each where it says nothing). Where they differ, the texts promise what is not kept.

    Wrong:
    {"    "}[house]
    {"    "}appeal_days = "5 days"
    {"    "}# in the licence: [appeals] window = "7d"
    Right:
    {"    "}appeal_days = "7 days"

w816 = The limits and the { $stations } minutes of stations make { $need }; the whole exam has { $within }
w816-label = not enough
w816-help = Give more time in `within`.
w816-page =
    Examiners time their stations, but when the whole exam is over, it is over. By the `minutes` of the stations and the `limit`s of the parts, the longest set of stations does not fit.

    Wrong:
    {"    "}# theory: limit = "60m", two stations of 40 minutes
    {"    "}within = "2h"
    Right:
    {"    "}within = "4h"

e901 = Nothing is left of "{ $text }" in `{ $key }` to compare
e901-label = nothing to compare
e901-help = Write what is looked for; `…` only stands for a few characters between two pieces.
e901-page =
    Comparing leaves case, width and spaces aside. A phrase of which nothing remains would be found nowhere, or everywhere.

    Wrong:
    {"    "}phrases = ["…"]
    Right:
    {"    "}phrases = ["not … my problem"]

e902 = The list `{ $list }` names the list `{ $other }`
e902-label = a list within a list
e902-help = Copy the phrases of `{ $other }`, or name both lists in the rule.
e902-page =
    Lists hold phrases only. With lists in lists nobody can say what a change in one of them does elsewhere.

    Wrong:
    {"    "}[[list]]
    {"    "}id = "offers"
    {"    "}phrases = ["{"{"}actions{"}"}", "i can"]
    Right:
    {"    "}[[rule]]
    {"    "}unless = ["{"{"}actions{"}"}", "{"{"}offers{"}"}"]

e903 = { $rule ->
        [same] The rule covers itself
       *[other] The rules `{ $rule }` and `{ $other }` cover each other
     }
e903-label = neither would count
e903-help = Keep `covers` on one side only: the heavier rule covers the lighter.
e903-page =
    `covers` says which rules do not count where this one fires. Two that cover each other would never count at all.

    Wrong:
    {"    "}# flat-no: covers = ["flat-refusal"], flat-refusal: covers = ["flat-no"]
    Right:
    {"    "}# flat-refusal: covers = ["flat-no"]

e904 = The reply `{ $reply }` breaks the red-line rule `{ $rule }` and has no `red_line`
e904-label = this is a red line
e904-help = Give the reply `red_line = "…"` and let `to` lead to a failed ending; or take the rule out of `breaks`.
e904-page =
    What the register calls a red line, and the talk goes on after it, looks harmless to learners.

    Wrong:
    {"    "}breaks = ["chat/abuse"]
    Right:
    {"    "}breaks = ["chat/abuse"]
    {"    "}red_line = "Insulting a customer"
    {"    "}to = "fired"     # outcome = "failed"

e905 = There are several wording registers ({ $known }), and this does not say which one holds
e905-label = by which one?
e905-help = Write `wording = "…"` here.
e905-page =
    What is written is judged by the library's only register. Where there are several it must be said which one: another register is
    another score.

    Wrong:
    {"    "}[turn.write]
    {"    "}task = "…"
    Right:
    {"    "}[turn.write]
    {"    "}wording = "chat"
    {"    "}task = "…"

e906 = In a talk for exams a written reply may not lead on by its points (`{ $turn }`)
e906-label = a machine decides where this goes
e906-help = Give every rung the same `to`, `mood`, `set` and `add`, or keep one rung alone: `branch = [{"{"} to = "…" {"}"}]`; for practice alone say `use = "practice"`.
e906-page =
    What is written is judged by the program first. An examiner can change the points, but not a talk that was played to its end. So in
    exams (`use = "exam"` or `"both"`) the talk goes on the same way whatever is written, and only the points differ. Where one learns it
    may branch.

    Wrong:
    {"    "}use = "exam"
    {"    "}branch = [{"{"} at_least = 60, to = "calm" {"}"}, {"{"} to = "angry" {"}"}]
    Right:
    {"    "}use = "exam"
    {"    "}branch = [{"{"} to = "calm" {"}"}]

e907 = A rule cannot be called `{ $rule }`
e907-label = this name stands for something else
e907-help = Choose another id, for example `short-reply`.
e907-page =
    `too-short` is a reply below `min_chars`; with it an examiner overrules that: `onduty mark … --unbroken too-short`. A rule of the same
    name could not be told from it.

    Wrong:
    {"    "}[[rule]]
    {"    "}id = "too-short"
    Right:
    {"    "}[[rule]]
    {"    "}id = "short-reply"

a901 = "{ $text }" and "{ $first }" are the same when compared
a901-label = said again
a901-help = One of them is enough.
a901-page =
    Case, width and spaces do not count, so both find the same places.

    Wrong:
    {"    "}phrases = ["Can’t", "can't"]
    Right:
    {"    "}phrases = ["can't"]

a902 = "{ $text }" never counts: "{ $except }" stands within it
a902-label = always cancelled
a902-help = Take it out, or write a longer expression than "{ $except }" in `except`.
a902-page =
    `except` holds longer expressions: a hit that overlaps one of them does not count. Where it stands within the phrase itself, no
    hit ever counts.

    Wrong:
    {"    "}phrases = ["sorry, no refund"]
    {"    "}except = ["sorry"]
    Right:
    {"    "}phrases = ["no refund"]
    {"    "}except = ["no refund needed"]

w901 = `detect = "{ $detect }"` does not look at `{ $key }`
w901-label = not looked at
w901-help = Delete the line; or delete `detect`, where phrases are to be looked for.
w901-page =
    Only rules that look for phrases have `phrases`, `except` and the like; the others see by themselves. (`again` has `except`, too:
    what is made of these courtesies alone may be said again.)

    Wrong:
    {"    "}detect = "one-word"
    {"    "}phrases = ["k"]
    Right:
    {"    "}detect = "one-word"

w902 = This rule never finds anything
w902-label = { $what ->
        [none] no phrase at all
       *[lists] only empty lists
     }
w902-help = Write the phrases to look for; where only authors mark replies with the rule, write `detect = "tagged"`.
w902-page =
    A rule looks for its `phrases`. Where there are none, or only lists that are empty, it never fires, and only looks as if it did.

    Wrong:
    {"    "}phrases = []
    Right:
    {"    "}phrases = ["not my job"]

w903 = "{ $text }" is a single character and will be found nearly everywhere
w903-label = too short
w903-help = Write more of it, with the words around; where the whole reply is to be just this, add `whole = true`.
w903-page =
    One character stands in any sentence, and good replies lose points.

    Wrong:
    {"    "}phrases = ["n"]
    Right:
    {"    "}phrases = ["no way", "nope"]

w904 = Tasks below that still need the register `{ $id }`, which is taken away here: { $count }
w904-label = they are left out
w904-help = What is missing: { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
     }. { $how ->
        [hidden] It need not be hidden: a register of yours with an id of its own judges what is yours.
       *[replaced] Give your register another id, and the one below stays; or write these lists and rules in yours, too.
     }
w904-page =
    Your courseware hides or replaces a wording register of the courseware below, and tasks there name its lists and rules. They cannot be
    judged, so learners don't see them. A register with an id of its own judges what is yours, and leaves what lies below as it was.

    Wrong:
    {"    "}[wording]
    {"    "}id = "chat"
    Right:
    {"    "}[wording]
    {"    "}id = "my-shop"
