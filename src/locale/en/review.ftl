# Review: what was missed, and what was not said well, comes back when it is about to be forgotten.
review-title = Review
review-today = Today: { $count } to review.
review-later = Nothing to review now. The next one is due on { $at }.
review-none = Nothing to review: what you miss, and what you don't say well, comes back here when you are about to forget it.
menu-review = Review: { $count } today
