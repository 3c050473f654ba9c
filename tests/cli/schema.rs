//! `schema`: which kinds there are, one of them, and all as files.

use insta::assert_snapshot;

use crate::desk::Desk;

#[test]
fn the_kinds_are_listed() {
    let told = Desk::empty().run(&["schema"]).to_string();
    assert!(told.contains("onduty schema --out DIR") && told.contains("  bank-translation "), "{told}");
    let (told, exit) = Desk::empty().json(&["schema"]);
    let kinds: Vec<&str> = told["kinds"].as_array().expect("kinds").iter().filter_map(|kind| kind["kind"].as_str()).collect();
    assert_eq!((kinds.len(), kinds[0], exit), (22, "file", 0));
    let chinese = Desk::empty().in_chinese().run(&["schema"]).to_string();
    assert!(chinese.contains("题库：十种题型"), "{chinese}");
}

#[test]
fn a_kind_is_shown_in_the_persons_language() {
    assert_snapshot!(Desk::empty().run(&["schema", "syllabus-translation"]), @r##"
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:onduty:format-1:syllabus-translation",
      "title": "onduty: syllabus-translation",
      "description": "A translation, beside its original and named as that is with the language before .toml (bank.toml, bank.en.toml): the same keys, only what people read",
      "type": "object",
      "properties": {
        "format": {
          "description": "The version of the format, now 1. The first line of every file.",
          "const": 1
        },
        "translates": {
          "description": "What is translated: kind:id, such as bank:communication.",
          "type": "string",
          "pattern": "^syllabus:"
        },
        "language": {
          "description": "Into which language, such as en; one of the library's languages.",
          "type": "string",
          "pattern": "\\S"
        },
        "title": {
          "description": "Its title, the name people see.",
          "type": "string",
          "pattern": "\\S"
        },
        "objective": {
          "description": "An objective.",
          "type": "object",
          "additionalProperties": {
            "$ref": "#/$defs/objective-texts"
          }
        }
      },
      "required": [
        "format",
        "translates",
        "language"
      ],
      "additionalProperties": false,
      "$defs": {
        "objective-texts": {
          "type": "object",
          "properties": {
            "text": {
              "description": "What one can do afterwards, in a line.",
              "type": "string",
              "pattern": "\\S"
            }
          },
          "additionalProperties": false
        }
      }
    }
    ── exit 0 ──
    "##);
    let (chinese, exit) = Desk::empty().in_chinese().json(&["schema", "scenario"]);
    assert_eq!(
        (chinese["$defs"]["turn"]["properties"]["says"]["description"].as_str(), exit),
        (Some("客户说的话；写几句就随机说其中一句。后面是回复或结局时必须有。"), 0)
    );
}

#[test]
fn a_wrong_kind_is_told() {
    assert_snapshot!(Desk::empty().run(&["schema", "scenarios"]), @r#"
    ── stderr ──
    Not done: "scenarios" does not fit [KIND].
      What to do: Did you mean scenario?
      What to do: Add --help to see how it is used.
    ── exit 2 ──
    "#);
}

/// Files it wrote follow the program; others stay.
#[test]
fn files_are_written_and_only_its_own_again() {
    let desk = Desk::empty();
    let folder = desk.path("schemas").display().to_string();
    let told = desk.done(&["schema", "--out", &folder]).to_string();
    assert!(told.contains("22 files written") && told.contains("#:schema ") && told.contains("file.schema.json"), "{told}");
    let bank = desk.path("schemas/bank.schema.json");
    let first = std::fs::read_to_string(&bank).expect("written");
    assert!(first.contains("\"title\": \"onduty: bank\""));
    std::fs::write(&bank, &first[..200]).expect("cut");
    let _ = desk.done(&["schema", "bank", "--out", &folder]);
    assert_eq!(std::fs::read_to_string(&bank).expect("written"), first);
    std::fs::write(&bank, "{}").expect("mine");
    let told = desk.run(&["schema", "--out", &folder]).to_string();
    assert!(told.contains("is there already, and onduty did not write it") && told.contains("exit 5"), "{told}");
    assert_eq!(std::fs::read_to_string(&bank).expect("still mine"), "{}");
}
