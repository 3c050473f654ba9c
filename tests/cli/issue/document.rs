//! The licence itself: what the document says, key by key.

use super::*;

#[test]
fn a_passed_exam_becomes_a_licence() {
    let (office, exam) = passed_watched();
    assert_snapshot!(issue(&office, "钱发", "陈小满", "watched"), @"
    ── stderr ──
    Issued: 20261122-SH1-0001  陈小满  2026-11-22 to 2027-05-20. File: DESK/licence.json
    ── exit 0 ──
    ");
    let bytes = office.read(FILE);
    assert_snapshot!(shape(&bytes), @r#"
    {
      "@context": [
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
      ],
      "credentialStatus": [
        {
          "id": "urn:onduty:status:SH1#1",
          "statusListCredential": "urn:onduty:status:SH1",
          "statusListIndex": "1",
          "statusPurpose": "revocation",
          "type": "BitstringStatusListEntry"
        },
        {
          "id": "urn:onduty:status:SH1:suspension#1",
          "statusListCredential": "urn:onduty:status:SH1:suspension",
          "statusListIndex": "1",
          "statusPurpose": "suspension",
          "type": "BitstringStatusListEntry"
        }
      ],
      "credentialSubject": {
        "achievement": {
          "achievementType": "Certification",
          "alignment": [
            {
              "targetCode": "s",
              "targetDescription": "2 个目标中的 2 个",
              "targetName": "目标",
              "targetUrl": "urn:onduty:syllabus:KEY:s",
              "type": [
                "Alignment"
              ]
            }
          ],
          "criteria": {
            "narrative": "通过本方案的考试，能够：\n先问好\n会鞠躬"
          },
          "description": "在柜台前接待客户。",
          "id": "urn:onduty:licence:KEY:watched",
          "inLanguage": "zh-CN",
          "name": "监考证",
          "related": [
            {
              "id": "urn:onduty:licence:KEY:watched:in:en",
              "inLanguage": "en",
              "name": "The watched licence",
              "type": [
                "Related"
              ]
            }
          ],
          "resultDescription": [
            {
              "id": "urn:onduty:licence:KEY:watched:part:theory",
              "name": "理论",
              "requiredValue": "50",
              "resultType": "Percent",
              "type": [
                "ResultDescription"
              ],
              "valueMax": "100",
              "valueMin": "0"
            },
            {
              "id": "urn:onduty:licence:KEY:watched:part:practice",
              "name": "实操",
              "requiredValue": "60",
              "resultType": "Percent",
              "type": [
                "ResultDescription"
              ],
              "valueMax": "100",
              "valueMin": "0"
            },
            {
              "id": "urn:onduty:licence:KEY:watched:part:total",
              "name": "总分",
              "requiredValue": "60",
              "resultType": "Percent",
              "type": [
                "ResultDescription"
              ],
              "valueMax": "100",
              "valueMin": "0"
            }
          ],
          "type": [
            "Achievement"
          ]
        },
        "id": "urn:uuid:UUID",
        "identifier": [
          {
            "hashed": false,
            "identityHash": "陈小满",
            "identityType": "name",
            "type": "IdentityObject"
          }
        ],
        "licenseNumber": "20261122-SH1-0001",
        "result": [
          {
            "resultDescription": "urn:onduty:licence:KEY:watched:part:theory",
            "type": [
              "Result"
            ],
            "value": "100"
          },
          {
            "resultDescription": "urn:onduty:licence:KEY:watched:part:practice",
            "type": [
              "Result"
            ],
            "value": "87.5"
          },
          {
            "resultDescription": "urn:onduty:licence:KEY:watched:part:total",
            "type": [
              "Result"
            ],
            "value": "91.2"
          }
        ],
        "type": [
          "AchievementSubject"
        ]
      },
      "evidence": [
        {
          "genre": "scheme",
          "id": "urn:sha256:DIGEST",
          "name": "发证方案",
          "type": [
            "Evidence"
          ]
        },
        {
          "genre": "content",
          "id": "urn:sha256:DIGEST",
          "name": "试卷内容",
          "type": [
            "Evidence"
          ]
        },
        {
          "genre": "attempt",
          "id": "urn:sha256:DIGEST",
          "name": "考试结束的记录",
          "type": [
            "Evidence"
          ]
        },
        {
          "genre": "attempt",
          "id": "urn:sha256:DIGEST",
          "name": "实操观察的记录",
          "type": [
            "Evidence"
          ]
        },
        {
          "genre": "attempt",
          "id": "urn:sha256:DIGEST",
          "name": "实操观察的记录",
          "type": [
            "Evidence"
          ]
        },
        {
          "genre": "attempt",
          "id": "urn:sha256:DIGEST",
          "name": "实操观察的记录",
          "type": [
            "Evidence"
          ]
        },
        {
          "genre": "attempt",
          "id": "urn:sha256:DIGEST",
          "name": "实操观察的记录",
          "type": [
            "Evidence"
          ]
        },
        {
          "genre": "act",
          "id": "urn:sha256:DIGEST",
          "name": "监考放行",
          "type": [
            "Evidence"
          ]
        },
        {
          "genre": "note/scripted",
          "narrative": "答案来自文件，不是本人作答（仅用于测试）。",
          "type": [
            "Evidence"
          ]
        },
        {
          "genre": "short-form",
          "narrative": "上岗证 20261122-SH1-0001 陈小满 至 2027-05-20\nonduty:SHORT-FORM",
          "type": [
            "Evidence"
          ]
        }
      ],
      "id": "urn:uuid:UUID",
      "issuer": {
        "id": "did:key:KEY",
        "name": "晨光客服中心",
        "type": [
          "Profile"
        ]
      },
      "name": "监考证",
      "proof": [
        {
          "created": "2026-11-22T…Z",
          "cryptosuite": "eddsa-rdfc-2022",
          "proofPurpose": "assertionMethod",
          "proofValue": "SIGNATURE",
          "type": "DataIntegrityProof",
          "verificationMethod": "did:key:KEY#KEY"
        },
        {
          "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
          ],
          "created": "2026-11-22T…Z",
          "cryptosuite": "eddsa-jcs-2022",
          "proofPurpose": "assertionMethod",
          "proofValue": "SIGNATURE",
          "type": "DataIntegrityProof",
          "verificationMethod": "did:key:KEY#KEY"
        }
      ],
      "type": [
        "VerifiableCredential",
        "OpenBadgeCredential"
      ],
      "validFrom": "2026-11-22T…Z",
      "validUntil": "2027-05-20T16:00:00Z"
    }
    "#);
    let report = checked(&office, &bytes);
    assert_eq!(report.conclusion, Conclusion::Good, "{report:?}");
    assert_eq!(report.trusted.expect("on the list").name, "晨光客服中心");
    let claims = report.claims.expect("a licence");
    let document: Value = serde_json::from_slice(&bytes).expect("JSON");
    assert_eq!(document["credentialSubject"]["achievement"]["achievementType"], "Certification");
    assert_eq!(document["credentialSubject"]["licenseNumber"], "20261122-SH1-0001");
    let results: Vec<_> = claims.results.iter().map(|r| (r.id.as_str(), r.mark.clone())).collect();
    let percent = |value: &str, least: &str| Mark::Percent { value: value.to_owned(), required: Some(least.to_owned()) };
    // 30 × 100 % + 70 × 87.5 % = 91.25
    assert_eq!(
        results,
        [("theory", percent("100", "50")), ("practice", percent("87.5", "60")), ("total", percent("91.2", "60"))]
    );

    // What it rests on is what the store has, by digest.
    let store = office.store();
    let row = store.attempts(None).expect("rows").into_iter().find(|r| r.id.short() == exam).expect("the exam");
    let closed = |id: &AttemptId| store.events(id).expect("events").last().expect("an end").event.digest();
    let events = store.events(&row.id).expect("events");
    let Body::Started { plan } = &events[0].event.body else { panic!("it begins with its plan") };
    let of = |kind: EvidenceKind| claims.evidence.iter().filter(|e| e.kind == kind).map(|e| e.digest).collect::<Vec<_>>();
    assert_eq!(of(EvidenceKind::Scheme), [plan.exam.as_ref().expect("an exam").scheme]);
    assert_eq!(of(EvidenceKind::Content), [Digest::of(&plan.contents().collect::<Vec<_>>())]);
    let mut attempts = vec![closed(&row.id)];
    attempts.extend(office.observations().into_iter().map(|o| closed(&o.id)));
    assert_eq!((of(EvidenceKind::Attempt), attempts.len()), (attempts.clone(), 5));
    let admitted = office.acts().into_iter().find(|s| matches!(s.act.deed, Deed::Admitted { .. })).expect("admitted");
    assert_eq!(of(EvidenceKind::Act), [admitted.act.digest()]);

    // The act of issuing names the same, and the store holds together with it.
    let acts = office.acts();
    let Some(Deed::Issued(act)) = acts.last().map(|s| &s.act.deed) else { panic!("the last thing done") };
    assert_eq!((act.credential, act.closed, &act.number), (Digest::of(&document), closed(&row.id), &claims.number));
    assert_eq!((act.from, Some(Moment(act.until.0 + 1000))), (claims.from, claims.until));
    assert!(office.is_sound());
}

#[test]
fn parts_are_called_what_they_are() {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", RIGHT);
    let claims = checked(&office, &issued(&office, "陈小满", "quick")).claims.expect("a licence");
    let names: Vec<&str> = claims.results.iter().map(|r| r.name.as_str()).collect();
    assert_eq!(names, ["理论", "情景", "总分"]);
}
