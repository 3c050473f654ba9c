# `trainer`: a menu for who types no commands.

trainer-title = Trainer
trainer-ask = What would you like to do?
trainer-done = Done. What next?
trainer-back = Back to the trainer's menu
trainer-which = Which courseware?
trainer-in-use = What is in use
trainer-folder = Another folder (type it or drag it here)
trainer-not-done = Not done, for the reason above. What next?
trainer-guided = Write a talk by question and answer (stop whenever you like, go on later)
trainer-new-scenario = a talk (role-play)
trainer-new-bank = a question bank
trainer-new-course = a course
trainer-new-walks = walks of a talk
trainer-new-station = a practical station
trainer-new-licence = a licence
trainer-new-wording = A wording register
trainer-new-glossary = A glossary
trainer-new-standard = A standard of reply times
trainer-new-syllabus = a syllabus
trainer-new-library = a folder of courseware (begin with it the first time)
trainer-wording-file = The file with the chats (it may be dragged in), or a sentence to be judged
trainer-remarks-keep = it is right as it is
trainer-remarks-reword = its words are to change
trainer-remarks-rekey = its key is to change
note-here = Working on the courseware in this folder (it holds library.toml).
check-file = Checked with the courseware that it is part of; what is listed is in this file only: { $file }, findings: { $count }.
manager-title = Manager
manager-ask = What is to be done? What waits stands first.
manager-back = Back to the manager's menu
manager-waits-borderline = To decide: { $count ->
    [one] one borderline exam
   *[other] { $count } borderline exams
  }
manager-waits-appeals = Appeals to decide: { $count }
manager-waits-confirm = For a second person to confirm: { $count }
manager-waits-ending = Licences that end within { $days } days: { $count }
manager-licences-eligible = See who may be licensed
manager-staff-list = Who works as trainer, examiner or issuer
manager-waits-refusals = Records that were refused, to be looked into: { $count }
manager-lacks = { $text } ({ $what })
manager-lacks-examiner = first: an examiner's key on this computer
manager-lacks-issuer = first: an issuer's key on this computer
manager-lacks-key = first: the organisation's issuing key
manager-licence = { $number } · { $name } · until { $day }
manager-group = { $name } ({ $count })
fail-manager-none = There is nothing at the moment that this could be done to ({ $what }).
