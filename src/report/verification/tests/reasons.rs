//! Every reason in words: of a step that did not pass, of a trust file, of a key.

use insta::assert_snapshot;

use super::*;
use crate::credential::status::Purpose;

const NOT_CHECKED: [NotChecked; 8] = [
    NotChecked::Earlier,
    NotChecked::NoTrust,
    NotChecked::NoName,
    NotChecked::ListNotRead,
    NotChecked::ListMissing { missing: Purpose::Suspension, at: ISSUED },
    NotChecked::ListMissing { missing: Purpose::Revocation, at: ISSUED },
    NotChecked::NoList,
    NotChecked::ListOld(45),
];

/// Every way that a step can go without passing.
fn outcomes() -> Vec<Outcome> {
    let did = key().did();
    let at = |fault| Failed::Misshapen(Misshapen { path: "issuer.id".into(), fault });
    let failed = [
        Failed::Unreadable(Unreadable::TooLarge),
        Failed::Unreadable(Unreadable::NotText),
        Failed::Unreadable(Unreadable::NotJson { line: 3, column: 7 }),
        Failed::Unreadable(Unreadable::Twice("na\u{1b}[1Ame”".into())),
        Failed::Unreadable(Unreadable::TooDeep),
        Failed::Unreadable(Unreadable::Number),
        at(Fault::Missing),
        at(Fault::Wrong),
        at(Fault::Hidden),
        at(Fault::Unknown),
        Failed::Misshapen(Misshapen { path: String::new(), fault: Fault::Wrong }),
        Failed::Unsigned,
        Failed::UnknownSuite(vec!["eddsa-2029".into(), "x\u{202e}y".into()]),
        Failed::HalfSigned("eddsa-rdfc-2022"),
        Failed::SignedAgain("eddsa-jcs-2022".into()),
        Failed::Altered(did.clone()),
        Failed::OtherSigner(did.clone()),
        Failed::MalformedProof("p".repeat(500)),
        Failed::UnknownIssuer(did),
        Failed::NotYetValid(ISSUED),
        Failed::Expired(ISSUED),
        Failed::OtherHolder(Some("韩梅梅".into())),
        Failed::OtherHolder(None),
        Failed::Suspended(ISSUED),
        Failed::Revoked(ISSUED),
        Failed::Unreadable(Unreadable::Picture),
        Failed::Unreadable(Unreadable::NoneInside),
        Failed::Unreadable(Unreadable::ManyInside),
    ];
    failed.map(Outcome::Failed).into_iter().chain(NOT_CHECKED.map(Outcome::NotChecked)).collect()
}

fn reasons(tongue: Tongue) -> String {
    let words = Words::new(tongue);
    let tell = Teller { words: &words, zone: "Asia/Shanghai", source: Source::Lists };
    let line = |outcome| format!("{}: {}", tell.reason(outcome).unwrap().code, tell.outcome(outcome));
    outcomes().iter().map(line).collect::<Vec<_>>().join("\n").replace(key().did().as_str(), "did:key:HQ")
}

