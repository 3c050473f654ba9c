# Checking a licence: the conclusion, what the licence says, each step; trust files.
verify-qr-unreadable = Unreadable: this is not the text of a licence's QR, or not all of it. Scan again and copy the whole text.
verify-qr-nameless = the holder (the QR bears no name)

## What it comes to, and what to do
verify-conclusion-good = Good: signed by an issuer you trust, unchanged, within its dates{ $revocation ->
    [passed] , neither suspended nor revoked as of { $asof }, { $source ->
        [desk] by this desk's own records
        [heard] by what the desk told this PC
       *[lists] by its status lists
     }
    [no-suspension] , not revoked as of { $half }
    [no-revocation] , not suspended as of { $half }
   *[unasked] {""}
 }{ $name ->
    [same] , and the name agrees
    [hidden] . It does not show whose it is: check again with --holder NAME, and see that the person before you is called so
   *[unasked] . See for yourself that the person before you is { $holder }
 }.{ $revocation ->
    [passed] {""}
    [no-suspension] {" "}Whether it was suspended is not known: the list of suspended licences is not here.
    [no-revocation] {" "}Whether it was revoked is not known: the list of revoked licences is not here.
   *[unasked] {" "}Whether it was suspended or revoked is not known, for want of a recent list: this is about the signature and the dates only.
 }
verify-conclusion-status-not-known = Not settled: signature, issuer and dates are right, but the status lists that you asked for do not say whether it was { $revocation ->
    [no-suspension] suspended (it was not revoked as of { $half })
    [no-revocation] revoked (it was not suspended as of { $half })
   *[unasked] suspended or revoked
 }. Get the issuer's newest lists, of revoked and of suspended licences, and check again.
verify-conclusion-issuer-not-checked = Not yet: the signature holds and the dates are right, but nobody asked who issued it, and anyone can make one like this. Have a trust.toml ready (the issuers you trust) and check again.
verify-conclusion-other-holder = Somebody else's: { $name ->
    [hidden] it was not issued to who you named
   *[unasked] it was issued to { $holder }
 }. Do not accept it until that is cleared up.
verify-conclusion-not-yet-valid = Not valid yet: it begins on { $from }. Until then it is no licence to work.
verify-conclusion-expired = Expired: it ended on { $until }. The holder has to renew it; until then it is no licence to work.
verify-conclusion-key-retired = Signed too late: the key is one that you trusted, but it was retired before this was signed. Do not accept it; ask the organisation.
verify-conclusion-suspended = Suspended: the issuer has taken it back for the time being. Until it is lifted it is no licence to work; ask the issuer how it stands.
verify-conclusion-revoked = Revoked: the issuer has taken it back. It is no licence to work any more.
verify-conclusion-unknown-issuer = Issuer unknown: the signature holds, but its key is not on your list, and anyone can make a key. Do not accept it yet; ask the organisation, and add the key to trust.toml only if it is theirs.
verify-conclusion-unproven = Nothing proves who issued it: it has no signature, or one that cannot be checked. Do not accept it; ask the holder for the original file.
verify-conclusion-not-a-licence = Not a licence: the file can be read, but what it holds is something else. Ask the holder for the licence's own file.
verify-conclusion-altered = Altered: it is not as it was signed. Do not accept it. Ask the holder for the original file; if that is no better, tell the issuer.
verify-conclusion-not-read = Not checked: the file cannot be opened. { $why }
verify-conclusion-unreadable = Unreadable: the file is damaged, or never was a licence. Ask the holder to send it again.

## What the licence says
verify-name-file = File
verify-says = The licence says
verify-says-stranger = It says so, but nobody vouches for a word of it yet
verify-says-nobody = The file claims this; believe none of it
verify-name-number = Number
verify-name-holder = Holder
verify-holder-hashed = not in the file; to compare a name: --holder NAME
verify-name-title = Title
verify-name-issuer = Issuer
verify-name-scope = May
verify-name-valid = Valid
verify-name-results = Results
verify-name-note = Mind
verify-issuer-claimed = calls itself “{ $name }” (not verified)
verify-valid = { $from } to { $until } ({ $zone })
verify-valid-endless = from { $from }, without end ({ $zone })
verify-result = { $value } %
verify-result-required = { $value } % ({ $required } % to pass)
verify-result-completed = completed

## Each step
verify-step-readable = File
verify-step-shape = Content
verify-step-proof = Signature
verify-step-issuer = Issuer
verify-step-dates = Dates
verify-step-holder = Name
verify-step-revocation = Revocation and suspension
verify-passed = passed
verify-failed = failed. { $why }
verify-not-checked = not checked. { $why }

