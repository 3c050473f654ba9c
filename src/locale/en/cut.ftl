# Where a pass mark comes from.

note-cut-written = The record is in { $path }. Put it beside the scheme and name it there: basis = "{ $name }" under [result]; onduty analyse { $id } then says so.
fail-cut-row = { $path }, line { $line }: "{ $found }" is not what belongs here.
fail-cut-table = { $path } is no table that can be read.
fail-cut-few = There is no line through what was seen at "{ $station }": it takes observations with at least two different global ratings.
hint-cut-table = Judges: the head names the items after "judge" (and "round", if there are several); then a row a judge with 80, 80% or 0.8 for each item. Ratings: a row an observation: global rating 1 to 5, score in percent.
hint-cut-few = Observe more candidates first, or give a table: --ratings FILE
cut-title = The pass mark of "{ $title }" ({ $id }), worked out on { $day }
cut-angoff = Method: Angoff (W. H. Angoff, in Educational Measurement, 2nd ed., 1971). Each judge says of each item how probable it is that somebody just good enough answers it rightly. A judge's mark is the mean over the items; the mark is the mean over the judges. SD: deviation between judges (n − 1). SE = SD ÷ √n.
cut-borderline = Method: borderline regression (Wood, Humphrey-Murto and Norman, 2006). Checklist scores are regressed on examiners' global ratings by least squares; the mark is the score on the line at the borderline rating.
cut-items = Items ({ $n }): { $list }
cut-round = Round { $n }
cut-judge = Judge
cut-mark = Mark
cut-of-round = Mean { $mean } % (exactly { $exact }), SD { $deviation }, SE { $error } points; from { $low } % to { $high } %.
cut-of-line = Station { $station }: { $n } observations. At the rating { $rating } the line stands at { $cut } % (exactly { $exact }); { $slope } points more with each rating; R² { $explained }.
cut-recommended = Recommended: { $mark } % (rounded up to a whole percent). The scheme now has { $pass } %. The mark itself is a decision of the organisation.
fail-cut-items = The courseware has no such questions, scenarios or stations: { $items }.
hint-cut-items = The head names their ids: a question is BANK/QUESTION; see onduty list.
after-cut = Judges (--judges, CSV or Excel): the head is "judge", perhaps "round", then the items' ids; below it a row a judge, with how probable a right answer is: 80, 80% or 0.8.
    {"  "}judge,round,welcome/hello,welcome/seat
    {"  "}A,1,80,65
    Ratings (--ratings): a row an observation, the global rating 1 to 5, then the score in percent.
