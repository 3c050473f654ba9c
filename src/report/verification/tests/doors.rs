//! What a person at the door is told of licences good and bad, and of files that mean harm.

use insta::assert_snapshot;

use super::*;

#[test]
fn a_good_licence() {
    assert_snapshot!(both(&door(), &file_of(&licence())), @"
    文件: licence.json
    证上写着: 
      编号: 20261122-SH1-0007
      持证人: 李雷
      证名: 服务工程师上岗证 / Service engineer's licence
      发证方: 总部
      可以做: 可独立上门检修自助缴费机。 不含 220 伏配电。
      有效期: 2026-11-22 09:30 到 2027-11-22 09:29（Asia/Shanghai 时间）
      考核: 
        理论: 86.5 分（80 分及格）
        动手之前先做安全: 已完成
      请注意: 题目来自公开题库。

    √ 文件: 通过
    √ 内容: 通过
    √ 签名: 通过
    √ 发证方: 通过
    √ 日期: 通过
    – 姓名: 没有查。没有给出姓名，请当面核对。
    – 吊销和暂停: 没有查。证上写的吊销名单和暂停名单，手边一份也没有，没法对照。要紧的时候请向发证方要最新的。

    好证：信得过的发证方签的，没改过，没过期。请再核对来人是不是李雷本人。手边没有新近的名单，有没有被暂停或吊销不清楚：这里只查了签名和日期。

    √ 20261122-SH1-0007：有效
    ----
    File: licence.json
    The licence says: 
      Number: 20261122-SH1-0007
      Holder: 李雷
      Title: 服务工程师上岗证 / Service engineer's licence
      Issuer: 总部
      May: 可独立上门检修自助缴费机。 不含 220 伏配电。
      Valid: 2026-11-22 09:30 to 2027-11-22 09:29 (Asia/Shanghai)
      Results: 
        理论: 86.5 % (80 % to pass)
        动手之前先做安全: completed
      Mind: 题目来自公开题库。

    √ File: passed
    √ Content: passed
    √ Signature: passed
    √ Issuer: passed
    √ Dates: passed
    – Name: not checked. No name was given; compare it with the person.
    – Revocation and suspension: not checked. Neither the list of revoked nor that of suspended licences that it names is here to look at. If much depends on it, get the newest from the issuer.

    Good: signed by an issuer you trust, unchanged, within its dates. See for yourself that the person before you is 李雷. Whether it was suspended or revoked is not known, for want of a recent list: this is about the signature and the dates only.

    √ 20261122-SH1-0007: good
    ");
    let named = Door { name: Some("李雷"), ..door() };
    assert_snapshot!(last_lines(&named, &file_of(&licence())), @"
    好证：信得过的发证方签的，没改过，没过期，姓名也对得上。手边没有新近的名单，有没有被暂停或吊销不清楚：这里只查了签名和日期。 | √ 20261122-SH1-0007：有效
    Good: signed by an issuer you trust, unchanged, within its dates, and the name agrees. Whether it was suspended or revoked is not known, for want of a recent list: this is about the signature and the dates only. | √ 20261122-SH1-0007: good
    ");
}

#[test]
fn an_expired_licence() {
    assert_snapshot!(both(&Door { days: 400, ..door() }, &file_of(&licence())), @"
    文件: licence.json
    证上写着: 
      编号: 20261122-SH1-0007
      持证人: 李雷
      证名: 服务工程师上岗证 / Service engineer's licence
      发证方: 总部
      可以做: 可独立上门检修自助缴费机。 不含 220 伏配电。
      有效期: 2026-11-22 09:30 到 2027-11-22 09:29（Asia/Shanghai 时间）
      考核: 
        理论: 86.5 分（80 分及格）
        动手之前先做安全: 已完成
      请注意: 题目来自公开题库。

    √ 文件: 通过
    √ 内容: 通过
    √ 签名: 通过
    √ 发证方: 通过
    × 日期: 没通过。2027-11-22 09:30 已到期。
    – 姓名: 没有查。没有给出姓名，请当面核对。
    – 吊销和暂停: 没有查。证上写的吊销名单和暂停名单，手边一份也没有，没法对照。要紧的时候请向发证方要最新的。

    已过期：2027-11-22 09:30 就到期了。请持证人换证，换好之前不能凭它上岗。

    × 20261122-SH1-0007：已过期
    ----
    File: licence.json
    The licence says: 
      Number: 20261122-SH1-0007
      Holder: 李雷
      Title: 服务工程师上岗证 / Service engineer's licence
      Issuer: 总部
      May: 可独立上门检修自助缴费机。 不含 220 伏配电。
      Valid: 2026-11-22 09:30 to 2027-11-22 09:29 (Asia/Shanghai)
      Results: 
        理论: 86.5 % (80 % to pass)
        动手之前先做安全: completed
      Mind: 题目来自公开题库。

    √ File: passed
    √ Content: passed
    √ Signature: passed
    √ Issuer: passed
    × Dates: failed. It ended on 2027-11-22 09:30.
    – Name: not checked. No name was given; compare it with the person.
    – Revocation and suspension: not checked. Neither the list of revoked nor that of suspended licences that it names is here to look at. If much depends on it, get the newest from the issuer.

    Expired: it ended on 2027-11-22 09:30. The holder has to renew it; until then it is no licence to work.

    × 20261122-SH1-0007: expired
    ");
    assert_snapshot!(last_lines(&Door { days: -1, ..door() }, &file_of(&licence())), @"
    还没生效：2026-11-22 09:30 起才有效。在那之前不能凭它上岗。 | × 20261122-SH1-0007：还没生效
    Not valid yet: it begins on 2026-11-22 09:30. Until then it is no licence to work. | × 20261122-SH1-0007: not valid yet
    ");
    assert_snapshot!(last_lines(&Door { name: Some("韩梅梅"), ..door() }, &file_of(&licence())), @"
    不是这个人的证：证上写的是李雷。没弄清楚之前不要接受。 | × 20261122-SH1-0007：不是这个人的证
    Somebody else's: it was issued to 李雷. Do not accept it until that is cleared up. | × 20261122-SH1-0007: somebody else's
    ");
}

#[test]
fn an_altered_licence() {
    assert_snapshot!(both(&door(), &file_of(&licence()).replace("李雷", "韩梅梅")), @"
    文件: licence.json
    文件里自称如下，一句也不能当真: 
      编号: 20261122-SH1-0007
      持证人: 韩梅梅
      证名: 服务工程师上岗证 / Service engineer's licence
      发证方: 自称“云栖客服中心”（没有核实）

    √ 文件: 通过
    √ 内容: 通过
    × 签名: 没通过。内容跟签名对不上，签了以后改过。它自称用的钥匙是 did:key:HQ。
    – 发证方: 没有查。前面没通过，就不往下查了。
    – 日期: 没有查。前面没通过，就不往下查了。
    – 姓名: 没有查。前面没通过，就不往下查了。
    – 吊销和暂停: 没有查。前面没通过，就不往下查了。

    被改动过：跟签发的时候不一样了，不要接受。请持证人拿原来的文件来；还是这样，就告诉发证单位。

    × licence.json：被改动过
    ----
    File: licence.json
    The file claims this; believe none of it: 
      Number: 20261122-SH1-0007
      Holder: 韩梅梅
      Title: 服务工程师上岗证 / Service engineer's licence
      Issuer: calls itself “云栖客服中心” (not verified)

    √ File: passed
    √ Content: passed
    × Signature: failed. What it says and its signature do not agree; one was changed after signing. It names the key did:key:HQ.
    – Issuer: not checked. A step before it failed.
    – Dates: not checked. A step before it failed.
    – Name: not checked. A step before it failed.
    – Revocation and suspension: not checked. A step before it failed.

    Altered: it is not as it was signed. Do not accept it. Ask the holder for the original file; if that is no better, tell the issuer.

    × licence.json: altered
    ");
}

#[test]
fn a_licence_signed_in_a_further_way() {
    let beside = r#"{ "type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2029" },"#;
    let later = file_of(&licence()).replace("\"proof\": [", &format!("\"proof\": [{beside}"));
    assert_snapshot!(last_lines(&door(), &later), @"
    没法证明是谁发的：上面没有签名，或者有签名核对不了。不要接受；请持证人拿原来的文件来。 | × licence.json：没法证明是谁发的
    Nothing proves who issued it: it has no signature, or one that cannot be checked. Do not accept it; ask the holder for the original file. | × licence.json: nothing proves who issued it
    ");
}

#[test]
fn a_licence_of_an_unknown_issuer() {
    assert_snapshot!(both(&Door { trust: Some(Trust::default()), ..door() }, &file_of(&licence())), @"
    文件: licence.json
    证上这么写，但没人担保，先别当真: 
      编号: 20261122-SH1-0007
      持证人: 李雷
      证名: 服务工程师上岗证 / Service engineer's licence
      发证方: 自称“云栖客服中心”（没有核实）
      可以做: 可独立上门检修自助缴费机。 不含 220 伏配电。
      有效期: 2026-11-22 09:30 到 2027-11-22 09:29（Asia/Shanghai 时间）
      考核: 
        理论: 86.5 分（80 分及格）
        动手之前先做安全: 已完成
      请注意: 题目来自公开题库。

    √ 文件: 通过
    √ 内容: 通过
    √ 签名: 通过
    × 发证方: 没通过。名单里没有这把钥匙：did:key:HQ。
    √ 日期: 通过
    – 姓名: 没有查。没有给出姓名，请当面核对。
    – 吊销和暂停: 没有查。证上写的吊销名单和暂停名单，手边一份也没有，没法对照。要紧的时候请向发证方要最新的。

    不知道是谁发的：签名对得上，可签它的钥匙不在您的名单里，谁都能自己做一把。先不要接受；向发证单位问清楚，确实是他们的钥匙，再加进 trust.toml。

    × 20261122-SH1-0007：不知道是谁发的
    ----
    File: licence.json
    It says so, but nobody vouches for a word of it yet: 
      Number: 20261122-SH1-0007
      Holder: 李雷
      Title: 服务工程师上岗证 / Service engineer's licence
      Issuer: calls itself “云栖客服中心” (not verified)
      May: 可独立上门检修自助缴费机。 不含 220 伏配电。
      Valid: 2026-11-22 09:30 to 2027-11-22 09:29 (Asia/Shanghai)
      Results: 
        理论: 86.5 % (80 % to pass)
        动手之前先做安全: completed
      Mind: 题目来自公开题库。

    √ File: passed
    √ Content: passed
    √ Signature: passed
    × Issuer: failed. This key is not on the list: did:key:HQ.
    √ Dates: passed
    – Name: not checked. No name was given; compare it with the person.
    – Revocation and suspension: not checked. Neither the list of revoked nor that of suspended licences that it names is here to look at. If much depends on it, get the newest from the issuer.

    Issuer unknown: the signature holds, but its key is not on your list, and anyone can make a key. Do not accept it yet; ask the organisation, and add the key to trust.toml only if it is theirs.

    × 20261122-SH1-0007: issuer unknown
    ");
    assert_snapshot!(last_lines(&Door { trust: None, ..door() }, &file_of(&licence())), @"
    先别认：签名对得上，也没过期，可没有核实是谁发的，这样的证谁都能自己做一张。请备好 trust.toml（您信得过的发证方名单）再查一次。 | ~ 20261122-SH1-0007：先别认，发证方还没查
    Not yet: the signature holds and the dates are right, but nobody asked who issued it, and anyone can make one like this. Have a trust.toml ready (the issuers you trust) and check again. | ~ 20261122-SH1-0007: not yet, the issuer is not checked
    ");
}

#[test]
fn a_file_that_cannot_be_read() {
    assert_snapshot!(both(&door(), "{\"name\": "), @"
    文件: licence.json

    × 文件: 没通过。第 1 行第 9 列起看不懂，不是完整的 JSON。
    – 内容: 没有查。前面没通过，就不往下查了。
    – 签名: 没有查。前面没通过，就不往下查了。
    – 发证方: 没有查。前面没通过，就不往下查了。
    – 日期: 没有查。前面没通过，就不往下查了。
    – 姓名: 没有查。前面没通过，就不往下查了。
    – 吊销和暂停: 没有查。前面没通过，就不往下查了。

    读不出来：文件坏了，或者本来就不是上岗证。请持证人重新发一份。

    × licence.json：读不出来
    ----
    File: licence.json

    × File: failed. From line 1, column 9 it is not JSON any more.
    – Content: not checked. A step before it failed.
    – Signature: not checked. A step before it failed.
    – Issuer: not checked. A step before it failed.
    – Dates: not checked. A step before it failed.
    – Name: not checked. A step before it failed.
    – Revocation and suspension: not checked. A step before it failed.

    Unreadable: the file is damaged, or never was a licence. Ask the holder to send it again.

    × licence.json: unreadable
    ");
    assert_snapshot!(last_lines(&door(), "{}"), @"
    不是上岗证：文件读得出来，内容却不是一张上岗证。请持证人换成上岗证的文件。 | × licence.json：不是上岗证
    Not a licence: the file can be read, but what it holds is something else. Ask the holder for the licence's own file. | × licence.json: not a licence
    ");
}

#[test]
fn a_hostile_file_moves_nothing_on_the_screen() {
    // The forger owns a key, and writes names that draw a verdict of their own.
    let name = format!("李雷{}√ 好证：放行", "\u{200b}".repeat(3));
    let long = "好证".repeat(400);
    let forged = Claims {
        holder: Holder { name: Name::Plain(name), ..licence().holder },
        scope: format!("一切。\n√ 签名：通过\n√ 发证方：通过\t{long}"),
        issuer: Issuer { name: "总部”，已核实。“".into(), ..licence().issuer },
        ..licence()
    };
    assert_snapshot!(Door { trust: Some(Trust::default()), ..door() }.told(Tongue::Zh, &file_of(&forged)), @"
    文件: licence.json
    证上这么写，但没人担保，先别当真: 
      编号: 20261122-SH1-0007
      持证人: 李雷���√ 好证：放行
      证名: 服务工程师上岗证 / Service engineer's licence
      发证方: 自称“总部'，已核实。'”（没有核实）
      可以做: 一切。 √ 签名：通过 √ 发证方：通过 好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好…
      有效期: 2026-11-22 09:30 到 2027-11-22 09:29（Asia/Shanghai 时间）
      考核: 
        理论: 86.5 分（80 分及格）
        动手之前先做安全: 已完成
      请注意: 题目来自公开题库。

    √ 文件: 通过
    √ 内容: 通过
    √ 签名: 通过
    × 发证方: 没通过。名单里没有这把钥匙：did:key:HQ。
    √ 日期: 通过
    – 姓名: 没有查。没有给出姓名，请当面核对。
    – 吊销和暂停: 没有查。证上写的吊销名单和暂停名单，手边一份也没有，没法对照。要紧的时候请向发证方要最新的。

    不知道是谁发的：签名对得上，可签它的钥匙不在您的名单里，谁都能自己做一把。先不要接受；向发证单位问清楚，确实是他们的钥匙，再加进 trust.toml。

    × 20261122-SH1-0007：不知道是谁发的
    ");
    for file in [
        "{\"a\\u001b[2J\\u202e\\n\": 1, \"a\\u001b[2J\\u202e\\n\": 2}",
        "{\"@context\": 1, \"\\u001b]0;x\\u0007\": 2}",
        "{\"proof\": [{\"type\": \"DataIntegrityProof\", \"cryptosuite\": \"\\u001b[1A\\u009b31m\"}]}",
        "{\"proof\": [{\"type\": \"DataIntegrityProof\", \"cryptosuite\": \"eddsa-jcs-2022\", \"\\u001b[1A\": 1}]}",
    ] {
        let told = both(&door(), file);
        assert!(!told.contains(|c: char| c.is_control() && c != '\n' || ('\u{202a}'..='\u{202e}').contains(&c)), "{told:?}");
    }
}