## Why a step failed
verify-failed-unsigned = There is no signature on it.
verify-failed-half-signed = Only its meaning is signed ({ $name }); the signature over every word and its place has been taken off.
verify-failed-unknown-suite = It has a signature that this version does not check: { $names }. A newer version may.
verify-failed-signed-again = It is signed in the same way ({ $name }) more than once; an issuer signs once, the rest was added later.
verify-failed-altered = What it says and its signature do not agree; one was changed after signing. It names the key { $did }.
verify-failed-other-signer = It was not signed by the issuer it names but by another key: { $did }.
verify-failed-malformed-proof = The signature is incomplete, or has something in it that is not understood: { $part }.
verify-failed-key-retired = This key was retired on { $until }; the licence was signed later.
verify-failed-unknown-issuer = This key is not on the list: { $did }.
verify-failed-not-yet-valid = It begins on { $from }.
verify-failed-expired = It ended on { $until }.
verify-failed-other-holder = The name on it is “{ $name }”, not the one you gave.
verify-failed-other-hash = The name you gave does not fit the hash on it; it has to be spelled as it was registered.
verify-failed-suspended = { $source ->
    [desk] By this desk's own records it is suspended, as of { $at }.
    [heard] By what the desk told this PC on { $at } it is suspended.
   *[lists] It stands on the issuer's list of suspended licences of { $at }.
 }
verify-failed-revoked = { $source ->
    [desk] By this desk's own records it is revoked, as of { $at }.
    [heard] By what the desk told this PC on { $at } it is revoked.
   *[lists] It stands on the issuer's list of revoked licences of { $at }.
 }

## Why a step was not taken
verify-not-checked-earlier = A step before it failed.
verify-not-checked-no-trust = There is no list of trusted issuers (trust.toml) to look at.
verify-not-checked-no-name = No name was given; compare it with the person.
verify-not-checked-list-not-read = Neither the list of revoked nor that of suspended licences that it names is here to look at. If much depends on it, get the newest from the issuer.
verify-not-checked-list-missing = { $missing ->
    [suspension] It is not on the list of revoked licences of { $at }; the list of suspended ones
   *[revocation] It is not on the list of suspended licences of { $at }; the list of revoked ones
 } is not here to look at. Get it from the issuer.
verify-not-checked-no-list = What is here names no list of revoked licences (the text of a QR never does; the licence's file may). If much depends on it, ask the issuer.
verify-not-checked-list-old = { $source ->
    [heard] By what the desk told this PC it was not taken back, but that was { $days } days ago. Take in the desk's newest file (onduty collect).
   *[lists] It is not on the lists, but the older of them was made { $days } days ago. Get the newest from the issuer.
 }

## Why a file cannot be read
verify-unreadable-too-large = It is too large; no licence is.
verify-unreadable-not-text = It is not text.
verify-unreadable-not-json = From line { $line }, column { $column } it is not JSON any more.
verify-unreadable-twice = “{ $key }” stands there twice, and there is no telling which one counts.
verify-unreadable-too-deep = It is nested too deep; no licence is.
verify-unreadable-number = It has a number so large that programs would not agree on it.
verify-unreadable-picture = The picture is damaged.
verify-unreadable-none-inside = It is a picture with no licence inside. Whoever took a photo or a screenshot has to send the file itself.
verify-unreadable-many-inside = It is a picture with more than one licence inside, and there is no telling which one counts.

## Why a document is no licence
verify-whole = the whole file
verify-fault-missing = Something is missing: { $path }.
verify-fault-wrong = Something is wrong: { $path }.
verify-fault-hidden = Something has characters in it that cannot be seen: { $path }.
verify-fault-unknown = Something does not belong in a licence: { $path }. A newer version may know it.

## trust.toml
trust-fault-syntax = Line { $line }: not TOML.
trust-fault-unknown-key = Line { $line }: “{ $what }” is not known; only [[issuer]], did, name and until belong here.
trust-fault-missing-key = Line { $line }: this issuer has no { $what }.
trust-fault-wrong-kind = Line { $line }: “{ $what }” is not written as it should be; did and name are texts in quotes, an issuer is an [[issuer]].
trust-fault-bad-did = Line { $line }: “{ $what }” is not the name of a key; one looks like did:key:z6Mk…
trust-fault-twice = Line { $line }: this key stood there before: { $what }
trust-fault-bad-until = Line { $line }: “{ $what }” is no moment; one looks like 2027-03-01T08:00:00Z.
trust-fault-empty-name = Line { $line }: name is empty; write what you call this issuer.
trust-fault-again = {""} (the same again in { $count } places)
trust-fault-more = … { $count } mistakes altogether; put these right first.

## The verdict in a line
verify-verdict = { $what }: { $word }
verify-qr = The QR's text
verify-verdict-good = good
verify-verdict-status-not-known = not settled, the status lists do not tell
verify-verdict-issuer-not-checked = not yet, the issuer is not checked
verify-verdict-other-holder = somebody else's
verify-verdict-not-yet-valid = not valid yet
verify-verdict-expired = expired
verify-verdict-key-retired = signed too late
verify-verdict-suspended = suspended
verify-verdict-revoked = revoked
verify-verdict-unknown-issuer = issuer unknown
verify-verdict-unproven = nothing proves who issued it
verify-verdict-not-a-licence = not a licence
verify-verdict-altered = altered
verify-verdict-unreadable = unreadable
verify-verdict-not-read = not checked
verify-passed-as-of = passed ({ $source ->
    [desk] by this desk's own records, as of { $asof }
    [heard] by what the desk told this PC on { $asof }
   *[lists] by the status lists of { $asof }
 })
note-verify-records = The records on this PC cannot be read; what they say of the licence was not used: { $why }
