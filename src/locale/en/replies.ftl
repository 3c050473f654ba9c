# Replies in one's own words
task = To do
written-yours = You wrote
written-theirs = The candidate wrote
written-broken = Wording rules broken
written-wanted = What it should hold
written-points = This reply earns { $points } of { $of } points
written-forfeited = It crosses a red line, so it earns nothing, and the customer goes on from there.
written-sample = One way to write it
written-instead = Better: { $text }
written-too-short = Too short: it takes at least { $least } characters to show that you care. It earns nothing.
severity-minor = minor
severity-major = major
severity-red-line = red line