#[test]
fn every_reason_has_its_words_in_chinese() {
    assert_snapshot!(reasons(Tongue::Zh), @"
    too-large: 没通过。文件太大，上岗证没有这么大的。
    not-text: 没通过。不是文本文件。
    not-json: 没通过。第 3 行第 7 列起看不懂，不是完整的 JSON。
    twice: 没通过。“na�[1Ame'”写了两遍，说不准以哪一遍为准。
    too-deep: 没通过。一层套一层，套得太深，上岗证没有这样的。
    number: 没通过。有一个数太大，各种程序会读成不同的数。
    missing: 没通过。缺了一处：issuer.id。
    wrong: 没通过。有一处不对：issuer.id。
    hidden: 没通过。有一处藏着看不见的字符：issuer.id。
    unknown: 没通过。多出一处上岗证里不该有的：issuer.id。也许新版本认得。
    wrong: 没通过。有一处不对：整个文件。
    unsigned: 没通过。上面没有签名。
    unknown-suite: 没通过。上面有这个版本核对不了的签名：eddsa-2029、x�y。也许新版本认得。
    half-signed: 没通过。只签了大意（eddsa-rdfc-2022），管住每个字和先后次序的那个签名不见了。
    signed-again: 没通过。同一种签名（eddsa-jcs-2022）出现了不止一次，发证方只签一次，多出来的是后来加的。
    altered: 没通过。内容跟签名对不上，签了以后改过。它自称用的钥匙是 did:key:HQ。
    other-signer: 没通过。签名的不是证上写的发证方，而是另一把钥匙：did:key:HQ。
    malformed-proof: 没通过。签名不完整，或有看不懂的地方：pppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppp…。
    unknown-issuer: 没通过。名单里没有这把钥匙：did:key:HQ。
    not-yet-valid: 没通过。2026-11-22 09:30 才生效。
    expired: 没通过。2026-11-22 09:30 已到期。
    other-holder: 没通过。证上的姓名是“韩梅梅”，跟您给的不一样。
    other-hash: 没通过。您给的姓名跟证上留的摘要对不上；姓名要跟登记的写得一样。
    suspended: 没通过。发证方 2026-11-22 09:30 的暂停名单上有它。
    revoked: 没通过。发证方 2026-11-22 09:30 的吊销名单上有它。
    picture: 没通过。图片坏了。
    none-inside: 没通过。是一张图片，里面没有上岗证。照片、截图都不行，请持证人发原来的文件。
    many-inside: 没通过。这张图片里不止一张上岗证，说不准以哪一张为准。
    earlier: 没有查。前面没通过，就不往下查了。
    no-trust: 没有查。没有发证方名单（trust.toml）可以对照。
    no-name: 没有查。没有给出姓名，请当面核对。
    list-not-read: 没有查。证上写的吊销名单和暂停名单，手边一份也没有，没法对照。要紧的时候请向发证方要最新的。
    list-missing: 没有查。2026-11-22 09:30 的吊销名单上没有它；暂停名单手边没有，请向发证方要。
    list-missing: 没有查。2026-11-22 09:30 的暂停名单上没有它；吊销名单手边没有，请向发证方要。
    no-list: 没有查。这里没写吊销名单在哪里（二维码里从来不写，证的文件里可能有）。要紧的时候请问发证方。
    list-old: 没有查。名单上没有它，但较旧的那份名单是 45 天前的。请向发证方要最新的。
    ");
}

#[test]
fn every_reason_has_its_words_in_english() {
    assert_snapshot!(reasons(Tongue::En), @"
    too-large: failed. It is too large; no licence is.
    not-text: failed. It is not text.
    not-json: failed. From line 3, column 7 it is not JSON any more.
    twice: failed. “na�[1Ame'” stands there twice, and there is no telling which one counts.
    too-deep: failed. It is nested too deep; no licence is.
    number: failed. It has a number so large that programs would not agree on it.
    missing: failed. Something is missing: issuer.id.
    wrong: failed. Something is wrong: issuer.id.
    hidden: failed. Something has characters in it that cannot be seen: issuer.id.
    unknown: failed. Something does not belong in a licence: issuer.id. A newer version may know it.
    wrong: failed. Something is wrong: the whole file.
    unsigned: failed. There is no signature on it.
    unknown-suite: failed. It has a signature that this version does not check: eddsa-2029, x�y. A newer version may.
    half-signed: failed. Only its meaning is signed (eddsa-rdfc-2022); the signature over every word and its place has been taken off.
    signed-again: failed. It is signed in the same way (eddsa-jcs-2022) more than once; an issuer signs once, the rest was added later.
    altered: failed. What it says and its signature do not agree; one was changed after signing. It names the key did:key:HQ.
    other-signer: failed. It was not signed by the issuer it names but by another key: did:key:HQ.
    malformed-proof: failed. The signature is incomplete, or has something in it that is not understood: pppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppp….
    unknown-issuer: failed. This key is not on the list: did:key:HQ.
    not-yet-valid: failed. It begins on 2026-11-22 09:30.
    expired: failed. It ended on 2026-11-22 09:30.
    other-holder: failed. The name on it is “韩梅梅”, not the one you gave.
    other-hash: failed. The name you gave does not fit the hash on it; it has to be spelled as it was registered.
    suspended: failed. It stands on the issuer's list of suspended licences of 2026-11-22 09:30.
    revoked: failed. It stands on the issuer's list of revoked licences of 2026-11-22 09:30.
    picture: failed. The picture is damaged.
    none-inside: failed. It is a picture with no licence inside. Whoever took a photo or a screenshot has to send the file itself.
    many-inside: failed. It is a picture with more than one licence inside, and there is no telling which one counts.
    earlier: not checked. A step before it failed.
    no-trust: not checked. There is no list of trusted issuers (trust.toml) to look at.
    no-name: not checked. No name was given; compare it with the person.
    list-not-read: not checked. Neither the list of revoked nor that of suspended licences that it names is here to look at. If much depends on it, get the newest from the issuer.
    list-missing: not checked. It is not on the list of revoked licences of 2026-11-22 09:30; the list of suspended ones is not here to look at. Get it from the issuer.
    list-missing: not checked. It is not on the list of suspended licences of 2026-11-22 09:30; the list of revoked ones is not here to look at. Get it from the issuer.
    no-list: not checked. What is here names no list of revoked licences (the text of a QR never does; the licence's file may). If much depends on it, ask the issuer.
    list-old: not checked. It is not on the lists, but the older of them was made 45 days ago. Get the newest from the issuer.
    ");
}

/// The mistakes of a trust file, as they are told.
fn troubles(tongue: Tongue, text: &str) -> String {
    let lines = trust_troubles(&Trust::read(text).unwrap_err(), &Words::new(tongue)).join("\n");
    lines.replace(key().did().as_str(), "did:key:HQ")
}

#[test]
fn a_trust_file_is_put_right_line_by_line() {
    let did = key().did();
    let text = format!(
        "colour = 1\n[[issuer]]\ndid = \"did:key:z6Mkwrong\"\nname = \"\"\n[[issuer]]\nname = 7\n[[issuer]]\ndid = \"{did}\"\nname = \"a\"\n[[issuer]]\ndid = \"{did}\"\nname = \"b\"\n"
    );
    assert_snapshot!(troubles(Tongue::Zh, &text), @"
    第 1 行：不认识“colour”，这里只写 [[issuer]]、did、name 和 until。
    第 3 行：“did:key:z6Mkwrong”不是一把钥匙的名字，应该像 did:key:z6Mk……
    第 4 行：name 是空的，请写上您怎么称呼这个发证方。
    第 5 行：这个发证方缺了 did。
    第 6 行：“name”的写法不对；did 和 name 是带引号的文字，发证方写成 [[issuer]]。
    第 11 行：这把钥匙前面已经写过：did:key:HQ
    ");
    assert_snapshot!(troubles(Tongue::En, &text), @"
    Line 1: “colour” is not known; only [[issuer]], did, name and until belong here.
    Line 3: “did:key:z6Mkwrong” is not the name of a key; one looks like did:key:z6Mk…
    Line 4: name is empty; write what you call this issuer.
    Line 5: this issuer has no did.
    Line 6: “name” is not written as it should be; did and name are texts in quotes, an issuer is an [[issuer]].
    Line 11: this key stood there before: did:key:HQ
    ");
    assert_snapshot!(troubles(Tongue::Zh, "[[issuer"), @"第 1 行：不合 TOML 的写法。");
    assert_snapshot!(troubles(Tongue::En, "\"\\u001b[2J\\u202e\" = 1"), @"Line 1: “�[2J�” is not known; only [[issuer]], did, name and until belong here.");
}

#[test]
fn the_same_mistake_again_and_again_is_told_once() {
    let licence = file_of(&licence());
    assert_snapshot!(troubles(Tongue::Zh, &licence), @"第 1 行：不合 TOML 的写法。（同样的错一共 162 处）");
    assert_snapshot!(troubles(Tongue::En, &licence), @"Line 1: not TOML. (the same again in 162 places)");
    let many: String = (0..50).map(|n| format!("key{n} = 1\n")).collect();
    assert_eq!(troubles(Tongue::En, &many).lines().count(), 11);
    assert!(troubles(Tongue::Zh, &many).ends_with("……一共 50 处错，先改好上面这些。"));
}
