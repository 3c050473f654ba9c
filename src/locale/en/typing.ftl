# Writing a whole reply in one's own words.

help-text = type · { $break } new line · Enter to send
help-text-clear = Ctrl-U clears
help-text-back = Ctrl-U brings it back
text-left = room for { $n } more
text-above = … { $n } lines above
text-below = … { $n } lines below
text-empty = Nothing is written yet. Please write something, then send it.
text-full = That is all there is room for: at most { $most } characters. The rest was left out.

plain-text = Write line by line; when you are done, press Enter on an empty line to send:
plain-text-left = Room for { $n } more characters.
plain-text-full = This line does not fit and was left out: at most { $most } characters, { $n } still free. What you wrote before is kept; lines that do not fit are left out.
