# Review: what was missed, and what was not said well, comes back when it is about to be forgotten. And what progress says: how skills
# grow, what next and why.
review-title = Review
review-today = Today: { $count } to review.
review-later = Nothing to review now. The next one is due on { $at }.
review-none = Nothing to review: what you miss, and what you don't say well, comes back here when you are about to forget it.
menu-review = Review: { $count } today

why-first = the easiest one to begin with
why-unfinished = not finished yet
why-required = required for { $title }
why-ready = everything required is done
why-course = the next course
why-bank-new = not begun yet
why-bank = best so far { $percent } %
why-skill = { $skill } { $percent } %
why-skill-new = { $skill } not practised yet
why-licence = counts for { $title }
why-never = not practised yet
why-days = { $days ->
    [0] practised today
    [one] last practised yesterday
   *[other] last practised { $days } days ago
}
progress-advice = Practise: { $title } ({ $why })
progress-strengths = Strengths: { $skills }
progress-gaps = To work on: { $skills }
progress-comma = ,{" "}
growth = { $talks ->
    [one] 1 conversation
   *[other] { $talks } conversations
}, { $trend }
growth-in-words = { $talks } conversations, lately from { $first } % to { $last } %, { $trend }
trend-new = just begun
trend-rising = rising
trend-steady = steady
trend-falling = falling
