# Role-play tables
talk-no-header = No header found. One row must name “reply” and “customer says” or “turn”.
talk-no-rows = There is nothing under the header.
talk-column = The column “{ $name }” is not known and was left out.
talk-row = The row “{ $name }” is not known and was left out.
talk-fact = “{ $name }” is “{ $value }”, which means nothing here.
talk-default-skill = These points name no skill and went to “{ $skill }”. To keep skills apart write “welcome+2 ask+1”, or add a column “skill”.
talk-variable = The variable { $name } was not declared; it was, by the values it gets.
talk-outcome = “{ $found }” is no way to end. Write resolved, partial, escalated, lost or failed.
talk-empty-row = This row has nothing the customer says, no reply and no target.
talk-no-turn = Nobody knows which turn this row belongs to: there is none above it.
talk-no-feedback = No feedback was written, so a general sentence stands there; please put your own.
talk-reply-id = “{ $found }” cannot be a reply's id (small letters, digits and -, none twice in a turn); it became { $id }.
talk-score = “{ $found }” is no score. Write a number, or “welcome+2 ask+1”.
talk-skill = There is no skill “{ $found }”. There are: { $known }
talk-condition = “{ $found }” is no condition. Such as mood >= 40; told; !told
talk-effect = “{ $found }” is no effect. Such as told = true; offers + 1
talk-mood = “{ $found }” is no change of mood. Write a whole number from -100 to 100.
talk-two-ways = Turn { $turn } has replies and another way on or an ending; only one was kept.
talk-silent = In turn { $turn } the customer says nothing.
talk-red-line-fails = Crossing a red line is a fail; the target “{ $found }” was not used.
talk-no-such-turn = “{ $found }” is no turn and no ending. The turns: { $known }
talk-no-target = The last turn names no target; by its points it is “{ $outcome }”.
talk-open-branch = All conditions of turn { $turn } may fail, so it goes on to { $to } otherwise.
talk-one-language = The table holds one language; the others were left out.
talk-no-talk = Only a role-play fits this table.

talk-brief = You are the agent on duty. Please look after this customer.
talk-customer = The customer
talk-feedback-good = This fits.
talk-feedback-bad = There is a better way to say it.
talk-red-line = Crosses a red line of service
talk-outcome-resolved = resolved
talk-outcome-partial = partly resolved
talk-outcome-escalated = escalated
talk-outcome-lost = lost
talk-outcome-failed = failed
talk-farewell-resolved = All right, that will do. Thank you.
talk-farewell-partial = Well, I suppose that will have to do.
talk-farewell-escalated = Fine, I will wait for your people to call.
talk-farewell-lost = Forget it. I will buy elsewhere.
talk-farewell-failed = How dare you? I am going to complain!
talk-debrief-resolved = The problem is solved and the customer is content.
talk-debrief-partial = Part of the problem is solved; the customer is not quite content.
talk-debrief-escalated = The matter was handed on; the customer is still waiting.
talk-debrief-lost = The customer left.
talk-debrief-failed = A red line was crossed: this one is failed.
