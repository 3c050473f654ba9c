# The picture of a scenario (graph): small words in boxes, the legend, what it shows.
graph-about = Scenario { $id }: { $turns ->
    [one] one turn
   *[other] { $turns } turns
}, { $replies ->
    [one] one reply
   *[other] { $replies } replies
}, { $endings ->
    [one] one ending
   *[other] { $endings } endings
}. Square boxes are the customer, round ones replies, double ones endings, six-sided ones crossings.
graph-best-way = Best way (points { $points }): { $way }
graph-walked-way = The learner's way: { $way }
graph-traffic = Shares: over { $runs } finished conversations.
graph-start = Start
graph-says-more = { $count ->
    [one] and one other wording
   *[other] and { $count } other wordings
}
graph-points = points { $points }
graph-points-between = points { $least } to { $most }
graph-written = written
graph-silence = silence
graph-mood = mood { $by }
graph-best = ★ best
graph-red-line = ✕ red line
graph-step = learner's step { $steps }
graph-when = if { $when }
graph-and = {" "}and{" "}
graph-else = otherwise
graph-sets = sets { $what }
graph-ending = Ending: { $outcome }
graph-branch = by what happened
graph-share = chosen { $chosen } of { $offered } times ({ $percent }%)
graph-share-none = nobody came here yet
graph-legend-gain = green, solid: earns points
graph-legend-nothing = grey, dashed: earns nothing
graph-legend-loss = orange, dotted: loses points
graph-legend-red-line = red, dash and dot: a red line, fails the run
graph-legend-plain = grey, thin: goes on by itself
graph-legend-best = thick, with ★: the best way
graph-legend-walked = wide blue ground: this learner's way

fail-graph-open = Scenario { $id } has not been spoken in this attempt yet: there is no way to draw.
fail-graph-other = Attempt { $attempt } has no scenario { $id }.
fail-graph-few = Only { $count } finished conversations so far: too few for shares, and one could tell who it was. It takes { $least }.
hint-graph-few = Draw it without --traffic for now; come back when more people have practised.
note-graph-scripted = { $count } of them were answered by a file.
note-graph-large = This scenario has too many states to go through: no best way is marked.
