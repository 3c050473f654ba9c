# The licence on paper, on the phone, in its QR
licence-short = Licence { $number } { $name } until { $until }
licence-plain = Licence { $number }

## What stands on paper
certificate-internal = An internal permit of this organisation
certificate-provisional = { $title } (provisional)
certificate-name = Name
certificate-number = Number
certificate-scope = May work as follows
certificate-valid = Valid
certificate-until = Valid until
certificate-issuer = Issued by
certificate-stamp = Stamp
certificate-photo = Photo
certificate-notes = Mind
certificate-again = COPY
certificate-scan = Scan to check, also offline
certificate-scan-old = Number and digest only; check the file itself

## Where nothing comes of it
fail-licence-ending = No file that ends in ".{ $ending }" is known; there are { $endings }
fail-no-certificates = This build makes no PNG and no PDF; write .svg, .html or .json.
fail-photo = { $path } is no photo: it has to be a PNG or JPEG of at most 4 MB.
fail-photo-unread = The photo cannot be read: its file is damaged, or the template has no place for it.
fail-template = Line { $line } of the template is not understood.
fail-template-name = Line { $line } of the template names something that there is not.
fail-template-outside = The template asks for something from outside, or for a script; refused: { $what }
fail-permit-word = A licence must not carry "{ $word }": it is a company's internal permit, not a certificate of the state.
fail-no-room = This text does not fit where it belongs: "{ $text }"…
fail-no-glyph = The font has no picture of: { $characters }
fail-no-glyph-in = The font "{ $family }" has no picture of: { $characters }
fail-no-font = There is no font on this computer.
fail-not-a-font = { $path } is no font file.
fail-no-drawing = What comes of the template is no drawing.
hint-licence-kept = The licence is issued and kept; write its file with: onduty licences --number { $number } --out FILE
hint-template = What it may name: onduty licences --help
hint-permit-word = Change that word in the scheme's title or scope, or in the template
hint-font = Install a Chinese font (Debian: fonts-noto-cjk or fonts-wqy-microhei; Windows has Microsoft YaHei), or name one with --font FILE; .svg and .html need none

## Many at once (issue --eligible)
batch-looking = Looking who may be given a licence
batch-issuing = Issuing
batch-drawing = Laying out
note-batch = { $count ->
    [0] { $waiting ->
        [0] Nobody to issue one to now.
       *[other] Nobody else to issue one to now.
    }
   *[other] Issued: { $count }, in { $path }.{" "}
 }{ $printed ->
    [0] {""}
   *[other] To print: { $files }.
 }{ $over ->
    [0] {""}
   *[other] {" "}Not issued: { $over }.
 }
note-sheets = Laid out: { $count }, in { $path }: { $files }.
note-sheet-undrawn = { $number } is on no sheet: { $why }
hint-licences-sheet = To print licences that were issued already: onduty licences --group GROUP --sheet a4 --out DIR; one of them: onduty licences --number NUMBER --out FILE
fail-nothing-to-print = Nothing to print: none of those chosen is in force.
note-batch-over = Not for { $name }: { $why }
note-batch-meanwhile = Issued meanwhile by somebody else, and not in this folder: { $count } ({ $numbers }).
fail-batch-other = The folder { $path } is for another licence or group; choose another one.
fail-batch-folder = There are other files in { $path }; choose an empty folder or a new one.
receipt-heading = Receipts: { $title }
receipt-group = Group: { $name }
receipt-day = List made { $day }; licences: { $count }
receipt-place = No.
receipt-number = Number
receipt-name = Name
receipt-signature = Signature
receipt-date = Date
licence-short-provisional = Provisional licence { $number } { $name } until { $until }
licence-short-provisional-nameless = Provisional licence { $number } until { $until }
licence-short-nameless = Licence { $number } until { $until }
certificate-nameless = (name: see the holder’s identity card)
fail-template-taken = The template holds a licence (openbadges) already; take that out first.
note-batch-undrawn = { $name } ({ $number }) is on no sheet: { $why } The licence is issued and its .json is in the folder; run it again with another font or template.
fail-batch-nobody = { $group ->
    [none] Nobody is on the roster yet, so there is nobody to license.
   *[other] Nobody is in the group "{ $group }", so there is nobody to license.
  }
hint-learner-show = See the roster and its groups with onduty learner list.
