//! What a script is told: facts only where they are facts.

use insta::assert_snapshot;

use super::*;

#[test]
fn a_script_is_told_what_a_good_licence_says() {
    let mut good = door().json(&file_of(&licence()));
    let _ = good.as_object_mut().unwrap().remove("steps").unwrap();
    assert_snapshot!(format!("{good:#}").replace(key().did().as_str(), "did:key:HQ"), @r#"
    {
      "as_of": null,
      "claimed": null,
      "conclusion": "good",
      "file": "licence.json",
      "good": true,
      "holder": "李雷",
      "holder_id": "7d444840-9dc0-4f6e-9a9e-2b1c3d4e5f60",
      "issuer": "总部",
      "issuer_did": "did:key:HQ",
      "licence": "service-engineer",
      "lists": [
        {
          "as_of": null,
          "purpose": "revocation"
        },
        {
          "as_of": null,
          "purpose": "suspension"
        }
      ],
      "notes": [
        {
          "kind": "public-pool",
          "text": "题目来自公开题库。"
        }
      ],
      "number": "20261122-SH1-0007",
      "results": [
        {
          "id": "theory",
          "name": "理论",
          "percent": "86.5",
          "required": "80"
        },
        {
          "id": "make-safe",
          "name": "动手之前先做安全",
          "percent": null,
          "required": null
        }
      ],
      "scope": "可独立上门检修自助缴费机。\n不含 220 伏配电。",
      "source": null,
      "title": "服务工程师上岗证",
      "valid_from": "2026-11-22T01:30:00Z",
      "valid_until": "2027-11-22T01:30:00Z",
      "words": "Good: signed by an issuer you trust, unchanged, within its dates. See for yourself that the person before you is 李雷. Whether it was suspended or revoked is not known, for want of a recent list: this is about the signature and the dates only."
    }
    "#);
}

#[test]
fn a_script_is_told_every_step() {
    let good = door().json(&file_of(&licence()));
    let steps = &good["steps"];
    let lines: Vec<String> = steps.as_array().unwrap().iter().map(Value::to_string).collect();
    assert_snapshot!(lines.join("\n"), @r#"
    {"outcome":"passed","reason":null,"step":"readable","words":null}
    {"outcome":"passed","reason":null,"step":"shape","words":null}
    {"outcome":"passed","reason":null,"step":"proof","words":null}
    {"outcome":"passed","reason":null,"step":"issuer","words":null}
    {"outcome":"passed","reason":null,"step":"dates","words":null}
    {"outcome":"not-checked","reason":"no-name","step":"holder","words":"No name was given; compare it with the person."}
    {"outcome":"not-checked","reason":"list-not-read","step":"revocation","words":"Neither the list of revoked nor that of suspended licences that it names is here to look at. If much depends on it, get the newest from the issuer."}
    "#);
}

#[test]
fn a_script_is_told_facts_only_where_they_are_facts() {
    let good = door().json(&file_of(&licence()));
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let forged = file_of(&licence()).replace("李雷", "韩梅梅");
    for (door, file, conclusion, claimed) in [
        (door(), forged, "altered", Some("韩梅梅")),
        (Door { trust: None, ..door() }, file_of(&licence()), "issuer-not-checked", Some("李雷")),
        (Door { trust: Some(Trust::default()), ..door() }, file_of(&licence()), "unknown-issuer", Some("李雷")),
        (door(), "{}".to_owned(), "not-a-licence", None),
        (door(), String::new(), "unreadable", None),
    ] {
        let told = door.json(&file);
        assert_eq!((&told["conclusion"], &told["good"]), (&conclusion.into(), &false.into()));
        assert_eq!(told["claimed"]["holder"].as_str(), claimed);
        for fact in ["number", "holder", "issuer", "issuer_did", "title", "valid_until", "results"] {
            assert_eq!(told[fact], Value::Null, "{conclusion}: {fact}");
        }
        assert_eq!(keys(&told), keys(&good), "the keys are always the same");
    }
    let expired = Door { days: 400, ..door() }.json(&file_of(&licence()));
    assert_eq!((&expired["good"], &expired["holder"]), (&false.into(), &"李雷".into()), "over, but true");
}
