# 主管台告诉各台电脑的：证的状态、考试的结论、没有收下的签字
heard-in-force = 您的“{ $title }”（{ $number }）有效，到 { $until } 为止（主管台 { $told } 告知）。
heard-suspended = 您的“{ $title }”（{ $number }）已暂停{ $until ->
    [none] {""}
   *[other] 至 { $until }
  }。恢复之前请不要凭它上岗（主管台 { $told } 告知）。原因请问主管。
heard-revoked = 您的“{ $title }”（{ $number }）已吊销（主管台 { $told } 告知）。请不要再凭它上岗，纸质证请交回；原因请问主管。
heard-passed = “{ $title }”考试（{ $id }）的结论：通过（主管台 { $told } 告知）。
heard-failed = “{ $title }”考试（{ $id }）的结论：未通过（主管台 { $told } 告知）。{ $appeal ->
    [none] {""}
   *[other] 觉得不对，{ $appeal } 前可以到主管台申诉。
  }
heard-voided = “{ $title }”考试（{ $id }）已作废，不算数（主管台 { $told } 告知）。
note-acts-not-taken = 在这台电脑上签的 { $count } 项，主管台没有收下，在那里不算数：{ $acts }。请到主管台，由那里认得的人重新办理。
fail-signed-at-desk = 这台电脑的名单来自主管台：证件、人员和密钥只在主管台办理，在这里签了也不会被收下。
hint-signed-at-desk = 请到主管台的电脑上办理。
note-licences-told = 这是主管台 { $told } 说的。证由主管台管着；别人的证，请到主管台看。
note-licences-none-told = 证由主管台管着；主管台没有告诉这台电脑，{ $name } 有没有证。
fail-licences-at-desk = 证由主管台管着，这台电脑只知道主管台说过的本人的证。
