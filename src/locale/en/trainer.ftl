# `trainer`: a menu for who types no commands.

trainer-title = Trainer
trainer-ask = What would you like to do?
trainer-done = Done. What next?
trainer-back = Back to the trainer's menu
trainer-which = Which courseware?
trainer-in-use = What is in use
trainer-folder = Another folder (type it or drag it here)
