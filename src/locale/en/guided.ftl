# new scenario --guided
guided-begin =
    A talk, written by question and answer. Each question is saved when it is answered; stop at any time, and the one you were at is asked again.
    Think of something that really happened: what the customer said, how a good agent answers, and a poor one.
    A slip? Type a single < at the next line and press Enter: the last one is asked anew.
guided-again = Going on where you left.
guided-source = written by the trainer
guided-title = What is this talk called? (such as: where is my parcel)
guided-category = What kind of talk is it?
guided-customer = What is the customer called? (such as: Ms Chen)
guided-mood = How does the customer feel at the start?
guided-mood-calm = calm
guided-mood-worried = worried
guided-mood-angry = very angry
guided-mood-glad = glad
guided-brief = What must the trainee know first? (who one is, what happened, what one may offer)
guided-opening = What does the customer say first?
guided-reply-first =
    Customer: “{ $says }”
    How might an agent answer? Write one way
guided-reply-second =
    Customer: “{ $says }”
    Write another answer, good or poor
guided-reply-more =
    Customer: “{ $says }”
    Answer number { $n } (no more? just press Enter)
guided-best = Which is the best answer to “{ $says }”?
guided-skill = Which skill does it show?
guided-why = What is good about “{ $text }”? (the trainee reads this)
guided-fault = How bad is “{ $text }”?
guided-fault-near = right, but a little is missing (1 point; the best has 2)
guided-fault-weak = it will do, but there is better (0 points)
guided-fault-wrong = one does not say that (1 point off)
guided-fault-harm = it hurts the customer (2 points off)
guided-fault-red = it crosses a red line: the whole talk is failed
guided-red-line = Which red line? (such as: insulting a customer)
guided-red-says =
    A red line ends the talk. What does the customer say to it?
    (Enter alone takes: “{ $usual }”)
guided-better = What is wrong with “{ $text }”, and what should one say? (the trainee reads this)
guided-then = The agent said “{ $text }”. And then?
guided-then-new = The customer says something more
guided-then-end = The talk is over
guided-then-as = Go on with the customer's “{ $says }”
guided-then-as-end = It ends as well with “{ $says }”
guided-next-says = What does the customer say then?
guided-outcome = How does it end?
guided-farewell = What does the customer say at last?
guided-debrief = One sentence for the trainee: why did it end like this?
guided-tree = The talk so far ({ $open } turns to be finished):
guided-kept = What was answered is in { $path }; the question you were at is asked again. To go on:
guided-go-on = onduty new scenario { $id } --guided --library { $folder }
guided-backup = The file has comments or a layout of its own, which going on takes away; as it was, it is kept as { $kept }
guided-done = The talk is finished: { $path }
guided-clean = It was checked, and there is nothing to mend.
guided-mend = These have to be mended: open the file in an editor, then check again.
guided-advice = This is advice: the talk can be used as it is; think it over.
guided-back-entry = ‹ Answer the last one anew
guided-back = Back to the last one.
guided-was =
    Back to the last one. You wrote:
    “{ $text }”
guided-first = There is nothing before this. What was written another day is mended in the file, in an editor.
guided-next =
    What next? Walk through it:
    onduty preview { $id } --library { $folder }
    See the points, the best and the worst way:
    onduty analyse { $id } --library { $folder }
    See it as a picture (open it in a browser):
    onduty graph { $id } --library { $folder } --out { $id }.svg
    To mend a word, open the file in an editor and change what stands in quotes, then:
    onduty check { $folder }
hint-guided = Run it in a terminal, or begin from an example: onduty new scenario { $id }
fail-guided-other = { $path } is no talk to go on with: there are mistakes in it, or its id is another.
fail-guided-changed = While you wrote, { $path } was changed elsewhere, so it was left alone; what you wrote is in { $kept }.
hint-guided-changed = Make one of the two, then go on.
hint-guided-check = See what is wrong: onduty check FOLDER
