# What comes to light once the records are together: clocks that went back, ends that were refused, practice beside exams, licences that
# would not be issued today.

audit-odd-title = Worth a look
audit-clock-back = { $pc ->
    [none] The clock of this PC
   *[other] The clock of PC { $pc }
  } was set back, or had been fast: line { $earlier } of its ledger was written at { $before } by that clock, and line { $line } after it at { $at }
audit-unended = { $by } was about to end sitting { $sitting } when the clock of that PC showed { $at }, and exam { $exam } went on until { $until } by its record. That clock was fast during the exam, or slow afterwards: ask which it was
audit-practice-beside = Practice { $practice } was begun at { $at }, while the same person's exam { $exam } was under way at another PC
audit-licence-undecided = Licence { $number } would not be issued today: its exam { $exam } { $why ->
    [wait] was begun before the waiting time after exam { $before } was over ({ $from })
    [attempts] was one more than there were exams left; exam { $before } had been the last
   *[undecided] was begun before exam { $before } was decided
  }. It is suspended; an issuer still has to decide: revoke it, or reinstate it
audit-licence-not-today = Licence { $number } would not be issued today: its exam { $exam } { $why ->
    [wait] was begun before the waiting time after exam { $before } was over ({ $from })
    [attempts] was one more than there were exams left; exam { $before } had been the last
   *[undecided] was begun before exam { $before } was decided
  }. Both were here when it was issued: look at how that came about
audit-licence-kept = Licence { $number } would not be issued today: its exam { $exam } { $why ->
    [wait] was begun before the waiting time after exam { $before } was over ({ $from })
    [attempts] was one more than there were exams left; exam { $before } had been the last
   *[undecided] was begun before exam { $before } was decided
  }. { $by } has reinstated it since, on { $day } (act { $act })
flaw-licence-overtaken = Licence { $number } would not be issued today: its exam { $exam } { $why ->
    [wait] was begun before the waiting time after exam { $before } was over ({ $from })
    [attempts] was one more than there were exams left; exam { $before } had been the last
   *[undecided] was begun before exam { $before } was decided
  }; that one came here only after the licence was issued
means-licence-overtaken = Nobody did wrong at the desk; an issuer has to decide. Suspend it (onduty suspend NUMBER --reason WHY) and look into it; then revoke it, or reinstate it if it shall stand. Once it is reinstated this is no finding any more: who decided so is told.
note-licence-overtaken = Licence { $number } of { $name } would not be issued today: its exam { $exam } { $why ->
    [wait] was begun before the waiting time after exam { $before } was over ({ $from })
    [attempts] was one more than there were exams left; exam { $before } had been the last
   *[undecided] was begun before exam { $before } was decided
  }. An issuer decides: suspend it (onduty suspend { $number } --reason WHY) and look into it, then revoke it or reinstate it.
hint-close-early-noted = That it was refused is on record at this PC now, signed by you; the desk sees it.
held-act-unended = was refused the end of sitting { $sitting }, whose time had not come by that clock
sitting-end-refused = the end was refused: exam { $exam } went on until { $until }, later than the clock showed
list-beside = { $text }; begun while exam { $exam } was under way at another PC
